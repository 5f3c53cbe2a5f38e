"""The folder of a report that holds the planned month's calendar for other programs, made from the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smmtools.batch.survey import Facts
from smmtools.inputs.months import first_day, last_day, parse_month

FOLDER = "calendar"


def has_calendar(plan: Mapping[str, Any]) -> bool:
    """Say whether a plan has posts, of which the calendar's files are made."""
    return bool((plan.get("content") or {}).get("posts"))


def calendar_files(plan: Mapping[str, Any], facts: Facts) -> dict[str, bytes]:
    """Return the calendar's files by their place in the report's folder; none where the plan has no posts.

    They depend on the plan and the client's name and language alone, so that a proof can make them again.
    """
    if not has_calendar(plan):
        return {}
    from smmtools.present import wording
    from smmtools.present.calendar_book import calendar_xlsx
    from smmtools.present.calendar_entries import calendar_ics
    from smmtools.present.calendar_files import calendar_csv, scheduler_csv
    from smmtools.present.voice import Voice

    content = plan["content"]
    voice, posts, zone = Voice(facts.language), content["posts"], str(content["zone"])
    planned = first_day(parse_month(str(content["month"])))
    title = voice.say(wording.calendar.FILE_TITLE, client=facts.name, month=planned)
    made = last_day(parse_month(facts.month))
    return {
        f"{FOLDER}/calendar.xlsx": calendar_xlsx(posts, zone, voice, title, made),
        f"{FOLDER}/calendar.ics": calendar_ics(posts, zone, voice, title, facts.slug, made),
        f"{FOLDER}/calendar.csv": calendar_csv(posts, zone, voice),
        f"{FOLDER}/scheduler.csv": scheduler_csv(posts, zone),
    }


def write_calendar(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the calendar's files into a report's folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def differing(folder: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Name each file of a report's calendar that is not the one the plan gives, and say what is wrong."""
    stored = {path.relative_to(folder).as_posix() for path in (folder / FOLDER).rglob("*") if path.is_file()}
    for name in sorted(stored | files.keys()):
        if name not in stored:
            yield name, "the plan beside it gives this file, and it is not there"
        elif name not in files:
            yield name, "the plan beside it gives no such file"
        elif (folder / name).read_bytes() != files[name]:
            yield name, "not the file that the plan beside it gives"
