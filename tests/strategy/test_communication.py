"""Stage 05: every rule with PASS and, one input flipped, with another verdict."""

import json
from pathlib import Path

import pandas as pd
import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.measures.timing import Evenings, Timing
from smmtools.present import communication as shown
from smmtools.strategy import answers, communication, online, rows_carried, team, timetable
from smmtools.strategy.timetable import ChannelTimes

ROOT = Path(__file__).parents[2]
HEAD = {"since": "2026-09", "by": "A", "why": "B"}
ROW = {
    "segment": "families",
    "channel": "vk",
    "message": "Supper without cooking.",
    "format": "photo",
    "tone": "friendly",
    "slot": "evening",
    "call_to_action": "Order by eight.",
    "owner": "Ann",
    "indicator": "applications",
    "posts_a_week": 7,
    "hours_a_week": 5,
}
STUDENTS = ROW | {"segment": "students", "slot": "morning", "posts_a_week": 5, "hours_a_week": 3}
WAYS = ("targeted_ads", "community_ads", "widgets", "contests", "discounts", "hashtags")
SKILLS = dict.fromkeys(team.SKILLS, 2)
DECISION = HEAD | {
    "promise_hours": 2,
    "feedback": ["comments"],
    "off_topic": "welcome",
    "contacts": [ROW, STUDENTS],
    "attractions": [{"way": way, "state": "used", "why": "It pays."} for way in WAYS],
    "contests": [{"platform": "vk", "date": "2026-11-15", "draw": "random"}],
    "firm": "small",
    "team": [
        {"name": "Ann", "roles": ["strategy", "writer"], "hours_a_week": 20, "skills": SKILLS},
        {"name": "Bob", "roles": ["writer", "designer"], "hours_a_week": 6},
    ],
    "duties": [{"duty": duty, "who": "Ann", "hours_a_week": 2} for duty in team.DUTIES],
}
SEGMENTS = [
    {"key": "families", "name": "Families", "hours": "18:00-22:00"},
    {"key": "students", "name": "Students", "hours": "08:00-10:00"},
]
CONTENT = HEAD | {"tone": "friendly", "channels": [{"platform": "vk", "posts": 2}]}


def calendar(**changes):
    """The content decision with another plan of its one channel."""
    return CONTENT | {"channels": [{"platform": "vk", "posts": 2} | changes]}


def topic(form):
    """Enough texts of one format, for both segments."""
    texts = [f"{form} {number}" for number in range(31)]
    return {
        "key": form, "channel": "vk", "format": form, "function": "inform", "about": "subject",
        "segments": ["families", "students"], "texts": texts,
    }  # fmt: skip


EVENINGS_ONLY = calendar(posts=1, times={"evening": "19:00"}) | {"topics": [topic("photo"), topic("text")]}
"""A calendar of 30 evenings, every other with a photo for both segments."""


CHANNELS = HEAD | {
    "chosen": ["vk"],
    "uncertainty": 0.3,
    "team_hours_a_week": 20,
    "gate": {"reach_share": 0.5, "ctr": 0.1, "application_rate": 0.2, "source": "last year"},
    "candidates": [{"platform": "vk", "audience": 9_000, "rivals": [], "hours_a_week": 10}],
}
ACCOUNT = {"platform": "vk", "account": "ours"}
AUDITS = [ACCOUNT | {"scope": "all", "drawn_at": pd.Timestamp("2026-10-20"), "n": 100, "alive": 90}]
FOLLOWERS = [ACCOUNT | {"role": "own", "date": pd.Timestamp("2026-10-30"), "count": 1000}]


def comment(number, day="2026-10-05 10:00", wait=1.0, kind="question", **changes):
    """A comment answered after ``wait`` hours; None is not answered."""
    created = pd.Timestamp(day, tz="UTC")
    replied = None if wait is None else created + pd.Timedelta(hours=wait)
    return {
        "platform": "vk", "account": "ours", "post_id": "p", "comment_id": f"c{number}", "created": created,
        "by_us": False, "replied_at": replied, "reply_kind": None if wait is None else kind,
    } | changes  # fmt: skip


WEEKEND = "2026-10-10 10:00"
LAST = comment("last", "2026-10-31 20:00", by_us=True)
"""Our own: it does not count, but the data reach to it."""
COMMENTS = [comment(n) for n in range(30)] + [comment(100 + n, WEEKEND) for n in range(30)] + [LAST]


