"""What is not done for a client, for its page to send (X3): methods that law or platforms forbid (X1).

Grey methods are excluded like black ones: white only is the advice (guide, line 177). An exception that
somebody signed is named beside its method; whether it holds is for ``compliance.py`` to say. This is no legal
advice: a lawyer confirms.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from smmtools.inputs.client import Brief
from smmtools.inputs.compliance_decision import GreyException
from smmtools.inputs.methods import ADVERTISING, Methods, Rule


def excluded_methods(brief: Brief, month: str, register: Methods, day: dt.date) -> tuple[dict[str, Any], ...]:
    """The methods that are black or grey on the client's networks on ``day``, the black first.

    One row a method and colour: ``platforms`` is empty where it is so on all of them. What is advertising is
    told once, as advertising, and not again for each way to advertise.
    """
    own = {each.platform for each in brief.accounts if each.role == "own"}
    chosen = brief.decided("channels", month)
    platforms: list[str | None] = [*sorted(own | set(chosen.chosen if chosen else ()))]
    rows = []
    for method in dict.fromkeys(rule.method for rule in register.rules):
        ruled = {each: _rule(register, method, each, brief.jurisdiction, day) for each in platforms or [None]}
        for colour in ("black", "grey"):
            held = {each: rule for each, rule in ruled.items() if rule is not None and rule.colour == colour}
            if held:
                named = () if len(held) == len(ruled) else tuple(held)
                rows.append(_row(method, colour, named, next(iter(held.values()))))
    signed = tuple(_signed(brief, month, register))
    with_exceptions = ({**row, "excepted": _of(row, signed), "holds_on": day} for row in rows)
    return tuple(sorted(with_exceptions, key=lambda row: (row["colour"] != "black", bool(row["platforms"]))))


def _rule(
    register: Methods, method: str, platform: str | None, jurisdiction: str | None, day: dt.date
) -> Rule | None:
    """What holds for a method by itself; what holds for it as advertising is told under advertising."""
    rules = register.rules_for(method, platform, jurisdiction, day)
    return next((rule for rule in rules if method == ADVERTISING or rule.method != ADVERTISING), None)


def _row(method: str, colour: str, platforms: tuple[str | None, ...], rule: Rule) -> dict[str, Any]:
    said = {"source": rule.source, "date": rule.date, "lines": rule.lines, "valid_from": rule.valid_from}
    return {"method": method, "colour": colour, "platforms": platforms, **said}


def _signed(brief: Brief, month: str, register: Methods) -> Iterator[tuple[str, GreyException]]:
    """Exceptions that say who signed, when and why, by the register's name of their method."""
    decision = brief.decided("compliance", month)
    for each in decision.exceptions if decision else ():
        if each.signed_by and each.signed_on and each.reason:
            yield register.named(each.method), each


def _of(row: dict[str, Any], signed: tuple[tuple[str, GreyException], ...]) -> tuple[dict[str, Any], ...]:
    """The exceptions to a row; to a black one there is none."""
    if row["colour"] == "black":
        return ()
    return tuple(
        {"platform": each.platform, "by": each.signed_by, "on": each.signed_on}
        for method, each in signed
        if method == row["method"]
    )
