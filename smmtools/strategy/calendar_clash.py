"""Which demands on a calendar clash, and which of them to relax (K5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from smmtools.strategy import calendar_problem as rules
from smmtools.strategy.calendar_problem import Clash, Demand, Problem
from smmtools.strategy.calendar_search import Search

Impossible = Callable[[frozenset[Demand]], bool]
"""Whether there is no plan without the demands dropped."""


def clash_of(problem: Problem, nodes: int) -> Clash:
    """The demands that clash where there is no plan; all of them when the limit on nodes hides which."""
    alike = replace(problem, worth={})  # options that differ in nothing else count as one
    search = Search(alike, 0.0, nodes, any_plan=True)
    demands = rules.demands_of(problem)

    def none_in(channel: str) -> Impossible:
        return lambda gone: search.channel(channel, gone).impossible

    def none_in_all(gone: frozenset[Demand]) -> bool:
        return search.plan(gone).impossible

    clashes: list[tuple[Demand, ...]] = []
    for impossible in (*map(none_in, search.channels), none_in_all):
        while impossible(gone := frozenset(demand for clash in clashes for demand in clash)):
            clashes.append(irreducible([each for each in demands if each not in gone], impossible, gone))
    if not clashes:
        return Clash(demands, ())
    first, *others = (
        Clash(clash, tuple(demand for demand in clash if _frees(search, demand, clashes)))
        for clash in clashes
    )
    return replace(first, others=tuple(others))


def _frees(search: Search, demand: Demand, clashes: Sequence[tuple[Demand, ...]]) -> bool:
    """Whether there is a plan once this demand is dropped, and the other clashes are dealt with."""
    others = {each for clash in clashes if demand not in clash for each in clash}
    return search.plan(frozenset({demand, *others})).posts is not None


def irreducible(
    demands: Sequence[Demand], impossible: Impossible, gone: frozenset[Demand]
) -> tuple[Demand, ...]:
    """Demands that cannot be met together, though without any one of them they can.

    A deletion filter: what can be left out while it stays impossible is left out, the longest runs first.
    """
    kept = list(demands)
    runs = [tuple(demands)]
    while runs:
        run = runs.pop(0)
        without = gone | (set(demands) - set(kept)) | set(run)
        if len(run) < len(demands) and impossible(frozenset(without)):
            kept = [demand for demand in kept if demand not in run]
        elif len(run) > 1:
            middle = len(run) // 2
            runs = [run[:middle], run[middle:], *runs]
    return tuple(kept)
