"""M3 on a client's exports: a cohort table worked by hand, every finding, and what cannot be."""

import dataclasses
import datetime as dt
import math

import numpy as np
import pytest

from smmtools.strategy import cohorts, paid_sales
from smmtools.strategy.lag import Lag
from smmtools.strategy.paid_sales import PaidPart

POSTS = {
    "item": "Posts", "kind": "content", "quantity": 10, "unit": "post", "serves": "er_reach",
    "price": {"low": 10, "mode": 10, "high": 10},
}  # fmt: skip
PRIZES = POSTS | {"item": "Prizes", "kind": "contests"}
SOON = {"margin": 0.5, "lag_median": 0.01, "lag_p90": 0.02}
SLOW = {"margin": 0.5, "lag_median": 35, "lag_p90": 90}
ADS, PLACED = ("vk", "cpc", "zone"), ("vk", "cpc", "placement-city")


def ad(day, spend, campaign="zone", clicks=10, **more):
    row = {"platform": "vk", "campaign": campaign, "start": day, "end": day, "spend": spend}
    return row | {"link_clicks": clicks, "impressions": 1000, "currency": "RUB"} | more


def row(day, value=None, buyer=None, tags=(None, None, None), kind=None, **more):
    kind = kind or ("application" if value is None else "order")
    said = dict(zip(("source", "medium", "campaign"), tags, strict=True))
    made = {"ordered_at": f"{day} 12:00", "order_id": f"{day}{buyer}{value}", "kind": kind, "buyer": buyer}
    return made | {"value": value, "currency": None if value is None else "RUB"} | said | more


@pytest.fixture
def case(a_client, briefed):
    """A client in October: ``case(ads=[…], orders=[…], terms=SOON)``; terms None takes them away."""

    def make(terms=SOON, audience="client", since="2026-08", budget=None, brief=None, **rows):
        decision = {"since": since, "by": "A", "why": "B", "cap": 5_000, "lines": [POSTS, PRIZES]}
        decision |= ({"payback": terms} if terms else {}) | (budget or {})
        said = briefed(decisions={"budget": [decision]}, **(brief or {}))
        return dataclasses.replace(a_client(brief=said, **dated(rows)), audience=audience)

    return make


def dated(rows):
    """Days and times as the readers give them."""
    import pandas as pd

    for name, columns in (("ads", ("start", "end")), ("orders", ("ordered_at",))):
        for each in rows.get(name, ()):
            each |= {column: pd.Timestamp(each[column]) for column in columns}
    return rows


def worked(case, **changes):
    """September: 300 for ads, 100 for a placement. October: 400 and 50, and a boosted week over the edge."""
    ads = [ad("2026-09-01", 300), ad("2026-09-05", 100, "placement-city"), ad("2026-10-03", 400)]
    ads += [ad("2026-10-09", 50, "placement-city")]
    orders = [
        row("2026-09-10", buyer="B1", tags=ADS),
        row("2026-10-02", 1_000, "B1", ADS),  # of September's contact
        row("2026-10-03", -200, "B1", ADS),  # and part of it taken back
        row("2026-10-05", buyer="B2", tags=PLACED),
        row("2026-10-06", 600, "B2"),  # without tags of its own
        row("2026-10-20", 500, tags=("vk", "social", None)),  # nobody knows of which contact
        row("2026-10-21", 900, tags=("google", "organic", None)),
    ]
    return cohorts.assess_payback(case(ads=ads, orders=orders, **changes))


def table(part):
    names = ("spend", "fees", "content", "orders", "sales")
    return [tuple(round(getattr(each.cohorts[0], name), 6) for name in names) for each in part.found.cohorts]


def test_a_cohort_table_worked_by_hand(case):
    found = worked(case)
    assert [part.key for part in found.parts] == ["all", "vk-ads", "vk-placements"]
    whole, ads, placed = found.parts
    # the posts' 10 × 10 each month; the contest is no content
    assert table(whole) == [(400, 0, 100, 1, 800), (450, 0, 100, 2, 1100)]
    assert table(ads) == [(300, 0, 0, 1, 800), (400, 0, 0, 0, 0)]
    assert table(placed) == [(100, 0, 0, 0, 0), (50, 0, 0, 1, 600)]
    assert (whole.sold.by_application, whole.sold.by_lag, whole.sold.earlier) == (2, 1, 0)
    assert whole.sold.lag_seen == (2, 11.5, pytest.approx(1 + 0.9 * 21))  # 22 days and 1 day
    # all of it is known: they buy within minutes
    assert whole.month.margin == pytest.approx(1_100 * 0.5)
    assert [each.cohorts[0].end for each in whole.found.cohorts] == [
        dt.date(2026, 9, 30),
        dt.date(2026, 10, 31),
    ]


