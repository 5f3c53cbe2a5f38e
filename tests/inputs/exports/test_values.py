import numpy as np
import pandas as pd
import pytest

from smmtools.inputs.exports.values import counts, flags, in_zone, moments, numbers, present


@pytest.mark.parametrize("mark", ["", " ", "-", "--", " --", "NAN", "NaN", "undefined"])
def test_marks_of_no_figure_are_missing_and_never_0(mark):
    assert present(pd.Series([mark, "0"])).isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "number"),
    [
        ("1938.0", ".", "", 1938),
        ("25,881", ".", ",", 25881),
        ("1.234.567,5", ",", ".", 1234567.5),
        ("1\u00a0234,56", ",", " ", 1234.56),
        ("1\u202f234", ",", " ", 1234),
        ("\u22125", ".", "", -5),
        ("36%", ".", "", 0.36),
        ("25,4 %", ",", "", 0.254),
        ("1.2E-4", ".", "", 0.00012),
    ],
)
def test_numbers_that_are(text, decimal, thousands, number):
    assert numbers(pd.Series([text]), decimal, thousands).tolist() == [pytest.approx(number)]


@pytest.mark.parametrize(
    ("text", "decimal", "thousands"),
    [
        ("25,881", ".", ""),
        ("1,5", ".", ","),
        ("1.5", ",", ""),
        ("1 2", ",", " "),
        ("inf", ".", ""),
        ("0x1F", ".", ""),
        ("1_000", ".", ""),
        ("%", ".", ""),
        ("12 pieces", ".", ""),
    ],
)
def test_numbers_that_are_not_guessed(text, decimal, thousands):
    assert numbers(pd.Series([text]), decimal, thousands).isna().all()


def test_a_workbooks_numbers_do_not_depend_on_the_decimal_sign():
    cells = pd.Series([1234.567, "1.234,5", True], dtype=object)
    assert numbers(cells, decimal=",", thousands=".").fillna(-1).tolist() == [1234.567, 1234.5, -1]


def test_a_count_too_large_to_be_exact_is_none():
    assert counts(pd.Series([2.0**53, np.inf, np.nan])).isna().all()


def test_days_that_cannot_be_are_missing():
    days = pd.Series(["2026-02-28", "2026-02-29", "0026-02-28", "2226-02-28", "28.02.2026"])
    assert moments(days, ["%Y-%m-%d"]).notna().tolist() == [True, False, False, False, False]


def test_the_hour_struck_twice_is_the_first_and_the_hour_leapt_over_moves_on():
    times = pd.Series(pd.to_datetime(["2025-11-02 01:30", "2025-03-09 02:30", "2025-07-01 10:00", None]))
    moved, twice = in_zone(times.astype("datetime64[us]"), "US/Pacific", "Europe/Sofia")
    assert twice == 1
    assert moved.dt.strftime("%d %H:%M").fillna("").tolist() == ["02 10:30", "09 12:00", "01 20:00", ""]


def test_yes_and_no():
    assert flags(pd.Series(["TRUE", "No", "1", "maybe"])).tolist() == [True, False, True, pd.NA]


def test_a_number_of_thousands_of_digits_is_none():
    assert numbers(pd.Series(["9" * 5_000, "1"])).isna().tolist() == [True, False]
