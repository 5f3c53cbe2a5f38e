"""One reading of one export: columns turned into values, with every fault and warning gathered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from smmtools.errors import ExportError, Fault
from smmtools.inputs.exports import values
from smmtools.inputs.exports.pages import Page, Table

Column = pd.Series
_SHORTENED = r"\d([.,]\d+)?[eE]\+\d+|\d+\.0"
"""How a spreadsheet writes a long number: 1.83552E+16, or one cell of a workbook above 15 digits."""


@dataclass(frozen=True)
class Style:
    """How a file writes its values: strptime formats of days and times, their zone, decimal signs, marks.

    A zone "" says that times are days, which are the client's own.
    """

    dates: tuple[str, ...] = ("%Y-%m-%d",)
    zone: str = "UTC"
    decimal: str = "."
    thousands: str = ""
    missing: tuple[str, ...] = ()


@dataclass
class Reading:
    """What is found while one file is read into tidy columns, in the client's zone."""

    file: str
    zone: str = "UTC"
    warnings: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    pages: Sequence[Page] = ()
    """All grids of the file: the sheets of a workbook."""
    totals: dict[str, dict[str, float]] = field(default_factory=dict)
    """Tidy table -> column -> total as the file states it; what counts people never adds up."""

    def warn(self, text: str) -> None:
        """Note, once, something that a person should know and that does not stop the reading."""
        if (warning := f"{self.file}: {text}") not in self.warnings:
            self.warnings.append(warning)

    def finish(self) -> None:
        """Raise ExportError where faults were found, all at once."""
        if self.faults:
            raise ExportError(self.faults)

    def latest(self, frame: pd.DataFrame, key: Sequence[str], what: str) -> pd.DataFrame:
        """Of rows with the same key the last, with a warning of how many were dropped.

        >>> reading = Reading("posts.csv")
        >>> reading.latest(pd.DataFrame({"id": ["1", "1"], "likes": [3, 4]}), ["id"], "posts").values.tolist()
        [['1', 4]]
        >>> reading.warnings
        ['posts.csv: posts that stand more than once: 1; the last of each is kept.']
        """
        if not frame[key[-1]].duplicated().any():
            return frame
        repeated = frame.duplicated(list(key), keep="last")
        if repeated.any():
            self.warn(f"{what} that stand more than once: {repeated.sum()}; the last of each is kept.")
        return frame[~repeated]


