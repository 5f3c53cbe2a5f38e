"""How much faster the splits of a budget are than scipy's SLSQP from one start, and how much better or worse.

    python tools/bench_allocation.py

Two problems of 20 channels with minimums and maximums: Michaelis–Menten curves, and half mean, half 5th
percentile over 2,000 joint draws. SLSQP gets exact gradients; both begin from nothing but the problem, and
the shortest of several times counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from smmtools.strategy.allocation import allocate, equal_split
from smmtools.strategy.cautious_split import allocate_cautiously
from smmtools.strategy.curve_draws import draw_curves
from smmtools.strategy.curves import Curve, Curves

CHANNELS, DRAWS, CAUTION, TOTAL, ROUNDS = 20, 2_000, 0.5, 1_000.0, 7
Amounts = NDArray[np.float64]
Measure = Callable[[Amounts], float]
Gradient = Callable[[Amounts], Amounts]


def slsqp(worth: Measure, gradient: Gradient, lower: Amounts, upper: Amounts) -> Amounts:
    """SLSQP's split, from an equal one."""
    return np.asarray(
        optimize.minimize(
            lambda split: -worth(split),
            equal_split(CHANNELS, TOTAL, lower, upper),
            jac=lambda split: -gradient(split),
            method="SLSQP",
            bounds=list(zip(lower, upper, strict=True)),
            constraints={"type": "eq", "fun": lambda split: split.sum() - TOTAL, "jac": np.ones_like},
            options={"ftol": 1e-10, "maxiter": 500},
        ).x
    )


def shortest(split: Callable[[], Amounts], repeat: int) -> tuple[float, Amounts]:
    """The shortest time of one call in seconds, and its split."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _ in range(repeat):
            found = split()
        times.append((time.perf_counter() - began) / repeat)
    return min(times), found


def compare(name: str, ours: Callable[[], Amounts], theirs: Callable[[], Amounts], worth: Measure) -> None:
    """Print both times, their ratio, and by how much our split is worth more."""
    seconds, split = shortest(ours, repeat=3)
    slsqp_seconds, slsqp_split = shortest(theirs, repeat=1)
    more = worth(split) / worth(slsqp_split) - 1
    print(
        f"{name:<32} {seconds * 1e3:8.2f} ms  SLSQP {slsqp_seconds * 1e3:8.2f} ms  "
        f"ratio {seconds / slsqp_seconds:6.3f}  worth {more:+.1e}"
    )


def main() -> None:
    """Print the figures of both problems."""
    dice = np.random.default_rng(7)
    figures = np.transpose([dice.uniform(20, 200, CHANNELS), dice.uniform(10, 100, CHANNELS)])
    curves = [Curve(v, k) for v, k in figures]
    lower = dice.uniform(0, 0.5, CHANNELS) * TOTAL / CHANNELS
    upper = lower + dice.uniform(0.5, 3, CHANNELS) * TOTAL / CHANNELS
    shapes, draws = Curves.of(curves), draw_curves(curves, DRAWS)

    def cautious(split: Amounts) -> float:
        totals = draws.totals(split)
        return float((1 - CAUTION) * totals.mean() + CAUTION * draws.low(totals))

    compare(
        f"{CHANNELS} channels",
        lambda: allocate(curves, TOTAL, lower, upper),
        lambda: slsqp(lambda split: float(shapes.response(split).sum()), shapes.marginal, lower, upper),
        lambda split: float(shapes.response(split).sum()),
    )
    compare(
        f"{CHANNELS} channels, {DRAWS:,} draws, cautious",
        lambda: allocate_cautiously(draws, TOTAL, CAUTION, lower, upper).split,
        lambda: slsqp(
            cautious,
            lambda split: draws.weights(draws.totals(split), CAUTION) @ draws.curves.marginal(split),
            lower,
            upper,
        ),
        cautious,
    )


if __name__ == "__main__":
    main()
