"""The calendar of the month planned: what the brief asks of it as a problem, and its posts (K5)."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.content_decision import ChannelPlan, ContentDecision, FixedPost, Topic
from smmtools.inputs.public_holidays import public_holidays
from smmtools.measures import utm
from smmtools.measures.timing import daypart
from smmtools.strategy.calendar import Cadence, Calendar, Fixed, Option, Placed, Problem, Slot
from smmtools.strategy.post_results import Results

PARTS = ("morning", "midday", "afternoon", "evening")
USUAL_TIMES = {"morning": "09:00", "midday": "12:30", "afternoon": "15:30", "evening": "19:00"}
"""When a fixed post goes out in a part of the day that its channel names no time for."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKPARTS = ("weekday", "weekend")


@dataclass(frozen=True)
class Occasion:
    """A public holiday of the month planned."""

    day: dt.date
    name: str
    off: bool
    """Whether it is a day off, with no posts but its own."""
    greeted: bool
    observed: bool = False
    """Whether it only stands in for a holiday on a weekend: a day off, and no occasion."""


@dataclass(frozen=True)
class Setting:
    """What the brief asks of the month planned."""

    month: pd.Period
    problem: Problem
    apart: tuple[Placed, ...]
    """Posts of days off: fixed ones and greetings; they stand beside the problem."""
    occasions: tuple[Occasion, ...] | None
    """None where the country's holidays are not known, or not asked for."""
    days_off: tuple[dt.date, ...]
    elsewhere: tuple[FixedPost, ...]
    """Fixed dates of later months."""
    too_early: tuple[FixedPost, ...]
    """Fixed dates before the first month that this decision plans: they will never be."""
    ungreeted: tuple[Occasion, ...]
    """Holidays whose greeting found no free place."""


@dataclass(frozen=True)
class PlannedPost:
    """One post of the calendar, with everything that carries it out and finds it again."""

    plan_id: str
    platform: str
    account: str | None
    at: dt.datetime
    part: str
    topic: str
    format: str
    function: str
    about: str
    segments: tuple[str, ...]
    tone: str | None
    text: str
    call_to_action: str | None
    hashtags: tuple[str, ...]
    benefit: str | None
    link: str | None
    code: str | None
    trace: str
    paid: bool
    disclosure: str | None
    expected: float | None
    """Engagements; None where the account has no posts to expect them from."""
    fixed: bool
    occasion: str | None
    again: bool
    """Whether the month has the same text before."""


def setting_of(case: ClientMonth, decision: ContentDecision, results: Mapping[str, Results]) -> Setting:
    """What the decision asks of the month after the report's, as a problem."""
    month = case.month + 1
    occasions = _occasions(decision, month)
    off = _days_off(decision, month, occasions or ())
    here = [each for each in decision.fixed if pd.Period(each.date, "M") == month]
    wanted = [(each.date, str(each.part), each.topic) for each in here]
    greetings, ungreeted = _greetings(decision, occasions or (), wanted)
    wanted += greetings
    channel_of = {topic.key: topic.channel for topic in decision.topics}
    apart = [Placed(Slot(channel_of[key], day, part), key, True) for day, part, key in wanted if day in off]
    fixed = tuple(Fixed(day, part, key) for day, part, key in wanted if day not in off)
    greeted = {day for day, _, _ in greetings}
    others = [each for each in decision.fixed if each not in here]
    started = pd.Period(decision.since, "M")
    return Setting(
        month, _problem_of(case, decision, results, off, fixed), tuple(apart),
        None if occasions is None else tuple(
            replace(each, greeted=each.day in greeted) for each in occasions
        ),
        tuple(sorted(off)),
        tuple(each for each in others if pd.Period(each.date, "M") > month),
        tuple(each for each in others if pd.Period(each.date, "M") <= started),
        ungreeted,
    )  # fmt: skip


def _problem_of(
    case: ClientMonth,
    decision: ContentDecision,
    results: Mapping[str, Results],
    off: frozenset[dt.date],
    fixed: tuple[Fixed, ...],
) -> Problem:
    """What stands where on the month's working days, for the solver."""
    plans: dict[str, ChannelPlan] = {plan.platform: plan for plan in decision.channels}
    mix = decision.mix
    return Problem(
        _slots(decision, case.month + 1, off, fixed),
        _options(decision, fixed),
        tuple(Cadence(plan.platform, plan.posts, plan.per) for plan in decision.channels),
        {name: (band.low, band.high) for name, band in mix.functions.items()},
        {name: (band.low, band.high) for name, band in mix.formats.items()},
        (mix.brand.low, mix.brand.high),
        segments_of(case, decision) if fixed or any(plan.posts for plan in decision.channels) else (),
        fixed,
        dict(_worth(decision, plans, results)),
    )


