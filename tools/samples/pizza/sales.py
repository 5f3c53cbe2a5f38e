"""Applications and orders from the restaurant's CRM, and the site's traffic in GA4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out, stream
from samples.pizza import story
from samples.pizza.ads import AdDay
from samples.pizza.instagram import InstagramDay
from samples.pizza.posts import VkPost, life_of
from samples.writers import Ga4Row, ga4_report, sheet

HEADER = (
    "Номер",
    "Тип",
    "Дата и время",
    "Клиент",
    "Сумма, ₽",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_content",
)
HOURS = (10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22)
HOUR_WEIGHTS = (1, 3, 6, 6, 4, 3, 3, 5, 9, 10, 8, 5, 2)
NO_UTM = ("", "", "", "")
CITY_GUIDE = ("2gis", "referral", "", "")
Utm = tuple[str, str, str, str]


@dataclass(frozen=True)
class Clicks:
    """Link clicks of one day that carry one set of UTM tags."""

    day: date
    kind: str
    utm: Utm
    number: int


@dataclass(frozen=True)
class Deal:
    """An application or an order; an application has no value."""

    when: datetime
    order: bool
    buyer: str
    utm: Utm
    value: float | None = None


def post_clicks(rng: Generator, post: VkPost) -> Iterable[Clicks]:
    """A post's clicks on the days they came; its content tag is the plan's ID."""
    utm = ("vk", "social", "posts", post.plan_id)
    for day, number in zip(life_of(post), rng.multinomial(post.link_clicks or 0, story.LIFE), strict=True):
        yield Clicks(day, "post", utm, int(number))


def ad_clicks(ad: AdDay) -> Clicks:
    """A campaign's clicks of a day."""
    kind = "placement" if ad.campaign.startswith("placement") else "cpc"
    return Clicks(ad.day, kind, ("vk", "cpc", ad.campaign, str(ad.ad_id)), ad.link_clicks or 0)


def all_clicks(posts: list[VkPost], ads: list[AdDay], days: list[InstagramDay]) -> list[Clicks]:
    """Every link click from social networks, by day and tag."""
    rng = stream(story.SEED, "clicks by day")
    clicks = [cell for post in posts for cell in post_clicks(rng, post)]
    clicks += [ad_clicks(ad) for ad in ads]
    clicks += [
        Clicks(d.day, "instagram", ("instagram", "social", "bio", f"bio-{d.day:%Y-%m}"), d.link_clicks)
        for d in days
    ]
    return [cell for cell in clicks if cell.number and cell.day <= story.LAST]


def chapters() -> list[list[date]]:
    """The days of each month, September cut where the form changed."""
    cuts = sorted({day.replace(day=1) for day in story.DAYS} | {story.NEW_FORM})
    ends = [*cuts[1:], story.LAST + timedelta(days=1)]
    return [[day for day in story.DAYS if start <= day < end] for start, end in zip(cuts, ends, strict=True)]


def rate_on(day: date) -> float:
    """Applications per link click."""
    return story.RATE_AFTER if day >= story.NEW_FORM else story.RATE_BEFORE


def spread_over(rng: Generator, total: int, days: list[date]) -> list[date]:
    """The days on which ``total`` applications came: weekly rhythm, more uneven than Poisson."""
    weights = [story.APPLICATIONS_RHYTHM[day.weekday()] for day in days]
    numbers = share_out(rng, total, weights, story.APPLICATIONS_DISPERSION)
    return [day for day, number in zip(days, numbers, strict=True) for _ in range(number)]


def social_applications(rng: Generator, clicks: list[Clicks]) -> list[tuple[date, Utm]]:
    """Day and tags of each application from social networks; who came is drawn from the day's clicks."""
    found = []
    for days in chapters():
        number = sum(cell.number for cell in clicks if days[0] <= cell.day <= days[-1])
        for day in spread_over(rng, round(number * rate_on(days[0])), days):
            cells = [cell for cell in clicks if cell.day == day]
            found.append((day, pick(rng, cells, [c.number * story.RATE_OF[c.kind] for c in cells]).utm))
    return found


def other_applications(rng: Generator) -> list[tuple[date, Utm]]:
    """Those without tags, and the city guide's: the form loses as many of them."""
    found: list[tuple[date, Utm]] = []
    for days in chapters():
        kept = rate_on(days[0]) / story.RATE_BEFORE
        for utm, a_day in ((NO_UTM, story.UNATTRIBUTED_PER_DAY), (CITY_GUIDE, story.REFERRAL_PER_DAY)):
            found += [(day, utm) for day in spread_over(rng, count(rng, a_day * kept * len(days)), days)]
    return found


