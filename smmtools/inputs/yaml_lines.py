"""YAML that remembers its lines.

The text is read into a tree of nodes, each with its place in the text. From the tree come the
plain data (dates stay text, keys are always text), the line of every key for messages, and the
places at which ``brief_file`` edits. What makes a brief ambiguous is refused: a key given twice,
aliases and anchors, tags, more than one document.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from smmtools.errors import BriefError, Fault
from smmtools.inputs.brief_bytes import decoded, read_bytes, where_in
from smmtools.inputs.workspace import shown
from smmtools.inputs.yaml_faults import meaning, refuse_ambiguity, refuse_wide_keys, repeated_keys

Loc = Sequence[str | int]

_COLON = re.compile(" *:")
_KINDS = {f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float")}


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
        return where_in(self.path, self.line(loc), loc)


def read_yaml(path: Path) -> YamlText:
    """Read the file at ``path``.  BriefError when it is not a YAML mapping that can be relied on."""
    return parse_yaml(read_bytes(path), path)


def parse_yaml(content: bytes, path: Path) -> YamlText:
    """Read ``content``, the bytes of the file at ``path`` (named in messages only)."""
    text = decoded(content, path)
    try:
        refuse_ambiguity(_yaml().parse(text), text, path)
        root = compose(text)
    except YAMLError as error:
        line, what, mend = meaning(error, text)
        raise BriefError.of(what, where_in(path, line) if line else shown(path), mend) from None
    if root is None:
        mend = "write at least name, language, timezone, currency, vat and we_are."
        raise BriefError.of("the brief is empty", shown(path), mend)
    if not isinstance(root, MappingNode):
        mend = "write lines of key and value, such as `name: Pechka Pizza`."
        raise BriefError.of("the brief does not consist of keys and values", where_in(path, 1), mend)
    refuse_wide_keys(root, path)
    _mark_empty_values(root, text)
    return YamlText(path, text, root, tuple(repeated_keys(root, path, ())))


def compose(text: str) -> Node | None:
    """Return the node tree of ``text``; None when it is empty.  YAMLError when it cannot be parsed."""
    tree: Node | None = _yaml().compose(text)
    return tree


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


def _mark_empty_values(node: Node, text: str) -> None:
    """Mark a value that is not written behind its colon: the parser marks it where the next key begins."""
    for entry in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        key, value = entry if isinstance(entry, tuple) else (None, entry)
        _mark_empty_values(value, text)
        colon = _COLON.match(text, key.end_mark.index) if key is not None else None
        if colon and value.start_mark.index == value.end_mark.index:
            value.start_mark = value.end_mark = copy.copy(value.end_mark)
            value.start_mark.index = colon.end()
