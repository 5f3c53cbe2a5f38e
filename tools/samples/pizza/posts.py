"""Posts of the restaurant's own VK community."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out, stream
from samples.pizza import story, words
from samples.writers import sheet

HEADER = (
    "ID",
    "Дата поста (UTC)",
    "Формат",
    "Рубрика",
    "Метки",
    "Продвижение",
    "Показы",
    "Охват",
    "Охват органический",
    "Охват рекламный",
    "Лайки",
    "Комментарии",
    "Репосты",
    "Переходы по ссылке",
    "Просмотры видео",
    "Длительность, с",
    "Ссылка",
    "Текст",
)
SLOTS = {"m": (time(8, 0), 150), "d": (time(12, 30), 90), "e": (time(18, 30), 165)}  # from, minutes
VIDEOS = ("видео", "клип")
WITHOUT_LINK = ("мем",)


@dataclass(frozen=True)
class VkPost:
    """One post, with its lifetime figures on the day of the export."""

    post_id: int
    published: datetime
    plan_id: str
    format: str
    function: str
    text: str
    impressions: int
    reach_organic: int
    likes: int
    comments: int
    shares: int
    link_clicks: int | None
    reach_paid: int = 0

    @property
    def day(self) -> date:
        """The day in the restaurant's zone."""
        return self.published.date()

    @property
    def evening(self) -> bool:
        """Whether it went out in the evening slot."""
        return self.published.time() >= SLOTS["e"][0]


def slots_of(rng: Generator) -> tuple[str, ...]:
    """Which slots of a day get a post: morning and evening on most days."""
    number = pick(rng, list(story.POSTS_A_DAY), list(story.POSTS_A_DAY.values()))
    one = (pick(rng, ("m", "e")),)
    return {0: (), 1: one, 2: ("m", "e"), 3: ("m", "d", "e")}[number]


def plan_id(day: date, slot: str) -> str:
    """The ID of the day's morning or evening post in the approved plan, which has two a day.

    Nobody planned what goes out at midday.
    """
    if slot == "d":
        return f"{day:%y%m}-vk-x{day.day:02}"
    return f"{day:%y%m}-vk-{2 * day.day - (slot == 'm'):02}"


def moment(rng: Generator, day: date, slot: str) -> datetime:
    """A minute within the slot, in the restaurant's zone."""
    start, minutes = SLOTS[slot]
    return datetime.combine(day, start, story.ZONE) + timedelta(minutes=int(rng.integers(minutes)))


def make_text(rng: Generator, function: str) -> str:
    """A short text with a line of hashtags under some."""
    text = pick(rng, words.POSTS[function]).format(dish=pick(rng, words.DISHES))
    tags = rng.permutation(len(words.HASHTAGS))[: int(rng.integers(0, 4))]
    return text + ("\n\n" + " ".join(words.HASHTAGS[i] for i in tags) if len(tags) else "")


def ripeness(day: date) -> float:
    """The share of its response that a post has gathered by the export."""
    return min(1.0, 0.6 + 0.4 * (story.EXPORTED - day).days / (story.IMMATURE_DAYS + 1))


def make_post(rng: Generator, post_id: int, day: date, slot: str) -> VkPost:
    """One organic post: the evening's engagement rate is ``EVENING_TIMES`` the rest's."""
    fmt = pick(rng, words.FORMATS, words.FORMAT_WEIGHTS)
    function = "юмор" if fmt == "мем" else pick(rng, words.FUNCTIONS, words.FUNCTION_WEIGHTS)
    impressions = round(about(rng, story.POST_IMPRESSIONS, story.IMPRESSIONS_SPREAD) * ripeness(day))
    reach = part(rng, impressions, story.REACH_OF_IMPRESSIONS)
    rate = story.ER_MORNING * (story.EVENING_TIMES if slot == "e" else 1)
    engaged = count(rng, reach * about(rng, rate, story.ER_SPREAD))
    likes, comments, shares = share_out(rng, engaged, story.ENGAGEMENT_PARTS)
    clicks = count(rng, impressions * about(rng, story.POST_CTR, story.POST_CTR_SPREAD))
    return VkPost(
        post_id=post_id,
        published=moment(rng, day, slot),
        plan_id=plan_id(day, slot),
        format=fmt,
        function=function,
        text=make_text(rng, function),
        impressions=impressions,
        reach_organic=reach,
        likes=likes,
        comments=comments,
        shares=shares,
        link_clicks=None if fmt in WITHOUT_LINK else clicks,
    )


