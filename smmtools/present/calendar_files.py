"""A month's posts as files that other programs open: two tables, a calendar, a scheduler's list (rule K5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Post = Mapping[str, Any]
"""One of the plan's ``content.posts``."""


def full_text(post: Post) -> str:
    """What goes out: text, call to action, members' benefit, link or code, hashtags, line by line.

    A paid post begins with its disclosure, so that nobody has to unfold it to see that it is paid; where
    one is stated for an unpaid post it comes last. The link stands in the text of a post that is traced
    by its link only: elsewhere links do not work. What a text says already is not said twice.

    >>> post = {"text": "Hot!", "call_to_action": "Order now.", "link": "https://a.example", "trace": "link",
    ...         "hashtags": ["pizza", "#new year"], "paid": True, "disclosure": "Advertisement."}
    >>> print(full_text(post))
    Advertisement.
    Hot!
    Order now.
    https://a.example
    #pizza #newyear
    """
    said = [
        post.get("text"),
        post.get("call_to_action"),
        post.get("benefit"),
        post.get("link") if post.get("trace") == "link" else None,
        post.get("code"),
        " ".join(_hashtags(post)),
    ]
    disclosure = post.get("disclosure")
    lines = [disclosure, *said] if post.get("paid") else [*said, disclosure]
    return "\n".join(_not_twice(str(line).strip() for line in lines if line))


def _hashtags(post: Post) -> list[str]:
    """Hashtags with their sign, one word each."""
    tags = ("".join(str(tag).split()).lstrip("#") for tag in post.get("hashtags") or ())
    return [f"#{tag}" for tag in tags if tag]


def _not_twice(lines: Iterable[str]) -> Iterable[str]:
    said = ""
    for line in lines:
        if line and line not in said:
            said = f"{said}\n{line}"
            yield line
