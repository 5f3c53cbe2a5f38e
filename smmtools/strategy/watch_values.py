"""M4: the value of any indicator that a goal may be watched by, of one platform or of all, and its units.

What a goal counts (applications, visits) is an average a day of the month; all others are the registry's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from smmtools.inputs.client import Indicator
from smmtools.inputs.client_month import DATED, ClientMonth
from smmtools.measures import periods
from smmtools.measures.kpis import REGISTRY, KpiValue, compute
from smmtools.measures.stats import FEWEST_UNITS, ratio_interval
from smmtools.strategy import indicator_choice
from smmtools.strategy.goals import daily_counts
from smmtools.strategy.indicator_rows import INTERACTIONS, SOCIAL_GROUPS, Place, rows_in

COUNTS = tuple(str(each) for each in Indicator)
"""What a goal counts; watched as an average a day of the month."""
_ORDERS = ("orders",)
TABLES_OF: Mapping[str, tuple[str, ...]] = {
    **{choice.key: choice.tables for choices in indicator_choice.CHOICES.values() for choice in choices},
    **dict.fromkeys(("applications", "orders"), _ORDERS),
    **dict.fromkeys(("follows", "visits"), ("daily",)),
    **dict.fromkeys(("cpm", "cpc"), ("ads",)),
    **dict.fromkeys(("cpl", "cpa", "roas"), ("ads", "orders")),
    **{"link_clicks": ("posts", "ads"), "ctr_all": ("posts", "ads"), "er_views": ("posts",)},
    "conversion_community": ("orders", "daily"),
}
"""The tidy tables that each indicator is computed from."""


_OF_EVENTS: Mapping[str, str] = {
    "cpl": "applications", "cpa": "buyers", "roas": "revenue", "romi": "revenue",
}  # fmt: skip
"""Money over days, and what happens on only some of them."""


def valued(key: str, rows: pd.DataFrame) -> KpiValue:
    """The registry's value; of the daily funnel, with no interval where its days are not known.

    Money over days has none either with fewer than ten days on which anything was asked for or bought:
    days on which nothing happened are many and say little.
    """
    with np.errstate(over="ignore"):  # of hardly any events the interval has no end, and is left out below
        value = compute(key, rows)
    if key in _OF_EVENTS:
        few = int((rows.get(_OF_EVENTS[key], pd.Series(dtype=float)).fillna(0) != 0).sum()) < FEWEST_UNITS
        return replace(value, low=math.nan, high=math.nan) if few else value
    if key != "application_rate" or "spread" not in rows:
        return value
    _, low, high = periods.daily_ratio(rows, "applications", "link_clicks")
    return replace(value, low=low, high=high)


def value_of(case: ClientMonth, key: str, channel: str | None = None) -> KpiValue:
    """An indicator of the month, of one platform or of all; see ``indicators.value_of``."""
    return measured(case, key, channel, dict(rows_in(case, case.month)))[0]


def measured(
    case: ClientMonth, key: str, channel: str | None, rows: Mapping[Place, pd.DataFrame]
) -> tuple[KpiValue, pd.DataFrame]:
    """The value with the units behind it: columns k and n, a row a post, ad or day."""
    if key in COUNTS:
        return _counted(case, key, channel)
    found = _together(rows, key, channel)
    if key not in REGISTRY or found is None:
        return KpiValue(math.nan, math.nan, math.nan, 0, key), pd.DataFrame(columns=["k", "n"], dtype=float)
    kpi = REGISTRY[key]
    known = found.reindex(columns=list(kpi.parts)).astype(float).dropna()
    units = pd.DataFrame({"k": known[list(kpi.numerator)].sum(axis=1), "n": known[kpi.denominator]})
    return valued(key, found), units


def _together(rows: Mapping[Place, pd.DataFrame], key: str, channel: str | None) -> pd.DataFrame | None:
    """The rows of one platform, or of all: the indicator's own place for all, else every own account.

    Days of which only the sum of interactions is known are joined to no others.
    """
    mine = {at: table for (name, at), table in rows.items() if name == key and at.role == "own"}
    whole = [table for at, table in mine.items() if not at.platform]
    if channel is None and whole:
        return whole[0]
    here = {at: table for at, table in mine.items() if at.platform and channel in (None, at.platform)}
    clean = [table for at, table in here.items() if at.part != INTERACTIONS] or list(here.values())
    return pd.concat(clean) if clean else None


def _counted(case: ClientMonth, key: str, channel: str | None) -> tuple[KpiValue, pd.DataFrame]:
    """What a goal counts, as an average a day of the month, over the days that its files cover.

    Its rows are days; of visits the periods that the files tell apart, often the month alone.
    """
    days, here = periods.days_of(case.month), narrowed(case, channel)
    nothing = KpiValue(math.nan, math.nan, math.nan, 0, key), pd.DataFrame(columns=["k", "n"], dtype=float)
    if key == "sessions":
        periods_seen = visited(here, days)
        return _of_periods(key, periods_seen, len(days)) if len(periods_seen) else nothing
    seen = here.observed(TABLES_OF[key][0])
    within = days[(days >= seen[0]) & (days <= seen[1])] if seen else days[:0]
    counts = daily_counts(here, key, within) if len(within) else None
    if counts is None or counts.dropna().empty:
        return nothing
    known = counts.dropna()
    mean, low, high = ratio_interval(known, [1.0] * len(known))
    return KpiValue(mean, low, high, len(known), key), pd.DataFrame({"k": known, "n": 1.0})


def visited(case: ClientMonth, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Sessions from social channels in each period within the month that the files name: k, over n days."""
    traffic = case.tables["traffic"]
    within = traffic[(traffic["start"] >= days[0]) & (traffic["end"] <= days[-1])]
    social = within[within["channel_group"].isin(SOCIAL_GROUPS) & within["sessions"].notna()]
    each = social.groupby(["start", "end"])["sessions"].sum().astype(float).reset_index()
    lengths = (each["end"] - each["start"]).dt.days + 1
    return pd.DataFrame({"k": each["sessions"], "n": lengths.astype(float)})


