"""Approved plans: what client and agency agreed on for a month, frozen, version by version."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smmtools.errors import DataError

_NAME = re.compile(r"(\d{4}-\d{2})\.v([1-9]\d*)\.json")


@dataclass(frozen=True)
class ApprovedPlan:
    """One version of a month's plan, with who approved it and when."""

    month: str
    version: int
    by: str
    when: str
    sha256: str
    """Of the plan's text, so that a plan edited afterwards is recognised."""
    plan: dict[str, Any]

    @property
    def file(self) -> str:
        """The file's name in the client's ``plans`` folder."""
        return plan_file(self.month, self.version)


def plan_file(month: str, version: int) -> str:
    """Return the name of an approved plan's file.

    >>> plan_file("2026-10", 1)
    '2026-10.v1.json'
    """
    return f"{month}.v{version}.json"


def plan_sha256(plan: Mapping[str, Any]) -> str:
    """Return the hex digest of a plan's text: of plan.json's bytes.  ValueError for an endless figure."""
    text = json.dumps(plan, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    return hashlib.sha256(text.encode()).hexdigest()


def approved_plans(folder: Path, shown: str) -> tuple[ApprovedPlan, ...]:
    """Every approved plan in a client's ``plans`` folder, by month and version.

    Files that are not named like one (2026-10.v1.json) are none.

    DataError, with ``shown`` as the folder's name, for a file that is not an approved plan, or whose
    plan is not the one that was approved.
    """
    named = ((_NAME.fullmatch(path.name), path) for path in folder.glob("*.json"))
    plans = [_read(path, match[1], int(match[2]), shown) for match, path in named if match]
    return tuple(sorted(plans, key=lambda plan: (plan.month, plan.version)))


def latest(plans: tuple[ApprovedPlan, ...], month: str) -> ApprovedPlan | None:
    """The newest version of a month's plan; None when none was approved."""
    return next((plan for plan in reversed(plans) if plan.month == month), None)


def _read(path: Path, month: str, version: int, shown: str) -> ApprovedPlan:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        approved, plan = said["approved"], dict(said["plan"])
        read = ApprovedPlan(month, version, approved["by"], approved["when"], approved["sha256"], plan)
        edited = plan_sha256(plan) != read.sha256
    except (OSError, ValueError, KeyError, TypeError):
        raise DataError.of(
            "this is not an approved plan",
            f"{shown}/{path.name}",
            "restore it from version control, or approve the plan again and remove this file.",
        ) from None
    if edited:
        raise DataError.of(
            "this plan was changed after it was approved",
            f"{shown}/{path.name}",
            "restore it from version control; what is to be changed is approved as a new version.",
        )
    return read
