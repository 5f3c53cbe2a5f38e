"""The platforms' formats as bytes, quirks included: quoting, encodings, preambles, blocks, line ends.

What was seen in real files; a sample client only brings its rows. A missing value is None, and becomes
the empty cell unless a writer says otherwise.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

META_ZONE = ZoneInfo("America/Los_Angeles")  # Meta gives "Publish time" in US Pacific, wherever the page is
META_POST_COLUMNS = (
    '"Post ID","Account ID","Account username","Account name",Description,"Duration (sec)",'
    '"Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,Likes,Shares,Comments,Saves,Follows'
)
GA4_RULE = "# ----------------------------------------"
GA4_COLUMNS = (
    "{group},Total users,Sessions,Engaged sessions,Engagement rate,Average engagement time per session,"
    "Events per session,Event count,Key events,Session key event rate,Total revenue"
)


def sheet(
    header: Sequence[str], rows: Iterable[Sequence[object]], *, sep: str = ";", excel: bool = False
) -> bytes:
    """A table as an agency's tool saves it: UTF-8; with ``excel`` a BOM and CRLF, as Excel does."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sep, lineterminator="\r\n" if excel else "\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig" if excel else "utf-8")


def vk_statistics(rows: Iterable[tuple[date, str, str, str, int]]) -> bytes:
    """VK community statistics: long, newest day first, all quoted but the number.

    One row is (day, criterion, parameter 1, parameter 2, value). Rows of one day keep their order; the
    reach criteria follow after all the others, as VK appends them.
    """
    ordered = sorted(rows, key=lambda row: (row[1].startswith("reach"), -row[0].toordinal()))
    lines = ['"Дата","Критерий","Парам. №1","Парам. №2","Значение"']
    lines += [f'"{day:%d.%m.%Y}","{key}","{one}","{two}",{value}' for day, key, one, two, value in ordered]
    return ("\n".join(lines) + "\n").encode()


@dataclass(frozen=True)
class MetaPost:
    """One post of the Meta Business Suite export of Instagram content."""

    post_id: str
    account_id: str
    username: str
    name: str
    description: str
    duration: int
    published: datetime
    permalink: str
    kind: str
    views: int | None
    reach: int | None
    likes: int | None
    shares: int | None
    comments: int | None
    saves: int | None
    follows: int | None

    def cells(self) -> list[object]:
        """The row, with the time in US Pacific."""
        when = self.published.astimezone(META_ZONE).strftime("%m/%d/%Y %H:%M")
        head = [self.post_id, self.account_id, self.username, self.name, self.description, self.duration]
        counts = [self.views, self.reach, self.likes, self.shares, self.comments, self.saves, self.follows]
        return [*head, when, self.permalink, self.kind, None, "Lifetime", *counts]


def meta_posts(posts: Iterable[MetaPost]) -> bytes:
    """Meta Business Suite, Instagram content: UTF-8 with BOM, texts of many lines in one quoted field."""
    text = io.StringIO()
    text.write(META_POST_COLUMNS + "\n")
    csv.writer(text, lineterminator="\n").writerows(post.cells() for post in posts)
    return text.getvalue().encode("utf-8-sig")


def meta_series(blocks: Iterable[tuple[str, Sequence[tuple[date, int]]]], hour_flips: date) -> bytes:
    """Meta insight series: UTF-16LE with BOM, ``sep=,`` once, then titled blocks of day and value.

    From ``hour_flips`` on the days carry T01 instead of T00: the export's trace of summer time.
    """
    lines = ["sep=,"]
    for title, series in blocks:
        lines += [f'"{title}"', '"Date","Primary"']
        lines += [f'"{day}T{"01" if day >= hour_flips else "00"}:00:00","{value}"' for day, value in series]
        lines.append("")
    return b"\xff\xfe" + ("\n".join(lines) + "\n").encode("utf-16-le")


def whole(value: float) -> float | int:
    """GA4 writes 0, not 0.0."""
    return int(value) if value == int(value) else value


@dataclass(frozen=True)
class Ga4Row:
    """One channel group of a month in GA4's traffic acquisition report."""

    group: str
    users: int
    sessions: int
    engaged: int
    seconds: float
    events: int
    key_events: int
    revenue: float

    def cells(self) -> list[object]:
        """The row; GA4 gives ratios with all their digits."""
        per = [self.engaged / self.sessions, self.seconds, self.events / self.sessions]
        head = [self.group, self.users, self.sessions, self.engaged]
        key_rate = self.key_events / self.sessions
        return [*head, *map(whole, per), self.events, self.key_events, whole(key_rate), whole(self.revenue)]


def ga4_report(
    account: str, site: str, first: date, last: date, rows: Iterable[Ga4Row], *, capitals: bool
) -> bytes:
    """GA4 traffic acquisition: nine ``#`` lines, header, rows, and no line end after the last.

    ``capitals`` writes "Default Channel Group"; GA4 has had it both ways.
    """
    group = f"Session primary channel group (Default {'Channel Group' if capitals else 'channel group'})"
    preamble = [GA4_RULE, f"# Traffic acquisition: {group}", f"# Account: {account}", f"# Property: {site}"]
    preamble += [GA4_RULE, "# ", "# All Users", f"# Start date: {first:%Y%m%d}", f"# End date: {last:%Y%m%d}"]
    body = [",".join(str(cell) for cell in row.cells()) for row in rows]
    return "\n".join([*preamble, GA4_COLUMNS.format(group=group), *body]).encode()
