from datetime import date

import pandas as pd
import pytest

from smmtools.errors import CallError
from smmtools.inputs.months import first_day, last_day, parse_month


def test_a_month_and_its_days() -> None:
    month = parse_month("2026-02")
    assert month == pd.Period("2026-02", freq="M")
    assert (first_day(month), last_day(month)) == (date(2026, 2, 1), date(2026, 2, 28))


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "2026-1", "26-10", "2026/10", "2026-10-01", "", "0000-01", "٢٠٢٦-10"]
)
def test_not_a_month(text: str) -> None:
    with pytest.raises(CallError) as caught:
        parse_month(text)
    assert str(caught.value) == (
        f"CallError: {text!r} is not a month\n  --month\n"
        "  Mend: write it as 2026-10 (year, hyphen, two digits)."
    )
