"""K5: what a month's calendar is made of, what is demanded of it, and what comes out."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Demand = tuple[str, ...]
"""One demand by name, as ("cadence", "vk") or ("function", "vk", "sell")."""

PARTS = ("morning", "midday", "afternoon", "evening")
"""The parts of a day, in order."""
CADENCE, DAYPARTS, FUNCTION, FORMAT = "cadence", "morning and evening", "function", "format"
BRAND, ALTERNATE, SEGMENT, USES, FIXED = (
    "brand",
    "no format twice running",
    "segment",
    "uses of topics",
    "fixed",
)


@dataclass(frozen=True)
class Slot:
    """A place where one post may stand."""

    channel: str
    day: dt.date
    part: str


@dataclass(frozen=True)
class Option:
    """What may stand there: at most ``most`` times a month."""

    key: str
    channel: str
    format: str
    function: str
    about: str
    segments: tuple[str, ...]
    most: int


@dataclass(frozen=True)
class Cadence:
    """How many posts a channel has on each of its working days, or in each week."""

    channel: str
    posts: int
    per: str = "day"


@dataclass(frozen=True)
class Fixed:
    """This option stands on this day and part, whatever else does."""

    day: dt.date
    part: str
    key: str

    @property
    def demand(self) -> Demand:
        """Its name among the demands."""
        return (FIXED, self.day.isoformat(), self.key)


@dataclass(frozen=True)
class Problem:
    """A month's calendar to be made."""

    slots: tuple[Slot, ...]
    """Working days only."""
    options: tuple[Option, ...]
    cadences: tuple[Cadence, ...]
    """A channel without one has no posts."""
    functions: Mapping[str, tuple[float, float]]
    """Share of a channel's posts, from low to high; as a number of posts from floor(low) to ceil(high)."""
    formats: Mapping[str, tuple[float, float]]
    brand: tuple[float, float]
    segments: tuple[str, ...]
    """Each is served once or more in every week, whatever the channel."""
    fixed: tuple[Fixed, ...]
    worth: Mapping[tuple[str, str, str], float]
    """(option, part, "weekday" or "weekend") -> expected engagements; 1 where absent or missing."""

    def worth_of(self, key: str, slot: Slot) -> float:
        """What an option is expected to bring in a slot."""
        worth = self.worth.get((key, slot.part, kind_of(slot.day)), 1.0)
        return worth if math.isfinite(worth) else 1.0


@dataclass(frozen=True)
class Placed:
    """One post of the calendar."""

    slot: Slot
    key: str
    fixed: bool


@dataclass(frozen=True)
class Clash:
    """Demands that cannot all be met."""

    demands: tuple[Demand, ...]
    """Without any one of these the others could be met together."""
    relax: tuple[Demand, ...]
    """Which of them, dropped alone, makes the whole calendar possible (once the other clashes are solved)."""
    others: tuple[Clash, ...] = ()
    """Further clashes, which share no demand with this one or with each other."""


@dataclass(frozen=True)
class Calendar:
    """The best calendar found, and how sure it is that there is none much better."""

    posts: tuple[Placed, ...]
    """In order of day, part and channel; empty when demands clash."""
    value: float
    bound: float
    """No calendar that meets the demands is worth more."""
    gap: float
    """(bound - value) / value."""
    complete: bool
    """False when the limit on nodes ended the search before the gap was reached."""
    clash: Clash | None


def week_of(day: dt.date) -> dt.date:
    """The Monday of its week.

    >>> week_of(dt.date(2026, 11, 1))
    datetime.date(2026, 10, 26)
    """
    return day - dt.timedelta(days=day.weekday())


def kind_of(day: dt.date) -> str:
    """Weekday or weekend."""
    return "weekend" if day.weekday() > 4 else "weekday"


def at_least(share: float, posts: int) -> int:
    """The lowest number of posts that a share asks for, rounded down.

    >>> at_least(0.2, 60), at_least(0.2, 4)
    (12, 0)
    """
    return math.floor(share * posts + 1e-9)


def at_most(share: float, posts: int) -> int:
    """The highest number of posts that a share allows, rounded up.

    >>> at_most(0.3, 60), at_most(0.3, 4)
    (18, 2)
    """
    return math.ceil(share * posts - 1e-9)


def moment(slot: Slot) -> tuple[dt.date, int, str]:
    """Its place in the order of time: day, part of day, then channel."""
    return slot.day, PARTS.index(slot.part), slot.channel


