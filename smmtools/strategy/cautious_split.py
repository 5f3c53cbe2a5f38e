"""Rule B2 under doubt: the split whose total response is good on average, and not too bad in poor cases."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from smmtools.strategy.allocation import allocate, checked_bounds, equal_split, worthwhile
from smmtools.strategy.curve_draws import CurveDraws, checked_caution
from smmtools.strategy.curves import FloatArray
from smmtools.strategy.filling import level
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds

_STEPS = 200
_NO_BETTER = 1e-7  # a climb ends when three steps running gain less: far less than the draws' own error
_MOST_SUBSETS = 4  # S-shaped channels of which every subset is a start


@dataclass(frozen=True)
class CautiousSplit:
    """A split, and what it may bring: conversions."""

    split: FloatArray
    mean: float
    low: float
    """The 5th percentile of the total over the draws."""
    value: float
    """(1 - caution) · mean + caution · low, less the price of the money when a margin was given."""


def allocate_cautiously(
    draws: CurveDraws,
    total: float,
    caution: float,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    margin: float | None = None,
    thresholds: Thresholds = THRESHOLDS,
) -> CautiousSplit:
    """The split with the highest (1 - caution) · mean + caution · 5th percentile of the total response: B2.

    ``caution`` is the rule's ρ: 0 looks at the mean alone, 1 at poor cases alone. The percentile is that of
    the total over joint draws, not a sum of channels' percentiles, so doubt in one channel is spread by
    paying others. With a ``margin`` (currency a conversion) money stays unspent that would not come back.

    A climb from several starts: exact for caution 0 where s is at most 1; else a split that no small change
    betters. Errors as in ``allocate``; ValueError when the caution is not between 0 and 1, or the margin not
    above 0.

    >>> from smmtools.strategy.curve_draws import draw_curves
    >>> from smmtools.strategy.curves import Curve
    >>> draws = draw_curves([Curve(100, 50), Curve(60, 20)])
    >>> bold, careful = (allocate_cautiously(draws, 100, caution) for caution in (0, 1))
    >>> bold.mean > careful.mean, bold.low < careful.low
    (True, True)
    """
    checked_caution(caution)
    if margin is not None and not (margin > 0 and math.isfinite(margin)):
        raise ValueError(f"the margin of a conversion is above 0, got {margin}")
    least, most = checked_bounds(draws.channels, total, lower, upper)
    most = np.minimum(most, least + max(0.0, total - least.sum()))
    climb = _Climb(draws, caution, least, most, total, 1 / margin if margin else 0.0, thresholds)
    starts = _starts(draws, total, least, most, margin)
    if draws.curves.concave and caution == 0:
        starts = itertools.islice(starts, 1)  # there is one hill
    found = max(map(climb.up, starts), key=climb.value)
    totals = draws.totals(found)
    return CautiousSplit(found, float(totals.mean()), draws.low(totals, thresholds), climb.value(found))


@dataclass(frozen=True)
class _Climb:
    draws: CurveDraws
    caution: float
    lower: FloatArray
    upper: FloatArray
    total: float
    price: float
    thresholds: Thresholds

    def value(self, split: FloatArray) -> float:
        """What the split is worth, in conversions."""
        totals = self.draws.totals(split)
        low = self.draws.low(totals, self.thresholds) if self.caution else 0.0
        return float((1 - self.caution) * totals.mean() + self.caution * low - self.price * split.sum())

    def up(self, split: FloatArray) -> FloatArray:
        """The split at the top of the hill on which this one stands."""
        value, slow = self.value(split), 0
        for _ in range(_STEPS):
            step = self._aim(split) - split
            for length in 0.5 ** np.arange(12):
                moved = split + length * step
                better = self.value(moved)
                if better > value:
                    break
            else:
                return split
            slow = slow + 1 if better - value <= _NO_BETTER * abs(value) else 0
            split, value = moved, better
            if slow == 3:
                break
        return split

    def _aim(self, split: FloatArray) -> FloatArray:
        """Where the split would be best if each channel were the simple curve that it looks like from here.

        That curve has the marginal and the bend of the draws' weighted average, weights as they are here.
        """
        totals = self.draws.totals(split)
        weights = self.draws.weights(totals, self.caution, self.thresholds)
        curves, here = self.draws.curves, np.maximum(split, 1e-9 * self.total)
        each = curves.marginal(here)
        slope, bend = weights @ each, weights @ curves.bend(here)
        # Which draws are poor changes with the split, too; reckoned as if totals were normal.
        if self.caution and totals.std() > 1e-9 * totals.mean():
            tail = (totals.mean() - totals @ weights) / totals.var()
            bend = bend - tail * (np.einsum("dc,dc->c", each, each) / len(each) - each.mean(axis=0) ** 2)
        reach = 2 * slope / np.maximum(np.abs(bend), 1e-12 * slope / self.total)  # k + x of that curve
        most = math.inf if self.price == 0 else self.price**-0.5
        total = min(self.total, float(self.upper.sum()))
        return level(reach * np.sqrt(slope), reach - split, self.lower, self.upper, total, most)


def _starts(
    draws: CurveDraws, total: float, lower: FloatArray, upper: FloatArray, margin: float | None
) -> Iterator[FloatArray]:
    """Splits to climb from: the best of the median curves; equal ones over subsets of S-shaped channels."""
    middle = draws.middle()
    if margin is None:
        yield allocate(middle, total, lower, upper)
    else:
        yield worthwhile(middle, total, margin, lower, upper)
    yield equal_split(draws.channels, total, lower, upper)
    shaped = np.flatnonzero(draws.curves.s > 1).tolist()
    for size in range(1, len(shaped) + 1) if len(shaped) <= _MOST_SUBSETS else ():
        for shut in itertools.combinations(shaped, size):
            open_upper = upper.copy()
            open_upper[list(shut)] = lower[list(shut)]
            yield equal_split(draws.channels, total, lower, open_upper)
