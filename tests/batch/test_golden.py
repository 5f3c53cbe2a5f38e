"""The sample clients' plans are what they were, figures to 1e-9; else the first key that differs is named."""

from __future__ import annotations

import copy
import json
import math
from pathlib import Path
from typing import Any

import pytest

from smmtools.batch.plan import compute_plan, first_difference
from smmtools.inputs.workspace import Workspace

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.json"))
CLOSE = 1e-9


def nearly(stored: Any, computed: Any) -> Any:
    """The computed value, with every figure that lies within 1e-9 of the stored one replaced by it."""
    if isinstance(stored, dict) and isinstance(computed, dict):
        return {key: nearly(stored.get(key), value) for key, value in computed.items()}
    if isinstance(stored, list) and isinstance(computed, list):
        rest = computed[len(stored) :]
        return [nearly(*pair) for pair in zip(stored, computed, strict=False)] + rest
    figures = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (stored, computed))
    if figures and math.isclose(stored, computed, rel_tol=CLOSE, abs_tol=CLOSE):
        return stored
    return computed


def difference(stored: dict[str, Any], computed: dict[str, Any]) -> str | None:
    """Where the plans first differ by more than 1e-9; the workbook's own version may differ."""
    one, other = ({**plan, "generated_by": None} for plan in (stored, computed))
    return first_difference(one, nearly(one, other))


def test_every_sample_has_its_golden_plan():
    assert [path.stem.removesuffix("-2026-10") for path in GOLDEN] == sorted(Workspace(ROOT).slugs())


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_plan_is_the_golden_one(path):
    slug, month = path.stem[:-8], path.stem[-7:]
    computed = json.loads(compute_plan(Workspace(ROOT), slug, month))
    found = difference(json.loads(path.read_text(encoding="utf-8")), computed)
    assert found is None, f"{found}\nIf the change is meant: python tools/write_golden.py {slug}"


def test_a_figure_that_moved_is_named_by_its_path_and_noise_is_not():
    plan = json.loads(GOLDEN[0].read_text(encoding="utf-8"))
    noisy, moved = copy.deepcopy(plan), copy.deepcopy(plan)
    noisy["goals"]["goals"][0]["pace"]["expected"] *= 1 + 1e-12
    moved["goals"]["goals"][0]["pace"]["expected"] *= 1 + 1e-6
    assert difference(plan, noisy) is None
    assert str(difference(plan, moved)).startswith("goals.goals[0].pace.expected is ")
