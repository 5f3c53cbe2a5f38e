import json
from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import records

ROOT = Path(__file__).parents[2]
KEYS = {
    *("client", "month", "generated_by", "inputs", "goals", "audience", "channels", "content"),
    *("communication", "indicators", "budget", "review", "compliance", "contract", "verdicts"),
}


@pytest.fixture(scope="module")
def plan():
    """The sample client's plan for October."""
    case = open_client("pizza", "2026-10", Workspace(ROOT))
    return records.assemble_plan([records.stage_record(stage, case) for stage in records.STAGES])


def verdicts(plan, rule):
    return [verdict["verdict"] for verdict in plan["verdicts"] if verdict["rule"] == rule]


def test_plan_has_every_part(plan):
    assert set(plan) == KEYS
    assert plan["review"]["actions"]
    assert plan["goals"] is not None


def test_plan_is_plain_json_with_sorted_keys_and_no_clock_or_path(plan):
    text = records.plan_text(plan)
    assert json.loads(text) == plan
    assert list(json.loads(text)) == sorted(plan)
    assert str(ROOT) not in text
    assert "NaN" not in text


def test_a_verdict_says_rule_value_threshold_reason_and_remedy(plan):
    assert all(
        set(verdict) == {"rule", "stage", "verdict", "value", "threshold", "reason", "remedy"}
        for verdict in plan["verdicts"]
    )


def test_a_kpi_carries_its_bounds_its_rows_and_its_unit(plan):
    for kpi in plan["indicators"]["kpis"]:
        assert {"key", "value", "low", "high", "n", "unit"} <= set(kpi)
        if kpi["low"] is not None:
            assert kpi["low"] <= kpi["value"] <= kpi["high"]


def test_the_pizza_restaurant_tells_its_story(plan):
    goal = plan["goals"]["goals"][0]
    assert goal["pace"]["finding"] == "behind"
    assert 14 <= goal["pace"]["count"] / 31 <= 16
    fallen = [step["step"] for step in plan["goals"]["steps"] if step["finding"] == "below"]
    assert fallen == ["application_rate"]
    assert verdicts(plan, "R1.3") == ["PASS", "PASS"]
    assert verdicts(plan, "G2")[0] == "FAIL"


def test_an_old_month_uses_the_decision_of_its_time(plan):
    august = open_client("pizza", "2026-08", Workspace(ROOT))
    decided = records.stage_record("goals", august)["content"]["decision"]
    assert (decided["since"], plan["goals"]["decision"]["since"]) == ("2026-08", "2026-10")


def test_what_is_internal_stands_in_the_agencys_record_only():
    place = Workspace(ROOT)
    for audience in ("client", "internal"):
        case = open_client("pizza", "2026-10", place, audience=audience)
        record = records.stage_record("budget", case)
        text = json.dumps(record)
        assert ("internal" in record["content"]) == (audience == "internal")
        assert ("our_cost" in text) == (audience == "internal")
        assert ("hours" in text) == (audience == "internal")


def test_a_partial_plan_holds_what_was_run():
    case = open_client("pizza", "2026-10", Workspace(ROOT))
    partial = records.assemble_plan([records.stage_record("goals", case)])
    assert partial["indicators"] is None
    assert partial["inputs"] == []
