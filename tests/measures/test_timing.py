import math

import numpy as np
import pandas as pd
import pytest

from smmtools.measures.timing import best_hours, best_times, daypart, evenings_to_mornings, slots

SHARES = {"morning": 0.35, "midday": 0.15, "afternoon": 0.15, "evening": 0.35}
HOURS = {"morning": (6, 11), "midday": (11, 14), "afternoon": (14, 18), "evening": (18, 24)}


def posts_at(rng, n=180, factor=1.0, spread=0.6):
    """Posts over three months in three formats; evenings get ``factor`` times the rate."""
    days = pd.Timestamp("2026-08-01", tz="Europe/Berlin") + pd.to_timedelta(rng.integers(0, 92, n), "D")
    parts = rng.choice(list(SHARES), n, p=list(SHARES.values()))
    hours = [rng.integers(*HOURS[part]) for part in parts]
    formats = rng.choice(["photo", "video", "text"], n)
    level = pd.Series(formats).map({"photo": 0.04, "video": 0.08, "text": 0.02}).to_numpy()
    rates = level * np.exp(rng.normal(0, spread, n)) * np.where(parts == "evening", factor, 1)
    reach = np.full(n, 5_000)
    return pd.DataFrame(
        {
            "published": days + pd.to_timedelta(hours, "h"),
            "format": formats,
            "likes": np.round(reach * rates).astype(int),
            "comments": 0,
            "shares": 0,
            "reach": reach,
        }
    )


def test_every_hour_has_its_part_of_the_day():
    parts = [daypart(hour) for hour in range(24)]
    assert parts == ["night"] * 6 + ["morning"] * 5 + ["midday"] * 3 + ["afternoon"] * 4 + ["evening"] * 6


def test_the_zone_of_the_times_decides_the_part():
    times = pd.Series(pd.to_datetime(["2026-10-02T21:30Z"]))  # a Friday evening in UTC
    assert slots(times).iloc[0].tolist() == ["evening", "weekday"]
    assert slots(times.dt.tz_convert("Asia/Yekaterinburg")).iloc[0].tolist() == ["night", "weekend"]


def test_better_evenings_are_found_with_their_factor():
    found = best_times(posts_at(np.random.default_rng(1), factor=2, spread=0.4))
    assert found.signal == "ok"
    best = found.better.iloc[0]
    assert best["daypart"] == "evening"
    assert best["low"] < 2 * 1.1 and best["factor"] > 1.5 and best["q"] < 0.01


def test_fifty_nine_posts_are_thin_however_clear_they_look():
    found = best_times(posts_at(np.random.default_rng(1), n=59, factor=5, spread=0.1))
    assert (found.signal, found.posts, len(found.better)) == ("thin", 59, 0)


def test_a_cell_of_seven_posts_is_shown_and_not_tested():
    posts = posts_at(np.random.default_rng(2), n=80)
    posts["published"] = pd.Timestamp("2026-10-05 09:00")
    posts.loc[:6, "published"] = pd.Timestamp("2026-10-05 20:00")
    posts.loc[:6, "likes"] = 4_000
    found = best_times(posts).cells.set_index("daypart")
    assert found.loc["evening", "posts"] == 7
    assert math.isnan(found.loc["evening", "q"]) and not found.loc["evening", "ok"]


def test_a_format_is_not_taken_for_a_time():
    """Videos do four times better and are posted in the evening; within videos time does nothing."""
    rng = np.random.default_rng(3)
    posts = posts_at(rng, n=160)
    video = np.arange(160) % 2 == 0
    evening = np.where(video, rng.random(160) < 0.9, rng.random(160) < 0.1)
    posts["format"] = np.where(video, "video", "photo")
    posts["published"] = pd.Timestamp("2026-10-05") + pd.to_timedelta(np.where(evening, 20, 9), "h")
    posts["likes"] = np.round(np.where(video, 400, 100) * np.exp(rng.normal(0, 0.4, 160)))
    assert best_times(posts).signal == "none"


