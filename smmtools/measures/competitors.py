"""How the client stands among its competitors (M2), and what they post (R3.3).

Their reach is unseen, so accounts are compared by engagements per follower and post. Ours is measured
the same way: all posts that anyone can see, boosted ones included, for theirs cannot be told apart.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd
from scipy import stats

from smmtools.measures.kpis import compute
from smmtools.measures.posts import ACCOUNT, engagements
from smmtools.measures.timing import DAYPARTS, WEEKPARTS, slots

OURS, THEIRS = "own", "competitor"


@dataclass(frozen=True)
class Standing:
    """One account among several, by one indicator."""

    value: float
    percentile: float
    """Share of the accounts below ours, half of those equal (ours is one) counted as below."""
    average_with: float
    """Mean of the accounts' values, ours among them."""
    average_without: float
    """Mean of the others' values; missing when there are none."""
    n: int
    """Accounts with a value, ours among them."""
    years: tuple[int, ...] = ()
    """The years that the compared posts are of."""


def standing(
    values: Mapping[str, float], ours: Collection[str] | str, years: Collection[int] = ()
) -> Standing:
    """Where our account stands among all, by values where more is better.

    Accounts without a value take no part. Several accounts of ours stand as their mean. Everything is
    missing when ours has no value. Rule M2.

    >>> found = standing({"ours": 0.02, "a": 0.01, "b": 0.02, "c": 0.04}, "ours")
    >>> found.percentile, round(found.average_with, 4), round(found.average_without, 4), found.n
    (0.5, 0.0225, 0.0233, 4)
    """
    own = {ours} if isinstance(ours, str) else set(ours)
    known = pd.Series(values, dtype=float).dropna()
    mine, others = known[known.index.isin(own)], known[~known.index.isin(own)].tolist()
    when = tuple(sorted(set(years)))
    if mine.empty:
        return Standing(math.nan, math.nan, math.nan, _mean(others), len(others), when)
    value = float(mine.mean())
    compared = [value, *others]
    percentile = float(stats.percentileofscore(compared, value, kind="mean")) / 100
    return Standing(value, percentile, _mean(compared), _mean(others), len(compared), when)


def compare_accounts(posts: pd.DataFrame, platform: str) -> tuple[Standing, pd.DataFrame]:
    """Our standing on one platform by engagements per follower and post, and the accounts behind it.

    ``posts`` need the column ``followers``: the account's followers when the post was published.
    Columns of the accounts: account, role, posts, value, low, high; best first.
    """
    here = posts[(posts["platform"] == platform) & posts["role"].isin([OURS, THEIRS])]
    rows = []
    for (account, role), own in here.groupby(["account", "role"]):
        rate = compute("er_followers", own)
        rows.append((str(account), str(role), rate.n, rate.value, rate.low, rate.high))
    accounts = pd.DataFrame(rows, columns=["account", "role", "posts", "value", "low", "high"])
    accounts = accounts.sort_values(["value", "account"], ascending=[False, True], ignore_index=True)
    values = dict(zip(accounts["account"], accounts["value"], strict=True))
    ours = accounts.loc[accounts["role"] == OURS, "account"].tolist()
    return standing(values, ours, here["published"].dt.year.dropna().astype(int).unique().tolist()), accounts


