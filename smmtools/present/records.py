"""Stage records: what a stage found, as JSON; and the plan that is assembled from them.

The notebook shows its record in its last cell and the batch collects it; ``stage_record`` computes
the same without a notebook. Figures are kept to 12 significant digits, which no reader needs and
every machine agrees on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import smmtools
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.measures.periods import STEPS
from smmtools.present import (
    audience,
    channels,
    communication,
    compliance,
    content,
    contract,
    indicators,
    review,
)
from smmtools.present.reach import prediction_record, questions_record
from smmtools.present.recording import json_ready, record_of
from smmtools.present.voice import Voice, planned_month, voice_of
from smmtools.strategy import budget, goals, start_here
from smmtools.strategy.budget import BudgetAssessment, Line
from smmtools.strategy.funnel import Step
from smmtools.strategy.goals import GoalCase, GoalsAssessment
from smmtools.strategy.start_here import StartAssessment

PLAN_STAGES = (
    "goals", "audience", "channels", "content", "communication", "indicators", "budget", "review",
    "compliance", "contract",
)  # fmt: skip
"""The parts of plan.json; one whose stage the workbook does not have yet, or that was not run, is null."""


def start_record(found: StartAssessment) -> dict[str, Any]:
    """The record of stage 00: inputs by content hash, what is missing, what the files gave reason to say."""
    case, voice = found.client_month, voice_of(found.client_month)
    content = {
        "inputs": case.inputs,
        "missing": [voice.kind(known) for known in found.missing],
        "warnings": case.warnings,
    }
    headline = _start_headline(found)
    return record_of(start_here.STAGE, found, headline, content)


def goals_record(found: GoalsAssessment) -> dict[str, Any]:
    """The record of stage 01: the decision, each goal's pace and forecast, impressions needed."""
    decision = found.decision
    content = {
        "decision": decision.model_dump(mode="json", exclude={"goals"}) if decision else None,
        "goals": [_goal(case) for case in found.cases],
        "impressions_needed": found.reach,
        "predictions": [prediction_record(each) for each in found.predictions],
        "questions": questions_record(found),
        "funnel_per_day": found.funnel[list(STEPS)].mean().to_dict(),
        "steps": [_step(step) for step in found.steps],
    }
    return record_of(goals.STAGE, found, _goals_headline(found), content)


def budget_record(found: BudgetAssessment) -> dict[str, Any]:
    """The record of stage 07. Fee, cost, margin and hours stand in it only for the agency's own eyes."""
    case, decision, estimate = found.client_month, found.decision, found.estimate
    content: dict[str, Any] = {
        "month": str(case.month + 1),
        "currency": case.brief.currency,
        "decision": {"since": decision.since, "by": decision.by, "why": decision.why} if decision else None,
        "cap": decision.cap if decision else None,
        "lines": [_budget_line(line) for line in estimate.lines] if estimate else [],
        "independent": estimate.independent if estimate else None,
        "together": estimate.together if estimate else None,
        "media": estimate.mean_of(budget.MEDIA) if estimate else None,
        "spent": found.spent,
    }
    if case.audience == "internal":
        inside = found.inside
        content["internal"] = {**json_ready(inside), "margin": inside.margin} if inside else None
    return record_of(budget.STAGE, found, _budget_headline(found), content)


STAGES: Mapping[str, Callable[[ClientMonth], dict[str, Any]]] = {
    start_here.STAGE: lambda case: start_record(start_here.assess(case)),
    goals.STAGE: lambda case: goals_record(goals.assess(case)),
    "audience": audience.record,
    "channels": channels.record,
    "content": content.record,
    "communication": communication.record,
    "compliance": compliance.record,
    "indicators": indicators.record,
    budget.STAGE: lambda case: budget_record(budget.assess(case)),
    "review": review.record,
    "contract": contract.record,
}
"""Every stage there is, in the order of the notebooks, with how its record is computed."""

SHOWN_WITH: Mapping[str, str] = {"compliance": "communication", "contract": "review"}
"""Stages without a notebook of their own: their record stands at the end of another's, after that one's."""


def shown_in(stage: str) -> tuple[str, ...]:
    """The stages whose records the notebook of ``stage`` shows: its own first.

    >>> shown_in("goals"), shown_in("communication")
    (('goals',), ('communication', 'compliance'))
    """
    return (stage, *(guest for guest, host in SHOWN_WITH.items() if host == stage))


