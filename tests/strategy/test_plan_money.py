"""X6 of money: what was spent against the split, part by part, and the conversions that it promised."""

import dataclasses
import math

import pandas as pd
import pytest

from smmtools.inputs.plans import ApprovedPlan
from smmtools.strategy import plan_actual, plan_money

FIGURES = {"audience": 9, "reach_share": 1, "ctr": 1, "conversion": 1, "cost_per_click": 1, "spend": 1}
ADS = {"key": "ads", "platform": "vk", **FIGURES}
PLACED = {"key": "placed", "platform": "vk", "kind": "placements", "campaigns": ["placement-"], **FIGURES}
LINE = {"item": "Posts", "kind": "content", "quantity": 1, "unit": "post"}
LINE |= {"price": {"low": 1, "mode": 1, "high": 1}}


def ad(spend, day="2026-10-05", platform="vk", campaign="delivery"):
    return {"platform": platform, "campaign": campaign, "start": day, "end": day, "spend": spend,
            "currency": "RUB", "impressions": 10, "link_clicks": 1}  # fmt: skip


def applied(count, campaign="delivery", first=1, last=31, medium="cpc"):
    """So many applications, spread over the days of October from the first to the last."""
    days = [first + round(nth * (last - first) / max(1, count - 1)) for nth in range(count)]
    return [
        {"ordered_at": pd.Timestamp(f"2026-10-{day:02d} 09:00", tz="UTC"), "order_id": f"{campaign}{nth}",
         "kind": "application", "source": "vk", "medium": medium, "campaign": campaign}
        for nth, day in enumerate(days)
    ]  # fmt: skip


def split(ads=900.0, placed=100.0, *, mean=40.0, low=30.0, **more):
    channels = [{"key": "ads", "platform": "vk", "kind": "ads", "spend": ads},
                {"key": "placed", "platform": "vk", "kind": "placements", "spend": placed}]  # fmt: skip
    return {"counts": "applications", "channels": channels, "mean": mean, "low": low} | more


@pytest.fixture
def found(a_client, briefed):
    """What X6 finds of a plan's money: ``{"spend vk ads": "carried out"}`` and the figures compared."""

    def make(budget, channels=(ADS, PLACED), **rows):
        said = {"counts": "applications", "total": 1_000, "channels": list(channels)}
        decision = {"since": "2026-09", "by": "A", "why": "B", "cap": 1e6, "lines": [LINE], "split": said}
        case = a_client(brief=briefed(decisions={"budget": [decision]}), **rows)
        plan = ApprovedPlan("2026-10", 1, "Ann", "2026-09-30", "1" * 64, {"budget": budget})
        told = plan_actual.compare(dataclasses.replace(case, plans=(plan,)), (), None).compared
        money = {"spend", "channel spend", "conversions", "conversion cost"}
        return {
            " ".join(filter(None, (each.kind, each.platform, each.name))): each
            for each in told if each.kind in money
        }  # fmt: skip

    return make


def findings(found, start="spend"):
    return {name: each.finding for name, each in found.items() if start in name}


# --- money


def test_the_whole_is_held_against_the_settled_split_and_not_against_the_estimate(found):
    settled = split(1, 1) | {"decided": {"split": {"ads": 900.0, "placed": 100.0}, "mean": 9, "low": 1}}
    rows = [ad(900), ad(100, campaign="Placement: mums")]
    told = found({"media": 5_000.0, "split": settled}, ads=rows)
    assert findings(told) == {
        "spend": "carried out", "channel spend vk ads": "carried out",
        "channel spend vk placements": "carried out",
    }  # fmt: skip
    assert (told["spend"].planned, told["spend"].facts["against"]) == (1_000.0, "split")
    bare = found({"media": 5_000.0}, ads=rows)
    assert findings(bare) == {"spend": "underspent"}
    assert bare["spend"].facts["by"] == (4_000.0, "RUB") and bare["spend"].facts["share"] == 0.8


def test_ads_are_held_against_ads_and_placements_against_placements(found):
    told = found({"split": split()}, ads=[ad(700), ad(300, campaign="placement-mums")])
    assert findings(told) == {
        "spend": "carried out", "channel spend vk ads": "underspent",
        "channel spend vk placements": "overspent",
    }  # fmt: skip


def test_where_no_campaign_is_named_a_platform_is_one(found):
    told = found({"split": split()}, ads=[ad(1_000, campaign=None)])
    assert findings(told) == {"spend": "carried out", "channel spend vk": "carried out"}


