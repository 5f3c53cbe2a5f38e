"""Rule B2: how a sum is split over channels so that it brings most, and where it had better stay unspent.

Spend is in the client's currency over the curves' period, responses are conversions. Amounts are continuous;
``whole_split`` makes units of them that people can sign.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize

from smmtools.errors import DataError, Fault
from smmtools.strategy.curves import Curve, Curves, FloatArray
from smmtools.strategy.filling import Pool
from smmtools.strategy.s_shaped import best_split

_SAME = 1e-9  # sums that differ by less, relatively, are the same: amounts were added up in floating point


@dataclass(frozen=True)
class Gain:
    """How much more one split brings than another, in conversions, and relative to the other."""

    conversions: float
    share: float
    """NaN when the other brings nothing."""


def allocate(
    curves: Sequence[Curve], total: float, lower: ArrayLike | None = None, upper: ArrayLike | None = None
) -> FloatArray:
    """The split of a total that brings most conversions, each channel within its bounds. Rule B2.

    Exact where every unit brings less than the one before (s at most 1): the marginals of channels at no
    bound are equal. With S-shaped curves it is the best split, not only one with equal marginals, to within
    a millionth of what it brings. ``lower`` and ``upper`` are amounts, one for all or one a channel; without
    them 0 and no limit. When all channels are at their upper bounds, the rest of the total stays unspent.

    DataError when the lower bounds add up to more than the total, or an upper bound lies below a lower one.
    ValueError when there is no curve, or an amount is negative or not a number.

    >>> allocate([Curve(100, 50), Curve(60, 20)], 100).round(4).tolist()
    [64.1018, 35.8982]
    >>> allocate([Curve(100, 50), Curve(60, 20)], 100, upper=[50, 100]).round(9).tolist()
    [50.0, 50.0]
    """
    return _best(Curves.of(curves), total, *checked_bounds(len(curves), total, lower, upper))


def worthwhile(
    curves: Sequence[Curve],
    total: float,
    margin: float,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
) -> FloatArray:
    """The split of at most a total that earns most margin: B2's stop rule.

    ``margin`` is what one conversion earns before its ad spend, in currency. Money stays unspent where
    another unit would bring back less than it costs; the lower bounds are spent all the same. Nothing else
    pays when a conversion earns nothing. Errors as in ``allocate``; ValueError when the margin is not a
    number.

    >>> worthwhile([Curve(100, 50), Curve(60, 20)], 100, margin=2).round(4).tolist()
    [50.0, 28.9898]
    """
    if not math.isfinite(margin):
        raise ValueError(f"the margin of a conversion is a number, got {margin}")
    least, most = checked_bounds(len(curves), total, lower, upper)
    return least if margin <= 0 else _best(Curves.of(curves), total, least, most, 1 / margin)


def least_spend(
    curves: Sequence[Curve], target: float, lower: ArrayLike | None = None, upper: ArrayLike | None = None
) -> FloatArray | None:
    """The cheapest split that brings a target of conversions; None when no spend brings it. Rule B2.

    The lower bounds are spent even when less would do. Errors as in ``allocate``; ValueError when the target
    is negative or not a number.

    >>> split = least_spend([Curve(100, 50), Curve(60, 20)], 94.7119)
    >>> split.round(3).tolist()
    [64.102, 35.898]
    """
    if not (target >= 0 and math.isfinite(target)):
        raise ValueError(f"a target is 0 or more, got {target}")
    shapes = Curves.of(curves)
    least, most = checked_bounds(len(curves), float(np.finfo(float).max), lower, upper)
    if shapes.response(most).sum() <= target:
        return most if shapes.response(most).sum() == target and np.isfinite(most).all() else None

    def over(log_total: float) -> float:
        return float(shapes.response(_best(shapes, math.exp(log_total), least, most)).sum()) - target

    if shapes.response(least).sum() >= target:
        return least
    low = max(float(least.sum()), 1e-9 * float(shapes.k.min()))
    high = 2 * low
    while over(math.log(high)) < 0 and high < most.sum():
        low, high = high, min(4 * high, float(most.sum()))
    root = optimize.brentq(over, math.log(low) - 1e-9, math.log(high) + 1e-9, xtol=1e-13)
    return _best(shapes, math.exp(root), least, most)


def equal_split(
    channels: int, total: float, lower: ArrayLike | None = None, upper: ArrayLike | None = None
) -> FloatArray:
    """The same amount for every channel, as nearly as the bounds allow. Errors as in ``allocate``.

    >>> equal_split(3, 90, upper=[10, 90, 90]).tolist()
    [10.0, 40.0, 40.0]
    """
    least, most = checked_bounds(channels, total, lower, upper)
    ends = np.unique(np.concatenate([least, np.minimum(most, total)]))
    sums = np.array([np.clip(end, least, most).sum() for end in ends])
    return np.asarray(np.clip(np.interp(total, sums, ends), least, most))


def in_proportion(spent: ArrayLike, total: float) -> FloatArray:
    """A total split by the shares of an earlier split, such as last month's: what money alone would change.

    ValueError when nothing was spent, or an amount is negative or not a number.

    >>> in_proportion([30, 10], 80).tolist()
    [60.0, 20.0]
    """
    amounts = np.asarray(spent, dtype=float)
    if not (amounts >= 0).all() or not 0 < amounts.sum() < math.inf or not total >= 0:
        raise ValueError(f"needs amounts of 0 or more that add up to something, got {amounts}, {total}")
    return np.asarray(amounts * (total / amounts.sum()))


def total_response(curves: Sequence[Curve], split: ArrayLike) -> float:
    """What a split brings in all, in conversions.

    >>> round(total_response([Curve(100, 50), Curve(60, 20)], [50, 50]), 4)
    92.8571
    """
    return float(Curves.of(curves).response(np.asarray(split, dtype=float)).sum())


def marginal_returns(curves: Sequence[Curve], split: ArrayLike) -> FloatArray:
    """What another unit of money would bring in each channel: equal where no bound holds.

    >>> curves = [Curve(100, 50), Curve(60, 20)]
    >>> marginal_returns(curves, allocate(curves, 100)).round(6).tolist()
    [0.384048, 0.384048]
    """
    return Curves.of(curves).marginal(np.asarray(split, dtype=float))


def gain_over(curves: Sequence[Curve], split: ArrayLike, other: ArrayLike) -> Gain:
    """How much more a split brings than another.

    >>> curves = [Curve(100, 50), Curve(60, 20)]
    >>> gain = gain_over(curves, allocate(curves, 100), equal_split(2, 100))
    >>> round(gain.conversions, 4), round(gain.share, 4)
    (1.8547, 0.02)
    """
    before = total_response(curves, other)
    more = total_response(curves, split) - before
    return Gain(more, more / before if before else math.nan)


def checked_bounds(
    channels: int, total: float, lower: ArrayLike | None, upper: ArrayLike | None
) -> tuple[FloatArray, FloatArray]:
    """The bounds as amounts, one a channel, once they make sense. Errors as in ``allocate``."""
    least = np.broadcast_to(np.asarray(0.0 if lower is None else lower, dtype=float), channels).copy()
    most = np.broadcast_to(np.asarray(math.inf if upper is None else upper, dtype=float), channels).copy()
    if not 0 <= total < math.inf or not (least >= 0).all() or not (most >= 0).all():
        raise ValueError(f"amounts are 0 or more: total {total}, minimums {least}, maximums {most}")
    faults = [
        Fault(
            f"the maximum {high:g} lies below the minimum {low:g}",
            f"channel {channel} of the split",
            "raise the maximum, or lower the minimum.",
        )
        for channel, (low, high) in enumerate(zip(least, most, strict=True), start=1)
        if high < low
    ]
    if least.sum() > total * (1 + _SAME):
        what = f"the minimums add up to {least.sum():g}, more than the total of {total:g}"
        faults.append(Fault(what, "the split", "lower a minimum, or raise the total."))
    if faults:
        raise DataError(faults)
    return least, most


def _best(
    curves: Curves, total: float, lower: FloatArray, upper: FloatArray, price: float = 0.0
) -> FloatArray:
    most = np.minimum(upper, lower + max(0.0, total - lower.sum()))
    if curves.concave:
        split = Pool.concave(curves, lower, most, total, price).fill()
    else:
        split = best_split(curves, lower, most, total, price)
    return _added_up(split, lower, most, total)


def _added_up(split: FloatArray, lower: FloatArray, upper: FloatArray, total: float) -> FloatArray:
    """The split without the last digits' error of its sum, which the channel with the most room takes."""
    rest = total - float(split.sum())
    if 0 < abs(rest) < _SAME * total:
        room = np.minimum(split - lower, upper - split)
        channel = int(room.argmax())
        if room[channel] > abs(rest):
            split[channel] += rest
    return split