def test_posts_are_shuffled_only_among_their_own_format():
    """Videos hardly differ, but for the evening; photos differ wildly and are never posted then."""
    evening = [True] * 10 + [False] * 60
    likes = [111, 109] * 5 + [101, 99] * 5 + [10, 1_000] * 25
    posts = pd.DataFrame({"published": [pd.Timestamp(f"2026-10-05 {20 if e else 9}:00") for e in evening]})
    posts = posts.assign(
        format=["video"] * 20 + ["photo"] * 50, likes=likes, comments=0, shares=0, reach=5_000
    )
    cells = best_times(posts, permutations=999).cells.set_index("daypart")
    assert cells.loc["evening", "p"] < 0.01


def test_factor_by_hand():
    """Evening posts of one month and format get 40 of 1,000, morning posts 20 of 1,000."""
    posts = pd.DataFrame({"published": pd.to_datetime(["2026-10-05 09:00", "2026-10-05 20:00"] * 30)})
    posts = posts.assign(format="photo", likes=[20, 40] * 30, comments=0, shares=0, reach=1_000)
    cells = best_times(posts, permutations=999).cells.set_index("daypart")
    assert cells.loc["evening", "factor"] == pytest.approx(40.5 / 20.5)
    assert cells.loc["morning", "factor"] == pytest.approx(20.5 / 40.5)
    assert cells.loc["evening", "p"] == 0.001


def test_evenings_against_mornings_on_one_base():
    """Middays get 500 of 1,000 and change nothing; nine evenings are too few to compare."""
    hours = ["09:00", "20:00", "12:00"]
    posts = pd.DataFrame({"published": pd.to_datetime([f"2026-10-05 {hour}" for hour in hours * 10])})
    posts = posts.assign(format="photo", likes=[20, 40, 500] * 10, comments=0, shares=0, reach=1_000)
    found = evenings_to_mornings(posts)
    assert (found.factor, found.posts) == (pytest.approx(40.5 / 20.5), 20)
    assert math.isnan(evenings_to_mornings(posts.iloc[2:]).factor)


def test_a_cell_of_fewer_than_ten_posts_has_a_factor_and_no_interval():
    posts = posts_at(np.random.default_rng(2), n=80)
    cells = best_times(posts, permutations=99).cells
    few = cells["posts"] < 10
    assert few.any() and cells.loc[few, ["low", "high"]].isna().all(axis=None)
    assert cells.loc[~few, ["factor", "low", "high"]].notna().all(axis=None)


def test_posts_without_reach_and_no_posts_at_all():
    posts = posts_at(np.random.default_rng(4), n=70)
    posts.loc[:64, "reach"] = 0
    assert best_times(posts).posts == 5
    none = best_times(posts.iloc[:0])
    assert (none.signal, len(none.cells)) == ("thin", 0)
    assert best_hours(posts.iloc[:0], none).empty


def test_order_of_posts_and_another_run_change_nothing():
    posts = posts_at(np.random.default_rng(5), n=90)
    once = best_times(posts, permutations=199).cells
    again = best_times(posts.sample(frac=1, random_state=1), permutations=199).cells
    pd.testing.assert_frame_equal(once, again)


def test_hours_are_told_only_inside_a_better_part():
    posts = posts_at(np.random.default_rng(1), factor=2, spread=0.4)
    hours = best_hours(posts, best_times(posts))
    assert set(hours["daypart"]) == {"evening"}
    assert hours["hour"].between(18, 23).all()
    shuffled = posts.assign(likes=100)
    assert best_hours(shuffled, best_times(shuffled)).empty


@pytest.mark.slow
def test_shuffled_posts_show_a_signal_at_most_35_times_in_500():
    rng = np.random.default_rng(17)
    ok = 0
    for trial in range(500):
        posts = posts_at(rng)
        posts["likes"] = rng.permutation(posts["likes"])
        ok += best_times(posts, seed=trial, permutations=1_999).signal == "ok"
    print(f"shuffled: ok in {ok} of 500 trials")
    assert ok <= 35


@pytest.mark.slow
def test_evenings_half_as_good_again_are_found_in_seven_of_ten_cases():
    rng = np.random.default_rng(18)
    found = 0
    for trial in range(200):
        timing = best_times(posts_at(rng, factor=1.5), seed=trial, permutations=1_999)
        found += "evening" in set(timing.better["daypart"])
    print(f"factor 1.5, 180 posts, spread 0.6: found in {found / 200:.1%}")
    assert found / 200 >= 0.70
