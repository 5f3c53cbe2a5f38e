import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.measures.kpis import (
    REGISTRY,
    IncomparableError,
    KpiValue,
    compare,
    compute,
    mean_of_ratios,
)


def test_formula_is_written_as_a_manager_would():
    assert REGISTRY["ctr"].formula == "link clicks / impressions"


def test_a_row_that_lacks_a_part_is_left_out_of_both_sides():
    posts = pd.DataFrame(
        {"likes": [10, 50], "comments": [0, None], "shares": [0, 0], "reach": [100, 100]}
    ).astype("Int64")
    value = compute("er_reach", posts)
    assert (value.value, value.n) == (0.1, 1)


def test_a_missing_column_is_no_data_not_zero():
    value = compute("er_reach", pd.DataFrame({"likes": [1], "reach": [10]}))
    assert math.isnan(value.value)
    assert value.n == 0


def test_nobody_reached_is_missing():
    posts = pd.DataFrame({"likes": [0], "comments": [0], "shares": [0], "reach": [0]})
    assert math.isnan(compute("er_reach", posts).value)


def test_people_counted_once_get_wilson():
    value = compute("conversion_site", pd.DataFrame({"buyers": [7], "users": [50]}))
    assert value.value == 0.14
    assert (round(value.low, 5), round(value.high, 5)) == (0.06951, 0.26186)
    assert value.n == 50


def test_more_buyers_than_users_is_missing():
    assert math.isnan(compute("conversion_site", pd.DataFrame({"buyers": [7], "users": [5]})).value)


def test_an_unknown_indicator_is_an_error():
    with pytest.raises(KeyError):
        compute("er_magic", pd.DataFrame())


counts = st.integers(0, 1_000)


@given(st.lists(st.tuples(counts, counts, counts, st.integers(1, 10_000)), min_size=1, max_size=9))
def test_er_by_followers_is_at_most_er_by_reach_when_reach_is_at_most_followers(rows):
    posts = pd.DataFrame(rows, columns=["likes", "comments", "shares", "reach"])
    posts["followers"] = posts["reach"] + 5
    assert compute("er_followers", posts).value <= compute("er_reach", posts).value


ALL_OF_M1 = [
    *("er_reach", "er_followers", "er_views", "er_day", "ctr", "ctr_all", "vtr"),
    *("conversion_site", "conversion_community", "application_rate"),
    *("cpm", "cpc", "cpl", "cpa", "aov", "roas", "romi", "audience_growth", "share_of_voice"),
]


def test_the_registry_is_whole_and_says_everything_of_each():
    assert list(REGISTRY) == ALL_OF_M1
    for key, kpi in REGISTRY.items():
        said = (kpi.name, kpi.numerator, kpi.denominator, kpi.unit, kpi.better, kpi.level, kpi.source)
        assert kpi.key == key and all(said)
        assert kpi.aggregation and kpi.interval and kpi.formula


@pytest.mark.parametrize(
    ("key", "columns", "value"),
    [
        ("er_views", {"likes": 30, "comments": 5, "shares": 5, "views": 1_000}, 0.04),
        ("er_day", {"likes": 30, "comments": 5, "shares": 5, "followers": 2_000}, 0.02),
        ("ctr_all", {"clicks": 30, "impressions": 1_000}, 0.03),
        ("vtr", {"views": 300, "impressions": 1_000}, 0.3),
        ("cpm", {"spend": 90.0, "impressions": 60_000}, 1.5),
        ("cpc", {"spend": 90.0, "link_clicks": 30}, 3.0),
        ("cpl", {"spend": 90.0, "applications": 6}, 15.0),
        ("cpa", {"spend": 90.0, "buyers": 3}, 30.0),
        ("aov", {"revenue": 2_700.0, "orders": 3}, 900.0),
        ("roas", {"revenue": 2_700.0, "spend": 90.0}, 30.0),
        ("romi", {"revenue": 2_700.0, "margin": 0.4, "cost": 900.0}, 0.2),
        ("audience_growth", {"followers_start": 1_000, "followers_end": 1_050}, 0.05),
        ("share_of_voice", {"own_engagements": 20, "all_engagements": 80}, 0.25),
    ],
)
def test_each_formula_by_hand(key, columns, value):
    assert compute(key, pd.DataFrame([columns])).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("key", "formula"),
    [
        ("cpm", "spend / impressions × 1,000"),
        ("romi", "(revenue × margin − cost) / cost"),
        ("audience_growth", "(followers end − followers start) / followers start"),
    ],
)
def test_formulas_with_more_than_a_sum(key, formula):
    assert REGISTRY[key].formula == formula


def test_a_campaign_that_sells_nothing_loses_its_whole_cost():
    assert compute("romi", pd.DataFrame({"revenue": [0.0], "margin": [0.4], "cost": [50.0]})).value == -1


def test_bounds_of_a_return_move_with_its_value():
    days = pd.DataFrame({"revenue": [500.0, 700.0] * 6, "margin": 0.5, "cost": 200.0})
    value = compute("romi", days)
    assert value.low < value.value == 0.5 < value.high


def test_followers_are_a_census_and_have_no_interval():
    accounts = pd.DataFrame({"followers_start": [100] * 12, "followers_end": [110] * 11 + [90]})
    value = compute("audience_growth", accounts)
    assert REGISTRY["audience_growth"].interval == "none"
    assert math.isnan(value.low) and math.isnan(value.high)


def test_the_mean_of_ratios_is_another_figure():
    posts = pd.DataFrame({"likes": [8, 0, 3], "comments": 0, "shares": 0, "reach": [10, 90, 0]})
    assert compute("er_reach", posts).value == 0.11
    assert (mean_of_ratios("er_reach", posts).value, mean_of_ratios("er_reach", posts).n) == (0.4, 2)


def test_rates_of_different_denominators_cannot_be_compared():
    posts = pd.DataFrame({"likes": [8], "comments": [0], "shares": [0], "reach": [100], "followers": [500]})
    with pytest.raises(IncomparableError) as error:
        compare(compute("er_reach", posts), compute("er_followers", posts))
    assert str(error.value) == (
        "IncomparableError: Engagement rate by reach is per reach, "
        "Engagement rate by followers per followers and post: they cannot be compared\n"
        "  er_reach: (likes + comments + shares) / reach; "
        "er_followers: (likes + comments + shares) / followers\n"
        "  Mend: compare values of one indicator, computed for both sides."
    )


def test_a_rate_a_post_is_no_rate_a_day():
    rows = pd.DataFrame({"likes": [8], "comments": [0], "shares": [0], "followers": [500]})
    with pytest.raises(IncomparableError, match=r"per followers and post, .* per followers and day"):
        compare(compute("er_followers", rows), compute("er_day", rows))


def test_a_figure_without_a_name_cannot_be_compared():
    with pytest.raises(IncomparableError, match="names no indicator"):
        compare(KpiValue(1, 1, 1, 10), KpiValue(1, 1, 1, 10, "ctr"))


def test_one_indicator_is_compared_with_itself():
    ratio, low, high = compare(KpiValue(0.06, 0.05, 0.072, 30, "ctr"), KpiValue(0.05, 0.04, 0.06, 30, "ctr"))
    assert (round(ratio, 3), round(low, 3), round(high, 3)) == (1.2, 0.927, 1.601)


@given(st.permutations(range(12)))
def test_the_order_of_rows_never_matters(order):
    days = pd.DataFrame({"link_clicks": range(5, 17), "impressions": [500, 400, 900] * 4})
    assert compute("ctr", days.iloc[list(order)]) == compute("ctr", days)
