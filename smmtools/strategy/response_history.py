"""Rule B2: what the weeks past say of planned curves, weighed by what they would have brought.

Each channel's 4,000 draws about its planned curve are weighed by how likely they make the conversions of its
weeks: negative binomial, with variance = dispersion · mean. Draws and weeks of different channels are
independent, so that channels are weighed one by one and their draws joined by chance. Where few of the draws
fit, because the weeks say much, more are drawn, up to 64,000; where few of those fit, too, the weeks
contradict the plan, and history is refused.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from smmtools.strategy.curve_draws import DRAWS, CurveDraws, draw_curves
from smmtools.strategy.curves import Curve, Curves, FloatArray
from smmtools.strategy.verdicts import THRESHOLDS, Thresholds

MOST_DRAWS = 64_000
"""Of one channel's curve. Of 4,000 too few fit half a year of 100 conversions a month."""


@dataclass(frozen=True)
class WeeklyHistory:
    """Weeks past: one row a week, one column a channel; NaN where a figure is not known.

    ValueError when the tables differ in shape, an amount is negative, a dispersion is below 1, or the
    period is not above 0.
    """

    spend: FloatArray
    """In the client's currency."""
    conversions: FloatArray
    """Attributed to the channel."""
    weeks_in_period: float
    """How many weeks the curves' period holds: 30/7 for a month of 30 days."""
    dispersion: float = THRESHOLDS.assumed_dispersion
    """Variance over mean of a week's conversions."""

    def __post_init__(self) -> None:
        if self.spend.ndim != 2 or self.spend.shape != self.conversions.shape:
            shapes = f"{self.spend.shape} and {self.conversions.shape}"
            raise ValueError(f"spend and conversions have a row a week and a column a channel, got {shapes}")
        if (self.spend < 0).any() or (self.conversions < 0).any():
            raise ValueError("spend and conversions are 0 or more")
        if not self.dispersion >= 1:
            raise ValueError(f"the dispersion is at least 1, got {self.dispersion}")
        if not self.weeks_in_period > 0:
            raise ValueError(f"a period holds more than 0 weeks, got {self.weeks_in_period}")

    def of(self, channel: int) -> tuple[FloatArray, FloatArray]:
        """The spend and the conversions of the weeks that count: with spend, and both figures known.

        What comes in a week without spend did not come for money, and no curve explains it.
        """
        spend, conversions = self.spend[:, channel], self.conversions[:, channel]
        counts = (spend > 0) & ~np.isnan(conversions)
        return spend[counts], conversions[counts]


@dataclass(frozen=True)
class Learnt:
    """What history said of one channel's curve."""

    weeks: int
    """Weeks with spend, and conversions known."""
    drawn: int
    """Draws that were weighed."""
    effective: float
    """How many independent draws they are worth."""
    refused: bool
    """Too few draws fit the weeks, which contradict the plan: it stands as it was, they play no part."""
    prior_spread: float
    """Standard deviation of the logarithm of the marginal at the current spend, before the weeks."""
    spread: float
    """The same after them; as before when history was refused."""
    prior_dominated: bool
    """Whether the curve still rests on planning: the weeks left most of its spread."""
    marginal: tuple[float, float, float]
    """What another unit of money brings at the current spend, in conversions: P10, P50, P90."""


@dataclass(frozen=True)
class Posterior:
    """The curves as they are known after the weeks past: joint draws, and what was learnt by channel."""

    draws: CurveDraws
    learnt: tuple[Learnt, ...]


def learn(
    curves: Sequence[Curve],
    history: WeeklyHistory | None,
    current: ArrayLike,
    draws: int = DRAWS,
    seed: int = 0,
    thresholds: Thresholds = THRESHOLDS,
) -> Posterior:
    """Planned curves after a look at the weeks past. Rule B2.

    ``current`` is each channel's spend now, over the curves' period: there the marginal is asked for; where
    it is 0 and s is not 1 the marginal of a first small unit is meant, up to its power of the spend.
    Without history, or without weeks that count, the planned curves stand and are prior-dominated. The same
    seed gives the same draws. ValueError when there is not one column, and one current spend, a curve.

    >>> weeks = WeeklyHistory(np.full((12, 1), 10.0), np.full((12, 1), 4.0), weeks_in_period=4)
    >>> found = learn([Curve(100, 50)], weeks, current=[40]).learnt[0]
    >>> found.refused, found.prior_dominated, found.spread < found.prior_spread
    (False, False, True)
    """
    now = np.asarray(current, dtype=float)
    if now.shape != (len(curves),) or not (now >= 0).all():
        raise ValueError(f"needs a current spend of 0 or more for each of {len(curves)} curves, got {now}")
    if history is not None and history.spend.shape[1] != len(curves):
        raise ValueError(f"history has {history.spend.shape[1]} channels, there are {len(curves)} curves")
    prior = draw_curves(curves, draws, seed, thresholds)
    rng = np.random.default_rng([seed, 1])
    v, k, learnt = prior.curves.v.copy(), prior.curves.k.copy(), []
    for channel in range(len(curves)):
        weighed = _weigh(_column(prior.curves, channel), history, channel)
        while history and weighed.too_few(thresholds) and 4 * len(weighed.weights) <= MOST_DRAWS:
            more = draw_curves([curves[channel]], 4 * len(weighed.weights), [seed, 2, channel], thresholds)
            weighed = _weigh(more.curves, history, channel)
        learnt.append(_learnt(weighed, float(now[channel]), thresholds))
        if weighed.weeks and not weighed.too_few(thresholds):
            kept = _resampled(weighed.weights, draws, rng)
            v[:, channel], k[:, channel] = weighed.one.v[kept, 0], weighed.one.k[kept, 0]
    return Posterior(CurveDraws(Curves(v, k, prior.curves.s)), tuple(learnt))


