"""A month's posts as a grid one can look at: weeks as rows, days as columns, each post a small block.

A block tells its channel by two letters (and a colour), its format and its function by words; a post on
a fixed date has a frame, a paid one a dashed frame, a day off is hatched. One unit on the axes is a
point of print, so that words fit their blocks however many posts a day has.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd
from babel.dates import format_date
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import Rectangle
from matplotlib.textpath import TextPath

from smmtools.present import wording
from smmtools.present.charts import ACCENT, INK, MUTED
from smmtools.present.display import show, show_sentence
from smmtools.present.voice import Voice

Post = Mapping[str, Any]
"""One of the plan's ``content.posts``."""
Notes = Mapping[dt.date, str]
"""A word about some days: the name of a holiday, why a day is off; may be empty."""

COLOURS = (ACCENT, "#a8480f", "#5b4a9e", "#1d6b45", "#8f2b56", "#5a6675")
"""One a channel, in the order of their names; all dark enough for white letters."""

_LINE, _PAPER, _WEEKEND, _SOFT = "#d5dbe2", "white", "#f4f6f9", "#465362"
_WIDTH, _GAP = 576.0, 4.0
_TITLE, _NAMES, _LEGEND = 26.0, 15.0, 20.0
_DAY, _TIME, _BLOCK, _BETWEEN, _FOOT = 15.5, 8.5, 11.0, 1.8, 2.4
_LEAST = 24.0  # an empty day's height
_MARKS, _LINE_OF_MARKS = 6.2, 8.5
_TAB = 13.0
_COLUMN = (_WIDTH - 2 - 6 * _GAP) / 7
_SMALLEST = 0.78  # of its usual size: how far words shrink before they are cut


@dataclass(frozen=True)
class _Day:
    date: dt.date
    posts: tuple[Post, ...]
    off: str | None
    holiday: str | None

    @property
    def times(self) -> list[tuple[str, list[Post]]]:
        return [(time, list(posts)) for time, posts in groupby(self.posts, key=_clock)]

    @property
    def height(self) -> float:
        needed = _DAY + _FOOT + len(self.times) * _TIME + len(self.posts) * (_BLOCK + _BETWEEN)
        return max(_LEAST, needed)


def show_month(
    posts: Sequence[Post],
    month: pd.Period | str,
    voice: Voice,
    *,
    days_off: Notes | Iterable[dt.date] = (),
    holidays: Notes | None = None,
) -> None:
    """Show the month's grid with the sentence that says what it shows; without posts the sentence alone."""
    says = describe_month(posts, month, voice, days_off=days_off, holidays=holidays)
    if posts:
        show(month_figure(posts, month, voice, days_off=days_off, holidays=holidays), says)
    else:
        show_sentence(says)


def month_figure(
    posts: Sequence[Post],
    month: pd.Period | str,
    voice: Voice,
    *,
    days_off: Notes | Iterable[dt.date] = (),
    holidays: Notes | None = None,
) -> Figure:
    """The grid on a figure as wide as the report and as high as its fullest days ask for."""
    weeks = _weeks(posts, str(month), _notes(days_off), _holidays(posts, holidays))
    figure = Figure(figsize=(_WIDTH / 72, _height(weeks) / 72))
    axes = figure.add_axes((0, 0, 1, 1))
    plot_month(posts, month, axes, voice=voice, days_off=days_off, holidays=holidays)
    return figure


def plot_month(
    posts: Sequence[Post],
    month: pd.Period | str,
    axes: Axes,
    *,
    voice: Voice,
    days_off: Notes | Iterable[dt.date] = (),
    holidays: Notes | None = None,
) -> Axes:
    """Draw the month's posts on axes; ``month_figure`` gives them the size at which nothing is stretched."""
    weeks = _weeks(posts, str(month), _notes(days_off), _holidays(posts, holidays))
    axes.set_axis_off()
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(_height(weeks), 0)
    title = voice.say(wording.calendar.GRID_TITLE, month=_first(str(month)))
    _write(axes, 1, 9, title, 10.5, weight="bold")
    top = _TITLE
    for column, day in enumerate(weeks[0]):
        name = format_date(day.date, "ccc", locale=voice.locale)
        _write(axes, _left(column) + 3, top + 6, name, 7.5, color=MUTED, weight="bold")
    top += _NAMES
    colours = _colours(posts)
    for week in weeks:
        height = max(day.height for day in week)
        for column, day in enumerate(week):
            if day.date.strftime("%Y-%m") == str(month):
                _draw_day(axes, _left(column), top, height, day, colours, voice)
        top += height + _GAP
    _draw_legend(axes, top + _LEGEND / 2, weeks, colours, voice)
    return axes