def test_the_agencys_fee_joins_the_cost_for_its_own_eyes_only(case):
    share = {"fee": {"kind": "share of spend", "amount": 0.1}}
    assert [table(part)[1][1] for part in worked(case, budget=share).parts] == [0, 0, 0]
    assert [table(part)[1][1] for part in worked(case, budget=share, audience="internal").parts] == [
        45,
        40,
        5,
    ]
    retainer = {"fee": {"kind": "retainer", "amount": 70}}
    fees = [table(part)[1][1] for part in worked(case, budget=retainer, audience="internal").parts]
    assert fees == [70, 0, 0]


def test_what_pays_only_without_the_fee_is_no_pass_for_the_client(case):
    ads = [ad("2026-10-01", 1_000)]
    orders = [row("2026-10-02", 1_000, f"B{place}", ADS) for place in range(100)]

    def graded(fee):
        budget = {"fee": {"kind": "retainer", "amount": fee}}
        found = cohorts.assess_payback(case(ads=ads, orders=orders, budget=budget))
        assert found.parts[0].month.cost == 1_100  # of which nobody can tell the fee
        return found.verdicts[0].finding, found.verdicts[0].grade

    assert graded(5_000) == ("pays", "PASS")
    assert graded(80_000) == ("pays without the fee", "REVIEW")


def test_contacts_before_the_first_cohort_are_in_none(case):
    orders = [row("2026-08-02", buyer="B1", tags=ADS), row("2026-10-02", 1_000, "B1", ADS)]
    whole = cohorts.assess_payback(case(ads=[ad("2026-09-01", 300)], orders=orders)).parts[0]
    assert (whole.sold.earlier, [each.cohorts[0].sales for each in whole.found.cohorts]) == (1, [0, 0])


def test_unknown_contacts_are_shared_by_clicks_and_lag():
    days = [(dt.date(2026, 9, 1), dt.date(2026, 9, 30)), (dt.date(2026, 10, 1), dt.date(2026, 10, 31))]
    import pandas as pd

    sold = pd.DataFrame({"sold": [pd.Timestamp("2026-10-16")], "contact": [pd.NaT], "value": [1_000.0]})
    won = paid_sales.by_cohort(sold, days, np.array([1_000.0, 1_000.0]), Lag(14, 60))
    assert won.orders.round(3).tolist() == [0.366, 0.634]  # the example of led_by
    assert won.sales.sum() == pytest.approx(1_000)
    assert (won.by_application, won.by_lag, won.earlier) == (0, 1, 0)


def test_months_count_from_the_first_day_with_ads(case):
    ads, orders = [ad("2026-09-11", 5)], [row("2026-05-04", buyer="B1", tags=ADS)]
    days = cohorts.cohort_days(case(ads=ads, orders=orders))
    assert days[0] == (dt.date(2026, 9, 11), dt.date(2026, 9, 30))
    assert cohorts.cohort_days(case(orders=orders))[0] == (dt.date(2026, 5, 1), dt.date(2026, 5, 31))
    assert cohorts.cohort_days(case(ads=ads)) == []


def test_a_month_that_nobody_decided_on_has_no_known_cost(case):
    whole, ads, _ = worked(case, since="2026-10").parts
    assert len(whole.found.cohorts) == 1 and len(ads.found.cohorts) == 2


def test_a_row_over_two_months_gives_each_its_days(case):
    orders = [row("2026-09-02", buyer="B1", tags=ADS)]
    made = case(ads=[ad("2026-09-29", 70, end="2026-10-05")], orders=orders)
    ads = cohorts.assess_payback(made).parts[1]
    assert [each.cohorts[0].spend for each in ads.found.cohorts] == [20, 50]


