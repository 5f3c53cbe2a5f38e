"""Stage 03: every rule with PASS and, one input flipped, with another verdict."""

import json
from pathlib import Path

import pandas as pd
import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.platforms import load_platforms
from smmtools.inputs.workspace import Workspace
from smmtools.present import channels as shown
from smmtools.strategy import channels

ROOT = Path(__file__).parents[2]
USUAL = {"er_followers": 0.01, "source": "a report", "date": "2026-02-01"}


def candidate(platform, audience, rivals=(), **changes):
    """A channel with ten hours a week; ``rivals`` are pairs of posts a day and engagement by followers."""
    named = [
        {"account": f"rival {n}", "posts_a_day": pace, "er_followers": rate}
        for n, (pace, rate) in enumerate(rivals)
    ]
    said = {
        "platform": platform,
        "audience": audience,
        "rivals": named,
        "benchmark": USUAL,
        "hours_a_week": 10,
    }
    return said | changes


GATE = {"reach_share": 0.5, "ctr": 0.1, "application_rate": 0.2, "source": "last year"}
DECISION = {
    "since": "2026-09",
    "by": "A",
    "why": "B",
    "chosen": ["vk", "instagram"],
    "candidates": [candidate("vk", 200_000, [(1, 0.01)]), candidate("instagram", 80_000, [(3, 0.01)])],
    "uncertainty": 0.3,
    "team_hours_a_week": 20,
    "specialist": "A",
    "gate": GATE,
    "communities": [{"platform": "vk", "purpose": "news", "needs": ["news", "events"], "kind": "page"}],
}


def post(platform, role, likes, text="", account="ours", day="2026-10-05", **changes):
    counts = {"likes": likes, "comments": 0, "shares": 0, "exported_on": pd.Timestamp("2026-11-02")}
    own = {
        "platform": platform,
        "account": account,
        "role": role,
        "post_id": f"{platform}{account}{day}{text}",
    }
    return (
        own
        | counts
        | {"published": pd.Timestamp(f"{day} 10:00", tz="UTC"), "text": text, "format": "photo"}
        | changes
    )


POSTS = [
    post("vk", "own", 50, "one"),
    post("instagram", "own", 20, "two"),
    post("vk", "competitor", 9, account="rival 0"),
    post("instagram", "competitor", 9, account="rival 0"),
]


@pytest.fixture
def judged(a_client, a_goal, briefed):
    """Assess a client whose channels are decided as above, with changes: 620 applications a month asked."""

    def assess(posts=POSTS, goal=None, followers=(), **changes):
        decision = DECISION | changes
        goals = {"since": "2026-09", "by": "A", "why": "B", "promotion": "open", "way": "posts"}
        decided = {"goals": [goals | {"goals": [goal or a_goal()]}], "channels": [decision]}
        case = a_client(brief=briefed(decisions=decided), posts=list(posts), followers=list(followers))
        object.__setattr__(case, "platforms", load_platforms(ROOT / "data" / "reference"))
        return channels.assess(case)

    return assess


def said(found, rule):
    """What a rule says, in order."""
    return [(verdict.grade.value, verdict.finding) for verdict in found.verdicts if verdict.rule == rule]


def test_all_is_well(judged):
    found = judged()
    assert found.gate.needed == pytest.approx(620 / (0.5 * 0.1 * 0.2))
    assert {verdict.grade.value for verdict in found.verdicts} == {"PASS"}
    assert {verdict.rule for verdict in found.verdicts} == set(channels.RULES)
    assert [case.rank for case in found.cases] == [1, 2]
    assert found.recommended == ("vk", "instagram")


def test_the_check_values(judged):
    rivals = [[(12, 0.01)], [(3, 0.01)], [(1, 0.01)]]
    names = ("vk", "instagram", "tiktok")
    three = [candidate(*each) for each in zip(names, (120_000, 80_000, 40_000), rivals, strict=True)]
    found = judged(candidates=three, gate=GATE | {"application_rate": 1.0})
    assert [case.activity for case in found.cases] == [12, 3, 1]
    assert [case.score for case in found.cases] == pytest.approx([5.0429, 5.2983, 5.1545], abs=5e-5)
    assert [case.rank for case in found.cases] == [3, 1, 2]


BELOW = [candidate("vk", 200_000, [(1, 0.01)]), candidate("instagram", 9_000, [(3, 0.01)])]


def test_a_channel_below_the_gate_is_refused_with_the_number(judged):
    found = judged(candidates=BELOW)
    verdict = next(verdict for verdict in found.verdicts if verdict.finding == "refused")
    assert (verdict.grade.value, verdict.value, verdict.threshold) == ("FAIL", 9_000, pytest.approx(62_000))
    assert found.recommended == ("vk",)
    assert ("FAIL", "departed") in said(found, "C1")