def stage_record(stage: str, case: ClientMonth) -> dict[str, Any]:
    """The record that a stage's notebook shows, computed without the notebook."""
    return STAGES[stage](case)


def assemble_plan(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The plan of one client and month from its stages' records, in any order."""
    by_stage = {record["stage"]: record for record in records}
    first = next(iter(by_stage.values()))
    start = by_stage.get(start_here.STAGE)
    plan = {stage: by_stage[stage]["content"] if stage in by_stage else None for stage in PLAN_STAGES}
    return {
        **plan,
        "client": first["client"],
        "month": first["month"],
        "generated_by": {"smmtools": smmtools.__version__},
        "inputs": start["content"]["inputs"] if start else [],
        "verdicts": [
            verdict for stage in STAGES if stage in by_stage for verdict in by_stage[stage]["verdicts"]
        ],
    }


def plan_text(plan: Mapping[str, Any]) -> str:
    """The plan as the bytes of plan.json: keys sorted, one space of indentation, a final newline."""
    return json.dumps(plan, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _goal(case: GoalCase) -> dict[str, Any]:
    return {
        **case.goal.model_dump(mode="json"),
        "missing": case.missing,
        "pace": case.pace,
        "forecast": case.forecast,
    }


def _step(step: Step) -> dict[str, Any]:
    parts = ("value", "low", "high")
    return {
        "step": step.name,
        "now": dict(zip(parts, step.now, strict=True)),
        "best": dict(zip(parts, step.best, strict=True)) | {"from": step.best_from, "to": step.best_to},
        "change": dict(zip(("ratio", "low", "high"), step.change, strict=True)),
        "finding": step.finding,
    }


def _start_headline(found: StartAssessment) -> str:
    """How far the data reach, and what is missing."""
    voice, last = voice_of(found.client_month), found.last_day
    figures = {"files": found.files, "missing": found.missing}
    if last is None:
        return voice.headline("start-here, nothing", **figures)
    kind = "start-here, missing" if found.missing else "start-here"
    return voice.headline(kind, last=last.date(), **figures)


def _goals_headline(found: GoalsAssessment) -> str:
    """The main goal's state in one sentence, and the step to look at when it is behind."""
    voice, month = voice_of(found.client_month), found.client_month.month.end_time.date()
    main = goals.main_case(found.cases)
    if main is None:
        return voice.headline("goals, no goal", month=month)
    if main.missing:
        return voice.headline("goals, not measurable", goal=main.goal.name, parts=main.missing)
    pace = main.pace
    if not pace.days:
        return voice.headline("goals, no pace", goal=main.goal.name, month=month)
    state = voice.headline(
        "goals",
        goal=main.goal.name,
        finding=pace.finding,
        count=pace.count,
        month=month,
        expected=pace.expected,
        rate=pace.count / pace.days,
        target=pace.expected / pace.days,
    )
    if pace.finding != "behind":
        return state
    fallen = [step for step in found.steps if step.finding == "below"]
    return " ".join([state, *(_step_sentence(voice, step) for step in fallen)])


def _step_sentence(voice: Voice, step: Step) -> str:
    name = voice.text(REGISTRY[step.name].name).lower()
    return voice.headline("goals, step", step=name, now=step.now[0], best=step.best[0])


def _budget_line(each: Line) -> dict[str, Any]:
    """A line as the client may see it."""
    said = each.line.model_dump(mode="json", exclude={"our_cost", "hours"})
    return {**said, "expected": each.mean, "variance": each.variance}


def _budget_headline(found: BudgetAssessment) -> str:
    voice, month, estimate = voice_of(found.client_month), planned_month(found.client_month), found.estimate
    if estimate is None:
        missing = [verdict.facts["currency"] for verdict in found.verdicts if verdict.finding == "no rate"]
        if missing:
            return voice.headline("budget, no rate", month=month, currency=missing[0])
        return voice.headline("budget, no estimate", month=month)
    total, currency = estimate.together, found.client_month.brief.currency
    amounts = {name: (getattr(total, name), currency) for name in ("p10", "p50", "p90")}
    return voice.headline("budget", month=month, cap=(estimate.cap, currency), **amounts)
