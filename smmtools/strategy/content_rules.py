"""The plan within the rules: posts a day, times, mix, viral checklist, and what each post needs (K1, R4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.content_decision import ChannelPlan, ContentDecision, Topic
from smmtools.measures.timing import daypart
from smmtools.strategy.content_calendar import PlannedPost, Setting, by_day, clock_of, trace_of
from smmtools.strategy.online import hours_online, is_online
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "content"
NEEDED = ("tone", "segments", "call_to_action", "hashtags", "trace", "disclosure")
"""What every post has beside format, function and channel, which the brief cannot leave out (K1)."""
PRINCIPLES = ("creativity", "brevity", "response", "quality", "brand_at_end")
"""R4.6: the four principles of viral advertising, and the brand at the end."""


@dataclass(frozen=True)
class Remark:
    """What the posts of one topic lack (K1)."""

    topic: str
    channel: str
    lacking: tuple[str, ...]
    """Of ``NEEDED``."""
    posts: int
    """In the calendar."""


def day_grade(posts: int, own: bool) -> tuple[Grade, str]:
    """R4.2 for one day of one channel: exactly two are best by all three rules.

    A cadence of the client's own, with reason and approver, has an empty day looked at instead of failed.

    >>> [day_grade(n, own=False)[0].value for n in range(6)]
    ['FAIL', 'REVIEW', 'PASS', 'REVIEW', 'FAIL', 'FAIL']
    >>> day_grade(0, own=True)[0].value, day_grade(4, own=True)[0].value
    ('REVIEW', 'FAIL')
    """
    if posts == 2:
        return Grade.PASS, "two a day"
    if posts >= 4:
        return Grade.FAIL, "too many a day"
    if posts == 0:
        return (Grade.REVIEW, "own cadence") if own else (Grade.FAIL, "none a day")
    return Grade.REVIEW, "one a day" if posts == 1 else "three a day"


def of_cadence(
    case: ClientMonth, decision: ContentDecision, setting: Setting, posts: Sequence[PlannedPost]
) -> Iterator[Verdict]:
    """R4.2: every channel on each of its working days, the worst day first; a channel chosen is planned."""
    planned = {plan.platform for plan in decision.channels}
    channels = case.brief.decided("channels", str(case.month))
    for platform in channels.chosen if channels else ():
        if platform not in planned:
            facts = {"platform": platform}
            yield Verdict("R4.2", STAGE, Grade.FAIL, "channel not planned", 0, 2, facts)
    for plan in decision.channels:
        yield _cadence_of(plan, setting, posts)


def _cadence_of(plan: ChannelPlan, setting: Setting, posts: Sequence[PlannedPost]) -> Verdict:
    own = bool(plan.reason and plan.approved_by)
    counted = by_day(posts, plan.platform)
    working = sorted({slot.day for slot in setting.problem.slots if slot.channel == plan.platform})
    asked = plan.posts if plan.per == "day" else 0
    days = Counter(counted[day] if posts else asked for day in working)
    graded = {number: day_grade(number, own) for number in days}
    order = (Grade.FAIL, Grade.REVIEW, Grade.PASS)
    worst = min(graded, key=lambda number: (order.index(graded[number][0]), -days[number]), default=None)
    facts: dict[str, object] = {
        "platform": plan.platform, "posts": plan.posts, "per": plan.per, "reason": plan.reason,
        "by": plan.approved_by, "days": len(working), "two": days[2], "none": days[0], "one": days[1],
        "three": days[3], "many": sum(count for number, count in days.items() if number >= 4),
    }  # fmt: skip
    if worst is None:
        return Verdict("R4.2", STAGE, Grade.NO_DATA, "no working day", facts=facts)
    grade, finding = graded[worst]
    if grade is Grade.PASS and not posts:
        return Verdict("R4.2", STAGE, Grade.NO_DATA, "no calendar", facts=facts)
    if own and grade is Grade.REVIEW and finding != "three a day":
        finding = "own cadence"
    average = sum(number * count for number, count in days.items()) / len(working)
    return Verdict("R4.2", STAGE, grade, finding, average, 2, facts)


def of_times(case: ClientMonth, decision: ContentDecision, posts: Sequence[PlannedPost]) -> Iterator[Verdict]:
    """R4.3: morning and evening, and whether that is when the segments are there."""
    for plan in decision.channels:
        parts = {daypart(clock_of(plan, str(part)).hour) for part in plan.times}
        missing = [part for part in ("morning", "evening") if part not in parts]
        facts = {
            "platform": plan.platform,
            "missing": missing,
            "times": [clock_of(plan, str(part)).strftime("%H:%M") for part in plan.times],
        }
        grade, finding = (Grade.REVIEW, "not both") if missing else (Grade.PASS, "morning and evening")
        yield Verdict("R4.3", STAGE, grade, finding, 2 - len(missing), 2, facts)
    audience = case.brief.decided("audience", str(case.month))
    for segment in audience.segments if audience else ():
        yield _met(segment.name, segment.key, segment.hours, posts)
    if audience is None:
        yield Verdict("R4.3", STAGE, Grade.NO_DATA, "no segments")


def _met(name: str, key: str, hours: str | None, posts: Sequence[PlannedPost]) -> Verdict:
    """Whether a segment's posts go out while it is online."""
    online = hours_online(hours)
    theirs = [post for post in posts if key in post.segments]
    facts: dict[str, object] = {"segment": name, "hours": hours, "posts": len(theirs)}
    if not online:
        return Verdict("R4.3", STAGE, Grade.NO_DATA, "hours unknown", facts=facts)
    if not theirs:
        return Verdict("R4.3", STAGE, Grade.NO_DATA, "no posts for it", facts=facts)
    met = sum(is_online(post.at.time(), online) for post in theirs)
    share = met / len(theirs)
    facts |= {"met": met, "share": share}
    fine = share >= THRESHOLDS.met_online
    grade, finding = (Grade.PASS, "while online") if fine else (Grade.REVIEW, "while away")
    return Verdict("R4.3", STAGE, grade, finding, share, THRESHOLDS.met_online, facts)