def describe_month(
    posts: Sequence[Post],
    month: pd.Period | str,
    voice: Voice,
    *,
    days_off: Notes | Iterable[dt.date] = (),
    holidays: Notes | None = None,
) -> str:
    """What the grid shows, in sentences: how many posts of what, and the days that are not like others."""
    words = wording.calendar
    if not posts:
        return voice.say(words.NO_POSTS, month=_first(str(month)))
    days = Counter(_date(post) for post in posts)
    grid = voice.say(
        words.GRID,
        month=_first(str(month)),
        posts=len(posts),
        days=len(days),
        most=max(days.values()),
        channels=_counted(voice, (voice.platform(post["platform"]) for post in posts)),
        formats=_counted(voice, (voice.text(post["format"]) for post in posts)),
        functions=_counted(voice, (voice.text(post["function"]) for post in posts)),
    )
    said = [grid]
    if fixed := [post for post in posts if post.get("fixed")]:
        named = [_on_its_day(post, voice) for post in fixed]
        said.append(voice.say(words.FIXED, posts=named))
    if paid := sum(bool(post.get("paid")) for post in posts):
        said.append(voice.say(words.PAID, number=paid))
    if named_days := _in_month(_holidays(posts, holidays), str(month)):
        named = [voice.say(words.ON_DAY, what=name, day=day) for day, name in named_days.items()]
        said.append(voice.say(words.HOLIDAYS, days=named))
    if off := _in_month(_notes(days_off), str(month)):
        said.append(voice.say(words.DAYS_OFF, days=[voice.day(day) for day in off]))
    return " ".join(said)


def _draw_day(
    axes: Axes, left: float, top: float, height: float, day: _Day, colours: Mapping[str, str], voice: Voice
) -> None:
    face = _WEEKEND if day.date.weekday() >= 5 else _PAPER
    _box(axes, left, top, _COLUMN, height, face=face, edge=_LINE)
    if day.off is not None:
        _box(axes, left, top, _COLUMN, height, face="none", edge=_LINE, hatch="////")
    number = _write(axes, left + 4, top + 8.2, str(day.date.day), 8, weight="bold")
    _draw_marks(axes, left, top, height, number, day, face, voice)
    place = top + _DAY
    for time, posts in day.times:
        said = _write(axes, left + 4, place + 3.6, time, 6, color=_SOFT)
        _box(axes, left + 7 + said, place + 3.5, _COLUMN - 11 - said, 0.5, face=_LINE, edge="none")
        place += _TIME
        for post in posts:
            _draw_post(axes, left + 3, place, post, colours[post["platform"]], voice)
            place += _BLOCK + _BETWEEN


