"""Meta Business Suite: Instagram posts, and insight series (Facebook's and Instagram's).

``Publish time`` is US Pacific (measured, see the format notes): it is turned into the client's zone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from smmtools.inputs.exports.blocks import Block, titled_blocks
from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply

POSTS = Style(dates=("%m/%d/%Y %H:%M",), zone="US/Pacific")

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
    values={
        "format": {
            "IG image": "photo",
            "IG carousel": "carousel",
            "IG reel": "reel",
            "IG video": "video",
            "IG story": "story",
        }
    },
    style=POSTS,
    identity="Post ID",
)

MEASURES = {  # the first whose words are all in the title
    "unfollows": "unfollows",
    "link clicks": "link_clicks",
    "interactions": "interactions",
    "profile visits": "profile_views",
    "instagram visits": "profile_views",
    "visits": "visits",
    "viewers": "visitors",
    "views": "views",
    "reach": "reach",
    "follows": "follows",
}
"""Words of a series' title -> our measure. Facebook counts visits to the page, Instagram to the profile."""
SERIES = Style(dates=("%Y-%m-%dT%H:%M:%S",))
_PLATFORM_WORDS = {"facebook": "facebook", "fb": "facebook", "instagram": "instagram", "ig": "instagram"}


def _posts(page: Page, header: int, reading: Reading) -> Tables:
    return {"posts": apply(INSTAGRAM_POSTS, page.table(header), reading)}


def _series(page: Page, header: int, reading: Reading) -> Tables:
    blocks = titled_blocks(page)
    platforms = _platforms([block.title for block in blocks], reading)
    parts = [_one_series(block, platform, reading) for block, platform in zip(blocks, platforms, strict=True)]
    return {"daily": reading.latest(pd.concat(parts), ["platform", "measure", "date"], "days of a series")}


def _one_series(block: Block, platform: str | None, reading: Reading) -> pd.DataFrame:
    measure = _measure(block.title, platform)
    if measure is None or not (block.table.has("Date") and block.table.has("Primary")):
        reading.warn(f'the series "{block.title}" is not known here and was left out.')
        return pd.DataFrame(columns=["platform", "measure", "date", "value"])
    cells = Cells(block.table, SERIES, reading)
    series = pd.DataFrame({"date": cells.days("Date"), "value": cells.counts("Primary")})
    return series.assign(platform=platform, measure=measure, source_file=reading.file)


def _measure(title: str, platform: str | None) -> str | None:
    """Our measure for a series' title.

    >>> _measure("Facebook visits", "facebook"), _measure("Instagram profile visits", "instagram")
    ('visits', 'profile_views')
    """
    text = title.casefold()
    found = next((measure for words, measure in MEASURES.items() if words in text), None)
    return "profile_views" if found == "visits" and platform == "instagram" else found


def _platforms(titles: Sequence[str], reading: Reading) -> list[str | None]:
    """Each series' platform: from its title, else the nearest title that names one, else the file's name."""
    named = {at: platform for at, title in enumerate(titles) if (platform := _platform_in(title))}
    from_file = _platform_in(reading.file)
    if not named and not from_file:
        reading.warn('neither a title nor the file\'s name says "Facebook" or "Instagram": platform missing.')
    return [
        named[min(named, key=lambda other: abs(other - at))] if named else from_file
        for at in range(len(titles))
    ]


def _platform_in(text: str) -> str | None:
    """The platform that a text names.

    >>> _platform_in("Instagram reach"), _platform_in("IG_REACH.csv"), _platform_in("Reach")
    ('instagram', 'instagram', None)
    """
    words = re.split(r"[\W_]+", text.casefold())
    return next((_PLATFORM_WORDS[word] for word in words if word in _PLATFORM_WORDS), None)


FORMATS = (
    Format("meta-instagram-posts", (("Post ID", "Account username", "Publish time", "Post type"),), _posts),
    Format("meta-series", (("Date", "Primary"),), _series),
)
