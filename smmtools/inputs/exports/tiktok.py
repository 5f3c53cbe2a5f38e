"""TikTok, business account: videos, the overview by day, and the audience by day.

``Post time`` is UTC (measured, see the format notes). A video's number and account stand in its link.
"""

from __future__ import annotations

from smmtools.inputs.exports.daily import measures_by_day
from smmtools.inputs.exports.pages import Names, Page
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, one_table

VIDEOS = Recipe(
    table="posts",
    constants={"platform": "tiktok", "role": "own", "format": "video"},
    columns={
        "account": "Video link",
        "post_id": "Video link",
        "published": "Post time",
        "text": "Video title",
        "url": "Video link",
        "views": "Video views",
        "likes": "Likes",
        "comments": "Comments",
        "shares": "Shares",
        "saves": "Add to Favorites",
    },
    parts={"account": r"/@([^/]+)/", "post_id": r"/(?:video|photo)/(\d+)"},
    style=Style(dates=("%Y/%m/%d %H:%M:%S",)),
    identity=("Video link",),
)
DAYS = Style(dates=("%Y/%m/%d",))
MEASURES: dict[str, Names] = {
    "views": "Video views",
    "reach": "Reached audience",
    "profile_views": "Profile views",
    "likes": "Likes",
    "shares": "Shares",
    "comments": "Comments",
    "follows": "New followers",
    "unfollows": "Lost followers",
    "followers": "Total followers",
}


def _days(page: Page, header: int, reading: Reading) -> Tables:
    return {"daily": measures_by_day(page.table(header), "tiktok", "Date", MEASURES, DAYS, reading)}


FORMATS = (
    Format("tiktok-videos", (("Video link", "Post time", "Video views"),), one_table(VIDEOS), bare_end=True),
    Format("tiktok-overview", (("Date", "Video views", "Profile views"),), _days, bare_end=True),
    Format(
        "tiktok-audience",
        (("Date", "New followers", "Reached audience", "Engaged audience"),),
        _days,
        bare_end=True,
    ),
)
