"""YAML that remembers its lines.

The text is read into a tree of nodes, each with its place in the text. From the tree come the
plain data (dates stay text, keys are always text), the line of every key for messages, and the
places at which ``brief_file`` edits. What makes a brief ambiguous is refused: a key given twice,
aliases and anchors, tags, more than one document.
"""

from __future__ import annotations

import codecs
import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from smmtools.errors import BriefError, Fault
from smmtools.inputs.workspace import shown
from smmtools.inputs.yaml_faults import meaning

Loc = Sequence[str | int]

_DEEPEST = 30
_KINDS = {f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float")}
_SAVE_AS = "save it as UTF-8 in your editor."


@dataclass(frozen=True)
class YamlText:
    """A YAML text with its data and the node tree that knows where everything stands.

    ``faults`` are the keys given twice, each with its line: the data hold the first value, so that
    everything else can be checked in the same pass.
    """

    path: Path
    text: str
    root: Node
    faults: tuple[tuple[int, Fault], ...]

    @property
    def data(self) -> Any:
        """The plain data: dict, list, str, int, float, bool and None."""
        return plain(self.root)

    def node(self, loc: Loc) -> Node:
        """Return the value at ``loc``.  KeyError when there is none."""
        node = self.root
        for key in loc:
            node = _child(node, key)[1]
        return node

    def line(self, loc: Loc) -> int:
        """Return the line (from 1) of the key or entry at ``loc``; of its parent where it is missing."""
        here = node = self.root
        for key in loc:
            try:
                here, node = _child(node, key)
            except KeyError:
                break
        return int(here.start_mark.line) + 1

    def where(self, loc: Loc) -> str:
        """Return file, line and dotted key of ``loc`` for a message."""
        return _where(self.path, self.line(loc), loc)


def read_yaml(path: Path) -> YamlText:
    """Read the file at ``path``.  BriefError when it is not a YAML mapping that can be relied on."""
    return parse_yaml(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the brief at ``path``.  BriefError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BriefError.of("there is no brief", shown(path), "write the client's brief there.") from None
    except OSError as error:
        raise BriefError.of(
            f"the brief cannot be read ({error.strerror})", shown(path), "make it a file that you may read."
        ) from None


def parse_yaml(content: bytes, path: Path) -> YamlText:
    """Read ``content``, the bytes of the file at ``path`` (named in messages only)."""
    text = _decoded(content, path)
    try:
        _refuse_ambiguity(text, path)
        root = compose(text)
    except YAMLError as error:
        line, what, mend = meaning(error, text)
        raise BriefError.of(what, _where(path, line) if line else shown(path), mend) from None
    if root is None:
        mend = "write at least name, language, timezone, currency, vat and we_are."
        raise BriefError.of("the brief is empty", shown(path), mend)
    if not isinstance(root, MappingNode):
        mend = "write lines of key and value, such as `name: Pechka Pizza`."
        raise BriefError.of("the brief does not consist of keys and values", _where(path, 1), mend)
    _mark_empty_values(root, text)
    return YamlText(path, text, root, tuple(_repeated_keys(root, path, ())))


def compose(text: str) -> Node | None:
    """Return the node tree of ``text``; None when it is empty.  YAMLError when it cannot be parsed."""
    tree: Node | None = _yaml().compose(text)
    return tree


def encoded(text: str, like: bytes) -> bytes:
    """Return ``text`` as the bytes of a file, with a byte order mark where ``like`` has one."""
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def plain(node: Node) -> Any:
    """Return the plain data of ``node``: keys are text, dates stay text."""
    if isinstance(node, MappingNode):
        # reversed: of a key given twice the first value stays, as the message about it says
        pairs = {str(key.value): plain(value) for key, value in reversed(node.value)}
        return dict(reversed(pairs.items()))
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.value]
    return _scalar(node)


def _scalar(node: Node) -> str | int | float | bool | None:
    """Return a scalar as YAML 1.2 understands it, but a date as its text."""
    if node.tag not in _KINDS:
        return str(node.value)
    try:
        value: str | int | float | bool | None = _yaml().constructor.construct_object(node)
    except ValueError:  # a number of thousands of digits
        return str(node.value)
    return value


def _yaml() -> YAML:
    return YAML(typ="safe", pure=True)


def _child(node: Node, key: str | int) -> tuple[Node, Node]:
    """Return where the entry ``key`` of ``node`` begins, and its value."""
    if isinstance(node, MappingNode):
        for key_node, value in node.value:
            if key_node.value == key:
                return key_node, value
    if isinstance(node, SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        return node.value[key], node.value[key]
    raise KeyError(key)


def _where(path: Path, line: int, loc: Loc = ()) -> str:
    dotted = ".".join(str(key) for key in loc)
    return f"{shown(path)}, line {line}" + (f", {dotted}" if dotted else "")


def _decoded(content: bytes, path: Path) -> str:
    """Return the text of ``content`` without the mark that some editors put at its beginning."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BriefError.of("the brief is saved as UTF-16", shown(path), _SAVE_AS)
    if b"\0" in content:
        where = _where(path, content[: content.index(b"\0")].count(b"\n") + 1)
        mend = "restore the brief from a copy: it is damaged, or no text file."
        raise BriefError.of("the brief holds a NUL character", where, mend)
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        where = _where(path, error.object[: error.start].count(b"\n") + 1)
        raise BriefError.of("the brief is not saved as UTF-8", where, _SAVE_AS) from None


def _refuse_ambiguity(text: str, path: Path) -> None:
    """Refuse aliases, anchors, tags and bottomless nesting before the tree is built from them."""
    faults, depth = [], 0
    if version := re.search("^%YAML", text, re.MULTILINE):  # yes would be true, and 010 would be 8
        where = _where(path, text[: version.start()].count("\n") + 1)
        faults.append(Fault("a version of YAML is named", where, "remove the line that begins with %."))
    for event in _yaml().parse(text):
        if not isinstance(event, NodeEvent):
            depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
            continue
        depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
        where = _where(path, event.start_mark.line + 1)
        if depth > _DEEPEST:
            raise BriefError.of("the brief is nested too deep", where, "close the brackets that are open.")
        if isinstance(event, AliasEvent):
            faults.append(Fault(f"the alias *{event.anchor} is used", where, "write the value itself there."))
        elif event.anchor:
            faults.append(
                Fault(f"the anchor &{event.anchor} is used", where, "remove it, with its ampersand.")
            )
        elif tag := getattr(event, "tag", None):
            faults.append(Fault(f"the tag {tag} is used", where, "remove it; put text in quotes."))
    if faults:
        raise BriefError(faults)


def _mark_empty_values(node: Node, text: str) -> None:
    """Mark a value that is not written behind its colon: the parser marks it where the next key begins."""
    for entry in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        key, value = entry if isinstance(entry, tuple) else (None, entry)
        _mark_empty_values(value, text)
        if key is not None and value.start_mark.index == value.end_mark.index:
            colon = re.compile(" *:").match(text, key.end_mark.index)
            if colon:
                value.start_mark = value.end_mark = copy.copy(key.end_mark)
                value.start_mark.index = colon.end()


def _repeated_keys(node: Node, path: Path, loc: tuple[str | int, ...]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault for every key that its mapping has already, however deep."""
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated_keys(item, path, (*loc, index))
    if isinstance(node, MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in first:
                mend = f"keep one of the two: the first is in line {first[name]}."
                yield line, Fault(f"{name!r} is given twice", _where(path, line, (*loc, name)), mend)
            first.setdefault(name, line)
            yield from _repeated_keys(value, path, (*loc, name))
