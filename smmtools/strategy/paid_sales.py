"""What was spent and what was sold, by month of contact and by paid part: what M3's cohorts are made of.

A paid part is a platform with its ads, or its placements: campaigns that a channel of placements in the
budget's split claims, and where the split names none those whose name begins with ``placement-``.
An order belongs to the part that its tags name; one without tags to where its buyer's application came
from. Its contact is its buyer's latest application, which stands for the contact before it; where there is
none, the lag says which months it may have come of (``lag.led_by``). Attributed is not incremental.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from smmtools.inputs.budget_decision import BudgetLine, PaidChannel
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.channel_groups import is_paid
from smmtools.strategy.lag import Lag, LateOrders, late_orders, led_by
from smmtools.strategy.money import rate_of, rates
from smmtools.strategy.paid_weeks import claimed

PLACEMENT = "placement-"
"""How the name of a campaign begins that is a post bought in another community."""

META = "meta"
"""What an ad account's report calls Facebook and Instagram where it does not tell them apart."""
UNKNOWN = "unknown"
"""The platform of ads whose report names none; their spend belongs to the social channels as a whole, too."""
_OF_META = ("facebook", "instagram")
_TAGS = ["source", "medium", "campaign", "content"]

Kind = Literal["ads", "placements"]
Days = tuple[dt.date, dt.date]
"""First and last day of a cohort's contacts."""


@dataclass(frozen=True, order=True)
class PaidPart:
    """One way in which money is spent: a platform's ads, or placements in its communities."""

    platform: str
    kind: Kind

    @property
    def key(self) -> str:
        """Platform and kind: vk-ads."""
        return f"{self.platform}-{self.kind}"


@dataclass(frozen=True)
class Sold:
    """Orders and sales by cohort, and how their contacts are known."""

    orders: NDArray[np.float64]
    """Expected ones where contacts are not known; refunds are none."""
    sales: NDArray[np.float64]
    """In the client's currency, net of refunds."""
    by_application: int
    """Orders whose buyer had applied before."""
    by_lag: int
    """Orders shared among the months by the lag, for nothing says when their buyer was met."""
    earlier: int
    """Orders that came of contacts before the first cohort: in none."""
    lag_seen: tuple[int, float, float]
    """Orders with a known application, and their days since it: of half, of nine in ten; or missing (NaN).

    Shorter than the lag from contact to purchase: the contact lies before the application, and of young
    applications only the quick orders are there.
    """


def kind_of(platform: object, campaign: object, channels: Sequence[PaidChannel] = ()) -> Kind:
    """Placements or ads: as the split's channel says that claims the campaign, else by the campaign's name.

    >>> kind_of("vk", "placement-gorod"), kind_of("vk", "delivery-zone"), kind_of("vk", None)
    ('placements', 'ads', 'ads')
    """
    named = campaign if isinstance(campaign, str) else None
    claim = claimed(str(platform), named, channels)
    if claim is not None:
        return channels[claim].kind
    return "placements" if named and named.strip().lower().startswith(PLACEMENT) else "ads"


def expected_cost(case: ClientMonth, line: BudgetLine) -> float:
    """A line's expected cost in the client's currency: the mean of its price (PERT) times its quantity.

    Missing (NaN) where the brief gives no rate of the line's currency.
    """
    mean = (line.price.low + 4 * line.price.mode + line.price.high) / 6
    return mean * line.quantity * (rate_of(case, line.currency) or math.nan)


def spending(case: ClientMonth) -> pd.DataFrame:
    """The ads that state a spend, in the client's currency: start, end, part, spend, link_clicks.

    Amounts in a currency without a rate are missing; ``without_rate`` names it.
    """
    ads, channels = case.tables["ads"], _channels(case)
    ads = ads[ads["spend"].notna()]
    platforms = ads["platform"].fillna(UNKNOWN)
    parts = [
        PaidPart(str(name), kind_of(name, of, channels))
        for name, of in zip(platforms, ads["campaign"], strict=True)
    ]
    spend = ads["spend"].astype(float) * rates(case, ads["currency"])
    clicks = ads["link_clicks"].astype(float)
    rows = {"start": ads["start"], "end": ads["end"], "part": parts, "spend": spend, "link_clicks": clicks}
    return pd.DataFrame(rows, index=ads.index).reset_index(drop=True)