def post(number, day, hour, likes=20, **changes):
    return {
        "platform": "vk", "account": "ours", "role": "own", "post_id": f"p{number}",
        "published": pd.Timestamp(f"{day} {hour:02d}:00", tz="UTC"), "format": "photo",
        "exported_on": pd.Timestamp("2026-11-20"), "paid": False,
        "likes": likes, "comments": 0, "shares": 0, "reach": 1000,
    } | changes  # fmt: skip


def month_of_posts(morning=20, evening=20, midday=20):
    """Three posts a day from September to October, with so many likes; a little noise."""
    days = pd.date_range("2026-09-01", "2026-10-31").strftime("%Y-%m-%d")
    return [
        post(f"{day}-{hour}", day, hour, likes + (3 * number + hour) % 5)
        for number, day in enumerate(days)
        for hour, likes in ((9, morning), (12, midday), (19, evening))
    ]


POSTS = month_of_posts(evening=40)
EVENINGS = [post(n, f"2026-10-{1 + n % 28:02d}", 18 + n % 5, n % 9) for n in range(80)]


@pytest.fixture
def judged(a_client, briefed):
    """Assess a client whose communication is decided as above, with changes."""

    def assess(
        posts=(), comments=COMMENTS, audits=AUDITS, segments=SEGMENTS, content=CONTENT, channels=CHANNELS,
        followers=FOLLOWERS, inside=False, decided=True, **changes,
    ):  # fmt: skip
        decisions = {"communication": [DECISION | changes]} if decided else {}
        if segments is not None:
            decisions["audience"] = [
                HEAD | {"order": [each["key"] for each in segments], "segments": segments}
            ]
        if content is not None:
            decisions["content"] = [content]
        if channels is not None:
            decisions["channels"] = [channels]
        rows = {"posts": posts, "comments": comments, "audits": audits, "followers": followers}
        case = a_client(
            brief=briefed(decisions=decisions), **{name: list(each) for name, each in rows.items()}
        )
        object.__setattr__(case, "audience", "internal" if inside else "client")
        return communication.assess(case)

    return assess


def said(found, rule):
    return [(verdict.grade.value, verdict.finding) for verdict in found.verdicts if verdict.rule == rule]


def row(**changes):
    return {"contacts": [{k: v for k, v in (ROW | changes).items() if v is not None}, STUDENTS]}


def test_all_is_well(judged):
    segments = [each | {"hours": "18:00-22:00"} for each in SEGMENTS]
    rows = [each | {"slot": "evening", "posts_a_week": 3} for each in (ROW, STUDENTS)]
    found = judged(posts=POSTS, content=EVENINGS_ONLY, segments=segments, contacts=rows)
    assert {verdict.grade.value for verdict in found.verdicts} == {"PASS"}
    assert {verdict.rule for verdict in found.verdicts} == set(communication.RULES)


def test_nothing_decided_is_no_data_but_posts_and_comments_still_speak(judged):
    found = judged(posts=POSTS, decided=False)
    assert {rule: said(found, rule) for rule in communication.DECIDED} == {
        rule: [("NO DATA", "communication undecided")] for rule in communication.DECIDED
    }
    assert said(found, "P2") == [("PASS", "better part")]
    assert said(found, "P3") == [("NO DATA", "no promise")]


@pytest.mark.parametrize("part", ["format", "slot", "call_to_action", "owner", "indicator"])
def test_a_row_that_lacks_a_part_names_it(judged, part):
    verdict = next(each for each in judged(**row(**{part: None})).verdicts if each.rule == "R5.1")
    assert (verdict.grade.value, verdict.facts["parts"]) == ("REVIEW", (part,))


def test_the_tone_may_be_that_of_the_content_decision(judged):
    assert said(judged(**row(tone=None)), "R5.1")[0] == ("PASS", "complete")
    content = CONTENT | {"tone": None}
    assert said(judged(content=content, **row(tone=None)), "R5.1")[0] == ("REVIEW", "incomplete")


def test_an_indicator_that_nobody_knows_is_none(judged):
    assert said(judged(**row(indicator="fame")), "R5.1")[0] == ("REVIEW", "incomplete")


