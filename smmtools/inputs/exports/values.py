"""From cells to values, whole columns at a time: numbers, counts, days, times, yes and no.

Each function takes a column of cells and returns a column in which a cell that can't be read is
missing, so that whoever called can tell blank cells from faulty ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from smmtools.inputs.exports.clock import fixed_width

MISSING = ("", "-", "--", "nan", "undefined")
"""Marks of platforms for "no figure", folded: never a 0."""
LARGEST_COUNT = 2**53
EARLIEST, LATEST = pd.Timestamp(1995, 1, 1), pd.Timestamp(2100, 1, 1)
_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def present(cells: pd.Series[Any], marks: Sequence[str] = MISSING) -> pd.Series[Any]:
    """The cells without outer spaces; missing where they hold nothing but a mark for it.

    >>> present(pd.Series(["12", " --", "NAN", ""])).tolist()
    ['12', nan, nan, nan]
    """
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    if cells.dtype == object:  # a workbook's column: texts among numbers and dates
        is_text = cells.map(lambda cell: isinstance(cell, str))
        texts = present(cells[is_text].astype("str"), marks).astype(object)
        mixed: pd.Series[Any] = pd.concat([texts, cells[~is_text]]).reindex(cells.index)
        return mixed

    def of_words(words: pd.Series[Any]) -> pd.Series[Any]:
        found: pd.Series[Any] = words.str.strip()
        return found.mask(found.str.casefold().isin(marks))

    return once(cells, of_words)


def once(cells: pd.Series[Any], turn: Callable[[pd.Series[Any]], pd.Series[Any]]) -> pd.Series[Any]:
    """What ``turn`` makes of a column's cells, done once for cells that are the same."""
    codes, words = pd.factorize(cells, use_na_sentinel=False)
    turned = turn(pd.Series(words, dtype=cells.dtype))
    return turned.take(codes).set_axis(cells.index)


def numbers(cells: pd.Series[Any], decimal: str = ".", thousands: str = "") -> pd.Series[Any]:
    """Numbers as floats; ``36%`` is 0.36. Spaces of any width count as one kind of thousands sign.

    >>> numbers(pd.Series(["1 234,5", "36%", "12x"]), decimal=",", thousands=" ").tolist()
    [1234.5, 0.36, nan]
    """
    if pd.api.types.is_numeric_dtype(cells):
        return cells.astype("float64")
    if cells.dtype == object:
        is_number = cells.map(lambda cell: isinstance(cell, int | float) and not isinstance(cell, bool))
        found = numbers(cells.astype("str").mask(is_number), decimal, thousands)
        return found.fillna(pd.to_numeric(cells.where(is_number)))
    plain: pd.Series[Any] = pd.Series(np.nan, index=cells.index)
    if decimal == "." and thousands != ".":  # then what reads as a number is one, and that is quick
        plain = pd.to_numeric(cells, errors="coerce").astype("float64").replace([np.inf, -np.inf], np.nan)
    odd = plain.isna() & cells.notna()
    if odd.any():
        spelt = once(cells[odd], lambda words: _spelt(words, decimal, thousands))
        plain = plain.fillna(spelt.reindex(cells.index))
    return plain


