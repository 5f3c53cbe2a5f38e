"""The plan computed without notebooks, and where two plans differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from smmtools.inputs.workspace import Workspace

if TYPE_CHECKING:
    from smmtools.inputs.client_month import Audience, ClientMonth

_SHOWN = 60  # characters of a value that a message quotes


def compute_plan(workspace: Workspace, slug: str, month: str, audience: Audience = "client") -> str:
    """Return the text of plan.json, from the same records that the stage notebooks show.

    CallError for an unknown client or a malformed month; BriefError, ExportError or DataError for
    what is wrong with the client's own files.
    """
    from smmtools.inputs.client_month import open_client
    from smmtools.present.records import STAGES

    return plan_of_stages(open_client(slug, month, workspace, audience), STAGES)


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
    if stored == computed and type(stored) is type(computed):
        return None
    start = _common_start(stored, computed)
    return f"{path or 'the whole'} is {quoted(stored, start)}, computed {quoted(computed, start)}"


def quoted(value: Any, start: int = 0) -> str:
    """Return a value as a message quotes it: in one line, not too long, the part around ``start``.

    >>> quoted("so many words that a line of a message could not hold them all, and more", 66)
    '…ge could not hold them all, and more'
    """
    text = value if isinstance(value, str) else repr(value)
    begin = max(0, start - _SHOWN // 2) if len(text) > _SHOWN else 0
    line = " ".join(text[begin : begin + _SHOWN].split())
    return f"{'…' * (begin > 0)}{line}{'…' * (begin + _SHOWN < len(text))}"


def _common_start(stored: Any, computed: Any) -> int:
    """Return the place at which two texts begin to differ; 0 for anything else."""
    if not (isinstance(stored, str) and isinstance(computed, str)):
        return 0
    pairs = zip(stored, computed, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), 0)


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
