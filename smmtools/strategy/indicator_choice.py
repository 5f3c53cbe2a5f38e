"""Rule M4: which indicators a goal is watched by, and how many people it takes to see them change.

By the goal's type: a primary, two to four that support it, and a guard, which falls when the primary is
bought rather than earned. The guide gives conversion, CTR and VTR for sales (lines 256-260), success when
sales repay their cost (262), and for goals of image the audience's growth, its activity, visits to the site
and involvement in the community's life (251-254). These last are proxies: image itself is not counted (249).
Which of them leads, and what guards it, is this workbook's choice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from scipy import stats

from smmtools.measures.stats import sample_size_two_rates

Role = Literal["primary", "supporting", "guard"]
Cadence = Literal["day", "week", "month"]
Unit = Literal["trials", "days", "counted", "money"]
"""What a change is seen over: trials of a rate, days of a count; a census or money has no such number."""

POWER, ALPHA = 0.8, 0.05
"""A change that is there is seen 4 times in 5; one that is not, 1 time in 20 (two-sided)."""


@dataclass(frozen=True)
class Choice:
    """One indicator of a goal: in which role, from which tables, how often, and where the guide has it."""

    key: str
    """Of the registry, or of what a goal counts (sessions)."""
    role: Role
    tables: tuple[str, ...]
    """The tidy tables that the client's exports must fill."""
    cadence: Cadence
    """How often it is looked at; no oftener than its figures come."""
    line: int | None = None
    """Of the guide; None where it is the workbook's own."""
    proxy: bool = False
    """It stands for something that is not counted (guide, line 249)."""
    brief: tuple[str, ...] = ()
    """What the brief must state beside: margin, cost."""


@dataclass(frozen=True)
class Sample:
    """How much is needed to see a change: people in each of two groups, or days before and days after."""

    unit: Unit
    number: int | None
    """None where a number means nothing: all are counted, or it is money."""


_POSTS, _FOLLOWERS, _TRAFFIC = ("posts",), ("followers",), ("traffic",)
_RATED = ("posts", "followers")
_GROWTH = Choice("audience_growth", "primary", _FOLLOWERS, "week", 251, proxy=True)
_ACTIVITY = Choice("er_reach", "supporting", _POSTS, "week", 252, proxy=True)
_VISITS = Choice("sessions", "supporting", _TRAFFIC, "week", 253, proxy=True)
_LIFE = Choice("er_day", "supporting", ("daily", "followers"), "week", 254, proxy=True)
_VOICE = Choice("share_of_voice", "supporting", _POSTS, "month", 488, proxy=True)
_BOUGHT = Choice("er_followers", "guard", _RATED, "month", 355, proxy=True)

CHOICES: Mapping[str, tuple[Choice, ...]] = MappingProxyType({
    # bought followers do not act: engagement by followers falls
    "company": (_GROWTH, _ACTIVITY, _VISITS, _LIFE, _BOUGHT),
    "personal brand": (_GROWTH, _ACTIVITY, _LIFE, _VOICE, _BOUGHT),
    # posts that bait reactions bring nobody to stay: the audience shrinks
    "brand": (
        Choice("er_reach", "primary", _POSTS, "week", 252, proxy=True),
        _VISITS, _LIFE, _VOICE,
        Choice("audience_growth", "guard", _FOLLOWERS, "month", 251, proxy=True),
    ),
    # clicks of people who want nothing there: visits rise, buyers do not
    "website": (
        Choice("sessions", "primary", _TRAFFIC, "week", 253),
        Choice("ctr", "supporting", ("posts", "ads"), "week", 259),
        Choice("application_rate", "supporting", ("orders", "posts", "ads"), "week"),
        _ACTIVITY,
        Choice("conversion_site", "guard", ("orders", "traffic"), "month", 258),
    ),
    # sales that cost more than they leave
    "sales": (
        Choice("conversion_site", "primary", ("orders", "traffic"), "month", 258),
        Choice("ctr", "supporting", ("posts", "ads"), "week", 259),
        Choice("vtr", "supporting", _POSTS, "week", 260),
        Choice("application_rate", "supporting", ("orders", "posts", "ads"), "week"),
        Choice("aov", "supporting", ("orders",), "month", 90),
        Choice("romi", "guard", ("orders", "ads"), "month", 262, brief=("margin", "cost")),
    ),
})  # fmt: skip
"""M4: a goal's indicators by its type, the primary first and the guard last."""
IMAGE: tuple[str, ...] = ("company", "brand", "personal brand")
"""Types of goals whose indicators all are proxies: image itself is not counted (guide, line 249)."""
FEWEST_SUPPORTS, MOST_SUPPORTS = 2, 4

