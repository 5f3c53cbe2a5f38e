"""What each line of the technical specification says, in words (X3): a row an entry, or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from babel import Locale

from smmtools.measures.kpis import REGISTRY
from smmtools.present import wording
from smmtools.present.kpi_figures import kpi_figure, kpi_name
from smmtools.present.voice import Voice

Row = Mapping[str, Any]

_DAYS = frozenset({"start", "deadline"})
_TERMS = frozenset({"promotion", "tone", "pictures"})
_ROWS = frozenset({"duties_contractor", "duties_client"})


@dataclass(frozen=True)
class Said:
    """What a line says: sentences, a row an entry; a table's columns and cells where it is one."""

    sentences: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def said_of(line: Row, specification: Row, voice: Voice) -> Said:
    """What a line says; nothing where nothing is said."""
    key, value = line["key"], line["value"]
    if value is None:
        return Said()
    if key in _TABLES:
        return _TABLES[key](value, specification, voice)
    if key in _SENTENCES:
        return Said(tuple(_SENTENCES[key](value, specification, voice)))
    return Said(_plain(key, value, specification, voice))


def entry(name: str, specification: Row, voice: Voice) -> str:
    """Who or where a line's part is about: a segment by its name, an indicator, else a network."""
    if name in specification["segments"]:
        return str(specification["segments"][name])
    return voice.platform(name) if name in wording.common.PLATFORMS else kpi_name(voice, name)


def _plain(key: str, value: Any, specification: Row, voice: Voice) -> tuple[str, ...]:
    """A line that is text, a figure, or a list of entries."""
    if isinstance(value, str):
        return (_text(key, value, voice),)
    if isinstance(value, int | float):
        return (_figure(key, value, specification["currency"], voice),)
    if key in _ROWS:
        return tuple(value)
    if all(isinstance(each, str) for each in value):
        return (voice.words(_word(key, each, voice) for each in value),)
    return tuple(
        voice.say(
            wording.specification.OF_EACH,
            name=entry(name, specification, voice),
            value=said if isinstance(said, str) else voice.words(said),
        )
        for name, said in value
    )


def _text(key: str, value: str, voice: Voice) -> str:
    if key in _DAYS:
        return voice.day(date.fromisoformat(value))
    if key == "jurisdiction":
        return voice.country(value)
    if key == "language":
        return str(Locale.parse(value.replace("-", "_")).get_language_name(voice.locale) or value)
    if key == "vat":
        return voice.text(wording.specification.VAT[value])
    if key == "delay":
        return voice.text(wording.specification.SETTLED)
    return voice.text(value) if key in _TERMS else value


def _figure(key: str, value: float, currency: str, voice: Voice) -> str:
    if key == "promise_hours":
        return voice.wait(value)
    return voice.exact_money(value, currency) if key == "cap" else voice.exact(value)


def _word(key: str, value: str, voice: Voice) -> str:
    """One of several words: a network by its name."""
    if key == "chosen":
        return voice.platform(value)
    return voice.text(value) if key == "scripts" else value


def _table(columns: Sequence[str], rows: Sequence[tuple[str, ...]], voice: Voice) -> Said:
    """A table, and each row of it as a sentence for where there is no room for one.

    What a row is about is not repeated below itself in the table.
    """
    titles = tuple(voice.text(column) for column in columns)
    told = (
        "; ".join(f"{title} {cell}" for title, cell in zip(titles[1:], row[1:], strict=True)) for row in rows
    )
    sentences = tuple(
        voice.say(wording.specification.OF_EACH, name=row[0], value=cells)
        for row, cells in zip(rows, told, strict=True)
    )
    above = (None, *(row[0] for row in rows))
    shown = tuple(("", *row[1:]) if row[0] == last else row for row, last in zip(rows, above, strict=False))
    return Said(sentences, titles, shown)


def _goals(value: Sequence[Row], _specification: Row, voice: Voice) -> Said:
    rows = [
        (
            voice.say(wording.specification.MAIN_GOAL, name=goal["name"])
            if goal["main"] and len(value) > 1
            else goal["name"],
            voice.text((goal["indicator"] or wording.specification.OPEN).replace("_", " ")),
            _goal_target(goal, voice),
            _day(goal["start"], voice),
            _day(goal["deadline"], voice),
            _each(goal["baseline"], goal["per"], voice),
        )
        for goal in value
    ]
    return _table(wording.specification.GOAL_COLUMNS, rows, voice)


def _goal_target(goal: Row, voice: Voice) -> str:
    target = _each(goal["target"], goal["per"], voice)
    if goal["target"] is None or goal["path"] != "ramp":
        return target
    return voice.say(wording.specification.RISING, target=target)


def _each(figure: float | None, per: str | None, voice: Voice) -> str:
    if figure is None:
        return voice.text(wording.specification.OPEN)
    return (
        voice.say(wording.specification.PER[per], target=voice.exact(figure)) if per else voice.exact(figure)
    )


def _day(day: str | None, voice: Voice) -> str:
    return voice.whole_day(date.fromisoformat(day)) if day else voice.text(wording.specification.OPEN)


