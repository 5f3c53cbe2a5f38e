"""When to post (P2): whether some part of the day or week gets more engagement, or it is chance.

A month's posts cannot carry 168 hours of the week, so five parts of the day are told apart, on
weekdays and at weekends. Months and formats differ by themselves; posts are compared only within
their own month and format, and chance is what shuffling them there would give.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from smmtools.measures.posts import engagements
from smmtools.measures.stats import FEWEST_UNITS

DAYPARTS = {"night": 0, "morning": 6, "midday": 11, "afternoon": 14, "evening": 18}
"""The five parts of a day in the client's zone: name and first hour; the last one ends at midnight."""
WEEKPARTS = ("weekday", "weekend")
CELLS = [(week, day) for week in WEEKPARTS for day in DAYPARTS]
"""The ten parts of the week that are told apart."""

FALSE_DISCOVERY = 0.05
"""Highest q at which a cell counts as different."""
FEWEST_IN_CELL = 8
"""Cells with fewer posts are shown and not tested."""
FEWEST_POSTS = 60
"""With fewer posts in all the signal is thin, whatever the test says."""
PERMUTATIONS = 9_999
_MOST_NUMBERS = 2_000_000  # bounds the memory of one block of shuffled posts

Signal = Literal["ok", "thin", "none"]
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Timing:
    """What the client's own posts say of the time of posting."""

    signal: Signal
    """ok: some part of the week differs; thin: too few posts to say; none: nothing beyond chance."""
    cells: pd.DataFrame
    """One row a part of the week that was posted in, see ``best_times``."""
    posts: int
    """Posts with a rate that the test rests on."""

    @property
    def better(self) -> pd.DataFrame:
        """The cells that did better than the rest beyond chance, best first; none unless the signal is ok."""
        cells = self.cells[self.cells["ok"] & (self.cells["factor"] > 1)]
        return cells.sort_values("factor", ascending=False)


@dataclass(frozen=True)
class Evenings:
    """What evening posts do against morning posts of the same month and format."""

    factor: float
    """Times the rate of morning posts; missing with fewer than ``FEWEST_UNITS`` posts in either."""
    low: float
    high: float
    posts: int
    """Posts of both parts of the day."""


def daypart(hour: int) -> str:
    """The part of the day that an hour lies in.

    >>> daypart(5), daypart(6), daypart(23)
    ('night', 'morning', 'evening')
    """
    return [name for name, first in DAYPARTS.items() if first <= hour][-1]


def slots(published: pd.Series[pd.Timestamp]) -> pd.DataFrame:
    """Day part and week part of each time, in the zone that the times are in.

    >>> slots(pd.Series(pd.to_datetime(["2026-10-03 09:30"]))).iloc[0].tolist()
    ['morning', 'weekend']
    """
    day = published.dt.hour.map(daypart).astype("str")
    week = pd.Series(
        np.where(published.dt.day_of_week >= 5, *WEEKPARTS[::-1]), index=published.index, dtype="str"
    )
    return pd.DataFrame({"daypart": day, "weekpart": week})


def best_times(posts: pd.DataFrame, seed: int = 0, permutations: int = PERMUTATIONS) -> Timing:
    """Which parts of the week do better or worse than the rest, and whether it may be chance.

    ``posts`` are one channel's mature organic posts, times in the client's zone. The rate is the
    logarithm of (engagements + ½) / reach, so that a post without engagement has one too. The p-value
    of a cell comes from shuffling rates within month × format (two-sided), q from Benjamini and
    Hochberg over the cells with at least ``FEWEST_IN_CELL`` posts. Columns of the cells:

    ==================  ========================================================================
    weekpart, daypart   the part of the week
    posts               posts in it
    factor, low, high   how many times the rate of other posts of its month and format, with a 95 %
                        interval; missing where no such comparison exists, and the interval also
                        with fewer than ``FEWEST_UNITS`` posts in the cell
    p, q                chance of such a difference if time did not matter; corrected for many cells
    ok                  q below ``FALSE_DISCOVERY`` and at least ``FEWEST_POSTS`` posts in all
    ==================  ========================================================================
    """
    rows = _rated(posts)
    members = _members(rows)
    values, centred = _within(rows, rows["rate"]), _within(rows, members)
    cells = pd.DataFrame(CELLS, columns=["weekpart", "daypart"])
    cells["posts"] = members.sum().to_numpy().astype(int)
    cells[["factor", "low", "high"]] = _factors(values, centred, rows["stratum"].nunique())
    cells.loc[cells["posts"] < FEWEST_UNITS, ["low", "high"]] = math.nan
    cells["p"] = _chance(values, members.to_numpy(), rows["stratum"].to_numpy(), permutations, seed)
    tested = (cells["posts"] >= FEWEST_IN_CELL) & cells["factor"].notna()
    cells["q"] = math.nan
    if tested.any():
        cells.loc[tested, "q"] = stats.false_discovery_control(cells.loc[tested, "p"], method="bh")
    cells["ok"] = (cells["q"] < FALSE_DISCOVERY) & (len(rows) >= FEWEST_POSTS)
    cells = cells[cells["posts"] > 0].reset_index(drop=True)
    return Timing(_signal(cells, len(rows)), cells, len(rows))


