"""K5 as a mixed-integer programme: one column for a slot and a kind of option, one row for a limit."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_problem import Demand, Option, Placed, Problem, Rhythm, Slot

Floats = npt.NDArray[np.float64]
Terms = list[tuple[int, float]]
"""A sum of columns, each with its factor."""
Served = tuple[dt.date, str]
"""A week (its Monday) and a segment that is served in it."""
SLIVER = 1e-4
"""Stands for "more than": above the solver's tolerance, below what a share of a post can come to."""


@dataclass(frozen=True)
class Kind:
    """Options of one channel that differ in nothing but their key."""

    keys: tuple[str, ...]
    like: Option


@dataclass
class Model:
    """Columns and rows, as they are put together."""

    worth: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    rows: list[Terms] = field(default_factory=list)
    at_least: list[float] = field(default_factory=list)
    at_most: list[float] = field(default_factory=list)
    cells: dict[tuple[Slot, Kind], int] = field(default_factory=dict)

    def column(self, worth: float = 0.0, high: float = 1.0, whole: bool = True) -> int:
        """A new column from 0 to ``high``."""
        self.worth.append(worth)
        self.low.append(0.0)
        self.high.append(high)
        self.whole.append(int(whole))
        return len(self.worth) - 1

    def at(self, slot: Slot) -> list[tuple[Kind, int]]:
        """The columns of one slot."""
        return [(kind, cell) for (place, kind), cell in self.cells.items() if place == slot]

    def row(self, terms: Terms, low: float = -math.inf, high: float = math.inf) -> None:
        """A new row: the terms add up to something from low to high."""
        self.rows.append(terms)
        self.at_least.append(low)
        self.at_most.append(high)

    def bound(self) -> float:
        """No plan is worth more: the best value with posts split at will."""
        result = self._run(-np.array(self.worth), [0] * len(self.worth))
        return math.inf if result.x is None else -float(result.fun)

    def solve(self, gap: float, nodes: int, any_plan: bool = False) -> OptimizeResult:
        """What HiGHS finds; ``any_plan`` is content with the first plan, whatever it is worth."""
        cost = np.zeros(len(self.worth)) if any_plan else -np.array(self.worth)
        return self._run(cost, self.whole, gap, nodes)

    def _run(self, cost: Floats, whole: Sequence[int], gap: float = 0.0, nodes: int = 0) -> OptimizeResult:
        starts = np.cumsum([0, *(len(row) for row in self.rows)])
        columns = np.array([column for row in self.rows for column, _ in row], dtype=np.int32)
        factors = np.array([factor for row in self.rows for _, factor in row], dtype=float)
        matrix = csr_array((factors, columns, starts), shape=(len(self.rows), len(self.worth)))
        matrix.sum_duplicates()
        return milp(
            cost,
            integrality=np.array(whole),
            bounds=Bounds(np.array(self.low), np.array(self.high)),
            constraints=LinearConstraint(matrix, np.array(self.at_least), np.array(self.at_most)),
            options={"mip_rel_gap": gap, "node_limit": nodes},
        )


def build(
    problem: Problem,
    channels: Collection[str],
    served: Iterable[Served] = (),
    dropped: Collection[Demand] = (),
) -> Model:
    """The model of some channels in which these segments are served, without the demands dropped."""
    model = Model()
    nothing = model.column(high=0.0)
    for channel in channels:
        _Channel(problem, channel, model, dropped).add()
    of_channel = {option.key: option.channel for option in problem.options}
    for fixed in problem.fixed:
        channel = of_channel.get(fixed.key, "")
        if fixed.demand not in dropped and channel in (*channels, ""):
            slot = Slot(channel, fixed.day, fixed.part)
            cell = next((cell for kind, cell in model.at(slot) if fixed.key in kind.keys), nothing)
            model.row([(cell, 1.0)], 1.0)
    serving: dict[Served, Terms] = {each: [] for each in served}
    for (slot, kind), cell in model.cells.items():
        for segment in kind.like.segments:
            if (served_here := (rules.week_of(slot.day), segment)) in serving:
                serving[served_here].append((cell, 1.0))
    for terms in serving.values():
        model.row(terms, 1.0)
    return model