def _spelt(words: pd.Series[Any], decimal: str, thousands: str) -> pd.Series[Any]:
    """Numbers with signs for thousands, decimals and percent."""
    plain = _plain(words, decimal, thousands)
    percent = plain.str.endswith("%").fillna(False).astype(bool)
    plain = plain.mask(percent, plain.str.rstrip("%").str.rstrip())
    plain = plain.where(plain.str.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?").fillna(False).astype(bool))
    found = pd.to_numeric(plain, errors="coerce").astype("float64")
    return found.where(~percent, found / 100)


def _plain(text: pd.Series[Any], decimal: str, thousands: str) -> pd.Series[Any]:
    if thousands.isspace():
        text = text.str.replace(r"(?<=\d)\s(?=\d{3})", "", regex=True)
    elif thousands:
        text = text.str.replace(rf"(?<=\d)[{thousands}](?=\d{{3}}(?!\d))", "", regex=True)
    if decimal != ".":
        text = text.where(~text.str.contains(".", regex=False).fillna(False).astype(bool))
        text = text.str.replace(decimal, ".", regex=False)
    return text.str.replace("\u2212", "-", regex=False)


def counts(found: pd.Series[Any]) -> pd.Series[Any]:
    """Whole numbers of the numbers given; missing where one has a fraction (``1938.0`` has none).

    >>> counts(pd.Series([1938.0, 2.5, -1.0])).tolist()
    [1938, <NA>, -1]
    """
    whole = found.where((found % 1 == 0) & (found.abs() < LARGEST_COUNT))
    return whole.astype("Int64")


def seconds(cells: pd.Series[Any], decimal: str = ".", thousands: str = "") -> pd.Series[Any]:
    """Durations in seconds: plain numbers, or hours, minutes and seconds with colons.

    >>> seconds(pd.Series(["60", "0:02:31", "1:05", "soon"])).tolist()
    [60.0, 151.0, 65.0, nan]
    """
    found = numbers(cells, decimal, thousands)
    clocks = cells[found.isna()].astype("str")
    parts = clocks.str.extract(r"^(?:(?P<h>\d+):)?(?P<m>\d+):(?P<s>[0-5]\d)$").astype("float64")
    return found.fillna(parts["h"].fillna(0) * 3600 + parts["m"] * 60 + parts["s"])


def moments(cells: pd.Series[Any], formats: Sequence[str], zone: str = "UTC") -> pd.Series[Any]:
    """Days or times without a zone, by the first of the strptime formats that fits each cell.

    Where a format reads an offset (``%z``), the time is given by the clock of ``zone``.

    >>> moments(pd.Series(["15.03.2020", "31.02.2020"]), ["%d.%m.%Y"]).tolist()
    [Timestamp('2020-03-15 00:00:00'), NaT]
    """
    found = pd.Series(pd.NaT, index=cells.index, dtype="datetime64[us]")
    for form in formats:
        quick = fixed_width(cells, form)
        found = found if quick is None else found.fillna(quick)
        unread = cells[found.isna() & cells.notna()].astype("str")
        if unread.empty:
            continue
        read = pd.to_datetime(unread, format=form, errors="coerce", utc="%z" in form)
        if "%z" in form:
            read = read.dt.tz_convert(zone).dt.tz_localize(None)
        found = found.fillna(read.astype("datetime64[us]").reindex(cells.index))
    if cells.dtype == object:
        found = found.fillna(pd.to_datetime(cells.where(cells.map(lambda cell: hasattr(cell, "year")))))
    return found.where(found.between(EARLIEST, LATEST))


def in_zone(times: pd.Series[Any], zone: str, wanted: str) -> tuple[pd.Series[Any], int]:
    """Times of one zone as the same moments in another, and how many could be two moments.

    The hour that the clock strikes twice in autumn is taken as the first; the one that it leaps in
    spring becomes the next moment that exists.

    >>> times = pd.Series(pd.to_datetime(["2025-11-02 01:30"])).astype("datetime64[us]")
    >>> moved, twice = in_zone(times, "US/Pacific", "UTC")
    >>> moved.tolist(), twice
    ([Timestamp('2025-11-02 08:30:00+0000', tz='UTC')], 1)
    """
    found = times.dt.tz_localize(zone, ambiguous="NaT", nonexistent="shift_forward")
    twice = times[found.isna() & times.notna()]
    first = twice.dt.tz_localize(zone, ambiguous=np.full(len(twice), True))
    return found.fillna(first.reindex(times.index)).dt.tz_convert(wanted), len(twice)


def flags(cells: pd.Series[Any]) -> pd.Series[Any]:
    """Yes or no of the cells: true/false, yes/no, 1/0 in any capitals.

    >>> flags(pd.Series(["Yes", "0", "perhaps"])).tolist()
    [True, False, <NA>]
    """
    return cells.astype("str").str.casefold().map(_YES_NO).astype("boolean")
