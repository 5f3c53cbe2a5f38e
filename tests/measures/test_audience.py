import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.inputs.schemas import conform
from smmtools.measures.audience import (
    chi_square,
    daily_growth,
    few_likes,
    jumps,
    latest_cells,
    live_followers,
    live_rate,
    match,
    may_test,
    robust_z,
    shares,
)
from smmtools.measures.definitions import KpiValue

AGES = ["18-24", "25-34", "35-44", "45-54", "55+"]
COUNTS = dict(zip(AGES, [120, 340, 310, 180, 50], strict=True))
TARGET = dict(zip(AGES, [0.10, 0.40, 0.30, 0.15, 0.05], strict=True))


def test_match_and_chi_square_by_hand():
    assert match(COUNTS, TARGET).match == pytest.approx(0.94)
    square, p = chi_square(COUNTS, TARGET)
    assert square == pytest.approx(19.3333, abs=5e-5)
    assert p == pytest.approx(0.000676, abs=5e-7)


def test_the_worst_cell_comes_first():
    found = match(COUNTS, TARGET)
    assert found.cells["cell"].tolist()[0] == "25-34"
    assert found.cells["difference"].tolist()[0] == pytest.approx(-0.06)
    assert found.on_target == 1


def test_only_cells_that_the_target_names_are_on_target():
    found = match({"women": 60, "men": 40}, {"women": 1})
    assert (found.match, found.on_target) == (pytest.approx(0.6), 0.6)


def test_cities_outside_the_list_are_elsewhere():
    """40 % of the followers live outside the delivery city."""
    found = match({"Ekaterinburg": 0.6, "Perm": 0.1}, {"Ekaterinburg": 1.0}, whole=False)
    assert found.match == pytest.approx(0.6)
    assert found.on_target == 0.6
    assert found.cells.set_index("cell").loc["elsewhere", "share"] == pytest.approx(0.3)


def test_elsewhere_is_no_place_to_be_on_target():
    found = match({"Jena": 0.5}, {"Jena": 0.8}, whole=False)
    assert found.match == pytest.approx(0.7)
    assert found.on_target == 0.5


def test_shares_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match=r"got 1\.3"):
        shares({"Jena": 0.7, "Gera": 0.6}, whole=False)
    with pytest.raises(ValueError, match="got -1 for men"):
        shares({"women": 3, "men": -1})


def test_nobody_counted_is_missing():
    assert math.isnan(match({}, TARGET).match)
    assert math.isnan(match(COUNTS, {}).match)
    assert math.isnan(chi_square({}, TARGET)[0])


def test_somebody_where_the_target_has_nobody():
    assert chi_square({"a": 5, "b": 1}, {"a": 1.0}) == (math.inf, 0.0)


cells = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 1_000), min_size=1)


@given(cells, cells)
def test_a_match_is_the_same_both_ways_and_whole_only_with_itself(ours, target):
    found = match(ours, target).match
    assert -1e-12 <= found <= 1
    assert found == pytest.approx(match(target, ours).match)
    assert match(ours, ours).match == 1


def audience(rows, **columns):
    frame = pd.DataFrame(rows, columns=["date", "cell", "share", "count"])
    frame["date"] = pd.to_datetime(frame["date"])
    return conform("audience", frame.assign(breakdown="age_sex", **columns))


def test_followers_are_taken_on_their_latest_day():
    rows = audience(
        [("2026-09-30", "w", 0.4, None), ("2026-10-31", "w", 0.6, None), ("2026-10-31", "m", 0.4, None)],
        population="followers",
    )
    assert latest_cells(rows, "age_sex").to_dict() == {"m": 0.4, "w": 0.6}
    assert not may_test(rows)


def test_visitors_of_all_days_are_added_and_not_tested():
    rows = audience(
        [("2026-10-01", "w", None, 30), ("2026-10-02", "w", None, 20), ("2026-10-02", "m", None, 10)],
        population="visitors",
    )
    assert latest_cells(rows, "age_sex").to_dict() == {"m": 10, "w": 50}
    assert not may_test(rows)
    assert may_test(rows.assign(population="followers"))
    assert latest_cells(rows, "city").empty


def test_live_followers_of_the_contract():
    assert [round(part) for part in live_followers(82, 100, 2_000)] == [1640, 1467, 1766]


def test_nobody_audited_is_missing():
    assert all(math.isnan(part) for part in live_followers(0, 0, 2_000))


def test_a_rate_per_live_follower_is_higher_and_less_sure():
    rate = KpiValue(0.02, 0.016, 0.025, 40)
    value, low, high = live_rate(rate, 31, 120)
    assert value == pytest.approx(0.02 * 120 / 31)
    assert high / low > 0.025 / 0.016
    nobody = live_rate(rate, 0, 120)
    assert math.isnan(nobody[0])


def test_few_likes_of_many_followers():
    likes = pd.Series([10, 10, 11, None], dtype="Int64")
    assert few_likes(10_000, likes) is True
    assert few_likes(9_999, likes) is None
    assert few_likes(10_000, likes + 1) is False
    assert few_likes(10_000, likes[3:]) is None


def followers(counts, start="2026-10-01"):
    rows = pd.DataFrame({"count": counts})
    rows["date"] = pd.date_range(start, periods=len(rows))
    return conform("followers", rows)


def test_robust_z_by_hand():
    """Median 3, median absolute deviation 1."""
    assert robust_z(pd.Series([1.0, 2, 3, 4, 100]))[4] == pytest.approx(97 / 1.4826)


def test_where_most_days_are_the_same_the_mean_deviation_stands_in():
    """Nine days of 5, one of 105: the median deviation is 0, the mean one 10."""
    z = robust_z(pd.Series([5.0] * 9 + [105]))
    assert z[9] == pytest.approx(100 / (1.253314 * 10))
    assert robust_z(pd.Series([5.0] * 10)).tolist() == [0] * 10


def test_six_thousand_in_two_days_are_a_jump_unless_explained():
    rng = np.random.default_rng(2)
    gained = rng.integers(5, 25, 60)
    gained[40:42] = 3_000
    rows = followers([4_000, *(4_000 + gained.cumsum())])
    found = jumps(rows)
    assert found["date"].tolist() == list(pd.to_datetime(["2026-11-11", "2026-11-12"]))
    assert found["gained"].tolist() == [3_000, 3_000]
    assert jumps(rows, [pd.Timestamp("2026-11-11")])["explained"].tolist() == [True, False]


def test_a_fall_is_no_jump():
    assert jumps(followers([1_000, 1_010, 1_021, 1_030, 400, 411, 420])).empty


def test_days_without_a_count_share_the_gain():
    rows = followers([100, 110, None, None, 140])
    assert daily_growth(rows).tolist() == [10] * 4


def test_one_count_shows_no_growth():
    assert daily_growth(followers([100])).empty
    assert jumps(followers([100])).empty


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=30), st.randoms())
def test_order_of_the_counts_never_matters(counts, random):
    rows = followers(counts)
    shuffled = rows.sample(frac=1, random_state=random.randint(0, 99))
    pd.testing.assert_frame_equal(jumps(shuffled), jumps(rows))
