"""A hand-sized content decision and the client that takes it, for the tests of stage 04."""

from __future__ import annotations

from typing import Any

import pandas as pd

TOPIC = {
    "key": "oven",
    "channel": "vk",
    "format": "photo",
    "function": "entertain",
    "about": "brand",
    "segments": ["families"],
    "call_to_action": "Which one?",
    "hashtags": ["pizza"],
}


def topic(key: str, **changes: Any) -> dict[str, Any]:
    """A topic with as many texts as there are posts; None takes a part away."""
    said = TOPIC | {"key": key, "texts": [f"{key} {n}" for n in range(20)]} | changes
    return {name: value for name, value in said.items() if value is not None}


TOPICS = [
    topic("oven"),
    topic("dough", format="video", function="teach", about="subject"),
    topic("supper", format="reel", function="sell", benefit="For members: a drink."),
    topic("cat", format="meme", about="general"),
]
PROFILE = {
    "platform": "vk",
    "name": "Pechka: pizza at home",
    "description": "Pizza and its delivery.",
    "address": "pechka_pizza",
    "key_words": ["pizza"],
    "link": "https://pechka.example",
    "logo": "lower right",
    "style": "warm light",
    "comments": "open",
}
DECISION = {
    "since": "2026-09",
    "by": "A",
    "why": "B",
    "tone": "friendly",
    "pictures": "natural",
    "profiles": [PROFILE],
    "channels": [{"platform": "vk", "posts": 2, "trace": "link", "landing": "https://pechka.example/menu"}],
    "mix": {"functions": {"sell": {"low": 0.2, "high": 0.4}}, "brand": {"low": 0.1, "high": 0.6}},
    "topics": TOPICS,
    "holidays": {"country": "RU", "greeting": "greeting"},
    "viral": dict.fromkeys(("creativity", "brevity", "response", "quality", "brand_at_end"), True)
    | {"posts": 10},
}
GREETING = topic("greeting", about="general", texts=["A happy holiday!"])
AUDIENCE = {
    "since": "2026-09",
    "by": "A",
    "why": "B",
    "segments": [{"key": "families", "name": "Families", "hours": "18:00-22:00, 8:00-10:00"}],
}
GOALS = {"since": "2026-09", "by": "A", "why": "B", "promotion": "open", "way": "posts"}


def decisions(goal: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """All decisions; ``changes`` are of the content's."""
    said = DECISION | {"topics": [*TOPICS, GREETING]} | changes
    return {
        "goals": [GOALS | {"goals": [goal]}],
        "audience": [AUDIENCE],
        "content": [said],
    }


def post(n: int, engagements: int = 10, reach: int = 1_000, **changes: Any) -> dict[str, Any]:
    """The n-th post of August to October, mature at the month's end."""
    day = pd.Timestamp("2026-08-01 09:00", tz="UTC") + pd.Timedelta(days=n)
    made = {
        "platform": "vk", "account": "ours", "role": "own", "post_id": f"p{n:03d}", "published": day,
        "format": "photo", "text": "short", "likes": engagements, "comments": 0, "shares": 0, "reach": reach,
        "exported_on": pd.Timestamp("2026-11-20"),
    }  # fmt: skip
    return made | changes
