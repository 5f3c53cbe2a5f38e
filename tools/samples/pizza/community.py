"""The restaurant's VK community: statistics, followers, comments, audits; and its competitors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from numpy.random import Generator

from samples.chance import about, count, part, pick, share_out, stream
from samples.pizza import story, words
from samples.pizza.instagram import InstagramDay, followers_on, weeks
from samples.pizza.posts import VkPost, over_days
from samples.writers import sheet, vk_statistics

Stat = tuple[date, str, str, str, int]
FEEDBACK = {"likes": "Нравится", "shares": "Рассказали друзьям", "comments": "Комментарии"}
SECTIONS = {"Видеозаписи": 0.06, "Фотоальбомы": 0.04, "Товары": 0.17, "Обсуждения": 0.02}


def people(rng: Generator, day: date, visitors: int) -> Iterator[Stat]:
    """Visitors of a day by sex, age and both; a few hide their age."""
    women = part(rng, visitors, words.WOMEN_SHARE)
    cells = {}
    for sex, number in (("Ж", women), ("М", visitors - women)):
        shown = part(rng, number, 0.97)
        for age, people_ in zip(words.AGES, share_out(rng, shown, list(words.AGES.values())), strict=True):
            cells[sex, age] = people_
        yield day, "gender", sex, "", number
    for age in words.AGES:
        yield day, "age", age, "", cells["Ж", age] + cells["М", age]
    for (sex, age), number in cells.items():
        yield day, "gender_age", sex, age, number


def places(rng: Generator, day: date, visitors: int) -> Iterator[Stat]:
    """Visitors of a day by city, most first, and by country."""
    outside = [(1 - story.HOME_SHARE) * share for share in words.CITIES.values()]
    cities = [story.HOME_CITY, *words.CITIES]
    numbers = share_out(rng, visitors, [story.HOME_SHARE, *outside])
    countries = {"Россия": visitors}
    for city, number in sorted(zip(cities, numbers, strict=True), key=lambda cell: -cell[1]):
        yield day, "cities", city, "", number
        if country := words.ABROAD.get(city):
            countries["Россия"] -= number
            countries[country] = number
    for country, number in countries.items():
        yield day, "countries", country, "", number


def statistics_day(
    rng: Generator, day: date, feedback: dict[str, int], shown: int, members: tuple[int, int]
) -> list[Stat]:
    """All criteria of one day in VK's order; VK leaves out what is zero."""
    mean = story.VISITORS_A_DAY * story.VISITORS_RHYTHM[day.weekday()]
    visitors = count(rng, about(rng, mean, 0.1))
    viewed = visitors + count(rng, visitors * (story.VIEWS_A_VISITOR - 1))
    rows: list[Stat] = [(day, "views", "", "", viewed), (day, "visitors", "", "", visitors)]
    rows += [*people(rng, day, visitors), *places(rng, day, visitors)]
    rows += [(day, "sections", name, "", part(rng, visitors, share)) for name, share in SECTIONS.items()]
    rows += [(day, "feedback", label, "", feedback[figure]) for figure, label in FEEDBACK.items()]
    rows += [(day, "activity", "Комментарии к видеозаписям", "", part(rng, feedback["comments"], 0.2))]
    rows += [
        (day, "members", "Новые участники", "", members[0]),
        (day, "members", "Вышедшие участники", "", members[1]),
    ]
    subscribers, viral = round(shown * about(rng, 0.36, 0.05)), round(shown * about(rng, 0.24, 0.12))
    reach = (("reach", subscribers + viral), ("reach_subscribers", subscribers), ("reach_viral", viral))
    rows += [(day, key, "", "", value) for key, value in reach]
    return [row for row in rows if row[4]]


def members_by_day() -> dict[date, tuple[int, int]]:
    """Members who joined and who left, each day."""
    rng = stream(story.SEED, "vk members")
    return {
        day: (
            count(rng, story.FOLLOWERS_GAINED_A_DAY * story.VISITORS_RHYTHM[day.weekday()]),
            count(rng, story.FOLLOWERS_LOST_A_DAY),
        )
        for day in story.DAYS
    }


def statistics_file(posts: list[VkPost], members: dict[date, tuple[int, int]]) -> bytes:
    """exports/vk-statistics: what the posts gathered, day by day."""
    rng = stream(story.SEED, "vk statistics")
    response = {figure: over_days(rng, posts, figure) for figure in FEEDBACK}
    shown = over_days(rng, posts, "impressions")
    rows: list[Stat] = []
    for day in story.DAYS:
        feedback = {figure: response[figure][day] for figure in FEEDBACK}
        rows += statistics_day(rng, day, feedback, shown[day], members[day])
    return vk_statistics(rows)


