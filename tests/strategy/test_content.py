"""Stage 04: every rule with PASS and, one input flipped, with another verdict."""

import datetime as dt
import math
import sys
from pathlib import Path

import pandas as pd
import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.strategy import content
from smmtools.strategy.calendar import Calendar
from smmtools.strategy.content_rules import day_grade

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from content_cases import GREETING, PROFILE, TOPICS, decisions, post, topic

ROOT = Path(__file__).parents[2]


@pytest.fixture
def judged(a_client, a_goal, briefed):
    """Assess a client whose content is decided as in content_cases, with changes."""

    def assess(posts=(), goal=None, audience=True, chosen=None, **changes):
        decided = decisions(goal or a_goal(), **changes)
        if not audience:
            del decided["audience"]
        case = a_client(brief=briefed(decisions=decided), posts=list(posts))
        return content.assess(case)

    return assess


def said(found, *rules):
    """What rules say, in order."""
    return [(verdict.grade.value, verdict.finding) for verdict in found.verdicts if verdict.rule in rules]


def test_all_is_well(judged):
    found = judged(posts=[post(n) for n in range(60)])
    assert {verdict.grade.value for verdict in found.verdicts} == {"PASS"}
    assert {verdict.rule for verdict in found.verdicts} == {*content.UNDECIDED, "K2", "K3", "K4"}
    assert len(found.posts) == 60
    assert found.owner == "A"


def test_undecided_is_no_data_for_every_rule(a_client):
    found = content.assess(a_client())
    assert [(verdict.rule, verdict.grade.value) for verdict in found.verdicts] == [
        (rule, "NO DATA") for rule in (*content.UNDECIDED, "K2", "K3", "K4")
    ]
    assert found.posts == () and found.calendar is None


@pytest.mark.parametrize(
    ("lost", "rule", "expected"),
    [
        ({"logo": None}, "R4.1", ("REVIEW", "not branded")),
        ({"style": None}, "R4.1", ("REVIEW", "not branded")),
        ({"description": None}, "R4.5", ("REVIEW", "profile incomplete")),
        ({"link": None}, "R4.5", ("REVIEW", "profile incomplete")),
        ({"address": "pechka"}, "R4.5", ("REVIEW", "key words missing")),
        ({"key_words": ["pizza", "sushi"]}, "R4.5", ("REVIEW", "key words nowhere")),
        ({"key_words": []}, "R4.5", ("NO DATA", "no key words")),
        ({"comments": "closed"}, "R4.5", ("REVIEW", "comments closed")),
        ({"comments": None}, "R4.5", ("NO DATA", "comments unknown")),
    ],
)
def test_what_a_profile_lacks_is_named(judged, lost, rule, expected):
    profile = {name: value for name, value in (PROFILE | lost).items() if value is not None}
    assert expected in said(judged(profiles=[profile]), rule)


def test_a_community_of_which_nothing_is_on_record_is_no_data(judged):
    found = judged(profiles=[])
    assert said(found, "R4.1")[0] == said(found, "R4.5")[0] == ("NO DATA", "profile unseen")


def test_a_key_word_in_another_word_does_not_count(judged):
    profile = PROFILE | {"name": "A start", "description": "Startled", "address": "st", "key_words": ["art"]}
    assert ("REVIEW", "key words nowhere") in said(judged(profiles=[profile]), "R4.5")


@pytest.mark.parametrize(
    ("posts", "own", "grade"),
    [
        (2, False, "PASS"), (1, False, "REVIEW"), (3, False, "REVIEW"), (0, False, "FAIL"),
        (4, False, "FAIL"), (7, False, "FAIL"), (0, True, "REVIEW"), (1, True, "REVIEW"), (4, True, "FAIL"),
    ],
)  # fmt: skip
def test_posts_a_day(posts, own, grade):
    assert day_grade(posts, own)[0].value == grade


SIGNED = {"reason": "Few make two videos a day.", "approved_by": "The owner"}
PARTS = {"morning": "09:00", "midday": "12:00", "afternoon": "15:00", "evening": "19:00"}


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ({"posts": 2}, ("PASS", "two a day")),
        ({"posts": 1}, ("REVIEW", "one a day")),
        ({"posts": 1, **SIGNED}, ("REVIEW", "own cadence")),
        ({"posts": 3, "times": PARTS}, ("REVIEW", "three a day")),
        ({"posts": 3, "times": PARTS, **SIGNED}, ("REVIEW", "three a day")),
        ({"posts": 4, "times": PARTS}, ("FAIL", "too many a day")),
        ({"posts": 4, "times": PARTS, **SIGNED}, ("FAIL", "too many a day")),
        ({"posts": 3, "per": "week"}, ("FAIL", "none a day")),
        ({"posts": 3, "per": "week", **SIGNED}, ("REVIEW", "own cadence")),
        ({"posts": 3, "per": "week", "reason": "Unsigned."}, ("FAIL", "none a day")),
        ({"posts": 0}, ("FAIL", "none a day")),
    ],
)
def test_a_cadence_is_judged_by_its_worst_day(judged, plan, expected):
    many = [topic(each["key"], **{k: v for k, v in each.items() if k not in ("key", "texts")},
                  texts=[f"{each['key']} {n}" for n in range(40)]) for each in TOPICS]  # fmt: skip
    found = judged(channels=[{"platform": "vk", "trace": "asked"} | plan], topics=[*many, GREETING])
    assert said(found, "R4.2") == [expected]


