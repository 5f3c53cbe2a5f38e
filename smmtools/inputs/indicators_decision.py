"""Which indicators a client's goals are watched by, from where to where, and by whom (M4)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import Decision, Key, Number, Part, Platform, Text


class Watched(Part):
    """One indicator that a goal is watched by; what is not said is a verdict's to name.

    ``goal`` is the goal's key, the main one's where it is left out. Without ``role`` and ``cadence`` those of
    the workbook's own choice for the goal's type hold. A target is for the month planned, in the indicator's
    unit: a fraction for a rate.
    """

    indicator: Key = Field(examples=["conversion_site"])
    goal: Key | None = Field(None, examples=["applications"])
    channel: Platform | None = Field(None, examples=["vk"])
    role: Literal["primary", "supporting", "guard"] | None = Field(None, examples=["primary"])
    baseline: Number | None = Field(None, examples=["0.021"])
    target: Number | None = Field(None, examples=["0.025"])
    source: Text | None = Field(None, examples=["crm-orders, ga4-traffic-acquisition"])
    cadence: Literal["day", "week", "month"] | None = Field(None, examples=["month"])
    owner: Text | None = Field(None, examples=["A. Orlova"])


class IndicatorsDecision(Decision):
    """The indicators that are watched, and the promo codes that trace an order (M4, M5).

    A code's meaning is a post's plan ID, label or ID, or the name of a platform.
    """

    watched: tuple[Watched, ...] = Field(min_length=1)
    codes: Annotated[dict[Text, Text], BeforeValidator(words.nothing_is_empty)] = Field(
        default_factory=dict, examples=["{TIKTOK10: tiktok}"]
    )
