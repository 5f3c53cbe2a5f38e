"""Seeded chance for the sample clients.

Every file draws from a stream of its own, so that a new draw for one file shifts no other's.
No clock, no hash order, no global generator: the same seed gives the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.random import PCG64, Generator, SeedSequence

Option = TypeVar("Option")


def stream(seed: int, name: str) -> Generator:
    """The generator of one file or figure, named so that it depends on no other."""
    return Generator(PCG64(SeedSequence([seed, zlib.crc32(name.encode())])))


def about(rng: Generator, mean: float, log_spread: float) -> float:
    """A positive number around ``mean`` (its arithmetic mean), log-normal with that spread."""
    return mean * float(np.exp(rng.normal(-(log_spread**2) / 2, log_spread)))


def count(rng: Generator, mean: float) -> int:
    """A Poisson count; 0 when the mean is 0."""
    return int(rng.poisson(mean))


def part(rng: Generator, total: int, share: float) -> int:
    """How many of ``total`` fall to a share: a binomial count."""
    return int(rng.binomial(total, share))


def share_out(rng: Generator, total: int, weights: Sequence[float], dispersion: float = 1.0) -> list[int]:
    """Split a whole total over cells, each with variance about ``dispersion`` times its mean.

    A Dirichlet-multinomial: its cells vary (total + a) / (1 + a) times as much as a multinomial's.
    """
    chances = np.asarray(weights, dtype=float) / np.sum(weights)
    if dispersion > 1 and total > dispersion:
        chances = rng.dirichlet(chances * (total - dispersion) / (dispersion - 1))
    return [int(cell) for cell in rng.multinomial(total, chances)]


def pick(rng: Generator, options: Sequence[Option], weights: Sequence[float] | None = None) -> Option:
    """One of the options, by weight when weights are given."""
    chances = None if weights is None else np.asarray(weights, dtype=float) / np.sum(weights)
    return options[int(rng.choice(len(options), p=chances))]
