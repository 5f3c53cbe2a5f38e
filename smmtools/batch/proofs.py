"""The proofs of one report that execute nothing: files, inputs, code, plan and page.

Each returns flaws; a report without any is proven as far as the proof goes. nbval's part, which
executes, is in ``reexecute``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.batch.audience import shown_month
from smmtools.batch.canonical import INJECTED
from smmtools.batch.fingerprint import Fingerprint, sha256_of
from smmtools.batch.jobs import StageNotebook, literals, parameters, read_cells, tags
from smmtools.batch.manifest import MANIFEST, PLAN, REPORT
from smmtools.batch.plan import first_difference, plan_of_stages
from smmtools.batch.plan_files import differing, plan_files
from smmtools.batch.report import (
    blocked_as_html,
    blocked_summary,
    plan_as_text,
    plan_of,
    read_notebooks,
    report_as_html,
    summary,
)
from smmtools.batch.survey import Facts

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience, ClientMonth

RUN_AGAIN = "run the report again"


@dataclass(frozen=True)
class Flaw:
    """Why something is not proven; ``file`` is named from the folder that was verified, or the workspace."""

    file: str
    what: str
    cell: int | None = None

    def __str__(self) -> str:
        cell = f", cell [{self.cell}]" if self.cell is not None else ""
        return f"{self.file}{cell}: {self.what}"


def file_flaws(folder: Path, files: Mapping[str, str]) -> Iterable[Flaw]:
    """Proof 1: the files of a month's folder are those that the manifest names, byte for byte."""
    present = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
    present.pop(MANIFEST, None)
    shown = shown_month(folder)
    for name in sorted(present.keys() | files.keys()):
        if name not in present:
            yield Flaw(f"{shown}/{name}", "the file is gone")
        elif name not in files:
            yield Flaw(f"{shown}/{name}", "the manifest does not name this file")
        elif sha256_of(present[name]) != files[name]:
            yield Flaw(f"{shown}/{name}", "the file was changed after the report was made")


def input_flaws(name: str, made: Mapping[str, Any], now: Fingerprint) -> list[Flaw]:
    """Proof 2: what the report was made from is as it was; the file that changed is named."""
    found = [*_changed_files(made.get("inputs", {}), now.files), *_changed_notebooks(name, made, now)]
    named = {"brief", "plans", *(["rows"] if found else [])}  # these show in the files
    for part, digest in now.parts.items():
        if made.get("parts", {}).get(part) != digest and part not in named:
            found.append(Flaw(name, f"stale: the {part} are not those it was made from; {RUN_AGAIN}"))
    if not found and made.get("inputs_hash") != now.inputs_hash:
        found.append(Flaw(name, f"stale: the manifest gives another hash of its inputs; {RUN_AGAIN}"))
    return found


def code_flaws(
    name: str, path: Path, stage: StageNotebook | None, slug: str, month: str, audience: Audience = "client"
) -> list[Flaw]:
    """Proof 3: a report's notebook is this version's, plus one cell of literals, and was run throughout."""
    if stage is None:
        return [Flaw(name, "this version has no such stage notebook")]
    try:
        cells, expected = read_cells(path), read_cells(stage.path)
    except (OSError, ValueError) as error:
        return [Flaw(name, f"this is not a notebook: {error}")]
    injected = [cell for cell in cells if INJECTED in tags(cell)]
    own = [cell for cell in cells if INJECTED not in tags(cell)]
    expected_literals = parameters(slug, month, audience)
    if len(injected) != 1 or literals(injected[0]["source"]) != expected_literals:
        said = f"client {slug!r}, month {month!r} and audience {audience!r}"
        return [Flaw(name, f"not exactly one cell that sets {said} to literals")]
    if injected[0].get("outputs"):
        return [Flaw(name, "the cell of parameters has outputs")]
    return [
        *_differing_cells(name, own, expected, _number_of(injected[0], cells)),
        *_blanked_cells(name, cells),
    ]


def plan_flaws(name: str, folder: Path, case: ClientMonth, stages: Iterable[str]) -> list[Flaw]:
    """Proof 5: the plan, rebuilt without notebooks, is the stored one."""
    stored, computed = (folder / PLAN).read_text(encoding="utf-8"), plan_of_stages(case, stages)
    if stored == computed:
        return []
    try:
        where = first_difference(json.loads(stored), json.loads(computed))
    except ValueError as error:
        where = f"not JSON: {error}"
    return [Flaw(f"{name}/{PLAN}", where or "not written as the workbook writes it")]


