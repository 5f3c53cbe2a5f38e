"""What the sentences of several stages share: names of rules and platforms, words by themselves.

``_`` marks what goes into the message catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping


def _(message: str) -> str:
    return message


NOTHING_TO_DO = _("Nothing to do.")

RULES: Mapping[str, str] = {
    "X2": _("the contract"),
    "X3": _("the technical specification"),
    "X1": _("methods within law and rules"),
    "X5": _("the site and social media"),
    "X9": _("the inputs are named and whole"),
    "K5": _("the calendar, planned and published"),
    "R1.1": _("a plan before anything is launched"),
    "R1.2": _("the goal's type"),
    "R1.3": _("the goal is measurable"),
    "G1": _("whether the goal can be reached"),
    "G2": _("on the way to the goal"),
    "M1": _("indicators with their doubt"),
    "M2": _("us among the competitors"),
    "M4": _("what a goal is watched by"),
    "M5": _("what links and orders tell of their origin"),
    "R2.1": _("the segments are defined"),
    "R2.2": _("a need and an offer"),
    "R2.3": _("subscribers against the target"),
    "A1": _("our subscribers are the target"),
    "A2": _("how many subscribers are alive"),
    "A3": _("which segment first"),
    "B1": _("the estimate and the money spent"),
    "B2": _("how media money is divided"),
    "B3": _("reach without double counting"),
    "R7.1": _("prices against reference bands"),
    "R7.2": _("every service of value"),
    "M3": _("payback"),
    "X4": _("what may go wrong"),
    "R3.1": _("enough possible buyers"),
    "R3.2": _("several channels, then by what people do"),
    "R3.3": _("the competitors are known"),
    "C1": _("the opportunity of a channel"),
    "C2": _("the kind of community"),
    "R4.1": _("formats, tone, style and greetings"),
    "R4.2": _("posts a day"),
    "R4.3": _("morning and evening, when the audience is there"),
    "R4.4": _("the mix"),
    "R4.5": _("what people look for and pass on"),
    "R4.6": _("the viral checklist"),
    "K1": _("every post is whole"),
    "K2": _("which posts did best"),
    "K3": _("which posts stand out"),
    "K4": _("the odds of a hit"),
    "R5.1": _("a row of the plan for each segment"),
    "R5.2": _("answers that keep the talk going"),
    "R5.3": _("six ways to attract people"),
    "P1": _("everyone is served"),
    "P2": _("when to post"),
    "P3": _("how fast we answer"),
    "X7": _("who does it"),
    "X6": _("plan against actual, and why revenue changed"),
    "R8.1": _("subscribers, reach, and the posts that engaged most"),
}
"""What each rule is about, beside its ID."""

PLATFORMS: Mapping[str, str] = {
    "facebook": "Facebook",
    "google": "Google",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "meta": "Meta",
    "ok": "OK",
    "pinterest": "Pinterest",
    "rutube": "RuTube",
    "telegram": "Telegram",
    "threads": "Threads",
    "tiktok": "TikTok",
    "vk": "VK",
    "x": "X",
    "youtube": "YouTube",
}
"""Platforms by the names they give themselves."""

KINDS: Mapping[str, str] = {
    "posts": _("posts"),
    "ads": _("ads"),
    "comments": _("comments"),
    "audience": _("audience"),
    "daily": _("daily figures"),
    "traffic": _("site traffic"),
    "orders": _("applications and orders"),
    "followers": _("follower counts"),
    "competitors": _("competitors' posts"),
    "audits": _("audits of followers"),
}
"""Kinds of data by their readers' names."""

KIND_OF_PLATFORM = _("{kind} of {platform}")

ALL_CHANNELS = _("all social channels")
PAID_CHANNELS = _("all paid channels")

CHANNEL_PARTS: Mapping[str, str] = {
    "posts": _("posts"),
    "ads": _("ads"),
    "placements": _("placements"),
    "posts and ads": _("posts and ads"),
    "all interactions": _("(all interactions, saves among them)"),
}

CHANCE_BELOW, CHANCE, CHANCE_ABOVE = _("less than 1 in {0}"), _("{0} in 100"), _("more than 999 in {0}")
"""A probability as a client reads it."""

ANALYST = _("the analyst")

TERMS = (
    *(_("content"), _("ads"), _("placements"), _("contests"), _("tools"), _("people")),
    *(_("behind"), _("on track"), _("ahead"), _("too early"), _("not started"), _("over"), _("no data")),
    *(_("higher"), _("lower"), _("no clear change"), _("unknown")),
    *(_("company"), _("brand"), _("website"), _("personal brand"), _("sales")),
    *(_("applications"), _("orders"), _("follows"), _("link clicks"), _("visits"), _("sessions")),
    *(_("age and sex"), _("age"), _("city"), _("country"), _("audience")),
    *(_("followers"), _("visitors"), _("viewers"), _("any"), _("women"), _("men")),
    *(_("photo"), _("video"), _("carousel"), _("link"), _("text"), _("reel"), _("story"), _("meme")),
    *(_("weekday morning"), _("weekday midday"), _("weekday afternoon"), _("weekday evening")),
    *(_("weekend morning"), _("weekend midday"), _("weekend afternoon"), _("weekend evening")),
    *(_("weekday night"), _("weekend night")),
    *(_("open"), _("hidden")),
    *(_("impressions"), _("PASS"), _("REVIEW"), _("FAIL"), _("NO DATA")),
)
"""Words of findings, goal types and indicators that the code knows by themselves."""

PARTS: Mapping[str, str] = {
    "type": _("a type"),
    "indicator": _("an indicator"),
    "target": _("a target"),
    "per": _("the target's period"),
    "start": _("a start"),
    "deadline": _("a deadline"),
    "baseline": _("a baseline"),
    "geography": _("a geography"),
    "age": _("an age band"),
    "sex": _("a sex"),
    "interests": _("interests"),
    "need": _("a need"),
    "offer": _("an offer"),
    "size": _("a size"),
    "hours": _("hours online"),
    "met": _("where they are met"),
    "reach_share": _("the share reached"),
    "ctr": _("the click rate"),
    "conversion": _("the conversion"),
    "order": _("the average order"),
    "margin": _("the margin"),
    "people": _("age and sex"),
    "place": _("place"),
    "way": _("the way to the goal"),
    "promotion": _("whether promotion is open or hidden"),
    "message": _("a message"),
    "channel": _("a channel"),
    "format": _("a format"),
    "tone": _("a tone"),
    "slot": _("a part of the day"),
    "call_to_action": _("a call to action"),
    "owner": _("an owner"),
    "source": _("a source"),
}
"""What a goal or its strategy may lack, as it stands in a sentence."""