def log_likelihood(mean: FloatArray, counts: FloatArray, dispersion: float) -> FloatArray:
    """Logarithm of the probability of counts given their means, above 0, and variance = dispersion · mean.

    Poisson when the dispersion is 1. Counts may be fractions, as attribution gives them.

    >>> log_likelihood(np.array([2.0]), np.array([0.0]), 1.0).tolist()
    [-2.0]
    """
    if dispersion == 1:
        return np.asarray(special.xlogy(counts, mean) - mean - special.gammaln(counts + 1))
    size = mean / (dispersion - 1)
    ways = special.gammaln(counts + size) - special.gammaln(size) - special.gammaln(counts + 1)
    return np.asarray(ways - size * math.log(dispersion) + counts * math.log1p(-1 / dispersion))


def _column(curves: Curves, channel: int) -> Curves:
    """One channel's draws, as a single column."""
    pick = slice(channel, channel + 1)
    return Curves(curves.v[:, pick], curves.k[:, pick], curves.s[pick])


@dataclass(frozen=True)
class _Weighed:
    """One channel's draws, a single column, and how much each counts after the weeks; they add up to 1."""

    one: Curves
    weights: FloatArray
    weeks: int

    @property
    def effective(self) -> float:
        return float(1 / (self.weights**2).sum())

    def too_few(self, thresholds: Thresholds) -> bool:
        return self.weeks > 0 and self.effective < thresholds.fewest_effective


def _weigh(one: Curves, history: WeeklyHistory | None, channel: int) -> _Weighed:
    if history is None:
        return _Weighed(one, _even(one), 0)
    spend, conversions = history.of(channel)
    mean = one.response(spend * history.weeks_in_period) / history.weeks_in_period
    says = log_likelihood(np.maximum(mean, 1e-300), conversions, history.dispersion).sum(axis=1)
    weights = np.exp(says - says.max())
    return _Weighed(one, weights / weights.sum(), len(spend))


def _even(one: Curves) -> FloatArray:
    return np.full(len(one.v), 1 / len(one.v))


def _learnt(weighed: _Weighed, now: float, thresholds: Thresholds) -> Learnt:
    refused, even = weighed.too_few(thresholds), _even(weighed.one)
    weights = even if refused else weighed.weights
    marginal = _log_marginal(weighed.one, now)
    before, after = _spread(marginal, even), _spread(marginal, weights)
    return Learnt(
        weeks=weighed.weeks,
        drawn=len(weights),
        effective=weighed.effective,
        refused=refused,
        prior_spread=before,
        spread=after,
        prior_dominated=after > thresholds.prior_dominated * before,
        marginal=_quantiles(np.exp(marginal), weights),
    )


def _log_marginal(one: Curves, now: float) -> FloatArray:
    """Logarithm of each draw's marginal; at no spend that of its first part, whose power of x is the same."""
    v, k, s = one.v[:, 0], one.k[:, 0], float(one.s[0])
    power = (s - 1) * math.log(now) if now else 0.0
    return np.asarray(np.log(v * s) - s * np.log(k) + power - 2 * np.log1p((now / k) ** s))


def _spread(values: FloatArray, weights: FloatArray) -> float:
    return math.sqrt(float(weights @ (values - weights @ values) ** 2))


def _quantiles(values: FloatArray, weights: FloatArray) -> tuple[float, float, float]:
    order = np.argsort(values, kind="stable")
    reached = weights[order].cumsum() - weights[order] / 2
    low, middle, high = np.interp((0.1, 0.5, 0.9), reached, values[order])
    return float(low), float(middle), float(high)


def _resampled(weights: FloatArray, draws: int, rng: np.random.Generator) -> NDArray[np.intp]:
    """Draws as often as they weigh, systematically, and in an order of chance: channels are independent."""
    edges = (np.arange(draws) + rng.random()) / draws
    kept = np.minimum(np.searchsorted(weights.cumsum(), edges), len(weights) - 1)
    return rng.permutation(kept)