def page_flaws(name: str, folder: Path, made: Mapping[str, Any], facts: Facts) -> list[Flaw]:
    """Proof 5, its second half: plan, page, the plan's files and manifest are what its own notebooks give."""
    notebooks = read_notebooks(folder)
    plan = plan_of(notebooks)
    flaws = []
    if plan_as_text(plan) != (folder / PLAN).read_text(encoding="utf-8"):
        flaws.append(Flaw(f"{name}/{PLAN}", "not the plan that the notebooks beside it show"))
    if report_as_html(notebooks, plan, facts) != (folder / REPORT).read_text(encoding="utf-8"):
        flaws.append(Flaw(f"{name}/{REPORT}", "not the page that the notebooks beside it give"))
    wrong = differing(folder, plan_files(plan, facts))
    flaws += [Flaw(f"{name}/{file}", what) for file, what in wrong]
    rebuilt = facts.fingerprint.as_json() | summary(notebooks, plan, facts)
    if where := first_difference(dict(made), json.loads(json.dumps(rebuilt))):
        flaws.append(Flaw(MANIFEST, f"of {name}: {where}"))
    return flaws


def blocked_flaws(name: str, folder: Path, made: Mapping[str, Any], facts: Facts) -> list[Flaw]:
    """The proof of a blocked client: it is blocked, its page says why, and nothing of its plan lies there."""
    if not facts.page_only:
        return [Flaw(name, f"nothing blocks this client; {RUN_AGAIN}")]
    flaws = [
        Flaw(f"{name}/{path.name}", "nothing of a blocked client's plan may be published")
        for path in sorted(folder.iterdir())
        if path.name != REPORT
    ]
    page = folder / REPORT
    if not page.is_file() or page.read_text(encoding="utf-8", errors="replace") != blocked_as_html(facts):
        flaws.append(Flaw(f"{name}/{REPORT}", "not the page that the client's decisions give"))
    rebuilt = facts.fingerprint.as_json() | blocked_summary(facts)
    if where := first_difference(dict(made), json.loads(json.dumps(rebuilt))):
        flaws.append(Flaw(MANIFEST, f"of {name}: {where}"))
    return flaws


def _changed_files(then: Mapping[str, str], now: Mapping[str, str]) -> Iterable[Flaw]:
    for file in sorted(then.keys() | now.keys()):
        if file not in now:
            yield Flaw(file, f"stale: this input of the report is gone; {RUN_AGAIN}")
        elif file not in then:
            yield Flaw(file, f"stale: this input was added after the report was made; {RUN_AGAIN}")
        elif then[file] != now[file]:
            yield Flaw(file, f"stale: this input was changed after the report was made; {RUN_AGAIN}")


def _changed_notebooks(name: str, made: Mapping[str, Any], now: Fingerprint) -> Iterable[Flaw]:
    then = made.get("notebooks", {})
    for stage in sorted(then.keys() | now.notebooks.keys()):
        if then.get(stage) != now.notebooks.get(stage):
            yield Flaw(name, f"stale: the stage notebook of {stage} was changed; {RUN_AGAIN}")


def _differing_cells(
    name: str, own: list[dict[str, Any]], expected: list[dict[str, Any]], injected: int
) -> Iterable[Flaw]:
    """Name the cells whose words, code or tags are not this version's (a tag can switch nbval off)."""
    number = 0
    for cell, model in zip(own, expected, strict=False):
        number += cell["cell_type"] == "code"
        if any(read(cell) != read(model) for read in (_kind, _source, tags)):
            shown = number + (number >= injected)
            what = "the code" if cell["cell_type"] == "code" else "the text after it"
            yield Flaw(name, f"{what} is not that of this version's stage notebook", shown)
    if len(own) != len(expected):
        yield Flaw(name, f"it has {len(own)} cells of its own, this version's stage notebook {len(expected)}")


def _blanked_cells(name: str, cells: list[dict[str, Any]]) -> Iterable[Flaw]:
    """nbval compares nothing where a cell has no execution count."""
    code = [cell for cell in cells if cell["cell_type"] == "code" and cell["source"].strip()]
    for number, cell in enumerate(code, 1):
        if cell.get("execution_count") != number:
            yield Flaw(
                name, f"blanked: its execution count is {cell.get('execution_count')}, not {number}", number
            )


def _number_of(injected: dict[str, Any], cells: list[dict[str, Any]]) -> int:
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    return next(number for number, cell in enumerate(code, 1) if cell is injected)


def _kind(cell: dict[str, Any]) -> Any:
    return cell.get("cell_type")


def _source(cell: dict[str, Any]) -> Any:
    return cell["source"]
