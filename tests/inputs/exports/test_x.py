import pandas as pd
import pytest

from smmtools.inputs.exports import read

NAME = "tweet_activity_metrics_pechka_20210801_20210901_en.csv"
OLD = (
    '"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate",'
    '"retweets","replies","likes","url clicks","follows","promoted impressions"\n'
)
TWEET = (
    '"{id}","https://twitter.com/pechka/status/{id}","Hot\n&amp; crisp","2021-08-23 23:50 +0000","1938.0",'
    '"18.0","0.0093","1.0","2.0","15.0","4.0","1","{promoted}"\n'
)
NEW = (
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,"
    "Reposts,Profile visits,URL Clicks\n"
)
POST = '7,"Sun, Nov 9, 2025",Hot,https://x.com/pechka/status/7,120,9,15,2,8,1,3,4,5,6\n'
GHOST = ',"Sun, Nov 9, 2025",,https://x.com/pechka/status/undefined,0,0,0,0,0,0,0,0,0,0\n'


def test_a_tweet_until_2024(write):
    export = read(write(NAME, OLD + TWEET.format(id=812369747765362688, promoted="-")), zone="Europe/Sofia")
    assert export.format == "x-posts" and export.warnings == []
    assert export.tables["posts"].iloc[0].dropna().to_dict() == {
        "platform": "x",
        "account": "pechka",
        "role": "own",
        "post_id": "812369747765362688",
        "published": pd.Timestamp("2021-08-24 02:50", tz="Europe/Sofia"),
        "exported_on": pd.Timestamp("2021-09-01"),
        "text": "Hot\n&amp; crisp",
        "text_length": 15,
        "url": "https://twitter.com/pechka/status/812369747765362688",
        "impressions": 1938,
        "likes": 15,
        "comments": 2,
        "shares": 1,
        "link_clicks": 4,
        "follows": 1,
        "source_file": NAME,
    }


@pytest.mark.parametrize(("promoted", "paid"), [("250", True), ("0", False), ("-", pd.NA)])
def test_a_tweet_is_paid_where_it_was_shown_as_promoted(promoted, paid, write):
    posts = read(write(NAME, OLD + TWEET.format(id=1, promoted=promoted))).tables["posts"]
    assert posts["paid"].tolist() == [paid]


def test_a_post_from_2024_on_and_its_ghosts(write):
    export = read(write("x-2025-12-01.csv", NEW + POST + GHOST), zone="Asia/Kuala_Lumpur")
    assert export.format == "x-posts"
    columns = ["post_id", "published", "account", "impressions", "likes", "comments", "shares", "saves"]
    assert export.tables["posts"][[*columns, "link_clicks", "follows"]].values.tolist() == [
        ["7", pd.Timestamp("2025-11-09", tz="Asia/Kuala_Lumpur"), "pechka", 120, 9, 3, 4, 2, 6, 1]
    ]
    assert export.warnings == [
        'x-2025-12-01.csv: records without "Post id", left out: 1.',
        'x-2025-12-01.csv: "Date" gives days without hours: everything stands at midnight.',
    ]


def test_days(write):
    content = '"Date","Tweets published","impressions","retweets","replies","likes","url clicks","follows"\n'
    export = read(write("daily.csv", content + '"2021-08-01","0","1088","1","0","2","-","0"\n'))
    assert export.format == "x-daily"
    daily = export.tables["daily"]
    found = {"impressions": 1088, "shares": 1, "comments": 0, "likes": 2, "follows": 0}
    assert dict(zip(daily["measure"], daily["value"], strict=True)) == found
