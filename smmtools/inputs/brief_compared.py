"""What is wrong between the entries of a brief: the same account twice, a month decided twice.

This looks at the plain data, where anything may still be anything, so that these faults are told
together with those of the single values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Loc = tuple[str | int, ...]


def compared(data: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """Yield where an entry contradicts another, what is wrong, and the mend."""
    yield from _accounts(data.get("accounts"))
    yield from _own_rate(data.get("fx"), data.get("currency"))
    decisions = data.get("decisions")
    for stage, taken in decisions.items() if isinstance(decisions, dict) else ():
        yield from _decided_twice(("decisions", stage), taken)
        if stage == "goals":
            for index, decision in _mappings(taken):
                yield from _goals(("decisions", stage, index, "goals"), decision.get("goals"))
        if stage == "content":
            for index, decision in _mappings(taken):
                yield from _content(("decisions", stage, index), decision)
        if stage == "communication":
            for index, decision in _mappings(taken):
                yield from _communication(("decisions", stage, index), decision)
        if stage == "compliance":
            for index, decision in _mappings(taken):
                yield from _exceptions(("decisions", stage, index), decision)
        if stage == "contract":
            for index, decision in _mappings(taken):
                yield from _contract(("decisions", stage, index), decision, data.get("accounts"))
        if stage == "indicators":
            for index, decision in _mappings(taken):
                yield from _watched(("decisions", stage, index), decision)
        if stage == "audience":
            for index, decision in _mappings(taken):
                yield from _segments(("decisions", stage, index), decision)


def _accounts(accounts: Any) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(accounts, "platform", "account"):
        yield ("accounts", index), "this account is listed already", f"remove it, or entry {first + 1}."


def _own_rate(rates: Any, currency: Any) -> Iterator[tuple[Loc, str, str]]:
    if isinstance(rates, dict) and currency in rates:
        yield ("fx", str(currency)), f"{currency!r} is the client's own currency", "remove its rate."


def _decided_twice(loc: Loc, taken: Any) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(taken, "since"):
        what = f"entry {first + 1} holds since {taken[index]['since']} too"
        yield (*loc, index, "since"), what, "give one of the two another month, or remove it."


def _goals(loc: Loc, goals: Any) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(goals, "key"):
        what = f"entry {first + 1} has the key {goals[index]['key']!r} too"
        yield (*loc, index, "key"), what, "give each goal a key of its own."
    main = [index for index, goal in _mappings(goals) if goal.get("main") is True]
    for index in main[1:]:
        yield (
            (*loc, index, "main"),
            f"entry {main[0] + 1} is the main goal already",
            "leave one `main: true`.",
        )


def _segments(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(decision.get("segments"), "key"):
        what = f"entry {first + 1} has the key {decision['segments'][index]['key']!r} too"
        yield (*loc, "segments", index, "key"), what, "give each segment a key of its own."
    for index, first in _repeated(decision.get("targets"), "platform", "breakdown"):
        yield (*loc, "targets", index), "this target is stated already", f"remove it, or entry {first + 1}."


def _content(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """Topics by keys that there are, each once, on channels that are planned; channels stated once."""
    for index, first in _repeated(decision.get("topics"), "key"):
        what = f"entry {first + 1} has the key {decision['topics'][index]['key']!r} too"
        yield (*loc, "topics", index, "key"), what, "give each topic a key of its own."
    for part in ("channels", "profiles"):
        for index, first in _repeated(decision.get(part), "platform"):
            name = decision[part][index]["platform"]
            yield (*loc, part, index), f"{name} stands here already", f"remove it, or entry {first + 1}."
    keys = [topic.get("key") for _, topic in _mappings(decision.get("topics"))]
    named = [
        ((*loc, "fixed", index, "topic"), post.get("topic"))
        for index, post in _mappings(decision.get("fixed"))
    ]
    holidays = decision.get("holidays")
    if isinstance(holidays, dict) and holidays.get("greeting") is not None:
        named.append(((*loc, "holidays", "greeting"), holidays["greeting"]))
    for place, name in named:
        if isinstance(name, str) and name not in keys:
            yield place, f"{name!r} is the key of no topic", "write the topic, or correct the key."
    yield from _two_at_once(loc, decision)
    planned = [plan.get("platform") for _, plan in _mappings(decision.get("channels"))]
    for index, topic in _mappings(decision.get("topics")):
        if isinstance(name := topic.get("channel"), str) and planned and name not in planned:
            what = f"no posts are planned for {name}"
            yield (*loc, "topics", index, "channel"), what, "add it to the channels of this decision."


def _two_at_once(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """Two fixed posts of one channel on the same part of a day."""
    channels = {topic.get("key"): topic.get("channel") for _, topic in _mappings(decision.get("topics"))}
    first: dict[tuple[Any, ...], int] = {}
    for index, post in _mappings(decision.get("fixed")):
        channel = channels.get(post.get("topic"))
        place = (channel, str(post.get("date")), post.get("part", "evening"))
        if channel is not None and first.setdefault(place, index) != index:
            what = f"entry {first[place] + 1} is on the same channel, day and part of the day"
            yield (*loc, "fixed", index), what, "move one of the two to another part or day."


def _communication(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(decision.get("team"), "name"):
        yield (
            (*loc, "team", index, "name"),
            "this person is listed already",
            f"remove it, or entry {first + 1}.",
        )
    for index, first in _repeated(decision.get("attractions"), "way"):
        yield (
            (*loc, "attractions", index, "way"),
            "this way is decided already",
            f"remove it, or entry {first + 1}.",
        )


def _watched(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    """An indicator of one goal and channel twice; a promo code that two spellings give another meaning."""
    first: dict[tuple[Any, ...], int] = {}
    for index, entry in _mappings(decision.get("watched")):
        named = tuple(entry.get(part) for part in ("goal", "indicator", "channel"))
        if all(isinstance(part, str | None) for part in named) and first.setdefault(named, index) != index:
            what = "this indicator is decided for the same goal and channel already"
            yield (*loc, "watched", index), what, f"remove it, or entry {first[named] + 1}."
    codes = decision.get("codes")
    meanings: dict[str, str] = {}
    for code, meaning in codes.items() if isinstance(codes, dict) else ():
        same = str(code).strip().lower()
        if meanings.setdefault(same, str(meaning)) != str(meaning):
            what = f"the code {code!r} has another meaning in other capitals, {meanings[same]!r}"
            yield (*loc, "codes", str(code)), what, "capitals make no other code: keep one of the two."


def _exceptions(loc: Loc, decision: dict[str, Any]) -> Iterator[tuple[Loc, str, str]]:
    for index, first in _repeated(decision.get("exceptions"), "method", "platform"):
        what = "an exception for this method and platform stands here already"
        yield (*loc, "exceptions", index), what, f"remove it, or entry {first + 1}."


def _contract(loc: Loc, decision: dict[str, Any], accounts: Any) -> Iterator[tuple[Loc, str, str]]:
    """Communities listed once and under ``accounts``, too; nothing delivered before the start."""
    for index, first in _repeated(decision.get("state"), "platform", "account"):
        yield (*loc, "state", index), "this community is listed already", f"remove it, or entry {first + 1}."
    own = {
        (each.get("platform"), each.get("account"))
        for _, each in _mappings(accounts)
        if each.get("role") == "own"
    }
    for index, each in _mappings(decision.get("state")):
        if (each.get("platform"), each.get("account")) not in own:
            what = f"{each.get('account')!r} is not among the client's own accounts"
            yield (*loc, "state", index, "account"), what, "list it under accounts, or correct the name."
    start, delivered = decision.get("start"), decision.get("delivered")
    if isinstance(start, str) and isinstance(delivered, str) and delivered < start:
        what = f"the delivery {delivered} is before the start {start}"
        yield (*loc, "delivered"), what, "correct one of the two."


def _mappings(entries: Any) -> list[tuple[int, dict[str, Any]]]:
    """Return the entries that have keys, with their positions; none where there is no list."""
    listed = entries if isinstance(entries, list) else []
    return [(index, entry) for index, entry in enumerate(listed) if isinstance(entry, dict)]


def _repeated(entries: Any, *keys: str) -> Iterator[tuple[int, int]]:
    """Yield the position of every entry that agrees with an earlier one in ``keys``, and the earlier's."""
    first: dict[tuple[str, ...], int] = {}
    for index, entry in _mappings(entries):
        value = tuple(entry[key] for key in keys if isinstance(entry.get(key), str))
        if len(value) == len(keys) and first.setdefault(value, index) != index:
            yield index, first[value]
