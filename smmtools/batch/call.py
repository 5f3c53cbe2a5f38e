"""What a run is asked to do, checked whole before anything runs."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smmtools.batch.audience import month_folder, parse_audience
from smmtools.batch.jobs import StageNotebook, notebook_faults, stage_notebooks
from smmtools.errors import CallError, Fault
from smmtools.inputs.months import parse_month
from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience


@dataclass(frozen=True)
class Call:
    """A run that can be started: these clients' reports of this month, these stages, into this folder."""

    workspace: Workspace
    slugs: tuple[str, ...]
    month: str
    notebooks: tuple[StageNotebook, ...]
    stages: frozenset[str]  # asked for with --stage; empty means all
    jobs: int
    out: Path
    audience: Audience = "client"

    @property
    def folder(self) -> Path:
        """The month's folder, in which each client's report gets one of its own."""
        return month_folder(self.out, self.month, self.audience)

    @property
    def due_stages(self) -> tuple[str, ...]:
        """The stages asked for, in order."""
        every = (notebook.stage for notebook in self.notebooks)
        return tuple(stage for stage in every if not self.stages or stage in self.stages)


def check_call(
    workspace: Workspace,
    slugs: Sequence[str],
    month: str,
    stages: Sequence[str] = (),
    jobs: int | None = None,
    out: Path | None = None,
    audience: str = "client",
) -> Call:
    """Check the call of a run and return it; no client named means all clients, no stage all stages.

    CallError with every fault at once: unknown client, malformed month, unknown stage or audience,
    notebooks that cannot be run, fewer than one job, a folder that cannot be written to.
    """
    notebooks = stage_notebooks(workspace)
    chosen = tuple(dict.fromkeys(slugs)) or tuple(workspace.slugs())
    folder = (out or workspace.reports).absolute()
    faults = [
        *_client_faults(workspace, chosen),
        *_faults_of(lambda: parse_month(month)),
        *_faults_of(lambda: parse_audience(audience)),
        *_stage_faults(workspace, notebooks, stages),
        *(fault for notebook in notebooks for fault in notebook_faults(workspace, notebook)),
        *([] if jobs is None or jobs >= 1 else [too_few_jobs(jobs)]),
    ]
    if faults:
        raise CallError([*faults, *_folder_faults(folder, out)])
    call = Call(
        workspace,
        chosen,
        month,
        notebooks,
        frozenset(stages),
        jobs or os.cpu_count() or 1,
        folder,
        parse_audience(audience),
    )
    if unwritable := list(_folder_faults(call.folder, out)):
        raise CallError(unwritable)
    return call


def clients_and_month(workspace: Workspace, slugs: Sequence[str], month: str | None) -> tuple[str, ...]:
    """Return the clients named, each once, or all.  CallError for unknown ones and a malformed month."""
    chosen = tuple(dict.fromkeys(slugs)) or tuple(workspace.slugs())
    faults = [*_client_faults(workspace, chosen)]
    if month is not None:
        faults += _faults_of(lambda: parse_month(month))
    if faults:
        raise CallError(faults)
    return chosen


def _faults_of(check: Callable[[], object]) -> Iterable[Fault]:
    try:
        check()
    except CallError as error:
        return error.faults
    return ()


def _client_faults(workspace: Workspace, slugs: Sequence[str]) -> Iterable[Fault]:
    if not slugs:
        yield Fault("there are no clients", "data/clients", "make a folder there with a client.yml in it.")
    for slug in slugs:
        yield from _faults_of(lambda slug=slug: workspace.client_dir(slug))  # type: ignore[misc]


def _stage_faults(
    workspace: Workspace, notebooks: Sequence[StageNotebook], stages: Sequence[str]
) -> Iterable[Fault]:
    known = [notebook.stage for notebook in notebooks]
    if not known:
        where = workspace.shown(workspace.notebooks)
        yield Fault("there are no stage notebooks", where, "restore them from version control.")
    for stage in dict.fromkeys(stages):
        if stage not in known:
            yield Fault(f"there is no stage {stage!r}", "--stage", f"use one of: {', '.join(known)}.")


def too_few_jobs(jobs: int) -> Fault:
    """Return the fault of a call that gives less than one job."""
    return Fault(f"{jobs} jobs cannot run anything", "--jobs", "give 1 or more, or leave it out.")


def _folder_faults(folder: Path, out: Path | None) -> Iterable[Fault]:
    """Try to write where the reports will be, or in the nearest folder above that exists."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return
    except OSError as error:
        what = f"reports cannot be written to {nearest.name or nearest}: {error.strerror}"
        shown = f"--out {out}" if out else "the workspace's reports folder"
        yield Fault(what, shown, "choose a folder that you may write to.")
