"""M1 on the client's data: which rows each indicator is computed from, channel by channel, in one month.

Organic and mature posts only; money in the client's currency, none where the brief lacks a rate. Spend and
orders are cut at the month, so a sale counts in the month of the order and its ads in the month they ran.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.competitors import voice
from smmtools.measures.posts import mature
from smmtools.strategy.indicator_money import (
    days_of_money,
    in_own_currency,
    return_days,
    social_orders,
    spend_without_rate,
)
from smmtools.strategy.paid_parts import by_paid_part
from smmtools.strategy.verdicts import THRESHOLDS

SOCIAL_GROUPS = ("Organic Social", "Paid Social")
"""GA4's channel groups whose users count as coming from social channels."""
INTERACTIONS = "all interactions"
"""The part of a day's engagements where a platform gives only their sum, with saves and replies in it."""
COUNT_WITHIN = pd.Timedelta(days=7)
"""A follower count stands for the month's first or last day when it is at most this far from it."""


PAID = ("cpm", "cpc", "cpl", "cpa", "roas")
"""Indicators of what ads cost and brought: of all channels together they are of the paid ones only."""


@dataclass(frozen=True, order=True)
class Channel:
    """Where an indicator was measured; without a platform, all social channels together."""

    platform: str = ""
    account: str = ""
    """Empty where the figure is the platform's as a whole."""
    part: str = ""
    """posts, ads, placements where these are told apart; all interactions where only their sum is known."""
    role: str = "own"


Place = tuple[str, Channel]
"""An indicator's key and where it was measured."""
Rows = Iterator[tuple[Place, pd.DataFrame]]


def rated_posts(posts: pd.DataFrame) -> pd.DataFrame:
    """The posts that count for rates: organic, and at least ``maturity_days`` old at the export's date."""
    return mature(periods.organic(posts), THRESHOLDS.maturity_days)


def with_followers(posts: pd.DataFrame, followers: pd.DataFrame, name: str = "posts") -> pd.DataFrame:
    """Posts, or days, with the follower count of their account on that day.

    The latest count on or before that day, else the earliest after; missing for an account that is
    not counted at all. Adds the column ``followers``.
    """
    counts = followers.dropna(subset=["date", "count"]).sort_values("date")
    counts = counts[["platform", "account", "date", "count"]].rename(
        columns={"date": "_counted", "count": "followers"}
    )
    dated = posts.assign(_day=periods.day(posts, name)).sort_values("_day", kind="stable")
    nearest = partial(
        pd.merge_asof, dated, counts, left_on="_day", right_on="_counted", by=["platform", "account"]
    )
    before, after = nearest(direction="backward"), nearest(direction="forward")
    dated["followers"] = before["followers"].fillna(after["followers"]).to_numpy()
    return dated.drop(columns="_day")


def rows_in(case: ClientMonth, month: pd.Period) -> Rows:
    """The rows behind every indicator of every channel in one month."""
    days = periods.days_of(month)
    yield from _of_posts(case, days)
    yield from _of_days(case, days)
    yield from _of_ads(case, days)
    yield ("ctr", Channel(part="posts and ads")), _clicked(case, days)
    yield ("application_rate", Channel()), periods.daily_funnel(case.tables, days, case.social_sources)
    yield ("conversion_site", Channel()), _site(case, days)
    yield from _communities(case, days)
    yield from _growth(case, days)
    yield from _voices(case, days)
    yield from _of_money(case, days)


