"""What is wrong with a brief, said in the marketer's words and with the line.

Pydantic finds the faults of single values; what only shows when entries are compared (a month
decided twice, two main goals) is looked for in the plain data, so that both are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from smmtools.errors import Fault
from smmtools.inputs.brief_compared import compared
from smmtools.inputs.brief_words import near
from smmtools.inputs.yaml_lines import YamlText

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]
Said = tuple[str, str]  # what is wrong, and how to mend it


def brief_faults(model: type[Model], text: YamlText) -> tuple[Model | None, list[Fault]]:
    """Return the model filled from ``text`` (None if it cannot be), and every fault in order of lines."""
    data, filled = text.data, None
    faults = [(text.line(loc), Fault(what, text.where(loc), mend)) for loc, what, mend in compared(data)]
    faults += text.faults
    try:
        filled = model.model_validate(data)
    except ValidationError as error:
        cases = [
            _case(model, details, text) for details in error.errors(include_url=False) if _tells(details)
        ]
        faults += [(text.line(case.loc), case.fault()) for case in cases]
    return filled, [fault for _, fault in sorted(faults, key=lambda numbered: numbered[0])]


@dataclass(frozen=True)
class _Case:
    """One of pydantic's errors with what is needed to say it in plain words."""

    details: ErrorDetails
    loc: Loc
    text: YamlText
    siblings: dict[str, FieldInfo]

    def fault(self) -> Fault:
        """Translate the error."""
        what, mend = _WORDS.get(self.details["type"], _otherwise)(self)
        return Fault(what, self.text.where(self.loc), mend)

    @property
    def name(self) -> str:
        """The key in quotes, or the number of the entry, counted from 1 as people do."""
        key = self.loc[-1]
        return repr(key) if isinstance(key, str) else f"entry {key + 1} of {self.loc[-2]!r}"

    @property
    def context(self) -> dict[str, Any]:
        """Pydantic's details: bounds, words allowed."""
        return self.details.get("ctx", {})

    @property
    def written(self) -> str:
        """The value as it stands in the file."""
        return str(self.text.node(self.loc).value)

    @property
    def given(self) -> str:
        """What stands there: text in quotes, anything else as it is."""
        value = self.details["input"]
        if isinstance(value, list | dict):
            return "a list" if isinstance(value, list) else "a group of keys"
        return repr(value) if isinstance(value, str) else self.written

    @property
    def is_nothing(self) -> bool:
        """Whether the key stands there without a value."""
        return self.details["input"] is None

    @property
    def line_to_write(self) -> str:
        """An example of the whole line."""
        key = str(self.loc[-1])
        field = self.siblings.get(key)
        return f"{key}: {field.examples[0]}" if field and field.examples else f"{key}: …"


def _tells(details: ErrorDetails) -> bool:
    """Whether the error adds anything: pydantic calls a list too short when its entries are faulty."""
    return details["type"] != "too_short" or not details["input"]


def _case(model: type[BaseModel], details: ErrorDetails, text: YamlText) -> _Case:
    # for a faulty key of a mapping, pydantic appends "[key]" to where it stands
    loc = tuple(key for key in details["loc"] if key != "[key]")
    return _Case(details, loc, text, _fields(model, loc[:-1]))


def _fields(model: type[BaseModel], loc: Loc) -> dict[str, FieldInfo]:
    """Return the fields of the part of the brief that stands at ``loc``."""
    part: type[BaseModel] | None = model
    for key in loc:
        if part and isinstance(key, str) and key in part.model_fields:
            part = _part_in(part.model_fields[key].annotation)
    return dict(part.model_fields) if part else {}


def _part_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Account, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)


def _missing(case: _Case) -> Said:
    return f"{case.name} is missing", f"add it, for instance `{case.line_to_write}`."


def _unknown_key(case: _Case) -> Said:
    meant = near(str(case.loc[-1]), case.siblings)
    known = ", ".join(case.siblings)
    mend = f"did you mean {meant!r}?" if meant else f"remove it; the keys known here are {known}."
    return f"there is no key {case.name} here", mend


def _unknown_word(case: _Case) -> Said:
    words = re.findall(r"'([^']*)'", str(case.context["expected"]))
    choice = f"write one of: {', '.join(words)}."
    if case.details["loc"][-1] == "[key]":
        meant = near(str(case.loc[-1]), words)
        return f"there is no key {case.name} here", f"did you mean {meant!r}?" if meant else choice
    if case.is_nothing:
        return f"{case.name} has no value", choice
    if isinstance(case.details["input"], dict | list):
        return f"{case.name} is to be one word", choice
    meant = near(case.written, words)
    return f"{case.written!r} is not a word for {case.name}", f"did you mean {meant!r}?" if meant else choice


def _wrong_kind(noun: str, mend: str) -> Callable[[_Case], Said]:
    """Say that the value is not ``noun``; the mend may name the ``{line}`` to write."""

    def said(case: _Case) -> Said:
        what = f"{case.name} has no value" if case.is_nothing else f"{case.name} is {case.given}, not {noun}"
        return what, mend.format(line=case.line_to_write)

    return said


def _not_text(case: _Case) -> Said:
    what, mend = _wrong_kind("text", "write it, for instance `{line}`.")(case)
    scalar = not case.is_nothing and not isinstance(case.details["input"], dict | list)
    return what, f'put it in quotes: "{case.written}".' if scalar else mend


def _no_text(case: _Case) -> Said:
    return f"{case.name} is empty", f"write it, for instance `{case.line_to_write}`."


def _no_entry(case: _Case) -> Said:
    return f"{case.name} is empty", "add at least one entry."


def _out_of_bounds(word: str, bound: str) -> Callable[[_Case], Said]:
    def said(case: _Case) -> Said:
        limit = f"{case.context[bound]:g}"
        return f"{case.name} is {case.written}, not {word} {limit}", f"write a number that is {word} {limit}."

    return said


def _checked_by_us(case: _Case) -> Said:
    return case.context["what"], case.context["mend"]


def _otherwise(case: _Case) -> Said:
    return f"{case.name} cannot be read: {case.details['msg']}", f"write `{case.line_to_write}`."


_LIST = _wrong_kind("a list", "begin each entry with a hyphen, on lines of their own below the key.")
_MAPPING = _wrong_kind("keys and values", "write lines of key and value there.")
_NUMBER = _wrong_kind("a number", "write digits, a point before decimals, no quotes: `{line}`.")
_WORDS: dict[str, Callable[[_Case], Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _unknown_word,
    "enum": _unknown_word,
    "string_type": _not_text,
    "float_type": _NUMBER,
    "bool_type": _wrong_kind("true or false", "write true or false, without quotes."),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "greater_than": _out_of_bounds("more than", "gt"),
    "greater_than_equal": _out_of_bounds("at least", "ge"),
    "less_than_equal": _out_of_bounds("at most", "le"),
    "finite_number": _NUMBER,
    "string_too_short": _no_text,
    "too_short": _no_entry,
    "brief": _checked_by_us,
}
