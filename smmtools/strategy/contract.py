"""Contract: whether what was agreed is delivered, what the contract leaves unsaid, and the page to send.

Rules X2 (guide, lines 225-230) and X3 (line 232), seen from the side that the brief names; the arithmetic
is in ``acceptance.py``, the page's lines in ``specification.py``. A stage without a notebook of its own: it
stands at the end of the review.

What the source leaves open was decided so. The audit is the latest of accounts gained, drawn by the month's
end and not before the contract's start, on a community of the contract (else on any of the client's own);
gained accounts of two communities are no one sample. Followers that are delivered after the month's end are
not there yet, and a delivery that the audit rejects is none: delay runs on. Penalties, and what follows from
the amounts of the estimate, are the agency's own: where the reader is the client they are left out, and so
are the clauses on penalties.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.contract_decision import ContractDecision, EstimateItem, Side
from smmtools.strategy.acceptance import (
    CLAUSES,
    GRADES,
    Acceptance,
    Clause,
    accept,
    clause_grade,
    days_late,
    missing_clauses,
    near_bots,
    penalty,
    price_per_follower,
)
from smmtools.strategy.acceptance import ClauseKey as ClauseKey
from smmtools.strategy.acceptance import Outcome as Outcome
from smmtools.strategy.contract_facts import (
    GainedAudit,
    Price,
    State,
    audits_of,
    grown_by,
    price_of,
    states_of,
)
from smmtools.strategy.specification import Specification, specification
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

__all__ = [
    "CLAUSES", "GRADES", "STAGE", "Acceptance", "Clause", "ClauseKey", "ContractAssessment", "GainedAudit",
    "Outcome", "Price", "State", "accept", "assess", "clause_grade", "days_late", "missing_clauses",
    "near_bots", "penalty", "price_per_follower",
]  # fmt: skip

STAGE = "contract"
_OF_PENALTIES = frozenset({"penalties", "penalty_cap"})


@dataclass(frozen=True)
class ContractAssessment:
    """The whole of X2 and X3 for one client and month."""

    client_month: ClientMonth
    decision: ContractDecision | None
    acceptance: Acceptance | None
    audits: tuple[GainedAudit, ...]
    """The latest of accounts gained, one a community."""
    gained: int | None
    """Followers delivered by the month's end."""
    delivered: dt.date | None
    """When they were there at the latest: as stated, else on the day of the audit."""
    clauses: tuple[Clause, ...]
    """Those that the contract should have and the reader is told of; none without a contract."""
    missing: tuple[Clause, ...]
    """Those of them that it leaves out, what protects our own side first."""
    price: Price
    unserved: tuple[EstimateItem, ...]
    """Items of the estimate that serve no indicator."""
    late: int | None
    """Days past the deadline, by the month's end; None without one."""
    penalty: float | None
    """Due for the delay, in the client's currency. Internal."""
    states: tuple[State, ...]
    specification: Specification
    verdicts: tuple[Verdict, ...]

    @property
    def side(self) -> Side:
        """Which side of the contract is ours."""
        return self.client_month.brief.we_are

    @property
    def inside(self) -> bool:
        """Whether the reader is the agency."""
        return self.client_month.audience == "internal"

    @property
    def owner(self) -> str | None:
        """Who decided the contract; None where nobody has."""
        return self.decision.by if self.decision else None


def assess(case: ClientMonth) -> ContractAssessment:
    """Run X2 and X3 over what the contract in force says, the audits, and the followers counted."""
    decision = case.brief.decided("contract", str(case.month))
    audits = audits_of(case, decision) if decision else ()
    gained = _gained(decision, _end(case)) if decision else None
    accepted = _acceptance(decision, gained, audits)
    delivered = decision.delivered if decision else None
    if delivered is None and accepted is not None and audits:
        delivered = audits[0].drawn_at
    late = _late(decision, accepted, delivered, _end(case)) if decision else None
    clauses = _clauses(case, decision)
    found = ContractAssessment(
        case,
        decision,
        accepted,
        audits,
        gained,
        delivered,
        clauses,
        tuple(each for each in missing_clauses(decision, case.brief.we_are) if each in clauses),
        price_of(case, decision),
        tuple(item for item in decision.estimate if not item.serves) if decision else (),
        late,
        penalty(late, decision.penalty.a_day, decision.penalty.cap)
        if decision and decision.penalty and late is not None
        else None,
        states_of(case, decision) if decision else (),
        specification(case.brief, str(case.month), decision, accepted, case.methods),
        (),
    )
    verdicts = (*_of_contract(found), _of_specification(found))
    return ContractAssessment(**{**vars(found), "verdicts": verdicts})


