"""A plain calendar in order of time: in each place the best option that still fits (K5's yardstick)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_problem import Option, Placed, Problem, Rhythm, Slot


def greedy(problem: Problem) -> tuple[Placed, ...]:
    """Posts set one after the other, never moved again.

    It looks ahead only so far as to leave room for what the mix and the week's segments still ask for;
    where nothing fits the place stays empty, and the calendar does not meet its demands.
    """
    channels = {channel: _Channel(problem, channel) for channel in rules.channels_of(problem)}
    segments = {option.key: option.segments for option in problem.options}
    wanted = {week: set(problem.segments) for week in rules.weeks_served(problem)}
    left = Counter(rules.week_of(slots[0].day) for each in channels.values() for slots in each.places)
    posts = []
    places = [(slots[0], channel, slots) for channel in channels.values() for slots in channel.places]
    places.sort(key=lambda place: (place[0].day, rules.PARTS.index(place[0].part), place[0].channel))
    for slot, channel, slots in places:
        week = rules.week_of(slot.day)
        unserved = wanted.get(week, set())
        placed = channel.place(slots, unserved, len(unserved) >= left[week])
        left[week] -= 1
        if placed:
            unserved -= set(segments[placed.key])
            posts.append(placed)
    order = {slot: number for number, slot in enumerate(rules.in_order(problem.slots))}
    return tuple(sorted(posts, key=lambda placed: order[placed.slot]))


@dataclass
class _Mix:
    """How many posts a part of the mix has, and may have."""

    low: int
    high: int
    posts: int = 0

    @property
    def missing(self) -> int:
        return max(self.low - self.posts, 0)


@dataclass
class _Channel:
    """One channel's posts so far."""

    problem: Problem
    name: str
    uses: Counter[tuple[str, dt.date | None]] = field(default_factory=Counter)
    """By option and month (None), week or day."""
    last: str = ""

    def __post_init__(self) -> None:
        self.rhythm: Rhythm = rules.rhythm_of(self.problem, self.name)
        self.options = [option for option in self.problem.options if option.channel == self.name]
        keys = {option.key for option in self.options}
        self.fixed = {
            Slot(self.name, each.day, each.part): each.key for each in self.problem.fixed if each.key in keys
        }
        posts = self.rhythm.posts
        mixes = (self.problem.functions, self.problem.formats, {"brand": self.problem.brand})
        self.mixes = tuple(
            {
                name: _Mix(rules.at_least(low, posts), rules.at_most(high, posts))
                for name, (low, high) in mix.items()
            }
            for mix in mixes
        )
        self.places = self._places()
        self.left = sum(not any(slot in self.fixed for slot in slots) for slots in self.places)
        for slot, key in self.fixed.items():
            self._count(self._of_key(key), slot.day)

    def _of_key(self, key: str) -> Option:
        return next(option for option in self.options if option.key == key)

    def place(self, slots: Sequence[Slot], unserved: set[str], serve: bool) -> Placed | None:
        """The best post for one place; ``serve``: it is high time to serve a segment."""
        following = self._next_fixed(slots[-1])
        fitting = [
            (slot, option)
            for slot in slots
            for option in self.options
            if (self.fixed[slot] == option.key if slot in self.fixed else self._fits(slot, option, following))
        ]
        self.left -= not any(slot in self.fixed for slot in slots)
        if not fitting:
            return None
        slot, option = max(
            fitting,
            key=lambda each: (
                len(unserved & set(each[1].segments)) if serve else 0,
                self.problem.worth_of(each[1].key, each[0]),
            ),
        )
        if slot not in self.fixed:
            self._count(option, slot.day)
        self.last = option.format
        return Placed(slot, option.key, slot in self.fixed)

    def _count(self, option: Option, day: dt.date) -> None:
        self.uses.update([(option.key, None), (option.key, rules.week_of(day)), (option.key, day)])
        for mix, name in zip(self.mixes, (option.function, option.format, option.about), strict=True):
            if name in mix:
                mix[name].posts += 1

    def _fits(self, slot: Slot, option: Option, following: str) -> bool:
        if option.format in (self.last, following) or self.uses[option.key, slot.day]:
            return False
        if self.uses[option.key, None] >= option.most:
            return False
        if self.uses[option.key, rules.week_of(slot.day)] >= self.rhythm.uses_a_week(option.most):
            return False
        left = self.left - 1
        for mix, name in zip(self.mixes, (option.function, option.format, option.about), strict=True):
            mine = mix.get(name)
            if mine and mine.posts >= mine.high:
                return False
            missing = sum(each.missing for each in mix.values())
            if missing - (mine is not None and mine.missing > 0) > left:
                return False
        return True

    def _next_fixed(self, slot: Slot) -> str:
        """The format of the channel's next slot, when a date is fixed there."""
        number = self.rhythm.slots.index(slot) + 1
        key = self.fixed.get(self.rhythm.slots[number]) if number < len(self.rhythm.slots) else None
        return next((option.format for option in self.options if option.key == key), "")

    def _places(self) -> list[list[Slot]]:
        """For each post asked for, the slots it may stand in."""
        days = {day: list(slots) for day, slots in groupby(self.rhythm.slots, key=lambda slot: slot.day)}
        if self.rhythm.often:
            return [
                [slot] for day, slots in days.items() for slot in self._chosen(slots, self.rhythm.quotas[day])
            ]
        weeks: dict[dt.date, list[list[Slot]]] = defaultdict(list)
        for day, slots in days.items():
            outer = [slot for slot in slots if slot.part in ("morning", "evening")]
            if self.rhythm.per == "week" or self.rhythm.quotas[day]:
                weeks[rules.week_of(day)].append(outer)
        return [slots for week, each in weeks.items() for slots in self._in_week(week, each)]

    def _chosen(self, slots: list[Slot], posts: int) -> list[Slot]:
        """A day's slots: those fixed, one in the morning, one in the evening, then from the first on."""
        of_part = {part: [slot for slot in slots if slot.part == part] for part in ("evening", "morning")}
        first = [found[0] for found in of_part.values() if found]
        ordered = sorted(slots, key=lambda slot: (slot not in self.fixed, slot not in first))
        return [slot for slot in slots if slot in ordered[:posts]]

    def _in_week(self, week: dt.date, days: list[list[Slot]]) -> list[list[Slot]]:
        """A week's places: days fixed, then evenly spread; the last two keep a morning and an evening."""
        posts = self.rhythm.quotas[week] if self.rhythm.per == "week" else len(days)
        dated = [number for number, slots in enumerate(days) if any(slot in self.fixed for slot in slots)]
        spread = [number * len(days) // posts for number in range(posts)] if posts else []
        numbers = list(dict.fromkeys([*dated, *spread, *range(len(days))]))[:posts]
        places = [
            [slot for slot in days[number] if slot in self.fixed] or days[number]
            for number in sorted(numbers)
        ]
        both = {slot.part for slots in days for slot in slots} >= {"morning", "evening"}
        free = [
            number for number, slots in enumerate(places) if not any(slot in self.fixed for slot in slots)
        ]
        if both and posts >= 2:
            for part, number in zip(("evening", "morning"), reversed(free), strict=False):
                places[number] = [slot for slot in places[number] if slot.part == part] or places[number]
        return [slots for slots in places if slots]
