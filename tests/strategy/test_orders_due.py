"""A fall of conversion that the lag from contact to purchase explains is none (X6)."""

import numpy as np
import pandas as pd
import pytest

from smmtools.strategy import earnings, orders_due, review
from smmtools.strategy.earnings import ChannelChange, Counts
from smmtools.strategy.lag import Lag

DAYS = pd.date_range("2026-07-01", "2026-10-31", freq="D")
LAG = Lag(3, 14)
LINE = {"item": "Posts", "kind": "content", "quantity": 1, "unit": "post"}
LINE |= {"price": {"low": 1, "mode": 1, "high": 1}}


def clicked(last_week=600.0):
    """So many clicks a day as 200, and more in the last week of October."""
    return pd.Series(np.where(pd.Timestamp("2026-10-25") <= DAYS, last_week, 200.0), DAYS)


def sold(clicks, conversion=0.05, october=None, lag=LAG):
    """Orders as the lag lets them come, each day's clicks buying at one rate; October's at another."""
    rate = np.where(DAYS.month == 10, conversion if october is None else october, conversion)
    age = (DAYS.to_numpy()[None, :] - DAYS.to_numpy()[:, None]) / np.timedelta64(1, "D") + 0.5
    by_day = np.vectorize(lag.share_by)(np.maximum(age, 0)) - np.vectorize(lag.share_by)(
        np.maximum(age - 1, 0)
    )
    total = np.floor(np.cumsum((clicks.to_numpy() * rate) @ by_day) + 1e-9).astype(int)
    return [
        {"ordered_at": day.tz_localize("UTC") + pd.Timedelta(hours=12), "order_id": f"{day.date()}-{nth}",
         "kind": "order", "value": 100.0, "currency": "RUB", "source": "vk", "medium": "cpc"}
        for day, count in zip(DAYS, np.diff(total, prepend=0), strict=True) for nth in range(count)
    ]  # fmt: skip


@pytest.fixture
def changed(a_client, briefed):
    """The change of revenue of a client with a stated lag, or with none."""

    def make(clicks, orders, lag=(3, 14)):
        terms = {"margin": 0.5, "lag_median": lag[0], "lag_p90": lag[1]} if lag else None
        decision = {"since": "2026-07", "by": "A", "why": "B", "cap": 1e6, "lines": [LINE], "payback": terms}
        ads = [
            {"platform": "vk", "start": day, "end": day, "currency": "RUB", "spend": count + day.day % 7,
             "impressions": 100 * count + 97 * (day.day % 7), "link_clicks": count}
            for day, count in clicks.items()
        ]  # fmt: skip
        return a_client(brief=briefed(decisions={"budget": [decision]}), ads=ads, orders=orders)

    return make


def test_money_that_triples_in_the_last_week_is_no_fall_of_conversion(changed):
    case = changed(clicked(), sold(clicked()))
    channel = earnings.change_of(case).split[0]
    assert channel.conversion.high < 0 and channel.conversion.to_come
    assert not channel.conversion.fell and not channel.conversion.clear
    assert earnings.change_of(case).fell is False
    findings = {each.finding for each in review.assess(case).verdicts}
    assert "revenue, up while conversion waits" in findings
    bare = earnings.change_of(changed(clicked(), sold(clicked()), lag=None))
    assert bare.fell and not bare.to_come


def test_a_true_fall_is_still_called(changed):
    found = earnings.change_of(changed(clicked(), sold(clicked(), october=0.025)))
    assert found.fell and not found.to_come
    steady = earnings.change_of(changed(clicked(200), sold(clicked(200), october=0.025)))
    assert steady.fell and steady.split[0].conversion.clear


def test_a_lag_that_the_closed_months_contradict_excuses_nothing(changed):
    at_once = [
        {**row, "buyer": row["order_id"], "kind": kind, "order_id": f"{kind}{row['order_id']}"}
        for row in sold(clicked(), october=0.02, lag=Lag(0.1, 0.2)) for kind in ("application", "order")
    ]  # fmt: skip
    case = changed(clicked(), at_once, lag=(30, 90))
    assert orders_due.lag_of(case) is None
    assert earnings.change_of(case).fell


def test_evenly_clicked_a_month_is_owed_what_it_owes():
    due, own = orders_due.clicks_due(clicked(200), pd.Period("2026-10"), LAG)
    assert due == pytest.approx(31 * 200, rel=1e-3) and own == pytest.approx(0.82, abs=0.01)
    late, own = orders_due.clicks_due(clicked(), pd.Period("2026-10"), LAG)
    assert late < clicked()[clicked().index.month == 10].sum() and own < 0.75
    assert orders_due.clicks_due(pd.Series([], dtype=float), pd.Period("2026-10"), LAG) == (0.0, 1.0)


def test_a_file_that_begins_late_is_taken_to_have_gone_before_as_it_begins():
    cut = clicked(200)[clicked(200).index >= pd.Timestamp("2026-09-01")]
    due, _ = orders_due.clicks_due(cut, pd.Period("2026-09"), LAG)
    assert due == pytest.approx(30 * 200, rel=1e-3)


def test_by_chance_alone_a_late_rise_of_clicks_is_rarely_called_a_fall_and_half_the_rate_nearly_always():
    clicks, rng = clicked(), np.random.default_rng(8)
    months = [pd.Period("2026-09"), pd.Period("2026-10")]
    (due, _), (due_now, own) = (orders_due.clicks_due(clicks, month, LAG) for month in months)
    made, made_now = (clicks[clicks.index.to_period("M") == month].sum() for month in months)

    def called(rate):
        before, now = rng.poisson(0.05 * due), rng.poisson(rate * due_now)
        counts = (
            Counts(made * 99, made, before, before * 9.0),
            Counts(made_now * 99, made_now, now, now * 9.0),
        )
        found = ChannelChange("vk", "ads", *counts, parts={}, due=(due, due_now), own_due=own)
        return found.conversion.fell

    assert np.mean([called(0.05) for _ in range(400)]) < 0.05
    assert np.mean([called(0.025) for _ in range(400)]) > 0.95