def _draw_marks(
    axes: Axes, left: float, top: float, height: float, number: float, day: _Day, face: str, voice: Voice
) -> None:
    """Write beside a day's number what day it is; in an empty day what is long goes on below it."""
    begin, right = left + 8 + number, left + _COLUMN - 3
    lines = [_marks(day, voice)]
    below = int((height - _DAY) // _LINE_OF_MARKS) if not day.posts else 0
    if below and _width(lines[0], _MARKS) > right - begin:
        first, *rest = _wrapped(lines[0], right - begin, right - left - 4)
        lines = [first, *rest[: below - 1], " ".join(rest[below - 1 :])]
    for place, line in enumerate(filter(None, lines)):
        x, y = (begin if place == 0 else left + 4), top + 8.4 + place * _LINE_OF_MARKS
        if day.off is not None:  # the hatching would run through the words
            _box(axes, x - 2, y - 5.2, min(_width(line, _MARKS), right - x) + 4, 10, face=face, edge="none")
        _write(axes, x, y, line, _MARKS, room=right - x)


def _wrapped(text: str, first: float, others: float) -> list[str]:
    """The text in lines, the first narrower than the others; a line holds a word at least.

    >>> _wrapped("A Day of Prayer", 8, 40)
    ['A', 'Day of', 'Prayer']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, _MARKS) <= (first if len(lines) == 1 else others):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _marks(day: _Day, voice: Voice) -> str:
    """What stands beside a day's number: a star with the holiday's name, and whether it is off."""
    marks = [f"★ {day.holiday}".strip()] if day.holiday is not None else []
    if day.off is not None and not day.posts:
        marks.append(day.off or voice.text(wording.calendar.DAY_OFF))
    return " · ".join(marks)


def _draw_post(axes: Axes, left: float, top: float, post: Post, colour: str, voice: Voice) -> None:
    width = _COLUMN - 6
    _box(axes, left, top, width, _BLOCK, face=_tint(colour), edge="none")
    _tab(axes, left, top, post["platform"], colour)
    _frame(axes, left, top, width, fixed=bool(post.get("fixed")), paid=bool(post.get("paid")))
    made, does = voice.text(post["format"]), voice.text(post["function"])
    room = width - _TAB - 6.5
    scale = min(1.0, max(_SMALLEST, room / (_width(made, 6.5) + 3 + _width(does, 6.1))))
    middle = top + _BLOCK / 2
    used = _write(axes, left + _TAB + 3, middle, made, 6.5 * scale, room=room * 0.6)
    right, left_over = left + width - 3, room - used - 2
    _write(axes, right, middle, does, 6.1 * scale, align="right", color=_SOFT, room=left_over)


def _tab(axes: Axes, left: float, top: float, platform: str, colour: str) -> None:
    _box(axes, left, top, _TAB, _BLOCK, face=colour, edge="none")
    code = wording.calendar.CODES.get(platform, platform[:2].upper())
    _write(axes, left + _TAB / 2, top + _BLOCK / 2, code, 5.8, color="white", weight="bold", align="center")


def _frame(axes: Axes, left: float, top: float, width: float, *, fixed: bool, paid: bool) -> None:
    if fixed or paid:
        line = 1.3 if fixed else 0.9
        inside = (left + line / 2, top + line / 2, width - line, _BLOCK - line)
        style = (0, (3, 1.6)) if paid else "solid"
        _box(axes, *inside, face="none", edge=INK, line=line, linestyle=style)


def _draw_legend(
    axes: Axes, middle: float, weeks: Sequence[Sequence[_Day]], colours: Mapping[str, str], voice: Voice
) -> None:
    """Which letters are which channel and how many posts it has; the marks that occur."""
    days = [day for week in weeks for day in week]
    posts = [post for day in days for post in day.posts]
    counts = Counter(post["platform"] for post in posts)
    words, place, top = wording.calendar, 1.0, middle - _BLOCK / 2
    for platform, colour in colours.items():
        _tab(axes, place, top, platform, colour)
        said = voice.say(words.COUNTED, what=voice.platform(platform), number=counts[platform])
        place += _TAB + 4 + _write(axes, place + _TAB + 4, middle, said, 7) + 13
    frames = {"fixed": words.LEGEND_FIXED, "paid": words.LEGEND_PAID}
    for key, name in frames.items():
        if any(post.get(key) for post in posts):
            _frame(axes, place, top, _TAB, fixed=key == "fixed", paid=key == "paid")
            place += _TAB + 4 + _write(axes, place + _TAB + 4, middle, voice.text(name), 7) + 13
    if any(day.off is not None for day in days):
        _box(axes, place, top, _TAB, _BLOCK, face=_PAPER, edge=MUTED, hatch="////")
        place += _TAB + 4 + _write(axes, place + _TAB + 4, middle, voice.text(words.DAY_OFF), 7) + 13
    if any(day.holiday is not None for day in days):
        _write(axes, place, middle, f"★ {voice.text(words.LEGEND_HOLIDAY)}", 7)


def _box(
    axes: Axes,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    face: str | tuple[float, ...],
    edge: str,
    line: float = 0.7,
    hatch: str | None = None,
    linestyle: Any = "solid",
) -> None:
    box = Rectangle(
        (left, top), width, height, facecolor=face, edgecolor=edge, linewidth=line, linestyle=linestyle
    )
    if hatch:
        box.set_hatch(hatch)
        box.set_hatch_linewidth(0.6)
    axes.add_artist(box)  # limits are set already, so nothing is to be learned from it


def _write(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    color: str = INK,
    weight: str = "normal",
    align: str = "left",
    room: float | None = None,
) -> float:
    """Write text, shrunk and then cut to its room, and return how wide it is."""
    said, fitted = _fitted(_drawable(text, weight), size, weight, room)
    axes.text(
        x, y, said, fontsize=fitted, color=color, fontweight=weight, ha=align, va="center_baseline",
        parse_math=False,
    )  # fmt: skip
    return _width(said, fitted, weight)


def _fitted(text: str, size: float, weight: str, room: float | None) -> tuple[str, float]:
    """The text and its size that fit into a width.

    >>> _fitted("entertain", 6.0, "normal", 100), _fitted("entertain", 6.0, "normal", 12)[0]
    (('entertain', 6.0), 'ent…')
    """
    if room is None or _width(text, size, weight) <= room:
        return text, size
    size = max(_SMALLEST * size, size * room / _width(text, size, weight))
    cut = text
    while len(cut) > 1 and _width(cut, size, weight) > room + 0.01:
        cut = f"{cut.removesuffix('…')[:-1].rstrip()}…"
    return cut, size


def _width(text: str, size: float, weight: str = "normal") -> float:
    """How wide a text is, in points."""
    return _ems(text, weight) * size


@cache
def _ems(text: str, weight: str) -> float:
    if not text.strip():
        return 0.0
    path = TextPath((0, 0), text.replace("$", "S"), size=100, prop=FontProperties(weight=weight))
    return float(path.get_extents().x1) / 100


@cache
def _drawable(text: str, weight: str) -> str:
    """The text without the characters that the picture's font does not have; a reader finds them beside it.

    >>> _drawable("Diwali 🪔", "normal")
    'Diwali'
    """
    font = get_font(findfont(FontProperties(weight=weight)))
    return "".join(character for character in text if font.get_char_index(ord(character))).strip()


def _tint(colour: str) -> tuple[float, float, float]:
    red, green, blue = (1 - 0.13 * (1 - part) for part in to_rgb(colour))
    return red, green, blue


def _weeks(posts: Sequence[Post], month: str, off: Notes, holidays: Notes) -> list[list[_Day]]:
    """The month's weeks from Monday to Sunday; the days of other months in them are empty."""
    by_date: dict[dt.date, list[Post]] = {}
    for post in sorted(posts, key=lambda post: (str(post["at"]), str(post["platform"]))):
        by_date.setdefault(_date(post), []).append(post)
    first = _first(month)
    return [
        [
            _Day(date, tuple(by_date.get(date, ())), off.get(date), holidays.get(date))
            if date.month == first.month
            else _Day(date, (), None, None)
            for date in week
        ]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]


def _height(weeks: Sequence[Sequence[_Day]]) -> float:
    return _TITLE + _NAMES + sum(max(day.height for day in week) + _GAP for week in weeks) + _LEGEND


def _left(column: int) -> float:
    return 1 + column * (_COLUMN + _GAP)


def _colours(posts: Sequence[Post]) -> dict[str, str]:
    platforms = sorted({str(post["platform"]) for post in posts})
    return {platform: COLOURS[place % len(COLOURS)] for place, platform in enumerate(platforms)}


def _counted(voice: Voice, names: Iterable[str]) -> list[str]:
    """Names with how often each occurs, the commonest first."""
    counted = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    return [voice.say(wording.calendar.COUNTED, what=what, number=number) for what, number in counted]


def _on_its_day(post: Post, voice: Voice) -> str:
    what = f"{voice.platform(post['platform'])} {voice.named({}, str(post['topic']))}"
    return voice.say(wording.calendar.ON_DAY, what=what, day=_date(post))


def _notes(days: Notes | Iterable[dt.date]) -> dict[dt.date, str]:
    return dict(days) if isinstance(days, Mapping) else dict.fromkeys(days, "")


def _holidays(posts: Sequence[Post], holidays: Notes | None) -> dict[dt.date, str]:
    """The holidays named, and those that posts are for."""
    occasions = {_date(post): str(post["occasion"]) for post in posts if post.get("occasion")}
    return occasions | dict(holidays or {})


def _in_month(notes: Notes, month: str) -> dict[dt.date, str]:
    return {day: notes[day] for day in sorted(notes) if day.strftime("%Y-%m") == month}


def _first(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")


def _date(post: Post) -> dt.date:
    return dt.datetime.fromisoformat(str(post["at"])).date()


def _clock(post: Post) -> str:
    return f"{dt.datetime.fromisoformat(str(post['at'])):%H:%M}"