def _of_periods(key: str, known: pd.DataFrame, days: int) -> tuple[KpiValue, pd.DataFrame]:
    """An average a day with as many rows as there are periods: of one total nobody knows how days vary."""
    total = float(known["k"].sum()) / days
    if len(known) == 1:
        return KpiValue(total, math.nan, math.nan, 1, key), known.iloc[:0]
    _, low, high = ratio_interval(known["k"], known["n"])
    return KpiValue(total, low, high, len(known), key), known


def counted(case: ClientMonth, key: str, month: pd.Period | None = None) -> KpiValue:
    """What a goal counts, as an average a day of a month, by default the client's."""
    return _counted(replace(case, month=month or case.month), key, None)[0]


def narrowed(case: ClientMonth, channel: str | None) -> ClientMonth:
    """The client as if it had this platform alone."""
    if channel is None:
        return case
    tables = dict(case.tables)
    for name in ("posts", "daily", "ads", "followers"):
        tables[name] = tables[name][tables[name]["platform"] == channel]
    for name in ("orders", "traffic"):
        source = tables[name]["source"].str.lower()
        tables[name] = tables[name][source.isin(case.sources_of(channel))]
    return replace(case, tables=tables)


def files_of(case: ClientMonth, key: str, channel: str | None) -> tuple[str, ...]:
    """The files whose rows of the month an indicator of one platform, or of all, is computed from."""
    names: set[str] = set()
    case = narrowed(case, channel)
    for table in TABLES_OF.get(key, ()):
        rows = case.tables[table]
        days = rows[DATED[table]].dt.tz_localize(None).dt.normalize()
        rows = rows[(days >= case.month.start_time) & (days <= case.month.end_time)]
        rows = rows[rows["role"].fillna("own") == "own"] if "role" in rows else rows
        names |= set(rows["source_file"].dropna().astype(str))
    return tuple(sorted(names))
