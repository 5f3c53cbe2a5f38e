"""Saving decisions in ``client.yml`` without disturbing what people wrote there.

A change is a small edit of the text, so comments, order, quotes and line ends stay. After every
edit the text is read again and must say exactly what was intended; before it is written it must be
a valid brief. Anything else is a ``SaveError``, and the file is as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from smmtools.errors import BriefError, SaveError
from smmtools.inputs import yaml_edit
from smmtools.inputs.brief_bytes import encoded, read_bytes, write_bytes
from smmtools.inputs.client import Brief, check_brief
from smmtools.inputs.yaml_lines import Loc, YamlText, parse_yaml
from smmtools.inputs.yaml_write import plain_value

Place = tuple[str | int, ...]


class BriefFile:
    """A brief opened for changing: ``set`` and ``append`` as often as needed, then ``save``."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self._on_disk = content
        self._text = self._parsed(content)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the brief at ``path``.  BriefError when it is no YAML that can be relied on."""
        return cls(path, read_bytes(path))

    @property
    def data(self) -> Any:
        """The plain data as changed so far."""
        return self._text.data

    def set(self, loc: Loc, value: Any) -> None:
        """Set the value at ``loc``, such as ("decisions", "goals", 0, "goals", 0, "target").

        Keys that are missing on the way are added. Setting what is there already changes nothing.
        SaveError when there is no such place.
        """
        text = self._text
        with _told_at(text.where(loc)):
            place, new = _to_change(text, tuple(loc), plain_value(value))
            for step in _steps(_at(text.data, place), new, place):
                text = self._edited(text, step)
        if not _same(text.data, _with_value(self.data, place, new)):
            raise self._beyond_editing(loc)
        self._text = text

    def append(self, loc: Loc, value: Any) -> None:
        """Add an entry to the list at ``loc``, such as ("decisions", "goals"); a missing list is made.

        SaveError when something else than a list is there.
        """
        loc = tuple(loc)
        old = _at(self.data, loc) if _reach(self.data, loc) == len(loc) else None
        if old is not None and not isinstance(old, list):
            raise SaveError.of("an entry can be added to a list only", self._text.where(loc), "name a list.")
        self.set(loc, [*(old or []), value])

    def save(self) -> Brief:
        """Check the brief, write it, and return it as it now is.

        SaveError with every fault, and nothing written, when it would not be valid, when the file
        has been changed by someone else meanwhile, or when it may not be written.
        """
        try:
            brief = check_brief(self._text)
        except BriefError as error:
            raise SaveError(error.faults) from None
        content = encoded(self._text.text, self._on_disk)
        if content != self._on_disk:
            write_bytes(self.path, content, self._on_disk)
            self._on_disk = content
        return brief

    def _parsed(self, content: bytes) -> YamlText:
        text = parse_yaml(content, self.path)
        if text.faults:
            raise BriefError(fault for _, fault in text.faults)
        return text

    def _edited(self, text: YamlText, step: _Step) -> YamlText:
        """Return the text after one step.  SaveError when it could no longer be read."""
        inserts, loc, key, value = step
        new = yaml_edit.insert(text, loc, key, value) if inserts else yaml_edit.replace(text, loc, value)
        try:
            return self._parsed(encoded(new, self._on_disk))
        except BriefError:
            raise self._beyond_editing(loc) from None

    def _beyond_editing(self, loc: Loc) -> SaveError:
        what = "this cannot be changed without rewriting the brief"
        return SaveError.of(what, self._text.where(loc), "make the change in the file by hand.")


_Step = tuple[bool, Place, str | None, Any]  # whether it inserts, where, under which key, what


def _steps(old: Any, new: Any, loc: tuple[str | int, ...]) -> Iterator[_Step]:
    """Yield the smallest changes that turn ``old`` at ``loc`` into ``new``."""
    if _same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and old.keys() <= new.keys():
        for key in old:
            yield from _steps(old[key], new[key], (*loc, key))
        yield from ((True, loc, key, new[key]) for key in new if key not in old)
    elif isinstance(old, list) and isinstance(new, list) and old and len(old) <= len(new):
        for index, item in enumerate(old):
            yield from _steps(item, new[index], (*loc, index))
        yield from ((True, loc, None, item) for item in new[len(old) :])
    else:
        yield False, loc, None, new


def _to_change(text: YamlText, loc: Place, value: Any) -> tuple[Place, Any]:
    """Return the deepest place on the way to ``loc`` that there is, and what must stand there then."""
    depth = _reach(text.data, loc)
    place, missing = loc[:depth], loc[depth:]
    here = _at(text.data, place)
    if not missing:
        return place, value
    if not isinstance(here, dict | None) or not all(isinstance(key, str) for key in missing):
        raise SaveError.of(
            "there is no such place in the brief", text.where(loc), "name keys and entries that it has."
        )
    for key in reversed(missing):
        value = {key: value}
    return place, {**(here or {}), **value}


def _reach(data: Any, loc: Place) -> int:
    """Return how many keys of ``loc`` can be followed in ``data``."""
    for depth, key in enumerate(loc):
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if key not in known:
            return depth
        data = data[key]
    return len(loc)


def _at(data: Any, loc: Place) -> Any:
    for key in loc:
        data = data[key]
    return data


def _with_value(data: Any, loc: Place, value: Any) -> Any:
    """Return ``data`` (which may be changed) with ``value`` at ``loc``."""
    if not loc:
        return value
    _at(data, loc[:-1])[loc[-1]] = value
    return data


@contextmanager
def _told_at(where: str) -> Iterator[None]:
    """Say where, for faults of a value that does not know where it is to stand."""
    try:
        yield
    except SaveError as error:
        raise SaveError(replace(fault, where=fault.where or where) for fault in error.faults) from None


def _same(one: Any, other: Any) -> bool:
    """Whether two plain values are written alike: true is not 1, but 20 is 20.0."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other
