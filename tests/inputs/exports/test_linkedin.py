import pandas as pd
import pytest
import xlsxwriter

from smmtools.inputs.exports import read

NAME = "pechka_content_2025-11-01_2026-10-31.xlsx"
MIDNIGHT = f'{NAME}: "Post publish date" gives days without hours: everything stands at midnight.'
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
        [LINK + ":li:activity:71", "10/2/2026", 3, "", LINK + ":li:activity:73", "10/4/2026", 60],
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
def written(tmp_path):
    """Write a workbook with these sheets in place of the sample's, and give its path."""

    def write_workbook(**sheets):
        with xlsxwriter.Workbook(tmp_path / NAME) as book:
            for name, rows in {**SHEETS, **sheets}.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return tmp_path / NAME

    return write_workbook


@pytest.fixture
def workbook(written):
    return written()


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
    assert export.warnings == [MIDNIGHT]


def test_posts_of_two_tables_side_by_side_stand_once(workbook):
    posts = read(workbook).tables["posts"].sort_values("post_id")
    assert posts[["post_id", "published", "impressions"]].values.tolist() == [
        ["71", pd.Timestamp("2026-10-02", tz="UTC"), 90],
        ["72", pd.Timestamp("2026-10-03", tz="UTC"), pd.NA],
        ["73", pd.Timestamp("2026-10-04", tz="UTC"), 60],
    ]
    assert set(posts["exported_on"]) == {pd.Timestamp("2026-10-31")}


def test_a_record_that_lost_a_cell_or_got_one_is_left_out(written):
    days = [["Date", "Impressions", "Engagements"], ["10/3/2026", 9], ["10/4/2026", 200, 0]]
    follows = [["Date", "New followers"], ["10/3/2026", "", 4], ["10/4/2026", 6]]
    export = read(written(ENGAGEMENT=days, FOLLOWERS=follows))
    found = export.tables["daily"][["measure", "date", "value"]].sort_values("measure").values.tolist()
    day = pd.Timestamp("2026-10-04")
    assert found == [["follows", day, 6], ["impressions", day, 200], ["interactions", day, 0]]
    lost = f"{NAME}: records that lack a cell or have one too many, left out: 1 (the first is sheet"
    assert export.warnings == [MIDNIGHT, f'{lost} "ENGAGEMENT", row 2).', f'{lost} "FOLLOWERS", row 2).']


def test_lists_of_posts_that_differ_in_length_are_told(written):
    *lists, last = SHEETS["TOP POSTS"]
    export = read(written(**{"TOP POSTS": [*lists, last[:3]]}))
    assert len(export.tables["posts"]) == 2
    told = f"{NAME}: tables side by side have 2 and 1 records: one of them may lack some."
    assert export.warnings == [told, MIDNIGHT]


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
