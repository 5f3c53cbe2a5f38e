"""Recipes: which column of a file becomes which column of a tidy table.

A platform's format of one table is a recipe and nothing else; so is a client's column map. Formats of
several tables or blocks use ``Cells`` themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from smmtools.errors import Fault
from smmtools.inputs.exports.pages import Page, Table, folded
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.schemas import AMOUNT, COUNT, DAY, FLAG, TABLES, conform, is_time

Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Format:
    """One kind of export: its name, the headers that tell it, and how it is read.

    ``headers`` holds alternatives, each a set of column names that all stand in one record. ``read``
    takes the page, the header's record number and the reading.
    """

    name: str
    headers: tuple[tuple[str, ...], ...]
    read: Callable[[Page, int, Reading], Tables]

    def found_in(self, record: list[str]) -> int:
        """How many identifying columns the record has: those of the largest header that is all there."""
        names = {folded(cell) for cell in record}
        return max(
            (len(header) for header in self.headers if names.issuperset(map(folded, header))), default=0
        )


@dataclass(frozen=True)
class Recipe:
    """What to take from a file's columns; see the module.

    columns: tidy column -> the file's column, or its names over the years, the first present being taken;
    constants: tidy column -> its value in all rows; values: tidy column -> the file's words as ours,
    an unknown word being a fault if ``strict``, else missing with a warning.
    """

    table: str
    columns: Mapping[str, str | tuple[str, ...]]
    constants: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    style: Style = field(default_factory=Style)
    strict: bool = False


def apply(recipe: Recipe, table: Table, reading: Reading) -> pd.DataFrame:
    """The tidy table of a file's table. Faults go to the reading; where there are any, it is empty.

    Posts also get their text's length, their as-of day, and lose repetitions of one post.
    """
    frame = pd.DataFrame(_columns(recipe, Cells(table, recipe.style, reading)), index=table.cells.index)
    if reading.faults:
        return conform(recipe.table, pd.DataFrame(), zone=reading.zone)
    for name, value in recipe.constants.items():
        frame[name] = value
    frame["source_file"] = reading.file
    if recipe.table == "posts":
        frame = _finish_posts(frame, reading)
    return conform(recipe.table, frame, zone=reading.zone).reset_index(drop=True)


def _columns(recipe: Recipe, cells: Cells) -> dict[str, pd.Series[Any]]:
    found = {}
    for column, names in recipe.columns.items():
        candidates = (names,) if isinstance(names, str) else names
        if name := next((name for name in candidates if cells.table.has(name)), None):
            found[column] = _converted(recipe, column, cells, name)
    return found


def _converted(recipe: Recipe, column: str, cells: Cells, name: str) -> pd.Series[Any]:
    if column in recipe.values:
        return cells.words(name, dict(recipe.values[column]), strict=recipe.strict)
    if column.endswith("_id"):
        return cells.identifiers(name)
    dtype = TABLES[recipe.table][column]
    if is_time(dtype):
        return cells.times(name)
    by_kind = {COUNT: cells.counts, AMOUNT: cells.numbers, DAY: cells.days, FLAG: cells.flags}
    return by_kind.get(dtype, cells.text)(name)


def _finish_posts(posts: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    posts = reading.latest(posts, ["post_id"], "posts").copy()
    if "text" in posts and "text_length" not in posts:
        posts["text_length"] = posts["text"].str.len().fillna(0)
    if "exported_on" not in posts and len(posts):
        posts["exported_on"] = exported_on(posts["published"], reading)
    return posts


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_META_DAY = re.compile(rf"(?:{'|'.join(_MONTHS)})-\d{{2}}-\d{{4}}")
_ISO_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def exported_on(published: pd.Series[Any], reading: Reading) -> pd.Timestamp:
    """The day that a file of lifetime figures stands for: from its name, else its latest day.

    Meta's names hold the period (``Oct-31-2025_Dec-30-2025_…``), others an ISO date; the last counts.
    A name that is older than the file's latest day is not believed. Both cases give a warning.
    """
    latest = published.max().tz_localize(None).normalize()
    named = named_day(reading.file)
    if named is None:
        reading.warn(
            f"its name holds no date; its figures are taken as of its latest day, {latest:%Y-%m-%d}."
        )
    elif named < latest - pd.Timedelta(days=1):  # a zone may put the last evening into the next day
        reading.warn(
            f"its name says {named:%Y-%m-%d}, but it holds posts of {latest:%Y-%m-%d}; that is taken."
        )
    return latest if named is None else max(named, latest)


def named_day(file: str) -> pd.Timestamp | None:
    """The last date in a file's name; None when it holds none.

    >>> named_day("Oct-31-2025_Dec-30-2025_16642.csv")
    Timestamp('2025-12-30 00:00:00')
    """
    for pattern, form in ((_META_DAY, "%b-%d-%Y"), (_ISO_DAY, "%Y-%m-%d")):
        days = pd.to_datetime(
            pd.Series(pattern.findall(file), dtype="str"), format=form, errors="coerce"
        ).dropna()
        if len(days):
            return pd.Timestamp(days.iloc[-1])
    return None


def require(reading: Reading, table: Table, names: tuple[str, ...]) -> None:
    """Note a fault for each column that a format cannot do without."""
    for name in names:
        if not table.has(name):
            mend = "export the file again with all columns."
            reading.faults.append(Fault(f'the column "{name}" is missing', reading.file, mend))