def within(rows: pd.DataFrame, column: str, days: Sequence[Days]) -> NDArray[np.float64]:
    """The sum of a column in each cohort; a row of several days gives each day an equal part.

    >>> week = pd.DataFrame({"start": [pd.Timestamp("2026-09-29")], "end": [pd.Timestamp("2026-10-05")],
    ...                      "spend": [70.0]})
    >>> october = (dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    >>> within(week, "spend", [october]).tolist()
    [50.0]
    """
    lengths = (rows["end"] - rows["start"]).dt.days + 1
    totals = []
    for first, last in days:
        starts = rows["start"].where(rows["start"] > pd.Timestamp(first), pd.Timestamp(first))
        ends = rows["end"].where(rows["end"] < pd.Timestamp(last), pd.Timestamp(last))
        overlap = ((ends - starts).dt.days + 1).clip(lower=0)
        totals.append(float((rows[column].fillna(0.0) * overlap / lengths).sum()))
    return np.array(totals)


def sales(case: ClientMonth, parts: Sequence[PaidPart]) -> pd.DataFrame:
    """Every order with a value, in the client's currency: sold, contact, value, social, part.

    ``contact`` is missing where the buyer never applied, ``part`` where no paid part led to the order.
    """
    known = _with_contacts(case.tables["orders"])
    known = known[known["value"].notna()]
    worth = known["value"].astype(float) * rates(case, known["currency"])
    found = {
        "sold": known["ordered_at"].dt.tz_localize(None).dt.normalize(),
        "contact": known["contact"],
        "value": worth,
        "social": periods.from_social(known, case.social_sources),
        "part": _parts_of(case, known, parts),
    }
    return pd.DataFrame(found, index=known.index)


def by_cohort(rows: pd.DataFrame, days: Sequence[Days], contacts: NDArray[np.float64], lag: Lag) -> Sold:
    """Share orders among cohorts: by their contact's day where it is known, else by the lag."""
    starts, ends = (pd.to_datetime([each[edge] for each in days]).to_numpy() for edge in (0, 1))
    met = rows["contact"].to_numpy(dtype="datetime64[ns]")[:, None]
    known = rows["contact"].notna().to_numpy()
    by_day = {
        day: np.nan_to_num(led_by(days, contacts.tolist(), day.date(), lag))
        for day in rows.loc[~known, "sold"].unique()
    }
    shares = ((starts <= met) & (met <= ends)).astype(float)  # a contact that is not known lies in no month
    for number in np.flatnonzero(~known):
        shares[number] = by_day[rows["sold"].iloc[number]]
    value = rows["value"].to_numpy(dtype=float)
    paid = value > 0
    placed = shares.sum(axis=1) > 0
    return Sold(
        orders=shares[paid].sum(axis=0),
        sales=value @ shares,
        by_application=int((paid & known & placed).sum()),
        by_lag=int((paid & ~known & placed).sum()),
        earlier=int((paid & ~placed).sum()),
        lag_seen=_lag_seen(rows[paid & known]),
    )


def late(rows: pd.DataFrame, closed: Sequence[Days], on: dt.date, lag: Lag) -> LateOrders:
    """Test the stated lag on the closed months' orders with a known contact, sold until ``on``."""
    kept = rows[(rows["value"] > 0) & rows["contact"].notna() & (rows["sold"] <= pd.Timestamp(on))]
    found = [
        (met.date(), sold.date(), last)
        for met, sold in zip(kept["contact"], kept["sold"], strict=True)
        for first, last in closed
        if first <= met.date() <= last
    ]
    met, sold, ends = ([each[place] for each in found] for place in range(3))
    return late_orders(met, sold, ends, on, lag)


