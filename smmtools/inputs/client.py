"""The brief: what is known of a client and what has been decided, from ``client.yml``.

Decisions are dated: each says since which month it holds, by whom and why. A month is always
judged by the decisions in force then, so that an old month can be run again and gives what it gave.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, overload

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
)

from smmtools.errors import BriefError
from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_faults import brief_faults
from smmtools.inputs.brief_types import (
    Country,
    Currency,
    Day,
    Decision,
    Key,
    MaybeUnknown,
    Number,
    Part,
    Platform,
    Range,
    Share,
    ShareRange,
    Text,
    WebAddress,
)
from smmtools.inputs.budget_decision import BudgetDecision
from smmtools.inputs.communication_decision import CommunicationDecision
from smmtools.inputs.compliance_decision import ComplianceDecision
from smmtools.inputs.content_decision import ContentDecision
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.inputs.indicators_decision import IndicatorsDecision
from smmtools.inputs.yaml_lines import YamlText, read_yaml

Role = Literal["own", "competitor", "collaborator"]
Setting = Literal["open", "public", "closed", "private", "secret"]
Need = Literal[
    "news", "discussion", "documents", "events", "privacy", "inner_circle", "call_to_action", "ads", "chat",
    "selling", "statistics", "users_posts",
]  # fmt: skip
"""What a client may need of a community (C2); an inner circle is one of VIPs or beta testers."""
GoalType = Literal["company", "brand", "website", "personal brand", "sales"]


class Indicator(StrEnum):
    """What a goal counts."""

    APPLICATIONS = "applications"
    ORDERS = "orders"
    FOLLOWS = "follows"
    LINK_CLICKS = "link_clicks"
    VISITS = "visits"
    SESSIONS = "sessions"


class Account(Part):
    """One community of the client, a competitor or a collaborator on one platform."""

    platform: Platform = Field(examples=["vk"])
    account: Text = Field(examples=["pechka_pizza"])
    role: Role = Field(examples=["own"])
    name: Text | None = Field(None, examples=["Pechka Pizza"])


class FxRate(Part):
    """What one unit of another currency is worth in the client's, on which day, by which source."""

    rate: Annotated[Number, Field(gt=0)] = Field(examples=["92.50"])
    date: Day = Field(examples=["2026-10-31"])
    source: Text = Field(examples=["Bank of Russia"])


class Goal(Part):
    """One goal. What R1.2 and R1.3 ask for may be missing here: the verdict says so, not the reader."""

    key: Key = Field(examples=["applications"])
    name: Text = Field(examples=["Applications from social networks"])
    main: Annotated[bool, Field(strict=True)] = Field(False, examples=["true"])
    type: GoalType | None = Field(None, examples=["sales"])
    indicator: Indicator | None = Field(None, examples=["applications"])
    target: Annotated[Number, Field(gt=0)] | None = Field(None, examples=["20"])
    per: Literal["day", "week", "month"] | None = Field(None, examples=["day"])
    start: Day | None = Field(None, examples=["2026-08-01"])
    deadline: Day | None = Field(None, examples=["2026-12-31"])
    baseline: Annotated[Number, Field(ge=0)] | None = Field(None, examples=["12"])
    path: Literal["flat", "ramp"] = Field("flat", examples=["ramp"])

    @field_validator("deadline")
    @classmethod
    def _not_before_start(cls, deadline: date | None, info: ValidationInfo) -> date | None:
        return words.not_before_start(deadline, info.data.get("start"))


class GoalsDecision(Decision):
    """The goals, the way to them, and whether promotion is open or hidden (R1.1 judges what is missing).

    ``impressions_a_day`` is what the plan buys and earns from now on, where that differs from the
    month's own (G1); ``recommended`` is what the workbook's figures spoke for when it was decided.
    """

    promotion: Literal["open", "hidden"] | None = Field(None, examples=["open"])
    way: Text | None = Field(None, examples=["Posts in the morning and the evening."])
    impressions_a_day: Range | None = Field(None, examples=["{low: 30000, mode: 40000, high: 50000}"])
    recommended: Text | None = Field(None, examples=["Mend the order form before buying impressions."])
    followed: Annotated[bool, Field(strict=True)] | None = Field(None, examples=["true"])
    goals: tuple[Goal, ...] = Field(min_length=1, examples=["[{key: sales, name: Sales, type: sales}]"])


