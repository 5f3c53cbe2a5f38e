"""What may be written in the brief: months, days, currencies, zones, addresses.

Each check returns the value or raises a ``PydanticCustomError`` whose message is the fault and
whose context holds the mend.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NoReturn
from urllib.parse import urlsplit

from babel.core import get_global
from babel.localedata import exists
from pydantic_core import PydanticCustomError

from smmtools.inputs.months import HOW_TO_WRITE, is_month


def month(text: str) -> str:
    """Return ``text`` when it is a month, such as 2026-10."""
    if not is_month(text):
        _refuse(f"{text!r} is not a month", HOW_TO_WRITE)
    return text


def day(value: Any) -> date | None:
    """Return the day written as 2026-08-01; None where nothing is written."""
    if value is None or type(value) is date:
        return value
    text = str(value)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            _refuse(f"{text!r} is not a day of the calendar", "correct the day or the month.")
    _refuse(f"{text!r} is not a date", "write it as 2026-08-01 (year, month, day, with hyphens).")


def not_before_start(deadline: date | None, start: date | None) -> date | None:
    """Return ``deadline`` unless it lies before ``start``."""
    if deadline and start and deadline < start:
        _refuse(f"the deadline {deadline} is before the start {start}", "correct one of the two.")
    return deadline


def not_below_least(most: float | None, least: float | None) -> float | None:
    """Return ``most`` unless it lies below ``least``."""
    if most is not None and least is not None and most < least:
        _refuse(f"the most, {most:g}, is below the least, {least:g}", "correct one of the two.")
    return most


def in_order(low: float | None, mode: float | None, high: float, what: str = "the price") -> float:
    """Return ``high`` unless the three fall instead of rising; what is missing is told elsewhere."""
    if low is not None and mode is not None and not low <= mode <= high:
        _refuse(
            f"{what} goes from {low:g} over {mode:g} to {high:g}",
            "write low, mode and high so that they rise.",
        )
    return high


def add_to_one(shares: dict[str, float]) -> dict[str, float]:
    """Return ``shares`` when they add up to 1 as near as rounding leaves them (0.01)."""
    total = sum(shares.values())
    if not 0.99 <= round(total, 9) <= 1.01:
        _refuse(
            f"the shares add up to {total:.2f}, not 1.00",
            "correct them, or say what is left as elsewhere (of places).",
        )
    return shares


def each_once(order: tuple[str, ...], keys: list[str]) -> tuple[str, ...]:
    """Return ``order`` when it names entries by keys that there are, none of them twice."""
    for place, name in enumerate(order):
        if keys and name not in keys:
            meant = near(name, keys)
            mend = f"did you mean {meant}?" if meant else f"the keys are {', '.join(keys)}."
            _refuse(f"{name!r} in the order is the key of no segment", mend)
        if name in order[:place]:
            _refuse(f"{name!r} stands in the order twice", "leave one of the two.")
    return order


def key(text: str) -> str:
    """Return ``text`` when it can name a goal in tables and files."""
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", text):
        _refuse(f"{text!r} cannot be a key", "use small letters, digits, hyphens and underscores.")
    return text


def clock(text: str) -> str:
    """Return ``text`` when it is a time of day, such as 09:00."""
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        _refuse(f"{text!r} is not a time of day", "write it as 09:00, hours to 23 and minutes to 59.")
    return text


def currency(code: str) -> str:
    """Return ``code`` when it is a currency in use today (ISO 4217)."""
    return _known(code, current_currencies(), "a currency in use", "use its ISO 4217 code, such as EUR.")


def jurisdiction(code: str) -> str:
    """Return ``code`` when it is a country (ISO 3166, two letters) or EU."""
    return _known(
        code, set(get_global("territory_currencies")), "a country", "use its two letters, such as RU."
    )


def timezone(name: str) -> str:
    """Return ``name`` when the time zone exists; the list is tzdata's, not the machine's."""
    return _known(name, time_zones(), "a time zone", "write it as region and city, such as Europe/Berlin.")


def language(code: str) -> str:
    """Return ``code`` when Babel knows the language."""
    if not re.fullmatch(r"[a-z]{2,3}([-_][A-Z]{2})?", code) or not exists(code.replace("-", "_")):
        _refuse(f"{code!r} is not a language", "use its code in small letters, such as en.")
    return code


def web_address(text: str) -> str:
    """Return ``text`` when it is the address of a site: http or https, and nothing else."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or re.search(r"[\s\x00-\x1f\x7f<>\"'\\]", text):
        _refuse(f"{text!r} is not the address of a site", "write it in full, such as https://pechka.example.")
    return text


def nothing_is_empty(value: Any) -> Any:
    """Take a key without a value as one with nothing in it."""
    return {} if value is None else value


def nothing_is_empty_list(value: Any) -> Any:
    """Take a key without a value as an empty list."""
    return [] if value is None else value


def unknown_is_missing(value: Any) -> Any:
    """Take the word unknown as nothing known, which is not the same as 0 or none.

    >>> unknown_is_missing("unknown") is None, unknown_is_missing(0)
    (True, 0)
    """
    return None if value == "unknown" else value


def adds_up(audience: float | None, activity: float) -> float:
    """Return ``activity`` unless the weights do not add up to 1; a missing one is told elsewhere."""
    if audience is not None and abs(audience + activity - 1) > 1e-9:
        _refuse(
            f"the weights {audience:g} and {activity:g} add up to {audience + activity:g}, not 1",
            "change one of them so that they do.",
        )
    return activity


def candidates(named: Iterable[str], chosen: Iterable[str]) -> None:
    """Refuse a channel that is named twice, and one that is chosen without being a candidate."""
    names = list(named)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        _refuse(f"{twice} is a candidate twice", "keep one of the two.")
    stranger = next((name for name in chosen if name not in names), None)
    if stranger:
        _refuse(
            f"{stranger} is chosen, but is no candidate", "add it to the candidates with what is known of it."
        )


@cache
def time_zones() -> frozenset[str]:
    """Return the names of all time zones that tzdata knows."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


@cache
def current_currencies() -> frozenset[str]:
    """Return the codes of the currencies that are somewhere in use and have no end."""
    uses = (use for uses in get_global("territory_currencies").values() for use in uses)
    return frozenset(code for code, _, until, *_ in uses if until is None)


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that ``word`` was most likely meant to be, if any is near.

    >>> near("dealine", ["deadline", "start"]), near("colour", ["deadline", "start"])
    ('deadline', None)
    """
    by_small_letters = {name.lower(): name for name in sorted(known)}
    match = difflib.get_close_matches(word.lower(), by_small_letters, n=1, cutoff=0.7)
    return by_small_letters[match[0]] if match else None


def _known(word: str, known: Iterable[str], what: str, mend: str) -> str:
    if word not in known:
        meant = near(word, known)
        _refuse(f"{word!r} is not {what}", f"did you mean {meant}?" if meant else mend)
    return word


def _refuse(what: str, mend: str) -> NoReturn:
    raise PydanticCustomError("brief", "{what}", {"what": what, "mend": mend})
