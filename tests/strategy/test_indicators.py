import math

import pandas as pd
import pytest

from smmtools.strategy import indicators

EXPORTED = pd.Timestamp("2026-11-02")


def posts(n: int = 12, month: str = "2026-10", **changes) -> list[dict]:
    """So many mature organic posts of ours, with 4 engagements in 100 reached, give or take."""
    return [
        {
            "platform": "vk",
            "account": "ours",
            "role": "own",
            "post_id": f"{month}-{number}",
            "published": pd.Timestamp(f"{month}-{number + 1:02d}", tz="UTC"),
            "exported_on": EXPORTED,
            "paid": False,
            "reach": 100,
            "likes": 2 + number % 3,
            "comments": 1,
            "shares": 0,
        }
        | changes
        for number in range(n)
    ]


def the(found, key, role="own"):
    return next(each for each in found.of(key) if each.channel.role == role)


def test_engagement_by_reach_is_the_ratio_of_totals(a_client):
    found = indicators.assess(a_client(posts=posts()))
    value = the(found, "er_reach").value
    assert value.value == pytest.approx(0.04)
    assert value.low < 0.04 < value.high
    assert value.n == 12


def test_boosted_and_young_posts_are_no_base_for_rates(a_client):
    rows = [*posts(10), *posts(12)[10:11], *posts(12)[11:]]
    rows[10] |= {"paid": True, "likes": 99}
    rows[11] |= {"exported_on": rows[11]["published"].tz_localize(None) + pd.Timedelta(days=6), "likes": 99}
    found = indicators.assess(a_client(posts=rows))
    assert the(found, "er_reach").value.n == 10
    (left_out,) = found.left_out
    assert (left_out.counted, left_out.boosted, left_out.immature) == (10, 1, 1)


def test_a_competitor_is_measured_by_followers_only(a_client):
    theirs = posts(role="competitor", account="theirs")
    counts = [
        {
            "platform": "vk",
            "account": account,
            "role": "own",
            "date": pd.Timestamp("2026-10-01"),
            "count": count,
        }
        for account, count in (("ours", 1_000), ("theirs", 500))
    ]
    found = indicators.assess(a_client(posts=posts() + theirs, followers=counts))
    assert the(found, "er_followers").value.value == pytest.approx(0.004)
    assert the(found, "er_followers", "competitor").value.value == pytest.approx(0.008)
    assert [each.channel.role for each in found.of("er_reach")] == ["own"]


def test_followers_are_those_of_the_posts_day(a_client):
    case = a_client(posts=posts(3))
    counts = pd.DataFrame(
        {
            "platform": "vk",
            "account": "ours",
            "date": pd.to_datetime(["2026-10-02", "2026-10-03"]),
            "count": [10, 20],
        }
    )
    joined = indicators.with_followers(case.tables["posts"], counts)
    assert joined.sort_values("published")["followers"].tolist() == [10, 10, 20]


def test_conversion_counts_each_buyer_once(a_client):
    order = {
        "kind": "order",
        "source": "vk",
        "ordered_at": pd.Timestamp("2026-10-05", tz="UTC"),
        "value": 900,
    }
    orders = [{**order, "order_id": f"{n}", "buyer": "A" if n < 3 else f"B{n}"} for n in range(5)]
    month = {"start": pd.Timestamp("2026-10-01"), "end": pd.Timestamp("2026-10-31")}
    traffic = [
        {**month, "channel_group": "Paid Social", "users": 40},
        {**month, "channel_group": "Organic Social", "users": 20},
        {**month, "channel_group": "Direct", "users": 999},
    ]
    found = indicators.assess(a_client(orders=orders, traffic=traffic))
    value = the(found, "conversion_site").value
    assert value.value == pytest.approx(3 / 60)
    assert value.n == 60


def test_a_clear_change_is_named_and_an_unclear_one_is_not(a_client):
    same = indicators.assess(a_client(posts=posts() + posts(month="2026-09")))
    assert the(same, "er_reach").trend == "no clear change"
    worse = indicators.assess(a_client(posts=posts() + posts(month="2026-09", likes=9)))
    assert the(worse, "er_reach").trend == "lower"
    new = indicators.assess(a_client(posts=posts()))
    assert the(new, "er_reach").trend == "unknown"


def test_what_is_not_measured_is_no_data_and_says_what_to_ask_for(a_client):
    found = indicators.assess(a_client())
    assert {verdict.grade.value for verdict in found.verdicts} == {"NO DATA"}
    assert all(verdict.facts["needs"] for verdict in found.verdicts if verdict.rule == "M1")


def test_nine_posts_are_reviewed_for_want_of_an_interval(a_client):
    found = indicators.assess(a_client(posts=posts(9)))
    verdict = next(v for v in found.verdicts if v.facts.get("kpi") == "Engagement rate by reach")
    assert (verdict.grade.value, verdict.finding, verdict.value) == ("REVIEW", "no interval", 9)
    assert math.isnan(the(found, "er_reach").value.low)


def test_two_accounts_of_one_platform_are_not_mixed(a_client):
    found = indicators.assess(a_client(posts=posts() + posts(account="second brand", likes=20)))
    values = {each.channel.account: each.value.value for each in found.of("er_reach")}
    assert values == {"ours": pytest.approx(0.04), "second brand": pytest.approx(0.21)}
