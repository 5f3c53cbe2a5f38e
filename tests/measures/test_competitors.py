import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.inputs.schemas import conform
from smmtools.measures.competitors import (
    compare_accounts,
    nobody_does,
    shares_of,
    standing,
    top_posts,
    voice,
    what_they_answer,
    what_they_post,
)
from smmtools.measures.kpis import compute


def posts_of(account, role, likes, formats="photo", hour=9, **columns):
    """One account's posts from Thursday 1 October on, one a day."""
    rows = pd.DataFrame({"likes": likes}).assign(
        platform="vk", account=account, role=role, format=formats, comments=0, shares=0, **columns
    )
    rows["post_id"] = [f"{account}{i}" for i in range(len(rows))]
    rows["published"] = pd.date_range(f"2026-10-01 {hour:02}:00", periods=len(rows), tz="UTC")
    return conform("posts", rows)


MARKET = pd.concat(
    [
        posts_of("ours", "own", [10, 20, 30], text="abc"),
        posts_of("a", "competitor", [5, 5, 5, 25], ["video", "video", "photo", "meme"], hour=19),
        posts_of("b", "competitor", [60, 0], "text", hour=13, text_length=[200, 100]),
    ],
    ignore_index=True,
)


def test_standing_by_hand():
    found = standing(
        {"ours": 0.03, "a": 0.01, "b": 0.02, "c": 0.04, "d": math.nan}, "ours", [2026, 2026, 2025]
    )
    assert found.percentile == 2.5 / 4
    assert found.average_with == pytest.approx(0.025)
    assert found.average_without == pytest.approx(0.07 / 3)
    assert (found.n, found.years) == (4, (2025, 2026))


def test_alone_we_stand_in_the_middle_of_ourselves():
    found = standing({"ours": 0.03}, "ours")
    assert (found.percentile, found.n) == (0.5, 1)
    assert math.isnan(found.average_without)


def test_without_our_value_there_is_only_the_others_average():
    found = standing({"a": 0.01, "b": 0.03}, "ours")
    assert math.isnan(found.percentile)
    assert (found.average_without, found.n) == (0.02, 2)


rates = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 1_000), min_size=1)


@given(rates, st.integers(0, 1_000), st.sampled_from([2, 4, 0.5]))
def test_standing_depends_on_the_order_of_values_alone(others, ours, times):
    values = others | {"ours": ours}
    once = standing(values, "ours")
    stretched = standing({name: value * times for name, value in values.items()}, "ours")
    assert stretched.percentile == once.percentile
    assert 0 < once.percentile < 1
    assert standing(dict(reversed(values.items())), "ours").percentile == once.percentile


def test_accounts_are_compared_per_follower_and_post():
    followers = MARKET["account"].map({"ours": 1_000, "a": 500, "b": None}).astype("Int64")
    found, accounts = compare_accounts(MARKET.assign(followers=followers), "vk")
    assert accounts["account"].tolist() == ["a", "ours", "b"]
    assert accounts["value"].tolist()[:2] == [0.02, 0.02]
    assert (found.percentile, found.n, found.years) == (0.5, 2, (2026,))


def test_share_of_voice_by_hand():
    market = pd.concat([MARKET, posts_of("friend", "collaborator", [999])], ignore_index=True)
    value = compute("share_of_voice", voice(market))
    assert value.value == 60 / 160
    assert value.n == 9


def test_what_they_post_by_hand():
    found = what_they_post(MARKET).set_index("account")
    assert found.loc["a", ["posts", "posts_a_day", "engagements"]].tolist() == [4, 1, 5]
    assert found.loc["a", ["format", "slot"]].tolist() == ["video", "weekday evening"]
    assert found.loc["b", "text_length"] == 150
    assert found.loc["ours", "text_length"] == 3
    assert math.isnan(found.loc["a", "text_length"])


def test_formats_of_each_account():
    found = shares_of(MARKET, "format")
    of_a = found[found["account"] == "a"]
    assert of_a["format"].tolist() == ["video", "meme", "photo"]
    assert of_a["share"].tolist() == [0.5, 0.25, 0.25]
    assert of_a["engagements"].tolist() == [5, 25, 5]


def test_hours_of_each_account():
    found = shares_of(MARKET, "slot").set_index(["account", "slot"])["posts"]
    assert found["ours", "weekday morning"] == 2
    assert found["ours", "weekend morning"] == 1


def test_top_posts_of_each_account():
    assert top_posts(MARKET, most=1)["post_id"].tolist() == ["a3", "b0", "ours2"]


def test_what_nobody_there_does():
    found = nobody_does(MARKET, ["photo", "video", "reel", "text"])
    assert found["format"] == ["reel"]
    assert "weekday midday" not in found["slot"]
    assert "weekend morning" in found["slot"]  # we do, none of them does


def test_without_competitors_no_gap_is_claimed():
    assert nobody_does(MARKET[MARKET["role"] == "own"], ["reel"]) == {"format": [], "slot": []}


def test_what_they_answer_by_hand():
    asked = pd.Timestamp("2026-10-01 10:00", tz="UTC")
    rows = pd.DataFrame({"account": ["a", "a", "a", "b"], "by_us": [False, False, True, False]})
    rows["platform"], rows["created"] = "vk", asked
    rows["replied_at"] = [asked + pd.Timedelta(hours=3), pd.NaT, asked, pd.NaT]
    rows["reply_kind"] = ["question", None, "plain", None]
    found = what_they_answer(conform("comments", rows)).set_index("account")
    assert found.loc["a"].tolist()[1:] == [2, 0.5, 3, 1]
    assert found.loc["b", "answered"] == 0
    assert math.isnan(found.loc["b", "hours"])


def test_no_posts_at_all_give_empty_tables():
    none = MARKET.iloc[:0]
    assert what_they_post(none).empty
    assert shares_of(none, "format").empty
    assert top_posts(none).empty
