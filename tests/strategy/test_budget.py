import dataclasses

import numpy as np
import pandas as pd
import pytest

from smmtools.inputs.budget_decision import BudgetLine
from smmtools.inputs.plans import ApprovedPlan
from smmtools.inputs.prices import Band, Prices
from smmtools.strategy import budget
from smmtools.strategy.budget import Line, estimate, pert
from smmtools.strategy.verdicts import Verdict

LINE = {
    "item": "Posts",
    "kind": "content",
    "quantity": 10,
    "unit": "post",
    "price": {"low": 80, "mode": 100, "high": 160},
    "serves": "er_reach",
}
FIXED = {"low": 100, "mode": 100, "high": 100}
BANDS = Prices(
    (Band("placements", "placement", "RUB", 100, 500, "guide", "undated"),), frozenset({"bought_followers"})
)


def lines(*changes: dict) -> tuple[Line, ...]:
    return tuple(Line(BudgetLine.model_validate(LINE | change), 1.0) for change in changes)


@pytest.fixture
def found(a_client, briefed):
    """Assess lines: ``found({"kind": "ads"}, cap=…)``, with the reference bands above."""

    def make(*changes: dict, cap: float = 5_000, fee: dict | None = None, brief: dict | None = None, **rows):
        decision = {"since": "2026-10", "by": "A", "why": "B", "cap": cap, "fee": fee}
        decision["lines"] = [LINE | change for change in changes]
        case = a_client(brief=briefed(decisions={"budget": [decision]}, **(brief or {})), **rows)
        return budget.assess(with_changes(case, prices=BANDS))

    return make


def with_changes(case, **changes):
    return dataclasses.replace(case, **changes)


def verdicts(result, rule):
    return [(verdict.grade.value, verdict.finding) for verdict in result.verdicts if verdict.rule == rule]


def test_pert_has_the_mean_and_quantiles_worked_by_hand():
    price = pert(80, 100, 160)
    assert float(price.mean()) == pytest.approx((80 + 4 * 100 + 160) / 6)
    assert [round(float(price.ppf(p)), 3) for p in (0.1, 0.5, 0.9)] == [88.979, 105.105, 126.711]


def test_a_fixed_price_has_one_value():
    price = pert(100, 100, 100)
    assert (float(price.ppf(0.1)), float(price.ppf(0.9)), float(price.mean())) == (100, 100, 100)


@pytest.mark.parametrize("prices", [(100, 80, 160), (80, 200, 160)])
def test_prices_that_do_not_rise_are_refused(prices):
    with pytest.raises(ValueError, match="needs low <= mode <= high"):
        pert(*prices)


def test_lines_together_add_their_quantiles_and_independent_ones_spread_less():
    total = estimate(lines({}, {}, {}, {}), cap=4_500)
    assert total.together.p90 == pytest.approx(4 * 10 * 126.711, rel=1e-5)
    assert total.together.p10 < total.independent.p10 < total.independent.p90 < total.together.p90


def test_the_simulation_agrees_with_the_one_case_that_is_exact():
    total = estimate(lines({}), cap=1_200)
    assert total.independent.p50 == pytest.approx(total.together.p50, rel=0.01)
    assert total.independent.over_cap == pytest.approx(1 - pert(80, 100, 160).cdf(120), abs=0.01)
    assert total.together.over_cap == pytest.approx(1 - pert(80, 100, 160).cdf(120), abs=1e-9)


def test_fixed_prices_are_over_the_cap_or_not():
    fixed = lines({"price": FIXED})
    assert estimate(fixed, cap=1_000).together.over_cap == 0
    assert estimate(fixed, cap=999).together.over_cap == 1


def test_the_same_seed_gives_the_same_total():
    assert estimate(lines({}, {}), 2_000).independent == estimate(lines({}, {}), 2_000).independent


def test_the_widest_line_drives_the_spread():
    wide = {"item": "Shoot", "price": {"low": 10, "mode": 100, "high": 900}}
    (first, share), (_, rest) = estimate(lines({}, wide), 5_000).drivers
    assert first.line.item == "Shoot"
    assert share > 0.9 and share + rest == pytest.approx(1)
    assert estimate(lines({"price": FIXED}), 5_000).drivers == ()


