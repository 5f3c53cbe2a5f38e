"""A client's report from its executed notebooks: plan, page, the plan's files, what the index tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smmtools.batch.canonical import read_notebook, stage_records
from smmtools.batch.figures import figures
from smmtools.batch.manifest import PLAN, REPORT
from smmtools.batch.plan_files import plan_files, write_plan_files
from smmtools.batch.survey import Facts

VERDICTS = ("FAIL", "REVIEW", "NO DATA", "PASS")
_TO_REVIEW = ("FAIL", "REVIEW")


def build_report(folder: Path, facts: Facts) -> dict[str, Any]:
    """Write plan.json, report.html and the plan's files beside the notebooks; return what was made.

    Runs in a worker process. The result goes into the manifest: hashes, headlines, count of verdicts.
    """
    notebooks = read_notebooks(folder)
    plan = plan_of(notebooks)
    (folder / PLAN).write_text(plan_as_text(plan), encoding="utf-8")
    (folder / REPORT).write_text(report_as_html(notebooks, plan, facts), encoding="utf-8")
    write_plan_files(folder, plan_files(plan, facts))
    return facts.fingerprint.as_json() | summary(notebooks, plan, facts)


def build_blocked(folder: Path, facts: Facts) -> dict[str, Any]:
    """Write the page of a blocked client to ``folder``, nothing else; return what was made."""
    (folder / REPORT).write_text(blocked_as_html(facts), encoding="utf-8")
    return facts.fingerprint.as_json() | blocked_summary(facts)


def read_notebooks(folder: Path) -> dict[str, Any]:
    """Return the notebooks of a report by file name, in the order of the stages."""
    return {path.name: read_notebook(path) for path in sorted(folder.glob("*.ipynb"))}


def records_of(notebooks: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the stage records that the notebooks show."""
    return [record for notebook in notebooks.values() for record in stage_records(notebook)]


def plan_of(notebooks: dict[str, Any]) -> dict[str, Any]:
    """Return the plan that the notebooks' stage records make."""
    from smmtools.present.records import assemble_plan

    plan: dict[str, Any] = assemble_plan(records_of(notebooks))
    return plan


def plan_as_text(plan: dict[str, Any]) -> str:
    """Return the text of plan.json."""
    from smmtools.present.records import plan_text

    return str(plan_text(plan))


def report_as_html(notebooks: dict[str, Any], plan: dict[str, Any], facts: Facts) -> str:
    """Return the text of report.html."""
    from smmtools.batch.render import render_report

    return render_report(notebooks, records_of(notebooks), plan, facts)


def blocked_as_html(facts: Facts) -> str:
    """Return the text of a blocked client's report.html: why, and how to mend it."""
    from smmtools.batch.render import render_blocked

    return render_blocked(facts)


def blocked_summary(facts: Facts) -> dict[str, Any]:
    """Return what the month's index tells of a blocked client: the reasons, and nothing of the plan."""
    return {"name": facts.name, "stages": [], "headlines": {}, "blocked": _reasons(facts)}


def summary(notebooks: dict[str, Any], plan: dict[str, Any], facts: Facts) -> dict[str, Any]:
    """Return what the month's index tells of one report."""
    records = records_of(notebooks)
    return {
        "name": facts.name,
        "stages": [record["stage"] for record in records],
        "headlines": {record["stage"]: record["headline"] for record in records},
        "verdicts": count_verdicts(plan["verdicts"]),
        "figures": figures(plan),
        "blocked": _reasons(facts),
    }


def _reasons(facts: Facts) -> list[str]:
    return [reason["why"] for reason in facts.blocked]


def count_verdicts(verdicts: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return how many there are of each verdict, the gravest first.

    >>> count_verdicts([{"verdict": "PASS"}, {"verdict": "FAIL"}])
    {'FAIL': 1, 'REVIEW': 0, 'NO DATA': 0, 'PASS': 1}
    """
    counted = Counter(verdict["verdict"] for verdict in verdicts)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def status_of(made: dict[str, Any]) -> str:
    """Return ``blocked``, ``review`` when a verdict asks for a person (NO DATA does not), else ``ok``."""
    if made["blocked"]:
        return "blocked"
    return "review" if any(made["verdicts"][verdict] for verdict in _TO_REVIEW) else "ok"
