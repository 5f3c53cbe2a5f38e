"""Tidy tables cut and folded by the calendar: a month's rows, counts a day, the funnel a day.

Times in the tables are in the client's zone already, so a day here is the client's day.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from smmtools.measures.stats import ratio_interval

Tables = Mapping[str, pd.DataFrame]
SOCIAL_MEDIUMS = frozenset(
    {"social", "social-network", "social-media", "sm", "social network", "social media"}
)
"""Mediums that mean a social site whatever the source (GA4's published rules)."""

STEPS = ("impressions", "link_clicks", "applications")
"""The columns of the daily funnel, from first to last."""

MOST_SPREAD = 0.2
"""Daily rates get no interval when more than this share of the link clicks has no known day."""

_DAY_OF = {"posts": "published", "orders": "ordered_at", "daily": "date", "ads": "start", "followers": "date"}


def days_of(month: pd.Period) -> pd.DatetimeIndex:
    """Every day of the month.

    >>> len(days_of(pd.Period("2026-02", "M")))
    28
    """
    return pd.date_range(month.start_time.normalize(), month.end_time.normalize(), freq="D")


def day(table: pd.DataFrame, name: str) -> pd.Series[pd.Timestamp]:
    """The client's day of each row of a tidy table, without a zone.

    >>> day(pd.DataFrame({"date": pd.to_datetime(["2026-10-03"])}), "daily").dt.day.tolist()
    [3]
    """
    days: pd.Series[pd.Timestamp] = table[_DAY_OF[name]].dt.tz_localize(None).dt.normalize()
    return days


def between(table: pd.DataFrame, name: str, days: pd.DatetimeIndex) -> pd.DataFrame:
    """The rows of a tidy table whose day lies within the first and the last of the given days."""
    if table.empty or not len(days):
        return table.iloc[:0]
    when = day(table, name)
    return table[(when >= days[0]) & (when <= days[-1])]


def from_social(orders: pd.DataFrame, social_sources: frozenset[str]) -> pd.Series:
    """Which orders and applications name a social site as their source, or a social medium.

    An order without source or medium is not attributed to any channel: False.

    >>> orders = pd.DataFrame({"source": ["VK", "google", None], "medium": ["cpc", "organic", None]})
    >>> from_social(orders, frozenset({"vk"})).tolist()
    [True, False, False]
    """
    source = orders["source"].str.lower().isin(list(social_sources))
    medium = orders["medium"].str.lower().isin(list(SOCIAL_MEDIUMS))
    return source | medium


def per_day(rows: pd.DataFrame, name: str, days: pd.DatetimeIndex, value: str | None = None) -> pd.Series:
    """Rows a day, or the day's sum of one column, for every given day; a day without rows is 0."""
    within = between(rows, name, days)
    keys = day(within, name) if len(within) else pd.Series([], dtype="datetime64[us]")
    grouped = within.groupby(keys.to_numpy())
    totals = grouped.size() if value is None else grouped[value].sum(min_count=0)
    return totals.reindex(days, fill_value=0).astype(float)


def clicked(tables: Tables) -> dict[str, pd.DataFrame]:
    """The rows whose impressions and link clicks are both known, each impression once, by kind of table.

    Own organic posts and ads (a boosted post's paid impressions stand among the ads already), and, for a
    platform whose posts carry no clicks, its daily views with its daily link clicks.
    """
    posts = known_clicks(organic(own(tables["posts"])))
    series = _daily_clicks(tables["daily"], without=set(posts["platform"]))
    return {"posts": posts, "ads": known_clicks(tables["ads"]), "daily": series}


def daily_funnel(tables: Tables, days: pd.DatetimeIndex, social_sources: frozenset[str]) -> pd.DataFrame:
    """Impressions, link clicks and applications from social channels, one row a day.

    Impressions and clicks are those of ``clicked``. A post's count on the day it was published, those of
    an ad that covers several days are spread evenly over them.

    Columns: impressions, link_clicks, applications, missing on days that no file covers; and spread,
    the link clicks whose day is not known.
    """
    seen = clicked(tables)
    seen["ads"] = spread_evenly(seen["ads"])
    orders = tables["orders"]
    applications = orders[(orders["kind"] == "application") & from_social(orders, social_sources)]
    funnel = pd.DataFrame(
        {
            column: sum(per_day(table, name, days, column) for name, table in seen.items())
            for column in ("impressions", "link_clicks")
        }
    )
    funnel["applications"] = per_day(applications, "orders", days)
    funnel["spread"] = per_day(seen["ads"], "ads", days, "spread")
    funnel.loc[~covered({"orders": orders}, days), "applications"] = math.nan
    funnel.loc[~covered(seen, days), ["impressions", "link_clicks"]] = math.nan
    return funnel


def spread_evenly(ads: pd.DataFrame) -> pd.DataFrame:
    """Ads with one row a day: a row that covers several days gives each an equal part of its counts.

    Adds the column ``spread``: the link clicks whose day is not known.

    >>> days = pd.to_datetime(["2026-10-01", "2026-10-07"])
    >>> week = pd.DataFrame({"start": days[:1], "end": days[1:], "impressions": 70, "link_clicks": 7})
    >>> spread_evenly(week)["impressions"].tolist()
    [10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0]
    """
    rows = ads.reset_index(drop=True)
    lengths = (rows["end"] - rows["start"]).dt.days.to_numpy(dtype=int) + 1
    counts = rows[["impressions", "link_clicks"]].astype(float).div(lengths, axis=0)
    counts["spread"] = counts["link_clicks"].where(lengths > 1, 0.0)
    daily = counts.assign(start=rows["start"]).loc[rows.index.repeat(lengths)]
    nth = daily.groupby(level=0).cumcount()
    return daily.assign(start=daily["start"] + pd.to_timedelta(nth, unit="D")).reset_index(drop=True)


def daily_ratio(funnel: pd.DataFrame, top: str, bottom: str) -> tuple[float, float, float]:
    """Ratio of two columns of the daily funnel with its interval over days: (ratio, low, high).

    Days that lack a part are left out. There is no interval when more than ``MOST_SPREAD`` of the link
    clicks come from ads whose day is not known: evenly spread days would look surer than they are.
    """
    known = funnel.dropna()
    ratio, low, high = ratio_interval(known[top], known[bottom])
    if known["spread"].sum() > MOST_SPREAD * known["link_clicks"].sum():
        return ratio, math.nan, math.nan
    return ratio, low, high


def covered(tables: Tables, days: pd.DatetimeIndex) -> NDArray[np.bool_]:
    """Which of the days lie between the first and the last row of these tables, all taken together.

    Within that span a day without rows is a day on which nothing happened; outside it nobody looked.
    """
    seen = pd.concat([day(table, name) for name, table in tables.items()]).dropna()
    if seen.empty:
        return np.zeros(len(days), dtype=bool)
    return np.asarray((days >= seen.min()) & (days <= seen.max()))


def own(posts: pd.DataFrame) -> pd.DataFrame:
    """The client's own posts, without collaborators' and competitors'."""
    return posts[posts["role"] == "own"]


def organic(posts: pd.DataFrame) -> pd.DataFrame:
    """The posts that no money was spent on; a post that does not say counts as organic."""
    return posts[~posts["paid"].fillna(False).astype(bool)]


def known_clicks(rows: pd.DataFrame) -> pd.DataFrame:
    """The posts or ads that carry both impressions and link clicks."""
    return rows[rows["impressions"].notna() & rows["link_clicks"].notna()]


def _daily_clicks(daily: pd.DataFrame, without: set[str]) -> pd.DataFrame:
    """Daily views as impressions beside daily link clicks, for platforms whose posts carry no clicks."""
    rows = daily[daily["measure"].isin(["views", "link_clicks"]) & ~daily["platform"].isin(list(without))]
    wide = rows.pivot_table(index=["platform", "date"], columns="measure", values="value", aggfunc="sum")
    wide = wide.reindex(columns=["views", "link_clicks"]).dropna().reset_index()
    return wide.rename(columns={"views": "impressions"})
