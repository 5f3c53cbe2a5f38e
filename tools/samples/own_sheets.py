"""The client's own sheets as ``smmtools new`` lays them out, filled in; and their column maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from samples.writers import sheet
from smmtools.inputs.new_client import client_files


def maps(slug: str, answers: Mapping[str, str]) -> dict[str, bytes]:
    """The column maps of the sheets, as a new client gets them: path in the client's folder -> bytes."""
    return {name: text for name, text in client_files(slug, answers).items() if name.startswith("maps/")}


def filled(
    slug: str, answers: Mapping[str, str], rows: Mapping[str, Iterable[Sequence[object]]]
) -> dict[str, bytes]:
    """The four sheets with the rows given, by the sheet's name; others keep their header only."""
    files = client_files(slug, answers)
    made = {}
    for name in ("orders", "comments", "followers", "audits"):
        header = files[f"exports/{name}.csv"].decode().rstrip("\n").split(",")
        made[f"exports/{name}.csv"] = sheet(header, rows.get(name, ()), sep=",")
    return made
