"""K5: the calendar of a month that is worth most within its demands, or the demands that clash."""

from __future__ import annotations

import math

from smmtools.strategy.calendar_check import broken
from smmtools.strategy.calendar_clash import clash_of
from smmtools.strategy.calendar_greedy import greedy
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
)
from smmtools.strategy.calendar_search import Found, Search

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
    "broken",
    "greedy",
    "solve",
]

GAP = 0.01
"""K5: proven to be within this of the best."""
NODES = 2_000
"""Of HiGHS' search, for each question put to it. A limit on time would make two runs differ."""


def solve(problem: Problem, gap: float = GAP, nodes: int = NODES) -> Calendar:
    """The calendar worth most, proven to within ``gap``, or the demands that clash.

    When the limit on nodes ends the search before there is a calendar, and the greedy one breaks a demand,
    there are neither posts nor a clash.
    """
    found = Search(problem, gap, nodes).plan()
    if found.impossible:
        return Calendar((), 0.0, 0.0, 0.0, True, clash_of(problem, nodes))
    found = _not_below_greedy(problem, found)
    if found.posts is None:
        return Calendar((), 0.0, found.bound, math.nan, False, None)
    return Calendar(found.posts, found.value, found.bound, found.gap, found.gap <= gap + 1e-9, None)


def _not_below_greedy(problem: Problem, found: Found) -> Found:
    """Within the gap a greedy calendar may be the better one."""
    if found.posts is not None and found.gap == 0:
        return found
    plain = greedy(problem)
    value = math.fsum(problem.worth_of(placed.key, placed.slot) for placed in plain)
    if value <= found.value or broken(problem, plain):
        return found
    return Found(plain, value, max(value, found.bound))
