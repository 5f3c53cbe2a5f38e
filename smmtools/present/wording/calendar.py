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
