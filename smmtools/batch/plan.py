"""The plan computed without notebooks, and where two plans differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import ClientMonth

_SHOWN = 60  # characters of a value that a message quotes


def compute_plan(workspace: Workspace, slug: str, month: str) -> str:
    """Return the text of plan.json, from the same records that the stage notebooks show.

    CallError for an unknown client or a malformed month; BriefError, ExportError or DataError for
    what is wrong with the client's own files.
    """
    from smmtools.inputs.client_month import open_client
    from smmtools.present.records import STAGES

    return plan_of_stages(open_client(slug, month, workspace), STAGES)


def plan_of_stages(case: ClientMonth, stages: Iterable[str]) -> str:
    """Return the text of the plan that these stages make."""
    from smmtools.present.records import assemble_plan, plan_text, stage_record

    return str(plan_text(assemble_plan([stage_record(stage, case) for stage in stages])))


def first_difference(stored: Any, computed: Any, path: str = "") -> str | None:
    """Say where two JSON values first differ, by the path of keys that leads there; None if they are equal.

    >>> first_difference({"kpis": [{"value": 3}]}, {"kpis": [{"value": 4}]})
    'kpis[0].value is 3, computed 4'
    """
    if isinstance(stored, dict) and isinstance(computed, dict):
        return _difference_of_dicts(stored, computed, path)
    if isinstance(stored, list) and isinstance(computed, list):
        pairs = (
            first_difference(mine, theirs, f"{path}[{place}]")
            for place, (mine, theirs) in enumerate(zip(stored, computed, strict=False))
        )
        lengths = f"{path} has {len(stored)} entries, computed {len(computed)}"
        return next(filter(None, pairs), lengths if len(stored) != len(computed) else None)
    same = stored == computed and type(stored) is type(computed)
    return None if same else f"{path or 'the whole'} is {quoted(stored)}, computed {quoted(computed)}"


def quoted(value: Any) -> str:
    """Return a value as a message quotes it: in one line, not too long."""
    text = value if isinstance(value, str) else repr(value)
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _difference_of_dicts(stored: dict[str, Any], computed: dict[str, Any], path: str) -> str | None:
    dot = f"{path}." if path else ""
    for key in sorted(stored.keys() | computed.keys()):
        if key not in computed:
            return f"{dot}{key} is not computed"
        if key not in stored:
            return f"{dot}{key} is missing"
        if found := first_difference(stored[key], computed[key], f"{dot}{key}"):
            return found
    return None
