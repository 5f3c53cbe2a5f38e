"""Instagram profiles of sample clients: their posts and their daily figures, drawn from a few numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out
from samples.writers import MetaPost

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
KINDS, KIND_WEIGHTS = ("IG image", "IG reel", "IG carousel"), (0.45, 0.35, 0.20)
ENGAGEMENT_PARTS = (0.84, 0.06, 0.04, 0.06)  # likes, shares, comments, saves


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def moment(rng: Generator, day: date, zone: ZoneInfo, hours: Sequence[int]) -> datetime:
    """A minute of the day within one of the hours."""
    return datetime.combine(day, time(pick(rng, hours), int(rng.integers(60))), zone)


@dataclass(frozen=True)
class Profile:
    """An Instagram profile: who it is, and what its posts and days are like on average."""

    account_id: str
    username: str
    name: str
    zone: ZoneInfo
    hours: tuple[int, ...]
    reach: float
    """People a post reaches; a reel reaches twice as many."""
    engagement: float
    """Likes, shares, comments and saves per person reached."""


def profile_post(rng: Generator, profile: Profile, number: int, day: date, text: str) -> MetaPost:
    """One post of the profile; ``number`` makes its ID."""
    kind = pick(rng, KINDS, KIND_WEIGHTS)
    reach = round(about(rng, profile.reach * (2 if kind == "IG reel" else 1), 0.35))
    likes, shares, comments, saves = share_out(
        rng, count(rng, reach * about(rng, profile.engagement, 0.4)), ENGAGEMENT_PARTS
    )
    code = "".join(ALPHABET[int(i)] for i in rng.integers(0, len(ALPHABET), 9))
    return MetaPost(
        post_id=str(18_092_000_000_000_000 + 211_530_019 * (number + 1)),
        account_id=profile.account_id,
        username=profile.username,
        name=profile.name,
        description=text,
        duration=int(rng.integers(9, 60)) if kind == "IG reel" else 0,
        published=moment(rng, day, profile.zone, profile.hours),
        permalink=f"https://www.instagram.com/{'reel' if kind == 'IG reel' else 'p'}/DZ{code}/",
        kind=kind,
        views=round(reach * about(rng, 1.45, 0.08)),
        reach=reach,
        likes=likes,
        shares=shares,
        comments=comments,
        saves=saves,
        follows=count(rng, 0.4),
    )


Series = list[tuple[date, int]]


def profile_series(
    rng: Generator, posts: Sequence[MetaPost], follows: Mapping[date, int], clicks: float
) -> dict[str, Series]:
    """The profile's daily figures by the title of their series; days without follows are left out of it."""
    reach = {day: 260 + round(0.5 * _seen(posts, day) * about(rng, 1, 0.1)) for day in follows}
    return {
        "Instagram reach": list(reach.items()),
        "Instagram views": [(day, round(seen * about(rng, 1.6, 0.06))) for day, seen in reach.items()],
        "Instagram content interactions": [(day, part(rng, seen, 0.03)) for day, seen in reach.items()],
        "Instagram profile visits": [(day, count(rng, 0.03 * seen)) for day, seen in reach.items()],
        "Instagram follows": [(day, number) for day, number in follows.items() if number],
        "Instagram link clicks": [(day, count(rng, clicks)) for day in follows],
    }


def _seen(posts: Sequence[MetaPost], day: date) -> int:
    """People reached by the posts of the day and of the day before."""
    return sum(post.reach or 0 for post in posts if 0 <= (day - post.published.date()).days <= 1)
