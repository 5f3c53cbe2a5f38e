"""What a client's decisions say will be done: each entry with its method, its words and who is paid (X1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smmtools.inputs.budget_decision import BudgetLine
from smmtools.inputs.client import Brief
from smmtools.inputs.compliance_decision import Placement, Work
from smmtools.inputs.content_decision import Topic
from smmtools.inputs.methods import ADVERTISING

_TOKEN = re.compile(r"\berid\b\W*\w{4,}", re.IGNORECASE)
_BOUGHT = frozenset({"ads", "placements"})
"""Kinds of lines that buy advertising, whatever method they name."""
_METHOD_OF = {"contests": "contest"}
"""The register's name of a way to attract people, where the plan says it otherwise."""


@dataclass(frozen=True)
class Act:
    """One entry of a decision: what it does by which method, where, and who decided it."""

    kind: str
    """topic, placement, line, attraction, contest, work; promotion and selling are decisions as a whole."""
    name: str
    by: str
    method: str | None = None
    platform: str | None = None
    bought: bool = False
    """It is advertising, whatever the method."""
    named: bool = True
    """The entry names its method itself; False where it names none or it follows from the entry's kind."""
    said: tuple[str, ...] = ()
    """The words of the entry that may tell of a method that it does not name."""


@dataclass(frozen=True)
class Mention:
    """A mention that is paid for, or given something for, and what its readers are told of that."""

    act: Act
    paid: bool
    """In money; False is barter."""
    disclosed: bool | None
    """None where nothing says so."""
    mark: str | None = None
    """The words that it is marked with."""
    token: bool = False
    """Whether it carries the token that the law of some places asks for."""


def acts_of(brief: Brief, month: str) -> tuple[Act, ...]:
    """Every act that the decisions in force in ``month`` plan, stage by stage, with a method or without."""
    return (
        *_of_content(brief, month),
        *_of_communication(brief, month),
        *_of_budget(brief, month),
        *_across(brief, month),
    )


def works_of(brief: Brief, month: str) -> Iterator[tuple[Work, str]]:
    """Every work of the contract in force, with who decided it."""
    if contract := brief.decided("contract", month):
        yield from ((work, contract.by) for work in contract.works)


def mentions_of(brief: Brief, month: str) -> Iterator[Mention]:
    """Every mention that is paid for, or bartered: topics of the content plan, placements with others."""
    content, compliance = brief.decided("content", month), brief.decided("compliance", month)
    if content:
        for topic in content.topics:
            if topic.paid:
                said = topic.disclosure
                token = bool(said and _TOKEN.search(said))
                yield Mention(_of_topic(topic, content.by), True, said is not None, said, token)
    if compliance:
        for place in compliance.placements:
            if place.paid or place.kind == "barter":
                disclosed = True if place.mark and place.disclosed is None else place.disclosed
                act = _of_placement(place, compliance.by)
                yield Mention(act, place.paid, disclosed, place.mark, place.token is not None)


def unnamed_placements(brief: Brief, month: str) -> Iterator[Act]:
    """Lines that buy placements on a channel on which no mention is on record as paid for or bartered."""
    decision = brief.decided("budget", month)
    if decision is None:
        return
    named = {mention.act.platform for mention in mentions_of(brief, month)}
    for line in decision.lines:
        if line.kind == "placements" and line.channel not in named and (line.channel or not named):
            yield _of_line(line, decision.by)


def _of_content(brief: Brief, month: str) -> Iterator[Act]:
    decision = brief.decided("content", month)
    if decision:
        yield from (_of_topic(topic, decision.by) for topic in decision.topics)


def _of_topic(topic: Topic, by: str) -> Act:
    method = topic.method or (ADVERTISING if topic.paid else None)
    said = (*topic.texts, *(text for text in (topic.call_to_action, topic.benefit) if text))
    return Act("topic", topic.key, by, method, topic.channel, topic.paid, bool(topic.method), said)


def _of_communication(brief: Brief, month: str) -> Iterator[Act]:
    decision = brief.decided("communication", month)
    if decision is None:
        return
    for way in decision.attractions:
        if way.state != "refused":
            method, said = _METHOD_OF.get(way.way, way.way), (way.why,) if way.why else ()
            yield Act("attraction", way.way, decision.by, method, said=said)
    for contest in decision.contests:
        name = contest.date.isoformat() if contest.date else ""
        yield Act("contest", name, decision.by, contest.method, contest.platform)


def _of_budget(brief: Brief, month: str) -> Iterator[Act]:
    decision = brief.decided("budget", month)
    if decision:
        yield from (_of_line(line, decision.by) for line in decision.lines)


def _of_line(line: BudgetLine, by: str) -> Act:
    bought = line.kind in _BOUGHT
    method = line.method or (ADVERTISING if bought else None)
    said = (line.item, line.unit)
    return Act("line", line.item, by, method, line.channel, bought, bool(line.method), said)


def _across(brief: Brief, month: str) -> Iterator[Act]:
    decision = brief.decided("compliance", month)
    if decision:
        yield from (_of_placement(place, decision.by) for place in decision.placements)
    for work, by in works_of(brief, month):
        named = bool(work.method)
        yield Act("work", work.item, by, work.method, work.platform, named=named, said=(work.item,))


def _of_placement(place: Placement, by: str) -> Act:
    bought = place.paid or place.kind == "barter"  # in kind is paid, too
    named = "method" in place.model_fields_set
    return Act("placement", place.where, by, place.method, place.platform, bought, named, (place.where,))
