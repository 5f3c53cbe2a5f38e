"""The jewellery shop's advertising in dollars, its orders in ringgit, and the site's traffic."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, pick, stream
from samples.jewellery import story
from samples.profiles import Series, moment
from samples.writers import Ga4Row, ga4_report
from samples.writers_meta import AdRow, meta_ads

Utm = tuple[str, str, str, str]
HOURS = (10, 12, 13, 15, 18, 20, 21, 22)


def ad_days() -> list[AdRow]:
    """Every ad on every day that it ran, oldest first."""
    rng = stream(story.SEED, "ads")
    rows = []
    for day in story.DAYS:
        if story.PAUSED[0] <= day <= story.PAUSED[1]:
            continue
        running = story.ADS | (story.DEEPAVALI_AD if day >= story.DEEPAVALI_FROM else {})
        rows += [_ad_day(rng, day, names, figures) for names, figures in running.items()]
    return rows


def _ad_day(
    rng: Generator, day: date, names: tuple[str, str, str], figures: tuple[float, float, float]
) -> AdRow:
    dollars, thousand, rate = figures
    spend = round(about(rng, dollars, 0.08), 2)
    impressions = round(spend / about(rng, thousand, 0.08) * 1000)
    clicks = count(rng, impressions * about(rng, rate, 0.1))
    reach = round(impressions / about(rng, 1.25, 0.03))
    kind = "actions:link_click"
    return AdRow(day, day, *names, clicks, kind, reach, spend, impressions, clicks, round(clicks * 1.4))


def ads_file(rows: list[AdRow]) -> bytes:
    """exports/intan-laut-ads: one workbook by day and platform, the total first."""
    return meta_ads(rows, round(sum(row.reach for row in rows) * story.OVERLAP), "USD", platform="Instagram")


@dataclass(frozen=True)
class Deal:
    """An application, or the order that it became; an application has no value."""

    when: datetime
    order: bool
    buyer: str
    utm: Utm
    value: float | None = None


def deals() -> list[Deal]:
    """Applications and orders, oldest first."""
    rng = stream(story.SEED, "deals")
    known: list[str] = []
    asked = [Deal(moment(rng, day, story.ZONE, HOURS), False, "", utm) for day, utm in _applications(rng)]
    named = [Deal(deal.when, False, _buyer(rng, known), deal.utm) for deal in sorted(asked, key=_order)]
    bought = [_order_of(rng, deal) for deal in named if rng.random() < story.ORDER_SHARE]
    return sorted((deal for deal in named + bought if deal.when.date() <= story.LAST), key=_order)


def _order(deal: Deal) -> tuple[datetime, bool, str, Utm]:
    return deal.when, deal.order, deal.buyer, deal.utm


def _applications(rng: Generator) -> Iterator[tuple[date, Utm]]:
    """Day and tags of each application; while the ads pause, none comes from them."""
    for day in story.DAYS:
        times = story.DEEPAVALI_TIMES if day >= story.DEEPAVALI_FROM else 1.0
        for source, a_day in story.APPLICATIONS.items():
            paused = source == "ads" and story.PAUSED[0] <= day <= story.PAUSED[1]
            for _ in range(0 if paused else count(rng, a_day * times)):
                yield day, _utm(rng, source, day)


def _utm(rng: Generator, source: str, day: date) -> Utm:
    if source == "ads":
        running = list(story.ADS | (story.DEEPAVALI_AD if day >= story.DEEPAVALI_FROM else {}))
        campaign, _, ad = pick(rng, running)
        return "instagram", "cpc", campaign.lower().replace(" ", "-"), ad.lower().replace(" ", "-")
    if source == "bio":
        return "instagram", "social", "bio", f"bio-{day:%Y-%m}"
    if source == "unknown":
        return "", "", "", ""
    return "tiktok" if source.startswith("TIKTOK") else "instagram", "social", "promo-code", source


def _buyer(rng: Generator, known: list[str]) -> str:
    """A pseudonym: someone new, or one who was here before."""
    if known and rng.random() < story.BUYER_RETURNS:
        return pick(rng, known)
    known.append(f"B{len(known) + 1:04d}")
    return known[-1]


def _order_of(rng: Generator, application: Deal) -> Deal:
    days = story.LAG_MEDIAN * math.exp(story.LAG_SPREAD * rng.normal())
    when = application.when + timedelta(minutes=5 + round(days * 24 * 60))
    value = round(about(rng, story.ORDER_VALUE, story.ORDER_SPREAD)) - 0.1
    return Deal(when, True, application.buyer, application.utm, value)


def orders_rows(found: list[Deal]) -> Iterator[list[object]]:
    """The sheet of orders; an application's value stays empty."""
    for number, deal in enumerate(found, 501):
        kind = "order" if deal.order else "application"
        value = "" if deal.value is None else f"{deal.value:.2f}"
        yield [f"IL{number}", kind, f"{deal.when:%Y-%m-%d %H:%M}", deal.buyer, value, *deal.utm]


def ga4_files(rows: list[AdRow], bio: Series, found: list[Deal]) -> dict[str, bytes]:
    """exports/ga4-traffic-acquisition of each month."""
    files = {}
    for first in [day for day in story.DAYS if day.day == 1]:
        rng = stream(story.SEED, f"ga4 {first}")
        last = max(day for day in story.DAYS if day.month == first.month)
        clicks = {
            "Paid Social": sum(row.link_clicks for row in rows if row.start.month == first.month),
            "Organic Social": sum(number for day, number in bio if day.month == first.month),
        }
        sessions = {group: count(rng, mean) for group, mean in story.SESSIONS.items()}
        sessions |= {group: part(rng, number, story.SESSIONS_OF_CLICKS) for group, number in clicks.items()}
        sold = [deal for deal in found if deal.when.month == first.month]
        made = [_ga4_row(rng, group, number, sold) for group, number in sessions.items()]
        made.sort(key=lambda row: -row.sessions)
        report = ga4_report("Intan Laut", story.SITE, first, last, made, capitals=True)
        files[f"ga4-traffic-acquisition-{first:%Y-%m}.csv"] = report
    return files


def _ga4_row(rng: Generator, group: str, sessions: int, sold: list[Deal]) -> Ga4Row:
    """A channel group's month: applications are its key events, its orders' value is the revenue."""
    media = {"Paid Social": ("cpc",), "Organic Social": ("social",), "Direct": ("",)}.get(group, ())
    own = [deal for deal in sold if deal.utm[1] in media]
    return Ga4Row(
        group=group,
        users=part(rng, sessions, story.USERS_OF_SESSIONS),
        sessions=sessions,
        engaged=part(rng, sessions, 0.44),
        seconds=about(rng, 33, 0.2),
        events=count(rng, sessions * 4.1),
        key_events=sum(not deal.order for deal in own),
        revenue=round(sum(deal.value or 0 for deal in own), 2),
    )
