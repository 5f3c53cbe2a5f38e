import math

import numpy as np
import pytest

from smmtools.measures.stats import ratio_interval, ratio_of_estimates, wilson_interval

RATE = 0.04


def heavy_tailed_posts(rng, n, spread=1.0):
    """Log-normal reach; engagement Poisson around 4 % of it, overdispersed post by post."""
    reach = np.maximum(rng.lognormal(7, spread, n), 1)
    return rng.poisson(reach * RATE * rng.gamma(4, 0.25, n)), reach


def test_wilson_has_no_bounds_without_people():
    assert all(math.isnan(bound) for bound in wilson_interval(0, 0))


def test_wilson_refuses_more_successes_than_people():
    with pytest.raises(ValueError, match="got k=3, n=2"):
        wilson_interval(3, 2)


def test_ratio_is_of_totals_not_the_mean_of_ratios():
    ratio, _, _ = ratio_interval([1, 0], [1, 99])
    assert ratio == 0.01


def test_nine_units_get_no_interval_and_ten_do():
    _, low9, _ = ratio_interval([1, 2, 3] * 3, [100] * 9)
    _, low10, high10 = ratio_interval([1, 2, 3, 1, 2] * 2, [100] * 10)
    assert math.isnan(low9)
    assert low10 < 0.018 < high10


def test_nothing_to_divide_by_is_missing():
    assert all(math.isnan(part) for part in ratio_interval([0] * 12, [0] * 12))


def test_no_event_has_a_value_but_no_interval():
    ratio, low, high = ratio_interval([0] * 12, [5] * 12)
    assert ratio == 0
    assert math.isnan(low) and math.isnan(high)


def test_units_that_all_agree_leave_no_doubt():
    assert ratio_interval([2] * 12, [100] * 12) == (0.02, 0.02, 0.02)


def test_order_of_the_units_and_another_run_change_nothing():
    engagements, reach = heavy_tailed_posts(np.random.default_rng(4), 30)
    back = ratio_interval(engagements[::-1], reach[::-1])
    assert ratio_interval(engagements, reach) == back


@pytest.mark.parametrize(("posts", "at_least"), [(12, 0.87), (30, 0.90), (60, 0.90)])
def test_interval_of_heavy_tailed_posts_holds_the_true_rate(posts, at_least):
    rng = np.random.default_rng(11)
    trials, held = 400, 0
    for _ in range(trials):
        _, low, high = ratio_interval(*heavy_tailed_posts(rng, posts))
        held += low <= RATE <= high
    print(f"{posts} posts: {held / trials:.1%} of 95% intervals hold the rate")
    assert held / trials >= at_least


def test_change_between_two_equal_estimates_holds_one():
    ratio, low, high = ratio_of_estimates((0.05, 0.04, 0.06), (0.05, 0.04, 0.06))
    assert ratio == pytest.approx(1)
    assert low < 1 < high


def test_change_without_bounds_has_a_value_only():
    ratio, low, high = ratio_of_estimates((0.06, math.nan, math.nan), (0.05, 0.04, 0.06))
    assert ratio == pytest.approx(1.2)
    assert math.isnan(low) and math.isnan(high)
