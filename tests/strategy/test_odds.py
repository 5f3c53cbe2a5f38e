import numpy as np
import pandas as pd
import pytest

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.strategy.funnel import impressions_needed
from smmtools.strategy.odds import Odds, Rate, at_least, draw_odds, overdispersion, rate_of
from smmtools.strategy.pacing import pace
from smmtools.strategy.verdicts import Thresholds

STEADY = Thresholds(log_spread=0.0)
SURE = (Rate("ctr", 1e9, 0.01, True), Rate("application_rate", 1e9, 0.05, True))
BENCHMARK = RateBenchmark("application_rate", 0.05, 500, "a report", "2026")


def counts(top: float, bottom: float, days: int = 28) -> pd.DataFrame:
    return pd.DataFrame({"applications": [top] * days, "link_clicks": [bottom] * days})


def test_20_a_day_at_1_and_5_percent_need_40_000_when_nothing_is_in_doubt():
    odds = draw_odds(20 * 1_000, 1_000, 1.0, SURE, 0.0, STEADY)
    assert odds.impressions_for(0.5) == pytest.approx(impressions_needed(20, 0.01, 0.05), rel=1e-3)


def test_without_doubt_the_chance_is_the_negative_binomials():
    odds = draw_odds(560, 28, 2.0, SURE, 0.0, STEADY)
    assert odds.chance(40_000) == pytest.approx(1 - pace(559, 28, 20, dispersion=2.0), abs=1e-3)


def test_doubt_pulls_the_chance_towards_the_middle_and_asks_for_more_impressions():
    sure, unsure = draw_odds(560, 28, 1.0, SURE, 0.0, STEADY), draw_odds(560, 28, 1.0, SURE, 0.2)
    assert 0.5 < unsure.chance(46_000) < sure.chance(46_000)
    assert unsure.impressions_for(0.95) > sure.impressions_for(0.95)


def test_the_impressions_needed_give_the_chance_asked_for():
    odds = draw_odds(
        560, 28, 2.0, (Rate("ctr", 50, 0.01, True), Rate("application_rate", 20, 0.05, True)), 0.1
    )
    needed = [odds.impressions_for(level) for level in (0.5, 0.8, 0.95)]
    assert needed == sorted(needed)
    assert [odds.chance(each) for each in needed] == pytest.approx([0.5, 0.8, 0.95], abs=1e-6)


def test_another_seed_moves_the_chance_by_less_than_its_stated_error_allows():
    rates = (Rate("ctr", 50, 0.01, True), Rate("application_rate", 20, 0.05, True))
    chances = [draw_odds(560, 28, 2.0, rates, 0.1, seed=seed).chance(45_000) for seed in range(20)]
    error = draw_odds(560, 28, 2.0, rates, 0.1).error(45_000)
    print(f"Monte Carlo error: stated {error:.4f}, seen {np.std(chances, ddof=1):.4f}")
    assert error < 0.01
    assert np.std(chances, ddof=1) < 1.6 * error


def test_a_target_that_is_tried_is_above_0():
    with pytest.raises(ValueError, match="above 0"):
        draw_odds(560, 28, 2.0, SURE, 0.0).aimed_at(0)


@pytest.mark.parametrize("dispersion", [1.0, 1.000001])
def test_the_count_is_continuous_in_its_dispersion(dispersion):
    assert at_least(20, np.array([20.0]), dispersion)[0] == pytest.approx(0.5297, abs=1e-3)


def test_a_benchmark_is_worth_at_most_200_clicks_and_own_clicks_take_their_place():
    alone = rate_of("application_rate", counts(0, 0).iloc[:0], 0, BENCHMARK)
    assert (alone.events, alone.value, alone.weight, alone.own) == (10, pytest.approx(0.05), 200, False)
    both = rate_of("application_rate", counts(1, 5), 140, BENCHMARK)
    assert both.weight == 60 and both.own and both.benchmark
    assert 0.05 < both.value < 0.2
    own = rate_of("application_rate", counts(1, 20), 560, BENCHMARK)
    assert own.benchmark is None and own.value == pytest.approx(0.05)


def test_without_history_and_benchmark_nothing_is_known():
    assert rate_of("application_rate", counts(0, 0).iloc[:0], 0, None) is None
    assert rate_of("application_rate", counts(0, 20), 560, BENCHMARK) is None  # enough clicks, none counted


def test_days_that_vary_are_worth_less():
    steady, wild = np.full(28, 20.0), np.tile([5.0, 35.0], 14)
    bottom = np.full(28, 400.0)
    assert overdispersion(steady, bottom) == 1.0
    assert overdispersion(wild, bottom) > 10
    assert overdispersion(steady[:5], bottom[:5]) == 2.0


def a_truth(rng: np.random.Generator, days: int) -> tuple[pd.DataFrame, np.ndarray]:
    """A month's funnel and the days after it: rates that wander from week to week, days that clump."""
    weeks = (31 + days) // 7 + 1
    drift = np.repeat(np.cumsum(rng.normal(0, 0.035, (2, weeks)), axis=1), 7, axis=1)[:, : 31 + days]
    impressions = 40_000 * np.exp(rng.normal(0, 0.25, 31 + days))
    clicks = rng.poisson(impressions * 0.01 * np.exp(drift[0]) * rng.gamma(10, 0.1, 31 + days))
    applications = rng.poisson(clicks * 0.05 * np.exp(drift[1]) * rng.gamma(8, 0.125, 31 + days))
    month = pd.DataFrame({"impressions": impressions, "link_clicks": clicks, "applications": applications})
    return month.iloc[:31].astype(float), applications[31:]


@pytest.mark.parametrize("days", [30, 61])
def test_predictions_come_true_as_often_as_they_say(days):
    """Truth made otherwise: log-normal impressions, gamma days, rates that drift by a random walk."""
    rng = np.random.default_rng(7)
    said, came = [], []
    for trial in range(1_000):
        month, future = a_truth(rng, days)
        rates = (
            rate_of("ctr", month[["link_clicks", "impressions"]], 9e9, None),
            rate_of("application_rate", month[["applications", "link_clicks"]], 9e9, None),
        )
        daily = month["impressions"]
        spread = float(month["applications"].var() / month["applications"].mean())
        odds = draw_odds(1.0, days, max(1.0, spread), rates, daily.sem() / daily.mean(), seed=trial)
        wanted = rng.uniform(0.05, 0.95) if trial % 2 else 0.7
        target = _target_with(rng, odds, float(daily.mean()), wanted)
        said.append(odds.aimed_at(target).chance(daily.mean()))
        came.append(future.sum() >= target)
    told, true = np.array(said), np.array(came)
    for low in np.arange(0, 1, 0.1):
        within = (told >= low) & (told < low + 0.1)
        if within.any():
            said_here, true_here = told[within].mean(), true[within].mean()
            print(f"{days} days: said {said_here:.2f}, came true {true_here:.2f} of {within.sum()}")
    near = (told > 0.65) & (told < 0.75)
    assert near.sum() > 400
    assert 0.6 <= true[near].mean() <= 0.8
    assert abs(told.mean() - true.mean()) < 0.05


def _target_with(rng: np.random.Generator, odds: Odds, impressions: float, chance: float) -> float:
    """A target that is reached with about this chance: a quantile of counts drawn from the prediction."""
    means = impressions * odds.days * odds.per_impression * odds.doubt
    excess = odds.dispersion - 1 + 1e-9
    counts = rng.poisson(rng.gamma(means / excess, excess))
    return float(max(1.0, np.quantile(counts, 1 - chance)))
