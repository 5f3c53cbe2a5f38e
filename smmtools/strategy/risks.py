"""Rule X4: what may go wrong in social networks, what each risk is expected to cost, and who prevents it.

The guide names blocking, hacking and deletion of an account (line 162), limited features (163), competition
(164) and confidentiality (165). A risk's expected loss is its likelihood × the mean of its impact; it enters
the budget. A risk that lacks either is not priced, and is not taken for 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from smmtools.inputs.brief_types import Range
from smmtools.inputs.contract_decision import Risk, RiskKind

KINDS: tuple[RiskKind, ...] = get_args(RiskKind)
LINES: Mapping[RiskKind, int] = MappingProxyType({
    "blocking": 162, "hacking": 162, "deletion": 162,
    "limited_features": 163, "competition": 164, "confidentiality": 165,
})  # fmt: skip
"""Where the guide has each kind."""


@dataclass(frozen=True)
class PricedRisk:
    """A risk with what it is expected to cost over the contract's term."""

    risk: Risk
    loss: float
    """In the client's currency; missing (NaN) where likelihood or impact is not stated."""


@dataclass(frozen=True)
class Risks:
    """The risks of a brief, the dearest first, those without a price last."""

    priced: tuple[PricedRisk, ...]
    unnamed: tuple[RiskKind, ...]
    """Kinds that the guide warns of and nobody said anything about."""

    @property
    def loss(self) -> float:
        """Expected loss of all that have a price; missing (NaN) where none has, for nothing is not 0."""
        known = [each.loss for each in self.priced if not math.isnan(each.loss)]
        return math.fsum(known) if known else math.nan

    @property
    def unpriced(self) -> tuple[RiskKind, ...]:
        """Kinds with a risk that lacks its likelihood or its impact: the loss leaves them out."""
        return tuple(each.risk.kind for each in self.priced if math.isnan(each.loss))

    @property
    def unprevented(self) -> tuple[RiskKind, ...]:
        """Kinds with a risk that nobody prevents: no mitigation is stated, or no owner."""
        open_ = (each.risk for each in self.priced if not (each.risk.mitigation and each.risk.owner))
        return tuple(risk.kind for risk in open_)


def mean_loss(impact: Range) -> float:
    """Return the mean of an estimate: (low + 4 × likely + high) / 6 (PERT), in the estimate's unit.

    >>> mean_loss(Range(low=200, mode=400, high=900))
    450.0
    """
    return (impact.low + 4 * impact.mode + impact.high) / 6


def expected_loss(likelihood: float | None, impact: Range | None) -> float:
    """Return likelihood × mean impact, in money; missing (NaN) where either is not stated. Rule X4.

    >>> expected_loss(0.2, Range(low=200, mode=400, high=900))
    90.0
    """
    return math.nan if likelihood is None or impact is None else likelihood * mean_loss(impact)


def assess_risks(risks: Sequence[Risk]) -> Risks:
    """Price every risk and name the kinds that are missing. Rule X4.

    >>> blocked = Risk(kind="blocking", likelihood=0.05, impact={"low": 600, "mode": 600, "high": 600})
    >>> found = assess_risks([blocked])
    >>> found.loss, found.unprevented, len(found.unnamed)
    (30.0, ('blocking',), 5)
    """
    priced = [PricedRisk(risk, expected_loss(risk.likelihood, risk.impact)) for risk in risks]
    priced.sort(key=lambda each: math.inf if math.isnan(each.loss) else -each.loss)
    named = {risk.kind for risk in risks}
    return Risks(tuple(priced), tuple(kind for kind in KINDS if kind not in named))
