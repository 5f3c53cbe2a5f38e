"""The segments of stage 02: whether each is defined (R2.1, R2.2), and which comes first (A3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from smmtools.inputs.brief_types import Range
from smmtools.inputs.client import AudienceDecision, Segment
from smmtools.strategy.budget import pert
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "audience"
DEFINED_BY = ("geography", "age", "sex", "interests", "hours", "met")
"""What a segment needs beside its size, its need and its offer (R2.1)."""

ORDERS_FROM = ("reach_share", "ctr", "conversion", "size")
"""A3: expected orders are the product of these."""

WORTH_FROM = (*ORDERS_FROM, "order", "margin")
"""A3: the value of a segment is the product of these."""

DRAWS = 20_000
"""Simulated outcomes behind a probability of rank 1."""

MONTE_CARLO_ERROR = 1.96 * 0.5 / DRAWS**0.5
"""By which a probability of rank 1 may be off (95 %), at most: 0.007."""


@dataclass(frozen=True)
class Ranked:
    """One segment's worth, with the range that nine in ten simulated outcomes lie in."""

    segment: Segment
    rank: int
    orders: tuple[float, float, float]
    """Expected, low, high."""
    value: tuple[float, float, float]
    """Margin of those orders in the client's currency: expected, low, high."""
    first: float
    """Probability that this segment is worth the most."""


def lacking(segment: Segment, parts: Sequence[str]) -> tuple[str, ...]:
    """Which of the parts a segment does not state."""
    return tuple(part for part in parts if getattr(segment, part) in (None, ()))


def rank_segments(segments: Sequence[Segment], seed: int = 0) -> tuple[Ranked, ...]:
    """The segments that state everything A3 needs, the one worth most first; the others are left out.

    Value = reach share × CTR × conversion × size × average order × margin, each a PERT range and
    independent of the others, so that the expected value is the product of the means. Every segment
    draws from a stream of its own: another segment beside it changes none of its figures. Who shares
    the first place in a draw shares it equally.
    """
    whole = [segment for segment in segments if not lacking(segment, WORTH_FROM)]
    if not whole:
        return ()
    orders = [_draws(segment, ORDERS_FROM, seed) for segment in whole]
    values = [
        drawn * _draws(segment, WORTH_FROM[4:], seed) for drawn, segment in zip(orders, whole, strict=True)
    ]
    stacked = np.stack(values)
    best = stacked == stacked.max(axis=0)
    first = (best / best.sum(axis=0)).mean(axis=1)
    found = [
        (_summary(segment, ORDERS_FROM, drawn), _summary(segment, WORTH_FROM, value), float(chance), segment)
        for segment, drawn, value, chance in zip(whole, orders, values, first, strict=True)
    ]
    found.sort(key=lambda each: -each[1][0])
    return tuple(
        Ranked(segment, place, made, worth, chance)
        for place, (made, worth, chance, segment) in enumerate(found, start=1)
    )


def segment_verdicts(decision: AudienceDecision | None, targeted: bool) -> Iterator[Verdict]:
    """R2.1 and R2.2 of each segment; without any, ads that ran were aimed at nobody.

    A segment without a size is NO DATA, for nobody can say what it is worth; one that lacks another
    part of its definition, or a need or an offer, is REVIEW.
    """
    if decision is None:
        grade, finding = (Grade.FAIL, "ads without segments") if targeted else (Grade.NO_DATA, "no segments")
        yield Verdict("R2.1", STAGE, grade, finding)
        return
    for segment in decision.segments:
        yield _defined(segment)
        yield _offered(segment)


def ranking_verdicts(decision: AudienceDecision, ranked: Sequence[Ranked]) -> Iterator[Verdict]:
    """A3: the segment decided to come first against the one worth most; what cannot be ranked and why."""
    if len(ranked) == 1:
        yield Verdict("A3", STAGE, Grade.NO_DATA, "only one", facts={"segment": ranked[0].segment.name})
    elif ranked:
        yield _first(decision, ranked)
    for segment in decision.segments:
        if missing := lacking(segment, WORTH_FROM):
            facts = {"segment": segment.name, "parts": missing}
            yield Verdict("A3", STAGE, Grade.NO_DATA, "not ranked", len(missing), 0, facts)


def decided_order(decision: AudienceDecision) -> tuple[Segment, ...]:
    """The segments in the order decided; those that it does not name follow as they are listed."""
    place = {key: number for number, key in enumerate(decision.order)}
    return tuple(sorted(decision.segments, key=lambda segment: place.get(segment.key, len(place))))


def followed(order: Sequence[str], recommended: Sequence[str]) -> bool | None:
    """Whether a decision followed what was recommended then; None where one of the two is not on record.

    >>> followed(["a", "b", "c"], ["a", "b"]), followed(["b", "a"], ["a", "b"]), followed(["a"], [])
    (True, False, None)
    """
    if not order or not recommended:
        return None
    return [key for key in order if key in recommended] == list(recommended)


def _first(decision: AudienceDecision, ranked: Sequence[Ranked]) -> Verdict:
    best = ranked[0]
    decided = decided_order(decision)[0]
    facts = {
        "segment": best.segment.name,
        "decided": decided.name,
        "chance": best.first,
        "why": decision.why,
        "by": decision.by,
    }
    if decided.key != best.segment.key:
        grade, finding = Grade.REVIEW, "another first"
    elif best.first < THRESHOLDS.sure_first:
        grade, finding = Grade.REVIEW, "unsure"
    else:
        grade, finding = Grade.PASS, "first"
    return Verdict("A3", STAGE, grade, finding, best.first, THRESHOLDS.sure_first, facts)


def _defined(segment: Segment) -> Verdict:
    missing = lacking(segment, DEFINED_BY)
    facts = {"segment": segment.name, "parts": missing}
    if segment.size is None:
        return Verdict("R2.1", STAGE, Grade.NO_DATA, "no size", facts=facts)
    grade, finding = (Grade.REVIEW, "incomplete") if missing else (Grade.PASS, "defined")
    return Verdict("R2.1", STAGE, grade, finding, len(missing), 0, facts)


def _offered(segment: Segment) -> Verdict:
    missing = lacking(segment, ("need", "offer"))
    facts = {"segment": segment.name, "parts": missing, "need": segment.need, "offer": segment.offer}
    grade, finding = (Grade.REVIEW, "no offer") if missing else (Grade.PASS, "need and offer")
    return Verdict("R2.2", STAGE, grade, finding, len(missing), 0, facts)


def _range(segment: Segment, part: str) -> Range:
    found: Range = getattr(segment, part)
    return found


def _mean(range_: Range) -> float:
    return (range_.low + 4 * range_.mode + range_.high) / 6


def _draws(segment: Segment, parts: Sequence[str], seed: int) -> NDArray[np.float64]:
    """Simulated products of some of a segment's ranges."""
    product = np.ones(DRAWS)
    for part in parts:
        found = _range(segment, part)
        rng = np.random.default_rng([seed, zlib.crc32(f"{segment.key} {part}".encode())])
        if found.low == found.high:
            product = product * found.low
        else:
            product = product * pert(found.low, found.mode, found.high).rvs(DRAWS, random_state=rng)
    return product


def _summary(
    segment: Segment, parts: Sequence[str], draws: NDArray[np.float64]
) -> tuple[float, float, float]:
    low, high = np.quantile(draws, [0.05, 0.95])
    return prod(_mean(_range(segment, part)) for part in parts), float(low), float(high)
