"""M3: a cohort table worked by hand, the lag, what is withheld, and what cannot be."""

import datetime as dt
import math
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from smmtools.strategy.lag import Lag
from smmtools.strategy.payback import (
    GRADES,
    Cohort,
    Finding,
    Lacking,
    accumulate,
    months_to_payback,
    payback,
    repaid_on,
)
from smmtools.strategy.verdicts import Grade

LAG = Lag(14, 60)
AUGUST, SEPTEMBER, OCTOBER = dt.date(2026, 8, 1), dt.date(2026, 9, 1), dt.date(2026, 10, 1)
ON = dt.date(2026, 10, 31)


def cohort(day=AUGUST, cost=1_000.0, orders=100, sales=5_000.0, end=None):
    return Cohort(day, end or day, cost * 0.6, cost * 0.15, cost * 0.25, orders, sales)


def judged(*cohorts, on=ON, margin=0.4, **terms):
    return payback(cohorts, on, **({"margin": margin, "median": 14, "p90": 60} | terms))


def test_sales_that_come_at_once():
    assert round(months_to_payback(250, 99, 0.70), 4) == 3.6075
    assert months_to_payback(250, 0, 0.70) == math.inf
    assert months_to_payback(0, 99, 0.70) == 0


def test_a_customer_who_starts_later_repays_later():
    months = months_to_payback(250, 99, 0.70, LAG)
    bought, _ = integrate.quad(LAG.share_by, 0, months * 365.25 / 12)
    assert bought / (365.25 / 12) * 99 * 0.70 == pytest.approx(250, rel=1e-6)
    assert months_to_payback(250, 99, 0.70, Lag(1e-6, 2e-6)) == pytest.approx(250 / 69.3, rel=1e-6)
    assert months_to_payback(1e-3, 99, 0.70, LAG) < 0.2


HAND = (
    cohort(AUGUST, 1_000, 95, 5_000 * LAG.share_by(91.5)),
    cohort(SEPTEMBER, 1_620, 90, 4_500 * LAG.share_by(60.5)),
    cohort(OCTOBER, 1_000, 37, 5_000 * LAG.share_by(30.5)),
)


def test_a_cohort_table_worked_by_hand():
    """Of each cohort known F(age) of its sales; F⁻¹(cost / margin) is 14 days at .5, 60 days at .9.

    contacted    age  F(age)  sales so far  in all  margin .4   cost   cost / margin  repaid after
    1 August      91   .9509        4,754   5,000      2,000   1,000             .5       14 days
    1 September   60   .9013        4,056   4,500      1,800   1,620             .9       60 days
    1 October     30   .7536        3,768   5,000      2,000   1,000    withheld, for F < .8
    August and September together           9,500      3,800   2,620            .6895
    """
    found = judged(*HAND)
    august, september, october = found.cohorts
    assert [round(each.cohorts[0].sales) for each in found.cohorts] == [4_754, 4_056, 3_768]
    assert [each.known for each in found.cohorts] == pytest.approx([0.9509, 0.9013, 0.7536], abs=5e-5)
    assert [each.sales for each in found.cohorts] == pytest.approx([5_000, 4_500, 5_000])
    assert [each.margin for each in found.cohorts] == pytest.approx([2_000, 1_800, 2_000])
    assert [each.days for each in found.cohorts] == pytest.approx([14, 60, 14])
    assert (august.finding, september.finding, october.finding) == ("pays", "may pay", "not yet known")
    whole = found.whole
    assert whole.cohorts == HAND[:2]
    assert (whole.sales, whole.margin, whole.cost) == pytest.approx((9_500, 3_800, 2_620))
    assert whole.days == pytest.approx(stats.lognorm(LAG.sigma, scale=14).ppf(2_620 / 3_800))
    assert whole.low < whole.days < whole.high
    assert found.finding == whole.finding


