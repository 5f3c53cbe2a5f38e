"""The best split over S-shaped curves, proven: branch and bound over straightened curves (rule B2).

Where a curve is S-shaped, equal marginals may mark a poor split, or the worst. Replaced by the lowest
concave curve above it, a chord and then itself, the problem is easy and its value an upper bound. Where the
chord lies above the curve at the split found, the channel's bounds are cut in two there, and both halves are
looked at, the more promising first, until nothing can be better by more than a millionth.
"""

from __future__ import annotations

import heapq
from dataclasses import replace
from itertools import count

import numpy as np
from scipy import optimize

from smmtools.strategy.curves import Curves, FloatArray
from smmtools.strategy.filling import Pool

GAP = 1e-6
"""How much better, relatively, a split might be than the one that is returned."""

MOST_NODES = 5_000
"""Problems cut in two; after so many the best split found stands, unproven. A dozen do as a rule."""


def best_split(
    curves: Curves, lower: FloatArray, upper: FloatArray, total: float, price: float
) -> FloatArray:
    """The split of at most a total that brings most, less a price for each unit of money; bounds are finite.

    >>> from smmtools.strategy.curves import Curve
    >>> twins = Curves.of([Curve(10, 50, 3), Curve(10, 50, 3)])
    >>> sorted(best_split(twins, np.zeros(2), np.full(2, 60.0), 60.0, 0.0).tolist())  # not 30 and 30
    [0.0, 60.0]
    """
    ticket = count()
    root = straightened(curves, lower, upper, total, price)
    best = root.fill()
    best_value = _value(curves, best, price)
    heap: list[tuple[float, int, Pool, FloatArray]] = []

    def look_at(pool: Pool) -> None:
        nonlocal best, best_value
        split = pool.fill()
        value = _value(curves, split, price)
        if value > best_value:
            best, best_value = split, value
        bound = pool.value(split)
        if bound > best_value + GAP * abs(best_value):
            heapq.heappush(heap, (-bound, next(ticket), pool, split))

    look_at(root)
    for _ in range(MOST_NODES):
        if not heap or -heap[0][0] <= best_value + GAP * abs(best_value):
            break
        _, _, pool, split = heapq.heappop(heap)
        for half in _halves(pool, split):
            look_at(half)
    return _settled(curves, lower, upper, total, price, best)


def straightened(curves: Curves, lower: FloatArray, upper: FloatArray, total: float, price: float) -> Pool:
    """The problem with every curve replaced by the lowest concave curve above it within its bounds."""
    pieces = [_straight(curves, i, lower[i], upper[i]) for i in range(len(lower))]
    bend, slope = np.array(pieces).T
    return Pool(curves, lower, upper, total, price, bend, slope)


def _one(curves: Curves, channel: int) -> Curves:
    pick = slice(channel, channel + 1)
    return Curves(curves.v[pick], curves.k[pick], curves.s[pick])


def _straight(curves: Curves, channel: int, low: float, high: float) -> tuple[float, float]:
    """Where the chord from the lower bound ends, touching the curve, and its slope."""
    v, k, s = float(curves.v[channel]), float(curves.k[channel]), float(curves.s[channel])
    one = _one(curves, channel)
    inflection = float(one.inflections[0])
    if low >= inflection or high <= low:
        return low, float(one.marginal(np.array([low]))[0])

    def response(x: float) -> float:
        return v / (1 + (k / x) ** s) if x > 0 else 0.0

    def above(x: float) -> float:
        """By how much the chord to x is steeper than the curve there: negative before they touch."""
        share = response(x) / v
        return response(x) - response(low) - v * s / x * share * (1 - share) * (x - low)

    if high <= inflection or above(high) <= 0:
        touch = high
    else:
        touch = k * (s - 1) ** (1 / s) if low == 0 else float(optimize.brentq(above, inflection, high))
    return touch, (response(touch) - response(low)) / (touch - low)


def _halves(pool: Pool, split: FloatArray) -> list[Pool]:
    """The problem with one channel's bounds cut in two, where its chord lies highest above its curve."""
    gap = np.where(split < pool.bend, pool.chords(split) - pool.curves.response(split), 0.0)
    channel = int(gap.argmax())
    if gap[channel] <= 0:
        return []
    low, at, high = float(pool.lower[channel]), float(split[channel]), float(pool.upper[channel])
    halves = [_within(pool, channel, low, at), _within(pool, channel, at, high)]
    return [half for half in halves if half.lower.sum() <= pool.total]


def _within(pool: Pool, channel: int, low: float, high: float) -> Pool:
    """The same problem with other bounds for one channel."""
    lower, upper, bend, slope = (each.copy() for each in (pool.lower, pool.upper, pool.bend, pool.slope))
    lower[channel], upper[channel] = low, high
    bend[channel], slope[channel] = _straight(pool.curves, channel, low, high)
    return replace(pool, lower=lower, upper=upper, bend=bend, slope=slope)


def _value(curves: Curves, split: FloatArray, price: float) -> float:
    return float(curves.response(split).sum() - price * split.sum())


def _settled(
    curves: Curves, lower: FloatArray, upper: FloatArray, total: float, price: float, split: FloatArray
) -> FloatArray:
    """The split with its last digits: marginals equal wherever the curves are past their inflection."""
    past = split >= curves.inflections
    held = np.where(past, 0.0, split)

    def refilled(held: FloatArray) -> FloatArray:
        if not past.any():
            return held
        those = Curves(curves.v[past], curves.k[past], curves.s[past])
        least = np.maximum(lower, curves.inflections)[past]
        rest = total - held.sum()
        if least.sum() > rest:
            return split
        full = held.copy()
        full[past] = Pool.concave(those, least, np.minimum(upper[past], rest), rest, price).fill()
        return full

    tries = [split, refilled(held), refilled(np.where(past, 0.0, lower))]
    inner = np.flatnonzero(~past & (split > lower) & (split < upper))
    if len(inner) == 1 and past.any():
        channel, width, fine = int(inner[0]), 0.01 * total, 1e-10 * total

        def loss(amount: float) -> float:
            moved = held.copy()
            moved[channel] = amount
            return -_value(curves, refilled(moved), price)

        near = max(lower[channel], held[channel] - width), min(upper[channel], held[channel] + width)
        found = optimize.minimize_scalar(loss, bounds=near, method="bounded", options={"xatol": fine})
        moved = held.copy()
        moved[channel] = float(found.x)
        tries.append(refilled(moved))
    return max(tries, key=lambda each: _value(curves, each, price))
