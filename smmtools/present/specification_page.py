"""The technical specification as it is read: its lines in words, and the page to send (X3).

The page is made of the record of the contract alone, as plan.json keeps it, so that a proof can make it
again. It asks the network for nothing, and whatever comes from outside is escaped. Amounts and counts that
people sign are written whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smmtools.present import wording
from smmtools.present.specification_words import entry, said_of
from smmtools.present.voice import Voice

TEMPLATES = Path(__file__).parent / "templates"
_WHOLE = frozenset({"audit", "jurisdiction"})
"""What a line may lack that is no entry of it."""


@dataclass(frozen=True)
class PageLine:
    """One line of the page: its name, what is said, and what is asked where something is blank."""

    part: str
    name: str
    said: tuple[str, ...]
    """One entry a row; none where nothing is said."""
    asked: str | None
    """None where it is filled in."""
    where: str = ""
    """Where the answer is entered in the brief; empty where it is filled in."""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """What is said as a table, where it is one."""


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
            agreed=voice.text(wording.specification.AGREED),
            sides=[voice.text(side) for side in wording.specification.SIGNING],
            signed=[voice.text(word) for word in wording.specification.SIGNED],
        )
    )
    return text.rstrip("\n") + "\n"


def _page_line(line: Mapping[str, Any], specification: Mapping[str, Any], voice: Voice) -> PageLine:
    words = wording.specification
    name, asked = (voice.text(text) for text in words.LINES[line["key"]])
    said, where = said_of(line, specification, voice), words.WHERE_IN_BRIEF[line["key"]]
    if line["filled"]:
        return PageLine(line["part"], name, said.sentences, None, "", said.columns, said.rows)
    if list(line["lacking"]) == ["audit"]:
        asked, where = voice.text(words.ASKED_AUDIT), words.WHERE_AUDIT
    if said.sentences and not _WHOLE & set(line["lacking"]):
        names = [entry(each, specification, voice) for each in line["lacking"]]
        asked = voice.say(words.STILL_FOR, names=names, asked=asked)
    else:
        asked = voice.say(words.TO_BE_AGREED, asked=asked)
    where = voice.say(words.WHERE, where=where)
    return PageLine(line["part"], name, said.sentences, asked, where, said.columns, said.rows)


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
