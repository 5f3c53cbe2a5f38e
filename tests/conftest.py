"""Hand-sized clients for the stages' tests: a brief and a few rows, no files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from smmtools.inputs.client import Brief
from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.schemas import TABLES, conform, empty

GOAL = {
    "key": "applications",
    "name": "Applications",
    "main": True,
    "type": "sales",
    "indicator": "applications",
    "target": 20.0,
    "per": "day",
    "start": "2026-09-01",
    "deadline": "2026-12-31",
    "baseline": 10.0,
}


def a_brief(goals: list[dict[str, Any]] | None = None, **changes: Any) -> Brief:
    """A whole brief; ``goals`` are decided since September 2026, none when None."""
    decision = {
        "since": "2026-09",
        "by": "A",
        "why": "B",
        "promotion": "open",
        "way": "posts",
        "goals": goals,
    }
    said = {
        "name": "Pechka Pizza",
        "jurisdiction": "RU",
        "language": "en",
        "timezone": "UTC",
        "currency": "RUB",
        "vat": "included",
        "we_are": "contractor",
        "accounts": [{"platform": "vk", "account": "ours", "role": "own"}],
        "decisions": {"goals": [decision] if goals else []},
    }
    return Brief.model_validate(said | changes)


@pytest.fixture
def a_client() -> Callable[..., ClientMonth]:
    """Make a client in October 2026 from rows: ``a_client(orders=[{...}], brief=a_brief([GOAL]))``."""

    def make(month: str = "2026-10", brief: Brief | None = None, **rows: list[dict[str, Any]]) -> ClientMonth:
        tables = {
            name: conform(name, pd.DataFrame(rows[name])) if rows.get(name) else empty(name)
            for name in TABLES
        }
        sources = {"vk": frozenset({"vk", "vk.com"}), "instagram": frozenset({"instagram"})}
        return ClientMonth("pizza", pd.Period(month, "M"), brief or a_brief(), tables, (), (), sources)

    return make


@pytest.fixture
def a_goal() -> Callable[..., dict[str, Any]]:
    """A measurable goal as it stands in a brief, with changes; None takes a part away."""
    return lambda **changes: {key: value for key, value in (GOAL | changes).items() if value is not None}


@pytest.fixture
def briefed() -> Callable[..., Brief]:
    """The brief of ``a_brief``."""
    return a_brief
