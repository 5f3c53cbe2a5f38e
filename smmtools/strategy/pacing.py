"""Rule G2: is a count on the way to its target, and where will it stand at the deadline?"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats
from scipy.stats.distributions import rv_frozen

from smmtools.inputs.client import Goal
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds


@dataclass(frozen=True)
class Pace:
    """The count so far against the target's path."""

    finding: str
    """on track, behind, ahead, too early, not started, over, or no data."""
    count: float
    expected: float
    days: int
    dispersion: float
    dispersion_known: bool
    at_most: float
    """P(a count this low or lower | on target)."""
    at_least: float
    """P(a count this high or higher | on target)."""

    @property
    def chance(self) -> float:
        """The tail that speaks against being on target: the upper one when ahead, else the lower."""
        return self.at_least if self.finding == "ahead" else self.at_most


@dataclass(frozen=True)
class Forecast:
    """Where the count will stand at the deadline if the month's rate holds, with its interval."""

    until: dt.date
    days_left: int
    value: float
    low: float
    high: float
    needed: float
    """What the target asks for over the same days."""


def unjudged(finding: str) -> Pace:
    """The pace of a goal that has nothing to judge in the month, with the word that says why."""
    return Pace(finding, math.nan, math.nan, 0, math.nan, False, math.nan, math.nan)


def pace(count: float, days: int, target_per_day: float, dispersion: float = 1.0) -> float:
    """Probability of a count this low or lower after so many days, if the target were being met.

    Negative binomial with variance = dispersion * mean; Poisson when the dispersion is 1.
    ValueError when the dispersion is below 1 or nothing is expected. Rule G2.

    >>> round(pace(504, 28, 20), 5), round(pace(504, 28, 20, dispersion=2), 5)
    (0.00869, 0.04586)
    """
    return float(_count_distribution(days * target_per_day, dispersion).cdf(count))


def target_path(goal: Goal, days: pd.DatetimeIndex) -> pd.Series[float]:
    """What the target asks for on each of the given days.

    Flat: the target. Ramp: a straight line from the baseline on the first day to the target on the
    deadline. A target a week or a month is spread evenly over its days. The goal must be measurable.
    """
    target, baseline = float(goal.target or 0), float(goal.baseline or 0)
    share = _share_of_a_day(goal, days)
    if goal.path == "flat":
        return share * target
    start, deadline = pd.Timestamp(str(goal.start)), pd.Timestamp(str(goal.deadline))
    progress = np.clip((days - start).days / max((deadline - start).days, 1), 0, 1)
    path: pd.Series[float] = share * (baseline + progress * (target - baseline))
    return path


def dispersion_of(weekly_totals: pd.Series[float], thresholds: Thresholds = THRESHOLDS) -> tuple[float, bool]:
    """Variance over mean of weekly totals, at least 1, and whether it is the client's own.

    With fewer weeks than ``fewest_weeks``, or none with an event, the assumed value. Rule G2.

    >>> dispersion, known = dispersion_of(pd.Series([140.0, 120.0, 160.0, 140.0]))
    >>> round(dispersion, 4), known
    (1.9048, True)
    >>> dispersion_of(pd.Series([140.0]))
    (2.0, False)
    """
    if len(weekly_totals) < thresholds.fewest_weeks or weekly_totals.mean() == 0:
        return thresholds.assumed_dispersion, False
    return max(1.0, float(weekly_totals.var(ddof=1) / weekly_totals.mean())), True


def judge_pace(
    actual: pd.Series[float],
    expected: pd.Series[float],
    dispersion: tuple[float, bool],
    thresholds: Thresholds = THRESHOLDS,
) -> Pace:
    """Compare counts with the target's path over the same days. Rule G2.

    Under ``fewest_days`` days or ``fewest_expected`` expected events it is too early; a tail below
    ``tail`` means behind or ahead; else on track.
    """
    count, mean = float(actual.sum()), float(expected.sum())
    value, known = dispersion
    if len(actual) < thresholds.fewest_days or mean < thresholds.fewest_expected:
        return Pace("too early", count, mean, len(actual), value, known, math.nan, math.nan)
    distribution = _count_distribution(mean, value)
    low, high = float(distribution.cdf(count)), float(distribution.sf(count - 1))
    finding = "behind" if low < thresholds.tail else "ahead" if high < thresholds.tail else "on track"
    return Pace(finding, count, mean, len(actual), value, known, low, high)


def forecast(
    goal: Goal, pace: Pace, last_day: dt.date, thresholds: Thresholds = THRESHOLDS
) -> Forecast | None:
    """Count from the day after ``last_day`` to the deadline if the daily rate so far holds.

    Negative binomial around that rate; its variance carries the chance of the days to come and the
    doubt in the rate itself. None when no day is left, nothing was counted, or it is too early.
    """
    if goal.deadline is None or pace.count <= 0 or pace.days < thresholds.fewest_days:
        return None
    left = (goal.deadline - last_day).days
    if left <= 0:
        return None
    mean = pace.count / pace.days * left
    spread = _count_distribution(mean, pace.dispersion * (1 + left / pace.days))
    low, high = spread.interval(thresholds.forecast_level)
    coming = pd.date_range(last_day + dt.timedelta(days=1), goal.deadline, freq="D")
    needed = float(target_path(goal, coming).sum())
    return Forecast(goal.deadline, left, mean, float(low), float(high), needed)


def _share_of_a_day(goal: Goal, days: pd.DatetimeIndex) -> pd.Series[float]:
    """Which part of the target's period one day is: 1, 1/7, or one of its month's days."""
    if goal.per == "month":
        return pd.Series(1.0 / days.days_in_month.to_numpy(), index=days)
    return pd.Series(1.0 / 7 if goal.per == "week" else 1.0, index=days)


def _count_distribution(mean: float, dispersion: float) -> rv_frozen:
    """Counts with this mean and variance = dispersion * mean."""
    if dispersion < 1 or mean <= 0:
        raise ValueError(f"needs dispersion >= 1 and a mean above 0, got {dispersion} and {mean}")
    if dispersion == 1:
        return stats.poisson(mean)
    return stats.nbinom(mean / (dispersion - 1), 1 / dispersion)
