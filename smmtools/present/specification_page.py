"""The technical specification as it is read: its lines in words, and the page to send (X3).

The page is made of the record of the contract alone, as plan.json keeps it, so that a proof can make it
again. It asks the network for nothing, and whatever comes from outside is escaped. Amounts and counts that
people sign are written whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smmtools.present import wording
from smmtools.present.voice import Voice

TEMPLATES = Path(__file__).parent / "templates"
_DAYS = frozenset({"goal_start", "goal_deadline", "start", "deadline"})
_TERMS = frozenset({"promotion", "goal_type", "tone", "pictures"})
_PLATFORM_FIRST = frozenset({"accounts_own", "accounts_competitor", "communities", "style"})


@dataclass(frozen=True)
class PageLine:
    """One line of the page: its name, what is said, and what is asked where something is blank."""

    part: str
    name: str
    said: tuple[str, ...]
    """One entry a row; none where nothing is said."""
    asked: str | None
    """None where it is filled in."""


def page_lines(specification: Mapping[str, Any], voice: Voice) -> list[PageLine]:
    """The lines of a specification as the record holds it, in words."""
    return [_page_line(line, specification, voice) for line in specification["lines"]]


def specification_html(contract: Mapping[str, Any], voice: Voice) -> str:
    """The page to send, from plan.json's ``contract``: one file, printable, with blanks to fill in."""
    said = contract["specification"]
    lines = page_lines(said, voice)
    blanks = sum(line.asked is not None for line in lines)
    kind = wording.specification.BLANKS if blanks else wording.specification.NO_BLANKS
    text = (
        _pages()
        .get_template("specification.html.j2")
        .render(
            _=voice.text,
            lang=Locale.parse(voice.locale).language,
            title=voice.text(wording.specification.TITLE),
            client=said["client"],
            as_of=voice.say(wording.specification.AS_OF, day=date.fromisoformat(said["as_of"])),
            intro=voice.text(wording.specification.INTRO[said["we_are"]]),
            blanks=voice.say(kind, missing=blanks, number=len(lines)),
            parts=[
                (voice.text(wording.specification.PARTS[part]), list(found))
                for part, found in groupby(lines, key=lambda line: line.part)
            ],
            signed=[voice.text(word) for word in wording.specification.SIGNED],
        )
    )
    return text.rstrip("\n") + "\n"


def _page_line(line: Mapping[str, Any], specification: Mapping[str, Any], voice: Voice) -> PageLine:
    name, asked = (voice.text(words) for words in wording.specification.LINES[line["key"]])
    said = () if line["value"] is None else _said(line["key"], line["value"], specification, voice)
    if line["lacking"] and said:
        names = [_entry(each, specification, voice) for each in line["lacking"]]
        asked = voice.say(wording.specification.STILL_FOR, names=names, asked=asked)
    return PageLine(line["part"], name, said, asked if line["lacking"] or not said else None)


def _said(key: str, value: Any, specification: Mapping[str, Any], voice: Voice) -> tuple[str, ...]:
    """What a line says, a row an entry."""
    if isinstance(value, str):
        return (_text(key, value, voice),)
    if isinstance(value, int | float):
        return (_figure(key, value, specification["currency"], voice),)
    if key == "posts":
        return tuple(
            voice.say(wording.specification.POSTS[per], channel=platform, posts=posts)
            for platform, posts, per in value
        )
    if key == "works":
        return tuple(value)
    if all(isinstance(each, str) for each in value):
        return (voice.words(_word(key, each, voice) for each in value),)
    return tuple(
        voice.say(
            wording.specification.OF_EACH,
            name=_entry(name, specification, voice),
            value=_value(said, voice),
        )
        for name, said in value
    )


def _text(key: str, value: str, voice: Voice) -> str:
    if key in _DAYS:
        return voice.day(date.fromisoformat(value))
    if key == "jurisdiction":
        return voice.country(value)
    if key == "language":
        return _language(value, voice)
    if key == "vat":
        return voice.text(wording.specification.VAT[value])
    if key == "goal_per":
        return voice.text(wording.specification.PER[value])
    if key == "goal_indicator":
        return voice.text(value.replace("_", " "))
    return voice.text(value) if key in _TERMS else value


def _figure(key: str, value: float, currency: str, voice: Voice) -> str:
    if key == "promise_hours":
        return voice.wait(value)
    return voice.exact_money(value, currency) if key == "cap" else voice.exact(value)


def _word(key: str, value: str, voice: Voice) -> str:
    """One of several words: a network by its name, a key without its underscores."""
    if key == "chosen":
        return voice.platform(value)
    if key == "scripts":
        return voice.text(value)
    return value.replace("_", " ") if key == "topics" else value


def _entry(name: str, specification: Mapping[str, Any], voice: Voice) -> str:
    """Who or where a line's part is about: a segment by its name, else a network."""
    return str(specification["segments"].get(name, voice.platform(name)))


def _value(said: str | Sequence[str], voice: Voice) -> str:
    return said if isinstance(said, str) else voice.words(said)


def _language(code: str, voice: Voice) -> str:
    """A language by name."""
    known = Locale.parse(code.replace("-", "_")).get_language_name(voice.locale)
    return str(known or code)


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
