"""Rule X3: the technical specification, one page that says what is to be done (guide, line 232).

Every line is taken from the brief as it is decided in a month, so that nothing is asked twice: what is filled
is sent along, what is missing is asked for. Which lines there are is this workbook's choice; the guide only
says that the specification gives a detailed idea of the task and whatever the contractor should mind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmtools.inputs.client import Brief, Goal
from smmtools.inputs.contract_decision import ContractDecision


@dataclass(frozen=True)
class SpecificationLine:
    """One line: what is asked, in which part of the page, and what the brief says to it."""

    part: str
    """company, task, audience, channels, content, communication, budget, contract."""
    key: str
    value: Any
    """Text, number, day, or a tuple of such, with the entry's name first; None where nothing is said."""
    lacking: tuple[str, ...] = ()
    """Names of the entries (segments, platforms) of which it is not said."""

    @property
    def filled(self) -> bool:
        """Whether it is said, of every entry."""
        return self.value is not None and not self.lacking


@dataclass(frozen=True)
class Specification:
    """The page of a month, line by line, in the order of the stages."""

    lines: tuple[SpecificationLine, ...]

    @property
    def filled(self) -> tuple[SpecificationLine, ...]:
        """What can be sent."""
        return tuple(line for line in self.lines if line.filled)

    @property
    def missing(self) -> tuple[SpecificationLine, ...]:
        """What is to be asked for, wholly or of some entries."""
        return tuple(line for line in self.lines if not line.filled)


def specification(brief: Brief, month: str, contract: ContractDecision | None = None) -> Specification:
    """The technical specification from what the brief says in ``month`` (2026-10), and from the contract.

    An empty list counts as nothing said. Hours, margins and fees are left out: the page goes to the other
    side. Rule X3.

    >>> told = {"name": "Pechka", "language": "en", "timezone": "UTC", "currency": "RUB", "vat": "included"}
    >>> page = specification(Brief(**told, we_are="client"), "2026-10")
    >>> [line.key for line in page.filled], page.missing[0].key
    (['name', 'language', 'currency', 'vat'], 'jurisdiction')
    """
    stages = (
        _company(brief), _task(brief, month), _audience(brief, month), _channels(brief, month),
        _content(brief, month), _communication(brief, month), _budget(brief, month), _contract(contract),
    )  # fmt: skip
    return Specification(tuple(line for stage in stages for line in stage))


def _line(part: str, key: str, value: Any, lacking: tuple[str, ...] = ()) -> SpecificationLine:
    return SpecificationLine(part, key, None if value in ((), "") else value, lacking)


def _of_each(part: str, key: str, said: Mapping[str, Any]) -> SpecificationLine:
    """A line of what is said of several entries, with those of which it is not."""
    known = tuple((name, value) for name, value in said.items() if value)
    return _line(part, key, known, tuple(name for name, value in said.items() if not value))


def _company(brief: Brief) -> Iterator[SpecificationLine]:
    for key in ("name", "jurisdiction", "language", "site", "currency", "vat"):
        yield _line("company", key, getattr(brief, key))
    for role in ("own", "competitor"):
        found = tuple((each.platform, each.account) for each in brief.accounts if each.role == role)
        yield _line("company", f"accounts_{role}", found)


def _task(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("goals", month)
    for key in ("promotion", "way"):
        yield _line("task", key, getattr(decision, key, None))
    goal = _main(decision.goals) if decision else None
    for key in ("name", "type", "indicator", "target", "per", "start", "deadline", "baseline"):
        yield _line("task", f"goal_{key}", getattr(goal, key, None))


def _main(goals: tuple[Goal, ...]) -> Goal:
    """The main goal, else the first."""
    return next((goal for goal in goals if goal.main), goals[0])


def _audience(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("audience", month)
    segments = decision.segments if decision else ()
    yield _line("audience", "segments", tuple(segment.name for segment in segments))
    for key in ("geography", "age", "need", "offer", "hours"):
        yield _of_each("audience", key, {segment.key: getattr(segment, key) for segment in segments})


def _channels(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("channels", month)
    yield _line("channels", "chosen", decision.chosen if decision else ())
    communities = decision.communities if decision else ()
    yield _line("channels", "communities", tuple((each.platform, each.purpose) for each in communities))


def _content(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("content", month)
    yield _line("content", "tone", decision.tone if decision else None)
    yield _line("content", "pictures", decision.pictures if decision else None)
    profiles = decision.profiles if decision else ()
    yield _of_each("content", "style", {each.platform: each.style for each in profiles})
    channels = decision.channels if decision else ()
    cadence = tuple((each.platform, each.posts, each.per) for each in channels)
    yield _line("content", "posts", cadence)
    yield _line("content", "topics", tuple(each.key for each in decision.topics) if decision else ())


def _communication(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("communication", month)
    yield _line("communication", "promise_hours", decision.promise_hours if decision else None)
    yield _line("communication", "feedback", decision.feedback if decision else ())
    yield _line("communication", "scripts", tuple(sorted(decision.scripts)) if decision else ())


def _budget(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("budget", month)
    yield _line("budget", "cap", decision.cap if decision else None)


def _contract(decision: ContractDecision | None) -> Iterator[SpecificationLine]:
    yield _line("contract", "works", tuple(each.item for each in decision.works) if decision else ())
    for key in ("followers_to_gain", "counts_as_follower", "start", "deadline"):
        yield _line("contract", key, getattr(decision, key, None))
