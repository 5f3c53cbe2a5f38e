"""The arithmetic of X2: acceptance by an audit, delay and its penalty, a follower's price, missing clauses.

Seen from either side: ``we_are`` is what the brief says, contractor or client. Who gained followers is paid
for living ones, so a random audit of the accounts gained decides. The guide's clauses are its lines 225-230.
The stage that runs it over a client is ``contract.py``.

What the source leaves open was decided so. The bounds are Wilson's, for accounts drawn at random are each
counted once; that a small number is nearly all looked at is not credited, so that the bounds are a little
wide, until all are: then the count is what it is. The level (95 %) holds for one look; whoever audits on
until it fits is right less often. Duties are those of both sides, the state at signing is every figure of
it. A penalty without a cap is the contractor's risk, and counts as a clause missing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from scipy import stats

from smmtools.inputs.contract_decision import ContractDecision, Side
from smmtools.measures.stats import wilson_interval
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Thresholds

ClauseKey = Literal[
    "subject", "state_at_signing", "works", "followers", "counts_as_follower", "duties",
    "refund_when_blocked", "penalties", "penalty_cap", "term", "estimate",
]  # fmt: skip
Outcome = Literal["accepted", "rejected", "undecided", "not audited"]

GRADES: Mapping[Outcome, Grade] = {
    "accepted": Grade.PASS,
    "rejected": Grade.FAIL,
    "undecided": Grade.REVIEW,
    "not audited": Grade.NO_DATA,
}


@dataclass(frozen=True)
class Clause:
    """What a contract should say, where the guide asks for it, and whom it protects."""

    key: ClauseKey
    line: int | None
    """Of the guide; None for what is the workbook's own."""
    protects: Side | Literal["both"]


CLAUSES = (
    Clause("subject", 225, "both"),
    Clause("state_at_signing", 225, "both"),
    Clause("works", 226, "both"),
    Clause("followers", 227, "both"),
    Clause("counts_as_follower", 227, "client"),
    Clause("duties", 228, "both"),
    Clause("refund_when_blocked", 228, "client"),
    Clause("penalties", 228, "client"),
    Clause("penalty_cap", None, "contractor"),
    Clause("term", 229, "both"),
    Clause("estimate", 230, "both"),
)
"""X2: in the guide's order."""


@dataclass(frozen=True)
class Acceptance:
    """What an audit says of the followers gained: how many of them are alive, and what follows."""

    outcome: Outcome
    gained: int
    target: int
    n: int
    alive: int
    low: float
    """Followers gained that are alive at least, in accounts."""
    high: float
    more: int | None
    """Accounts still to audit until, at the share found, it is decided; None unless undecided."""


def accept(gained: int, target: int, n: int, alive: int, level: float = 0.95) -> Acceptance:
    """Judge followers gained by a random audit of ``n`` of them, of which ``alive`` were found alive.

    Accepted when the lower bound of those alive reaches the target, rejected when the upper bound stays below
    it, else undecided, with how many more to audit; at most all are, and then it is decided. An audit of
    nobody leaves all open, except where fewer were gained than agreed. ValueError unless
    0 <= alive <= n <= gained and 0 < target.
    Rule X2.

    >>> found = accept(gained=2_000, target=1_500, n=100, alive=82)
    >>> found.outcome, round(found.low), round(found.high), found.more
    ('undecided', 1467, 1766, 47)
    """
    if not (0 <= alive <= n <= gained and target > 0):
        raise ValueError(
            f"needs 0 <= alive <= audited <= gained and a target, got {alive} alive of {n} audited"
            f" of {gained} gained, target {target}: correct the audit, or the number gained"
        )
    low, high = _alive(gained, n, alive, level)
    outcome = _outcome(low, high, target, n)
    more = _decided_at(alive / n, target / gained, gained, n, level) - n if outcome == "undecided" else None
    return Acceptance(outcome, gained, target, n, alive, low, high, more)


def audit_limits(gained: int, target: int, n: int, level: float = 0.95) -> tuple[int | None, int | None]:
    """How many alive of ``n`` audited accept, at least, and how many refuse, at most.

    Between the two it is undecided. None where the sample is too small for either, whatever it finds.
    ValueError unless 0 < n <= gained and 0 < target. Rule X2.

    >>> audit_limits(gained=2_000, target=1_500, n=100)
    (84, 66)
    >>> audit_limits(gained=1_000, target=1_000, n=100)
    (None, 99)
    """
    if not (0 < n <= gained and target > 0):
        raise ValueError(f"needs 0 < audited <= gained and a target, got {n} of {gained}, target {target}")
    bounds = [_alive(gained, n, alive, level) for alive in range(n + 1)]
    least = next((alive for alive, (low, _) in enumerate(bounds) if low >= target), None)
    refusing = [alive for alive, (_, high) in enumerate(bounds) if high < target]
    return least, refusing[-1] if refusing else None


def penalty(days_late: int, a_day: float, cap: float | None = None) -> float:
    """Return what delay costs the contractor: the lesser of the cap and the rate × the days late, in money.

    Nothing when not late. Without a cap there is no end to it. ValueError where rate or cap is negative.
    Rule X2 (guide, line 228).

    >>> penalty(4, 1_500, 20_000), penalty(30, 1_500, 20_000), penalty(-3, 1_500)
    (6000.0, 20000.0, 0.0)
    """
    if a_day < 0 or (cap is not None and cap < 0):
        raise ValueError(f"a penalty and its cap are 0 or more, got {a_day} and {cap}")
    return min(math.inf if cap is None else float(cap), float(a_day) * max(0, days_late))


