import math

import numpy as np
import pytest

from smmtools.errors import DataError
from smmtools.strategy.curves import Curve, Curves, planned_curve

PLAN = {"audience": 100_000, "reach_share": 0.5, "ctr": 0.02, "conversion": 0.1}


def test_at_half_its_spend_a_curve_brings_half_of_what_there_can_be():
    assert [Curve(100, 50, s).response(50) for s in (0.7, 1, 3)] == pytest.approx([50, 50, 50])


@pytest.mark.parametrize("s", [0.6, 1.0, 1.7, 4.0])
def test_the_marginal_is_what_another_unit_brings(s):
    curve, step = Curve(100, 50, s), 1e-4
    for spend in (3.0, 40.0, 200.0):
        slope = (curve.response(spend + step) - curve.response(spend - step)) / (2 * step)
        assert curve.marginal(spend) == pytest.approx(slope, rel=1e-6)


@pytest.mark.parametrize("s", [0.6, 1.0, 1.7, 4.0])
def test_the_bend_is_how_the_marginal_changes(s):
    curve, spend, step = Curve(100, 50, s), 40.0, 1e-4
    slope = (curve.marginal(spend + step) - curve.marginal(spend - step)) / (2 * step)
    assert float(Curves.of([curve]).bend(np.array([spend]))[0]) == pytest.approx(slope, rel=1e-6)


def test_nothing_spent_brings_nothing_and_a_first_unit_what_the_shape_says():
    assert [Curve(100, 50, s).response(0) for s in (0.5, 1, 2)] == [0, 0, 0]
    assert [Curve(100, 50, s).marginal(0) for s in (0.5, 1, 2)] == [math.inf, 2, 0]


def test_the_marginal_is_highest_at_the_inflection():
    curve = Curve(100, 50, 3)
    at = curve.inflection
    assert at == pytest.approx(50 * (2 / 4) ** (1 / 3))
    assert curve.marginal(at) > max(curve.marginal(at * 0.99), curve.marginal(at * 1.01))
    assert Curve(100, 50).inflection == 0


def test_the_spend_at_a_marginal_lies_past_the_inflection_whatever_the_shapes():
    curves = Curves.of([Curve(100, 50, 0.6), Curve(60, 20), Curve(100, 50, 1.3), Curve(80, 30, 5)])
    spend = np.array([1e-6, 35.0, 900.0, 31.0])
    for channel in range(4):
        marginal = curves.marginal(spend)[channel]
        assert curves.spend_at(marginal)[channel] == pytest.approx(spend[channel], rel=1e-10)


def test_a_marginal_that_a_curve_never_has_answers_with_its_inflection():
    curves = Curves.of([Curve(80, 30, 5), Curve(100, 50, 2)])
    assert curves.spend_at(1e6) == pytest.approx(curves.inflections)


@pytest.mark.parametrize("bad", [(0, 1, 1), (1, -1, 1), (1, 1, 0), (math.inf, 1, 1), (1, math.nan, 1)])
def test_a_curve_needs_figures_above_0(bad):
    with pytest.raises(ValueError, match="is above 0 and finite, got"):
        Curve(*bad)


def test_a_spend_is_not_negative():
    with pytest.raises(ValueError, match="a spend is 0 or more, got -1"):
        Curve(1, 1).response(-1)


@pytest.mark.parametrize("s", [1.0, 2.0])
def test_the_planned_curve_passes_through_the_planning_spend(s):
    curve = planned_curve(**PLAN, spend=10_000, cost_per_click=40, s=s)  # 250 clicks, 25 conversions of 100
    assert curve.v == pytest.approx(100)
    assert curve.k == pytest.approx(10_000 * 3 ** (1 / s))
    assert curve.response(10_000) == pytest.approx(25)


def test_a_planning_spend_that_buys_more_than_there_is_is_refused():
    with pytest.raises(DataError) as caught:
        planned_curve(**PLAN, spend=40_000, cost_per_click=40)
    assert str(caught.value) == (
        "DataError: the planning spend would bring 100 conversions, but there can be only 100\n"
        "  spend 40000 at 40 a click, audience 100000\n"
        "  Mend: plan a smaller spend, or correct the cost per click, the audience or its rates."
    )


WRONG = [{"ctr": 1.2}, {"conversion": 0}, {"audience": -5}, {"reach_share": math.nan}]


@pytest.mark.parametrize("change", WRONG)
def test_planning_figures_are_shares_and_amounts(change):
    with pytest.raises(ValueError, match=r"is (a share )?above 0 and"):
        planned_curve(**PLAN | change, spend=10_000, cost_per_click=40)
