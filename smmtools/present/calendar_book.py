"""A month's posts as a workbook for a spreadsheet: a sheet a channel, lists to choose from (rule K5).

Every text is written as text, so that nothing in it runs or links, even after its cell was edited. The
same posts give the same bytes: no clock, and nothing is compressed, for compressors differ.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from smmtools.present import wording
from smmtools.present.calendar_files import Cell, Post, in_order, row_of
from smmtools.present.voice import Voice

WIDTHS: Mapping[str, float] = {
    **{"plan_id": 18, "status": 11, "platform": 12, "account": 18, "date": 12, "time": 8, "zone": 20},
    **{"part": 11, "topic": 16, "format": 11, "function": 11, "about": 10, "segments": 18, "tone": 11},
    **{"text": 48, "call_to_action": 26, "benefit": 26, "link": 34, "code": 12, "trace": 10, "hashtags": 20},
    **{"paid": 8, "disclosure": 24, "expected": 13, "fixed": 10, "occasion": 18, "goes_out": 52},
}
"""How wide each column is, in characters."""

CHOSEN = ("status", "part", "format", "function", "about", "tone", "trace", "paid", "fixed")
"""Columns whose cells offer a list to choose from."""

_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767  # characters that a cell of a spreadsheet can hold
_SPARE = 200  # rows below the posts that offer the lists, too
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_OPTIONS = {
    **{"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    **{"strings_to_numbers": False},
}
_HEADER = {
    **{"bold": True, "bg_color": "#0b6e99", "font_color": "white", "text_wrap": True, "valign": "vcenter"},
}
_WRAPPED = {"text_wrap": True, "valign": "top"}


def calendar_xlsx(posts: Sequence[Post], zone: str, voice: Voice, title: str, made: dt.date) -> bytes:
    """The workbook of a calendar; ``made`` is the day it says it was made on."""
    into = io.BytesIO()
    book = Workbook(into, _OPTIONS)
    book.set_properties({"title": title, "created": dt.datetime.combine(made, dt.time())})
    formats = {
        "header": book.add_format(_HEADER),
        "text": book.add_format(_WRAPPED | {"quote_prefix": True}),
        "choice": book.add_format({"valign": "top"}),
        "date": book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}),
        "time": book.add_format({"valign": "top", "num_format": "hh:mm", "align": "left"}),
        "number": book.add_format({"valign": "top", "num_format": "#,##0.0"}),
        "bold": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format(_WRAPPED),
    }
    guide, lists = voice.text(wording.calendar.GUIDE_SHEET), voice.text(wording.calendar.LISTS_SHEET)
    by_channel: dict[str, list[Post]] = {}
    for post in in_order(posts, zone):
        by_channel.setdefault(voice.platform(str(post["platform"])), []).append(post)
    channels = sorted(by_channel)
    first, *names, last = sheet_names([guide, *channels, lists])
    _write_guide(book.add_worksheet(first), title, zone, formats, voice)
    for name, channel in zip(names, channels, strict=True):
        rows = [row_of(post, zone, voice) for post in by_channel[channel]]
        _write_channel(book.add_worksheet(name), rows, last, formats, voice)
    _write_lists(book.add_worksheet(last), formats, voice)
    book.close()
    return without_compression(into)


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that a spreadsheet takes for sheets: no forbidden sign, at most 31 characters, none twice.

    >>> sheet_names(["VK", "vk", "A/B: 'x'", "History", ""])
    ['VK', 'vk (2)', "A B  'x", 'History_', 'Sheet']
    """
    taken: set[str] = set()
    names = []
    for name in wanted:
        plain = _FORBIDDEN.sub(" ", name).strip().strip("'").strip()[:_LONGEST_NAME].rstrip("' ") or "Sheet"
        plain = f"{plain}_" if plain.casefold() == "history" else plain  # a spreadsheet keeps it for itself
        unique, number = plain, 1
        while unique.casefold() in taken:
            number += 1
            tail = f" ({number})"
            unique = plain[: _LONGEST_NAME - len(tail)].rstrip() + tail
        taken.add(unique.casefold())
        names.append(unique)
    return names


def _write_guide(
    sheet: Worksheet, title: str, zone: str, formats: Mapping[str, Format], voice: Voice
) -> None:
    """The first sheet: what the columns mean."""
    words = wording.calendar
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    write_text(sheet, 0, 0, title, formats["bold"])
    write_text(sheet, 1, 1, voice.say(words.GUIDE_NOTE, zone=zone), formats["plain"])
    for place, (header, meaning) in enumerate(words.COLUMNS.values(), 3):
        write_text(sheet, place, 0, voice.text(header), formats["header"])
        write_text(sheet, place, 1, voice.text(meaning), formats["plain"])


def _write_channel(
    sheet: Worksheet,
    rows: Sequence[Mapping[str, Cell]],
    lists: str,
    formats: Mapping[str, Format],
    voice: Voice,
) -> None:
    columns = list(wording.calendar.COLUMNS)
    for column, name in enumerate(columns):
        sheet.set_column(column, column, WIDTHS[name])
        write_text(sheet, 0, column, voice.text(wording.calendar.COLUMNS[name][0]), formats["header"])
        for place, row in enumerate(rows, 1):
            _write_cell(sheet, place, column, name, row[name], formats)
        if name in CHOSEN:
            sheet.data_validation(1, column, len(rows) + _SPARE, column, _choice(name, lists))
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(
    sheet: Worksheet, row: int, column: int, name: str, cell: Cell, formats: Mapping[str, Format]
) -> None:
    if cell is None:
        sheet.write_blank(row, column, None, formats["choice" if name in CHOSEN else "text"])
    elif isinstance(cell, dt.date | dt.time):
        sheet.write_datetime(row, column, cell, formats[name])
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, formats["number"])
    else:
        write_text(sheet, row, column, cell, formats["choice" if name in CHOSEN else "text"])


def _write_lists(sheet: Worksheet, formats: Mapping[str, Format], voice: Voice) -> None:
    """The last sheet: the words that cells offer."""
    for column, name in enumerate(CHOSEN):
        sheet.set_column(column, column, 16)
        write_text(sheet, 0, column, voice.text(wording.calendar.COLUMNS[name][0]), formats["header"])
        for row, word in enumerate(wording.calendar.LISTS[name], 1):
            write_text(sheet, row, column, voice.text(word), formats["plain"])


def _choice(name: str, lists: str) -> dict[str, Any]:
    """The rule of a cell that offers the words of one column of the sheet of lists."""
    letter = chr(ord("A") + CHOSEN.index(name))
    quoted = lists.replace("'", "''")
    source = f"='{quoted}'!${letter}$2:${letter}${len(wording.calendar.LISTS[name]) + 1}"
    return {"validate": "list", "source": source}


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write text as text; one that no cell can hold is cut, and ends so that it shows."""
    fits = text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
    sheet.write_string(row, column, fits, style)


def without_compression(book: io.BytesIO) -> bytes:
    """The same workbook with its parts as they are."""
    into = io.BytesIO()
    with zipfile.ZipFile(book) as packed, zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as stored:
        for part in packed.infolist():
            stored.writestr(zipfile.ZipInfo(part.filename), packed.read(part))
    return into.getvalue()
