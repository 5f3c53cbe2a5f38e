"""The toy brand's Facebook page: posts, daily figures, audience."""

from __future__ import annotations

from datetime import date

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out, stream
from samples.profiles import Series, moment
from samples.toys import story, words
from samples.writers_meta import FacebookPost, facebook_posts, meta_audience

KINDS, KIND_WEIGHTS = ("Photos", "Reels", "Links", "Videos"), (0.62, 0.2, 0.08, 0.1)
ENGAGEMENT_PARTS = (0.86, 0.07, 0.07)  # reactions, comments, shares


def text_of(rng: Generator) -> str:
    """A text of several lines with hashtags."""
    opening = pick(rng, words.OPENINGS).format(toy=pick(rng, words.TOYS))
    tags = rng.permutation(len(words.HASHTAGS))[: int(rng.integers(1, 4))]
    return f"{opening}\n\n{pick(rng, words.MIDDLES)}\n\n" + " ".join(words.HASHTAGS[i] for i in tags)


def make_post(rng: Generator, number: int, day: date) -> FacebookPost:
    """One organic post: the hour makes no difference to its engagement rate."""
    kind = pick(rng, KINDS, KIND_WEIGHTS)
    reach = round(about(rng, story.FACEBOOK_REACH, 0.35))
    rate = about(rng, story.FACEBOOK_ER, story.FACEBOOK_ER_SPREAD)
    return _post(rng, number, day, kind, text_of(rng), (reach, 0), rate)


def the_hit(rng: Generator, number: int) -> FacebookPost:
    """The boosted post: most of its reach was bought."""
    seen = (story.HIT_ORGANIC, story.HIT_BOOSTED)
    return _post(rng, number, story.BOOSTED, "Photos", words.HIT, seen, story.HIT_ER)


def _post(
    rng: Generator, number: int, day: date, kind: str, text: str, seen: tuple[int, int], rate: float
) -> FacebookPost:
    reach = sum(seen)
    reactions, comments, shares = share_out(rng, count(rng, reach * rate), ENGAGEMENT_PARTS)
    return FacebookPost(
        post_id=str(1_290_000_000_000_000 + 4_410_337 * (number + 1)),
        page_id=story.PAGE_ID,
        page=story.PAGE,
        text=text,
        duration=int(rng.integers(12, 90)) if kind in ("Reels", "Videos") else 0,
        published=moment(rng, day, story.ZONE, story.HOURS),
        kind=kind,
        reach_organic=seen[0],
        reach_boosted=seen[1],
        views=round(reach * about(rng, 1.35, 0.06)),
        reactions=reactions,
        comments=comments,
        shares=shares,
        clicks=part(rng, reach, 0.021),
        link_clicks=None,  # Meta left the column blank
    )


def posts() -> list[FacebookPost]:
    """The page's posts, oldest first."""
    rng = stream(story.SEED, "facebook posts")
    numbers, weights = list(story.FACEBOOK_POSTS_A_DAY), list(story.FACEBOOK_POSTS_A_DAY.values())
    days = [day for day in story.DAYS for _ in range(pick(rng, numbers, weights))]
    made = [make_post(rng, 2 * number, day) for number, day in enumerate(days)]
    made.append(the_hit(rng, 2 * len(days) + 1))
    return sorted(made, key=lambda post: post.published)


def posts_file(made: list[FacebookPost]) -> bytes:
    """exports/Aug-01-2026_…: newest first."""
    return facebook_posts(reversed(made))


def series(made: list[FacebookPost], follows: dict[date, int]) -> dict[str, Series]:
    """The page's daily figures by the title of their series."""
    rng = stream(story.SEED, "facebook days")
    reach = {day: _reach_of_day(rng, made, day) for day in story.DAYS}
    return {
        "Facebook reach": list(reach.items()),
        "Facebook views": [(day, round(seen * about(rng, 1.5, 0.05))) for day, seen in reach.items()],
        "Facebook content interactions": [(day, part(rng, seen, 0.02)) for day, seen in reach.items()],
        "Facebook visits": [(day, count(rng, about(rng, story.VISITS_A_DAY, 0.2))) for day in story.DAYS],
        "Facebook follows": list(follows.items()),
    }


def _reach_of_day(rng: Generator, made: list[FacebookPost], day: date) -> int:
    """People reached on a day; the boosted post's are spread over six days."""
    fresh = [post for post in made if 0 <= (day - post.published.date()).days <= 1]
    bought = story.HIT_BOOSTED // 6 if 0 <= (day - story.BOOSTED).days < 6 else 0
    return 310 + round(0.5 * sum(post.reach_organic for post in fresh) * about(rng, 1, 0.1)) + bought


def audience_file() -> bytes:
    """exports/facebook-audience: followers by age and sex, country, city."""
    return meta_audience(words.AGES, words.COUNTRIES, words.CITIES)