def evenings_to_mornings(posts: pd.DataFrame) -> Evenings:
    """Evening posts against morning posts alone, within month and format, weekends and all.

    The factors of ``best_times`` each have the rest of the posts as their base, so that the evening's and
    the morning's cannot be divided by each other; this is one figure on one base.
    """
    rows = _rated(posts)
    rows = rows[rows["daypart"].isin(["morning", "evening"])].reset_index(drop=True)
    evening = rows["daypart"].eq("evening").astype(float)
    fewest = min(evening.sum(), (1 - evening).sum())
    if fewest < FEWEST_UNITS:
        return Evenings(math.nan, math.nan, math.nan, len(rows))
    centred = _within(rows, evening.to_frame("evening"))
    ((factor, low, high),) = _factors(_within(rows, rows["rate"]), centred, rows["stratum"].nunique())
    return Evenings(float(factor), float(low), float(high), len(rows))


def best_hours(posts: pd.DataFrame, timing: Timing) -> pd.DataFrame:
    """The hours within the better parts of the week; empty where no part is better beyond chance.

    Columns: weekpart, daypart, hour, posts, factor (times the rate of their month and format). Single
    hours are not tested: they only say where within a tested part the posts did best.
    """
    rows = _rated(posts)
    rows["lift"] = _within(rows, rows["rate"])
    better = rows.merge(timing.better[["weekpart", "daypart"]], on=["weekpart", "daypart"])
    hours = better.groupby(["weekpart", "daypart", "hour"])["lift"].agg(["size", "mean"]).reset_index()
    hours["factor"] = np.exp(hours["mean"].astype(float))
    hours = hours.rename(columns={"size": "posts"}).drop(columns="mean")
    return hours.sort_values(["factor", "hour"], ascending=[False, True], ignore_index=True)


def _signal(cells: pd.DataFrame, posts: int) -> Signal:
    if posts < FEWEST_POSTS:
        return "thin"
    return "ok" if cells["ok"].any() else "none"


def _rated(posts: pd.DataFrame) -> pd.DataFrame:
    """Posts with a rate: rate, stratum, weekpart, daypart, hour; in an order of their own."""
    rows = slots(posts["published"]).assign(hour=posts["published"].dt.hour)
    reach = posts["reach"].astype(float)
    rows["rate"] = np.log((engagements(posts) + 0.5) / reach.where(reach > 0))
    rows["stratum"] = posts["published"].dt.strftime("%Y-%m ") + posts["format"].fillna("")
    rows = rows.dropna(subset=["rate"])
    return rows.sort_values(["stratum", "weekpart", "daypart", "hour", "rate"], ignore_index=True)


def _members(rows: pd.DataFrame) -> pd.DataFrame:
    """One column a part of the week: 1 for the posts in it, else 0."""
    own = list(zip(rows["weekpart"], rows["daypart"], strict=True))
    columns = {number: [float(cell == each) for each in own] for number, cell in enumerate(CELLS)}
    return pd.DataFrame(columns, index=rows.index)


def _within(rows: pd.DataFrame, values: pd.Series[float] | pd.DataFrame) -> Array:
    """The values less the mean of their month and format."""
    within: Array = (values - values.groupby(rows["stratum"]).transform("mean")).to_numpy(float)
    return within


def _factors(values: Array, centred: Array, strata: int) -> Array:
    """Each cell against the other posts of its months and formats (least squares): factor, low, high."""
    weight = (centred**2).sum(axis=0)
    free = len(values) - strata - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        effect = np.where(weight > 1e-9, centred.T @ values / weight, math.nan)
        left = np.maximum((values**2).sum() - effect**2 * weight, 0)
        error = np.sqrt(left / free / weight) if free > 0 else np.full(len(weight), math.nan)
    width = stats.t.isf(0.025, free) * error if free > 0 else error
    factors: Array = np.exp(np.column_stack([effect, effect - width, effect + width]))
    return factors


def _chance(values: Array, members: Array, strata: Array, permutations: int, seed: int) -> Array:
    """Two-sided p of each cell's total when values are shuffled within their stratum (rows sorted by it)."""
    rng = np.random.default_rng(seed)
    codes = np.unique(strata, return_inverse=True)[1].astype(float)
    seen = np.abs(values @ members) - 1e-9  # shuffles that give the same total count as equal
    as_far = np.zeros(members.shape[1])
    block = max(1, _MOST_NUMBERS // max(len(values), 1))
    for start in range(0, permutations, block):
        draws = rng.random((min(block, permutations - start), len(values)))
        shuffled = values[np.argsort(codes + draws, axis=1)]  # a random order that keeps strata apart
        as_far += (np.abs(shuffled @ members) >= seen).sum(axis=0)
    chance: Array = (1 + as_far) / (1 + permutations)
    return chance
