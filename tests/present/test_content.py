"""Stage 04 as it is shown: sentences, tables, pictures, the record; and the sample clients' stories."""

import json
from functools import partial
from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.plans import ApprovedPlan
from smmtools.inputs.workspace import Workspace
from smmtools.present import content as shown
from smmtools.present import tables, wording
from smmtools.present.charts import figure_of
from smmtools.present.voice import Voice, voice_of
from smmtools.strategy import content
from smmtools.strategy.calendar import Calendar
from smmtools.strategy.calendar_problem import Clash

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def stories():
    """What stage 04 finds of each sample client in October."""
    place = Workspace(ROOT)
    slugs = ("pizza", "toys", "jewellery", "cars", "newcomer")
    return {slug: content.assess(open_client(slug, "2026-10", place)) for slug in slugs}


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """The sentences shown, as plain text."""
    sentences: list[str] = []
    monkeypatch.setattr(shown, "show_sentence", sentences.append)
    monkeypatch.setattr(shown, "show", lambda _figure, says: sentences.append(says))
    return sentences


def reasons(found, rule, finding):
    """Reason and remedy of a rule's verdicts with a finding."""
    voice = voice_of(found.client_month)
    return [
        voice.verdict(verdict)
        for verdict in found.verdicts
        if (verdict.rule, verdict.finding) == (rule, finding)
    ]


def test_the_headline_says_what_is_planned_and_warns_of_a_bought_hit(stories):
    assert shown.headline(stories["pizza"]) == "90 posts planned for November 2026 on Instagram and VK."
    assert shown.headline(stories["toys"]) == (
        "80 posts planned for November 2026 on Facebook, Instagram, and YouTube. The post of "
        "Facebook that looks best was boosted: its reach was bought, so it is left out."
    )
    assert shown.headline(stories["newcomer"]) == "No content is decided for October 2026."


def test_the_decision_is_said_with_its_reason(stories, said):
    shown.show_decision(stories["toys"])
    assert said == [
        "Decided by J. Brandt, in force since October 2026: Parents should know the workshop by December; "
        "until the "
        "middle of November nobody is asked to buy. November 2026 is planned: 25 working days, 5 days off.",
        "Instagram: the link to put into the profile in November 2026 is "
        "https://brummundklotz.example/workshop?utm_source=instagram&utm_medium=social"
        "&utm_campaign=toys-2026-11&utm_content=2611-instagram-bio",
    ]


def test_evenings_do_better_at_the_pizza_restaurant(stories, said):
    shown.show_groups(stories["pizza"])
    assert said[0] == (
        "VK: 13 kinds of posts with 95% intervals, beside the account's mean of 2.16%. Better beyond chance: "
        "evening 2.69% (2.34% – 3.08%). Worse beyond chance: morning 1.64% (1.41% – 1.91%). No clear "
        "difference: carousel, meme, photo, reel, video, entertain, inform, sell, teach, more than 84 "
        "characters, and up to 84 characters."
    )
    assert said[1].endswith("None of them differs beyond chance.")
    assert said[-1].startswith("Kinds were not drawn by lot")
    said.clear()
    shown.show_hours(stories["pizza"])
    assert said[0].startswith("VK: the hour counts (weekday morning ×0.")
    assert said[1] == (
        "Instagram: nothing shows beyond chance that the hour matters; morning and evening it is."
    )


def test_a_boosted_post_is_named_with_what_it_got(stories):
    ((reason, remedy),) = reasons(stories["toys"], "K2", "boosted looks best")
    assert reason == (
        "Brumm & Klotz (Facebook): the post of Oct 6, 2026 with 2,180 engagements looks like a hit, "
        "but it was "
        "boosted: its reach was bought, and it is left out. The best organic post has 181."
    )
    assert remedy == "Do not copy it as a hit, and do not take it as a base for what to expect."


def test_an_own_cadence_stands_with_its_reason_and_approver(stories):
    (first, _) = reasons(stories["toys"], "R4.2", "own cadence")
    assert first[0] == (
        "Instagram has a cadence of the client's own (1 a day), approved by K. Brumm: The pictures "
        "come from one "
        "afternoon a week in the workshop; they last for one a day. The guide asks for two a day "
        "(lines 76, 314 "
        "and 605)."
    )


def test_too_few_posts_are_said_and_no_picture_is_drawn(stories, said):
    shown.show_base(stories["toys"])
    assert said[2] == (
        "Brumm & Klotz (YouTube): no mature organic post with its counts; 0 boosted and 0 too young "
        "are left out."
    )


def test_a_new_client_is_told_what_is_missing(stories, said):
    found = stories["newcomer"]
    for show in (shown.show_base, shown.show_groups, shown.show_hours, shown.show_calendar, shown.show_month):
        show(found)
    assert said == [
        "No export holds posts of the client's own.", "There is no calendar to show.",
    ]  # fmt: skip


def test_the_odds_are_said_with_what_they_rest_on(stories, said):
    shown.show_odds(stories["pizza"])
    assert said == [
        "Posts tried: 10; chance of at least one hit: 21 in 100. One post by itself is a hit with a chance "
        "of 2.38% (0.834% to 4.7%). That rests on what is usual and on the client's own posts: 211, hits "
        "among them 5."
    ]