class _Channel:
    """One channel's part of a model."""

    def __init__(self, problem: Problem, channel: str, model: Model, dropped: Collection[Demand]) -> None:
        self.problem, self.channel, self.model = problem, channel, model
        self.kept = {
            name for name in (rules.CADENCE, rules.DAYPARTS, rules.BRAND, rules.ALTERNATE, rules.USES)
            if (name, channel) not in dropped
        }  # fmt: skip
        self.dropped = dropped
        self.rhythm = rules.rhythm_of(problem, channel)
        self.kinds = kinds_of(problem, channel, self.rhythm)
        strict = rules.DAYPARTS in self.kept and not self.rhythm.often
        self.slots = [slot for slot in self.rhythm.slots if not strict or slot.part in ("morning", "evening")]
        for slot in self.slots:
            for kind in self.kinds:
                model.cells[slot, kind] = model.column(problem.worth_of(kind.keys[0], slot))
        self.days = {day: list(slots) for day, slots in groupby(self.slots, key=lambda slot: slot.day)}
        self.weeks = {
            week: list(slots) for week, slots in groupby(self.slots, key=lambda slot: rules.week_of(slot.day))
        }

    def terms(self, slots: Iterable[Slot], kinds: Iterable[Kind] | None = None, factor: float = 1.0) -> Terms:
        """The posts of such kinds in such slots."""
        chosen = self.kinds if kinds is None else list(kinds)
        return [(self.model.cells[slot, kind], factor) for slot in slots for kind in chosen]

    def add(self) -> None:
        """All rows of this channel."""
        for slot in self.slots:
            self.model.row(self.terms([slot]), 0.0, 1.0)
        if rules.CADENCE in self.kept:
            self._cadence()
        if rules.DAYPARTS in self.kept:
            self._dayparts()
        self._mix()
        if rules.USES in self.kept:
            self._uses()
        if rules.ALTERNATE in self.kept:
            self._alternate()

    def _cadence(self) -> None:
        groups = self.days if self.rhythm.per == "day" else self.weeks
        for group, quota in self.rhythm.quotas.items():
            self.model.row(self.terms(groups.get(group, [])), quota, quota)
        if self.rhythm.per == "week":
            for slots in self.days.values():
                self.model.row(self.terms(slots), 0.0, 1.0)

    def _dayparts(self) -> None:
        """Where there are two posts, one stands in the morning and one in the evening."""
        groups = self.days if self.rhythm.often else self.weeks
        for group, slots in groups.items():
            quota = self._asked(group)
            most = max((quota if quota is not None else len(slots)) - 1, 1)
            among = {slot.part for slot in slots}
            for part in ("morning", "evening"):
                if not self.rhythm.often and among != {"morning", "evening"}:
                    continue
                here = self.terms(slot for slot in slots if slot.part == part)
                if quota is None:
                    self.model.row(
                        [(cell, most * factor) for cell, factor in here] + self.terms(slots, factor=-1.0),
                        -1.0,
                    )
                elif quota >= 2:
                    self.model.row(here, 1.0)

    def _asked(self, group: dt.date) -> int | None:
        """Posts asked for on a day or in a week; None when the cadence is dropped."""
        if rules.CADENCE not in self.kept:
            return None
        if self.rhythm.often or self.rhythm.per == "week":
            return self.rhythm.quotas[group]
        return sum(quota for day, quota in self.rhythm.quotas.items() if rules.week_of(day) == group)

    def _mix(self) -> None:
        bands: list[tuple[Demand, tuple[float, float], list[Kind]]] = []
        for function, band in self.problem.functions.items():
            demand: Demand = (rules.FUNCTION, self.channel, function)
            bands.append((demand, band, [kind for kind in self.kinds if kind.like.function == function]))
        for form, band in self.problem.formats.items():
            demand = (rules.FORMAT, self.channel, form)
            bands.append((demand, band, [kind for kind in self.kinds if kind.like.format == form]))
        brand = [kind for kind in self.kinds if kind.like.about == "brand"]
        bands.append(((rules.BRAND, self.channel), self.problem.brand, brand))
        for demand, (low, high), kinds in bands:
            if demand not in self.dropped:
                self._band(low, high, kinds)

    def _band(self, low: float, high: float, kinds: list[Kind]) -> None:
        posts, some = self.rhythm.posts, self.terms(self.slots, kinds)
        if rules.CADENCE in self.kept:
            self.model.row(some, rules.at_least(low, posts), rules.at_most(high, posts))
        else:
            self.model.row(some + self.terms(self.slots, factor=-low), SLIVER - 1)
            self.model.row(some + self.terms(self.slots, factor=-high), high=1 - SLIVER)

    def _uses(self) -> None:
        for kind in self.kinds:
            count, most = len(kind.keys), kind.like.most
            self.model.row(self.terms(self.slots, [kind]), high=count * most)
            for slots in self.weeks.values():
                self.model.row(self.terms(slots, [kind]), high=count * self.rhythm.uses_a_week(most))
            for slots in self.days.values():
                if len(slots) > count:
                    self.model.row(self.terms(slots, [kind]), high=count)

    def _places(self) -> list[tuple[list[Slot], bool]]:
        """Places in time, each with at most one post, and whether it is sure to have one."""
        by_day = list(self.days.items())
        if rules.CADENCE not in self.kept:
            return [([slot], False) for slot in self.slots]
        if self.rhythm.per == "week":
            full = Counter(rules.week_of(day) for day in self.days)
            return [
                (slots, self.rhythm.quotas[rules.week_of(day)] >= full[rules.week_of(day)])
                for day, slots in by_day
            ]
        places: list[tuple[list[Slot], bool]] = []
        for day, slots in by_day:
            quota = self.rhythm.quotas[day]
            if quota == 1:
                places.append((slots, True))
            elif quota:
                places += [([slot], quota >= len(slots)) for slot in slots]
        return places

    def _alternate(self) -> None:
        """No format twice running, over posts in order of time, empty places skipped.

        ``last`` says which format the latest post has. In a place that is sure to have a post it is that
        post's. Elsewhere it is a column of its own: what stays is at most what was, what leaves makes room
        for a post of another format. These rows say exactly which changes are possible (no fractions).
        """
        by_format: dict[str, list[Kind]] = defaultdict(list)
        for kind in self.kinds:
            by_format[kind.like.format].append(kind)
        last: dict[str, Terms] = {form: [] for form in by_format}
        for slots, sure in self._places():
            posts = {form: self.terms(slots, kinds) for form, kinds in by_format.items()}
            if sure:
                for form, here in posts.items():
                    if last[form]:
                        self.model.row(here + last[form], high=1.0)
                last = posts
                continue
            any_post = self.terms(slots, factor=-1.0)
            states: dict[str, Terms] = {form: [(self.model.column(whole=False), 1.0)] for form in by_format}
            for form, here in posts.items():
                state, before = states[form], last[form]
                self.model.row(state + _times(here, -1.0), 0.0)
                self.model.row(state + _times(here, -1.0) + _times(before, -1.0), high=0.0)
                self.model.row(before + _times(state, -1.0) + _times(here, 2.0) + any_post, high=0.0)
            now = [term for state in states.values() for term in state]
            then = [term for state in last.values() for term in state]
            self.model.row(now + _times(then, -1.0), 0.0)
            self.model.row(now + _times(then, -1.0) + any_post, high=0.0)
            last = states


