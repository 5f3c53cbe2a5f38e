"""What each channel earned in a month, and why revenue changed against the month before (X6).

A channel is a platform's ads, its placements or its posts. Impressions and link clicks are those of the
daily funnel (``measures.periods.clicked``), with views for impressions where a platform's posts give no
others; orders belong to the channel that their source, medium, promo code or post names (M5). What the
method cannot split stands beside it, so that parts and rest are the whole change: channels whose impressions
or clicks are not known in both months, orders from elsewhere, and orders of which nobody knows where they
came from.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.reference import TrafficSources
from smmtools.measures import attribution, periods
from smmtools.measures.stats import newcombe_difference
from smmtools.strategy.lag import Lag
from smmtools.strategy.money import rate_of, rates
from smmtools.strategy.orders_due import clicks_by_day, clicks_due, lag_of
from smmtools.strategy.paid_parts import by_paid_part, with_part
from smmtools.strategy.revenue_parts import Decomposition, Values, decompose_channels, factors_of

META = ("facebook", "instagram")
"""Whose ads one account of Meta's may hold together, under the name ``meta``."""
ELSEWHERE, UNKNOWN = "elsewhere", "unknown"
"""Parts of no platform: orders that name another origin, and orders that name none."""
COLUMNS = ("impressions", "clicks", "orders", "revenue", "views")
FEW_ORDERS = 10
"""With fewer orders than this in one of the months chance alone may have moved a part: said."""
LATE_START = 6
"""Orders that begin later in the month before than so many days after its first leave it incomplete."""

Place = tuple[str, str]
"""A platform and its part: ads, placements or posts."""


@dataclass(frozen=True)
class Counts:
    """One channel in one month; impressions and clicks are missing where no file gives them."""

    impressions: float = 0.0
    clicks: float = 0.0
    orders: float = 0.0
    revenue: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether its revenue is the product of its four factors."""
        if math.isnan(self.impressions) or math.isnan(self.clicks) or self.revenue < 0:
            return False
        return not self.orders or (self.clicks > 0 and self.impressions > 0)

    @property
    def factors(self) -> Values:
        """Impressions, CTR, conversion and average order."""
        return factors_of(self.impressions, self.clicks, self.orders, self.revenue)


@dataclass(frozen=True)
class Conversion:
    """Which share of a channel's clicks became orders, in both months, with the difference and its doubt."""

    before: float
    now: float
    difference: float
    low: float
    high: float
    due_low: float = math.nan
    due_high: float = math.nan
    """Bounds of the same difference by the clicks whose orders were due; missing without a stated lag."""
    own_due: float = math.nan
    """Of the month's own clicks, the share whose orders were due by its end."""

    @property
    def clear(self) -> bool:
        """Whether the difference is more than chance, and more than orders that come late would make."""
        return self.fell or (self.low > 0 and not self.due_low <= 0)

    @property
    def fell(self) -> bool:
        """Whether it fell so."""
        return self.high < 0 and not self.due_high >= 0

    @property
    def to_come(self) -> bool:
        """Whether it fell by more than chance, and orders still to come may make up for it."""
        return self.high < 0 and not self.fell


@dataclass(frozen=True)
class ChannelChange:
    """One channel in the month and the month before, with its parts of the change where it can be split."""

    platform: str
    part: str
    """ads, placements or posts; elsewhere or unknown, without a platform."""
    before: Counts
    now: Counts
    views: bool = False
    """Whether views stand in for impressions."""
    parts: Values | None = None
    due: tuple[float, float] | None = None
    """Clicks of the month before and of the month whose orders were due in it; None without a stated lag."""
    own_due: float = math.nan
    """Of the month's own clicks, the share whose orders were due by its end."""

    @property
    def change(self) -> float:
        """Revenue now less revenue before."""
        return self.now.revenue - self.before.revenue

    @property
    def conversion(self) -> Conversion | None:
        """Orders by clicks in both months; None where one has no clicks, or more orders than clicks.

        By channel alone: over several a shift of the mix would pose as a change of the rate.
        """
        counts = [(int(each.orders), each.clicks) for each in (self.now, self.before)]
        if self.parts is None or not all(clicks > 0 and orders <= clicks for orders, clicks in counts):
            return None
        (orders, clicks), (earlier, earlier_clicks) = ((orders, int(clicks)) for orders, clicks in counts)
        found = newcombe_difference(orders, clicks, earlier, earlier_clicks)
        rates = earlier / earlier_clicks, orders / clicks
        if self.due is None:
            return Conversion(*rates, *found)
        due = self.due[0], self.due[1]
        if earlier > due[0] or orders > due[1]:  # too few were due to say anything of their share
            return Conversion(*rates, *found, -1.0, 1.0, self.own_due)
        _, low, high = newcombe_difference(orders, int(due[1]), earlier, int(due[0]))
        return Conversion(*rates, *found, low, high, self.own_due)


