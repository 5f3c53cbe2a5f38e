"""The split of media money on a client's own data: rules B2 and B3."""

import datetime as dt

import numpy as np
import pytest

from smmtools.inputs.budget_decision import PaidChannel, Split
from smmtools.strategy import budget
from smmtools.strategy.division import bounds
from smmtools.strategy.paid_weeks import claimed, paid_weeks
from smmtools.strategy.split_counts import drawn_counts, poor_month
from smmtools.strategy.watch_worth import pays_from

FIGURES = {"audience": 100_000, "reach_share": 0.5, "ctr": 0.02, "conversion": 0.1, "cost_per_click": 40}
ADS = {"key": "ads", "platform": "vk", "spend": 20_000, **FIGURES}  # V = 100, K = 20,000
PLACED = {**ADS, "key": "placed", "kind": "placements", "campaigns": ["placement-"], "audience": 60_000}
LINE = {"item": "Posts", "kind": "content", "quantity": 1, "unit": "post", "serves": "er_reach"}
LINE |= {"price": {"low": 1, "mode": 1, "high": 1}}
FIRST = dt.date(2026, 8, 3)  # 90 days until the month's end: 12 weeks and 6 days


def ad_days(spend=500.0, campaign="delivery", currency="RUB", days=90, long=1):
    """An ad account's rows, ``long`` days each."""
    starts = [FIRST + dt.timedelta(days=day) for day in range(0, days, long)]
    return [
        {
            **{"platform": "vk", "campaign": campaign, "currency": currency, "spend": spend * long},
            **{"start": start, "end": start + dt.timedelta(days=long - 1)},
        }
        for start in starts
    ]


def applied(a_day=1.4, campaign="Delivery", medium="CPC", days=90):
    """Applications spread evenly, from the first to the last day."""
    number = round(a_day * days)
    places = [round(index * (days - 1) / max(1, number - 1)) for index in range(number)]
    return [
        {
            **{"order_id": f"{campaign}{index}", "kind": "application", "source": "vk.com", "medium": medium},
            **{"campaign": campaign, "ordered_at": f"{FIRST + dt.timedelta(days=place)} 12:00"},
        }
        for index, place in enumerate(places)
    ]


@pytest.fixture
def found(a_client, briefed):
    """Assess a split: ``found(total=…, channels=[…], ads=[…], orders=[…])``."""

    def make(ads=None, orders=None, payback=None, **changes):
        split = {"counts": "applications", "total": 30_000, "unit": 100, "margin": 900} | changes
        split = {"channels": [ADS, PLACED]} | split
        decision = {"since": "2026-10", "by": "A", "why": "B", "cap": 1e6, "lines": [LINE], "split": split}
        decision |= {"payback": payback} if payback else {}
        ads = [*ad_days(), *ad_days(50, "placement-mums")] if ads is None else ads
        orders = [*applied(), *applied(0.15, "placement-mums")] if orders is None else orders
        case = a_client(brief=briefed(decisions={"budget": [decision]}), ads=ads, orders=orders)
        return budget.assess(case)

    return make


def findings(result, rule="B2"):
    return {verdict.finding: verdict.grade.value for verdict in result.split.verdicts if verdict.rule == rule}


def facts(result, finding):
    return next(verdict.facts for verdict in result.split.verdicts if verdict.finding == finding)


def test_weeks_end_with_the_month_and_campaigns_tell_channels_apart(found):
    case = found().client_month
    weeks = paid_weeks(case, case.brief.decided("budget", "2026-10").split.channels, "applications")
    assert (len(weeks.ends), str(weeks.ends[-1].date())) == (12, "2026-10-31")
    assert weeks.spend.tolist() == [[3_500.0, 350.0]] * 12
    assert weeks.month.tolist() == [15_500.0, 1_550.0]
    assert 9 <= weeks.conversions[:, 0].min() <= weeks.conversions[:, 0].max() <= 11


