"""Grids of cells: a text file split at one separator, or one sheet of a workbook.

A page knows its first records (to find the header in), gives the table below a header, and can name
the line of every record, also where texts span several lines.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports.text import WORKBOOKS, decode, load_bytes

SEPARATORS = (",", ";", "\t", "|")
HEAD = 20
"""Records among which a header is looked for: GA4 has nine lines before it, Google Ads two."""
LARGEST_WORKBOOK = 300_000_000
"""Bytes that a workbook may unpack to: a small zip file can hold a huge one."""

Record = Sequence[Any]


def folded(name: object) -> str:
    """A column's name without the differences that platforms don't mean: capitals and spaces.

    >>> folded("Phone number  clicks ")
    'phone number clicks'
    """
    return " ".join(str(name).split()).casefold()


@dataclass(frozen=True)
class Table:
    """The records below a header. Cells are text (in workbooks also numbers and dates), "" where blank."""

    file: str
    page: Page
    header: tuple[str, ...]
    cells: pd.DataFrame
    """One column a position in the header, indexed by the record's number on its page."""

    def has(self, name: str) -> bool:
        """Whether the header names this column."""
        return folded(name) in self._positions

    def column(self, name: str) -> pd.Series[Any]:
        """The column's cells; of several with one name, for each record the first that is not blank."""
        first, *others = self._positions[folded(name)]
        column = self.cells[first]
        for other in others:
            column = column.where(column != "", self.cells[other])
        return column

    def where(self, record: int, name: str) -> str:
        """The place of a cell, for a person: file, line and column."""
        return f'{self.page.place(record)}, column "{" ".join(name.split())}"'

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, name in enumerate(self.header):
            positions.setdefault(folded(name), []).append(position)
        return positions


class Page(Protocol):
    """A grid of cells in which a header may be found."""

    file: str

    def head(self) -> list[list[str]]:
        """The first records, as text."""

    def records(self) -> Iterator[list[str]]:
        """All records, as text."""

    def place(self, record: int) -> str:
        """Where a record stands, for a person."""

    def table(self, header: int, *, until_blank: bool = False) -> Table:
        """The records below the header, or only those before the first blank one."""


@dataclass(frozen=True)
class TextPage:
    """A text file, split at one separator."""

    file: str
    text: str
    separator: str

    def head(self) -> list[list[str]]:
        """The first records."""
        return list(itertools.islice(self._reader(self.text[:100_000]), HEAD))

    def records(self) -> Iterator[list[str]]:
        """All records; for small files in several blocks."""
        return self._reader(self.text)

    def place(self, record: int) -> str:
        """File and line; counted only when asked, for only faults need it."""
        reader = csv.reader(io.StringIO(self.text), delimiter=self.separator)
        line = 0
        for _ in itertools.islice(reader, record):
            line = reader.line_num
        return f"{self.file}, line {line + 1}"

    def table(self, header: int, *, until_blank: bool = False) -> Table:
        """The records below the header. Raises ExportError for an open quote or a record too long."""
        reader = csv.reader(io.StringIO(self.text), delimiter=self.separator)
        names = next(itertools.islice(reader, header, None))
        body = self.text.split("\n", reader.line_num)[-1]
        if until_blank:
            body = re.split(r"(?m)^[\s,;]*$", body, maxsplit=1)[0]
        cells = self._parse(body, len(names), header + 1)
        return Table(self.file, self, tuple(names), _filled(cells, header + 1))

    def _reader(self, text: str) -> Iterator[list[str]]:
        try:
            yield from csv.reader(io.StringIO(text), delimiter=self.separator)
        except csv.Error:  # a field without end: the text is no table under this separator
            return

    def _parse(self, body: str, width: int, first: int) -> pd.DataFrame:
        if not body.strip():
            return pd.DataFrame({position: pd.Series([], dtype="str") for position in range(width)})
        try:
            cells = pd.read_csv(
                io.StringIO(body),
                sep=self.separator,
                header=None,
                names=range(width + 1),
                dtype="str",
                na_filter=False,
                skip_blank_lines=False,
            )
        except pd.errors.ParserError as error:
            raise self._unparsable(str(error), first) from None
        longer = cells.index[cells[width] != ""] if isinstance(cells.index, pd.RangeIndex) else [0]
        if len(longer):
            raise too_long(self.place(first + int(longer[0])))
        return cells.drop(columns=width)

    def _unparsable(self, message: str, first: int) -> ExportError:
        if found := re.search(r"EOF inside string starting at row (\d+)", message):
            return ExportError.of(
                "a quotation mark is never closed: the file is cut off or damaged",
                self.place(first + int(found[1])),
                "export the file again from the platform.",
            )
        found = re.search(r"in line (\d+)", message)
        return too_long(self.place(first + int(found[1]) - 1 if found else first))


