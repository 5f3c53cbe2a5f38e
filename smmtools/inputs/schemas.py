"""The tidy tables that every export becomes: what one row is, its columns, its bounds.

=========  ==========================================  =====================================
table      one row is                                  never missing
=========  ==========================================  =====================================
posts      one published post                          post_id, published
daily      one account, day and measure                date, measure
audience   one cell of a breakdown (of one day)        breakdown, cell
ads        one ad (or campaign) and period             start, end
traffic    one channel or source and period            start, end
orders     one order or application                    ordered_at, order_id, kind
followers  one account and date                        date, count
comments   one comment                                 created
audits     one audit of an account's followers         drawn_at, n, alive
=========  ==========================================  =====================================

Counts are nullable integers: what a platform did not give is missing, never 0. Shares are fractions
(0.042), money is in the row's currency, durations are seconds. Times carry a zone, days do not.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from smmtools.errors import ExportError, Fault

TEXT, COUNT, AMOUNT, FLAG, DAY = "str", "Int64", "Float64", "boolean", "datetime64[us]"
TIME = "datetime64[us, UTC]"
"""A point in time: in the client's zone once read; UTC stands for it where no zone is known."""


def _columns(names: str, dtype: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), dtype)


TABLES: dict[str, dict[str, str]] = {
    "posts": (
        _columns("platform account role post_id", TEXT)
        | {"published": TIME, "exported_on": DAY, "format": TEXT, "text": TEXT}
        | {"text_length": COUNT, "duration": AMOUNT, "url": TEXT, "paid": FLAG}
        | _columns("reach reach_organic reach_paid impressions views likes comments shares saves", COUNT)
        | _columns("link_clicks clicks follows", COUNT)
        | _columns("labels plan_id source_file", TEXT)
    ),
    "daily": (
        _columns("platform account", TEXT)
        | {"date": DAY, "measure": TEXT, "value": COUNT, "source_file": TEXT}
    ),
    "audience": (
        _columns("platform account breakdown cell", TEXT)
        | {"date": DAY, "share": AMOUNT, "count": COUNT, "population": TEXT, "source_file": TEXT}
    ),
    "ads": (
        _columns("platform account campaign ad_set ad", TEXT)
        | {"start": DAY, "end": DAY, "currency": TEXT, "spend": AMOUNT}
        | _columns("impressions reach clicks link_clicks results", COUNT)
        | _columns("result_kind source_file", TEXT)
    ),
    "traffic": (
        {"start": DAY, "end": DAY}
        | _columns("source medium campaign content channel_group landing_page", TEXT)
        | _columns("sessions engaged_sessions users", COUNT)
        | {"key_events": COUNT, "revenue": AMOUNT, "source_file": TEXT}
    ),
    "orders": (
        {"ordered_at": TIME}
        | _columns("order_id kind buyer", TEXT)
        | {"value": AMOUNT}
        | _columns("currency source medium campaign content source_file", TEXT)
    ),
    "followers": (
        _columns("platform account role", TEXT) | {"date": DAY, "count": COUNT, "source_file": TEXT}
    ),
    "comments": (
        _columns("platform account post_id comment_id", TEXT)
        | {"created": TIME, "by_us": FLAG, "replied_at": TIME}
        | _columns("reply_kind text source_file", TEXT)
    ),
    "audits": (
        _columns("platform account scope", TEXT)
        | {"drawn_at": DAY, "method": TEXT, "n": COUNT, "alive": COUNT, "source_file": TEXT}
    ),
}

REQUIRED: dict[str, tuple[str, ...]] = {
    "posts": ("post_id", "published"),
    "daily": ("date", "measure"),
    "audience": ("breakdown", "cell"),
    "ads": ("start", "end"),
    "traffic": ("start", "end"),
    "orders": ("ordered_at", "order_id", "kind"),
    "followers": ("date", "count"),
    "comments": ("created",),
    "audits": ("drawn_at", "n", "alive"),
}

FORMATS = ("text", "carousel", "photo", "video", "reel", "story", "link", "quote", "meme", "anecdote")
MEASURES = (
    *("reach", "impressions", "views", "visits", "profile_views", "follows", "unfollows", "followers"),
    *("interactions", "likes", "comments", "shares", "saves", "link_clicks", "clicks", "visitors"),
    *("subscribers_reached", "feedback"),
)
POPULATIONS = ("followers", "visitors", "viewers")
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "posts": {"role": ("own", "competitor", "collaborator"), "format": FORMATS},
    "daily": {"measure": MEASURES},
    "audience": {"breakdown": ("age_sex", "age", "city", "country"), "population": POPULATIONS},
    "orders": {"kind": ("order", "application")},
    "followers": {"role": ("own", "competitor", "collaborator")},
    "comments": {"reply_kind": ("question", "call to action", "plain")},
    "audits": {"scope": ("all", "gained")},
}
"""The words a column may hold, where they are ours and not the client's."""

