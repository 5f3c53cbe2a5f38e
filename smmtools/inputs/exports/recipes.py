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
from smmtools.inputs.exports.pages import Names, Page, Table, as_names, folded
from smmtools.inputs.exports.posts import finish_posts
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.totals import Totals, compare
from smmtools.inputs.schemas import AMOUNT, COUNT, DAY, FLAG, REQUIRED, TABLES, conform, is_time

Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Format:
    """One kind of export: its name, the headers that tell it, and how it is read.

    ``headers`` holds alternatives, each a set of column names that all stand in one record. ``read``
    takes the page, the header's record number and the reading. Of several formats whose headers are all
    there, the one of the highest ``rank`` is taken, then the one with the most columns.
    A rank below 0 says that many files could have this header: it must be the whole header, and a column
    map that fits goes before. ``bare_end`` says that the platform ends its files without a line end.
    """

    name: str
    headers: tuple[tuple[str, ...], ...]
    read: Callable[[Page, int, Reading], Tables]
    rank: int = 0
    bare_end: bool = False

    def found_in(self, record: list[str]) -> int:
        """How many identifying columns the record has: those of the largest header that is all there."""
        names = {folded(cell) for cell in record}
        found = [header for header in self.headers if names.issuperset(map(folded, header))]
        if self.rank < 0:
            found = [header for header in found if names == {*map(folded, header)}]
        return max(map(len, found), default=0)


@dataclass(frozen=True)
class Recipe:
    """What to take from a file's columns; see the module.

    columns: tidy column -> the file's column, or its names over the years, the first present being taken;
    constants: tidy column -> its value in all rows; values: tidy column -> the file's words as ours,
    an unknown word being a fault if ``strict``, else missing with a warning; identity: the file's columns
    without which a record is a ghost and left out; fills: tidy column -> the file's column that is taken
    where the first is blank; parts: tidy column -> the pattern whose group is taken of the cell; signed:
    counts that may be negative; rounded: counts that may have fractions; totals: how the file's rows of
    totals are told; numbered: the tidy column that gets the record's number.
    """

    table: str
    columns: Mapping[str, Names]
    constants: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    style: Style = field(default_factory=Style)
    strict: bool = False
    identity: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    signed: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
    totals: Totals | None = None
    numbered: str = ""


def needed(recipe: Recipe) -> set[str]:
    """The file's columns that a recipe reads, by all their names."""
    names = {name for names in recipe.columns.values() for name in as_names(names)}
    return names | {
        *recipe.fills.values(),
        *recipe.identity,
        *(recipe.totals.columns if recipe.totals else ()),
    }


def figures(recipe: Recipe) -> set[str]:
    """The file's columns that hold counts and amounts, if they are written with a decimal point."""
    style, special = recipe.style, {*recipe.parts, *recipe.values, *recipe.fills}
    if style.decimal != "." or style.thousands == ".":
        return set()
    kinds = TABLES[recipe.table]
    names = [
        names
        for column, names in recipe.columns.items()
        if kinds[column] in (COUNT, AMOUNT) and column not in special
    ]
    return {name for several in names for name in as_names(several)}


def one_table(recipe: Recipe) -> Callable[[Page, int, Reading], Tables]:
    """How a format of one table is read: by its recipe and nothing else."""

    def read(page: Page, header: int, reading: Reading) -> Tables:
        table = page.table(header, only=needed(recipe), figures=figures(recipe))
        return {recipe.table: apply(recipe, table, reading)}

    return read


