"""M3: how long people take to buy, and which month's contacts an order came of."""

import datetime as dt

import numpy as np
import pytest
from scipy import stats

from smmtools.strategy.lag import Lag, led_by

LAG = Lag(14, 60)
AUGUST, SEPTEMBER, OCTOBER = dt.date(2026, 8, 1), dt.date(2026, 9, 1), dt.date(2026, 10, 1)
ON = dt.date(2026, 10, 31)


def test_the_lag_of_the_rule():
    assert round(LAG.sigma, 5) == 1.13557
    assert round(LAG.share_by(30), 5) == 0.74894
    assert [LAG.share_by(days) for days in (14, 60)] == pytest.approx([0.5, 0.9])
    assert LAG.share_by(0) == LAG.share_by(-3) == 0


def test_the_lag_is_scipys_log_normal():
    days = np.array([1, 7, 30, 90, 400])
    expected = stats.lognorm(LAG.sigma, scale=14).cdf(days)
    assert [LAG.share_by(day) for day in days] == pytest.approx(expected)
    assert [LAG.days_for(share) for share in expected] == pytest.approx(days)


# which cohort an order came of

MONTHS = [(AUGUST, dt.date(2026, 8, 31)), (SEPTEMBER, dt.date(2026, 9, 30)), (OCTOBER, ON)]


def test_orders_are_led_to_by_contacts_before_them_only():
    assert led_by(MONTHS, [1, 1, 1], dt.date(2026, 8, 5), LAG).tolist() == [1, 0, 0]
    assert np.isnan(led_by(MONTHS, [1, 1, 1], dt.date(2026, 7, 31), LAG)).all()
    assert led_by(MONTHS, [0, 2, 0], ON, LAG).tolist() == [0, 1, 0]


def test_a_short_lag_gives_an_order_to_its_own_month_and_a_long_one_to_those_before():
    assert led_by(MONTHS, [1, 1, 1], ON, Lag(2, 6))[2] > 0.97
    assert led_by(MONTHS, [1, 1, 1], ON, Lag(60, 120))[2] < 0.2


def test_shares_of_all_orders_add_up_to_what_each_cohort_led_to():
    """What the lag says of a day's orders, summed over the days, gives back each cohort's orders."""
    sold = [AUGUST + dt.timedelta(days=day) for day in range(1_500)]
    people, orders = [1_000, 3_000, 2_000], np.zeros(3)
    for day in sold:
        shares = led_by(MONTHS, people, day, LAG)
        came = sum(
            number * (LAG.share_by((day - start).days + 1) - LAG.share_by((day - end).days)) / days
            for (start, end), number, days in zip(MONTHS, people, (31, 30, 31), strict=True)
        )
        orders += shares * came
    assert orders == pytest.approx(people, rel=0.01)


def test_each_cohort_has_its_contacts():
    with pytest.raises(ValueError, match="each of 3 cohorts needs a number of contacts, got"):
        led_by(MONTHS, [1, 2], ON, LAG)
    with pytest.raises(ValueError, match="each of 3 cohorts needs a number of contacts, got"):
        led_by(MONTHS, [1, 2, -1], ON, LAG)
