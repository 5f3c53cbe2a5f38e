"""What is decided of a month's money: the estimate, the split of media money, the payback (B1, B2, M3)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import Currency, Decision, Key, Number, Part, Platform, Share, Text

Positive = Annotated[Number, Field(gt=0)]
Amount = Annotated[Number, Field(ge=0)]
Rate = Annotated[Number, Field(gt=0, le=1)]


class Price(Part):
    """What one unit may cost: lowest, most likely and highest, equal where the price is fixed (B1)."""

    low: Annotated[Number, Field(ge=0)] = Field(examples=["400"])
    mode: Annotated[Number, Field(ge=0)] = Field(examples=["600"])
    high: Annotated[Number, Field(ge=0)] = Field(examples=["1100"])

    @field_validator("high")
    @classmethod
    def _in_order(cls, high: float, info: ValidationInfo) -> float:
        return words.in_order(info.data.get("low"), info.data.get("mode"), high)


class Fee(Part):
    """The agency's fee: so much a month, or a share of what is spent on ads and placements. Internal."""

    kind: Literal["retainer", "share of spend"] = Field(examples=["retainer"])
    amount: Annotated[Number, Field(ge=0)] = Field(examples=["45000"])


class BudgetLine(Part):
    """One line of the estimate. ``our_cost`` a unit and ``hours`` in all are the agency's own: internal."""

    item: Text = Field(examples=["Posts, written and photographed"])
    kind: Literal["content", "ads", "placements", "contests", "tools", "people"] = Field(examples=["content"])
    channel: Platform | None = Field(None, examples=["vk"])
    method: Key | None = Field(None, examples=["targeted_ads"])
    quantity: Annotated[Number, Field(gt=0)] = Field(examples=["60"])
    unit: Text = Field(examples=["post"])
    price: Price = Field(examples=["{low: 400, mode: 600, high: 1100}"])
    currency: Currency | None = Field(None, examples=["USD"])
    serves: Key | None = Field(None, examples=["er_reach"])
    our_cost: Annotated[Number, Field(ge=0)] | None = Field(None, examples=["450"])
    hours: Annotated[Number, Field(ge=0)] | None = Field(None, examples=["30"])


class PaidChannel(Part):
    """One way to spend media money, with the planning figures that its curve is made from (B2).

    Of ``audience`` people the share ``reach_share`` can be reached; of these ``ctr`` click (by people), and
    of the clicks ``conversion`` become what the split counts. ``spend`` a month at ``cost_per_click`` is what
    the figures were planned at. Money in the client's currency. ``campaigns`` are the beginnings of the names
    of its campaigns in the exports; a channel without any is given what no other of its platform claims.
    """

    key: Key = Field(examples=["vk-ads"])
    platform: Platform = Field(examples=["vk"])
    kind: Literal["ads", "placements"] = Field("ads", examples=["ads"])
    campaigns: Annotated[tuple[Text, ...], BeforeValidator(words.nothing_is_empty_list)] = Field(
        (), examples=["[placement-]"]
    )
    audience: Positive = Field(examples=["120000"])
    reach_share: Rate = Field(examples=["0.5"])
    ctr: Rate = Field(examples=["0.05"])
    conversion: Rate = Field(examples=["0.08"])
    cost_per_click: Positive = Field(examples=["18"])
    spend: Positive = Field(examples=["80000"])
    shape: Positive = Field(1.0, examples=["1"])
    least: Amount = Field(0.0, examples=["0"])
    most: Amount | None = Field(None, examples=["120000"])
    source: Text | None = Field(None, examples=["the ad account's forecast, 2026-07-28"])

    @field_validator("most")
    @classmethod
    def _not_below_least(cls, most: float | None, info: ValidationInfo) -> float | None:
        return words.not_below_least(most, info.data.get("least"))


class Scenario(Part):
    """Another total, or another caution, to see beside the split that is decided."""

    name: Text = Field(examples=["Half the money"])
    total: Positive | None = Field(None, examples=["50000"])
    caution: Share | None = Field(None, examples=["0.5"])


class Split(Part):
    """How media money is to be divided among paid channels (B2).

    ``caution`` is the rule's rho: 0 looks at the mean alone, 1 at poor cases alone. ``margin`` is what one
    conversion leaves in money; the split reckons with less where orders tell of less. ``unit`` is the
    smallest step of an order, ``target`` the conversions a month of all social channels to find the least
    spend for, ``decided`` what was settled on.
    """

    counts: Literal["applications", "orders"] = Field(examples=["applications"])
    total: Positive = Field(examples=["90000"])
    unit: Positive = Field(1.0, examples=["100"])
    caution: Share = Field(0.0, examples=["0.3"])
    margin: Positive | None = Field(None, examples=["240"])
    target: Positive | None = Field(None, examples=["620"])
    channels: tuple[PaidChannel, ...] = Field(min_length=1)
    scenarios: Annotated[tuple[Scenario, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    decided: Annotated[dict[Key, Amount], BeforeValidator(words.nothing_is_empty)] = Field(
        default_factory=dict, examples=["{vk-ads: 80000, vk-placements: 10000}"]
    )


class PaybackTerms(Part):
    """What payback is reckoned with; what is missing, or cannot be, is a verdict's to name (M3).

    ``margin`` is the share of sales that stays; ``lag_median`` and ``lag_p90`` are days from contact to
    purchase, of half and of nine in ten buyers.
    """

    margin: Share | None = Field(None, examples=["0.35"])
    lag_median: Amount | None = Field(None, examples=["1"])
    lag_p90: Amount | None = Field(None, examples=["6"])
    source: Text | None = Field(None, examples=["the orders of spring 2026"])


class BudgetDecision(Decision):
    """The estimate for a month of work, the most that may be spent on it, the split and its payback.

    The cap leaves the agency's fee apart.
    """

    cap: Annotated[Number, Field(gt=0)] = Field(examples=["180000"])
    fee: Fee | None = Field(None, examples=["{kind: retainer, amount: 45000}"])
    lines: tuple[BudgetLine, ...] = Field(min_length=1)
    split: Split | None = None
    payback: PaybackTerms | None = None
