"""Stage 01: is each goal measurable, what would it take, and are we on the way?

Rules R1.1, R1.2, R1.3, G1 (can it be reached?) and G2 (pace). The arithmetic of G2 is in pacing.py,
that of G1 in reach.py, odds.py and funnel.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client import Goal, GoalsDecision
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy import funnel as funnels
from smmtools.strategy.funnel import Reach, Step, impressions_needed, reach_for
from smmtools.strategy.pacing import (
    Forecast,
    Pace,
    dispersion_of,
    forecast,
    judge_pace,
    pace,
    target_path,
    unjudged,
)
from smmtools.strategy.reach import CHAINS, History, Prediction, predict, reach_verdict
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

__all__ = [
    "GoalCase",
    "GoalsAssessment",
    "assess",
    "impressions_needed",
    "main_case",
    "missing_parts",
    "open_questions",
    "pace",
]

STAGE = "goals"
MEASURABLE_PARTS = ("indicator", "target", "per", "start", "deadline", "baseline")
"""What a goal needs before it can be measured (R1.3)."""

STRATEGY_PARTS = ("way", "promotion")
"""What the strategy record needs beside its goals (R1.1)."""

COUNTED_IN = {"applications": "orders", "orders": "orders", "link_clicks": "posts", "sessions": "traffic"}
"""Where an indicator's daily counts come from; the others stand in the daily series."""

_PACE_GRADES = {"on track": Grade.PASS, "ahead": Grade.PASS, "behind": Grade.FAIL, "over": Grade.REVIEW}


@dataclass(frozen=True)
class GoalCase:
    """One goal with everything that is known of it in the month."""

    goal: Goal
    missing: tuple[str, ...]
    daily: pd.DataFrame
    """One row a day of the month that the goal and the data cover: actual, expected."""
    pace: Pace
    forecast: Forecast | None


@dataclass(frozen=True)
class GoalsAssessment:
    """Everything stage 01 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: GoalsDecision | None
    cases: tuple[GoalCase, ...]
    funnel: pd.DataFrame
    """One row a day of the month: impressions, link_clicks, applications."""
    reach: Reach | None
    steps: tuple[Step, ...]
    predictions: tuple[Prediction, ...]
    """One a goal that impressions lead to."""
    verdicts: tuple[Verdict, ...]

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None


def missing_parts(goal: Goal) -> tuple[str, ...]:
    """The parts that a goal lacks before it can be measured; empty when it is whole. Rule R1.3."""
    return tuple(part for part in MEASURABLE_PARTS if getattr(goal, part) is None)


def open_questions(found: GoalsAssessment) -> tuple[tuple[str | None, str], ...]:
    """What to ask the client: each part that is missing, with the goal it is missing of (R1.1, R1.2, R1.3).

    Parts of the strategy as a whole, and of a first goal where there is none, belong to no goal: None.
    """
    if found.decision is None:
        return tuple((None, part) for part in ("type", *MEASURABLE_PARTS, *STRATEGY_PARTS))
    strategy = [(None, part) for part in STRATEGY_PARTS if not getattr(found.decision, part)]
    of_goals = [
        (case.goal.name, part)
        for case in found.cases
        for part in (*(() if case.goal.type else ("type",)), *case.missing)
    ]
    return (*strategy, *of_goals)


def main_case(cases: tuple[GoalCase, ...]) -> GoalCase | None:
    """The goal that is marked as the main one, else the first; None without goals."""
    return next((case for case in cases if case.goal.main), cases[0] if cases else None)


def daily_counts(case: ClientMonth, indicator: str, days: pd.DatetimeIndex) -> pd.Series[float] | None:
    """Counts a day of an indicator from social channels; None when no file gives them by day."""
    tables = case.tables
    if indicator in ("applications", "orders"):
        orders = tables["orders"]
        rows = orders[orders["kind"] == indicator.removesuffix("s")]
        social = rows[periods.from_social(rows, case.social_sources)]
        return periods.per_day(social, "orders", days) if len(rows) else None
    if indicator == "link_clicks":
        clicks = periods.daily_funnel(tables, days, case.social_sources)["link_clicks"]
        return clicks if clicks.sum() else None
    rows = tables["daily"][tables["daily"]["measure"] == indicator]
    return periods.per_day(rows, "daily", days, "value") if len(rows) else None


def assess(case: ClientMonth) -> GoalsAssessment:
    """Everything stage 01 says of a client's goals in the month."""
    decision = case.brief.decided("goals", str(case.month))
    days = periods.days_of(case.month)
    funnel = periods.daily_funnel(case.tables, days, case.social_sources)
    cases = tuple(assess_goal(case, goal, days) for goal in (decision.goals if decision else ()))
    earlier = _earlier_funnel(case)
    predictions = _predictions(case, cases, decision, funnel, earlier)
    verdicts = (
        *_strategy(decision),
        *_of_goals(cases),
        *(reach_verdict(found, STAGE) for found in predictions),
    )
    reach = _reach(main_case(cases), funnel)
    steps = funnels.compare_steps(funnel, earlier)
    return GoalsAssessment(case, decision, cases, funnel, reach, steps, predictions, verdicts)


