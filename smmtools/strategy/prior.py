"""What next month starts from (X6): the counts of all months, the older ones counting less.

Next month's prior is 0.8 × the prior + this month's own counts. Exports overlap, so the months that are
counted are kept with it, and it can be rebuilt from exports and approved plans at any time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy.reach import STEPS
from smmtools.strategy.revenue_parts import Values
from smmtools.strategy.verdicts import THRESHOLDS

KEPT = 0.8
"""X6: what a prior counts for a month later; of a month, a third is left after five."""
MOST_MONTHS = 36
"""Months before this one that are looked at: of older ones less than a thousandth would be left."""


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


def _months_between(before: str, after: str) -> int:
    return pd.Period(after, "M").ordinal - pd.Period(before, "M").ordinal


@dataclass(frozen=True)
class RatePrior:
    """What next month starts from of one rate: before this month, this month by itself, and both together."""

    name: str
    """ctr, application_rate or sale_rate."""
    before: Prior
    own: Mapping[str, float]
    """This month's own counts; empty where it has none."""
    after: Prior
    benchmark: RateBenchmark | None
    """What the first month started from; None where no benchmark is known."""
    stored: bool
    """Whether it rests on a prior kept with an approved plan, for months that the exports no longer hold."""

    def mean(self, counts: Mapping[str, float]) -> float:
        """The rate that counts say; missing (NaN) where nothing can be divided by."""
        top, bottom = (counts.get(name, 0.0) for name in STEPS[self.name])
        return top / bottom if bottom > 0 else math.nan

    @property
    def weight(self) -> float:
        """This month's own counts as a share of what next month starts from; missing (NaN) without any."""
        bottom = STEPS[self.name][1]
        whole = self.after.counts.get(bottom, 0.0)
        return self.own.get(bottom, 0.0) / whole if self.own and whole > 0 else math.nan

    def worth(self, counts: Mapping[str, float]) -> float:
        """What the counts are worth in clicks; of a sale in applications."""
        return counts.get("applications" if self.name == "sale_rate" else "link_clicks", 0.0)


def priors_of(case: ClientMonth) -> tuple[RatePrior, ...]:
    """Each rate of the funnel with what next month starts from. Rule X6.

    Every month up to this one that the exports hold counts once; a rate without any count has none. What
    an earlier approved plan kept stands in for months that the exports no longer hold.
    """
    months = _months(case)
    found = [_rate_prior(case, name, {month: counts.get(name, {}) for month, counts in months.items()})
             for name in STEPS]  # fmt: skip
    return tuple(each for each in found if each.after.counts)


def _rate_prior(case: ClientMonth, name: str, months: Mapping[str, Mapping[str, float]]) -> RatePrior:
    own = {month: counts for month, counts in months.items() if counts}
    this = str(case.month)
    kept = _stored(case, name, min(own, default=this))
    benchmark = case.benchmarks.get(name)
    before = kept or Prior("", _start(name, benchmark))
    for month in sorted(each for each in own if before.month < each < this):
        before = before.then(month, own[month])
    after = before.then(this, own[this]) if this in own else before  # what was not counted says nothing
    return RatePrior(name, before, own.get(this, {}), after, benchmark if not kept else None, bool(kept))


def _start(name: str, benchmark: RateBenchmark | None) -> dict[str, float]:
    """A benchmark as counts: worth at most ``most_prior_clicks``."""
    if benchmark is None:
        return {}
    top, bottom = STEPS[name]
    clicks = min(benchmark.clicks, THRESHOLDS.most_prior_clicks)
    if name == "ctr":
        return {top: clicks, bottom: clicks / benchmark.value}
    return {top: clicks * benchmark.value, bottom: clicks}


def _months(case: ClientMonth) -> dict[str, dict[str, dict[str, float]]]:
    """Month by month, the exports' first to this one, each rate's counts over days that know both parts."""
    begun = [seen[0] for table in ("orders", "ads", "posts", "daily") if (seen := case.observed(table))]
    if not begun:
        return {}
    first = max(min(begun), case.month.start_time - pd.DateOffset(months=MOST_MONTHS))
    days = pd.date_range(first.normalize().replace(day=1), case.month.end_time.normalize(), freq="D")
    funnel = periods.daily_funnel(case.tables, days, case.social_sources)
    orders = case.tables["orders"]
    paid = orders[(orders["kind"] == "order") & periods.from_social(orders, case.social_sources)]
    funnel["orders"] = periods.per_day(paid, "orders", days)
    funnel.loc[funnel["applications"].isna(), "orders"] = math.nan
    monthly = funnel.groupby(days.to_period("M"))
    return {str(month): dict(_counts(rows)) for month, rows in monthly}


def _counts(rows: pd.DataFrame) -> Iterator[tuple[str, dict[str, float]]]:
    for name, pair in STEPS.items():
        known = rows[list(pair)].dropna()
        if known[pair[1]].sum() > 0:
            yield name, {column: float(known[column].sum()) for column in pair}


def _stored(case: ClientMonth, name: str, first: str) -> Prior | None:
    """The newest prior kept with an approved plan that ends before the exports' first month; else None."""
    for plan in reversed(case.plans):
        kept = ((plan.plan.get("review") or {}).get("priors") or {}).get(name)
        after = (kept or {}).get("after") or {}
        if after.get("month") and after["month"] < first and set(after.get("counts", ())) <= {*STEPS[name]}:
            return Prior(after["month"], dict(after["counts"]), tuple(after.get("months", ())))
    return None
