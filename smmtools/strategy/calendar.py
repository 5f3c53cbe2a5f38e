"""K5: the calendar of a month that is worth most within its demands, or the demands that clash."""

from __future__ import annotations

import math

from smmtools.strategy.calendar_model import build, posts_of
from smmtools.strategy.calendar_problem import (
    Cadence,
    Calendar,
    Clash,
    Demand,
    Fixed,
    Option,
    Placed,
    Problem,
    Slot,
    demands_of,
)

__all__ = [
    "Cadence",
    "Calendar",
    "Clash",
    "Demand",
    "Fixed",
    "Option",
    "Placed",
    "Problem",
    "Slot",
    "solve",
]

NODES = 2_000


def solve(problem: Problem, gap: float = 0.01, nodes: int = NODES) -> Calendar:
    """The calendar worth most, proven to within ``gap``, or the demands that clash."""
    model = build(problem)
    found = model.solve(gap, nodes)
    if found.x is None:
        return Calendar((), 0.0, 0.0, math.nan, True, Clash(demands_of(problem), ()))
    posts = posts_of(problem, model, found.x)
    value, bound = -float(found.fun), -float(found.mip_dual_bound)
    return Calendar(posts, value, bound, (bound - value) / value if value else 0.0, found.status == 0, None)
