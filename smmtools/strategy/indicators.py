"""Stage 06: what the indicators say this month, with their doubt, and against last month.

Rule M1 (the registry), and which posts count (CONTRIBUTING): organic and mature ones only, ratios
of totals, an interval that fits what was counted. Which rows they are computed from says
indicator_rows.py. M2 is in standings.py, M4 in watched.py, M5 in revenue.py and tagged_links.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.indicators_decision import IndicatorsDecision
from smmtools.measures import periods
from smmtools.measures.kpis import REGISTRY, KpiValue, compare
from smmtools.strategy import revenue, standings, tagged_links, watch_values, watch_verdicts, watched
from smmtools.strategy.indicator_money import spend_without_rate
from smmtools.strategy.indicator_rows import Channel, Place, rated_posts, rows_in, with_followers
from smmtools.strategy.revenue import Revenue
from smmtools.strategy.standings import PlatformStanding
from smmtools.strategy.tagged_links import TagCheck
from smmtools.strategy.two_rates import TwoRates, compared
from smmtools.strategy.verdicts import Grade, Verdict
from smmtools.strategy.watched import GoalWatch

__all__ = [
    "STAGE", "Channel", "Indicator", "IndicatorsAssessment", "LeftOut", "assess", "rated_posts", "value_of",
    "with_followers",
]  # fmt: skip

STAGE = "indicators"

NEEDS: Mapping[str, str] = {
    "er_reach": "posts with likes, comments, shares and reach",
    "er_followers": "posts with likes, comments and shares, and follower counts",
    "ctr": "impressions and link clicks of posts or ads",
    "vtr": "video posts with views and impressions",
    "conversion_site": "orders with a source, and the site's users by channel group",
    "conversion_community": "orders with a source, and the community's visitors a day",
    "application_rate": "applications with a source, and link clicks",
}
"""Which rows an indicator is computed from, in the words of the data request; asked of every client."""
NEEDS_BESIDE: Mapping[str, str] = {
    "er_views": "posts with likes, comments, shares and views",
    "er_day": "the engagements of each day, and follower counts",
    "ctr_all": "impressions and all clicks of posts or ads",
    "cpm": "the spend and impressions of ads",
    "cpc": "the spend and link clicks of ads",
    "cpl": "the spend of ads, and applications with a source",
    "cpa": "the spend of ads, and orders with a source",
    "aov": "orders with a source and a value",
    "roas": "the spend of ads, and orders with a source and a value",
    "romi": "orders with a source and a value, the client's margin, and an estimate",
    "audience_growth": "follower counts at the start and the end of the month",
    "share_of_voice": "our posts and the competitors', with likes, comments and shares",
}
"""Shown wherever it is measured; judged and asked for only where a goal is watched by it."""


@dataclass(frozen=True)
class Indicator:
    """One indicator of one channel in the month, beside the month before."""

    key: str
    channel: Channel
    value: KpiValue
    before: KpiValue
    change: tuple[float, float, float]
    """How many times last month's value this month's is: (ratio, low, high)."""

    @property
    def trend(self) -> str:
        """higher, lower, no clear change, or unknown: a change is clear when its interval excludes 1."""
        ratio, low, high = self.change
        if any(math.isnan(part) for part in (ratio, low, high)):
            return "unknown"
        return "higher" if low > 1 else "lower" if high < 1 else "no clear change"


@dataclass(frozen=True)
class LeftOut:
    """Own posts of the month that are no base for rates, by reason."""

    platform: str
    counted: int
    boosted: int
    immature: int


@dataclass(frozen=True)
class IndicatorsAssessment:
    """Everything stage 06 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    indicators: tuple[Indicator, ...]
    left_out: tuple[LeftOut, ...]
    verdicts: tuple[Verdict, ...]
    decision: IndicatorsDecision | None
    goals: tuple[GoalWatch, ...]
    """The goals in force, each with the indicators that it is watched by (M4)."""
    sessions: tuple[KpiValue, KpiValue]
    """Visits to the site a day from social channels, in the month and in the one before."""
    differences: tuple[TwoRates, ...]
    """Rates of people counted once, against the month before (M4)."""
    standings: tuple[PlatformStanding, ...]
    """Us among the competitors, platform by platform (M2)."""
    revenue: Revenue
    """Orders and revenue by post, channel and campaign (M5)."""
    tags: TagCheck
    """What is wrong with the links of planned posts and with the tags in the exports (M5)."""

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision; None is the analyst."""
        return self.decision.by if self.decision else None

    def of(self, key: str) -> tuple[Indicator, ...]:
        """The indicators with this key, own channels first."""
        return tuple(indicator for indicator in self.indicators if indicator.key == key)


def assess(case: ClientMonth) -> IndicatorsAssessment:
    """Everything stage 06 says of a client's indicators in the month."""
    now, before = dict(rows_in(case, case.month)), dict(rows_in(case, case.month - 1))
    measured = (_measure(place, rows, before.get(place)) for place, rows in now.items())
    # a channel that never gives an indicator's parts is no channel of it
    kept = sorted((each for each in measured if each.value.n or each.before.n), key=_reading_order)
    decision = case.brief.decided("indicators", str(case.month))
    goals = watched.watch(case, decision, now)
    places, earned, tags = standings.standings_of(case), revenue.revenue_of(case), tagged_links.check(case)
    verdicts = (
        *_verdicts(case, kept, goals),
        *standings.verdicts_of(places),
        *watch_verdicts.verdicts_of(goals, decision, watched.main_key(case), case.brief.currency),
        *revenue.verdicts_of(earned),
        *tagged_links.verdicts_of(tags),
    )
    return IndicatorsAssessment(
        case, tuple(kept), tuple(_left_out(case)), verdicts, decision, goals,
        (watch_values.counted(case, "sessions"), watch_values.counted(case, "sessions", case.month - 1)),
        compared(now, before), places, earned, tags,
    )  # fmt: skip


