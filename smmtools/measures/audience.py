"""Who the followers are: whether they are the target (A1), and how many are alive (A2)."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd
from scipy import stats

from smmtools.measures.definitions import KpiValue
from smmtools.measures.stats import ratio_of_estimates, wilson_interval

ELSEWHERE = "elsewhere"
"""The cell of what a breakdown does not name: a list of the top cities leaves the others out."""

MANY_FOLLOWERS, FEW_LIKES = 10_000, 10
"""A2, first sign: at least so many followers and a median of at most so many likes a post (L355)."""
JUMP = 5.0
"""A2, second sign: a day's growth with a robust z above this."""
_MAD_TO_SD, _MEAN_TO_SD = 1.4826, 1.253314
"""What turns a median or a mean absolute deviation into a normal standard deviation (Iglewicz and
Hoaglin 1993, section 3)."""


@dataclass(frozen=True)
class Match:
    """How an audience compares with the one that is wanted."""

    match: float
    """1 − ½ Σ|share − target|: 1 when the two are the same, 0 when they have nothing in common."""
    on_target: float
    """Share of the audience in the cells that the target names."""
    cells: pd.DataFrame
    """One row a cell: cell, share, target, difference (share − target); the farthest off first."""


def shares(counts: Mapping[str, float], whole: bool = True) -> pd.Series[float]:
    """Shares by cell that add up to 1, from counts or shares.

    A breakdown that is whole (age and sex) is divided by its own sum, which rounding leaves near 1.
    One that is not (the top cities, as fractions of all) keeps its shares, and what they leave of 1 is
    ``ELSEWHERE``. Empty when nothing was counted. ValueError for a negative part, and for shares of a
    breakdown that is not whole that add up to more than 1 by more than rounding.

    >>> shares({"women": 30, "men": 10}).to_dict()
    {'women': 0.75, 'men': 0.25}
    >>> shares({"Jena": 0.5, "Gera": 0.25}, whole=False).to_dict()
    {'Jena': 0.5, 'Gera': 0.25, 'elsewhere': 0.25}
    """
    parts = pd.Series(counts, dtype=float).dropna()
    if (parts < 0).any():
        raise ValueError(f"a share cannot be negative, got {parts.min():g} for {parts.idxmin()}")
    total = float(parts.sum())
    if not whole and total > 1.02:
        raise ValueError(f"shares of a part of the whole add up to at most 1, got {total:g}")
    if total == 0:
        return parts.iloc[:0]
    if whole or total >= 1:
        return parts / total
    named = parts.drop(ELSEWHERE, errors="ignore")
    return pd.concat([named, pd.Series({ELSEWHERE: 1 - named.sum()})])


def latest_cells(audience: pd.DataFrame, breakdown: str) -> pd.Series[float]:
    """Counts (else shares) by cell of one account's breakdown, from rows of the audience table.

    Followers are taken on their latest date. Visitors are counted each day anew, so their days are
    added up: visits of people, not people; see ``may_test``.
    """
    rows = audience[audience["breakdown"] == breakdown]
    if not (rows["population"] == "visitors").all():
        rows = rows[rows["date"].isna() | (rows["date"] == rows["date"].max())]
    column = "count" if rows["count"].notna().any() else "share"
    cells: pd.Series[float] = rows.groupby("cell")[column].sum(min_count=1).astype(float)
    return cells.dropna()


def may_test(audience: pd.DataFrame) -> bool:
    """Whether chi-square may be computed: true counts of followers, each of them once."""
    counted, once = audience["count"].notna(), audience["population"] == "followers"
    return bool(len(audience) and (counted & once).all())


def match(observed: Mapping[str, float], target: Mapping[str, float], whole: bool = True) -> Match:
    """Compare an audience with the target, cell by cell. Rule A1.

    Both are shares or counts by cell; a cell that one of them lacks counts as 0 there. Missing (NaN,
    no cells) when either is empty.

    >>> found = match({"18-24": 50, "25-34": 50}, {"18-24": 0.3, "25-34": 0.7})
    >>> round(found.match, 2), found.on_target
    (0.8, 1.0)
    """
    ours, wanted = shares(observed, whole), shares(target, whole)
    if ours.empty or wanted.empty:
        none = pd.DataFrame(columns=["cell", "share", "target", "difference"])
        return Match(math.nan, math.nan, none)
    cells = pd.DataFrame({"share": ours, "target": wanted}).fillna(0.0).rename_axis("cell").reset_index()
    cells["difference"] = cells["share"] - cells["target"]
    off = cells["difference"].abs()
    named = (cells["target"] > 0) & (cells["cell"] != ELSEWHERE)
    farthest = cells.assign(off=off.round(12)).sort_values(["off", "cell"], ascending=[False, True])
    return Match(
        float(1 - off.sum() / 2),
        float(cells.loc[named, "share"].sum()),
        farthest.drop(columns="off").reset_index(drop=True),
    )