def _end(case: ClientMonth) -> dt.date:
    return case.month.end_time.date()


def _gained(decision: ContractDecision, end: dt.date) -> int | None:
    """Followers that the brief says were gained; what is delivered after the month's end is not there yet."""
    if decision.delivered is not None and decision.delivered > end:
        return None
    return decision.gained


def _acceptance(
    decision: ContractDecision | None, gained: int | None, audits: tuple[GainedAudit, ...]
) -> Acceptance | None:
    """The audit's answer; None where a number is not known, or the audit cannot be one of those gained."""
    if decision is None or decision.followers_to_gain is None or gained is None or len(audits) > 1:
        return None
    if audits and not audits[0].at_random:
        return None
    n, alive = (audits[0].n, audits[0].alive) if audits else (0, 0)
    return accept(gained, decision.followers_to_gain, n, alive) if n <= gained else None


def _late(
    decision: ContractDecision, accepted: Acceptance | None, delivered: dt.date | None, end: dt.date
) -> int | None:
    """Days late, by the month's end; a delivery that was rejected is none."""
    rejected = accepted is not None and accepted.outcome == "rejected"
    return days_late(decision.deadline, None if rejected else delivered, end)


def _clauses(case: ClientMonth, decision: ContractDecision | None) -> tuple[Clause, ...]:
    """The clauses to look for: no cap without a penalty, nothing on penalties where the client reads."""
    if decision is None:
        return ()
    left_out = _OF_PENALTIES if case.audience == "client" else frozenset()
    if decision.penalty is None:
        left_out |= {"penalty_cap"}
    return tuple(clause for clause in CLAUSES if clause.key not in left_out)


def _of_contract(found: ContractAssessment) -> Iterator[Verdict]:
    if found.decision is None:
        yield Verdict("X2", STAGE, Grade.NO_DATA, "no contract")
        return
    yield _of_acceptance(found, found.decision)
    yield from _of_growth(found)
    yield from _of_clauses(found)
    yield from _of_price(found, found.decision)
    yield from _of_estimate(found, found.decision)
    yield from _of_term(found, found.decision)
    yield from _of_penalty(found, found.decision)


def _of_acceptance(found: ContractAssessment, decision: ContractDecision) -> Verdict:
    """By the audit; where that cannot speak, which figure is lacking."""
    accepted, gained, target = found.acceptance, found.gained, decision.followers_to_gain
    if accepted is not None:
        return _accepted(found, accepted)
    if target is None:
        return Verdict("X2", STAGE, Grade.NO_DATA, "no target")
    if gained is None:
        said = {"target": target}
        return Verdict("X2", STAGE, Grade.NO_DATA, "nothing gained", threshold=target, facts=said)
    audits = found.audits
    if len(audits) > 1:
        named = {"platforms": [each.platform for each in audits]}
        return Verdict("X2", STAGE, Grade.NO_DATA, "several audits", len(audits), 1, named)
    (audit,) = audits
    facts = {"n": audit.n, "gained": gained, "audit": audit, "file": audit.file, "since": decision.since}
    if not audit.at_random:
        return Verdict("X2", STAGE, Grade.NO_DATA, "not drawn at random", facts=facts)
    return Verdict("X2", STAGE, Grade.FAIL, "more audited than gained", audit.n, gained, facts)


def _accepted(found: ContractAssessment, accepted: Acceptance) -> Verdict:
    facts = vars(accepted) | {"low": round(accepted.low), "high": round(accepted.high)}
    facts |= {"day": found.audits[0].drawn_at if found.audits else None}
    rejected = accepted.outcome == "rejected"
    outcome = "too few gained" if rejected and not accepted.n else accepted.outcome
    value, finding = accepted.high if rejected else accepted.low, f"{outcome}, {found.side}"
    return Verdict("X2", STAGE, GRADES[accepted.outcome], finding, value, accepted.target, facts)


def _of_growth(found: ContractAssessment) -> Iterator[Verdict]:
    """Whether more are said to be gained than the communities grew by, counted after the delivery."""
    grown = grown_by(found.states, found.delivered)
    if found.gained is not None and grown is not None and found.gained > grown:
        facts = {"gained": found.gained, "grown": max(0.0, grown), "counted": found.states[0].counted}
        yield Verdict("X2", STAGE, Grade.REVIEW, "gained above growth", found.gained, grown, facts)


