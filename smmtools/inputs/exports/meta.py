"""Meta Business Suite, posts: Facebook's (of both eras), Facebook videos, and Instagram's.

``Publish time`` is US Pacific (measured, see the format notes): it is turned into the client's zone.
A page's or profile's name is the post's account, so that posts of a collaborating account can be told.
"""

from __future__ import annotations

from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, one_table

STYLE = Style(dates=("%m/%d/%Y %H:%M",), zone="US/Pacific")
FORMATS_OF_POSTS = {
    **dict.fromkeys(("Text", "Status"), "text"),
    **dict.fromkeys(("Photo", "Photos", "IG image"), "photo"),
    **dict.fromkeys(("Multi-photo", "Multi photo", "Album", "Carousel", "IG carousel"), "carousel"),
    **dict.fromkeys(("Video", "Videos", "Live", "IG video"), "video"),
    **dict.fromkeys(("Reel", "Reels", "IG reel"), "reel"),
    **dict.fromkeys(("Story", "Stories", "IG story"), "story"),
    **dict.fromkeys(("Link", "Links"), "link"),
    **dict.fromkeys(("Other", "Others"), None),
}

FACEBOOK_POSTS = Recipe(
    table="posts",
    constants={"platform": "facebook", "role": "own"},
    columns={
        "account": "Page name",
        "post_id": "Post ID",
        "published": "Publish time",
        "format": "Post type",
        "text": "Description",
        "duration": "Duration (sec)",
        "url": "Permalink",
        "labels": "Custom labels",
        "reach": ("Reach", "IMPRESSION:UNIQUE_USERS"),
        "reach_organic": "Reach from Organic posts",
        "reach_paid": "Reach from Boosted posts",
        "impressions": "Impressions",
        "views": "Views",
        "likes": "Reactions",
        "comments": "Comments",
        "shares": "Shares",
        "clicks": "Total clicks",
        "link_clicks": "Link Clicks",
    },
    fills={"text": "Title"},
    values={"format": FORMATS_OF_POSTS},
    style=STYLE,
    identity=("Post ID",),
)
FACEBOOK_VIDEOS = Recipe(
    table="posts",
    constants={"platform": "facebook", "role": "own", "format": "video"},
    columns={
        "account": "Page name",
        "post_id": "Video asset ID",
        "published": "Publish time",
        "text": "Description",
        "duration": "Duration (sec)",
        "url": "Permalink",
        "labels": "Custom labels",
        "reach": "Reach",
        "views": "Views",  # where it stands: views of three seconds and more are another measure
        "likes": "Reactions",
        "comments": "Comments",
        "shares": "Shares",
    },
    fills={"text": "Title"},
    style=STYLE,
    identity=("Video asset ID",),
)
INSTAGRAM_POSTS = Recipe(
    table="posts",
    constants={"platform": "instagram", "role": "own"},
    columns={
        "account": "Account username",
        "post_id": "Post ID",
        "published": "Publish time",
        "format": "Post type",
        "text": "Description",
        "duration": "Duration (sec)",
        "url": "Permalink",
        "reach": "Reach",
        "impressions": "Impressions",
        "views": "Views",
        "likes": "Likes",
        "comments": "Comments",
        "shares": "Shares",
        "saves": "Saves",
        "follows": "Follows",
    },
    values={"format": FORMATS_OF_POSTS},
    style=STYLE,
    identity=("Post ID",),
)


def _facebook_posts(page: Page, header: int, reading: Reading) -> Tables:
    """A post counts as paid where the file says that boosting reached someone."""
    posts = one_table(FACEBOOK_POSTS)(page, header, reading)["posts"]
    return {"posts": posts.assign(paid=(posts["reach_paid"] > 0).astype("boolean"))}


FORMATS = (
    Format("meta-facebook-posts", (("Post ID", "Page name", "Publish time", "Post type"),), _facebook_posts),
    Format(
        "meta-facebook-videos", (("Video asset ID", "Page name", "Publish time"),), one_table(FACEBOOK_VIDEOS)
    ),
    Format(
        "meta-instagram-posts",
        (("Post ID", "Account username", "Publish time", "Post type"),),
        one_table(INSTAGRAM_POSTS),
    ),
)
