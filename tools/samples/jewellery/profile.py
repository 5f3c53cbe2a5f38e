"""The jewellery shop on Instagram: posts, daily figures, followers, comments, audits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from numpy.random import Generator

from samples.chance import about, count, pick, stream
from samples.jewellery import story, words
from samples.profiles import Series, profile_post, profile_series
from samples.writers import MetaPost, meta_posts


def follows() -> dict[date, int]:
    """Followers gained a day, with the two days that nobody paid for."""
    rng = stream(story.SEED, "follows")
    return {day: count(rng, story.FOLLOWS_A_DAY) + story.JUMP.get(day, 0) for day in story.DAYS}


def text_of(rng: Generator, day: date) -> str:
    """A text of several lines; since the middle of October most are about Deepavali."""
    festive = day >= story.DEEPAVALI_FROM and rng.random() < story.DEEPAVALI_SHARE
    opening = pick(rng, words.DEEPAVALI if festive else words.OPENINGS).format(piece=pick(rng, words.PIECES))
    tags = rng.permutation(len(words.HASHTAGS))[: int(rng.integers(2, 5))]
    return f"{opening}\n\n{pick(rng, words.MIDDLES)}\n\n" + " ".join(words.HASHTAGS[i] for i in tags)


def posts() -> list[MetaPost]:
    """The profile's posts, oldest first."""
    rng = stream(story.SEED, "instagram posts")
    days = [day for day in story.DAYS if rng.random() < story.INSTAGRAM_POST_SHARE]
    return [profile_post(rng, story.INSTAGRAM, i, day, text_of(rng, day)) for i, day in enumerate(days)]


def posts_file(made: list[MetaPost]) -> bytes:
    """exports/Aug-01-2026_…: newest first."""
    return meta_posts(reversed(made))


def series(made: list[MetaPost], gained: dict[date, int]) -> dict[str, Series]:
    """The profile's daily figures by the title of their series."""
    return profile_series(
        stream(story.SEED, "instagram days"), made, gained, clicks=story.INSTAGRAM_CLICKS_A_DAY
    )


def comments_rows(made: list[MetaPost]) -> Iterator[list[object]]:
    """Comments under the posts and how they were answered."""
    rng = stream(story.SEED, "comments")
    number = 0
    for post in made:
        for _ in range(count(rng, story.COMMENTS_A_POST)):
            created = post.published + timedelta(minutes=round(about(rng, 240, 1.1)))
            number += 1
            head = [number, "instagram", story.INSTAGRAM.username, post.post_id, _minute(created), "no"]
            yield [*head, pick(rng, words.COMMENTS), *_answer(rng, created)]


def _answer(rng: Generator, created: datetime) -> tuple[str, str]:
    """When and how a comment was answered; both empty when it was not."""
    when = created + timedelta(minutes=1 + round(about(rng, story.REPLY_MINUTES, 1.0)))
    kind = pick(rng, words.REPLY_KINDS, words.REPLY_KIND_WEIGHTS)
    return (_minute(when), kind) if rng.random() < story.ANSWERED else ("", "")


def _minute(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"


def followers_rows(gained: dict[date, int], on_tiktok: dict[date, int]) -> Iterator[list[object]]:
    """Followers of both accounts, noted every evening."""
    numbers = dict(story.FOLLOWERS_START)
    for day in story.DAYS:
        numbers["instagram"] += gained[day] - gained[day] % 7 // 4  # now and then someone leaves
        numbers["tiktok"] += on_tiktok[day]
        yield [day, "instagram", story.INSTAGRAM.username, "own", numbers["instagram"]]
        yield [day, "tiktok", story.TIKTOK, "own", numbers["tiktok"]]


def audits_rows() -> Iterator[list[object]]:
    """Audits: of all followers before the jump, of those gained after it."""
    for day, (scope, drawn, alive) in story.AUDITS.items():
        yield [day, "instagram", story.INSTAGRAM.username, scope, "random sample", drawn, alive]
