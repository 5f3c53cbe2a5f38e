"""report.html: the answer on the first screen, then the stages; a page that asks the network for nothing."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from smmtools.batch.canonical import STAGE_RECORD, stage_records
from smmtools.batch.fingerprint import versions
from smmtools.batch.fragments import Section, section
from smmtools.batch.plan_files import SCHEDULER, listed
from smmtools.batch.report import VERDICTS, count_verdicts
from smmtools.batch.survey import Facts
from smmtools.inputs.months import first_day, parse_month
from smmtools.present.voice import Voice
from smmtools.present.wording import RULES, calendar, compliance, contract

TEMPLATES = Path(__file__).parent / "templates"
MARKS = {"FAIL": "✗", "REVIEW": "!", "NO DATA": "–", "PASS": "✓"}
"""A verdict's sign, beside its word: colour alone says nothing to many readers, and nothing in print."""

_GUESTS = {
    "compliance": compliance.TITLE,
    "contract": contract.TITLE,
}  # titles of stages without a notebook of their own
_TALL = 0.62
_SHORT = 12  # characters of a sha256 that tell two files of one client apart


def render_report(
    notebooks: Mapping[str, Any], records: Sequence[dict[str, Any]], plan: dict[str, Any], facts: Facts
) -> str:
    """Return the report of one client and month as one page of HTML."""
    voice = Voice(facts.language)
    own = {name: stage_records(notebook) for name, notebook in notebooks.items()}
    files = listed(plan)
    sections = [section(_stage_html(notebook), own[name][0]["stage"]) for name, notebook in notebooks.items()]
    return page(
        "report.html.j2",
        voice,
        facts=facts,
        month=month_in_words(facts.month, voice),
        headlines=[
            headline
            for part, shown in zip(sections, own.values(), strict=True)
            for headline in headlines_of(part, shown, voice)
        ],
        blocked=facts.blocked,
        counts=count_verdicts(plan["verdicts"]),
        first=_dated((plan.get("review") or {}).get("actions") or (), voice),
        attention=_attention(records, voice),
        rules=RULES,
        sections=sections,
        files=files,
        scheduler=calendar.SCHEDULER if SCHEDULER in files else {},
        inputs=[file | {"short": file["sha256"][:_SHORT]} for file in plan["inputs"] or ()],
        versions=versions(),
        inputs_hash=facts.fingerprint.inputs_hash[:_SHORT],
    )


def headlines_of(part: Section, records: Sequence[dict[str, Any]], voice: Voice) -> list[dict[str, str]]:
    """Return a section's headlines: its stage's, and those of the stages whose record stands at its end."""
    first, *guests = records
    said = [{"anchor": f"stage-{part.stage}", "title": part.title, "text": first["headline"]}]
    for guest in guests:
        title = voice.text(_GUESTS[guest["stage"]])
        anchor = next((each.anchor for each in part.headings if each.text == title), said[0]["anchor"])
        said.append({"anchor": anchor, "title": title, "text": guest["headline"]})
    return said


def render_blocked(facts: Facts) -> str:
    """Return the page of a client whose plan may not be published: why, how to mend it, who decides."""
    voice = Voice(facts.language)
    return page(
        "blocked.html.j2",
        voice,
        facts=facts,
        month=month_in_words(facts.month, voice),
        no_advice=voice.text(compliance.NO_ADVICE),
        command=f"smmtools run {facts.slug} --month {facts.month}",
        versions=versions(),
        inputs_hash=facts.fingerprint.inputs_hash[:_SHORT],
    )


def _attention(records: Sequence[dict[str, Any]], voice: Voice) -> list[dict[str, Any]]:
    """Return what is to be done, by whom and when, the gravest first."""
    actions = [action for record in records for action in record.get("actions", ())]
    ordered = sorted(actions, key=lambda action: VERDICTS.index(action["verdict"]))
    return _dated(ordered, voice)


def _dated(actions: Iterable[dict[str, Any]], voice: Voice) -> list[dict[str, Any]]:
    return [action | {"day": voice.day(date.fromisoformat(action["due"]))} for action in actions]


def page(template: str, voice: Voice, **content: Any) -> str:
    """Return a page from one of the templates, in a language; whatever comes from outside is escaped."""
    language = Locale.parse(voice.locale).language
    said = {"_": voice.text, "voice": voice, "lang": language, "marks": MARKS}
    text: str = _pages().get_template(template).render(said | content)
    return text.rstrip("\n") + "\n"


def month_in_words(month: str, voice: Voice) -> str:
    """Return a month as people say it.

    >>> month_in_words("2026-10", Voice("en"))
    'October 2026'
    """
    words = voice.month(first_day(parse_month(month)))
    return words[:1].upper() + words[1:]


def spoken(output: Mapping[str, Any]) -> str:
    """Return a picture's alternative text: its own, else the sentence shown beside it."""
    own = output.get("metadata", {}).get("image/png", {}).get("alt")
    return str(own or output["data"].get("text/plain", ""))


def tall(output: Mapping[str, Any]) -> bool:
    """Say whether a picture is nearly as high as it is wide, or higher: in print it gets a page's height."""
    begin = base64.b64decode(output["data"]["image/png"][:40])
    width, height = struct.unpack(">II", begin[16:24])  # where every PNG says its size
    return bool(height > _TALL * width)


def _stage_html(notebook: Any) -> str:
    html: str
    html, _ = _exporter().from_notebook_node(notebook, resources={})
    return html


@cache
def _exporter() -> Any:
    """nbconvert's exporter with our template: words and outputs only."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="stage",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_anchor_links=True,
        filters={"spoken": spoken, "tall": tall},
    )
    exporter.environment.globals["record_type"] = STAGE_RECORD
    return exporter


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES / "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
