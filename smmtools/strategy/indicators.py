"""Stage 06: what the indicators say this month, with their doubt, and against last month.

Rule M1 (the registry), and which posts count (CONTRIBUTING): organic and mature ones only, ratios
of totals, an interval that fits what was counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.kpis import REGISTRY, KpiValue, compute
from smmtools.measures.posts import mature
from smmtools.measures.stats import ratio_of_estimates
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "indicators"
SOCIAL_GROUPS = ("Organic Social", "Paid Social")
"""GA4's channel groups whose users count as coming from social channels."""

NEEDS = {
    "er_reach": "posts with likes, comments, shares and reach",
    "er_followers": "posts with likes, comments and shares, and follower counts",
    "ctr": "impressions and link clicks of posts or ads",
    "vtr": "video posts with views and impressions",
    "conversion_site": "orders with a source, and the site's users by channel group",
    "conversion_community": "orders with a source, and the community's visitors a day",
    "application_rate": "applications with a source, and link clicks",
}
"""Which rows an indicator is computed from, in the words of the data request."""


@dataclass(frozen=True, order=True)
class Channel:
    """Where an indicator was measured; without a platform, all social channels together."""

    platform: str = ""
    account: str = ""
    """Empty where the figure is the platform's as a whole."""
    part: str = ""
    """posts or ads, where the two are told apart."""
    role: str = "own"


Place = tuple[str, Channel]
"""An indicator's key and where it was measured."""


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
    owner: str | None = None
    """Who acts on this stage's verdicts; None is the analyst, for nobody decided anything yet."""

    def of(self, key: str) -> tuple[Indicator, ...]:
        """The indicators with this key, own channels first."""
        return tuple(indicator for indicator in self.indicators if indicator.key == key)


def rated_posts(posts: pd.DataFrame) -> pd.DataFrame:
    """The posts that count for rates: organic, and at least ``maturity_days`` old at the export's date."""
    return mature(periods.organic(posts), THRESHOLDS.maturity_days)


def with_followers(posts: pd.DataFrame, followers: pd.DataFrame) -> pd.DataFrame:
    """The posts with the follower count of their account on the day they were published.

    The latest count on or before that day, else the earliest after; missing for an account that is
    not counted at all. Adds the column ``followers``.
    """
    counts = followers.dropna(subset=["date", "count"]).sort_values("date")
    counts = counts[["platform", "account", "date", "count"]].rename(columns={"count": "followers"})
    dated = posts.assign(_day=periods.day(posts, "posts")).sort_values("_day", kind="stable")
    nearest = partial(
        pd.merge_asof, dated, counts, left_on="_day", right_on="date", by=["platform", "account"]
    )
    before, after = nearest(direction="backward"), nearest(direction="forward")
    dated["followers"] = before["followers"].fillna(after["followers"]).to_numpy()
    return dated.drop(columns="_day")


def assess(case: ClientMonth) -> IndicatorsAssessment:
    """Everything stage 06 says of a client's indicators in the month."""
    before = dict(_rows_in(case, case.month - 1))
    measured = (_measure(place, rows, before.get(place)) for place, rows in _rows_in(case, case.month))
    # a channel that never gives an indicator's parts is no channel of it
    indicators = sorted((each for each in measured if each.value.n or each.before.n), key=_reading_order)
    verdicts = tuple(_verdicts(indicators))
    return IndicatorsAssessment(case, tuple(indicators), tuple(_left_out(case)), verdicts)


def _measure(place: Place, rows: pd.DataFrame, earlier: pd.DataFrame | None) -> Indicator:
    key, channel = place
    now = _value(key, rows)
    before = _value(key, earlier) if earlier is not None else KpiValue(math.nan, math.nan, math.nan, 0)
    change = ratio_of_estimates((now.value, now.low, now.high), (before.value, before.low, before.high))
    return Indicator(key, channel, now, before, change)


def _value(key: str, rows: pd.DataFrame) -> KpiValue:
    """The registry's value; of the daily funnel, with no interval where its days are not known."""
    value = compute(key, rows)
    if key != "application_rate":
        return value
    _, low, high = periods.daily_ratio(rows, "applications", "link_clicks")
    return replace(value, low=low, high=high)


