"""Stage 05 as it is shown: its tables, its sections, its pictures, and its record.

Hours and levels of skill are the agency's own: they stand in internal reports only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.measures.replies import Replies
from smmtools.measures.stats import FEWEST_UNITS
from smmtools.measures.timing import Evenings
from smmtools.present import charts, wording
from smmtools.present import communication_pictures as pictures
from smmtools.present.display import Table, show, show_sentence, show_table
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import communication, team
from smmtools.strategy.answers import ChannelReplies
from smmtools.strategy.communication import CommunicationAssessment
from smmtools.strategy.coverage import Row
from smmtools.strategy.rows_carried import CarriedRow
from smmtools.strategy.team import Load
from smmtools.strategy.timetable import ChannelTimes

_WHEN = {"weekday": _("on weekdays"), "weekend": _("at weekends")}


def plan(found: CommunicationAssessment) -> Table:
    """The plan, segment by segment: who is told what, where, how, when, by whom, and how it is measured."""
    voice, inside = voice_of(found.client_month), _inside(found)
    covered = found.coverage
    names = {segment.key: segment.name for segment in covered.segments} if covered else {}
    rows = [_plan_row(voice, row, names, inside) for row in covered.rows] if covered else []
    titles = [
        _("segment"), _("channel"), _("message"), _("format, tone, part of the day"),
        _("call to action"), _("owner"), _("indicator"), _("posts a week"),
    ]  # fmt: skip
    titles += [_("hours a week")] if inside else []
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("The plan for each segment")), columns, rows, frozenset({7, 8}))


def caps(found: CommunicationAssessment) -> Table:
    """What each channel is planned to carry a week, and what it may."""
    voice, inside = voice_of(found.client_month), _inside(found)
    each = found.coverage.caps if found.coverage else ()
    rows = [
        [voice.platform(cap.platform), voice.number(cap.posts), voice.number(cap.cap)]
        + ([voice.number(cap.hours)] if inside else [])
        for cap in each
    ]
    titles = [_("channel"), _("posts a week"), _("at most")] + ([_("hours a week")] if inside else [])
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("What the channels carry")), columns, rows, frozenset({1, 2, 3}))


def hours(found: CommunicationAssessment) -> Table:
    """Single hours inside the better parts of the week; they are not tested by themselves."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            voice.text(f"{row['weekpart']} {row['daypart']}"),
            f"{int(row['hour']):02d}:00",
            voice.number(float(row["posts"])),
            voice.number(float(row["factor"])),
        ]
        for each in found.times
        if each.told
        for row in each.hours.to_dict("records")
    ]
    titles = (_("channel"), _("part of the week"), _("hour from"), _("posts"), _("times the usual rate"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("Hours within the better parts")), columns, rows, frozenset({3, 4}))


def replies(found: CommunicationAssessment) -> Table:
    """How the month's comments were answered: in all, on weekdays, at weekends, by channel."""
    voice, answers = voice_of(found.client_month), found.answers
    several = (answers.together,) if len(answers.channels) > 1 else ()
    rows = [
        _reply_row(voice, each, when, part)
        for each in (*answers.channels, *several)
        for when, part in (("in all", each.all), *each.by_weekpart.items())
    ]
    titles = (
        _("channel"), _("when"), _("comments"), _("answered"), _("middle wait and its interval"),
        _("within the promise and its interval"), _("too young to judge"), _("answers that ask"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("How comments were answered")), columns, rows, frozenset({2, 3, 6, 7}))


def scripts(found: CommunicationAssessment) -> Table:
    """What is said on each occasion, in each segment's tone; the client's own texts first."""
    voice = voice_of(found.client_month)
    tones = [(each.segment, each.tone) for each in found.tones]
    tones = tones or [(MISSING, communication.USUAL_TONE)]
    rows = [
        [
            segment,
            voice.text(tone),
            voice.text(script.occasion),
            script.own or voice.text(wording.communication.SCRIPTS[script.occasion, tone]),
            voice.text(_("the client")) if script.own else voice.text(_("the workbook")),
        ]
        for segment, tone in tones
        for script in found.scripts
    ]
    titles = (_("segment"), _("tone"), _("occasion"), _("what is said"), _("by"))
    return Table(voice.text(_("What we say")), [voice.text(title) for title in titles], rows)


