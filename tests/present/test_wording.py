import ast
import datetime as dt
from pathlib import Path
from typing import get_args

import pytest

from smmtools.inputs.client import GoalType
from smmtools.present import wording
from smmtools.present.voice import Voice
from smmtools.strategy import budget, channels, communities, goals, indicators, start_here
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
REACH = {"have": 38_146.0, "needed": 49_478.0, "low": 42_058.0, "high": 56_660.0, "target": 20.0}


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


def test_too_few_impressions_show_the_interval():
    reason, _ = sentences("G1", "too few", REACH)
    assert reason == (
        "38,100 impressions a day, but at this month's rates 20 applications a day need 49,500 "
        "(42,100 to 56,700)."
    )


@pytest.mark.parametrize(
    "finding", ["on track", "behind", "ahead", "too early", "over", "not started", "no data"]
)
def test_every_pace_has_its_sentences(finding):
    reason, remedy = sentences("G2", finding, PACE)
    assert "Applications" in reason and remedy


@pytest.mark.parametrize("finding", ["enough", "too few", "uncertain", "no interval", "no rates"])
def test_every_state_of_reach_has_its_sentences(finding):
    assert all(sentences("G1", finding, REACH))


@pytest.mark.parametrize("kind", [*get_args(GoalType), "no type"])
def test_every_goal_type_has_its_sentences(kind):
    assert all(sentences("R1.2", kind, {"goal": "Fame"}))


def test_every_finding_that_is_a_literal_in_the_stages_has_its_sentences():
    for module in (start_here, goals, indicators, budget, channels, communities):
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
    assert {"posts", "daily", *start_here.EVERY_CLIENT_NEEDS} == set(wording.DATA_REQUEST)


def test_an_unknown_figure_is_our_fault_and_loud():
    with pytest.raises(KeyError):
        ENGLISH.say("{what:count}")