def test_a_segment_without_a_row_is_not_served(judged):
    found = judged(contacts=[ROW])
    assert ("FAIL", "unserved") in said(found, "P1")
    assert shown.headline(found).startswith("1 of 2 segments served.")


@pytest.mark.parametrize(("part", "served"), [("owner", False), ("slot", False), ("tone", True)])
def test_a_segment_is_not_served_by_a_row_without_owner_or_slot(judged, part, served):
    finding = ("PASS", "everyone served") if served else ("FAIL", "unserved")
    assert finding in said(judged(**row(**{part: None})), "P1")


def test_a_row_for_a_segment_that_does_not_exist(judged):
    assert said(judged(**row(segment="retired")), "P1")[:2] == [
        ("FAIL", "strange segment"),
        ("FAIL", "unserved"),
    ]


def test_no_segments_at_all(judged):
    found = judged(segments=None)
    assert said(found, "R5.1") == [("NO DATA", "no segments")]
    assert ("NO DATA", "no segments") in said(found, "P1")
    assert shown.headline(found).startswith("The segments are not decided yet.")


def test_no_rows_at_all(judged):
    found = judged(contacts=[])
    assert said(found, "R5.1") == [("NO DATA", "no rows")]
    assert said(found, "P1") == [("FAIL", "unserved")]


@pytest.mark.parametrize(
    ("posts", "content", "finding"),
    [
        (9, CONTENT, ("PASS", "within the cap")),  # 9 + 5 of 2 a day
        (10, CONTENT, ("FAIL", "over the calendar")),
        (
            10,
            calendar(posts=15, per="week"),
            ("PASS", "within the cap"),
        ),
        (8, CONTENT | {"weekdays_off": ["sunday"]}, ("FAIL", "over the calendar")),  # 13 of 12
        (16, None, ("PASS", "within the cap")),  # no calendar: 3 a day
        (17, None, ("FAIL", "over the rule")),
        (17, calendar(posts=4), ("FAIL", "over the calendar")),
        (None, CONTENT, ("NO DATA", "posts unsaid")),
        (
            1,
            calendar(platform="facebook"),
            ("FAIL", "channel not posted to"),
        ),
    ],
)
def test_no_channel_carries_more_than_its_cap(judged, posts, content, finding):
    assert finding in said(judged(content=content, **row(posts_a_week=posts)), "P1")


def test_a_row_on_a_channel_that_was_not_chosen(judged):
    assert ("FAIL", "channel not chosen") in said(judged(**row(channel="telegram")), "P1")


def test_hours_needed_against_hours_there(judged):
    assert ("PASS", "hours suffice") in said(judged(**row(hours_a_week=23)), "P1")  # 23 + 3 of 26
    assert ("FAIL", "hours short") in said(judged(**row(hours_a_week=23.5)), "P1")
    assert ("NO DATA", "hours unsaid") in said(judged(**row(hours_a_week=None)), "P1")
    assert ("FAIL", "hours short") in said(judged(team=[], **row(hours_a_week=18)), "P1")  # 21 of 20


def test_hours_follow_from_the_posts_where_a_post_has_its_hours(judged):
    found = judged(content=CONTENT | {"posts_hours": 0.5}, **row(hours_a_week=None))
    assert found.coverage.hours_needed == 7 * 0.5 + 3


def test_rows_lie_within_their_segments_hours(judged):
    assert ("PASS", "in their hours") in said(judged(), "P1")
    assert ("REVIEW", "off their hours") in said(judged(**row(slot="morning")), "P1")
    dark = [SEGMENTS[0] | {"hours": "late"}, SEGMENTS[1]]
    assert ("NO DATA", "their hours unsaid") in said(judged(segments=dark), "P1")


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"posts_a_week": 7}, ("PASS", "rows carried")),  # 30 in November, of which it needs 15
        ({"posts_a_week": 7.5}, ("REVIEW", "not carried, posts")),  # 32.1; it needs 16
        ({"posts_a_week": None}, ("PASS", "rows carried")),
        ({"posts_a_week": 0}, None),
        ({"format": "meme"}, ("REVIEW", "not carried, format")),
        ({"slot": "morning"}, ("REVIEW", "not carried, part")),
        ({"owner": None}, None),  # serves nobody, and that is said
        ({"channel": "telegram"}, None),
    ],
)
def test_the_calendar_carries_what_the_rows_promise(judged, changes, finding):
    row = {name: said for name, said in (ROW | changes).items() if said is not None}
    found = judged(content=EVENINGS_ONLY, contacts=[row])
    assert [each for each in said(found, "P1") if "carried" in each[1]] == [finding][: finding is not None]
    assert [each.posts for each in found.carried] in ([], [0], [15])


