"""The search for a calendar (K5): channel by channel, and as one where the channels depend on each other.

Channels share nothing but the segments that each week serves, so each is solved alone; their bounds add
up to a bound of the whole. Where a segment is left out, one channel is asked to serve it; only if the gap is
then still too wide are all channels solved as one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_model import Served, build, posts_of
from smmtools.strategy.calendar_problem import Demand, Placed, Problem


@dataclass(frozen=True)
class Found:
    """What a search came to."""

    posts: tuple[Placed, ...] | None
    """None when there is no plan, or none was found within the limit on nodes."""
    value: float
    bound: float
    impossible: bool = False
    """Proven: there is no plan."""

    @property
    def gap(self) -> float:
        """How much more than its value a plan could be worth, as a share of it."""
        return relative(self.value, self.bound)


def relative(value: float, bound: float) -> float:
    """The gap between a plan's value and the bound, as a share of the value.

    >>> relative(100, 101), relative(0, 0), relative(0, 5)
    (0.01, 0.0, inf)
    """
    if bound <= value:
        return 0.0
    return (bound - value) / value if value > 0 else math.inf


IMPOSSIBLE = Found(None, -math.inf, -math.inf, impossible=True)


class Search:
    """Searches in one problem; what was found of a channel is kept for the next question."""

    def __init__(self, problem: Problem, gap: float, nodes: int, any_plan: bool = False) -> None:
        self.problem, self.gap, self.nodes, self.any_plan = problem, gap, nodes, any_plan
        self.channels = rules.channels_of(problem)
        self.demands = {each: frozenset(rules.demands_on(problem, each)) for each in self.channels}
        self.weeks = rules.weeks_served(problem)
        self.segments = {option.key: option.segments for option in problem.options}
        self._solve = cache(self._solved)

    def plan(self, dropped: Collection[Demand] = ()) -> Found:
        """The best plan without the demands dropped; with ``any_plan`` the first one found."""
        served = {
            (week, segment)
            for week in self.weeks
            for segment in self.problem.segments
            if (rules.SEGMENT, segment) not in dropped
        }
        alone = {}
        for channel in self.channels:
            alone[channel] = self.channel(channel, dropped)
            if alone[channel].impossible:
                return IMPOSSIBLE
        whole = _together(alone.values(), sum(found.bound for found in alone.values()))
        if whole.posts is not None and not self._missing(served, whole.posts):
            return whole
        mended = self._mended(alone, served, dropped, whole.bound) if len(self.channels) > 1 else None
        if mended is not None and (self.any_plan or mended.gap <= self.gap):
            return mended
        joint = self._solve(self.channels, frozenset(served), frozenset(dropped))
        if mended is None or joint.impossible:
            return joint
        best = max(mended, joint, key=lambda found: found.value)
        return replace(best, bound=max(best.value, min(mended.bound, joint.bound)))

    def channel(self, channel: str, dropped: Collection[Demand] = (), served: Iterable[Served] = ()) -> Found:
        """The best plan of one channel that serves these by itself."""
        mine = self.demands[channel].intersection(dropped)
        return self._solve((channel,), frozenset(served), mine)

    def _missing(self, served: Iterable[Served], posts: Iterable[Placed]) -> set[Served]:
        there = {
            (rules.week_of(placed.slot.day), segment)
            for placed in posts
            for segment in self.segments[placed.key]
        }
        return set(served) - there

    def _mended(
        self,
        alone: Mapping[str, Found],
        served: Collection[Served],
        dropped: Collection[Demand],
        bound: float,
    ) -> Found | None:
        """The best plan in which one channel serves all that the others, as they are, do not."""
        best: Found | None = None
        for channel in self.channels:
            others = [alone[other] for other in self.channels if other != channel]
            posts = [placed for found in others for placed in found.posts or ()]
            mine = self.channel(channel, dropped, self._missing(served, posts))
            whole = _together([*others, mine], bound)
            if whole.posts is not None and (best is None or whole.value > best.value):
                best = whole
                if self.any_plan:
                    break
        return best

    def _solved(
        self, channels: tuple[str, ...], served: frozenset[Served], dropped: frozenset[Demand]
    ) -> Found:
        model = build(self.problem, channels, sorted(served), dropped)
        result = model.solve(self.gap if len(channels) > 1 else self.gap / 2, self.nodes, self.any_plan)
        if result.status == 2:
            return IMPOSSIBLE
        if result.x is None:
            return Found(None, -math.inf, model.bound())
        posts = posts_of(self.problem, model, result.x)
        value = math.fsum(self.problem.worth_of(placed.key, placed.slot) for placed in posts)
        return Found(posts, value, max(value, -float(result.mip_dual_bound)))


def _together(parts: Collection[Found], bound: float) -> Found:
    posts: list[Placed] = []
    for part in parts:
        if part.posts is None:
            return Found(None, -math.inf, bound)
        posts += part.posts
    value = sum(part.value for part in parts)
    return Found(rules.by_time(posts), value, max(value, bound))
