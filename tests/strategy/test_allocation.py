import itertools
import math

import numpy as np
import pytest
from split_problems import Problem, a_problem, a_start, grid_optimum, slsqp

from smmtools.errors import DataError
from smmtools.strategy import allocation, budget
from smmtools.strategy.allocation import (
    allocate,
    equal_split,
    gain_over,
    in_proportion,
    least_spend,
    worthwhile,
)
from smmtools.strategy.curves import Curve

TWO = [Curve(100, 50), Curve(60, 20)]


def test_the_split_worked_by_hand():
    split = allocate(TWO, 100)
    assert split == pytest.approx([64.1018, 35.8982], abs=5e-5)
    assert allocation.marginal_returns(TWO, split) == pytest.approx([0.384048, 0.384048], abs=5e-7)
    assert allocation.total_response(TWO, split) == pytest.approx(94.7119, abs=5e-5)
    assert allocation.total_response(TWO, equal_split(2, 100)) == pytest.approx(92.8571, abs=5e-5)


def test_the_names_that_others_rely_on():
    assert (budget.allocate, budget.Curve, budget.round_split(TWO, [1.0, 2.0]).tolist()) == (
        allocate,
        Curve,
        [1.0, 2.0],
    )


def test_a_bound_holds_and_the_others_share_what_is_left():
    three = [*TWO, Curve(60, 20)]
    split = allocate(three, 100, lower=[60, 0, 0], upper=[100, 10, 100])
    assert split == pytest.approx([60, 10, 30])


def test_a_total_beyond_all_maximums_stays_unspent():
    assert allocate(TWO, 100, upper=[30, 40]).tolist() == [30, 40]


def test_a_total_of_the_minimums_leaves_no_choice():
    assert allocate(TWO, 30, lower=[10, 20]).tolist() == [10, 20]
    assert allocate(TWO, 0).tolist() == [0, 0]


def test_one_channel_gets_everything():
    assert allocate([Curve(5, 5, 3)], 40).tolist() == [40]


def test_the_total_is_spent_even_where_a_channel_is_as_good_as_full():
    assert allocate([Curve(50, 100, 8)], 500_000, lower=250_000).tolist() == [500_000]


def test_a_channel_that_is_shut_stays_shut_whatever_its_shape():
    curves = [Curve(50, 100, 0.3), Curve(50, 100, 8), Curve(50, 100, 0.8)]
    assert allocate(curves, 90, upper=[0, 0, 100]).tolist() == [0, 0, 90]
    assert allocate(curves, 0).tolist() == [0, 0, 0]
    assert worthwhile(curves, 90, margin=100, upper=[0, 100, 0]).tolist() == [0, 90, 0]


@pytest.mark.parametrize("shapes", [(1.0, 1.0), (0.4, 1.0)])
def test_marginals_are_equal_where_no_bound_holds(shapes):
    rng = np.random.default_rng(7)
    for _ in range(200):
        problem = a_problem(rng, int(rng.integers(2, 9)), shapes)
        split = allocate(problem.curves, problem.total, problem.lower, problem.upper)
        assert problem.holds(split)
        near = 1e-9 * problem.total
        free = (split > problem.lower + near) & (split < problem.upper - near)
        marginals = allocation.marginal_returns(problem.curves, split)
        if free.any():
            middle = marginals[free].mean()
            assert np.ptp(marginals[free]) < 1e-6 * middle
            assert (marginals[split >= problem.upper - near] >= middle * (1 - 1e-6)).all()
            assert (marginals[split <= problem.lower + near] <= middle * (1 + 1e-6)).all()


def test_never_below_slsqp_from_twenty_starts_on_two_hundred_concave_problems():
    rng, worst = np.random.default_rng(11), -math.inf
    for number in range(200):
        shapes = (1.0, 1.0) if number % 2 else (0.5, 1.0)
        problem = a_problem(rng, int(rng.integers(2, 7)), shapes)
        ours = problem.response(allocate(problem.curves, problem.total, problem.lower, problem.upper))
        theirs = max(slsqp(problem, a_start(problem, rng)) for _ in range(20))
        worst = max(worst, theirs / ours - 1)
    print(f"SLSQP's best of 20 starts over ours, at most: {worst:+.1e}")
    assert worst < 1e-9


