"""Random splits to hold B2 to, and two independent ways to solve them: SLSQP and a fine grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from smmtools.strategy.curves import Curve, Curves

Amounts = NDArray[np.float64]


@dataclass(frozen=True)
class Problem:
    curves: list[Curve]
    total: float
    lower: Amounts
    upper: Amounts

    def response(self, split: Amounts) -> float:
        return float(Curves.of(self.curves).response(np.asarray(split)).sum())

    def holds(self, split: Amounts) -> bool:
        near = 1e-9 * self.total
        within = (split >= self.lower - near).all() and (split <= self.upper + near).all()
        return bool(within and abs(split.sum() - min(self.total, self.upper.sum())) < near)


def a_problem(rng: np.random.Generator, channels: int, shapes: tuple[float, float]) -> Problem:
    """Channels that differ tenfold; about half of them have a minimum, all have a maximum."""
    ranges = ((20, 200), (10, 100), shapes)
    figures = np.transpose([rng.uniform(*each, channels) for each in ranges])
    curves = [Curve(*each) for each in figures]
    total = float(rng.uniform(20, 100 * channels))
    lower = rng.uniform(0, 0.3, channels) * total / channels * (rng.random(channels) < 0.5)
    upper = lower + rng.uniform(0.3, 1.5, channels) * total
    return Problem(curves, total, lower, upper)


def slsqp(problem: Problem, start: Amounts) -> float:
    """What SLSQP's split brings, moved into the bounds and the total; exact gradients, tight tolerance."""
    curves = Curves.of(problem.curves)
    found = optimize.minimize(
        lambda split: -curves.response(np.maximum(split, 1e-12)).sum(),
        start,
        jac=lambda split: -curves.marginal(np.maximum(split, 1e-12)),
        method="SLSQP",
        bounds=list(zip(problem.lower, problem.upper, strict=True)),
        constraints={
            "type": "ineq",
            "fun": lambda split: problem.total - split.sum(),
            "jac": lambda split: -np.ones_like(split),
        },
        options={"ftol": 1e-12, "maxiter": 500},
    )
    split = np.clip(found.x, problem.lower, problem.upper)
    over = max(0.0, split.sum() - problem.total)
    room = split - problem.lower
    return problem.response(split - room * (over / room.sum() if room.sum() else 0.0))


def a_start(problem: Problem, rng: np.random.Generator) -> Amounts:
    """Random amounts within the bounds, lowered until they keep the total."""
    start = problem.lower + rng.random(len(problem.lower)) * (problem.upper - problem.lower)
    room = start - problem.lower
    slack = problem.total - problem.lower.sum()
    return problem.lower + room * min(1.0, slack / max(room.sum(), 1e-300))


def grid_optimum(problem: Problem, steps: int = 1_000) -> float:
    """The most that amounts on a grid of so many steps bring: every combination, by dynamic programming."""
    amounts = np.linspace(0.0, problem.total, steps + 1)
    best = np.where(amounts == 0, 0.0, -np.inf)
    for curve, low, high in zip(problem.curves, problem.lower, problem.upper, strict=True):
        brought = Curves.of([curve]).response(amounts[:, None])[:, 0]
        allowed = np.flatnonzero((amounts >= low) & (amounts <= high))
        further = np.full(steps + 1, -np.inf)
        for spent in allowed:
            np.maximum(further[spent:], best[: steps + 1 - spent] + brought[spent], out=further[spent:])
        best = further
    return float(best.max())