def ways(found: CommunicationAssessment) -> Table:
    """The six ways to attract people: what is decided of each, and why."""
    voice = voice_of(found.client_month)
    said = found.attractions.ways if found.attractions else {}
    rows = [
        [
            voice.named(wording.communication.WAYS, way),
            voice.text(wording.communication.STATES[each.state])
            if each
            else voice.text(wording.communication.UNKNOWN_WAY),
            (each.why if each else None) or MISSING,
        ]
        for way, each in said.items()
    ]
    titles = (_("way"), _("decided"), _("why"))
    return Table(voice.text(_("Six ways to attract people")), [voice.text(title) for title in titles], rows)


def contests(found: CommunicationAssessment) -> Table:
    """The contests: where, when, how the winner is found, and how many live followers are there."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.contest.platform),
            voice.day(each.contest.date) if each.contest.date else MISSING,
            each.contest.method.replace("_", " "),
            voice.text(each.contest.draw) if each.contest.draw else MISSING,
            voice.number(each.live[1]),
        ]
        for each in (found.attractions.contests if found.attractions else ())
    ]
    titles = (_("channel"), _("day"), _("method"), _("draw"), _("live followers, at least"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("Contests")), columns, rows, frozenset({4}))


def duties(found: CommunicationAssessment) -> Table:
    """Who has which duty; the hours are internal."""
    voice, inside = voice_of(found.client_month), _inside(found)
    said = found.team.duties if found.team else ()
    rows = [
        [_duty(voice, each.duty), each.who or MISSING, *_lines(each.duty)]
        + ([voice.number(each.hours_a_week)] if inside else [])
        for each in said
    ]
    named = {each.duty for each in said}
    left = [duty for duty in team.DUTIES if duty not in named] if said else []
    rows += [[_duty(voice, duty), MISSING, *_lines(duty)] + ([MISSING] if inside else []) for duty in left]
    titles = [_("duty"), _("who"), _("guide, line")] + ([_("hours a week")] if inside else [])
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("Who does what")), columns, rows, frozenset({2, 3}))


def people(found: CommunicationAssessment) -> Table:
    """The team: each person's roles and duties; for the agency with the hours needed and there."""
    voice, inside = voice_of(found.client_month), _inside(found)
    members = found.team.members if found.team else ()
    loads = found.team.people if found.team else ()
    rows = [
        [member.name, voice.words(member.roles), _duties(voice, load), *_load(voice, load, inside)]
        for member, load in zip(members, loads, strict=True)
    ]
    titles = [_("person"), _("roles"), _("duties"), *_load_titles(inside)]
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("The team")), columns, rows, frozenset({3, 4}))


