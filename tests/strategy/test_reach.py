import datetime as dt
import json
import math

import numpy as np
import pandas as pd
import pytest

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.inputs.brief_types import Range
from smmtools.inputs.client import Goal
from smmtools.present.reach import prediction_record
from smmtools.present.recording import json_ready
from smmtools.strategy.reach import History, chance_of_target, predict, reach_verdict

END = dt.date(2026, 10, 31)
BENCHMARKS = {
    "ctr": RateBenchmark("ctr", 0.01, 10, "a report", "2026"),
    "application_rate": RateBenchmark("application_rate", 0.05, 200, "a report", "2026"),
}
PLAN = Range(low=30_000, mode=40_000, high=50_000)


def a_funnel(first: str, days: int, impressions=40_000.0, ctr=0.01, rate=0.05, sales=0.5) -> pd.DataFrame:
    """So many days of these rates, never two alike."""
    wave = 1 + 0.1 * np.sin(np.arange(days))
    shown = impressions * wave
    index = pd.date_range(first, periods=days, freq="D")
    parts = {"impressions": shown, "link_clicks": shown * ctr, "applications": shown * ctr * rate}
    return pd.DataFrame(parts | {"orders": shown * ctr * rate * sales, "spread": 0.0}, index=index)


NOTHING = a_funnel("2026-10-01", 31) * math.nan


def a_history(month=None, earlier=None, benchmarks=None, planned=None) -> History:
    before = a_funnel("2026-08-01", 61) if earlier is None else earlier
    return History(a_funnel("2026-10-01", 31) if month is None else month, before, benchmarks or {}, planned)


def predicted(a_goal, history=None, **changes):
    goal = Goal.model_validate(a_goal(**changes))
    missing = goal.target is None or goal.baseline is None
    return predict(goal, missing, history or a_history(), END, 2.0)


def verdict_on(found) -> tuple[str, str]:
    verdict = reach_verdict(found, "goals")
    return verdict.grade.value, verdict.finding


def test_the_period_is_what_is_left_and_its_target_is_summed(a_goal):
    found = predicted(a_goal)
    assert (found.first, found.last, found.days) == (dt.date(2026, 11, 1), dt.date(2026, 12, 31), 61)
    assert found.target == 20 * 61
    later = predicted(a_goal, start="2026-12-01")
    assert (later.first, later.days) == (dt.date(2026, 12, 1), 31)


@pytest.mark.parametrize(("target", "grade"), [(14.0, "PASS"), (19.0, "REVIEW"), (26.0, "FAIL")])
def test_the_chance_decides(a_goal, target, grade):
    found = predicted(a_goal, target=target)
    assert verdict_on(found)[0] == grade
    assert found.error < 0.01


def test_the_step_that_fell_limits_most(a_goal):
    month = a_funnel("2026-10-01", 31, rate=0.037)
    found = predicted(a_goal, a_history(month))
    assert found.gains[0].step == found.limiting.step == "application_rate"
    assert found.limiting.reference == pytest.approx(0.05)
    assert found.limiting.gain == pytest.approx(found.limiting.chance - found.chance)
    assert verdict_on(found) == ("FAIL", "unlikely, step")
    assert [gain.gain for gain in found.gains] == sorted((gain.gain for gain in found.gains), reverse=True)


def test_without_four_weeks_before_the_limiting_step_is_not_identified(a_goal):
    found = predicted(a_goal, a_history(a_funnel("2026-10-01", 31, rate=0.03), a_funnel("2026-09-10", 21)))
    assert (found.gains, found.limiting) == ((), None)
    assert verdict_on(found) == ("FAIL", "unlikely")


def test_a_benchmark_is_a_reference_where_there_are_no_best_weeks(a_goal):
    month, few = a_funnel("2026-10-01", 31, rate=0.03), a_funnel("2026-09-10", 21)
    found = predicted(a_goal, a_history(month, few, BENCHMARKS))
    assert (found.limiting.step, found.limiting.source) == ("application_rate", "a report")
    assert found.benchmarks == ()


def test_a_new_client_is_told_what_it_takes_by_marked_benchmarks(a_goal):
    found = predicted(a_goal, a_history(NOTHING, NOTHING, BENCHMARKS))
    assert verdict_on(found) == ("NO DATA", "no impressions")
    assert [rate.name for rate in found.benchmarks] == ["ctr", "application_rate"]
    assert found.needed[0][1] < found.needed[1][1] < found.needed[2][1]
    assert found.limiting is None


def test_planned_impressions_give_a_new_client_a_chance_that_never_passes(a_goal):
    found = predicted(a_goal, a_history(NOTHING, NOTHING, BENCHMARKS, PLAN), target=5.0)
    assert found.planned and found.chance > 0.9
    assert verdict_on(found) == ("REVIEW", "by benchmark")


def test_no_history_and_no_benchmark_is_no_data(a_goal):
    found = predicted(a_goal, a_history(NOTHING, NOTHING))
    assert verdict_on(found) == ("NO DATA", "no rates")
    assert found.lacking == ("ctr", "application_rate")


def test_a_plan_takes_the_place_of_the_months_impressions(a_goal):
    double = Range(low=80_000, mode=80_000, high=80_000)
    assert predicted(a_goal, a_history(planned=double)).chance > 0.95
    assert predicted(a_goal, a_history(planned=double)).impressions == 80_000


def test_orders_take_one_step_more(a_goal):
    found = predicted(a_goal, indicator="orders", target=10.0)
    assert [rate.name for rate in found.rates] == ["ctr", "application_rate", "sale_rate"]
    assert 0.3 < found.chance < 0.6


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"deadline": "2026-09-30"}, "over"),
        ({"deadline": "2026-10-31"}, "over"),
        ({"baseline": None}, "not measurable"),
        ({"target": None}, "not measurable"),
    ],
)
def test_a_goal_that_cannot_be_reckoned_is_no_data(a_goal, changes, finding):
    assert verdict_on(predicted(a_goal, **changes)) == ("NO DATA", finding)


@pytest.mark.parametrize(
    "history",
    [
        a_history(NOTHING, NOTHING),
        a_history(NOTHING, NOTHING, BENCHMARKS),
        a_history(a_funnel("2026-10-01", 31) * 0),
        a_history(a_funnel("2026-10-01", 1), NOTHING, BENCHMARKS),
        a_history(planned=Range(low=0, mode=0, high=0)),
    ],
)
def test_no_nan_reaches_a_record(a_goal, history):
    for changes in ({}, {"deadline": "2026-09-30"}, {"baseline": None}, {"path": "ramp", "baseline": 0.0}):
        found = predicted(a_goal, history, **changes)
        record = json_ready(prediction_record(found))
        assert "NaN" not in json.dumps(record, allow_nan=False)
        verdict = reach_verdict(found, "goals")
        assert verdict.value is None or 0 <= verdict.value <= 1


def test_another_target_has_another_chance(a_goal):
    found = predicted(a_goal)
    assert chance_of_target(found, 20) == pytest.approx(found.chance)
    assert chance_of_target(found, 10) > 0.95 > 0.05 > chance_of_target(found, 40)
    assert math.isnan(chance_of_target(predicted(a_goal, baseline=None), 10))
