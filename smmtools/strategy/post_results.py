"""What the client's own posts say: which did best (K2), which stand out (K3), the odds of a hit (K4).

Mature organic posts only. K2 looks at the three months that end with the report's; K3 and K4 at every
post there is, for a hit is rare.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pandas as pd
from scipy import special, stats

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.kpis import REGISTRY
from smmtools.measures.posts import engagements, mature, outliers, rank_posts
from smmtools.measures.stats import ratio_interval
from smmtools.measures.timing import Timing, best_times, slots
from smmtools.strategy.verdicts import THRESHOLDS

FUNCTIONS = frozenset({"sell", "inform", "teach", "entertain"})
MONTHS = 3
"""K2 looks at so many months, the last of them the report's."""
TOP = 3
"""How many of an account's best posts are shown."""
KINDS = ("format", "function", "daypart", "length")
"""What posts are told apart by."""


@dataclass(frozen=True)
class Group:
    """Some of an account's posts: how they did, and whether that differs from the others beyond chance."""

    by: str
    """format, function, daypart or length."""
    kind: str
    """Of a length: shorter or longer than the middle post."""
    posts: int
    value: float
    low: float
    high: float
    """Missing with fewer than ten posts."""
    finding: str
    """better, worse, no clear difference; or too few posts for an interval."""
    limit: float = math.nan
    """Of a length: the characters of the middle post."""


@dataclass(frozen=True)
class Best:
    """One of an account's best posts, with the range that its rank lies in."""

    post_id: str
    published: pd.Timestamp
    format: str | None
    text: str | None
    raw: float
    shrunk: float
    low: float
    high: float
    rank_low: float
    rank_high: float
    best: float
    """Probability that its true rate is the account's highest."""


@dataclass(frozen=True)
class Loud:
    """A boosted post that got more engagements than any organic one: its reach was bought."""

    post_id: str
    published: pd.Timestamp
    text: str | None
    engagements: float
    organic: float
    """Engagements of the best organic post."""


@dataclass(frozen=True)
class Outlying:
    """A post beyond one of K3's limits, with all three rules side by side."""

    post_id: str
    published: pd.Timestamp
    text: str | None
    engagements: float
    percentile_limit: float
    by_percentile: bool | None
    by_deviation: bool | None
    score: float


@dataclass(frozen=True)
class Results:
    """What one account's posts say."""

    platform: str
    account: str
    key: str
    """The indicator: by reach, or by views where no reach is given."""
    posts: int
    """Mature organic posts of the three months with that indicator."""
    boosted: int
    immature: int
    value: float
    low: float
    high: float
    groups: tuple[Group, ...]
    top: tuple[Best, ...]
    loud: Loud | None
    outlying: tuple[Outlying, ...]
    hits: int
    """Posts beyond K3's second rule."""
    judged: int
    """Posts that the second rule could judge."""
    timing: Timing
    typical: float
    """Mean engagements of a mature organic post; missing where none has a count."""
    factors: dict[str, float]
    """How many times the typical post a format gets, drawn to 1."""


@dataclass(frozen=True)
class Odds:
    """K4: the chance of a viral hit among so many posts."""

    hits: int
    misses: int
    posts: int
    rate: float
    """Expected chance of one post."""
    low: float
    high: float
    chance: float
    """At least one hit among ``posts``."""


def results_of(case: ClientMonth) -> tuple[Results, ...]:
    """What the posts of each own account say, in the order of the brief."""
    own = periods.own(case.tables["posts"])
    named = [(each.platform, each.account) for each in case.brief.accounts if each.role == "own"]
    return tuple(
        _results(case, platform, account, rows)
        for platform, account in named
        if len(rows := own[(own["platform"] == platform) & (own["account"] == account)])
    )


def odds_of_hit(hits: int, misses: int, posts: int, level: float = 0.95) -> Odds:
    """P(at least one hit in n posts) with p ~ Beta(.5 + hits, 19.5 + misses): 1 - B(a, b + n) / B(a, b).

    >>> round(odds_of_hit(0, 0, 0).rate, 3)
    0.025
    """
    a, b = 0.5 + hits, 19.5 + misses
    tail = (1 - level) / 2
    low, high = (float(each) for each in stats.beta(a, b).ppf([tail, 1 - tail]))
    return Odds(hits, misses, posts, a / (a + b), low, high, at_least_one(a, b, posts))


def at_least_one(a: float, b: float, n: int) -> float:
    """E[1 - (1 - p)^n] for p ~ Beta(a, b), exactly.

    >>> round(at_least_one(1, 99, 10), 6)
    0.091743
    """
    return float(-np.expm1(special.betaln(a, b + n) - special.betaln(a, b)))


def _results(case: ClientMonth, platform: str, account: str, rows: pd.DataFrame) -> Results:
    organic = periods.organic(rows)
    ripe = mature(organic, THRESHOLDS.maturity_days)
    lately = periods.between(rows, "posts", _quarter(case.month))
    base = periods.between(ripe, "posts", _quarter(case.month))
    key = _key_of(ripe)
    parts = REGISTRY[key]
    known = base.dropna(subset=list(parts.parts))
    known = known[known[parts.denominator].astype(float) > 0]
    value, low, high = _rate(known, key)
    judged = outliers(ripe, key)
    counted = engagements(base).dropna()
    return Results(
        platform,
        account,
        key,
        len(known),
        len(lately) - len(periods.organic(lately)),
        len(periods.organic(lately)) - len(base),
        value,
        low,
        high,
        tuple(_groups(known, key, value)),
        tuple(_top(known, key)),
        _loud(lately, organic),
        tuple(_outlying(ripe, judged)),
        int(judged["by_percentile"].fillna(False).sum()),
        int(judged["by_percentile"].notna().sum()),
        best_times(ripe),
        float(counted.mean()) if len(counted) else math.nan,
        _factors(base),
    )


