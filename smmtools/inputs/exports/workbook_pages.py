"""Workbooks (xlsx, xls) as grids: one a sheet."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports.pages import HEAD, Table, filled

LARGEST = 300_000_000
"""Bytes that a workbook may unpack to: a small zip file can hold a huge one."""
EXACT = 1e15
"""From here on a spreadsheet has rounded a whole number."""
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How xlsx and xls begin."""


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
            f"the workbook unpacks to {unpacked:,} bytes, more than {LARGEST:,}",
            file,
            "save the sheet that is needed as CSV.",
        )