def apply(recipe: Recipe, table: Table, reading: Reading) -> pd.DataFrame:
    """The tidy table of a file's table. Faults go to the reading; where there are any, it is empty.

    Posts also get their text's length, their as-of day, and lose repetitions of one post.
    """
    every_row, total_rows = _parted(recipe, table)
    table = _without_ghosts(recipe, every_row, reading)
    columns = _columns(recipe, Cells(table, recipe.style, reading))
    frame = pd.DataFrame(columns, index=table.cells.index, copy=False)
    if recipe.numbered:
        frame[recipe.numbered] = [str(number) for number in table.cells.index]
    _blame_blanks(recipe, frame, table, reading)
    if reading.faults:
        return conform(recipe.table, pd.DataFrame(), zone=reading.zone)
    if len(total_rows.cells):
        stated, summed = (_figures(recipe, rows, reading) for rows in (total_rows, every_row))
        compare(recipe.table, summed, stated, reading)
    same = conform(recipe.table, pd.DataFrame([recipe.constants]), zone=reading.zone)
    for name in recipe.constants:
        frame[name] = same[name].iloc[0]
    frame["source_file"] = reading.file
    if recipe.table == "posts":
        frame = finish_posts(frame, reading)
    return conform(recipe.table, frame, zone=reading.zone).reset_index(drop=True)


def _without_ghosts(recipe: Recipe, table: Table, reading: Reading) -> Table:
    for name in filter(table.has, recipe.identity):
        ghosts = table.column(name).isin(("", " ", "undefined"))
        if ghosts.any():
            reading.warn(f'records without "{name}", left out: {ghosts.sum()}.')
            table = replace(table, cells=table.cells[~ghosts])
    return table


def _parted(recipe: Recipe, table: Table) -> tuple[Table, Table]:
    """The rows proper, and the rows of totals."""
    if recipe.totals is None:
        return table, replace(table, cells=table.cells[:0])
    are_totals = recipe.totals.among(table)
    return replace(table, cells=table.cells[~are_totals]), replace(table, cells=table.cells[are_totals])


def _figures(recipe: Recipe, table: Table, reading: Reading) -> pd.DataFrame:
    """The counts and amounts of a table."""
    figures = [
        name
        for name in recipe.columns
        if TABLES[recipe.table][name] in (COUNT, AMOUNT) and name != "duration"
    ]
    only = replace(recipe, columns={name: recipe.columns[name] for name in figures})
    return pd.DataFrame(_columns(only, Cells(table, recipe.style, reading)), index=table.cells.index)


def _blame_blanks(recipe: Recipe, frame: pd.DataFrame, table: Table, reading: Reading) -> None:
    """A fault for each required column with a blank cell; cells that can't be read have theirs already."""
    if reading.faults:
        return
    for column in frame.columns.intersection(list(REQUIRED[recipe.table])):
        blank = frame.index[frame[column].isna()]
        if len(blank):
            name = next(name for name in as_names(recipe.columns[column]) if table.has(name))
            where = table.where(int(blank[0]), name)
            reading.faults.append(
                Fault("this cell must not be blank", where, "fill it, or remove its record.")
            )


def _columns(recipe: Recipe, cells: Cells) -> dict[str, pd.Series[Any]]:
    found = {}
    for column, names in recipe.columns.items():
        if name := next((name for name in as_names(names) if cells.table.has(name)), None):
            found[column] = _converted(recipe, column, cells, name)
    for column, name in recipe.fills.items():
        if cells.table.has(name):
            more = _converted(recipe, column, cells, name)
            found[column] = found[column].fillna(more) if column in found else more
    return found


def _converted(recipe: Recipe, column: str, cells: Cells, name: str) -> pd.Series[Any]:
    if column in recipe.parts:
        return cells.parts(name, recipe.parts[column])
    if column == "duration":
        return cells.durations(name)
    if column in recipe.signed | recipe.rounded:
        return cells.counts(name, signed=column in recipe.signed, rounded=column in recipe.rounded)
    if column in recipe.values:
        return cells.words(name, dict(recipe.values[column]), strict=recipe.strict)
    if column.endswith("_id"):
        return cells.identifiers(name)
    dtype = TABLES[recipe.table][column]
    if is_time(dtype):
        return cells.times(name, hours_matter=recipe.table == "posts")
    by_kind = {COUNT: cells.counts, AMOUNT: cells.numbers, DAY: cells.days, FLAG: cells.flags}
    return by_kind.get(dtype, cells.text)(name)