def test_an_override_is_recorded_and_shown(judged):
    found = judged(candidates=BELOW, overrides=[{"platform": "instagram", "why": "The owner insists."}])
    assert ("REVIEW", "below, overridden") in said(found, "R3.1")
    assert ("REVIEW", "overridden") in said(found, "C1")
    assert shown.choice(found).rows[1][-1] == "The owner insists."


def test_a_channel_below_the_gate_that_is_left_alone_is_no_fault(judged):
    found = judged(candidates=BELOW, chosen=["vk"])
    assert said(found, "R3.1")[1] == ("PASS", "left out")
    assert ("PASS", "followed") in said(found, "C1")


def test_the_gate_asks_more_for_a_weekly_goal_only_as_its_weeks_do(judged, a_goal):
    assert judged(goal=a_goal(per="week", target=7.0)).gate.target == pytest.approx(31)
    assert judged(goal=a_goal(per="month", target=7.0)).gate.target == 7


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"gate": GATE | {"reach_share": "unknown"}}, "gate unknown"),
        ({"gate": GATE | {"application_rate": "unknown"}}, "gate unknown"),
        ({"candidates": [candidate("vk", "unknown"), candidate("instagram", 80_000)]}, "audience unknown"),
    ],
)
def test_without_a_number_the_gate_says_no_data(judged, changes, finding):
    assert said(judged(**changes), "R3.1")[0] == ("NO DATA", finding)


def test_unknown_activity_is_missing_and_not_none(judged):
    rival = {"account": "loud", "posts_a_day": 2, "er_followers": "unknown"}
    asked = [candidate("vk", 200_000) | {"rivals": [rival]}, candidate("instagram", 80_000)]
    found = judged(candidates=asked)
    assert found.cases[0].rank is None and found.cases[0].odds is None
    assert ("NO DATA", "activity unknown") in said(found, "C1")


def test_no_rivals_is_none_but_nobody_looked_is_unknown(judged):
    none, unseen = candidate("vk", 200_000), candidate("instagram", 80_000, rivals=()) | {"rivals": "unknown"}
    found = judged(candidates=[none, unseen])
    assert found.cases[0].activity == 0
    assert said(found, "C1")[0] == ("NO DATA", "nobody looked")


def test_an_unknown_rival_is_filled_in_from_its_posts_and_without_followers_stays_missing(judged):
    rival = {"account": "rival 0", "posts_a_day": "unknown", "er_followers": "unknown"}
    asked = [DECISION["candidates"][1], candidate("vk", 200_000) | {"rivals": [rival]}]
    counted = {
        "platform": "vk",
        "account": "rival 0",
        "role": "competitor",
        "date": "2026-10-01",
        "count": 900,
    }
    found = judged(candidates=asked, followers=[counted])
    assert found.cases[1].activity == pytest.approx(1 * (9 / 900) / 0.01)
    assert found.cases[1].rivals[0].measured
    assert judged(candidates=asked).cases[1].rank is None


def test_one_candidate_has_no_rank_to_speak_of(judged):
    found = judged(candidates=[DECISION["candidates"][0]], chosen=["vk"])
    assert ("REVIEW", "one candidate") in said(found, "C1")
    assert said(found, "R3.2")[0] == ("REVIEW", "only one")
    assert found.swap is None


def test_near_equals_are_called_close(judged):
    even = [candidate("vk", 100_000, [(2, 0.01)]), candidate("instagram", 95_000, [(2, 0.01)])]
    assert ("REVIEW", "close") in said(judged(candidates=even), "C1")


def test_more_channels_than_hours_fail(judged):
    found = judged(team_hours_a_week=15)
    assert ("FAIL", "too many channels") in said(found, "C1")
    assert (found.served, found.recommended) == (1, ("vk",))


def test_what_was_recommended_then_is_what_the_choice_is_held_to(judged):
    found = judged(recommended=["vk"], overrides=[{"platform": "instagram", "why": "A trial."}])
    assert ("REVIEW", "overridden") in said(found, "C1")


def test_several_networks_need_a_specialist_and_content_of_their_own(judged):
    assert said(judged(specialist=None), "R3.2")[0] == ("REVIEW", "no specialist")
    same = [*POSTS, post("instagram", "own", 1, "One ", day="2026-10-06")]
    assert said(judged(posts=same), "R3.2")[2] == ("REVIEW", "same content")


