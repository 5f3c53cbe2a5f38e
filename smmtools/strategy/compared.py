"""One figure of the approved plan beside the actual one (X6), and what each finding is worth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smmtools.strategy.verdicts import Grade

STAGE = "review"
KINDS = (
    "goal", "indicator", "posts", "spend", "channel spend", "conversions", "conversion cost", "replies",
)  # fmt: skip
"""What is compared, in the order it is told."""

GRADES: Mapping[str, Grade] = {
    "met": Grade.PASS, "met as counted": Grade.PASS, "ahead": Grade.PASS, "not met": Grade.FAIL,
    "not met as counted": Grade.FAIL, "cannot be told": Grade.REVIEW,
    "no interval": Grade.REVIEW, "no target": Grade.NO_DATA, "no data": Grade.NO_DATA,
    "too early": Grade.NO_DATA, "over": Grade.NO_DATA, "not started": Grade.NO_DATA,
    "unreadable": Grade.NO_DATA, "carried out": Grade.PASS, "lacking": Grade.REVIEW,
    "mostly lacking": Grade.FAIL, "overspent": Grade.REVIEW, "underspent": Grade.REVIEW,
    "no rate": Grade.FAIL, "not planned": Grade.NO_DATA, "within the promise": Grade.PASS,
    "below the promise": Grade.FAIL, "below, less spent": Grade.REVIEW, "not named": Grade.NO_DATA,
    "dearer": Grade.REVIEW, "met, few alive": Grade.REVIEW,
}  # fmt: skip
"""What each finding is worth."""


@dataclass(frozen=True)
class Compared:
    """One figure of the approved plan beside the actual one."""

    kind: str
    """One of ``KINDS``."""
    finding: str
    name: str = ""
    """A goal's name, an indicator's key, or what is paid for: ads, placements."""
    platform: str = ""
    planned: float = math.nan
    actual: float = math.nan
    low: float = math.nan
    high: float = math.nan
    unit: str = "count"
    """count, rate, money or hours."""
    least: float = math.nan
    """Of conversions: what the plan's own poor month brings; of their cost: the most it then is."""
    chance: float = math.nan
    """Of a goal: of such a count when on target."""
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def grade(self) -> Grade:
        """What it is worth."""
        return GRADES[self.finding]


def part_of(plan: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    """A part of a plan, empty where the plan does not hold it."""
    for name in names:
        found = plan.get(name)
        plan = found if isinstance(found, Mapping) else {}
    return plan