def _slots(
    decision: ContentDecision, month: pd.Period, off: frozenset[dt.date], fixed: tuple[Fixed, ...]
) -> tuple[Slot, ...]:
    """The places for posts: each channel's parts of each working day, and those of fixed posts."""
    channel_of = {topic.key: topic.channel for topic in decision.topics}
    working = [day for day in _days(month) if day not in off]
    usual = {
        Slot(plan.platform, day, part) for plan in decision.channels for day in working for part in plan.times
    }
    places = usual | {Slot(channel_of[each.key], each.day, each.part) for each in fixed}
    return tuple(sorted(places, key=lambda slot: (slot.day, PARTS.index(slot.part), slot.channel)))


def _options(decision: ContentDecision, fixed: tuple[Fixed, ...]) -> tuple[Option, ...]:
    """The topics of planned channels; one that has days of its own is for those days only."""
    uses = Counter(each.key for each in fixed)
    reserved = {each.topic for each in decision.fixed}
    if decision.holidays and decision.holidays.greeting:
        reserved.add(decision.holidays.greeting)
    planned = {plan.platform for plan in decision.channels}
    return tuple(
        _option(topic, uses[topic.key] if topic.key in reserved else None)
        for topic in decision.topics
        if topic.channel in planned and (uses[topic.key] or topic.key not in reserved)
    )


def segments_of(case: ClientMonth, decision: ContentDecision) -> tuple[str, ...]:
    """The segments to be served: those of the audience decision, else those that topics name."""
    audience = case.brief.decided("audience", str(case.month))
    if audience is not None:
        return tuple(segment.key for segment in audience.segments)
    return tuple(dict.fromkeys(segment for topic in decision.topics for segment in topic.segments))


def _days(month: pd.Period) -> list[dt.date]:
    return [day.date() for day in pd.date_range(month.start_time, month.end_time.normalize(), freq="D")]


def _occasions(decision: ContentDecision, month: pd.Period) -> tuple[Occasion, ...] | None:
    asked = decision.holidays
    if asked is None:
        return None
    known = public_holidays(asked.country, asked.subdivision, month)
    if known is None:
        return None
    real = public_holidays(asked.country, asked.subdivision, month, observed=False) or {}
    return tuple(
        Occasion(day, name, asked.days_off, False, day not in real)
        for day, name in known.items()
        if asked.days_off or day in real
    )


def _days_off(
    decision: ContentDecision, month: pd.Period, occasions: Iterable[Occasion]
) -> frozenset[dt.date]:
    closed = {WEEKDAYS.index(day) for day in decision.weekdays_off}
    named = {*decision.days_off, *(each.day for each in occasions if each.off)}
    return frozenset(day for day in _days(month) if day.weekday() in closed or day in named)


def _greetings(
    decision: ContentDecision, occasions: Iterable[Occasion], wanted: Iterable[tuple[dt.date, str, str]]
) -> tuple[list[tuple[dt.date, str, str]], tuple[Occasion, ...]]:
    """A greeting on each holiday in its channel's first part of the day that no fixed post has."""
    asked = decision.holidays
    topic = next((each for each in decision.topics if asked and each.key == asked.greeting), None)
    plan = next((each for each in decision.channels if topic and each.platform == topic.channel), None)
    if topic is None or plan is None:
        return [], ()
    channel_of = {each.key: each.channel for each in decision.topics}
    taken = {(day, part) for day, part, key in wanted if channel_of[key] == topic.channel}
    greetings: list[tuple[dt.date, str, str]] = []
    left: list[Occasion] = []
    for occasion in (each for each in occasions if not each.observed):
        free = [part for part in PARTS if part in plan.times and (occasion.day, part) not in taken]
        if free:
            greetings.append((occasion.day, str(free[0]), topic.key))
        else:
            left.append(occasion)
    return greetings, tuple(left)


def _option(topic: Topic, reserved: int | None) -> Option:
    """A topic as an option. One that has its day, or greets on holidays, is for those days only."""
    most = len(topic.texts) * topic.times if reserved is None else reserved
    return Option(topic.key, topic.channel, topic.format, topic.function, topic.about, topic.segments, most)


def clock_of(plan: ChannelPlan | None, part: str) -> dt.time:
    """When a channel's posts of a part of the day go out."""
    times = {str(name): clock for name, clock in plan.times.items()} if plan else {}
    return dt.time.fromisoformat(times.get(part, USUAL_TIMES[part]))


def _worth(
    decision: ContentDecision, plans: Mapping[str, ChannelPlan], results: Mapping[str, Results]
) -> Iterable[tuple[tuple[str, str, str], float]]:
    """Expected engagements: the typical post's, times the format's factor, times the daypart's."""
    for topic in decision.topics:
        account, plan = results.get(topic.channel), plans.get(topic.channel)
        if account is None or not account.typical > 0:
            continue
        usual = account.typical * account.factors.get(topic.format, 1.0)
        for part in PARTS:
            for week in WEEKPARTS:
                hour = clock_of(plan, part).hour
                yield (topic.key, part, week), usual * time_factor(account, week, hour)


