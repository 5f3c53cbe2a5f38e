"""Whether a calendar meets its demands, read from the rules alone (K5). Shares no line with the solver."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from smmtools.strategy.calendar_problem import Cadence, Option, Placed, Problem, Slot

_HOURS = {"morning": 0, "midday": 1, "afternoon": 2, "evening": 3}
_Pair = tuple[Slot, Option]


def broken(problem: Problem, posts: Sequence[Placed]) -> list[str]:
    """The demands that a calendar does not meet, each with where; empty for a calendar within the rules."""
    options = {option.key: option for option in problem.options}
    found = [f"unknown option {placed.key}" for placed in posts if placed.key not in options]
    pairs = [(placed.slot, options[placed.key]) for placed in posts if placed.key in options]
    pairs.sort(key=lambda pair: (pair[0].day, _HOURS[pair[0].part], pair[0].channel))
    found += [f"no slot {_where(slot)}" for slot, _ in pairs if slot not in problem.slots]
    found += [
        f"wrong channel {_where(slot)} {option.key}"
        for slot, option in pairs
        if slot.channel != option.channel
    ]
    taken = Counter(slot for slot, _ in pairs)
    found += [f"two posts {_where(slot)}" for slot, count in taken.items() if count > 1]
    asked: Counter[dt.date] = Counter()
    for channel in sorted({slot.channel for slot in problem.slots} | {slot.channel for slot, _ in pairs}):
        mine = [pair for pair in pairs if pair[0].channel == channel]
        cadence = [each for each in problem.cadences if each.channel == channel] or [Cadence(channel, 0)]
        days = sorted({slot.day for slot in problem.slots if slot.channel == channel})
        found += _cadence(cadence[0], days, mine)
        for group, count in _asked(cadence[0], days).items():
            asked[_monday(group)] += count
        found += _dayparts(cadence[0], problem, mine)
        found += _mix(channel, problem, mine)
        found += _formats_in_turn(channel, mine)
        found += _uses(channel, days, mine)
    found += _segments(problem, pairs, asked)
    return [*found, *_fixed(problem, posts)]


def _where(slot: Slot) -> str:
    return f"{slot.channel} {slot.day} {slot.part}"


def _monday(day: dt.date) -> dt.date:
    return dt.date.fromisocalendar(*day.isocalendar()[:2], 1)


def _asked(cadence: Cadence, days: list[dt.date]) -> dict[dt.date, int]:
    """Posts by working day, or by week: the month's share, and no more than its days when some are off."""
    if cadence.per == "day":
        return dict.fromkeys(days, cadence.posts)
    weekdays = {day.weekday() for day in days}
    months = {day.replace(day=1) for day in days}
    asked = {}
    for monday in map(_monday, days):
        working = sum(_monday(day) == monday for day in days)
        in_month = sum((monday + dt.timedelta(each)).replace(day=1) in months for each in range(7))
        asked[monday] = math.floor(cadence.posts * in_month / 7 + 1e-9)
        if working < len(weekdays):
            asked[monday] = min(asked[monday], working)
    return asked


def _cadence(cadence: Cadence, days: list[dt.date], pairs: list[_Pair]) -> Iterator[str]:
    """So many posts a day, or a week and at most one a day."""
    by_day = Counter(slot.day for slot, _ in pairs)
    by_week = Counter(_monday(slot.day) for slot, _ in pairs)
    for group, asked in _asked(cadence, days).items():
        count = by_day[group] if cadence.per == "day" else by_week[group]
        if count != asked:
            yield f"cadence {cadence.channel} {cadence.per} {group}: {count} of {asked}"
    for day, count in by_day.items():
        if cadence.per == "week" and count > 1:
            yield f"cadence {cadence.channel} {day}: {count} on one day"


