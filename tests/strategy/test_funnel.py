import math

import numpy as np
import pandas as pd
import pytest

from smmtools.strategy.funnel import compare_steps, impressions_needed, reach_for


def a_funnel(n: int, clicks: float, applications: float, first: str = "2026-10-01") -> pd.DataFrame:
    """Some 40,000 impressions a day, with these clicks and applications on average, never two days alike."""
    wave = 1 + 0.1 * np.sin(np.arange(n))
    index = pd.date_range(first, periods=n, freq="D")
    return pd.DataFrame(
        {
            "impressions": 40_000 * wave,
            "link_clicks": clicks * wave**2,
            "applications": applications * wave[::-1],
            "spread": 0.0,
        },
        index=index,
    )


def test_20_a_day_at_1_percent_and_5_percent_need_40_000():
    assert impressions_needed(20, 0.01, 0.05) == 40_000


@pytest.mark.parametrize(("ctr", "rate"), [(0, 0.05), (0.01, 0), (math.nan, 0.05)])
def test_without_clicks_or_applications_no_number_is_enough(ctr, rate):
    assert math.isnan(impressions_needed(20, ctr, rate))


def test_needed_is_the_target_over_applications_per_impression():
    funnel = a_funnel(31, 400, 20)
    reach = reach_for(20, funnel)
    assert reach.needed == pytest.approx(20 * funnel["impressions"].sum() / funnel["applications"].sum())
    assert reach.low < reach.needed < reach.high


def test_the_step_that_fell_is_found():
    earlier = pd.concat([a_funnel(30, 400, 10, "2026-08-01"), a_funnel(31, 400, 20, "2026-08-31")])
    ctr, application_rate = compare_steps(a_funnel(31, 400, 15), earlier)
    assert ctr.finding == "no clear change"
    assert application_rate.finding == "below"
    assert application_rate.best_from >= pd.Timestamp("2026-08-31").date()


def test_under_four_weeks_there_is_nothing_to_compare_with():
    assert compare_steps(a_funnel(31, 400, 15), a_funnel(27, 400, 20, "2026-09-01")) == ()


def test_clicks_whose_day_is_not_known_leave_no_interval():
    funnel = a_funnel(31, 400, 20)
    funnel["spread"] = funnel["link_clicks"] * 0.3
    reach = reach_for(20, funnel)
    assert reach.needed > 0
    assert math.isnan(reach.low) and math.isnan(reach.high)