def show_decision(found: CommunicationAssessment) -> None:
    """What was decided, by whom and why, and what is promised to those who comment."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None:
        show_sentence(voice.finding("communication undecided", month=_month_end(found)))
        return
    said = {name: getattr(decision, name) for name in ("since", "by", "why")}
    kind = "communication no promise" if found.promise is None else "communication promise"
    parts = [
        voice.finding("communication decided", **said),
        voice.finding(kind, promise=found.promise),
    ]
    show_sentence(" ".join(parts))


def show_hours(found: CommunicationAssessment) -> None:
    """Hours that the rows take and that there are; for the agency only."""
    voice, covered = voice_of(found.client_month), found.coverage
    if not _inside(found):
        show_sentence(voice.finding("hours of the plan inside"))
        return
    if covered is None or not covered.rows:
        show_sentence(voice.finding("hours of the plan undecided"))
        return
    figures = {"needed": covered.hours_needed, "there": covered.hours_there}
    show_sentence(voice.finding("hours of the plan", **figures))


def show_times(found: CommunicationAssessment) -> None:
    """For each channel when to post and what says so, with the picture where parts can be compared."""
    voice = voice_of(found.client_month)
    for each in found.times:
        parts = {week: each.parts[week] for week in ("weekday", "weekend")}
        show_sentence(voice.finding("post at", platform=each.platform, why=_why(voice, each), **parts))
        cells = pictures.compared(each.timing.cells)
        if len(cells) < 2:
            continue
        plot = partial(pictures.plot_dayparts, cells, voice=voice)
        title = voice.finding("daypart title", platform=each.platform)
        figure = charts.figure_of(plot, title, height=1.6 + 0.42 * len(cells))
        said = [_cell(voice, row) for row in cells.to_dict("records")]
        show(figure, voice.finding("daypart picture", platform=each.platform, cells=said))
        if cells["posts"].lt(FEWEST_UNITS).any():
            show_sentence(voice.finding("daypart few"))


def show_replies(found: CommunicationAssessment) -> None:
    """For each channel how long comments wait, as a picture with the promise marked."""
    voice, answers = voice_of(found.client_month), found.answers
    if answers.known_until is None:
        show_sentence(voice.finding("no replies"))
        return
    for each in answers.channels:
        says = _replies_say(voice, each, found.promise)
        if not each.all.curve.hours:
            show_sentence(says)
            continue
        plot = partial(pictures.plot_waits, each.by_weekpart, found.promise, voice=voice)
        show(charts.figure_of(plot, voice.finding("reply title", platform=each.platform), height=3.6), says)
    parts = [voice.finding("replies known until", day=answers.known_until.date())]
    if answers.impossible:
        parts.append(voice.finding("replies impossible", count=answers.impossible))
    show_sentence(" ".join(parts))


def show_contests(found: CommunicationAssessment) -> None:
    """The contests, and that their methods are graded elsewhere."""
    show_table(contests(found))
    if found.attractions and found.attractions.contests:
        show_sentence(voice_of(found.client_month).finding("contest method"))


def show_roles(found: CommunicationAssessment) -> None:
    """Duties and hours by role; the hours are internal."""
    voice, inside = voice_of(found.client_month), _inside(found)
    rows = [
        [load.name, voice.words(load.people), _duties(voice, load), *_load(voice, load, inside)]
        for load in (found.team.roles if found.team else ())
    ]
    titles = [_("role"), _("people"), _("duties"), *_load_titles(inside)]
    columns = [voice.text(title) for title in titles]
    show_table(Table(voice.text(_("Roles")), columns, rows, frozenset({3, 4})))


def show_skills(found: CommunicationAssessment) -> None:
    """The training matrix, for the agency only: skill by person, and what nobody can do well enough yet."""
    voice, skills = voice_of(found.client_month), found.team.skills if found.team else ()
    if not _inside(found):
        show_sentence(voice.finding("skills inside"))
        return
    if not any(level is not None for skill in skills for level in skill.levels.values()):
        show_sentence(voice.finding("skills none"))
        return
    names = list(skills[0].levels)
    rows = [
        [
            voice.named(wording.communication.SKILLS, skill.key),
            *(voice.number(skill.levels[name]) for name in names),
            voice.number(skill.needed),
            voice.text(_("train")) if skill.gap else "",
        ]
        for skill in skills
    ]
    columns = [voice.text(_("skill")), *names, voice.text(_("needed")), voice.text(_("gap"))]
    table = Table(voice.text(_("Skills, 0 to 3")), columns, rows, frozenset(range(1, len(names) + 2)))
    show_table(table)


def communication_record(found: CommunicationAssessment) -> dict[str, Any]:
    """The record of stage 05. Hours and skills stand in it only for the agency's own eyes."""
    decision, covered, inside = found.decision, found.coverage, _inside(found)
    own = {script.occasion: script.own for script in found.scripts}
    made: dict[str, Any] = {
        "decision": decision.model_dump(mode="json", include={"since", "by", "why", "promise_hours",
                    "feedback", "off_topic", "attractions", "firm"}) if decision else None,
        "contacts": [_contact(row) for row in covered.rows] if covered else [],
        "in_calendar": [_in_calendar(row) for row in found.carried],
        "channels": [
            {"platform": cap.platform, "posts_a_week": cap.posts, "cap": cap.cap, "by": cap.by}
            for cap in (covered.caps if covered else ())
        ],
        "times": [_times(each) for each in found.times],
        "replies": [_replied(each) for each in found.answers.channels],
        "known_until": found.answers.known_until.isoformat() if found.answers.known_until else None,
        "scripts": _scripts(found, own),
        "contests": [
            {**each.contest.model_dump(mode="json"), "live": dict(zip(("value", "low", "high"), each.live,
                                                                      strict=True))}
            for each in (found.attractions.contests if found.attractions else ())
        ],
        "duties": [
            {"duty": each.duty, "who": each.who} for each in (found.team.duties if found.team else ())
        ],
        "without_owner": found.team.unowned if found.team else (),
        "team": [
            {"name": each.name, "roles": each.roles} for each in (found.team.members if found.team else ())
        ],
    }  # fmt: skip
    if inside and covered and found.team:
        made["internal"] = {
            "hours_needed": covered.hours_needed,
            "hours_there": covered.hours_there,
            "rows": [row.hours for row in covered.rows],
            "people": found.team.people,
            "roles": found.team.roles,
            "skills": found.team.skills,
        }
    return record_of(communication.STAGE, found, headline(found), made)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 05, computed without the notebook."""
    return communication_record(communication.assess(case))


def headline(found: CommunicationAssessment) -> str:
    """How many segments are served, what the calendar carries if not all, how fast comments are answered."""
    voice = voice_of(found.client_month)
    slow = any(each.finding == "slow weekends" for each in found.verdicts)
    says = _replies_headline(voice, found.answers.together, slow=slow)
    for each in found.times:
        if each.sure_evenings:
            kind, figures = _evenings(each.evenings)
            says = voice.headline(f"communication, {kind}", says=says, platform=each.platform, **figures)
    if found.coverage is None:
        return voice.headline("communication, undecided", month=_month_end(found), says=says)
    segments = found.coverage.segments
    if not segments:
        return voice.headline("communication, no segments", says=says)
    served = sum(any(row.served for row in found.coverage.of(each.key)) for each in segments)
    carried = sum(row.lacks is None for row in found.carried)
    kind = "communication" if carried == len(found.carried) else "communication, not carried"
    rows = {"served": served, "segments": len(segments), "carried": carried, "rows": len(found.carried)}
    return voice.headline(kind, says=says, **rows)


def _replies_headline(voice: Voice, together: ChannelReplies, *, slow: bool) -> str:
    found, weekend = together.all, together.by_weekpart["weekend"].median
    figures = {"comments": found.comments, "median": found.median, "weekend": weekend}
    if not found.comments:
        return voice.headline("communication, no comments")
    if math.isnan(found.median):
        return voice.headline("communication, slow", **figures)
    kind = "communication, no weekends" if math.isnan(weekend) or not slow else "communication, replies"
    return voice.headline(kind, **figures)


def _inside(found: CommunicationAssessment) -> bool:
    return found.client_month.audience == "internal"


def _month_end(found: CommunicationAssessment) -> Any:
    return found.client_month.month.end_time.date()


def _plan_row(voice: Voice, row: Row, names: dict[str, str], inside: bool) -> list[str]:
    said = row.contact
    cells = [
        names.get(said.segment, said.segment),
        voice.platform(said.channel),
        said.message,
        ", ".join(voice.text(part) if part else MISSING for part in (said.format, row.tone, said.slot)),
        said.call_to_action or MISSING,
        said.owner or MISSING,
        _indicator(voice, said.indicator),
        voice.number(said.posts_a_week),
    ]
    return [*cells, voice.number(row.hours)] if inside else cells


def _indicator(voice: Voice, key: str | None) -> str:
    if key is None:
        return MISSING
    return voice.text(REGISTRY[key].name if key in REGISTRY else key.replace("_", " "))


def _reply_row(voice: Voice, each: ChannelReplies, when: str, part: Replies) -> list[str]:
    within = part.within
    return [
        voice.platform(each.platform) if each.platform else voice.text(wording.common.ALL_CHANNELS),
        voice.text(when),
        voice.number(part.comments),
        voice.number(part.answered),
        _between(*(voice.wait(hours) for hours in (part.median, part.low, part.high))),
        _between(*(voice.percent(share) for share in (within.value, within.low, within.high)))
        if within
        else MISSING,
        voice.number(part.too_young) if within else MISSING,
        voice.percent(part.asking.value),
    ]


def _between(value: str, low: str, high: str) -> str:
    """A figure with its bounds; by itself where it has none."""
    return value if low == high == MISSING else f"{value} ({low} – {high})"


def _duty(voice: Voice, duty: str) -> str:
    return voice.named(wording.communication.DUTIES, duty)


def _lines(duty: str) -> list[str]:
    return [str(team.DUTIES[duty]) if duty in team.DUTIES else MISSING]


def _duties(voice: Voice, load: Load) -> str:
    return voice.words(_duty(voice, duty) for duty in load.duties) or MISSING


def _load(voice: Voice, load: Load, inside: bool) -> list[str]:
    return [voice.number(load.needed), voice.number(load.there)] if inside else []


def _load_titles(inside: bool) -> list[str]:
    return [_("hours needed a week"), _("hours there")] if inside else []


def _evenings(said: Evenings) -> tuple[str, dict[str, float]]:
    """The better of evening and morning, and how many times the other it does, with the interval."""
    if said.factor >= 1:
        return "evenings", {"times": said.factor, "low": said.low, "high": said.high, "posts": said.posts}
    turned = {"times": 1 / said.factor, "low": 1 / said.high, "high": 1 / said.low}
    return "mornings", {**turned, "posts": said.posts}


def _why(voice: Voice, each: ChannelTimes) -> str:
    """What the parts rest on; and where times count, the evening against the morning in one figure."""
    why = _why_parts(voice, each)
    if each.timing.signal != "ok" or math.isnan(each.evenings.factor):
        return why
    kind, figures = _evenings(each.evenings)
    return f"{why} {voice.finding(kind, **figures)}"


def _why_parts(voice: Voice, each: ChannelTimes) -> str:
    timing = each.timing
    if not timing.posts:
        return voice.finding("parts unseen")
    if each.lone_part is not None:
        return voice.finding("parts one", part=each.lone_part)
    if timing.signal == "thin":
        return voice.finding("parts thin", posts=timing.posts)
    if not each.told:
        return voice.finding("parts alike")
    slots = [f"{row['weekpart']} {row['daypart']}" for row in timing.better.to_dict("records")]
    return voice.finding("parts that do better", slots=slots)


def _cell(voice: Voice, row: dict[Any, Any]) -> str:
    kind = "daypart bare cell" if math.isnan(float(row["low"])) else "daypart cell"
    figures = {name: float(row[name]) for name in ("factor", "low", "high")}
    slot = f"{row['weekpart']} {row['daypart']}"
    return voice.finding(kind, slot=slot, posts=int(row["posts"]), **figures)


def _replies_say(voice: Voice, each: ChannelReplies, promise: float | None) -> str:
    parts = []
    for week, found in each.by_weekpart.items():
        if found.comments:
            kind = "reply part, no median" if math.isnan(found.median) else "reply part"
            figures = {"comments": found.comments, "median": found.median}
            parts.append(voice.finding(kind, when=_WHEN[week], **figures))
    within, kept = each.all.within, ""
    if within and within.n:
        figures = {"share": within.value, "low": within.low, "high": within.high}
        kept = voice.finding("reply promise", promise=promise, **figures)
    return voice.finding("reply picture", platform=each.platform, parts=parts, promise=kept)


def _contact(row: Row) -> dict[str, Any]:
    said = row.contact.model_dump(mode="json", exclude={"hours_a_week"})
    return {**said, "tone": row.tone, "missing": row.missing, "served": row.served}


def _in_calendar(each: CarriedRow) -> dict[str, Any]:
    said = each.row.contact.model_dump(mode="json", include={"segment", "channel", "format", "slot"})
    return {**said, "asked": each.asked, "posts": each.posts, "lacks": each.lacks}


def _times(each: ChannelTimes) -> dict[str, Any]:
    return {
        "platform": each.platform,
        "signal": each.timing.signal if each.timing.posts else None,
        "posts": each.timing.posts,
        "post_at": dict(each.parts),
        "evenings_to_mornings": each.evenings if each.timing.signal == "ok" else None,
        "cells": _records(each.timing.cells),
        "hours": _records(each.hours) if each.told else [],
    }


def _records(table: pd.DataFrame) -> list[dict[Any, Any]]:
    return table.to_dict("records")


def _replied(each: ChannelReplies) -> dict[str, Any]:
    parts: Sequence[tuple[str, Replies]] = (("all", each.all), *each.by_weekpart.items())
    return {"platform": each.platform, **{name: _part(part) for name, part in parts}}


def _part(part: Replies) -> dict[str, Any]:
    return {
        "comments": part.comments,
        "answered": part.answered,
        "median": {"value": part.median, "low": part.low, "high": part.high},
        "within": part.within,
        "too_young": part.too_young,
        "asking": part.asking,
    }


def _scripts(found: CommunicationAssessment, own: dict[str, str | None]) -> list[dict[str, Any]]:
    voice = voice_of(found.client_month)
    return [
        {
            "segment": each.segment,
            "tone": each.tone,
            **{
                occasion: text or voice.text(wording.communication.SCRIPTS[occasion, each.tone])
                for occasion, text in own.items()
            },
        }
        for each in found.tones
    ]