def test_a_channel_that_is_chosen_is_planned(a_client, a_goal, briefed):
    decided = decisions(a_goal())
    candidate = {"platform": "instagram", "hours_a_week": 5}
    decided["channels"] = [
        {
            "since": "2026-09", "by": "A", "why": "B", "chosen": ["vk", "instagram"], "uncertainty": 0.5,
            "candidates": [candidate, candidate | {"platform": "vk"}], "team_hours_a_week": 10,
            "gate": {"source": "none"},
        }
    ]  # fmt: skip
    found = content.assess(a_client(brief=briefed(decisions=decided)))
    assert said(found, "R4.2")[0] == ("FAIL", "channel not planned")


def test_morning_and_evening_by_the_clock_not_by_the_name(judged):
    plan = {"platform": "vk", "posts": 2, "trace": "asked"}
    late = plan | {"times": {"morning": "12:30", "evening": "19:00"}}
    assert said(judged(channels=[late]), "R4.3")[0] == ("REVIEW", "not both")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("18:00-22:00, 8:00-10:00", ("PASS", "while online")),
        ("22:00-24:00", ("REVIEW", "while away")),
        ("in the evening", ("NO DATA", "hours unknown")),
    ],
)
def test_posts_go_out_when_the_segment_is_there(a_client, a_goal, briefed, hours, expected):
    decided = decisions(a_goal())
    segment = {"key": "families", "name": "Families", "hours": hours}
    decided["audience"] = [decided["audience"][0] | {"segments": [segment]}]
    found = content.assess(a_client(brief=briefed(decisions=decided)))
    assert said(found, "R4.3") == [("PASS", "morning and evening"), expected]


def test_without_segments_nobody_knows_when_they_are_there(judged):
    assert said(judged(audience=False), "R4.3")[1] == ("NO DATA", "no segments")


def test_a_mix_that_nobody_decided_is_shown_and_asked_about(judged):
    assert said(judged(), "R4.4")[0] == ("PASS", "mix stated")
    assert said(judged(mix={"functions": {"sell": {"high": 0.5}}}), "R4.4")[0] == ("REVIEW", "mix silent")


def test_the_brand_alternates(judged):
    assert ("PASS", "brand alternates") in said(judged(), "R4.4")
    only = [each | {"about": "brand"} for each in (*TOPICS, GREETING)]
    assert ("REVIEW", "brand alone") in said(judged(topics=only, mix={}), "R4.4")


def test_selling_posts_carry_a_benefit_for_members(judged):
    assert ("PASS", "members' benefit") in said(judged(), "R4.4")
    bare = [{name: value for name, value in each.items() if name != "benefit"} for each in TOPICS]
    assert ("REVIEW", "no benefit") in said(judged(topics=[*bare, GREETING]), "R4.4")


def test_a_page_that_sells_nothing_is_asked_about_unless_its_goal_is_an_image(judged, a_goal):
    kind = [each | {"function": "inform"} for each in TOPICS]
    topics, mix = [*kind, GREETING], {"brand": {"high": 0.9}}
    assert ("REVIEW", "nothing sells") in said(judged(topics=topics, mix=mix), "R4.4")
    image = judged(topics=topics, mix=mix, goal=a_goal(type="brand"))
    assert ("PASS", "entertains") in said(image, "R4.4")


@pytest.mark.parametrize(
    ("pictures", "medical", "expected"),
    [
        ("natural", True, ("PASS", "pictures natural")),
        ("edited", False, ("REVIEW", "pictures edited")),
        ("edited", True, ("FAIL", "pictures edited, medical")),
        (None, True, ("NO DATA", "pictures unknown")),
    ],
)
def test_no_over_edited_pictures(judged, pictures, medical, expected):
    assert said(judged(pictures=pictures, medical_or_cosmetic=medical), "R4.4")[-1] == expected


