"""How fast people's comments are answered, and how (P3).

A comment without an answer has waited at least until the data end: it is censored, not slow. Leaving
such comments out would flatter, so the time to a reply is read off the Kaplan–Meier curve.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from smmtools.measures.stats import wilson_interval
from smmtools.measures.timing import WEEKPARTS

ASKING = ("question", "call to action")
"""The kinds of reply that keep a talk going (R5.2)."""
HALF = 0.5


@dataclass(frozen=True)
class Curve:
    """The share of comments still without an answer, by hours waited: a step after each answer."""

    hours: tuple[float, ...]
    unanswered: tuple[float, ...]

    def at(self, hours: float) -> float:
        """The share still unanswered after so many hours.

        >>> Curve((1.0, 3.0), (0.8, 0.4)).at(2), Curve((1.0, 3.0), (0.8, 0.4)).at(0.5)
        (0.8, 1.0)
        """
        passed = [share for when, share in zip(self.hours, self.unanswered, strict=True) if when <= hours]
        return passed[-1] if passed else 1.0

    @property
    def median(self) -> float:
        """Hours after which half of the comments are answered; missing when the curve never falls so far.

        The first moment at which at most one half is unanswered.

        >>> Curve((1.0, 3.0), (0.8, 0.5)).median, Curve((1.0,), (0.8,)).median
        (3.0, nan)
        """
        fallen = (
            when for when, share in zip(self.hours, self.unanswered, strict=True) if share <= HALF + 1e-12
        )
        return next(fallen, math.nan)


@dataclass(frozen=True)
class Share:
    """k of n people's comments, as a fraction with Wilson's interval; missing when n is 0."""

    k: int
    n: int
    value: float
    low: float
    high: float

    @classmethod
    def of(cls, k: int, n: int) -> Share:
        """The share k of n.

        >>> Share.of(7, 50).value, round(Share.of(7, 50).low, 5)
        (0.14, 0.06951)
        """
        return cls(k, n, k / n if n else math.nan, *wilson_interval(k, n))


@dataclass(frozen=True)
class Replies:
    """What became of people's comments, of all or of one kind of day."""

    comments: int
    """That people wrote; our own, and those whose answer is dated before them, are left out."""
    answered: int
    """Before the data end."""
    curve: Curve
    median: float
    """Hours to an answer by Kaplan–Meier; missing when fewer than half are answered while watched."""
    low: float
    high: float
    """Interval of the median, where the bands of the curve (95 %, log-log) cross one half; else missing."""
    within: Share | None
    """Answered within the promise, of those old enough to judge; None where nothing is promised."""
    too_young: int
    """Comments younger than the promise at the end of the data: not judged, answered or not."""
    asking: Share
    """Replies that ask or call to act, of those whose kind is known."""


def waits(comments: pd.DataFrame, end: pd.Timestamp) -> pd.DataFrame:
    """One row a comment of people's made until ``end``: what is known of its wait.

    ==========  ================================================================================
    weekpart    weekday or weekend, of the day on which it was written
    hours       until the answer; for one without an answer by ``end``, until ``end``
    answered    whether the answer came by ``end``
    watched     hours from the comment to ``end``
    kind        the kind of answer, missing where it is not known
    ==========  ================================================================================

    Our own comments do not count, nor do rows whose answer is older than the comment.
    """
    people = comments[~comments["by_us"].fillna(False).astype(bool) & (comments["created"] <= end)]
    people = people[~(people["replied_at"] < people["created"])]
    answered = (people["replied_at"] <= end).fillna(False).astype(bool)
    until = people["replied_at"].where(answered, end)
    weekend = people["created"].dt.day_of_week >= 5
    return pd.DataFrame(
        {
            "platform": people["platform"],
            "weekpart": np.where(weekend, *WEEKPARTS[::-1]),
            "hours": (until - people["created"]).dt.total_seconds() / 3600,
            "answered": answered,
            "watched": (end - people["created"]).dt.total_seconds() / 3600,
            "kind": people["reply_kind"].where(answered),
        }
    )


def known_until(comments: pd.DataFrame, end: pd.Timestamp) -> pd.Timestamp:
    """The last moment of which the comments tell anything, at most ``end``.

    What happened after the last row is not known: a comment is not unanswered because the file ends.
    """
    last = comments[["created", "replied_at"]].max().max()
    return end if pd.isna(last) else min(last, end)


def summary(waited: pd.DataFrame, promise: float | None = None) -> Replies:
    """What became of the comments of ``waits``; ``promise`` is the hours within which all are answered.

    A comment younger than the promise at the end of the data is judged neither way, even if it has its
    answer: counting the quick ones among the young alone would flatter.
    """
    hours, answered = waited["hours"].to_numpy(float), waited["answered"].to_numpy(bool)
    curve, low, high = _kaplan_meier(hours, answered)
    kinds = waited["kind"].dropna()
    within, young = None, 0
    if promise is not None:
        old = waited[waited["watched"] >= promise]
        kept = old["answered"].astype(bool) & (old["hours"] <= promise)
        within, young = Share.of(int(kept.sum()), len(old)), len(waited) - len(old)
    return Replies(
        len(waited),
        int(answered.sum()),
        curve,
        curve.median,
        low,
        high,
        within,
        young,
        Share.of(int(kinds.isin(ASKING).sum()), len(kinds)),
    )


def _kaplan_meier(hours: NDArray[np.float64], answered: NDArray[np.bool_]) -> tuple[Curve, float, float]:
    """The curve, and the bounds of its median; an empty curve without an answer."""
    if not answered.any():
        return Curve((), ()), math.nan, math.nan
    sample = stats.CensoredData(uncensored=hours[answered], right=hours[~answered])
    unanswered = stats.ecdf(sample).sf
    when = tuple(float(each) for each in unanswered.quantiles)
    curve = Curve(when, tuple(float(each) for each in unanswered.probabilities))
    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)  # at one and at nought there is no band
        band = unanswered.confidence_interval(method="log-log")
    return curve, _median_of(when, band.low), _median_of(when, band.high)


def _median_of(when: tuple[float, ...], bound: Any) -> float:
    """Where one side of the band crosses one half; where there is no band it has not crossed."""
    return Curve(when, tuple(np.nan_to_num(bound.probabilities, nan=1.0).tolist())).median
