"""Column maps: for a file that no platform's format fits, what an analyst wrote down about it once.

A map is a YAML file in ``maps/`` beside the client's ``exports/``, or beside the file itself. It fits a
file when every column it names stands in one record; of several the one that names most is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smmtools.errors import ExportError, Fault
from smmtools.inputs.exports.map_file import ColumnMap, load_keys, load_map
from smmtools.inputs.exports.pages import Page, folded
from smmtools.inputs.exports.reading import Reading
from smmtools.inputs.exports.recipes import Tables, one_table

NAME = "column-map"


@dataclass(frozen=True)
class Found:
    """A map that fits, and where its header stands."""

    map: ColumnMap
    page: Page
    header: int

    def read(self, reading: Reading) -> Tables:
        """The map's one table."""
        return one_table(self.map.recipe())(self.page, self.header, reading)


def find(path: Path, pages: Sequence[Page]) -> Found | None:
    """The map that fits a file, None where there is none.

    Raises ExportError where two fit equally well, or where a map itself is faulty.
    """
    fitting = {name: found for name, one in load_maps(path).items() if (found := _fit(one, pages))}
    most = max((len(found.map.columns) for found in fitting.values()), default=0)
    best = {name: found for name, found in fitting.items() if len(found.map.columns) == most}
    if len(best) > 1:
        raise ExportError.of(
            f"{len(best)} column maps fit equally well: {', '.join(sorted(best))}",
            path.name,
            "remove one of them, or let it name a column that only its file has.",
        )
    return next(iter(best.values()), None)


def _fit(column_map: ColumnMap, pages: Sequence[Page]) -> Found | None:
    wanted = {folded(name) for name in column_map.columns.values()}
    for page in pages:
        for number, record in enumerate(page.head()):
            if wanted <= {folded(cell) for cell in record}:
                return Found(column_map, page, number)
    return None


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
