"""M4: what a watched indicator was in each past month there are exports for, and the best of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from smmtools.inputs.client_month import DATED, ClientMonth
from smmtools.measures.kpis import REGISTRY, KpiValue
from smmtools.strategy.indicator_rows import COUNT_WITHIN, Place, rows_in
from smmtools.strategy.verdicts import THRESHOLDS
from smmtools.strategy.watch_values import TABLES_OF, measured, narrowed

MOST_MONTHS = 12
"""So many months are looked back on, the client's among them."""


@dataclass(frozen=True)
class Past:
    """An indicator in one month."""

    month: pd.Period
    value: KpiValue


@dataclass
class History:
    """The months of a client, each read once whatever is asked of it."""

    case: ClientMonth
    read: dict[pd.Period, Mapping[Place, pd.DataFrame]] = field(default_factory=dict)

    def of(self, key: str, channel: str | None) -> tuple[Past, ...]:
        """The indicator in every whole month on record, the client's last; only those it was measured in."""
        first = self._first(key, channel)
        if first is None:
            return ()
        span = pd.period_range(max(first, self.case.month - MOST_MONTHS + 1), self.case.month, freq="M")
        found = (Past(month, self._value(key, channel, month)) for month in span)
        return tuple(each for each in found if not math.isnan(each.value.value))

    def _value(self, key: str, channel: str | None, month: pd.Period) -> KpiValue:
        then = replace(self.case, month=month)
        if month not in self.read:
            self.read[month] = dict(rows_in(then, month))
        return measured(then, key, channel, self.read[month])[0]

    def _first(self, key: str, channel: str | None) -> pd.Period | None:
        """The first month that the files hold whole: from its first week on, in every table they fill."""
        tables = narrowed(self.case, channel).tables
        filled = [tables[name] for name in TABLES_OF.get(key, ()) if len(tables[name])]
        begins = [_begins(name, tables[name]) for name in TABLES_OF.get(key, ()) if len(tables[name])]
        known = [each for each in begins if not pd.isna(each)]
        if not filled or not known:
            return None
        latest = max(known)
        month = latest.to_period("M")
        return month if latest - month.start_time <= COUNT_WITHIN else month + 1


def _begins(name: str, rows: pd.DataFrame) -> pd.Timestamp:
    column = "start" if "start" in rows else DATED[name]
    return pd.Timestamp(rows[column].min()).tz_localize(None)


def best_of(months: Sequence[Past], key: str) -> Past | None:
    """The best month on record; None with fewer than ``fewest_months``."""
    if len(months) < THRESHOLDS.fewest_months:
        return None
    sign = 1 if higher_is_better(key) else -1
    return max(months, key=lambda each: sign * each.value.value)


def beyond_any(best: Past | None, key: str, target: float | None) -> bool:
    """Whether a target lies beyond the best month on record, its doubt counted.

    Beyond the better end of that month's interval; where it has none, better than its value by more than
    ``stretch`` of it.

    >>> seen = Past(pd.Period("2026-09", "M"), KpiValue(0.05, 0.042, 0.06, 24, "er_reach"))
    >>> beyond_any(seen, "er_reach", 0.09), beyond_any(seen, "er_reach", 0.055)
    (True, False)
    """
    if best is None or target is None:
        return False
    value, up = best.value, higher_is_better(key)
    edge = value.high if up else value.low
    if math.isnan(edge):
        edge = value.value + (1 if up else -1) * THRESHOLDS.stretch * abs(value.value)
    return target > edge if up else target < edge


def higher_is_better(key: str) -> bool:
    """Which way is better; more of what a goal counts is."""
    return key not in REGISTRY or REGISTRY[key].better == "higher"
