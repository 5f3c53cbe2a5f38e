"""What is wrong with a brief's YAML: what the parser stumbles over, in plain words, and what it would take.

A key given twice, aliases and anchors, tags: the parser takes them, but people misread them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from smmtools.errors import BriefError, Fault
from smmtools.inputs.brief_bytes import where_in

_DEEPEST = 30

_SIGN = "a text begins with a sign that has a meaning of its own in YAML"
_QUOTE = "put the text in quotes."
_NOT_WITH = "this line does not go with those above it"
_LINE_UP = "indent the line like the others that belong to the same part or list."
# what the parser says -> what it means here, the mend, and whether it began earlier than it was noticed
_MEANINGS: dict[str, tuple[str, str, bool]] = {
    "character '\\t'": ("a tab stands where only spaces may", "put spaces in its place.", False),
    "that cannot start any token": (_SIGN, _QUOTE, False),
    "expected a comment or a line break": (_SIGN, _QUOTE, False),
    "expected chomping": (_SIGN, _QUOTE, False),
    "expected alphabetic": (_SIGN, _QUOTE, False),
    "mapping keys are not allowed": (_SIGN, _QUOTE, False),
    "expected the node content": (
        "a value is missing before this sign",
        "write the value, remove the sign, or close the bracket that is open above.",
        False,
    ),
    "sequence entries are not allowed": (
        "a hyphen stands where no list can begin",
        "begin the list on a line of its own below the key, or put the text in quotes.",
        False,
    ),
    "mapping values are not allowed here": (
        "this line holds a second colon, or is indented too far",
        "put a text that holds a colon in quotes, or line the key up with the one above.",
        False,
    ),
    "could not find expected ':'": ("this line has no colon", "write key, colon, space, value.", False),
    "unexpected end of stream": (
        "a quote is opened here and never closed",
        "close it where the text ends.",
        True,
    ),
    "expected <block end>": (_NOT_WITH, _LINE_UP, False),
    "expected '<document start>'": (_NOT_WITH, _LINE_UP, False),
    "after document end": (_NOT_WITH, "remove the line above that consists of dots.", False),
    "expected ','": (
        "a bracket is opened here and not closed",
        "close it; put commas between entries.",
        True,
    ),
    "another document": ("a second document begins here", "remove the line that says ---.", False),
    "escape character": ("a backslash stands in double quotes", "use single quotes around the text.", False),
    "directive": (_SIGN, _QUOTE, False),
    "version": (_SIGN, _QUOTE, False),
}


def meaning(error: YAMLError, text: str) -> tuple[int | None, str, str]:
    """Return the line (from 1; None where the parser names none), what is wrong, and the mend."""
    if isinstance(error, ReaderError):
        return (
            text[: error.position].count("\n") + 1,
            "a character stands here that no text has",
            "delete it.",
        )
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return None, "the brief is not valid YAML", "compare it with another client's brief."
    problem = str(error.problem)
    for said, (what, mend, earlier) in _MEANINGS.items():
        if said in problem:
            mark = error.context_mark if earlier and error.context_mark else error.problem_mark
            return mark.line + 1, what, mend
    return (
        error.problem_mark.line + 1,
        f"this is not valid YAML ({problem})",
        "correct the line, or put the text in quotes.",
    )


def refuse_ambiguity(events: Iterable[Event], text: str, path: Path) -> None:
    """Refuse aliases, anchors, tags and bottomless nesting before the tree is built from them."""
    faults, depth = [], 0
    if version := re.search("^%YAML", text, re.MULTILINE):  # yes would be true, and 010 would be 8
        where = where_in(path, text[: version.start()].count("\n") + 1)
        faults.append(Fault("a version of YAML is named", where, "remove the line that begins with %."))
    for event in events:
        if not isinstance(event, NodeEvent):
            depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
            continue
        depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
        where = where_in(path, event.start_mark.line + 1)
        if depth > _DEEPEST:
            raise BriefError.of("the brief is nested too deep", where, "close the brackets that are open.")
        if isinstance(event, AliasEvent):
            faults.append(Fault(f"the alias *{event.anchor} is used", where, "write the value itself there."))
        elif event.anchor:
            faults.append(Fault(f"the anchor &{event.anchor} is used", where, "remove it, and its &."))
        elif tag := getattr(event, "tag", None):
            faults.append(Fault(f"the tag {tag} is used", where, "remove it; put text in quotes."))
    if faults:
        raise BriefError(faults)


def refuse_wide_keys(node: Node, path: Path) -> None:
    """Refuse a list or mapping as a key, such as the brackets that a form left unfilled: {{name}}."""
    for entry in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        for part in entry if isinstance(entry, tuple) else (entry,):
            refuse_wide_keys(part, path)
        if isinstance(entry, tuple) and not isinstance(entry[0], ScalarNode):
            where = where_in(path, entry[0].start_mark.line + 1)
            mend = "put text that begins with a bracket in quotes."
            raise BriefError.of("brackets stand where a key is to be", where, mend)


def repeated_keys(node: Node, path: Path, loc: tuple[str | int, ...]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault for every key that its mapping has already, however deep."""
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from repeated_keys(item, path, (*loc, index))
    if isinstance(node, MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in first:
                mend = f"keep one of the two: the first is in line {first[name]}."
                yield line, Fault(f"{name!r} is given twice", where_in(path, line, (*loc, name)), mend)
            first.setdefault(name, line)
            yield from repeated_keys(value, path, (*loc, name))
