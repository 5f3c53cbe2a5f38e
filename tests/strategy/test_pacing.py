import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest

from smmtools.inputs.client import Goal
from smmtools.strategy.pacing import dispersion_of, forecast, judge_pace, pace, target_path

POISSON = (1.0, True)


def days(first: str, n: int) -> pd.DatetimeIndex:
    return pd.date_range(first, periods=n, freq="D")


def counted(total: float, n: int = 28) -> pd.Series:
    return pd.Series(total / n, index=days("2026-10-01", n))


@pytest.mark.parametrize(("dispersion", "chance"), [(1.0, 0.00869), (2.0, 0.04586)])
def test_504_in_28_days_at_20_a_day(dispersion, chance):
    assert round(pace(504, 28, 20, dispersion), 5) == chance


def test_less_spread_than_chance_is_refused():
    with pytest.raises(ValueError, match="dispersion >= 1"):
        pace(5, 7, 2, dispersion=0.5)


@pytest.mark.parametrize(
    ("total", "finding"), [(504, "behind"), (530, "on track"), (560, "on track"), (640, "ahead")]
)
def test_finding_follows_the_tails(total, finding):
    assert judge_pace(counted(total), counted(560), POISSON).finding == finding


def test_six_days_or_nine_expected_are_too_early():
    assert judge_pace(counted(1, 6), counted(120, 6), POISSON).finding == "too early"
    assert judge_pace(counted(0, 28), counted(9, 28), POISSON).finding == "too early"


def test_a_wider_spread_makes_behind_on_track():
    assert judge_pace(counted(504), counted(560), POISSON).finding == "behind"
    assert judge_pace(counted(504), counted(560), (3.0, True)).finding == "on track"


def test_a_ramp_goes_from_baseline_to_target(a_goal):
    goal = Goal.model_validate(a_goal(path="ramp", start="2026-10-01", deadline="2026-10-11"))
    assert target_path(goal, days("2026-10-01", 11)).tolist() == [10 + step for step in range(11)]
    assert target_path(goal, days("2026-10-20", 1)).tolist() == [20]


def test_a_monthly_target_is_spread_over_its_month(a_goal):
    goal = Goal.model_validate(a_goal(target=310.0, per="month"))
    assert target_path(goal, days("2026-10-01", 31)).sum() == pytest.approx(310)


def test_dispersion_is_never_below_chance():
    assert dispersion_of(pd.Series([140.0, 140.0, 140.0, 140.0])) == (1.0, True)


def test_on_target_clients_with_rhythm_and_shocks_are_rarely_called_behind():
    """Weekly rhythm, 20 % week-to-week shocks, eight weeks of history: behind in at most 10 % of months."""
    rng = np.random.default_rng(5)
    rhythm = np.array([0.8, 0.8, 0.9, 1.0, 1.2, 1.3, 1.0])
    behind, trials = 0, 400
    for _ in range(trials):
        weekly = np.exp(rng.normal(-0.02, 0.2, 12))
        daily = rng.poisson(20 * (weekly[:, None] * rhythm).ravel())
        earlier = pd.Series(daily[:56].reshape(-1, 7).sum(axis=1).astype(float))
        actual = pd.Series(daily[56:].astype(float))
        behind += (
            judge_pace(actual, pd.Series(20.0, index=actual.index), dispersion_of(earlier)).finding
            == "behind"
        )
    print(f"behind by chance: {behind / trials:.1%}")
    assert behind / trials <= 0.10


def test_forecast_interval_holds_what_comes(a_goal):
    goal = Goal.model_validate(a_goal(deadline="2026-11-30"))
    rng = np.random.default_rng(8)
    held, trials = 0, 300
    for _ in range(trials):
        actual = pd.Series(rng.poisson(20, 31).astype(float), index=days("2026-10-01", 31))
        judged = judge_pace(actual, pd.Series(20.0, index=actual.index), POISSON)
        ahead = forecast(goal, judged, dt.date(2026, 10, 31))
        held += ahead.low <= rng.poisson(20, 30).sum() <= ahead.high
    print(f"90% forecasts that held: {held / trials:.1%}")
    assert held / trials >= 0.85


def test_nothing_is_forecast_past_the_deadline(a_goal):
    goal = Goal.model_validate(a_goal(deadline="2026-10-28"))
    judged = judge_pace(counted(500), counted(560), POISSON)
    assert forecast(goal, judged, dt.date(2026, 10, 28)) is None


def test_chance_is_the_tail_that_speaks_against_the_target():
    ahead = judge_pace(counted(640), counted(560), POISSON)
    assert ahead.chance == ahead.at_least < 0.05
    assert math.isclose(judge_pace(counted(504), counted(560), POISSON).chance, pace(504, 28, 20))
