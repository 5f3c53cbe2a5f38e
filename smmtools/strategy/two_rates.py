"""M4: whether a rate of people differs from the month before: Newcombe's interval and the pooled z.

Only where people are counted once. Rates over posts, ads or days are none: their units hang together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from smmtools.errors import Fault
from smmtools.measures.kpis import REGISTRY, IncomparableError
from smmtools.measures.stats import newcombe_difference, two_proportion_test
from smmtools.strategy.indicator_rows import Channel, Place


@dataclass(frozen=True)
class TwoRates:
    """One rate of people in two months: so many of so many, the difference, and how likely by chance."""

    key: str
    channel: Channel
    now: tuple[int, int]
    before: tuple[int, int]
    difference: float
    low: float
    high: float
    z: float
    p: float

    @property
    def finding(self) -> str:
        """higher, lower or no clear change: clear when the interval of the difference excludes 0."""
        return "higher" if self.low > 0 else "lower" if self.high < 0 else "no clear change"


def two_rates(key: str, channel: Channel, now: tuple[int, int], before: tuple[int, int]) -> TwoRates:
    """The comparison of two rates, each so many of so many people.

    IncomparableError for an indicator whose units are not people counted once; ValueError unless
    0 <= k <= n. Rule M4.

    >>> found = two_rates("conversion_site", Channel(), (56, 70), (48, 80))
    >>> round(found.difference, 4), round(found.low, 4), round(found.high, 4), found.finding
    (0.2, 0.0524, 0.3339, 'higher')
    """
    if key not in REGISTRY or REGISTRY[key].interval != "wilson":
        raise IncomparableError(
            [Fault(f"{key} does not count people once", "", "compare its intervals over posts or days.")]
        )
    difference, low, high = newcombe_difference(*now, *before)
    z, p = two_proportion_test(*now, *before)
    return TwoRates(key, channel, now, before, difference, low, high, z, p)


def compared(now: Mapping[Place, pd.DataFrame], before: Mapping[Place, pd.DataFrame]) -> tuple[TwoRates, ...]:
    """Every rate of people that both months have; none where more acted than there were people."""
    found = []
    for (key, channel), rows in now.items():
        if REGISTRY[key].interval != "wilson" or (key, channel) not in before:
            continue
        parts = [_people(key, table) for table in (rows, before[key, channel])]
        if all(0 <= k <= n and n for k, n in parts):
            found.append(two_rates(key, channel, *parts))
    return tuple(found)


def _people(key: str, rows: pd.DataFrame) -> tuple[int, int]:
    kpi = REGISTRY[key]
    known = rows.reindex(columns=list(kpi.parts)).dropna()
    return int(known[list(kpi.numerator)].to_numpy().sum()), int(known[kpi.denominator].sum())
