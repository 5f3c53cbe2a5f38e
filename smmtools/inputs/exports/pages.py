"""Grids of cells in which a table may be found: what a text file and a workbook's sheet have in common.

A page knows its first records (to find the header in), gives the table below a header, and can name
the place of every record, also where texts span several lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

import pandas as pd

from smmtools.errors import ExportError

HEAD = 20
"""Records among which a header is looked for: GA4 has nine lines before it, Google Ads two."""


def folded(name: object) -> str:
    """A column's name without the differences that platforms don't mean: capitals and spaces.

    >>> folded("Phone number  clicks ")
    'phone number clicks'
    """
    return " ".join(str(name).split()).casefold()


Names = str | tuple[str, ...]
"""A column's name, or its names over the years."""


def as_names(names: Names) -> tuple[str, ...]:
    """A column's names, also where only one is known."""
    return (names,) if isinstance(names, str) else names


@dataclass(frozen=True)
class Table:
    """The records below a header. Cells are text (in workbooks also numbers and dates), "" where blank."""

    file: str
    page: Page
    header: tuple[str, ...]
    cells: pd.DataFrame
    """One column a position in the header (of those that were read), indexed by the record's number."""

    def has(self, name: str) -> bool:
        """Whether the header names this column."""
        return folded(name) in self._positions

    def column(self, name: str) -> pd.Series[Any]:
        """The column's cells; of several with one name, for each record the first that is not blank."""
        first, *others = self._positions[folded(name)]
        column = self.cells[first]
        for other in others:
            column = column.mask(blank(column), self.cells[other])
        return column

    def adding(self, name: str, column: pd.Series[Any]) -> Table:
        """The table with one more column."""
        position = len(self.header)
        return replace(
            self, header=(*self.header, name), cells=pd.concat([self.cells, column.rename(position)], axis=1)
        )

    def where(self, record: int, name: str) -> str:
        """The place of a cell, for a person: file, line and column."""
        return f'{self.page.place(record)}, column "{" ".join(name.split())}"'

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, name in enumerate(self.header):
            if position not in self.cells.columns:
                continue
            positions.setdefault(folded(name), []).append(position)
        return positions


class Page(Protocol):
    """A grid of cells in which a header may be found."""

    @property
    def file(self) -> str:
        """The file's bare name."""

    def head(self) -> list[list[str]]:
        """The first records, as text."""

    def records(self) -> Iterator[list[str]]:
        """All records, as text."""

    def ends_whole(self) -> bool:
        """Whether the last record is certain to be whole: a text that ends without a line end may be cut."""

    def place(self, record: int) -> str:
        """Where a record stands, for a person."""

    def table(
        self,
        header: int,
        *,
        until_blank: bool = False,
        wider: int = 0,
        only: Collection[str] | None = None,
        figures: Collection[str] = (),
    ) -> Table:
        """The records below the header, or only those before the first blank one.

        ``wider`` is how many cells more than the header a record may have; they follow the header's.
        ``only`` these columns are needed: the others may be left unread. Columns of ``figures`` may hold
        plain numbers at once, where all their cells are such from 0 on, or blank.
        """


def filled(cells: pd.DataFrame, first: int) -> pd.DataFrame:
    """The records that are not wholly blank, numbered from ``first`` on."""
    maybe = cells
    for column in cells.columns:
        maybe = maybe[blank(maybe[column])]
    numbered = cells.drop(index=maybe.index) if len(maybe) else cells
    return numbered.set_axis(numbered.index + first)


def blank(column: pd.Series[Any]) -> pd.Series[Any]:
    """Which of a column's cells are blank; a column that was read as figures has missing ones there."""
    return column.isna() if pd.api.types.is_numeric_dtype(column) else column.isin([""])


def too_long(place: str) -> ExportError:
    """The error of a record with more cells than the header has columns."""
    return ExportError.of(
        "this record has more cells than the header has columns",
        place,
        "export the file again; a text that holds the separator must stand in quotation marks.",
    )


def find_header(pages: Iterable[Page], names: Sequence[str]) -> tuple[Page, int] | None:
    """The first page and record in which all these column names stand, among each page's first records."""
    wanted = {folded(name) for name in names}
    for page in pages:
        for number, record in enumerate(page.head()):
            if wanted <= {folded(cell) for cell in record}:
                return page, number
    return None


def side_by_side(table: Table) -> Iterator[Table]:
    """Tables that stand next to each other under one header, parted by columns without a name."""
    named = [bool(name.strip()) for name in table.header]
    first = 0
    for position in range(len(named) + 1):
        if position == len(named) or not named[position]:
            if position > first:
                cells = table.cells.iloc[:, first:position].set_axis(range(position - first), axis=1)
                not_blank = (cells != "").any(axis=1)
                yield replace(table, header=table.header[first:position], cells=cells[not_blank])
            first = position + 1
