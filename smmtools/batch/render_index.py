"""index.html: a month's clients at a glance, from the manifest alone."""

from __future__ import annotations

from typing import Any

from smmtools.batch.manifest import REPORT
from smmtools.batch.render import month_in_words, page
from smmtools.batch.report import VERDICTS

_ORDER = ("failed", "blocked", "review", "ok")
_WORDS = {
    "failed": ("✗", "failed"),
    "blocked": ("✗", "blocked"),
    "review": ("!", "to review"),
    "ok": ("✓", "ok"),
    "skipped": ("–", "unchanged"),
}


def render_index(manifest: dict[str, Any]) -> str:
    """Return the month's index: every client with status, verdicts, headlines and a link to the report."""
    clients = [_line(entry, manifest["files"]) for entry in manifest["clients"]]
    counted = {status: sum(line["status"] == status for line in clients) for status in _ORDER}
    return page(
        "index.html.j2",
        month=month_in_words(manifest["month"], "en"),
        clients=clients,
        counts=[(*_WORDS[status], number, status) for status, number in counted.items() if number],
        versions=dict(sorted(manifest["versions"].items())),
    )


def _line(entry: dict[str, Any], files: dict[str, str]) -> dict[str, Any]:
    link = f"{entry['client']}/{REPORT}"
    made = entry["made"]
    mark, word = _WORDS[entry["status"]]
    return {
        "name": made.get("name", entry["client"]),
        "slug": entry["client"],
        "status": entry["status"],
        "mark": mark,
        "word": word,
        "link": link if link in files else None,
        "headlines": [made["headlines"][stage] for stage in made.get("stages", ())],
        "verdicts": {verdict: made.get("verdicts", {}).get(verdict, 0) for verdict in VERDICTS},
        "faults": _faults(entry),
    }


def _faults(entry: dict[str, Any]) -> list[str]:
    if entry["fault"]:
        return [entry["fault"]]
    errors = [(stage["stage"], stage["error"]) for stage in entry["stages"] if stage["error"]]
    return [f"{stage}: {_where(error)}{error['type']}: {error['message']}" for stage, error in errors]


def _where(error: dict[str, Any]) -> str:
    return f"cell [{error['cell']}], " if error["cell"] is not None else ""