UNITS: Mapping[str, Unit] = MappingProxyType({
    "ctr": "trials", "vtr": "trials", "er_reach": "trials", "er_day": "trials", "er_followers": "trials",
    "application_rate": "trials", "conversion_site": "trials", "sessions": "days",
    "conversion_community": "trials", "er_views": "trials", "ctr_all": "trials",
    "applications": "days", "orders": "days", "follows": "days", "link_clicks": "days", "visits": "days",
    "audience_growth": "counted", "share_of_voice": "counted", "aov": "money", "romi": "money",
    "roas": "money", "cpm": "money", "cpc": "money", "cpl": "money", "cpa": "money",
})  # fmt: skip
"""What a change of each indicator is seen over."""


def indicators_for(goal_type: str) -> tuple[Choice, ...]:
    """The indicators that a goal of this type is watched by, the primary first and the guard last.

    ValueError, with the types there are, for another.
    Rule M4.

    >>> [(choice.role, choice.key) for choice in indicators_for("brand")][:2]
    [('primary', 'er_reach'), ('supporting', 'sessions')]
    """
    if goal_type not in CHOICES:
        raise ValueError(f"{goal_type!r} is no type of goal: write one of {', '.join(CHOICES)}")
    return CHOICES[goal_type]


def sample_needed(
    key: str, before: float, after: float, dispersion: float = 1.0, power: float = POWER, alpha: float = ALPHA
) -> Sample:
    """How much is needed before and after, each, to see an indicator change from ``before`` to ``after``.

    Rates: trials (impressions, visitors, people reached), times ``dispersion``, by which trials of one post
    or day vary together more than chance has it: with 1 the number is the least there can be. Counts: days,
    ``before`` and ``after`` being counts a day. Without a number where all are counted anyhow (followers),
    for money, and where nothing changes. ValueError for a key that M4 does not use, a dispersion below 1,
    and figures that cannot be: rates not strictly between 0 and 1, counts not above 0.
    Rule M4; source: as of ``sample_size_two_rates``; of counts, the same with a variance that is the mean's.

    >>> sample_needed("ctr", 0.010, 0.012)
    Sample(unit='trials', number=42693)
    >>> sample_needed("sessions", 100, 120, dispersion=2)
    Sample(unit='days', number=9)
    >>> sample_needed("aov", 900, 950)
    Sample(unit='money', number=None)
    """
    if key not in UNITS:
        raise ValueError(f"{key!r} is no indicator of a goal: write one of {', '.join(UNITS)}")
    if not dispersion >= 1:
        raise ValueError(f"a dispersion is 1 or more, got {dispersion}")
    unit = UNITS[key]
    if unit not in ("trials", "days") or before == after:
        return Sample(unit, None)
    if unit == "trials":
        return Sample(unit, math.ceil(dispersion * sample_size_two_rates(before, after, power, alpha)))
    return Sample(unit, _days_needed(before, after, dispersion, power, alpha))


def _days_needed(before: float, after: float, dispersion: float, power: float, alpha: float) -> int:
    if not (before > 0 and after > 0):
        raise ValueError(f"counts a day are above 0, got {before} and {after}")
    sure = float(stats.norm.isf(alpha / 2) + stats.norm.isf(1 - power))
    return math.ceil(dispersion * (before + after) * (sure / (after - before)) ** 2)
