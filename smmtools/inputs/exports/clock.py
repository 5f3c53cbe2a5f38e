"""Dates of fixed width, a whole column at once: ten times as fast as one cell after the other.

``03/18/2025 09:48`` is sixteen bytes of which each has its place; what does not fit stays missing here and
is left to the ordinary parser.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import numpy as np
import pandas as pd

WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "M": 2, "S": 2}
"""Directives of strptime that stand for so many digits."""


def fixed_width(cells: pd.Series[Any], form: str) -> pd.Series[Any] | None:
    """The column's moments, NaT where a cell has another form; None where the form's width may vary.

    >>> fixed_width(pd.Series(["03/18/2025 09:48", "3/18/2025 9:48"]), "%m/%d/%Y %H:%M").tolist()
    [Timestamp('2025-03-18 09:48:00'), NaT]
    >>> fixed_width(pd.Series(["Mar 18"]), "%b %d") is None
    True
    """
    parts = re.findall(r"%(.)|([^%])", form)
    if not {"Y", "m", "d"} <= {directive for directive, _ in parts} <= {*WIDTHS, ""}:
        return None
    width = sum(WIDTHS.get(directive, 1) for directive, _ in parts)
    letters = _letters(cells, width)
    fits = np.ones(len(cells), dtype=bool)
    values = dict.fromkeys("HMS", np.zeros(len(cells), dtype=np.int64))
    at = 0
    for directive, literal in parts:
        if literal:
            fits &= letters[at] == ord(literal)
            at += 1
        else:
            digits = letters[at : at + WIDTHS[directive]] - ord("0")  # what is below 0 becomes large
            fits &= (digits <= 9).all(axis=0)
            values[directive] = functools.reduce(lambda above, digit: above * 10 + digit, digits.astype(int))
            at += WIDTHS[directive]
    return pd.Series(_moments(values, fits), index=cells.index)


def _letters(cells: pd.Series[Any], width: int) -> Any:
    """One row a place, one column a cell; zeros for cells of another width, or with odd letters."""
    plain = [
        cell if isinstance(cell, str) and len(cell) == width and cell.isascii() else ""
        for cell in cells.to_numpy()
    ]
    return np.array(plain, dtype=f"S{width}").view(np.uint8).reshape(len(cells), width).T.copy()


def _moments(values: dict[str, Any], fits: Any) -> Any:
    """Moments of their parts, NaT where there is no such day or time."""
    months = np.where(fits, (values["Y"] - 1970) * 12 + values["m"] - 1, 0)  # since January 1970
    earliest = months.min(initial=0)
    calendar = np.arange(earliest, months.max(initial=0) + 2).astype("datetime64[M]").astype("datetime64[D]")
    days_in_month = np.diff(calendar).astype(int)[months - earliest]
    fits = fits & (values["m"] >= 1) & (values["m"] <= 12) & (values["Y"] >= 1)
    fits &= (values["d"] >= 1) & (values["d"] <= days_in_month)
    fits &= (values["H"] < 24) & (values["M"] < 60) & (values["S"] < 60)
    seconds = values["H"] * 3600 + values["M"] * 60 + values["S"]
    first = calendar.astype("datetime64[s]")[months - earliest]
    found = first + ((values["d"] - 1) * 86_400 + seconds).astype("timedelta64[s]")
    return np.where(fits, found, np.datetime64("NaT")).astype("datetime64[us]")
