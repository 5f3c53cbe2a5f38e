import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.measures.kpis import REGISTRY, compute


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