def test_a_segment_that_the_calendar_has_no_post_for(judged):
    found = judged(content=EVENINGS_ONLY)
    students = rows_carried.carried_rows(found.coverage, (), ["vk"])[1]
    (verdict,) = rows_carried.verdicts_of([students], calendar=True)
    assert (verdict.finding, verdict.facts["segment"]) == ("not carried, channel", "Students")


def test_without_a_calendar_nobody_knows_whether_rows_are_carried(judged):
    assert ("NO DATA", "no calendar") in said(judged(), "P1")  # two posts a day, and no topic for them
    assert ("NO DATA", "no calendar") in said(judged(content=None), "P1")


@pytest.mark.parametrize(
    ("slot", "hours", "fits"),
    [
        ("evening", "22:00-02:00", True),
        ("morning", "22:00-07:00", True),
        ("midday", "22:00-02:00", False),
        ("afternoon", "12:00-14:00, 17:00-18:00", True),
        ("afternoon", "12:00-14:00", False),
        ("evening", "18.00–19.00", True),
        ("evening", "25:00-26:00", None),
        ("evening", "", None),
    ],
)
def test_a_part_of_the_day_against_the_hours_online(slot, hours, fits):
    assert online.within(slot, hours) is fits


@pytest.mark.parametrize(
    ("posts", "finding"),
    [
        ([], ("NO DATA", "no posts")),
        ([post(1, "2026-10-05", 9, reach=None)], ("NO DATA", "no reach")),
        (month_of_posts()[:30], ("NO DATA", "thin")),
        (month_of_posts(), ("PASS", "none")),
        (POSTS, ("PASS", "better part")),
        ([each for each in POSTS if each["published"].hour == 19], ("REVIEW", "one hour")),
        (
            [post(n, f"2026-10-{1 + n % 28:02d}", 18 + n % 5, n % 9) for n in range(80)],
            ("REVIEW", "one part"),
        ),
    ],
)
def test_when_to_post_is_said_plainly(judged, posts, finding):
    found = judged(posts=posts)
    assert said(found, "P2") == [finding]
    told = finding == ("PASS", "better part")
    usual = ("morning", "evening")
    assert found.times[0].parts == {
        "weekday": ("evening",) if told else usual,
        "weekend": ("evening",) if told else usual,
    }


def test_better_parts_name_their_hours_and_the_calendar_uses_them(judged):
    found = judged(posts=POSTS)
    assert set(found.times[0].hours["hour"]) == {19}
    content = calendar(times={"morning": "09:00"})
    assert said(judged(posts=POSTS, content=content), "P2") == [("REVIEW", "better part unused")]


def test_a_better_part_of_nine_posts_has_no_interval_and_says_so(judged):
    """Nine evenings with five times the likes of sixty mornings: tested from eight posts on."""
    mornings = [each for each in month_of_posts() if each["published"].hour != 19]
    few = [post(f"e{day}", f"2026-10-{day:02d}", 19, 100) for day in (5, 6, 7, 8, 9, 12, 13, 14, 15)]
    found = judged(posts=mornings + few)
    assert said(found, "P2") == [("PASS", "better part, few posts")]
    (verdict,) = (each for each in found.verdicts if each.rule == "P2")
    assert verdict.facts["in_part"] == 9


def test_only_a_worse_part_is_no_better_one():
    cells = pd.DataFrame(
        {
            "weekpart": ["weekday", "weekday"], "daypart": ["morning", "evening"], "posts": [40, 40],
            "factor": [0.6, 1.2], "low": [0.5, 0.9], "high": [0.8, 1.5], "p": [0.001, 0.2], "q": [0.002, 0.2],
            "ok": [True, False],
        }
    )  # fmt: skip
    unsure = Evenings(1.1, 0.9, 1.4, 80)
    each = ChannelTimes("vk", 80, Timing("ok", cells, 80), pd.DataFrame(), None, None, unsure)
    assert not each.sure_evenings
    (verdict,) = timetable.verdicts_of([each], None)
    assert (verdict.grade.value, verdict.finding) == ("REVIEW", "only worse")
    assert verdict.facts["slot"] == "weekday morning"
    assert each.parts["weekday"] == ("morning", "evening")


