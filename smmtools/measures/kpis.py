"""The registry of indicators: one entry a KPI, and the one way to compute it.

A period's value is the ratio of totals over the rows that know every part; a row that lacks a part
is left out of numerator and denominator alike. An undefined value is missing (NaN), never 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import pandas as pd

from smmtools.measures.stats import ratio_interval, wilson_interval


@dataclass(frozen=True)
class Kpi:
    """One indicator: what is divided by what, over which rows, and how its doubt is measured."""

    key: str
    name: str
    numerator: tuple[str, ...]
    """Columns that are added up to make a row's numerator."""
    denominator: str
    unit: str
    """What the value is counted in; every rate is a fraction."""
    better: Literal["higher", "lower"]
    level: Literal["post", "ad", "day", "person"]
    """What one row is. Rows of people are one period's counts, each person once."""
    source: str
    note: str = ""
    """What a reader must know before the figure is compared with another."""

    @property
    def formula(self) -> str:
        """The definition as a manager would write it.

        >>> REGISTRY["er_reach"].formula
        '(likes + comments + shares) / reach'
        """
        parts = " + ".join(self.numerator)
        top = f"({parts})" if len(self.numerator) > 1 else parts
        return f"{top} / {self.denominator}".replace("_", " ")

    @property
    def interval(self) -> Literal["wilson", "bootstrap-t"]:
        """Wilson where people are counted once, else the rows are resampled (CONTRIBUTING, "Clusters")."""
        return "wilson" if self.level == "person" else "bootstrap-t"


@dataclass(frozen=True)
class KpiValue:
    """A figure with its doubt: value and bounds (NaN where undefined), and the rows or people behind it."""

    value: float
    low: float
    high: float
    n: int


_ENGAGEMENTS = ("likes", "comments", "shares")

REGISTRY: Mapping[str, Kpi] = MappingProxyType(
    {
        kpi.key: kpi
        for kpi in (
            Kpi(
                "er_reach",
                "Engagement rate by reach",
                _ENGAGEMENTS,
                "reach",
                "engagements per account reached",
                "higher",
                "post",
                "section 6, L346",
                "The true one: of those who saw a post, how many acted. Saves are not counted.",
            ),
            Kpi(
                "er_followers",
                "Engagement rate by followers",
                _ENGAGEMENTS,
                "followers",
                "engagements per follower and post",
                "higher",
                "post",
                "section 6, L347",
                "For comparing with competitors, whose reach is unseen.",
            ),
            Kpi(
                "ctr",
                "Click-through rate",
                ("link_clicks",),
                "impressions",
                "link clicks per impression",
                "higher",
                "day",
                "section 6, L259",
                "Link clicks only; other clicks are another indicator.",
            ),
            Kpi(
                "vtr",
                "View-through rate",
                ("views",),
                "impressions",
                "views per impression",
                "higher",
                "post",
                "section 6, L260",
                "Video posts only.",
            ),
            Kpi(
                "conversion_site",
                "Conversion of the site",
                ("buyers",),
                "users",
                "buyers per site user",
                "higher",
                "person",
                "section 6, L258",
                "Users, not sessions; both from social channels.",
            ),
            Kpi(
                "conversion_community",
                "Conversion of the community",
                ("buyers",),
                "visitors",
                "buyers per day's visitor of the community",
                "higher",
                "day",
                "section 6, L258",
                "Visitors are unique within a day only, so a person who comes on two days counts twice.",
            ),
            Kpi(
                "application_rate",
                "Application rate",
                ("applications",),
                "link_clicks",
                "applications per link click",
                "higher",
                "day",
                "section 1, G1",
                "Applications that name a social channel as their source.",
            ),
        )
    }
)


def compute(key: str, table: pd.DataFrame, seed: int = 0) -> KpiValue:
    """Value of one indicator over a table with the columns that its formula names.

    Rows that lack a part are left out. A missing column or no usable row gives a missing value with
    n = 0. For the level "person" n is the number of people in the denominator, else of rows.
    KeyError for an indicator that the registry does not know.

    >>> posts = pd.DataFrame({"likes": [8, 2], "comments": [1, 0], "shares": [1, 0], "reach": [100, 100]})
    >>> compute("er_reach", posts)
    KpiValue(value=0.06, low=nan, high=nan, n=2)
    """
    kpi = REGISTRY[key]
    needed = [*kpi.numerator, kpi.denominator]
    if not set(needed) <= set(table.columns):
        return KpiValue(math.nan, math.nan, math.nan, 0)
    rows = table[needed].dropna().astype(float)
    numerators = rows[list(kpi.numerator)].sum(axis=1)
    denominators = rows[kpi.denominator]
    if kpi.level == "person":
        return _share_of_people(int(numerators.sum()), int(denominators.sum()))
    value, low, high = ratio_interval(numerators, denominators, seed=seed)
    return KpiValue(value, low, high, len(rows))


def _share_of_people(k: int, n: int) -> KpiValue:
    if n == 0 or k > n:  # more buyers than people: the two were not counted over the same people
        return KpiValue(math.nan, math.nan, math.nan, n)
    low, high = wilson_interval(k, n)
    return KpiValue(k / n, low, high, n)
