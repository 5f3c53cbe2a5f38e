"""Meta Business Suite, insights: series of days, and the audience, in titled blocks of one file.

Shares of the audience are percent, with the sign (``36%``) in older files and without it in newer ones.
A spreadsheet that takes 3.2 for the second of March destroys the figure: such a cell is missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from smmtools.inputs.exports.blocks import Block, titled_blocks
from smmtools.inputs.exports.pages import Page, folded
from smmtools.inputs.exports.posts import named_day
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Tables

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
BREAKDOWNS = {
    "age & gender": "age_sex",
    "top cities": "city",
    "top towns/cities": "city",
    "top countries": "country",
}
SEXES = {"women": "F", "men": "M"}
SERIES = Style(dates=("%Y-%m-%dT%H:%M:%S",))
_PLATFORM_WORDS = {"facebook": "facebook", "fb": "facebook", "instagram": "instagram", "ig": "instagram"}
_TAKEN_FOR_A_DATE = r"\d+[.\-/ ]?[^\d\s.,%]{2,4}\.?|[^\d\s.,%]{2,4}[.\-/ ]\d+"
_BAND = r"\d+(-\d+|\+)"


def _insights(page: Page, header: int, reading: Reading) -> Tables:
    """Every block by its kind; a series is known by its header, a breakdown by its title."""
    blocks = titled_blocks(page)
    platforms = _platforms([block.title for block in blocks], reading)
    parts: dict[str, list[pd.DataFrame]] = {"daily": [], "audience": [], "followers": []}
    for block, platform in zip(blocks, platforms, strict=True):
        table, rows = _one_block(block, platform, reading)
        if rows is not None:
            parts[table].append(rows.assign(platform=platform, source_file=reading.file))
    tables = {name: pd.concat(found) for name, found in parts.items() if found}
    if "daily" in tables:
        key = ["platform", "measure", "date"]
        tables["daily"] = reading.latest(tables["daily"], key, "days of a series")
    return tables


def _one_block(block: Block, platform: str | None, reading: Reading) -> tuple[str, pd.DataFrame | None]:
    breakdown = _breakdown(block.title)
    if (
        block.table.has("Date")
        and block.table.has("Primary")
        and (measure := _measure(block.title, platform))
    ):
        return "daily", _series(block, measure, reading)
    if breakdown == "age_sex":
        return "audience", _audience(breakdown, _age_and_sex(block, reading), reading)
    if breakdown:
        return "audience", _audience(breakdown, _places(block, reading), reading)
    if "followers" in folded(block.title):
        return "followers", _followers(block, reading)
    kind = "series" if block.table.has("Primary") else "block"
    reading.warn(f'the {kind} "{block.title}" is not known here and was left out.')
    return "daily", None


def _series(block: Block, measure: str, reading: Reading) -> pd.DataFrame:
    cells = Cells(block.table, SERIES, reading)
    return pd.DataFrame({"date": cells.days("Date"), "value": cells.counts("Primary"), "measure": measure})


def _age_and_sex(block: Block, reading: Reading) -> dict[str, Any]:
    """Share by cell (``F 18-24``): the bands stand in the first column, the sexes in the header."""
    block = _whole_bands(block, reading)
    bands = block.table.cells[0].str.strip()
    columns = [name for name in block.table.header if folded(name) in SEXES]
    shares = {name: _shares(block, name, reading) for name in columns}
    return {
        f"{SEXES[folded(name)]} {band}": share
        for name in columns
        for band, share in zip(bands, shares[name], strict=True)
    }


def _whole_bands(block: Block, reading: Reading) -> Block:
    """The block without records that lost their band of ages or a cell."""
    cells = block.table.cells.apply(lambda column: column.str.strip())
    whole = cells[0].str.fullmatch(_BAND) & (cells != "").all(axis=1)
    if not whole.all():
        reading.warn(f'"{block.title}": records that are not whole, left out: {(~whole).sum()}.')
    return replace(block, table=replace(block.table, cells=block.table.cells[whole]))


def _places(block: Block, reading: Reading) -> dict[str, Any]:
    """Share by place: the names stand in the header, the shares in the one line below it.

    Where a name or a share is lost, nobody knows whose the others are: the block is left out, and said.
    """
    cells = block.table.cells.apply(lambda column: column.str.strip())
    if len(cells) != 1 or not all(block.table.header) or (cells == "").any(axis=None):
        reading.warn(f'"{block.title}" was left out: its names and its shares do not match one to one.')
        return {}
    shares = {" ".join(name.split()): _shares(block, name, reading) for name in block.table.header}
    return {name: column.iloc[0] for name, column in shares.items()}


def _shares(block: Block, name: str, reading: Reading) -> pd.Series[Any]:
    """Percent as fractions, cells that a spreadsheet took for dates being missing, with a warning."""
    column = block.table.column(name)
    lost = column.str.strip().str.fullmatch(_TAKEN_FOR_A_DATE)
    if lost.any():
        reading.warn(
            f'"{block.title}", "{name}": shares that a spreadsheet took for dates, now missing: {lost.sum()}.'
        )
    cells = block.table.cells.replace(rf"^\s*({_TAKEN_FOR_A_DATE})\s*$", "", regex=True)
    found = Cells(replace(block.table, cells=cells), Style(), reading).numbers(name)
    signed = column.str.contains("%", regex=False)
    return found.where(signed, found / 100)


def _audience(breakdown: str, shares: dict[str, Any], reading: Reading) -> pd.DataFrame:
    rows = pd.DataFrame({"cell": list(shares), "share": pd.array(list(shares.values()), dtype="Float64")})
    return rows.assign(breakdown=breakdown, population="followers", date=named_day(reading.file))


def _followers(block: Block, reading: Reading) -> pd.DataFrame | None:
    """The total of followers, on the day that the file's name says; without one it can't be placed."""
    figures = (*block.table.header, *block.table.cells.to_numpy().ravel())
    found = [int(digits) for cell in figures if (digits := re.sub(r"[,.\s]", "", str(cell))).isdecimal()]
    day = named_day(reading.file)
    if not found or day is None:
        reading.warn(f'"{block.title}" was left out: no figure, or no date in the file\'s name to place it.')
        return None
    return pd.DataFrame({"date": [day], "count": [found[-1]], "role": "own"})


def _breakdown(title: str) -> str | None:
    return next((ours for words, ours in BREAKDOWNS.items() if words in folded(title)), None)


def _measure(title: str, platform: str | None) -> str | None:
    """Our measure for a series' title.

    >>> _measure("Facebook visits", "facebook"), _measure("Instagram profile visits", "instagram")
    ('visits', 'profile_views')
    """
    text = title.casefold()
    found = next((measure for words, measure in MEASURES.items() if words in text), None)
    return "profile_views" if found == "visits" and platform == "instagram" else found


def _platforms(titles: Sequence[str], reading: Reading) -> list[str | None]:
    """Each block's platform: from its title, else the nearest title that names one, else the file's name."""
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


_AUDIENCE = (("", "Women", "Men"), *((title,) for title in BREAKDOWNS))

FORMATS = (
    Format("meta-series", (("Date", "Primary"),), _insights),
    Format("meta-audience", _AUDIENCE, _insights, rank=1),
)