@dataclass(frozen=True)
class RevenueChange:
    """Why revenue changed: channel by channel, their parts summed, and what could not be split."""

    split: tuple[ChannelChange, ...]
    apart: tuple[ChannelChange, ...]
    parts: Values
    """By factor, summed over the channels."""

    @property
    def before(self) -> float:
        """Revenue of the month before, of all orders."""
        return math.fsum(each.before.revenue for each in self.channels)

    @property
    def now(self) -> float:
        """Revenue of the month, of all orders."""
        return math.fsum(each.now.revenue for each in self.channels)

    @property
    def change(self) -> float:
        """The whole change."""
        return math.fsum(each.change for each in self.channels)

    @property
    def rest(self) -> float:
        """What the method cannot split."""
        return math.fsum(each.change for each in self.apart)

    @property
    def channels(self) -> tuple[ChannelChange, ...]:
        """Those split, then those apart."""
        return (*self.split, *self.apart)

    @property
    def orders(self) -> tuple[float, float]:
        """Orders of the channels that were split: before and now."""
        return sum(each.before.orders for each in self.split), sum(each.now.orders for each in self.split)

    @property
    def fell(self) -> bool:
        """Whether conversion fell on any channel by more than chance, and than late orders would make."""
        each = (channel.conversion for channel in self.split)
        return any(said is not None and said.fell for said in each)

    @property
    def to_come(self) -> tuple[ChannelChange, ...]:
        """Channels whose conversion fell by more than chance, where orders to come may make up for it."""
        return tuple(each for each in self.split if each.conversion and each.conversion.to_come)

    @property
    def few(self) -> bool:
        """Whether one of the months has so few orders that a part says little."""
        return min(self.orders) < FEW_ORDERS


def monthly(case: ClientMonth, month: pd.Period) -> pd.DataFrame:
    """What each channel of the client's had in a month, one row a channel, in the client's currency.

    Index: platform and part (ads, placements, posts; elsewhere, unknown without a platform). Columns:
    impressions and clicks, missing where no file gives them; orders (those with a value), revenue; views,
    whether those stand in for impressions. An order in a currency without a rate in the brief has no value
    here.
    """
    days = periods.days_of(month)
    seen = {**_ads(case, days), **_posts(case, days)}
    sold = _sold(case, days, {platform for platform, part in seen if part != "posts"})
    places = sorted({*seen, *sold}, key=lambda place: (not place[0], place))
    rows = [(*seen.get(place, _unseen(place)), *sold.get(place, (0.0, 0.0))) for place in places]
    table = pd.DataFrame(rows, columns=["impressions", "clicks", "views", "orders", "revenue"], dtype=object)
    table.index = pd.MultiIndex.from_tuples(places, names=["platform", "part"]) if places else table.index
    numbers = ["impressions", "clicks", "orders", "revenue"]
    return table.astype(dict.fromkeys(numbers, float) | {"views": bool})[list(COLUMNS)]


def without_rate(case: ClientMonth) -> str:
    """A currency of the two months' orders that the brief gives no rate for; empty where there is none."""
    days = pd.date_range((case.month - 1).start_time.normalize(), case.month.end_time.normalize(), freq="D")
    orders = periods.between(case.tables["orders"], "orders", days)
    codes = sorted(orders.loc[orders["value"].notna(), "currency"].dropna().astype(str).unique())
    return next((code for code in codes if rate_of(case, code) is None), "")


def change_of(case: ClientMonth) -> RevenueChange | None:
    """Why the month's revenue differs from that of the month before; None unless both have orders on file.

    None, too, where an order is in a currency without a rate (``without_rate``): nothing is dropped silently.
    """
    days = periods.days_of(case.month - 1)
    orders = case.tables["orders"]
    observed = case.observed("orders") if (orders["kind"] == "order").any() else None
    if (
        observed is None
        or without_rate(case)
        or observed[0] > days[LATE_START]
        or observed[1] < periods.days_of(case.month)[0]
    ):
        return None
    changes = list(_changes(monthly(case, case.month - 1), monthly(case, case.month)))
    lag = lag_of(case)
    return split_of(changes if lag is None else [_with_due(case, each, lag) for each in changes])


def _with_due(case: ClientMonth, each: ChannelChange, lag: Lag) -> ChannelChange:
    """A channel with the clicks of both months whose orders were due, as the stated lag says."""
    if not _splits(each):
        return each
    clicks = clicks_by_day(case, each.platform, each.part)
    (before, _), (now, own) = (clicks_due(clicks, month, lag) for month in (case.month - 1, case.month))
    return replace(each, due=(before, now), own_due=own)


