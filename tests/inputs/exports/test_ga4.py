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


DATES = "# Start date: 20261001\n# End date: 20261031\n"
FIRST, LAST = pd.Timestamp("2026-10-01"), pd.Timestamp("2026-10-31")


def test_an_overview_gives_its_channel_groups_and_names_what_it_leaves_out(write):
    content = (
        f"# -----\n# Acquisition overview\n{DATES}Nth day,Active users\n0000,5\n0001,6\n\n# \n{DATES}"
        "Session primary channel group (Default Channel Group),Sessions\nDirect,224\nOrganic Social,7\n\n# \n"
        f"{DATES}Session manual source,Sessions\nig,7"
    )
    export = read(write("overview.csv", content))
    assert export.format == "ga4-report"
    assert export.tables["traffic"][["start", "end", "channel_group", "sessions"]].values.tolist() == [
        [FIRST, LAST, "Direct", 224],
        [FIRST, LAST, "Organic Social", 7],
    ]
    assert export.warnings == [
        'overview.csv: the table "Nth day, Active users" is not used.',
        'overview.csv: the table "Session manual source, Sessions" is not used.',
    ]


def test_landing_pages(write):
    header = "Landing page,Sessions,Active users,Key events,Total revenue\n"
    content = f"# -----\n{DATES}{header}/,59,38,0,0\n/menu,2,1,1,9.5"
    export = read(write("pages.csv", content))
    assert export.format == "ga4-report"
    assert export.tables["traffic"][["landing_page", "sessions", "users", "revenue"]].values.tolist() == [
        ["/", 59, 38, 0.0],
        ["/menu", 2, 1, 9.5],
    ]


EXPLORATION = (
    "# -----\n# Free form 1\n# 20261001-20261031\n# -----\n\n"
    "Session source / medium,Sessions,Total users,Key events\n{total}\n"
    "vk.com / cpm,7,6,1\n(direct) / (none),3,3,0\n"
)


@pytest.mark.parametrize("total", [",10,9,1,Grand total", "Grand total,,10,9,1"])
def test_an_exploration_with_its_grand_total_one_field_too_long(total, write):
    export = read(write("free.csv", EXPLORATION.format(total=total)))
    assert export.format == "ga4-exploration" and export.warnings == []
    assert export.tables["traffic"][["start", "end", "source", "medium", "sessions"]].values.tolist() == [
        [FIRST, LAST, "vk.com", "cpm", 7],
        [FIRST, LAST, "(direct)", "(none)", 3],
    ]
    assert export.totals["traffic"]["sessions"] == 10


def test_a_grand_total_that_is_not_the_sum_is_told(write):
    export = read(write("free.csv", EXPLORATION.format(total=",12,9,1,Grand total")))
    assert export.warnings == ["free.csv: its total of sessions is 12, the sum of its rows 10."]


def test_an_exploration_by_day_in_any_order(write):
    content = (
        "# -----\n# Free form 1\n# -----\n\nDate,Session default channel group,Sessions\n"
        "20261003,Direct,4\n20261001,Organic Social,2\n,,6,Grand total\n"
    )
    traffic = read(write("free.csv", content)).tables["traffic"]
    assert traffic[["start", "end", "channel_group", "sessions"]].values.tolist() == [
        [pd.Timestamp("2026-10-03")] * 2 + ["Direct", 4],
        [pd.Timestamp("2026-10-01")] * 2 + ["Organic Social", 2],
    ]


def test_an_exploration_without_any_date_is_a_fault(write, faults):
    content = EXPLORATION.format(total=",10,9,1,Grand total").replace("# 20261001-20261031\n", "")
    assert faults(write("free.csv", content)) == [
        ("the exploration does not say its dates", "free.csv, line 1")
    ]


def test_a_total_that_lost_its_words_is_left_out(write):
    export = read(write("free.csv", EXPLORATION.format(total=",10,9,1")))
    assert export.tables["traffic"]["sessions"].tolist() == [7, 3]
    assert export.warnings == ["free.csv: records that name no source, left out: 1."]


def test_only_a_grand_total_may_be_one_field_too_long(write, faults):
    content = EXPLORATION.format(total=",10,9,1,Grand total").replace("cpm,7", "cpm,,7")
    assert faults(write("free.csv", content)) == [
        ("this record has more cells than the header has columns", "free.csv, line 8")
    ]
