"""Rows of totals that a platform puts among its rows: told apart, compared with the sums, never counted.

What counts people (reach, users) does not add up over posts, ads or days, for they overlap: such a total
is kept as the file states it, and no sum is held against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smmtools.inputs.exports.pages import Table
from smmtools.inputs.exports.reading import Reading
from smmtools.inputs.schemas import COUNT, PEOPLE, TABLES

ADDS_UP = {"spend", "revenue"}
"""Amounts that add up; of the counts all do but those of people."""


@dataclass(frozen=True)
class Totals:
    """How rows of totals are told: the columns that name a row are blank there, or one begins with a word."""

    columns: tuple[str, ...]
    word: str = ""

    def among(self, table: Table) -> pd.Series[Any]:
        """Which of a table's records are totals."""
        names = [table.column(name).astype("str").str.strip() for name in self.columns if table.has(name)]
        if not names:
            return pd.Series(False, index=table.cells.index)
        cells = pd.concat(names, axis=1)
        found: pd.Series[Any] = (cells == "").all(axis=1)
        if self.word:
            found = cells.apply(lambda column: column.str.startswith(self.word)).any(axis=1)
        return found


def compare(name: str, frame: pd.DataFrame, stated: pd.DataFrame, reading: Reading) -> None:
    """Keep the totals that the file states (its first such row), and warn where the sum of its rows differs.

    >>> reading = Reading("ads.csv")
    >>> rows = pd.DataFrame({"impressions": [5, 6], "reach": [4, 4]})
    >>> compare("ads", rows, pd.DataFrame({"impressions": [12], "reach": [7]}), reading)
    >>> reading.totals
    {'ads': {'impressions': 12, 'reach': 7}}
    >>> reading.warnings
    ['ads.csv: its total of impressions is 12, the sum of its rows 11.']
    """
    figures = {column: value for column, value in stated.iloc[0].items() if pd.notna(value)}
    reading.totals[name] = {str(column): _plain(value) for column, value in figures.items()}
    for column in _adding_up(name, figures):
        total, found = figures[column], frame[column].sum()
        if abs(total - found) > _rounding(column, name, len(frame)):
            reading.warn(f"its total of {column} is {_shown(total)}, the sum of its rows {_shown(found)}.")


def _adding_up(name: str, columns: Iterable[Any]) -> list[str]:
    kinds = TABLES[name]
    return [one for one in columns if one not in PEOPLE and (kinds.get(one) == COUNT or one in ADDS_UP)]


def _rounding(column: str, name: str, rows: int) -> float:
    """Amounts are rounded to hundredths, every row and the total."""
    return 0 if TABLES[name][column] == COUNT else 0.005 * (rows + 1) + 1e-9


def _plain(value: Any) -> float:
    return int(value) if float(value).is_integer() else float(value)


def _shown(value: Any) -> str:
    """A figure in full: ``181,588``, ``58,705.23``."""
    return f"{float(value):,.2f}".removesuffix(".00")
