"""M1 on a client's data: money in one currency, growth, days, voice; zero denominators are missing, not 0."""

import math

import pandas as pd
import pytest
from indicator_cases import MONTH, ads, followers, of_rule, orders, posts, visits

from smmtools.measures.kpis import REGISTRY
from smmtools.strategy import indicators
from smmtools.strategy.indicators import NEEDS, NEEDS_BESIDE

BUDGET = {
    "since": "2026-09",
    "by": "A",
    "why": "B",
    "cap": 9_000,
    "fee": {"kind": "retainer", "amount": 5_000},
    "lines": [
        {"item": "Posts", "kind": "content", "quantity": 10, "unit": "post",
         "price": {"low": 100, "mode": 100, "high": 100}},
        {"item": "Ads", "kind": "ads", "quantity": 1, "unit": "month",
         "price": {"low": 7_000, "mode": 7_000, "high": 7_000}},
    ],
    "payback": {"margin": 0.25},
}  # fmt: skip


@pytest.fixture
def assessed(a_client, briefed):
    def assess(fx=None, budget=None, **rows):
        brief = briefed()
        said = brief.model_dump(mode="json") | {"fx": fx or {}}
        said["decisions"] = {"budget": [budget]} if budget else {}
        return indicators.assess(a_client(brief=type(brief).model_validate(said), **rows))

    return assess


def value(found, key, part=None):
    mine = [each for each in found.of(key) if part in (None, each.channel.part)]
    return mine[0].value.value if mine else math.nan


def bought(n=10, kind="order"):
    return orders(n, kind, medium="cpc")


def test_every_indicator_of_the_registry_says_what_it_needs():
    assert {*NEEDS, *NEEDS_BESIDE} == set(REGISTRY)


def test_what_ads_cost_and_brought(assessed):
    found = assessed(
        ads=ads(20), orders=[*bought(10), *bought(20, "application"), *orders(5, order_id="free")]
    )
    assert value(found, "cpm") == pytest.approx(2_000 / (200_000 + 10 * 190) * 1_000)
    assert value(found, "cpc") == pytest.approx(2_000 / 2_019)
    assert value(found, "cpl") == pytest.approx(2_000 / 20)
    assert value(found, "cpa") == pytest.approx(2_000 / 10)
    assert value(found, "roas") == pytest.approx(10 * 900 / 2_000)
    assert value(found, "ctr_all", "ads") == pytest.approx(20 * 150 / 201_900)


def test_romi_is_what_margin_leaves_after_all_cost_but_the_fee(assessed):
    found = assessed(ads=ads(20), orders=bought(20), budget=BUDGET)
    cost = 20 * 100 + 10 * 100
    assert value(found, "romi") == pytest.approx((20 * 900 * 0.25 - cost) / cost)
    assert math.isnan(value(assessed(ads=ads(20), orders=bought(20)), "romi"))
    without = BUDGET | {"payback": {"margin": None}}
    assert math.isnan(value(assessed(ads=ads(20), orders=bought(20), budget=without), "romi"))


@pytest.mark.parametrize(
    ("orders_a_day", "said"),
    [
        (8, ("PASS", "leaves more than it costs")),
        (1, ("FAIL", "costs more than it leaves")),
    ],
)
def test_romi_is_judged_by_its_whole_interval(assessed, orders_a_day, said):
    sold = [
        row | {"order_id": f"{row['order_id']}-{nth}"} for row in bought(20) for nth in range(orders_a_day)
    ]
    found = assessed(ads=ads(20), orders=sold, budget=BUDGET | {"payback": {"margin": 0.05 * orders_a_day}})
    verdict = next(each for each in found.verdicts if each.rule == "M1" and "costs" in each.finding)
    assert (verdict.grade.value, verdict.finding) == said


