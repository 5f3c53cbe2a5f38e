"""A column map as an analyst writes it: the YAML's schema, and its faults by file and key."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
import pydantic
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from smmtools.errors import ExportError, Fault
from smmtools.inputs.exports.reading import Style
from smmtools.inputs.exports.recipes import Recipe
from smmtools.inputs.exports.values import moments
from smmtools.inputs.schemas import DAY, REQUIRED, TABLES, TEXT, WORDS, conform

Word = Annotated[str, pydantic.Field(coerce_numbers_to_str=True, min_length=1)]
_NOT_YAML = "write lines of the form `key: value`; put a value that holds : or # in quotes."


class ColumnMap(pydantic.BaseModel):
    """A column map; ``Recipe`` and ``Style`` say what its parts mean.

    ``numbered`` names a column that gets each record's number, for a file without an ID. Such numbers
    hold within one file only: two exports with the same posts would count them twice.
    """

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)

    table: str
    about: str = ""
    constants: dict[str, Any] = {}
    columns: dict[str, Word] = pydantic.Field(min_length=1)
    dates: str = "%Y-%m-%d"
    zone: str = "UTC"
    decimal: Literal[".", ","] = "."
    thousands: Literal["", " ", ",", ".", "'"] = ""
    missing: list[Word] = []
    numbered: str = ""
    values: dict[str, dict[Word, Any]] = {}

    def recipe(self) -> Recipe:
        """The map as what the machinery reads by; a word that it doesn't know is a fault."""
        zone = self.zone if re.search("%[HIXcT]", self.dates) else ""  # days are the client's own
        style = Style((self.dates,), zone, self.decimal, self.thousands, tuple(self.missing))
        recipe = Recipe(self.table, self.columns, self.constants, self.values, style, strict=True)
        return replace(recipe, numbered=self.numbered)


def load_map(file: Path) -> ColumnMap:
    """The map of a file. Raises ExportError with every fault at once, each with its key."""
    column_map = _modelled(load_keys(file), file.name)
    if faults := [Fault(what, f"{file.name}, {key}", mend) for key, what, mend in _problems(column_map)]:
        raise ExportError(faults)
    return column_map


def load_keys(file: Path) -> dict[str, Any]:
    """The keys and values of a YAML file. Raises ExportError where it is none."""
    try:
        content = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8-sig"))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file.name}, line {mark.line + 1}" if mark else file.name
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise ExportError.of(f"the column map is no valid YAML: {problem}", where, _NOT_YAML) from None
    except UnicodeDecodeError:
        raise ExportError.of("the column map is not UTF-8", file.name, "save it as UTF-8.") from None
    if not isinstance(content, dict):
        raise ExportError.of("the column map holds no keys", file.name, _NOT_YAML)
    return content


def _modelled(content: Mapping[str, Any], file: str) -> ColumnMap:
    try:
        return ColumnMap.model_validate(content)
    except pydantic.ValidationError as errors:
        raise ExportError(_translated(error, file) for error in errors.errors()) from None


def _translated(error: Any, file: str) -> Fault:
    """A model's error in this project's words."""
    key = ".".join(str(part) for part in error["loc"] if part != "[key]")
    where = f"{file}, {key}"
    if error["type"] == "missing":
        return Fault(f"the column map does not say its {key}", file, f"add `{key}:`.")
    if error["type"] == "extra_forbidden":
        return Fault(f"a column map has no key {key!r}", where, near(key, ColumnMap.model_fields))
    return Fault(f"{error['input']!r} is not valid here", where, f"{error['msg'].lower()}.")


def near(name: str, known: Iterable[str]) -> str:
    """A mend that names the nearest of the known names, or all of them.

    >>> near("colums", ["table", "columns"])
    "write 'columns'."
    >>> near("x", ["table", "columns"])
    'write one of: columns, table.'
    """
    found = difflib.get_close_matches(name, known := list(known), n=1)
    return f"write {found[0]!r}." if found else f"write one of: {', '.join(sorted(known))}."


Problem = tuple[str, str, str]
"""Key, what, mend."""


def _problems(column_map: ColumnMap) -> Iterator[Problem]:
    """What a model of types can't see."""
    if column_map.table not in TABLES:
        yield "table", f"there is no table {column_map.table!r}", near(column_map.table, TABLES)
        return
    yield from _column_problems(column_map)
    yield from _word_problems(column_map)
    if column_map.zone not in zoneinfo.available_timezones():
        yield "zone", f"there is no time zone {column_map.zone!r}", "write it as Europe/Sofia."
    if not _is_date_format(column_map.dates):
        what = f"{column_map.dates!r} is no format of dates with a year"
        yield "dates", what, "write it as %d.%m.%Y %H:%M (strptime)."
    if column_map.decimal == column_map.thousands:
        yield "thousands", "the thousands sign is the decimal sign", "correct one of them."


def _is_date_format(form: str) -> bool:
    try:
        pd.to_datetime(pd.Series([""]), format=form, errors="coerce", utc=True)
    except ValueError:
        return False
    return "%Y" in form or "%y" in form


def _column_problems(column_map: ColumnMap) -> Iterator[Problem]:
    table, columns, constants = column_map.table, column_map.columns, column_map.constants
    for part, names in (("columns", columns), ("constants", constants)):
        for name in names:
            if name not in TABLES[table]:
                yield f"{part}.{name}", f"{table} has no column {name!r}", near(name, TABLES[table])
    for name in REQUIRED[table]:
        if name not in columns and name not in constants and name != column_map.numbered:
            mend = "name its column, or give it as a constant."
            yield "columns", f"a row of {table} needs {name!r}, and the map does not say it", mend
    if (name := column_map.numbered) and TABLES[table].get(name) != TEXT:
        yield "numbered", f"{table} has no text column {name!r}", near(name, TABLES[table])
    for name in columns.keys() & constants.keys():
        yield f"constants.{name}", f"{name!r} is both a column and a constant", "keep one of them."


def _word_problems(column_map: ColumnMap) -> Iterator[Problem]:
    for name, value in column_map.constants.items():
        yield from _value_problem(column_map.table, name, value, f"constants.{name}")
    for name, words in column_map.values.items():
        if name not in column_map.columns:
            yield f"values.{name}", f"{name!r} is not among the map's columns", near(name, column_map.columns)
        for word, value in words.items():
            yield from _value_problem(column_map.table, name, value, f"values.{name}.{word}")


def _value_problem(table: str, name: str, value: Any, key: str) -> Iterator[Problem]:
    dtype, words = TABLES[table].get(name), WORDS.get(table, {}).get(name)
    if words and value not in words:
        yield key, f"{value!r} is no word for {table}.{name}", near(str(value), words)
    elif not _can_stand_in(table, name, value):
        yield key, f"{value!r} cannot stand in {table}.{name} ({dtype})", "correct the value."


def _can_stand_in(table: str, name: str, value: Any) -> bool:
    if not isinstance(value, str | int | float | dt.date):
        return False
    if TABLES[table].get(name) == DAY:
        return bool(moments(pd.Series([str(value)]), ["%Y-%m-%d"]).notna().all())
    try:
        conform(table, pd.DataFrame({name: [value]}))
    except (TypeError, ValueError):
        return False
    return True
