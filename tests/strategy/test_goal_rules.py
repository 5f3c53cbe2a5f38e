"""The rules of section 1 on sample clients: each passes, and no longer when one input is flipped."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from smmtools.inputs.client import Brief, Goal
from smmtools.inputs.client_month import ClientMonth, open_client
from smmtools.inputs.workspace import Workspace
from smmtools.strategy import goals

ROOT = Path(__file__).parents[2]
FLIPS = {
    "R1.1": ({"promotion": None}, {}),
    "R1.2": ({}, {"type": None}),
    "R1.3": ({}, {"baseline": None}),
    "G1": ({"impressions_a_day": None}, {}),
    "G2": ({}, {"target": 9.0}),
}


@pytest.fixture(scope="module")
def jewellery() -> ClientMonth:
    return open_client("jewellery", "2026-10", Workspace(ROOT))


def grade(case: ClientMonth, rule: str) -> str:
    """The first verdict of a rule, which is the main goal's."""
    return next(found.grade.value for found in goals.assess(case).verdicts if found.rule == rule)


def flipped(brief: Brief, of_decision: dict, of_goal: dict) -> Brief:
    """The brief with parts of its latest goals decision and of its main goal changed."""
    decision = brief.decided("goals", "2026-10")
    main, *others = decision.goals
    changed = Goal.model_validate(main.model_dump() | of_goal)
    decision = decision.model_copy(update=of_decision | {"goals": (changed, *others)})
    return brief.model_copy(update={"decisions": brief.decisions.model_copy(update={"goals": (decision,)})})


@pytest.mark.parametrize("rule", FLIPS)
def test_a_rule_passes_and_gives_another_verdict_when_one_input_is_flipped(jewellery, rule):
    assert grade(jewellery, rule) == "PASS"
    brief = flipped(jewellery.brief, *FLIPS[rule])
    assert grade(dataclasses.replace(jewellery, brief=brief), rule) != "PASS"


def test_the_pizzerias_form_is_the_limiting_step_and_its_best_weeks_prove_it():
    (found,) = goals.assess(open_client("pizza", "2026-10", Workspace(ROOT))).predictions
    assert found.limiting.step == "application_rate"
    assert found.limiting.best_from.isoformat() < "2026-09-01"
    assert found.chance < 0.2 and found.limiting.chance > 0.5
    assert found.error < 0.01


def test_the_newcomers_benchmarks_are_marked_and_worth_at_most_200_clicks():
    (found,) = goals.assess(open_client("newcomer", "2026-10", Workspace(ROOT))).predictions
    assert [rate.name for rate in found.benchmarks] == ["ctr", "application_rate"]
    assert all(rate.weight <= 200 and rate.benchmark.source and rate.benchmark.date for rate in found.rates)
    assert found.state == "no impressions"
