"""Whole months of conversions about the averages that draws of curves give (rule B2).

An average is never counted: a month brings a whole number about it, and clumps as days do (G2).
"""

from __future__ import annotations

import numpy as np

from smmtools.strategy.curves import FloatArray
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds


def drawn_counts(averages: FloatArray, seed: int = 0, thresholds: Thresholds = THRESHOLDS) -> FloatArray:
    """A month's count about each average: negative binomial, its variance twice its mean as assumed.

    The same seed gives the same counts.

    >>> drawn_counts(np.array([0.0, 0.0])).tolist()
    [0.0, 0.0]
    """
    over = thresholds.assumed_dispersion
    size = np.maximum(np.asarray(averages, dtype=float), 0.0) / (over - 1)
    counts = np.random.default_rng(seed).negative_binomial(np.maximum(size, 1e-12), 1 / over)
    return np.where(size > 0, counts, 0).astype(float)


def poor_month(counts: FloatArray, thresholds: Thresholds = THRESHOLDS) -> float:
    """The count that a month in twenty is at or below: a whole number."""
    return float(np.quantile(counts, thresholds.low_share, method="inverted_cdf"))
