"""The few figures of a plan that the month's index shows of each client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def figures(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return the main goal's progress, the money spent and the estimate; None where the plan has none."""
    budget = plan["budget"] or {}
    return {
        "goal": _goal(plan["goals"] or {}),
        "currency": budget.get("currency"),
        "spent": budget.get("spent"),
        "estimate": _estimate(budget),
    }


def _goal(goals: Mapping[str, Any]) -> dict[str, Any] | None:
    """The main goal, else the first: count against what was expected, and the finding of rule G2."""
    every = goals.get("goals", ())
    goal = next((goal for goal in every if goal["main"]), every[0] if every else None)
    if goal is None:
        return None
    pace = goal["pace"]
    finding = "not measurable" if goal["missing"] else pace["finding"]
    return {"name": goal["name"], "finding": finding, "count": pace["count"], "expected": pace["expected"]}


def _estimate(budget: Mapping[str, Any]) -> dict[str, Any] | None:
    """The middle of the estimate, and the chances to exceed its cap in both extremes of rule B1."""
    together, independent = budget.get("together"), budget.get("independent")
    if not together or not independent:
        return None
    chances = sorted((together["over_cap"], independent["over_cap"]))
    return {"middle": together["p50"], "cap": budget["cap"], "over_cap": chances}
