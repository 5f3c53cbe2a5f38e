"""What can be proven of one report without executing it, in a worker process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.batch.audience import shown_month
from smmtools.batch.jobs import StageNotebook, stage_notebooks
from smmtools.batch.manifest import is_blocked_page
from smmtools.batch.proofs import Flaw, blocked_flaws, code_flaws, input_flaws, page_flaws, plan_flaws
from smmtools.batch.survey import facts_of
from smmtools.errors import WorkbookError
from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience

_NOT_EXECUTED = "not executed, for its notebooks are not this version's (--trust executes them all the same)"


@dataclass(frozen=True)
class Report:
    """One client's report in a month's folder, and what the manifest says it was made from."""

    folder: Path
    month: str
    slug: str
    made: Mapping[str, Any]
    intact: bool  # every file of it is as the manifest says
    trust: bool
    audience: Audience

    @property
    def name(self) -> str:
        """The report as messages name it: ``2026-10/pizza``."""
        return f"{shown_month(self.folder.parent)}/{self.slug}"


@dataclass(frozen=True)
class Examination:
    """What the proofs that execute nothing found, and the notebooks that may be executed now."""

    flaws: tuple[Flaw, ...]
    notebooks: Mapping[str, str] = field(default_factory=dict)


def examine(home: Path, report: Report) -> Examination:
    """Prove in a worker process what can be proven without executing."""
    try:
        return _examine(Workspace(home), report)
    except WorkbookError as error:
        faults = "; ".join(f"{fault.what} ({fault.where})" for fault in error.faults)
        return Examination((Flaw(report.name, f"stale: its inputs cannot be read any more: {faults}"),))
    except Exception as error:  # noqa: BLE001  (the batch's edge: the other reports are proven all the same)
        return Examination((Flaw(report.name, f"it cannot be examined: {type(error).__name__}: {error}"),))


def _examine(workspace: Workspace, report: Report) -> Examination:
    from smmtools.inputs.client_month import open_client
    from smmtools.present.records import shown_in

    if is_blocked_page(report.made, report.audience):
        return _examine_blocked(workspace, report)
    stages = {notebook.file: notebook for notebook in stage_notebooks(workspace)}
    paths = sorted(report.folder.glob("*.ipynb"))
    texts = {
        f"{report.name}/{path.name}": path.read_text(encoding="utf-8", errors="replace") for path in paths
    }
    forged = [flaw for path in paths for flaw in _forged(report, path, stages.get(path.name))]
    case = open_client(report.slug, report.month, workspace, report.audience)
    facts = facts_of(case, workspace)
    stale = input_flaws(report.name, report.made, facts.fingerprint)
    if stale:
        return Examination((*forged, *stale))
    if facts.page_only:
        return Examination((Flaw(report.name, "this client is blocked, yet its plan is published"),))
    refused = [Flaw(report.name, _NOT_EXECUTED)] if forged and not report.trust else []
    own = [stages[path.name].stage for path in paths if path.name in stages]
    shown = [shown for stage in own for shown in shown_in(stage)]
    flaws = [*forged, *refused, *plan_flaws(report.name, report.folder, case, shown)]
    if report.intact and not flaws:
        flaws += page_flaws(report.name, report.folder, report.made, facts)
    return Examination(tuple(flaws), {} if refused else texts)


def _forged(report: Report, path: Path, stage: StageNotebook | None) -> list[Flaw]:
    """What of one notebook's code is not this version's."""
    name = f"{report.name}/{path.name}"
    return code_flaws(name, path, stage, report.slug, report.month, report.audience)


def _examine_blocked(workspace: Workspace, report: Report) -> Examination:
    """Prove a page that stands instead of a report: there is nothing of it to execute."""
    from smmtools.inputs.client_month import open_client

    facts = facts_of(open_client(report.slug, report.month, workspace, report.audience), workspace)
    stale = input_flaws(report.name, report.made, facts.fingerprint)
    return Examination(tuple(stale or blocked_flaws(report.name, report.folder, report.made, facts)))