def moment(rng: Generator, day: date) -> datetime:
    """A minute of the day at which people are hungry."""
    minute = {"hour": pick(rng, HOURS, HOUR_WEIGHTS), "minute": int(rng.integers(60))}
    return datetime(day.year, day.month, day.day, tzinfo=story.ZONE, **minute)


def buyer_of(rng: Generator, known: list[str]) -> str:
    """A pseudonym: someone new, or one who was here before."""
    if known and rng.random() < story.BUYER_RETURNS:
        return pick(rng, known)
    known.append(f"K{len(known) + 1:04d}")
    return known[-1]


def order_of(rng: Generator, application: Deal) -> Deal:
    """The order that an application became."""
    later = pick(rng, range(len(story.ORDER_DELAY_DAYS)), story.ORDER_DELAY_DAYS)
    soon = application.when + timedelta(minutes=int(rng.integers(4, 45)))
    when = soon if later == 0 else moment(rng, application.when.date() + timedelta(days=later))
    value = round(about(rng, story.ORDER_VALUE, story.ORDER_SPREAD) * 2, -1) / 2
    return Deal(when, True, application.buyer, application.utm, value)


def all_deals(clicks: list[Clicks]) -> list[Deal]:
    """Applications and orders, oldest first."""
    rng = stream(story.SEED, "deals")
    found = sorted(social_applications(rng, clicks) + other_applications(rng))
    known: list[str] = []
    asked = [Deal(moment(rng, day), False, buyer_of(rng, known), utm) for day, utm in found]
    bought = [order_of(rng, deal) for deal in asked if rng.random() < story.ORDER_SHARE]
    return sorted(asked + bought, key=lambda deal: (deal.when, deal.order, deal.buyer, deal.utm))


def roubles(value: float | None) -> str:
    """1 234,50: a space between thousands and a decimal comma; an application's cell is empty."""
    return "" if value is None else f"{value:,.2f}".replace(",", " ").replace(".", ",")


def crm_file(deals: list[Deal]) -> bytes:
    """exports/crm-orders: as Excel saves it."""
    rows = []
    for number, deal in enumerate(deals, 10_001):
        head = [f"N{number}", "Заказ" if deal.order else "Заявка", f"{deal.when:%d.%m.%Y %H:%M}"]
        rows.append([*head, deal.buyer, roubles(deal.value), *deal.utm])
    return sheet(HEADER, rows, excel=True)


def group_of(utm: Utm) -> str:
    """The channel group that GA4 puts these tags in."""
    if utm == NO_UTM:
        return "Direct"
    return {"cpc": "Paid Social", "referral": "Referral"}.get(utm[1], "Organic Social")


def ga4_row(rng: Generator, group: str, sessions: int, deals: list[Deal]) -> Ga4Row:
    """A channel group's month: applications are its key events, its orders' value is the revenue."""
    own = [deal for deal in deals if group_of(deal.utm) == group]
    return Ga4Row(
        group=group,
        users=part(rng, sessions, story.USERS_OF_SESSIONS),
        sessions=sessions,
        engaged=part(rng, sessions, 0.31 if group == "Paid Social" else 0.52),
        seconds=about(rng, 41, 0.2),
        events=count(rng, sessions * 5.2),
        key_events=sum(not deal.order for deal in own),
        revenue=sum(deal.value or 0 for deal in own),
    )


def month_sessions(rng: Generator, clicks: list[Clicks]) -> dict[str, int]:
    """Sessions by channel group: social ones come from the link clicks, not every click arrives."""
    social = {
        group: sum(c.number for c in clicks if group_of(c.utm) == group)
        for group in ("Paid Social", "Organic Social")
    }
    arrived = {group: part(rng, number, story.SESSIONS_OF_CLICKS) for group, number in social.items()}
    others = {"Organic Search": 2600, "Direct": 2150, "Referral": 410, "Unassigned": 38}
    return arrived | {group: count(rng, mean) for group, mean in others.items()}


def ga4_files(clicks: list[Clicks], deals: list[Deal]) -> dict[str, bytes]:
    """exports/ga4-traffic-acquisition of each month."""
    files = {}
    for first in sorted({day.replace(day=1) for day in story.DAYS}):
        rng = stream(story.SEED, f"ga4 {first}")
        last = max(day for day in story.DAYS if day.month == first.month)
        sessions = month_sessions(rng, [c for c in clicks if first <= c.day <= last])
        sold = [deal for deal in deals if first <= deal.when.date() <= last]
        rows = [ga4_row(rng, group, number, sold) for group, number in sessions.items()]
        rows.sort(key=lambda row: -row.sessions)
        report = ga4_report("Pechka Pizza", story.SITE, first, last, rows, capitals=first.month != 9)
        files[f"ga4-traffic-acquisition-{first:%Y-%m}.csv"] = report
    return files