class Segment(Part):
    """One group of possible customers. What is missing here is a verdict's to name (R2.1, R2.2, A3)."""

    key: Key = Field(examples=["families"])
    name: Text = Field(examples=["Families in the delivery zone"])
    geography: tuple[Text, ...] = Field((), examples=["[Jena]"])
    age: Text | None = Field(None, examples=["25-45"])
    sex: Literal["any", "women", "men"] | None = Field(None, examples=["any"])
    interests: tuple[Text, ...] = Field((), examples=["[family evenings, football]"])
    need: Text | None = Field(None, examples=["Supper without cooking after work."])
    offer: Text | None = Field(None, examples=["A family box within 40 minutes."])
    size: Range | None = Field(None, examples=["{low: 9000, mode: 12000, high: 16000}"])
    hours: Text | None = Field(None, examples=["18:00-22:00"])
    met: Text | None = Field(None, examples=["communities of the city's districts"])
    channel: Platform | None = Field(None, examples=["vk"])
    reach_share: ShareRange | None = Field(None, examples=["{low: 0.1, mode: 0.2, high: 0.3}"])
    ctr: ShareRange | None = Field(None, examples=["{low: 0.005, mode: 0.01, high: 0.02}"])
    conversion: ShareRange | None = Field(None, examples=["{low: 0.01, mode: 0.03, high: 0.05}"])
    order: Range | None = Field(None, examples=["{low: 900, mode: 1150, high: 1400}"])
    margin: ShareRange | None = Field(None, examples=["{low: 0.25, mode: 0.3, high: 0.35}"])


class TargetShares(Part):
    """Whom one channel should have, as shares that add to 1, in the cells that its platform counts (A1)."""

    platform: Platform = Field(examples=["vk"])
    breakdown: Literal["age_sex", "age", "city", "country"] = Field(examples=["city"])
    shares: dict[Text, Share] = Field(min_length=1, examples=["{Jena: 0.8, elsewhere: 0.2}"])

    @field_validator("shares")
    @classmethod
    def _add_up(cls, shares: dict[str, float]) -> dict[str, float]:
        return words.add_to_one(shares)


