"""Brief, exports and approved plans of clients validated, every fault at once; nothing is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.batch.call import clients_and_month
from smmtools.errors import BlockedError, ClientError, ExportError, Fault
from smmtools.inputs.workspace import BRIEF, Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client import Brief
    from smmtools.inputs.client_month import ClientMonth


@dataclass(frozen=True)
class Checked:
    """One client's faults, or none, and the warnings that its exports gave reason for."""

    client: str
    files: int
    errors: tuple[ClientError, ...]
    warnings: tuple[str, ...] = ()


def check_clients(workspace: Workspace, slugs: Sequence[str], month: str | None = None) -> list[Checked]:
    """Check the clients named, or all. With a month, also that there is something to report on in it.

    CallError for an unknown client or a malformed month, all of them at once.
    """
    chosen = clients_and_month(workspace, slugs, month)
    return [_check(workspace, slug, month) for slug in chosen]


def _check(workspace: Workspace, slug: str, month: str | None) -> Checked:
    from smmtools.inputs.client import load_brief
    from smmtools.inputs.client_month import open_client
    from smmtools.inputs.plans import approved_plans

    folder = workspace.client_dir(slug)
    brief, faulty_brief = _tried(lambda: load_brief(folder / BRIEF))
    files = list(_export_files(folder / "exports"))
    warnings, faulty_exports = _read_all(folder / "exports", files, brief, workspace)
    plans = folder / "plans"
    _, faulty_plans = _tried(lambda: approved_plans(plans, workspace.shown(plans)))
    errors = tuple(error for error in (faulty_brief, faulty_exports, faulty_plans) if error)
    if month and not errors:
        case, at_fault = _tried(lambda: open_client(slug, month, workspace))
        errors = (at_fault,) if at_fault else tuple(_blocked(case, workspace))
    elif brief and not errors and (latest := _latest_decided(brief)):
        case, _ = _tried(lambda: open_client(slug, latest, workspace))  # that month may have no data yet
        errors = tuple(_blocked(case, workspace)) if case else ()
    return Checked(slug, len(files), errors, tuple(warnings))


def _latest_decided(brief: Brief) -> str | None:
    """The month since which the newest decision holds: all that is decided is in force then."""
    taken = [decision.since for _, decisions in brief.decisions for decision in decisions]
    return max(taken, default=None)


def _blocked(case: ClientMonth, workspace: Workspace) -> Iterator[BlockedError]:
    """Yield the error of a client whose plan may not be carried out."""
    from smmtools.batch.approve import blocked_error
    from smmtools.present.compliance import blocked

    if reasons := blocked(case):
        yield blocked_error(reasons, case.slug, str(case.month + 1), workspace)


def _export_files(exports: Path) -> Iterator[Path]:
    """Yield a client's exports; hidden files and spreadsheet locks are none."""
    for path in sorted(exports.rglob("*")):
        if path.is_file() and not path.name.startswith((".", "~$")):
            yield path


def _read_all(
    folder: Path, files: Sequence[Path], brief: Brief | None, workspace: Workspace
) -> tuple[list[str], ExportError | None]:
    """Read every export for its faults and warnings."""
    from smmtools.inputs.exports import read

    faults: list[Fault] = []
    warnings: list[str] = []
    if not files:
        where, mend = workspace.shown(folder), "put the files there as the platforms gave them."
        faults.append(Fault("there are no exports", where, mend))
    for path in files:
        try:
            warnings += read(path, zone=brief.timezone if brief else None).warnings
        except ExportError as error:
            place = workspace.shown(path.parent)
            faults += [Fault(fault.what, f"{place}/{fault.where}", fault.mend) for fault in error.faults]
    return warnings, ExportError(faults) if faults else None


def _tried(call: Callable[[], Any]) -> tuple[Any, ClientError | None]:
    try:
        return call(), None
    except ClientError as error:
        return None, error
