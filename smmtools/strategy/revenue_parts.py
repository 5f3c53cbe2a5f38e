"""Why revenue changed (X6): the arithmetic.

Revenue is impressions × CTR × conversion rate × average order. Its change is split among the four by the
logarithmic-mean Divisia index (LMDI), which leaves no remainder, channel by channel and then summed: over all
channels at once a shift of the mix would pose as a change of rate. Where the method meets a zero, its limit
is taken: the whole change belongs to what was zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

FACTORS = ("impressions", "ctr", "conversion_rate", "aov")
"""What revenue is the product of: volume (a count), two rates (fractions), and money an order."""

Values = Mapping[str, float]


@dataclass(frozen=True)
class Decomposition:
    """Why revenue changed: each channel's parts, and their sums. In money of the channels' currency."""

    channels: Mapping[str, dict[str, float]]
    total: dict[str, float]

    @property
    def change(self) -> float:
        """Revenue now less revenue before; missing (NaN) where a part is."""
        return math.fsum(self.total.values())


def factors_of(impressions: float, clicks: float, orders: float, revenue: float) -> dict[str, float]:
    """Return the four factors of a month's revenue from its counts; what is divided by 0 is missing (NaN).

    ValueError where one of them is negative. Rule X6.

    >>> factors_of(100_000, 1_000, 50, 45_000)
    {'impressions': 100000, 'ctr': 0.01, 'conversion_rate': 0.05, 'aov': 900.0}
    """
    counts = {"impressions": impressions, "clicks": clicks, "orders": orders, "revenue": revenue}
    for name, value in counts.items():
        if value < 0:
            raise ValueError(f"{name} cannot be negative, got {value}")
    pairs = ((clicks, impressions), (orders, clicks), (revenue, orders))
    rates = (top / bottom if bottom else math.nan for top, bottom in pairs)
    return dict(zip(FACTORS, (impressions, *rates), strict=True))


def decompose(before: Values, after: Values) -> dict[str, float]:
    """Return what each factor added to revenue between two months, in money; the parts sum to the change.

    Both hold ``impressions``, ``ctr``, ``conversion_rate`` and ``aov``, none negative. A rate that is missing
    (NaN) because the factor before it is 0 is taken as in the other month: nobody saw it change. Any other
    missing value makes every part missing. A factor that is 0 in one month carries the whole change (the
    limit of the method); several share it evenly. ValueError names a factor that is absent, unknown, negative
    or infinite.
    Rule X6; source: Ang 2005 (LMDI), Ang and Liu 2007 (zeros).

    >>> old = {"impressions": 100_000, "ctr": 0.01, "conversion_rate": 0.05, "aov": 900}
    >>> new = {"impressions": 120_000, "ctr": 0.012, "conversion_rate": 0.045, "aov": 950}
    >>> {factor: round(part, 2) for factor, part in decompose(old, new).items()}
    {'impressions': 9635.38, 'ctr': 9635.38, 'conversion_rate': -5568.12, 'aov': 2857.36}
    """
    old, new = _checked(before), _checked(after)
    old, new = _undefined_as_in(old, new), _undefined_as_in(new, old)
    if any(math.isnan(value) for value in (*old, *new)):
        return dict.fromkeys(FACTORS, math.nan)
    parts = _parts(old, new)
    # what rounding leaves over, some 1e-16 of the revenue, goes where it matters least
    largest = max(range(len(parts)), key=lambda place: abs(parts[place]))
    parts[largest] += math.prod(new) - math.prod(old) - math.fsum(parts)
    return dict(zip(FACTORS, parts, strict=True))


def decompose_channels(before: Mapping[str, Values], after: Mapping[str, Values]) -> Decomposition:
    """Split the change of revenue channel by channel, then add the parts up. Rule X6.

    A channel that is in one month only had no impressions in the other, and rates that nobody saw: all of its
    change is volume. The channels' money is in one currency. Errors as of ``decompose``.

    >>> ads = {"impressions": 1_000, "ctr": 0.1, "conversion_rate": 0.1, "aov": 10}
    >>> found = decompose_channels({"vk": ads}, {"vk": ads, "telegram": ads | {"aov": 20}})
    >>> found.channels["telegram"]
    {'impressions': 200.0, 'ctr': 0.0, 'conversion_rate': 0.0, 'aov': 0.0}
    >>> found.change
    200.0
    """
    absent = {"impressions": 0.0, "ctr": math.nan, "conversion_rate": math.nan, "aov": math.nan}
    names = sorted({*before, *after})
    parts = {name: decompose(before.get(name, absent), after.get(name, absent)) for name in names}
    total = {factor: math.fsum(part[factor] for part in parts.values()) for factor in FACTORS}
    return Decomposition(parts, total)


def _checked(values: Values) -> tuple[float, ...]:
    if set(values) != set(FACTORS):
        raise ValueError(f"needs {', '.join(FACTORS)}, got {', '.join(sorted(values)) or 'nothing'}")
    for name, value in values.items():
        if value < 0 or math.isinf(value):
            raise ValueError(f"{name} is a number of 0 or more, got {value}")
    return tuple(float(values[name]) for name in FACTORS)


def _undefined_as_in(values: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    """The factors with those that a 0 before them leaves undefined taken from the other month, or as 1."""
    found: list[float] = []
    for value, there in zip(values, other, strict=True):
        undefined = math.isnan(value) and 0 in found
        found.append((1.0 if math.isnan(there) else there) if undefined else value)
    return tuple(found)


def _parts(old: tuple[float, ...], new: tuple[float, ...]) -> list[float]:
    """What each factor added: the logarithmic mean of the two revenues × the logarithm of its own ratio."""
    revenue, revenue_now = math.prod(old), math.prod(new)
    turned = [(before == 0) != (now == 0) for before, now in zip(old, new, strict=True)]
    if any(turned):
        return [(revenue_now - revenue) * each / sum(turned) for each in turned]
    if 0 in old:  # the same factor is 0 in both months: revenue was 0 and stays so
        return [0.0] * len(old)
    logs = [math.log(now) - math.log(before) for before, now in zip(old, new, strict=True)]
    whole = abs(math.fsum(logs))
    # (a - b) / ln(a / b), written so that it holds for a near b, too
    mean = max(revenue, revenue_now) * (-math.expm1(-whole) / whole if whole else 1.0)
    return [mean * each for each in logs]
