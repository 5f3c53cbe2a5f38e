"""Approved plans: what client and agency agreed on for a month, frozen, version by version."""

from __future__ import annotations

import json
import re
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


def approved_plans(folder: Path, shown: str) -> tuple[ApprovedPlan, ...]:
    """Every approved plan in a client's ``plans`` folder, by month and version.

    Files that are not named like one (2026-10.v1.json) are none.

    DataError, with ``shown`` as the folder's name, for a file that is not an approved plan.
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
        approved, plan = said["approved"], said["plan"]
        return ApprovedPlan(month, version, approved["by"], approved["when"], approved["sha256"], dict(plan))
    except (ValueError, KeyError, TypeError):
        raise DataError.of(
            "this is not an approved plan",
            f"{shown}/{path.name}",
            "restore it from version control, or approve the plan again and remove this file.",
        ) from None