@pytest.mark.parametrize(
    ("waits", "findings"),
    [
        ([1.0] * 60, [("PASS", "fast"), ("PASS", "kept")]),
        ([1.0] * 45 + [3.0] * 15, [("PASS", "fast"), ("REVIEW", "partly kept")]),
        ([1.0] * 10 + [3.0] * 50, [("FAIL", "slow"), ("FAIL", "broken")]),
        ([1.0] * 20 + [None] * 40, [("FAIL", "no median"), ("FAIL", "broken")]),
    ],
)
def test_how_fast_we_answer_against_the_promise(judged, waits, findings):
    rows = [comment(n, wait=wait) for n, wait in enumerate(waits)]
    rows.append(LAST)
    assert said(judged(comments=rows), "P3")[:2] == findings


def test_comments_too_young_to_judge_are_left_out_and_counted(judged):
    young = [comment(f"y{n}", "2026-10-31 23:00", wait=0.5) for n in range(5)]
    found = judged(comments=COMMENTS + young)
    assert ("PASS", "kept, some too young") in said(found, "P3")
    assert (found.answers.together.all.within.n, found.answers.together.all.too_young) == (60, 5)
    assert ("NO DATA", "too young") in said(judged(comments=young), "P3")


def test_slow_weekends(judged):
    slow = [comment(n) for n in range(30)] + [comment(100 + n, WEEKEND, 12) for n in range(30)]
    assert ("FAIL", "slow weekends") in said(judged(comments=[*slow, LAST]), "P3")
    silent = [comment(n) for n in range(30)] + [comment(100 + n, WEEKEND, None) for n in range(30)]
    silent.append(LAST)
    assert ("FAIL", "slow weekends, no median") in said(judged(comments=silent), "P3")
    mixed = [comment(n) for n in range(30)] + [
        comment(100 + n, WEEKEND, 1 + 9 * (n % 3 == 0)) for n in range(30)
    ]
    assert ("REVIEW", "slow weekends") in said(judged(comments=[*mixed, LAST]), "P3")
    two_late = [comment(100 + n, WEEKEND, 10 if n < 2 else 1) for n in range(30)]
    found = judged(comments=[*(comment(n) for n in range(30)), *two_late, LAST])
    assert ("PASS", "weekends alike") in said(found, "P3")  # 28 of 30 against 30 of 30 may be chance
    assert ("NO DATA", "weekends unseen") in said(judged(comments=[*COMMENTS[:30], LAST]), "P3")


def test_no_promise_and_no_comments(judged):
    assert said(judged(promise_hours=None), "P3") == [("NO DATA", "no promise")]
    found = judged(comments=[])
    assert said(found, "P3") == [("NO DATA", "no comments")]
    assert shown.headline(found) == "2 of 2 segments served. How fast comments are answered is not known."


def test_competitors_comments_and_other_months_are_not_ours(a_client, briefed, judged):
    strangers = [
        comment("s", platform="facebook"),
        comment("o", "2026-09-20 10:00"),
    ]
    assert judged(comments=COMMENTS + strangers).answers.together.all.comments == 60


@pytest.mark.parametrize("zone", ["America/Asuncion", "America/Havana", "Asia/Yekaterinburg"])
def test_a_month_that_begins_or_ends_when_clocks_change(a_client, briefed, zone):
    """In Asuncion October 2023 had no midnight to begin with."""
    case = a_client(month="2023-10", brief=briefed(timezone=zone), comments=[comment(1, "2023-10-05 10:00")])
    assert communication.assess(case).answers.together.all.comments == 1


@pytest.mark.parametrize(
    ("plain", "finding"),
    [(0, ("PASS", "answers ask")), (20, ("REVIEW", "some answers ask")), (50, ("FAIL", "answers end flat"))],
)
def test_answers_keep_the_talk_going(judged, plain, finding):
    rows = [comment(n, kind="plain" if n < plain else "call to action") for n in range(60)]
    assert said(judged(comments=rows), "R5.2")[0] == finding


