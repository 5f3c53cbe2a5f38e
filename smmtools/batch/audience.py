"""Whose eyes a report is for, and where such reports lie: what is internal never beside the client's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smmtools.errors import CallError

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience

CLIENT: Audience = "client"
INTERNAL: Audience = "internal"
AUDIENCES = (CLIENT, INTERNAL)


def parse_audience(text: str) -> Audience:
    """Return the audience written as ``text``.  CallError when it is none.

    >>> parse_audience("internal")
    'internal'
    """
    for audience in AUDIENCES:
        if text == audience:
            return audience
    raise CallError.of(f"there is no audience {text!r}", "--audience", f"use one of: {', '.join(AUDIENCES)}.")


def month_folder(out: Path, month: str, audience: Audience) -> Path:
    """Return the folder of a month's reports for an audience.

    >>> month_folder(Path("reports"), "2026-10", "client").as_posix()
    'reports/2026-10'
    >>> month_folder(Path("reports"), "2026-10", "internal").as_posix()
    'reports/internal/2026-10'
    """
    return out / month if audience == CLIENT else out / audience / month


def shown_month(folder: Path) -> str:
    """Return a month's folder as messages name it.

    >>> shown_month(Path("reports/2026-10")), shown_month(Path("reports/internal/2026-10"))
    ('2026-10', 'internal/2026-10')
    """
    internal = folder.parent.name == INTERNAL
    return f"{INTERNAL}/{folder.name}" if internal else folder.name
