"""Rule M4 on the client's data: by which indicators each goal is watched, from where to where, and by whom.

What the brief decides holds; without a decision the workbook's own choice for the goal's type is shown
(indicator_choice.py). Each indicator stands beside its figure of the month, and beside the sample that it
takes to see its target reached.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from smmtools.inputs.client import Goal
from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.indicators_decision import IndicatorsDecision, Watched
from smmtools.measures.kpis import REGISTRY, KpiValue
from smmtools.measures.stats import FEWEST_UNITS
from smmtools.strategy import indicator_choice
from smmtools.strategy.indicator_choice import IMAGE, Choice, Sample, sample_needed
from smmtools.strategy.indicator_rows import Place
from smmtools.strategy.verdicts import THRESHOLDS
from smmtools.strategy.watch_history import History, Past, best_of, beyond_any, higher_is_better
from smmtools.strategy.watch_values import COUNTS, files_of, measured
from smmtools.strategy.watch_worth import loses_money, pays_from

PARTS = ("baseline", "target", "source", "owner")
"""What each indicator needs beside its role and cadence, for which the workbook has a choice of its own."""


@dataclass(frozen=True)
class Watch:
    """One indicator of one goal: its role, from where to where, whose it is, and what shows a change."""

    goal: str
    """The goal's key."""
    key: str
    role: str
    channel: str | None
    """Platform; None is all channels."""
    baseline: float | None
    target: float | None
    value: KpiValue
    source: tuple[str, ...]
    """As the brief says, else the files of the month that it is computed from."""
    cadence: str
    owner: str | None
    proxy: bool
    line: int | None
    """Of the guide."""
    sample: Sample | None
    """None where it cannot be said: baseline or target are missing or cannot be."""
    there: float
    """How much of the sample's unit the month has; missing where there is no unit, or only a total."""
    dispersion: float | None
    """By which rows of a post or day vary together; None where there are too few rows to say."""
    lacking: tuple[str, ...]
    state: str
    """whole, or what is wrong with it: the finding of its verdict."""
    months: tuple[Past, ...]
    """The indicator in each whole month on record, the month reported on last; those it was measured in."""
    pays: float | None
    """Where its target begins to pay for itself, or ceases to; None where that is not known or not asked."""
    against: tuple[str, ...]
    """What speaks against its target, whatever the state: findings of their own."""

    @property
    def total_only(self) -> bool:
        """Whether only a month's total is known of what is watched by the day."""
        days = self.sample is not None and self.sample.unit == "days"
        return days and not math.isnan(self.value.value) and math.isnan(self.there)

    @property
    def best(self) -> Past | None:
        """The best month on record; None with fewer than two."""
        return best_of(self.months, self.key)

    @property
    def unit(self) -> str:
        """What the value is counted in."""
        return REGISTRY[self.key].unit if self.key in REGISTRY else f"{self.key} a day"


@dataclass(frozen=True)
class GoalWatch:
    """A goal with the indicators that it is watched by."""

    goal: Goal
    watched: tuple[Watch, ...]
    decided: bool
    """Whether the brief decides it; else the indicators are the workbook's choice for the goal's type."""

    @property
    def image(self) -> bool:
        """Whether its indicators are proxies for an image."""
        return self.goal.type in IMAGE

    @property
    def lacking_roles(self) -> tuple[str, ...]:
        """What the set lacks: a primary, two to four that support it, a guard."""
        roles = [each.role for each in self.watched]
        supports = roles.count("supporting")
        wrong = {
            "primary": roles.count("primary") != 1,
            "supporting": not indicator_choice.FEWEST_SUPPORTS <= supports <= indicator_choice.MOST_SUPPORTS,
            "guard": "guard" not in roles,
        }
        return tuple(role for role, lacks in wrong.items() if lacks)


def watch(
    case: ClientMonth, decision: IndicatorsDecision | None, rows: Mapping[Place, pd.DataFrame]
) -> tuple[GoalWatch, ...]:
    """The goals in force with their indicators: as decided, else by the goal's type."""
    goals, history = case.brief.decided("goals", str(case.month)), History(case, {case.month: rows})
    return tuple(_goal_watch(history, goal, _entries(case, decision, goal))
                 for goal in (goals.goals if goals else ()))  # fmt: skip


def _entries(case: ClientMonth, decision: IndicatorsDecision | None, goal: Goal) -> list[Watched]:
    """What the decision says of one goal; an entry that names none belongs to the main goal."""
    main = main_key(case)
    return [each for each in (decision.watched if decision else ()) if (each.goal or main) == goal.key]


def main_key(case: ClientMonth) -> str | None:
    """Key of the main goal, else of the first; None without goals."""
    decided = case.brief.decided("goals", str(case.month))
    goals = decided.goals if decided else ()
    return next((goal.key for goal in goals if goal.main), goals[0].key if goals else None)


