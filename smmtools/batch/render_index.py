"""index.html: a month's clients at a glance; and the page of a client whose run failed.

Both come from the manifest alone, so that partial runs merge and verify can rebuild them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from smmtools.batch.audience import CLIENT
from smmtools.batch.index_cells import cells_of
from smmtools.batch.manifest import REPORT, Manifest, is_stub
from smmtools.batch.render import month_in_words, page
from smmtools.batch.report import VERDICTS
from smmtools.inputs.months import last_day, parse_month
from smmtools.present.voice import Voice

ENGLISH = Voice("en")
"""These pages are the agency's own."""

_ORDER = ("failed", "blocked", "review", "ok", "skipped")
_WORDS = {
    "failed": ("✗", "failed"),
    "blocked": ("✗", "blocked"),
    "review": ("!", "to review"),
    "ok": ("✓", "ok"),
    "skipped": ("–", "unchanged"),
}
SORTS = {
    "status": "status",
    "name": "client",
    "goal": "goal, furthest behind first",
    "spend": "spend, most of the plan first",
    "fails": "FAIL verdicts, most first",
}
"""What the index can be sorted by without a script; the first is how it stands in the file."""


def render_index(manifest: Manifest) -> str:
    """Return the month's index: every client's status, goal, spend, estimate, verdicts and report."""
    rows = _ranked([_row(entry, manifest["files"]) for entry in manifest["clients"]])
    counted = {status: sum(row["status"] == status for row in rows) for status in _ORDER}
    month = parse_month(manifest["month"])
    return page(
        "index.html.j2",
        ENGLISH,
        month=month_in_words(manifest["month"], ENGLISH),
        planned=ENGLISH.month(last_day(month + 1)),
        audience=manifest["audience"],
        rows=rows,
        sorts=SORTS,
        verdicts=VERDICTS,
        counts=[(*_WORDS[status], number, status) for status, number in counted.items() if number],
        versions=dict(sorted(manifest["versions"].items())),
    )


def render_stub(manifest: Manifest, entry: Mapping[str, Any]) -> str:
    """Return the page that stands where a client's report would be: what to mend."""
    return page(
        "stub.html.j2",
        ENGLISH,
        month=month_in_words(manifest["month"], ENGLISH),
        name=entry["name"],
        faults=entry["faults"],
        errors=_errors(entry),
        command=_command(manifest, entry),
        slug=entry["client"],
        raw_month=manifest["month"],
        audience=manifest["audience"],
    )


def _row(entry: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    link = f"{entry['client']}/{REPORT}"
    mark, word = _WORDS[entry["status"]]
    made = entry["made"]
    return {
        "name": entry.get("name") or made.get("name", entry["client"]),
        "slug": entry["client"],
        "status": entry["status"],
        "mark": mark,
        "word": word,
        "link": link if link in files else None,
        "stub": is_stub(entry),
        "headlines": [made["headlines"][stage] for stage in made.get("stages", ())],
        "verdicts": made.get("verdicts"),
        "faults": _told(entry),
        "reasons": made.get("blocked", ()) if entry["status"] == "blocked" else (),
        "page_only": entry["status"] == "blocked" and not made.get("stages"),
        **cells_of(made.get("figures") or {}, ENGLISH),
    }


def _ranked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows by status, each with its place in every order; what is missing comes last."""
    keys: dict[str, Callable[[dict[str, Any]], Any]] = {
        "name": _name,
        "status": lambda row: (_ORDER.index(row["status"]), *_graver(row)),
        "goal": lambda row: _last_if_missing(row["progress"]),
        "spend": lambda row: _last_if_missing(row["share"], -1),
        "fails": _graver,
    }
    for sort in SORTS:
        ordered = sorted(rows, key=lambda row: (keys[sort](row), _name(row)))
        for place, row in enumerate(ordered, 1):
            row.setdefault("places", {})[sort] = place
    return sorted(rows, key=lambda row: int(row["places"]["status"]))


def _name(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["name"].casefold(), row["slug"]


def _graver(row: Mapping[str, Any]) -> tuple[int, ...]:
    """Most FAIL verdicts first, then most REVIEW; a client without a report last."""
    return tuple(-(row["verdicts"] or {}).get(verdict, -1) for verdict in VERDICTS[:2])


def _last_if_missing(value: float | None, sign: int = 1) -> tuple[bool, float]:
    return value is None, sign * (value or 0.0)


def _told(entry: Mapping[str, Any]) -> list[str]:
    """What went wrong, a line a fault; how to mend it stands in the client's own page."""
    faults = [f"{fault['what']} ({fault['where']})" for fault in entry.get("faults", ())]
    return faults + [f"{error['notebook']}, {error['what']}" for error in _errors(entry)]


def _errors(entry: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    return [
        {
            "stage": stage["stage"],
            "notebook": stage.get("notebook") or f"stage {stage['stage']}",
            "cell": stage["error"]["cell"],
            "what": f"{_cell(stage['error'])}{stage['error']['type']}: {stage['error']['message']}",
        }
        for stage in entry["stages"]
        if stage["error"]
    ]


def _cell(error: Mapping[str, Any]) -> str:
    return f"cell [{error['cell']}], " if error["cell"] is not None else ""


def _command(manifest: Manifest, entry: Mapping[str, Any]) -> str:
    audience = "" if manifest["audience"] == CLIENT else f" --audience {manifest['audience']}"
    return f"smmtools run {entry['client']} --month {manifest['month']}{audience}"