PEOPLE = ("reach", "reach_organic", "reach_paid", "users")
"""Counts of people, who overlap: never summed over rows."""
_SIGNED = {("orders", "value"), ("traffic", "revenue"), ("posts", "follows"), ("daily", "value")}
"""Amounts that a refund makes negative; counts that are what was gained less what was taken back, which
is all that YouTube tells of a video's subscribers and LinkedIn of a day's reactions. Whether the one at
hand may be negative is the reader's to say."""
_ORDERED = {"ads": ("start", "end"), "traffic": ("start", "end"), "audits": ("alive", "n")}
"""Pairs of columns of which the first is at most the second."""


def is_time(dtype: str) -> bool:
    """Whether a column of this kind holds points in time (with a zone) rather than days."""
    return dtype == TIME


def empty(table: str, *, zone: str = "UTC") -> pd.DataFrame:
    """A table without rows, its columns in order and of their kinds.

    >>> list(empty("followers").columns)
    ['platform', 'account', 'role', 'date', 'count', 'source_file']
    """
    return conform(table, pd.DataFrame(), zone=zone)


def conform(table: str, frame: pd.DataFrame, *, zone: str = "UTC") -> pd.DataFrame:
    """The table's columns in order and of their kinds; what the frame lacks is missing for all rows.

    Columns that the table does not know are dropped. Times keep their zone; without one they are
    taken as times in ``zone``, and so is a column of times that the frame lacks.

    >>> frame = conform("followers", pd.DataFrame({"date": ["2026-10-01"], "count": [120]}))
    >>> frame["count"].tolist(), frame["role"].isna().tolist()
    ([120], [True])
    """
    columns = {name: _cast(frame, name, dtype, zone) for name, dtype in TABLES[table].items()}
    return pd.DataFrame(columns, index=frame.index, copy=False)  # pandas copies once either is changed


def _cast(frame: pd.DataFrame, name: str, dtype: str, zone: str) -> pd.Series[Any]:
    column: pd.Series[Any]
    if name not in frame:
        wanted: Any = dtype.replace("UTC", zone)
        column = pd.Series(pd.NA, index=frame.index, dtype=wanted)
    elif not is_time(dtype):
        column = frame[name].astype(dtype)  # type: ignore[call-overload]
    elif isinstance(frame[name].dtype, pd.DatetimeTZDtype):
        column = frame[name].dt.as_unit("us")
    else:
        column = pd.to_datetime(frame[name]).dt.as_unit("us").dt.tz_localize(zone)
    return column


def validate(table: str, frame: pd.DataFrame, where: str) -> pd.DataFrame:
    """The same frame, after checking its bounds; every fault at once.

    What the table's key holds is never missing, counts and amounts are not negative, shares lie between
    0 and 1, our own words are spelt as in ``WORDS``, and a period does not end before it starts.

    Raises ExportError; each fault names ``where`` (usually the file) and the table's column.
    """
    import pandera.errors  # takes half a second: only who validates pays for it

    try:
        # nothing is coerced, so that a shallow copy does; of the frame itself a deep one would be made
        _schema(table).validate(frame.copy(deep=False), lazy=True, inplace=True)
    except pandera.errors.SchemaErrors as errors:
        raise ExportError(_faults(table, errors.failure_cases, where)) from None
    return frame


def _schema(table: str) -> Any:
    import pandera.pandas as pa

    columns = {name: pa.Column(checks=_checks(table, name), nullable=True) for name in TABLES[table]}
    return pa.DataFrameSchema(columns, checks=_pair_checks(table))


def _checks(table: str, name: str) -> list[Any]:
    import pandera.pandas as pa

    dtype = TABLES[table][name]
    checks = []
    if name in REQUIRED[table]:
        checks.append(pa.Check(lambda column: column.notna(), error="is missing", ignore_na=False))
    if dtype in (COUNT, AMOUNT) and (table, name) not in _SIGNED:
        checks.append(pa.Check.ge(0, error="is negative"))
    if name == "share":
        checks.append(pa.Check.le(1, error="is more than 1 (the whole)"))
    if words := WORDS.get(table, {}).get(name):
        checks.append(pa.Check.isin(words, error=f"is not one of {', '.join(words)}"))
    return checks


def _pair_checks(table: str) -> list[Any]:
    import pandera.pandas as pa

    if table not in _ORDERED:
        return []
    low, high = _ORDERED[table]

    def in_order(frame: pd.DataFrame) -> pd.Series[Any]:
        return (frame[low] <= frame[high]).fillna(True) | frame[[low, high]].isna().any(axis=1)

    return [pa.Check(in_order, error=f"{low} is greater than {high}")]


def _faults(table: str, cases: pd.DataFrame, where: str) -> list[Fault]:
    """One fault per column and check: its first row, and how many more there are."""
    faults = []
    mend = "correct the file where it comes from, and export it again."
    of_rows = cases["schema_context"] == "DataFrameSchema"  # these cases name every column of the row
    cases = cases.assign(column=cases["column"].mask(of_rows, ""))
    for (column, check), found in cases.groupby(["column", "check"], sort=False):
        value, more = found["failure_case"].iloc[0], found["index"].nunique() - 1
        subject = f"{table}.{column}" if column else f"a row of {table}:"
        seen = "" if not column or pd.isna(value) else f": {value}"
        also = f" (and in {more} more rows)" if more else ""
        faults.append(Fault(f"{subject}{seen} {check}{also}", where, mend))
    return faults
