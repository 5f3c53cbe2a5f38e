"""Approving a plan: frozen in the client's folder, version by version, and never written over."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smmtools.batch.plan import compute_plan
from smmtools.errors import BlockedError, CallError, Fault
from smmtools.inputs.months import HOW_TO_WRITE, is_month, parse_month
from smmtools.inputs.plans import approved_plans, latest, plan_file, plan_sha256
from smmtools.inputs.workspace import BRIEF, Workspace


@dataclass(frozen=True)
class Approval:
    """The version of a month's plan that is in force now."""

    path: Path
    version: int
    new: bool
    """Whether it was written now; False when the same plan had been approved before."""


def approve(workspace: Workspace, slug: str, month: str, by: str, when: dt.date) -> Approval:
    """Freeze the plan for ``month``: what the client's report on the month before says.

    The same plan as the newest version writes nothing; another one becomes the next version.

    CallError for an unknown client, a malformed month, nobody's name or a folder that cannot be
    written to; BriefError, ExportError or DataError for what is wrong with the client's own files;
    BlockedError for a plan that may not be carried out.
    """
    folder = workspace.client_dir(slug) / "plans"
    _refuse(month, by)
    plan = json.loads(compute_plan(workspace, slug, str(parse_month(month) - 1)))
    if reasons := (plan.get("compliance") or {}).get("reasons"):
        raise blocked_error(reasons, slug, month, workspace)
    former = latest(approved_plans(folder, workspace.shown(folder)), month)
    sha256 = plan_sha256(plan)
    if former and former.sha256 == sha256:
        return Approval(folder / former.file, former.version, new=False)
    version = former.version + 1 if former else 1
    approved = {"by": by.strip(), "when": when.isoformat(), "sha256": sha256}
    _write_new(folder / plan_file(month, version), {"approved": approved, "plan": plan}, workspace)
    return Approval(folder / plan_file(month, version), version, new=True)


def blocked_error(
    reasons: Sequence[Mapping[str, str]], slug: str, month: str, workspace: Workspace
) -> BlockedError:
    """Return the error of a plan for ``month`` that may not be carried out, a fault a reason."""
    where = f"{workspace.shown(workspace.client_dir(slug) / BRIEF)}, the plan for {month}"
    return BlockedError(Fault(f"blocked: {reason['why']}", where, reason["mend"]) for reason in reasons)


def login_name(ask: Callable[[], str] = getpass.getuser) -> str:
    """Return the name that the person at the machine is logged in by.  CallError when it has none."""
    try:
        return ask()
    except (OSError, KeyError, ImportError):
        raise CallError.of("nobody's name is known here", "--by", "say who approves: --by NAME.") from None


def _refuse(month: str, by: str) -> None:
    if not is_month(month):
        raise CallError.of(f"{month!r} is not a month", "MONTH", HOW_TO_WRITE)
    if not by.strip():
        raise CallError.of("nobody approves this", "--by", "say who does: --by NAME.")


def _write_new(path: Path, content: dict[str, Any], workspace: Workspace) -> None:
    """Write a file whole or not at all, and never over another one."""
    text = json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".approving-") as aside:
            whole = Path(aside, path.name)
            whole.write_text(text, encoding="utf-8")
            os.link(whole, path)  # unlike a renaming, this refuses a name that is taken
    except OSError as error:
        if path.exists():
            what = "another version was approved at the same time"
            raise CallError.of(what, workspace.shown(path), "approve again.") from None
        raise CallError.of(
            f"the plan cannot be written: {error.strerror}",
            workspace.shown(path),
            "make the client's folder plans one that you may write to.",
        ) from None