@pytest.mark.parametrize(
    ("cap", "expected"),
    [
        (1_600, ("PASS", "within the cap")),
        (1_200, ("REVIEW", "near the cap")),
        (900, ("FAIL", "over the cap")),
    ],
)
def test_the_chance_to_exceed_the_cap_decides(found, cap, expected):
    assert verdicts(found({}, cap=cap), "B1")[0] == expected


def test_a_line_that_serves_nothing_is_reviewed(found):
    assert verdicts(found({}, {"serves": None}), "R7.2") == [("REVIEW", "no value")]
    assert verdicts(found({}), "R7.2") == [("PASS", "all of value")]


def test_ads_without_content_fail(found):
    assert verdicts(found({"kind": "ads"}), "R7.2") == [("FAIL", "ads without content")]
    assert verdicts(found({"kind": "ads"}, {}), "R7.2") == [("PASS", "all of value")]


def test_a_price_outside_its_band_is_reviewed(found):
    placement = {"kind": "placements", "unit": "placement"}
    dear = {**placement, "price": {"low": 800, "mode": 900, "high": 950}}
    fair = {**placement, "price": {"low": 200, "mode": 300, "high": 450}}
    assert verdicts(found({}, dear), "R7.1") == [("REVIEW", "outside the band")]
    assert verdicts(found({}, fair), "R7.1") == [("PASS", "prices fit")]
    assert verdicts(found({}), "R7.1") == [("NO DATA", "no bands")]


def test_bought_followers_are_a_sign_of_fraud(found):
    assert verdicts(found({}, {"method": "bought_followers"}), "R7.1") == [("FAIL", "fraud")]


def test_another_currency_needs_a_rate(found):
    dollars = {"currency": "USD"}
    rate = {"USD": {"rate": 90, "date": "2026-10-31", "source": "bank"}}
    assert verdicts(found(dollars), "B1")[0] == ("FAIL", "no rate")
    reckoned = found(dollars, brief={"fx": rate}, cap=1e6).estimate
    assert reckoned.lines[0].mean == pytest.approx(90 * 10 * (80 + 400 + 160) / 6)


def test_fee_cost_and_hours_are_the_agencys(found):
    inside = found({"our_cost": 70, "hours": 20}, fee={"kind": "retainer", "amount": 300}).inside
    assert (inside.fee, inside.our_cost, inside.hours) == (300, 700, 20)
    assert inside.margin == pytest.approx(10 * 640 / 6 - 700 + 300)
    share = found({}, {"kind": "ads", "price": FIXED}, fee={"kind": "share of spend", "amount": 0.15}).inside
    assert share.fee == pytest.approx(0.15 * 1_000)


def an_ad(spend: float, currency: str = "RUB") -> dict:
    day = pd.Timestamp("2026-10-05")
    return {"platform": "vk", "start": day, "end": day, "spend": spend, "currency": currency}


def test_spend_is_set_against_the_approved_plan(a_client):
    plan = ApprovedPlan("2026-10", 1, "A", "2026-09-30", "", {"budget": {"media": 1_000.0}})
    for spend, expected in ((1_040, ("PASS", "spent as approved")), (1_060, ("REVIEW", "overspent"))):
        case = with_changes(a_client(ads=[an_ad(spend)]), plans=(plan,))
        assert verdicts(budget.assess(case), "B1")[-1] == expected


def test_without_a_plan_or_spend_there_is_no_verdict_on_it(a_client):
    assert verdicts(budget.assess(a_client(ads=[an_ad(10)])), "B1")[-1] == ("NO DATA", "no approved plan")
    assert verdicts(budget.assess(a_client()), "B1") == [("NO DATA", "no estimate"), ("NO DATA", "no spend")]


def test_spend_in_another_currency_is_reckoned_or_refused(a_client, briefed):
    rate = {"USD": {"rate": 90, "date": "2026-10-31", "source": "bank"}}
    known = budget.assess(a_client(ads=[an_ad(10, "USD"), an_ad(100)], brief=briefed(fx=rate)))
    assert known.spent.amount == pytest.approx(1_000)
    unknown = budget.assess(a_client(ads=[an_ad(10, "USD")]))
    assert verdicts(unknown, "B1")[0] == ("FAIL", "no rate")
    assert unknown.spent is None