def of_mix(case: ClientMonth, decision: ContentDecision, posts: Sequence[PlannedPost]) -> Iterator[Verdict]:
    """R4.4: the mix is stated; the brand alternates; selling posts carry a benefit; pictures are natural."""
    stated = bool(decision.mix.functions) and (decision.mix.brand.low, decision.mix.brand.high) != (0, 1)
    selling = [topic for topic in decision.topics if topic.function == "sell"]
    facts: dict[str, object] = {
        "posts": len(posts),
        "functions": shares(posts, "function"),
        "brand": shares(posts, "about").get("brand", 0.0),
    }
    grade, finding = (Grade.PASS, "mix stated") if stated else (Grade.REVIEW, "mix silent")
    if posts:
        yield Verdict("R4.4", STAGE, grade, finding, facts=facts)
    else:
        yield Verdict("R4.4", STAGE, Grade.NO_DATA, "no calendar")
    yield from _alternating(decision, posts)
    yield _sells(case, selling)
    yield from _benefits(selling)
    yield _pictures(decision)


def shares(posts: Sequence[PlannedPost], what: str) -> dict[str, float]:
    """How the posts divide, most frequent first."""
    counted = Counter(str(getattr(post, what)) for post in posts)
    return {kind: count / len(posts) for kind, count in counted.most_common()}


def _alternating(decision: ContentDecision, posts: Sequence[PlannedPost]) -> Iterator[Verdict]:
    for plan in decision.channels:
        here = [post.about for post in posts if post.platform == plan.platform]
        if not here:
            continue
        brand = here.count("brand") / len(here)
        longest = max((len(list(run)) for about, run in groupby(here) if about == "brand"), default=0)
        facts = {"platform": plan.platform, "brand": brand, "run": longest, "posts": len(here)}
        fine = brand < 1 and longest <= THRESHOLDS.brand_run
        finding = "brand alternates" if fine else "brand alone" if brand == 1 else "brand at length"
        grade = Grade.PASS if fine else Grade.REVIEW
        yield Verdict("R4.4", STAGE, grade, finding, longest, THRESHOLDS.brand_run, facts)