def followers_file(days: list[InstagramDay], members: dict[date, tuple[int, int]]) -> bytes:
    """exports/followers: every Saturday, own accounts and competitors'."""
    rng = stream(story.SEED, "followers")
    rows = []
    for week, day in enumerate(weeks()):
        net = sum(joined - left for when, (joined, left) in members.items() if when <= day)
        counts = [("ВКонтакте", story.VK_ACCOUNT, "наш", story.FOLLOWERS_START + net)]
        counts.append(("Instagram", story.INSTAGRAM_ACCOUNT, "наш", followers_on(days, day)))
        for account, (_, start, gained, _) in story.COMPETITORS.items():
            counts.append(
                ("ВКонтакте", account, "конкурент", round(start + week * gained + rng.normal(0, 6)))
            )
        rows += [[day.isoformat(), *cells] for cells in counts]
    return sheet(("Дата", "Сеть", "Аккаунт", "Чей", "Подписчики"), rows, sep=",")


def reply(rng: Generator, asked: datetime) -> tuple[str, str]:
    """When and how a comment was answered; both empty when it was not."""
    weekend = asked.weekday() in story.WEEKEND
    answered = rng.random() >= story.UNANSWERED[weekend]
    minutes = story.REPLY_MINUTES[weekend] * about(rng, 1, story.REPLY_SPREAD)
    when = asked + timedelta(minutes=round(minutes))
    kind = pick(rng, words.REPLY_KINDS, words.REPLY_KIND_WEIGHTS)
    if not answered or when.date() > story.EXPORTED:
        return "", ""
    return f"{when:%d.%m.%Y %H:%M}", kind


def post_comments(rng: Generator, post: VkPost) -> list[tuple[datetime, int, str, str, str, str]]:
    """The comments under one post: (created, post, whose, text, answered at, kind of answer)."""
    rows = []
    if post.comments and rng.random() < 0.2:
        created = post.published + timedelta(minutes=1)
        rows.append((created, post.post_id, "да", words.OWN_COMMENT, "", ""))
    for _ in range(post.comments - len(rows)):
        created = post.published + timedelta(minutes=round(about(rng, 300, 1.2)))
        text = pick(rng, words.COMMENTS)
        rows.append((created, post.post_id, "нет", text, *reply(rng, created)))
    return rows


def comments_file(posts: list[VkPost]) -> bytes:
    """exports/comments: comments on own posts and how they were answered."""
    rng = stream(story.SEED, "comments")
    end = datetime.combine(story.LAST, time.max, story.ZONE)
    found = sorted(row for post in posts for row in post_comments(rng, post) if row[0] <= end)
    header = ("ID комментария", "ID поста", "Дата", "От нас", "Текст", "Ответ дан", "Вид ответа")
    rows = [
        [f"c{number}", post, f"{created:%d.%m.%Y %H:%M}", *rest]
        for number, (created, post, *rest) in enumerate(found, 1)
    ]
    return sheet(header, rows)


def competitor_posts(rng: Generator, account: str) -> Iterator[list[object]]:
    """One competitor's posts: what anyone can see of them."""
    a_day, followers, _, rate = story.COMPETITORS[account]
    formats, weights = words.COMPETITOR_FORMATS[account]
    for day in story.DAYS:
        for _ in range(count(rng, a_day)):
            when = datetime.combine(day, time(int(rng.integers(9, 22)), int(rng.integers(60))))
            engaged = count(rng, followers * about(rng, rate, 0.6))
            response = share_out(rng, engaged, (0.85, 0.06, 0.09))
            text = pick(rng, words.COMPETITOR_POSTS[account])
            yield [when, account, pick(rng, formats, weights), *response, text]


def competitors_file() -> bytes:
    """exports/competitors-posts: three competitors on VK, tab separated, oldest first."""
    rng = stream(story.SEED, "competitors")
    found = sorted(row for account in story.COMPETITORS for row in competitor_posts(rng, account))
    header = (
        "ID записи",
        "Опубликовано",
        "Сообщество",
        "Тип",
        "Лайки",
        "Комментарии",
        "Репосты",
        "Текст записи",
    )
    return sheet(
        header,
        [[f"w{number}", f"{when:%d.%m.%Y %H:%M}", *rest] for number, (when, *rest) in enumerate(found, 1)],
        sep="\t",
    )


def audits_file() -> bytes:
    """exports/audit: accounts drawn at random and looked at one by one."""
    names = {"gained": "пришедшие по договору", "all": "все подписчики"}
    rows = [
        [f"{story.AUDIT_DAY:%d.%m.%Y}", story.VK_ACCOUNT, names[scope], "случайная выборка", drawn, alive]
        for scope, (drawn, alive) in story.AUDITS.items()
    ]
    return sheet(("Дата проверки", "Сообщество", "Кого проверяли", "Способ", "Проверено", "Живых"), rows)
