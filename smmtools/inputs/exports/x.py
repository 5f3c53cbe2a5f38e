"""X (Twitter): posts of both eras, and the account by day.

Until 2024 all cells were quoted, counts were written ``1938.0``, ``-`` meant none, and times carried their
offset; promoted figures stand apart. Since then a post has a day and no hour, and ghost rows without an ID.
"Shares" of the new era are links sent on; what the workbook calls shares are reposts.
"""

from __future__ import annotations

from smmtools.inputs.exports.daily import measures_by_day
from smmtools.inputs.exports.pages import Names, Page
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply, needed, one_table

CONSTANTS = {"platform": "x", "role": "own"}
ACCOUNT = {"account": r"(?:twitter|x)\.com/([^/]+)/status/"}
PROMOTED = "promoted impressions"
NEW_DATE = "%a, %b %d, %Y"

TWEETS = Recipe(
    table="posts",
    constants=CONSTANTS,
    columns={
        "account": "Tweet permalink",
        "post_id": "Tweet id",
        "published": "time",
        "text": "Tweet text",
        "url": "Tweet permalink",
        "impressions": "impressions",
        "likes": "likes",
        "comments": "replies",
        "shares": "retweets",
        "link_clicks": "url clicks",
        "follows": "follows",
    },
    parts=ACCOUNT,
    style=Style(dates=("%Y-%m-%d %H:%M %z",)),
    identity=("Tweet id",),
)
POSTS = Recipe(
    table="posts",
    constants=CONSTANTS,
    columns={
        "account": "Post Link",
        "post_id": "Post id",
        "published": "Date",
        "text": "Post text",
        "url": "Post Link",
        "impressions": "Impressions",
        "likes": "Likes",
        "comments": "Replies",
        "shares": "Reposts",
        "saves": "Bookmarks",
        "link_clicks": "URL Clicks",
        "follows": "New follows",
    },
    parts=ACCOUNT,
    style=Style(dates=(NEW_DATE,), zone=""),
    identity=("Post id",),
)
MEASURES: dict[str, Names] = {
    "impressions": "Impressions",
    "likes": "Likes",
    "comments": "Replies",
    "shares": ("Reposts", "retweets"),
    "saves": "Bookmarks",
    "link_clicks": ("URL Clicks", "url clicks"),
    "profile_views": "Profile visits",
    "follows": ("New follows", "follows"),
    "unfollows": "Unfollows",
}
DAYS = Style(dates=("%Y-%m-%d", NEW_DATE))


def _tweets(page: Page, header: int, reading: Reading) -> Tables:
    """A tweet counts as paid where it was shown as promoted; ``-`` there does not say."""
    table = page.table(header, only={*needed(TWEETS), PROMOTED})
    posts = apply(TWEETS, table, reading)
    if table.has(PROMOTED):
        promoted = Cells(table, TWEETS.style, reading).counts(PROMOTED) > 0
        by_id = dict(zip(table.column("Tweet id").str.strip(), promoted, strict=True))
        posts["paid"] = posts["post_id"].map(by_id).astype("boolean")
    return {"posts": posts}


def _days(page: Page, header: int, reading: Reading) -> Tables:
    return {"daily": measures_by_day(page.table(header), "x", "Date", MEASURES, DAYS, reading)}


FORMATS = (
    Format("x-posts", (("Tweet id", "Tweet permalink", "time", "impressions"),), _tweets),
    Format("x-posts", (("Post id", "Date", "Post Link", "Impressions"),), one_table(POSTS)),
    Format(
        "x-daily",
        (
            ("Date", "Tweets published", "impressions"),
            ("Date", "Impressions", "Engagements", "New follows", "Unfollows"),
        ),
        _days,
    ),
)