def _sells(case: ClientMonth, selling: Sequence[Topic]) -> Verdict:
    """The aim is to sell, yet a page that entertains need not ask anyone to buy (guide, lines 49 and 597)."""
    goals = case.brief.decided("goals", str(case.month))
    main = next((goal for goal in goals.goals if goal.main), goals.goals[0]) if goals else None
    facts = {"topics": len(selling)}
    if selling:
        return Verdict("R4.4", STAGE, Grade.PASS, "sells", len(selling), facts=facts)
    if main is not None and main.type == "sales":
        return Verdict("R4.4", STAGE, Grade.REVIEW, "nothing sells", 0, 1, facts)
    return Verdict("R4.4", STAGE, Grade.PASS, "entertains", 0, facts=facts)


def _benefits(selling: Sequence[Topic]) -> Iterator[Verdict]:
    if not selling:
        return
    bare = [topic.key for topic in selling if not topic.benefit]
    facts = {"topics": bare, "count": len(bare), "selling": len(selling)}
    grade, finding = (Grade.REVIEW, "no benefit") if bare else (Grade.PASS, "members' benefit")
    yield Verdict("R4.4", STAGE, grade, finding, len(selling) - len(bare), len(selling), facts)


def _pictures(decision: ContentDecision) -> Verdict:
    if decision.pictures is None:
        return Verdict("R4.4", STAGE, Grade.NO_DATA, "pictures unknown")
    if decision.pictures == "natural":
        return Verdict("R4.4", STAGE, Grade.PASS, "pictures natural")
    if decision.medical_or_cosmetic:
        return Verdict("R4.4", STAGE, Grade.FAIL, "pictures edited, medical")
    return Verdict("R4.4", STAGE, Grade.REVIEW, "pictures edited")


def of_forms(decision: ContentDecision, setting: Setting, posts: Sequence[PlannedPost]) -> Iterator[Verdict]:
    """R4.1: several formats, a tone, greetings on holidays. R4.5: content to pass on and to learn from."""
    formats = sorted({post.format for post in posts})
    if posts:
        facts: dict[str, object] = {"formats": formats, "count": len(formats)}
        grade, finding = (Grade.PASS, "several formats") if len(formats) > 1 else (Grade.REVIEW, "one format")
        yield Verdict("R4.1", STAGE, grade, finding, len(formats), 2, facts)
    tones = sorted({post.tone for post in posts if post.tone})
    if tones or decision.tone:
        named = tones or [str(decision.tone)]
        yield Verdict("R4.1", STAGE, Grade.PASS, "tone stated", facts={"tones": named})
    else:
        yield Verdict("R4.1", STAGE, Grade.REVIEW, "no tone")
    yield _greets(decision, setting)
    yield from _useful(posts)


def _greets(decision: ContentDecision, setting: Setting) -> Verdict:
    if decision.holidays is None:
        return Verdict("R4.1", STAGE, Grade.REVIEW, "holidays unsaid")
    facts: dict[str, object] = {"country": decision.holidays.country}
    if setting.occasions is None:
        return Verdict("R4.1", STAGE, Grade.NO_DATA, "holidays unknown", facts=facts)
    occasions = [each for each in setting.occasions if not each.observed]
    silent = [each for each in occasions if not each.greeted]
    facts |= {"names": [each.name for each in (silent or occasions)], "count": len(occasions)}
    if not occasions:
        return Verdict("R4.1", STAGE, Grade.PASS, "no holidays", 0, facts=facts)
    grade, finding = (Grade.REVIEW, "ungreeted") if silent else (Grade.PASS, "greeted")
    return Verdict("R4.1", STAGE, grade, finding, len(occasions) - len(silent), len(occasions), facts)


def _useful(posts: Sequence[PlannedPost]) -> Iterator[Verdict]:
    """Content that people want on their own page, and new uses of the product."""
    if not posts:
        return
    passed_on = sum(post.function == "entertain" or post.about == "general" for post in posts)
    teaching = sum(post.function == "teach" for post in posts)
    facts = {"posts": passed_on, "of": len(posts)}
    grade, finding = (Grade.PASS, "to pass on") if passed_on else (Grade.REVIEW, "nothing to pass on")
    yield Verdict("R4.5", STAGE, grade, finding, passed_on, 1, facts)
    facts = {"posts": teaching, "of": len(posts)}
    grade, finding = (Grade.PASS, "teaches") if teaching else (Grade.REVIEW, "teaches nothing")
    yield Verdict("R4.5", STAGE, grade, finding, teaching, 1, facts)


