import pandas as pd

from smmtools.inputs.exports import read

HEADER = (
    '"Post ID","Account ID","Account username","Account name",Description,"Duration (sec)",'
    '"Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,'
    "Likes,Shares,Comments,Saves,Follows\n"
)
POST = (
    '{id},77,pechka,"Pechka Pizza","{text}",30,"{time}",https://instagram.example/p/{id},"IG reel",'
    ",Lifetime,52,37,{likes},1,2,,\n"
)
NAME = "Mar-18-2025_Apr-14-2025_1019.csv"


def post(number=1, text="Hot, and crisp", time="03/18/2025 09:48", likes=3):
    return POST.format(id=number, text=text, time=time, likes=likes)


def test_a_post_in_the_clients_zone(write):
    export = read(write(NAME, HEADER + post(text="Hot,\nand crisp"), "utf-8-sig"), zone="Europe/Sofia")
    assert export.format == "meta-instagram-posts"
    row = export.tables["posts"].iloc[0].dropna().to_dict()
    assert row == {
        "platform": "instagram",
        "account": "pechka",
        "role": "own",
        "post_id": "1",
        "published": pd.Timestamp("2025-03-18 18:48", tz="Europe/Sofia"),
        "exported_on": pd.Timestamp("2025-04-14"),
        "format": "reel",
        "text": "Hot,\nand crisp",
        "text_length": 14,
        "duration": 30.0,
        "url": "https://instagram.example/p/1",
        "reach": 37,
        "views": 52,
        "likes": 3,
        "comments": 2,
        "shares": 1,
        "source_file": NAME,
    }
    assert export.warnings == []


def test_columns_are_found_by_name_in_any_order_and_case(write):
    content = (
        "LIKES,Post type,publish  time,post id,Account Username\n7,IG carousel,03/18/2025 09:48,5,pechka\n"
    )
    posts = read(write(NAME, content)).tables["posts"]
    assert posts[["post_id", "format", "likes"]].values.tolist() == [["5", "carousel", 7]]
    assert posts[["views", "reach", "text", "text_length"]].isna().all(axis=None)


def test_of_two_columns_with_one_name_the_one_that_is_filled_counts(write):
    content = "Post ID,Account username,Publish time,Post type,Views,Views\n1,a,03/18/2025 09:48,IG reel,,9\n"
    assert read(write(NAME, content)).tables["posts"]["views"].tolist() == [9]


def test_a_post_that_stands_twice_counts_once_as_it_stands_last(write):
    export = read(write(NAME, HEADER + post(likes=3) + post(2) + post(likes=4)))
    assert export.tables["posts"][["post_id", "likes"]].values.tolist() == [["2", 3], ["1", 4]]
    assert export.warnings == [f"{NAME}: posts that stand more than once: 1; the last of each is kept."]


def test_a_record_without_an_id_is_left_out(write):
    export = read(write(NAME, HEADER + post() + post(number="", time="", likes="x")))
    assert len(export.tables["posts"]) == 1
    assert export.warnings == [f'{NAME}: records without "Post ID", left out: 1.']


def test_an_id_that_a_spreadsheet_shortened_is_a_fault(write, faults):
    assert faults(write(NAME, HEADER + post(number="1.80683E+16"))) == [
        ("'1.80683E+16' is a number that a spreadsheet has shortened", f'{NAME}, line 2, column "Post ID"')
    ]


def test_a_post_without_a_time_is_a_fault_at_its_line(write, faults):
    content = HEADER + post(text="one\ntwo\nthree") + post(2, time="")
    assert faults(write(NAME, content)) == [
        ("this cell must not be blank", f'{NAME}, line 5, column "Publish time"')
    ]


def test_the_hour_that_strikes_twice_gets_a_warning(write):
    export = read(write("posts-2025-11-30.csv", HEADER + post(time="11/02/2025 01:30")))
    assert export.tables["posts"]["published"].tolist() == [pd.Timestamp("2025-11-02 08:30", tz="UTC")]
    assert export.warnings == [
        'posts-2025-11-30.csv: "Publish time" has 1 in the hour that the clock of US/Pacific strikes twice; '
        "the first is taken."
    ]


def test_without_a_date_in_its_name_a_file_stands_for_its_latest_day(write):
    export = read(write("posts.csv", HEADER + post() + post(2, time="03/20/2025 10:00")))
    assert set(export.tables["posts"]["exported_on"]) == {pd.Timestamp("2025-03-20")}
    assert export.warnings == [
        "posts.csv: its name holds no date; its figures are taken as of its latest day, 2025-03-20."
    ]


