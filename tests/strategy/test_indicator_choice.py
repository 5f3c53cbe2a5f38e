"""M4: a primary, two to four that support it and a guard, each with its source; and the sample needed."""

from typing import get_args

import numpy as np
import pytest

from smmtools.inputs.client import GoalType, Indicator
from smmtools.inputs.schemas import TABLES
from smmtools.measures.kpis import REGISTRY
from smmtools.strategy.indicator_choice import CHOICES, UNITS, Sample, indicators_for, sample_needed

EVERY = [(kind, choice) for kind, choices in CHOICES.items() for choice in choices]


@pytest.mark.parametrize("kind", get_args(GoalType))
def test_every_type_of_goal_has_a_primary_two_to_four_supports_and_a_guard(kind):
    roles = [choice.role for choice in indicators_for(kind)]
    assert roles[0] == "primary" and roles[-1] == "guard"
    assert 2 <= len(roles[1:-1]) <= 4
    assert set(roles[1:-1]) == {"supporting"}


def test_no_other_type_is_known():
    assert set(CHOICES) == set(get_args(GoalType))
    with pytest.raises(ValueError, match="'fame' is no type of goal: write one of company, personal brand"):
        indicators_for("fame")


@pytest.mark.parametrize("kind", CHOICES)
def test_no_indicator_stands_twice(kind):
    keys = [choice.key for choice in CHOICES[kind]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("kind", "choice"), EVERY, ids=lambda each: getattr(each, "key", each))
def test_every_indicator_is_counted_somewhere(kind, choice):
    assert choice.key in REGISTRY or choice.key in set(Indicator)
    assert set(choice.tables) <= set(TABLES) and choice.tables
    assert choice.key in UNITS


def test_the_guides_four_criteria_of_image_are_all_watched_and_called_proxies():
    for kind in ("company", "brand"):
        proxies = {choice.line for choice in CHOICES[kind] if choice.proxy}
        assert {251, 252, 253, 254} <= proxies
        assert all(choice.proxy for choice in CHOICES[kind])


def test_the_guides_three_of_sales_are_all_watched_and_none_is_a_proxy():
    sales = CHOICES["sales"]
    assert {"conversion_site": 258, "ctr": 259, "vtr": 260}.items() <= {
        choice.key: choice.line for choice in sales
    }.items()
    assert not any(choice.proxy for choice in sales)
    assert sales[-1].key == "romi" and sales[-1].brief == ("margin", "cost")


def test_ctr_from_1_to_1_point_2_percent_takes_42_693_an_arm():
    assert sample_needed("ctr", 0.01, 0.012) == Sample("trials", 42_693)


def test_trials_that_hang_together_count_for_less():
    assert sample_needed("er_reach", 0.01, 0.012, dispersion=3) == Sample("trials", 3 * 42_693)


def test_days_needed_show_the_change_four_times_in_five():
    """Simulated: counts a day with variance twice their mean, 40 against 46."""
    days = sample_needed("sessions", 40, 46, dispersion=2).number
    rng = np.random.default_rng(3)
    old, new = (rng.negative_binomial(mean, 0.5, (4_000, days)).sum(axis=1) for mean in (40, 46))
    seen = (np.abs(new - old) / np.sqrt(2 * (new + old)) > 1.96).mean()
    print(f"{days} days: seen in {seen:.1%}")
    assert 0.77 < seen < 0.85


@pytest.mark.parametrize("key", ["audience_growth", "share_of_voice", "aov", "romi"])
def test_what_is_counted_whole_or_in_money_has_no_sample(key):
    assert sample_needed(key, 0.1, 0.2).number is None


def test_no_change_needs_no_sample():
    assert sample_needed("ctr", 0.01, 0.01).number is None
    assert sample_needed("sessions", 40, 40).number is None


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("reach", 1, 2), "'reach' is no indicator of a goal: write one of ctr, "),
        (("ctr", 0.01, 0.012, 0.5), r"a dispersion is 1 or more, got 0\.5"),
        (("ctr", 0.01, 1.2), "rates, power and alpha lie between 0 and 1"),
        (("sessions", 0, 12), "counts a day are above 0, got 0 and 12"),
    ],
)
def test_what_cannot_be_says_why(call, says):
    with pytest.raises(ValueError, match=says):
        sample_needed(*call)
