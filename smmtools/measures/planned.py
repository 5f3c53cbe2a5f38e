"""Planned and published: which post of the platforms is which post of the approved plan."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Mapping
from typing import Any, cast

import pandas as pd

WITHIN = pd.Timedelta(hours=2)
"""A post published this far from its planned time may still be it, if the text says so."""

ALIKE = 0.6
"""Share of their texts that planned and published must have in common (difflib's ratio)."""

_COMPARED = 300  # characters of a text that are compared: enough to tell two posts of one day apart


def match_planned(planned: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    """Each planned post with the published one, and how it was recognised. Rule K5.

    ``planned`` has the columns plan_id, platform, at (a time with zone) and text; ``posts`` is the tidy
    table. A plan ID survives in the export's own column, in a label, or in the text (a tagged link);
    else the same platform, at most ``WITHIN`` apart, and a text that is alike. No post is matched twice.

    Adds the columns post_id and how ("id" or "time and text"), both missing for what was planned and
    not published. Neither frame is changed.

    >>> at = pd.Timestamp("2026-10-05 10:00", tz="UTC")
    >>> planned = pd.DataFrame({"plan_id": ["p1"], "platform": ["vk"], "at": [at], "text": ["Hello"]})
    >>> posts = pd.DataFrame({"post_id": ["9"], "platform": ["vk"], "published": [at], "text": ["Hello!"],
    ...                       "plan_id": [None], "labels": [None]})
    >>> match_planned(planned, posts)[["post_id", "how"]].values.tolist()
    [['9', 'time and text']]
    """
    found: dict[Hashable, tuple[Hashable, str]] = {}
    for by in (_by_id, _by_time_and_text):
        taken = {post for post, _ in found.values()}
        for row in planned.index.difference(list(found)):
            post = by(planned.loc[row].to_dict(), posts.drop(list(taken)))
            if post is not None:
                found[row] = (post, "id" if by is _by_id else "time and text")
                taken.add(post)
    id_of = posts["post_id"].to_dict()
    post_ids = pd.Series({row: id_of[post] for row, (post, _) in found.items()}, dtype="str")
    how = pd.Series({row: word for row, (_, word) in found.items()}, dtype="str")
    return planned.assign(post_id=post_ids, how=how)


def _by_id(plan: Mapping[str, Any], posts: pd.DataFrame) -> Hashable | None:
    """The first post that carries the plan's ID as a whole word."""
    word = re.compile(rf"(?<![\w-]){re.escape(str(plan['plan_id']))}(?![\w-])")
    for column in ("plan_id", "labels", "text"):
        hits: list[Hashable] = posts.index[posts[column].fillna("").astype(str).str.contains(word)].tolist()
        if hits:
            return hits[0]
    return None


def _by_time_and_text(plan: Mapping[str, Any], posts: pd.DataFrame) -> Hashable | None:
    """The post nearest in time on the same platform whose text is alike."""
    apart = (posts["published"] - pd.Timestamp(str(plan["at"]))).abs()
    near = apart[(posts["platform"] == plan["platform"]) & (apart <= WITHIN)].sort_values(kind="stable")
    for row in near.index:
        if _likeness(str(plan["text"]), str(posts["text"].loc[row])) >= ALIKE:
            return cast(Hashable, row)
    return None


def _likeness(first: str, second: str) -> float:
    a, b = (" ".join(text.lower().split())[:_COMPARED] for text in (first, second))
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
