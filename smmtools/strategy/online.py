"""When a segment is online, by the words of the audience decision (R4.3, P1)."""

from __future__ import annotations

import datetime as dt
import re

from smmtools.measures.timing import DAYPARTS

Stretch = tuple[int, int]
"""From and until, in minutes from midnight, within one day."""

_SPAN = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})")
_HOUR = 60
_DAY = 24 * _HOUR


def hours_online(text: str | None) -> tuple[Stretch, ...]:
    """The stretches of a day that a text names; past midnight in two; none where it names no hours.

    >>> hours_online("7:30-9:00, 20:00-24:00"), hours_online("21:30-01:00"), hours_online("evenings")
    (((450, 540), (1200, 1440)), ((1290, 1440), (0, 60)), ())
    """
    found: list[Stretch] = []
    for match in _SPAN.findall(text or ""):
        start, end = _HOUR * int(match[0]) + int(match[1]), _HOUR * int(match[2]) + int(match[3])
        if start > _DAY or end > _DAY or start == end:
            continue
        found += [(start, end)] if start < end else [(start, _DAY), (0, end)]
    return tuple(stretch for stretch in found if stretch[0] < stretch[1])


def is_online(at: dt.time, online: tuple[Stretch, ...]) -> bool:
    """Whether a time lies in one of the stretches, or at most an hour before.

    A post stands in people's feeds when they come. One that lies an hour ahead still does.

    >>> is_online(dt.time(19, 0), ((1200, 1440),)), is_online(dt.time(9, 0), ((1200, 1440),))
    (True, False)
    """
    minute = _HOUR * at.hour + at.minute
    return any(start - _HOUR <= minute < end for start, end in online)


def within(slot: str, hours: str | None) -> bool | None:
    """Whether a part of the day and a segment's hours have time in common; None where they are unreadable.

    >>> within("evening", "18:00-22:00"), within("morning", "18:00-22:00"), within("morning", None)
    (True, False, None)
    """
    known = hours_online(hours)
    if not known:
        return None
    starts = [_HOUR * hour for hour in DAYPARTS.values()] + [_DAY]
    first = _HOUR * DAYPARTS[slot]
    last = min(start for start in starts if start > first)
    return any(start < last and end > first for start, end in known)
