"""Rates of many posts drawn towards their common mean, as far as the posts themselves say (rule K2).

Each post's true rate is taken to come from one distribution, the prior. Its mean is the account's,
its spread is estimated from the posts: where they differ no more than counting explains, all are
drawn to the mean, where they differ much, hardly any is. Events of posts are Poisson and the prior is
gamma, so that a post may hold more engagements than it reached people; where people are counted
once, k of n are binomial and the prior is beta.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, stats

Family = Literal["gamma-poisson", "beta-binomial"]

_WEIGHTS_TRIED = 61  # a coarse grid first, so that a likelihood with two hills is climbed on the higher one
_WIDEST = math.log(1e4)  # the prior may weigh from 1/10,000 of the smallest post to 10,000 times them all


@dataclass(frozen=True)
class Prior:
    """What is known of a post's rate before it is counted."""

    family: Family
    mean: float
    """The ratio of totals over the posts that the prior was fitted to."""
    weight: float
    """How much of the denominator it counts as: with a weight of 500 a post that reached 500 people is
    drawn half way to the mean."""

    def shrunk(self, counts: ArrayLike, exposures: ArrayLike) -> NDArray[np.float64]:
        """Posterior mean of each rate: between the raw rate and the prior's mean.

        >>> Prior("beta-binomial", 0.03, 100).shrunk([4], [10]).round(6).tolist()
        [0.063636]
        """
        k, n = np.asarray(counts, dtype=float), np.asarray(exposures, dtype=float)
        shrunk: NDArray[np.float64] = (self.mean * self.weight + k) / (self.weight + n)
        return shrunk

    def posterior(self, counts: ArrayLike, exposures: ArrayLike) -> Any:
        """The rates' distributions once counted: a frozen scipy distribution, one element a post."""
        k, n = np.asarray(counts, dtype=float), np.asarray(exposures, dtype=float)
        seen = self.mean * self.weight
        if self.family == "gamma-poisson":
            return stats.gamma(seen + k, scale=1 / (self.weight + n))
        return stats.beta(seen + k, self.weight - seen + n - k)


def fit_prior(counts: ArrayLike, exposures: ArrayLike, family: Family = "gamma-poisson") -> Prior:
    """The prior that posts with these counts and exposures come from.

    The mean is the ratio of totals; the weight maximises the likelihood (negative binomial, or
    beta-binomial). ValueError when an exposure is not positive, when nothing was counted or, of
    people, everybody was: then there is no rate to differ from.

    >>> prior = fit_prior([2, 3, 40, 5], [100, 100, 400, 100])
    >>> round(prior.mean, 4), prior.weight > 0
    (0.0714, True)
    """
    k, n = np.asarray(counts, dtype=float), np.asarray(exposures, dtype=float)
    if not (n > 0).all():
        raise ValueError("every post needs a positive denominator")
    mean = float(k.sum() / n.sum())
    if mean <= 0 or (family == "beta-binomial" and mean >= 1):
        raise ValueError(f"a prior needs some events and some non-events, got {k.sum():g} of {n.sum():g}")

    def misfit(log_weight: float) -> float:
        return -_log_likelihood(k, n, mean, math.exp(log_weight), family)

    grid = np.linspace(math.log(n.min()) - _WIDEST, math.log(n.sum()) + _WIDEST, _WEIGHTS_TRIED)
    best = int(np.argmin([misfit(each) for each in grid]))
    around = (grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)])
    found = optimize.minimize_scalar(misfit, bounds=around, method="bounded")
    return Prior(family, mean, math.exp(float(found.x)))


def _log_likelihood(
    k: NDArray[np.float64], n: NDArray[np.float64], mean: float, weight: float, family: Family
) -> float:
    if family == "gamma-poisson":
        logs = stats.nbinom.logpmf(k, mean * weight, weight / (weight + n))
    else:
        logs = stats.betabinom.logpmf(k, n, mean * weight, (1 - mean) * weight)
    return float(np.sum(logs))
