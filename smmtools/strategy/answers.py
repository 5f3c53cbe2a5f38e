"""Rules P3 and R5.2: how fast comments are answered, how the answers end, and what is said when."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.communication_decision import CommunicationDecision
from smmtools.measures import replies
from smmtools.measures.replies import Replies, Share
from smmtools.measures.stats import newcombe_difference
from smmtools.measures.timing import WEEKPARTS
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "communication"
OCCASIONS = ("praise", "question", "complaint", "attack")
QUESTION_MARKS = ("?", "\uff1f", "\u061f")
"""As in English, Chinese and Arabic."""


@dataclass(frozen=True)
class ChannelReplies:
    """What became of the month's comments on one channel: of all, and by kind of day."""

    platform: str
    all: Replies
    by_weekpart: dict[str, Replies]


@dataclass(frozen=True)
class Answers:
    """How the month's comments were answered."""

    channels: tuple[ChannelReplies, ...]
    """Channels with at least one comment of people's."""
    together: ChannelReplies
    """All own channels; ``platform`` is empty."""
    silent: tuple[str, ...]
    """Own channels of which no comment is known."""
    known_until: pd.Timestamp | None
    """The end of the data; None without comments."""
    impossible: int
    """Comments whose answer is dated before them: left out."""


@dataclass(frozen=True)
class Script:
    """What is said on an occasion: the client's own text, or none, and then the catalogue's."""

    occasion: str
    own: str | None
    asks: bool
    """Whether it ends with a question or with a call to action of the plan; the catalogue's do."""


def answers_of(case: ClientMonth, promise: float | None) -> Answers:
    """The month's comments on the client's own channels."""
    comments = _own_comments(case)
    first, last = _bounds(case)
    end = replies.known_until(comments, last)
    month = comments[comments["created"] >= first]
    waited = replies.waits(month, end)
    own = dict.fromkeys(each.platform for each in case.brief.accounts if each.role == "own")
    heard = [name for name in own if (waited["platform"] == name).any()]
    return Answers(
        tuple(_channel(str(name), waited[waited["platform"] == name], promise) for name in heard),
        _channel("", waited, promise),
        tuple(str(name) for name in own if name not in heard),
        end if len(waited) else None,
        int((month["replied_at"] < month["created"]).sum()),
    )


def scripts_of(decision: CommunicationDecision | None) -> tuple[Script, ...]:
    """What is said on each occasion, and whether it keeps the talk going."""
    own = {str(occasion): text for occasion, text in decision.scripts.items()} if decision else {}
    calls = [each.call_to_action for each in decision.contacts if each.call_to_action] if decision else []
    return tuple(
        Script(occasion, own.get(occasion), _asks(own[occasion], calls) if occasion in own else True)
        for occasion in OCCASIONS
    )


def reply_verdicts(answers: Answers, promise: float | None) -> Iterator[Verdict]:
    """P3: the middle wait and the share within the promise, channel by channel; then weekends."""
    if answers.silent:
        yield Verdict("P3", STAGE, Grade.NO_DATA, "no comments", facts={"platforms": answers.silent})
    for each in answers.channels:
        yield _of_median(each, promise)
        if promise is not None:
            yield _of_share(each, promise)
            yield _of_weekends(each, promise)


def way_verdicts(answers: Answers, decision: CommunicationDecision) -> Iterator[Verdict]:
    """R5.2: answers keep the talk going, the scripts do, feedback has its ways, other talk is welcome."""
    for each in answers.channels:
        yield _of_asking(each)
    yield _of_scripts(scripts_of(decision))
    ways = {"ways": decision.feedback}
    if decision.feedback:
        yield Verdict("R5.2", STAGE, Grade.PASS, "feedback", len(decision.feedback), 1, ways)
    else:
        yield Verdict("R5.2", STAGE, Grade.NO_DATA, "no feedback", 0, 1)
    if decision.off_topic is None:
        yield Verdict("R5.2", STAGE, Grade.NO_DATA, "off topic unsaid")
    elif decision.off_topic == "welcome":
        yield Verdict("R5.2", STAGE, Grade.PASS, "off topic welcome")
    else:
        yield Verdict("R5.2", STAGE, Grade.REVIEW, "off topic removed")


