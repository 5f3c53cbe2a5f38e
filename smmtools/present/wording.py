"""Every sentence that holds a client's number, as a template with named figures.

A template names its figures and how each is written: ``{expected:count}``, ``{rate:percent}``,
``{p:chance}``, ``{deadline:day}``, ``{parts:words}``. A verdict's rule and finding pick its reason
and its remedy; an unknown pair is a fault of ours and a test finds it.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import Any

from smmtools.present import formats
from smmtools.strategy.indicators import Channel
from smmtools.strategy.start_here import Known
from smmtools.strategy.verdicts import Verdict

_WRITERS: Mapping[str, Callable[[Any, str], str]] = {
    "count": formats.number,
    "percent": formats.percent,
    "chance": formats.chance,
    "day": formats.day,
    "month": formats.month,
    "words": formats.words,
    "parts": lambda parts, locale: formats.words([PARTS[part] for part in parts], locale),
    "channel": lambda channel, _: channel_name(channel),
    "channels": lambda channels, locale: formats.words([channel_name(each) for each in channels], locale),
    "kinds": lambda kinds, locale: formats.words([kind_name(each) for each in kinds], locale),
    "platform": lambda platform, _: PLATFORMS.get(platform, platform),
}

NOTHING_TO_DO = "Nothing to do."

RULES: Mapping[str, str] = {
    "X1": "the jurisdiction is stated",
    "X9": "the inputs are named and whole",
    "R1.1": "a plan before anything is launched",
    "R1.2": "the goal's type",
    "R1.3": "the goal is measurable",
    "G1": "what the goal would take",
    "G2": "on the way to the goal",
    "M1": "indicators with their doubt",
}
"""What each rule is about, beside its ID."""

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X1", "named"): (
        "The brief names the jurisdiction {jurisdiction}, which decides what methods are allowed.",
        NOTHING_TO_DO,
    ),
    ("X1", "no jurisdiction"): (
        "The brief names no jurisdiction, so no method of promotion can be judged.",
        "Add jurisdiction: to client.yml, for example RU or DE.",
    ),
    ("X9", "complete"): (
        "All {tables:count} kinds of data are there, from {files:count} files.",
        NOTHING_TO_DO,
    ),
    ("X9", "missing"): (
        "{files:count} files were read, yet {missing:kinds} are missing for {month:month}.",
        "Ask for them: the table of what is missing says who gives each and what it prevents.",
    ),
    ("R1.1", "no goal"): (
        "No goal is decided for this month, and nothing should be launched before one is.",
        "Write the goal and the way to it under decisions: goals in client.yml.",
    ),
    ("R1.1", "incomplete"): (
        "The strategy record lacks: {parts:parts}.",
        "Add what is missing to the goals decision in client.yml.",
    ),
    ("R1.1", "open"): (
        "The strategy is on record since {since}: the goal, the way to it, and promotion in the open.",
        NOTHING_TO_DO,
    ),
    ("R1.1", "hidden"): (
        "The strategy on record since {since} promotes without saying so; found out, that turns against the brand.",
        "Have every paid mention disclosed, or promote in the open.",
    ),
    ("R1.2", "company"): (
        "{goal}: promotes the company, so content shows its people, news and work.",
        NOTHING_TO_DO,
    ),
    ("R1.2", "brand"): (
        "{goal}: promotes the brand, so informal talk and trust count; its figures are proxies, for loyalty "
        "and image cannot be counted.",
        NOTHING_TO_DO,
    ),
    ("R1.2", "website"): (
        "{goal}: promotes the website, so content must be exclusive and link to its source.",
        NOTHING_TO_DO,
    ),
    ("R1.2", "personal brand"): (
        "{goal}: promotes a person, so the voice is theirs; its figures are proxies, for reputation cannot "
        "be counted.",
        NOTHING_TO_DO,
    ),
    ("R1.2", "sales"): (
        "{goal}: aims at sales, so it is judged by applications, orders and their cost.",
        NOTHING_TO_DO,
    ),
    ("R1.2", "no type"): (
        "{goal}: its type is not stated, so neither content nor indicators can follow from it.",
        "Add type: company, brand, website, personal brand or sales.",
    ),
    ("R1.3", "measurable"): (
        "{goal}: indicator, target, period, start, deadline and baseline are all stated.",
        NOTHING_TO_DO,
    ),
    ("R1.3", "not measurable"): (
        "{goal}: not measurable, for it lacks {parts:parts}.",
        "Agree the missing parts with the client and add them to the goal in client.yml.",
    ),
    ("G2", "on track"): (
        "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: on track "
        "(chance of so low a count when on target: {chance:chance}).",
        NOTHING_TO_DO,
    ),
    ("G2", "ahead"): (
        "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: ahead "
        "(chance of so high a count when just on target: {chance:chance}).",
        "Find out what works, and consider a higher target.",
    ),
    ("G2", "behind"): (
        "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: behind "
        "(chance of so low a count when on target: {chance:chance}).",
        "Look at the funnel for the step that fell, mend that step first, and agree the new path with the client.",
    ),
    ("G2", "too early"): (
        "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: too early to judge.",
        "Wait until a week has passed and ten are expected.",
    ),
    ("G2", "not started"): ("{goal}: starts on {start:day}, after this month.", NOTHING_TO_DO),
    ("G2", "over"): (
        "{goal}: its deadline was {deadline:day}, before this month.",
        "Close the goal with the client and decide the next one in client.yml.",
    ),
    ("G2", "no data"): (
        "{goal}: no file counts {indicator}, so nobody can say whether it is on the way.",
        "Ask for the export or sheet that counts them; the data request names it.",
    ),
    ("G1", "enough"): (
        "{have:count} impressions a day, and at this month's rates {target:count} applications a day need "
        "{needed:count} ({low:count} to {high:count}): there are enough.",
        NOTHING_TO_DO,
    ),
    ("G1", "too few"): (
        "{have:count} impressions a day, but at this month's rates {target:count} applications a day need "
        "{needed:count} ({low:count} to {high:count}).",
        "Earn or buy more impressions, or raise the rates: compare them with the client's own best weeks before "
        "spending.",
    ),
    ("G1", "uncertain"): (
        "{have:count} impressions a day, and at this month's rates {target:count} applications a day need "
        "{needed:count} ({low:count} to {high:count}): the data cannot tell whether that is enough.",
        "Watch another month, or plan for the upper figure.",
    ),
    ("G1", "no interval"): (
        "{have:count} impressions a day; {target:count} applications a day would need about {needed:count}, from too "
        "few days for an interval.",
        "Treat the figure as a guess until ten days are counted.",
    ),
    ("G1", "no rates"): (
        "Nothing says how impressions lead to applications: clicks, applications or both are missing.",
        "Ask for link clicks of posts and ads, and for applications with their source.",
    ),
    ("M1", "measured"): ("{kpi}: measured with an interval for {channels:channels}.", NOTHING_TO_DO),
    ("M1", "no interval"): (
        "{kpi}: fewer than ten rows for {channels:channels}, so the figure has no interval.",
        "Do not decide by it alone; a longer period gives it an interval.",
    ),
    ("M1", "no data"): ("{kpi}: not measured; it needs {needs}.", "Ask for: {needs}."),
}

DATA_REQUEST: Mapping[str, tuple[str, str, str]] = {
    "posts": (
        "The platform's export of posts for the month.",
        "Engagement rates, and which posts did best.",
        "whoever manages the account",
    ),
    "daily": (
        "The platform's daily figures: reach, views, visits, follows.",
        "The daily average of reach, and growth.",
        "whoever manages the account",
    ),
    "traffic": (
        "Google Analytics 4, Traffic acquisition, one report a month, with Total users.",
        "Conversion of the site.",
        "whoever keeps the site",
    ),
    "orders": (
        "Applications and orders with date, value and UTM source, from the CRM or the order sheet.",
        "Every goal that counts customers, conversion, revenue.",
        "the client's sales manager",
    ),
    "followers": (
        "Follower counts by date, ours and the competitors'.",
        "Engagement rate by followers, and the comparison with competitors.",
        "the agency's analyst",
    ),
    "ads": (
        "The ad account's report by day, with spend, impressions and link clicks.",
        "Click-through rate of ads, and every cost.",
        "whoever runs the ads",
    ),
    "comments": (
        "Comments on our posts with the time of our replies.",
        "How fast we answer.",
        "whoever answers",
    ),
    "competitors": (
        "Competitors' posts with likes, comments and shares.",
        "The comparison with competitors.",
        "the agency's analyst",
    ),
    "audience": (
        "The audience by age and sex, and by place.",
        "Whether subscribers are the target.",
        "whoever manages the account",
    ),
    "audits": (
        "An audit of randomly drawn followers: how many are alive.",
        "How many subscribers are alive, and whether a contract is fulfilled.",
        "the agency's analyst",
    ),
}
"""For each kind of data: what to ask for, what its lack prevents, who gives it."""

PLATFORMS: Mapping[str, str] = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
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
    "daily": "daily figures",
    "traffic": "site traffic",
    "orders": "applications and orders",
    "followers": "follower counts",
    "competitors": "competitors' posts",
    "audits": "audits of followers",
}
"""Kinds of data whose name in the tables is not yet a reader's."""

