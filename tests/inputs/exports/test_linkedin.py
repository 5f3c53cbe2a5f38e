import pandas as pd
import pytest
import xlsxwriter

from smmtools.inputs.exports import read

NAME = "pechka_content_2025-11-01_2026-10-31.xlsx"
LINK = "https://l.example/urn:li:activity:"
SHEETS = {
    "DISCOVERY": [["Overall Performance", "11/1/2025 - 10/31/2026"], ["Impressions", 500]],
    "ENGAGEMENT": [["Date", "Impressions", "Engagements"], ["10/3/2026", 300, 9], ["10/4/2026", 200, 0]],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        ["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"],
        [
            LINK + ":li:activity:72",
            "10/3/2026",
            7,
            "",
            LINK + ":li:activity:71",
            "10/2/2026",
            90,
        ],
        [LINK + ":li:activity:71", "10/2/2026", 3],
    ],
    "FOLLOWERS": [["Total followers on 10/31/2026:", 782], [], ["Date", "New followers"], ["10/3/2026", 4]],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        ["Job titles", "Cook", 0.5],
        ["Locations", "Greater Penang Area", 0.25],
        ["Locations", "Ipoh", "< 1%"],
    ],
}


@pytest.fixture
def workbook(tmp_path):
    with xlsxwriter.Workbook(tmp_path / NAME) as book:
        for name, rows in SHEETS.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return tmp_path / NAME


def test_a_persons_workbook(workbook):
    export = read(workbook)
    assert export.format == "linkedin-personal"
    daily = export.tables["daily"].sort_values(["measure", "date"])
    assert daily[["measure", "value"]].values.tolist() == [
        ["follows", 4],
        ["impressions", 300],
        ["impressions", 200],
        ["interactions", 9],
        ["interactions", 0],
    ]
    assert export.tables["followers"][["date", "count"]].values.tolist() == [
        [pd.Timestamp("2026-10-31"), 782]
    ]
    assert export.tables["audience"][["breakdown", "cell", "share"]].values.tolist() == [
        ["city", "Greater Penang Area", 0.25]
    ]
    assert export.warnings == [
        f'{NAME}: "Post publish date" gives days without hours: everything stands at midnight.'
    ]


def test_posts_of_two_tables_side_by_side_stand_once(workbook):
    posts = read(workbook).tables["posts"].sort_values("post_id")
    assert posts[["post_id", "published", "impressions"]].values.tolist() == [
        ["71", pd.Timestamp("2026-10-02", tz="UTC"), 90],
        ["72", pd.Timestamp("2026-10-03", tz="UTC"), pd.NA],
    ]
    assert set(posts["exported_on"]) == {pd.Timestamp("2026-10-31")}


def test_a_pages_days_may_take_back_reactions(write):
    content = (
        "Date,Impressions (organic),Impressions (total),Unique impressions (organic),Clicks (organic),"
        "Clicks (total),Reactions (total),Comments (total),Reposts (total),Engagement rate (total)\n"
        "2025-01-28,1200,1234,573,50,59,-1,2,1,0.08\n"
    )
    export = read(write("page.csv", content))
    assert export.format == "linkedin-page"
    daily = export.tables["daily"]
    found = {"impressions": 1234, "reach": 573, "clicks": 59, "likes": -1, "comments": 2, "shares": 1}
    assert dict(zip(daily["measure"], daily["value"], strict=True)) == found


def test_a_pages_followers(write):
    content = "Date,Sponsored followers,Organic followers,Total followers\n2025-02-08,1,4,5\n"
    export = read(write("followers.csv", content))
    assert export.format == "linkedin-page"
    assert export.tables["daily"][["measure", "value"]].values.tolist() == [["follows", 5]]
