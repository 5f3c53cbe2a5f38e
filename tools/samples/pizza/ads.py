"""The restaurant's advertising in VK: targeted ads, placements in communities, boosted posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from numpy.random import Generator

from samples.chance import about, count, part, pick, stream
from samples.pizza import story, words
from samples.pizza.posts import VkPost
from samples.writers import sheet

HEADER = (
    "Дата",
    "Кампания",
    "ID объявления",
    "Название объявления",
    "Показы",
    "Охват",
    "Клики",
    "Переходы по ссылке",
    "Потрачено всего, ₽",
)


@dataclass(frozen=True)
class AdDay:
    """One campaign on one day. A boosted post's shows and clicks are counted with the post: None here."""

    day: date
    campaign: str
    ad_id: int
    ad: str
    impressions: int | None
    link_clicks: int | None
    spend: float


def targeted(rng: Generator, day: date) -> list[AdDay]:
    """The day of each targeted campaign: its budget holds the number of shows level."""
    rows = []
    for i, (campaign, (shows, ctr, price, ad)) in enumerate(story.CAMPAIGNS.items()):
        impressions = round(about(rng, shows, story.AD_SPREAD))
        clicks = count(rng, impressions * about(rng, ctr, story.AD_CTR_SPREAD))
        spend = round(impressions / 1000 * about(rng, price, 0.06), 2)
        rows.append(AdDay(day, campaign, 7_310_040 + i, ad, impressions, clicks, spend))
    return rows


def placement(rng: Generator, day: date, number: int) -> AdDay:
    """One bought post in another community: a few hundred roubles, a handful of clicks."""
    impressions = round(about(rng, story.PLACEMENT_IMPRESSIONS, 0.45))
    clicks = count(rng, impressions * story.PLACEMENT_CTR)
    low, high = story.PLACEMENT_PRICE
    price = float(rng.integers(low // 10, high // 10 + 1) * 10)
    campaign = f"placement-{pick(rng, words.PLACEMENT_HOSTS)}"
    return AdDay(day, campaign, 7_390_001 + number, "Разовый пост", impressions, clicks, price)


def boost(rng: Generator, post: VkPost) -> AdDay:
    """What it cost to boost a post, on the day it went out."""
    low, high = story.BOOST_PRICE
    name = f"Запись {post.post_id}"
    return AdDay(
        post.day, "boost", 7_370_000 + post.post_id, name, None, None, float(rng.integers(low, high))
    )


def vk_ads(posts: list[VkPost]) -> list[AdDay]:
    """All advertising, oldest day first."""
    rng = stream(story.SEED, "vk ads")
    rows = [row for day in story.DAYS for row in targeted(rng, day)]
    weeks = [story.DAYS[i : i + 7] for i in range(0, len(story.DAYS) - 6, 7)]
    days = [pick(rng, week) for week in weeks for _ in range(story.PLACEMENTS_A_WEEK)]
    rows += [placement(rng, day, number) for number, day in enumerate(days)]
    rows += [boost(rng, post) for post in posts if post.reach_paid]
    return sorted(rows, key=lambda row: (row.day, row.ad_id))


def cells(rng: Generator, row: AdDay) -> list[object]:
    """The row in VK Реклама's manner: decimal comma, "-" where the figure is counted elsewhere."""
    head = [f"{row.day:%d.%m.%Y}", row.campaign, row.ad_id, row.ad]
    spend = f"{row.spend:.2f}".replace(".", ",")
    if row.impressions is None or row.link_clicks is None:
        return [*head, "-", "-", "-", "-", spend]
    clicks = row.link_clicks + count(rng, row.link_clicks * (story.ALL_CLICKS_TIMES - 1))
    return [*head, row.impressions, part(rng, row.impressions, 0.78), clicks, row.link_clicks, spend]


def ads_file(rows: list[AdDay]) -> bytes:
    """exports/vk-ads."""
    rng = stream(story.SEED, "vk ads file")
    return sheet(HEADER, [cells(rng, row) for row in rows])
