"""Recipes: which column of a file becomes which column of a tidy table.

A platform's format of one table is a recipe and nothing else; so is a client's column map. Formats of
several tables or blocks use ``Cells`` themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from smmtools.errors import Fault
from smmtools.inputs.exports.pages import Page, Table, folded
from smmtools.inputs.exports.posts import finish_posts
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.schemas import AMOUNT, COUNT, DAY, FLAG, REQUIRED, TABLES, conform, is_time

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
    an unknown word being a fault if ``strict``, else missing with a warning; identity: the file's column
    without which a record is a ghost and left out.
    """

    table: str
    columns: Mapping[str, str | tuple[str, ...]]
    constants: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    style: Style = field(default_factory=Style)
    strict: bool = False
    identity: str = ""


def apply(recipe: Recipe, table: Table, reading: Reading) -> pd.DataFrame:
    """The tidy table of a file's table. Faults go to the reading; where there are any, it is empty.

    Posts also get their text's length, their as-of day, and lose repetitions of one post.
    """
    table = _without_ghosts(recipe, table, reading)
    frame = pd.DataFrame(_columns(recipe, Cells(table, recipe.style, reading)), index=table.cells.index)
    _blame_blanks(recipe, frame, table, reading)
    if reading.faults:
        return conform(recipe.table, pd.DataFrame(), zone=reading.zone)
    for name, value in recipe.constants.items():
        frame[name] = value
    frame["source_file"] = reading.file
    if recipe.table == "posts":
        frame = finish_posts(frame, reading)
    return conform(recipe.table, frame, zone=reading.zone).reset_index(drop=True)


def _without_ghosts(recipe: Recipe, table: Table, reading: Reading) -> Table:
    if not recipe.identity or not table.has(recipe.identity):
        return table
    ghosts = table.column(recipe.identity).astype("str").str.strip().isin(("", "undefined"))
    if ghosts.any():
        reading.warn(f'records without "{recipe.identity}", left out: {ghosts.sum()}.')
    return replace(table, cells=table.cells[~ghosts])


def _blame_blanks(recipe: Recipe, frame: pd.DataFrame, table: Table, reading: Reading) -> None:
    """A fault for each required column with a blank cell; cells that can't be read have theirs already."""
    if reading.faults:
        return
    for column in frame.columns.intersection(list(REQUIRED[recipe.table])):
        blank = frame.index[frame[column].isna()]
        if len(blank):
            name = next(name for name in _as_tuple(recipe.columns[column]) if table.has(name))
            where = table.where(int(blank[0]), name)
            reading.faults.append(
                Fault("this cell must not be blank", where, "fill it, or remove its record.")
            )


def _as_tuple(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _columns(recipe: Recipe, cells: Cells) -> dict[str, pd.Series[Any]]:
    found = {}
    for column, names in recipe.columns.items():
        if name := next((name for name in _as_tuple(names) if cells.table.has(name)), None):
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