def split_of(changes: list[ChannelChange]) -> RevenueChange:
    """The channels' changes with their parts, those that cannot be split beside them. Rule X6."""
    named = {f"{each.platform} {each.part}": each for each in changes if _splits(each)}
    there = {
        name: each for name, each in named.items() if each.change or each.now.orders or each.before.orders
    }
    found = _decomposed(there)
    split = tuple(replace(each, parts=found.channels[name]) for name, each in there.items())
    apart = tuple(each for each in changes if not _splits(each) and (each.now.orders or each.before.orders))
    return RevenueChange(split, apart, found.total)


def _decomposed(there: dict[str, ChannelChange]) -> Decomposition:
    before = {name: each.before.factors for name, each in there.items() if each.before != Counts()}
    now = {name: each.now.factors for name, each in there.items() if each.now != Counts()}
    return decompose_channels(before, now)


def _splits(each: ChannelChange) -> bool:
    return bool(each.platform) and each.before.whole and each.now.whole


def _changes(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[ChannelChange]:
    """Channel by channel; impressions of one month and views of the other are not the same: not known."""
    for place in sorted({*before.index, *now.index}, key=lambda place: (not place[0], place)):
        then, here = _counts(before, place), _counts(now, place)
        kinds = {bool(table.loc[place, "views"]) for table in (before, now) if place in table.index}
        if len(kinds) > 1 and then.impressions and here.impressions:
            then = Counts(math.nan, then.clicks, then.orders, then.revenue)
        yield ChannelChange(place[0], place[1], then, here, True in kinds)


def _counts(table: pd.DataFrame, place: Place) -> Counts:
    if place not in table.index:
        return Counts()
    rows = table[[each == place for each in table.index]]
    return Counts(*(float(rows[name].iloc[0]) for name in ("impressions", "clicks", "orders", "revenue")))


def _unseen(place: Place) -> tuple[float, float, bool]:
    """Impressions and clicks of a channel that orders name and no file of impressions does."""
    return math.nan, math.nan, False


def _ads(case: ClientMonth, days: pd.DatetimeIndex) -> dict[Place, tuple[float, float, bool]]:
    ads = periods.known_clicks(periods.between(case.tables["ads"], "ads", days))
    return {
        (platform, str(kind)): (float(rows["impressions"].sum()), float(rows["link_clicks"].sum()), False)
        for platform, kind, rows in by_paid_part(case, ads)
    }


def _posts(case: ClientMonth, days: pd.DatetimeIndex) -> dict[Place, tuple[float, float, bool]]:
    """Own organic posts of the month; else the days' views and clicks of platforms whose posts carry none."""
    posts = periods.organic(periods.own(periods.between(case.tables["posts"], "posts", days)))
    found: dict[Place, tuple[float, float, bool]] = {}
    for platform, rows in posts.groupby("platform"):
        views = not rows["impressions"].notna().any()
        known = rows.assign(impressions=rows["views"]) if views else rows
        known = periods.known_clicks(known)
        if len(known):
            seen = float(known["impressions"].sum()), float(known["link_clicks"].sum())
            found[str(platform), "posts"] = (*seen, views)
    daily = periods.between(periods.clicked(case.tables)["daily"], "daily", days)
    for platform, rows in daily.groupby("platform"):
        seen = float(rows["impressions"].sum()), float(rows["link_clicks"].sum())
        found.setdefault((str(platform), "posts"), (*seen, True))
    return found


def _sold(case: ClientMonth, days: pd.DatetimeIndex, ads: set[str]) -> dict[Place, tuple[float, float]]:
    """Orders with a value, and their value in the client's currency, by where they came from."""
    orders = periods.between(case.tables["orders"], "orders", days)
    orders = orders[(orders["kind"] == "order") & orders["value"].notna()]
    decision = case.brief.decided("indicators", str(case.month))
    sites = TrafficSources(case.platform_sources, {}, {}, {})
    named = attribution.attribute(orders, case.tables["posts"], sites, decision.codes if decision else None)
    named = named.assign(worth=named["value"].astype(float) * rates(case, named["currency"]))
    named = with_part(case, named[named["worth"].notna()])
    found: dict[Place, tuple[float, float]] = {}
    for row in named.to_dict("records"):
        count, revenue = found.get(place := _place(row, ads), (0.0, 0.0))
        found[place] = (count + 1, revenue + float(row["worth"]))
    return found


def _place(row: Mapping[Hashable, Any], ads: set[str]) -> Place:
    """The channel of one order: its platform's ads or placements if one led to it, else its posts."""
    platform, part = row["platform"], row["part"]
    if pd.isna(platform):
        return "", ELSEWHERE if isinstance(row["source"], str) and row["source"].strip() else UNKNOWN
    if pd.isna(part):
        return str(platform), "posts"
    together = platform in META and "meta" in ads and platform not in ads
    return ("meta" if together else str(platform)), str(part)