def an_approved(*lines: dict) -> ApprovedPlan:
    media = sum(line["expected"] for line in lines if line["kind"] in budget.MEDIA)
    return ApprovedPlan("2026-10", 1, "A", "2026-09-30", "", {"budget": {"media": media, "lines": lines}})


def test_spend_is_set_against_the_parts_that_the_exports_tell_of(a_client):
    ads = {"kind": "ads", "channel": "vk", "expected": 1_000.0}
    posts = {"kind": "content", "channel": "vk", "expected": 9_000.0}
    bloggers = {"kind": "placements", "channel": "instagram", "expected": 500.0}
    case = with_changes(a_client(ads=[an_ad(1_300)]), plans=(an_approved(ads, posts, bloggers),))
    result = budget.assess(case)
    assert verdicts(result, "B1")[-2:] == [("REVIEW", "overspent"), ("NO DATA", "spend unseen")]
    assert (result.spent.amount, result.spent.approved, result.spent.unseen) == (1_300, 1_000, 500)
    nameless = with_changes(case, plans=(an_approved(ads | {"channel": None}, posts),))
    assert verdicts(budget.assess(nameless), "B1")[-1] == ("REVIEW", "overspent")


def test_without_a_rate_nothing_is_said_of_the_spend(a_client):
    assert ("NO DATA", "no spend") not in verdicts(budget.assess(a_client(ads=[an_ad(10, "USD")])), "B1")


CHANNEL = {"key": "vk", "platform": "vk", "spend": 1_000, "audience": 1e5, "reach_share": 0.5, "ctr": 0.02}
CHANNEL |= {"conversion": 0.1, "cost_per_click": 4}


def test_the_estimate_and_the_split_are_of_the_same_money(a_client, briefed):
    def said(price: int, channel: str | None = "vk") -> Verdict:
        split = {"counts": "orders", "total": 1_000, "channels": [CHANNEL], "decided": {"vk": 1_000}}
        bounds = dict.fromkeys(("low", "mode", "high"), price)
        line = LINE | {"kind": "ads", "channel": channel, "quantity": 1, "price": bounds}
        decision = {"since": "2026-10", "by": "A", "why": "B", "cap": 5_000, "lines": [LINE, line]}
        found = budget.assess(a_client(brief=briefed(decisions={"budget": [decision | {"split": split}]})))
        return next(each for each in found.verdicts if each.finding.startswith("split "))

    assert [said(price).grade.value for price in (1_000, 1_040, 1_060)] == ["PASS", "PASS", "REVIEW"]
    assert said(1_000, None).grade.value == "PASS"
    assert len(said(1_000, "instagram").facts["apart"]) == 2


def test_a_month_of_the_risks_loss_is_held_against_the_cap(a_client, briefed):
    def said(cap: float) -> list[tuple[str, str]]:
        risk = {"kind": "blocking", "likelihood": 0.5, "mitigation": "a reserve page", "owner": "A"}
        risk |= {"impact": {"low": 400, "mode": 400, "high": 400}}
        contract = {"since": "2026-10", "by": "A", "why": "B", "start": "2026-10-01"}
        contract |= {"deadline": "2026-10-31", "risks": [risk]}
        decision = {"since": "2026-10", "by": "A", "why": "B", "cap": cap, "lines": [LINE | {"price": FIXED}]}
        brief = briefed(decisions={"budget": [decision], "contract": [contract]})
        return verdicts(budget.assess(a_client(brief=brief)), "X4")

    assert ("REVIEW", "no reserve") in said(1_100)  # 1,000 and a month of half of 400 are 1,196
    assert ("PASS", "within the cap") in said(1_300)


def test_simulated_months_do_exceed_the_cap_as_often_as_said():
    """Independent lines drawn by another generator, a thousand months."""
    wanted = lines({}, {"quantity": 3}, {"quantity": 7})
    rng = np.random.default_rng(99)
    draws = sum(line.factor * line.price.rvs(size=4_000, random_state=rng) for line in wanted)
    said = estimate(wanted, cap=2_200).independent.over_cap
    print(f"said {said:.3f}, seen {(draws > 2_200).mean():.3f}")
    assert (draws > 2_200).mean() == pytest.approx(said, abs=0.03)
