"""The files of a report that are made from its plan, for other programs and for sending: calendar, budget.

Each depends on the plan as it is stored and on the client's name and language alone, so that a proof can
make it again. ``PARTS`` names them all; whatever else lies beside plan, page and notebooks is a stray.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from smmtools.batch.manifest import PLAN, REPORT
from smmtools.batch.survey import Facts
from smmtools.inputs.months import first_day, last_day, parse_month
from smmtools.present import wording
from smmtools.present.voice import Voice

Plan = Mapping[str, Any]

SCHEDULER = "calendar/scheduler.csv"


@dataclass(frozen=True)
class Part:
    """The files that one part of the plan gives."""

    what: Mapping[str, str]
    """Each file's place in the report's folder, and what it is for."""
    there: Callable[[Plan], bool]
    """Whether the plan holds what they are made of."""
    make: Callable[[Plan, Facts], dict[str, bytes]]


def plan_files(plan: Plan, facts: Facts) -> dict[str, bytes]:
    """Return every file that a plan gives, by its place in the report's folder."""
    return {
        name: content for part in _there(plan) for name, content in sorted(part.make(plan, facts).items())
    }


def listed(plan: Plan) -> dict[str, str]:
    """Return the places of the files that a plan gives, and what each is for."""
    return {name: what for part in _there(plan) for name, what in part.what.items()}


def write_plan_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a report's folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def differing(folder: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Name each file of a report that is missing, stray or not the one the plan gives; say what is wrong."""
    stored = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    strays = {name for name in stored if name not in (PLAN, REPORT) and not _is_notebook(name)}
    for name in sorted(strays | files.keys()):
        if name not in stored:
            yield name, "the plan beside it gives this file, and it is not there"
        elif name not in files:
            yield name, "the plan beside it gives no such file"
        elif (folder / name).read_bytes() != files[name]:
            yield name, "not the file that the plan beside it gives"


def _is_notebook(name: str) -> bool:
    return name.endswith(".ipynb") and "/" not in name


def _there(plan: Plan) -> list[Part]:
    return [part for part in PARTS if part.there(plan)]


def _titled(planned: str, facts: Facts, voice: Voice) -> tuple[str, date]:
    """The title of a file, and the day that it says it was made on: the last of the report's month."""
    month = first_day(parse_month(planned))
    title = voice.say(wording.calendar.FILE_TITLE, client=facts.name, month=month)
    return title, last_day(parse_month(facts.month))


def _has_posts(plan: Plan) -> bool:
    return bool((plan.get("content") or {}).get("posts"))


def _calendar(plan: Plan, facts: Facts) -> dict[str, bytes]:
    from smmtools.present.calendar_book import calendar_xlsx
    from smmtools.present.calendar_entries import calendar_ics
    from smmtools.present.calendar_files import calendar_csv, scheduler_csv

    content = plan["content"]
    voice, posts, zone = Voice(facts.language), content["posts"], str(content["zone"])
    title, made = _titled(str(content["month"]), facts, voice)
    return {
        "calendar/calendar.xlsx": calendar_xlsx(posts, zone, voice, title, made),
        "calendar/calendar.ics": calendar_ics(posts, zone, voice, title, facts.slug, made),
        "calendar/calendar.csv": calendar_csv(posts, zone, voice),
        SCHEDULER: scheduler_csv(posts, zone),
    }


def _budget(plan: Plan, facts: Facts) -> dict[str, bytes]:
    from smmtools.present.budget_book import budget_xlsx

    voice, budget = Voice(facts.language), plan["budget"]
    return {wording.budget.FILE: budget_xlsx(budget, voice, *_titled(str(budget["month"]), facts, voice))}


def _has_estimate(plan: Plan) -> bool:
    return bool((plan.get("budget") or {}).get("lines"))


def _specification(plan: Plan, facts: Facts) -> dict[str, bytes]:
    from smmtools.present.specification_page import specification_html

    page = specification_html(plan["contract"], Voice(facts.language))
    return {wording.specification.FILE: page.encode()}


PARTS = (
    Part({f"calendar/{name}": what for name, what in wording.calendar.FILES.items()}, _has_posts, _calendar),
    Part({wording.budget.FILE: wording.budget.WHAT_FOR}, _has_estimate, _budget),
    Part(
        {wording.specification.FILE: wording.specification.WHAT_FOR},
        lambda plan: bool(plan.get("contract")),
        _specification,
    ),
)
"""All there are, in the order in which the page lists them."""
