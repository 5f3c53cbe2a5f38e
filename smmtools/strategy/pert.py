"""The distribution of a price, or of any estimate, told as lowest, most likely and highest (rule B1)."""

from __future__ import annotations

from typing import cast

from scipy import stats
from scipy.stats.distributions import rv_frozen


def pert(low: float, mode: float, high: float) -> rv_frozen:
    """The PERT distribution of a price: a beta on [low, high] whose mean is (low + 4 mode + high) / 6.

    A price that is fixed (low = high) is a distribution with one value. ValueError unless
    low <= mode <= high. Rule B1.

    >>> price = pert(80, 100, 160)
    >>> round(float(price.mean()), 3), [round(float(price.ppf(p)), 3) for p in (0.1, 0.5, 0.9)]
    (106.667, [88.979, 105.105, 126.711])
    """
    if not low <= mode <= high:
        raise ValueError(f"needs low <= mode <= high, got {low}, {mode}, {high}")
    if low == high:
        return cast(rv_frozen, stats.rv_discrete(values=([low], [1.0])))  # asked the same questions
    width = high - low
    return stats.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, loc=low, scale=width)
