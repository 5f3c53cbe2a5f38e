import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.inputs.exports.clock import fixed_width

FORMS = ("%m/%d/%Y %H:%M", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%Y/%m/%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")


@pytest.mark.parametrize("form", FORMS)
@given(day=st.datetimes(pd.Timestamp(1970, 1, 1), pd.Timestamp(2099, 12, 31)))
def test_it_reads_what_strptime_wrote(form, day):
    text = day.strftime(form)
    found = fixed_width(pd.Series([text], dtype="str"), form)
    assert found is not None and found.iloc[0] == pd.to_datetime(text, format=form)


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "2026-13-01", "2026-00-10", "2026-10-00", "26-10-01", "2026/10/01", "２026-10-01", ""],
)
def test_what_is_no_such_day_is_missing(text):
    found = fixed_width(pd.Series([text, "2024-02-29"], dtype="str"), "%Y-%m-%d")
    assert found is not None and found.isna().tolist() == [True, False]


def test_a_form_of_names_or_without_a_year_is_left_to_others():
    assert fixed_width(pd.Series(["Oct 1, 2026"]), "%b %d, %Y") is None
    assert fixed_width(pd.Series(["01.10."]), "%d.%m.") is None