def _predictions(
    case: ClientMonth,
    cases: tuple[GoalCase, ...],
    decision: GoalsDecision | None,
    funnel: pd.DataFrame,
    earlier: pd.DataFrame,
) -> tuple[Prediction, ...]:
    """G1 of each goal that impressions lead to."""
    planned = decision.impressions_a_day if decision else None
    history = History(_with_orders(case, funnel), _with_orders(case, earlier), case.benchmarks, planned)
    first_day, month_end = case.month.start_time.normalize(), case.month.end_time.date()
    return tuple(
        predict(each.goal, bool(each.missing), history, month_end, _dispersion(case, each.goal, first_day)[0])
        for each in cases
        if str(each.goal.indicator) in CHAINS
    )


def _with_orders(case: ClientMonth, funnel: pd.DataFrame) -> pd.DataFrame:
    """The daily funnel with orders from social channels, missing where applications are."""
    orders = daily_counts(case, "orders", pd.DatetimeIndex(funnel.index))
    known = orders if orders is not None else pd.Series(math.nan, index=funnel.index)
    return funnel.assign(orders=known.where(funnel["applications"].notna()))


def assess_goal(case: ClientMonth, goal: Goal, days: pd.DatetimeIndex) -> GoalCase:
    """One goal in the month: what it lacks, its count against its path, and where it will stand."""
    missing = missing_parts(goal)
    if missing or (word := _outside(goal, days)):
        finding = "no data" if missing else word
        return GoalCase(goal, missing, _no_days(days), unjudged(finding), None)
    observed = case.observed(COUNTED_IN.get(str(goal.indicator), "daily"))
    counts = daily_counts(case, str(goal.indicator), days)
    if observed is None or counts is None:
        return GoalCase(goal, (), _no_days(days), unjudged("no data"), None)
    first = max(pd.Timestamp(str(goal.start)), observed[0])
    last = min(pd.Timestamp(str(goal.deadline)), observed[1])
    covered = days[(days >= first) & (days <= last)]
    daily = pd.DataFrame({"actual": counts[covered], "expected": target_path(goal, covered)})
    judged = judge_pace(daily["actual"], daily["expected"], _dispersion(case, goal, days[0]))
    ahead = forecast(goal, judged, covered[-1].date()) if len(covered) else None
    return GoalCase(goal, (), daily, judged, ahead)


def _outside(goal: Goal, days: pd.DatetimeIndex) -> str:
    """Why the month lies outside the goal's own period; empty when it does not."""
    if pd.Timestamp(str(goal.deadline)) < days[0]:
        return "over"
    return "not started" if pd.Timestamp(str(goal.start)) > days[-1] else ""


