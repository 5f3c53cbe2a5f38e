"""M1, the indicators of money: spend, orders and revenue of a month in the client's currency, by day.

Applications and buyers of ads are those that name paid traffic of the platform: attributed, not caused.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.channel_groups import channel_group
from smmtools.strategy.money import MEDIA, rate_of, rates
from smmtools.strategy.paid_parts import by_paid_part, kinds_of
from smmtools.strategy.paid_sales import Kind, expected_cost

PAID_SOCIAL = "Paid Social"


def in_own_currency(case: ClientMonth, rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows with one column of money converted by the brief's rates; missing where it gives none."""
    return rows.assign(**{column: rows[column].astype(float) * rates(case, rows["currency"])})


def currencies_without_rate(case: ClientMonth, rows: pd.DataFrame, column: str) -> tuple[str, ...]:
    """The currencies in which the rows name an amount and that the brief gives no rate for."""
    named = rows.loc[rows[column].fillna(0) != 0, "currency"].dropna().unique()
    return tuple(sorted(str(each) for each in named if rate_of(case, str(each)) is None))


def spend_without_rate(case: ClientMonth, days: pd.DatetimeIndex) -> tuple[str, ...]:
    """Currencies of the month's spend or orders that cannot be converted."""
    ads = periods.between(case.tables["ads"], "ads", days)
    orders = periods.between(case.tables["orders"], "orders", days)
    lacking = {*currencies_without_rate(case, ads, "spend"), *currencies_without_rate(case, orders, "value")}
    return tuple(sorted(lacking))


def social_orders(
    case: ClientMonth, days: pd.DatetimeIndex, kind: Literal["order", "application"] = "order"
) -> pd.DataFrame:
    """Orders, or applications, of the month that name a social channel as their source."""
    orders = periods.between(case.tables["orders"], "orders", days)
    return orders[(orders["kind"] == kind) & periods.from_social(orders, case.social_sources)]


def days_of_money(case: ClientMonth, days: pd.DatetimeIndex) -> Iterator[tuple[str, Kind, pd.DataFrame]]:
    """Each platform's spend on ads, and on placements, beside what their traffic brought, a row a day.

    Columns: spend, applications, buyers (by their first order of the month), revenue. The month is one row,
    so that nothing looks surer than it is, when more than ``MOST_SPREAD`` of the spend has no known day.
    """
    ads = in_own_currency(case, periods.between(case.tables["ads"], "ads", days), "spend")
    orders = in_own_currency(case, periods.between(case.tables["orders"], "orders", days), "value")
    tags = orders[["source", "medium", "campaign"]].astype("str").fillna("")
    bought = [_is_paid(case, *row) for row in tags.itertuples(index=False, name=None)]
    sources = orders["source"].str.lower()
    for platform, kind, spent in by_paid_part(case, ads[ads["spend"].notna()]):
        kinds = kinds_of(case, pd.Series(platform, index=orders.index), orders["campaign"])
        here = sources.isin(_names_of(case, platform)).to_numpy(bool)
        came = [at and each == kind and (paid or kind == "placements")
                for at, each, paid in zip(here, kinds, bought, strict=True)]  # fmt: skip
        yield (
            platform,
            kind,
            _money_rows(case, spent, orders[pd.Series(came, index=orders.index, dtype=bool)], days),
        )


def return_days(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Revenue from social channels, the client's margin and the month's cost: rows of ``romi``.

    Cost is what ads and placements cost, and what the estimate expects of its other lines, evenly over
    the days; the agency's fee stands apart, for it is internal. No row without a margin in the brief
    (budget, payback), without an estimate or without orders.
    """
    decision = case.brief.decided("budget", str(case.month))
    margin = decision.payback.margin if decision and decision.payback else None
    orders = in_own_currency(case, social_orders(case, days), "value")
    if decision is None or margin is None or case.tables["orders"].empty:
        return pd.DataFrame(columns=["revenue", "margin", "cost"])
    lines = [line for line in decision.lines if line.kind not in MEDIA]
    other = sum(expected_cost(case, line) for line in lines)
    ads = in_own_currency(case, periods.between(case.tables["ads"], "ads", days), "spend")
    rows = _money_rows(case, ads[ads["spend"].notna()], orders, days)
    return rows.assign(margin=margin, cost=rows["spend"] + other / len(rows))


def _money_rows(
    case: ClientMonth, spent: pd.DataFrame, came: pd.DataFrame, days: pd.DatetimeIndex
) -> pd.DataFrame:
    """A row a day; one row for the month when too much of the spend has no day of its own."""
    placed = came.assign(buyer=came["buyer"].fillna(came["order_id"]))
    sold = placed[placed["kind"] == "order"]
    known = not case.tables["orders"].empty
    daily, spread = _spend_a_day(spent, days)
    rows = pd.DataFrame(
        {
            "spend": daily,
            "applications": periods.per_day(placed[placed["kind"] == "application"], "orders", days),
            "buyers": periods.per_day(sold.drop_duplicates("buyer"), "orders", days),
            "revenue": periods.per_day(sold, "orders", days, "value"),
        }
    )
    if not known:
        rows[["applications", "buyers", "revenue"]] = math.nan
    if spread > periods.MOST_SPREAD * float(daily.sum()):
        return rows.sum(min_count=1).to_frame().T
    return rows


def _spend_a_day(ads: pd.DataFrame, days: pd.DatetimeIndex) -> tuple[pd.Series[float], float]:
    """Spend a day, that of several days evenly over them, and how much of it has no known day."""
    rows = ads.reset_index(drop=True)
    lengths = ((rows["end"] - rows["start"]).dt.days + 1).astype(int)
    spread = float(rows.loc[lengths > 1, "spend"].sum())
    each = (rows["spend"] / lengths).loc[rows.index.repeat(lengths)]
    starts = rows["start"].loc[rows.index.repeat(lengths)]
    nth = pd.Series(1, index=each.index).groupby(level=0).cumcount()
    when = starts + pd.to_timedelta(nth, unit="D")
    daily = each.groupby(when.to_numpy()).sum().reindex(days, fill_value=0.0)
    return daily.astype(float), spread


def _is_paid(case: ClientMonth, source: str, medium: str, campaign: str) -> bool:
    return bool(source) and channel_group(source, medium, campaign, case.sites) == PAID_SOCIAL


def _names_of(case: ClientMonth, platform: str) -> list[str]:
    """Source names that mean the ads' platform; Meta's are Facebook's and Instagram's."""
    platforms = ("facebook", "instagram") if platform == "meta" else (platform,)
    return [name for each in platforms for name in case.sources_of(each)]
