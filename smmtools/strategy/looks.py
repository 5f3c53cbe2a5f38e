"""The three looks of every month (R8.1): the subscribers, the reach, and the posts that engaged most.

Guide, lines 479 to 488: are the subscribers the target, does the reach grow, which posts got most; the next
month is adjusted by what they say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.posts import rank_posts
from smmtools.measures.stats import FEWEST_UNITS, ratio_interval, ratio_of_estimates
from smmtools.strategy.indicators import rated_posts
from smmtools.strategy.post_results import Group, Results
from smmtools.strategy.verdicts import Grade, Verdict, worst

STAGE = "review"
SHOWN = 3
"""Posts of each account that are named."""
WIDEST = 100.0
"""An interval that spans more times than this is none."""
FOLLOWED = ("reach", "follows")
"""What is looked at by day, against the month before."""

Estimate = tuple[float, float, float]
_REACH = {
    "higher": (Grade.PASS, "reach growing"),
    "no clear change": (Grade.PASS, "reach steady"),
    "lower": (Grade.REVIEW, "reach falling"),
    "unknown": (Grade.NO_DATA, "reach unknown"),
}


@dataclass(frozen=True)
class Trend:
    """One daily figure of a platform: its mean a day in the month and in the month before."""

    platform: str
    measure: str
    """reach or follows."""
    now: Estimate
    before: Estimate
    change: Estimate

    @property
    def finding(self) -> str:
        """higher, lower, no clear change, or unknown."""
        ratio, low, high = self.change
        if any(math.isnan(part) for part in (ratio, low, high)):
            return "unknown"
        return "higher" if low > 1 else "lower" if high < 1 else "no clear change"


@dataclass(frozen=True)
class TopPost:
    """One of the month's posts that engaged most, by the rate drawn to the account's mean."""

    platform: str
    account: str
    published: pd.Timestamp
    format: str | None
    text: str | None
    key: str
    """The indicator."""
    rate: Estimate
    """Drawn to the mean, with its interval; the rate as it is, without one, under ten posts."""


@dataclass(frozen=True)
class Looks:
    """What the three looks found."""

    trends: tuple[Trend, ...]
    top: tuple[TopPost, ...]
    better: tuple[tuple[Results, Group], ...]
    """Kinds of posts that did better than the account's mean."""
    verdicts: tuple[Verdict, ...]


def looks_of(case: ClientMonth, results: tuple[Results, ...], of_audience: Sequence[Verdict]) -> Looks:
    """The three looks; ``results`` are stage 04's, ``of_audience`` stage 02's verdicts. Rule R8.1."""
    trends = tuple(_trends(case))
    top = tuple(post for each in results for post in _top(case, each))
    better = tuple((each, group) for each in results for group in each.groups if group.finding == "better")
    verdicts = (
        _of_subscribers(of_audience),
        *_of_reach(case, trends),
        *_of_posts(results, top, better),
    )
    return Looks(trends, top, better, verdicts)


def _trends(case: ClientMonth) -> Iterator[Trend]:
    """Reach and new followers of each own platform, day by day."""
    own = dict.fromkeys(each.platform for each in case.brief.accounts if each.role == "own")
    daily = case.tables["daily"]
    for measure in FOLLOWED:
        for platform in own:
            rows = daily[(daily["measure"] == measure) & (daily["platform"] == platform)]
            now, before = (_a_day(rows, month) for month in (case.month, case.month - 1))
            if not math.isnan(now[0]):
                yield Trend(str(platform), measure, now, before, ratio_of_estimates(now, before))


def _a_day(rows: pd.DataFrame, month: pd.Period) -> Estimate:
    """The mean of a month's days, resampling the days; missing where there are none."""
    within = periods.between(rows, "daily", periods.days_of(month))
    totals = within.groupby("date")["value"].sum().to_numpy(dtype=float)
    if not len(totals):
        return math.nan, math.nan, math.nan
    mean, low, high = ratio_interval(totals, np.ones(len(totals)))
    wide = low > 0 and high / low > WIDEST  # one day made the month: resampling says nothing
    return (mean, math.nan, math.nan) if wide else (mean, low, high)