def _times(terms: Terms, factor: float) -> Terms:
    return [(column, each * factor) for column, each in terms]


def kinds_of(problem: Problem, channel: str, rhythm: Rhythm) -> list[Kind]:
    """A channel's options, those alike put together; an option with a fixed date stands by itself."""
    dated = {each.key for each in problem.fixed}
    when = sorted({(slot.part, rules.kind_of(slot.day)): slot for slot in rhythm.slots}.items())
    alike: dict[tuple[object, ...], list[Option]] = defaultdict(list)
    for option in problem.options:
        if option.channel == channel:
            worth = tuple(problem.worth_of(option.key, slot) for _, slot in when)
            sort = (option.format, option.function, option.about, frozenset(option.segments), option.most)
            alike[*sort, worth, option.key if option.key in dated else ""].append(option)
    return [Kind(tuple(option.key for option in options), options[0]) for options in alike.values()]


def posts_of(problem: Problem, model: Model, solution: Floats) -> tuple[Placed, ...]:
    """The posts of a solution. Options that are alike take turns, so that each keeps to its uses."""
    turns: Counter[Kind] = Counter()
    dated = {(each.day, each.part, each.key) for each in problem.fixed}
    chosen = {slot: kind for (slot, kind), cell in model.cells.items() if solution[cell] > 0.5}
    posts = []
    for slot in rules.in_order(chosen):
        kind = chosen[slot]
        key = kind.keys[turns[kind] % len(kind.keys)]
        turns[kind] += 1
        posts.append(Placed(slot, key, (slot.day, slot.part, key) in dated))
    return rules.by_time(posts)