def _of_posts(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """Indicators whose rows are posts, account by account, competitors' where their figures are public."""
    rated = with_followers(
        rated_posts(periods.between(case.tables["posts"], "posts", days)), case.tables["followers"]
    )
    for (role, platform, account), rows in rated.groupby(["role", "platform", "account"]):
        channel = Channel(str(platform), str(account), role=str(role))
        if role in ("own", "competitor"):
            yield ("er_followers", channel), rows
        if role == "own":
            posts = replace(channel, part="posts")
            yield ("er_reach", channel), rows
            yield ("er_views", channel), rows
            yield ("ctr", posts), periods.known_clicks(rows)
            yield ("ctr_all", posts), rows[rows["impressions"].notna() & rows["clicks"].notna()]
            yield ("vtr", channel), rows[rows["format"].isin(["video", "reel"])]


def _of_days(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """All engagements of a day over the followers of that day, of each own account."""
    wanted = ["likes", "comments", "shares"]
    daily = periods.between(case.tables["daily"], "daily", days)
    daily = daily[daily["measure"].isin([*wanted, "interactions"])]
    wide = daily.pivot_table(
        index=["platform", "account", "date"], columns="measure", values="value", aggfunc="sum"
    ).reindex(columns=[*wanted, "interactions"])
    dated = with_followers(wide.astype(float).reset_index(), case.tables["followers"], "daily")
    for (platform, account), rows in dated.groupby(["platform", "account"]):
        channel = Channel(str(platform), str(account))
        if rows[wanted].notna().all(axis=1).any():
            yield ("er_day", channel), rows
        elif rows["interactions"].notna().any():
            summed = rows.assign(likes=rows["interactions"], comments=0.0, shares=0.0)
            yield ("er_day", replace(channel, part=INTERACTIONS)), summed


def _of_ads(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """Clicks of ads and of placements, and what they cost, platform by platform."""
    ads = in_own_currency(case, periods.between(case.tables["ads"], "ads", days), "spend")
    for platform, kind, rows in by_paid_part(case, ads):
        channel = Channel(platform, part=kind)
        yield ("ctr", channel), periods.known_clicks(rows)
        yield ("ctr_all", channel), rows[rows["impressions"].notna() & rows["clicks"].notna()]
        yield ("cpm", channel), rows
        yield ("cpc", channel), rows


def by_platform(rows: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The rows of each platform."""
    return ((str(platform), group) for platform, group in rows.groupby("platform"))


def _clicked(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Posts, ads, and days of platforms whose posts carry no clicks, all as units of one rate."""
    kinds = periods.clicked(case.tables).items()
    within = (periods.between(rows, name, days) for name, rows in kinds)
    return pd.concat([rows[["impressions", "link_clicks"]].astype(float) for rows in within])


def _buyers(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Orders from social channels in the month; who has no pseudonym counts as a buyer of their own."""
    rows = social_orders(case, days)
    return rows.assign(buyer=rows["buyer"].fillna(rows["order_id"]))


def social_users(case: ClientMonth, days: pd.DatetimeIndex) -> float:
    """Users of the site from social channel groups within these days; missing if unknown."""
    traffic = case.tables["traffic"]
    within = traffic[(traffic["start"] >= days[0]) & (traffic["end"] <= days[-1])]
    social = within[within["channel_group"].isin(SOCIAL_GROUPS)]["users"]
    return float(social.sum()) if social.notna().any() else math.nan


def _site(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """One row: different buyers from social channels, and the site's users from social channel groups."""
    users = social_users(case, days)
    if math.isnan(users) or case.tables["orders"].empty:
        return pd.DataFrame(columns=["buyers", "users"])
    return pd.DataFrame({"buyers": [_buyers(case, days)["buyer"].nunique()], "users": [int(users)]})


def _communities(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """Buyers and visitors a day of each own community whose platform counts visitors."""
    daily = periods.between(case.tables["daily"], "daily", days)
    buyers = _buyers(case, days).drop_duplicates("buyer")
    for platform, rows in by_platform(daily[daily["measure"] == "visitors"]):
        came = buyers[buyers["source"].str.lower().isin(case.sources_of(platform))]
        visitors = periods.per_day(rows, "daily", days, "value")
        counts = pd.DataFrame({"buyers": periods.per_day(came, "orders", days), "visitors": visitors})
        yield ("conversion_community", Channel(platform)), counts[counts["visitors"] > 0]


def _growth(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """Followers at the month's start and end of each own account, and of all together.

    A count stands for the first or the last day when it is within a week of it; a platform's people
    are counted once on each of several platforms, so growth together is that of memberships.
    """
    counts = case.tables["followers"].dropna(subset=["date", "count"]).sort_values("date")
    counts = counts[counts["role"].fillna("own") == "own"]
    found = []
    for (platform, account), rows in counts.groupby(["platform", "account"]):
        start, end = _count_near(rows, days[0]), _count_near(rows, days[-1], last=True)
        ends = pd.DataFrame({"followers_start": [start], "followers_end": [end]})
        yield ("audience_growth", Channel(str(platform), str(account))), ends
        found.append(ends)
    if len(found) > 1:
        yield ("audience_growth", Channel()), pd.concat(found)


def _count_near(rows: pd.DataFrame, day: pd.Timestamp, *, last: bool = False) -> float:
    """The count nearest to a day, the earlier of two as near; for the last day none that is after it."""
    apart = (rows["date"] - day).abs()
    near = rows.assign(apart=apart)[(apart <= COUNT_WITHIN) & ((rows["date"] <= day) if last else True)]
    return float(near.sort_values("apart", kind="stable")["count"].iloc[0]) if len(near) else math.nan


def _voices(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """Engagements of ours among those of all, on each platform where competitors' posts were collected."""
    month = periods.between(case.tables["posts"], "posts", days)
    for platform, rows in by_platform(mature(month, THRESHOLDS.maturity_days)):
        if {"own", "competitor"} <= set(rows["role"]):
            yield ("share_of_voice", Channel(platform)), voice(rows)


def _of_money(case: ClientMonth, days: pd.DatetimeIndex) -> Rows:
    """What orders, applications and buyers of social channels cost and bring."""
    orders = in_own_currency(case, social_orders(case, days), "value").rename(columns={"value": "revenue"})
    orders = orders.assign(orders=1)
    yield ("aov", Channel()), orders
    if spend_without_rate(case, days):
        return
    for platform, kind, rows in days_of_money(case, days):
        channel = Channel(platform, part=kind)
        for key in ("cpl", "cpa", "roas"):
            yield (key, channel), rows
    yield ("romi", Channel()), return_days(case, days)