COUNTED: Mapping[str, str] = {"post": "posts", "ad": "ads", "day": "days", "person": "people"}
"""What the rows of an indicator's level are called."""

PARTS: Mapping[str, str] = {
    "indicator": "an indicator",
    "target": "a target",
    "per": "the target's period",
    "start": "a start",
    "deadline": "a deadline",
    "baseline": "a baseline",
    "way": "the way to the goal",
    "promotion": "whether promotion is open or hidden",
}
"""What a goal or its strategy may lack, as it stands in a sentence."""

HEADLINES: Mapping[str, str] = {
    "start-here": "{files:count} files read; the data reach to {last:day}.",
    "start-here, missing": "{files:count} files read; the data reach to {last:day}, without {missing:kinds}.",
    "goals, no goal": "No goal is decided for {month:month}.",
    "goals, not measurable": "{goal}: cannot be measured, for it lacks {parts:parts}.",
    "goals, no pace": "{goal}: nothing to judge in {month:month}.",
    "goals, step": "Look at the {step} first: {now:percent}, against {best:percent} in its best four weeks.",
    "goals": "{goal}: {finding}. {count:count} in {month:month}, where the target asks for {expected:count} "
    "({rate:count} a day of {target:count}).",
    "indicators": "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}), {trend} than in the "
    "month before.",
    "indicators, no clear change": "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}), no clear "
    "change against the month before.",
    "indicators, unknown": "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}); nothing to "
    "compare with.",
    "indicators, no data": "No indicator could be measured in {month:month}.",
}

