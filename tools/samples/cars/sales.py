"""The dealer's applications and orders: who asked when, and what became of it months later."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from numpy.random import Generator

from samples.cars import story
from samples.chance import pick, stream
from samples.profiles import moment

Utm = tuple[str, str, str, str]
HOURS = (9, 11, 14, 16, 18, 20)
NO_UTM: Utm = ("", "", "", "")


@dataclass(frozen=True, order=True)
class Deal:
    """An application, or the order that it became; an application has no value."""

    when: datetime
    buyer: str
    utm: Utm
    value: int | None = None


def applications() -> list[Deal]:
    """Everyone who asked, oldest first: three a week by way of social networks, one by telephone."""
    rng = stream(story.SEED, "applications")
    found = []
    weeks = (story.LAST - story.SHEET_FROM).days // 7 + 1
    for week in range(weeks):
        monday = story.SHEET_FROM + timedelta(weeks=week)
        for _ in range(story.A_WEEK[week % len(story.A_WEEK)]):
            found.append((_moment(rng, monday), pick(rng, list(story.SOURCES), list(story.SOURCES.values()))))
        found += [(_moment(rng, monday), NO_UTM) for _ in range(story.BY_TELEPHONE_A_WEEK)]
    kept = sorted(deal for deal in found if deal[0].date() <= story.LAST)
    return [Deal(when, f"P{number:03d}", utm) for number, (when, utm) in enumerate(kept, 1)]


def _moment(rng: Generator, monday: date) -> datetime:
    """A minute of one of the six days on which the yard is open."""
    return moment(rng, monday + timedelta(days=int(rng.integers(6))), story.ZONE, HOURS)


def orders(asked: list[Deal]) -> list[Deal]:
    """The cars sold: each to someone who asked about one lag before, and bought only one."""
    rng = stream(story.SEED, "orders")
    waiting = list(asked)
    sold = []
    for (year, month), prices in story.SOLD.items():
        for price in prices:
            when = _moment_in(rng, year, month)
            buyer = _who(rng, waiting, when)
            waiting.remove(buyer)
            sold.append(Deal(when, buyer.buyer, buyer.utm, price))
    return sorted(sold)


def _moment_in(rng: Generator, year: int, month: int) -> datetime:
    day = date(year, month, int(rng.integers(1, 31)))
    return moment(rng, day - timedelta(days=day.weekday() == 6), story.ZONE, (10, 13, 16))


def _who(rng: Generator, waiting: list[Deal], when: datetime) -> Deal:
    """Of those still waiting the one who asked nearest to the drawn number of days before."""
    days = story.LAG_MEDIAN * math.exp(story.LAG_SPREAD * rng.normal())
    wanted = when - timedelta(days=days)
    before = [deal for deal in waiting if deal.when < when - timedelta(days=2)]
    return min(before, key=lambda deal: abs(deal.when - wanted))


def orders_rows() -> Iterator[list[object]]:
    """The sheet: an order keeps its application's tags and its buyer's pseudonym."""
    asked = applications()
    found = sorted(
        [(deal.when, 0, deal) for deal in asked] + [(deal.when, 1, deal) for deal in orders(asked)]
    )
    for number, (when, is_order, deal) in enumerate(found, 2001):
        kind = "order" if is_order else "application"
        value = "" if deal.value is None else deal.value
        yield [f"L{number}", kind, f"{when:%Y-%m-%d %H:%M}", deal.buyer, value, *deal.utm]
