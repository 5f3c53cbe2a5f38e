"""Text files as grids: split at one separator, with quotes, and every line known by its number."""

from __future__ import annotations

import collections
import contextlib
import csv
import io
import itertools
import re
import warnings
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports.pages import HEAD, Table, filled, folded, too_long
from smmtools.inputs.exports.records import BrokenQuotes, widths
from smmtools.inputs.exports.text import decode
from smmtools.inputs.exports.values import LARGEST_COUNT

SEPARATORS = (",", ";", "\t", "|")
HEAD_BYTES = 200_000
_BLANK_LINE = re.compile(rb"(?m)^[\s,;]*$")


@dataclass(frozen=True)
class TextPage:
    """A text file in UTF-8, split at one separator; ``notes`` gather what its records tell."""

    file: str
    body: bytes
    separator: str
    notes: list[str] = field(default_factory=list)

    def head(self) -> list[list[str]]:
        """The first records."""
        return list(itertools.islice(self._reader(self.body[:HEAD_BYTES]), HEAD))

    def records(self) -> Iterator[list[str]]:
        """All records; for small files in several blocks."""
        return self._reader(self.body)

    def ends_whole(self) -> bool:
        """Whether the last line has its end."""
        return self.body.endswith(b"\n")

    def place(self, record: int) -> str:
        """File and line; counted only when asked, for only faults need it."""
        reader = self._csv(self.body)
        with contextlib.suppress(csv.Error):  # a field without end: its first line is told
            collections.deque(itertools.islice(reader, record), maxlen=0)
        return f"{self.file}, line {reader.line_num + 1}"

    def table(
        self,
        header: int,
        *,
        until_blank: bool = False,
        wider: int = 0,
        only: Collection[str] | None = None,
        figures: Collection[str] = (),
    ) -> Table:
        """The records below the header. Raises ExportError for broken quotes or a record too long."""
        reader = self._csv(self.body)
        names = next(itertools.islice(reader, header, None))
        began, ended = (self._offset(line) for line in (reader.line_num - 1, reader.line_num))
        self._check_quotes(self.body[began:ended], header)
        blank = _BLANK_LINE.search(self.body, ended) if until_blank else None
        rows = slice(ended, blank.start() if blank else len(self.body))  # a piece of the body would be a copy
        first, width = header + 1, len(names) + wider
        kept, whole = self._checked(rows, width, first, shorter=wider)
        columns = _wanted(names, width, only)
        plain = _plain_figures(names, columns, figures)
        cells = self._parse(rows, width, columns, plain, whole=whole)
        if not kept.all():
            cells = cells[kept[: len(cells)]]
        return Table(self.file, self, tuple(names), filled(cells, first))

    def _check_quotes(self, names: bytes, header: int) -> None:
        try:
            widths(names, self.separator)
        except BrokenQuotes as broken:
            raise broken.at(self.place(header)) from None

    def _checked(self, rows: slice, width: int, first: int, *, shorter: int) -> Any:
        """Which records count (all but those cut short, of which a warning tells); whether all are full."""
        try:
            cells, odd_quotes = widths(memoryview(self.body)[rows], self.separator)
        except BrokenQuotes as broken:
            raise broken.at(self.place(first + broken.record)) from None
        if len(longer := np.flatnonzero(cells > width)):
            raise too_long(self.place(first + int(longer[0])))
        if odd_quotes:
            self._warn(
                f"{self.file}: quotation marks stand within texts that have none around them; check it."
            )
        least = width - shorter
        if (cells > 0).sum() > 1 and cells.max() < least:
            raise ExportError.of(
                "no record has as many cells as the header has columns",
                self.place(first - 1),
                "export the file again from the platform, and leave it as it comes.",
            )
        short = cut_short(cells, least)
        for record in np.flatnonzero(short)[:3]:
            last = ": the file may be cut off" if record == len(cells) - 1 else ""
            self._warn(f"{self.place(first + int(record))}: this record is not whole and was left out{last}.")
        if short.sum() > 3:
            self._warn(f"{self.file}: records left out for not being whole: {short.sum()}.")
        return ~short, bool((cells >= width).all())

    def _warn(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def _offset(self, lines: int) -> int:
        at = 0
        for _ in range(lines):
            at = self.body.find(b"\n", at) + 1
            if at == 0:
                return len(self.body)
        return at

    def _csv(self, body: bytes) -> Any:
        lines = io.TextIOWrapper(io.BytesIO(body), encoding="utf-8", errors="replace", newline="\n")
        return csv.reader(lines, delimiter=self.separator)

    def _reader(self, body: bytes) -> Iterator[list[str]]:
        try:
            yield from self._csv(body)
        except csv.Error:  # a field without end: the text is no table under this separator
            return

    def _parse(
        self, rows: slice, width: int, columns: list[int], figures: list[int], *, whole: bool
    ) -> pd.DataFrame:
        """The columns as text; those of figures as numbers, if all is well with them.

        Where not all records are ``whole`` every column is read, for the parser pads no other way.
        """
        if not columns or not re.search(rb"\S", memoryview(self.body)[rows]):
            return pd.DataFrame({position: pd.Series([], dtype="str") for position in columns})
        names = [str(position) for position in range(width)]
        texts = {name: "str" for at, name in enumerate(names) if at not in figures}
        marks = {names[at]: [""] for at in figures}
        records = io.BytesIO(self.body[: rows.stop])  # no copy, unless they stop early
        records.seek(rows.start)
        with warnings.catch_warnings():
            # figures and texts in one column: it is read again
            warnings.simplefilter("ignore", pd.errors.DtypeWarning)
            cells = pd.read_csv(
                records,
                sep=self.separator,
                header=None,
                names=names,
                usecols=columns if whole else None,
                index_col=False,
                dtype=texts,
                keep_default_na=False,
                na_values=marks,
                na_filter=bool(figures),
                skip_blank_lines=False,
                encoding="utf-8",
            )
        cells.columns = pd.Index([int(name) for name in cells.columns])
        cells = cells[columns]
        if all(_is_well(cells[column]) for column in figures):
            return cells
        return self._parse(rows, width, columns, [], whole=whole)


def _wanted(names: Sequence[str], width: int, only: Collection[str] | None) -> list[int]:
    """The positions of the columns to read; those beyond the header are always."""
    wanted = None if only is None else {folded(name) for name in only}
    return [at for at in range(width) if wanted is None or at >= len(names) or folded(names[at]) in wanted]


def _plain_figures(names: Sequence[str], columns: Sequence[int], figures: Collection[str]) -> list[int]:
    """The positions of figures whose name stands once."""
    wanted = {folded(name) for name in figures}
    header = [folded(name) for name in names]
    return [
        at for at in columns if at < len(header) and header[at] in wanted and header.count(header[at]) == 1
    ]


def _is_well(column: pd.Series[Any]) -> bool:
    """Whether a column read as figures holds what its text says: numbers from 0 on that are no infinity."""
    kind = column.dtype.kind
    return kind in "iuf" and bool(((column >= 0) & (column < LARGEST_COUNT) | column.isna()).all())


def cut_short(cells: Any, width: int) -> Any:
    """Which records are not whole: too few cells, and no other record has as few; or pieces of one.

    Platforms and spreadsheets leave out blank cells at the end, but then of several records alike; one
    record alone is damaged. Two neighbours that together make one record are its halves. A single cell
    was broken off the record before it or after it, which is not whole then. Blank lines are none.

    >>> cut_short(np.array([5, 3, 5, 4, 4]), 5).tolist()  # the two of 4 are believed
    [False, True, False, False, False]
    """
    short = (cells < width) & (cells > 0)
    counts = np.bincount(cells, minlength=width + 1)
    alone = short & (counts[cells] == 1)
    halves = short[:-1] & short[1:] & (cells[:-1] + cells[1:] == width + 1) & (counts[cells[:-1]] <= 2)
    alone[:-1] |= halves
    alone[1:] |= halves
    pieces = alone & (cells == 1)
    alone[:-1] |= pieces[1:] & (cells[:-1] > 0)
    alone[1:] |= pieces[:-1] & (cells[1:] > 0)
    return alone


def pages_of_text(content: bytes, file: str) -> tuple[list[TextPage], list[str]]:
    """A text file split at each separator that it may have, or at the one that it names; and warnings.

    Raises ExportError where the bytes are no text.
    """
    source = decode(content, file)
    body, notes = source.body, list(source.warnings)
    separators: tuple[str, ...] = SEPARATORS
    if named := re.match(rb'"?sep=([,;\t|])"?[^\n]*', body):
        # Its line stays, blank, so that lines keep their number.
        body, separators = body[named.end() :], (named[1].decode(),)
    return [TextPage(file, body, separator, notes) for separator in separators], notes