def test_a_clash_names_its_demands_and_what_is_enough(stories, said):
    found = stories["pizza"]
    demands = (
        ("segment", "families"), ("function", "vk", "sell"), ("format", "vk", "text"), ("brand", "vk"),
        ("morning and evening", "vk"), ("no format twice running", "vk"), ("uses of topics", "vk"),
        ("fixed", "2026-11-27", "black_friday"), ("cadence", "vk"),
    )  # fmt: skip
    clash = Calendar((), 0.0, 0.0, 0.0, True, Clash(demands, (("brand", "vk"),)))
    spoiled = content.ContentAssessment(**(vars(found) | {"calendar": clash, "posts": ()}))
    shown.show_calendar(spoiled)
    assert said == [
        "These demands cannot be met together: the segment families every week, the share of posts "
        "that sell on "
        "VK, the share of the format text on VK, the brand's share on VK, morning and evening on VK, "
        "no format "
        "twice running on VK, how often the topics of VK may be used, the topic black_friday on Nov "
        "27, 2026, "
        "and the number of posts on VK.",
        "Giving up one of these is enough: the brand's share on VK.",
    ]
    assert shown.headline(spoiled) == "No calendar for November 2026: the demands on it clash."
    assert len(shown.content_record(spoiled)["content"]["clash"]) == 9


def test_every_demand_has_its_words():
    from smmtools.strategy import calendar_problem as rules

    named = {rules.CADENCE, rules.DAYPARTS, rules.FUNCTION, rules.FORMAT, rules.BRAND, rules.ALTERNATE}
    assert named | {rules.SEGMENT, rules.USES, rules.FIXED} == wording.content.DEMANDS.keys()


def test_the_record_holds_what_others_build_on(stories):
    for found in stories.values():
        record = shown.content_record(found)
        made = record["content"]
        assert record["stage"] == "content"
        assert made["month"] == "2026-11"
        assert json.loads(json.dumps(record, allow_nan=False)) == record
        assert made["posts"] == sorted(made["posts"], key=lambda post: (post["at"], post["platform"]))
    first = shown.content_record(stories["pizza"])["content"]["posts"][0]
    assert list(first) == [
        "plan_id", "platform", "account", "at", "part", "topic", "format", "function", "about", "segments",
        "tone", "text", "call_to_action", "hashtags", "benefit", "link", "code", "trace", "paid",
        "disclosure", "expected", "fixed", "occasion",
    ]  # fmt: skip


def test_hours_of_work_are_internal(stories):
    place = Workspace(ROOT)
    inside = content.assess(open_client("pizza", "2026-10", place, audience="internal"))
    assert shown.content_record(inside)["content"]["internal"] == {"posts_hours": 0.6}
    outside = shown.content_record(stories["pizza"])["content"]
    assert "internal" not in outside and "posts_hours" not in outside["decision"]


def test_tables_show_what_was_found(stories):
    found = stories["jewellery"]
    assert [row[0] for row in shown.cadence(found).rows] == ["Instagram", "TikTok"]
    assert shown.cadence(found).rows[1][2:] == [
        "morning 10:00 and evening 21:00",
        "Few make two videos a day; the goldsmith has three free hours a week. (Puan Salmah)",
        "asking: how did you hear of us?",
        "by what people say",
    ]
    assert len(shown.posts(found).rows) == len(found.posts)
    assert {row[5] for row in shown.mix(found).rows if row[2] == "sell"} == {"20% – 35%"}
    assert {row[-1] for row in shown.topics(found).rows} == {"nothing"}
    assert len(shown.top(found).rows) == 6
    assert shown.profiles(stories["toys"]).rows[2] == ["YouTube", "Brumm & Klotz", *["—"] * 6]


def test_what_was_agreed_on_and_not_published_is_listed(a_client, said):
    posts = [
        {"plan_id": "2610-vk-01", "platform": "vk", "at": "2026-10-05T09:00:00+00:00", "text": "Hello"},
        {
            "plan_id": "2610-vk-02",
            "platform": "vk",
            "at": "2026-10-05T19:00:00+00:00",
            "text": "<b>Night</b>",
        },
    ]
    row = {"platform": "vk", "account": "ours", "role": "own", "text": "x", "published": "2026-10-05 12:00"}
    case = a_client(posts=[row | {"post_id": "1", "plan_id": "2610-vk-01"}, row | {"post_id": "2"}])
    plan = ApprovedPlan("2026-10", 1, "A", "2026-09-30", "0", {"content": {"posts": posts}})
    object.__setattr__(case, "plans", (plan,))
    found = content.assess(case)
    shown.show_published(found)
    assert said == ["Of the 2 posts agreed on for October 2026, so many were published as planned: 1."]
    assert shown.carried(found).rows == [["VK", "2", "1", "0", "1", "1"]]
    assert shown.lacking(found).rows == [["2610-vk-02", "VK", "Oct 5, 2026", "<b>Night</b>"]]


def test_without_an_approved_plan_there_is_nothing_to_hold_against_it(a_client, said):
    shown.show_published(content.assess(a_client()))
    assert said == ["No content plan was approved for October 2026, so nothing can be held against it."]


def test_the_pictures_show_the_figures(stories):
    vk = stories["pizza"].results[0]
    axes = figure_of(partial(shown.plot_groups, vk, voice=Voice("en")), "groups").axes[0]
    drawn = [group for group in vk.groups if group.low == group.low]
    assert [tuple(line.get_xdata()) for line in axes.lines[:-1:2]] == [
        (each.low, each.high) for each in drawn
    ]
    odds = figure_of(partial(shown.plot_odds, stories["pizza"], voice=Voice("en")), "odds").axes[0]
    assert odds.lines[1].get_xydata().tolist() == [[10, stories["pizza"].odds.chance]]


def test_every_verdict_of_the_samples_has_its_sentences(stories):
    for found in stories.values():
        assert all(row[2] for row in tables.verdicts(found).rows)
