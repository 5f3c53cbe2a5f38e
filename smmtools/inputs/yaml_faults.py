"""What YAML's parser stumbled over, in plain words."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

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
