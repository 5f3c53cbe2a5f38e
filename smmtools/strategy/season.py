"""The season: the month beside the same month last year where there is one, and what lies ahead (X6).

A client without last year's month has no seasonal comparison: forecasts then carry a log-spread for how times
may change (G1), and that is said.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client import Goal
from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.public_holidays import public_holidays
from smmtools.strategy.goals import COUNTED_IN, daily_counts
from smmtools.strategy.pacing import dispersion_of
from smmtools.strategy.verdicts import THRESHOLDS

YEAR = 12
AHEAD = 2
"""So many months after this one are looked at for holidays and fixed dates."""


@dataclass(frozen=True)
class Occasion:
    """A day that people mark: a public holiday, or a fixed date of the content decision."""

    day: dt.date
    name: str
    """The holiday's, or the fixed topic's key."""
    holiday: bool
    text: str = ""
    """Of a fixed topic, the first thing that it says."""


@dataclass(frozen=True)
class Season:
    """The main goal's indicator month by month, whether last year tells of the season, and the days ahead."""

    goal: str
    """The main goal's name; empty without one."""
    indicator: str | None
    """None without a goal that is counted by day."""
    totals: Mapping[str, float]
    """By month, of whole months that the exports cover, up to this one."""
    last_year: float
    """The same month's count a year ago; missing where the exports do not reach so far."""
    ratio: tuple[float, float, float]
    """This month's count over last year's: (ratio, low, high)."""
    index: float
    """Last year's month over the mean month of the twelve that end before this one; missing without them."""
    spread: float
    """The log-spread that forecasts carry for the change of times while last year is not known."""
    occasions: tuple[Occasion, ...]
    """Of this month and those ahead, in order."""
    holidays_known: bool
    """Whether the public holidays of the client's country are known."""

    @property
    def compared(self) -> bool:
        """Whether there is the same month of last year."""
        return not math.isnan(self.last_year)


def season_of(case: ClientMonth) -> Season:
    """What the data say of the season, and what the calendar holds of this month and the next two."""
    goal = _main_goal(case)
    indicator = str(goal.indicator) if goal else None
    totals = _totals(case, indicator) if indicator else {}
    last_year = totals.get(str(case.month - YEAR), math.nan)
    now = totals.get(str(case.month), math.nan)
    holidays = list(_holidays(case))
    return Season(
        goal.name if goal else "",
        indicator,
        totals,
        last_year,
        _ratio(now, last_year, totals),
        _index(case.month, totals),
        THRESHOLDS.log_spread,
        tuple(sorted([*(day for days in holidays for day in days or ()), *_fixed(case)],
                     key=lambda each: (each.day, not each.holiday))),
        all(days is not None for days in holidays),
    )  # fmt: skip


def _main_goal(case: ClientMonth) -> Goal | None:
    """The main goal, of those that count something; None without one."""
    decision = case.brief.decided("goals", str(case.month))
    goals = [goal for goal in (decision.goals if decision else ()) if goal.indicator]
    return next((goal for goal in goals if goal.main), goals[0] if goals else None)


def _totals(case: ClientMonth, indicator: str) -> dict[str, float]:
    """Counts of the whole months that the data cover."""
    observed = case.observed(COUNTED_IN.get(indicator, "daily"))
    if observed is None:
        return {}
    first = (observed[0] + pd.offsets.MonthBegin(0)).normalize()
    days = pd.date_range(first, case.month.end_time.normalize(), freq="D")
    counts = daily_counts(case, indicator, days) if len(days) else None
    if counts is None:
        return {}
    return {str(month): float(rows.sum()) for month, rows in counts.groupby(days.to_period("M"))}


def _ratio(now: float, then: float, totals: Mapping[str, float]) -> tuple[float, float, float]:
    """Two months' counts as a ratio; the interval is that of two counts with the months' own dispersion."""
    if not (now > 0 and then > 0):
        return (now / then if then > 0 else math.nan), math.nan, math.nan
    spread, _ = dispersion_of(pd.Series(list(totals.values()), dtype=float))
    error = 1.96 * math.sqrt(spread / now + spread / then)
    return now / then, now / then * math.exp(-error), now / then * math.exp(error)


def _index(month: pd.Period, totals: Mapping[str, float]) -> float:
    """The same month last year over the mean of the year that ended before this month."""
    year = [totals.get(str(month - back), math.nan) for back in range(1, YEAR + 1)]
    mean = sum(year) / YEAR
    return year[-1] / mean if mean > 0 else math.nan


def _holidays(case: ClientMonth) -> Iterator[tuple[Occasion, ...] | None]:
    """The public holidays of each month looked at; None where the country's are not known."""
    decision = case.brief.decided("content", str(case.month))
    asked = decision.holidays if decision else None
    country = asked.country if asked else case.brief.jurisdiction
    for month in (case.month + ahead for ahead in range(AHEAD + 1)):
        known = _public(country, asked.subdivision if asked else None, month)
        yield None if known is None else tuple(Occasion(day, name, True) for day, name in known.items())


def _public(country: str | None, part: str | None, month: pd.Period) -> dict[dt.date, str] | None:
    return public_holidays(country, part, month, observed=False) if country else None


def _fixed(case: ClientMonth) -> Iterator[Occasion]:
    """The content decision's fixed dates within the months looked at."""
    decision = case.brief.decided("content", str(case.month))
    first, last = case.month.start_time.date(), (case.month + AHEAD).end_time.date()
    says = {topic.key: topic.texts[0] for topic in decision.topics} if decision else {}
    for each in decision.fixed if decision else ():
        if first <= each.date <= last:
            yield Occasion(each.date, each.topic, False, says.get(each.topic, ""))
