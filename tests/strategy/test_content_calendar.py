"""The calendar's problem and its posts: days, places, plan IDs, links, codes, times (K5)."""

import datetime as dt
import sys
from pathlib import Path

import pytest

from smmtools.measures import utm
from smmtools.measures.timing import PERMUTATIONS
from smmtools.strategy import content

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from content_cases import GREETING, TOPICS, decisions, post, topic

CHANNEL = {"platform": "vk", "posts": 2, "trace": "link", "landing": "https://pechka.example/menu"}


@pytest.fixture
def planned(a_client, a_goal, briefed):
    """Assess in October what is planned for November, with changes to decision, brief and month."""

    def assess(posts=(), brief=None, month="2026-10", **changes):
        said = briefed(decisions=decisions(a_goal(), **changes), **(brief or {}))
        return content.assess(a_client(month=month, brief=said, posts=list(posts)))

    return assess


def test_places_stand_on_working_days_only(planned):
    found = planned(weekdays_off=["sunday"], days_off=["2026-11-03"])
    days = {slot.day for slot in found.setting.problem.slots}
    assert len(days) == 30 - 5 - 1
    assert dt.date(2026, 11, 3) not in days and dt.date(2026, 11, 8) not in days
    assert len(found.posts) == 48


def test_a_holiday_may_be_a_day_off_and_is_greeted_all_the_same(planned):
    found = planned(holidays={"country": "RU", "days_off": True, "greeting": "greeting"})
    day = dt.date(2026, 11, 4)
    assert day in found.setting.days_off
    (only,) = [each for each in found.posts if each.at.date() == day]
    assert (only.topic, only.occasion, only.fixed, only.part) == ("greeting", "Unity Day", True, "morning")


def test_a_greeting_goes_out_on_no_other_day(planned):
    assert [each.at.date() for each in planned().posts if each.topic == "greeting"] == [dt.date(2026, 11, 4)]


def test_a_greeting_leaves_a_fixed_post_its_place(planned):
    fixed = [{"date": "2026-11-04", "topic": "day", "part": "morning"}]
    found = planned(topics=[*TOPICS, GREETING, topic("day", format="link")], fixed=fixed)
    here = [(each.part, each.topic) for each in found.posts if each.at.date() == dt.date(2026, 11, 4)]
    assert here == [("morning", "day"), ("evening", "greeting")]


def test_fixed_dates_have_their_day_and_part(planned):
    fixed = [{"date": "2026-11-27", "topic": "day"}]
    found = planned(topics=[*TOPICS, GREETING, topic("day")], fixed=fixed)
    (only,) = [each for each in found.posts if each.topic == "day"]
    assert (only.at.date(), only.part, only.fixed) == (dt.date(2026, 11, 27), "evening", True)


def test_a_post_has_everything_that_carries_it_out(planned):
    first = planned().posts[0]
    assert first.plan_id == "2611-vk-01"
    assert (first.platform, first.account) == ("vk", "ours")
    assert first.at.isoformat() == "2026-11-01T09:00:00+00:00"
    assert utm.parse(first.link) == {
        "source": "vk",
        "medium": "social",
        "campaign": "pizza-2026-11",
        "content": "2611-vk-01",
    }
    assert (first.trace, first.code, first.tone) == ("link", None, "friendly")
    assert first.expected is None  # no posts to expect anything from


def test_plan_ids_run_by_channel_in_order_of_time(planned):
    found = planned()
    assert [each.plan_id for each in found.posts] == [f"2611-vk-{n:02d}" for n in range(1, 61)]
    assert sorted(each.at for each in found.posts) == [each.at for each in found.posts]


@pytest.mark.parametrize(
    ("trace", "code", "expected"),
    [
        ("link", None, ("link", True)),
        ("bio", None, ("bio", False)),
        ("asked", None, ("asked", False)),
        ("code", None, ("none", False)),
        ("bio", "OVEN10", ("code", False)),
        ("link", "OVEN10", ("code", True)),
    ],
)
def test_how_a_post_is_traced(planned, trace, code, expected):
    topics = [each | ({"code": code} if code else {}) for each in (*TOPICS, GREETING)]
    found = planned(channels=[CHANNEL | {"trace": trace}], topics=topics)
    first = found.posts[0]
    assert (first.trace, first.link is not None) == expected
    assert list(found.bio) == (["vk"] if trace == "bio" else [])


