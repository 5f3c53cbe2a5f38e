"""Rule C1's arithmetic: the check values, and what may not change an order."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from smmtools.strategy.channels import opportunity
from smmtools.strategy.opportunity import MONTE_CARLO_ERROR, audience_needed, odds, ranks, serve, swap_weight

AUDIENCES, ACTIVITIES = [120_000, 80_000, 40_000], [12, 3, 1]
pair = some.tuples(some.floats(10, 1e7), some.floats(0, 100))
channels = some.lists(pair, min_size=2, max_size=6, unique_by=lambda pair: pair[0])


def test_the_check_values_of_the_method():
    gains = np.exp(opportunity(1.0, ACTIVITIES, 0.0, 1.0))
    assert gains.tolist() == pytest.approx([0.2, 0.5, 0.75])
    scores = opportunity(AUDIENCES, ACTIVITIES)
    assert scores.tolist() == pytest.approx([5.0429, 5.2983, 5.1545], abs=5e-5)
    assert ranks(scores) == [3, 1, 2]


def test_what_is_missing_stays_missing_and_nobody_there_is_last():
    scores = opportunity([1_000, math.nan, 0], [math.nan, 1, 1])
    assert math.isnan(scores[0]) and math.isnan(scores[1]) and scores[2] == -math.inf
    assert ranks([*scores, 3.0]) == [None, None, 2, 1]


def test_a_negative_figure_is_refused():
    with pytest.raises(ValueError, match="at least 0"):
        opportunity([-1], [0])


@settings(max_examples=60, deadline=None)
@given(channels, some.floats(0.01, 1000))
def test_a_constant_times_every_audience_changes_no_rank(pairs, factor):
    people, rivals = np.array(pairs).T
    before, after = opportunity(people, rivals), opportunity(people * factor, rivals)
    order = np.argsort(-before)
    assert (np.diff(after[order]) <= 1e-9).all()


@settings(max_examples=60, deadline=None)
@given(channels)
def test_a_hopeless_channel_changes_no_rank_among_the_others(pairs):
    people, rivals = np.array(pairs).T
    alone = ranks(opportunity(people, rivals))
    joined = ranks(opportunity([*people, 1.0], [*rivals, 1e6]))
    assert joined[:-1] == alone and joined[-1] == len(pairs) + 1


def test_the_gate_is_the_target_over_all_rates():
    assert audience_needed(600, 0.5, 0.02, 0.05) == 1_200_000
    assert math.isnan(audience_needed(600, 0.5, 0.0, 0.05))
    assert math.isnan(audience_needed(math.nan, 0.5, 0.02, 0.05))


def test_at_the_swap_weight_two_channels_are_equal():
    weight = swap_weight(AUDIENCES[1:], ACTIVITIES[1:], 3.0)
    first, second = opportunity(AUDIENCES[1:], ACTIVITIES[1:], weight, 1 - weight)
    assert first == pytest.approx(second)
    assert math.isnan(swap_weight([80_000, 40_000], [1, 3], 3.0))


def odds_of(names, audience, activity, **changes):
    asked = {"team_hours": 20.0, "uncertainty": 0.5} | changes
    return odds(names, audience, activity, [10.0] * len(names), **asked)


def test_the_simulations_error_is_below_a_hundredth_and_holds():
    assert MONTE_CARLO_ERROR < 0.01
    chances = [odds_of("abc", AUDIENCES, ACTIVITIES, seed=seed)[0].first for seed in range(12)]
    assert np.std(chances) * 1.96 < MONTE_CARLO_ERROR


def test_probabilities_add_up_and_follow_the_hours():
    found = odds_of("abc", AUDIENCES, ACTIVITIES)
    assert sum(each.first for each in found) == pytest.approx(1)
    assert sum(each.served for each in found) == pytest.approx(2)


def test_without_uncertainty_only_the_weights_are_uncertain():
    found = odds_of("ab", [100, 50], [1, 2], uncertainty=0.0)
    assert [each.first for each in found] == [1, 0]


def test_a_channel_that_falls_below_the_gate_is_not_served_then():
    (lone,) = odds_of("a", [1_000], [0], needed=1_000)
    assert lone.first == pytest.approx(0.5, abs=MONTE_CARLO_ERROR)
    assert lone.served == lone.first


def test_a_channels_draws_do_not_hang_on_the_others():
    pair = odds_of("ab", [100, 90], [1, 1])
    joined = odds_of("zab", [1e-9, 100, 90], [1e6, 1, 1])
    assert [each.first for each in joined] == [0.0, *(each.first for each in pair)]


def test_a_channel_that_does_not_fit_is_passed_over():
    assert serve(np.array([[3.0, 2.0, 1.0]]), [20, 15, 10], 30).tolist() == [[True, False, True]]
