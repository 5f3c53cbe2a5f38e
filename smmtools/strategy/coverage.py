"""Rules R5.1 and P1: a complete row for every segment, within the channels' caps, hours and the people's."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smmtools.inputs.client import AudienceDecision, ChannelsDecision, Indicator, Segment
from smmtools.inputs.communication_decision import CommunicationDecision, Contact
from smmtools.inputs.content_decision import ChannelPlan, ContentDecision
from smmtools.measures.kpis import REGISTRY
from smmtools.strategy import online
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "communication"
ROW = ("message", "channel", "format", "tone", "slot", "call_to_action", "owner", "indicator")
"""R5.1: what a complete row says (guide, line 215)."""
SERVED = ("channel", "message", "format", "slot", "owner")
"""P1: what a segment cannot be served without."""
INDICATORS = frozenset({*REGISTRY, *map(str, Indicator)})
"""What a row may be measured by: an indicator of the registry, or what a goal counts."""


@dataclass(frozen=True)
class Row:
    """One row of the plan with what it lacks and takes."""

    contact: Contact
    tone: str | None
    """Its own, else that of the content decision."""
    missing: tuple[str, ...]
    hours: float
    """A week: as stated, else its posts at what a post takes; missing where neither is known."""

    @property
    def served(self) -> bool:
        """Whether the segment can be served by this row (P1)."""
        return not set(SERVED) & set(self.missing)


@dataclass(frozen=True)
class Cap:
    """What one channel is planned to carry a week, and what it may."""

    platform: str
    posts: float
    """Missing where a row does not say."""
    known: float
    """Posts of the rows that do say."""
    cap: float
    """The calendar's posts a week, at most three a day (R4.2); 0 for a channel that is not posted to."""
    by: str
    """What the cap comes from: calendar, or rule where no content is decided."""
    hours: float
    """Internal; missing where a row's are."""


@dataclass(frozen=True)
class Coverage:
    """Who is served by what (P1)."""

    segments: tuple[Segment, ...]
    rows: tuple[Row, ...]
    caps: tuple[Cap, ...]
    hours_needed: float
    """A week, over all rows; missing where one is. Internal."""
    hours_there: float
    """A week, over the team; missing where nobody says. Internal."""

    def of(self, segment: str) -> tuple[Row, ...]:
        """The rows of one segment."""
        return tuple(row for row in self.rows if row.contact.segment == segment)


def coverage_of(
    decision: CommunicationDecision,
    audience: AudienceDecision | None,
    channels: ChannelsDecision | None,
    content: ContentDecision | None,
) -> Coverage:
    """The plan's rows against the segments, the channels and the hours that there are."""
    rows = tuple(_row(contact, content) for contact in decision.contacts)
    needed = sum(row.hours for row in rows) if rows else math.nan
    platforms = dict.fromkeys(row.contact.channel for row in rows)
    caps = tuple(_cap(str(name), rows, content) for name in platforms)
    return Coverage(_segments(audience), rows, caps, needed, hours_there(decision, channels))


def hours_there(decision: CommunicationDecision, channels: ChannelsDecision | None) -> float:
    """Hours a week of the team, person by person, else as the channels decision says; missing otherwise."""
    if decision.team:
        return float(sum(member.hours_a_week for member in decision.team))
    return float(channels.team_hours_a_week) if channels else math.nan


def row_verdicts(coverage: Coverage) -> Iterator[Verdict]:
    """R5.1: for every segment that has a row, whether one is complete, by its best."""
    if not coverage.segments:
        yield Verdict("R5.1", STAGE, Grade.NO_DATA, "no segments")
    elif not coverage.rows:
        yield Verdict("R5.1", STAGE, Grade.NO_DATA, "no rows", 0, len(coverage.segments))
    for segment in coverage.segments:
        rows = coverage.of(segment.key)
        if not rows:
            continue  # P1 says who is served by nothing
        best = min(rows, key=lambda row: len(row.missing))
        facts = {"segment": segment.name, "parts": best.missing, "rows": len(rows)}
        complete = not best.missing
        grade, finding = (Grade.PASS, "complete") if complete else (Grade.REVIEW, "incomplete")
        yield Verdict("R5.1", STAGE, grade, finding, len(ROW) - len(best.missing), len(ROW), facts)


def plan_verdicts(
    coverage: Coverage, channels: ChannelsDecision | None, content: ContentDecision | None
) -> Iterator[Verdict]:
    """P1: everyone served, no channel over its cap, hours enough, slots in their hours; else the reasons."""
    yield from _of_segments(coverage)
    for cap in coverage.caps:
        yield _of_cap(cap, channels, content)
    if coverage.rows:
        yield _of_hours(coverage)
        yield from _of_slots(coverage)


def _segments(audience: AudienceDecision | None) -> tuple[Segment, ...]:
    """In the order in which they are to be served, those that the order leaves out last."""
    if audience is None:
        return ()
    place = {key: number for number, key in enumerate(audience.order)}
    return tuple(sorted(audience.segments, key=lambda segment: place.get(segment.key, len(place))))