def time_factor(account: Results, weekpart: str, hour: int) -> float:
    """What the hour does for a post, where the account's posts say so beyond chance; else 1."""
    if account.timing.signal != "ok":
        return 1.0
    cells = account.timing.cells
    here = cells[(cells["weekpart"] == weekpart) & (cells["daypart"] == daypart(hour)) & cells["ok"]]
    return float(here["factor"].iloc[0]) if len(here) else 1.0


def posts_of(
    case: ClientMonth,
    decision: ContentDecision,
    setting: Setting,
    calendar: Calendar,
    results: Mapping[str, Results],
) -> tuple[PlannedPost, ...]:
    """The posts of the calendar in order of time, with plan IDs, links, codes and disclosures."""
    zone = ZoneInfo(case.brief.timezone)
    plans: dict[str, ChannelPlan] = {plan.platform: plan for plan in decision.channels}
    topics = {topic.key: topic for topic in decision.topics}
    placed = [*calendar.posts, *setting.apart]
    timed = sorted(
        ((_moment(plans.get(each.slot.channel), each.slot, zone), each) for each in placed),
        key=lambda pair: (pair[0], pair[1].slot.channel, pair[1].key),
    )
    occasions = {each.day: each.name for each in setting.occasions or ()}
    greeting = decision.holidays.greeting if decision.holidays else None
    numbers: Counter[str] = Counter()
    used: Counter[str] = Counter()
    said: defaultdict[str, set[str]] = defaultdict(set)
    made = []
    for at, each in timed:
        topic, channel = topics[each.key], each.slot.channel
        numbers[channel] += 1
        plan_id = f"{setting.month.strftime('%y%m')}-{channel}-{numbers[channel]:02d}"
        text = topic.texts[used[topic.key] % len(topic.texts)]
        used[topic.key] += 1
        again = text in said[channel]
        said[channel].add(text)
        made.append(
            PlannedPost(
                plan_id, channel, _account(case, channel), at, each.slot.part,
                topic.key, topic.format, topic.function, topic.about, topic.segments,
                topic.tone or decision.tone, text, topic.call_to_action, topic.hashtags, topic.benefit,
                _link(case, plans.get(channel), topic, setting.month, plan_id), topic.code,
                trace_of(plans.get(channel), topic), topic.paid, topic.disclosure,
                _expected(setting.problem, results, each), each.fixed,
                occasions.get(each.slot.day) if topic.key == greeting else None, again,
            )
        )  # fmt: skip
    return tuple(made)


def _moment(plan: ChannelPlan | None, slot: Slot, zone: ZoneInfo) -> dt.datetime:
    """The slot's time in the client's zone; an hour that the clocks skip is the one after it."""
    local = dt.datetime.combine(slot.day, clock_of(plan, slot.part), zone)
    return local.astimezone(dt.UTC).astimezone(zone)


def _account(case: ClientMonth, platform: str) -> str | None:
    own = (each.account for each in case.brief.accounts if each.role == "own" and each.platform == platform)
    return next(own, None)


def trace_of(plan: ChannelPlan | None, topic: Topic) -> str:
    """How what a topic sells is recognised: its own code, else as its channel does."""
    if topic.code:
        return "code"
    trace = plan.trace if plan else "none"
    return "none" if trace == "code" else trace


def campaign_of(case: ClientMonth, month: pd.Period) -> str:
    """The campaign that the month's links carry."""
    return f"{case.slug}-{month}"


def _link(
    case: ClientMonth, plan: ChannelPlan | None, topic: Topic, month: pd.Period, plan_id: str
) -> str | None:
    landing = (plan.landing if plan else None) or case.brief.site
    if plan is None or plan.trace != "link" or landing is None:
        return None
    return utm.build(landing, topic.channel, "social", campaign_of(case, month), plan_id)


def bio_links(case: ClientMonth, decision: ContentDecision, month: pd.Period) -> dict[str, str]:
    """The one link of the month for each channel whose only link is its bio."""
    found: dict[str, str] = {}
    for plan in decision.channels:
        landing = plan.landing or case.brief.site
        if plan.trace == "bio" and landing is not None:
            content = f"{month.strftime('%y%m')}-{plan.platform}-bio"
            found[plan.platform] = utm.build(
                landing, plan.platform, "social", campaign_of(case, month), content
            )
    return found


def _expected(problem: Problem, results: Mapping[str, Results], placed: Placed) -> float | None:
    account = results.get(placed.slot.channel)
    if account is None or math.isnan(account.typical) or account.typical <= 0:
        return None
    return problem.worth_of(placed.key, placed.slot)


def by_day(posts: Sequence[PlannedPost], platform: str) -> Counter[dt.date]:
    """How many posts a channel has on each day."""
    return Counter(post.at.date() for post in posts if post.platform == platform)
