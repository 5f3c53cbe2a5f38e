"""The registry of indicators: one entry a KPI, and the one way to compute it (rule M1).

A period's value is the ratio of totals over the rows that know every part; a row that lacks a part
is left out of numerator and denominator alike. An undefined value is missing (NaN), never 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from smmtools.errors import CallError, Fault
from smmtools.measures.definitions import Kpi, KpiValue
from smmtools.measures.stats import ratio_interval, ratio_of_estimates, wilson_interval

__all__ = [
    "ENGAGEMENTS", "REGISTRY", "IncomparableError", "Kpi", "KpiValue", "compare", "compute", "mean_of_ratios",
]  # fmt: skip

ENGAGEMENTS = ("likes", "comments", "shares")
"""What counts as an engagement: likes stand for all reactions, shares for reposts."""

_REGISTRY = (
    Kpi(
        key="er_reach",
        name="Engagement rate by reach",
        numerator=ENGAGEMENTS,
        denominator="reach",
        unit="engagements per account reached",
        better="higher",
        level="post",
        source="M1 (guide, line 346)",
        note="The true one: of those who saw a post, how many acted. Saves are not counted.",
    ),
    Kpi(
        key="er_followers",
        name="Engagement rate by followers",
        numerator=ENGAGEMENTS,
        denominator="followers",
        unit="engagements per follower and post",
        better="higher",
        level="post",
        source="M1 (guide, line 347)",
        note="For comparing with competitors, whose reach is unseen.",
    ),
    Kpi(
        key="er_views",
        name="Engagement rate by views",
        numerator=ENGAGEMENTS,
        denominator="views",
        unit="engagements per view",
        better="higher",
        level="post",
        source="M1",
        note="For platforms that give views and no reach. One person may view a post several times.",
    ),
    Kpi(
        key="er_day",
        name="Engagement rate a day",
        numerator=ENGAGEMENTS,
        denominator="followers",
        unit="engagements per follower and day",
        better="higher",
        level="day",
        source="M1",
        note="All engagements of a day, whichever post they belong to. It rises with the number of posts.",
    ),
    Kpi(
        key="ctr",
        name="Click-through rate",
        numerator=("link_clicks",),
        denominator="impressions",
        unit="link clicks per impression",
        better="higher",
        level="day",
        source="M1 (guide, line 259)",
        note="Link clicks only; other clicks are another indicator.",
    ),
    Kpi(
        key="ctr_all",
        name="Click-through rate, all clicks",
        numerator=("clicks",),
        denominator="impressions",
        unit="clicks per impression",
        better="higher",
        level="day",
        source="M1 (guide, line 259)",
        note="Counts clicks that lead nowhere too: on a picture, a name, 'more'.",
    ),
    Kpi(
        key="vtr",
        name="View-through rate",
        numerator=("views",),
        denominator="impressions",
        unit="views per impression",
        better="higher",
        level="post",
        source="M1 (guide, line 260)",
        note="Video posts only.",
    ),
    Kpi(
        key="conversion_site",
        name="Conversion of the site",
        numerator=("buyers",),
        denominator="users",
        unit="buyers per site user",
        better="higher",
        level="person",
        source="M1 (guide, line 258)",
        note="Users, not sessions; both from social channels.",
    ),
    Kpi(
        key="conversion_community",
        name="Conversion of the community",
        numerator=("buyers",),
        denominator="visitors",
        unit="buyers per day's visitor of the community",
        better="higher",
        level="day",
        source="M1 (guide, line 258)",
        note="Visitors are unique within a day only, so a person who comes on two days counts twice.",
    ),
    Kpi(
        key="application_rate",
        name="Application rate",
        numerator=("applications",),
        denominator="link_clicks",
        unit="applications per link click",
        better="higher",
        level="day",
        source="G1",
        note="Applications that name a social channel as their source.",
    ),
    Kpi(
        key="cpm",
        name="Cost per 1,000 impressions",
        numerator=("spend",),
        denominator="impressions",
        unit="money per 1,000 impressions",
        better="lower",
        level="ad",
        source="M1",
        scale=1_000,
    ),
    Kpi(
        key="cpc",
        name="Cost per link click",
        numerator=("spend",),
        denominator="link_clicks",
        unit="money per link click",
        better="lower",
        level="ad",
        source="M1",
        note="Link clicks only, as in the click-through rate.",
    ),
    Kpi(
        key="cpl",
        name="Cost per application",
        numerator=("spend",),
        denominator="applications",
        unit="money per application",
        better="lower",
        level="day",
        source="M1",
        note="An application is a form, call or message that asks to buy (a lead).",
    ),
    Kpi(
        key="cpa",
        name="Cost per buyer",
        numerator=("spend",),
        denominator="buyers",
        unit="money per buyer",
        better="lower",
        level="day",
        source="M1",
        note="Buyers attributed to the spend; who would have bought anyway is among them.",
    ),
    Kpi(
        key="aov",
        name="Average order",
        numerator=("revenue",),
        denominator="orders",
        unit="money per order",
        better="higher",
        level="order",
        source="M1 (guide, line 90)",
    ),
    Kpi(
        key="roas",
        name="Return on ad spend",
        numerator=("revenue",),
        denominator="spend",
        unit="revenue per unit of spend",
        better="higher",
        level="day",
        source="M1",
        note="Revenue, not margin: 1 is a loss.",
    ),
    Kpi(
        key="romi",
        name="Return on marketing investment",
        numerator=("revenue",),
        denominator="cost",
        unit="margin left after cost, per unit of cost",
        better="higher",
        level="day",
        source="M1",
        note="Cost is ads and the estimate's other lines, the agency's fee apart. Below 0 it is a loss.",
        times="margin",
        net=True,
    ),
    Kpi(
        key="audience_growth",
        name="Growth of the audience",
        numerator=("followers_end",),
        denominator="followers_start",
        unit="followers gained per follower at the start",
        better="higher",
        level="account",
        source="M1 (guide, line 251)",
        note="Followers are all counted, so there is no interval. Whether they are people is A2's question.",
        net=True,
    ),
    Kpi(
        key="share_of_voice",
        name="Share of voice",
        numerator=("own_engagements",),
        denominator="all_engagements",
        unit="own engagements per engagement of ours and the competitors'",
        better="higher",
        level="post",
        source="M1",
        note="Against the competitors that were collected; another one changes it.",
    ),
)
REGISTRY: Mapping[str, Kpi] = MappingProxyType({kpi.key: kpi for kpi in _REGISTRY})


class IncomparableError(CallError, ValueError):
    """Two indicators are put side by side that are not counted per the same thing."""


def compute(key: str, table: pd.DataFrame, seed: int = 0) -> KpiValue:
    """Value of one indicator over a table with the columns that its formula names.

    Rows that lack a part are left out. A missing column, no usable row, or a denominator of 0 gives a
    missing value. For the level "person" n is the number of people in the denominator, else of rows.
    KeyError for an indicator that the registry does not know.

    >>> posts = pd.DataFrame({"likes": [8, 2], "comments": [1, 0], "shares": [1, 0], "reach": [100, 100]})
    >>> compute("er_reach", posts)
    KpiValue(value=0.06, low=nan, high=nan, n=2)
    """
    kpi = REGISTRY[key]
    tops, bottoms = _parts(kpi, table)
    if kpi.interval == "wilson":
        return _share_of_people(key, int(tops.sum()), int(bottoms.sum()))
    value, low, high = (_as_unit(kpi, part) for part in ratio_interval(tops, bottoms, seed=seed))
    if kpi.interval == "none":
        low = high = math.nan
    return KpiValue(value, low, high, len(bottoms), key)


def mean_of_ratios(key: str, table: pd.DataFrame, seed: int = 0) -> KpiValue:
    """The plain mean of each row's own value: every post counts alike, however few it reached.

    This is another figure than the indicator itself, which is the ratio of totals; it is shown under
    its own name or not at all. Rows whose denominator is 0 are left out, n counts the others.

    >>> posts = pd.DataFrame({"likes": [8, 0], "comments": 0, "shares": 0, "reach": [10, 90]})
    >>> mean_of_ratios("er_reach", posts).value, compute("er_reach", posts).value
    (0.4, 0.08)
    """
    kpi = REGISTRY[key]
    tops, bottoms = _parts(kpi, table)
    ratios = (tops / bottoms)[bottoms > 0]
    found = ratio_interval(ratios, [1] * len(ratios), seed=seed)
    value, low, high = (_as_unit(kpi, part) for part in found)
    return KpiValue(value, low, high, len(ratios), key)


def compare(new: KpiValue, old: KpiValue) -> tuple[float, float, float]:
    """How many times the old figure the new one is: (ratio, low, high).

    IncomparableError when the two are values of indicators with different denominators: a rate by
    reach is not better than one by followers, it is something else.

    >>> september, october = KpiValue(0.05, 0.04, 0.06, 30, "ctr"), KpiValue(0.06, 0.05, 0.072, 30, "ctr")
    >>> tuple(round(part, 3) for part in compare(october, september))
    (1.2, 0.927, 1.601)
    """
    ours, theirs = REGISTRY.get(new.key), REGISTRY.get(old.key)
    if ours is None or theirs is None or _per(ours) != _per(theirs):
        raise IncomparableError([_different_denominators(ours, theirs)])
    return ratio_of_estimates((new.value, new.low, new.high), (old.value, old.low, old.high))


_STOCKS = ("followers",)
"""Denominators that stand again in every row, so that a rate a post is not a rate a day."""


def _per(kpi: Kpi) -> str:
    """What an indicator is counted per, as a reader would say it."""
    per = kpi.denominator.replace("_", " ")
    return f"{per} and {kpi.level}" if kpi.denominator in _STOCKS else per


def _different_denominators(ours: Kpi | None, theirs: Kpi | None) -> Fault:
    if ours is None or theirs is None:
        what, where = "a figure that names no indicator of the registry cannot be compared", ""
    else:
        what = f"{ours.name} is per {_per(ours)}, {theirs.name} per {_per(theirs)}: they cannot be compared"
        where = f"{ours.key}: {ours.formula}; {theirs.key}: {theirs.formula}"
    return Fault(what, where, "compare values of one indicator, computed for both sides.")


def _parts(kpi: Kpi, table: pd.DataFrame) -> tuple[pd.Series[float], pd.Series[float]]:
    """Numerators and denominators of the rows that know every part; none where a column is missing."""
    if not set(kpi.parts) <= set(table.columns):
        return pd.Series(dtype=float), pd.Series(dtype=float)
    rows = table[list(kpi.parts)].dropna().astype(float)
    tops = rows[list(kpi.numerator)].sum(axis=1)
    return (tops * rows[kpi.times] if kpi.times else tops), rows[kpi.denominator]


def _as_unit(kpi: Kpi, ratio: float) -> float:
    return (ratio - 1 if kpi.net else ratio) * kpi.scale


def _share_of_people(key: str, k: int, n: int) -> KpiValue:
    if n == 0 or k > n:  # more buyers than people: the two were not counted over the same people
        return KpiValue(math.nan, math.nan, math.nan, n, key)
    low, high = wilson_interval(k, n)
    return KpiValue(k / n, low, high, n, key)
