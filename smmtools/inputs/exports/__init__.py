"""Exports as the platforms give them, read into tidy tables.

``read`` tells a file's format by its header, never by its name, and gives the tables of
``smmtools.inputs.schemas`` with everything in the client's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from smmtools.errors import ExportError
from smmtools.inputs.exports import (
    column_map,
    ga4,
    google_ads,
    linkedin,
    meta,
    meta_ads,
    meta_insights,
    tiktok,
    vk,
    x,
    youtube,
)
from smmtools.inputs.exports.oddities import tell_oddities
from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.reading import Reading
from smmtools.inputs.exports.recipes import Format, Tables
from smmtools.inputs.exports.text import load_bytes
from smmtools.inputs.exports.text_pages import pages_of_text
from smmtools.inputs.exports.workbook_pages import SIGNATURES, pages_of_workbook
from smmtools.inputs.schemas import conform, validate

FORMATS: tuple[Format, ...] = tuple(
    form
    for platform in (vk, meta, meta_insights, meta_ads, youtube, tiktok, x, linkedin, ga4, google_ads)
    for form in platform.FORMATS
)


@dataclass(frozen=True)
class Export:
    """A file that has been read: which format it is, its tidy tables, and what to know about them."""

    format: str
    tables: dict[str, pd.DataFrame]
    warnings: list[str]
    totals: dict[str, dict[str, float]] = field(default_factory=dict)
    """Tidy table -> column -> total as the file states it. A total reach is here and nowhere else."""


def read(path: str | Path, *, zone: str | None = None) -> Export:
    """Read an export into tidy tables, its times in ``zone`` (UTC when not given).

    Raises ExportError, with every fault at once, where the file is no export, has a header that neither
    a platform nor a column map knows, or holds a value that cannot be.
    """
    path = Path(path)
    pages, warnings = _load(path)
    reading = Reading(path.name, zone or "UTC", warnings, pages=pages)
    name, tables = _tables(path, pages, reading)
    reading.finish()
    tidy = {table: conform(table, frame, zone=reading.zone) for table, frame in tables.items()}
    tidy = {table: validate(table, frame.reset_index(drop=True), path.name) for table, frame in tidy.items()}
    tell_oddities(tidy, reading)
    return Export(name, tidy, reading.warnings, reading.totals)


def _load(path: Path) -> tuple[Sequence[Page], list[str]]:
    content = load_bytes(path)
    if content.startswith(SIGNATURES):
        return pages_of_workbook(content, path.name), []
    return pages_of_text(content, path.name)


def _tables(path: Path, pages: Sequence[Page], reading: Reading) -> tuple[str, Tables]:
    found = _detect(pages)
    if found is None or found[0].rank < 0:
        found = column_map.find(path, pages) or found
    if found is None:
        raise _unknown(path, pages)
    form, page, header = found
    tables = form.read(page, header, reading)
    if not (form.bare_end or page.ends_whole()):
        reading.warn("it does not end with a line end: if it was cut off, its last record is not whole.")
    return form.name, tables


def unknown_pages(path: Path) -> Sequence[Page]:
    """The grids of a file that neither a platform's format nor a column map fits; none for any other file."""
    try:
        pages, _ = _load(path)
        known = _detect(pages) or column_map.find(path, pages)
    except ExportError:
        return ()
    return () if known else pages


def _detect(pages: Sequence[Page]) -> tuple[Format, Page, int] | None:
    """The format whose identifying columns stand in one of the first records; of several the most."""
    matches = [
        ((form.rank, columns, len(record)), form, page, number)
        for page in pages
        for number, record in enumerate(page.head())
        for form in FORMATS
        if (columns := form.found_in(record))
    ]
    return max(matches, key=lambda match: match[0])[1:] if matches else None


def _unknown(path: Path, pages: Sequence[Page]) -> ExportError:
    """The header is taken to be the first of the widest records."""
    records = [record for page in pages for record in page.head()]
    widest = max(records, key=len, default=[])
    columns = ", ".join(" ".join(cell.split())[:40] for cell in widest[:40] if cell.strip())
    return ExportError.of(
        f"no platform's export known here has this header: {columns or '(none)'}",
        path.name,
        "write a column map for it into the client's folder maps/.",
    )