def _watched(value: Sequence[Row], specification: Row, voice: Voice) -> Said:
    currency, nothing = specification["currency"], voice.text(wording.specification.OPEN)
    rows = []
    for each in value:
        key, before, target = each["indicator"], each["baseline"], each["target"]
        lower = key in REGISTRY and REGISTRY[key].better == "lower"
        held = wording.specification.NO_MORE if lower else wording.specification.NO_LESS
        role = voice.text(wording.indicators.ROLES[each["role"]])
        rows.append((
            each["goal"],
            f"{voice.watched(key, each['channel'] or '')}, {role}",
            nothing if before is None else kpi_figure(voice, key, before, currency),
            nothing if target is None
            else _whole(voice.say(held, target=kpi_figure(voice, key, target, currency))),
            _whole(voice.text(wording.indicators.CADENCES[each["cadence"]])),
            _whole(each["owner"] or nothing),
        ))  # fmt: skip
    return _table(wording.specification.WATCHED_COLUMNS, rows, voice)


def _whole(cell: str) -> str:
    """A cell that a narrow column does not break."""
    return cell.replace(" ", "\N{NO-BREAK SPACE}")


_PURPOSES = ("sell", "inform", "teach", "entertain")


def _topics(value: Sequence[Row], _specification: Row, voice: Voice) -> Iterator[str]:
    """By network and by what the posts are for, each topic with its format."""
    ordered = sorted(value, key=lambda topic: (topic["channel"], _PURPOSES.index(topic["function"])))
    for (channel, function), topics in groupby(ordered, key=lambda each: (each["channel"], each["function"])):
        said = [_topic(topic, voice) for topic in topics]
        yield voice.say(wording.specification.TOPICS, channel=channel, function=function, topics=said)


def _topic(topic: Row, voice: Voice) -> str:
    name = topic["key"].replace("_", " ")
    return voice.say(wording.specification.TOPIC, name=name, kind=topic["format"])


def _posts(value: Sequence[Any], _specification: Row, voice: Voice) -> Iterator[str]:
    for platform, posts, per in value:
        yield voice.say(wording.specification.POSTS[per], channel=platform, posts=posts)


def _works(value: Sequence[Any], specification: Row, voice: Voice) -> Iterator[str]:
    for item, method, platform in value:
        template = wording.specification.WORK[bool(method), bool(platform)]
        yield voice.say(template, item=item, method=method, channel=platform)
    day = next((line["value"] for line in specification["lines"] if line["key"] == "deadline"), None)
    if day:
        yield voice.say(wording.specification.BY_THE_DEADLINE, day=date.fromisoformat(day))


def _excluded(value: Sequence[Row], _specification: Row, voice: Voice) -> Iterator[str]:
    words = wording.specification
    for colour, template in (("black", words.BLACK), ("grey", words.GREY)):
        methods = [_method(row, voice) for row in value if row["colour"] == colour]
        if methods:
            yield voice.say(template, methods=methods)
    laws = dict.fromkeys(row["source"] for row in value if row["colour"] == "black" and not row["lines"])
    if laws:
        yield voice.say(words.BY_LAW, sources="; ".join(laws))
    for row in value:
        for each in row["excepted"]:
            signed = {"by": each["by"], "day": date.fromisoformat(each["on"])}
            yield voice.say(words.EXCEPTED, method=row["method"], **signed)
    yield voice.say(words.NO_ADVICE, day=date.fromisoformat(value[0]["holds_on"]))


def _method(row: Row, voice: Voice) -> str:
    """A method, and on which networks where not on all."""
    name = voice.method(row["method"])
    if not row["platforms"]:
        return name
    return voice.say(wording.specification.ON, method=name, platforms=row["platforms"])


def _mentions(value: Sequence[Row], _specification: Row, voice: Voice) -> Iterator[str]:
    yield voice.text(wording.specification.DISCLOSED)
    for mark in value:
        if mark.get("source"):
            template = wording.specification.MARKED_TOKEN if mark["token"] else wording.specification.MARKED
            yield voice.say(template, country=mark["jurisdiction"], source=mark["source"])


def _acceptance(value: Sequence[Row], _specification: Row, voice: Voice) -> Iterator[str]:
    words, (row,) = wording.specification, value
    yield from (voice.say(each, **row) for each in words.RULE)
    if row.get("n"):
        accepts = words.NO_LIMIT_ACCEPT if row["accept"] is None else words.LIMIT_ACCEPT
        refuses = words.NO_LIMIT_REFUSE if row["refuse"] is None else words.LIMIT_REFUSE
        yield " ".join(voice.say(each, **row) for each in (words.LIMITS, accepts, refuses))


_TABLES: Mapping[str, Callable[[Any, Row, Voice], Said]] = {"goals": _goals, "watched": _watched}
_SENTENCES: Mapping[str, Callable[[Any, Row, Voice], Iterator[str]]] = {
    "topics": _topics, "posts": _posts, "works": _works, "excluded": _excluded, "mentions": _mentions,
    "acceptance": _acceptance,
}  # fmt: skip
