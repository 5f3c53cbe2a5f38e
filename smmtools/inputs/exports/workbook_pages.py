"""Workbooks (xlsx, xls) as grids: one a sheet."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports.pages import HEAD, Table, filled

LARGEST = 300_000_000
"""Bytes that a workbook may unpack to: a small zip file can hold a huge one."""
MOST_CELLS = 20_000_000
"""That a sheet may reach over: 200,000 rows of a hundred columns."""
EXACT = 1e15
"""From here on a spreadsheet has rounded a whole number."""
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How xlsx and xls begin."""
_FILLED = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*\s)?r="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_PIECE = 1 << 20
_AS_CSV = "save the sheet that is needed as CSV."


@dataclass(frozen=True)
class SheetPage:
    """One sheet of a workbook (xlsx, xls)."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Any]]

    def head(self) -> list[list[str]]:
        """The first rows, as text."""
        return list(itertools.islice(self.records(), HEAD))

    def records(self) -> Iterator[list[str]]:
        """All rows, as text."""
        return ([str(cell) for cell in row] for row in self.rows)

    def ends_whole(self) -> bool:
        """A workbook that opens is whole."""
        return True

    def place(self, record: int) -> str:
        """File, sheet and row."""
        return f'{self.file}, sheet "{self.sheet}", row {record + 1}'

    def table(
        self,
        header: int,
        *,
        until_blank: bool = False,
        wider: int = 0,
        only: Collection[str] | None = None,
        figures: Collection[str] = (),
    ) -> Table:
        """The rows below the header; numbers and dates stay what they are."""
        below = [[_cell(cell) for cell in row] for row in self.rows[header + 1 :]]
        if until_blank:
            below = list(itertools.takewhile(lambda row: any(cell != "" for cell in row), below))
        names = tuple(str(name) for name in self.rows[header])
        below = [[*row, *[""] * wider][: len(names) + wider] for row in below]
        cells = pd.DataFrame(below, columns=range(len(names) + wider), dtype=object)
        return Table(self.file, self, names, filled(cells, header + 1))


def _cell(cell: Any) -> Any:
    """A workbook's cell: whole numbers lose the ``.0`` that the file format gives all numbers."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return dt.datetime(cell.year, cell.month, cell.day)
    return cell


def pages_of_workbook(content: bytes, file: str) -> list[SheetPage]:
    """A workbook's sheets. Raises ExportError where it can't be opened, or would unpack to too much."""
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
        if unpacked > LARGEST:
            raise ExportError.of(
                f"the workbook unpacks to {unpacked:,} bytes, more than {LARGEST:,}", file, _AS_CSV
            )
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        widest = max((_span(archive, name) for name in sheets), default=0)
    if widest > MOST_CELLS:
        raise ExportError.of(
            f"a sheet of the workbook reaches over {widest:,} cells, more than {MOST_CELLS:,}",
            file,
            "look for a stray entry far below or to the right of the table and delete it, or " + _AS_CSV,
        )


def _span(archive: zipfile.ZipFile, sheet: str) -> int:
    """How many cells lie between A1 and the last filled row and column: few entries can span billions.

    What cannot be unpacked spans nothing: opening the workbook will tell.
    """
    width, height = 0, 0
    with contextlib.suppress(zipfile.BadZipFile, zlib.error, EOFError), archive.open(sheet) as part:
        begun, left = b"", LARGEST
        while left > 0 and (piece := part.read(_PIECE)):
            left -= len(piece)
            seen = begun + piece
            for letters, row in _FILLED.findall(seen):
                width, height = max(width, _column(letters)), max(height, int(row))
            begun = seen[max(seen.rfind(b"<"), len(seen) - _PIECE) :]
    return width * height


@cache
def _column(letters: bytes) -> int:
    """The number of a column.

    >>> _column(b"A"), _column(b"AA"), _column(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number
