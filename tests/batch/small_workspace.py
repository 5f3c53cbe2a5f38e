"""A small workspace of two invented clients and two stages, for the tests of the batch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from smmtools.batch.call import check_call
from smmtools.batch.manifest import ClientRun
from smmtools.batch.runner import Progress, run_batch
from smmtools.inputs.workspace import Workspace

MONTH = "2026-10"
REPO = Path(__file__).parents[2]

BRIEF = """\
name: {name}
jurisdiction: DE
language: en
timezone: Europe/Berlin
currency: EUR
vat: included
we_are: contractor
accounts:
  - {{platform: instagram, account: {slug}, role: own}}
"""
ORDERS_MAP = """\
table: orders
columns: {ordered_at: When, order_id: Number, kind: Kind, source: Source}
dates: "%Y-%m-%d %H:%M"
zone: Europe/Berlin
"""
PARAMETERS = """\
client: str = "cafe"
month: str = "2026-10"
audience: str = "client"
panel: bool = True"""
SETTING = """\
from matplotlib.figure import Figure

from smmtools.inputs.client_month import open_client
from smmtools.present.display import show, show_record
from smmtools.present.records import stage_record

case = open_client(client, month, audience=audience)
"""
PICTURE = """\
figure = Figure(figsize=(3, 2))
figure.subplots().bar(["orders"], [len(case.tables["orders"])])
show(figure, f"{len(case.tables['orders'])} orders & applications.")
"""


def write_client(workspace: Workspace, slug: str, name: str) -> Path:
    """Invent a client with a brief and one sheet of orders, one a day in October 2026."""
    folder = workspace.clients / slug
    for part in ("exports", "maps"):
        (folder / part).mkdir(parents=True)
    (folder / "client.yml").write_text(BRIEF.format(name=name, slug=slug), encoding="utf-8")
    (folder / "maps" / "orders.yml").write_text(ORDERS_MAP, encoding="utf-8")
    rows = [f"2026-10-{day:02d} 12:30,{day},application,instagram" for day in range(1, 32)]
    text = "\n".join(["When,Number,Kind,Source", *rows, ""])
    (folder / "exports" / "orders.csv").write_text(text, encoding="utf-8")
    return folder


def write_notebook(workspace: Workspace, number: str, stage: str, *sources: str) -> Path:
    """Write a stage notebook: a title, parameters, the setting, what is given, the stage record."""
    parameters = new_code_cell(PARAMETERS)
    parameters.metadata["tags"] = ["parameters"]
    record = f'show_record(stage_record("{stage}", case))'
    code = [new_code_cell(source) for source in (SETTING, *sources, record)]
    cells = [new_markdown_cell(f"# {number} · {stage.capitalize()}: a stage"), parameters, *code]
    for place, cell in enumerate(cells):
        cell.id = f"cell-{place}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = workspace.notebooks / f"{number}-{stage}.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def make_workspace(root: Path) -> Workspace:
    """Make a workspace of two clients and two stages, nothing of it run."""
    workspace = Workspace(root)
    write_client(workspace, "cafe", "Café <Anna>")
    write_client(workspace, "salon", "Salon Bella")
    shutil.copytree(REPO / "data" / "reference", workspace.reference)
    workspace.notebooks.mkdir()
    write_notebook(workspace, "00", "start-here")
    write_notebook(workspace, "01", "goals", PICTURE)
    return workspace


def run(
    workspace: Workspace, *slugs: str, month: str = MONTH, **options: object
) -> tuple[list[ClientRun], list[Progress]]:
    """Run the batch and return how each client's run ended, and all that was told on the way."""
    told: list[Progress] = []
    call = check_call(workspace, slugs, month, **options)  # type: ignore[arg-type]
    return run_batch(call, told.append), told


def copied(workspace: Workspace, root: Path) -> Workspace:
    """Copy a workspace, so that a test can spoil it."""
    shutil.copytree(workspace.root, root)
    return Workspace(root)


def manifest_of(workspace: Workspace) -> dict:
    """Read the month's manifest."""
    return json.loads((workspace.reports / MONTH / "manifest.json").read_text(encoding="utf-8"))