def test_dollars_are_reckoned_by_the_briefs_rate(case):
    fx = {"fx": {"USD": {"rate": 90.0, "date": "2026-10-30", "source": "a bank"}}}
    rows = {
        "ads": [ad("2026-10-01", 3, currency="USD")],
        "orders": [row("2026-10-02", 20, None, ADS, currency="USD")],
    }
    whole = cohorts.assess_payback(case(brief=fx, **rows)).parts[0]
    assert table(whole) == [(270, 0, 100, 1, 1800)]


@pytest.mark.parametrize("campaigns, kind", [([], "ads"), (["zone"], "placements")])
def test_the_splits_channels_say_what_is_a_placement(case, campaigns, kind):
    figures = {"audience": 9, "reach_share": 1, "ctr": 1, "conversion": 1, "cost_per_click": 1, "spend": 1}
    channels = [{"key": "vk-ads", "platform": "vk", **figures}]
    channels += [
        {"key": "vk-placements", "platform": "vk", "kind": "placements", "campaigns": campaigns, **figures}
    ]
    split = {"split": {"counts": "orders", "total": 9, "channels": channels[: 1 + bool(campaigns)]}}
    rows = {"ads": [ad("2026-10-01", 5)], "orders": [row("2026-10-02", 20, None, ADS)]}
    assert cohorts.assess_payback(case(budget=split, **rows)).parts[1].part == PaidPart("vk", kind)


def finding(found, key="vk-ads"):
    (part,) = [each for each in found.parts if each.key == key]
    (verdict,) = [each for each in found.verdicts if each.facts.get("part") == part.channel]
    return verdict.grade.value, verdict.finding


@pytest.mark.parametrize(
    "spend, orders, says",
    [
        (100, 40, ("PASS", "pays")),
        (1_950, 40, ("REVIEW", "may pay")),
        (9_000, 40, ("FAIL", "never pays")),
        (9_000, 0, ("FAIL", "never pays")),  # 180 average orders would have had to come
        (90, 0, ("REVIEW", "too few to tell")),  # two would
        (0, 0, ("NO DATA", "nothing spent")),
    ],
)
def test_each_finding_of_a_month_that_can_be_judged(case, spend, orders, says):
    sold = [row("2026-10-08", 100, f"B{number}", ADS) for number in range(orders)]
    sold += [row("2026-10-08", 100, "C", ("google", "organic", None))]
    made = case(ads=[ad("2026-09-01", 1), ad("2026-10-01", spend)], orders=sold)
    assert finding(cohorts.assess_payback(made)) == says


@pytest.mark.parametrize("sold, says", [(1, "not yet known"), (0, "no sales yet")])
def test_a_verdict_too_early_is_withheld_and_says_from_when_it_can_be_given(case, sold, says):
    asked = [row("2026-08-01", buyer="A", tags=ADS), *(row("2026-08-09", 900, "A", ADS) for _ in range(3))]
    orders = [row("2026-10-09", 900, "B", ADS), row("2026-10-08", buyer="B", tags=ADS)][: 2 * sold]
    found = cohorts.assess_payback(
        case(SLOW, ads=[ad("2026-08-01", 9), ad("2026-10-01", 9)], orders=asked + orders)
    )
    assert finding(found) == ("NO DATA", says)  # though August alone could be judged
    whole = found.parts[0]
    assert whole.found.finding in ("pays", "may pay")
    assert whole.judged_from == dt.date(2026, 12, 21)
    assert found.verdicts[0].value == pytest.approx(0.1626, abs=1e-4)
    assert found.verdicts[0].threshold == 0.8


@pytest.mark.parametrize(
    "terms, says",
    [
        (None, ("NO DATA", "no margin")),
        (SOON | {"margin": None}, ("NO DATA", "no margin")),
        (SOON | {"margin": 0}, ("FAIL", "margin not positive")),
        (SOON | {"lag_p90": None}, ("NO DATA", "no p90")),
        (SOON | {"lag_median": 9, "lag_p90": 9}, ("FAIL", "lag does not rise")),
    ],
)
def test_terms_that_are_missing_or_cannot_be_are_one_verdict(case, terms, says):
    found = worked(case, terms=terms)
    assert [(each.grade.value, each.finding) for each in found.verdicts] == [says]
    assert found.parts == ()


