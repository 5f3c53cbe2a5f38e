import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmtools.measures.posts import engagements, mature, outliers, over_expected, rank_posts


def posts_with(likes, reach=1_000, **columns):
    """One account's photo posts, one a day from 1 August, with so many likes and nothing else."""
    likes = pd.Series(likes, dtype="Int64")
    rows = {
        "platform": "vk",
        "account": "ours",
        "post_id": [f"p{i:03}" for i in range(len(likes))],
        "published": pd.date_range("2026-08-01 12:00", periods=len(likes), tz="UTC"),
        "format": "photo",
        "likes": likes,
        "comments": 0,
        "shares": 0,
        "reach": reach,
    }
    return pd.DataFrame(rows | columns)


def test_engagements_lacking_a_part_are_missing():
    posts = posts_with([5, None])
    found = engagements(posts)
    assert found[0] == 5
    assert math.isnan(found[1])


def test_a_young_post_is_not_mature():
    posts = posts_with([1] * 3, exported_on=pd.to_datetime(["2026-08-08", "2026-08-08", None]))
    assert mature(posts, days=7)["post_id"].tolist() == ["p000", "p002"]


def test_a_lucky_small_post_does_not_lead():
    posts = posts_with([40, 50, 60, 45, 55, 40, 60, 50, 45, 55, 90, 2], reach=[1_000] * 11 + [10])
    ranked = rank_posts(posts)
    small = ranked.loc[11]
    assert small["raw"] == 0.2 == ranked["raw"].max()
    assert ranked["rank"].iloc[0] == 1 and ranked["post_id"].iloc[0] == "p010"
    assert 0.05 < small["shrunk"] < 0.09
    assert small["rank_low"] == 1 and small["rank_high"] > 6


def test_ranks_say_how_sure_they_are():
    ranked = rank_posts(posts_with([50] * 11 + [400]))
    assert ranked.iloc[0][["post_id", "rank", "rank_low", "rank_high"]].tolist() == ["p011", 1, 1, 1]
    assert ranked["best"].iloc[0] == 1
    assert ranked["best"].sum() == pytest.approx(1)
    assert set(ranked["rank"].iloc[1:]) == {2}


def test_nine_posts_have_raw_rates_only():
    ranked = rank_posts(posts_with(range(9)))
    assert ranked["raw"].iloc[0] == 0.008
    assert ranked[["shrunk", "rank", "low", "best"]].isna().all(axis=None)


def test_accounts_are_ranked_each_by_itself():
    posts = posts_with([10] * 12 + [90] * 12, account=["ours"] * 12 + ["other"] * 12)
    assert rank_posts(posts)["rank"].tolist() == [1] * 24


def test_posts_without_reach_are_not_ranked():
    reach = pd.Series([1_000] * 10 + [0, None], dtype="Int64")
    assert len(rank_posts(posts_with([5] * 12, reach=reach))) == 10


def test_people_counted_once_are_drawn_by_beta_binomial():
    visits = pd.DataFrame({"platform": "vk", "account": "ours", "post_id": list("abcdefghijkl")})
    visits = visits.assign(buyers=[1, 0, 2, 1, 1, 0, 1, 2, 0, 1, 1, 9], users=[20] * 12)
    ranked = rank_posts(visits, "conversion_site")
    assert ranked["post_id"].iloc[0] == "l"
    assert (ranked["high"] < 1).all()
    assert 19 / 240 < ranked["shrunk"].iloc[0] < 0.45


def test_more_buyers_than_users_leave_the_account_unranked():
    visits = pd.DataFrame({"platform": "vk", "account": "ours", "post_id": list("abcdefghijkl")})
    ranked = rank_posts(visits.assign(buyers=[21, *[1] * 11], users=20), "conversion_site")
    assert ranked[["shrunk", "rank"]].isna().all(axis=None)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(14)))
def test_ranks_do_not_depend_on_the_order_of_rows(order):
    posts = posts_with([50, 20, 20, 70, 30, 0, 5, 90, 20, 40, 41, 42, 43, 44])
    shuffled = posts.iloc[list(order)]
    pd.testing.assert_frame_equal(rank_posts(shuffled).sort_index(), rank_posts(posts).sort_index())
    pd.testing.assert_frame_equal(outliers(shuffled).sort_index(), outliers(posts))


def test_score_by_hand():
    assert over_expected(100, 50) == 2
    assert over_expected(100, 200) == -2
    assert over_expected(0, 200) == -math.inf
    assert math.isnan(over_expected(5, 0))


def test_deviation_rule_leaves_the_post_itself_out():
    likes = [9, 11] * 20 + [17]
    found = outliers(posts_with(likes))
    others = np.array(likes[:40]) / 1_000
    limit = others.mean() + 5 * others.std(ddof=1)
    assert found["deviation_limit"].iloc[40] == pytest.approx(limit)
    assert limit == pytest.approx(0.01506, abs=5e-6)
    assert found["by_deviation"].tolist() == [False] * 40 + [True]


def test_deviation_rule_needs_thirty_posts():
    assert outliers(posts_with([5] * 29 + [500]))["by_deviation"].iloc[29]
    assert outliers(posts_with([5] * 28 + [500]))["by_deviation"].isna().all()


def test_equal_posts_do_not_stand_out():
    found = outliers(posts_with([7] * 40, reach=[1_000, 1_000] * 20))
    assert not found["by_deviation"].any()


def test_percentile_rule_looks_back_twelve_weeks():
    likes = [1_000] + [0] * 83 + list(range(1, 11)) * 2 + [21]
    found = outliers(posts_with(likes))
    lately = np.array(likes[20:104])
    last = found.iloc[104]
    assert last["percentile_limit"] == pytest.approx(2 * np.quantile(lately, 0.9))
    assert last["by_percentile"]
    assert found["percentile_limit"].iloc[:10].isna().all()
    assert found["by_percentile"].iloc[:10].isna().all()


def test_expectation_is_the_middle_half_of_the_same_format():
    likes = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 9_999, 110]
    posts = posts_with(likes, format=["photo"] * 11 + ["video", "photo"])
    last = outliers(posts).iloc[12]
    assert last["expected"] == 50  # the mean of 20, 30, …, 80: two are left out at either end
    assert last["score"] == 2.2


def test_expectation_forgets_all_but_a_hundred_posts():
    found = outliers(posts_with([500] * 60 + [10] * 100 + [30]))
    assert found["expected"].iloc[160] == 10
    assert found["score"].iloc[160] == 3
