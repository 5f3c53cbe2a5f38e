"""Stage 02: who is wanted, whether the subscribers are those, how many are alive, and who comes first.

Rules R2.1 and R2.2 (segments.py), R2.3, A1 (match with the target), A2 (alive.py) and A3 (segments.py).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client import AudienceDecision, TargetShares
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.audience import ELSEWHERE, Match, chi_square, latest_cells, match, may_test
from smmtools.strategy.alive import Account, account_verdicts, accounts_of
from smmtools.strategy.segments import STAGE, Ranked, rank_segments, ranking_verdicts, segment_verdicts
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

__all__ = ["STAGE", "AudienceAssessment", "Compared", "assess"]

PLACES = ("city", "country")
"""Breakdowns that name the largest cells only: what they leave out lies elsewhere."""

WORST_CELLS = 3
"""So many cells are named as farthest from the target."""


@dataclass(frozen=True)
class Compared:
    """One breakdown of one account's audience beside the target for its platform."""

    platform: str
    account: str | None
    """None where no file breaks the platform's audience down."""
    breakdown: str
    population: str | None
    """Whom the platform counts: followers, or visitors of each day, or viewers."""
    until: dt.date | None
    """The date of the figures; the last day of those that are counted daily."""
    match: Match | None
    chi_square: tuple[float, float] | None
    """Chi-square and its p, only of true counts of followers; descriptive."""
    misfits: tuple[str, ...]
    """Cells of the target that the platform does not count like that; they prevent the comparison."""


@dataclass(frozen=True)
class AudienceAssessment:
    """Everything stage 02 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: AudienceDecision | None
    matches: tuple[Compared, ...]
    accounts: tuple[Account, ...]
    ranking: tuple[Ranked, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None


def assess(case: ClientMonth) -> AudienceAssessment:
    """Everything stage 02 says of a client's audience in the month."""
    decision = case.brief.decided("audience", str(case.month))
    matches = tuple(each for target in _targets(decision) for each in _compare(case, target))
    accounts = accounts_of(case, decision.contests if decision else ())
    ranking = rank_segments(decision.segments) if decision else ()
    verdicts = (
        *segment_verdicts(decision, _targeted(case)),
        _both_ways(matches),
        *(_of_match(each) for each in matches),
        *_without_target(decision),
        *account_verdicts(accounts),
        *(ranking_verdicts(decision, ranking) if decision else ()),
    )
    return AudienceAssessment(case, decision, matches, accounts, ranking, verdicts)


