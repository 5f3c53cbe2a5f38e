"""Stage 08: what came of the month's plan, why revenue changed, and what next month starts from.

Rules R8.1 (looks.py) and X6: plan against actual (plan_actual.py), the change of revenue split without
remainder (earnings.py, revenue_parts.py), the season (season.py), next month's prior (prior.py), and a short
list of actions from all stages (to_do.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.strategy import (
    audience,
    budget,
    channels,
    communication,
    compliance,
    content,
    contract,
    goals,
    indicators,
    start_here,
)
from smmtools.strategy.answers import answers_of
from smmtools.strategy.earnings import RevenueChange, change_of, without_rate
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.looks import Looks, looks_of
from smmtools.strategy.plan_actual import PlanAgainstActual, compare, promise_of
from smmtools.strategy.prior import KEPT as KEPT
from smmtools.strategy.prior import Prior as Prior
from smmtools.strategy.prior import RatePrior, priors_of
from smmtools.strategy.prior import prior_after as prior_after
from smmtools.strategy.revenue_parts import FACTORS as FACTORS
from smmtools.strategy.revenue_parts import Decomposition as Decomposition
from smmtools.strategy.revenue_parts import decompose as decompose
from smmtools.strategy.revenue_parts import decompose_channels as decompose_channels
from smmtools.strategy.revenue_parts import factors_of as factors_of
from smmtools.strategy.season import Season, season_of
from smmtools.strategy.to_do import Assessed, ToDo, to_do
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "review"
RULES = ("X6", "R8.1")
"""What this stage judges."""

EARLIER: Mapping[str, Callable[[ClientMonth], Assessed]] = {
    start_here.STAGE: start_here.assess,
    goals.STAGE: goals.assess,
    audience.STAGE: audience.assess,
    channels.STAGE: channels.assess,
    content.STAGE: content.assess,
    communication.STAGE: communication.assess,
    compliance.STAGE: compliance.assess,
    indicators.STAGE: indicators.assess,
    budget.STAGE: budget.assess,
    contract.STAGE: contract.assess,
}
"""The stages whose findings become actions, each assessed once more here: stages know no other's result."""


@dataclass(frozen=True)
class ReviewAssessment:
    """Everything stage 08 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    plan: PlanAgainstActual
    looks: Looks
    revenue: RevenueChange | None
    """None without orders in both months."""
    season: Season
    priors: tuple[RatePrior, ...]
    to_do: ToDo
    verdicts: tuple[Verdict, ...]
    owner: str | None = None
    """Who acts on this stage's verdicts: who took the goals' decision."""


def assess(case: ClientMonth) -> ReviewAssessment:
    """Everything stage 08 says of a client's month, and of what it changes in the next."""
    drawn, people = content.assess(case), audience.assess(case)
    stages = _all_stages(case, {content.STAGE: drawn, audience.STAGE: people})
    promise = promise_of(case.approved_plan(str(case.month)))
    answers = answers_of(case, promise) if promise is not None else None
    plan = compare(case, drawn.carried, answers)
    looks = looks_of(case, drawn.results, people.verdicts)
    revenue = change_of(case)
    verdicts = (*plan.verdicts, _of_revenue(case, revenue), *looks.verdicts)
    owner = _owner_of(case, goals.STAGE)
    actions = to_do(
        stages, verdicts, lambda stage: _owner_of(case, stage) or owner, case.month.end_time.date()
    )
    return ReviewAssessment(
        case, plan, looks, revenue, season_of(case), priors_of(case), actions, verdicts, owner
    )


def _all_stages(case: ClientMonth, known: Mapping[str, Assessed]) -> dict[str, Assessed]:
    """What every stage found, in their order, those that are known already not assessed again."""
    return {stage: known[stage] if stage in known else look(case) for stage, look in EARLIER.items()}


def _owner_of(case: ClientMonth, stage: str) -> str | None:
    """Who took a stage's decision; None where nobody did, or it is no stage's."""
    for name, found in _decisions(case):
        if name == stage:
            return found
    return None


def _decisions(case: ClientMonth) -> Iterator[tuple[str, str]]:
    for stage in type(case.brief.decisions).model_fields:
        decision = case.brief.decided(stage, str(case.month))
        if decision is not None:
            yield stage, str(decision.by)


def _of_revenue(case: ClientMonth, found: RevenueChange | None) -> Verdict:
    """X6: revenue against the month before, with the part that moved it most."""
    month = case.month.end_time.date()
    if found is None:
        foreign = without_rate(case)
        if foreign:
            return Verdict("X6", STAGE, Grade.FAIL, "revenue, no rate", facts={"currency": foreign})
        return Verdict("X6", STAGE, Grade.NO_DATA, "revenue, no orders", facts={"month": month})
    currency = case.brief.currency
    facts = {
        "month": month, "before": (found.before, currency), "now": (found.now, currency),
        "change": (abs(found.change), currency), "rest": (found.rest, currency),
        **{factor: (part, currency) for factor, part in found.parts.items()},
    }  # fmt: skip
    if not found.split:
        return Verdict("X6", STAGE, Grade.NO_DATA, "revenue, not split", found.change, facts=facts)
    lowest = min(found.parts, key=lambda factor: found.parts[factor])
    facts |= _to_come(found)
    facts["factor"], facts["part"] = lowest, (abs(found.parts[lowest]), currency)
    if found.change < 0:
        return Verdict("X6", STAGE, Grade.REVIEW, _of_fall(found, lowest), found.change, 0, facts)
    falls = found.parts["conversion_rate"] < 0
    if not falls:
        return Verdict("X6", STAGE, Grade.PASS, "revenue, up", found.change, 0, facts)
    facts["part"] = (abs(found.parts["conversion_rate"]), currency)
    finding = "may fall"
    if found.fell or found.to_come:
        finding = "falls" if found.fell else "waits"
    return Verdict(
        "X6", STAGE, Grade.REVIEW, f"revenue, up while conversion {finding}", found.change, 0, facts
    )


def _to_come(found: RevenueChange) -> dict[str, Any]:
    """Where orders may be still to come, and how many of the month's clicks' orders were due by its end."""
    late = found.to_come
    due = [each.own_due for each in late]
    return {"places": [Channel(each.platform, part=each.part) for each in late], "due": min(due, default=1.0)}


def _of_fall(found: RevenueChange, lowest: str) -> str:
    """What a fall of revenue is put down to, and whether that is more than chance."""
    if found.rest < found.parts[lowest]:
        return "revenue, down unsplit"
    if lowest == "conversion_rate" and not found.fell:
        return "revenue, down waiting" if found.to_come else "revenue, down maybe"
    return "revenue, down"