def _bounds(case: ClientMonth) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The month's first and last moment in the client's zone, even where clocks change at midnight."""
    zone = case.brief.timezone
    first = case.month.start_time.tz_localize(zone, ambiguous=True, nonexistent="shift_forward")
    return first, case.month.end_time.tz_localize(zone, ambiguous=False, nonexistent="shift_backward")


def _own_comments(case: ClientMonth) -> pd.DataFrame:
    """Comments on the client's own platforms, less those on accounts that the brief calls others'."""
    comments, accounts = case.tables["comments"], case.brief.accounts
    own = {each.platform for each in accounts if each.role == "own"}
    others = {(each.platform, each.account) for each in accounts if each.role != "own"}
    pairs = zip(comments["platform"], comments["account"], strict=True)
    ours = [platform in own and (platform, account) not in others for platform, account in pairs]
    return comments[np.array(ours, dtype=bool)]


def _channel(platform: str, waited: pd.DataFrame, promise: float | None) -> ChannelReplies:
    parts = {week: replies.summary(waited[waited["weekpart"] == week], promise) for week in WEEKPARTS}
    return ChannelReplies(platform, replies.summary(waited, promise), parts)


def _facts(each: ChannelReplies, promise: float | None) -> dict[str, object]:
    found = each.all
    return {
        "platform": each.platform,
        "comments": found.comments,
        "answered": found.answered,
        "median": found.median,
        "low": found.low,
        "high": found.high,
        "promise": promise,
    }


def _of_median(each: ChannelReplies, promise: float | None) -> Verdict:
    found, facts = each.all, _facts(each, promise)
    if promise is None:
        finding = "no median, no promise" if math.isnan(found.median) else "no promise"
        return Verdict("P3", STAGE, Grade.NO_DATA, finding, found.median, facts=facts)
    if math.isnan(found.median):
        return Verdict("P3", STAGE, Grade.FAIL, "no median", facts=facts)
    fast = found.median <= promise
    grade, finding = (Grade.PASS, "fast") if fast else (Grade.FAIL, "slow")
    return Verdict("P3", STAGE, grade, finding, found.median, promise, facts)


def _graded(share: Share) -> Grade:
    """By the interval: all of it above the one threshold passes, all below the other fails."""
    if share.low >= THRESHOLDS.answers_pass:
        return Grade.PASS
    return Grade.FAIL if share.high < THRESHOLDS.answers_fail else Grade.REVIEW


def _share_facts(share: Share) -> dict[str, object]:
    return {"k": share.k, "n": share.n, "share": share.value, "low": share.low, "high": share.high}


def _of_share(each: ChannelReplies, promise: float) -> Verdict:
    share = each.all.within
    facts = _facts(each, promise) | {"young": each.all.too_young}
    if share is None or not share.n:
        return Verdict("P3", STAGE, Grade.NO_DATA, "too young", facts=facts)
    grade = _graded(share)
    finding = {Grade.PASS: "kept", Grade.REVIEW: "partly kept", Grade.FAIL: "broken"}[grade]
    finding += ", some too young" if each.all.too_young else ""
    return Verdict(
        "P3", STAGE, grade, finding, share.low, THRESHOLDS.answers_pass, facts | _share_facts(share)
    )


def _of_weekends(each: ChannelReplies, promise: float) -> Verdict:
    """Whether weekends are worse beyond chance: two shares of people counted once (Newcombe)."""
    days, ends = (each.by_weekpart[week] for week in WEEKPARTS)
    one, two = days.within, ends.within
    facts: dict[str, object] = {
        "platform": each.platform,
        "promise": promise,
        "weekday": one.value if one else math.nan,
        "weekend": two.value if two else math.nan,
        "weekday_median": days.median,
        "weekend_median": ends.median,
    }
    if one is None or two is None or not one.n or not two.n:
        return Verdict("P3", STAGE, Grade.NO_DATA, "weekends unseen", facts=facts)
    gap, low, high = newcombe_difference(one.k, one.n, two.k, two.n)
    facts |= {"gap": gap, "low": low, "high": high}
    if low <= 0:
        return Verdict("P3", STAGE, Grade.PASS, "weekends alike", gap, 0, facts)
    grade = Grade.FAIL if two.high < THRESHOLDS.answers_fail else Grade.REVIEW
    finding = "slow weekends, no median" if math.isnan(ends.median) else "slow weekends"
    return Verdict("P3", STAGE, grade, finding, gap, 0, facts)


def _of_asking(each: ChannelReplies) -> Verdict:
    share = each.all.asking
    facts = {"platform": each.platform} | _share_facts(share)
    if not share.n:
        return Verdict("R5.2", STAGE, Grade.NO_DATA, "answers unseen", facts=facts)
    grade = _graded(share)
    finding = {Grade.PASS: "answers ask", Grade.REVIEW: "some answers ask", Grade.FAIL: "answers end flat"}
    return Verdict("R5.2", STAGE, grade, finding[grade], share.low, THRESHOLDS.answers_pass, facts)


def _of_scripts(scripts: Sequence[Script]) -> Verdict:
    flat = [script.occasion for script in scripts if not script.asks]
    own = sum(script.own is not None for script in scripts)
    facts = {"occasions": flat, "own": own, "ours": len(scripts) - own}
    if flat:
        return Verdict("R5.2", STAGE, Grade.REVIEW, "flat scripts", len(flat), 0, facts)
    return Verdict("R5.2", STAGE, Grade.PASS, "scripts", len(scripts), len(OCCASIONS), facts)


def _asks(text: str, calls: Collection[str]) -> bool:
    """Whether a text ends with a question, or with one of the plan's calls to action.

    >>> _asks("Thank you. Which one was it?", []), _asks("Sorry! Order by eight", ["Order by eight."])
    (True, True)
    >>> _asks("Thank you.", ["Order by eight."])
    False
    """
    said = text.strip().strip("\"'»”)").rstrip()
    endings = tuple(call.strip().rstrip(".!").casefold() for call in calls)
    return said.endswith(QUESTION_MARKS) or said.rstrip(".!").casefold().endswith(endings or ("\0",))
