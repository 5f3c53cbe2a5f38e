"""What the client's own posts say: kinds, best, outlying, the odds of a hit (K2, K3, K4)."""

import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from smmtools.strategy.post_results import at_least_one, odds_of_hit, results_of

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from content_cases import post


def test_the_odds_of_a_hit_check_value():
    assert at_least_one(1, 99, 10) == pytest.approx(0.091743, abs=5e-7)


def test_the_odds_are_exact_and_not_those_of_the_mean():
    a, b, n = 2.5, 40.5, 12
    p = np.random.default_rng(0).beta(a, b, 400_000)
    assert at_least_one(a, b, n) == pytest.approx((1 - (1 - p) ** n).mean(), abs=1e-3)
    assert at_least_one(a, b, n) < 1 - (1 - a / (a + b)) ** n


def test_the_prior_is_one_in_forty_and_gives_way_to_the_posts():
    assert odds_of_hit(0, 0, 1).chance == pytest.approx(0.025)
    assert odds_of_hit(5, 95, 1).chance == pytest.approx(5.5 / 120)
    assert odds_of_hit(0, 0, 0).chance == 0


@pytest.fixture
def results(a_client):
    return lambda posts: results_of(a_client(posts=posts))


def group(found, by):
    return {each.kind: each for each in found.groups if each.by == by}


def test_a_format_that_did_better_is_called_so_with_its_interval(results):
    posts = [post(n, engagements=10 + n % 3) for n in range(40)]
    posts += [post(40 + n, engagements=40 + n % 5, format="video") for n in range(20)]
    (found,) = results(posts)
    formats = group(found, "format")
    assert (formats["video"].finding, formats["photo"].finding) == ("better", "worse")
    assert formats["video"].low > found.value > formats["photo"].high
    assert formats["video"].value == pytest.approx(sum(40 + n % 5 for n in range(20)) / 20_000)


def test_fewer_than_ten_posts_of_a_kind_have_no_interval(results):
    posts = [post(n) for n in range(20)] + [post(20 + n, format="video") for n in range(9)]
    video = group(results(posts)[0], "format")["video"]
    assert video.finding == "too few" and math.isnan(video.low)


def test_a_kind_that_stands_alone_says_nothing(results):
    (found,) = results([post(n) for n in range(20)])
    assert {each.by for each in found.groups} == set()


def test_functions_come_from_labels_and_only_where_they_are_functions(results):
    labels = ["teach", "Sell ", "summer", None]
    posts = [post(n, labels=labels[n % 4]) for n in range(40)]
    assert set(group(results(posts)[0], "function")) == {"teach", "sell"}


def test_texts_are_split_at_the_middle_one(results):
    posts = [post(n, text="x" * (10 + n)) for n in range(30)]
    length = group(results(posts)[0], "length")
    assert {kind: each.posts for kind, each in length.items()} == {"longer": 15, "shorter": 15}
    assert length["longer"].limit == 24.5


def test_boosted_and_young_posts_are_counted_and_left_out(results):
    young = {"exported_on": pd.Timestamp("2026-10-05")}
    posts = [post(n) for n in range(20)] + [post(30, paid=True), post(62, **young)]
    (found,) = results(posts)
    assert (found.posts, found.boosted, found.immature) == (20, 1, 1)


def test_an_account_without_reach_is_judged_by_views(results):
    posts = [post(n, reach=None, views=500) for n in range(20)]
    (found,) = results(posts)
    assert (found.key, found.posts, found.value) == ("er_views", 20, pytest.approx(0.02))


def test_the_best_posts_come_with_the_range_of_their_rank(results):
    posts = [post(n, engagements=10 + n % 4) for n in range(39)] + [post(39, engagements=300)]
    best, second, _ = results(posts)[0].top
    assert (best.post_id, best.rank_low, best.rank_high) == ("p039", 1, 1)
    assert best.best == 1 and second.rank_high > 5


def test_another_account_of_the_brief_without_posts_gives_nothing(results):
    assert results([]) == ()
    assert results([post(n, role="competitor", account="rival") for n in range(20)]) == ()
