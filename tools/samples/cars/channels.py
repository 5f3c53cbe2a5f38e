"""The dealer's channels: the Facebook page, the ads, and the small community on VK."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from numpy.random import Generator

from samples.cars import story, words
from samples.chance import about, count, part, pick, share_out, stream
from samples.profiles import Series, moment
from samples.writers import meta_series, vk_statistics
from samples.writers_meta import AdRow, FacebookPost, facebook_posts, meta_ads, saved_with_semicolons

KINDS, KIND_WEIGHTS = ("Photos", "Videos", "Links"), (0.7, 0.15, 0.15)


def posts() -> list[FacebookPost]:
    """The page's posts, oldest first."""
    rng = stream(story.SEED, "facebook posts")
    days = [day for day in story.DAYS if rng.random() < story.POST_SHARE]
    return [_post(rng, number, day) for number, day in enumerate(days)]


def _post(rng: Generator, number: int, day: date) -> FacebookPost:
    kind = pick(rng, KINDS, KIND_WEIGHTS)
    reach = round(about(rng, story.REACH, 0.35))
    reactions, comments, shares = share_out(
        rng, count(rng, reach * about(rng, story.ER, 0.4)), (0.8, 0.12, 0.08)
    )
    clicks = count(rng, reach * about(rng, story.CTR, 0.3))
    opening = pick(rng, words.OPENINGS).format(car=pick(rng, words.CARS))
    return FacebookPost(
        post_id=str(1_310_000_000_000_000 + 5_120_339 * (number + 1)),
        page_id=story.PAGE_ID,
        page=story.PAGE,
        text=f"{opening}\n\n{pick(rng, words.MIDDLES)}",
        duration=int(rng.integers(20, 90)) if kind == "Videos" else 0,
        published=moment(rng, day, story.ZONE, story.POST_HOURS),
        kind=kind,
        reach_organic=reach,
        reach_boosted=0,
        views=round(reach * about(rng, 1.3, 0.05)),
        reactions=reactions,
        comments=comments,
        shares=shares,
        clicks=clicks + count(rng, reach * 0.012),
        link_clicks=clicks,
    )


def posts_file(made: list[FacebookPost]) -> bytes:
    """exports/Aug-01-2026_…: newest first; someone's spreadsheet saved it with semicolons."""
    return saved_with_semicolons(facebook_posts(reversed(made)))


def follows() -> dict[str, dict[date, int]]:
    """Followers gained by platform and day."""
    rng = stream(story.SEED, "follows")
    means = {"facebook": story.FOLLOWS_A_DAY, "vk": story.VK_FOLLOWS_A_DAY}
    return {name: {day: count(rng, mean) for day in story.DAYS} for name, mean in means.items()}


def series_file(made: list[FacebookPost], gained: dict[date, int]) -> bytes:
    """exports/facebook-insights: the page's daily figures."""
    rng = stream(story.SEED, "facebook days")
    reach = [(day, _reach(rng, made, day)) for day in story.DAYS]
    series: dict[str, Series] = {
        "Facebook reach": reach,
        "Facebook visits": [(day, count(rng, story.VISITS_A_DAY)) for day in story.DAYS],
        "Facebook content interactions": [(day, part(rng, seen, 0.015)) for day, seen in reach],
        "Facebook follows": [(day, number) for day, number in gained.items() if number],
    }
    return meta_series(series.items(), story.SUMMER_TIME_ENDS)


def _reach(rng: Generator, made: list[FacebookPost], day: date) -> int:
    fresh = [post for post in made if 0 <= (day - post.published.date()).days <= 1]
    return 120 + round(0.5 * sum(post.reach_organic for post in fresh) * about(rng, 1, 0.1))


def ads_file() -> bytes:
    """exports/auto-lipa-ads: one workbook by day and platform, the total first."""
    rng = stream(story.SEED, "ads")
    rows = [_ad_day(rng, day, names, figures) for day in story.DAYS for names, figures in story.ADS.items()]
    return meta_ads(rows, round(sum(row.reach for row in rows) * story.OVERLAP), "EUR", platform="Facebook")


def _ad_day(
    rng: Generator, day: date, names: tuple[str, str, str], figures: tuple[float, float, float]
) -> AdRow:
    spend, thousand, rate = figures
    spend = round(about(rng, spend, 0.1), 2)
    impressions = round(spend / about(rng, thousand, 0.08) * 1000)
    clicks = count(rng, impressions * about(rng, rate, 0.1))
    reach = round(impressions / about(rng, 1.2, 0.03))
    kind = "actions:link_click"
    return AdRow(day, day, *names, clicks, kind, reach, spend, impressions, clicks, round(clicks * 1.5))


Stat = tuple[date, str, str, str, int]


def vk_file(gained: dict[date, int]) -> bytes:
    """exports/vk-statistics: so few visitors that many rows are missing, for VK leaves out what is zero."""
    rng = stream(story.SEED, "vk statistics")
    rows = [row for day in story.DAYS for row in _vk_day(rng, day, gained[day])]
    return vk_statistics(row for row in rows if row[4])


def _vk_day(rng: Generator, day: date, joined: int) -> Iterator[Stat]:
    visitors = count(rng, story.VISITORS_A_DAY)
    yield day, "views", "", "", visitors + count(rng, visitors * (story.VIEWS_A_VISITOR - 1))
    yield day, "visitors", "", "", visitors
    men = part(rng, visitors, 0.8)
    for sex, number in (("Ж", visitors - men), ("М", men)):
        for age, people in zip(story.AGES, share_out(rng, number, list(story.AGES.values())), strict=True):
            yield day, "gender_age", sex, age, people
    cities = share_out(rng, visitors, list(story.CITIES.values()))
    for city, number in zip(story.CITIES, cities, strict=True):
        yield day, "cities", city, "", number
        yield day, "countries", story.COUNTRIES[city], "", number
    yield day, "feedback", "Нравится", "", count(rng, 0.4)
    yield day, "members", "Новые участники", "", joined
    yield day, "reach", "", "", count(rng, 24)


def followers_rows(gained: dict[str, dict[date, int]]) -> Iterator[list[object]]:
    """Followers counted every Saturday; nobody has looked at the competitors."""
    accounts = {"facebook": story.PAGE, "vk": story.VK_ACCOUNT}
    for week in range(len(story.DAYS) // 7 + 1):
        day = story.FIRST + timedelta(weeks=week)
        for platform, account in accounts.items():
            come = sum(number for when, number in gained[platform].items() if when <= day)
            yield [day, platform, account, "own", story.FOLLOWERS_START[platform] + come]
