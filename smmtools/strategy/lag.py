"""How long people take from contact to purchase, and which contacts an order came of (rule M3)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special, stats

_Z90 = float(special.ndtri(0.9))


@dataclass(frozen=True)
class Lag:
    """Days from contact to purchase: log-normal, from its median and its 90th percentile.

    ValueError unless 0 < median < p90: the two say how long people take, and how differently.

    >>> round(Lag(14, 60).sigma, 5)
    1.13557
    """

    median: float
    p90: float

    def __post_init__(self) -> None:
        if not 0 < self.median < self.p90 < math.inf:
            raise ValueError(
                f"a lag needs 0 < median < 90th percentile, got {self.median} and {self.p90} days:"
                " take both from the client's orders, or ask for them"
            )

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm of the days."""
        return math.log(self.p90 / self.median) / _Z90

    def share_by(self, age: float) -> float:
        """Of all purchases a contact leads to, the share that has come so many days after it: F(age).

        0 at the contact and before it.

        >>> round(Lag(14, 60).share_by(30), 5)
        0.74894
        """
        return float(share_by(age, self.median, self.sigma))

    def days_for(self, share: float) -> float:
        """Days after the contact by which this share of the purchases has come; infinite from 1 on.

        ValueError where the share is negative.

        >>> Lag(14, 60).days_for(0.5), Lag(14, 60).days_for(1)
        (14.0, inf)
        """
        if not share >= 0:
            raise ValueError(f"a share is 0 or more, got {share}")
        return float(days_for(share, self.median, self.sigma))


@dataclass(frozen=True)
class LateOrders:
    """Orders that came after the month of their contact: seen, beside what the stated lag expects."""

    orders: int
    """Of closed months, with a known contact."""
    late: int
    """Of these, sold after their month's end."""
    expected: float
    """How many of them the lag expects to be late; missing (NaN) without orders."""
    chance: float
    """That as many or as few come, if the lag is true (exact binomial, two-sided); 1 without orders."""


def late_orders(
    contacts: Sequence[dt.date], sold: Sequence[dt.date], ends: Sequence[dt.date], on: dt.date, lag: Lag
) -> LateOrders:
    """Test a stated lag on orders whose contact is known: how many came after their month ``ends``. Rule M3.

    Only orders until ``on`` are on record, so that an order is late with the chance 1 - F(end) / F(on).

    >>> month, end = [dt.date(2026, 8, 25)] * 40, [dt.date(2026, 8, 31)] * 40
    >>> found = late_orders(month, month, end, dt.date(2026, 10, 31), Lag(3, 14))
    >>> found.late, round(found.expected, 1), found.chance < 0.05
    (0, 10.3, True)
    """
    if not contacts:
        return LateOrders(0, 0, math.nan, 1.0)
    met = np.array(contacts, dtype="datetime64[D]")
    until = np.array(ends, dtype="datetime64[D]")
    by_end, by_now = (
        share_by((day - met).astype(float) + 0.5, lag.median, lag.sigma)
        for day in (until, np.datetime64(on, "D"))
    )
    late = int((np.array(sold, dtype="datetime64[D]") > until).sum())
    share = float(np.clip(1 - by_end / by_now, 0, 1).mean())
    chance = float(stats.binomtest(late, len(met), share).pvalue)
    return LateOrders(len(met), late, share * len(met), chance)


def led_by(
    cohorts: Sequence[tuple[dt.date, dt.date]], contacts: Sequence[float], sold: dt.date, lag: Lag
) -> NDArray[np.float64]:
    """Return the probability, for each cohort, that an order of this day came of a contact of its days.

    For orders that do not say when their buyer was contacted. ``cohorts`` are first and last days;
    ``contacts`` how many people each contacted (clicks, or spend in their place), evenly on its days. The
    probabilities add to 1: contacts before the first cohort are not counted on, so that the first months are
    given too much. All missing (NaN) for an order before every contact. ValueError unless each cohort has a
    number of contacts, 0 or more.
    Rule M3.

    >>> months = [(dt.date(2026, 9, 1), dt.date(2026, 9, 30)), (dt.date(2026, 10, 1), dt.date(2026, 10, 31))]
    >>> led_by(months, [1_000, 1_000], dt.date(2026, 10, 16), Lag(14, 60)).round(3).tolist()
    [0.366, 0.634]
    """
    if len(cohorts) != len(contacts) or not all(0 <= each < math.inf for each in contacts):
        raise ValueError(f"each of {len(cohorts)} cohorts needs a number of contacts, got {list(contacts)}")
    weights = np.array([
        number / ((end - start).days + 1)
        * (lag.share_by((sold - start).days + 1) - lag.share_by((sold - end).days))
        for (start, end), number in zip(cohorts, contacts, strict=True)
    ])  # fmt: skip
    with np.errstate(invalid="ignore"):
        return np.asarray(weights / weights.sum())


def share_by(age: ArrayLike, median: ArrayLike, sigma: float) -> NDArray[np.float64]:
    """F(age) of a log-normal lag, for arrays of ages or medians in days; 0 at the contact and before it.

    >>> share_by([0, 14, 60], 14, Lag(14, 60).sigma).round(3).tolist()
    [0.0, 0.5, 0.9]
    """
    with np.errstate(divide="ignore"):
        return np.asarray(special.ndtr(np.log(np.maximum(age, 0.0) / np.asarray(median)) / sigma))


def days_for(share: ArrayLike, median: ArrayLike, sigma: float) -> NDArray[np.float64]:
    """Days by which a share of the purchases has come, for arrays; infinite from a share of 1 on.

    >>> days_for([0.5, 0.9, 1.2], 14, Lag(14, 60).sigma).round(3).tolist()
    [14.0, 60.0, inf]
    """
    return np.asarray(median * np.exp(sigma * special.ndtri(np.minimum(share, 1.0))))
