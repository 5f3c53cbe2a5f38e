"""What a report rests on, as hashes: change one of these and the report is stale."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import smmtools
from smmtools.batch.jobs import StageNotebook, read_cells, tags
from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import ClientMonth

_PACKAGES = (
    "babel", "bleach", "holidays", "icalendar", "ipykernel", "ipython", "jinja2", "matplotlib",
    "nbclient", "nbconvert", "nbformat", "nbval", "numpy", "pandas", "pandera", "papermill", "pydantic",
    "ruamel.yaml", "scipy", "tzdata", "xlsxwriter",
)  # fmt: skip
_SOURCES = ("*.py", "*.j2", "*.json", "*.css", "*.mo", "*.po", "*.yml")


@dataclass(frozen=True)
class Fingerprint:
    """The hashes of one client's report. ``files`` names each file; the rest is hashed by kind."""

    files: Mapping[str, str]
    parts: Mapping[str, str]
    notebooks: Mapping[str, str]

    @property
    def inputs_hash(self) -> str:
        """One hash for everything that the report's content depends on.

        Not for the bytes of the exports: of these, what counts is their rows up to the month's end.
        """
        return _digest({"parts": dict(self.parts), "notebooks": dict(self.notebooks)})

    def as_json(self) -> dict[str, Any]:
        """Return the manifest's form of it."""
        kept = {"inputs": dict(self.files), "parts": dict(self.parts), "notebooks": dict(self.notebooks)}
        return {"inputs_hash": self.inputs_hash, **kept}


def fingerprint(case: ClientMonth, workspace: Workspace, notebooks: Iterable[StageNotebook]) -> Fingerprint:
    """Hash what a client's report of a month is made from."""
    folder = workspace.client_dir(case.slug) / "plans"
    plans = _files(workspace, [folder / plan.file for plan in case.plans])  # of later months none
    parts = {
        "brief": _digest(case.brief.as_of(str(case.month))),
        "rows": _digest({name: _rows(table) for name, table in case.tables.items()}),
        "plans": _digest(plans),
        "reference data": _digest(_files(workspace, sorted(workspace.reference.rglob("*.*")))),
        "package's sources": package_hash(),
        "versions": _digest(versions()),
    }
    files = {file.path: file.sha256 for file in case.inputs} | plans
    return Fingerprint(files, parts, {notebook.stage: notebook_hash(notebook.path) for notebook in notebooks})


def versions() -> dict[str, str]:
    """Return the versions of Python, this package and the packages that shape a report."""
    ours = {"python": platform.python_version(), "smmtools": importlib.metadata.version("smmtools")}
    return ours | {name: importlib.metadata.version(name) for name in _PACKAGES}


@cache
def package_hash() -> str:
    """Return the hash of this package's sources."""
    root = Path(smmtools.__file__).parent
    sources = sorted({path for pattern in _SOURCES for path in root.rglob(pattern)})
    return _digest({path.relative_to(root).as_posix(): sha256_of(path) for path in sources})


def notebook_hash(path: Path) -> str:
    """Return the hash of what a notebook says and does; opening and saving it changes nothing."""
    return _digest([[cell["cell_type"], cell["source"], tags(cell)] for cell in read_cells(path)])


def sha256_of(path: Path) -> str:
    """Return the hex digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(workspace: Workspace, paths: Iterable[Path]) -> dict[str, str]:
    return {workspace.shown(path): sha256_of(path) for path in paths if path.is_file()}


def _rows(table: Any) -> str:
    return hashlib.sha256(table.to_csv(index=False).encode()).hexdigest()


def _digest(data: Any) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
