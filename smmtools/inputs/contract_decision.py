"""What is agreed with the other side: the contract's clauses, what was delivered, and the risks (X2, X4).

A clause that is missing here is a verdict's to name, not the reader's.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import (
    Day,
    Decision,
    Key,
    MaybeUnknown,
    Number,
    Part,
    Platform,
    Range,
    Share,
    Text,
)
from smmtools.inputs.compliance_decision import Work

Side = Literal["contractor", "client"]
RiskKind = Literal[
    "blocking", "hacking", "deletion", "limited_features", "competition", "confidentiality"
]  # fmt: skip
"""X4: what may go wrong in a social network (guide, lines 162-165)."""
Count = Annotated[int, Field(strict=True, ge=0)]
Amount = Annotated[Number, Field(ge=0)]


class StateAtSigning(Part):
    """One community on the day of signing: what the contractor takes over. Unknown is missing, never 0."""

    platform: Platform = Field(examples=["vk"])
    account: Text = Field(examples=["pechka_pizza"])
    followers: MaybeUnknown = Field(None, examples=["11800"])
    engagements_a_month: MaybeUnknown = Field(None, examples=["2400"])
    visits_a_month: MaybeUnknown = Field(None, examples=["5200"])
    ad_spend_a_month: MaybeUnknown = Field(None, examples=["30000"])


class Obligation(Part):
    """What one side owes the other."""

    whose: Side = Field(examples=["contractor"])
    what: Text = Field(examples=["Agrees every post with the client two days ahead."])


class Penalty(Part):
    """What each day of delay costs the contractor, and the most that it may come to."""

    a_day: Amount = Field(examples=["1500"])
    cap: Amount | None = Field(None, examples=["20000"])


class EstimateItem(Part):
    """One service of the contract's estimate, and the indicator that it is of value to."""

    item: Text = Field(examples=["Posts, two a day"])
    amount: Amount = Field(examples=["36000"])
    serves: Key | None = Field(None, examples=["er_reach"])


class Risk(Part):
    """What may go wrong, how likely in the contract's term, what it would cost, and who prevents it (X4)."""

    kind: RiskKind = Field(examples=["blocking"])
    likelihood: Share | None = Field(None, examples=["0.05"])
    impact: Range | None = Field(None, examples=["{low: 20000, mode: 60000, high: 150000}"])
    mitigation: Text | None = Field(None, examples=["White methods only; a copy of every post."])
    owner: Text | None = Field(None, examples=["A. Orlova"])


class ContractDecision(Decision):
    """The contract: its clauses (guide, lines 225-230), what was delivered under it, and its risks."""

    signed: Day | None = Field(None, examples=["2026-07-28"])
    subject: Text | None = Field(None, examples=["Promotion of the community on VK."])
    state: Annotated[tuple[StateAtSigning, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    works: Annotated[tuple[Work, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    followers_to_gain: Annotated[Count, Field(gt=0)] | None = Field(None, examples=["1500"])
    counts_as_follower: Text | None = Field(None, examples=["A living person of the city, seen in 30 days."])
    price_per_follower: Amount | None = Field(None, examples=["24"])
    obligations: Annotated[tuple[Obligation, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    refund_when_blocked: Text | None = Field(None, examples=["The month's fee, within ten days."])
    penalty: Penalty | None = Field(None, examples=["{a_day: 1500, cap: 20000}"])
    start: Day | None = Field(None, examples=["2026-08-01"])
    deadline: Day | None = Field(None, examples=["2026-10-31"])
    estimate: Annotated[tuple[EstimateItem, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    gained: Count | None = Field(None, examples=["2000"])
    delivered: Day | None = Field(None, examples=["2026-10-29"])
    risks: Annotated[tuple[Risk, ...], BeforeValidator(words.nothing_is_empty_list)] = ()

    @field_validator("deadline")
    @classmethod
    def _not_before_start(cls, deadline: date | None, info: ValidationInfo) -> date | None:
        return words.not_before_start(deadline, info.data.get("start"))
