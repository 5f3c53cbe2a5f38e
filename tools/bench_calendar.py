"""How much longer the best calendar takes than a greedy one, and how much more it is worth.

    python tools/bench_calendar.py [CHANNELS]

Plans a month of two posts a day for 5 invented channels with 25 topics each (300 posts), the way a client's
calendar is planned (K5), and prints times, worths, their ratios and the proven gap (the goal is at most 1 %).
A second problem has three posts a day and 40 topics, a third demands that clash in every channel.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from smmtools.strategy.calendar import Cadence, Option, Placed, Problem, Slot, broken, greedy, solve

FORMATS = ("photo", "video", "text", "quote", "meme", "carousel")
FUNCTIONS = ("sell", "inform", "teach", "entertain")
SEGMENTS = ("families", "students", "office", "seniors")
Made = TypeVar("Made")
NOVEMBER = [dt.date(2026, 11, 1) + dt.timedelta(each) for each in range(30)]


def a_month(channels: int, posts: int, topics: int) -> Problem:
    """Invented channels of so many posts a day, out of so many topics."""
    dice = random.Random(5)
    parts = ("morning", "midday", "evening") if posts == 3 else ("morning", "evening")
    names = [f"channel{number}" for number in range(channels)]
    options = [
        Option(
            f"{name}-{number}", name, FORMATS[number % 6], FUNCTIONS[(number + number // 6) % 4],
            dice.choice(("brand", "subject", "general")), tuple(dice.sample(SEGMENTS, 2)), dice.randint(3, 6),
        )
        for name in names
        for number in range(topics)
    ]  # fmt: skip
    worth = {}
    for option in options:
        usual = dice.lognormvariate(3, 0.5)
        for part in parts:
            for kind in ("weekday", "weekend"):
                worth[option.key, part, kind] = usual * dice.uniform(0.7, 1.4)
    return Problem(
        tuple(Slot(name, day, part) for name in names for day in NOVEMBER for part in parts),
        tuple(options),
        tuple(Cadence(name, posts) for name in names),
        {"sell": (0.15, 0.3), "teach": (0.1, 0.4), "entertain": (0.1, 0.5)},
        {"video": (0.0, 0.3), "photo": (0.1, 0.5)},
        (0.2, 0.5),
        SEGMENTS,
        (),
        worth,
    )


def timed(make: Callable[[Problem], Made], problem: Problem) -> tuple[float, Made]:
    """The best of three times, and what came of it."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        made = make(problem)
        times.append(time.perf_counter() - began)
    return min(times), made


def worth_of(problem: Problem, posts: tuple[Placed, ...]) -> float:
    """What a calendar is expected to bring."""
    return sum(problem.worth_of(placed.key, placed.slot) for placed in posts)


def main() -> None:
    """Print the figures of both ways and their ratios."""
    channels = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    solve(a_month(1, 2, 12))  # what a process does once is no part of the measure
    for posts, topics in ((2, 25), (3, 40)):
        problem = a_month(channels, posts, topics)
        greedy_seconds, plain = timed(greedy, problem)
        seconds, found = timed(solve, problem)
        value = worth_of(problem, plain)
        unmet = len(broken(problem, plain))
        print(f"greedy     {greedy_seconds:6.2f} s {value:10.0f} engagements, {unmet} demands not met")
        print(f"best       {seconds:6.2f} s {found.value:10.0f} engagements, {found.gap:.4%} below the bound")
        print(
            f"ratio      {seconds / greedy_seconds:6.1f}   {found.value / value:10.3f}      "
            f"({len(found.posts)} posts, {channels} channels, {topics} topics each; gap at most 1 %)"
        )
        assert found.complete
        assert broken(problem, found.posts) == []
    problem = replace(a_month(channels, 2, 25), formats={"video": (0.7, 1.0)})
    seconds, found = timed(solve, problem)
    clashes = (found.clash, *found.clash.others) if found.clash else ()
    print(f"clash      {seconds:6.2f} s            {len(clashes)} clashes named")


if __name__ == "__main__":
    main()
