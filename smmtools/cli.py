"""The commands. Each is a thin door: parse, one call, print, exit code.

Exit 0: every report made (or proven). 1: a client failed, or a proof did. 2: the call itself is wrong,
and nothing ran. What is heavy is imported inside the commands, so that --help answers at once.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smmtools.errors import CallError, WorkbookError

if TYPE_CHECKING:
    from smmtools.batch.check import Checked
    from smmtools.batch.manifest import ClientRun

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Social media reports from a client's brief and the platforms' exports.",
)

Month = Annotated[str, typer.Option("--month", metavar="YYYY-MM", help="The month to report on, as 2026-10.")]
Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The client.")]
Slugs = Annotated[
    list[str] | None, typer.Argument(metavar="[SLUG]...", help="Clients; all when none is named.")
]
Audience = Annotated[
    str,
    typer.Option(metavar="client|internal", help="For the client, or with what is the agency's own only."),
]


@app.command()
def run(
    month: Month,
    slugs: Slugs = None,
    stage: Annotated[
        list[str] | None, typer.Option(help="Run only this stage of the report again; can be repeated.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(help="Notebooks run at a time; one a core by default.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where the reports go; the workspace's reports folder by default.")
    ] = None,
    audience: Audience = "client",
) -> None:
    """Make the clients' reports of a month."""
    from smmtools.batch.call import check_call
    from smmtools.batch.progress import watching
    from smmtools.batch.runner import run_batch
    from smmtools.inputs.workspace import find_workspace

    call = check_call(find_workspace(), slugs or [], month, stage or [], jobs, out, audience)
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
def plan(slug: Slug, month: Month, audience: Audience = "client") -> None:
    """Print a client's plan as JSON, computed without notebooks."""
    from smmtools.batch.audience import parse_audience
    from smmtools.batch.plan import compute_plan
    from smmtools.inputs.workspace import find_workspace

    sys.stdout.write(compute_plan(find_workspace(), slug, month, parse_audience(audience)))


@app.command()
def approve(
    slug: Slug,
    month: Annotated[
        str,
        typer.Argument(metavar="MONTH", help="The month planned, as 2026-11; reported on is the one before."),
    ],
    by: Annotated[str | None, typer.Option(help="Who approves; by default who is logged in.")] = None,
) -> None:
    """Freeze a client's plan for a month, as the report on the month before gives it."""
    from smmtools.batch.approve import approve as freeze
    from smmtools.batch.approve import login_name
    from smmtools.inputs.workspace import find_workspace

    workspace = find_workspace()
    done = freeze(workspace, slug, month, login_name() if by is None else by, dt.date.today())
    word = "is approved" if done.new else "was approved already, and is the same,"
    typer.echo(f"The plan of {slug} for {month} {word} as v{done.version}: {workspace.shown(done.path)}")


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Exports, as the platforms gave them.")],
    zone: Annotated[
        str | None, typer.Option(help="The client's time zone, as Europe/Sofia; else UTC.")
    ] = None,
    csv: Annotated[Path | None, typer.Option(help="Write each tidy table as CSV into this folder.")] = None,
    json: Annotated[Path | None, typer.Option(help="Write the tidy tables as one JSON file.")] = None,
) -> None:
    """Say which exports these are and what they hold; propose a column map for one that is not known."""
    from smmtools.inputs.exports.examine import examine, told, write_csv, write_json

    examined = [examine(file, zone) for file in files]
    typer.echo("\n".join(told(file) for file in examined), nl=False)
    if csv:
        write_csv(examined, csv)
    if json:
        write_json(examined, json)
    raise typer.Exit(1 if any(file.error for file in examined) else 0)


@app.command()
def check(
    slugs: Slugs = None,
    month: Annotated[
        str | None, typer.Option(metavar="YYYY-MM", help="Also that this month can be reported on.")
    ] = None,
) -> None:
    """Validate briefs, exports and approved plans, every fault at once; nothing is run."""
    from smmtools.batch.check import check_clients
    from smmtools.inputs.workspace import find_workspace

    checked = check_clients(find_workspace(), slugs or [], month)
    for client in checked:
        _tell_checked(client)
    raise typer.Exit(1 if any(client.errors for client in checked) else 0)


@app.command()
def new(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="The folder's name, such as pechka-pizza.")],
    name: Annotated[str | None, typer.Option(help="The client's name.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="Whose advertising law applies, as DE.")] = None,
    language: Annotated[str | None, typer.Option(help="The reports' language, as en.")] = None,
    timezone: Annotated[str | None, typer.Option(help="As Europe/Berlin.")] = None,
    currency: Annotated[str | None, typer.Option(help="As EUR.")] = None,
    vat: Annotated[str | None, typer.Option(help="included, excluded or none.")] = None,
    we_are: Annotated[str | None, typer.Option(help="contractor or client.")] = None,
    account: Annotated[
        list[str] | None,
        typer.Option("--account", "--accounts", metavar="PLATFORM:ACCOUNT", help="Can be repeated."),
    ] = None,
) -> None:
    """Make a new client's folder; on a terminal, what no option says is asked."""
    from smmtools.inputs.new_client import new_client
    from smmtools.inputs.workspace import find_workspace

    workspace = find_workspace()
    said = {
        "name": name,
        "jurisdiction": jurisdiction,
        "language": language,
        "timezone": timezone,
        "currency": currency,
        "vat": vat,
        "we_are": we_are,
        "accounts": ", ".join(account or []) or None,
    }
    made = new_client(workspace, slug, _answered(said))
    for path in made:
        typer.echo(workspace.shown(path))
    typer.echo(
        f"Next: put the exports in place, decide goals and budget in the brief, then: smmtools check {slug}"
    )


def main() -> None:
    """Run a command, and turn its errors into their text and exit code."""
    try:
        app()
    except WorkbookError as error:
        typer.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, CallError) else 1)


def _answered(said: Mapping[str, str | None]) -> dict[str, str]:
    """Return the answers given; on a terminal the others are asked for."""
    from smmtools.inputs.new_client import questions

    given = {key: answer for key, answer in said.items() if answer is not None}
    if not sys.stdin.isatty():
        return given
    for question in questions():
        if question.key not in given:
            text = f"{question.ask} (such as {question.example})"
            given[question.key] = typer.prompt(text, default=question.default)
    return given


def _tell_checked(client: Checked) -> None:
    """Print what was found wrong with a client, or that nothing was."""
    for warning in client.warnings:
        typer.echo(f"{client.client}: {warning}")
    for error in client.errors:
        typer.echo(f"{client.client}\n{error}\n", err=True)
    faults = sum(len(error.faults) for error in client.errors)
    files = f"{client.files} exports read"
    typer.echo(f"{client.client}: {f'faults to mend: {faults}' if faults else f'nothing to mend, {files}'}")


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
        word = "is blocked" if client.status == "blocked" else client.status
        for fault in faults_of(client):
            typer.echo(f"{client.client} {word}\n{fault}\n", err=True)
    for client in runs:
        typer.echo(f"{_near(folder / client.client / REPORT)}  {client.status}")
    made = [client for client in runs if client.made.get("stages")]
    typer.echo(f"{len(made)} of {len(runs)} reports made. All at a glance: {_near(folder / INDEX)}")


def _near(path: Path) -> Path:
    """Return the path from the current folder when it lies below it, else whole."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
