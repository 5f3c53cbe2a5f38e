"""What is decided across the stages: placements, exceptions, refusals, the site (X1, X5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import Day, Decision, Key, Part, Platform, Range, Share, Text
from smmtools.inputs.content_decision import Yes

SiteFact = Literal[
    "interesting", "community_of_interest", "general_posts", "comment_form",
    "name_key_words", "description_key_words", "address_key_words",
]  # fmt: skip
"""X5: facts about the site and the community; what each says is in strategy/site.py."""


class Placement(Part):
    """A mention in a community or a blog of somebody else, paid or bartered, and how it is disclosed."""

    where: Text = Field(examples=["ural.vkusno"])
    platform: Platform = Field(examples=["instagram"])
    kind: Literal["open", "native", "giveaway", "barter"] = Field(examples=["open"])
    method: Key = Field("blogger_posts", examples=["blogger_posts"])
    date: Day | None = Field(None, examples=["2026-11-12"])
    paid: Yes = Field(examples=["true"])
    disclosed: Yes | None = Field(None, examples=["true"])
    mark: Text | None = Field(None, examples=["Advertisement. Pechka LLC"])
    token: Text | None = Field(None, examples=["2VtzqwXyz"])


class GreyException(Part):
    """A grey method that somebody answers for: who signed, when and why, and what its risk is worth (X1)."""

    method: Key = Field(examples=["mass_following"])
    platform: Platform | None = Field(None, examples=["instagram"])
    signed_by: Text | None = Field(None, examples=["The owner"])
    signed_on: Day | None = Field(None, examples=["2026-10-01"])
    reason: Text | None = Field(None, examples=["The first hundred followers."])
    likelihood: Share | None = Field(None, examples=["0.2"])
    loss: Range | None = Field(None, examples=["{low: 200, mode: 400, high: 900}"])


class Refusal(Part):
    """A method that somebody asked for and did not get; on record, so that it is not asked for again (X1)."""

    method: Key = Field(examples=["bought_followers"])
    platform: Platform | None = Field(None, examples=["instagram"])
    asked_by: Text = Field(examples=["The owner"])
    asked_on: Day | None = Field(None, examples=["2026-10-05"])
    why: Text | None = Field(None, examples=["Thousands of followers would be lost with the account."])


class Work(Part):
    """One work of the contract with the method that it uses."""

    item: Text = Field(examples=["Posts, two a day"])
    method: Key | None = Field(None, examples=["targeted_ads"])
    platform: Platform | None = Field(None, examples=["vk"])


class ComplianceDecision(Decision):
    """What the rules of X1 and X5 are run over, beside the stages' own decisions."""

    placements: Annotated[tuple[Placement, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    exceptions: Annotated[tuple[GreyException, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    refused: Annotated[tuple[Refusal, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    site: Annotated[dict[SiteFact, Yes | None], BeforeValidator(words.nothing_is_empty)] = Field(
        default_factory=dict, examples=["{interesting: true}"]
    )
