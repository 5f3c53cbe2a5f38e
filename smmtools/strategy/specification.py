"""Rule X3: the technical specification, one page that says what is to be done (guide, line 232).

Every line is taken from the brief as it is decided in a month, so that nothing is asked twice: what is filled
is sent along, what is missing is asked for. Which lines there are is this workbook's choice; the guide only
says that the specification gives a detailed idea of the task and whatever the contractor should mind. So it
has every goal, what each is watched by, who owes what by when, what is not done, and how work is accepted.

Two lines are not the brief's own. What is not done comes from the register of methods (X1), for the law and
the networks of the brief, in its strictest reading; and the limits of an audit follow from the rule (X2), the
numbers gained and agreed, and the sample that was drawn. Penalties are internal: of them the page says only
whether the contract settles what follows from delay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smmtools.inputs.client import Brief, Goal
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.inputs.indicators_decision import Watched
from smmtools.inputs.methods import Methods
from smmtools.strategy.acceptance import Acceptance, audit_limits
from smmtools.strategy.excluded_methods import excluded_methods
from smmtools.strategy.indicator_choice import CHOICES

GOAL_PARTS = ("type", "indicator", "target", "per", "start", "deadline", "baseline")
WATCHED_PARTS = ("baseline", "target", "owner")
SIDES = ("contractor", "client")


@dataclass(frozen=True)
class SpecificationLine:
    """One line: what is asked, in which part of the page, and what the brief says to it."""

    part: str
    """company, task, watched, audience, channels, content, communication, budget, duties, methods,
    contract."""
    key: str
    value: Any
    """Text, number, day, a tuple of such with the entry's name first, or of rows by column; None where
    nothing is said."""
    lacking: tuple[str, ...] = ()
    """Names of the entries (goals, segments, platforms, sides) of which it is not said, or not wholly."""

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


def specification(
    brief: Brief,
    month: str,
    contract: ContractDecision | None = None,
    accepted: Acceptance | None = None,
    methods: Methods | None = None,
) -> Specification:
    """The technical specification from what the brief says in ``month`` (2026-10), and from the contract.

    ``accepted`` is what the audit says of the followers gained, ``methods`` the register of what law and
    platforms allow. An empty list counts as nothing said. Hours, margins, fees, penalties and the estimate
    are left out: the page goes to the other side. Rule X3.

    >>> told = {"name": "Pechka", "language": "en", "timezone": "UTC", "currency": "RUB", "vat": "included"}
    >>> page = specification(Brief(**told, we_are="client"), "2026-10")
    >>> [line.key for line in page.filled], page.missing[0].key
    (['name', 'language', 'currency', 'vat'], 'jurisdiction')
    """
    stages = (
        _company(brief), _task(brief, month), _watched(brief, month), _audience(brief, month),
        _channels(brief, month), _content(brief, month), _communication(brief, month), _budget(brief, month),
        _duties(contract), _methods(brief, month, methods or Methods()), _contract(contract, accepted),
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
    goals = decision.goals if decision else ()
    main = _main(goals)
    rows = tuple(_goal(goal, main=goal is main) for goal in goals)
    lacking = tuple(row["name"] for row in rows if any(row[part] is None for part in GOAL_PARTS))
    yield _line("task", "goals", rows, lacking)


def _main(goals: tuple[Goal, ...]) -> Goal | None:
    """The main goal, else the first."""
    return next((goal for goal in goals if goal.main), goals[0] if goals else None)


def _goal(goal: Goal, *, main: bool) -> dict[str, Any]:
    return {"name": goal.name, "main": main, "path": goal.path} | {
        part: getattr(goal, part) for part in GOAL_PARTS
    }


def _watched(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    """What each goal is watched by (M4); a role or cadence that is not said is the goal's type's own."""
    decided, decision = brief.decided("goals", month), brief.decided("indicators", month)
    goals = {goal.key: goal for goal in (decided.goals if decided else ())}
    main = _main(tuple(goals.values()))
    rows = []
    for said in decision.watched if decision else ():
        goal = goals.get(said.goal) if said.goal else main
        if goal is not None:
            rows.append(_indicator(said, goal))
    lacking = tuple(row["indicator"] for row in rows if any(row[part] is None for part in WATCHED_PARTS))
    lacking += tuple(
        goal.name for goal in goals.values() if rows and goal.name not in {r["goal"] for r in rows}
    )
    yield _line("watched", "watched", tuple(rows), tuple(dict.fromkeys(lacking)))


def _indicator(said: Watched, goal: Goal) -> dict[str, Any]:
    choice = next((each for each in CHOICES.get(goal.type or "", ()) if each.key == said.indicator), None)
    return {
        "goal": goal.name,
        "indicator": said.indicator,
        "channel": said.channel,
        "role": said.role or (choice.role if choice else "supporting"),
        "cadence": said.cadence or (choice.cadence if choice else "month"),
        **{part: getattr(said, part) for part in WATCHED_PARTS},
    }


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
    topics = decision.topics if decision else ()
    told = ("key", "channel", "format", "function", "segments")
    yield _line("content", "topics", tuple({part: getattr(each, part) for part in told} for each in topics))


def _communication(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("communication", month)
    yield _line("communication", "promise_hours", decision.promise_hours if decision else None)
    yield _line("communication", "feedback", decision.feedback if decision else ())
    yield _line("communication", "scripts", tuple(sorted(decision.scripts)) if decision else ())


def _budget(brief: Brief, month: str) -> Iterator[SpecificationLine]:
    decision = brief.decided("budget", month)
    yield _line("budget", "cap", decision.cap if decision else None)


def _duties(decision: ContractDecision | None) -> Iterator[SpecificationLine]:
    """Who gives what: the works, and what either side owes the other."""
    works = decision.works if decision else ()
    yield _line("duties", "works", tuple((each.item, each.method, each.platform) for each in works))
    owed = decision.obligations if decision else ()
    for side in SIDES:
        yield _line("duties", f"duties_{side}", tuple(each.what for each in owed if each.whose == side))


def _methods(brief: Brief, month: str, register: Methods) -> Iterator[SpecificationLine]:
    """What is not done, by law and by the networks' rules as they stand in the month planned (X1)."""
    day = (pd.Period(month, "M") + 1).end_time.date()
    lacking = () if brief.jurisdiction else ("jurisdiction",)
    yield _line("methods", "excluded", excluded_methods(brief, month, register, day), lacking)
    mark = register.mark_for(brief.jurisdiction, day)
    said = {"token": mark.token, "source": mark.source, "date": mark.date} if mark else {}
    yield _line("methods", "mentions", ({"jurisdiction": brief.jurisdiction} | said,), lacking)


def _contract(decision: ContractDecision | None, accepted: Acceptance | None) -> Iterator[SpecificationLine]:
    for key in ("start", "deadline", "followers_to_gain", "counts_as_follower"):
        yield _line("contract", key, getattr(decision, key, None))
    yield _acceptance(decision, accepted)
    yield _line("contract", "refund_when_blocked", decision.refund_when_blocked if decision else None)
    settled = "settled" if decision is not None and decision.penalty is not None else None
    yield _line("contract", "delay", settled)


def _acceptance(decision: ContractDecision | None, accepted: Acceptance | None) -> SpecificationLine:
    """How the followers gained are accepted: the rule, and its limits for the sample that was drawn."""
    target = decision.followers_to_gain if decision else None
    if target is None:
        return _line("contract", "acceptance", None)
    if accepted is None or not accepted.n:
        return _line("contract", "acceptance", ({"target": target},), ("audit",))
    least, most = audit_limits(accepted.gained, accepted.target, accepted.n)
    row = {"target": target, "gained": accepted.gained, "n": accepted.n, "accept": least, "refuse": most}
    return _line("contract", "acceptance", (row,))