def test_people_may_be_busier_elsewhere(judged):
    posts = [POSTS[0], post("instagram", "own", 900, "two")]
    assert said(judged(posts=posts), "R3.2")[1] == ("REVIEW", "people elsewhere")
    assert said(judged(posts=[]), "R3.2")[1:] == [("NO DATA", "people unseen"), ("NO DATA", "texts unseen")]


def test_boosted_posts_do_not_speak_for_people(judged):
    posts = [POSTS[0], POSTS[1], post("instagram", "own", 900, "three", paid=True)]
    assert said(judged(posts=posts), "R3.2")[1] == ("PASS", "people agree")


def test_competitors_that_nobody_read_are_no_data(judged):
    assert said(judged(posts=POSTS[:3]), "R3.3") == [("PASS", "rivals known"), ("NO DATA", "rivals unseen")]


def test_what_no_competitor_does_is_named_where_one_was_read(judged):
    gaps = judged(posts=POSTS[:3]).rivals.gaps
    assert list(gaps) == ["vk"]
    assert "video" in gaps["vk"]["format"] and "photo" not in gaps["vk"]["format"]


@pytest.mark.parametrize(
    ("community", "expected"),
    [
        ({"needs": ["news", "events"], "kind": "page"}, ("PASS", "kind fits")),
        ({"needs": ["news", "events"], "kind": "group"}, ("REVIEW", "another kind")),
        ({"needs": ["discussion", "documents"], "kind": "group"}, ("PASS", "kind fits")),
        ({"needs": ["discussion", "documents"]}, ("REVIEW", "kind undecided")),
        ({"needs": ["discussion"], "kind": "account"}, ("FAIL", "no such kind")),
        ({"needs": ["statistics"]}, ("REVIEW", "either kind")),
        ({"needs": ["statistics"], "kind": "page"}, ("REVIEW", "needs unmet")),
        ({"platform": "tiktok", "needs": ["news"]}, ("NO DATA", "no facts")),
        (
            {"platform": "facebook", "needs": ["inner_circle", "chat"], "kind": "group", "setting": "secret"},
            ("PASS", "kind fits"),
        ),
        (
            {"platform": "facebook", "needs": ["inner_circle", "chat"], "kind": "group", "setting": "public"},
            ("REVIEW", "another setting"),
        ),
    ],
)
def test_the_kind_follows_from_the_needs(judged, community, expected):
    found = judged(communities=[{"platform": "vk", "purpose": "talk"} | community])
    assert said(found, "C2") == [expected]


def test_a_kind_is_explained_by_facts_with_their_lines(judged):
    asked = [{"platform": "vk", "purpose": "talk", "needs": ["users_posts", "events"], "kind": "group"}]
    (row,) = shown.communities(judged(communities=asked)).rows
    assert row[3] == "page (open)"
    assert row[5] == (
        "For it: events are held in the page's name (guide, line 467). "
        "Against it: only the page posts, users may suggest (guide, line 464)."
    )


def test_undecided_is_no_data_for_every_rule(a_client):
    found = channels.assess(a_client())
    assert [(verdict.rule, verdict.grade.value) for verdict in found.verdicts] == [
        (rule, "NO DATA") for rule in channels.RULES
    ]


def sample(slug):
    return channels.assess(open_client(slug, "2026-10", Workspace(ROOT)))


def test_the_car_dealer_keeps_vk_below_the_gate_and_says_why():
    found = sample("cars")
    assert ("REVIEW", "below, overridden") in said(found, "R3.1")
    assert {grade for grade, _ in said(found, "R3.3")} == {"NO DATA"}
    assert found.recommended == ("facebook",)


def test_the_pizza_restaurant_leads_with_vk():
    found = sample("pizza")
    assert found.recommended == ("vk", "instagram") == found.decision.chosen
    assert ("PASS", "rivals known") in said(found, "R3.3")


def test_the_toy_brand_has_a_secret_group_for_vips():
    circle = sample("toys").advice[1]
    assert (circle.best.name, circle.best.setting) == ("group", "secret")


def test_the_jeweller_works_instagram_and_tiktok():
    assert set(sample("jewellery").recommended) == {"instagram", "tiktok"}


@pytest.mark.parametrize("slug", ["pizza", "toys", "jewellery", "cars", "newcomer"])
def test_a_record_holds_no_nan_and_hours_for_the_agency_only(slug):
    for audience in ("client", "internal"):
        case = open_client(slug, "2026-10", Workspace(ROOT), audience=audience)
        text = json.dumps(shown.record(case), allow_nan=False)
        assert ("hours_a_week" in text) == (audience == "internal" and slug != "newcomer")
