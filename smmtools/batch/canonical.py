"""Notebooks as bytes that depend on nothing but what was computed.

Two runs in different folders, at different times, in another time zone and with another hash seed
give the same file: papermill's random cell id, its paths and times, the times of cells and the state
of widgets are left out; keys are sorted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

INJECTED = "injected-parameters"  # papermill's tag, and the fixed id of the cell
STAGE_RECORD = "application/vnd.smmtools.stage+json"
_NOTEBOOK_NOISE = ("papermill", "widgets", "signature")
_CELL_NOISE = ("papermill", "execution", "ExecuteTime", "collapsed", "scrolled")


def read_notebook(path: Path) -> Any:
    """Return the notebook in a file."""
    import nbformat

    return nbformat.read(path, as_version=4)


def canonical(notebook: Any) -> str:
    """Return the text of an executed notebook (a NotebookNode, which is left as it was)."""
    import nbformat

    clean = nbformat.from_dict(notebook)
    clean.metadata = _notebook_metadata(clean.metadata)
    for cell in clean.cells:
        _clean_cell(cell)
    text: str = nbformat.writes(clean, version=4)
    return text.rstrip("\n") + "\n"


def stage_records(notebook: Any) -> list[dict[str, Any]]:
    """Return the stage records that a notebook displays, in order."""
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = [output.get("data", {}).get(STAGE_RECORD) for output in outputs]
    return [plain(record) for record in shown if record is not None]


def plain(value: Any) -> Any:
    """Return JSON-like data with ordinary dicts and lists."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _notebook_metadata(metadata: Any) -> Any:
    kept = type(metadata)({key: value for key, value in metadata.items() if key not in _NOTEBOOK_NOISE})
    if "language_info" in kept:  # its version and its lexers differ between machines
        kept["language_info"] = {"name": kept["language_info"]["name"]}
    return kept


def _clean_cell(cell: Any) -> None:
    for key in _CELL_NOISE:
        cell.metadata.pop(key, None)
    if cell.metadata.get("tags") == []:  # papermill gives every cell this empty list
        del cell.metadata["tags"]
    if INJECTED in cell.metadata.get("tags", []):
        cell.id = INJECTED
    for output in cell.get("outputs", []):
        output.pop("transient", None)
