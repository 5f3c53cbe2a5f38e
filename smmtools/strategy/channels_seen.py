"""What is seen on the channels: what competitors post (R3.3) and what people do on ours (R3.2)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from smmtools.inputs.client import Candidate
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import competitors, periods
from smmtools.measures.competitors import THEIRS
from smmtools.measures.posts import engagements
from smmtools.strategy.indicators import rated_posts, with_followers

FORMATS: Mapping[str, tuple[str, ...]] = {
    "facebook": ("photo", "video", "carousel", "link", "text"),
    "instagram": ("photo", "carousel", "reel", "story"),
    "tiktok": ("video", "carousel"),
    "vk": ("photo", "video", "carousel", "text", "link", "meme"),
}
"""Formats that a platform offers, to see which of them no competitor uses."""
TOP_POSTS = 2


@dataclass(frozen=True)
class Rival:
    """One competitor on one platform: posts a day, engagement by followers, and the two weighed together."""

    account: str
    posts_a_day: float
    er_followers: float
    activity: float
    """Its part of K; missing when anything of it is unknown."""
    measured: bool
    """Whether a figure comes from the month's posts, for the brief says unknown."""


@dataclass(frozen=True)
class Observed:
    """What people did on one of our channels in the month, on organic posts that are old enough."""

    platform: str
    posts: int
    likes: float
    comments: float
    shares: float
    follows: float
    """Subscriptions; missing where no file counts them."""
    acts: float
    """All of it together; without subscriptions where a channel does not count them."""


@dataclass(frozen=True)
class Rivals:
    """What competitors post: tables of measures.competitors, competitors' accounts only."""

    table: pd.DataFrame
    formats: pd.DataFrame
    slots: pd.DataFrame
    top: pd.DataFrame
    answers: pd.DataFrame
    gaps: Mapping[str, Mapping[str, list[str]]]
    """By platform, what nobody there does: formats, and slots of the week."""


def known_rivals(case: ClientMonth, candidate: Candidate) -> tuple[Rival, ...]:
    """The candidate's competitors; what the brief does not know comes from the month's posts."""
    if candidate.rivals is None:
        return ()
    usual = candidate.benchmark.er_followers if candidate.benchmark else math.nan
    seen = _measured(case, candidate.platform)
    made = []
    for rival in candidate.rivals:
        pace, rate = seen.get(rival.account, (math.nan, math.nan))
        posts = pace if rival.posts_a_day is None else rival.posts_a_day
        er = rate if rival.er_followers is None else rival.er_followers
        unknown = rival.posts_a_day is None or rival.er_followers is None
        part = posts * er / usual
        made.append(Rival(rival.account, posts, er, part, unknown and not math.isnan(part)))
    return tuple(made)


def activity(candidate: Candidate, rivals: Sequence[Rival]) -> float:
    """K of a channel: the sum over its competitors; 0 where there are none, missing where one is unknown."""
    return math.nan if candidate.rivals is None else float(sum(rival.activity for rival in rivals))


def rivals_of(case: ClientMonth) -> Rivals:
    """What competitors posted in the month, how, and what none of them does."""
    posts = _month_posts(case)
    theirs = posts[posts["role"] == THEIRS]
    comments = case.tables["comments"]
    accounts = {(each.platform, each.account) for each in case.brief.accounts if each.role == THEIRS}
    pairs = zip(comments["platform"], comments["account"], strict=True)
    of_rivals = np.array([pair in accounts for pair in pairs], dtype=bool)
    gaps = {
        str(platform): competitors.nobody_does(rows, FORMATS.get(str(platform), ()))
        for platform, rows in theirs.groupby("platform")
    }
    return Rivals(
        competitors.what_they_post(theirs),
        competitors.shares_of(theirs, "format"),
        competitors.shares_of(theirs, "slot"),
        competitors.top_posts(theirs, TOP_POSTS),
        competitors.what_they_answer(comments[of_rivals]),
        gaps,
    )


def observed(case: ClientMonth) -> tuple[Observed, ...]:
    """What people did on each of our channels in the month, most first (R3.2)."""
    posts = rated_posts(periods.own(_month_posts(case)))
    posts = posts.assign(acts=engagements(posts))
    daily = periods.between(case.tables["daily"], "daily", periods.days_of(case.month))
    follows = daily[daily["measure"] == "follows"].groupby("platform")["value"].sum(min_count=1)
    rows = []
    for platform, own in posts.groupby("platform"):
        likes, comments, shares = (_sum(own[name]) for name in ("likes", "comments", "shares"))
        subscribed = float(follows.get(platform, math.nan))
        acts = _sum(own["acts"])
        rows.append(Observed(str(platform), len(own), likes, comments, shares, subscribed, acts))
    if rows and not any(math.isnan(row.follows) for row in rows):
        rows = [_with_follows(row) for row in rows]
    return tuple(sorted(rows, key=lambda row: (math.isnan(row.acts), -row.acts, row.platform)))


def same_texts(case: ClientMonth) -> float:
    """Share of the month's own texts that stand on more than one network; missing with fewer than two."""
    posts = periods.own(_month_posts(case)).dropna(subset=["text"])
    texts = posts.assign(text=posts["text"].str.strip().str.casefold())
    texts = texts[texts["text"] != ""]
    if texts["platform"].nunique() < 2:
        return math.nan
    networks = texts.groupby("text")["platform"].nunique()
    return float((networks > 1).mean())


def _with_follows(row: Observed) -> Observed:
    return replace(row, acts=row.acts + row.follows)


def _sum(column: pd.Series[float]) -> float:
    """The sum of what is known; missing when nothing is."""
    known = column.dropna()
    return float(known.sum()) if len(known) else math.nan


def _month_posts(case: ClientMonth) -> pd.DataFrame:
    return periods.between(case.tables["posts"], "posts", periods.days_of(case.month))


def _measured(case: ClientMonth, platform: str) -> dict[str, tuple[float, float]]:
    """Posts a day and engagement by followers of each competitor whose posts the exports hold."""
    posts = with_followers(_month_posts(case), case.tables["followers"])
    theirs = posts[(posts["role"] == THEIRS) & (posts["platform"] == platform)]
    if theirs.empty:
        return {}
    pace = competitors.what_they_post(theirs).set_index("account")["posts_a_day"]
    rates = competitors.compare_accounts(theirs, platform)[1].set_index("account")["value"]
    return {str(name): (float(pace[name]), float(rates.get(name, math.nan))) for name in pace.index}
