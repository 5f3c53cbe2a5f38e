"""Which posts really did best (K2), and which stand out (K3).

Both judge an account by its own posts. Give them mature organic posts (``mature`` and
``periods.organic``): a boosted post's reach was bought, a young one's is not complete.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from smmtools.measures import periods
from smmtools.measures.kpis import ENGAGEMENTS, REGISTRY
from smmtools.measures.shrinkage import fit_prior
from smmtools.measures.stats import FEWEST_UNITS

_Times = NDArray[np.datetime64]
_Limit = Callable[[_Times, NDArray[np.float64], np.datetime64], float]
ACCOUNT = ["platform", "account"]
DRAWS = 4_000
"""Simulated rankings behind a post's rank and its range."""
_MOST_NUMBERS = 20_000_000  # bounds the memory of the simulated rankings of a very large account

STANDARD_DEVIATIONS = 5.0
FEWEST_FOR_DEVIATION = 30
"""K3, first rule: beyond mean + 5 standard deviations, in accounts of at least this many posts."""
WEEKS, TIMES_90TH = 12, 2.0
"""K3, second rule: beyond twice the 90th percentile of the 12 weeks before the post."""
LAST_POSTS = 100
"""K3, third rule: expected from the last 100 posts of the same format."""


def mature(posts: pd.DataFrame, days: int) -> pd.DataFrame:
    """The posts that were at least ``days`` old when exported; a post without an export date counts.

    >>> posts = pd.DataFrame({"published": pd.to_datetime(["2026-10-01", "2026-10-30"])})
    >>> len(mature(posts.assign(exported_on=pd.Timestamp("2026-11-02")), days=7))
    1
    """
    age = posts["exported_on"] - periods.day(posts, "posts")
    return posts[(age >= pd.Timedelta(days=days)) | posts["exported_on"].isna()]


def engagements(posts: pd.DataFrame) -> pd.Series[float]:
    """Likes, comments and shares of each post together; missing where one of them is missing."""
    return posts[list(ENGAGEMENTS)].astype("Float64").sum(axis=1, skipna=False).astype(float)


def rank_posts(
    posts: pd.DataFrame, key: str = "er_reach", level: float = 0.95, seed: int = 0
) -> pd.DataFrame:
    """Each account's posts from best to worst by an indicator drawn towards the account's mean (K2).

    A small post's rate says little and is drawn far; ``smmtools.measures.shrinkage`` says how far.
    Posts that lack a part, or whose denominator is 0, are not in the table. An account with fewer
    than ``FEWEST_UNITS`` posts, or without any event, has raw rates only: there is nothing to estimate
    the spread from. Columns, beside platform, account and post_id:

    ========================  =====================================================================
    counted, denominator      what was counted, and of how much
    raw, shrunk, low, high    the rate as it is; drawn to the mean, with its credible interval
    rank, rank_low, rank_high  by shrunk rate, 1 is the best; and the range that the rank lies in
    best                      probability that this post's true rate is the account's highest
    ========================  =====================================================================

    The index is that of ``posts``; the order of rows in ``posts`` changes nothing.
    """
    kpi = REGISTRY[key]
    rows = posts.dropna(subset=list(kpi.parts))
    tidy = rows[[*ACCOUNT, "post_id"]].assign(
        counted=rows[list(kpi.numerator)].astype(float).sum(axis=1),
        denominator=rows[kpi.denominator].astype(float),
    )
    tidy = tidy[tidy["denominator"] > 0]
    tidy = tidy.sort_values([*ACCOUNT, "counted", "denominator", "post_id"], kind="stable")
    people = kpi.interval == "wilson"
    ranked = [_ranked(account, people, level, seed) for _, account in tidy.groupby(ACCOUNT, dropna=False)]
    return pd.concat(ranked) if ranked else _ranked(tidy, people, level, seed)