def boosted(rng: Generator, post: VkPost) -> VkPost:
    """The same post with money behind it: more people see it, a smaller share of them responds."""
    extra = round(post.impressions * (story.BOOST_TIMES - 1) * about(rng, 1, 0.2))
    paid = part(rng, extra, story.REACH_OF_IMPRESSIONS)
    rate = (post.likes + post.comments + post.shares) / post.reach_organic * story.BOOST_ER_TIMES
    likes, comments, shares = share_out(rng, count(rng, paid * rate), story.ENGAGEMENT_PARTS)
    return replace(
        post,
        impressions=post.impressions + extra,
        reach_paid=paid,
        likes=post.likes + likes,
        comments=post.comments + comments,
        shares=post.shares + shares,
        link_clicks=(post.link_clicks or 0) + count(rng, extra * story.POST_CTR),
    )


def vk_posts() -> list[VkPost]:
    """All posts of the three months, oldest first."""
    rng = stream(story.SEED, "vk posts")
    slots = [(day, slot) for day in story.DAYS for slot in slots_of(rng)]
    posts = [make_post(rng, 4100 + 3 * i, day, slot) for i, (day, slot) in enumerate(slots)]
    selling = [i for i, post in enumerate(posts) if post.function == "продажа"]
    chosen = {int(i) for i in rng.choice(selling, story.BOOSTED_POSTS, replace=False)}
    return [boosted(rng, post) if i in chosen else post for i, post in enumerate(posts)]


def life_of(post: VkPost) -> list[date]:
    """The days on which a post's response comes in."""
    return [post.day + timedelta(days=later) for later in range(len(story.LIFE))]


def over_days(rng: Generator, posts: list[VkPost], figure: str) -> dict[date, int]:
    """A lifetime figure spread over the days on which it came in; what comes later is left out."""
    days = dict.fromkeys(story.DAYS, 0)
    for post in posts:
        for day, number in zip(
            life_of(post), rng.multinomial(getattr(post, figure), story.LIFE), strict=True
        ):
            if day in days:
                days[day] += int(number)
    return days


def row(rng: Generator, post: VkPost) -> list[object]:
    """The post as the agency's tool saves it: UTC, Russian words, "-" where there is no figure."""
    video = post.format in VIDEOS
    seconds = int(rng.integers(12, 55 if post.format == "клип" else 150)) if video else "-"
    views = part(rng, post.impressions, story.VIEWS_OF_IMPRESSIONS) if video else "-"
    clicks = "-" if post.link_clicks is None else post.link_clicks
    words_ = [post.format, post.function, post.plan_id, "реклама" if post.reach_paid else "органика"]
    reach = [post.impressions, post.reach_organic + post.reach_paid, post.reach_organic, post.reach_paid]
    response = [post.likes, post.comments, post.shares, clicks, views, seconds]
    link = f"https://vk.com/wall-{story.VK_GROUP_ID}_{post.post_id}"
    when = post.published.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    return [post.post_id, when, *words_, *reach, *response, link, post.text]


def posts_file(posts: list[VkPost]) -> bytes:
    """exports/vk-posts: newest first."""
    rng = stream(story.SEED, "vk posts file")
    return sheet(HEADER, [row(rng, post) for post in reversed(posts)])