def _top(case: ClientMonth, each: Results) -> Iterator[TopPost]:
    posts = rated_posts(periods.own(case.tables["posts"]))
    posts = posts[(posts["platform"] == each.platform) & (posts["account"] == each.account)]
    month = periods.between(posts, "posts", periods.days_of(case.month))
    posts_by = month.to_dict("index")
    for row in rank_posts(month, each.key).head(SHOWN).reset_index(names="row").to_dict("records"):
        post = posts_by[row["row"]]
        known = not math.isnan(row["shrunk"])
        rate = (row["shrunk"], row["low"], row["high"]) if known else (row["raw"], math.nan, math.nan)
        said = [None if pd.isna(post[name]) else str(post[name]) for name in ("format", "text")]
        figures = (float(rate[0]), float(rate[1]), float(rate[2]))
        yield TopPost(each.platform, each.account, post["published"], said[0], said[1], each.key, figures)


def _of_subscribers(of_audience: Sequence[Verdict]) -> Verdict:
    """Are they the target? The worst of A1's verdicts speaks; without any there is nothing to look at."""
    judged = [each for each in of_audience if each.rule == "A1" and each.value is not None]
    if not judged:
        return Verdict("R8.1", STAGE, Grade.NO_DATA, "subscribers unknown")
    grade = worst(each.grade for each in judged)
    farthest = min(judged, key=lambda each: float(each.value or 0))
    finding = "subscribers on target" if grade == Grade.PASS else "subscribers off target"
    facts = {"match": farthest.value, "matches": len(judged), **_where(farthest)}
    return Verdict("R8.1", STAGE, grade, finding, farthest.value, farthest.threshold, facts)


def _where(verdict: Verdict) -> dict[str, object]:
    """Of whom the platform counted: followers, or visitors of a day, and by what they are told apart."""
    names = ("platform", "breakdown", "population", "account")
    return {name: verdict.facts.get(name) or "" for name in names}


def _of_reach(case: ClientMonth, trends: Sequence[Trend]) -> Iterator[Verdict]:
    known = {each.platform: each for each in trends if each.measure == "reach"}
    own = dict.fromkeys(str(each.platform) for each in case.brief.accounts if each.role == "own")
    for platform in own:
        each = known.get(platform)
        if each is None:
            yield Verdict("R8.1", STAGE, Grade.NO_DATA, "no reach", facts={"platform": platform})
            continue
        grade, finding = _REACH[each.finding]
        facts = {
            "platform": platform, "now": each.now[0], "before": each.before[0], "ratio": each.change[0],
            "low": each.change[1], "high": each.change[2],
        }  # fmt: skip
        ratio = None if math.isnan(each.change[0]) else each.change[0]
        yield Verdict("R8.1", STAGE, grade, finding, ratio, 1.0, facts)


def _of_posts(
    results: Sequence[Results], top: Sequence[TopPost], better: Sequence[tuple[Results, Group]]
) -> Iterator[Verdict]:
    if not results:
        yield Verdict("R8.1", STAGE, Grade.NO_DATA, "no posts")
    for each in results:
        first = next(
            (post for post in top if (post.platform, post.account) == (each.platform, each.account)), None
        )
        facts: dict[str, object] = {"platform": each.platform, "account": each.account}
        if first is None or math.isnan(first.rate[1]):
            yield Verdict("R8.1", STAGE, Grade.NO_DATA, "too few posts", each.posts, FEWEST_UNITS, facts)
            continue
        rate, low, high = first.rate
        facts |= {"day": first.published.date(), "rate": rate, "low": low, "high": high}
        yield Verdict(
            "R8.1", STAGE, Grade.PASS, "engaged most", rate, each.value, facts | {"mean": each.value}
        )
        kinds = [group for result, group in better if result is each]
        if kinds:
            best = max(kinds, key=lambda group: group.value)
            said = facts | {
                "kind": best.kind, "posts": best.posts, "rate": best.value, "low": best.low,
                "high": best.high, "mean": each.value,
            }  # fmt: skip
            yield Verdict("R8.1", STAGE, Grade.REVIEW, "kind better", best.value, each.value, said)
