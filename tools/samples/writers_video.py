"""TikTok's and YouTube's formats as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from samples.writers import sheet

TIKTOK_VIDEO_COLUMNS = (
    *("Video title", "Video link", "Post time", "Video views"),
    *("Likes", "Comments", "Shares", "Add to Favorites"),
)
TIKTOK_DAY_COLUMNS = (
    *("Date", "Video views", "Reached audience", "Profile views", "Likes", "Shares", "Comments"),
    *("Phone number clicks ", "Leads submission", "Net growth", "New followers", "Lost followers"),
)
YOUTUBE_COLUMNS = (
    *("Content", "Video title", "Video publish time", "Duration", "Views", "Watch time (hours)"),
    *("Subscribers", "Impressions", "Impressions click-through rate (%)"),
)


@dataclass(frozen=True)
class TikTokVideo:
    """One video of the TikTok business account's export."""

    title: str
    link: str
    published: datetime
    views: int
    likes: int
    comments: int
    shares: int
    favorites: int

    def cells(self) -> list[object]:
        """The row, with the time in UTC."""
        when = self.published.astimezone(UTC).strftime("%Y/%m/%d %H:%M:%S")
        counts = [self.views, self.likes, self.comments, self.shares, self.favorites]
        return [self.title, self.link, when, *counts]


def tiktok_videos(videos: Iterable[TikTokVideo]) -> bytes:
    """TikTok, videos: UTF-8 with BOM, newest first."""
    return sheet(TIKTOK_VIDEO_COLUMNS, [video.cells() for video in videos], sep=",", excel=True)


@dataclass(frozen=True)
class TikTokDay:
    """One day of the TikTok overview."""

    day: date
    views: int
    reached: int | None
    profile_views: int
    likes: int
    shares: int
    comments: int
    gained: int
    lost: int

    def cells(self) -> list[object]:
        """The row; what TikTok has not reckoned yet is NAN."""
        reached = "NAN" if self.reached is None else self.reached
        seen = [f"{self.day:%Y/%m/%d}", self.views, reached, self.profile_views]
        response = [self.likes, self.shares, self.comments, 0, 0]
        return [*seen, *response, self.gained - self.lost, self.gained, self.lost]


def tiktok_overview(days: Iterable[TikTokDay]) -> bytes:
    """TikTok, overview: one row a day; a column's name ends in a space."""
    return sheet(TIKTOK_DAY_COLUMNS, [day.cells() for day in days], sep=",", excel=True)


@dataclass(frozen=True)
class YouTubeVideo:
    """One video of YouTube Studio's table."""

    video_id: str
    title: str
    published: date
    seconds: int
    views: int
    hours: float
    subscribers: int
    impressions: int
    click_rate: float

    def cells(self) -> list[object]:
        """The row; the day as in Jun 7, 2020."""
        day = f"{self.published:%b} {self.published.day}, {self.published.year}"
        counts = [self.views, round(self.hours, 4), self.subscribers, self.impressions, self.click_rate]
        return [self.video_id, self.title, day, self.seconds, *counts]


def youtube_table(total: Sequence[object], videos: Iterable[YouTubeVideo]) -> bytes:
    """YouTube Studio, table data: a Total row first, which need not be the sum of the rows.

    ``total`` holds views, watch time in hours, subscribers, impressions and their click rate.
    """
    rows = [["Total", None, None, None, *total], *(video.cells() for video in videos)]
    return sheet(YOUTUBE_COLUMNS, rows, sep=",")
