"""One notebook, run once, in a worker process."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.batch.canonical import canonical, read_notebook, stage_records
from smmtools.batch.jobs import parameters

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience

HARMLESS: tuple[re.Pattern[str], ...] = ()  # what a cell may write to stderr without failing its client


@dataclass(frozen=True)
class Job:
    """Run this stage's notebook for one client and month, and write the executed one to ``target``."""

    slug: str
    month: str
    stage: str
    source: Path
    target: Path
    audience: Audience = "client"


@dataclass(frozen=True)
class CellError:
    """What went wrong in a notebook. ``cell`` is the number in its brackets, None for none of them."""

    cell: int | None
    type: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """How one job ended."""

    slug: str
    stage: str
    seconds: float
    error: CellError | None = None


def execute(job: Job) -> Outcome:
    """Run one notebook. Whatever happens in it is recorded against its client: this is the batch's edge."""
    start = time.perf_counter()
    try:
        error = _run(job)
    except Exception as fault:  # noqa: BLE001  (the batch's edge: the others go on)
        error = CellError(getattr(fault, "cell", None), type(fault).__name__, str(fault) or repr(fault))
    return Outcome(job.slug, job.stage, time.perf_counter() - start, error)


def _run(job: Job) -> CellError | None:
    from papermill.exceptions import PapermillExecutionError

    try:
        try:
            notebook = _papermill(job)
        except RuntimeError:  # the kernel did not start: two that start at once may ask for one port
            notebook = _papermill(job)
    except PapermillExecutionError as fault:
        return CellError(fault.exec_count, fault.ename, str(fault.evalue))
    if found := _warning(notebook) or _wrong_record(notebook, job):
        return found
    job.target.write_text(canonical(notebook), encoding="utf-8")
    return None


def _papermill(job: Job) -> Any:
    """Run the notebook in memory: nothing is saved on the way, so nothing half-written is left."""
    import papermill

    from smmtools.batch.engine import ENGINE

    return papermill.execute_notebook(
        read_notebook(job.source),  # as a path, papermill would fill in its braces
        None,
        parameters=parameters(job.slug, job.month, job.audience),
        engine_name=ENGINE,
        cwd=job.source.parent,
        request_save_on_cell_execute=False,
        autosave_cell_every=0,
        progress_bar=False,
        log_output=False,
        coalesce_streams=True,  # how often a kernel flushed must not show
    )


def _warning(notebook: Any) -> CellError | None:
    """Return the first warning: in a report it would be read by a client, or be overlooked."""
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr" and not _harmless(output.text):
                return CellError(number, "Warning", output.text.strip())
    return None


def _harmless(text: str) -> bool:
    return any(pattern.fullmatch(text.strip()) for pattern in HARMLESS)


def _wrong_record(notebook: Any, job: Job) -> CellError | None:
    """Say how the notebook's stage records are not those that were asked for."""
    from smmtools.present.records import shown_in

    records = stage_records(notebook)
    expected = shown_in(job.stage)
    if len(records) != len(expected):
        due = "one" if len(expected) == 1 else str(len(expected))
        return CellError(None, "StageRecord", f"the notebook shows {len(records)} stage records, not {due}")
    for record, stage in zip(records, expected, strict=True):
        shown = tuple(record.get(key) for key in ("stage", "client", "month"))
        if shown != (stage, job.slug, job.month):
            return CellError(None, "StageRecord", f"the stage record is of {shown}")
    return None
