"""Values as YAML text: on one line, or as lines of a block."""

from __future__ import annotations

import json
import numbers
from datetime import date
from typing import Any

from pydantic import BaseModel
from ruamel.yaml.error import YAMLError

from smmtools.errors import SaveError
from smmtools.inputs.yaml_lines import compose, plain

# a text is written in the simplest way that reads back as itself wherever a value may stand
_IN_BLOCK = ("k: {}\n", "- {}\n")
_IN_FLOW = ("[{}, 0]\n", "{{k: {}}}\n", "{{k: {} }}\n")
_AS_KEY = ("{}: 0\n", "{{{}: 0}}\n")


def plain_value(value: Any) -> Any:
    """Return ``value`` as the plain data that reading it back will give: dates are ISO text.

    SaveError for what a brief cannot hold; where it was to stand, the caller knows.
    """
    if isinstance(value, BaseModel):
        return plain_value(value.model_dump(mode="json", exclude_none=True))
    if isinstance(value, dict):
        return {str(key): plain_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, str | date):
        return str(value)
    return _plain_number(value)


def one_line(value: Any, *, flow: bool, quote: str | None = None) -> str:
    """Return plain data on one line; ``flow``: to stand within brackets; ``quote``: the quotes preferred.

    >>> one_line({"platform": "vk", "account": "123", "tags": []}, flow=False)
    "{platform: vk, account: '123', tags: []}"
    """
    if isinstance(value, dict):
        pairs = (f"{_key(key)}: {one_line(item, flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(one_line(item, flow=True) for item in value) + "]"
    if isinstance(value, str):
        return _text(value, _IN_FLOW if flow else _IN_BLOCK, quote)
    return json.dumps(value)  # true, null and numbers are written alike in JSON and YAML


def pair_lines(key: str, value: Any) -> list[str]:
    """Return the lines of a key and its value.

    >>> pair_lines("accounts", [{"platform": "vk", "role": "own"}])
    ['accounts:', '  - platform: vk', '    role: own']
    """
    if isinstance(value, dict | list) and value:
        return [f"{_key(key)}:", *(f"  {line}" for line in block_lines(value))]
    return [f"{_key(key)}: {one_line(value, flow=False)}"]


def item_lines(value: Any, *, inline: bool = False, gap: int = 1) -> list[str]:
    """Return the lines of a list's entry; ``inline``: in brackets; ``gap``: spaces after the hyphen."""
    if inline or not (isinstance(value, dict) and value):
        lines = [one_line(value, flow=False)]
    else:
        lines = block_lines(value)
    return [("-" if number == 0 else " ") + " " * gap + line for number, line in enumerate(lines)]


def block_lines(value: dict[str, Any] | list[Any]) -> list[str]:
    """Return the lines of a mapping or list that is not empty."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in pair_lines(key, item)]
    return [line for item in value for line in item_lines(item)]


def _plain_number(value: Any) -> bool | int | float | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real) and abs(float(value)) < float("inf"):
        # 25.0 is what a panel hands over where the manager means 25
        number = float(value)
        return int(number) if number.is_integer() else number
    what = f"a brief cannot hold the value {value!r}"
    raise SaveError.of(what, "", "give text, a number, a date, true or false, or a list of such.")


def _key(key: str) -> str:
    return _text(key, _AS_KEY, None)


def _text(text: str, places: tuple[str, ...], quote: str | None) -> str:
    """Return ``text`` unquoted where that reads back as itself, else in quotes."""
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    preferred = {"'": single, '"': double}.get(quote or "", text)
    for candidate in (preferred, text, single, double, json.dumps(text)):
        if all(_reads_back(text, candidate, place) for place in places):
            return candidate
    raise SaveError.of(f"the text {text!r} cannot be written", "", "remove the characters that no text has.")


def _reads_back(text: str, candidate: str, place: str) -> bool:
    if "\n" in candidate or "\r" in candidate:
        return False
    try:
        tree = compose(place.format(candidate))
        candidate.encode("utf-8")
    except (YAMLError, UnicodeEncodeError):
        return False
    expected: tuple[Any, ...] = ({"k": text}, [text], [text, 0], {text: 0})
    return tree is not None and plain(tree) in expected