@dataclass(frozen=True)
class Cells:
    """A table's columns as values: every method names a column of the file, which must be there."""

    table: Table
    style: Style
    reading: Reading

    def text(self, name: str) -> Column[Any]:
        """Texts, as they stand; missing where blank."""
        cells = self.table.column(name).astype("str")
        marks = {"", *self.style.missing}
        short = {cell for cell in cells.to_numpy() if len(cell) < 20}  # as marks are
        blank = [cell for cell in short if cell.strip() in marks]
        return cells.mask(cells.isin(blank)) if blank else cells

    def identifiers(self, name: str) -> Column[Any]:
        """Texts that name something; a fault where a spreadsheet has shortened a long number."""
        cells = self.table.column(name).astype("str")
        everything = "\n".join(cells.to_numpy())  # one search is quicker than one a cell
        if re.search(r"[^\S\n]", everything):
            cells = cells.str.strip()
        blank = cells.isin(["", *self.style.missing])
        cells = cells.mask(blank) if blank.any() else cells
        if "+" in everything or ".0" in everything:
            what = "{} is a number that a spreadsheet has shortened"
            mend = "export the file again, and don't save it from a spreadsheet."
            self._blame(cells, cells.str.fullmatch(_SHORTENED).fillna(False).astype(bool), name, what, mend)
        return cells

    def numbers(self, name: str) -> Column[Any]:
        """Numbers; a fault where a cell is none."""
        cells = self._present(name)
        found = values.numbers(cells, self.style.decimal, self.style.thousands)
        self._blame(cells, cells.notna() & found.isna(), name, "{} is not a number", _CORRECT)
        return found.astype("Float64")

    def counts(self, name: str, *, signed: bool = False, rounded: bool = False) -> Column[Any]:
        """Counts: whole numbers from 0 on (below it where ``signed``); a fault where a cell is none.

        Where fractions are in order they are ``rounded``, with a warning.
        """
        cells = self._present(name)
        amounts = values.numbers(cells, self.style.decimal, self.style.thousands)
        if rounded and (amounts % 1 > 0).any():
            self.reading.warn(f'"{name}" has fractions in {(amounts % 1 > 0).sum()} rows; they are rounded.')
            amounts = amounts.round()
        found = values.counts(amounts)
        self._blame(cells, cells.notna() & amounts.isna(), name, "{} is not a number", _CORRECT)
        self._blame(cells, amounts.notna() & found.isna(), name, "{} is not a whole number", _CORRECT)
        if not signed:
            below = (found < 0).fillna(False)
            self._blame(cells, below, name, "{} is negative, and this is a count", _CORRECT)
        return found

    def durations(self, name: str) -> Column[Any]:
        """Seconds, also where they are written as 0:02:31; a fault where a cell is neither."""
        cells = self._present(name)
        found = values.seconds(cells, self.style.decimal, self.style.thousands)
        self._blame(cells, cells.notna() & found.isna(), name, "{} is not a duration", _CORRECT)
        return found.astype("Float64")

    def parts(self, name: str, pattern: str) -> Column[Any]:
        """What a pattern's group finds in each text, as a post's number in its link; else missing."""
        found: Column[Any] = self.text(name).str.extract(pattern, expand=False)
        return found

    def days(self, name: str) -> Column[Any]:
        """Days, whatever the hour; a fault where a cell is no date."""
        found: Column[Any] = self._moments(name).dt.normalize()
        return found

    def times(self, name: str, *, hours_matter: bool = True) -> Column[Any]:
        """Times in the client's zone; a fault where a cell is none.

        A warning where the hour is ambiguous, and, if hours matter, where the file gives days only.
        """
        zone = self.style.zone or self.reading.zone
        found, twice = values.in_zone(self._moments(name), zone, self.reading.zone)
        if not self.style.zone and hours_matter and len(found):
            self.reading.warn(f'"{name}" gives days without hours: everything stands at midnight.')
        elif self.style.zone and twice:
            self.reading.warn(
                f'"{name}" has {twice} in the hour that the clock of {zone} strikes twice; '
                "the first is taken."
            )
        return found

    def flags(self, name: str) -> Column[Any]:
        """Yes or no; a fault where a cell is neither."""
        cells = self._present(name)
        found = values.flags(cells)
        self._blame(cells, cells.notna() & found.isna(), name, "{} is neither yes nor no", _CORRECT)
        return found

    def words(self, name: str, ours: dict[str, Any], *, strict: bool) -> Column[Any]:
        """The words as ours; one not known is a fault if strict, else missing with a warning."""
        cells = self.table.column(name).astype("str")
        known = {word.strip().casefold(): value for word, value in ours.items()}
        folded = values.once(cells, lambda words: words.str.strip().str.casefold())
        unknown = self._present(name).notna() & ~folded.isin(known)
        if strict:
            mend = "add the word to the column map's values, or correct the file."
            self._blame(cells, unknown, name, "{} is not among the words of the column map", mend)
        elif unknown.any():
            listed = ", ".join(sorted(set(cells[unknown].str.strip())))
            self.reading.warn(f'"{name}" holds words not known here, taken as missing: {listed}.')
        return folded.map(known)

    def _present(self, name: str) -> Column[Any]:
        marks = (*values.MISSING, *(mark.strip().casefold() for mark in self.style.missing))
        return values.present(self.table.column(name), marks)

    def _moments(self, name: str) -> Column[Any]:
        cells, zone = self.table.column(name), self.style.zone or self.reading.zone
        found = values.moments(cells, self.style.dates, zone)
        unread = found.isna()
        if unread.any():  # blank, or with spaces around
            cells = self._present(name)
            found = found.fillna(values.moments(cells[unread], self.style.dates, zone).reindex(cells.index))
        forms = " or ".join(self.style.dates)
        mend = f"dates are expected as {forms}; correct the cell."
        self._blame(cells, cells.notna() & found.isna(), name, "{} is not a date", mend)
        return found

    def _blame(self, cells: Column[Any], faulty: Column[Any], name: str, what: str, mend: str) -> None:
        """Note a column's faulty cells as one fault: the first, and how many more."""
        if not faulty.any():
            return
        first, more = faulty.index[faulty][0], int(faulty.sum()) - 1
        text = what.format(repr(re.sub(r"\s+", " ", str(cells[first]))[:60]))
        also = f" (and {more} more in this column)" if more else ""
        self.reading.faults.append(Fault(text + also, self.table.where(int(first), name), mend))


_CORRECT = "correct the cell, or export the file again."
