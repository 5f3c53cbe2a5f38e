"""The jewellery shop on TikTok: videos and the overview by day."""

from __future__ import annotations

from datetime import date

from samples.chance import about, count, pick, share_out, stream
from samples.jewellery import story, words
from samples.profiles import moment
from samples.writers_video import TikTokDay, TikTokVideo, tiktok_overview, tiktok_videos


def videos() -> list[TikTokVideo]:
    """The videos, oldest first."""
    rng = stream(story.SEED, "tiktok videos")
    made = []
    for number, day in enumerate(day for day in story.DAYS if rng.random() < story.VIDEO_SHARE):
        title = pick(rng, words.VIDEOS).format(piece=pick(rng, words.PIECES))
        link = (
            f"https://www.tiktok.com/@{story.TIKTOK}/video/{7_552_000_000_000_000_000 + 37_114_209 * number}"
        )
        views = round(about(rng, story.VIDEO_VIEWS, story.VIEWS_SPREAD))
        engaged = share_out(rng, count(rng, views * about(rng, story.VIDEO_ER, 0.4)), story.VIDEO_PARTS)
        made.append(TikTokVideo(title, link, moment(rng, day, story.ZONE, (12, 19, 21)), views, *engaged))
    return made


def days(made: list[TikTokVideo]) -> list[TikTokDay]:
    """The overview; what was reached on its first day TikTok no longer knows."""
    rng = stream(story.SEED, "tiktok days")
    rows = []
    for day in story.DAYS:
        fresh = sum(video.views for video in made if 0 <= (day - video.published.date()).days <= 1)
        views = round(story.DAY_VIEWS * about(rng, 1, 0.15) + 0.4 * fresh)
        reached = None if day == story.FIRST else round(views * about(rng, 0.88, 0.04))
        likes, shares, comments = (count(rng, views * rate) for rate in (0.036, 0.003, 0.002))
        gained, lost = count(rng, story.TIKTOK_FOLLOWS), count(rng, story.TIKTOK_LOST)
        seen = count(rng, views * story.PROFILE_VIEWS)
        rows.append(TikTokDay(day, views, reached, seen, likes, shares, comments, gained, lost))
    return rows


def net(rows: list[TikTokDay]) -> dict[date, int]:
    """Followers gained less those lost, by day."""
    return {row.day: row.gained - row.lost for row in rows}


def videos_file(made: list[TikTokVideo]) -> bytes:
    """exports/tiktok-videos: newest first."""
    return tiktok_videos(reversed(made))


def overview_file(rows: list[TikTokDay]) -> bytes:
    """exports/tiktok-overview: oldest first."""
    return tiktok_overview(rows)