def test_what_no_channel_or_two_claim_is_nobodys(found):
    two = [PaidChannel.model_validate(ADS), PaidChannel.model_validate(ADS | {"key": "more"})]
    assert claimed("vk", "delivery", two) is None
    assert claimed("facebook", "delivery", two) is None
    assert claimed("meta", None, [PaidChannel.model_validate(ADS | {"platform": "instagram"})]) == 0


def test_unpaid_applications_are_not_counted(found):
    assert found(orders=applied(medium="social")).split.found.weeks.counted == 0


def test_rows_of_a_month_say_nothing_of_weeks(found):
    result = found(ads=ad_days(long=30), channels=[ADS])
    assert findings(result)["no weeks"] == "NO DATA"
    assert result.split.found.channels[0].basis == "planning"


def test_spend_in_another_currency_is_converted_or_refused(found, a_client, briefed):
    result = found(ads=ad_days(currency="USD"))
    assert result.split.found is None
    assert result.verdicts[0].finding == "no rate"


def test_the_split_adds_up_in_whole_units_and_pays(found):
    result = found()
    channels = result.split.found.channels
    assert sum(paid.spend for paid in channels) == 30_000
    assert all(paid.spend % 100 == 0 for paid in channels)
    assert findings(result)["all pays"] == "PASS"
    assert findings(result)["learnt"] == "PASS"
    assert 0.5 < result.split.found.last_pays < found(margin=9_000).split.found.last_pays
    assert channels[0].marginal[0] == pytest.approx(channels[1].marginal[0], rel=0.02)
    assert channels[0].marginal[1] < channels[0].marginal[0] < channels[0].marginal[2]


def test_money_stays_where_another_unit_returns_less_than_it_costs(found):
    result = found(margin=500)
    divided = result.split.found
    assert findings(result)["money stays"] == "REVIEW" and divided.stopped
    assert divided.unspent > 0
    assert all(
        paid.marginal[0] * 500 == pytest.approx(1, rel=0.03) for paid in divided.channels if paid.spend
    )


def test_money_that_the_maximums_leave_no_room_for_is_said_apart(found):
    result = found(channels=[ADS | {"most": 9_000}, PLACED | {"most": 2_000}], margin=1e5)
    assert result.split.found.unspent == 19_000 and not result.split.found.stopped
    assert findings(result)["no room"] == "REVIEW"
    assert facts(result, "no room")["spent"] == (11_000, "RUB")
    assert "no room" not in findings(found())


def test_without_a_margin_nothing_says_where_to_stop(found):
    result = found(margin=None)
    assert findings(result)["no margin"] == "NO DATA"
    assert result.split.found.response.total == 30_000


def test_weeks_that_contradict_the_plan_are_refused(found):
    result = found(orders=[*applied(20.0), *applied(0.15, "placement-mums")])
    assert findings(result)["history refused"] == "REVIEW"
    paid = result.split.found.channels[0]
    assert paid.basis == "refused" and paid.learnt.effective < 400


def test_few_conversions_leave_the_curve_to_planning(found):
    result = found(
        ads=ad_days(3_000), orders=applied(0.085), channels=[ADS | {"audience": 52_000, "conversion": 0.005}]
    )
    assert findings(result)["prior-dominated"] == "REVIEW"


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"channels": [ADS | {"least": 40_000}]}, "minimums above the total"),
        ({"channels": [ADS | {"least": 150, "most": 190}]}, "no whole split"),
        ({"channels": [ADS | {"spend": 1_000_000}]}, "no curve"),
    ],
)
def test_what_cannot_be_fails_and_says_why(found, changes, finding):
    result = found(**changes)
    assert findings(result) == {finding: "FAIL"}
    assert result.split.found is None


def test_minimums_and_maximums_are_kept_in_whole_units(found):
    result = found(channels=[ADS | {"most": 12_000}, PLACED | {"least": 3_050}])
    ads, placed = result.split.found.channels
    assert ads.spend <= 12_000 and placed.spend >= 3_100
    plan = result.split.plan
    assert [bound.tolist() for bound in bounds(plan)] == [[0, 3_100], [12_000, float("inf")]]