def test_the_profile_has_one_link_a_month(planned):
    found = planned(channels=[CHANNEL | {"trace": "bio"}])
    assert utm.parse(found.bio["vk"])["content"] == "2611-vk-bio"


def test_times_are_the_clients_on_both_sides_of_a_clock_change(planned):
    found = planned(month="2026-09", brief={"timezone": "Europe/Berlin"})
    offsets = {each.at.date(): each.at.isoformat()[-6:] for each in found.posts}
    assert (offsets[dt.date(2026, 10, 24)], offsets[dt.date(2026, 10, 25)]) == ("+02:00", "+01:00")
    assert {each.at.strftime("%H:%M") for each in found.posts} == {"09:00", "19:00"}


def test_an_hour_that_the_clocks_skip_becomes_the_next(planned):
    night = [CHANNEL | {"times": {"morning": "02:30", "evening": "19:00"}}]
    found = planned(month="2027-02", brief={"timezone": "Europe/Berlin"}, channels=night)
    (skipped,) = [
        each for each in found.posts if each.at.date() == dt.date(2027, 3, 28) and each.part == "morning"
    ]
    assert skipped.at.isoformat() == "2027-03-28T03:30:00+02:00"


def test_texts_come_in_turn_and_are_told_when_they_come_again(planned):
    few = [each | {"texts": each["texts"][:8], "times": 3} for each in TOPICS]
    found = planned(topics=[*few, GREETING])
    oven = [each.text for each in found.posts if each.topic == "oven"]
    assert oven[:9] == [*(f"oven {n}" for n in range(8)), "oven 0"]
    assert sum(each.again for each in found.posts) == len(found.posts) - len({p.text for p in found.posts})


def test_without_posts_all_are_worth_the_same(planned):
    found = planned()
    assert found.setting.problem.worth == {}
    assert {each.expected for each in found.posts} == {None}


def history(evening: int, morning: int = 10) -> list[dict]:
    """Ninety days with a post in the morning and one in the evening."""
    made = []
    for n in range(90):
        made.append(post(n, engagements=morning + n % 3))
        late = post(n)["published"].replace(hour=19)
        made.append(post(n, engagements=evening + n % 3, post_id=f"e{n:03d}", published=late))
    return made


def test_the_hour_counts_only_where_the_posts_say_so(planned):
    assert PERMUTATIONS > 1_000
    plain, better = planned(posts=history(10)), planned(posts=history(30))

    def by_part(found):
        worth = found.setting.problem.worth
        return worth["oven", "evening", "weekday"] / worth["oven", "morning", "weekday"]

    assert by_part(plain) == 1.0
    assert by_part(better) > 2


def test_a_format_that_did_better_is_expected_to_but_drawn_to_the_mean(planned):
    posts = [post(n, engagements=10) for n in range(40)]
    posts += [post(50 + n, engagements=30, format="video") for n in range(10)]
    worth = planned(posts=posts).setting.problem.worth
    ratio = worth["dough", "morning", "weekday"] / (sum([10] * 40 + [30] * 10) / 50)
    assert ratio == pytest.approx((30 / 14) ** 0.5)  # ten posts: half way, on the logarithm


def test_all_posts_in_one_hour_say_nothing_of_hours(planned):
    found = planned(posts=[post(n, engagements=5 + n % 4) for n in range(80)])
    assert found.results[0].timing.signal == "none"
    assert not any(group.by == "daypart" for group in found.results[0].groups)
    assert found.posts[0].expected == found.setting.problem.worth[found.posts[0].topic, "morning", "weekday"]


@pytest.mark.parametrize("text", ["<b>bold</b> & <script>", '=HYPERLINK("http://x")', "🍕 “quotes”\nline"])
def test_a_text_stays_as_it_is(planned, text):
    odd = [each | {"texts": [text], "times": 30} for each in TOPICS]
    assert {each.text for each in planned(topics=[*odd, GREETING]).posts} == {text, "A happy holiday!"}


def test_a_channel_without_an_account_is_planned_and_said(planned):
    wanted = [CHANNEL, CHANNEL | {"platform": "instagram"}]
    more = [each | {"key": f"ig_{each['key']}", "channel": "instagram"} for each in TOPICS]
    found = planned(channels=wanted, topics=[*TOPICS, GREETING, *more])
    assert {each.account for each in found.posts if each.platform == "instagram"} == {None}
    assert ("K1", "no account") in {(each.rule, each.finding) for each in found.verdicts}