def value_of(case: ClientMonth, key: str, channel: str | None = None) -> KpiValue:
    """Any indicator of M4 in the month, of one platform or of all; what a goal counts is counted a day.

    Missing (NaN) where it is not measured, and for a key that nobody knows.
    """
    return watch_values.value_of(case, key, channel)


def _measure(place: Place, rows: pd.DataFrame, earlier: pd.DataFrame | None) -> Indicator:
    key, channel = place
    now = watch_values.valued(key, rows)
    before = watch_values.valued(key, earlier) if earlier is not None else KpiValue(*(math.nan,) * 3, 0, key)
    # how many times a gain another is says nothing: either may be a loss
    change = (math.nan,) * 3 if REGISTRY[key].net else compare(now, before)
    return Indicator(key, channel, now, before, change)


def _reading_order(indicator: Indicator) -> tuple[int, bool, Channel]:
    """By the registry, own channels before competitors'."""
    channel = indicator.channel
    return list(REGISTRY).index(indicator.key), channel.role != "own", channel


def _left_out(case: ClientMonth) -> Iterator[LeftOut]:
    posts = periods.own(periods.between(case.tables["posts"], "posts", periods.days_of(case.month)))
    for platform, rows in posts.groupby("platform"):
        boosted = len(rows) - len(periods.organic(rows))
        counted = len(rated_posts(rows))
        yield LeftOut(str(platform), counted, boosted, len(rows) - boosted - counted)


def _verdicts(
    case: ClientMonth, indicators: Sequence[Indicator], goals: Sequence[GoalWatch]
) -> Iterator[Verdict]:
    """M1: measured with an interval, measured without one and why, or no data with what to ask for."""
    for currency in spend_without_rate(case, periods.days_of(case.month)):
        yield Verdict("M1", STAGE, Grade.FAIL, "no rate", facts={"currency": currency})
    wanted = {each.key for goal in goals for each in goal.watched}
    for key, needs in {**NEEDS, **NEEDS_BESIDE}.items():
        mine = [each for each in indicators if each.key == key and each.channel.role == "own"]
        measured = [each for each in mine if not math.isnan(each.value.value)]
        if key == "romi" and measured:
            yield _of_return(measured[0].value)
        elif key in NEEDS or key in wanted:
            yield _of_indicator(key, needs, measured)


def _of_return(value: KpiValue) -> Verdict:
    """M1 of ROMI: whether what was spent surely left more than it cost, surely less, or either."""
    facts = {"value": value.value, "low": value.low, "high": value.high}
    grade, finding = Grade.REVIEW, "may cost more than it leaves"
    if math.isnan(value.low):
        finding = "return without interval"
    elif value.high < 0:
        grade, finding = Grade.FAIL, "costs more than it leaves"
    elif value.low > 0:
        grade, finding = Grade.PASS, "leaves more than it costs"
    return Verdict("M1", STAGE, grade, finding, value.value, 0, facts)


def _of_indicator(key: str, needs: str, measured: list[Indicator]) -> Verdict:
    kpi = REGISTRY[key]
    bare = [each for each in measured if math.isnan(each.value.low)]
    channels = [each.channel for each in bare or measured]
    facts = {"kpi": kpi.name, "needs": needs, "channels": channels}
    if not measured:
        return Verdict("M1", STAGE, Grade.NO_DATA, "no data", facts=facts)
    if kpi.interval == "none":
        return Verdict("M1", STAGE, Grade.PASS, "all counted", len(measured), facts=facts)
    if bare:
        finding = "none counted" if all(each.value.value == 0 for each in bare) else "no interval"
        return Verdict("M1", STAGE, Grade.REVIEW, finding, min(each.value.n for each in bare), facts=facts)
    return Verdict("M1", STAGE, Grade.PASS, "measured", len(measured), facts=facts)