def test_a_scenario_stands_beside_the_split_or_is_said_to_be_impossible(found):
    tries = [
        {"name": "Half", "total": 15_000},
        {"name": "Careful", "caution": 1},
        {"name": "Nothing", "total": 50},
    ]
    result = found(scenarios=tries, channels=[ADS, PLACED | {"least": 1_000}], margin=1e5)
    half, careful, nothing = result.split.found.scenarios
    assert half.response.total == 15_000 and half.response.mean < result.split.found.response.mean
    assert careful.caution == 1 and careful.response.low >= result.split.found.response.low
    assert nothing.response is None and findings(result)["scenario impossible"] == "FAIL"


def test_what_was_settled_on_is_held_against_the_best_split_of_the_same_money(found):
    best = {paid.channel.key: paid.spend for paid in found().split.found.channels}
    assert findings(found(decided=best))["settled well"] == "PASS"
    worse = found(decided={"ads": 1_000, "placed": 29_000})
    assert findings(worse)["settled worse"] == "REVIEW"
    assert facts(worse, "settled worse")["loss"] > 1
    assert findings(found(decided=best, margin=500))["settled on more"] == "REVIEW"
    assert findings(found())["not settled"] == "NO DATA"


def test_the_least_spend_for_a_target_or_that_there_is_none(found):
    easy = found(target=20)
    assert findings(easy)["target paid for"] == "PASS"
    assert easy.split.found.target.needed < 30_000
    assert findings(found(target=80))["target costs more"] == "REVIEW"
    never = found(target=5_000)
    assert findings(never)["target out of reach"] == "FAIL"
    assert never.split.found.target.spend is None


def test_what_posts_bring_is_not_bought_a_second_time(found):
    posts = [row | {"order_id": f"p{row['order_id']}"} for row in applied(2, medium="social")]
    alone, beside = (
        found(target=110, orders=[*applied(), *applied(0.15, "placement-mums"), *more]).split.found.target
        for more in ([], posts)
    )
    assert (alone.besides, alone.rest) == (0, 110)
    assert (beside.besides, beside.rest) == (62, 48)  # two a day in October's 31 days
    assert beside.needed < alone.needed / 2 and beside.chance > alone.chance
    assert beside.last < alone.last


PAYBACK = {"margin": 0.4, "lag_median": 1, "lag_p90": 6}


def with_sales(value=1_000, every=2):
    """Applications of the ads, one a day; every second one's buyer buys on the next day."""
    asked = [row | {"buyer": row["order_id"]} for row in applied(1)]
    bought = [
        {**row, "order_id": f"o{row['order_id']}", "kind": "order", "value": value, "currency": "RUB"}
        | {"ordered_at": f"{FIRST + dt.timedelta(days=index + 1)} 12:00"}
        for index, row in enumerate(asked)
        if index % every == 0
    ]
    return [*asked, *bought]


def test_what_an_application_left_is_followed_to_its_buyers_orders(found):
    worth = found(orders=with_sales(), payback=PAYBACK).split.found.worth
    assert worth.conversions == 84  # of 90: the last six days' buyers may still buy
    assert worth.value == pytest.approx(0.5 * 1_000 * 0.4)
    assert worth.low < 200 < worth.high and worth.paid


@pytest.mark.parametrize(
    ("stated", "finding", "grade", "reckoned"),
    [
        (210, "margin fits", "PASS", 210),
        (900, "margin above", "REVIEW", 200),
        (90, "margin below", "REVIEW", 90),
        (None, "margin reckoned", "REVIEW", 200),
    ],
)
def test_the_lower_of_the_stated_margin_and_the_orders_stops_the_spend(
    found, stated, finding, grade, reckoned
):
    result = found(orders=with_sales(), payback=PAYBACK, margin=stated)
    assert findings(result)[finding] == grade
    assert result.split.found.margin == pytest.approx(reckoned)