def test_what_no_file_can_show_is_no_data_and_leaves_the_whole(found):
    unpaid = split() | {"channels": [*split()["channels"], {"key": "t", "platform": "tiktok", "spend": 500}]}
    told = found({"split": unpaid}, ads=[ad(900)])
    assert findings(told) == {
        "spend": "carried out", "channel spend vk ads": "carried out",
        "channel spend vk placements": "no data", "channel spend tiktok ads": "no data",
    }  # fmt: skip
    assert (told["spend"].planned, told["spend"].facts["against"]) == (900.0, "split, shown")
    lines = [{"kind": "ads", "channel": "vk", "expected": 900.0},
             {"kind": "placements", "channel": "vk", "expected": 400.0}]  # fmt: skip
    bare = found({"media": 1_300.0, "lines": lines}, ads=[ad(900)])
    assert findings(bare) == {"spend": "carried out", "channel spend vk placements": "no data"}
    assert bare["spend"].facts["against"] == "estimate, shown"


def test_nought_is_nought_where_the_files_did_show_such_campaigns(found):
    rows = [ad(900), ad(50, day="2026-09-05", campaign="placement-mums")]
    told = found({"split": split()}, ads=rows)
    assert findings(told)["channel spend vk placements"] == "underspent"
    assert told["channel spend vk placements"].actual == 0.0


def test_money_where_the_split_gave_none_is_told(found):
    told = found({"split": split()}, ads=[ad(900), ad(100, campaign="placement-a"), ad(9, platform="x")])
    assert findings(told)["channel spend x ads"] == "overspent"


# --- conversions


@pytest.mark.parametrize(
    ("came", "expected"),
    [(40, "met"), (39, "within the promise"), (30, "within the promise"), (29, "below the promise")],
)
def test_conversions_are_held_against_the_promise_down_to_its_poor_month(found, came, expected):
    told = found({"split": split()}, ads=[ad(1_000)], orders=applied(came))["conversions"]
    assert (told.finding, told.planned, told.actual, told.least) == (expected, 40.0, came, 30.0)
    assert told.facts["counts"] == "applications"


def test_the_settled_splits_promise_counts(found):
    settled = split() | {"decided": {"split": {"ads": 1_000.0}, "mean": 20.0, "low": 12.0}}
    told = found({"split": settled}, ads=[ad(1_000)], orders=applied(15))["conversions"]
    assert (told.finding, told.planned, told.least) == ("within the promise", 20.0, 12.0)


def test_on_far_less_money_a_broken_promise_is_not_the_curves_fault(found):
    told = found({"split": split()}, ads=[ad(700)], orders=applied(20))
    assert told["conversions"].finding == "below, less spent"
    assert told["conversions"].facts["meant"] == (1_000.0, "RUB")


def test_so_few_promised_that_none_would_be_chance_cannot_be_told(found):
    few = split(mean=3.4, low=0.0)
    told = found(
        {"split": few}, ads=[ad(1_000)], orders=[*applied(1, first=14), *applied(9, medium="social")]
    )
    assert told["conversions"].finding == "cannot be told"
    assert told["conversion cost"].finding == "cannot be told"


def test_what_no_paid_channel_of_the_plan_brought_does_not_count(found):
    other = {**ADS, "key": "new", "campaigns": ["festival"]}
    rows = [*applied(40), *applied(9, "festival"), *applied(5, "posts", medium="social")]
    told = found({"split": split()}, (ADS, PLACED, other), ads=[ad(1_000)], orders=rows)
    assert told["conversions"].actual == 40


def test_without_the_months_orders_or_the_channels_names_nothing_is_judged(found):
    assert found({"split": split()}, ads=[ad(1_000)])["conversions"].finding == "no data"
    cut = found({"split": split()}, ads=[ad(1_000)], orders=applied(40, last=20))
    assert cut["conversions"].finding == "no data" and math.isnan(cut["conversions"].actual)
    bare = found({"split": split()}, ads=[ad(1_000)], orders=applied(40, medium=None))
    assert bare["conversions"].finding == "no data"
    renamed = found({"split": split()}, ({**ADS, "key": "other"}, PLACED), orders=applied(40))
    assert renamed["conversions"].finding == "not named"
    assert renamed["conversions"].facts["keys"] == ["ads"]
    assert found({"media": 1.0}, orders=applied(40))["conversions"].finding == "not planned"


@pytest.mark.parametrize(
    ("spend", "expected"), [(1_000, "met"), (1_300, "within the promise"), (1_400, "dearer")]
)
def test_a_conversion_dearer_than_in_the_plans_poor_month_is_told(found, spend, expected):
    told = found({"split": split()}, ads=[ad(spend)], orders=applied(40))["conversion cost"]
    assert told.finding == expected
    assert (told.planned, told.actual) == (25.0, spend / 40)
    assert told.least == pytest.approx(1_000 / 30)


def test_a_shop_that_sells_thrice_a_week_has_a_whole_month(found):
    told = found({"split": split(mean=9, low=4)}, ads=[ad(1_000)], orders=applied(9, first=2, last=29))
    assert told["conversions"].finding == "met"


def test_a_plan_without_money_promises_none():
    assert plan_money.planned_money({}) is None
