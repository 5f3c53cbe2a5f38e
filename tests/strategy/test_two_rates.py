"""M4: two rates of people counted once, by Newcombe and the pooled z; rates of other units are refused."""

import math

import pandas as pd
import pytest

from smmtools.measures.kpis import IncomparableError
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.two_rates import compared, two_rates


def test_the_difference_has_newcombes_interval_and_the_pooled_z():
    found = two_rates("conversion_site", Channel(), (80, 1000), (60, 1000))
    assert found.difference == pytest.approx(0.02)
    assert (round(found.z, 4), round(found.p, 4)) == (1.7528, 0.0796)
    assert found.finding == "no clear change"
    assert two_rates("conversion_site", Channel(), (48, 80), (56, 70)).finding == "lower"


@pytest.mark.parametrize("key", ["er_reach", "ctr", "conversion_community", "sessions", "romi"])
def test_what_counts_no_people_once_is_refused(key):
    with pytest.raises(IncomparableError, match=f"{key} does not count people once"):
        two_rates(key, Channel(), (8, 100), (6, 100))


def test_only_rates_that_both_months_have_are_compared():
    def site(buyers, users):
        return {("conversion_site", Channel()): pd.DataFrame({"buyers": [buyers], "users": [users]})}

    assert len(compared(site(8, 100), site(6, 100))) == 1
    assert compared(site(8, 100), {}) == ()
    assert compared(site(8, 0), site(6, 100)) == ()
    assert compared(site(120, 100), site(6, 100)) == ()
    assert math.isnan(two_rates("conversion_site", Channel(), (0, 100), (0, 100)).z)
