"""How one sum is poured over several channels until all that can take more bring the same (rule B2).

A ``Share`` is one channel of the problem: within its bounds what it brings is a straight piece up to ``bend``
(the part of an S-shaped curve that is replaced by a chord; none when the curve is concave there), then its
own curve. That is concave, so the best pouring is the one at which marginals are equal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize

from smmtools.strategy.curves import Curves, FloatArray

_FLATTEST = 1e-300  # conversions a unit of money: as good as none


@dataclass(frozen=True)
class Pool:
    """Channels within bounds, with what there is to spend; concave by its straight pieces."""

    curves: Curves
    lower: FloatArray
    upper: FloatArray
    """Finite: no more than the total can be spent anywhere."""
    total: float
    price: float
    """What a conversion must bring a unit of money at least, in conversions: 0 spends everything."""
    bend: FloatArray
    """Where the straight piece ends; the lower bound when there is none."""
    slope: FloatArray
    """The marginal of the straight piece; at the lower bound when there is none."""

    @classmethod
    def concave(
        cls, curves: Curves, lower: FloatArray, upper: FloatArray, total: float, price: float = 0.0
    ) -> Pool:
        """Channels whose curves are concave within their bounds."""
        return cls(curves, lower, upper, total, price, lower, curves.marginal(lower))

    def fill(self) -> FloatArray:
        """The split at which no unit would bring more elsewhere, and none brings less than the price."""
        if self.total <= self.lower.sum():
            return self.lower.copy()
        if self.total >= self.upper.sum() and self.price == 0:
            return self.upper.copy()
        if self.curves.simple and not (self.bend > self.lower).any():
            root = np.sqrt(self.curves.v * self.curves.k)
            most = np.inf if self.price == 0 else self.price**-0.5
            return level(root, self.curves.k, self.lower, self.upper, self.total, most)
        if self.price and self._spend(self.price) <= self.total:
            return self._at(self.price)
        return self._poured()

    def value(self, split: FloatArray) -> float:
        """What the split brings, straight pieces included, less the price of its money."""
        brought = np.where(split >= self.bend, self.curves.response(split), self.chords(split))
        return float(brought.sum() - self.price * split.sum())

    def chords(self, split: FloatArray) -> FloatArray:
        """What the straight pieces bring, where they hold."""
        with np.errstate(invalid="ignore"):  # with s below 1 a curve starts infinitely steep, without chord
            return np.asarray(self.curves.response(self.lower) + self.slope * (split - self.lower))

    def _at(self, marginal: float) -> FloatArray:
        """The split when all are filled until their marginal is this; straight pieces of it stay empty."""
        on_curve = np.clip(self.curves.spend_at(marginal), self.bend, self.upper)
        return np.asarray(np.where(self.slope > marginal, on_curve, self.lower))

    def _spend(self, marginal: float) -> float:
        return float(self._at(marginal).sum())

    def _poured(self) -> FloatArray:
        """The split that spends the total: between two straight pieces, or along one of them."""
        high, low = self._bracket()
        for slope in np.unique(self.slope[self.bend > self.lower])[::-1]:
            if not low <= slope <= high:
                continue
            empty = self._at(float(slope))
            if empty.sum() > self.total:
                low = float(slope)
                break
            on = (self.slope == slope) & (self.bend > self.lower)
            if empty.sum() + (self.bend - self.lower)[on].sum() >= self.total:
                return self._along(empty, on)
            high = float(slope)
        return self._between(high, low)

    def _bracket(self) -> tuple[float, float]:
        """A marginal at which no more than the total is spent, and one at which no less is."""
        slack = self.total - self.lower.sum()
        few, many = self.lower + slack / len(self.lower), np.minimum(self.upper, self.lower + slack)
        takes_part = self.upper > self.lower
        return float(self._marginal(few)[takes_part].max()), float(self._marginal(many)[takes_part].min())

    def _marginal(self, split: FloatArray) -> FloatArray:
        straight = (split < self.bend) | (self.bend >= self.upper)
        return np.asarray(np.where(straight, self.slope, self.curves.marginal(split)))

    def _along(self, empty: FloatArray, on: FloatArray) -> FloatArray:
        """What is left fills the straight pieces of this slope one after the other."""
        split = empty.copy()
        for channel in np.flatnonzero(on):
            left = self.total - split.sum()
            split[channel] += min(max(left, 0.0), self.bend[channel] - self.lower[channel])
        return split

    def _between(self, high: float, low: float) -> FloatArray:
        """The split at the marginal, within these, that spends the total."""

        def over(log_marginal: float) -> float:
            return self._spend(float(np.exp(log_marginal))) - self.total

        ends = np.log(high) + 1e-12, np.log(max(low, _FLATTEST)) - 1e-12
        if over(ends[0]) >= 0:
            return self._at(high)
        if over(ends[1]) <= 0:
            return self._at(float(np.exp(ends[1])))
        root = float(optimize.brentq(over, *ends, xtol=1e-15, rtol=4 * np.finfo(float).eps))
        return self._at(float(np.exp(root)))


def level(
    steep: FloatArray, start: FloatArray, lower: FloatArray, upper: FloatArray, total: float, most: float
) -> FloatArray:
    """``clip(steep · w - start, lower, upper)`` for the w, at most ``most``, that adds up to the total.

    The sum is straight between the heights at which a channel starts or stops to take part, so w is exact.
    The total lies between the sums of the bounds; ``steep`` is above 0.
    """
    heights = np.concatenate([(lower + start) / steep, (upper + start) / steep])
    order = np.argsort(heights, kind="stable")
    rises = np.concatenate([steep, -steep])[order].cumsum()
    heights = heights[order]
    sums = lower.sum() + np.concatenate([[0.0], (rises[:-1] * np.diff(heights)).cumsum()])
    piece = min(max(int(np.searchsorted(sums, total, side="left")) - 1, 0), len(heights) - 2)
    rise = rises[piece]
    height = heights[piece] + ((total - sums[piece]) / rise if rise > 0 else 0.0)
    height = min(height, heights[piece + 1])
    return np.asarray(np.clip(steep * min(height, most) - start, lower, upper))
