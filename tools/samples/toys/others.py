"""The toy brand's other files: Instagram, advertising, YouTube, the site, and its own sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, share_out, stream
from samples.profiles import Series, profile_post, profile_series
from samples.toys import story, words
from samples.toys.facebook import text_of
from samples.writers import Ga4Row, MetaPost, ga4_report, meta_posts
from samples.writers_meta import AdRow, meta_ads, saved_by_excel_packed
from samples.writers_video import YouTubeVideo, youtube_table

Follows = dict[str, dict[date, int]]


def follows() -> Follows:
    """Followers gained by platform and day: each month's number, spread over its days."""
    rng = stream(story.SEED, "follows")
    gained: Follows = {"facebook": {}, "instagram": {}}
    for month, number in story.GAINED.items():
        days = [day for day in story.DAYS if day.month == month]
        on_facebook = round(number * story.FACEBOOK_PART)
        for platform, total in (("facebook", on_facebook), ("instagram", number - on_facebook)):
            numbers = share_out(rng, total, [1] * len(days), 1.5)
            gained[platform] |= dict(zip(days, numbers, strict=True))
    return gained


def instagram_posts() -> list[MetaPost]:
    """The profile's posts, oldest first."""
    rng = stream(story.SEED, "instagram posts")
    days = [day for day in story.DAYS if rng.random() < story.INSTAGRAM_POST_SHARE]
    return [profile_post(rng, story.INSTAGRAM, i, day, text_of(rng)) for i, day in enumerate(days)]


def instagram_file(made: list[MetaPost]) -> bytes:
    """exports/Aug-01-2026_…: someone looked at it in Excel and saved it."""
    return saved_by_excel_packed(meta_posts(reversed(made)))


def instagram_series(made: list[MetaPost], gained: Follows) -> dict[str, Series]:
    """The profile's daily figures by the title of their series."""
    rng = stream(story.SEED, "instagram days")
    return profile_series(rng, made, gained["instagram"], story.INSTAGRAM_CLICKS_A_DAY)


def months() -> list[tuple[date, date]]:
    """First and last day of each month."""
    firsts = [day for day in story.DAYS if day.day == 1]
    return [(first, max(day for day in story.DAYS if day.month == first.month)) for first in firsts]


def ad_rows(first: date, last: date) -> list[AdRow]:
    """The ads of a month; in October also the boosted post."""
    rng = stream(story.SEED, f"ads {first}")
    ads = dict(story.ADS)
    if (first.year, first.month) == (story.BOOSTED.year, story.BOOSTED.month):
        ads["Boosted post", "Germany, Austria, 25+", "Post: The bear that lasts."] = (
            story.HIT_SPEND,
            5.2,
            0.006,
        )
    return [_ad_row(rng, first, last, names, figures) for names, figures in ads.items()]


def _ad_row(
    rng: Generator, first: date, last: date, names: tuple[str, str, str], figures: tuple[float, float, float]
) -> AdRow:
    spend, thousand, rate = figures
    spend = round(about(rng, spend, 0.03), 2)
    impressions = round(spend / about(rng, thousand, 0.05) * 1000)
    reach = round(impressions / about(rng, 2.1 if names[0] != "Boosted post" else 1.5, 0.04))
    clicks = count(rng, impressions * rate)
    kind = "reach"
    return AdRow(first, last, *names, reach, kind, reach, spend, impressions, clicks, round(clicks * 1.7))


def ads_files() -> dict[str, bytes]:
    """exports/brumm-klotz-ads-…: one workbook a month."""
    files = {}
    for first, last in months():
        rows = ad_rows(first, last)
        reach = round(sum(row.reach for row in rows) * story.OVERLAP)
        files[f"brumm-klotz-ads-{first}-{last}.xlsx"] = meta_ads(rows, reach, "EUR")
    return files


def youtube_file() -> bytes:
    """exports/youtube-table-data: five videos, and a total that still counts a deleted sixth."""
    videos = [
        YouTubeVideo(*name, day, seconds, views, views * seconds * watched / 3600, gained, shown, rate)
        for name, (day, seconds, views, watched, gained, shown, rate) in zip(
            words.VIDEOS, story.YOUTUBE, strict=True
        )
    ]
    return youtube_table(list(story.YOUTUBE_TOTAL.values()), videos)


def ga4_files() -> dict[str, bytes]:
    """exports/ga4-traffic-acquisition of each month; nothing is sold here, for shops sell the toys."""
    files = {}
    for first, last in months():
        rng = stream(story.SEED, f"ga4 {first}")
        clicks = sum(row.link_clicks for row in ad_rows(first, last))
        sessions = {group: count(rng, mean) for group, mean in story.SESSIONS.items()}
        sessions["Paid Social"] = part(rng, clicks, story.PAID_SESSIONS_OF_CLICKS)
        rows = [_ga4_row(rng, group, number) for group, number in sessions.items()]
        rows.sort(key=lambda row: -row.sessions)
        report = ga4_report("Brumm & Klotz", story.SITE, first, last, rows, capitals=False)
        files[f"ga4-traffic-acquisition-{first:%Y-%m}.csv"] = report
    return files


def _ga4_row(rng: Generator, group: str, sessions: int) -> Ga4Row:
    users, engaged = part(rng, sessions, 0.8), part(rng, sessions, 0.55)
    return Ga4Row(group, users, sessions, engaged, about(rng, 38, 0.2), count(rng, sessions * 4.6), 0, 0.0)


def followers_rows(gained: Follows) -> Iterator[list[object]]:
    """Followers counted every Saturday: own accounts and competitors' pages."""
    rng = stream(story.SEED, "followers")
    own = {"facebook": story.PAGE, "instagram": story.INSTAGRAM.username}
    for week in range(len(story.DAYS) // 7 + 1):
        day = story.FIRST + timedelta(weeks=week)
        for platform, account in own.items():
            come = sum(number for when, number in gained[platform].items() if when <= day)
            number = story.FOLLOWERS_START[platform] + round(come * story.STAY)
            yield [day, platform, account, "own", number]
        for page, (start, a_week) in story.COMPETITORS.items():
            yield [day, "facebook", page, "competitor", round(start + week * a_week + rng.normal(0, 5))]


def audits_rows() -> Iterator[list[object]]:
    """Audits of the page's followers: accounts drawn at random and looked at one by one."""
    for scope, (drawn, alive) in story.AUDITS.items():
        yield [story.AUDIT_DAY, "facebook", story.PAGE, scope, "random sample", drawn, alive]
