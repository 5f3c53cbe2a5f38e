"""Rule G1's probability: how likely a count is to come, with the doubt in every rate that leads to it.

Impressions a day times each rate of the funnel is the mean of the count. The rates are uncertain
(gamma), the impressions are (log-normal), and times change (a log-spread on all); given the mean, the
count is negative binomial. The chance is the average of that over draws with a fixed seed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import optimize, stats

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds

DRAWS = 20_000
"""Draws a chance is the average of: its Monte Carlo error stays below 0.0036, whatever the chance."""

_GRID = 2_001  # points at which the count's distribution is reckoned; between them it is read off


@dataclass(frozen=True)
class Rate:
    """One rate of the funnel as it is known: a gamma distribution, and what it rests on."""

    name: str
    """ctr, application_rate or sale_rate."""
    events: float
    """What the knowledge is worth in independent events; the gamma's shape."""
    value: float
    own: bool
    """Whether the client's own counts take part."""
    benchmark: RateBenchmark | None = None
    """Whose figure takes part, too; None where the client's own counts suffice."""
    weight: float = 0.0
    """How many clicks the benchmark is worth here."""


@dataclass(frozen=True)
class Odds:
    """What a day's impressions may lead to in a period, drawn once: ``chance`` asks it questions.

    ``per_impression`` and ``doubt`` hold one element a draw: what one impression leads to, and how the
    impressions differ from those meant (1 is as meant).
    """

    target: float
    """Asked for over the whole period."""
    days: int
    dispersion: float
    """Variance over mean of the count, given its mean."""
    per_impression: NDArray[np.float64]
    doubt: NDArray[np.float64]

    def chance(self, impressions: float, factor: float = 1.0) -> float:
        """P(count >= target) at so many impressions a day; ``factor`` multiplies what one leads to."""
        return float(self._chances(impressions * factor).mean())

    def error(self, impressions: float) -> float:
        """Monte Carlo standard error of ``chance``."""
        return float(self._chances(impressions).std() / math.sqrt(len(self.doubt)))

    def impressions_for(self, chance: float) -> float:
        """Impressions a day that reach the target with this chance. NaN where no number does."""
        middle = self.target / self.days / float(np.median(self.per_impression))
        low, high = math.log(middle) - 12, math.log(middle) + 12

        def short(log_impressions: float) -> float:
            return self.chance(math.exp(log_impressions)) - chance

        if short(low) >= 0 or short(high) <= 0:
            return math.nan
        return math.exp(optimize.brentq(short, low, high, xtol=1e-12))

    def aimed_at(self, target: float) -> Odds:
        """The same for another target over the period. ValueError unless it is above 0."""
        if target <= 0:
            raise ValueError(f"a target is above 0, got {target}")
        return replace(self, target=target)

    def _chances(self, impressions: float) -> NDArray[np.float64]:
        """P(count >= target) of each draw, read off a grid of means that spans all that is in doubt."""
        fewest = math.ceil(self.target - 1e-9)
        width = min(8.0, max(0.2, 10 * math.sqrt(self.dispersion / fewest)))
        grid = np.linspace(math.log(fewest) - width, math.log(fewest) + width, _GRID)
        reached = at_least(fewest, np.exp(grid), self.dispersion)
        with np.errstate(divide="ignore"):
            means = np.log(impressions * self.days * self.per_impression * self.doubt)
        return np.interp(means, grid, reached)


def at_least(count: int, mean: NDArray[np.float64], dispersion: float) -> NDArray[np.float64]:
    """P(a count this high or higher) for each mean, with variance = dispersion * mean.

    Poisson when the dispersion is 1.

    >>> at_least(1, np.array([1.0]), 1.0).round(4).tolist()
    [0.6321]
    """
    if dispersion <= 1:
        return np.asarray(stats.poisson.sf(count - 1, mean))
    return np.asarray(stats.nbinom.sf(count - 1, mean / (dispersion - 1), 1 / dispersion))


def rate_of(
    name: str,
    counts: pd.DataFrame,
    clicks: float,
    benchmark: RateBenchmark | None,
    thresholds: Thresholds = THRESHOLDS,
) -> Rate | None:
    """What is known of a rate: the client's own days, and a benchmark while they hold few clicks.

    ``counts`` has one row a day and two columns: what the step leads to, out of what; days that lack
    a part are left out. A benchmark is worth at most ``most_prior_clicks``, less the client's own
    ``clicks``. None when nothing is known, or nothing was counted and no benchmark says otherwise.
    """
    known = counts.dropna()
    top, bottom = known.iloc[:, 0].to_numpy(), known.iloc[:, 1].to_numpy()
    spread = overdispersion(top, bottom, thresholds)
    events, trials = float(top.sum()) / spread, float(bottom.sum()) / spread
    weight = max(0.0, min(benchmark.clicks, thresholds.most_prior_clicks) - clicks) if benchmark else 0.0
    if benchmark and weight:
        prior = weight if name == "ctr" else weight * benchmark.value
        events, trials = events + prior, trials + prior / benchmark.value
    if events <= 0 or trials <= 0:
        return None
    return Rate(name, events, events / trials, bool(bottom.sum()), benchmark if weight else None, weight)


def overdispersion(
    top: NDArray[np.float64], bottom: NDArray[np.float64], thresholds: Thresholds = THRESHOLDS
) -> float:
    """How many times more daily counts vary about their ratio than pure chance would make them, at least 1.

    Pearson's; with fewer than ``fewest_rate_days`` days the assumed dispersion.
    """
    seen = bottom > 0
    if seen.sum() < thresholds.fewest_rate_days or top.sum() <= 0:
        return thresholds.assumed_dispersion
    expected = bottom[seen] * top.sum() / bottom.sum()
    return max(1.0, float(((top[seen] - expected) ** 2 / expected).sum() / (seen.sum() - 1)))


def draw_odds(
    target: float,
    days: int,
    dispersion: float,
    rates: tuple[Rate, ...],
    doubt: float,
    thresholds: Thresholds = THRESHOLDS,
    seed: int = 0,
) -> Odds:
    """Draw what an impression leads to, and how far the period's impressions may lie from those meant.

    ``doubt`` is the log-spread of the impressions. Change over time (``log_spread``) goes into what an
    impression leads to. The same seed gives the same draws.
    """
    rng = np.random.default_rng(seed)
    product = _around_one(rng.standard_normal(DRAWS), thresholds.log_spread)
    for rate in rates:
        product = product * rng.gamma(rate.events, rate.value / rate.events, DRAWS)
    return Odds(target, days, dispersion, product, _around_one(rng.standard_normal(DRAWS), doubt))


def _around_one(normal: NDArray[np.float64], spread: float) -> NDArray[np.float64]:
    """Log-normal with median 1: as likely to rise as to fall."""
    return np.asarray(np.exp(spread * normal))