def test_a_cost_per_application_pays_up_to_what_the_stop_rule_reckons_with(found):
    result = found(orders=with_sales(), payback=PAYBACK, margin=900)
    assert pays_from(result.client_month, "cpl") == pytest.approx(result.split.found.margin)
    assert result.split.found.margin == pytest.approx(200)
    assert pays_from(result.client_month, "cpa") is None  # the split counts applications


def test_a_margin_that_no_order_tells_of_is_said_to_be_unchecked(found):
    assert findings(found())["margin unchecked"] == "NO DATA"
    few = [row for row in with_sales() if row["ordered_at"] < "2026-08-09"]
    result = found(orders=few, payback=PAYBACK, margin=300)
    assert findings(result)["margin too few"] == "NO DATA" and result.split.found.margin == 300


def test_an_order_leaves_its_sales_times_the_margin_and_few_paid_ones_are_joined_by_all(found):
    paid = found(orders=with_sales(every=3), payback=PAYBACK, counts="orders").split.found.worth
    assert (paid.conversions, paid.paid) == (30, True) and paid.value == pytest.approx(400)
    unpaid = [row | {"medium": "social"} for row in with_sales(every=3)]
    every = found(orders=unpaid, payback=PAYBACK, counts="orders").split.found.worth
    assert (every.conversions, every.paid) == (30, False)


def test_gains_are_over_equal_parts_and_over_last_months_shares(found):
    divided = found().split.found
    assert divided.gain_equal.brings[0] >= 0
    assert divided.gain_last.share == pytest.approx(
        divided.gain_last.brings[0] / (divided.response.mean - divided.gain_last.brings[0])
    )
    assert found(ads=[], orders=applied()).split.found.gain_last is None


def test_reach_is_not_added_up(found):
    result = found()
    reach, added = result.split.found.reach, result.split.found.added_up
    assert reach.least < reach.independent < reach.most == pytest.approx(added)
    assert findings(result, "B3") == {"little overlap": "PASS"}
    wide = [
        ADS | {"reach_share": 1.0, "ctr": 0.01},
        PLACED | {"reach_share": 1.0, "ctr": 0.01, "audience": 1e5},
    ]
    assert findings(found(channels=wide, total=90_000, margin=1e5), "B3") == {"much overlap": "REVIEW"}
    assert findings(found(channels=[ADS]), "B3") == {"one channel": "PASS"}


def test_without_a_decision_the_verdict_says_what_is_missing(a_client):
    nothing = budget.assess(a_client())
    assert findings(nothing) == {"no split": "NO DATA"}
    assert findings(nothing, "B3") == {"no split": "NO DATA"}
    assert findings(budget.assess(a_client(ads=ad_days()))) == {"nothing counted": "NO DATA"}


@pytest.mark.parametrize("change", [{"total": 0}, {"total": -5}, {"margin": 0}, {"unit": 0}])
def test_amounts_that_mean_nothing_are_faults_of_the_brief(change):
    with pytest.raises(ValueError, match="greater than 0"):
        Split.model_validate({"counts": "orders", "total": 10, "channels": [ADS]} | change)


@pytest.mark.parametrize("change", [{"least": 10, "most": 5}, {"cost_per_click": -1}])
def test_a_channel_that_contradicts_itself_is_a_fault_of_the_brief(change):
    with pytest.raises(ValueError, match=r"below the least|greater than 0"):
        PaidChannel.model_validate(ADS | change)


def test_a_poor_month_is_a_whole_count_and_few_may_come_to_none(found):
    few = found(ads=[], orders=[], channels=[ADS | {"conversion": 0.005}], total=20_000, margin=None)
    divided = few.split.found
    assert 1 < divided.response.mean < 3.5
    assert divided.response.low in (0, 1)
    counts = drawn_counts(np.full(20_000, 3.1))
    assert counts.mean() == pytest.approx(3.1, rel=0.03) and counts.var() == pytest.approx(6.2, rel=0.05)
    assert poor_month(counts) == 0
