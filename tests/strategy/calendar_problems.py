"""Invented calendar problems that have a plan: the plan is drawn first, then the demands around it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter, defaultdict

from smmtools.strategy.calendar import Cadence, Fixed, Option, Placed, Problem, Slot

PARTS = ("morning", "midday", "afternoon", "evening")
FORMATS = ("photo", "video", "text", "quote", "meme")
FUNCTIONS = ("sell", "inform", "teach", "entertain")
SEGMENTS = ("families", "students", "office")


def monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def draw(seed: int, most_days: int = 30, most_channels: int = 3) -> tuple[Problem, tuple[Placed, ...]]:
    """A problem, and a plan that meets its demands."""
    dice = random.Random(seed)
    first = dt.date(2026, dice.randint(1, 12), 1)
    length = dice.randint(min(7, most_days), most_days)
    days = [
        first + dt.timedelta(each)
        for each in range(length)
        if (first + dt.timedelta(each)).month == first.month
    ]
    closed = dice.choice([set(), {6}, {5, 6}])
    days = [day for day in days if day.weekday() not in closed and dice.random() > 0.04] or days[:1]
    weekdays = len({day.weekday() for day in days})
    slots: list[Slot] = []
    options: list[Option] = []
    cadences: list[Cadence] = []
    plan: list[Placed] = []
    for number in range(dice.randint(1, most_channels)):
        channel = f"channel{number}"
        parts = dice.choice([("morning", "evening"), ("morning", "midday", "evening"), PARTS])
        mine = [Slot(channel, day, part) for day in days for part in parts]
        cadence = dice.choice(
            [
                (1, "day"),
                (2, "day"),
                (2, "day"),
                (min(3, len(parts)), "day"),
                (dice.randint(1, min(5, weekdays)), "week"),
            ]
        )
        cadences.append(Cadence(channel, *cadence))
        places = _places(dice, mine, days, cadences[-1])
        made, standing = _content(dice, channel, places, days)
        slots, options, plan = slots + mine, options + made, plan + standing
    worth = {
        (option.key, part, kind): dice.choice([0.0, 5.0, dice.lognormvariate(3, 0.6)])
        for option in options
        for part in PARTS
        for kind in ("weekday", "weekend")
        if dice.random() < 0.95
    }
    chosen = [placed for placed in plan if dice.random() < dice.choice([0.0, 0.1])]
    fixed = tuple(Fixed(placed.slot.day, placed.slot.part, placed.key) for placed in chosen)
    standing = [Placed(placed.slot, placed.key, placed in chosen) for placed in plan]
    problem = Problem(
        tuple(dice.sample(slots, len(slots))), tuple(options), tuple(cadences),
        _bands(dice, FUNCTIONS, "function", options, plan), _bands(dice, FORMATS, "format", options, plan),
        _brand(dice, options, plan), _served(options, plan, days, cadences), fixed, worth,
    )  # fmt: skip
    return problem, tuple(standing)


def _places(dice: random.Random, slots: list[Slot], days: list[dt.date], cadence: Cadence) -> list[Slot]:
    """Slots as the cadence and the rule of morning and evening want them."""
    of_day: dict[dt.date, dict[str, Slot]] = defaultdict(dict)
    for slot in slots:
        of_day[slot.day][slot.part] = slot
    if cadence.per == "day" and cadence.posts >= 2:
        places = []
        for day in days:
            others = [slot for part, slot in of_day[day].items() if part not in ("morning", "evening")]
            extra = dice.sample(others, cadence.posts - 2)
            places += sorted(
                [of_day[day]["morning"], of_day[day]["evening"], *extra],
                key=lambda slot: PARTS.index(slot.part),
            )
        return places
    places = []
    usual = len({day.weekday() for day in days})
    for week in sorted({monday(day) for day in days}):
        working = [day for day in days if monday(day) == week]
        posts = len(working) * cadence.posts
        if cadence.per == "week":
            in_month = sum((week + dt.timedelta(each)).month == days[0].month for each in range(7))
            posts = cadence.posts * in_month // 7
            if len(working) < usual:
                posts = min(posts, len(working))
        stood = sorted(dice.sample(working, posts))
        parts = ["morning", "evening"] * len(stood)
        parts = parts[: len(stood)] if dice.random() < 0.5 else parts[1 : len(stood) + 1]
        dice.shuffle(parts)
        places += [of_day[day][part] for day, part in zip(stood, parts, strict=True)]
    return places


def _content(
    dice: random.Random, channel: str, places: list[Slot], days: list[dt.date]
) -> tuple[list[Option], list[Placed]]:
    """Options, and which of them stands where: no format twice running, no option twice a day."""
    count = dice.randint(5, 12)
    formats = [*FORMATS[:4], *(dice.choice(FORMATS) for _ in range(count))][:count]
    sorts = [
        (form, dice.choice(FUNCTIONS), dice.choice(("brand", "subject", "general")),
         tuple(dice.sample(SEGMENTS, dice.randint(1, 2))))
        for form in formats
    ]  # fmt: skip
    if dice.random() < 0.5:
        sorts += dice.choices(sorts, k=3)
    keys = [f"{channel}-{number}" for number in range(len(sorts))]
    plan: list[Placed] = []
    last, today, used = "", Counter[tuple[dt.date, str]](), defaultdict(list)
    for slot in places:
        fitting = [
            (key, sort[0]) for key, sort in zip(keys, sorts, strict=True)
            if sort[0] != last and not today[slot.day, key]
        ]  # fmt: skip
        key, last = dice.choice(fitting)
        today[slot.day, key] += 1
        used[key].append(slot.day)
        plan.append(Placed(slot, key, False))
    weeks = len(days) / len({day.weekday() for day in days})
    options = []
    for key, sort in zip(keys, sorts, strict=True):
        a_week = max(Counter(map(monday, used[key])).values(), default=0)
        most = max(len(used[key]), int((a_week - 1) * weeks) + 1, 1) + dice.choice([0, 0, 1, 3])
        options.append(Option(key, channel, *sort, most))
    return options, plan


def _counts(options: list[Option], plan: list[Placed], part: str) -> dict[str, Counter[str]]:
    of_key = {option.key: option for option in options}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for placed in plan:
        counts[placed.slot.channel][getattr(of_key[placed.key], part)] += 1
    return counts


def _around(dice: random.Random, shares: list[float]) -> tuple[float, float]:
    low = max(min(shares) - dice.choice([0.0, 0.02, 0.1, 1.0]), 0.0)
    return round(low, 3), min(round(max(shares) + dice.choice([0.001, 0.02, 0.1, 1.0]), 3), 1.0)


def _bands(dice, names, part, options, plan) -> dict[str, tuple[float, float]]:
    counts = _counts(options, plan, part)
    return {
        name: _around(dice, [count[name] / count.total() for count in counts.values()] or [0.0])
        for name in names
        if dice.random() < 0.7
    }


def _brand(dice, options, plan) -> tuple[float, float]:
    counts = _counts(options, plan, "about")
    return _around(dice, [count["brand"] / count.total() for count in counts.values()] or [0.0])


def _served(options, plan, days, cadences) -> tuple[str, ...]:
    """The segments that the plan serves in every week."""
    of_key = {option.key: option for option in options}
    weeks = defaultdict(set)
    for placed in plan:
        weeks[monday(placed.slot.day)].update(of_key[placed.key].segments)
    return tuple(s for s in SEGMENTS if all(s in weeks[monday(day)] for day in days))


def draw_tiny(seed: int) -> Problem:
    """Two or three days of one or two channels, and demands at random: some have a plan, some have none."""
    dice = random.Random(seed)
    days = [
        dt.date(2026, 11, dice.choice([2, 6, 7])) + dt.timedelta(each) for each in range(dice.randint(2, 3))
    ]
    channels = ("vk",) if len(days) == 3 or dice.random() < 0.5 else ("facebook", "vk")
    parts = (
        ("morning", "evening")
        if len(channels) == 2 or dice.random() < 0.5
        else ("morning", "midday", "evening")
    )
    days = days[:2] if len(parts) == 3 else days
    slots = tuple(Slot(channel, day, part) for day in days for part in parts for channel in channels)
    options = tuple(
        Option(
            f"{channel}{number}", channel, dice.choice(FORMATS[:3]), dice.choice(FUNCTIONS[:2]),
            dice.choice(("brand", "general")), tuple(dice.sample(SEGMENTS[:2], dice.randint(0, 2))),
            dice.randint(1, 3),
        )
        for channel in channels
        for number in range(dice.randint(3, 4) if len(slots) < 8 else 2)
    )  # fmt: skip
    cadences = tuple(
        Cadence(channel, *dice.choice([(1, "day"), (2, "day"), (1, "week"), (2, "week")]))
        for channel in channels
    )
    band = [(0.0, 1.0), (0.0, 0.5), (0.3, 1.0), (0.2, 0.6)]
    keys = [
        (option.key, part, kind) for option in options for part in parts for kind in ("weekday", "weekend")
    ]
    fixed = (Fixed(dice.choice(days), dice.choice(parts), dice.choice(options).key),)
    return Problem(
        slots, options, cadences,
        {"sell": dice.choice(band)}, {"photo": dice.choice(band)}, dice.choice(band),
        tuple(dice.sample(SEGMENTS[:2], dice.randint(0, 2))), fixed if dice.random() < 0.3 else (),
        {key: float(dice.randint(0, 20)) for key in keys},
    )  # fmt: skip