def test_s_shaped_problems_reach_the_optimum_of_a_fine_grid():
    rng, worst, missed = np.random.default_rng(3), -math.inf, 0
    for _ in range(100):
        problem = a_problem(rng, int(rng.integers(2, 5)), (1.2, 5.0))
        split = allocate(problem.curves, problem.total, problem.lower, problem.upper)
        assert problem.holds(split)
        ours, best = problem.response(split), grid_optimum(problem)
        worst = max(worst, best / ours - 1)
        missed += slsqp(problem, a_start(problem, rng)) < 0.999 * max(best, ours)
    print(f"a fine grid over ours, at most: {worst:+.1e}; SLSQP from one start misses 0.1 %: {missed} of 100")
    assert worst < 1e-3
    assert missed > 10


def test_marginals_are_equal_on_s_shaped_problems_too_where_no_bound_holds():
    rng = np.random.default_rng(5)
    for _ in range(60):
        problem = a_problem(rng, int(rng.integers(2, 6)), (0.7, 4.0))
        split = allocate(problem.curves, problem.total, problem.lower, problem.upper)
        near = 1e-9 * problem.total
        free = (split > problem.lower + near) & (split < problem.upper - near)
        marginals = allocation.marginal_returns(problem.curves, split)[free]
        assert len(marginals) < 2 or np.ptp(marginals) < 1e-6 * marginals.max()


def test_s_shaped_twins_are_not_split_in_half():
    assert sorted(allocate([Curve(10, 50, 3)] * 2, 60).tolist()) == [0, 60]


def test_money_stays_unspent_where_it_brings_back_less_than_it_costs():
    split = worthwhile(TWO, 1_000, margin=2)  # marginal 1/2: 100·50/(50+x)² = 60·20/(20+x)² = 1/2
    assert split == pytest.approx([50, math.sqrt(2_400) - 20])
    assert worthwhile(TWO, 60, margin=2) == pytest.approx(allocate(TWO, 60))
    assert worthwhile(TWO, 60, margin=0.3).tolist() == [0, 0]
    assert worthwhile(TWO, 60, margin=0, lower=[5, 0]).tolist() == [5, 0]


def test_an_s_shaped_channel_is_started_only_if_it_pays_as_a_whole():
    curve = Curve(100, 50, 3)
    best = max(3 * curve.response(x) - x for x in np.linspace(0, 1_000, 100_001))
    (spent,) = worthwhile([curve], 1_000, margin=3)
    assert 3 * curve.response(spent) - spent == pytest.approx(best)
    assert spent > 0
    assert 0.8 * curve.marginal(curve.inflection) > 1  # its dearest unit would pay, the channel does not
    assert worthwhile([curve], 1_000, margin=0.8).tolist() == [0]


@pytest.mark.parametrize("s", [1.0, 2.5])
def test_the_least_spend_for_a_target_is_the_best_split_that_brings_it(s):
    curves = [Curve(100, 50, s), Curve(60, 20, s)]
    split = least_spend(curves, 90)
    assert allocation.total_response(curves, split) == pytest.approx(90, rel=1e-6)
    cheaper = allocate(curves, float(split.sum()) * 0.999)
    assert allocation.total_response(curves, cheaper) < 90


def test_a_target_that_no_spend_brings_has_no_least_spend():
    assert least_spend(TWO, 160) is None
    assert least_spend(TWO, 100, upper=[50, 50]) is None
    assert least_spend(TWO, 0).tolist() == [0, 0]
    assert least_spend(TWO, 10, lower=[50, 0]).tolist() == [50, 0]


def test_the_gain_over_an_equal_split_and_over_last_months_shares():
    split = allocate(TWO, 100)
    gain = gain_over(TWO, split, equal_split(2, 100))
    assert (round(gain.conversions, 4), round(gain.share, 5)) == (1.8547, 0.01997)
    assert gain_over(TWO, split, in_proportion(split / 7, 100)).conversions == pytest.approx(0)
    assert math.isnan(gain_over(TWO, split, [0, 0]).share)


def test_an_equal_split_keeps_the_bounds():
    assert equal_split(3, 90).tolist() == [30, 30, 30]
    assert equal_split(3, 90, lower=[50, 0, 0], upper=[60, 90, 10]).tolist() == [50, 30, 10]
    assert equal_split(2, 90, upper=[10, 10]).tolist() == [10, 10]


def test_a_total_below_the_minimums_says_what_to_mend():
    with pytest.raises(DataError) as caught:
        allocate(TWO, 100, lower=[60, 50])
    assert str(caught.value) == (
        "DataError: the minimums add up to 110, more than the total of 100\n"
        "  the split\n"
        "  Mend: lower a minimum, or raise the total."
    )


