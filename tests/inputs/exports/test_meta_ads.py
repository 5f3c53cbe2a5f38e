import pandas as pd
import pytest
import xlsxwriter

from smmtools.inputs.exports import read

HEADER = (
    "Reporting starts,Reporting ends,Campaign name,Ad name,Ad Set Name,Results,Result indicator,Reach,"
    "Impressions,Cost per 1000 Accounts Center accounts reached,Amount spent (EUR),Ends,Link clicks,"
    "Clicks (all)"
)
TOTAL = ["2026-10-01", "2026-10-31", "", "", "", "", "", 900, 3000, 5.5, 30.75, "", 30, 50]
DOUGH = [
    "2026-10-01",
    "2026-10-31",
    "Autumn",
    "Dough",
    "Near",
    4,
    "leads",
    700,
    1000,
    4,
    10.25,
    "Ongoing",
    10,
    20,
]
OVEN = ["2026-10-01", "2026-10-31", "Autumn", "Oven", "Near", "", "", 600, 2000, 4, 20.5, "Ongoing", 20, 30]


@pytest.fixture
def workbook(tmp_path):
    def write_workbook(*rows, header=HEADER, name="ads.xlsx"):
        with xlsxwriter.Workbook(tmp_path / name) as book:
            sheet = book.add_worksheet("Raw Data Report")
            for number, row in enumerate([header.split(","), *rows]):
                sheet.write_row(number, 0, row)
        return tmp_path / name

    return write_workbook


def test_the_first_row_is_the_total_and_reach_does_not_add_up(workbook):
    export = read(workbook(TOTAL, DOUGH, OVEN))
    assert export.format == "meta-ads"
    assert export.totals == {
        "ads": {"impressions": 3000, "reach": 900, "clicks": 50, "link_clicks": 30, "spend": 30.75}
    }
    assert export.warnings == []
    assert export.tables["ads"].iloc[0].to_dict() == {
        "platform": "meta",
        "account": pytest.approx(float("nan"), nan_ok=True),
        "campaign": "Autumn",
        "ad_set": "Near",
        "ad": "Dough",
        "start": pd.Timestamp("2026-10-01"),
        "end": pd.Timestamp("2026-10-31"),
        "currency": "EUR",
        "spend": 10.25,
        "impressions": 1000,
        "reach": 700,
        "clicks": 20,
        "link_clicks": 10,
        "results": 4,
        "result_kind": "leads",
        "source_file": "ads.xlsx",
    }
    assert export.tables["ads"]["results"].tolist() == [4, pd.NA]


def test_a_total_that_is_not_the_sum_gets_a_warning(workbook):
    export = read(workbook([*TOTAL[:8], 3500, *TOTAL[9:]], DOUGH, OVEN))
    assert export.warnings == ["ads.xlsx: its total of impressions is 3,500, the sum of its rows 3,000."]
    assert export.tables["ads"]["impressions"].sum() == 3000


def test_csv_without_a_total(write):
    row = ",".join(str(cell) for cell in DOUGH).replace(",1000,", ',"1,000",')
    export = read(write("ads.csv", f"{HEADER}\n{row}\n"))
    assert export.tables["ads"][["ad", "impressions", "spend", "currency"]].values.tolist() == [
        ["Dough", 1000, 10.25, "EUR"]
    ]
    assert export.totals == {}


@pytest.mark.parametrize(
    ("breakdown", "cell", "start", "end"),
    [
        ("Day", "2026-10-03", "2026-10-03", "2026-10-03"),
        ("Month", "2026-09-01 - 2026-09-30", "2026-09-01", "2026-09-30"),
    ],
)
def test_a_breakdown_by_time_is_the_rows_period(breakdown, cell, start, end, workbook):
    export = read(workbook([*TOTAL, ""], [*DOUGH, cell], [*OVEN, cell], header=f"{HEADER},{breakdown}"))
    days = export.tables["ads"][["start", "end"]].drop_duplicates()
    assert days.values.tolist() == [[pd.Timestamp(start), pd.Timestamp(end)]]


def test_a_breakdown_by_platform_names_it(workbook):
    rows = ([*TOTAL, ""], [*DOUGH, "Instagram"], [*OVEN, "Facebook"])
    export = read(workbook(*rows, header=f"{HEADER},Platform"))
    assert export.tables["ads"]["platform"].tolist() == ["instagram", "facebook"]
