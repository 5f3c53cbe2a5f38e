"""Stage 08: why revenue changed, and what next month starts from (X6). Arithmetic only so far.

Revenue is impressions × CTR × conversion rate × average order. Its change is split among the four by the
logarithmic-mean Divisia index (LMDI), which leaves no remainder, channel by channel and then summed: over all
channels at once a shift of the mix would pose as a change of rate. Where the method meets a zero, its limit
is taken: the whole change belongs to what was zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

FACTORS = ("impressions", "ctr", "conversion_rate", "aov")
"""What revenue is the product of: volume (a count), two rates (fractions), and money an order."""

KEPT = 0.8
"""X6: what a prior counts for a month later; of a month, a third is left after five."""

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


@dataclass(frozen=True)
class Prior:
    """What is known of a client's counts at a month's end, old months counting less (X6).

    Made by ``prior_after`` from the months themselves, so that it can be rebuilt at any time.
    """

    month: str
    """The last month in it, 2026-10; empty before the first."""
    counts: Mapping[str, float] = field(default_factory=dict)
    """By name, in events; what a month did not count is not 0 in it but was not seen."""
    months: tuple[str, ...] = ()
    """The months that are counted, oldest first, each once."""

    def then(self, month: str, counts: Values, kept: float = KEPT) -> Prior:
        """Return the prior with one more month: kept × this one + that month's own counts.

        Months that lie between without counts make this one older, too. ValueError when the month is in it
        already or lies before its last, when a count is negative or infinite, or unless 0 <= kept <= 1.

        >>> Prior("2026-09", {"clicks": 100.0}).then("2026-10", {"clicks": 50}).counts
        {'clicks': 130.0}
        """
        if not 0 <= kept <= 1:
            raise ValueError(f"what is kept of a prior lies between 0 and 1, got {kept}")
        _counted(counts, month)
        age = _months_between(self.month, month) if self.month else 1
        if age < 1:
            raise ValueError(f"{month} is not after {self.month}, the last month counted: rebuild the prior")
        old = {name: count * kept**age for name, count in self.counts.items()}
        names = sorted({*old, *counts})
        summed = {name: old.get(name, 0.0) + counts.get(name, 0.0) for name in names}
        return Prior(month, summed, (*self.months, month))


def prior_after(
    months: Iterable[tuple[str, Values]], start: Values | None = None, kept: float = KEPT
) -> Prior:
    """Return the prior that the month after the last one starts from, from all months' own counts.

    ``months`` come in any order and may overlap, as exports do: a month told twice alike counts once, and
    ValueError when it is told twice differently. ``start`` is what was believed before the first month (a
    benchmark's counts); without any month it is all there is. Rule X6.

    >>> prior = prior_after([("2026-08", {"clicks": 100}), ("2026-09", {"clicks": 50})], {"clicks": 200})
    >>> prior.counts, prior.months
    ({'clicks': 258.0}, ('2026-08', '2026-09'))
    """
    own: dict[str, dict[str, float]] = {}
    for month, counts in months:
        if own.setdefault(month, dict(counts)) != dict(counts):
            raise ValueError(f"{month} is counted twice, and differently: keep what it was reported on")
    prior = Prior("", _counted(start or {}, "the start"))
    for month in sorted(own):
        prior = prior.then(month, own[month], kept)
    return prior


def _counted(counts: Values, of: str) -> dict[str, float]:
    for name, count in counts.items():
        if not 0 <= count < math.inf:
            raise ValueError(f"{name} of {of} is a count of 0 or more, got {count}")
    return dict(counts)


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


def _months_between(before: str, after: str) -> int:
    return pd.Period(after, "M").ordinal - pd.Period(before, "M").ordinal