def _no_days(days: pd.DatetimeIndex) -> pd.DataFrame:
    return pd.DataFrame({"actual": 0.0, "expected": 0.0}, index=days[:0])


def _dispersion(case: ClientMonth, goal: Goal, first_day: pd.Timestamp) -> tuple[float, bool]:
    """Dispersion of the goal's indicator over the full weeks before the month that the data cover."""
    weeks = THRESHOLDS.dispersion_weeks
    span = pd.date_range(end=first_day - pd.Timedelta(days=1), periods=7 * weeks, freq="D")
    observed = case.observed(COUNTED_IN.get(str(goal.indicator), "daily"))
    known = span[span >= observed[0]] if observed else span[:0]
    whole = known[len(known) % 7 :]
    counts = daily_counts(case, str(goal.indicator), whole) if len(whole) else None
    totals = [] if counts is None else counts.to_numpy().reshape(-1, 7).sum(axis=1)
    return dispersion_of(pd.Series(totals, dtype=float))


def _reach(main: GoalCase | None, funnel: pd.DataFrame) -> Reach | None:
    """What the main goal needs on its last day of the month; None unless it counts applications."""
    if main is None or main.daily.empty or str(main.goal.indicator) != "applications":
        return None
    return reach_for(float(main.daily["expected"].iloc[-1]), funnel)


def _earlier_funnel(case: ClientMonth) -> pd.DataFrame:
    """The daily funnel over all days before the month that orders cover."""
    first_day = case.month.start_time.normalize()
    observed = case.observed("orders")
    begin = observed[0] if observed else first_day
    days = pd.date_range(begin, first_day - pd.Timedelta(days=1), freq="D")
    return periods.daily_funnel(case.tables, days, case.social_sources)


def _strategy(decision: GoalsDecision | None) -> Iterator[Verdict]:
    """R1.1: the strategy record holds a goal, the way to it, and whether promotion is open or hidden."""
    if decision is None:
        yield Verdict("R1.1", STAGE, Grade.FAIL, "no goal")
        return
    lacking = [part for part in STRATEGY_PARTS if not getattr(decision, part)]
    if lacking:
        yield Verdict("R1.1", STAGE, Grade.FAIL, "incomplete", len(lacking), 0, {"parts": lacking})
        return
    grade = Grade.REVIEW if decision.promotion == "hidden" else Grade.PASS
    yield Verdict("R1.1", STAGE, grade, str(decision.promotion), facts={"since": decision.since})


def _of_goals(cases: tuple[GoalCase, ...]) -> Iterator[Verdict]:
    """R1.2, R1.3 and G2 of each goal."""
    for case in cases:
        goal, name = case.goal, {"goal": case.goal.name}
        kind = (Grade.PASS, str(goal.type)) if goal.type else (Grade.FAIL, "no type")
        yield Verdict("R1.2", STAGE, *kind, facts=name)
        if case.missing:
            facts = {**name, "parts": case.missing}
            yield Verdict("R1.3", STAGE, Grade.FAIL, "not measurable", len(case.missing), 0, facts)
        else:
            yield Verdict("R1.3", STAGE, Grade.PASS, "measurable", 0, 0, name)
            yield _of_pace(case)


def _of_pace(case: GoalCase) -> Verdict:
    """G2: behind fails, too early has no data yet; the probability stands beside it."""
    goal, judged = case.goal, case.pace
    facts = {
        "goal": goal.name,
        "count": judged.count,
        "expected": judged.expected,
        "days": judged.days,
        "chance": judged.chance,
        "deadline": goal.deadline,
        "start": goal.start,
        "indicator": str(goal.indicator).replace("_", " "),
    }
    grade = _PACE_GRADES.get(judged.finding, Grade.NO_DATA)
    return Verdict("G2", STAGE, grade, judged.finding, judged.chance, THRESHOLDS.tail, facts)
