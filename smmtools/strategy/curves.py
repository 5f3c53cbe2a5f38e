"""What a channel brings at a spend (rule B2): a curve that saturates, from planning figures or given.

Spend is in the client's currency over the period that the curve speaks for, a month as a rule; a response
is a number of conversions in that period. The arithmetic on arrays, ``Curves``, serves the split.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from smmtools.errors import DataError

FloatArray = NDArray[np.float64]

_NEWTON_STEPS = 60  # it converges from one side, in fewer than ten steps but near the inflection


@dataclass(frozen=True)
class Curve:
    """Expected conversions at a spend x: v·xˢ / (kˢ + xˢ). Rule B2.

    ``v`` is the most there can be (conversions), ``k`` the spend that brings half of it (currency). With
    ``s`` at most 1 every unit of money brings less than the one before; above 1 the curve is S-shaped and
    the first units bring little. ValueError unless all three are above 0 and finite.

    >>> curve = Curve(100, 50)
    >>> curve.response(50.0), curve.marginal(50.0)
    (50.0, 0.5)
    """

    v: float
    k: float
    s: float = 1.0

    def __post_init__(self) -> None:
        for name, value in (("v", self.v), ("k", self.k), ("s", self.s)):
            if not (value > 0 and math.isfinite(value)):
                raise ValueError(f"a curve's {name} is above 0 and finite, got {value}")

    def response(self, spend: float) -> float:
        """Conversions expected at a spend. ValueError when the spend is negative."""
        return float(Curves.of([self]).response(_amounts(spend))[0])

    def marginal(self, spend: float) -> float:
        """Conversions that another unit of money would bring at a spend.

        At no spend at all it is v/k when s is 1, 0 when s is above 1, and infinite when s is below 1.
        ValueError when the spend is negative.
        """
        return float(Curves.of([self]).marginal(_amounts(spend))[0])

    @property
    def inflection(self) -> float:
        """The spend from which on every unit brings less than the one before; 0 when s is at most 1."""
        return float(Curves.of([self]).inflections[0])


@dataclass(frozen=True)
class Curves:
    """Several curves as arrays, the channels along the last axis: ``v`` and ``k`` may hold draws above it."""

    v: FloatArray
    k: FloatArray
    s: FloatArray

    @classmethod
    def of(cls, curves: Sequence[Curve]) -> Curves:
        """The arrays of these curves. ValueError when there are none."""
        if not curves:
            raise ValueError("needs at least one curve")
        v, k, s = np.array([(curve.v, curve.k, curve.s) for curve in curves], dtype=float).T
        return cls(v, k, s)

    @property
    def simple(self) -> bool:
        """Whether s is 1 throughout (Michaelis–Menten)."""
        return bool((self.s == 1).all())

    @property
    def concave(self) -> bool:
        """Whether no curve is S-shaped."""
        return bool((self.s <= 1).all())

    @property
    def inflections(self) -> FloatArray:
        """The spend at which each curve's marginal is highest; 0 where it only falls."""
        s = np.maximum(self.s, 1.0)
        return np.asarray(self.k * ((s - 1) / (s + 1)) ** (1 / s))

    def response(self, spend: FloatArray) -> FloatArray:
        """Conversions of each channel at these spends."""
        with np.errstate(divide="ignore", over="ignore"):
            ratio = self.k / spend
            return np.asarray(self.v / (1 + (ratio if self.simple else ratio**self.s)))

    def marginal(self, spend: FloatArray) -> FloatArray:
        """What another unit of money would bring in each channel."""
        if self.simple:
            return np.asarray(self.v * self.k / (self.k + spend) ** 2)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            share, rest = 1 / (1 + (self.k / spend) ** self.s), 1 / (1 + (spend / self.k) ** self.s)
            rising = self.v * self.s / spend * share * rest
            at_zero = np.where(self.s == 1, self.v / self.k, np.where(self.s > 1, 0.0, np.inf))
        return np.asarray(np.where(np.asarray(spend) > 0, rising, at_zero))

    def bend(self, spend: FloatArray) -> FloatArray:
        """How fast the marginal changes with the spend (the second derivative), at spends above 0."""
        if self.simple:
            return np.asarray(-2 * self.marginal(spend) / (self.k + spend))
        with np.errstate(over="ignore"):
            share = 1 / (1 + (self.k / spend) ** self.s)
        return np.asarray(self.marginal(spend) / spend * (self.s - 1 - 2 * self.s * share))

    def spend_at(self, marginal: FloatArray | float) -> FloatArray:
        """The spend, at or after the inflection, where the marginal has fallen to this value.

        May be negative where s is 1, since the marginal starts at v/k. A marginal that an S-shaped curve
        never has answers with its inflection.
        """
        if self.simple:
            return np.asarray(np.sqrt(self.v * self.k / marginal) - self.k)
        # In t = ln(x/k) the marginal's logarithm is concave: Newton's steps from the right never overshoot.
        short = np.log(self.v * self.s / self.k) - np.log(marginal)
        t, lowest = np.maximum(0.0, short / (self.s + 1)), self._lowest
        for _ in range(_NEWTON_STEPS):
            share = special.expit(self.s * t)
            value = short + (self.s - 1) * t - 2 * np.logaddexp(0.0, self.s * t)
            step = value / np.minimum(self.s - 1 - 2 * self.s * share, -1e-12)
            moved = np.maximum(t - step, lowest)
            done = np.abs(moved - t).max() < 1e-14 * (1 + np.abs(t).max())
            t = moved
            if done:
                break
        return np.asarray(self.k * np.exp(t))

    @property
    def _lowest(self) -> FloatArray:
        """Where the search for a marginal ends: ln(x/k) at the inflection, or as good as nothing spent."""
        with np.errstate(divide="ignore"):
            return np.maximum(np.log(self.inflections / self.k), -700.0)


