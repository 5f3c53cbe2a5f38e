"""Rule P2: when to post on each channel, by the client's own posts, or why they do not tell."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.content_decision import ContentDecision
from smmtools.measures import periods
from smmtools.measures.timing import (
    WEEKPARTS,
    Evenings,
    Timing,
    best_hours,
    best_times,
    evenings_to_mornings,
    slots,
)
from smmtools.strategy.indicators import rated_posts
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "communication"
USUAL = ("morning", "evening")
"""R4.3: where the posts do not tell."""


@dataclass(frozen=True)
class ChannelTimes:
    """What one channel's mature organic posts say of the time of posting."""

    platform: str
    seen: int
    """Mature organic posts, with or without a reach."""
    timing: Timing
    hours: pd.DataFrame
    """Single hours inside the better parts; empty where no part is better."""
    lone_part: str | None
    """The part of the day that all posts went out in, so that there is nothing to compare it with."""
    lone_hour: int | None
    """The hour, where all posts went out in one."""
    evenings: Evenings
    """Evening posts against morning posts; to be told where the timing is *ok*."""

    @property
    def told(self) -> bool:
        """Whether some part of the week did better beyond chance."""
        return self.lone_part is None and self.timing.signal == "ok" and not self.timing.better.empty

    @property
    def sure_evenings(self) -> bool:
        """Whether evenings and mornings differ beyond chance, on a channel whose times do."""
        return self.timing.signal == "ok" and (self.evenings.low > 1 or self.evenings.high < 1)

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The parts of the day to post in, by kind of day: the better ones, else the usual two."""
        better = self.timing.better
        told = {week: tuple(better.loc[better["weekpart"] == week, "daypart"]) for week in WEEKPARTS}
        return {week: (told[week] if self.told else ()) or USUAL for week in WEEKPARTS}


def times_of(case: ClientMonth) -> tuple[ChannelTimes, ...]:
    """Every channel of the client's own, in the brief's order, from its posts until the month's end."""
    posts = rated_posts(periods.own(case.tables["posts"]))
    platforms = dict.fromkeys(each.platform for each in case.brief.accounts if each.role == "own")
    return tuple(_times(str(name), posts[posts["platform"] == name]) for name in platforms)


def verdicts_of(times: Collection[ChannelTimes], content: ContentDecision | None) -> Iterator[Verdict]:
    """P2: what is known of the best time, plainly; and whether the better parts are posted in."""
    plans = content.channels if content else ()
    planned: dict[str, set[str]] = {each.platform: {*each.times} for each in plans}
    for each in times:
        yield _of_channel(each, planned.get(each.platform))


def _times(platform: str, posts: pd.DataFrame) -> ChannelTimes:
    if posts["account"].nunique() > 1:  # accounts differ by themselves, as months and formats do
        posts = posts.assign(format=posts["account"].fillna("") + " " + posts["format"].fillna(""))
    timing = best_times(posts)
    parts = list(dict.fromkeys(slots(posts["published"])["daypart"])) if len(posts) else []
    hours = list(dict.fromkeys(posts["published"].dt.hour)) if len(posts) else []
    return ChannelTimes(
        platform,
        len(posts),
        timing,
        best_hours(posts, timing),
        str(parts[0]) if len(parts) == 1 else None,
        int(hours[0]) if len(hours) == 1 else None,
        evenings_to_mornings(posts),
    )


def _of_channel(each: ChannelTimes, planned: Collection[str] | None) -> Verdict:
    timing = each.timing
    facts: dict[str, object] = {"platform": each.platform, "posts": timing.posts, "seen": each.seen}
    if not each.seen:
        return Verdict("P2", STAGE, Grade.NO_DATA, "no posts", facts=facts)
    if not timing.posts:
        return Verdict("P2", STAGE, Grade.NO_DATA, "no reach", each.seen, facts=facts)
    if each.lone_part is not None:
        facts |= {"part": each.lone_part}
        finding = "one hour" if each.lone_hour is not None else "one part"
        return Verdict("P2", STAGE, Grade.REVIEW, finding, timing.posts, facts=facts)
    if timing.signal == "thin":
        return Verdict("P2", STAGE, Grade.NO_DATA, "thin", timing.posts, facts=facts)
    if timing.signal == "none":
        return Verdict("P2", STAGE, Grade.PASS, "none", timing.posts, facts=facts)
    return _of_signal(each, planned, facts)


def _of_signal(each: ChannelTimes, planned: Collection[str] | None, facts: dict[str, object]) -> Verdict:
    """Some part differs: named, and looked for in the times that the content decision posts at."""
    better = each.timing.better
    if better.empty:
        cells = each.timing.cells
        worse = cells[cells["ok"]].sort_values("factor").iloc[0]
        facts |= {"slot": f"{worse['weekpart']} {worse['daypart']}", "factor": float(worse["factor"])}
        return Verdict("P2", STAGE, Grade.REVIEW, "only worse", float(worse["factor"]), 1, facts)
    best = better.iloc[0]
    facts |= {
        "slots": [f"{row['weekpart']} {row['daypart']}" for row in better.to_dict("records")],
        "slot": f"{best['weekpart']} {best['daypart']}",
        "factor": float(best["factor"]),
        "low": float(best["low"]),
        "high": float(best["high"]),
        "in_part": int(best["posts"]),
    }
    unused = [] if planned is None else [part for part in better["daypart"] if part not in planned]
    if unused:
        facts |= {"unused": list(dict.fromkeys(unused))}
        return Verdict("P2", STAGE, Grade.REVIEW, "better part unused", float(best["factor"]), 1, facts)
    finding = "better part, few posts" if math.isnan(float(best["low"])) else "better part"
    return Verdict("P2", STAGE, Grade.PASS, finding, float(best["factor"]), 1, facts)