def voice(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts with the columns of ``share_of_voice``: own_engagements and all_engagements.

    A competitor's post counts 0 of our own; collaborators' posts and posts that lack a part are out.

    >>> posts = pd.DataFrame({"role": ["own", "competitor"], "likes": [20, 60], "comments": 0, "shares": 0})
    >>> compute("share_of_voice", voice(posts)).value
    0.25
    """
    compared = posts[posts["role"].isin([OURS, THEIRS])]
    total = engagements(compared)
    own = total.where(compared["role"] == OURS, 0.0)
    return compared.assign(own_engagements=own.mask(total.isna()), all_engagements=total)


def what_they_post(posts: pd.DataFrame) -> pd.DataFrame:
    """One row an account: how much, how long, how well. Rule R3.3.

    Columns: platform, account, role, posts, posts_a_day (over the days from the first to the last post
    of any account of that platform), text_length and duration (medians; seconds), engagements (median
    a post), format and slot (the most frequent, as weekpart and daypart). Missing where not given.
    """
    rows = _described(posts)
    seen = rows.groupby("platform")["day"].agg(["min", "max"])
    days = (seen["max"] - seen["min"]).dt.days + 1
    table = rows.groupby([*ACCOUNT, "role"]).agg(
        posts=("post_id", "size"),
        text_length=("length", "median"),
        duration=("duration", "median"),
        engagements=("engagements", "median"),
        format=("format", _most_frequent),
        slot=("slot", _most_frequent),
    )
    table = table.reset_index()
    table.insert(4, "posts_a_day", table["posts"] / table["platform"].map(days))
    return table


def shares_of(posts: pd.DataFrame, what: str) -> pd.DataFrame:
    """How each account's posts divide by ``format`` or ``slot``: one row an account and kind.

    Columns: platform, account, role, the kind, posts, share (of the account's posts that say it),
    engagements (median a post); most frequent first within an account.
    """
    rows = _described(posts).dropna(subset=[what])
    by = [*ACCOUNT, "role"]
    table = rows.groupby([*by, what])["engagements"].agg(["size", "median"]).reset_index()
    table = table.rename(columns={"size": "posts", "median": "engagements"})
    table.insert(5, "share", table["posts"] / table.groupby(by)["posts"].transform("sum"))
    order = [*by, "posts", what]
    return table.sort_values(order, ascending=[True, True, True, False, True], ignore_index=True)


def top_posts(posts: pd.DataFrame, most: int = 3) -> pd.DataFrame:
    """Each account's posts with the most engagements, whatever their reach: that is what is seen of them.

    Columns of the posts table and ``engagements``; of equal posts the earlier comes first.
    """
    rows = posts.assign(engagements=engagements(posts)).dropna(subset=["engagements"])
    order = [*ACCOUNT, "engagements", "published", "post_id"]
    rows = rows.sort_values(order, ascending=[True, True, False, True, True])
    return rows.groupby(ACCOUNT).head(most)


def nobody_does(posts: pd.DataFrame, formats: Collection[str]) -> dict[str, list[str]]:
    """What no competitor among these posts does: formats, and slots (weekpart and daypart; nights apart).

    ``formats`` are those that the platform offers. Empty lists when there are no competitors' posts:
    not to have looked is not to have found a gap.
    """
    theirs = _described(posts[posts["role"] == THEIRS])
    if theirs.empty:
        return {"format": [], "slot": []}
    offered = [f"{week} {day}" for week in WEEKPARTS for day in DAYPARTS if day != "night"]
    seen = {"format": set(theirs["format"].dropna()), "slot": set(theirs["slot"])}
    every = {"format": list(formats), "slot": offered}
    return {what: [kind for kind in every[what] if kind not in seen[what]] for what in every}


def what_they_answer(comments: pd.DataFrame) -> pd.DataFrame:
    """One row an account: how many of people's comments are answered, how soon, and how.

    Columns: platform, account, comments, answered (share), hours (median of those answered; unanswered
    ones are left out, so it flatters), asking (share of answers that ask or call to act). Comments by
    the account itself do not count. Rule R5.2 applied to R3.3.
    """
    people = comments[~comments["by_us"].fillna(False).astype(bool)]
    done = people["replied_at"].notna()
    rows = people[ACCOUNT].assign(
        answered=done.astype(float),
        hours=(people["replied_at"] - people["created"]).dt.total_seconds() / 3600,
        asking=people["reply_kind"].isin(["question", "call to action"]).astype(float).where(done),
    )
    table = rows.groupby(ACCOUNT).agg(
        comments=("answered", "size"),
        answered=("answered", "mean"),
        hours=("hours", "median"),
        asking=("asking", "mean"),
    )
    return table.reset_index()


def _described(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts with day, slot, length of text (counted where it is not given) and engagements."""
    parts = slots(posts["published"])
    given, counted = posts["text_length"].astype(float), posts["text"].str.len().astype(float)
    return posts.assign(
        day=posts["published"].dt.tz_localize(None).dt.normalize(),
        slot=parts["weekpart"] + " " + parts["daypart"],
        length=given.fillna(counted),
        duration=posts["duration"].astype(float),
        engagements=engagements(posts),
    )


def _most_frequent(kinds: pd.Series[str]) -> str | None:
    """The most frequent kind, of equals the first by name."""
    counts = kinds.value_counts()
    return str(min(counts.index[counts == counts.max()])) if len(counts) else None


def _mean(values: Collection[float]) -> float:
    return sum(values) / len(values) if values else math.nan