def test_by_the_calendar_the_first_cohort_repays_on_its_fifteenth_day():
    table = accumulate(judged(HAND[0]), 0.4, LAG, ON)
    assert table["cost"].eq(1_000).all()
    assert table["margin"].loc["2026-08-15"] == pytest.approx(2_000 * LAG.share_by(14.5))
    assert table["margin"].loc["2026-10-31"] == pytest.approx(HAND[0].sales * 0.4)
    assert repaid_on(table) in (dt.date(2026, 8, 15), dt.date(2026, 8, 16))  # equal but for rounding
    late = accumulate(judged(HAND[1]), 0.4, LAG, dt.date(2026, 12, 31))
    assert repaid_on(late) in (dt.date(2026, 10, 31), dt.date(2026, 11, 1))


def test_a_month_of_contacts_adds_up_by_the_day():
    month = cohort(AUGUST, 3_100, end=dt.date(2026, 8, 31))
    found = judged(month)
    table = accumulate(found, 0.4, LAG, ON)
    assert table["cost"].loc["2026-08-10"] == pytest.approx(1_000)
    expected = np.mean([LAG.share_by((ON - AUGUST).days - day + 0.5) for day in range(31)])
    assert found.cohorts[0].known == pytest.approx(expected)
    assert table["margin"].iloc[-1] == pytest.approx(5_000 * 0.4)
    assert repaid_on(table) is None  # 2,000 have come in, 3,100 were spent
    assert table.index[0].date() == AUGUST


def test_a_cohort_of_which_too_little_is_known_stays_out_of_the_calendar():
    young = cohort(dt.date(2026, 10, 26))
    assert accumulate(judged(HAND[0], young), 0.4, LAG, ON)["cost"].iloc[-1] == 1_000
    assert accumulate(judged(young), 0.4, LAG, ON).empty


@pytest.mark.parametrize(
    ("share", "corrected", "verdict"),
    [(0.299, False, "not yet known"), (0.301, True, "not yet known"),
     (0.799, True, "not yet known"), (0.801, True, "pays")],
)  # fmt: skip
def test_sales_are_corrected_from_a_third_known_on_and_judged_from_four_fifths_on(share, corrected, verdict):
    # the median of the lag that makes this share known at 91.5 days, with the same sigma
    median = 91.5 / math.exp(LAG.sigma * stats.norm.ppf(share))
    found = judged(cohort(cost=100), median=median, p90=median * 60 / 14)
    assert math.isnan(found.cohorts[0].days) is not corrected
    assert found.finding == found.cohorts[0].finding == verdict
    assert (found.whole is not None) == (verdict == "pays")
    if corrected:
        assert found.cohorts[0].sales == pytest.approx(5_000 / share)


def test_a_verdict_says_from_when_on_it_can_be_given():
    assert HAND[2].judged_from(LAG) == OCTOBER + dt.timedelta(days=math.ceil(LAG.days_for(0.8) - 0.5))
    october = cohort(OCTOBER, end=ON)
    day = october.judged_from(LAG)
    assert october.known(day, LAG) >= 0.8 > october.known(day - dt.timedelta(days=1), LAG)
    with pytest.raises(ValueError, match="lies below 1, got 1"):
        october.judged_from(LAG, 1)


def test_what_costs_more_than_its_sales_leave_never_pays():
    found = judged(cohort(cost=4_000))
    assert found.finding == "never pays"
    assert (found.whole.days, found.whole.low, found.whole.chance) == (math.inf, math.inf, 0)


def test_what_may_or_may_not_pay_has_no_end_to_its_interval():
    found = judged(cohort(cost=1_900, orders=20))
    assert found.finding == "may pay"
    assert math.isfinite(found.whole.low) and found.whole.high == math.inf
    assert 0.1 < found.whole.chance < 0.9


def test_no_sales_yet_is_not_the_same_as_none_at_all():
    young = judged(cohort(OCTOBER, orders=0, sales=0))
    assert (young.finding, GRADES[young.finding]) == ("no sales yet", Grade.NO_DATA)
    old = judged(cohort(AUGUST, orders=0, sales=0))
    assert (old.finding, old.whole.days) == ("never pays", math.inf)
    refunded = judged(cohort(AUGUST, orders=3, sales=-40))
    assert (refunded.finding, refunded.whole.days) == ("never pays", math.inf)


def test_nothing_spent_has_nothing_to_repay():
    assert judged(cohort(cost=0)).finding == "nothing spent"
    assert judged(cohort(OCTOBER, cost=0)).finding == "nothing spent"


