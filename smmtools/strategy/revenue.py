"""Rule M5: what each post, channel and campaign sold in the month, with the level of what is known of it.

Orders up to the month's end alone; what matches no post stays in every table. Attributed is not caused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.attribution import LEVELS, By, attribute, performance
from smmtools.strategy.indicator_money import currencies_without_rate, in_own_currency
from smmtools.strategy.paid_parts import with_part
from smmtools.strategy.published import planned_and_published
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE, RULE = "indicators", "M5"
DIVISIONS: tuple[By, ...] = ("post", "channel", "group", "campaign")
KNOWN = ("post", "channel", "asked")
"""Levels at which an order's origin is known."""


@dataclass(frozen=True)
class Level:
    """Orders whose origin is known to one level."""

    level: str
    applications: int
    orders: int
    revenue: float
    share: float
    """Of the orders."""


@dataclass(frozen=True)
class Revenue:
    """The month's orders by where they came from."""

    currency: str
    orders: int
    applications: int
    unvalued: int
    """Orders whose value nobody noted; they count, and add nothing."""
    foreign: tuple[str, ...]
    """Currencies other than the client's that orders are in, converted by the brief's rates."""
    without_rate: tuple[str, ...]
    """Currencies that cannot be converted; then nothing is added up."""
    tables: Mapping[By, pd.DataFrame] = field(default_factory=dict)
    """By post, channel and campaign (measures.attribution.performance)."""
    levels: tuple[Level, ...] = ()
    posts: Mapping[str, tuple[str, pd.Timestamp]] = field(default_factory=dict)
    """Text and time of each post that orders came from, by its ID."""

    @property
    def total(self) -> float:
        """Revenue of all orders."""
        return sum(each.revenue for each in self.levels)

    @property
    def known_share(self) -> float:
        """Share of the orders whose origin is known to any level."""
        return sum(each.share for each in self.levels if each.level in KNOWN)


def revenue_of(case: ClientMonth) -> Revenue:
    """The month's orders and revenue by post, channel and campaign, in the client's currency."""
    days = periods.days_of(case.month)
    rows = periods.between(case.tables["orders"], "orders", days)
    paid = rows[rows["kind"] == "order"]
    lacking = currencies_without_rate(case, rows, "value")
    own = case.brief.currency
    found = Revenue(
        own, len(paid), int((rows["kind"] == "application").sum()), int(paid["value"].isna().sum()),
        tuple(sorted(set(paid["currency"].dropna().astype(str)) - {own})), lacking,
    )  # fmt: skip
    if lacking or rows.empty:
        return found
    posts, codes = traced_posts(case), codes_of(case)
    converted = in_own_currency(case, rows, "value").assign(currency=own)
    orders = with_part(case, attribute(converted, posts, case.sites, codes))
    visits = with_part(case, attribute(_visits(case, days), posts, case.sites, codes))
    tables = {by: performance(orders, visits, by) for by in DIVISIONS}
    return Revenue(
        found.currency, found.orders, found.applications, found.unvalued, found.foreign, (), tables,
        _levels(orders), _named(posts, tables["post"]),
    )  # fmt: skip


def codes_of(case: ClientMonth) -> dict[str, str]:
    """Each promo code with the post or platform that it means: the decision's, then those of topics.

    A topic's code goes out with several posts, so it tells of its channel only.
    """
    content = case.brief.decided("content", str(case.month))
    decision = case.brief.decided("indicators", str(case.month))
    topics = {topic.code: str(topic.channel) for topic in (content.topics if content else ()) if topic.code}
    return topics | dict(decision.codes if decision else {})


def traced_posts(case: ClientMonth) -> pd.DataFrame:
    """The client's own posts; one that the approved plan is recognised in carries its plan ID."""
    posts = periods.own(case.tables["posts"])
    planned = planned_and_published(case).dropna(subset=["post_id"])
    plan_ids = dict(zip(planned["post_id"], planned["plan_id"], strict=True))
    return posts.assign(plan_id=posts["plan_id"].fillna(posts["post_id"].map(plan_ids).astype("str")))


def _visits(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    traffic = case.tables["traffic"]
    return traffic[(traffic["start"] >= days[0]) & (traffic["end"] <= days[-1])]


def _levels(orders: pd.DataFrame) -> tuple[Level, ...]:
    paid = orders[orders["kind"] == "order"]
    applied = orders[orders["kind"] == "application"]
    return tuple(
        Level(
            level,
            int((applied["level"] == level).sum()),
            int(here.sum()),
            float(paid.loc[here, "value"].sum()),
            float(here.mean()) if len(paid) else 0.0,
        )
        for level in LEVELS
        for here in [paid["level"] == level]
    )


def _named(posts: pd.DataFrame, by_post: pd.DataFrame) -> dict[str, tuple[str, pd.Timestamp]]:
    wanted = posts[posts["post_id"].isin(by_post["post_id"].dropna())]
    texts = wanted["text"].fillna("").astype(str)
    return dict(zip(wanted["post_id"], zip(texts, wanted["published"], strict=True), strict=True))


def verdicts_of(found: Revenue) -> Iterator[Verdict]:
    """M5: the origin of most orders is known, of too few, or there are none; money without a rate fails."""
    for currency in found.without_rate:
        yield Verdict(RULE, STAGE, Grade.FAIL, "no rate", facts={"currency": currency})
    if not found.orders:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "no orders")
    elif found.levels:
        facts = {"orders": found.orders, "share": found.known_share}
        enough = found.known_share >= THRESHOLDS.attributed_pass
        grade, finding = (Grade.PASS, "traced") if enough else (Grade.REVIEW, "untraced")
        yield Verdict(RULE, STAGE, grade, finding, found.known_share, THRESHOLDS.attributed_pass, facts)
    if found.unvalued:
        facts = {"orders": found.orders, "unvalued": found.unvalued}
        yield Verdict(RULE, STAGE, Grade.REVIEW, "no value", found.unvalued, 0, facts)