def in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Slots by day, part and channel, each once."""
    return tuple(sorted(set(slots), key=moment))


def by_time(posts: Iterable[Placed]) -> tuple[Placed, ...]:
    """Posts in order of day, part and channel."""
    return tuple(sorted(posts, key=lambda placed: (moment(placed.slot), placed.key)))


@dataclass(frozen=True)
class Rhythm:
    """What a channel's cadence comes to on its days."""

    channel: str
    slots: tuple[Slot, ...]
    per: str
    quotas: Mapping[dt.date, int]
    """Posts asked for by day, or by week (its Monday)."""
    often: bool
    """Two posts a day or more: each day has a morning and an evening. Fewer stand in one of the two."""
    weeks: float
    """How many usual weeks the channel's days come to."""

    @property
    def posts(self) -> int:
        """Asked for in the month."""
        return sum(self.quotas.values())

    def group(self, day: dt.date) -> dt.date:
        """The day or the week that a day's posts are counted in."""
        return day if self.per == "day" else week_of(day)

    def uses_a_week(self, most: int) -> int:
        """How often a week an option may be used that may be used so often a month."""
        return math.ceil(most / self.weeks - 1e-9) if self.weeks else 0


def rhythm_of(problem: Problem, channel: str) -> Rhythm:
    """What a channel's cadence comes to.

    Of a week that the month cuts short, posts are asked for pro rata of its days, rounded down; of one with
    days off no more than it has working days.
    """
    slots = in_order(slot for slot in problem.slots if slot.channel == channel)
    cadence = next((each for each in problem.cadences if each.channel == channel), Cadence(channel, 0))
    days = sorted({slot.day for slot in slots})
    usual = len({day.weekday() for day in days})
    if cadence.per == "day":
        quotas = dict.fromkeys(days, cadence.posts)
    else:
        quotas = _by_week(days, usual, cadence.posts)
    often = cadence.per == "day" and cadence.posts >= 2
    return Rhythm(channel, slots, cadence.per, quotas, often, len(days) / usual if usual else 0.0)


def _by_week(days: Sequence[dt.date], usual: int, posts: int) -> dict[dt.date, int]:
    """Posts asked for in each week that has working days; ``usual`` is how many a week usually has."""
    open_days = Counter(week_of(day) for day in days)
    months = {(day.year, day.month) for day in days}
    quotas = {}
    for week, count in open_days.items():
        dates = [week + dt.timedelta(each) for each in range(7)]
        within = sum((day.year, day.month) in months for day in dates)
        quota = posts * within // 7
        quotas[week] = min(quota, count) if count < usual else quota
    return quotas


def channels_of(problem: Problem) -> tuple[str, ...]:
    """Every channel that has slots, a cadence or a fixed date, in order of name."""
    dated = {fixed.key for fixed in problem.fixed}
    return tuple(
        sorted(
            {slot.channel for slot in problem.slots}
            | {cadence.channel for cadence in problem.cadences}
            | {option.channel for option in problem.options if option.key in dated}
        )
    )


def weeks_served(problem: Problem) -> tuple[dt.date, ...]:
    """The weeks in which every segment is served.

    All, but for those cut short (by the month's edge, by days off) with fewer posts than there are segments.
    """
    asked: dict[dt.date, int] = defaultdict(int)
    for channel in channels_of(problem):
        for group, posts in rhythm_of(problem, channel).quotas.items():
            asked[week_of(group)] += posts
    days = {slot.day for slot in problem.slots}
    open_days = Counter(week_of(day) for day in days)
    usual = len({day.weekday() for day in days})
    return tuple(
        week for week in sorted(open_days) if open_days[week] == usual or asked[week] >= len(problem.segments)
    )


def demands_of(problem: Problem) -> tuple[Demand, ...]:
    """Every demand by name; in a clash the later ones are kept rather than the earlier ones."""
    named: list[Demand] = [(SEGMENT, segment) for segment in problem.segments]
    for channel in channels_of(problem):
        named += demands_on(problem, channel)
    return tuple(dict.fromkeys(named))


def demands_on(problem: Problem, channel: str) -> tuple[Demand, ...]:
    """Those that one channel has to meet by itself; a fixed date of an unknown option is everyone's."""
    of_channel = {option.key: option.channel for option in problem.options}
    named: list[Demand] = [(FUNCTION, channel, each) for each in problem.functions]
    named += [(FORMAT, channel, each) for each in problem.formats]
    named += [(demand, channel) for demand in (BRAND, DAYPARTS, ALTERNATE, USES)]
    named += [each.demand for each in problem.fixed if of_channel.get(each.key, channel) == channel]
    return (*named, (CADENCE, channel))