def test_the_kind_of_answers_may_be_unknown(judged):
    assert said(judged(comments=[comment(1, kind=None)]), "R5.2")[0] == ("NO DATA", "answers unseen")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Sorry! Which order was it?", ("PASS", "scripts")),
        ("Sorry! Order by eight!", ("PASS", "scripts")),  # a call to action of the plan
        ("Sorry.", ("REVIEW", "flat scripts")),
    ],
)
def test_a_script_of_the_clients_ends_with_a_question_or_a_call(judged, text, finding):
    found = judged(scripts={"complaint": text})
    assert finding in said(found, "R5.2")
    assert text in {row[3] for row in shown.scripts(found).rows}


def test_feedback_and_other_talk(judged):
    assert ("NO DATA", "no feedback") in said(judged(feedback=[]), "R5.2")
    assert ("NO DATA", "off topic unsaid") in said(judged(off_topic=None), "R5.2")
    assert ("REVIEW", "off topic removed") in said(judged(off_topic="removed"), "R5.2")


def ways(state="used", but=(), **last):
    made = [{"way": way, "state": state, "why": "So."} for way in WAYS if way not in but]
    return {"attractions": [*made[:-1], made[-1] | last] if made else []}


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        (ways(), ("PASS", "all ways taken")),
        (ways(state="planned"), ("PASS", "all ways taken")),
        (ways(**{"state": "used"}), ("PASS", "all ways taken")),
        (ways(but=["hashtags"]), ("REVIEW", "ways unsaid")),
        ({"attractions": []}, ("NO DATA", "no ways")),
        (ways(state="refused"), ("REVIEW", "no way taken")),
        (ways(why=None), ("REVIEW", "ways without reason")),
    ],
)
def test_the_six_ways(judged, changes, finding):
    assert finding in said(judged(**changes), "R5.3")


def test_some_ways_refused_with_a_reason_are_fine(judged):
    some = [{"way": way, "state": "used" if way == "contests" else "refused", "why": "So."} for way in WAYS]
    assert said(judged(attractions=some), "R5.3")[0] == ("PASS", "ways decided")


@pytest.mark.parametrize(
    ("alive", "count", "finding"),
    [
        (90, 1000, ("PASS", "enough alive")),
        (90, 240, ("FAIL", "too few alive")),  # 216 by the share, surely only 198
        (90, 250, ("PASS", "enough alive")),
        (20, 1000, ("FAIL", "too few alive")),  # 200 by the share itself, 133 surely
        (None, 1000, ("NO DATA", "live unknown")),
    ],
)
def test_a_contest_waits_for_enough_live_followers(judged, alive, count, finding):
    audits = [AUDITS[0] | {"alive": alive}] if alive else []
    found = judged(audits=audits, followers=[FOLLOWERS[0] | {"count": count}])
    assert finding in said(found, "R5.3")


@pytest.mark.parametrize(
    ("draw", "finding"),
    [
        ("random", ("PASS", "drawn at random")),
        ("jury", ("REVIEW", "drawn by jury")),
        (None, ("NO DATA", "draw unsaid")),
    ],
)
def test_the_winner_is_drawn_at_random(judged, draw, finding):
    assert finding in said(judged(contests=[{"platform": "vk", "draw": draw}]), "R5.3")


def test_contests_and_their_way_agree(judged):
    refused = [
        {"way": way, "state": "refused" if way == "contests" else "used", "why": "So."} for way in WAYS
    ]
    assert ("REVIEW", "contest though refused") in said(judged(attractions=refused), "R5.3")
    assert ("NO DATA", "contest unnamed") in said(judged(contests=[]), "R5.3")


