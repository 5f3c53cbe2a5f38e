import pandas as pd

from smmtools.inputs.exports import read

NAME = "tiktok-2026-11-02.csv"


def test_videos(write):
    content = (
        "Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n"
        '"Rings, again",https://www.tiktok.com/@perak/video/75674521,2025/10/31 18:19:10,1723,17,4,3,1\n'
    )
    export = read(write(NAME, content, "utf-8-sig"), zone="Asia/Kuala_Lumpur")
    assert export.format == "tiktok-videos"
    assert export.tables["posts"].iloc[0].dropna().to_dict() == {
        "platform": "tiktok",
        "account": "perak",
        "role": "own",
        "post_id": "75674521",
        "published": pd.Timestamp("2025-11-01 02:19:10", tz="Asia/Kuala_Lumpur"),
        "exported_on": pd.Timestamp("2026-11-02"),
        "format": "video",
        "text": "Rings, again",
        "text_length": 12,
        "url": "https://www.tiktok.com/@perak/video/75674521",
        "views": 1723,
        "likes": 17,
        "comments": 4,
        "shares": 3,
        "saves": 1,
        "source_file": NAME,
    }
    assert export.warnings == []


def test_a_link_without_a_videos_number_is_a_fault(write, faults):
    content = "Video link,Post time,Video views\nhttps://www.tiktok.com/@perak,2025/10/31 18:19:10,5\n"
    assert faults(write(NAME, content)) == [
        ("this cell must not be blank", f'{NAME}, line 2, column "Video link"')
    ]


def test_the_overview_by_day(write):
    content = (
        "Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,"
        "New followers,Lost followers\n2025/10/31,715,NAN,25,26,4,7,0,10,1\n"
    )
    export = read(write(NAME, content))
    assert export.format == "tiktok-overview"
    daily = export.tables["daily"]
    assert set(daily["date"]) == {pd.Timestamp("2025-10-31")}
    assert dict(zip(daily["measure"], daily["value"], strict=True)) == {
        "views": 715,
        "profile_views": 25,
        "likes": 26,
        "shares": 4,
        "comments": 7,
        "follows": 10,
        "unfollows": 1,
    }


def test_the_audience_by_day(write):
    content = (
        "Date,New followers,Total followers,Reached audience,Engaged audience\n"
        "2025/10/31,10,--,NAN,NAN\n2025/11/01,100,5120,75134,1801\n"
    )
    export = read(write(NAME, content))
    assert export.format == "tiktok-audience"
    daily = export.tables["daily"].sort_values(["date", "measure"])
    assert daily[["measure", "value"]].values.tolist() == [
        ["follows", 10],
        ["followers", 5120],
        ["follows", 100],
        ["reach", 75134],
    ]


def test_dates_without_a_year_are_a_fault(write, faults):
    found = faults(write(NAME, "Date,Video views,Profile views\nNovember 5,1,2\n"))
    assert found == [("'November 5' is not a date", f'{NAME}, line 2, column "Date"')]
