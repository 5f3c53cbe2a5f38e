"""The figures of a client's row in the month's index, as they are written there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice

_FULL = 1.5  # of what was expected: where the bar ends
_TONES = {"behind": "fail", "over": "review", "on track": "pass", "ahead": "pass"}


def cells_of(figures: Mapping[str, Any], voice: Voice) -> dict[str, Any]:
    """Return goal, spend and estimate in words, with the shares that rows are sorted and bars drawn by."""
    goal, spent = figures.get("goal"), figures.get("spent")
    progress = _share(goal, "count", "expected")
    share = _share(spent, "amount", "approved")
    currency = figures.get("currency") or ""
    return {
        "goal": _goal(goal, progress, voice) if goal else None,
        "progress": progress,
        "spent": _spent(spent, share, currency, voice) if spent else None,
        "share": share,
        "estimate": _estimate(figures.get("estimate"), currency, voice),
    }


def _share(part: Mapping[str, Any] | None, of: str, whole: str) -> float | None:
    """One figure over the other; None when one is missing or there is nothing to compare with."""
    if not part or part[of] is None or not part[whole]:
        return None
    return float(part[of] / part[whole])


def _goal(goal: Mapping[str, Any], progress: float | None, voice: Voice) -> dict[str, Any]:
    count, expected = voice.number(goal["count"]), voice.number(goal["expected"])
    return {
        "name": goal["name"],
        "finding": goal["finding"],
        "tone": _TONES.get(goal["finding"], "none"),
        "words": MISSING if progress is None else f"{count} of {expected}",
        "width": None if progress is None else f"{min(progress / _FULL, 1):.1%}",
        "mark": f"{1 / _FULL:.1%}",
    }


def _spent(spent: Mapping[str, Any], share: float | None, currency: str, voice: Voice) -> dict[str, str]:
    amount = voice.money(spent["amount"], currency)
    if spent["approved"] is None:
        return {"words": amount, "plan": "no approved plan"}
    approved = voice.money(spent["approved"], currency)
    return {"words": amount, "plan": f"{voice.percent(share)} of {approved} approved, v{spent['version']}"}


def _estimate(estimate: Mapping[str, Any] | None, currency: str, voice: Voice) -> dict[str, str] | None:
    if estimate is None:
        return None
    low, high = (voice.chance(chance) for chance in estimate["over_cap"])
    return {
        "words": voice.money(estimate["middle"], currency),
        "chance": low if low == high else f"{low} to {high}",
        "cap": voice.money(estimate["cap"], currency),
    }
