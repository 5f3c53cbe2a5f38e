"""A calendar's channels as one mixed-integer programme, and the posts that a solution stands for (K5)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_channel import Channel
from smmtools.strategy.calendar_matrix import Floats, Kind, Matrix, Place, Terms
from smmtools.strategy.calendar_problem import Demand, Placed, Problem, Slot

Served = tuple[dt.date, str]
"""A week (its Monday) and a segment that is served in it."""


def build(
    problem: Problem,
    channels: Collection[str],
    served: Iterable[Served] = (),
    dropped: Collection[Demand] = (),
) -> Matrix:
    """The model of some channels in which these segments are served, without the demands dropped."""
    matrix = Matrix()
    nothing = matrix.column(high=0.0)
    for name in channels:
        Channel(problem, name, matrix, dropped).add_rows()
    of_channel = {option.key: option.channel for option in problem.options}
    standing: dict[tuple[Slot, str], Terms] = {
        (Slot(of_channel.get(each.key, ""), each.day, each.part), each.key): [(nothing, 1.0)]
        for each in problem.fixed
        if each.demand not in dropped and of_channel.get(each.key, "") in (*channels, "")
    }
    serving: dict[Served, Terms] = {each: [(nothing, 1.0)] for each in served}
    for column, (place, kind) in matrix.cells.items():
        if (there := (place.slot, kind.keys[0])) in standing:
            standing[there].append((column, 1.0))
        for segment in kind.like.segments:
            if (served_here := (rules.week_of(place.slot.day), segment)) in serving:
                serving[served_here].append((column, 1.0))
    for terms in (*standing.values(), *serving.values()):
        matrix.row(terms, low=1.0)
    return matrix


def posts_of(problem: Problem, matrix: Matrix, solution: Floats) -> tuple[Placed, ...]:
    """The posts of a solution. Options that are alike take turns, so that each keeps to its uses."""
    chosen = [cell for column, cell in matrix.cells.items() if solution[column] > 0.5]
    turns: Counter[Kind] = Counter()
    dated = {(each.day, each.part, each.key) for each in problem.fixed}
    posts = []
    for slot, kind in sorted(_dated(chosen), key=lambda each: rules.moment(each[0])):
        key = kind.keys[turns[kind] % len(kind.keys)]
        turns[kind] += 1
        posts.append(Placed(slot, key, (slot.day, slot.part, key) in dated))
    return rules.by_time(posts)


def _dated(chosen: Iterable[tuple[Place, Kind]]) -> Iterator[tuple[Slot, Kind]]:
    """The slots of chosen places. Those that share a run of days are spread over it."""
    shared: dict[tuple[str, tuple[dt.date, ...]], list[tuple[Place, Kind]]] = defaultdict(list)
    for place, kind in chosen:
        if place.days:
            shared[place.slot.channel, place.days].append((place, kind))
        else:
            yield place.slot, kind
    for (channel, days), cells in shared.items():
        for number, (place, kind) in enumerate(sorted(cells, key=lambda cell: cell[0].turn)):
            day = days[(2 * number + 1) * len(days) // (2 * len(cells))]
            yield Slot(channel, day, place.slot.part), kind
