"""YouTube Studio: table data (a row a video, place or age), chart data (a row a day and video), totals.

A ``Total`` row comes first and is not always the sum of the rows: deleted videos stay in it. A video
without a publish time was never public and is left out, with a warning.
``Subscribers`` are those gained less those lost, and may be negative; where the file gives the gained
ones, these are taken. Videos carry a day and no hour: they stand at midnight, with a warning.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.posts import named_day
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, one_table
from smmtools.inputs.exports.totals import Totals

VIDEOS = Recipe(
    table="posts",
    constants={"platform": "youtube", "role": "own", "format": "video"},
    columns={
        "post_id": "Content",
        "published": "Video publish time",
        "text": "Video title",
        "duration": "Duration",
        "impressions": "Impressions",
        "views": "Views",
        "likes": "Likes",
        "comments": ("Comments added", "Comments"),
        "shares": "Shares",
        "follows": ("Subscribers gained", "Subscribers"),
    },
    style=Style(dates=("%b %d, %Y",), zone=""),
    identity=("Content", "Video publish time"),
    signed=frozenset({"follows"}),
    totals=Totals(("Content",), "Total"),
)
DAYS = Style(dates=("%Y-%m-%d", "%d-%m-%Y"))
PLACES = {"Geography": ("country", "Geography"), "Cities": ("city", "City name")}
"""Column that names the total -> our breakdown, column that names the place."""


def _days(page: Page, header: int, reading: Reading) -> Tables:
    """Views a day, summed over the videos where each has a row of its own."""
    cells = Cells(page.table(header), DAYS, reading)
    rows = pd.DataFrame({"date": cells.days("Date"), "value": cells.counts("Views")})
    if cells.table.has("Content"):
        rows["video"] = cells.text("Content")
        rows = reading.latest(rows, ["date", "video"], "days of a video")
    else:
        rows = reading.latest(rows, ["date"], "days")
    daily = rows.groupby("date", as_index=False)[["value"]].sum(min_count=1)
    return {"daily": daily.assign(platform="youtube", measure="views", source_file=reading.file)}


def _viewers_by_place(page: Page, header: int, reading: Reading) -> Tables:
    """Shares of views by country or city: of the file's total, else of the rows that it lists."""
    table = page.table(header)
    key, (breakdown, name) = next((key, found) for key, found in PLACES.items() if table.has(key))
    cells = Cells(table, Style(), reading)
    rows = pd.DataFrame({"cell": cells.text(name), "views": cells.counts("Views")})
    is_total = table.column(key) == "Total"
    places, total = rows[~is_total].dropna(subset=["cell"]), rows.loc[is_total, "views"].max()
    if not is_total.any():
        total = places["views"].sum()
        reading.warn("it has no total: shares are of the places that it lists.")
    return {"audience": _audience(places["cell"], places["views"] / total, breakdown, reading)}


def _viewers_by_age(page: Page, header: int, reading: Reading) -> Tables:
    cells = Cells(page.table(header), Style(), reading)
    bands = cells.text("Viewer age").str.replace("–", "-").str.removesuffix(" years")
    return {"audience": _audience(bands, cells.numbers("Views (%)") / 100, "age", reading)}


def _audience(cell: pd.Series[Any], share: pd.Series[Any], breakdown: str, reading: Reading) -> pd.DataFrame:
    rows = pd.DataFrame({"cell": cell, "share": share}).dropna(subset=["cell"])
    return rows.assign(
        platform="youtube",
        breakdown=breakdown,
        population="viewers",
        date=named_day(reading.file),
        source_file=reading.file,
    )


FORMATS = (
    Format("youtube-table", (("Content", "Video title", "Video publish time", "Views"),), one_table(VIDEOS)),
    Format("youtube-chart", (("Date", "Content", "Video title", "Video publish time", "Views"),), _days),
    Format("youtube-totals", (("Date", "Views"),), _days, rank=-1),
    Format(
        "youtube-table",
        (("Geography", "Views"), ("Cities", "City name", "Views")),
        _viewers_by_place,
    ),
    Format("youtube-table", (("Viewer age", "Views (%)"),), _viewers_by_age),
)
