"""Rule B2's amounts as whole units that add up, for what people sign."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from smmtools.errors import DataError
from smmtools.strategy.curves import Curve, Curves, FloatArray

_WHOLE = 1e-7  # units: what is nearer than this to a whole number is one


def round_split(
    curves: Sequence[Curve],
    split: ArrayLike,
    unit: float = 1.0,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
) -> FloatArray:
    """A split in whole units (amounts that are multiples of ``unit``) that add up. Rule B2.

    They add up to what the split adds up to, less than a unit lower when that is no multiple. Without bounds
    every channel is rounded down or up, whichever choice brings most, so that bounds that are whole units
    hold. With ``lower`` or ``upper`` units are then moved as long as that brings more: the result is the best
    of all whole splits within the bounds where s is at most 1, and cannot be bettered by moving a unit where
    it is above.

    DataError when no whole split of that sum lies within the bounds. ValueError when the unit is not above 0,
    an amount is negative or not a number, or there is not one amount a curve.

    >>> round_split([Curve(100, 50), Curve(60, 20)], [64.1018, 35.8982]).tolist()
    [64.0, 36.0]
    >>> round_split([Curve(100, 50), Curve(60, 20)], [64.1018, 35.8982], unit=10).tolist()
    [60.0, 40.0]
    """
    shapes, amounts = Curves.of(curves), np.asarray(split, dtype=float)
    if not (unit > 0 and math.isfinite(unit)):
        raise ValueError(f"a unit is above 0, got {unit}")
    if amounts.shape != (len(curves),) or not (amounts >= 0).all() or not np.isfinite(amounts).all():
        raise ValueError(f"needs an amount of 0 or more for each curve, got {amounts.tolist()}")
    units = _rounded(shapes, amounts / unit, unit)
    if lower is not None or upper is not None:
        units = _moved(shapes, units, unit, *_whole_bounds(units, unit, lower, upper))
    return units * unit


def _rounded(curves: Curves, parts: FloatArray, unit: float) -> FloatArray:
    """Each channel's units rounded down, but up where that brings most, as often as the sum allows."""
    down = np.floor(parts + _WHOLE)
    rest = math.floor(float((parts - down).sum()) + _WHOLE)
    more = np.where(parts - down > _WHOLE, _gain(curves, down, unit), -1.0)
    down[np.argsort(-more, kind="stable")[:rest]] += 1
    return down


def _gain(curves: Curves, units: FloatArray, unit: float) -> FloatArray:
    """What one more unit would bring in each channel."""
    return curves.response((units + 1) * unit) - curves.response(units * unit)


def _whole_bounds(
    units: FloatArray, unit: float, lower: ArrayLike | None, upper: ArrayLike | None
) -> tuple[FloatArray, FloatArray]:
    shape = units.shape
    least = np.broadcast_to(np.asarray(0.0 if lower is None else lower, dtype=float), shape)
    most = np.broadcast_to(np.asarray(math.inf if upper is None else upper, dtype=float), shape)
    low, high = np.ceil(least / unit - _WHOLE), np.floor(most / unit + _WHOLE)
    if (low > high).any() or not low.sum() <= units.sum() <= high.sum():
        raise DataError.of(
            f"no split of {units.sum() * unit:g} in whole units of {unit:g} keeps the minimums and maximums",
            "the split",
            "make the minimums and maximums multiples of the unit, or the unit smaller.",
        )
    return low, high


def _moved(curves: Curves, units: FloatArray, unit: float, low: FloatArray, high: FloatArray) -> FloatArray:
    """Units moved within the bounds, one at a time, as long as that brings more."""
    units = _within(curves, units, unit, low, high)
    while len(units) > 1:
        gain = np.where(units < high, _gain(curves, units, unit), -np.inf)
        loss = np.where(units > low, _gain(curves, np.maximum(units - 1, 0), unit), np.inf)
        net = gain[:, None] - loss[None, :]
        np.fill_diagonal(net, -np.inf)
        to, source = np.unravel_index(int(net.argmax()), net.shape)
        if not net[to, source] > 1e-12 * curves.v.max():
            break
        units[to] += 1
        units[source] -= 1
    return units


def _within(curves: Curves, units: FloatArray, unit: float, low: FloatArray, high: FloatArray) -> FloatArray:
    """The units clipped to the bounds, with the same sum: what is over or short goes where it brings most."""
    total, units = units.sum(), np.clip(units, low, high)
    while units.sum() < total:
        units[np.where(units < high, _gain(curves, units, unit), -np.inf).argmax()] += 1
    while units.sum() > total:
        loss = np.where(units > low, _gain(curves, np.maximum(units - 1, 0), unit), np.inf)
        units[loss.argmin()] -= 1
    return units
