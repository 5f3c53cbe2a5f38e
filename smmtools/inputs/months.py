"""Months as they are written on the command line and in the brief: 2026-10."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from smmtools.errors import CallError

if TYPE_CHECKING:
    import pandas as pd

_MONTH = re.compile(r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])")
HOW_TO_WRITE = "write it as 2026-10 (year, hyphen, two digits)."


def is_month(text: str) -> bool:
    """Say whether ``text`` is a month as we write it.

    >>> is_month("2026-10"), is_month("2026-13"), is_month("2026-1")
    (True, False, False)
    """
    return _MONTH.fullmatch(text) is not None


def parse_month(text: str) -> pd.Period:
    """Return the month written as ``text``.  CallError when it is not one.

    >>> parse_month("2026-10")
    Period('2026-10', 'M')
    """
    if not is_month(text):
        raise CallError.of(f"{text!r} is not a month", "--month", HOW_TO_WRITE)
    import pandas as pd  # half a second, which --help should not cost

    return pd.Period(text, freq="M")


def first_day(month: pd.Period) -> date:
    """Return the first day of ``month``.

    >>> first_day(parse_month("2026-10"))
    datetime.date(2026, 10, 1)
    """
    return date(month.year, month.month, 1)


def last_day(month: pd.Period) -> date:
    """Return the last day of ``month``, up to which its report reads.

    >>> last_day(parse_month("2028-02"))
    datetime.date(2028, 2, 29)
    """
    return date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])
