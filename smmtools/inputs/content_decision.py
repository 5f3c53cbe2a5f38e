"""What is decided of content: profiles, posts a day, the mix, topics and their texts, days (stage 04)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from smmtools.inputs import brief_words as words
from smmtools.inputs.brief_types import (
    Country,
    Day,
    Decision,
    Key,
    Number,
    Part,
    Platform,
    Share,
    Text,
    WebAddress,
)

Format = Literal[
    "text", "photo", "carousel", "video", "reel", "story", "link", "quote", "meme", "anecdote"
]  # fmt: skip
"""R4.1: what a post is made as."""
Function = Literal["sell", "inform", "teach", "entertain"]
"""R4.1: what a post is for."""
About = Literal["brand", "subject", "general"]
"""R4.4: the brand itself, its subject, or what anybody passes on."""
Tone = Literal["friendly", "business", "informal"]
PartOfDay = Literal["morning", "midday", "afternoon", "evening"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Trace = Literal["link", "bio", "code", "asked", "none"]
"""How what a post sold is recognised: a tagged link, the bio's link of the month, a promo code, by asking."""
Clock = Annotated[Text, AfterValidator(words.clock)]
Count = Annotated[int, Field(strict=True, ge=0)]
Yes = Annotated[bool, Field(strict=True)]


def _usual_times() -> dict[PartOfDay, Clock]:
    """R4.3: in the morning and in the evening."""
    return {"morning": "09:00", "evening": "19:00"}


class Profile(Part):
    """How one community presents itself; what is missing is a verdict's to name (R4.1, R4.5)."""

    platform: Platform = Field(examples=["vk"])
    name: Text | None = Field(None, examples=["Pechka: pizza in Ekaterinburg"])
    description: Text | None = Field(None, examples=["Pizza from the oven, delivered within 40 minutes."])
    address: Text | None = Field(None, examples=["pechka_pizza"])
    key_words: tuple[Text, ...] = Field((), examples=["[pizza, delivery]"])
    link: WebAddress | None = Field(None, examples=["https://pechka.example"])
    logo: Text | None = Field(None, examples=["lower right corner"])
    style: Text | None = Field(None, examples=["wood and flour, warm light"])
    comments: Literal["open", "closed"] | None = Field(None, examples=["open"])


class ChannelPlan(Part):
    """How often, when and how traceably one channel is posted to. Other than 2 a day has a reason."""

    platform: Platform = Field(examples=["vk"])
    posts: Count = Field(examples=["2"])
    per: Literal["day", "week"] = Field("day", examples=["day"])
    reason: Text | None = Field(None, examples=["One video takes two days."])
    approved_by: Text | None = Field(None, examples=["The owner"])
    times: dict[PartOfDay, Clock] = Field(
        default_factory=_usual_times,
        examples=['{morning: "09:00", evening: "19:00"}'],
    )
    trace: Trace = Field("none", examples=["link"])
    landing: WebAddress | None = Field(None, examples=["https://pechka.example/menu"])


class Band(Part):
    """A share of the posts, from low to high."""

    low: Share = Field(0.0, examples=["0.2"])
    high: Share = Field(1.0, examples=["0.4"])


class Mix(Part):
    """The mix of functions and formats and the brand's share, of the posts of every channel (R4.4)."""

    functions: dict[Function, Band] = Field(default_factory=dict, examples=["{sell: {low: 0.2, high: 0.3}}"])
    formats: dict[Format, Band] = Field(default_factory=dict, examples=["{photo: {high: 0.6}}"])
    brand: Band = Band()  # type: ignore[call-arg]


class Topic(Part):
    """What some of the posts of one channel say. Each text is used once, or ``times`` times a month."""

    key: Key = Field(examples=["oven"])
    channel: Platform = Field(examples=["vk"])
    format: Format = Field(examples=["photo"])
    function: Function = Field(examples=["entertain"])
    about: About = Field(examples=["brand"])
    segments: tuple[Key, ...] = Field((), examples=["[families]"])
    tone: Tone | None = Field(None, examples=["friendly"])
    texts: tuple[Text, ...] = Field(min_length=1, examples=["[What is in the oven right now?]"])
    times: Annotated[int, Field(strict=True, ge=1)] = Field(1, examples=["1"])
    call_to_action: Text | None = Field(None, examples=["Tell us your topping."])
    hashtags: tuple[Text, ...] = Field((), examples=["[pizza]"])
    benefit: Text | None = Field(None, examples=["For members: the second pizza at half the price."])
    code: Text | None = Field(None, examples=["OVEN10"])
    method: Key | None = Field(None, examples=["talking_with_users"])
    paid: Yes = Field(False, examples=["false"])
    disclosure: Text | None = Field(None, examples=["Advertisement. Pechka LLC, erid: 2Vtzq"])


class FixedPost(Part):
    """A topic that goes out on a certain day, whatever else does, and on no other day."""

    date: Day = Field(examples=["2026-11-27"])
    topic: Key = Field(examples=["black_friday"])
    part: PartOfDay = Field("evening", examples=["evening"])


class Holidays(Part):
    """Public holidays: whether they are days off, and the topic, kept for them, that greets people."""

    country: Country = Field(examples=["RU"])
    subdivision: Text | None = Field(None, examples=["BY"])
    days_off: Yes = Field(False, examples=["false"])
    greeting: Key | None = Field(None, examples=["greeting"])


class ViralIdea(Part):
    """The checklist of viral advertising (R4.6); it never moves the odds (K4)."""

    posts: Annotated[int, Field(strict=True, ge=1)] = Field(examples=["10"])
    creativity: Yes | None = Field(None, examples=["true"])
    brevity: Yes | None = Field(None, examples=["true"])
    response: Yes | None = Field(None, examples=["true"])
    quality: Yes | None = Field(None, examples=["true"])
    brand_at_end: Yes | None = Field(None, examples=["true"])


class ContentDecision(Decision):
    """How the communities look and what they post; the calendar of a month is made from it (K1, K5)."""

    tone: Tone | None = Field(None, examples=["friendly"])
    pictures: Literal["natural", "edited"] | None = Field(None, examples=["natural"])
    medical_or_cosmetic: Yes = Field(False, examples=["false"])
    profiles: Annotated[tuple[Profile, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    channels: tuple[ChannelPlan, ...] = Field(min_length=1)
    mix: Mix = Mix()
    topics: Annotated[tuple[Topic, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    fixed: Annotated[tuple[FixedPost, ...], BeforeValidator(words.nothing_is_empty_list)] = ()
    days_off: tuple[Day, ...] = Field((), examples=["[2026-11-04]"])
    weekdays_off: tuple[Weekday, ...] = Field((), examples=["[sunday]"])
    holidays: Holidays | None = None
    viral: ViralIdea | None = None
    posts_hours: Annotated[Number, Field(ge=0)] | None = Field(None, examples=["0.5"])
