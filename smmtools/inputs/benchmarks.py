"""Benchmarks: dated rates for clients that have none of their own yet (G1), and to look at (M2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

BENCHMARKS = "benchmarks.yml"


@dataclass(frozen=True)
class RateBenchmark:
    """A rate as others see it, how many clicks of one's own it is worth, by which source, of when."""

    rate: str
    """ctr or application_rate."""
    value: float
    clicks: float
    source: str
    date: str


@dataclass(frozen=True)
class Reference:
    """A figure of others to look at beside one's own, never a pass mark (M2)."""

    rate: str
    """Key of an indicator."""
    platform: str
    value: float
    source: str
    date: str
    """Of when its data are."""


def load_benchmarks(folder: Path) -> Mapping[str, RateBenchmark]:
    """Read ``benchmarks.yml`` in the folder of reference data, by rate; empty where there is no such file."""
    return {each["rate"]: RateBenchmark(**each) for each in _said(folder).get("benchmarks") or ()}


def load_references(folder: Path) -> tuple[Reference, ...]:
    """Read the references of ``benchmarks.yml``, as they stand there; none where there is no such file."""
    return tuple(Reference(**each) for each in _said(folder).get("references") or ())


def _said(folder: Path) -> Mapping[str, Any]:
    path = folder / BENCHMARKS
    if not path.is_file():
        return {}
    said: Mapping[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return said
