"""How long work is followed: a bar on a terminal, plain lines elsewhere, both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from smmtools.batch.runner import Progress, Watch


@contextmanager
def watching(steps: int | None) -> Iterator[Watch]:
    """Give a function that is told of each thing done; ``steps`` is how many there will be, if known."""
    if not sys.stderr.isatty():
        yield _write_line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=steps)

        def watch(done: Progress) -> None:
            steps = int(done.stage is not None)
            bar.update(task, description=f"{done.client} {done.stage or done.status}", advance=steps)

        yield watch


def line(done: Progress) -> str:
    """Return one thing done as a line.

    >>> line(Progress("pizza", "goals", "ok", 2.13))
    'pizza: goals ok (2.1 s)'
    """
    stage = f"{done.stage} " if done.stage else ""
    detail = f": {' '.join(done.detail.split())}" if done.stage and done.detail else ""
    seconds = f" ({done.seconds:.1f} s)" if done.seconds else ""
    return f"{done.client}: {stage}{done.status}{seconds}{detail}"


def _write_line(done: Progress) -> None:
    sys.stderr.write(line(done) + "\n")
    sys.stderr.flush()