FINDINGS: Mapping[str, str] = {
    "panel off": "This report holds the data of {client} and of no other client.",
    "no warnings": "The files raised no warning.",
    "goal path": "{goal}: {count:count} so far against {expected:count} on the target's path after {days:count} days.",
    "forecast": "If {month:month}'s rate holds, {value:count} more will come by {until:day}; nine times in ten between "
    "{low:count} and {high:count}. The target asks for {needed:count} over those {days_left:count} days.",
    "no forecast": "There is nothing to forecast from.",
    "dispersion own": "Daily counts vary {dispersion:count} times as much as pure chance would make them, by the "
    "client's own weeks before.",
    "dispersion none": "Daily counts vary no more than pure chance would make them, by the client's own weeks before.",
    "dispersion assumed": "How much daily counts vary is not known yet; twice pure chance is assumed.",
    "funnel": "A day in {month:month}: {impressions:count} impressions lead to {link_clicks:count} link clicks "
    "({ctr:percent}) and those to {applications:count} applications ({application_rate:percent}).",
    "step below": "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): clearly below ({low:percent} to {high:percent} of it). Look here first.",
    "step no clear change": "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): no clear change.",
    "step unknown": "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): too few days to compare.",
    "no steps": "There are no four weeks before this month to compare the steps with.",
    "funnel title": "A day's impressions, clicks and applications",
    "no funnel": "The steps from impression to application cannot be shown: a part of them is not counted.",
    "left out": "{platform:platform}: {counted:count} posts count for the rates; left out are {boosted:count} boosted and "
    "{immature:count} younger than seven days when exported.",
    "no posts": "No post was published in {month:month}.",
    "comparison": "{kpi}: {values:words}.",
    "no indicator": "{kpi} could not be measured this month.",
}


def kind_name(known: Known) -> str:
    """A kind of data as a reader names it: posts of VK, competitors' posts."""
    kind = KINDS.get(known.kind, known.kind)
    return f"{kind} of {PLATFORMS.get(known.platform, known.platform)}" if known.platform else kind


def channel_name(channel: Channel) -> str:
    """A channel as a reader names it; a competitor by its account.

    >>> channel_name(Channel("vk", part="ads")), channel_name(Channel())
    ('VK ads', 'all social channels')
    >>> channel_name(Channel("vk", "testo_i_ogon", role="competitor"))
    'testo_i_ogon (VK)'
    """
    if not channel.platform:
        return "all social channels"
    platform = PLATFORMS.get(channel.platform, channel.platform)
    if channel.role == "competitor":
        return f"{channel.account} ({platform})"
    return f"{platform} {channel.part}".rstrip()


def verdict_sentences(verdict: Verdict, locale: str = "en") -> tuple[str, str]:
    """Reason and remedy of a verdict."""
    reason, remedy = VERDICTS[verdict.rule, verdict.finding]
    return say(reason, locale, **verdict.facts), say(remedy, locale, **verdict.facts)


def headline(kind: str, locale: str = "en", **figures: Any) -> str:
    """The one sentence of a stage that stands on a report's first screen."""
    return say(HEADLINES[kind], locale, **figures)


def finding(kind: str, locale: str = "en", **figures: Any) -> str:
    """A sentence between the figures of a stage."""
    return say(FINDINGS[kind], locale, **figures)


def say(template: str, locale: str = "en", **figures: Any) -> str:
    """Fill a template, each figure written as its word asks.

    >>> say("{seen:count} of {part:percent}", seen=38_123, part=0.0423)
    '38,100 of 4.23%'
    """
    return _Writer(locale).format(template, **figures)


class _Writer(string.Formatter):
    """Formats ``{name:word}`` by the writer of that word, in one locale."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def format_field(self, value: Any, format_spec: str) -> str:
        return _WRITERS[format_spec](value, self.locale) if format_spec else str(value)
