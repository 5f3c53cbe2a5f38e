"""Rule P1: whether the calendar of the month planned (K5) carries what the plan's rows promise."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from smmtools.strategy.content_calendar import PlannedPost
from smmtools.strategy.coverage import Coverage, Row
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "communication"
_WEEK = 7


@dataclass(frozen=True)
class CarriedRow:
    """One row of the plan beside the calendar's posts for its segment on its channel."""

    row: Row
    segment: str
    """Its name."""
    asked: float
    """Posts in the month: those a week, times its weeks; missing where the row does not say."""
    there: int
    """Posts of the calendar for the segment on the channel, in any format and part of the day."""
    in_format: int
    """Those of them in the row's format."""
    posts: int
    """Those of them in the row's part of the day, too: what carries the row. Rows may share a post."""

    @property
    def least(self) -> int:
        """Posts that carry the row: half of those asked, rounded down, and one at least."""
        half = 0.0 if math.isnan(self.asked) else self.asked * THRESHOLDS.row_carried
        return max(1, math.floor(half + 1e-9))

    @property
    def lacks(self) -> str | None:
        """What the calendar lacks of it, the widest first: channel, format, part or posts; None: nothing."""
        if self.posts >= self.least:
            return None
        if not self.there:
            return "channel"
        if not self.in_format:
            return "format"
        return "posts" if self.posts else "part"


def carried_rows(
    coverage: Coverage, posts: Sequence[PlannedPost], channels: Collection[str]
) -> tuple[CarriedRow, ...]:
    """The rows to be judged: those that promise posts and serve a known segment on the calendar's channels.

    Of the others other verdicts of P1 speak.
    """
    names = {segment.key: segment.name for segment in coverage.segments}
    return tuple(
        _carried(row, names[row.contact.segment], posts)
        for row in coverage.rows
        if row.served
        and row.contact.segment in names
        and row.contact.channel in channels
        and row.contact.posts_a_week != 0
    )


def verdicts_of(rows: Sequence[CarriedRow], *, calendar: bool) -> Iterator[Verdict]:
    """P1: each row that the calendar does not carry, with what it lacks; else that it carries them all."""
    if rows and not calendar:
        yield Verdict("P1", STAGE, Grade.NO_DATA, "no calendar", facts={"rows": len(rows)})
        return
    for each in rows:
        if each.lacks is not None:
            finding = f"not carried, {each.lacks}"
            yield Verdict("P1", STAGE, Grade.REVIEW, finding, each.posts, each.least, _facts(each))
    if rows and all(each.lacks is None for each in rows):
        yield Verdict("P1", STAGE, Grade.PASS, "rows carried", len(rows), len(rows), {"rows": len(rows)})


def _carried(row: Row, segment: str, posts: Sequence[PlannedPost]) -> CarriedRow:
    said, asked = row.contact, math.nan
    there = [each for each in posts if each.platform == said.channel and said.segment in each.segments]
    formed = [each for each in there if each.format == said.format]
    timed = [each for each in formed if each.part == said.slot]
    if posts and said.posts_a_week is not None:
        asked = said.posts_a_week * pd.Period(posts[0].at.date(), "M").days_in_month / _WEEK
    return CarriedRow(row, segment, asked, len(there), len(formed), len(timed))


def _facts(each: CarriedRow) -> dict[str, object]:
    said = each.row.contact
    return {
        "segment": each.segment, "platform": said.channel, "format": said.format, "slot": said.slot,
        "asked": said.posts_a_week, "posts": each.posts,
    }  # fmt: skip