def misfits(seen: Iterable[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Cells of the target that overlap a cell of the platform's without being it, such as other age bands.

    VK's bands share their ends (18-21, 21-24), Meta's do not (18-24, 25-34).

    >>> misfits(["F 18-21", "F 21-24"], ["F 18-24"]), misfits(["F 18-24", "F 25-34"], ["F 25-34"])
    (('F 18-24',), ())
    """
    there = list(seen)
    return tuple(
        cell
        for cell in wanted
        if cell not in there and any(_overlap(_band(cell), _band(other)) for other in there)
    )


def _targets(decision: AudienceDecision | None) -> tuple[TargetShares, ...]:
    return decision.targets if decision else ()


def _targeted(case: ClientMonth) -> bool:
    """Whether money was spent on ads in the month."""
    ads = case.tables["ads"]
    return bool((ads["spend"].fillna(0)[ads["end"] >= case.month.start_time] > 0).any())


def _compare(case: ClientMonth, target: TargetShares) -> Iterator[Compared]:
    """The target beside every own account of its platform that a file breaks down like that."""
    rows = case.tables["audience"]
    rows = rows[(rows["platform"] == target.platform) & (rows["breakdown"] == target.breakdown)]
    visited_before = rows["population"].ne("followers") & (rows["date"] < case.month.start_time)
    rows = rows[~visited_before.fillna(False)]
    if rows.empty:
        yield Compared(target.platform, None, target.breakdown, None, None, None, None, ())
    for account, each in rows.groupby("account"):
        yield _beside(str(account), each, target)


def _beside(account: str, rows: pd.DataFrame, target: TargetShares) -> Compared:
    population = next(
        (name for name in ("followers", "visitors", "viewers") if (rows["population"] == name).any()), None
    )
    if population:
        rows = rows[rows["population"] == population]
    if population != "visitors":
        rows = rows[rows["date"].isna() | (rows["date"] == rows["date"].max())]
    cells = latest_cells(rows, target.breakdown)
    place = target.breakdown in PLACES
    if place and cells.sum() > 1:
        cells = cells / _everyone(rows)
    odd = misfits(cells.index, target.shares) or _unknown(cells, target.shares)
    seen = {str(cell): float(part) for cell, part in cells.items()}
    found = None if odd or cells.empty else match(seen, target.shares, whole=not place)
    tested = chi_square(seen, target.shares) if found and not place and may_test(rows) else None
    until = rows["date"].max()
    day = None if pd.isna(until) else until.date()
    return Compared(target.platform, account, target.breakdown, population, day, found, tested, odd)


def _everyone(rows: pd.DataFrame) -> float:
    """All people counted, those outside the list of places too: a day's count over the share it makes up."""
    daily = rows.groupby("date", dropna=False)[["count", "share"]].sum().astype(float)
    shares = daily["share"].where(daily["share"] > 0, 1.0).clip(upper=1.0)
    return float((daily["count"] / shares).sum())


def _unknown(cells: pd.Series[float], wanted: Iterable[str]) -> tuple[str, ...]:
    """All cells of the target, when the platform knows none of them: they are spelled otherwise."""
    named = tuple(cell for cell in wanted if cell != ELSEWHERE)
    return () if cells.empty or any(cell in cells.index for cell in named) else named


def _band(cell: str) -> tuple[str, float, float] | None:
    """A cell's sex and age band, such as F 18-24 or 65+; None for a place."""
    found = re.fullmatch(r"(?:(\w+) )?(\d+)(?:-(\d+)|\+)", cell)
    if not found:
        return None
    return found[1] or "", float(found[2]), float(found[3]) if found[3] else math.inf


def _overlap(one: tuple[str, float, float] | None, other: tuple[str, float, float] | None) -> bool:
    if one is None or other is None or (one[0] and other[0] and one[0] != other[0]):
        return False
    return max(one[1], other[1]) < min(one[2], other[2])


def _both_ways(matches: tuple[Compared, ...]) -> Verdict:
    """R2.3: subscribers are compared with the target by age and sex, and by place."""
    done = {"place" if each.breakdown in PLACES else "people" for each in matches if each.match}
    missing = tuple(part for part in ("people", "place") if part not in done)
    grade, finding = (Grade.NO_DATA, "not compared") if missing else (Grade.PASS, "compared")
    return Verdict("R2.3", STAGE, grade, finding, len(done), 2, {"parts": missing})


def _without_target(decision: AudienceDecision | None) -> Iterator[Verdict]:
    if not _targets(decision):
        yield Verdict("A1", STAGE, Grade.NO_DATA, "no target")


def _of_match(each: Compared) -> Verdict:
    """A1: match = 1 − ½ Σ|share − target|, with the population named."""
    facts: dict[str, object] = {
        "platform": each.platform,
        "account": each.account,
        "breakdown": each.breakdown.replace("_", " and "),
        "population": each.population or "audience",
        "cells": each.misfits,
    }
    if each.match is None:
        finding = "other cells" if each.misfits else "no breakdown"
        return Verdict("A1", STAGE, Grade.NO_DATA, finding, facts=facts)
    worst = each.match.cells.head(WORST_CELLS)
    found = each.match.match
    facts |= {
        "match": found,
        "on_target": each.match.on_target,
        "outside": 1 - each.match.on_target,
        "worst": [(row["cell"], row["share"], row["target"]) for row in worst.to_dict("records")],
    }
    place = " by place" if each.breakdown in PLACES else ""
    if found >= THRESHOLDS.match_pass:
        return Verdict("A1", STAGE, Grade.PASS, f"on target{place}", found, THRESHOLDS.match_pass, facts)
    grade, finding = (
        (Grade.REVIEW, "partly on target") if found >= THRESHOLDS.match_review else (Grade.FAIL, "off target")
    )
    return Verdict("A1", STAGE, grade, f"{finding}{place}", found, THRESHOLDS.match_review, facts)
