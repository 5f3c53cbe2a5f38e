"""A month's posts as a calendar file (iCalendar, RFC 5545): an entry a post, with the client's zone (K5)."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

from icalendar import Calendar, Event, Timezone, vText

from smmtools.present import wording
from smmtools.present.calendar_files import Post, full_text, in_order, moment
from smmtools.present.voice import Voice

LASTS = dt.timedelta(minutes=15)
"""How long an entry is, so that a calendar program shows it; a post goes out at its begin."""

_SHOWN = 60  # characters of a text that stand in an entry's title
_DAY = dt.timedelta(days=1)


def calendar_ics(
    posts: Sequence[Post], zone: str, voice: Voice, title: str, slug: str, made: dt.date
) -> bytes:
    """The calendar file of a calendar; ``made`` is the day it says it was made on.

    An entry keeps its UID, plan ID and client, so that a calendar program that reads a later version
    moves entries instead of doubling them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//smmtools//calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(title))
    calendar.add("x-wr-timezone", vText(zone))
    ordered = in_order(posts, zone)
    if ordered:
        days = moment(ordered[0], zone).date() - _DAY, moment(ordered[-1], zone).date() + 2 * _DAY
        calendar.add_component(Timezone.from_tzid(zone, first_date=days[0], last_date=days[1]))
    for post in ordered:
        calendar.add_component(_entry(post, zone, voice, slug, made))
    return bytes(calendar.to_ical())


def _entry(post: Post, zone: str, voice: Voice, slug: str, made: dt.date) -> Event:
    begin = moment(post, zone)
    entry = Event()
    entry.add("uid", f"{post['plan_id']}@{slug}")
    entry.add("dtstamp", dt.datetime.combine(made, dt.time(), dt.UTC))
    entry.add("dtstart", begin)
    entry.add("dtend", begin + LASTS)
    entry.add("summary", _summary(post, voice))
    entry.add("description", _speakable(full_text(post)))
    if post.get("link"):
        entry.add("location", str(post["link"]))
        entry.add("url", str(post["link"]))
    entry.add("categories", [voice.platform(str(post["platform"])), *_kinds(post, voice)])
    entry.add("transp", "TRANSPARENT")  # nobody is busy while a post goes out
    return entry


def _summary(post: Post, voice: Voice) -> str:
    text = _speakable(" ".join(str(post["text"]).split()))
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
    return voice.say(wording.calendar.SUMMARY, platform=post["platform"], format=post["format"], text=short)


def _kinds(post: Post, voice: Voice) -> list[str]:
    return [voice.text(str(post[name])) for name in ("format", "function") if post.get(name)]


def _speakable(text: str) -> str:
    """The text without control characters, which a calendar file must not hold; line breaks stay."""
    lines = "\n".join(text.splitlines())
    return "".join(each for each in lines if each in "\n\t" or unicodedata.category(each) != "Cc")