def _row(contact: Contact, content: ContentDecision | None) -> Row:
    """A row with what it lacks; an indicator that the workbook does not know is none."""
    tone = contact.tone or (content.tone if content else None)
    said = {name: getattr(contact, name) for name in ROW} | {"tone": tone}
    if said["indicator"] not in INDICATORS:
        said["indicator"] = None
    hours = contact.hours_a_week
    if hours is None and contact.posts_a_week is not None and content and content.posts_hours is not None:
        hours = contact.posts_a_week * content.posts_hours
    missing = tuple(name for name in ROW if said[name] is None)
    return Row(contact, tone, missing, math.nan if hours is None else hours)


def _cap(platform: str, rows: Sequence[Row], content: ContentDecision | None) -> Cap:
    mine = [row for row in rows if row.contact.channel == platform]
    said = [row.contact.posts_a_week for row in mine]
    known = float(sum(posts for posts in said if posts is not None))
    cap, by = weekly_cap(platform, content), "calendar" if content else "rule"
    total = math.nan if None in said else known
    return Cap(platform, total, known, cap, by, float(sum(row.hours for row in mine)))


def weekly_cap(platform: str, content: ContentDecision | None) -> float:
    """Posts a week that a channel may carry: the calendar's on days worked, at most three a day (R4.2)."""
    days = 7 - len(set(content.weekdays_off)) if content else 7
    most = THRESHOLDS.most_posts_a_day * days
    if content is None:
        return float(most)
    plan = next((each for each in content.channels if each.platform == platform), None)
    return min(_posts_a_week(plan, days), float(most)) if plan else 0.0


def _posts_a_week(plan: ChannelPlan, days: int) -> float:
    return float(plan.posts * days if plan.per == "day" else plan.posts)


def _of_segments(coverage: Coverage) -> Iterator[Verdict]:
    known = {segment.key for segment in coverage.segments}
    strange = dict.fromkeys(row.contact.segment for row in coverage.rows if row.contact.segment not in known)
    if known and strange:
        yield Verdict(
            "P1", STAGE, Grade.FAIL, "strange segment", len(strange), 0, {"segments": list(strange)}
        )
    if not known:
        yield Verdict("P1", STAGE, Grade.NO_DATA, "no segments")
        return
    unserved = [
        segment.name
        for segment in coverage.segments
        if not any(row.served for row in coverage.of(segment.key))
    ]
    facts = {"segments": unserved, "count": len(known)}
    if unserved:
        yield Verdict("P1", STAGE, Grade.FAIL, "unserved", len(known) - len(unserved), len(known), facts)
    else:
        yield Verdict("P1", STAGE, Grade.PASS, "everyone served", len(known), len(known), facts)


def _of_cap(cap: Cap, channels: ChannelsDecision | None, content: ContentDecision | None) -> Verdict:
    facts = {"platform": cap.platform, "posts": cap.known, "cap": cap.cap}
    if channels is not None and cap.platform not in channels.chosen:
        return Verdict("P1", STAGE, Grade.FAIL, "channel not chosen", facts=facts)
    if content is not None and all(each.platform != cap.platform for each in content.channels):
        return Verdict("P1", STAGE, Grade.FAIL, "channel not posted to", cap.known, 0, facts)
    if cap.known > cap.cap + 1e-9:
        finding = "over the calendar" if cap.by == "calendar" else "over the rule"
        return Verdict("P1", STAGE, Grade.FAIL, finding, cap.known, cap.cap, facts)
    if math.isnan(cap.posts):
        return Verdict("P1", STAGE, Grade.NO_DATA, "posts unsaid", cap.known, cap.cap, facts)
    return Verdict("P1", STAGE, Grade.PASS, "within the cap", cap.posts, cap.cap, facts)


def _of_hours(coverage: Coverage) -> Verdict:
    """Whether the hours suffice; the hours themselves are internal and stand in no verdict."""
    if math.isnan(coverage.hours_needed) or math.isnan(coverage.hours_there):
        return Verdict("P1", STAGE, Grade.NO_DATA, "hours unsaid")
    fits = coverage.hours_needed <= coverage.hours_there + 1e-9
    grade, finding = (Grade.PASS, "hours suffice") if fits else (Grade.FAIL, "hours short")
    return Verdict("P1", STAGE, grade, finding)


def _of_slots(coverage: Coverage) -> Iterator[Verdict]:
    """Rows at a time when their people are elsewhere; and segments whose hours nobody can read."""
    said = {segment.key: segment for segment in coverage.segments}
    dark: list[str] = []
    judged = 0
    for row in coverage.rows:
        segment, slot = said.get(row.contact.segment), row.contact.slot
        if segment is None or slot is None:
            continue
        fits = online.within(slot, segment.hours)
        if fits is None:
            dark.append(segment.name)
        else:
            judged += fits
        if fits is False:
            facts = {"segment": segment.name, "slot": slot, "hours": segment.hours}
            yield Verdict("P1", STAGE, Grade.REVIEW, "off their hours", facts=facts)
    if dark:
        unsaid = {"segments": list(dict.fromkeys(dark))}
        yield Verdict("P1", STAGE, Grade.NO_DATA, "their hours unsaid", facts=unsaid)
    if judged:
        yield Verdict("P1", STAGE, Grade.PASS, "in their hours", judged, len(coverage.rows), {"rows": judged})