def test_a_currency_without_a_rate_fails_and_is_named(case):
    rows = {"ads": [ad("2026-10-01", 3, currency="USD")], "orders": [row("2026-10-02", 20, currency="EUR")]}
    verdicts = cohorts.assess_payback(case(**rows)).verdicts
    assert [(each.grade.value, each.finding, each.facts["currency"]) for each in verdicts] == [
        ("FAIL", "no rate", "EUR"), ("FAIL", "no rate", "USD"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [{}, {"ads": [ad("2026-10-01", 3)]}])
def test_without_orders_there_are_no_cohorts(case, rows):
    (verdict,) = cohorts.assess_payback(case(**rows)).verdicts
    assert (verdict.grade.value, verdict.finding) == ("NO DATA", "no cohorts")


def test_an_order_of_facebook_belongs_to_an_account_that_does_not_tell_metas_networks_apart(case):
    made = case(
        orders=[row("2026-10-02", 20, None, ("instagram", "cpc", "x"))],
        ads=[ad("2026-10-01", 3, platform="meta")],
    )
    assert [part.found.cohorts[-1].cohorts[0].sales for part in cohorts.assess_payback(made).parts] == [
        20,
        20,
    ]


def test_nobody_decided_anything(a_client):
    found = cohorts.assess_payback(a_client(orders=dated({"orders": [row("2026-10-02", 20)]})["orders"]))
    assert [each.finding for each in found.verdicts] == ["no margin"]
    assert found.owner is None and math.isnan(cohorts.assess_risks_of(found.client_month).total)


def test_a_month_cut_short_carries_as_much_content_as_it_has_days(case):
    made = case(ads=[ad("2026-10-22", 50)], orders=[row("2026-10-23", 20, None, ADS)])
    whole = cohorts.assess_payback(made).parts[0]
    assert table(whole) == [(50, 0, pytest.approx(100 * 10 / 31, abs=1e-5), 1, 20)]


def test_ads_of_a_platform_that_no_file_names_are_spent_all_the_same(case):
    made = case(ads=[ad("2026-10-01", 50, platform=None)], orders=[row("2026-10-02", 20, None, ADS)])
    whole, unknown = cohorts.assess_payback(made).parts
    assert [table(whole)[0][0], table(unknown)[0][0]] == [50, 50]
    assert table(unknown)[0][4] == 0  # nobody knows which orders are theirs


def test_what_is_no_social_channel_stays_out_of_all_of_them_together(case):
    rows = {
        "ads": [ad("2026-10-01", 50, platform="google")],
        "orders": [row("2026-10-02", 20, None, ("google", "cpc", "x"))],
    }
    whole, google = cohorts.assess_payback(case(**rows)).parts
    assert table(whole) == [(0, 0, 100, 0, 0)] and table(google) == [(50, 0, 0, 1, 20)]


@pytest.mark.parametrize("stated, says", [((3, 14), True), ((0.2, 1), False)])
def test_a_lag_that_the_orders_contradict_is_said_and_no_pass_rests_on_it(case, stated, says):
    days = [f"2026-09-{day:02}" for day in range(1, 31)] * 4 + ["2026-10-02"] * 40
    orders = [row(day, buyer=f"B{place}", tags=ADS) for place, day in enumerate(days)]
    orders += [row(f"{day}", 100, f"B{place}", ADS) for place, day in enumerate(days)]
    terms = {"margin": 0.5, "lag_median": stated[0], "lag_p90": stated[1]}
    made = case(terms, ads=[ad("2026-09-01", 9), ad("2026-10-01", 9)], orders=orders)
    found = cohorts.assess_payback(made)
    told = [each for each in found.verdicts if each.finding == "lag contradicted"]
    assert [each.grade.value for each in told] == ["REVIEW"] * says
    assert finding(found) == (("REVIEW", "pays if the lag holds") if says else ("PASS", "pays"))
    if says:
        assert (told[0].facts["late"], told[0].facts["number"]) == (0, 120)


def test_where_no_order_has_a_value_nobody_can_say_how_many_would_repay(case):
    asked = [row("2026-10-02", buyer="B", tags=ADS)]
    found = cohorts.assess_payback(case(ads=[ad("2026-10-01", 50)], orders=asked))
    assert finding(found) == ("NO DATA", "no order value")
