"""The words of a month's calendar: its grid, its files and their columns (rule K5)."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import _

CODES: Mapping[str, str] = {
    "facebook": "FB",
    "instagram": "IG",
    "linkedin": "LI",
    "meta": "ME",
    "ok": "OK",
    "pinterest": "PI",
    "rutube": "RT",
    "telegram": "TG",
    "threads": "TH",
    "tiktok": "TT",
    "vk": "VK",
    "x": "X",
    "youtube": "YT",
}
"""Platforms by two letters, where there is room for no more."""

NO_POSTS = _("No posts are planned for {month:month}.")
GRID_TITLE = _("The calendar of {month:month}")
GRID = _(
    "The calendar of {month:month}, a week a row: {posts:count} posts on {days:count} days, at most {most:count} a day. "
    "By channel: {channels:words}. By format: {formats:words}. By function: {functions:words}."
)
COUNTED = _("{what} {number:count}")
ON_DAY = _("{what} on {day:day}")
FIXED = _("On fixed dates: {posts:words}.")
PAID = _("Paid and marked so: {number:count}.")
HOLIDAYS = _("Holidays: {days:words}.")
DAYS_OFF = _("Days off: {days:words}.")

DAY_OFF = _("day off")
LEGEND_FIXED = _("fixed date")
LEGEND_PAID = _("paid")
LEGEND_HOLIDAY = _("holiday")

COLUMNS: Mapping[str, tuple[str, str]] = {
    "plan_id": (
        _("Plan ID"),
        _(
            "The post's name, which it keeps: put it into the post's label, so that planned and published are matched later."
        ),
    ),
    "status": (_("Status"), _("Planned, published or dropped: yours to change.")),
    "platform": (_("Channel"), _("The network that the post goes out on.")),
    "account": (_("Account"), _("The community's address there.")),
    "date": (_("Date"), _("The day in the client's time zone.")),
    "time": (_("Time"), _("The time of day in the client's time zone.")),
    "zone": (_("Time zone"), _("The zone of date and time, and its distance from UTC on that day.")),
    "part": (_("Part of the day"), _("Which of the day's slots it takes.")),
    "topic": (_("Topic"), _("The topic of the content decision.")),
    "format": (_("Format"), _("What the post is made as.")),
    "function": (_("Function"), _("What the post is for.")),
    "about": (_("About"), _("The brand, its subject, or what anybody passes on.")),
    "segments": (_("Segments"), _("Whom it is meant for.")),
    "tone": (_("Tone"), _("How it speaks.")),
    "text": (_("Text"), _("What the post says.")),
    "call_to_action": (_("Call to action"), _("What the reader is asked to do.")),
    "benefit": (_("Members' benefit"), _("What only members of the community get.")),
    "link": (_("Link"), _("The tagged link of this post; paste it as it is, or the visits are not traced.")),
    "code": (_("Code"), _("The promo code that tells which sales the post made.")),
    "trace": (_("Trace"), _("How what the post sold is recognised.")),
    "hashtags": (_("Hashtags"), _("Its hashtags.")),
    "paid": (_("Paid"), _("Whether somebody pays or is paid for it.")),
    "disclosure": (_("Disclosure"), _("The mark of advertising; on a paid post it comes first.")),
    "expected": (
        _("Expected engagements"),
        _("Likes, comments and shares to be expected; empty where there is nothing to go by."),
    ),
    "fixed": (_("Fixed date"), _("Whether the client fixed the day.")),
    "occasion": (_("Occasion"), _("The holiday that it is for.")),
    "goes_out": (_("As it goes out"), _("The whole text to publish, made of the columns before.")),
}
"""The columns of the calendar as a table: each one's header and what it means."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "status": (_("planned"), _("published"), _("dropped")),
    "part": (_("morning"), _("midday"), _("afternoon"), _("evening")),
    "format": (
        *(_("text"), _("photo"), _("carousel"), _("video"), _("reel"), _("story"), _("link"), _("quote")),
        *(_("meme"), _("anecdote")),
    ),
    "function": (_("sell"), _("inform"), _("teach"), _("entertain")),
    "about": (_("brand"), _("subject"), _("general")),
    "tone": (_("friendly"), _("business"), _("informal")),
    "trace": (_("link"), _("bio"), _("code"), _("asked"), _("none")),
    "paid": (_("yes"), _("no")),
    "fixed": (_("yes"), _("no")),
}
"""The columns that hold one word of a few."""

YES, NO, PLANNED = _("yes"), _("no"), _("planned")

FILE_TITLE = _("{client}, {month:month}")
GUIDE_SHEET = _("Columns")
LISTS_SHEET = _("Lists")
GUIDE_NOTE = _(
    "One sheet a channel, one row a post. Times are those of {zone}. Cells with an arrow offer the words that may stand there."
)
SUMMARY = _("{platform:platform}, {format:term}: {text}")

FILES: Mapping[str, str] = {
    "calendar.xlsx": _(
        "For working on: a sheet a channel, filters, lists to choose from, real dates and times."
    ),
    "calendar.ics": _(
        "For a calendar program (Google, Apple, Outlook): one entry a post at its time, with its text and link."
    ),
    "calendar.csv": _(
        "For any other program: the same table as text. A text that a spreadsheet might take for a formula has an apostrophe before it."
    ),
    "scheduler.csv": _(
        "For a scheduling tool that takes posts in bulk: the columns below. Texts stand there exactly as they go out, so do not open it in a spreadsheet."
    ),
}
"""What each file of the calendar is for."""

SCHEDULER: Mapping[str, str] = {
    "date": _("day, YYYY-MM-DD"),
    "time": _("time of day, HH:MM"),
    "timezone": _("zone of date and time"),
    "channel": _("network"),
    "account": _("the community's address"),
    "text": _("the whole text, its link or code, hashtags and disclosure in it"),
    "link": _("the tagged link once more, for tools that attach it; empty where there is none"),
    "label": _("the plan ID, to be kept as the post's label or tag"),
}
"""The columns of scheduler.csv, whose names are the same in every language, and what they hold."""