def test_a_name_older_than_its_posts_is_not_believed(write):
    export = read(write("posts-2025-03-01.csv", HEADER + post()))
    assert set(export.tables["posts"]["exported_on"]) == {pd.Timestamp("2025-03-18")}
    assert export.warnings == [
        "posts-2025-03-01.csv: its name says 2025-03-01, but it holds posts of 2025-03-18; that is taken."
    ]


def test_a_post_type_not_known_is_missing_with_a_warning(write):
    export = read(write(NAME, HEADER + post().replace("IG reel", "IG hologram")))
    assert export.tables["posts"]["format"].isna().all()
    assert export.warnings == [
        f'{NAME}: "Post type" holds words not known here, taken as missing: IG hologram.'
    ]


def test_every_record_packed_into_one_quoted_cell(write):
    content = HEADER + post(text="one\ntwo, three")
    packed = "\n".join(
        '"' + line.replace('"', '""') + '"' if '"' in line or "," in line else line
        for line in content.splitlines()
    )
    posts = read(write(NAME, packed, "utf-8-sig")).tables["posts"]
    assert posts[["text", "likes"]].values.tolist() == [["one\ntwo, three", 3]]


def test_an_id_counts_once_an_account(write):
    other = post(likes=9).replace(",pechka,", ",friend,")
    posts = read(write(NAME, HEADER + post() + other)).tables["posts"]
    assert posts[["account", "likes"]].values.tolist() == [["pechka", 3], ["friend", 9]]


SERIES = """sep=,
"Facebook reach"
"Date","Primary"
"2025-11-01T00:00:00","5"
"2025-11-03T01:00:00","7"

"Views"
"Date","Primary"
"2025-11-01T00:00:00","9"

"Instagram profile visits"
"Date","Primary"
"2025-11-01T00:00:00",""
"""


def series(export):
    return export.tables["daily"][["platform", "measure", "date", "value"]].values.tolist()


def test_series_of_several_blocks(write):
    export = read(write("insights.csv", "\ufeff" + SERIES, "utf-16-le"))
    assert export.format == "meta-series"
    first, third = pd.Timestamp("2025-11-01"), pd.Timestamp("2025-11-03")
    assert series(export) == [
        ["facebook", "reach", first, 5],
        ["facebook", "reach", third, 7],
        ["facebook", "views", first, 9],
        ["instagram", "profile_views", first, pd.NA],
    ]
    assert export.warnings == []


def test_series_resaved_by_a_spreadsheet(write):
    table = SERIES.replace("sep=,\n", "").replace('"', "").replace(",", ";").replace("\n\n", "\n;\n")
    assert str(series(read(write("insights.csv", table)))) == str(series(read(write("again.csv", SERIES))))


def test_a_title_without_a_platform_takes_it_from_the_files_name(write):
    content = '"Viewers"\n"Date","Primary"\n"2025-11-01T00:00:00","9"\n'
    assert series(read(write("IG VIEWERS.csv", content)))[0][:2] == ["instagram", "visitors"]
    export = read(write("viewers.csv", content))
    assert export.tables["daily"]["platform"].isna().all()
    assert export.warnings == [
        'viewers.csv: neither a title nor the file\'s name says "Facebook" or "Instagram": platform missing.'
    ]


def test_visits_in_an_instagram_file_are_visits_to_the_profile(write):
    content = '"Visits"\n"Date","Primary"\n"2025-11-01T00:00:00","9"\n'
    assert series(read(write("ig_visits.csv", content)))[0][:2] == ["instagram", "profile_views"]
    assert series(read(write("fb_visits.csv", content)))[0][:2] == ["facebook", "visits"]


def test_a_series_not_known_is_left_out_by_name(write):
    export = read(write("insights.csv", SERIES.replace('"Views"', '"Earnings"')))
    assert set(export.tables["daily"]["measure"]) == {"reach", "profile_views"}
    assert export.warnings == ['insights.csv: the series "Earnings" is not known here and was left out.']


def test_a_faulty_figure_in_a_series_is_named_with_its_line(write, faults):
    assert faults(write("insights.csv", SERIES.replace('"9"', '"9x"'))) == [
        ("'9x' is not a number", 'insights.csv, line 9, column "Primary"')
    ]
