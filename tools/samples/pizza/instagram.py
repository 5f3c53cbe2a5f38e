"""The restaurant's Instagram profile: organic posts and the profile's daily series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out, stream
from samples.pizza import story, words
from samples.writers import MetaPost, meta_posts, meta_series

KINDS, KIND_WEIGHTS = ("IG image", "IG reel", "IG carousel"), (0.45, 0.35, 0.20)
HOURS, HOUR_WEIGHTS = (9, 12, 19, 20), (0.3, 0.1, 0.35, 0.25)
BLANK = 0.03  # of the cells in the columns that Meta sometimes leaves empty
REPEATED = 3  # posts that stand in the file twice
GUEST_DAYS = (date(2026, 8, 21), date(2026, 10, 9))  # posts made together with a blogger
HOUR_FLIPS = date(2026, 10, 25)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"


def description(rng: Generator) -> str:
    """A text of several lines, with emoji and hashtags."""
    opening = pick(rng, words.INSTAGRAM_OPENINGS).format(dish=pick(rng, words.DISHES))
    tags = rng.permutation(len(words.HASHTAGS))[: int(rng.integers(2, 6))]
    line = " ".join(words.HASHTAGS[i] for i in tags)
    return f"{opening}\n\n{pick(rng, words.INSTAGRAM_MIDDLES)}\n\n{line}"


def permalink(rng: Generator, kind: str) -> str:
    """An address in Instagram's manner."""
    code = "".join(ALPHABET[int(i)] for i in rng.integers(0, len(ALPHABET), 9))
    return f"https://www.instagram.com/{'reel' if kind == 'IG reel' else 'p'}/DZ{code}/"


def make_post(rng: Generator, day: date, number: int) -> MetaPost:
    """One post; a reel reaches twice as many."""
    kind = pick(rng, KINDS, KIND_WEIGHTS)
    hour = time(pick(rng, HOURS, HOUR_WEIGHTS), int(rng.integers(60)))
    reach = round(about(rng, story.INSTAGRAM_REACH * (2 if kind == "IG reel" else 1), 0.35))
    engaged = count(rng, reach * about(rng, story.INSTAGRAM_ER, 0.4))
    likes, shares, comments, saves = share_out(rng, engaged, (0.84, 0.06, 0.04, 0.06))
    return MetaPost(
        post_id=str(18_071_000_000_000_000 + 311_037_551 * (number + 1)),
        account_id=story.INSTAGRAM_ID,
        username=story.INSTAGRAM_ACCOUNT,
        name=story.INSTAGRAM_NAME,
        description=description(rng),
        duration=int(rng.integers(9, 60)) if kind == "IG reel" else 0,
        published=datetime.combine(day, hour, story.ZONE),
        permalink=permalink(rng, kind),
        kind=kind,
        views=round(reach * about(rng, 1.45, 0.08)),
        reach=reach,
        likes=likes,
        shares=shares,
        comments=comments,
        saves=saves,
        follows=count(rng, 0.4),
    )


def by_guest(post: MetaPost) -> MetaPost:
    """The same post as one of a collaborating account, which Meta lists among the profile's own."""
    if post.published.date() not in GUEST_DAYS:
        return post
    return replace(post, account_id=story.GUEST_ID, username=story.GUEST_ACCOUNT, name=story.GUEST_NAME)


def with_blanks(rng: Generator, post: MetaPost) -> MetaPost:
    """The same post with an empty cell here and there: missing, not zero."""
    empty = {name: None for name in ("shares", "saves", "follows") if rng.random() < BLANK}
    return replace(post, **empty)


def instagram_posts() -> list[MetaPost]:
    """The profile's posts, oldest first."""
    rng = stream(story.SEED, "instagram posts")
    days = [day for day in story.DAYS if day in GUEST_DAYS or rng.random() < story.INSTAGRAM_POST_SHARE]
    return [with_blanks(rng, by_guest(make_post(rng, day, i))) for i, day in enumerate(days)]


def posts_file(posts: list[MetaPost]) -> bytes:
    """exports/Aug-01-2026_…: newest first, a few posts twice."""
    step = len(posts) // REPEATED
    return meta_posts(list(reversed(posts)) + posts[step // 2 :: step][:REPEATED])


@dataclass(frozen=True)
class InstagramDay:
    """The profile's figures of one day."""

    day: date
    reach: int
    views: int
    interactions: int
    visits: int
    follows: int
    link_clicks: int


def make_day(rng: Generator, day: date, posts: list[MetaPost]) -> InstagramDay:
    """A day's figures, from the posts of it and of the day before."""
    fresh = [post for post in posts if 0 <= (day - post.published.date()).days <= 1]
    reach = 420 + round(0.5 * sum(post.reach or 0 for post in fresh) * about(rng, 1, 0.1))
    engaged = sum(
        (post.likes or 0) + (post.shares or 0) + (post.comments or 0) + (post.saves or 0) for post in fresh
    )
    visits = count(rng, 0.03 * reach)
    return InstagramDay(
        day=day,
        reach=reach,
        views=round(reach * about(rng, 1.6, 0.06)),
        interactions=part(rng, engaged, 0.5),
        visits=visits,
        follows=count(rng, story.INSTAGRAM_FOLLOWS_A_DAY),
        link_clicks=count(rng, story.INSTAGRAM_CLICKS_A_DAY),
    )


def instagram_days(posts: list[MetaPost]) -> list[InstagramDay]:
    """The profile's daily figures."""
    rng = stream(story.SEED, "instagram days")
    return [make_day(rng, day, posts) for day in story.DAYS]


def series_file(days: list[InstagramDay]) -> bytes:
    """exports/instagram-insights: some titles name the platform, some do not; follows omit empty days."""
    blocks = {
        "Instagram reach": [(d.day, d.reach) for d in days],
        "Views": [(d.day, d.views) for d in days],
        "Content interactions": [(d.day, d.interactions) for d in days],
        "Instagram profile visits": [(d.day, d.visits) for d in days],
        "Instagram follows": [(d.day, d.follows) for d in days if d.follows],
        "Instagram link clicks": [(d.day, d.link_clicks) for d in days],
    }
    return meta_series(blocks.items(), HOUR_FLIPS)


def followers_on(days: list[InstagramDay], day: date) -> int:
    """Followers at a day's end: every fourth who follows leaves again."""
    return story.INSTAGRAM_FOLLOWERS_START + sum(d.follows for d in days if d.day <= day) * 3 // 4


def weeks() -> list[date]:
    """The Saturdays on which followers are counted."""
    return [story.FIRST + timedelta(weeks=i) for i in range(len(story.DAYS) // 7 + 1)]
