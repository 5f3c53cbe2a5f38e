"""What paid channels cost and brought, week by week, as the exports tell (rule B2's history).

A row of an ad account belongs to the channel of its platform that claims its campaign: one whose
``campaigns`` begin its name, else the one of the platform that names none. An order or application belongs
to a channel by the same rule, by its source and campaign, when its medium is a paid one. Capitals, spaces
and signs of a campaign's name make no difference. Conversions are counted in the week they came in, whose
spend need not have brought them: where the lag from contact to purchase is long, count applications.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from smmtools.inputs.budget_decision import PaidChannel
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.channel_groups import is_paid
from smmtools.strategy import money

Counts = NDArray[np.float64]

LONGEST_ROW = 7
"""Days: what a longer row of an ad account says of a week is not known."""

_META = {"facebook", "instagram"}  # an export of Meta's may not tell the two apart
_FEWEST_DAYS = 0.5  # of a month's days: what fewer tell says too little of the whole
_KINDS = {"applications": "application", "orders": "order"}


@dataclass(frozen=True)
class PaidWeeks:
    """Weeks past, the last one ending with the month: one row a week, one column a channel."""

    ends: pd.DatetimeIndex
    """The last day of each week."""
    spend: Counts
    """In the client's currency; NaN where the account's rows are too long to tell."""
    conversions: Counts
    """Attributed to the channel; NaN in weeks that no file of orders covers throughout."""
    month: Counts
    """What each channel cost in the month."""

    @property
    def counted(self) -> int:
        """How many conversions all weeks brought all channels."""
        return int(np.nansum(self.conversions))


@dataclass(frozen=True)
class PaidMonth:
    """What each channel cost in the month and brought in it, in the order of the channels."""

    spend: Counts
    """In the client's currency; 0 where no row of an ad account is the channel's."""
    conversions: Counts
    """Attributed to the channel, and come in within the month; all NaN where no file can tell."""


def paid_month(case: ClientMonth, channels: Sequence[PaidChannel], counts: str) -> PaidMonth:
    """The month as the weeks are counted: applications or orders, whatever day their people were met on.

    A file of orders covers the month when it is silent at either end for no longer than it is between two of
    its days with rows: a shop that sells thrice a week has days without orders, a cut file has a gap. Where
    no application, or no order, ever names its medium, none can be told to be a paid channel's: missing.
    """
    ads = case.tables["ads"]
    spend = _in_month(case, _daily_spend(case, ads[ads["spend"].notna()], channels), len(channels))
    if not _covers(case) or not _traced(case, counts):
        return PaidMonth(spend, np.full(len(channels), np.nan))
    brought = conversions(case, channels, counts).assign(amount=1.0)
    return PaidMonth(spend, _in_month(case, brought, len(channels)))


def paid_weeks(case: ClientMonth, channels: Sequence[PaidChannel], counts: str) -> PaidWeeks:
    """Every whole week from the first row of an ad account to the month's end.

    Every currency that occurs needs a rate in the brief: what lacks one must have been refused before.
    """
    ads = case.tables["ads"]
    daily = _daily_spend(case, ads[ads["spend"].notna()], channels)
    brought = conversions(case, channels, counts)
    last = case.month.end_time.normalize()
    first = min(daily["day"], default=last)
    weeks = max(0, ((last - first).days + 1) // 7)
    ends = pd.date_range(end=last, periods=weeks, freq="7D")
    shape = (weeks, len(channels))
    spend = _by_week(daily, ends, shape)
    spend[_by_week(daily.assign(amount=daily["long"]), ends, shape) > 0] = np.nan
    counted = _by_week(brought.assign(amount=1.0), ends, shape)
    counted[~_covered(case, ends)] = np.nan
    return PaidWeeks(ends, spend, counted, _in_month(case, daily, len(channels)))


def conversions(case: ClientMonth, channels: Sequence[PaidChannel], counts: str) -> pd.DataFrame:
    """Channel, day and row among the orders (``order``) of every conversion that a paid channel claims."""
    orders = case.tables["orders"]
    orders = orders[orders["kind"] == _KINDS[counts]]
    orders = orders[orders["medium"].fillna("").map(is_paid).astype(bool)]
    sources = {name: site for site, names in case.platform_sources.items() for name in names}
    sites = [sources.get(str(source).strip().lower()) for source in orders["source"]]
    owner = [claimed(*pair, channels) for pair in zip(sites, orders["campaign"], strict=True)]
    found = pd.DataFrame(
        {
            "channel": pd.Series(owner, dtype="float"),
            "day": list(periods.day(orders, "orders")),
            "order": orders.index,
        }
    )
    return found[found["channel"].notna()].reset_index(drop=True)


def besides_paid(case: ClientMonth, channels: Sequence[PaidChannel], counts: str) -> float:
    """Conversions a month from social sources that no paid channel claims: of posts, profiles, messages.

    Counted in the month past; where its orders cover only a part, for the whole in proportion, and missing
    (NaN) where that is less than half of its days.
    """
    days = periods.days_of(case.month)
    orders = case.tables["orders"]
    share = float(periods.covered({"orders": orders}, days).mean())
    if share < _FEWEST_DAYS:
        return math.nan
    orders = periods.between(orders[orders["kind"] == _KINDS[counts]], "orders", days)
    paid = conversions(case, channels, counts)["order"]
    social = periods.from_social(orders, case.social_sources) & ~orders.index.isin(paid)
    return float(social.sum()) / share


def claimed(platform: str | None, campaign: str | None, channels: Sequence[PaidChannel]) -> int | None:
    """Which of the channels a campaign of a platform belongs to; None when none claims it, or two could.

    >>> figures = {"audience": 9, "reach_share": 1, "ctr": 1, "conversion": 1, "cost_per_click": 1}
    >>> ads = PaidChannel(key="ads", platform="vk", spend=1, **figures)
    >>> paid = PaidChannel(key="placed", platform="vk", campaigns=["placement-"], spend=1, **figures)
    >>> claimed("vk", "Placement: mums", [ads, paid]), claimed("vk", "come-back", [ads, paid])
    (1, 0)
    """
    here = [index for index, channel in enumerate(channels) if _same(platform, channel.platform)]
    name = _plain(campaign)
    named = [index for index in here if any(name.startswith(_plain(p)) for p in channels[index].campaigns)]
    found = named or [index for index in here if not channels[index].campaigns]
    return found[0] if len(found) == 1 else None


def _same(seen: str | None, platform: str) -> bool:
    return seen == platform or (seen == "meta" and platform in _META)


def _plain(name: str | None) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum()) if isinstance(name, str) else ""


def _daily_spend(case: ClientMonth, ads: pd.DataFrame, channels: Sequence[PaidChannel]) -> pd.DataFrame:
    """Amount and channel of every day of every row, and whether its row is too long; unclaimed left out."""
    owner = [claimed(*pair, channels) for pair in zip(ads["platform"], ads["campaign"], strict=True)]
    rates = money.rates(case, ads["currency"])
    lengths = (ads["end"] - ads["start"]).dt.days.to_numpy(dtype=int) + 1
    rows = pd.DataFrame(
        {
            "channel": pd.Series(owner, index=ads.index, dtype="float"),
            "day": ads["start"],
            "amount": ads["spend"].astype(float) * rates.astype(float) / lengths,
            "long": (lengths > LONGEST_ROW).astype(float),
        }
    ).reset_index(drop=True)
    daily = rows.loc[rows.index.repeat(lengths)]
    nth = daily.groupby(level=0).cumcount()
    daily = daily.assign(day=daily["day"] + pd.to_timedelta(nth, unit="D"))
    return daily[daily["channel"].notna()].reset_index(drop=True)


def _in_month(case: ClientMonth, rows: pd.DataFrame, channels: int) -> Counts:
    """The month's amounts added up by channel."""
    days = periods.days_of(case.month)
    inside = rows[(rows["day"] >= days[0]) & (rows["day"] <= days[-1])]
    return np.bincount(
        inside["channel"].to_numpy(int), inside["amount"].to_numpy(float), minlength=channels
    ).astype(float)