def test_a_maximum_below_a_minimum_names_the_channel_and_all_faults_come_at_once():
    with pytest.raises(DataError) as caught:
        allocate(TWO, 10, lower=[5, 30], upper=[9, 20])
    assert [fault.what for fault in caught.value.faults] == [
        "the maximum 20 lies below the minimum 30",
        "the minimums add up to 35, more than the total of 10",
    ]
    assert caught.value.faults[0].where == "channel 2 of the split"


@pytest.mark.parametrize("bad", [{"total": -1}, {"total": math.nan}, {"total": 5, "lower": [-1, 0]}])
def test_amounts_are_not_negative(bad):
    with pytest.raises(ValueError, match="amounts are 0 or more"):
        allocate(TWO, **bad)


def test_what_is_not_a_question_is_refused():
    with pytest.raises(ValueError, match="needs at least one curve"):
        allocate([], 10)
    with pytest.raises(ValueError, match="a target is 0 or more"):
        least_spend(TWO, -1)
    with pytest.raises(ValueError, match="margin of a conversion is a number"):
        worthwhile(TWO, 10, math.nan)
    with pytest.raises(ValueError, match="add up to something"):
        in_proportion([0, 0], 10)


def best_whole_split(problem: Problem, units: int) -> list[tuple[int, ...]]:
    """Every best split of so many units within the bounds, by looking at all."""
    ranges = [
        range(math.ceil(low), math.floor(high) + 1)
        for low, high in zip(problem.lower, np.minimum(problem.upper, units), strict=True)
    ]
    splits = [each for each in itertools.product(*ranges) if sum(each) == units]
    values = [problem.response(np.array(each, dtype=float)) for each in splits]
    return [each for each, value in zip(splits, values, strict=True) if value >= max(values) - 1e-12]


@pytest.mark.parametrize("bounded", [False, True])
def test_whole_units_add_up_and_lie_within_one_unit_of_the_best(bounded):
    rng = np.random.default_rng(2)
    for _ in range(40):
        channels, units = int(rng.integers(2, 5)), int(rng.integers(3, 25))
        problem = a_problem(rng, channels, (1.0, 1.0))
        lower = np.floor(problem.lower * units / problem.total) * bounded
        upper = lower + 2 + np.floor(rng.uniform(0, units, channels)) if bounded else np.full(channels, units)
        upper[0] = units
        problem = Problem(problem.curves, units, lower, upper)
        split = allocate(problem.curves, units, lower, upper)
        bounds = {"lower": lower, "upper": upper} if bounded else {}
        whole, near = (
            budget.round_split(problem.curves, split, **bounds),
            budget.round_split(problem.curves, split),
        )
        best = best_whole_split(problem, units)
        assert whole.sum() == units == near.sum()
        assert (near >= lower).all() and (near <= upper).all()
        assert min(np.abs(np.subtract(each, near)).max() for each in best) <= 1
        assert not bounded or tuple(whole) in best


def test_without_bounds_each_channel_is_rounded_the_way_that_brings_most():
    rng = np.random.default_rng(6)
    for _ in range(30):
        problem = a_problem(rng, 4, (0.8, 3.0))
        split = rng.dirichlet(np.ones(4)) * 12
        choices = itertools.product(*((math.floor(part), math.ceil(part)) for part in split))
        values = [problem.response(np.array(each, dtype=float)) for each in choices if sum(each) == 12]
        assert problem.response(budget.round_split(problem.curves, split)) == pytest.approx(max(values))


def test_units_of_a_hundred_leave_what_is_no_multiple():
    whole = budget.round_split(TWO, [610.0, 345.0], unit=100)
    assert (whole.sum(), set(whole % 100)) == (900, {0})


def test_whole_splits_without_room_say_what_to_mend():
    with pytest.raises(DataError, match="no split of 3 in whole units of 1 keeps the minimums and maximums"):
        budget.round_split(TWO, [1.5, 1.5], lower=[1.5, 1.5])


def test_rounding_refuses_what_is_no_split():
    with pytest.raises(ValueError, match="a unit is above 0, got 0"):
        budget.round_split(TWO, [1, 2], unit=0)
    with pytest.raises(ValueError, match="needs an amount of 0 or more for each curve"):
        budget.round_split(TWO, [1, 2, 3])