def _dayparts(cadence: Cadence, problem: Problem, pairs: list[_Pair]) -> Iterator[str]:
    """Two a day or more: a morning and an evening each day. Fewer: in one of them, over a week in both."""
    channel = cadence.channel
    if cadence.per == "day" and cadence.posts >= 2:
        by_day: dict[dt.date, list[str]] = defaultdict(list)
        for slot, _ in pairs:
            by_day[slot.day].append(slot.part)
        for day, parts in by_day.items():
            for part in ("morning", "evening"):
                if len(parts) >= 2 and part not in parts:
                    yield f"morning and evening {channel} {day}: no {part}"
        return
    weeks: dict[dt.date, list[str]] = defaultdict(list)
    for slot, _ in pairs:
        weeks[_monday(slot.day)].append(slot.part)
        if slot.part not in ("morning", "evening"):
            yield f"morning and evening {channel} {slot.day}: {slot.part}"
    for monday, stood in weeks.items():
        there = {
            slot.part for slot in problem.slots if slot.channel == channel and _monday(slot.day) == monday
        }
        if len(stood) >= 2 and {"morning", "evening"} <= there and not {"morning", "evening"} <= set(stood):
            yield f"morning and evening {channel} week {monday}: only {stood[0]}"


def _mix(channel: str, problem: Problem, pairs: list[_Pair]) -> Iterator[str]:
    """Shares of the channel's posts; less than one post below or above a share is within it."""
    counts = {
        "function": Counter(option.function for _, option in pairs),
        "format": Counter(option.format for _, option in pairs),
        "brand": Counter("brand" for _, option in pairs if option.about == "brand"),
    }
    bands = {"function": problem.functions, "format": problem.formats, "brand": {"brand": problem.brand}}
    for part, mix in bands.items():
        for name, (low, high) in mix.items():
            count = counts[part][name]
            if count <= low * len(pairs) - 1 + 1e-9 or count >= high * len(pairs) + 1 - 1e-9:
                yield f"{part} {channel} {name}: {count} of {len(pairs)}"


def _formats_in_turn(channel: str, pairs: list[_Pair]) -> Iterator[str]:
    for (_, before), (slot, option) in pairwise(pairs):
        if before.format == option.format:
            yield f"no format twice running {_where(slot)}: {option.format}"


def _uses(channel: str, days: list[dt.date], pairs: list[_Pair]) -> Iterator[str]:
    """An option's uses a month, spread over its weeks, and never twice a day."""
    weeks = len(days) / max(len({day.weekday() for day in days}), 1)
    by_option: dict[str, list[dt.date]] = defaultdict(list)
    most = {option.key: option.most for _, option in pairs}
    for slot, option in pairs:
        by_option[option.key].append(slot.day)
    for key, used in by_option.items():
        if len(used) > most[key]:
            yield f"uses of topics {channel} {key}: {len(used)} of {most[key]}"
        if len(used) > len(set(used)):
            yield f"uses of topics {channel} {key}: twice a day"
        a_week = max(Counter(map(_monday, used)).values())
        if a_week - 1 >= most[key] / max(weeks, 1e-9) - 1e-9:
            yield f"uses of topics {channel} {key}: {a_week} a week"


def _segments(problem: Problem, pairs: list[_Pair], asked: Mapping[dt.date, int]) -> Iterator[str]:
    """Every week serves every segment; a week cut short only if asked for as many posts as there are."""
    weekdays = {slot.day.weekday() for slot in problem.slots}
    for monday in sorted({_monday(slot.day) for slot in problem.slots}):
        week = [(slot, option) for slot, option in pairs if _monday(slot.day) == monday]
        working = {slot.day for slot in problem.slots if _monday(slot.day) == monday}
        short = len(working) < len(weekdays)
        if short and asked[monday] < len(problem.segments):
            continue
        served = {segment for _, option in week for segment in option.segments}
        for segment in problem.segments:
            if segment not in served:
                yield f"segment {segment} week {monday}"


def _fixed(problem: Problem, posts: Sequence[Placed]) -> Iterator[str]:
    standing = {(placed.slot.day, placed.slot.part, placed.key): placed.fixed for placed in posts}
    for fixed in problem.fixed:
        if (fixed.day, fixed.part, fixed.key) not in standing:
            yield f"fixed {fixed.day} {fixed.part} {fixed.key}"
    dated = {(fixed.day, fixed.part, fixed.key) for fixed in problem.fixed}
    for where, said in standing.items():
        if said != (where in dated):
            yield f"fixed {where[0]} {where[1]} {where[2]}: said to be {said}"
