"""Intervals for counts of people and for ratios of totals; how two rates differ, and what shows it.

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

_NO_SPREAD = 1e-12  # of a logarithm: what is less is rounding
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
    if error[0] < _NO_SPREAD:
        return ratio, ratio, ratio
    pivots = _bootstrap_pivots(top, bottom, np.random.default_rng(seed))
    if pivots.size < REPLICATES / 2:  # most resamples hold no event at all
        return ratio, math.nan, math.nan
    width = np.exp(np.quantile(np.abs(pivots), level) * error[0])
    return ratio, float(ratio / width), float(ratio * width)


def newcombe_difference(
    k1: int, n1: int, k2: int, n2: int, level: float = 0.95
) -> tuple[float, float, float]:
    """Difference of two proportions of people counted once, first minus second: (difference, low, high).

    All three are missing (NaN) when either group is empty. ValueError unless 0 <= k <= n in both.
    Source: Newcombe 1998, method 10 (two Wilson intervals joined); rule M4.

    >>> tuple(round(part, 4) for part in newcombe_difference(56, 70, 48, 80))
    (0.2, 0.0524, 0.3339)
    """
    (low1, high1), (low2, high2) = wilson_interval(k1, n1, level), wilson_interval(k2, n2, level)
    if not n1 or not n2:
        return math.nan, math.nan, math.nan
    p1, p2 = k1 / n1, k2 / n2
    low = p1 - p2 - math.hypot(p1 - low1, high2 - p2)
    high = p1 - p2 + math.hypot(high1 - p1, p2 - low2)
    return p1 - p2, low, high


def two_proportion_test(k1: int, n1: int, k2: int, n2: int) -> tuple[float, float]:
    """Whether two proportions of people counted once differ: pooled z and its two-sided p.

    Both are missing (NaN) when a group is empty, or when nobody or everybody in both counts as a
    success: there is no spread to judge by. ValueError unless 0 <= k <= n in both. Rule M4.

    >>> tuple(round(part, 4) for part in two_proportion_test(80, 1000, 60, 1000))
    (1.7528, 0.0796)
    """
    if not (0 <= k1 <= n1 and 0 <= k2 <= n2):
        raise ValueError(f"k must lie between 0 and n, got {k1} of {n1} and {k2} of {n2}")
    pooled = (k1 + k2) / (n1 + n2) if n1 and n2 else 0.0
    if not 0 < pooled < 1:
        return math.nan, math.nan
    z = (k1 / n1 - k2 / n2) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return z, float(2 * stats.norm.sf(abs(z)))


def shrunk_rate(k: float, n: float, prior_a: float, prior_b: float) -> float:
    """The rate k of n drawn towards a Beta(prior_a, prior_b): the posterior mean.

    The prior counts as prior_a successes among prior_a + prior_b people seen before; with n = 0 it is
    all there is. ValueError unless 0 <= k <= n and both parts of the prior are positive. Rule K2.

    >>> round(shrunk_rate(4, 10, 3, 97), 6)
    0.063636
    """
    if not 0 <= k <= n:
        raise ValueError(f"k must lie between 0 and n, got k={k}, n={n}")
    if not (prior_a > 0 and prior_b > 0):
        raise ValueError(f"a Beta prior needs two positive parts, got {prior_a} and {prior_b}")
    return (k + prior_a) / (n + prior_a + prior_b)


def sample_size_two_rates(p1: float, p2: float, power: float = 0.8, alpha: float = 0.05) -> int:
    """People needed in each of two groups to see the change from rate p1 to p2, two-sided.

    Pooled variance under no change, each group's own under the change. ValueError when the rates are
    equal (no number is enough) or do not lie strictly between 0 and 1.
    Source: Fleiss, Levin and Paik 2003, section 4.2, without continuity correction; rule M4.

    >>> sample_size_two_rates(0.01, 0.012)
    42693
    """
    if p1 == p2:
        raise ValueError(f"the two rates are equal ({p1}): no sample is large enough")
    if not (0 < p1 < 1 and 0 < p2 < 1 and 0 < power < 1 and 0 < alpha < 1):
        raise ValueError(f"rates, power and alpha lie between 0 and 1, got {p1}, {p2}, {power}, {alpha}")
    mean = (p1 + p2) / 2
    no_change = stats.norm.isf(alpha / 2) * math.sqrt(2 * mean * (1 - mean))
    change = stats.norm.isf(1 - power) * math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    return math.ceil(((no_change + change) / (p1 - p2)) ** 2)


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
