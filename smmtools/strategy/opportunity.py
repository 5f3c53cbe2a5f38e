"""Rule C1's arithmetic: the opportunity of channels, the gate, and how sure their order is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

Floats = NDArray[np.float64]

DRAWS = 20_000
"""Simulated worlds behind a probability."""
MONTE_CARLO_ERROR = 1.96 * 0.5 / math.sqrt(DRAWS)
"""A probability is known to within this (95 %, where it is largest): .0069, below .01."""
CONCENTRATION = 8.0
"""Weights of one half each are uncertain as Dirichlet(4, 4), others as the same number of votes."""
_LEVEL = 0.9


@dataclass(frozen=True)
class Odds:
    """How sure a channel's place is, over the uncertain audience, activity and weights."""

    first: float
    """Probability that it ranks first among those that pass the gate."""
    served: float
    """Probability that it is among those that the team's hours serve, best first."""


def opportunity(
    audience: ArrayLike,
    activity: ArrayLike,
    w_audience: float | Floats = 0.5,
    w_activity: float | Floats = 0.5,
    typical_activity: float = 3.0,
) -> Floats:
    """The opportunity of each channel as ln S = w_a·ln A + w_k·ln g, with g = 1 / (1 + K / K̃). Rule C1.

    ``audience`` (A) is how many potential customers there are, ``activity`` (K) how much competitors do
    there, in posts a day of the platform's usual engagement; ``typical_activity`` (K̃) is the K that halves
    a channel. Missing where either is missing; minus infinity where nobody is there.
    ValueError for a negative figure.

    >>> opportunity([120_000, 80_000, 40_000], [12, 3, 1]).round(4).tolist()
    [5.0429, 5.2983, 5.1545]
    """
    people, rivals = np.asarray(audience, dtype=float), np.asarray(activity, dtype=float)
    if (people < 0).any() or (rivals < 0).any() or typical_activity <= 0:
        raise ValueError("audience and activity are at least 0, and the typical activity is above 0")
    with np.errstate(divide="ignore"):
        scores: Floats = w_audience * np.log(people) - w_activity * np.log1p(rivals / typical_activity)
    return scores


def audience_needed(target: float, reach_share: float, ctr: float, application_rate: float) -> float:
    """The smallest audience (A_min) that can give a month's target; missing where a rate is 0 or missing.

    >>> audience_needed(600, 0.5, 0.02, 0.05)
    1200000.0
    """
    rate = reach_share * ctr * application_rate
    return float(round(target / rate, 6)) if rate > 0 else math.nan


def ranks(scores: ArrayLike) -> list[int | None]:
    """1 for the highest score, equal scores sharing the better rank; None where a score is missing.

    >>> ranks([5.0, math.nan, 6.0, 5.0])
    [2, None, 1, 2]
    """
    known = np.asarray(scores, dtype=float).round(12)
    placed = stats.rankdata(-known, method="min", nan_policy="omit")
    return [None if math.isnan(rank) else int(rank) for rank in placed.tolist()]


def swap_weight(audience: Sequence[float], activity: Sequence[float], typical_activity: float) -> float:
    """The weight of the audience at which two channels are equal; missing when no weight makes them so.

    >>> round(swap_weight([80_000, 40_000], [3, 1], 3.0), 3)
    0.369
    """
    if min(audience) <= 0:
        return math.nan
    people = math.log(audience[0] / audience[1])
    rivals = math.log((1 + activity[0] / typical_activity) / (1 + activity[1] / typical_activity))
    if people + rivals == 0:
        return math.nan
    weight = rivals / (people + rivals)
    return weight if 0 < weight < 1 else math.nan


def serve(scores: Floats, hours: ArrayLike, team_hours: float) -> NDArray[np.bool_]:
    """Which channels the team's hours serve, row by row: best first, one that does not fit is passed over.

    Scores that are minus infinity are never served.

    >>> serve(np.array([[3.0, 2.0, 1.0]]), [20, 15, 10], 30).tolist()
    [[True, False, True]]
    """
    needs, rows = np.asarray(hours, dtype=float), np.arange(len(scores))
    order = np.argsort(-scores, axis=1, kind="stable")
    used, served = np.zeros(len(scores)), np.zeros(scores.shape, dtype=bool)
    for place in range(scores.shape[1]):
        channel = order[:, place]
        fits = (scores[rows, channel] > -math.inf) & (used + needs[channel] <= team_hours + 1e-9)
        served[rows, channel] = fits
        used += np.where(fits, needs[channel], 0.0)
    return served


def odds(
    names: Sequence[str],
    audience: ArrayLike,
    activity: ArrayLike,
    hours: ArrayLike,
    *,
    team_hours: float,
    uncertainty: float,
    w_audience: float = 0.5,
    typical_activity: float = 3.0,
    needed: float = 0.0,
    seed: int = 0,
) -> list[Odds]:
    """How often each channel ranks first, and is served, when audience, activity and weights are uncertain.

    A and K are log-normal, 90 % within ×/÷(1 + ``uncertainty``); the weights Dirichlet. A channel whose
    audience falls below ``needed`` has no place in that draw. Each channel draws from a stream of its
    own name's, so that adding another changes nothing but the competition. Nothing may be missing.
    """
    spread = math.log1p(uncertainty) / float(stats.norm.ppf((1 + _LEVEL) / 2))
    shares = (CONCENTRATION * w_audience, CONCENTRATION * (1 - w_audience))
    weights = np.random.default_rng(seed).beta(*shares, size=(DRAWS, 1))
    noise = [np.random.default_rng([seed, crc32(name.encode())]).normal(size=(DRAWS, 2)) for name in names]
    factors = np.exp(spread * np.stack(noise, axis=1))
    people = np.asarray(audience, dtype=float) * factors[..., 0]
    rivals = np.asarray(activity, dtype=float) * factors[..., 1]
    scores = opportunity(people, rivals, weights, 1 - weights, typical_activity)
    scores = np.where(people >= needed, scores, -math.inf)
    best = scores.max(axis=1, keepdims=True)
    first = ((scores == best) & (best > -math.inf)).mean(axis=0)
    served = serve(scores, hours, team_hours).mean(axis=0)
    return [Odds(float(one), float(two)) for one, two in zip(first, served, strict=True)]