def _covers(case: ClientMonth) -> bool:
    """Whether the orders' files tell of the whole month; see ``paid_month``."""
    seen = np.sort(periods.day(case.tables["orders"], "orders").dropna().unique())
    if not len(seen):
        return False
    days, one = periods.days_of(case.month), np.timedelta64(1, "D")
    longest = max(np.diff(seen).max(), one) if len(seen) > 1 else one
    before, after = seen[0] - (days[0].to_datetime64() - one), days[-1].to_datetime64() + one - seen[-1]
    return bool(before <= longest and after <= longest)


def _traced(case: ClientMonth, counts: str) -> bool:
    """Whether any of what is counted names the medium that it came by."""
    orders = case.tables["orders"]
    return bool(orders.loc[orders["kind"] == _KINDS[counts], "medium"].notna().any())


def _by_week(rows: pd.DataFrame, ends: pd.DatetimeIndex, shape: tuple[int, int]) -> Counts:
    """The rows' amounts added up by week and channel; what lies outside the weeks is left out."""
    table = np.zeros(shape)
    if rows.empty or not len(ends):
        return table
    week = (pd.DatetimeIndex(rows["day"]) - (ends[0] - pd.Timedelta(days=6))).days // 7
    inside = (week >= 0) & (week < len(ends))
    channel = rows["channel"].to_numpy(int)
    np.add.at(table, (week[inside], channel[inside]), rows["amount"].to_numpy(float)[inside])
    return table


def _covered(case: ClientMonth, ends: pd.DatetimeIndex) -> NDArray[np.bool_]:
    """Which weeks lie within the first and the last order or application of any channel."""
    if not len(ends):
        return np.zeros(0, dtype=bool)
    days = pd.date_range(ends[0] - pd.Timedelta(days=6), ends[-1], freq="D")
    known = periods.covered({"orders": case.tables["orders"]}, days)
    return np.asarray(known.reshape(-1, 7).all(axis=1))
