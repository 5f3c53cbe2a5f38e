"""Facebook posts of both eras, and Facebook videos."""

import pandas as pd

from smmtools.inputs.exports import read

NAME = "Mar-18-2025_Apr-14-2025_5533.csv"
HEADER = (
    '"Post ID","Page ID","Page name",Title,Description,"Duration (sec)","Publish time","Caption type",'
    'Permalink,"Post type","Custom labels","Funded content status",Date,Views,Reach,'
    '"Reactions, Comments and Shares",Reactions,Comments,Shares,"Total clicks",Views,'
    '"Reach from Organic posts","Reach from Boosted posts","Link Clicks"\n'
)
POST = (
    '{id},77,Pechka,"{title}",{text},0,"03/18/2025 12:59",,https://facebook.example/{id},Photos,'
    "oct-03,,Lifetime,{views},37,6,3,2,1,8,{again},30,{boosted},\n"
)


def post(number=1, title="Hot", text="", views=52, again="", boosted=7):
    return POST.format(id=number, title=title, text=text, views=views, again=again, boosted=boosted)


def test_a_post_in_the_clients_zone(write):
    export = read(write(NAME, HEADER + post(title="Hot,\nand crisp"), "utf-8-sig"), zone="Europe/Sofia")
    assert export.format == "meta-facebook-posts"
    assert export.tables["posts"].iloc[0].dropna().to_dict() == {
        "platform": "facebook",
        "account": "Pechka",
        "role": "own",
        "post_id": "1",
        "published": pd.Timestamp("2025-03-18 21:59", tz="Europe/Sofia"),
        "exported_on": pd.Timestamp("2025-04-14"),
        "format": "photo",
        "text": "Hot,\nand crisp",
        "text_length": 14,
        "duration": 0.0,
        "url": "https://facebook.example/1",
        "paid": True,
        "reach": 37,
        "reach_organic": 30,
        "reach_paid": 7,
        "views": 52,
        "likes": 3,
        "comments": 2,
        "shares": 1,
        "clicks": 8,
        "labels": "oct-03",
        "source_file": NAME,
    }
    assert export.warnings == []


def test_the_description_goes_before_the_title_and_a_blank_figure_before_its_namesake(write):
    posts = read(write(NAME, HEADER + post(text="Reel", views="", again=9))).tables["posts"]
    assert posts[["text", "views"]].values.tolist() == [["Reel", 9]]


def test_a_post_is_paid_where_boosting_reached_someone_and_unknown_where_the_file_is_silent(write):
    rows = post(1, boosted=5) + post(2, boosted=0) + post(3, boosted="")
    assert read(write(NAME, HEADER + rows)).tables["posts"]["paid"].tolist() == [True, False, pd.NA]


def test_before_2025_impressions_stand_where_views_stand_now(write):
    header = HEADER.replace(",Views,Reach", ",Impressions,IMPRESSION:UNIQUE_USERS", 1)
    header = header.replace("Comments and Shares", "comments and shares").replace(",Views", ",Plays")
    old = read(write(NAME, header + post().replace("Photos", "Photo"))).tables["posts"]
    assert old[["impressions", "reach", "format"]].values.tolist() == [[52, 37, "photo"]]
    assert old["views"].isna().all()


def test_wholly_empty_records_do_not_count(write):
    blank = "," * 23 + "\n"
    assert len(read(write(NAME, HEADER + blank + post() + blank)).tables["posts"]) == 1


def test_a_video(write):
    content = (
        '"Video asset ID","Universal video ID","Page ID","Page name",Title,"Duration (sec)","Publish time",'
        'Reach,"3-second video views",Reactions,Comments,Shares\n'
        '5,6,77,Pechka,Dough,12.5,"11/20/2025 09:00",300,120,9,1,2\n'
    )
    export = read(write(NAME, content))
    assert export.format == "meta-facebook-videos"
    posts = export.tables["posts"]
    named = ["platform", "post_id", "format", "text", "duration", "reach", "likes", "comments", "shares"]
    assert posts[named].values.tolist() == [["facebook", "5", "video", "Dough", 12.5, 300, 9, 1, 2]]
    assert posts["views"].isna().all()  # three seconds of a video are no view of it