@dataclass(frozen=True)
class SheetPage:
    """One sheet of a workbook (xlsx, xls)."""

    file: str
    sheet: str
    rows: Sequence[Record]

    def head(self) -> list[list[str]]:
        """The first rows, as text."""
        return list(itertools.islice(self.records(), HEAD))

    def records(self) -> Iterator[list[str]]:
        """All rows, as text."""
        return ([str(cell) for cell in row] for row in self.rows)

    def place(self, record: int) -> str:
        """File, sheet and row."""
        return f'{self.file}, sheet "{self.sheet}", row {record + 1}'

    def table(self, header: int, *, until_blank: bool = False) -> Table:
        """The rows below the header; numbers and dates stay what they are."""
        below = [[_cell(cell) for cell in row] for row in self.rows[header + 1 :]]
        if until_blank:
            below = list(itertools.takewhile(lambda row: any(cell != "" for cell in row), below))
        names = tuple(str(name) for name in self.rows[header])
        cells = pd.DataFrame(below, columns=range(len(names)), dtype=object)
        return Table(self.file, self, names, _filled(cells, header + 1))


def _filled(cells: pd.DataFrame, first: int) -> pd.DataFrame:
    """The records that are not wholly blank, numbered from ``first`` on."""
    return cells.set_axis(cells.index + first)[(cells != "").any(axis=1).to_numpy()]


def too_long(place: str) -> ExportError:
    """The error of a record with more cells than the header has columns."""
    return ExportError.of(
        "this record has more cells than the header has columns",
        place,
        "export the file again; a text that holds the separator must stand in quotation marks.",
    )


def _cell(cell: Any) -> Any:
    """A workbook's cell: whole numbers lose the ``.0`` that the file format gives all numbers."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return dt.datetime(cell.year, cell.month, cell.day)
    return cell


def load_pages(path: Path) -> tuple[list[Page], tuple[str, ...]]:
    """Every way to see the file as a grid, and warnings: its sheets, or its text at each separator.

    Raises ExportError for what is no export at all.
    """
    content = load_bytes(path)
    if content.startswith(WORKBOOKS):
        return _sheets(content, path.name), ()
    source = decode(content, path.name)
    text, separators = source.text, SEPARATORS
    if named := re.match(r'"?sep=(.)"?[^\n]*', text):
        text, separators = text[named.end() :], (named[1],)  # its line stays, blank: lines keep their number
    return [TextPage(path.name, text, separator) for separator in separators], source.warnings


def _sheets(content: bytes, file: str) -> list[Page]:
    import python_calamine

    not_a_workbook = ExportError.of(
        "this is neither a text file nor a workbook that can be opened",
        file,
        "unpack an archive; save a protected workbook without its password.",
    )
    try:
        _refuse_bomb(content, file)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            SheetPage(file, name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except (python_calamine.CalamineError, zipfile.BadZipFile):
        raise not_a_workbook from None


def _refuse_bomb(content: bytes, file: str) -> None:
    if not content.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > LARGEST_WORKBOOK:
        raise ExportError.of(
            f"the workbook unpacks to {unpacked:,} bytes, more than {LARGEST_WORKBOOK:,}",
            file,
            "save the sheet that is needed as CSV.",
        )
