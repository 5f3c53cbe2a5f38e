import ast
import datetime as dt
from pathlib import Path
from typing import get_args

import pytest

from smmtools.inputs.client import GoalType
from smmtools.present import wording
from smmtools.present.voice import Voice
from smmtools.strategy import (
    answers,
    attraction,
    budget,
    channels,
    communication,
    communities,
    contract,
    coverage,
    goals,
    indicators,
    split,
    start_here,
    team,
    timetable,
)  # fmt: skip
from smmtools.strategy.indicators import Channel
from smmtools.strategy.verdicts import Grade, Verdict

ENGLISH = Voice("en")
PACE = {
    "goal": "Applications",
    "count": 478.0,
    "expected": 620.0,
    "days": 31,
    "chance": 0.000016,
    "deadline": dt.date(2026, 12, 31),
    "start": dt.date(2026, 8, 1),
    "indicator": "applications",
}
REACH = {
    **{"goal": "Applications", "target": 1220.0, "days": 61, "last": dt.date(2026, 12, 31), "chance": 0.0575},
    **{
        "needed": 58_123.0,
        "level": 0.8,
        "step": "application_rate",
        "better": 0.595,
        "impressions": 38_171.0,
    },
    **{"steps": ["ctr", "application_rate"], "first": dt.date(2026, 11, 1)},
}


def sentences(rule, finding, facts):
    return ENGLISH.verdict(Verdict(rule, "goals", Grade.PASS, finding, facts=facts))


def test_behind_says_count_path_and_chance_and_what_to_do():
    assert sentences("G2", "behind", PACE) == (
        "Applications: 478 in 31 days where the target asks for 620: behind "
        "(chance of so low a count when on target: less than 1 in 1,000).",
        "Find what fell (for applications, the funnel shows the step), mend that first, "
        "and agree the new path with the client.",
    )


def test_what_is_missing_is_named_in_words():
    reason, _ = sentences("R1.3", "not measurable", {"goal": "Fame", "parts": ("per", "baseline")})
    assert reason == "Fame: not measurable, for it lacks the target's period and a baseline."


def test_an_unlikely_goal_names_its_chance_and_the_step_to_mend():
    reason, remedy = sentences("G1", "unlikely, step", REACH)
    assert reason == (
        "Applications: 1,220 are asked for in the 61 days to Dec 31, 2026; as things are, "
        "the chance to reach them is 5.8 in 100."
    )
    assert remedy == (
        "Mend the limiting step first, applications per link click: at its reference the chance would be "
        "60 in 100. Else it takes 58,100 impressions a day (80 in 100), or another target."
    )


@pytest.mark.parametrize(
    "finding", ["on track", "behind", "ahead", "too early", "over", "not started", "no data"]
)
def test_every_pace_has_its_sentences(finding):
    reason, remedy = sentences("G2", finding, PACE)
    assert "Applications" in reason and remedy


@pytest.mark.parametrize("finding", [finding for rule, finding in wording.VERDICTS if rule == "G1"])
def test_every_state_of_reach_has_its_sentences(finding):
    assert all(sentences("G1", finding, REACH))


@pytest.mark.parametrize("kind", [*get_args(GoalType), "no type"])
def test_every_goal_type_has_its_sentences(kind):
    assert all(sentences("R1.2", kind, {"goal": "Fame"}))


def test_every_finding_that_is_a_literal_in_the_stages_has_its_sentences():
    stage_05 = (communication, coverage, timetable, answers, attraction, team)
    for module in (start_here, goals, indicators, budget, split, channels, communities, contract, *stage_05):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Verdict":
                literals = [
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                ]
                if len(literals) == 2:
                    assert tuple(literals) in wording.VERDICTS, literals


@pytest.mark.parametrize("finding", ["measured", "no interval", "none counted", "no data"])
def test_every_state_of_an_indicator_has_its_sentences(finding):
    facts = {"kpi": "Click-through rate", "needs": "clicks", "channels": [Channel("vk", part="ads")]}
    reason, remedy = sentences("M1", finding, facts)
    assert reason.startswith("Click-through rate: ") and remedy


def test_every_rule_has_a_name_and_every_kind_of_data_a_request():
    assert {rule for rule, _ in wording.VERDICTS} == set(wording.RULES)
    assert {"posts", "daily", *start_here.EVERY_CLIENT_NEEDS} == set(wording.start_here.DATA_REQUEST)


def test_every_part_that_may_lack_has_its_question():
    assert set(wording.goals.QUESTIONS) == {"type", *goals.MEASURABLE_PARTS, *goals.STRATEGY_PARTS}
    assert set(wording.goals.QUESTIONS) <= set(wording.common.PARTS)


def test_an_unknown_figure_is_our_fault_and_loud():
    with pytest.raises(KeyError):
        ENGLISH.say("{what:count}")


@pytest.mark.parametrize("kind", ["VERDICTS", "HEADLINES", "FINDINGS"])
def test_no_stage_says_what_another_has_a_sentence_for(kind):
    keys = [key for stage in wording._STAGES for key in getattr(stage, kind)]
    assert len(keys) == len(set(keys))


def test_no_stage_says_a_sentence_of_another_s_name():
    for name in ("FINDINGS", "HEADLINES", "VERDICTS"):
        keys = [key for stage in wording._STAGES for key in getattr(stage, name)]
        assert len(keys) == len(set(keys)), name