def _goal_watch(history: History, goal: Goal, entries: list[Watched]) -> GoalWatch:
    choices = {choice.key: choice for choice in indicator_choice.CHOICES.get(goal.type or "", ())}
    said = entries or [Watched(indicator=key) for key in choices]  # type: ignore[call-arg]
    return GoalWatch(
        goal, tuple(_watch(history, goal, each, choices.get(each.indicator)) for each in said),
        bool(entries),
    )  # fmt: skip


def _watch(history: History, goal: Goal, said: Watched, choice: Choice | None) -> Watch:
    case = history.case
    value, units = measured(case, said.indicator, said.channel, history.read[case.month])
    source = (said.source,) if said.source else files_of(case, said.indicator, said.channel)
    stated = {"baseline": said.baseline, "target": said.target, "source": source, "owner": said.owner}
    made = Watch(
        goal=goal.key,
        key=said.indicator,
        role=said.role or (choice.role if choice else "supporting"),
        channel=said.channel,
        baseline=said.baseline,
        target=said.target,
        value=value,
        source=source,
        cadence=said.cadence or (choice.cadence if choice else "month"),
        owner=said.owner,
        proxy=choice.proxy if choice else goal.type in IMAGE,
        line=choice.line if choice else None,
        sample=None,
        there=math.nan,
        dispersion=None,
        lacking=tuple(part for part in PARTS if stated[part] in (None, ())),
        state="whole",
        months=history.of(said.indicator, said.channel) if said.target is not None else (),
        pays=pays_from(case, said.indicator),
        against=(),
    )
    return _judged(_sampled(made, units))


def _sampled(made: Watch, units: pd.DataFrame) -> Watch:
    """With the sample that its change takes, and how much of it the month has."""
    unit = indicator_choice.UNITS.get(made.key)
    if unit not in ("trials", "days") or made.baseline is None or made.target is None:
        return replace(made, sample=Sample(unit, None) if unit else None)
    dispersion = _dispersion(made.key, units, trials=unit == "trials")
    there = float(units["n"].sum()) if len(units) else math.nan if unit == "days" else float(made.value.n)
    try:
        sample = sample_needed(made.key, made.baseline, made.target, dispersion or 1.0)
    except ValueError:
        return replace(made, there=there, dispersion=dispersion)
    return replace(made, sample=sample, there=there, dispersion=dispersion)


def _dispersion(key: str, units: pd.DataFrame, *, trials: bool) -> float | None:
    """By how much units vary more than chance has it, at least 1; None with fewer than ten of them.

    Of trials the design effect: the variance of the ratio of totals over units, over that of as many
    independent trials. Of counts a day the variance over the mean.
    """
    if key in REGISTRY and REGISTRY[key].interval == "wilson":
        return 1.0
    k, n = units["k"], units["n"]
    if not trials and units.empty:  # known for the month as a whole only
        return THRESHOLDS.assumed_dispersion
    if len(units) < FEWEST_UNITS or not k.sum() > 0 or not n.sum() > k.sum() * (1 if trials else 0):
        return None
    rate = float(k.sum() / n.sum())
    apart = float(((k - rate * n) ** 2).sum()) * len(units) / (len(units) - 1)
    spread = apart / (float(n.sum()) * rate * ((1 - rate) if trials else 1.0))
    return max(1.0, spread)


def _judged(made: Watch) -> Watch:
    """With its state, the first thing that is wrong with it, else whole; and what is against its target."""
    return replace(made, state=next(_faults(made), "whole"), against=tuple(_against(made)))


def _against(made: Watch) -> Iterator[str]:
    if loses_money(made.key, made.target, made.pays):
        yield "target loses money"
    if made.sample is not None and beyond_any(made.best, made.key, made.target):
        yield "target beyond any month"


def _faults(made: Watch) -> Iterator[str]:
    if made.key not in REGISTRY and made.key not in COUNTS:
        yield "unknown indicator"
    if made.lacking:
        yield "lacks parts"
    if math.isnan(made.value.value):
        yield "not measured"
    if made.sample is None:
        yield "cannot be"
    if made.role != "guard" and _worse(made):
        yield "wrong way"
    if made.sample is not None and made.sample.number is not None:
        if made.total_only:
            yield "total only"
        elif made.dispersion is None:
            yield "spread unknown"
        elif made.there < made.sample.number:
            yield "cannot be seen"


def _worse(made: Watch) -> bool:
    """Whether the target lies on the worse side of the baseline."""
    if made.baseline is None or made.target is None:
        return False
    up = higher_is_better(made.key)
    return made.target < made.baseline if up else made.target > made.baseline
