"""The funnel of rule G1: impressions lead to link clicks, and those to applications.

How many impressions the target needs at the month's rates, and which step is clearly below the
client's own best weeks. The chance of a goal is in reach.py.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smmtools.measures.periods import daily_ratio
from smmtools.measures.stats import ratio_of_estimates

STEPS = {"ctr": ("link_clicks", "impressions"), "application_rate": ("applications", "link_clicks")}
"""The steps of the funnel by their indicator: what they lead to, out of what."""

REFERENCE_DAYS = 28
"""A step is compared with the client's best four weeks in a row."""


@dataclass(frozen=True)
class Reach:
    """Impressions a day there are, and those the target needs at the month's rates."""

    target: float
    impressions: float
    ctr: float
    application_rate: float
    needed: float
    low: float
    high: float
    days: int


@dataclass(frozen=True)
class Step:
    """One step of the funnel this month beside the client's own best four weeks, as (rate, low, high).

    The best weeks were picked for being the best, so they are a mark to look up to, not a promise.
    """

    name: str
    """ctr or application_rate."""
    now: tuple[float, float, float]
    best: tuple[float, float, float]
    best_from: dt.date
    best_to: dt.date
    change: tuple[float, float, float]

    @property
    def finding(self) -> str:
        """Whether the step is clearly below its best weeks: below, no clear change, or unknown."""
        if math.isnan(self.change[2]):
            return "unknown"
        return "below" if self.change[2] < 1 else "no clear change"


def impressions_needed(target: float, ctr: float, application_rate: float) -> float:
    """Impressions that lead to the target number of applications, per the target's own period.

    Missing (NaN) when nobody clicks or nobody applies: no number of impressions is enough.
    Rates are fractions. Rule G1.

    >>> impressions_needed(20, 0.01, 0.05)
    40000.0
    """
    rate = ctr * application_rate
    return float(round(target / rate, 6)) if rate > 0 else math.nan


def reach_for(target: float, funnel: pd.DataFrame) -> Reach:
    """What a daily target needs at the rates of a daily funnel (``measures.periods.daily_funnel``).

    The interval comes from applications per impression, day by day. Rates that nothing can be
    divided by are missing, and so is what is needed. Days that lack a part are left out.
    """
    funnel = funnel.dropna()
    totals = funnel.sum()
    ctr = _rate(totals["link_clicks"], totals["impressions"])
    application_rate = _rate(totals["applications"], totals["link_clicks"])
    _, low, high = daily_ratio(funnel, "applications", "impressions")
    return Reach(
        target=target,
        impressions=float(funnel["impressions"].mean()),
        ctr=ctr,
        application_rate=application_rate,
        needed=impressions_needed(target, ctr, application_rate),
        low=_rate(target, high),
        high=_rate(target, low),
        days=len(funnel),
    )


def compare_steps(funnel: pd.DataFrame, earlier: pd.DataFrame) -> tuple[Step, ...]:
    """Each step of the month's funnel beside its best four weeks in a row among the earlier days.

    A step without four such weeks, or that was never counted in them, is left out.
    """
    steps = (_compare(name, funnel, earlier) for name in STEPS)
    return tuple(step for step in steps if step is not None)


def best_window(earlier: pd.DataFrame, top: str, bottom: str | None) -> pd.DataFrame | None:
    """The four weeks in a row with the highest ratio of two columns, or mean of one; None for none."""
    sums = earlier.rolling(REFERENCE_DAYS).sum()
    below = sums[bottom].where(sums[bottom] > 0) if bottom else REFERENCE_DAYS
    rates = (sums[top] / below).to_numpy(dtype=float)
    if not np.isfinite(rates).any() or not np.nanmax(rates) > 0:
        return None
    last = int(np.nanargmax(rates)) + 1
    return earlier.iloc[last - REFERENCE_DAYS : last]


def _compare(name: str, funnel: pd.DataFrame, earlier: pd.DataFrame) -> Step | None:
    top, bottom = STEPS[name]
    window = best_window(earlier, top, bottom)
    if window is None:
        return None
    now, best = daily_ratio(funnel, top, bottom), daily_ratio(window, top, bottom)
    first_day, last_day = window.index[0].date(), window.index[-1].date()
    return Step(name, now, best, first_day, last_day, ratio_of_estimates(now, best))


def _rate(top: float, bottom: float) -> float:
    return float(top / bottom) if bottom > 0 else math.nan
