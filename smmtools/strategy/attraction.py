"""Rule R5.3: six ways to attract people, which of them are used, and when a contest is in place."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import get_args

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.communication_decision import (
    Attraction,
    CommunicationDecision,
    Contest,
    Way,
)
from smmtools.strategy import alive
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "communication"
WAYS: tuple[str, ...] = get_args(Way)
"""R5.3: the six ways (guide, lines 131-136)."""


@dataclass(frozen=True)
class ContestCase:
    """A contest with how many are alive on its channel."""

    contest: Contest
    live: tuple[float, float, float]
    """Followers alive: estimate, low, high; missing without an audit."""


@dataclass(frozen=True)
class Attractions:
    """The six ways, and the contests."""

    ways: dict[str, Attraction | None]
    """In the guide's order; None for a way of which nothing is said."""
    contests: tuple[ContestCase, ...]


def attractions_of(decision: CommunicationDecision, case: ClientMonth) -> Attractions:
    """What is decided of each way; for contests, how many live followers their channel has (A2)."""
    said = {each.way: each for each in decision.attractions}
    known = live_by_platform(case) if decision.contests else {}
    missing = (math.nan, math.nan, math.nan)
    contests = tuple(ContestCase(each, known.get(each.platform, missing)) for each in decision.contests)
    return Attractions({way: said.get(way) for way in WAYS}, contests)  # type: ignore[call-overload]


def live_by_platform(case: ClientMonth) -> dict[str, tuple[float, float, float]]:
    """Followers alive on each channel, as stage 02 reckons them; of two accounts the one with more."""
    audience = case.brief.decided("audience", str(case.month))
    found: dict[str, tuple[float, float, float]] = {}
    for account in alive.accounts_of(case, audience.contests if audience else ()):
        before = found.get(account.platform)
        if before is None or not account.live[1] <= before[1]:
            found[account.platform] = account.live
    return found


def verdicts_of(found: Attractions) -> Iterator[Verdict]:
    """R5.3: every way is decided with its reason; a contest has enough live followers and a random draw."""
    yield _of_ways(found.ways)
    bare = [way for way, each in found.ways.items() if each and each.why is None]
    if bare:
        yield Verdict("R5.3", STAGE, Grade.REVIEW, "ways without reason", len(bare), 0, {"ways": bare})
    yield from _of_contests(found)


def _of_ways(ways: dict[str, Attraction | None]) -> Verdict:
    unsaid = [way for way, each in ways.items() if each is None]
    used = [way for way, each in ways.items() if each and each.state != "refused"]
    refused = [way for way, each in ways.items() if each and each.state == "refused"]
    facts = {"ways": unsaid, "used": used, "refused": refused, "count": len(WAYS)}
    if len(unsaid) == len(WAYS):
        return Verdict("R5.3", STAGE, Grade.NO_DATA, "no ways", 0, len(WAYS), facts)
    if unsaid:
        return Verdict("R5.3", STAGE, Grade.REVIEW, "ways unsaid", len(WAYS) - len(unsaid), len(WAYS), facts)
    finding = "ways decided" if refused else "all ways taken"
    return Verdict("R5.3", STAGE, Grade.PASS if used else Grade.REVIEW, finding if used else "no way taken",
                   len(used), 1, facts)  # fmt: skip


def _of_contests(found: Attractions) -> Iterator[Verdict]:
    way = found.ways["contests"]
    if way is not None and way.state == "refused" and found.contests:
        yield Verdict("R5.3", STAGE, Grade.REVIEW, "contest though refused", len(found.contests), 0)
    if way is not None and way.state != "refused" and not found.contests:
        yield Verdict("R5.3", STAGE, Grade.NO_DATA, "contest unnamed")
    for each in found.contests:
        yield _of_live(each)
        yield _of_draw(each.contest)


def _contest_facts(contest: Contest) -> dict[str, object]:
    return {"platform": contest.platform, "date": contest.date}


def _of_live(each: ContestCase) -> Verdict:
    """By the lower bound: enough followers are surely alive, or the contest waits (guide, line 194)."""
    value, low, high = each.live
    least = THRESHOLDS.fewest_live
    facts = _contest_facts(each.contest) | {"value": value, "low": low, "high": high, "least": least}
    if math.isnan(low):
        return Verdict("R5.3", STAGE, Grade.NO_DATA, "live unknown", threshold=least, facts=facts)
    grade, finding = (Grade.PASS, "enough alive") if low >= least else (Grade.FAIL, "too few alive")
    return Verdict("R5.3", STAGE, grade, finding, low, least, facts)


def _of_draw(contest: Contest) -> Verdict:
    grade, finding = {
        "random": (Grade.PASS, "drawn at random"),
        "jury": (Grade.REVIEW, "drawn by jury"),
        None: (Grade.NO_DATA, "draw unsaid"),
    }[contest.draw]
    return Verdict("R5.3", STAGE, grade, finding, facts=_contest_facts(contest))


def methods(contests: Collection[ContestCase]) -> tuple[str, ...]:
    """What the contests ask of people; whether a platform allows it is X1's to grade."""
    return tuple(dict.fromkeys(each.contest.method for each in contests))