def duties(**changes):
    """The duties, all Ann's; ``design={...}`` changes one, None takes it away."""
    made = [
        {"duty": duty, "who": "Ann", "hours_a_week": 2} | (changes.get(duty) or {}) for duty in team.DUTIES
    ]
    return {"duties": [each for each in made if changes.get(each["duty"], {}) is not None]}


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        (duties(design=None), ("FAIL", "duties without owner")),
        (duties(design={"who": None}), ("FAIL", "duties without owner")),
        ({"duties": []}, ("NO DATA", "no duties")),
        (duties(design={"hours_a_week": 9}), ("FAIL", "overloaded")),  # 21 of 20
        (duties(design={"hours_a_week": None}), ("NO DATA", "hours of duties unsaid")),
        (duties(design={"who": "designer", "hours_a_week": 6}), ("PASS", "hours of people suffice")),
        (duties(design={"who": "designer", "hours_a_week": 7}), ("FAIL", "overloaded")),
        (duties(design={"who": "Carl"}), ("REVIEW", "not of the team")),
        ({"team": []}, ("NO DATA", "no team")),
        ({"firm": None}, ("NO DATA", "firm unsaid")),
        ({"firm": "large"}, ("REVIEW", "large, not delegated")),
        ({"firm": "large"} | duties(design={"who": "Bob"}), ("PASS", "large, delegates")),
    ],
)
def test_who_does_it(judged, changes, finding):
    assert finding in said(judged(**changes), "X7")


def test_a_roles_duty_is_shared_by_those_who_have_it(judged):
    people = judged(**duties(content={"who": "writer", "hours_a_week": 10})).team.people
    assert [load.needed for load in people] == [12 + 5, 5]


def test_hours_by_role(judged):
    roles = {load.name: load for load in judged(**duties(content={"who": "writer"})).team.roles}
    assert (roles["writer"].needed, roles["writer"].there, roles["writer"].people) == (2, 26, ("Ann", "Bob"))
    assert roles["strategy"].needed == 12  # Ann's other duties: her role of that name, or her first
    assert roles["designer"].duties == ()


@pytest.mark.parametrize(
    ("skills", "finding"),
    [
        (SKILLS, ("PASS", "skills there")),
        (SKILLS | {"humour": 1}, ("REVIEW", "skills lacking")),
        (SKILLS | {"video": 1}, ("REVIEW", "skills lacking")),  # a skill of the brief's own
        ({}, ("NO DATA", "skills unsaid")),
    ],
)
def test_what_the_team_has_to_learn(judged, skills, finding):
    people = [DECISION["team"][0] | {"skills": skills}]
    assert finding in said(judged(team=people), "X7")


def test_hours_and_skills_stand_in_the_agencys_record_only(judged):
    for inside in (False, True):
        text = json.dumps(shown.communication_record(judged(posts=POSTS, inside=inside)))
        for word in ("hours_a_week", "hours_needed", "skills"):
            assert (word in text) == (inside and word != "hours_a_week"), word


def test_the_guides_own_scripts_end_with_a_question_in_every_tone():
    texts = shown.wording.communication.SCRIPTS
    assert set(texts) == {(what, tone) for what in answers.OCCASIONS for tone in communication.TONES}
    assert all(text.endswith("?") for text in texts.values())


@pytest.fixture(scope="module")
def stories():
    place = Workspace(ROOT)
    return {
        slug: communication.assess(open_client(slug, "2026-10", place))
        for slug in ("pizza", "toys", "newcomer")
    }


def test_pizza_evenings_are_ok_and_weekends_slow(stories):
    found = stories["pizza"]
    vk, instagram = found.times
    assert (vk.timing.signal, vk.parts["weekday"]) == ("ok", ("evening",))
    assert instagram.timing.signal == "none"
    assert set(vk.hours["hour"]) <= set(range(18, 24))
    slow = next(verdict for verdict in found.verdicts if verdict.finding == "slow weekends")
    assert (slow.grade.value, slow.facts["weekend"] < 0.1, slow.facts["weekday"] > 0.8) == (
        "FAIL",
        True,
        True,
    )
    assert ("FAIL", "overloaded") in said(found, "X7")
    assert ("REVIEW", "not carried, posts") in said(found, "P1")  # the students' memes are in the morning


def test_toys_times_tell_nothing_and_that_is_said(stories):
    found = stories["toys"]
    assert [each.timing.signal for each in found.times] == ["none", "none", "thin"]
    assert said(found, "P2") == [("PASS", "none"), ("PASS", "none"), ("NO DATA", "no reach")]
    assert ("REVIEW", "ways unsaid") in said(found, "R5.3")


def test_a_new_client_has_no_data_anywhere(stories):
    assert {verdict.grade.value for verdict in stories["newcomer"].verdicts} == {"NO DATA"}
