"""One channel's part of a calendar (K5) as columns and rows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_matrix import Kind, Matrix, Place, Terms, times
from smmtools.strategy.calendar_problem import Demand, Option, Problem, Rhythm, Slot

ENDS = ("morning", "evening")
"""The parts of a day that R4.3 asks for."""
SLIVER = 1e-4
"""Stands for "more than": above the solver's tolerance, below what a share of a post can come to."""


class Channel:
    """One channel's places and kinds of option, and the rows of its demands.

    A cadence by the day has a place for each slot. One by the week has a place for each post asked for, which
    says only that it stands on one of the days alike: where posts are few, days are many and all the same.
    """

    def __init__(self, problem: Problem, name: str, matrix: Matrix, dropped: Collection[Demand]) -> None:
        self.problem, self.name, self.matrix, self.dropped = problem, name, matrix, dropped
        self.rhythm = rules.rhythm_of(problem, name)
        self.kinds = kinds_of(problem, name, self.rhythm)
        self.exact = self._keeps(rules.CADENCE)
        self.turns = self.exact and self.rhythm.per == "week"
        self.places = self._places_by_turn() if self.turns else [Place(slot) for slot in self._slots()]
        self.first = len(matrix.worth)
        for place in self.places:
            for kind in self.kinds:
                column = matrix.column(problem.worth_of(kind.keys[0], place.slot))
                matrix.cells[column] = (place, kind)
        self.days = self._grouped(lambda place: place.slot.day)
        self.weeks = self._grouped(lambda place: rules.week_of(place.slot.day))

    def add_rows(self) -> None:
        """The rows of all that is demanded of this channel."""
        if self.turns:
            self._cadence_by_turn()
        else:
            self._cadence_by_slot()
        if self._keeps(rules.DAYPARTS):
            self._dayparts()
        self._mix()
        if self._keeps(rules.USES):
            self._uses()
        if self._keeps(rules.ALTERNATE):
            self._alternate()

    def _keeps(self, demand: str) -> bool:
        return (demand, self.name) not in self.dropped

    def _grouped(self, key: Callable[[Place], dt.date]) -> dict[dt.date, list[int]]:
        """The places of each day or week."""
        groups: dict[dt.date, list[int]] = defaultdict(list)
        for number, place in enumerate(self.places):
            groups[key(place)].append(number)
        return groups

    def terms(self, places: Iterable[int], kinds: Iterable[int] | None = None, factor: float = 1.0) -> Terms:
        """The posts of such kinds, of any when None, in such places."""
        chosen = range(len(self.kinds)) if kinds is None else list(kinds)
        starts = [self.first + place * len(self.kinds) for place in places]
        return [(start + kind, factor) for start in starts for kind in chosen]

    def _all(self, kinds: Iterable[int] | None = None, factor: float = 1.0) -> Terms:
        return self.terms(range(len(self.places)), kinds, factor)

    def _slots(self) -> list[Slot]:
        """The slots that may have a post. Two a day are a morning and an evening, one is either."""
        few = not self.rhythm.often or (self.exact and self._posts_a_day() == 2)
        ends = few and self._keeps(rules.DAYPARTS)
        return [slot for slot in self.rhythm.slots if not ends or slot.part in ENDS]

    def _places_by_turn(self) -> list[Place]:
        """For each post that a week asks for, the slots it may stand in, days that are alike taken as one."""
        places = []
        for week, slots in groupby(self._slots(), key=lambda slot: rules.week_of(slot.day)):
            stretches = self._stretches(list(slots))
            for turn in range(self.rhythm.quotas[week]):
                for days, parts in stretches:
                    places += [Place(Slot(self.name, days[0], part), turn, days) for part in parts]
        return places

    def _stretches(self, slots: Sequence[Slot]) -> list[tuple[tuple[dt.date, ...], tuple[str, ...]]]:
        """Runs of a week's days that have the same parts and worth; a day with a fixed post stands alone."""
        dated = {each.day for each in self.problem.fixed}
        parts = {
            day: tuple(slot.part for slot in here) for day, here in groupby(slots, key=lambda slot: slot.day)
        }
        runs = groupby(parts, key=lambda day: (parts[day], rules.kind_of(day), day if day in dated else None))
        return [(tuple(days), here) for (here, _, _), days in runs]

    def _cadence_by_slot(self) -> None:
        """At most one post a slot, and so many a day."""
        for place in range(len(self.places)):
            self.matrix.row(self.terms([place]), high=1.0)
        if self.exact:
            for day, posts in self.rhythm.quotas.items():
                self.matrix.row(self.terms(self.days.get(day, ())), posts, posts)

    def _cadence_by_turn(self) -> None:
        """A week's posts in order of time, on no more days than there are."""
        for week, posts in self.rhythm.quotas.items():
            here = self.weeks.get(week, [])
            of_day: dict[dt.date, list[int]] = defaultdict(list)
            for place in here:
                of_day[self.places[place].slot.day].append(place)
            for places in of_day.values():
                self.matrix.row(self.terms(places), high=len(self.places[places[0]].days))
            for turn in range(posts):
                self.matrix.row(self.terms(self._of(here, turn)), 1.0, 1.0)
                for day in list(of_day)[:-1] if turn else ():
                    until = [place for place in here if self.places[place].slot.day <= day]
                    before = self.terms(self._of(until, turn - 1), factor=-1.0)
                    self.matrix.row(self.terms(self._of(until, turn)) + before, high=0.0)

    def _of(self, places: Iterable[int], turn: int) -> list[int]:
        return [place for place in places if self.places[place].turn == turn]

    def _dayparts(self) -> None:
        """Of two posts, on a day or in a week, one stands in the morning and one in the evening."""
        for group, places in (self.days if self.rhythm.often else self.weeks).items():
            if not self.rhythm.often and {self.places[place].slot.part for place in places} != set(ENDS):
                continue
            for part in ENDS:
                here = [place for place in places if self.places[place].slot.part == part]
                if not self.exact:
                    most = max(len(places) - 1, 1)
                    self.matrix.row(self.terms(here, factor=most) + self.terms(places, factor=-1.0), -1.0)
                elif self._asked(group) >= 2:
                    self.matrix.row(self.terms(here), 1.0)

    def _asked(self, group: dt.date) -> int:
        """Posts asked for on a day, when there are several a day, else in a week."""
        if self.rhythm.often or self.turns:
            return self.rhythm.quotas[group]
        return sum(posts for day, posts in self.rhythm.quotas.items() if rules.week_of(day) == group)

    def _mix(self) -> None:
        """The shares of functions, of formats and of the brand."""
        for function, band in self.problem.functions.items():
            kinds = [number for number, kind in enumerate(self.kinds) if kind.like.function == function]
            self._band((rules.FUNCTION, self.name, function), band, kinds)
        for form, band in self.problem.formats.items():
            kinds = [number for number, kind in enumerate(self.kinds) if kind.like.format == form]
            self._band((rules.FORMAT, self.name, form), band, kinds)
        kinds = [number for number, kind in enumerate(self.kinds) if kind.like.about == "brand"]
        self._band((rules.BRAND, self.name), self.problem.brand, kinds)

    def _band(self, demand: Demand, band: tuple[float, float], kinds: list[int]) -> None:
        low, high = band
        if demand in self.dropped:
            return
        if self.exact:
            posts = self.rhythm.posts
            self.matrix.row(self._all(kinds), rules.at_least(low, posts), rules.at_most(high, posts))
        else:
            self.matrix.row(self._all(kinds) + self._all(factor=-low), low=SLIVER - 1)
            self.matrix.row(self._all(kinds) + self._all(factor=-high), high=1 - SLIVER)

    def _uses(self) -> None:
        """How often options of a kind are used: in the month, in a week, on a day."""
        for number, kind in enumerate(self.kinds):
            count = len(kind.keys)
            self.matrix.row(self._all([number]), high=count * kind.like.most)
            for places in self.weeks.values():
                a_week = count * self.rhythm.uses_a_week(kind.like.most)
                self.matrix.row(self.terms(places, [number]), high=a_week)
            for places in self.days.values() if self._twice_a_day() else ():
                if len(places) > count:
                    self.matrix.row(self.terms(places, [number]), high=count)

    def _posts_a_day(self) -> int:
        """At most, as the cadence has it."""
        return 1 if self.rhythm.per == "week" else max(self.rhythm.quotas.values(), default=0)

    def _twice_a_day(self) -> bool:
        """Whether an option could stand twice on a day: two posts in a row never have the same format."""
        return not self.exact or self._posts_a_day() > (2 if self._keeps(rules.ALTERNATE) else 1)

    def _sequence(self) -> list[tuple[list[int], bool]]:
        """Posts in order of time: the places that each has, and whether there is sure to be one."""
        if not self.exact:
            return [([place], False) for place in range(len(self.places))]
        if self.turns:
            by_turn: dict[tuple[dt.date, int], list[int]] = defaultdict(list)
            for number, place in enumerate(self.places):
                by_turn[rules.week_of(place.slot.day), place.turn].append(number)
            return [(places, True) for places in by_turn.values()]
        return [post for places in self.days.values() for post in self._sequence_on(places)]

    def _sequence_on(self, places: list[int]) -> list[tuple[list[int], bool]]:
        """A day's posts. Where a morning and an evening are sure, so is the one that stands between them."""
        posts = self._posts_a_day()
        if posts == 1:
            return [(places, True)]
        parts = {place: self.places[place].slot.part for place in places}
        between = [place for place in places if parts[place] not in ENDS]
        if posts == 3 and between and self._keeps(rules.DAYPARTS):
            morning, evening = ([place for place in places if parts[place] == part] for part in ENDS)
            return [(morning, True), (between, True), (evening, True)]
        return [([place], posts >= len(places)) for place in places]

    def _alternate(self) -> None:
        """No format twice running, over posts in order of time, empty places skipped.

        ``last`` says which format the latest post has. Where a post is sure, it is that post's. Elsewhere it
        is a column of its own: what stays is at most what was, what leaves makes room for a post of another
        format. These rows say exactly which changes are possible: no fraction of a post slips through.
        """
        by_format: dict[str, list[int]] = defaultdict(list)
        for number, kind in enumerate(self.kinds):
            by_format[kind.like.format].append(number)
        last: dict[str, Terms] = {form: [] for form in by_format}
        for places, sure in self._sequence():
            posts = {form: self.terms(places, kinds) for form, kinds in by_format.items()}
            if sure:
                for form, here in posts.items():
                    if last[form]:
                        self.matrix.row(here + last[form], high=1.0)
                last = posts
            else:
                last = self._carried(posts, last)

    def _carried(self, posts: dict[str, Terms], last: dict[str, Terms]) -> dict[str, Terms]:
        """The latest format after a place that may stay empty."""
        states: dict[str, Terms] = {form: [(self.matrix.column(whole=False), 1.0)] for form in posts}
        no_post = [term for here in posts.values() for term in times(here, -1.0)]
        for form, here in posts.items():
            state, before = states[form], last[form]
            self.matrix.row(state + times(here, -1.0), low=0.0)
            self.matrix.row(state + times(here, -1.0) + times(before, -1.0), high=0.0)
            self.matrix.row(before + times(state, -1.0) + times(here, 2.0) + no_post, high=0.0)
        now = [term for state in states.values() for term in state]
        then = [term for state in last.values() for term in times(state, -1.0)]
        self.matrix.row(now + then, low=0.0)
        self.matrix.row(now + then + no_post, high=0.0)
        return states


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