def of_viral(decision: ContentDecision) -> Iterator[Verdict]:
    """R4.6: the checklist, where there is an idea; one video is not enough. It never moves the odds."""
    idea = decision.viral
    if idea is None:
        return
    unknown = [name for name in PRINCIPLES if getattr(idea, name) is None]
    unmet = [name for name in PRINCIPLES if getattr(idea, name) is False]
    facts = {"unmet": unmet, "unknown": unknown, "posts": idea.posts}
    met = len(PRINCIPLES) - len(unknown) - len(unmet)
    if unmet:
        yield Verdict("R4.6", STAGE, Grade.REVIEW, "principles unmet", met, len(PRINCIPLES), facts)
    elif unknown:
        yield Verdict("R4.6", STAGE, Grade.NO_DATA, "principles unknown", met, len(PRINCIPLES), facts)
    else:
        yield Verdict("R4.6", STAGE, Grade.PASS, "principles met", met, len(PRINCIPLES), facts)
    if idea.posts == 1:
        yield Verdict("R4.6", STAGE, Grade.REVIEW, "one is not enough", 1, 2, facts)


def remarks_of(
    case: ClientMonth, decision: ContentDecision | None, posts: Sequence[PlannedPost]
) -> tuple[Remark, ...]:
    """Every topic of the plan with what its posts lack (K1)."""
    if decision is None:
        return ()
    plans: Mapping[str, ChannelPlan] = {plan.platform: plan for plan in decision.channels}
    counted = Counter(post.topic for post in posts)
    return tuple(
        Remark(
            topic.key, topic.channel,
            tuple(_lacking(topic, decision, plans.get(topic.channel), case)), counted[topic.key],
        )
        for topic in decision.topics
    )  # fmt: skip


def _lacking(
    topic: Topic, decision: ContentDecision, plan: ChannelPlan | None, case: ClientMonth
) -> Iterator[str]:
    trace = trace_of(plan, topic)
    landing = (plan.landing if plan else None) or case.brief.site
    if not (topic.tone or decision.tone):
        yield "tone"
    if not topic.segments:
        yield "segments"
    if not topic.call_to_action:
        yield "call_to_action"
    if not topic.hashtags:
        yield "hashtags"
    if trace == "none" or (trace in ("link", "bio") and landing is None):
        yield "trace"
    if topic.paid and not topic.disclosure:
        yield "disclosure"


def of_lint(
    case: ClientMonth, decision: ContentDecision, remarks: Sequence[Remark], setting: Setting
) -> Iterator[Verdict]:
    """K1: what the posts lack, part by part; an undisclosed paid post fails."""
    if not remarks:
        yield Verdict("K1", STAGE, Grade.FAIL, "no topics", 0, 1)
        return
    for part in NEEDED:
        lacking = [each for each in remarks if part in each.lacking]
        if lacking:
            facts = {
                "part": part, "topics": [each.topic for each in lacking], "count": len(lacking),
                "posts": sum(each.posts for each in lacking),
            }  # fmt: skip
            grade = Grade.FAIL if part == "disclosure" else Grade.REVIEW
            yield Verdict("K1", STAGE, grade, f"without {part}", len(lacking), 0, facts)
    if not any(each.lacking for each in remarks):
        facts = {"topics": len(remarks), "posts": sum(each.posts for each in remarks)}
        yield Verdict("K1", STAGE, Grade.PASS, "whole", 0, 0, facts)
    yield from _strays(case, decision, setting)


def _strays(case: ClientMonth, decision: ContentDecision, setting: Setting) -> Iterator[Verdict]:
    """K1: segments that nobody defined, segments that no topic is for, channels without an account."""
    known = set(setting.problem.segments)
    named = {segment for topic in decision.topics for segment in topic.segments}
    if unknown := sorted(named - known):
        facts: dict[str, object] = {"segments": unknown, "known": sorted(known)}
        yield Verdict("K1", STAGE, Grade.REVIEW, "unknown segments", len(unknown), 0, facts)
    if unserved := sorted(known - named):
        yield Verdict("K1", STAGE, Grade.FAIL, "unserved segments", len(unserved), 0, {"segments": unserved})
    own = {each.platform for each in case.brief.accounts if each.role == "own"}
    for plan in decision.channels:
        if plan.platform not in own:
            yield Verdict("K1", STAGE, Grade.REVIEW, "no account", facts={"platform": plan.platform})
