"""Text files as grids: split at one separator, with quotes, and every line known by its number."""

from __future__ import annotations

import collections
import contextlib
import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports.pages import HEAD, Table, filled, too_long
from smmtools.inputs.exports.text import decode

SEPARATORS = (",", ";", "\t", "|")


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
        with contextlib.suppress(csv.Error):  # a field without end: its first line is told
            collections.deque(itertools.islice(reader, record), maxlen=0)
        return f"{self.file}, line {reader.line_num + 1}"

    def table(self, header: int, *, until_blank: bool = False, wider: int = 0) -> Table:
        """The records below the header. Raises ExportError for an open quote or a record too long."""
        reader = csv.reader(io.StringIO(self.text), delimiter=self.separator)
        names = next(itertools.islice(reader, header, None))
        body = self.text.split("\n", reader.line_num)[-1]
        if until_blank:
            body = re.split(r"(?m)^[\s,;]*$", body, maxsplit=1)[0]
        cells = self._parse(body, len(names) + wider, header + 1)
        return Table(self.file, self, tuple(names), filled(cells, header + 1))

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


def pages_of_text(content: bytes, file: str) -> tuple[list[TextPage], tuple[str, ...]]:
    """A text file split at each separator that it may have, or at the one that it names; and warnings.

    Raises ExportError where the bytes are no text.
    """
    source = decode(content, file)
    text, separators = source.text, SEPARATORS
    if named := re.match(r'"?sep=(.)"?[^\n]*', text):
        # Its line stays, blank, so that lines keep their number.
        return [TextPage(file, text[named.end() :], named[1])], source.warnings
    return [TextPage(file, text, separator) for separator in separators], source.warnings
