"""A file examined for a person: which export it is, what its tables hold, what to know about it.

This is what ``smmtools read`` shows; a file that nothing here knows gets a column map proposed.
"""

from __future__ import annotations

import json
import zoneinfo
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from smmtools.errors import CallError, ExportError
from smmtools.inputs.exports import Export, read, unknown_pages
from smmtools.inputs.exports.propose import propose
from smmtools.inputs.schemas import AMOUNT, COUNT, DAY, PEOPLE, TABLES, is_time

NO_TOTAL = ("text_length", "duration", "share", "n", "alive")
"""Figures whose sum says nothing."""


OVERLAP = (*PEOPLE, "visitors", "subscribers_reached")
MORE_THAN_ONCE = ", as a sum in which people stand more than once"


@dataclass(frozen=True)
class Examined:
    """One file: its export or what is wrong with it, and the map proposed where none fits."""

    path: Path
    export: Export | None = None
    error: ExportError | None = None
    proposal: str | None = None


def examine(path: Path, zone: str | None = None) -> Examined:
    """Read a file; where it can't be read, keep the error, and propose a column map if it needs one.

    Raises CallError for a zone that does not exist.
    """
    if zone and zone not in zoneinfo.available_timezones():
        raise CallError.of(f"there is no time zone {zone!r}", "--zone", "write it as Europe/Sofia.")
    try:
        return Examined(path, export=read(path, zone=zone))
    except ExportError as error:
        pages = unknown_pages(path)
        return Examined(path, error=error, proposal=propose(pages, path.name) if pages else None)


def told(examined: Examined) -> str:
    """What was found, in lines: the format, each table's rows, days and totals, the warnings."""
    return "\n".join(_lines(examined)) + "\n"


def _lines(examined: Examined) -> Iterator[str]:
    if examined.export is None:
        yield f"{examined.path.name}: not read"
        yield str(examined.error)
        if examined.proposal:
            yield f"A column map to start from, for maps/{examined.path.stem}.yml in the client's folder:"
            yield "\n".join(f"    {line}" for line in examined.proposal.splitlines())
        return
    yield f"{examined.path.name}: {examined.export.format}"
    for name, table in examined.export.tables.items():
        yield f"  {name}: {len(table):,} rows{_days(name, table)}"
        yield from _totals(name, table, examined.export.totals.get(name, {}))
    for warning in examined.export.warnings:
        yield f"  warning: {warning.removeprefix(examined.path.name).lstrip(': ,')}"


def _days(name: str, table: pd.DataFrame) -> str:
    """First and last day of a table's rows.

    >>> _days("followers", pd.DataFrame({"date": pd.to_datetime(["2026-10-02", "2026-10-01"])}))
    ', 2026-10-01 to 2026-10-02'
    """
    kinds = {column: kind for column, kind in TABLES[name].items() if kind == DAY or is_time(kind)}
    columns = [column for column in kinds if column in table and column != "exported_on"]
    days = pd.concat([table[column].dt.tz_localize(None) for column in columns]).dropna()
    return f", {days.min():%Y-%m-%d} to {days.max():%Y-%m-%d}" if len(days) else ""


def _totals(name: str, table: pd.DataFrame, stated: dict[str, float]) -> Iterator[str]:
    """The sums of a table's counts and amounts, of daily figures by platform and measure."""
    if name == "daily":
        named = table["platform"].fillna("") + " " + table["measure"]
        for label, total in table["value"].groupby(named.str.strip()).sum().items():
            overlap = str(label).split()[-1] in OVERLAP
            yield f"    {label}: {_figure(total)}{MORE_THAN_ONCE if overlap else ''}"
        return
    kinds = TABLES[name]
    for column in table.columns:
        if kinds[column] not in (COUNT, AMOUNT) or column in NO_TOTAL or not table[column].notna().any():
            continue
        note = MORE_THAN_ONCE if column in PEOPLE else ""
        also = f" (the file's total: {_figure(stated[column])})" if column in stated else ""
        yield f"    {column}: {_figure(table[column].sum())}{also}{note}"


def _figure(value: Any) -> str:
    return f"{float(value):,.2f}".removesuffix(".00")


def write_csv(files: Iterable[Examined], folder: Path) -> list[Path]:
    """Write each tidy table as ``<file>.<table>.csv``. Raises CallError where that can't be done."""
    written: list[Path] = []
    for examined in files:
        for name, table in (examined.export.tables if examined.export else {}).items():
            stem, nth = f"{examined.path.stem}.{name}", 2
            while (path := folder / f"{stem}.csv") in written:
                stem, nth = f"{examined.path.stem}.{nth}.{name}", nth + 1
            _write(path, table.to_csv(index=False, lineterminator="\n"))
            written.append(path)
    return written


def write_json(files: Sequence[Examined], path: Path) -> None:
    """Write what was found as one JSON list. Raises CallError where that can't be done."""
    found = [
        {
            "file": examined.path.name,
            "format": examined.export.format if examined.export else None,
            "error": str(examined.error) if examined.error else None,
            "warnings": examined.export.warnings if examined.export else [],
            "totals": examined.export.totals if examined.export else {},
            "tables": {name: _rows(table) for name, table in examined.export.tables.items()}
            if examined.export
            else {},
        }
        for examined in files
    ]
    _write(path, json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def _rows(table: pd.DataFrame) -> Any:
    return json.loads(table.to_json(orient="records", date_format="iso", force_ascii=False))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        what = f"this cannot be written: {error.strerror}"
        raise CallError.of(what, str(path), "name another place.") from None
