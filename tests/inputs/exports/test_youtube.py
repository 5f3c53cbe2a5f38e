import pandas as pd

from smmtools.inputs.exports import read

HEADER = (
    "Content,Video title,Video publish time,Duration,Likes,Subscribers,Views,Impressions,Watch time (hours)\n"
)
TOTAL = "Total,,,,12,-2,500,900,4.5\n"
DOUGH = 'a1,"Dough, slowly","Jun 7, 2020",0:02:31,9,1,300,600,3\n'
OVEN = 'b2,Oven,"Oct 3, 2026",60,3,-3,200,300,1.5\n'
NAME = "Table data 2026-11-02.csv"
MIDNIGHT = f'{NAME}: "Video publish time" gives days without hours: everything stands at midnight.'


def test_videos_on_the_clients_days(write):
    export = read(write(NAME, HEADER + TOTAL + DOUGH + OVEN), zone="Asia/Kuala_Lumpur")
    assert export.format == "youtube-table"
    assert export.tables["posts"].iloc[0].dropna().to_dict() == {
        "platform": "youtube",
        "role": "own",
        "post_id": "a1",
        "published": pd.Timestamp("2020-06-07", tz="Asia/Kuala_Lumpur"),
        "exported_on": pd.Timestamp("2026-11-02"),
        "format": "video",
        "text": "Dough, slowly",
        "text_length": 13,
        "duration": 151.0,
        "impressions": 600,
        "views": 300,
        "likes": 9,
        "follows": 1,
        "source_file": NAME,
    }
    assert export.tables["posts"]["follows"].tolist() == [1, -3]  # gained less lost
    assert export.warnings == [MIDNIGHT]
    assert export.totals == {"posts": {"impressions": 900, "views": 500, "likes": 12, "follows": -2}}


def test_a_total_that_is_not_the_sum_gets_a_warning(write):
    export = read(write(NAME, HEADER + TOTAL.replace("500", "525") + DOUGH + OVEN))
    assert export.warnings == [MIDNIGHT, f"{NAME}: its total of views is 525, the sum of its rows 500."]


def test_subscribers_gained_go_before_the_net(write):
    content = (
        (HEADER + DOUGH).replace("Subscribers", "Subscribers,Subscribers gained").replace(",9,1,", ",9,1,4,")
    )
    assert read(write(NAME, content)).tables["posts"]["follows"].tolist() == [4]


def test_a_video_never_published_is_left_out_but_stands_in_the_total(write):
    export = read(write(NAME, HEADER + TOTAL + DOUGH + OVEN.replace('"Oct 3, 2026"', "")))
    assert len(export.tables["posts"]) == 1
    assert export.warnings == [f'{NAME}: records without "Video publish time", left out: 1.', MIDNIGHT]


def test_a_duration_that_is_none(write, faults):
    assert faults(write(NAME, HEADER + DOUGH.replace("0:02:31", "2m31"))) == [
        ("'2m31' is not a duration", f'{NAME}, line 2, column "Duration"')
    ]


def test_views_of_a_chart_are_summed_over_videos(write):
    content = (
        "Date,Content,Video title,Video publish time,Duration,Views\n"
        '2026-10-01,a1,Dough,"Jun 7, 2020",151,3\n2026-10-01,b2,Oven,"Oct 1, 2026",60,4\n'
        '2026-10-02,a1,Dough,"Jun 7, 2020",151,0\n'
    )
    export = read(write("Chart data.csv", content))
    assert export.format == "youtube-chart"
    daily = export.tables["daily"][["platform", "date", "measure", "value"]].values.tolist()
    assert daily == [
        ["youtube", pd.Timestamp("2026-10-01"), "views", 7],
        ["youtube", pd.Timestamp("2026-10-02"), "views", 0],
    ]


def test_totals_by_day(write):
    export = read(write("Totals.csv", "Date,Views\n13-06-2025,1224\n14-06-2025,147\n"))
    assert export.format == "youtube-totals"
    assert export.tables["daily"]["date"].tolist() == [pd.Timestamp("2025-06-13"), pd.Timestamp("2025-06-14")]


def test_a_column_map_goes_before_a_header_that_any_sheet_could_have(write):
    write("maps/site.yml", "table: daily\nconstants: {measure: views}\ncolumns: {date: Date, value: Views}\n")
    assert read(write("exports/site.csv", "Date,Views\n2025-06-13,1\n")).format == "column-map"


def test_countries_as_shares_of_the_total(write):
    export = read(write("geo.csv", "Geography,Views,Watch time (hours)\nTotal,200,9\nMY,150,5\nSG,40,1\n"))
    assert export.format == "youtube-table"
    rows = export.tables["audience"][["breakdown", "cell", "share", "population"]].values.tolist()
    assert rows == [["country", "MY", 0.75, "viewers"], ["country", "SG", 0.2, "viewers"]]


def test_cities_without_a_total_as_shares_of_those_listed(write):
    export = read(write("cities.csv", 'Cities,City name,Views\n0x1,"Ipoh, Malaysia",3\n0x2,Penang,1\n'))
    assert export.tables["audience"][["breakdown", "cell", "share"]].values.tolist() == [
        ["city", "Ipoh, Malaysia", 0.75],
        ["city", "Penang", 0.25],
    ]
    assert export.warnings == ["cities.csv: it has no total: shares are of the places that it lists."]


def test_ages(write):
    export = read(write("age.csv", "Viewer age,Views (%)\n13–17 years,0.61\n65+ years,99.39\n"))
    rows = export.tables["audience"][["breakdown", "cell", "share"]].round(6).values.tolist()
    assert rows == [["age", "13-17", 0.0061], ["age", "65+", 0.9939]]