def test_formats_tone_and_greetings(judged):
    assert said(judged(), "R4.1")[1:] == [
        ("PASS", "several formats"), ("PASS", "tone stated"), ("PASS", "greeted"),
    ]  # fmt: skip
    assert ("REVIEW", "no tone") in said(judged(tone=None), "R4.1")
    assert ("REVIEW", "ungreeted") in said(judged(holidays={"country": "RU"}), "R4.1")
    assert ("REVIEW", "holidays unsaid") in said(judged(holidays=None), "R4.1")
    assert ("NO DATA", "holidays unknown") in said(judged(holidays={"country": "EU"}), "R4.1")
    assert ("PASS", "no holidays") in said(judged(holidays={"country": "DE"}), "R4.1")


def test_content_to_pass_on_and_to_learn_from(judged):
    assert ("PASS", "to pass on") in said(judged(), "R4.5")
    dry = [each | {"function": "inform", "about": "subject"} for each in (*TOPICS, GREETING)]
    found = judged(topics=dry, mix={})
    assert ("REVIEW", "nothing to pass on") in said(found, "R4.5")
    assert ("REVIEW", "teaches nothing") in said(found, "R4.5")


def test_the_viral_checklist_never_moves_the_odds(judged):
    idea = dict.fromkeys(("creativity", "brevity", "response", "quality", "brand_at_end"), True)
    posts = [post(n) for n in range(60)]
    good = judged(posts=posts, viral=idea | {"posts": 10})
    bad = judged(posts=posts, viral=idea | {"posts": 10, "quality": False})
    unknown = judged(posts=posts, viral={"posts": 10})
    assert said(good, "R4.6") == [("PASS", "principles met")]
    assert said(bad, "R4.6") == [("REVIEW", "principles unmet")]
    assert said(unknown, "R4.6") == [("NO DATA", "principles unknown")]
    assert good.odds == bad.odds == unknown.odds
    assert said(judged(viral=idea | {"posts": 1}), "R4.6")[1] == ("REVIEW", "one is not enough")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"segments": []}, ("REVIEW", "without segments")),
        ({"call_to_action": None}, ("REVIEW", "without call_to_action")),
        ({"hashtags": []}, ("REVIEW", "without hashtags")),
        ({"paid": True}, ("FAIL", "without disclosure")),
        ({"segments": ["families", "cats"]}, ("REVIEW", "unknown segments")),
    ],
)
def test_what_a_post_lacks_is_named(judged, changes, expected):
    poor = topic("dough", format="video", function="teach", about="subject", **changes)
    found = judged(topics=[poor, *TOPICS[:1], *TOPICS[2:], GREETING])
    assert expected in said(found, "K1")


def test_a_paid_post_with_its_mark_is_whole(judged):
    paid = topic("dough", format="video", about="subject", paid=True, disclosure="Advertisement. Pechka LLC")
    assert said(judged(topics=[paid, *TOPICS[2:], GREETING], mix={}), "K1") == [("PASS", "whole")]


def test_a_post_leaves_a_trace(judged):
    plan = {"platform": "vk", "posts": 2}
    assert ("REVIEW", "without trace") in said(judged(channels=[plan | {"trace": "none"}]), "K1")
    assert ("REVIEW", "without trace") in said(judged(channels=[plan | {"trace": "link"}]), "K1")
    coded = [each | {"code": "OVEN10"} for each in (*TOPICS, GREETING)]
    assert said(judged(channels=[plan | {"trace": "code"}], topics=coded), "K1") == [("PASS", "whole")]


def test_a_segment_that_no_topic_is_for_fails_and_clashes(a_client, a_goal, briefed):
    decided = decisions(a_goal())
    students = {"key": "students", "name": "Students"}
    first = decided["audience"][0]
    decided["audience"] = [first | {"segments": [*first["segments"], students]}]
    found = content.assess(a_client(brief=briefed(decisions=decided)))
    assert ("FAIL", "unserved segments") in said(found, "K1")
    assert said(found, "K5")[0][0] == "FAIL"
    assert ("segment", "students") in found.calendar.clash.demands


def test_more_demands_than_places_clash_and_name_what_to_relax(judged):
    many = [each | {"texts": [f"{each['key']} {n}" for n in range(60)]} for each in TOPICS]
    greedy = {"functions": {"sell": {"low": 0.5}, "teach": {"low": 0.5}, "entertain": {"low": 0.1}}}
    found = judged(topics=[*many, GREETING], mix=greedy)
    assert said(found, "K5") == [("FAIL", "clash")]
    assert found.calendar.clash.relax == (
        ("function", "vk", "sell"), ("function", "vk", "teach"), ("cadence", "vk"),
    )  # fmt: skip
    assert found.posts == ()
    assert ("NO DATA", "no calendar") in said(found, "R4.4")
    assert ("NO DATA", "no calendar") in said(found, "R4.2")


def test_nothing_asked_is_no_calendar(judged):
    found = judged(channels=[{"platform": "vk", "posts": 0, "trace": "asked"}], holidays=None, audience=False)
    assert said(found, "K5") == [("NO DATA", "nothing asked")]


