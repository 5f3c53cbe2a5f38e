"""The batch: every client's report of one month, each complete or not there at all."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from smmtools.batch.call import Call
from smmtools.batch.execute import CellError, Job, Outcome, execute
from smmtools.batch.kernels import surroundings
from smmtools.batch.manifest import ClientRun, StageRun
from smmtools.batch.publish import Publisher, month_lock
from smmtools.batch.report import build_blocked, build_report, status_of
from smmtools.batch.survey import Facts, survey
from smmtools.batch.workers import Workers
from smmtools.errors import ClientError, WorkbookError

_LOST = CellError(None, "WorkerDied", "the process that ran it was ended from outside, or ran out of memory")


@dataclass(frozen=True)
class Progress:
    """One thing that happened in a run. ``stage`` is None when it concerns the whole client."""

    client: str
    stage: str | None
    status: str
    seconds: float = 0.0
    detail: str = ""


Watch = Callable[[Progress], None]


def run_batch(call: Call, watch: Watch) -> list[ClientRun]:
    """Make the reports that ``call`` asks for, and return how each client's run ended.

    CallError when another run of this month into this folder is under way, or when its manifest
    cannot be read; nothing ran then.
    """
    with (
        month_lock(call.folder),
        surroundings(call.workspace.root) as environment,
        tempfile.TemporaryDirectory(dir=call.folder, prefix=".run-") as staging,
        Workers(call.jobs, environment) as workers,
    ):
        batch = _Batch(call, workers, Publisher(call, Path(staging)), Path(staging), watch)
        batch.start()
        workers.drain()
    return sorted(batch.ended, key=lambda run: run.client)


@dataclass
class _Client:
    """A client whose notebooks are being run."""

    facts: Facts
    folder: Path
    missing: int
    stages: dict[str, StageRun]


@dataclass
class _Batch:
    """Follows every client from survey to publication."""

    call: Call
    workers: Workers
    publisher: Publisher
    staging: Path
    watch: Watch
    started: float = field(default_factory=time.perf_counter)
    ended: list[ClientRun] = field(default_factory=list)

    def start(self) -> None:
        """Open every client before anything runs."""
        for slug in self.call.slugs:
            self.workers.submit(
                survey, self.call.workspace.root, slug, self.call.month, self.call.audience,
                then=partial(self._surveyed, slug), lost=ClientError.of(_LOST.message, slug, "run it again."),
            )  # fmt: skip

    def _surveyed(self, slug: str, found: Facts | WorkbookError) -> None:
        if isinstance(found, WorkbookError):
            self._end(ClientRun(slug, "failed", self._seconds(), error=found))
            return
        folder = self.staging / slug
        folder.mkdir()
        if found.page_only:  # nothing of its plan is computed, whatever stages were asked for
            self._build(_Client(found, folder, 0, {}))
            return
        kept = self.publisher.copy_kept_stages(found, folder)
        stages = {stage: StageRun(stage, "kept", notebook=self._file(stage)) for stage in kept}
        due = self.publisher.due(found, kept)
        client = _Client(found, folder, len(due), stages)
        for notebook in due:
            target = folder / notebook.file
            job = Job(slug, self.call.month, notebook.stage, notebook.path, target, self.call.audience)
            lost = Outcome(slug, notebook.stage, 0.0, _LOST)
            self.workers.submit(execute, job, then=partial(self._executed, client), lost=lost)

    def _executed(self, client: _Client, outcome: Outcome) -> None:
        status = "failed" if outcome.error else "ok"
        client.stages[outcome.stage] = StageRun(
            outcome.stage, status, outcome.seconds, outcome.error, self._file(outcome.stage)
        )
        client.missing -= 1
        detail = describe(outcome.error) if outcome.error else ""
        self.watch(Progress(outcome.slug, outcome.stage, status, outcome.seconds, detail))
        if client.missing:
            return
        if any(stage.status == "failed" for stage in client.stages.values()):
            self._end(self._run_of(client, "failed"))
            return
        self._build(client)

    def _build(self, client: _Client) -> None:
        lost = ClientError.of(_LOST.message, client.facts.slug, "run it again.")
        self.workers.submit(build, client.folder, client.facts, then=partial(self._built, client), lost=lost)

    def _built(self, client: _Client, made: dict[str, Any] | ClientError) -> None:
        if isinstance(made, ClientError):
            self._end(self._run_of(client, "failed", error=made))
        else:
            self._end(self._run_of(client, status_of(made), made=made), client.folder)

    def _run_of(self, client: _Client, status: str, **more: Any) -> ClientRun:
        order = [notebook.stage for notebook in self.call.notebooks]
        stages = sorted(client.stages.values(), key=lambda stage: order.index(stage.stage))
        facts = client.facts
        return ClientRun(facts.slug, status, self._seconds(), tuple(stages), facts.name, **more)

    def _file(self, stage: str) -> str:
        return next(notebook.file for notebook in self.call.notebooks if notebook.stage == stage)

    def _end(self, run: ClientRun, folder: Path | None = None) -> None:
        self.publisher.publish(run, folder)
        shutil.rmtree(self.staging / run.client, ignore_errors=True)
        self.ended.append(run)
        self.watch(Progress(run.client, None, run.status, run.seconds, str(run.error or "")))

    def _seconds(self) -> float:
        return time.perf_counter() - self.started


def build(folder: Path, facts: Facts) -> dict[str, Any] | ClientError:
    """Build a report in a worker process, and return what was made or what is wrong."""
    from smmtools.batch.survey import unforeseen

    try:
        return build_blocked(folder, facts) if facts.page_only else build_report(folder, facts)
    except Exception as error:  # noqa: BLE001  (the batch's edge: the others go on)
        return unforeseen(error, facts.slug)


def describe(error: CellError) -> str:
    """Return a notebook's fault in one line.

    >>> describe(CellError(3, "KeyError", "'reach'"))
    "cell [3], KeyError: 'reach'"
    """
    cell = f"cell [{error.cell}], " if error.cell is not None else ""
    return f"{cell}{error.type}: {' '.join(error.message.split())}"


def faults_of(run: ClientRun) -> list[str]:
    """Return what went wrong with a client, or blocks it, one text a fault."""
    notebooks = [f"stage {stage.stage}, {describe(stage.error)}" for stage in run.stages if stage.error]
    return ([str(run.error)] if run.error else []) + notebooks + list(run.made.get("blocked", ()))