def _lag_seen(rows: pd.DataFrame) -> tuple[int, float, float]:
    if rows.empty:
        return 0, math.nan, math.nan
    waits = (rows["sold"] - rows["contact"]).dt.days
    return len(rows), float(waits.quantile(0.5)), float(waits.quantile(0.9))


def latest_application(orders: pd.DataFrame) -> pd.Series:
    """By order, the row of its buyer's latest application before it; orders whose buyer never applied lack.

    >>> rows = pd.DataFrame({"kind": ["application", "order", "order"], "buyer": ["a", "a", "b"],
    ...                      "ordered_at": pd.to_datetime(["2026-10-01", "2026-10-02", "2026-10-03"])})
    >>> latest_application(rows).to_dict()
    {1: 0}
    """
    named = orders[orders["buyer"].notna()].assign(row=lambda table: table.index)
    named = named[["ordered_at", "buyer", "kind", "row"]].sort_values("ordered_at", kind="stable")
    asked = named[named["kind"] == "application"].rename(columns={"row": "application"})
    bought = named[named["kind"] == "order"].drop(columns="kind")
    met = pd.merge_asof(bought, asked.drop(columns="kind"), on="ordered_at", by="buyer")
    met = met.dropna(subset=["application"]).set_index("row")
    return met["application"].astype(orders.index.dtype)


def without_rate(case: ClientMonth, stated: Sequence[str | None] = ()) -> tuple[str, ...]:
    """Currencies of ads, orders and those stated that the brief gives no rate for."""
    tables = ((case.tables["ads"], "spend"), (case.tables["orders"], "value"))
    used = {
        str(each)
        for table, amount in tables
        for each in table.dropna(subset=[amount, "currency"])["currency"]
    }
    used |= {each for each in stated if each}
    return tuple(sorted(each for each in used if rate_of(case, each) is None))


def _channels(case: ClientMonth) -> tuple[PaidChannel, ...]:
    """The paid channels that the budget in force splits money among."""
    decision = case.brief.decided("budget", str(case.month))
    return decision.split.channels if decision and decision.split else ()


def _with_contacts(orders: pd.DataFrame) -> pd.DataFrame:
    """Orders with the day of their buyer's latest application, and its tags where they have none."""
    paid = orders[orders["kind"] == "order"]
    asked = orders[["ordered_at", *_TAGS]].rename(columns={"ordered_at": "at"})
    met = latest_application(orders).rename("application").to_frame()
    met = met.join(asked, on="application").reindex(paid.index)
    bare = paid[_TAGS].isna().all(axis=1)
    tags = {tag: paid[tag].where(~bare, met[tag]) for tag in _TAGS}
    contact = pd.to_datetime(met["at"], utc=True) if met["at"].isna().all() else met["at"]
    found = paid.assign(contact=contact.dt.tz_localize(None).dt.normalize(), **tags)
    return found.reset_index(drop=True)


def _parts_of(case: ClientMonth, orders: pd.DataFrame, parts: Sequence[PaidPart]) -> list[PaidPart | None]:
    sites = {name: platform for platform, names in case.platform_sources.items() for name in names}
    channels = _channels(case)
    found = []
    for source, medium, campaign in zip(*(orders[tag] for tag in _TAGS[:3]), strict=True):
        name = source.strip().lower() if isinstance(source, str) else ""
        site = sites.get(name, name)
        kind = kind_of(site, campaign, channels)
        part = PaidPart(site, kind)
        if part not in parts and site in _OF_META:
            part = PaidPart(META, kind)
        paid = kind == "placements" or is_paid(medium if isinstance(medium, str) else None)
        found.append(part if paid and part in parts else None)
    return found
