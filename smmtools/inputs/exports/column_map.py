"""Column maps: for a file that no platform's format fits, what an analyst wrote down about it once.

A map is a YAML file in ``maps/`` beside the client's ``exports/``, or beside the file itself. It fits a
file when every column it names stands in one record; of several the one that names most is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from smmtools.errors import ExportError, Fault
from smmtools.inputs.exports.map_file import ColumnMap, load_keys, load_map
from smmtools.inputs.exports.pages import Page, find_header
from smmtools.inputs.exports.recipes import Format, one_table

NAME = "column-map"


def find(path: Path, pages: Sequence[Page]) -> tuple[Format, Page, int] | None:
    """The map that fits a file, as a format, and where its header stands; None where there is none.

    Raises ExportError where two fit equally well, or where a map itself is faulty.
    """
    maps = load_maps(path)
    places = {name: find_header(pages, list(one.columns.values())) for name, one in maps.items()}
    fitting = {name: place for name, place in places.items() if place}
    most = max((len(maps[name].columns) for name in fitting), default=0)
    best = [name for name in fitting if len(maps[name].columns) == most]
    if len(best) > 1:
        raise ExportError.of(
            f"{len(best)} column maps fit equally well: {', '.join(sorted(best))}",
            path.name,
            "remove one of them, or let it name a column that only its file has.",
        )
    return next(((_as_format(maps[name]), *fitting[name]) for name in best), None)


def _as_format(column_map: ColumnMap) -> Format:
    return Format(NAME, (tuple(column_map.columns.values()),), one_table(column_map.recipe()))


def load_maps(path: Path) -> dict[str, ColumnMap]:
    """The column maps for a file, by their file's name. Raises ExportError with every map's faults."""
    maps: dict[str, ColumnMap] = {}
    faults: list[Fault] = []
    for file in _map_files(path):
        try:
            maps[file.name] = load_map(file)
        except ExportError as error:
            faults.extend(error.faults)
    if faults:
        raise ExportError(faults)
    return maps


def _map_files(path: Path) -> list[Path]:
    """The files in ``maps/``, and those beside the export that are maps (a client.yml may lie there)."""
    folder = path.absolute().parent
    beside = [file for file in sorted(folder.glob("*.yml")) if {"table", "columns"} & load_keys(file).keys()]
    return [*sorted(folder.parent.glob("maps/*.yml")), *beside]