class AudienceDecision(Decision):
    """The segments, in which order they are served, and whom each channel should have."""

    segments: tuple[Segment, ...] = Field(min_length=1)
    order: tuple[Key, ...] = Field((), examples=["[families, students]"])
    recommended: tuple[Key, ...] = Field((), examples=["[families, students]"])
    targets: tuple[TargetShares, ...] = ()
    contests: tuple[Day, ...] = Field((), examples=["[2026-09-15]"])

    @field_validator("order")
    @classmethod
    def _of_segments(cls, order: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return words.each_once(order, [segment.key for segment in info.data.get("segments", ())])


class Rival(Part):
    """A competitor on one platform: how much it posts and how it is met; unknown is missing, never 0 (C1)."""

    account: Text = Field(examples=["korochka_ekb"])
    posts_a_day: MaybeUnknown = Field(None, examples=["1.2"])
    er_followers: MaybeUnknown = Field(None, examples=["0.004"])


class Benchmark(Part):
    """The platform's usual engagement by followers of one post, by which source, of which day."""

    er_followers: Annotated[Number, Field(gt=0)] = Field(examples=["0.0065"])
    source: Text = Field(examples=["an industry report"])
    date: Day = Field(examples=["2026-02-01"])


class Candidate(Part):
    """One channel that could be chosen. Rivals without a value: nobody looked; ``[]``: there are none."""

    platform: Platform = Field(examples=["vk"])
    audience: MaybeUnknown = Field(None, examples=["120000"])
    source: Text | None = Field(None, examples=["the ad account's estimate, 2026-07-28"])
    rivals: Annotated[tuple[Rival, ...] | None, BeforeValidator(words.unknown_is_missing)] = Field(
        None, examples=["[{account: korochka_ekb, posts_a_day: 1.2, er_followers: 0.004}]"]
    )
    benchmark: Benchmark | None = Field(
        None, examples=["{er_followers: 0.0065, source: a report, date: 2026-02-01}"]
    )
    hours_a_week: Annotated[Number, Field(gt=0)] = Field(examples=["12"])


class Weights(Part):
    """What counts how much in a channel's opportunity: its audience, and how little others do there."""

    audience: Annotated[Number, Field(gt=0, lt=1)] = Field(0.5, examples=["0.5"])
    activity: Annotated[Number, Field(gt=0, lt=1)] = Field(0.5, examples=["0.5"])

    @field_validator("activity")
    @classmethod
    def _whole(cls, activity: float, info: ValidationInfo) -> float:
        return words.adds_up(info.data.get("audience"), activity)


class Gate(Part):
    """Of all who could buy the share reached, of these who click, of these who do what the goal counts.

    Rates that are not stated come from the month's own figures.
    """

    reach_share: MaybeUnknown = Field(None, examples=["0.3"])
    ctr: MaybeUnknown = Field(None, examples=["0.01"])
    application_rate: MaybeUnknown = Field(None, examples=["0.05"])
    source: Text = Field(examples=["the spring of 2026"])


class Community(Part):
    """One community: what it is for, what it needs, and the kind that was decided (C2)."""

    platform: Platform = Field(examples=["facebook"])
    purpose: Text = Field(examples=["a circle of VIP customers"])
    needs: tuple[Need, ...] = Field(min_length=1, examples=["[privacy, inner_circle, chat]"])
    kind: Literal["page", "group", "account"] | None = Field(None, examples=["group"])
    setting: Setting | None = Field(None, examples=["secret"])


class Override(Part):
    """A channel decided otherwise than the workbook recommends, and why."""

    platform: Platform = Field(examples=["vk"])
    why: Text = Field(examples=["The owner's friends are there."])


class ChannelsDecision(Decision):
    """The channels there could be, those chosen, and the kind of community on each (C1, C2, R3.1, R3.2)."""

    recommended: tuple[Platform, ...] | None = Field(None, examples=["[vk]"])
    chosen: tuple[Platform, ...] = Field(min_length=1, examples=["[vk, instagram]"])
    overrides: Annotated[tuple[Override, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    candidates: tuple[Candidate, ...] = Field(min_length=1)
    weights: Weights = Weights()  # type: ignore[call-arg]
    typical_activity: Annotated[Number, Field(gt=0)] = Field(3.0, examples=["3"])
    uncertainty: Annotated[Number, Field(ge=0)] = Field(examples=["0.5"])
    team_hours_a_week: Annotated[Number, Field(ge=0)] = Field(examples=["25"])
    specialist: Text | None = Field(None, examples=["A. Orlova"])
    gate: Gate = Field(examples=["{reach_share: 0.3, ctr: 0.01, application_rate: 0.05, source: history}"])
    communities: Annotated[tuple[Community, ...], BeforeValidator(words.nothing_is_empty_list)] = ()

    @field_validator("candidates")
    @classmethod
    def _each_once(cls, candidates: tuple[Candidate, ...], info: ValidationInfo) -> tuple[Candidate, ...]:
        words.candidates([each.platform for each in candidates], info.data.get("chosen", ()))
        return candidates


class Decisions(Part):
    """The dated decisions by stage."""

    goals: Annotated[tuple[GoalsDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    audience: Annotated[tuple[AudienceDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    channels: Annotated[tuple[ChannelsDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    content: Annotated[tuple[ContentDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    communication: Annotated[
        tuple[CommunicationDecision, ...], BeforeValidator(words.nothing_is_empty_list)
    ] = ()
    indicators: Annotated[tuple[IndicatorsDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    budget: Annotated[tuple[BudgetDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    compliance: Annotated[tuple[ComplianceDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    contract: Annotated[tuple[ContractDecision, ...], BeforeValidator(words.nothing_is_empty_list)] = ()


class Brief(Part):
    """A client's brief. Without a jurisdiction it can be read; the verdict on it is a FAIL (X1)."""

    name: Text = Field(examples=["Pechka Pizza"])
    jurisdiction: Country | None = Field(None, examples=["RU"])
    language: Annotated[Text, AfterValidator(words.language)] = Field(examples=["en"])
    timezone: Annotated[Text, AfterValidator(words.timezone)] = Field(examples=["Asia/Yekaterinburg"])
    currency: Currency = Field(examples=["RUB"])
    vat: Literal["included", "excluded", "none"] = Field(examples=["included"])
    we_are: Literal["contractor", "client"] = Field(examples=["contractor"])
    site: WebAddress | None = Field(None, examples=["https://pechka.example"])
    fx: Annotated[dict[Currency, FxRate], BeforeValidator(words.nothing_is_empty)] = Field(
        default_factory=dict
    )
    accounts: Annotated[tuple[Account, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    decisions: Annotated[Decisions, BeforeValidator(words.nothing_is_empty)] = Decisions()

    @overload
    def decided(self, stage: Literal["goals"], month: str) -> GoalsDecision | None: ...
    @overload
    def decided(self, stage: Literal["audience"], month: str) -> AudienceDecision | None: ...
    @overload
    def decided(self, stage: Literal["channels"], month: str) -> ChannelsDecision | None: ...
    @overload
    def decided(self, stage: Literal["budget"], month: str) -> BudgetDecision | None: ...
    @overload
    def decided(self, stage: Literal["indicators"], month: str) -> IndicatorsDecision | None: ...
    @overload
    def decided(self, stage: Literal["contract"], month: str) -> ContractDecision | None: ...
    @overload
    def decided(self, stage: Literal["content"], month: str) -> ContentDecision | None: ...
    @overload
    def decided(self, stage: Literal["communication"], month: str) -> CommunicationDecision | None: ...
    @overload
    def decided(self, stage: Literal["compliance"], month: str) -> ComplianceDecision | None: ...
    @overload
    def decided(self, stage: str, month: str) -> Decision | None: ...
    def decided(self, stage: str, month: str) -> Decision | None:
        """Return the decision of ``stage`` in force in ``month`` (2026-10): the latest that holds by then.

        None when nothing had been decided.
        """
        taken: tuple[Decision, ...] = getattr(self.decisions, stage)
        in_force = [decision for decision in taken if decision.since <= month]
        return max(in_force, key=lambda decision: decision.since, default=None)

    def as_of(self, month: str) -> dict[str, Any]:
        """Return the brief as effective in ``month``, ready for JSON: dates are ISO text.

        Of each list of decisions only the one in force is kept, so that a decision of a later
        month does not change the hash of this one; a stage without one is left out.
        """
        effective = self.model_dump(mode="json")
        decided = {stage: self.decided(stage, month) for stage in Decisions.model_fields}
        effective["decisions"] = {
            stage: decision.model_dump(mode="json") for stage, decision in decided.items() if decision
        }
        return effective


def load_brief(path: Path) -> Brief:
    """Read and check the brief at ``path``.

    BriefError with every fault at once, each with file, line, key and mend.
    """
    return check_brief(read_yaml(path))


def check_brief(text: YamlText) -> Brief:
    """Return the brief that ``text`` holds.  BriefError with every fault at once."""
    brief, faults = brief_faults(Brief, text)
    if faults or brief is None:
        raise BriefError(faults)
    return brief
