"""What is in doubt about channels' curves, as joint draws, and what a split may bring over them (rule B2)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import special

from smmtools.strategy.curves import Curve, Curves, FloatArray
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds

DRAWS = 4_000
"""Joint draws of all curves: the 5th percentile of a total rests on some 200 of them."""


@dataclass(frozen=True)
class CurveDraws:
    """Joint draws of several channels' curves, each as likely: one row a draw, one column a channel."""

    curves: Curves
    """``v`` and ``k`` of shape (draws, channels); ``s`` is not in doubt."""

    def __len__(self) -> int:
        return len(self.curves.v)

    @property
    def channels(self) -> int:
        """How many channels there are."""
        return len(self.curves.s)

    def totals(self, split: FloatArray) -> FloatArray:
        """What a split brings over all channels, one element a draw."""
        return np.asarray(self.curves.response(np.asarray(split, dtype=float)).sum(axis=1))

    def middle(self) -> list[Curve]:
        """One curve a channel: the medians of its draws."""
        v, k = np.median(self.curves.v, axis=0), np.median(self.curves.k, axis=0)
        return [
            Curve(*figures) for figures in zip(v.tolist(), k.tolist(), self.curves.s.tolist(), strict=True)
        ]

    def low(self, totals: FloatArray, thresholds: Thresholds = THRESHOLDS) -> float:
        """The 5th percentile of totals, by Harrell and Davis.

        A weighted average of the totals about that rank. It moves smoothly with the split, as a single
        draw's total would not, and is known better.
        """
        return float(np.sort(totals) @ self._rank_weights(thresholds.low_share))

    def weights(self, totals: FloatArray, caution: float, thresholds: Thresholds = THRESHOLDS) -> FloatArray:
        """How much each draw counts when the mean counts 1 - caution, and the 5th percentile caution."""
        weights = np.empty(len(totals))
        weights[np.argsort(totals, kind="stable")] = self._rank_weights(thresholds.low_share)
        return np.asarray((1 - caution) / len(totals) + caution * weights)

    def _rank_weights(self, share: float) -> FloatArray:
        if share not in self._known:
            draws = len(self)
            edges = np.arange(draws + 1) / draws
            self._known[share] = np.diff(
                special.betainc((draws + 1) * share, (draws + 1) * (1 - share), edges)
            )
        return self._known[share]

    @cached_property
    def _known(self) -> dict[float, FloatArray]:
        return {}


def draw_curves(
    curves: Sequence[Curve],
    draws: int = DRAWS,
    seed: int | Sequence[int] = 0,
    thresholds: Thresholds = THRESHOLDS,
) -> CurveDraws:
    """Draws about planned curves: ln v and ln k are normal about theirs with a spread of 0.5. Rule B2.

    All are independent; the same seed gives the same draws. ValueError when there is no curve, or no draw.

    >>> drawn = draw_curves([Curve(100, 50)], draws=2_000)
    >>> len(drawn), [round(curve.v) for curve in drawn.middle()]
    (2000, [98])
    """
    if draws < 1:
        raise ValueError(f"needs at least one draw, got {draws}")
    planned = Curves.of(curves)
    noise = np.random.default_rng(seed).standard_normal((2, draws, len(curves)))
    factor = np.exp(thresholds.curve_spread * noise)
    return CurveDraws(Curves(planned.v * factor[0], planned.k * factor[1], planned.s))


def checked_caution(caution: float) -> float:
    """How much the 5th percentile counts against the mean. ValueError unless between 0 and 1."""
    if not 0 <= caution <= 1 or math.isnan(caution):
        raise ValueError(f"caution lies between 0 and 1, got {caution}")
    return caution