def _of_clauses(found: ContractAssessment) -> Iterator[Verdict]:
    for clause in found.missing:
        yield Verdict("X2", STAGE, clause_grade(clause, found.side), f"no {clause.key.replace('_', ' ')}")
    if not found.missing:
        yield Verdict("X2", STAGE, Grade.PASS, "all clauses", 0, 0, {"number": len(found.clauses)})


def _of_price(found: ContractAssessment, decision: ContractDecision) -> Iterator[Verdict]:
    """A follower's price beside a bot's; one that is reckoned from the estimate is for the agency's eyes."""
    price, currency = found.price, found.client_month.brief.currency
    if decision.followers_to_gain is None or not (price.stated or found.inside):
        return
    amounts = {"price": (price.follower, currency), "bot": (price.bot, currency)}
    facts = {**amounts, "currency": currency, "source": price.source}
    if math.isnan(price.follower):
        yield Verdict("X2", STAGE, Grade.NO_DATA, "no price")
    elif price.near is None:
        yield Verdict("X2", STAGE, Grade.NO_DATA, "bots in no such currency", price.follower, facts=facts)
    else:
        grade, finding = (Grade.REVIEW, "near bots") if price.near else (Grade.PASS, "dearer than bots")
        most = THRESHOLDS.near_bots * price.bot
        yield Verdict(
            "X2", STAGE, grade, finding, price.follower, most, facts | {"times": THRESHOLDS.near_bots}
        )


def _of_estimate(found: ContractAssessment, decision: ContractDecision) -> Iterator[Verdict]:
    """R7.2 on the contract's own estimate: what serves no indicator is of no value (guide, line 230)."""
    for item in found.unserved:
        yield Verdict("X2", STAGE, Grade.REVIEW, "item of no value", facts={"item": item.item})
    if decision.estimate and not found.unserved:
        number = len(decision.estimate)
        yield Verdict("X2", STAGE, Grade.PASS, "every item serves", 0, 0, {"number": number})


def _of_term(found: ContractAssessment, decision: ContractDecision) -> Iterator[Verdict]:
    """Whether it is late; without a deadline the clause is missing, and nothing can be."""
    if found.late is None:
        return
    facts = {"deadline": decision.deadline, "delivered": found.delivered, "days": found.late}
    rejected = found.acceptance is not None and found.acceptance.outcome == "rejected"
    there = found.gained is not None and found.delivered is not None and not rejected
    if found.late:
        finding = "late" if there else "rejected and overdue" if rejected else "overdue"
        yield Verdict("X2", STAGE, Grade.FAIL, f"{finding}, {found.side}", found.late, 0, facts)
    else:
        finding = "running" if not there else "in time" if _accepts(found) else "in time, if accepted"
        yield Verdict("X2", STAGE, Grade.PASS, finding, 0, 0, facts)


def _accepts(found: ContractAssessment) -> bool:
    return found.acceptance is not None and found.acceptance.outcome == "accepted"


def _of_penalty(found: ContractAssessment, decision: ContractDecision) -> Iterator[Verdict]:
    """What the delay costs; internal."""
    if not found.inside or decision.penalty is None or found.penalty is None:
        return
    currency = found.client_month.brief.currency
    cap = decision.penalty.cap
    facts = {
        "penalty": (found.penalty, currency),
        "a_day": (decision.penalty.a_day, currency),
        "cap": (cap, currency),
        "days": found.late,
    }
    if not found.penalty:
        yield Verdict("X2", STAGE, Grade.PASS, "no penalty", 0, 0, facts)
        return
    capped = cap is not None and found.penalty >= cap
    finding = f"penalty{', capped' if capped else ''}, {found.side}"
    grade = Grade.FAIL if found.side == "contractor" else Grade.REVIEW
    yield Verdict("X2", STAGE, grade, finding, found.penalty, 0, facts)


def _of_specification(found: ContractAssessment) -> Verdict:
    """X3: whether the page is whole; without a task there is nothing to specify."""
    page = found.specification
    filled, number = len(page.filled), len(page.lines)
    facts = {"filled": filled, "missing": number - filled, "number": number}
    if not any(line.value is not None for line in page.lines if line.part == "task"):
        return Verdict("X3", STAGE, Grade.NO_DATA, "no task", filled, number, facts)
    if page.missing:
        return Verdict("X3", STAGE, Grade.REVIEW, "blanks", filled, number, facts)
    return Verdict("X3", STAGE, Grade.PASS, "whole", filled, number, facts)