def planned_curve(
    audience: float,
    reach_share: float,
    ctr: float,
    conversion: float,
    spend: float,
    cost_per_click: float,
    s: float = 1.0,
) -> Curve:
    """A channel's curve from planning figures. Rule B2.

    The most there can be is v = audience (people) x the share of them that can be reached x CTR (by people)
    x conversion of a click. The planning spend brings f0 = spend · conversion / cost per click, which the
    curve passes through: k = spend · (v/f0 - 1)^(1/s). DataError when f0 is v or more: then the spend buys
    more clicks than there are people to click, and no such curve exists. ValueError when a figure is not
    above 0, or a rate above 1.

    >>> curve = planned_curve(100_000, 0.5, 0.02, 0.1, spend=20_000, cost_per_click=40)
    >>> curve.v, curve.k, curve.response(20_000.0)
    (100.0, 20000.0, 50.0)
    """
    _check_planning(
        audience, spend, cost_per_click, {"reach": reach_share, "CTR": ctr, "conversion": conversion}
    )
    most = audience * reach_share * ctr * conversion
    planned = spend * conversion / cost_per_click
    if planned >= most:
        raise DataError.of(
            f"the planning spend would bring {planned:.3g} conversions, but there can be only {most:.3g}",
            f"spend {spend:g} at {cost_per_click:g} a click, audience {audience:g}",
            "plan a smaller spend, or correct the cost per click, the audience or its rates.",
        )
    return Curve(most, spend * (most / planned - 1) ** (1 / s), s)


def _check_planning(audience: float, spend: float, cost: float, rates: dict[str, float]) -> None:
    for name, amount in {"audience": audience, "planning spend": spend, "cost per click": cost}.items():
        if not (amount > 0 and math.isfinite(amount)):
            raise ValueError(f"the {name} is above 0 and finite, got {amount}")
    for name, rate in rates.items():
        if not 0 < rate <= 1:
            raise ValueError(f"the {name} is a share above 0 and at most 1, got {rate}")


def _amounts(spend: float) -> FloatArray:
    if not spend >= 0:
        raise ValueError(f"a spend is 0 or more, got {spend}")
    return np.array([spend], dtype=float)
