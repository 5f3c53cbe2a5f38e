"""verify: every report of a month, or of several, is proven or its flaws are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from smmtools.batch.audience import INTERNAL, shown_month
from smmtools.batch.call import too_few_jobs
from smmtools.batch.examine import Examination, Report, examine
from smmtools.batch.kernels import surroundings
from smmtools.batch.manifest import (
    INDEX,
    MANIFEST,
    REPORT,
    Manifest,
    is_blocked_page,
    is_stub,
    read_manifest,
)
from smmtools.batch.proofs import Flaw, file_flaws
from smmtools.batch.reexecute import Reexecution, reexecute
from smmtools.batch.runner import Progress, Watch
from smmtools.batch.workers import Workers
from smmtools.errors import CallError
from smmtools.inputs.months import is_month
from smmtools.inputs.workspace import Workspace

_NOTEBOOKS_A_CALL = 4
_LOST = "the process that proved it was ended from outside, or ran out of memory"


@dataclass
class Verification:
    """What was found in all."""

    flaws: list[Flaw] = field(default_factory=list)
    reports: int = 0
    without: list[str] = field(default_factory=list)  # clients who have no report, only what to mend
    blocked: list[str] = field(default_factory=list)  # clients who have a page of reasons instead
    notebooks: int = 0
    cells: int = 0

    @property
    def summary(self) -> str:
        """The result in a line."""
        none = f" No report, for the run failed: {', '.join(self.without)}." if self.without else ""
        none += f" Blocked: {', '.join(self.blocked)}." if self.blocked else ""
        executed = f"{counted(self.notebooks, 'notebook')} and {counted(self.cells, 'cell')} run again"
        done = f"{counted(self.reports, 'report')}, {executed}"
        if self.flaws:
            return f"NOT proven: {counted(len(self.flaws), 'flaw')} ({done}).{none}"
        return f"Proven: {done}; nothing differs.{none}"


def verify_reports(
    workspace: Workspace, folder: Path, *, trust: bool = False, jobs: int | None = None, watch: Watch
) -> Verification:
    """Prove every report in a month's folder, or in a folder of month folders.

    CallError when the folder holds no reports, or when ``jobs`` is less than one.
    """
    months = month_folders(folder)
    if jobs is not None and jobs < 1:
        raise CallError([too_few_jobs(jobs)])
    jobs = jobs or os.cpu_count() or 1
    found = Verification()
    with surroundings(workspace.root) as environment, Workers(jobs, environment) as workers:
        reports = [report for month in months for report in open_month(month, trust, found)]
        executable: dict[str, str] = {}
        for report in reports:
            lost = Examination((Flaw(report.name, _LOST),))
            workers.submit(
                examine, workspace.root, report, then=partial(_examined, found, executable), lost=lost
            )
        workers.drain()
        for chunk in _chunks(executable, jobs):
            lost_chunk = Reexecution((Flaw(", ".join(chunk), _LOST),), 0)
            workers.submit(reexecute, chunk, then=partial(_reexecuted, found, watch, chunk), lost=lost_chunk)
        workers.drain()
    if not found.reports:
        found.flaws.append(Flaw(folder.name, "there is no report to prove"))
    found.flaws.sort(key=lambda flaw: (flaw.file, flaw.cell or 0))
    return found


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "flaw"), counted(3, "flaw")
    ('1 flaw', '3 flaws')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def month_folders(folder: Path) -> list[Path]:
    """Return the folder itself if it holds a month's reports, else the months in it, internal ones too."""
    folder = folder.absolute()
    if (folder / MANIFEST).exists() or is_month(folder.name):
        months = [folder]
    else:
        months = [*_months_in(folder), *_months_in(folder / INTERNAL)]
    if not months or not all(month.is_dir() for month in months):
        raise CallError.of(
            "there are no reports to verify",
            f"DIR {folder.name}",
            "name a month's folder, or the folder of months.",
        )
    return months


def _months_in(folder: Path) -> list[Path]:
    inside = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [path for path in inside if is_month(path.name) or (path / MANIFEST).exists()]


def open_month(folder: Path, trust: bool, found: Verification) -> list[Report]:
    """Proof 1 of a month's folder; return its reports."""
    shown = shown_month(folder)
    try:
        manifest = read_manifest(folder)
    except CallError as error:
        found.flaws.append(Flaw(f"{shown}/{MANIFEST}", error.faults[0].what))
        return []
    flaws = list(file_flaws(folder, manifest["files"]))
    broken = {flaw.file for flaw in flaws}
    flaws += [flaw for flaw in _rebuilt_pages(folder, manifest) if flaw.file not in broken]
    found.flaws += flaws
    reports = []
    for entry in manifest["clients"]:
        slug = entry["client"]
        if is_stub(entry):
            found.without.append(f"{shown}/{slug}")
            continue
        intact = not any(name.startswith(f"{shown}/{slug}/") for name in broken)
        month, audience = manifest["month"], manifest["audience"]
        if is_blocked_page(entry["made"], audience):
            found.blocked.append(f"{shown}/{slug}")
        reports.append(Report(folder / slug, month, slug, entry["made"], intact, trust, audience))
    found.reports += len(reports)
    return reports


def _rebuilt_pages(folder: Path, manifest: Manifest) -> Iterable[Flaw]:
    """Compare the pages that the manifest alone gives: the index, and what to mend where a run failed."""
    from smmtools.batch.render_index import render_index, render_stub

    pages = {INDEX: render_index(manifest)}
    for entry in manifest["clients"]:
        if is_stub(entry) and f"{entry['client']}/{REPORT}" in manifest["files"]:
            pages[f"{entry['client']}/{REPORT}"] = render_stub(manifest, entry)
    for name, text in pages.items():
        path = folder / name
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") != text:
            yield Flaw(f"{shown_month(folder)}/{name}", "not the page that the manifest gives")


def _examined(found: Verification, executable: dict[str, str], examination: Examination) -> None:
    found.flaws += examination.flaws
    executable.update(examination.notebooks)


def _reexecuted(found: Verification, watch: Watch, chunk: Mapping[str, str], result: Reexecution) -> None:
    found.flaws += result.flaws
    found.cells += result.cells
    found.notebooks += len(chunk)
    for name in chunk:
        bad = any(flaw.file == name for flaw in result.flaws)
        watch(Progress(name, None, "differs" if bad else "comes out the same"))


def _chunks(notebooks: Mapping[str, str], jobs: int) -> list[dict[str, str]]:
    """Share notebooks out: a few a call, and something for every worker."""
    names = list(notebooks)
    size = max(1, min(_NOTEBOOKS_A_CALL, len(names) // jobs))
    return [
        {name: notebooks[name] for name in names[start : start + size]}
        for start in range(0, len(names), size)
    ]