def chi_square(counts: Mapping[str, float], target: Mapping[str, float]) -> tuple[float, float]:
    """Chi-square of true counts against target shares, and its p. Rule A1.

    Descriptive only: followers are a census, so p measures how many they are as much as how far off.
    Both are missing (NaN) without counts or with fewer than two cells; chi-square is infinite, and p
    is 0, when somebody is in a cell where the target has nobody.

    >>> counts = dict(zip("abcde", [120, 340, 310, 180, 50]))
    >>> target = dict(zip("abcde", [0.10, 0.40, 0.30, 0.15, 0.05]))
    >>> tuple(round(part, 6) for part in chi_square(counts, target))
    (19.333333, 0.000676)
    """
    table = pd.DataFrame({"seen": pd.Series(counts, dtype=float), "share": shares(target)}).fillna(0.0)
    table = table[(table["seen"] > 0) | (table["share"] > 0)]
    if len(table) < 2 or table["seen"].sum() == 0:
        return math.nan, math.nan
    if (table["share"] == 0).any():
        return math.inf, 0.0
    found = stats.chisquare(table["seen"], table["share"] * table["seen"].sum())
    return float(found.statistic), float(found.pvalue)


def live_followers(alive: int, n: int, followers: int) -> tuple[float, float, float]:
    """How many followers are alive, from a random audit: (estimate, low, high). Rule A2.

    ``alive`` of ``n`` audited accounts, Wilson's interval times the followers. Missing when none was
    audited. ValueError unless 0 <= alive <= n.

    >>> tuple(round(part) for part in live_followers(82, 100, 2_000))
    (1640, 1467, 1766)
    """
    low, high = wilson_interval(alive, n)
    return (alive / n if n else math.nan) * followers, low * followers, high * followers


def live_rate(rate: KpiValue, alive: int, n: int) -> tuple[float, float, float]:
    """An engagement rate by followers per follower alive: (value, low, high). Rule A2.

    Missing bounds where the rate has none, or where nobody in the audit was alive.

    >>> round(live_rate(KpiValue(0.02, 0.015, 0.025, 40), 50, 100)[0], 3)
    0.04
    """
    low, high = wilson_interval(alive, n)
    share = alive / n if n else math.nan
    return ratio_of_estimates((rate.value, rate.low, rate.high), (share, low, high))


def few_likes(followers: int, likes: pd.Series[int]) -> bool | None:
    """Whether a large account gets hardly any likes: a warning sign of dead followers (A2, L355).

    None when no post's likes are known, or the account is too small for the sign to mean anything.

    >>> few_likes(12_000, pd.Series([3, 9, 40])), few_likes(900, pd.Series([3]))
    (True, None)
    """
    known = likes.dropna()
    if followers < MANY_FOLLOWERS or known.empty:
        return None
    return bool(known.astype(float).median() <= FEW_LIKES)


def daily_growth(followers: pd.DataFrame) -> pd.Series[float]:
    """Followers gained a day, by day, from one account's counts; a gap's gain is spread over its days.

    >>> rows = pd.DataFrame({"date": pd.to_datetime(["2026-10-01", "2026-10-02", "2026-10-04"])})
    >>> daily_growth(rows.assign(count=[100, 110, 130])).tolist()
    [10.0, 10.0, 10.0]
    """
    counted = followers.dropna(subset=["date", "count"]).sort_values(["date", "count"])
    counts = counted.drop_duplicates("date", keep="last").set_index("date")["count"].astype(float)
    if len(counts) < 2:
        return pd.Series(dtype=float)
    every = counts.resample("D").mean().interpolate("linear")
    return every.diff().iloc[1:]


def robust_z(values: pd.Series[float]) -> pd.Series[float]:
    """How far each value lies from the median, in standard deviations that outliers do not stretch.

    By the median absolute deviation; where that is 0 (more than half the days are the same), by the
    mean absolute deviation; where that is 0 too, nothing differs and every z is 0.

    >>> robust_z(pd.Series([1.0, 2, 3, 4, 100])).round(1).tolist()
    [-1.3, -0.7, 0.0, 0.7, 65.4]
    """
    off = values - values.median()
    deviation = off.abs()
    spread = deviation.median() * _MAD_TO_SD or deviation.mean() * _MEAN_TO_SD
    return off / spread if spread > 0 else off * 0.0


def jumps(followers: pd.DataFrame, explained: Collection[pd.Timestamp] = ()) -> pd.DataFrame:
    """Days on which one account grew as it never does, without spend or a contest to explain it (A2).

    ``explained`` are the days with ad spend or a contest; a jump on one of them is listed too, marked.
    Columns: date, gained (followers that day), z, explained; earliest first. Only growth counts: a
    platform's own clean-up of dead accounts is a fall.
    """
    return unusual_days(daily_growth(followers), explained)


def unusual_days(gained: pd.Series[float], explained: Collection[pd.Timestamp] = ()) -> pd.DataFrame:
    """The days of a daily series of growth that ``jumps`` speaks of, for a platform that counts follows.

    >>> days = pd.date_range("2026-10-01", periods=5)
    >>> unusual_days(pd.Series([9.0, 11, 10, 12, 900], index=days))["gained"].tolist()
    [900.0]
    """
    z = robust_z(gained)
    table = pd.DataFrame({"date": gained.index, "gained": gained.to_numpy(), "z": z.to_numpy()})
    table["explained"] = table["date"].isin(list(explained))
    return table[table["z"] > JUMP].reset_index(drop=True)
