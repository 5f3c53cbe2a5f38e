"""manifest.json: what a month's folder holds, made from what, and how each client's run ended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smmtools.batch.audience import AUDIENCES, CLIENT, shown_month
from smmtools.batch.execute import CellError
from smmtools.batch.fingerprint import sha256_of, versions
from smmtools.errors import CallError, WorkbookError
from smmtools.inputs.months import is_month

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience

MANIFEST = "manifest.json"
INDEX = "index.html"
REPORT = "report.html"
PLAN = "plan.json"
Manifest = dict[str, Any]
_ENTRY = ("client", "status", "stages", "made")


@dataclass(frozen=True)
class StageRun:
    """How one stage of a client went: ok, failed, or kept from the run before."""

    stage: str
    status: str
    seconds: float = 0.0
    error: CellError | None = None
    notebook: str = ""  # the file's name


@dataclass(frozen=True)
class ClientRun:
    """How one client's run ended: ok, review, blocked or failed; ``made`` tells what it was made from."""

    client: str
    status: str
    seconds: float
    stages: tuple[StageRun, ...] = ()
    name: str = ""  # as the brief gives it, if it could be read
    error: WorkbookError | None = None  # why nothing could be run: the faults of brief or exports
    made: Mapping[str, Any] = field(default_factory=dict)


def new_manifest(month: str, audience: Audience = CLIENT) -> Manifest:
    """Return the manifest of a month in which nothing has been made yet."""
    return {"month": month, "audience": audience, "versions": versions(), "files": {}, "clients": []}


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a month's folder.  CallError when the file is not one.

    One that names no audience is of reports for clients.
    """
    mend = "restore the file, or delete the folder and run the month again."
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CallError.of(
            f"the manifest cannot be read: {error}", f"{shown_month(folder)}/{MANIFEST}", mend
        ) from None
    if not _looks_right(manifest):
        raise CallError.of("this is not a month's manifest", f"{shown_month(folder)}/{MANIFEST}", mend)
    return {"audience": CLIENT} | dict(manifest)


def entry_of(run: ClientRun, former: Mapping[str, Any]) -> dict[str, Any]:
    """Return how the manifest tells of a run; ``former`` is what the report that stays was made from."""
    made = dict(run.made) or dict(former)
    return {
        "client": run.client,
        "name": made.get("name") or run.name or run.client,
        "status": run.status,
        "seconds": round(run.seconds, 3),
        "inputs_hash": made.get("inputs_hash"),
        "stages": [asdict(stage) | {"seconds": round(stage.seconds, 3)} for stage in run.stages],
        "faults": _faults_as_json(run.error),
        "made": made,
    }


def is_stub(entry: Mapping[str, Any]) -> bool:
    """Say whether a client has no report, only a page that says what to mend."""
    return not entry["made"]


def is_blocked_page(made: Mapping[str, Any], audience: str) -> bool:
    """Say whether what was made is a page that says why the client is blocked, instead of a report."""
    return audience == CLIENT and bool(made.get("blocked"))


def merged(manifest: Manifest, entry: dict[str, Any], folder: Path | None) -> Manifest:
    """Return the manifest with this client's entry in it; the others stay.

    ``folder`` is the month's folder when the client's files are new there. A report that stays keeps
    the hashes that it was made with.
    """
    others = [other for other in manifest["clients"] if other["client"] != entry["client"]]
    files = dict(manifest["files"])
    if folder is not None:
        own = f"{entry['client']}/"
        files = {path: sha for path, sha in files.items() if not path.startswith(own)}
        files |= report_files(folder, entry["client"])
    return {
        "month": manifest["month"],
        "audience": manifest["audience"],
        "versions": versions(),
        "files": files,
        "clients": sorted([*others, entry], key=lambda entry: str(entry["client"])),
    }


def report_files(folder: Path, slug: str) -> dict[str, str]:
    """Return the files of one client's report with their hashes, named from the month's folder."""
    paths = sorted(path for path in (folder / slug).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256_of(path) for path in paths}


def write_text(path: Path, text: str) -> None:
    """Write a file that is either the old one or the whole new one, whatever happens meanwhile."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def manifest_text(manifest: Manifest) -> str:
    """Return the manifest as the text of its file."""
    return json.dumps(manifest, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def _looks_right(manifest: Any) -> bool:
    if not isinstance(manifest, dict):
        return False
    kinds = {"month": str, "versions": dict, "files": dict, "clients": list}
    if not all(isinstance(manifest.get(key), kind) for key, kind in kinds.items()):
        return False
    entries = [isinstance(entry, dict) and set(_ENTRY) <= entry.keys() for entry in manifest["clients"]]
    audience = manifest.get("audience", CLIENT)
    return is_month(manifest["month"]) and audience in AUDIENCES and all(entries)


def _faults_as_json(error: WorkbookError | None) -> list[dict[str, str]]:
    faults = error.faults if error else ()
    return [{"type": type(error).__name__, **asdict(fault)} for fault in faults]
