"""The topics of a content decision as they stand in a brief, and texts made from a few patterns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence


def quoted(text: str) -> str:
    """A text as a YAML scalar, whatever it contains."""
    return json.dumps(text, ensure_ascii=False)


def listed(words: Iterable[str]) -> str:
    """Words as a YAML list in one line."""
    return f"[{', '.join(words)}]"


def texts(patterns: Sequence[str], things: Sequence[str], number: int, skip: int = 0) -> list[str]:
    """So many different texts: the patterns in turn, each with the next of the things."""
    made = []
    for i in range(number):
        pattern = patterns[i % len(patterns)]
        thing = things[(i + skip) % len(things)]
        said = re.sub(r"\{\w*\}", thing, pattern)
        made.append(said[0].upper() + said[1:])
    if len(set(made)) < number:
        raise ValueError(f"{patterns[0]!r}: only {len(set(made))} of {number} texts differ")
    return made


def topic(key: str, kind: str, segments: Sequence[str], says: Sequence[str], **more: object) -> str:
    """One topic; ``kind`` is channel, format, function and subject in this order."""
    channel, form, function, about = kind.split()
    lines = [
        f"        - key: {key}",
        f"          channel: {channel}",
        f"          format: {form}",
        f"          function: {function}",
        f"          about: {about}",
        f"          segments: {listed(segments)}",
    ]
    for name, value in more.items():
        if isinstance(value, bool):
            lines.append(f"          {name}: {str(value).lower()}")
        elif isinstance(value, str):
            lines.append(f"          {name}: {quoted(value)}")
        elif isinstance(value, (list, tuple)):
            lines.append(f"          {name}: {listed(map(quoted, value))}")
        else:
            lines.append(f"          {name}: {value}")
    lines.append("          texts:")
    lines += [f"            - {quoted(text)}" for text in says]
    return "\n".join(lines) + "\n"