def days_late(deadline: date | None, delivered: date | None, on: date) -> int | None:
    """Return the days from the deadline to the delivery, or to ``on`` while nothing is delivered.

    0 when in time; what was delivered after ``on`` was not there then. None without a deadline: nothing can
    be late. Rule X2.

    >>> days_late(date(2026, 10, 20), None, date(2026, 10, 31))
    11
    """
    if deadline is None:
        return None
    reached = min(delivered, on) if delivered else on
    return max(0, (reached - deadline).days)


def price_per_follower(decision: ContractDecision) -> float:
    """Return what a follower costs: as stated, else the whole estimate over the followers to gain, in money.

    The latter is the most that a follower can cost, for the estimate pays for other works, too. Missing (NaN)
    where the contract states neither.

    >>> said = {"since": "2026-08", "by": "A. Orlova", "why": "Agreed."}
    >>> price_per_follower(ContractDecision(**said, price_per_follower=24))
    24.0
    """
    if decision.price_per_follower is not None:
        return float(decision.price_per_follower)
    if not decision.estimate or not decision.followers_to_gain:
        return math.nan
    return math.fsum(item.amount for item in decision.estimate) / decision.followers_to_gain


def near_bots(price: float, dearest_bot: float, thresholds: Thresholds = THRESHOLDS) -> bool | None:
    """Whether a follower costs about what a bot costs: at most ``near_bots`` times the dearest bot.

    Both are money for one account, in one currency. None where a price is missing (NaN). ValueError where
    one is negative. Rule X2; a thousand bots cost 100 to 1,000 roubles (guide, line 589).

    >>> near_bots(1.5, dearest_bot=1.0), near_bots(24, dearest_bot=1.0)
    (True, False)
    """
    if price < 0 or dearest_bot < 0:
        raise ValueError(f"prices are 0 or more, got {price} and {dearest_bot}")
    if math.isnan(price) or math.isnan(dearest_bot):
        return None
    return price <= thresholds.near_bots * dearest_bot


def missing_clauses(decision: ContractDecision | None, we_are: Side) -> tuple[Clause, ...]:
    """The clauses that the contract leaves out, those that protect our own side first; all without one.

    Rule X2 (guide, lines 225-230).

    >>> [missing_clauses(None, side)[-1].key for side in ("client", "contractor")]
    ['estimate', 'penalties']
    """
    said = _said(decision) if decision else {}
    missing = [clause for clause in CLAUSES if not said.get(clause.key)]
    if decision is None or decision.penalty is None:  # without a penalty it needs no cap
        missing = [clause for clause in missing if clause.key != "penalty_cap"]
    return tuple(sorted(missing, key=lambda clause: clause.protects not in (we_are, "both")))


def clause_grade(clause: Clause, we_are: Side) -> Grade:
    """How grave it is that a clause is missing: FAIL where it protects us, else REVIEW.

    >>> clause_grade(CLAUSES[-3], "client").value
    'REVIEW'
    """
    return Grade.FAIL if clause.protects in (we_are, "both") else Grade.REVIEW


def _alive(gained: int, n: int, alive: int, level: float) -> tuple[float, float]:
    """Bounds of the living among those gained, in accounts; a count once all were looked at."""
    if n == gained:
        return float(alive), float(alive)
    if n == 0:
        return 0.0, float(gained)
    low, high = wilson_interval(alive, n, level)
    return gained * low, gained * high


def _outcome(low: float, high: float, target: int, n: int) -> Outcome:
    if low >= target:
        return "accepted"
    if high < target:
        return "rejected"
    return "undecided" if n else "not audited"


def _decided_at(share: float, asked: float, gained: int, n: int, level: float) -> int:
    """Smallest audit, more than ``n`` and at most all, that decides while the share found stays the same.

    A bound of Wilson's lies at the share asked for where (share - asked)² = z² × asked × (1 - asked) / size.
    """
    if share == asked:
        return gained  # the interval holds the target however narrow it gets
    z = float(stats.norm.isf((1 - level) / 2))
    size = asked * (1 - asked) * (z / (share - asked)) ** 2
    decided = math.ceil(size) if share > asked else math.floor(size) + 1
    return min(max(decided, n + 1), gained)


def _said(decision: ContractDecision) -> dict[ClauseKey, bool]:
    """Which clauses there are."""
    state = [(each.followers, each.engagements_a_month, each.visits_a_month, each.ad_spend_a_month)
             for each in decision.state]  # fmt: skip
    return {
        "subject": decision.subject is not None,
        "state_at_signing": bool(state) and all(None not in known for known in state),
        "works": bool(decision.works),
        "followers": decision.followers_to_gain is not None,
        "counts_as_follower": decision.counts_as_follower is not None,
        "duties": {each.whose for each in decision.obligations} == {"contractor", "client"},
        "refund_when_blocked": decision.refund_when_blocked is not None,
        "penalties": decision.penalty is not None,
        "penalty_cap": decision.penalty is not None and decision.penalty.cap is not None,
        "term": decision.start is not None and decision.deadline is not None,
        "estimate": bool(decision.estimate),
    }