def _ranked(rows: pd.DataFrame, people: bool, level: float, seed: int) -> pd.DataFrame:
    """One account's posts, best first."""
    k, n = rows["counted"].to_numpy(), rows["denominator"].to_numpy()
    columns = ["shrunk", "low", "high", "rank", "rank_low", "rank_high", "best"]
    judged = rows.assign(raw=k / n, **dict.fromkeys(columns, math.nan))
    if len(rows) < FEWEST_UNITS or k.sum() == 0 or (people and (k > n).any()) or (people and (k == n).all()):
        return judged.sort_values("raw", ascending=False, kind="stable")
    prior = fit_prior(k, n, "beta-binomial" if people else "gamma-poisson")
    tail = (1 - level) / 2
    posterior = prior.posterior(k, n)
    judged["shrunk"] = prior.shrunk(k, n)
    judged["low"], judged["high"] = posterior.ppf(tail), posterior.ppf(1 - tail)
    judged["rank"] = judged["shrunk"].round(15).rank(ascending=False, method="min")
    draws = max(200, min(DRAWS, _MOST_NUMBERS // len(rows)))
    rates = posterior.rvs(size=(draws, len(rows)), random_state=np.random.default_rng(seed))
    ranks = 1 + np.argsort(np.argsort(-rates, axis=1), axis=1)
    judged["rank_low"], judged["rank_high"] = np.quantile(
        ranks, [tail, 1 - tail], axis=0, method="inverted_cdf"
    )
    judged["best"] = (ranks == 1).mean(axis=0)
    return judged.sort_values("rank", kind="stable")


def outliers(posts: pd.DataFrame, key: str = "er_reach") -> pd.DataFrame:
    """Three published rules for posts that stand out, side by side, none counting the post itself (K3).

    ==================  ============================================================================
    engagements, rate   what the post got; the indicator ``key`` of it
    deviation_limit     mean + 5 standard deviations of the account's other posts' rates
    percentile_limit    2 × the 90th percentile of engagements in the 12 weeks before the post
    expected            mean of the middle half of the last 100 posts of its format before it
    score               engagements over expected; below expected, minus expected over engagements
    by_deviation, …     whether it is beyond the limit; missing where the rule has no ground
    ==================  ============================================================================

    The first rule needs ``FEWEST_FOR_DEVIATION`` posts in the account, the other two ``FEWEST_UNITS``
    posts before this one; where a rule has fewer, its columns are missing. The index is that of
    ``posts``; the order of rows changes nothing.
    """
    kpi = REGISTRY[key]
    rate = posts[list(kpi.numerator)].astype("Float64").sum(axis=1, skipna=False).astype(float)
    bottom = posts[kpi.denominator].astype(float)
    judged = posts[[*ACCOUNT, "post_id", "published", "format"]].assign(
        engagements=engagements(posts), rate=(rate / bottom).where(bottom > 0)
    )
    judged = judged.reset_index(drop=True)
    judged["deviation_limit"] = judged.groupby(ACCOUNT, dropna=False)["rate"].transform(_deviation_limits)
    judged["percentile_limit"] = _before_each(judged, ACCOUNT, _percentile_limit)
    judged["expected"] = _before_each(judged, [*ACCOUNT, "format"], _expectation)
    judged["score"] = [
        over_expected(actual, expected)
        for actual, expected in zip(judged["engagements"], judged["expected"], strict=True)
    ]
    judged["by_deviation"] = _beyond(judged["rate"], judged["deviation_limit"])
    judged["by_percentile"] = _beyond(judged["engagements"], judged["percentile_limit"])
    return judged.set_index(posts.index)


def over_expected(actual: float, expected: float) -> float:
    """How many times the expected a post got; an under-performer shows minus how many times too little.

    Missing where nothing was expected; minus infinity for nothing where something was.

    >>> over_expected(100, 50), over_expected(100, 200)
    (2.0, -2.0)
    """
    if math.isnan(actual) or not expected > 0:
        return math.nan
    if actual >= expected:
        return actual / expected
    return -expected / actual if actual > 0 else -math.inf


def _beyond(values: pd.Series[float], limits: pd.Series[float]) -> pd.Series[bool]:
    """Whether each value is above its limit, by more than rounding; missing where either is."""
    beyond = (values > limits * (1 + 1e-9)).astype("boolean")
    return beyond.mask(values.isna() | limits.isna())


def _deviation_limits(rates: pd.Series[float]) -> pd.Series[float]:
    """For each post, mean + 5 standard deviations of the others that have a rate."""
    known = rates.dropna().to_numpy()
    n = len(known)
    if n < FEWEST_FOR_DEVIATION:
        return pd.Series(math.nan, index=rates.index)
    centred = rates - known.mean()  # about the mean, so that the sums below lose no digits
    total, squares = np.sum(known - known.mean()), np.sum((known - known.mean()) ** 2)
    means = (total - centred) / (n - 1)
    spread = ((squares - centred**2 - (n - 1) * means**2) / (n - 2)).clip(lower=0)
    limits: pd.Series[float] = known.mean() + means + STANDARD_DEVIATIONS * spread**0.5
    return limits


def _before_each(judged: pd.DataFrame, by: list[str], limit: _Limit) -> pd.Series[float]:
    """A limit for every post from the posts of its group that were published before it."""
    found = np.full(len(judged), math.nan)
    for _, rows in judged.dropna(subset=["engagements"]).groupby(by, dropna=False):
        dated = rows.sort_values(["published", "engagements"])
        times, values = dated["published"].to_numpy("datetime64[us]"), dated["engagements"].to_numpy()
        before = np.searchsorted(times, times, side="left")  # posts of one minute do not judge each other
        limits = [limit(times[:end], values[:end], now) for end, now in zip(before, times, strict=True)]
        found[dated.index.to_numpy()] = limits
    return pd.Series(found, index=judged.index)


def _percentile_limit(times: _Times, values: NDArray[np.float64], now: np.datetime64) -> float:
    lately = values[np.searchsorted(times, now - np.timedelta64(WEEKS, "W"), side="left") :]
    if len(lately) < FEWEST_UNITS:
        return math.nan
    return TIMES_90TH * float(np.quantile(lately, 0.9))


def _expectation(times: _Times, values: NDArray[np.float64], now: np.datetime64) -> float:
    """Mean of the middle half: a quarter of the posts is left out at either end, rounded down."""
    lately = values[-LAST_POSTS:]
    return float(stats.trim_mean(lately, 0.25)) if len(lately) >= FEWEST_UNITS else math.nan
