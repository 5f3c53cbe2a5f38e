"""Stage 07, rule X4: what the contract's risks are expected to cost, in all and in a month of its term.

The loss over the term is ``risks.assess_risks``'s; a month of it enters the budget beside the estimate. The
term is the contract's, from start to deadline, both days included; without it no month's loss can be told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.strategy.paid_sales import expected_cost
from smmtools.strategy.payback import DAYS_A_MONTH
from smmtools.strategy.risks import Risks, assess_risks
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "budget"


@dataclass(frozen=True)
class RisksAssessment:
    """Everything X4 says of a client's contract."""

    client_month: ClientMonth
    decision: ContractDecision | None
    risks: Risks
    estimate: float
    """What the month planned is expected to cost, the fee apart; missing (NaN) where it is not known."""
    verdicts: tuple[Verdict, ...]

    @property
    def months(self) -> float:
        """Months from the contract's start to its deadline; missing (NaN) where one is not stated."""
        if self.decision is None or self.decision.start is None or self.decision.deadline is None:
            return math.nan
        return ((self.decision.deadline - self.decision.start).days + 1) / DAYS_A_MONTH

    @property
    def monthly_loss(self) -> float:
        """A month's part of the loss, in the client's currency; missing (NaN) where either is."""
        return self.risks.loss / self.months

    @property
    def total(self) -> float:
        """The estimate of the month planned with a month's loss; missing (NaN) where either is."""
        return self.estimate + self.monthly_loss

    @property
    def owner(self) -> str | None:
        """Who acts on the verdicts: who took the contract's decision."""
        return self.decision.by if self.decision else None


def assess_risks_of(case: ClientMonth) -> RisksAssessment:
    """Price the risks of the contract in force, and name what is missing of them. Rule X4."""
    decision = case.brief.decided("contract", str(case.month))
    found = assess_risks(decision.risks if decision else ())
    budget = case.brief.decided("budget", str(case.month))
    lines = [expected_cost(case, line) for line in budget.lines] if budget else [math.nan]
    bare = RisksAssessment(case, decision, found, math.fsum(lines), ())
    return replace(bare, verdicts=tuple(_verdicts(bare)))


def _verdicts(found: RisksAssessment) -> Iterator[Verdict]:
    risks, facts = found.risks, _facts(found)
    if not risks.priced:
        yield Verdict("X4", STAGE, Grade.NO_DATA, "no risks")
        return
    lacking = {"unnamed": risks.unnamed, "unpriced": risks.unpriced, "unprevented": risks.unprevented}
    for finding, kinds in lacking.items():
        each = tuple(dict.fromkeys(kinds))
        if each:
            yield Verdict(
                "X4", STAGE, Grade.REVIEW, finding, len(set(kinds)), 0, {"risks": tuple(dict.fromkeys(kinds))}
            )
    priced = not math.isnan(risks.loss)
    if priced and math.isnan(found.months):
        yield Verdict("X4", STAGE, Grade.NO_DATA, "no term", risks.loss, facts=facts)
    elif not any(lacking.values()):
        yield Verdict("X4", STAGE, Grade.PASS, "priced", found.monthly_loss, facts=facts)


def _facts(found: RisksAssessment) -> dict[str, Any]:
    currency = found.client_month.brief.currency
    return {
        "number": len(found.risks.priced),
        "loss": (found.risks.loss, currency),
        "monthly": (found.monthly_loss, currency),
        "months": found.months,
    }