def test_a_boosted_post_that_looks_best_is_named_and_left_out(judged):
    posts = [post(n, engagements=8 + n % 5) for n in range(60)]
    loud = post(61, engagements=900, paid=True)
    found = judged(posts=[*posts, loud])
    assert said(found, "K2")[1] == ("REVIEW", "boosted looks best")
    assert found.results[0].boosted == 1
    assert loud["post_id"] not in {best.post_id for best in found.results[0].top}
    assert said(judged(posts=posts), "K2")[1:] == []


def test_fewer_than_ten_posts_have_no_rank(judged):
    found = judged(posts=[post(n) for n in range(9)])
    assert said(found, "K2", "K3") == [("NO DATA", "too few posts"), ("NO DATA", "nothing to judge by")]


def test_who_leads_may_lead_by_chance(judged):
    posts = [post(n, engagements=10 + n % 3) for n in range(60)]
    assert said(judged(posts=posts), "K2") == [("PASS", "best unsure")]
    sure = [*posts[:-1], post(59, engagements=400)]
    found = judged(posts=sure)
    assert said(found, "K2") == [("PASS", "clear best")]
    assert said(found, "K3") == [("PASS", "stand out")]
    assert (found.odds.hits, found.odds.hits + found.odds.misses) == (1, found.results[0].judged)


def test_texts_that_come_again_are_said(judged):
    few = [each | {"texts": each["texts"][:8], "times": 3} for each in TOPICS]
    assert ("REVIEW", "texts again") in said(judged(topics=[*few, GREETING]), "K5")


def test_dates_before_the_first_month_planned_are_lost_and_said(judged):
    topics = [*TOPICS, GREETING, topic("day")]
    fixed = [{"date": "2026-09-03", "topic": "day"}, {"date": "2026-12-24", "topic": "day"}]
    found = judged(topics=topics, fixed=fixed)
    assert said(found, "K5") == [
        ("PASS", "calendar"), ("REVIEW", "dates too early"), ("PASS", "dates of other months"),
    ]  # fmt: skip
    assert "day" not in {each.topic for each in found.posts}


def test_the_same_input_gives_the_same_plan(judged):
    posts = [post(n, engagements=5 + n % 7) for n in range(60)]
    assert judged(posts=posts).posts == judged(posts=posts[::-1]).posts


def sample(slug):
    return content.assess(open_client(slug, "2026-10", Workspace(ROOT)))


def test_the_pizza_restaurant_does_better_in_the_evening():
    found = sample("pizza")
    vk = found.results[0]
    assert [group.kind for group in vk.groups if group.finding == "better"] == ["evening"]
    assert vk.timing.signal == "ok"
    evening = [each for each in found.posts if each.platform == "vk" and each.part == "evening"]
    morning = [each for each in found.posts if each.platform == "vk" and each.part == "morning"]
    assert sum(each.expected for each in evening) > sum(each.expected for each in morning)


def test_the_toy_brands_hit_is_a_boosted_post():
    found = sample("toys")
    assert ("REVIEW", "boosted looks best") in said(found, "K2")
    assert ("NO DATA", "too few posts") in said(found, "K2")  # five videos
    selling = [each.at.date() for each in found.posts if each.function == "sell"]
    assert min(selling) == dt.date(2026, 11, 16)
    assert {each.topic for each in found.posts if each.at.date() == dt.date(2026, 11, 29)} == {"first_advent"}


def test_the_jewellers_deepavali_is_greeted_on_its_day():
    (greeting,) = [each for each in sample("jewellery").posts if each.occasion]
    assert (greeting.at.date(), greeting.occasion) == (dt.date(2026, 11, 8), "Diwali")


@pytest.mark.parametrize("slug", ["pizza", "toys", "jewellery", "cars"])
def test_every_sample_has_a_calendar_without_a_text_twice(slug):
    found = sample(slug)
    assert said(found, "K5")[0] == ("PASS", "calendar")
    assert not any(each.again for each in found.posts)
    assert len({each.plan_id for each in found.posts}) == len(found.posts)


def test_a_new_client_has_no_data():
    found = sample("newcomer")
    assert {verdict.grade.value for verdict in found.verdicts} == {"NO DATA"}
    assert isinstance(found.planned, pd.DataFrame) and found.planned.empty


def test_a_search_that_ends_without_a_calendar_is_no_pass(judged, monkeypatch):
    nothing = Calendar((), math.nan, math.nan, math.nan, complete=False, clash=None)
    monkeypatch.setattr(content, "solve", lambda problem: nothing)
    assert said(judged(holidays=None), "K5") == [("FAIL", "not found")]


def test_a_gap_of_nought_is_told_as_at_most_a_thousandth(judged):
    (found,) = [each for each in judged().verdicts if (each.rule, each.finding) == ("K5", "calendar")]
    assert found.facts["gap"] == max(found.value, 0.001)
