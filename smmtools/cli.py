"""The commands. Each is a thin door: parse, one call, print, exit code.

Exit 0: every report made (or proven). 1: a client failed, or a proof did. 2: the call itself is wrong,
and nothing ran. What is heavy is imported inside the commands, so that --help answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smmtools.errors import CallError, WorkbookError

if TYPE_CHECKING:
    from smmtools.batch.manifest import ClientRun

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Social media reports from a client's brief and the platforms' exports.",
)

Month = Annotated[str, typer.Option("--month", metavar="YYYY-MM", help="The month to report on, as 2026-10.")]


@app.command()
def run(
    month: Month,
    slugs: Annotated[
        list[str] | None, typer.Argument(metavar="SLUG", help="Clients; all when none is named.")
    ] = None,
    stage: Annotated[
        list[str] | None, typer.Option(help="Run only this stage of the report again; can be repeated.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(help="Notebooks run at a time; one a core by default.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where the reports go; the workspace's reports folder by default.")
    ] = None,
) -> None:
    """Make the clients' reports of a month."""
    from smmtools.batch.call import check_call
    from smmtools.batch.progress import watching
    from smmtools.batch.runner import run_batch
    from smmtools.inputs.workspace import find_workspace

    call = check_call(find_workspace(), slugs or [], month, stage or [], jobs, out)
    with _stoppable(), watching(len(call.slugs) * len(call.due_stages)) as watch:
        runs = run_batch(call, watch)
    _tell(runs, call.folder)
    raise typer.Exit(1 if any(client.status in ("failed", "blocked") for client in runs) else 0)


@app.command()
def verify(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", help="A month's folder, or one that holds months; the workspace's reports."
        ),
    ] = None,
    trust: Annotated[
        bool, typer.Option("--trust", help="Execute notebooks even when their code is not this version's.")
    ] = False,
    jobs: Annotated[int | None, typer.Option(help="Notebooks run at a time; one a core by default.")] = None,
) -> None:
    """Prove that reports are what their inputs and this version's notebooks give."""
    from smmtools.batch.progress import watching
    from smmtools.batch.verify import verify_reports
    from smmtools.inputs.workspace import find_workspace

    workspace = find_workspace()
    with _stoppable(), watching(None) as watch:
        result = verify_reports(workspace, folder or workspace.reports, trust=trust, jobs=jobs, watch=watch)
    for flaw in result.flaws:
        typer.echo(str(flaw))
    typer.echo(result.summary)
    raise typer.Exit(1 if result.flaws else 0)


@app.command()
def plan(slug: Annotated[str, typer.Argument(metavar="SLUG", help="The client.")], month: Month) -> None:
    """Print a client's plan as JSON, computed without notebooks."""
    from smmtools.batch.plan import compute_plan
    from smmtools.inputs.workspace import find_workspace

    sys.stdout.write(compute_plan(find_workspace(), slug, month))


def main() -> None:
    """Run a command, and turn its errors into their text and exit code."""
    try:
        app()
    except WorkbookError as error:
        typer.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, CallError) else 1)


@contextmanager
def _stoppable() -> Iterator[None]:
    """End on Ctrl-C with a word of what is left."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Stopped. Finished reports are in place; nothing half-written was left.", err=True)
        raise typer.Exit(130) from None


def _tell(runs: list[ClientRun], folder: Path) -> None:
    """Print how the run ended and where to look; what went wrong goes to standard error."""
    from smmtools.batch.manifest import INDEX, REPORT
    from smmtools.batch.runner import faults_of

    for client in runs:
        for fault in faults_of(client):
            typer.echo(f"{client.client} failed\n{fault}\n", err=True)
    made = [client for client in runs if client.made]
    for client in made:
        typer.echo(f"{_near(folder / client.client / REPORT)}  {client.status}")
    typer.echo(f"{len(made)} of {len(runs)} reports made. All at a glance: {_near(folder / INDEX)}")


def _near(path: Path) -> Path:
    """Return the path from the current folder when it lies below it, else whole."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
