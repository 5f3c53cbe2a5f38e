"""The sample clients as the tests see them: briefs, and exports read into tidy tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from smmtools.inputs.client import Brief, load_brief
from smmtools.inputs.exports import Export, read

CLIENTS = Path(__file__).resolve().parents[2] / "data" / "clients"
Exports = dict[str, Export]


def brief_of(slug: str) -> Brief:
    return load_brief(CLIENTS / slug / "client.yml")


def exports_of(slug: str) -> Exports:
    zone = brief_of(slug).timezone
    return {path.name: read(path, zone=zone) for path in sorted((CLIENTS / slug / "exports").iterdir())}


def table(exports: Exports, name: str) -> pd.DataFrame:
    """The rows that all files give, one after the other: a row that stands in two files stands here twice."""
    found = [export.tables[name] for export in exports.values() if name in export.tables]
    return pd.concat([part for part in found if len(part)], ignore_index=True)


def day_of(moments: pd.Series) -> pd.Series:
    return moments.dt.tz_localize(None).dt.normalize()


def month_of(moments: pd.Series) -> pd.Series:
    return day_of(moments).dt.strftime("%Y-%m")


def mean_cost(slug: str, month: str = "2026-10") -> float:
    """What the lines of an estimate cost on average (PERT), in the client's currency."""
    brief = brief_of(slug)
    rates = {code: rate.rate for code, rate in brief.fx.items()} | {brief.currency: 1.0}
    return sum(
        line.quantity
        * (line.price.low + 4 * line.price.mode + line.price.high)
        / 6
        * rates[line.currency or brief.currency]
        for line in brief.decided("budget", month).lines
    )
