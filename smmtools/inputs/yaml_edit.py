"""Single changes to a YAML text that leave every other character as it is.

Each function takes a text with its node tree and returns the new text. The tree's marks say where
a value begins and ends; a block's own end mark lies where the next thing begins, so the end of its
last leaf is taken instead. Whether the new text means what was intended is for the caller to check.
"""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from smmtools.inputs.yaml_lines import Loc, YamlText
from smmtools.inputs.yaml_write import block_lines, item_lines, one_line, pair_lines

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def insert(text: YamlText, loc: Loc, key: str | None, value: Any) -> str:
    """Put ``value`` behind the last entry of what stands at ``loc``: under ``key``, or as a list's entry."""
    node = text.node(loc)
    last = _last(node)
    if _in_brackets(node):
        added = one_line(value if key is None else {key: value}, flow=True)
        added = added if key is None else added[1:-1]
        at = _end(text.text, last)
        return _spliced(text.text, at, at, f", {added}")
    if key is None:
        added_lines = item_lines(value, inline=_in_brackets(last), gap=_gap(text.text, node, last))
    else:
        added_lines = pair_lines(key, value)
    return _with_lines(text.text, _end(text.text, last), node.start_mark.column, added_lines)


def replace(text: YamlText, loc: Loc, value: Any) -> str:
    """Put ``value`` in the place of the value at ``loc``."""
    node = text.node(loc)
    parent = text.node(loc[:-1]) if loc else None
    start, end = int(node.start_mark.index), _end(text.text, node)
    block = _is_block(node)
    if isinstance(value, dict | list) and value and not _within_brackets(text, loc):
        if block:
            return _spliced(
                text.text, start, end, _joined(text.text, block_lines(value), node.start_mark.column)
            )
        if isinstance(parent, MappingNode):
            return _opened(text, node, _key_node(parent, node), value)
    inline = one_line(value, flow=_within_brackets(text, loc), quote=_quote(node))
    if block and isinstance(parent, MappingNode):
        return _collapsed(text.text, node, _key_node(parent, node), inline)
    if _is_block_text(node):
        end = start + len(text.text[start:end].rstrip())
        return _spliced(text.text, start, end, inline + _header_comment(text.text, start))
    if start == end:
        return _spliced(text.text, start, end, _lead(text.text, start) + inline)
    return _spliced(text.text, start, end, inline)


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _with_lines(text: str, at: int, column: int, lines: list[str]) -> str:
    """Insert ``lines`` behind the line that holds position ``at``; its comment stays with it."""
    end = _line_end(text, at)
    first = _line_break(text) + " " * column
    return _spliced(text, end, end, first + _joined(text, lines, column))


def _joined(text: str, lines: list[str], column: int) -> str:
    return (_line_break(text) + " " * column).join(lines)


def _opened(text: YamlText, node: Node, key: Node, value: Any) -> str:
    """Turn ``key: old`` into ``key:`` with the lines of ``value`` below it."""
    start, end = int(node.start_mark.index), _end(text.text, node)
    comment = _header_comment(text.text, start) if _is_block_text(node) else ""
    kept = text.text[:start].rstrip(" ") + comment
    without = kept + text.text[end:]
    indented = [f"  {line}" for line in block_lines(value)]
    return _with_lines(without, len(kept), key.start_mark.column, indented)


def _collapsed(text: str, node: Node, key: Node, inline: str) -> str:
    """Turn ``key:`` with lines below it into ``key: value``; a comment behind the key stays."""
    colon = text.index(":", int(key.end_mark.index)) + 1
    first_line = _line_start(text, int(node.start_mark.index))
    kept = text[colon:first_line]
    return text[:colon] + " " + inline + kept + text[_line_end(text, _end(text, node)) :]


def _header_comment(text: str, start: int) -> str:
    """Return what stands behind the sign of a text block (``|`` or ``>``) on its line."""
    return re.sub(r"^[|>][-+0-9]*", "", text[start : _line_end(text, start)])


def _lead(text: str, at: int) -> str:
    """Return what must stand before a value where there was none: `key:`, `-`, or a bare key in brackets."""
    return " " if text[at - 1] in ":-" else ": "


def _end(text: str, node: Node) -> int:
    """Return where the text of ``node`` really ends."""
    if _is_block(node):
        return _end(text, _last(node))
    end = int(node.end_mark.index)
    if not _is_block_text(node):
        return end
    start = int(node.start_mark.index)
    header = _line_end(text, start)
    body = text[start:end]
    if "+" in text[start:header].split("#")[0]:  # blank lines at its end belong to the text
        return max(header, start + len(re.sub(r"(\r\n|\n|\r)\Z", "", body)))
    return max(header, start + len(body.rstrip()))


def _last(node: Node) -> Node:
    """Return the value of a collection's last entry."""
    entry = node.value[-1]
    value: Node = entry[1] if isinstance(entry, tuple) else entry
    return value


def _is_block(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _in_brackets(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def _is_block_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def _quote(node: Node) -> str | None:
    return node.style if isinstance(node, ScalarNode) else None


def _within_brackets(text: YamlText, loc: Loc) -> bool:
    """Whether the value at ``loc`` stands inside brackets."""
    return any(_in_brackets(text.node(loc[:depth])) for depth in range(len(loc)))


def _key_node(parent: MappingNode, node: Node) -> Node:
    key: Node = next(key for key, value in parent.value if value is node)
    return key


def _gap(text: str, sequence: Node, last: Node) -> int:
    """Return how many spaces the list's last entry has behind its hyphen; 1 where it begins on a new line."""
    before = text[_line_start(text, last.start_mark.index) : last.start_mark.index]
    match = re.search(r"-( +)$", before)
    return len(match[1]) if match else 1


def _line_break(text: str) -> str:
    found = _LINE_BREAK.search(text)
    return found[0] if found else "\n"


def _line_end(text: str, at: int) -> int:
    """Return where the line of position ``at`` ends, before its break."""
    found = _LINE_BREAK.search(text, at)
    return found.start() if found else len(text)


def _line_start(text: str, at: int) -> int:
    """Return where the break before the line of position ``at`` begins."""
    breaks = [found.start() for found in _LINE_BREAK.finditer(text, 0, at)]
    return breaks[-1] if breaks else 0