def test_spend_in_another_currency_is_converted_or_fails(assessed):
    rate = {"USD": {"rate": 90, "date": "2026-10-30", "source": "a bank"}}
    dollars = ads(20, currency="USD", spend=2.0)
    assert value(assessed(fx=rate, ads=dollars, orders=bought()), "cpc") == pytest.approx(20 * 180 / 2_019)
    without = assessed(ads=dollars, orders=bought())
    assert of_rule(without, "M1")[0] == ("FAIL", "no rate")
    assert all(math.isnan(value(without, key)) for key in ("cpc", "cpm", "cpl", "cpa", "roas", "romi"))
    assert value(without, "aov") == 900


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("cpl", {"ads": ads(20), "orders": bought(5)}),
        ("cpa", {"ads": ads(20), "orders": bought(5, "application")}),
        ("roas", {"ads": ads(20, spend=0.0), "orders": bought(5)}),
        ("cpc", {"ads": ads(20, link_clicks=0)}),
        ("cpm", {"ads": ads(20, impressions=0)}),
        ("ctr", {"ads": ads(20, impressions=0)}),
        ("aov", {"orders": bought(5, "application")}),
        ("er_reach", {"posts": [row | {"reach": 0} for row in posts()]}),
        ("audience_growth", {"followers": followers("ours", counts=(0, 20))}),
        ("conversion_site", {"orders": bought(5), "traffic": visits(0)}),
        ("application_rate", {"ads": ads(20, link_clicks=0), "orders": bought(5, "application")}),
    ],
)
def test_a_denominator_of_zero_is_missing(assessed, key, rows):
    assert math.isnan(value(assessed(**rows), key))


def test_ads_over_the_whole_month_give_no_interval(assessed):
    month = assessed(ads=ads(1, **MONTH, spend=3_100.0), orders=bought(20))
    (roas,) = month.of("roas")
    assert roas.value.value == pytest.approx(20 * 900 / 3_100)
    assert (roas.value.n, math.isnan(roas.value.low)) == (1, True)


def test_few_days_with_a_sale_give_no_interval(assessed):
    few = assessed(ads=ads(20), orders=bought(9))
    many = assessed(ads=ads(20), orders=bought(14))
    assert math.isnan(few.of("roas")[0].value.low) and not math.isnan(many.of("roas")[0].value.low)


def test_more_buyers_than_users_is_no_conversion(assessed):
    assert math.isnan(value(assessed(orders=bought(20), traffic=visits(10)), "conversion_site"))


def test_growth_takes_counts_near_the_months_ends_and_adds_accounts(assessed):
    rows = [*followers("ours"), {**followers("ours")[0], "account": "second", "count": 500},
            {**followers("ours")[1], "account": "second", "count": 480}]  # fmt: skip
    found = assessed(followers=rows)
    assert {each.channel.account: round(each.value.value, 4) for each in found.of("audience_growth")} == {
        "ours": 0.02,
        "second": -0.04,
        "": 0.0,
    }
    late = [row | {"date": pd.Timestamp("2026-10-15")} for row in followers("ours")[:1]]
    assert not found.of("er_day") and not assessed(followers=late).of("audience_growth")


def test_a_days_engagements_are_told_apart_from_a_sum_with_saves(assessed):
    def daily(measure, platform="vk"):
        days = pd.date_range("2026-10-01", "2026-10-12")
        return [{"platform": platform, "account": "ours", "date": day, "measure": measure,
                 "value": 10 + day.day % 2} for day in days]  # fmt: skip

    whole = [*daily("likes"), *daily("comments"), *daily("shares")]
    (vk,) = assessed(daily=whole, followers=followers("ours")).of("er_day")
    assert vk.value.value == pytest.approx(0.0315) and vk.channel.part == ""
    counts = [row | {"platform": "instagram"} for row in followers("ours")]
    (meta,) = assessed(daily=daily("interactions", "instagram"), followers=counts).of("er_day")
    assert meta.value.value == pytest.approx(0.0105) and meta.channel.part == "all interactions"


def test_share_of_voice_needs_competitors(assessed):
    theirs = posts(account="a", role="competitor", likes=14)
    found = assessed(posts=[*posts(), *theirs])
    assert value(found, "share_of_voice") == pytest.approx(66 / (66 + 186))
    assert not assessed(posts=posts()).of("share_of_voice")


def test_a_gain_has_no_ratio_to_another_gain(assessed):
    (growth,) = assessed(followers=followers("ours")).of("audience_growth")
    assert growth.trend == "unknown"


def test_placements_cost_and_bring_apart_from_ads(assessed):
    placed = ads(2, campaign="placement-mums", spend=50.0)
    came = [
        row | {"campaign": "placement-mums", "order_id": f"p{row['order_id']}"}
        for row in bought(1, "application")
    ]
    found = assessed(ads=[*ads(20), *placed], orders=[*bought(20, "application"), *came])
    assert (value(found, "cpl", "ads"), value(found, "cpl", "placements")) == (100, 100)
    assert value(found, "cpc", "placements") == pytest.approx(100 / 201)
    assert value(found, "cpc", "ads") == pytest.approx(2_000 / 2_019)
