"""LinkedIn: a page's metrics by day, and a person's content (a workbook of five sheets).

A page's "Total followers" are those gained that day. The best posts of a person come without hours and
stand in two tables side by side, of which only the one with impressions holds a measure of ours.

LinkedIn fills every cell of a person's tables, but for posts of which it gives the link alone. A record that
lacks a cell or has one too many is left out, with a warning: its figures may stand under another's name.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from smmtools.inputs.exports import values
from smmtools.inputs.exports.daily import measures_by_day
from smmtools.inputs.exports.pages import Names, Page, Table, find_header, side_by_side
from smmtools.inputs.exports.posts import named_day
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply

PAGE: dict[str, Names] = {
    "impressions": ("Impressions (total)", "Impressions (organic)"),
    "reach": ("Unique impressions (total)", "Unique impressions (organic)"),
    "clicks": ("Clicks (total)", "Clicks (organic)"),
    "likes": ("Reactions (total)", "Reactions (organic)"),
    "comments": ("Comments (total)", "Comments (organic)"),
    "shares": ("Reposts (total)", "Reposts (organic)"),
    "follows": "Total followers",
}
PERSON: dict[str, Names] = {"impressions": "Impressions", "interactions": "Engagements"}
NEW_FOLLOWERS: dict[str, Names] = {"follows": "New followers"}
TOP_POSTS = Recipe(
    table="posts",
    constants={"platform": "linkedin", "role": "own"},
    columns={
        "post_id": "Post URL",
        "published": "Post publish date",
        "url": "Post URL",
        "impressions": "Impressions",
    },
    parts={"post_id": r":(\d+)"},
    style=Style(dates=("%m/%d/%Y",), zone=""),
    identity=("Post URL", "Post publish date"),
)
DAYS = Style(dates=("%Y-%m-%d", "%m/%d/%Y"))
DEMOGRAPHICS = ("Top Demographics", "Value", "Percentage")


def _page(page: Page, header: int, reading: Reading) -> Tables:
    """A day's reactions, comments and followers may be negative: what was taken back that day is off them."""
    daily = measures_by_day(page.table(header), "linkedin", "Date", PAGE, DAYS, reading, signed=True)
    return {"daily": daily}


def _person(page: Page, header: int, reading: Reading) -> Tables:
    """Every sheet that is there: a workbook may lack some."""
    tables: Tables = {}
    if parts := _whole_tables(("Post URL", "Post publish date"), reading):
        tables["posts"] = _top_posts(parts, reading)
    days = [
        measures_by_day(parts[0], "linkedin", "Date", measures, DAYS, reading)
        for columns, measures in (
            (("Date", "Impressions", "Engagements"), PERSON),
            (("Date", "New followers"), NEW_FOLLOWERS),
        )
        if (parts := _whole_tables(columns, reading))
    ]
    if days:
        tables["daily"] = pd.concat(days)
    if parts := _whole_tables(DEMOGRAPHICS, reading):
        tables["audience"] = _locations(parts[0], reading)
    if (followers := _followers(reading)) is not None:
        tables["followers"] = followers
    return tables


def _whole_tables(columns: tuple[str, ...], reading: Reading) -> list[Table]:
    """The tables under the header that holds these columns, without damaged records; none without it."""
    found = find_header(reading.pages, columns)
    if found is None:
        return []
    table = found[0].table(found[1])
    nameless = [at for at, name in enumerate(table.header) if not name.strip()]
    astray = (table.cells[nameless] != "").any(axis=1)
    parts = [*side_by_side(_without(table, astray, reading))]
    if len({len(part.cells) for part in parts}) > 1:
        lengths = " and ".join(str(len(part.cells)) for part in parts)
        reading.warn(f"tables side by side have {lengths} records: one of them may lack some.")
    return [_without(part, (part.cells == "").any(axis=1), reading) for part in parts]


def _without(table: Table, damaged: pd.Series[bool], reading: Reading) -> Table:
    if damaged.any():
        first = table.page.place(int(table.cells.index[damaged][0])).removeprefix(f"{reading.file}, ")
        what = f"records that lack a cell or have one too many, left out: {damaged.sum()}"
        reading.warn(f"{what} (the first is {first}).")
    return replace(table, cells=table.cells[~damaged])


def _top_posts(lists: list[Table], reading: Reading) -> pd.DataFrame:
    """The posts of both lists; each has its row once, with its impressions where they are told."""
    parts = [apply(TOP_POSTS, part, reading) for part in lists if part.has("Post URL")]
    parts.sort(key=lambda part: bool(part["impressions"].isna().all()))
    posts: pd.DataFrame = pd.concat(parts).drop_duplicates("post_id")
    return posts.assign(exported_on=posts["exported_on"].max())


def _locations(table: Table, reading: Reading) -> pd.DataFrame:
    """Places of followers; a share given as ``< 1%`` is missing."""
    places = table.column("Top Demographics").astype("str").str.strip() == "Locations"
    few = table.column("Percentage").astype("str").str.startswith("<")
    cells = Cells(replace(table, cells=table.cells[places & ~few]), Style(), reading)
    rows = pd.DataFrame({"cell": cells.text("Value"), "share": cells.numbers("Percentage")})
    return rows.assign(
        platform="linkedin",
        breakdown="city",
        population="followers",
        date=named_day(reading.file),
        source_file=reading.file,
    )


def _followers(reading: Reading) -> pd.DataFrame | None:
    """The total that stands above the new followers: ``Total followers on 8/5/2024:``, ``782``."""
    for page in reading.pages:
        for record in page.head():
            stated = re.match(r"Total followers on (\S+?):?$", record[0].strip()) if len(record) > 1 else None
            if stated:
                day = values.moments(pd.Series([stated[1]], dtype="str"), DAYS.dates)
                count = values.counts(values.numbers(pd.Series([record[1]], dtype="str"), thousands=","))
                rows = pd.DataFrame({"date": day, "count": count}).dropna()
                return rows.assign(platform="linkedin", role="own", source_file=reading.file)
    return None


FORMATS = (
    Format(
        "linkedin-page",
        (
            ("Date", "Impressions (organic)", "Clicks (organic)"),
            ("Date", "Sponsored followers", "Organic followers", "Total followers"),
        ),
        _page,
    ),
    Format(
        "linkedin-personal",
        (("Post URL", "Post publish date", "Impressions"), ("Date", "Impressions", "Engagements")),
        _person,
    ),
)