@pytest.mark.parametrize(
    ("terms", "finding"),
    [
        ({"margin": None}, "no margin"),
        ({"margin": math.nan}, "no margin"),
        ({"margin": 0}, "margin not positive"),
        ({"margin": -0.2}, "margin not positive"),
        ({"median": None, "p90": None}, "no lag"),
        ({"median": None}, "no median"),
        ({"p90": None}, "no p90"),
        ({"p90": math.nan}, "no p90"),
        ({"median": 60}, "lag does not rise"),
        ({"median": 90}, "lag does not rise"),
        ({"median": 0}, "lag does not rise"),
    ],
)
def test_terms_that_are_missing_or_cannot_be_are_named(terms, finding):
    found = judged(cohort(), **terms)
    assert (found.finding, found.cohorts, found.whole) == (finding, (), None)
    assert GRADES[found.finding] in (Grade.FAIL, Grade.NO_DATA)


def test_without_cohorts_there_is_nothing_to_say():
    assert judged().finding == "no cohorts"


def test_every_finding_has_a_grade():
    assert set(GRADES) == {*get_args(Finding), *get_args(Lacking)}


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Lag(60, 14), "needs 0 < median < 90th percentile, got 60 and 14 days"),
        (lambda: Lag(14, 14), "take both from the client's orders, or ask for them"),
        (lambda: Lag(0, 14), "got 0 and 14 days"),
        (lambda: LAG.days_for(-0.1), "a share is 0 or more"),
        (lambda: months_to_payback(250, 99, 0), "a margin lies above 0 and at most at 1, got 0"),
        (lambda: months_to_payback(250, 99, -0.1), "without one no sale repays anything"),
        (lambda: months_to_payback(-1, 99, 0.7), "cost and sales are 0 or more, got -1 and 99"),
        (lambda: judged(cohort(), margin=30), "at most at 1, got 30"),
        (lambda: cohort(cost=-10), "spend of the cohort of 2026-08-01 is 0 or more, got -6"),
        (lambda: cohort(orders=0), r"has sales of 5000\.0 without an order"),
        (lambda: cohort(end=dt.date(2026, 7, 1)), "ends before, on 2026-07-01"),
    ],
)
def test_what_cannot_be_says_why(make, says):
    with pytest.raises(ValueError, match=says):
        make()


def test_the_same_seed_gives_the_same_interval_and_another_nearly_the_same():
    first, again, other = (payback([HAND[0]], ON, 0.4, 14, 60, seed=seed).whole for seed in (0, 0, 1))
    assert first == again
    assert (other.low, other.high) == pytest.approx((first.low, first.high), rel=0.02)
    assert other.low != first.low


def test_fewer_orders_mean_more_doubt():
    many, few = (judged(cohort(orders=orders)).whole for orders in (1_000, 10))
    assert few.high - few.low > many.high - many.low


def test_the_interval_holds_its_level():
    """Cohorts sold by the model, 40 orders in all of 100 ± 50 each, judged on day 91: 90 in 100 hold."""
    rng, held, runs = np.random.default_rng(7), 0, 1_200
    for _ in range(runs):
        median = 14 * math.exp(0.15 * rng.standard_normal())
        seen = rng.poisson(80 * Lag(median, median * 60 / 14).share_by(91.5))
        sales = rng.gamma(4, 25, seen).sum()
        truth = Lag(median, median * 60 / 14).days_for(1_600 / (80 * 100 * 0.4))
        whole = judged(cohort(cost=1_600, orders=int(seen), sales=float(sales))).whole
        held += whole.low <= truth <= whole.high
    print(f"held in {held / runs:.1%}")
    assert 0.86 < held / runs < 0.95


@settings(max_examples=60, deadline=None)
@given(st.floats(10, 3_000), st.floats(0.05, 1), st.integers(1, 500), st.floats(10, 50_000))
def test_payback_is_the_day_on_which_the_margin_reaches_the_cost(cost, margin, orders, sales):
    one = judged(cohort(cost=cost, orders=orders, sales=sales), margin=margin).cohorts[0]
    assert one.low <= one.high
    if math.isinf(one.days):
        assert one.margin <= cost * (1 + 1e-9)
    else:
        assert one.margin * LAG.share_by(one.days) == pytest.approx(cost)
