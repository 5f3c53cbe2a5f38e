"""Which stage notebooks there are, and with which parameters they are run for a client and a month."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.errors import Fault
from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience

Parameters = dict[str, str | bool]
_NAME = re.compile(r"\d\d-([a-z0-9-]+)")


@dataclass(frozen=True)
class StageNotebook:
    """One stage's notebook in the workspace, ``notebooks/01-goals.ipynb``."""

    path: Path

    @property
    def file(self) -> str:
        """The file's name, which it keeps in every report: ``01-goals.ipynb``."""
        return self.path.name

    @property
    def stage(self) -> str:
        """The stage's one name.

        >>> StageNotebook(Path("notebooks/00-start-here.ipynb")).stage
        'start-here'
        """
        return self.path.stem.split("-", 1)[1]


def stage_notebooks(workspace: Workspace) -> tuple[StageNotebook, ...]:
    """Return the stage notebooks in the order of their numbers; files named otherwise are none."""
    files = sorted(workspace.notebooks.glob("*.ipynb"))
    return tuple(StageNotebook(file) for file in files if _NAME.fullmatch(file.stem))


def parameters(slug: str, month: str, audience: Audience = "client") -> Parameters:
    """Return what the batch injects: whose report, of which month, for whom, and no panels.

    >>> parameters("pizza", "2026-10")
    {'client': 'pizza', 'month': '2026-10', 'audience': 'client', 'panel': False}
    """
    return {"client": slug, "month": month, "audience": audience, "panel": False}


def read_cells(path: Path) -> list[dict[str, Any]]:
    """Return a notebook's cells as they are stored, each source as one text.

    Raises ValueError (or OSError) for a file that is no notebook.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("it holds no cells")
    return [{**cell, "source": "".join(cell.get("source", ""))} for cell in notebook["cells"]]


def literals(source: str) -> dict[str, Any] | None:
    """Return the names that a cell sets to literals, or None when it does anything else.

    >>> literals('client: str = "pizza"\\npanel = False')
    {'client': 'pizza', 'panel': False}
    >>> literals('client = input()') is None
    True
    """
    try:
        return dict(_assigned(statement) for statement in ast.parse(source).body)
    except (SyntaxError, ValueError):
        return None


def notebook_faults(workspace: Workspace, notebook: StageNotebook) -> list[Fault]:
    """Say what keeps a notebook from being run: papermill only warns of a parameter it does not have."""
    where = workspace.shown(notebook.path)
    try:
        cells = read_cells(notebook.path)
    except (OSError, ValueError) as error:
        return [Fault("this is not a notebook", where, f"restore it from version control ({error}).")]
    tagged = [cell for cell in cells if "parameters" in tags(cell)]
    declared = literals(tagged[0]["source"]) if len(tagged) == 1 else None
    if declared is None:
        return [Fault("no cell of literals is tagged 'parameters'", where, "tag one such cell 'parameters'.")]
    missing = [name for name in parameters("", "") if name not in declared]
    return [
        Fault(f"there is no parameter {name!r}", where, f"add {name} to its parameters.") for name in missing
    ]


def tags(cell: dict[str, Any]) -> list[str]:
    """Return a cell's tags."""
    return list(cell.get("metadata", {}).get("tags", []))


def _assigned(statement: ast.stmt) -> tuple[str, Any]:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=value)):
            return name, value
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
            return name, value
    raise ValueError("not one name set to one literal")
