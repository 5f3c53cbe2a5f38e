"""Benchmarks: dated rates for clients that have none of their own yet (rule G1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


def load_benchmarks(folder: Path) -> Mapping[str, RateBenchmark]:
    """Read ``benchmarks.yml`` in the folder of reference data, by rate; empty where there is no such file."""
    path = folder / BENCHMARKS
    if not path.is_file():
        return {}
    said = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return {each["rate"]: RateBenchmark(**each) for each in said["benchmarks"]}