def _clicked(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Posts, ads, and days of platforms whose posts carry no clicks, all as units of one rate."""
    kinds = periods.clicked(case.tables).items()
    within = (periods.between(rows, name, days) for name, rows in kinds)
    return pd.concat([rows[["impressions", "link_clicks"]].astype(float) for rows in within])


def _reading_order(indicator: Indicator) -> tuple[int, bool, Channel]:
    """By the registry, own channels before competitors'."""
    channel = indicator.channel
    return list(REGISTRY).index(indicator.key), channel.role != "own", channel


def _rows_in(case: ClientMonth, month: pd.Period) -> Iterator[tuple[Place, pd.DataFrame]]:
    """The rows behind every indicator of every channel in one month."""
    days = periods.days_of(month)
    yield from _of_posts(case, days)
    for platform, rows in _by_platform(
        periods.known_clicks(periods.between(case.tables["ads"], "ads", days))
    ):
        yield ("ctr", Channel(platform, part="ads")), rows
    yield ("ctr", Channel(part="posts and ads")), _clicked(case, days)
    yield ("application_rate", Channel()), periods.daily_funnel(case.tables, days, case.social_sources)
    yield ("conversion_site", Channel()), _site(case, days)
    yield from _communities(case, days)


def _of_posts(case: ClientMonth, days: pd.DatetimeIndex) -> Iterator[tuple[Place, pd.DataFrame]]:
    """Indicators whose rows are posts, account by account, competitors' where their figures are public."""
    rated = with_followers(
        rated_posts(periods.between(case.tables["posts"], "posts", days)), case.tables["followers"]
    )
    for (role, platform, account), rows in rated.groupby(["role", "platform", "account"]):
        channel = Channel(str(platform), str(account), role=str(role))
        if role in ("own", "competitor"):
            yield ("er_followers", channel), rows
        if role == "own":
            yield ("er_reach", channel), rows
            yield ("ctr", replace(channel, part="posts")), periods.known_clicks(rows)
            yield ("vtr", channel), rows[rows["format"].isin(["video", "reel"])]


def _by_platform(rows: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    return ((str(platform), group) for platform, group in rows.groupby("platform"))


def _buyers(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Orders from social channels in the month; who has no pseudonym counts as a buyer of their own."""
    orders = periods.between(case.tables["orders"], "orders", days)
    rows = orders[(orders["kind"] == "order") & periods.from_social(orders, case.social_sources)]
    return rows.assign(buyer=rows["buyer"].fillna(rows["order_id"]))


def _site(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """One row: different buyers from social channels, and the site's users from social channel groups."""
    traffic = case.tables["traffic"]
    within = traffic[(traffic["start"] >= days[0]) & (traffic["end"] <= days[-1])]
    users = within[within["channel_group"].isin(SOCIAL_GROUPS)]["users"]
    if users.notna().sum() == 0 or case.tables["orders"].empty:
        return pd.DataFrame(columns=["buyers", "users"])
    return pd.DataFrame({"buyers": [_buyers(case, days)["buyer"].nunique()], "users": [int(users.sum())]})


def _communities(case: ClientMonth, days: pd.DatetimeIndex) -> Iterator[tuple[Place, pd.DataFrame]]:
    """Buyers and visitors a day of each own community whose platform counts visitors."""
    daily = periods.between(case.tables["daily"], "daily", days)
    buyers = _buyers(case, days).drop_duplicates("buyer")
    for platform, rows in _by_platform(daily[daily["measure"] == "visitors"]):
        came = buyers[buyers["source"].str.lower().isin(case.sources_of(platform))]
        visitors = periods.per_day(rows, "daily", days, "value")
        counts = pd.DataFrame({"buyers": periods.per_day(came, "orders", days), "visitors": visitors})
        yield ("conversion_community", Channel(platform)), counts[counts["visitors"] > 0]


def _left_out(case: ClientMonth) -> Iterator[LeftOut]:
    posts = periods.own(periods.between(case.tables["posts"], "posts", periods.days_of(case.month)))
    for platform, rows in posts.groupby("platform"):
        boosted = len(rows) - len(periods.organic(rows))
        counted = len(rated_posts(rows))
        yield LeftOut(str(platform), counted, boosted, len(rows) - boosted - counted)


def _verdicts(indicators: Sequence[Indicator]) -> Iterator[Verdict]:
    """M1: measured with an interval, measured without one and why, or no data with what to ask for."""
    for key, needs in NEEDS.items():
        mine = [each for each in indicators if each.key == key and each.channel.role == "own"]
        measured = [each for each in mine if not math.isnan(each.value.value)]
        bare = [each for each in measured if math.isnan(each.value.low)]
        facts = {
            "kpi": REGISTRY[key].name,
            "needs": needs,
            "channels": [each.channel for each in bare or measured],
        }
        if not measured:
            yield Verdict("M1", STAGE, Grade.NO_DATA, "no data", facts=facts)
        elif bare:
            finding = "none counted" if all(each.value.value == 0 for each in bare) else "no interval"
            yield Verdict("M1", STAGE, Grade.REVIEW, finding, min(each.value.n for each in bare), facts=facts)
        else:
            yield Verdict("M1", STAGE, Grade.PASS, "measured", len(measured), facts=facts)
