"""M4's verdicts: each goal's set is whole and its targets can be seen; else what is wrong, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smmtools.inputs.client import Goal
from smmtools.inputs.indicators_decision import IndicatorsDecision
from smmtools.measures.kpis import REGISTRY
from smmtools.strategy.indicator_rows import PAID, Channel
from smmtools.strategy.verdicts import Grade, Verdict
from smmtools.strategy.watched import GoalWatch, Watch

STAGE, RULE = "indicators", "M4"

_GRADES: Mapping[str, Grade] = {
    **dict.fromkeys(("lacks parts", "not measured"), Grade.NO_DATA),
    **dict.fromkeys(("unknown indicator", "cannot be"), Grade.FAIL),
    **dict.fromkeys(
        ("wrong way", "spread unknown", "total only", "cannot be seen", "target loses money"), Grade.REVIEW
    ),
    "target beyond any month": Grade.REVIEW,
}


def verdicts_of(
    goals: tuple[GoalWatch, ...], decision: IndicatorsDecision | None, main: str | None, currency: str
) -> Iterator[Verdict]:
    """M4: each goal's set is whole and its targets can be seen; else what is wrong, one by one.

    What speaks against a target is told beside whatever else is wrong with its indicator.
    """
    if not goals:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "no goal")
    keys = {each.goal.key for each in goals}
    for entry in decision.watched if decision else ():
        if goals and (entry.goal or main) not in keys:
            facts = {"goal": entry.goal, "kpi": named(entry.indicator)}
            yield Verdict(RULE, STAGE, Grade.REVIEW, "no such goal", facts=facts)
    for each in goals:
        yield from _of_goal(each, currency)


def _of_goal(each: GoalWatch, currency: str) -> Iterator[Verdict]:
    facts = {"goal": each.goal.name, "kpis": [named(watched.key) for watched in each.watched]}
    if not each.watched:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "no type", facts=facts)
        return
    if not each.decided:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "undecided", facts=facts)
        return
    if each.lacking_roles:
        lacking = {**facts, "roles": each.lacking_roles}
        yield Verdict(RULE, STAGE, Grade.REVIEW, "set", len(each.watched), facts=lacking)
    wrong = [watched for watched in each.watched if watched.state != "whole"]
    yield from (_of_watch(each.goal, watched) for watched in wrong)
    doubted = [
        _of_target(each.goal, watched, finding, currency)
        for watched in each.watched
        for finding in watched.against
    ]
    yield from doubted
    if not wrong and not doubted and not each.lacking_roles:
        yield Verdict(RULE, STAGE, Grade.PASS, "watched", len(each.watched), facts=facts)


def _of_watch(goal: Goal, each: Watch) -> Verdict:
    needed = each.sample.number if each.sample else None
    finding = each.state
    if finding == "cannot be seen" and each.sample:
        finding += f", {each.sample.unit}"
    facts = {
        **_where(goal, each),
        "parts": each.lacking,
        "there": each.there,
        "needed": needed,
        "rows": each.value.n,
        "per": REGISTRY[each.key].denominator if each.key in REGISTRY else "days",
    }
    value, threshold = (each.there, needed) if each.state == "cannot be seen" else (each.target, None)
    return Verdict(RULE, STAGE, _GRADES[each.state], finding, value, threshold, facts)


def _of_target(goal: Goal, each: Watch, finding: str, currency: str) -> Verdict:
    """What speaks against a target: its figures, each with its unit."""
    unit = unit_of(each.key)
    facts = {**_where(goal, each), "target": (each.target, unit, currency)}
    if finding == "target loses money":
        facts["pays"] = (each.pays, unit, currency)
        facts["margin"] = 1 / each.pays if each.key == "roas" and each.pays else None
        name = f"{finding}, {each.key}"
        return Verdict(RULE, STAGE, _GRADES[finding], name, each.target, each.pays, facts)
    if each.best is None:
        raise ValueError("a target is beyond any month only where there are months")
    facts |= {
        "best": (each.best.value.value, unit, currency),
        "month": each.best.month.end_time.date(),
        "months": len(each.months),
        "baseline_months": [
            {
                "month": str(past.month),
                "value": past.value.value,
                "low": past.value.low,
                "high": past.value.high,
            }
            for past in each.months
        ],
    }
    return Verdict(RULE, STAGE, _GRADES[finding], finding, each.target, each.best.value.value, facts)


def _where(goal: Goal, each: Watch) -> dict[str, object]:
    part = "ads" if each.key in PAID and not each.channel else ""
    return {"goal": goal.name, "kpi": named(each.key), "channel": Channel(each.channel or "", part=part)}


def unit_of(key: str) -> str:
    """How an indicator's values are written: as a rate, as money, or as a count (times as well)."""
    if key not in REGISTRY or key == "roas":
        return "count"
    return "money" if REGISTRY[key].unit.startswith("money") else "rate"


def named(key: str) -> str:
    """What an indicator is called: by the registry, else in its own words."""
    return REGISTRY[key].name if key in REGISTRY else key.replace("_", " ")