def _quarter(month: pd.Period) -> pd.DatetimeIndex:
    first = (month - (MONTHS - 1)).start_time.normalize()
    return pd.date_range(first, month.end_time.normalize(), freq="D")


def _key_of(posts: pd.DataFrame) -> str:
    """By reach where any post gives it, else by views."""
    return "er_reach" if posts["reach"].notna().any() else "er_views"


def _rate(posts: pd.DataFrame, key: str) -> tuple[float, float, float]:
    return ratio_interval(engagements(posts), posts[REGISTRY[key].denominator].astype(float))


def _groups(posts: pd.DataFrame, key: str, account: float) -> Iterator[Group]:
    """Posts by each kind; a kind that only one group or none has says nothing."""
    sorted_by = described(posts)
    middle = float(sorted_by["characters"].median()) if len(sorted_by) else math.nan
    for by in KINDS:
        groups = [(str(kind), rows) for kind, rows in posts.groupby(sorted_by[by])]
        for kind, rows in groups if len(groups) > 1 else ():
            value, low, high = _rate(rows, key)
            finding = _finding(account, low, high)
            limit = middle if by == "length" else math.nan
            yield Group(by, kind, len(rows), value, low, high, finding, limit)


def described(posts: pd.DataFrame) -> pd.DataFrame:
    """What each post is told apart by: format, function (from its label), daypart, length, characters."""
    labels = posts["labels"].fillna("").astype(str).str.strip().str.lower()
    counted = posts["text_length"].astype(float).fillna(posts["text"].str.len().astype(float))
    longer = (counted > counted.median()).map({True: "longer", False: "shorter"})
    return pd.DataFrame(
        {
            "format": posts["format"],
            "function": labels.where(labels.isin(list(FUNCTIONS))),
            "daypart": slots(posts["published"])["daypart"],
            "length": longer.where(counted.notna()),
            "characters": counted,
        },
        index=posts.index,
    )


def _finding(account: float, low: float, high: float) -> str:
    if math.isnan(low):
        return "too few"
    return "better" if low > account else "worse" if high < account else "no clear difference"


def _top(posts: pd.DataFrame, key: str) -> Iterator[Best]:
    ranked = rank_posts(posts, key).head(TOP)
    for index, row in ranked.iterrows():
        post = cast(dict[str, Any], posts.loc[cast(int, index)].to_dict())
        yield Best(
            str(row["post_id"]), post["published"], _text(post["format"]), _text(post["text"]),
            *(float(row[name]) for name in ("raw", "shrunk", "low", "high", "rank_low", "rank_high", "best")),
        )  # fmt: skip


def _loud(posts: pd.DataFrame, organic: pd.DataFrame) -> Loud | None:
    """The boosted post that looks best, where it got more than every organic one."""
    counted = engagements(posts).dropna()
    if counted.empty:
        return None
    index = counted.sort_values(ascending=False, kind="stable").index[0]
    if index in organic.index:
        return None
    post, others = posts.loc[index], counted[counted.index.isin(organic.index)]
    most = float(others.max()) if len(others) else math.nan
    return Loud(str(post["post_id"]), post["published"], _text(post["text"]), float(counted[index]), most)


def _outlying(posts: pd.DataFrame, judged: pd.DataFrame) -> Iterator[Outlying]:
    """The posts beyond the first or the second limit, the loudest first."""
    beyond = judged["by_percentile"].fillna(False) | judged["by_deviation"].fillna(False)
    rows = judged[beyond.astype(bool)].sort_values(["engagements", "post_id"], ascending=[False, True])
    texts = posts["text"].to_dict()
    for index, row in rows.iterrows():
        yield Outlying(
            str(row["post_id"]), row["published"], _text(texts[index]),
            float(row["engagements"]), float(row["percentile_limit"]),
            _flag(row["by_percentile"]), _flag(row["by_deviation"]), float(row["score"]),
        )  # fmt: skip


def _flag(value: object) -> bool | None:
    return None if value is pd.NA or value is None else bool(value)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _factors(posts: pd.DataFrame) -> dict[str, float]:
    """Engagements of each format's mean post over those of all, drawn to 1 by the posts it rests on.

    On the logarithm, with the weight n / (n + 10): with ten posts a format is drawn half way.
    """
    counted = engagements(posts)
    typical = float(counted.mean())
    if not typical > 0:
        return {}
    found = {}
    for kind, values in counted.groupby(posts["format"]):
        known = values.dropna()
        if len(known) and known.mean() > 0:
            weight = len(known) / (len(known) + THRESHOLDS.half_drawn)
            found[str(kind)] = float((known.mean() / typical) ** weight)
    return found


def accounts(found: tuple[Results, ...]) -> dict[str, Results]:
    """The first own account of each platform, for the calendar."""
    first: dict[str, Results] = {}
    for each in found:
        first.setdefault(each.platform, each)
    return first
