import math

import pandas as pd
import pytest

from smmtools.measures.kpis import KpiValue
from smmtools.present import charts
from smmtools.present.voice import Voice
from smmtools.strategy.indicators import Channel, Indicator

ENGLISH = Voice("en")


def drawn(plot):
    axes = charts.figure_of(plot, "Title").axes[0]
    return axes, [text.get_text().strip() for text in axes.texts]


def test_path_draws_both_running_totals_and_names_their_ends():
    days = pd.date_range("2026-10-01", periods=3, freq="D")
    daily = pd.DataFrame({"actual": [10, 20, 30], "expected": [20, 20, 20]}, index=days)
    axes, labels = drawn(lambda axes: charts.plot_path(daily, axes, what="orders", voice=ENGLISH))
    assert axes.lines[0].get_ydata().tolist() == [20, 40, 60]
    assert axes.lines[1].get_ydata().tolist() == [10, 30, 60]
    assert labels == ["target's path 60", "counted 60"]
    assert axes.get_ylabel() == "orders, running total"


def test_labels_of_near_ends_do_not_cover_each_other():
    days = pd.date_range("2026-10-01", periods=2, freq="D")
    daily = pd.DataFrame({"actual": [50.0, 49], "expected": [50.0, 50]}, index=days)
    axes, _ = drawn(lambda axes: charts.plot_path(daily, axes, what="orders", voice=ENGLISH))
    first, second = (text.xy[1] for text in axes.texts)
    assert abs(first - second) >= 0.05 * 100


def test_funnel_writes_the_figure_at_each_bar():
    steps = pd.Series({"impressions": 38_146.0, "link_clicks": 376.4, "applications": 15.42})
    axes, labels = drawn(lambda axes: charts.plot_funnel(steps, axes, voice=ENGLISH))
    assert labels == ["38,100 a day", "376 a day", "15.4 a day"]
    assert axes.get_xscale() == "log"


def test_intervals_fill_ours_and_leave_competitors_hollow():
    value, none = KpiValue(0.04, 0.03, 0.05, 12), KpiValue(math.nan, math.nan, math.nan, 0)
    change = (math.nan,) * 3
    theirs = Channel("vk", "theirs", role="competitor")
    both = [Indicator("er_followers", channel, value, none, change) for channel in (Channel("vk"), theirs)]
    axes, labels = drawn(lambda axes: charts.plot_intervals(both, axes, voice=ENGLISH))
    faces = [line.get_markerfacecolor() for line in axes.lines if line.get_marker() == "o"]
    assert faces == [charts.ACCENT, "white"]
    assert labels == ["4%", "4%"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["VK", "theirs (VK)"]
    assert [0.03, 0.05] in [pytest.approx(list(line.get_xdata())) for line in axes.lines]
