"""What the parts of a brief are made of: texts, numbers, months, ranges, and a decision's signature."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from smmtools.inputs import brief_words as words

Text = Annotated[str, Field(min_length=1)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Share = Annotated[Number, Field(ge=0, le=1)]
Month = Annotated[Text, AfterValidator(words.month)]
Country = Annotated[Text, AfterValidator(words.jurisdiction)]
WebAddress = Annotated[Text, AfterValidator(words.web_address)]
Day = Annotated[date, BeforeValidator(words.day)]
Currency = Annotated[Text, AfterValidator(words.currency)]
Key = Annotated[Text, AfterValidator(words.key)]

MaybeUnknown = Annotated[Annotated[Number, Field(ge=0)] | None, BeforeValidator(words.unknown_is_missing)]
"""A number, or the word unknown."""

Platform = Literal[
    "vk", "ok", "facebook", "instagram", "threads", "x", "tiktok", "youtube", "rutube", "linkedin",
    "pinterest", "telegram", "forum", "blog",
]  # fmt: skip


class Part(BaseModel):
    """A part of the brief: every key known, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Decision(Part):
    """What every decision carries: since which month it holds, who took it, and why."""

    since: Month = Field(examples=["2026-08"])
    by: Text = Field(examples=["A. Orlova"])
    why: Text = Field(examples=["The owner wants the second kitchen busy."])


class Range(Part):
    """An estimate with its doubt: lowest, most likely and highest, equal where it is known (PERT)."""

    low: Annotated[Number, Field(ge=0)] = Field(examples=["9000"])
    mode: Annotated[Number, Field(ge=0)] = Field(examples=["12000"])
    high: Annotated[Number, Field(ge=0)] = Field(examples=["16000"])

    @field_validator("high")
    @classmethod
    def _in_order(cls, high: float, info: ValidationInfo) -> float:
        return words.in_order(info.data.get("low"), info.data.get("mode"), high, "the range")


class ShareRange(Range):
    """An estimated share, as a fraction: 0.02 is 2 %."""

    low: Share = Field(examples=["0.01"])
    mode: Share = Field(examples=["0.02"])
    high: Share = Field(examples=["0.03"])
