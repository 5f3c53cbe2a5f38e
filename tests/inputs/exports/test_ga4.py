import pandas as pd
import pytest

from smmtools.inputs.exports import read

PREAMBLE = """# ----------------------------------------
# Traffic acquisition: Session primary channel group (Default Channel Group)
# Account: Pechka, Pizza
# Property: pechka.example
# ----------------------------------------
#
# All Users
# Start date: 20261001
# End date: 20261031
"""
HEADER = (
    "Session primary channel group (Default Channel Group),"
    "Sessions,Engaged sessions,Key events,Total revenue\n"
)
ROWS = "Paid Social,50,20,4,990.5\nDirect,9,3,0,0\n"


def test_one_row_a_channel_group_over_the_reports_period(write):
    export = read(write("ga4.csv", PREAMBLE + HEADER + ROWS))
    assert export.format == "ga4-report"
    traffic = export.tables["traffic"]
    columns = ["channel_group", "sessions", "engaged_sessions", "key_events", "revenue"]
    assert traffic[columns].values.tolist() == [["Paid Social", 50, 20, 4, 990.5], ["Direct", 9, 3, 0, 0.0]]
    assert set(traffic["start"]) == {pd.Timestamp("2026-10-01")}
    assert set(traffic["end"]) == {pd.Timestamp("2026-10-31")}
    assert traffic["users"].isna().all()


@pytest.mark.parametrize("users", ["Total users", "Users", "Active users"])
def test_capitals_vary_and_users_have_three_names(users, write):
    header = f"Session primary channel group (Default channel group),{users},Sessions\n"
    traffic = read(write("ga4.csv", PREAMBLE + header + "Direct,7,9\n")).tables["traffic"]
    assert traffic[["users", "sessions"]].values.tolist() == [[7, 9]]


def test_of_a_user_acquisition_report_only_users_count(write):
    header = "First user primary channel group (Default Channel Group),Total users,New users,Key events\n"
    traffic = read(write("ga4.csv", PREAMBLE + header + "Direct,7,5,3\n")).tables["traffic"]
    assert traffic["users"].tolist() == [7]
    assert traffic[["sessions", "key_events"]].isna().all(axis=None)


def test_the_table_ends_at_a_blank_line(write):
    content = PREAMBLE + HEADER + ROWS + "\n# Start date: 20261001\nNth day,Sessions\n0000,4\n"
    assert read(write("ga4.csv", content)).tables["traffic"]["sessions"].tolist() == [50, 9]


@pytest.mark.parametrize("preamble", ["", PREAMBLE.replace("20261001", "20261301")])
def test_a_report_without_its_dates_cannot_be_used(preamble, write, faults):
    found = faults(write("ga4.csv", preamble + HEADER + ROWS))
    assert ("the report does not say its start date", "ga4.csv, line 1") in found


def test_a_period_that_ends_before_it_starts(write, faults):
    content = PREAMBLE.replace("20261001", "20261101") + HEADER + ROWS
    assert faults(write("ga4.csv", content)) == [
        ("a row of traffic: start is greater than end (and in 1 more rows)", "ga4.csv")
    ]
