"""Intervals for counts of people and for ratios of totals.

Two kinds of rate need two kinds of interval (CONTRIBUTING, "Clusters"). Where each person is counted
once, the count is binomial: Wilson. Where posts, ads or days are the units, engagements of one unit
are not independent trials: the units themselves are resampled.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

FEWEST_UNITS = 10
"""Below this many posts, ads or days a ratio gets no interval: it would be decoration."""

REPLICATES = 9_999
"""Bootstrap samples a ratio interval draws: enough that another seed moves no bound by what is shown."""

_MOST_INDICES_AT_ONCE = 2_000_000  # bounds the memory of one block of resampled indices


def wilson_interval(k: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """Interval of a proportion of people counted once: k of n, as fractions.

    Missing (NaN, NaN) when n is 0. ValueError unless 0 <= k <= n.
    Source: Wilson 1927, through scipy; rule M1.

    >>> tuple(round(bound, 5) for bound in wilson_interval(7, 50))
    (0.06951, 0.26186)
    >>> tuple(round(bound, 5) for bound in wilson_interval(0, 20))
    (0.0, 0.16113)
    """
    if not 0 <= k <= n:
        raise ValueError(f"k must lie between 0 and n, got k={k}, n={n}")
    if n == 0:
        return math.nan, math.nan
    interval = stats.binomtest(k, n).proportion_ci(confidence_level=level, method="wilson")
    return float(interval.low), float(interval.high)


def ratio_interval(
    numerators: ArrayLike, denominators: ArrayLike, level: float = 0.95, seed: int = 0
) -> tuple[float, float, float]:
    """Ratio of totals over posts, ads or days, with a bootstrap-t interval: (ratio, low, high).

    One element a unit. The ratio is sum(numerators) / sum(denominators); the interval studentises
    the logarithm of the ratio over resampled units, so that heavy-tailed units widen it. It is
    symmetric on the logarithm, which holds its level better than two separate tails do and depends
    less on the seed (tests/measures/test_stats.py measures both).
    The ratio is NaN when the denominators add up to 0; the bounds are NaN with fewer than
    ``FEWEST_UNITS`` units or where the numerators add up to 0. The same seed gives the same bounds.
    Source: CONTRIBUTING, "Clusters"; Hall 1988 (symmetric bootstrap-t).

    >>> ratio, low, high = ratio_interval([4, 6, 5] * 4, [100, 100, 100] * 4)
    >>> round(ratio, 3), low < ratio < high
    (0.05, True)
    >>> ratio_interval([1, 2], [10, 20])
    (0.1, nan, nan)
    """
    top = np.asarray(numerators, dtype=float)
    bottom = np.asarray(denominators, dtype=float)
    if top.shape != bottom.shape:
        raise ValueError(f"one denominator a numerator, got {top.size} and {bottom.size}")
    order = np.lexsort((bottom, top))  # the same units give the same bounds in whatever order they come
    top, bottom = top[order], bottom[order]
    if bottom.sum() == 0:
        return math.nan, math.nan, math.nan
    ratio = float(top.sum() / bottom.sum())
    if top.size < FEWEST_UNITS or ratio <= 0:
        return ratio, math.nan, math.nan
    _, error = _log_ratio(top, bottom, np.arange(top.size)[np.newaxis, :])
    if error[0] == 0:
        return ratio, ratio, ratio
    pivots = _bootstrap_pivots(top, bottom, np.random.default_rng(seed))
    if pivots.size < REPLICATES / 2:  # most resamples hold no event at all
        return ratio, math.nan, math.nan
    width = np.exp(np.quantile(np.abs(pivots), level) * error[0])
    return ratio, float(ratio / width), float(ratio * width)


def ratio_of_estimates(
    new: tuple[float, float, float], old: tuple[float, float, float]
) -> tuple[float, float, float]:
    """How many times the old estimate the new one is, (ratio, low, high), both (value, low, high).

    The two are independent and positive; their log widths are recovered from the bounds and added
    in quadrature. Missing wherever a part is missing or not positive.
    Source: MOVER, Zou and Donner 2008.

    >>> tuple(round(part, 3) for part in ratio_of_estimates((0.06, 0.05, 0.072), (0.05, 0.04, 0.06)))
    (1.2, 0.927, 1.601)
    """
    if not all(part > 0 for part in (*new, *old)):  # false for NaN, too
        value = new[0] / old[0] if old[0] > 0 else math.nan
        return value, math.nan, math.nan
    (a, a_low, a_high), (b, b_low, b_high) = np.log(new), np.log(old)
    low = (a - b) - math.hypot(a - a_low, b_high - b)
    high = (a - b) + math.hypot(a_high - a, b - b_low)
    return math.exp(a - b), math.exp(low), math.exp(high)


def _bootstrap_pivots(
    top: NDArray[np.float64], bottom: NDArray[np.float64], rng: np.random.Generator
) -> NDArray[np.float64]:
    """(resampled log ratio - log ratio) / its own standard error, for resamples where both exist."""
    centre = math.log(top.sum() / bottom.sum())
    block = max(1, _MOST_INDICES_AT_ONCE // top.size)
    pivots: list[NDArray[np.float64]] = []
    for start in range(0, REPLICATES, block):
        picks = rng.integers(0, top.size, size=(min(block, REPLICATES - start), top.size))
        logs, errors = _log_ratio(top, bottom, picks)
        with np.errstate(divide="ignore", invalid="ignore"):
            pivots.append((logs - centre) / errors)
    joined = np.concatenate(pivots)
    return joined[np.isfinite(joined)]


def _log_ratio(
    top: NDArray[np.float64], bottom: NDArray[np.float64], picks: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log ratio of totals and its standard error (linearised), for each row of picked units."""
    n = picks.shape[1]
    tops, bottoms = top[picks], bottom[picks]
    with np.errstate(divide="ignore", invalid="ignore"):
        top_means = tops.mean(axis=1, keepdims=True)
        bottom_means = bottoms.mean(axis=1, keepdims=True)
        residuals = tops / top_means - bottoms / bottom_means
        errors = np.sqrt((residuals**2).sum(axis=1) / (n * (n - 1)))
        return np.log(top_means / bottom_means)[:, 0], errors
