"""What a number of conversions a month costs at least, and how likely the split is to bring it (rule B2).

A target is of all social channels: what came in the month past besides the paid channels, from posts say, is
taken to come again, and paid channels are to bring the rest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from smmtools.strategy.allocation import least_spend, marginal_returns
from smmtools.strategy.curves import Curve, FloatArray
from smmtools.strategy.split_counts import drawn_counts


@dataclass(frozen=True)
class Target:
    """A target, and the cheapest way there."""

    wanted: float
    """Conversions a month of all social channels."""
    besides: float
    """Of them, what comes without paid channels, as in the month past; missing (NaN) where no file tells."""
    chance: float
    """That a month of the split, with what comes besides, brings it."""
    spend: tuple[float, ...] | None
    """The cheapest split that brings the rest, on the middle curves; None when no spend does."""
    last: float | None
    """What the last conversion costs at that spend; None where none is bought."""

    @property
    def rest(self) -> float:
        """What paid channels have to bring."""
        return rest_of(self.wanted, self.besides)

    @property
    def needed(self) -> float:
        """Money that the cheapest way costs; missing (NaN) where there is none."""
        return math.nan if self.spend is None else math.fsum(self.spend)


def rest_of(wanted: float, besides: float) -> float:
    """What is left of a target for paid channels.

    >>> rest_of(620, 169), rest_of(100, 169), rest_of(620, float("nan"))
    (451, 0.0, 620)
    """
    return wanted if math.isnan(besides) else max(0.0, wanted - besides)


def reach_target(
    curves: Sequence[Curve], totals: FloatArray, wanted: float, besides: float,
    within: tuple[FloatArray, FloatArray],
) -> Target:  # fmt: skip
    """The target beside the split: ``totals`` are what the split brings on average, a draw each."""
    rest = rest_of(wanted, besides)
    own = np.full(len(totals), wanted - rest)
    chance = float((drawn_counts(totals) + drawn_counts(own, seed=1) >= wanted).mean())
    least = least_spend(curves, rest, *within) if rest else within[0]
    if least is None:
        return Target(wanted, besides, chance, None, None)
    spend = np.maximum(0.0, least)
    steepest = float(max(marginal_returns(curves, spend)[spend > 0], default=0.0))
    return Target(wanted, besides, chance, tuple(spend.tolist()), 1 / steepest if steepest > 0 else None)
