"""What to do next month (X6): a short list of actions from what all stages found, the gravest first.

Each names the figure that caused it, the decision in client.yml that it changes, an owner and a date. A pass
asks for nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from smmtools.strategy.verdicts import Grade, Verdict, due_date

MOST = 7
"""So many actions are listed: a longer list is not read. How many more there are is said."""
_GRAVEST = (Grade.FAIL, Grade.REVIEW, Grade.NO_DATA)

_DECISION_OF_RULE: Mapping[tuple[str, str], str] = {
    ("start-here", "X1"): "jurisdiction",
    ("start-here", "X9"): "exports",
    ("start-here", "K5"): "content",
    ("goals", "G1"): "goals",
    ("compliance", "X5"): "compliance",
    ("review", "R8.1"): "content",
}
_DECISION_OF_FINDING: Mapping[str, str] = {
    "goal": "goals", "indicator": "indicators", "posts": "content", "spend": "budget",
    "channel spend": "budget", "conversions": "budget", "conversion cost": "budget",
    "replies": "communication", "no approved plan": "approval",
    "approved afterwards": "approval", "begun without": "approval", "revenue": "budget",
    "reach falling": "content", "no reach": "exports", "subscribers off target": "audience",
    "subscribers unknown": "audience",
}  # fmt: skip
_TWINS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("goals", "G2"): ("goal",),
    ("start-here", "K5"): ("posts",),
    ("budget", "B1"): ("spend",),
    ("communication", "P3"): ("replies",),
    ("audience", "A1"): ("subscribers off target", "subscribers unknown"),
    ("indicators", "M4"): ("indicator",),
    ("content", "K2"): ("no posts", "too few posts"),
}
"""What the review says again of a stage's finding: told once, where the plan stands beside it."""
_PART_OF: Mapping[str, str] = {
    "channel spend, overspent": "spend, overspent", "channel spend, underspent": "spend, underspent",
    "channel spend, no data": "spend, no data", "conversion cost, dearer": "conversions, below the promise",
    "conversion cost, cannot be told": "conversions, cannot be told",
}  # fmt: skip
"""What the review finds of a part, and of the whole: of the two, the whole asks for one thing to do."""
_RANKS: Mapping[str, int] = {
    "G1": 0, "G2": 0, "goal": 0,
    "M3": 1, "X2": 1, "A1": 1, "A2": 1, "subscribers off target": 1,
    "P3": 2, "replies": 2, "B1": 2, "spend": 2, "channel spend": 2, "R7.2": 2,
    "conversions": 1, "conversion cost": 2,
    "X5": 9,
}  # fmt: skip
"""What counts more, of one grade: the goal, then money and people that are lost; facts of the site last."""
_OTHERS = 5
_MONEY_SPENT = ("overspent", "spent as approved", "no spend", "no approved plan")  # of B1, what was spent


class Assessed(Protocol):
    """What every stage's assessment holds."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the rules say."""

    @property
    def owner(self) -> str | None:
        """Who acts on them; None is the analyst."""


@dataclass(frozen=True)
class Action:
    """One thing to do: what was found, which decision it changes, who sees to it, by when."""

    verdict: Verdict
    decision: str
    """A stage of ``decisions`` in client.yml; or exports, approval, jurisdiction."""
    owner: str | None
    """None is the analyst."""
    due: dt.date
    same: int = 1
    """How many verdicts of one rule it stands for."""


@dataclass(frozen=True)
class ToDo:
    """The actions, the gravest first, and how many more there are."""

    actions: tuple[Action, ...]
    more: int


def to_do(
    stages: Mapping[str, Assessed],
    own: Sequence[Verdict],
    owner_of: Callable[[str], str | None],
    month_end: dt.date,
) -> ToDo:
    """The actions of the month: the review's own findings and every stage's, each told once.

    Of one grade the rules' ranks decide, and of one rank the stages take turns, so that no stage fills the
    list. ``owner_of`` says who took a stage's decision.
    """
    told = {_word(verdict.finding) for verdict in own if verdict.grade != Grade.PASS}
    kept = {
        stage: [each for each in assessed.verdicts if not _twin(each, told)]
        for stage, assessed in stages.items()
    }
    unsure = ("cannot be told", "no interval")
    found = {each.finding for each in own}
    own = [each for each in own if _PART_OF.get(each.finding) not in found]
    queues = {"review": sorted(own, key=lambda each: each.finding.endswith(unsure)), **kept}
    owners = {stage: assessed.owner for stage, assessed in stages.items()}
    actions = list(_in_turn(queues, owners, owner_of, month_end))
    return ToDo(tuple(actions[:MOST]), max(0, len(actions) - MOST))


def decision_of(verdict: Verdict) -> str:
    """Which decision in client.yml a verdict changes, else where it is put right."""
    if verdict.stage == "review":
        found = _DECISION_OF_FINDING.get(verdict.finding) or _DECISION_OF_FINDING.get(_word(verdict.finding))
        if found:
            return found
    return _DECISION_OF_RULE.get((verdict.stage, verdict.rule), verdict.stage)


def _word(finding: str) -> str:
    """The part of a finding that says of what it is: goal of "goal, not met"."""
    return finding.split(",", 1)[0]


def _twin(verdict: Verdict, told: set[str]) -> bool:
    words = _TWINS.get((verdict.stage, verdict.rule), ())
    if verdict.rule == "B1" and verdict.finding not in _MONEY_SPENT:
        return False
    return any(word in told for word in words)


def _in_turn(
    queues: Mapping[str, Sequence[Verdict]],
    owners: Mapping[str, str | None],
    owner_of: Callable[[str], str | None],
    month_end: dt.date,
) -> Iterator[Action]:
    """Grade by grade, rank by rank, one of each stage, then the next of each."""
    for grade in _GRAVEST:
        lists = [list(_grouped(each for each in queue if each.grade == grade)) for queue in queues.values()]
        turns = [found for group in lists for found in enumerate(group)]
        for _, (verdict, same) in sorted(turns, key=lambda each: (_rank(each[1][0]), each[0])):
            decision = decision_of(verdict)
            due = due_date(grade, month_end) or month_end
            owner = owner_of(decision) or owners.get(verdict.stage)
            yield Action(verdict, decision, owner, due, same)


def _rank(verdict: Verdict) -> int:
    own = _RANKS.get(_word(verdict.finding)) if verdict.stage == "review" else None
    return _RANKS.get(verdict.rule, _OTHERS) if own is None else own


def _grouped(verdicts: Iterable[Verdict]) -> Iterator[tuple[Verdict, int]]:
    """Each rule once, by its first verdict, with how many there were; the review's own finding by finding."""
    found: dict[tuple[str, str], list[Verdict]] = {}
    for each in verdicts:
        found.setdefault((each.rule, each.finding if each.stage == "review" else ""), []).append(each)
    return ((group[0], len(group)) for group in found.values())
