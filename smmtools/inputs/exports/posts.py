"""What all tables of posts need once their columns are read: one row a post, its as-of day, its length."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from smmtools.inputs.exports.reading import Reading


def finish_posts(posts: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Of several rows for one post the last; the length of its text; the day its figures stand for."""
    key = [name for name in ("platform", "account", "post_id") if name in posts]  # IDs are an account's own
    posts = reading.latest(posts, key, "posts").copy(deep=False)
    if "text" in posts and "text_length" not in posts:
        posts["text_length"] = posts["text"].str.len().fillna(0)
    if "exported_on" not in posts and len(posts):
        posts["exported_on"] = exported_on(posts["published"], reading)
    return posts


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_META_DAY = re.compile(rf"(?:{'|'.join(_MONTHS)})-\d{{2}}-\d{{4}}")
_X_DAY = re.compile(r"(?<!\d)(?:\d{8})(?=_\d{8}_)|(?<=_\d{8}_)\d{8}(?=_)")
_ISO_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def exported_on(published: pd.Series[Any], reading: Reading) -> pd.Timestamp:
    """The day that a file of lifetime figures stands for: from its name, else its latest day.

    Meta's names hold the period (``Oct-31-2025_Dec-30-2025_…``), others an ISO date; the last counts.
    A name that is older than the file's latest day is not believed. Both cases give a warning.
    """
    latest: pd.Timestamp = published.max().tz_localize(None).normalize()
    named = named_day(reading.file)
    if named is None:
        reading.warn(
            f"its name holds no date; its figures are taken as of its latest day, {latest:%Y-%m-%d}."
        )
    elif named < latest - pd.Timedelta(days=1):  # a zone may put the last evening into the next day
        reading.warn(
            f"its name says {named:%Y-%m-%d}, but it holds posts of {latest:%Y-%m-%d}; that is taken."
        )
    return latest if named is None else max(named, latest)


def named_day(file: str) -> pd.Timestamp | None:
    """The last date in a file's name; None when it holds none.

    >>> named_day("Oct-31-2025_Dec-30-2025_16642.csv")
    Timestamp('2025-12-30 00:00:00')
    """
    return next(reversed(named_days(file)), None)


def named_days(file: str) -> list[pd.Timestamp]:
    """The dates in a file's name: Meta's, ISO ones, or X's (``20210801_20210901_en``)."""
    for pattern, form in ((_META_DAY, "%b-%d-%Y"), (_ISO_DAY, "%Y-%m-%d"), (_X_DAY, "%Y%m%d")):
        texts = pd.Series(pattern.findall(file), dtype="str")
        days = pd.to_datetime(texts, format=form, errors="coerce").dropna()
        if len(days):
            return [pd.Timestamp(day) for day in days]
    return []
