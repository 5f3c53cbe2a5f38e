"""What is decided of communication: whom each message is for, who answers how fast, who does what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import Day, Decision, Key, Number, Part, Platform, Text
from smmtools.inputs.content_decision import Format, PartOfDay, Tone

Way = Literal["targeted_ads", "community_ads", "widgets", "contests", "discounts", "hashtags"]
"""R5.3: the six ways to attract people."""
Occasion = Literal["praise", "question", "complaint", "attack"]
Hours = Annotated[Number, Field(ge=0)]
Level = Annotated[int, Field(strict=True, ge=0, le=3)]


class Contact(Part):
    """One row of the plan: which message reaches a segment where, how, when, and who sees to it (R5.1)."""

    segment: Key = Field(examples=["families"])
    channel: Platform = Field(examples=["vk"])
    message: Text = Field(examples=["Supper without cooking."])
    format: Format | None = Field(None, examples=["photo"])
    tone: Tone | None = Field(None, examples=["friendly"])
    slot: PartOfDay | None = Field(None, examples=["evening"])
    call_to_action: Text | None = Field(None, examples=["Order by eight."])
    owner: Text | None = Field(None, examples=["A. Orlova"])
    indicator: Key | None = Field(None, examples=["er_reach"])
    posts_a_week: Hours | None = Field(None, examples=["7"])
    hours_a_week: Hours | None = Field(None, examples=["5"])


class Attraction(Part):
    """One of the six ways to attract people: used, planned or refused, and why."""

    way: Way = Field(examples=["targeted_ads"])
    state: Literal["used", "planned", "refused"] = Field(examples=["used"])
    why: Text | None = Field(None, examples=["Pays by the order."])


class Contest(Part):
    """A contest: what people must do, and how the winner is found (R5.3)."""

    platform: Platform = Field(examples=["vk"])
    date: Day | None = Field(None, examples=["2026-11-15"])
    method: Key = Field("contest", examples=["contest"])
    draw: Literal["random", "jury"] | None = Field(None, examples=["random"])


class Member(Part):
    """One person of the team with the roles taken and the skills, 0 to 3 (X7). Internal: the hours."""

    name: Text = Field(examples=["A. Orlova"])
    roles: tuple[Text, ...] = Field(min_length=1, examples=["[strategy, analysis]"])
    hours_a_week: Hours = Field(examples=["20"])
    skills: dict[Key, Level] = Field(default_factory=dict, examples=["{analysis: 3, design: 1}"])


class Duty(Part):
    """One of the duties of social media marketing: whose it is, and what it takes a week (X7)."""

    duty: Key = Field(examples=["targeted_ads"])
    who: Text | None = Field(None, examples=["A. Orlova"])
    hours_a_week: Hours | None = Field(None, examples=["4"])


class CommunicationDecision(Decision):
    """Who is told what, how fast people are answered, how they are attracted, and who does it."""

    promise_hours: Annotated[Number, Field(gt=0)] | None = Field(None, examples=["2"])
    feedback: tuple[Text, ...] = Field((), examples=["[comments, messages, the poll each month]"])
    off_topic: Literal["welcome", "removed"] | None = Field(None, examples=["welcome"])
    contacts: Annotated[tuple[Contact, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    attractions: Annotated[tuple[Attraction, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    contests: Annotated[tuple[Contest, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    scripts: dict[Occasion, Text] = Field(default_factory=dict)
    firm: Literal["small", "large"] | None = Field(None, examples=["small"])
    team: Annotated[tuple[Member, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    duties: Annotated[tuple[Duty, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
