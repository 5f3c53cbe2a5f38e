"""How many of a month's orders its clicks could have led to by its end, where buyers take their time (X6).

Orders stand in the month in which they were paid, clicks in the month in which they were made. Where the
clicks of a month come late in it, a part of their orders falls into the next, and conversion seems to fall.
The brief's lag from contact to purchase says which share of a day's orders should be there by a month's end;
clicks of earlier days lead to orders of the month in the same way.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy import paid_sales
from smmtools.strategy.cohorts import cohort_days, contradicted
from smmtools.strategy.lag import Lag, share_by
from smmtools.strategy.paid_parts import by_paid_part

HALF_DAY = 0.5
"""A day's clicks count from noon."""
FIRST_DAYS = 28
"""Days before the first on record are taken to have had as many clicks as so many first ones, on average."""
HORIZON = 0.999
"""Clicks older than the age by which this share of their orders has come lead to no more."""


def lag_of(case: ClientMonth) -> Lag | None:
    """The lag from contact to purchase that the budget's decision states; None where it states none.

    None, too, where the closed months' orders show that people are quicker (M3's test): such a lag would
    excuse any fall.
    """
    decision = case.brief.decided("budget", str(case.month))
    terms = decision.payback if decision else None
    if terms is None or terms.lag_median is None or terms.lag_p90 is None:
        return None
    if not 0 < terms.lag_median < terms.lag_p90:
        return None
    lag, on = Lag(terms.lag_median, terms.lag_p90), case.month.end_time.date()
    closed = [days for days in cohort_days(case) if days[1] < on]
    late = paid_sales.late(paid_sales.sales(case, ()), closed, on, lag)
    return None if contradicted(late) and late.late < late.expected else lag


def clicks_due(clicks: pd.Series, month: pd.Period, lag: Lag) -> tuple[float, float]:
    """The clicks whose orders fall into a month, each counted for its share, and the share of its own so far.

    ``clicks`` are counts a day, without gaps. Evenly clicked, a month has as many of them as clicks: what it
    owes the next is what it had of the one before.

    >>> days = pd.date_range("2026-07-01", "2026-10-31", freq="D")
    >>> due, own = clicks_due(pd.Series(10.0, days), pd.Period("2026-10", "M"), Lag(3, 14))
    >>> round(due), round(own, 2)
    (310, 0.82)
    """
    days = periods.days_of(month)
    back = int(np.ceil(lag.days_for(HORIZON)))
    whole = pd.date_range(days[0] - pd.Timedelta(days=back), days[-1], freq="D")
    before = float(clicks.iloc[:FIRST_DAYS].mean()) if len(clicks) else 0.0
    known = clicks.reindex(whole).where(whole >= clicks.index[0], before) if len(clicks) else None
    if known is None:
        return 0.0, 1.0
    by_end, by_start = (
        share_by((edge - whole).days.to_numpy(float) + HALF_DAY, lag.median, lag.sigma)
        for edge in (days[-1], days[0] - pd.Timedelta(days=1))
    )
    counts = known.fillna(0.0).to_numpy(float)
    own = whole >= days[0]
    made = counts[own].sum()
    share = float(counts[own] @ by_end[own] / made) if made else 1.0
    return float(counts @ (by_end - by_start)), share


def clicks_by_day(case: ClientMonth, platform: str, part: str) -> pd.Series:
    """Link clicks of a platform's ads, placements or posts, day by day, from the first on record."""
    if part != "posts":
        ads = case.tables["ads"]
        parts = {str(kind): rows for _, kind, rows in by_paid_part(case, ads[ads["platform"] == platform])}
        rows = periods.spread_evenly(periods.known_clicks(parts.get(part, ads[:0])))
        return _per_day(case, rows, "ads", "link_clicks")
    posts = periods.organic(periods.own(case.tables["posts"]))
    posts = posts[(posts["platform"] == platform) & posts["link_clicks"].notna()]
    if len(posts):
        return _per_day(case, posts, "posts", "link_clicks")
    daily = case.tables["daily"]
    daily = daily[(daily["platform"] == platform) & (daily["measure"] == "link_clicks")]
    return _per_day(case, daily, "daily", "value")


def _per_day(case: ClientMonth, rows: pd.DataFrame, name: str, column: str) -> pd.Series:
    last = case.month.end_time.normalize()
    first = periods.day(rows, name).min() if len(rows) else last + pd.Timedelta(days=1)
    return periods.per_day(rows, name, pd.date_range(first, last, freq="D"), column)
