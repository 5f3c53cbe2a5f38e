"""A month's posts as text that other programs read: a table and a bulk scheduler's list (rule K5).

``calendar.csv`` is for people: UTF-8 with a byte order mark, headers in the client's language, and no
text that a spreadsheet would run (``harmless``). ``scheduler.csv`` is for programs: UTF-8 without the
mark, English column names that stay, and every text verbatim, so it is not for a spreadsheet. Its
columns are those of ``wording.calendar.SCHEDULER``: date, time, timezone, channel, account, text (all that
goes out), link, label (the plan ID).

The workbook is made in ``calendar_book``, the calendar file in ``calendar_entries``.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from smmtools.present import wording
from smmtools.present.formats import rounded
from smmtools.present.voice import Voice

Post = Mapping[str, Any]
"""One of the plan's ``content.posts``."""

Cell = str | int | float | dt.date | dt.time | None

_RUNS = re.compile(r"^(?=[\t\r]|\s*[=+\-@＝＋－＠])|(?<=[\n\r\t;])(?=\s*[=@]|\s*[+-]\(?\w)")


def full_text(post: Post) -> str:
    """What goes out: text, call to action, members' benefit, link or code, hashtags, line by line.

    A paid post begins with its disclosure, so that nobody has to unfold it to see that it is paid; where
    one is stated for an unpaid post it comes last. The link stands in the text of a post that is traced
    by its link only: elsewhere links do not work. What a text says already is not said twice.

    >>> post = {"text": "Hot!", "call_to_action": "Order now.", "link": "https://a.example", "trace": "link",
    ...         "hashtags": ["pizza", "#new year"], "paid": True, "disclosure": "Advertisement."}
    >>> print(full_text(post))
    Advertisement.
    Hot!
    Order now.
    https://a.example
    #pizza #newyear
    """
    said = [
        post.get("text"),
        post.get("call_to_action"),
        post.get("benefit"),
        post.get("link") if post.get("trace") == "link" else None,
        post.get("code"),
        " ".join(hashtags(post)),
    ]
    disclosure = post.get("disclosure")
    lines = [disclosure, *said] if post.get("paid") else [*said, disclosure]
    return "\n".join(_not_twice(str(line).strip() for line in lines if line))


def hashtags(post: Post) -> list[str]:
    """A post's hashtags with their sign, one word each."""
    tags = ("".join(str(tag).split()).lstrip("#") for tag in post.get("hashtags") or ())
    return [f"#{tag}" for tag in tags if tag]


def moment(post: Post, zone: str) -> dt.datetime:
    """When a post goes out, in the client's time zone."""
    return dt.datetime.fromisoformat(str(post["at"])).astimezone(ZoneInfo(zone))


def in_order(posts: Iterable[Post], zone: str) -> list[Post]:
    """Posts by time, then by channel."""
    return sorted(posts, key=lambda post: (moment(post, zone), str(post["platform"]), str(post["plan_id"])))


def row_of(post: Post, zone: str, voice: Voice) -> dict[str, Cell]:
    """A post as a row of the table, by the columns of ``wording.calendar.COLUMNS``."""
    at = moment(post, zone)
    row: dict[str, Cell] = {name: _plain(post.get(name)) for name in wording.calendar.COLUMNS}
    for name in wording.calendar.LISTS.keys() - {"status", "paid", "fixed"}:
        row[name] = voice.text(str(post[name])) if post.get(name) else None
    for name in ("paid", "fixed"):
        row[name] = voice.text(wording.calendar.YES if post.get(name) else wording.calendar.NO)
    expected = post.get("expected")
    return row | {
        "expected": None if expected is None else rounded(float(expected)),
        "status": voice.text(wording.calendar.PLANNED),
        "platform": voice.platform(str(post["platform"])),
        "date": at.date(),
        "time": at.time(),
        "zone": f"{zone} (UTC{at.isoformat()[-6:]})",
        "hashtags": " ".join(hashtags(post)) or None,
        "goes_out": full_text(post),
    }


def calendar_csv(posts: Sequence[Post], zone: str, voice: Voice) -> bytes:
    """The calendar as a table in text, harmless when a spreadsheet opens it."""
    headers = [voice.text(header) for header, _ in wording.calendar.COLUMNS.values()]
    rows = (row_of(post, zone, voice).values() for post in in_order(posts, zone))
    return _table([headers, *([_cell_text(cell) for cell in row] for row in rows)]).encode("utf-8-sig")


def scheduler_csv(posts: Sequence[Post], zone: str) -> bytes:
    """The calendar for a tool that schedules posts in bulk; texts exactly as they go out."""
    rows = []
    for post in in_order(posts, zone):
        at = moment(post, zone)
        when = [f"{at:%Y-%m-%d}", f"{at:%H:%M}", zone]
        where = [str(post["platform"]), str(post.get("account") or "")]
        rows.append([*when, *where, full_text(post), str(post.get("link") or ""), str(post["plan_id"])])
    return _table([list(wording.calendar.SCHEDULER), *rows]).encode("utf-8")


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for a formula.

    That is where a text begins with = + - @ or a tab, and where such a formula stands at a line's begin
    or after a semicolon or tab: a spreadsheet set to other separators would begin a cell there.

    >>> [harmless(text) for text in ("=1+1", "@SUM(A1)", " +7 343", "\\t=1", "Wow ;-)", "a;=1", "4 = 2+2")]
    ["'=1+1", "'@SUM(A1)", "' +7 343", "'\\t'=1", 'Wow ;-)', "a;'=1", '4 = 2+2']
    """
    return _RUNS.sub("'", text)


def _plain(value: Any) -> Cell:
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value) or None
    return value if isinstance(value, int | float) else str(value) if value else None


def _cell_text(cell: Cell) -> str:
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if cell is None or isinstance(cell, int | float | dt.date):
        return "" if cell is None else str(cell)
    return harmless(cell)


def _table(rows: Iterable[Sequence[str]]) -> str:
    into = io.StringIO()
    csv.writer(into, quoting=csv.QUOTE_ALL).writerows(rows)
    return into.getvalue()


def _not_twice(lines: Iterable[str]) -> Iterable[str]:
    said = ""
    for line in lines:
        if line and line not in said:
            said = f"{said}\n{line}"
            yield line
