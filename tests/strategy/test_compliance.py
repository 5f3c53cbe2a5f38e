"""X1: each planned entry under the register, a PASS and, one input flipped, another verdict."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from smmtools.inputs.methods import load_methods
from smmtools.strategy import compliance

METHODS = load_methods(Path(__file__).parents[2] / "data" / "reference")
SIGNED = {"since": "2020-01", "by": "A. Orlova", "why": "B"}
OWN = [
    {"platform": platform, "account": account, "role": "own"}
    for platform, account in (("instagram", "ours"), ("vk", "ours_vk"))
]
LINE = {
    "item": "Ads",
    "kind": "ads",
    "channel": "vk",
    "method": "targeted_ads",
    "quantity": 1.0,
    "unit": "month",
    "price": {"low": 1.0, "mode": 2.0, "high": 3.0},
}
GREY = {"method": "mass_following", "channel": "instagram", "kind": "people"}
EXCEPTION = {
    "method": "mass_following",
    "platform": "instagram",
    "signed_by": "The owner",
    "signed_on": "2026-10-01",
    "reason": "Growth.",
    "likelihood": 0.2,
    "loss": {"low": 200.0, "mode": 400.0, "high": 900.0},
}
PLACEMENT = {
    "where": "a blog",
    "platform": "vk",
    "kind": "open",
    "paid": True,
    "disclosed": True,
    "mark": "Advertisement. Ours LLC",
    "token": "2Vtzq",
}
TOPIC = {
    "key": "oven",
    "channel": "vk",
    "format": "photo",
    "function": "sell",
    "about": "brand",
    "texts": ["Hot."],
}
COUNT = {"date": "2026-10-31", "platform": "instagram", "account": "ours", "role": "own", "count": 200}
AUDIT = {
    "drawn_at": "2026-10-20",
    "platform": "instagram",
    "account": "ours",
    "scope": "all",
    "method": "random",
    "n": 100,
    "alive": 90,
}


@pytest.fixture
def judged(a_client, briefed):
    """Assess a client with these decisions: lines, topics, placements and so on."""

    def judge(
        *, lines=(), topics=(), communication=None, promotion="open", jurisdiction="RU", month="2026-10",
        counts=(COUNT,), audits=(AUDIT,), works=(), **across,
    ):  # fmt: skip
        decisions = {
            "goals": [SIGNED | {"promotion": promotion, "goals": [{"key": "a", "name": "A"}]}],
            "budget": [SIGNED | {"cap": 9.0, "lines": [LINE | line for line in lines]}] if lines else [],
            "content": [
                SIGNED
                | {
                    "channels": [{"platform": "vk", "posts": 2}],
                    "topics": [TOPIC | topic for topic in topics],
                }
            ]
            if topics
            else [],
            "communication": [SIGNED | communication] if communication else [],
            "compliance": [SIGNED | across] if across else [],
            "contract": [SIGNED | {"works": works}] if works else [],
        }
        brief = briefed(decisions=decisions, accounts=OWN, jurisdiction=jurisdiction)
        case = a_client(month, brief=brief, followers=list(counts), audits=list(audits))
        return compliance.assess(replace(case, methods=METHODS))

    return judge


def of(found, rule="X1"):
    """Grade and finding of each verdict of a rule."""
    return [(str(each.grade), each.finding) for each in found.verdicts if each.rule == rule]


def blocking(found):
    return [each.verdict.finding for each in found.reasons]


def test_white_passes_and_black_blocks(judged):
    assert of(judged(lines=[{}])) == [("PASS", "all white")]
    found = judged(lines=[{"method": "spam"}])
    assert of(found) == [("FAIL", "black")]
    assert found.blocked and found.reasons[0].rule.jurisdiction == "RU"


def test_nothing_planned_is_no_data(judged):
    assert of(judged()) == [("NO DATA", "nothing planned")]
    assert of(judged(lines=[{"kind": "tools", "method": None}])) == [("NO DATA", "nothing planned")]


def test_without_a_jurisdiction_it_fails_and_black_is_still_black(judged):
    assert of(judged(lines=[{}], jurisdiction=None)) == [("FAIL", "no jurisdiction"), ("PASS", "all white")]
    assert blocking(judged(lines=[{"method": "hacking"}], jurisdiction=None)) == ["black"]


def test_a_method_that_nobody_judged_is_for_a_person(judged):
    found = judged(lines=[{"method": "astrology"}])
    assert of(found) == [("REVIEW", "not in the register")] and not found.blocked


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("hack", "black"),
        ("spamming", "black"),
        ("mass-mailing", "black"),
        ("bought-followers", "grey, unsigned"),
        ("fake_followers", "grey, unsigned"),
        ("follow-unfollow", "grey, unsigned"),
    ],
)
def test_another_name_of_a_method_is_judged_as_the_method(judged, written, finding):
    assert blocking(judged(lines=[{"method": written}])) == [finding]
    assert blocking(judged(works=[{"item": "Growth", "method": written}])) == [finding]


def test_an_exception_and_a_refusal_may_use_another_name_too(judged):
    signed = EXCEPTION | {"method": "mass-following"}
    assert not judged(lines=[GREY | {"method": "follow_unfollow"}], exceptions=[signed]).blocked
    refusal = {"method": "spamming", "asked_by": "The owner"}
    assert ("PASS", "black refused") in of(judged(refused=[refusal]))


def test_a_misspelt_method_is_asked_for(judged):
    found = judged(lines=[{"method": "mas_folowing"}])
    assert of(found) == [("REVIEW", "not in the register, near")]
    assert found.verdicts[0].facts["meant"] == "mass_following"


BOTS = {"item": "1,000 bots, delivered in a week", "kind": "people", "method": None}
SPAM = {"item": "Spam in comments of rivals"}


@pytest.mark.parametrize(
    ("places", "kind", "colour"),
    [
        ({"lines": [BOTS]}, "line", "grey"),
        ({"lines": [BOTS | {"kind": "tools"}]}, "line", "grey"),
        ({"lines": [BOTS | {"kind": "ads"}]}, "line", "grey"),
        ({"lines": [BOTS | {"method": "astrology"}]}, "line", "grey"),
        ({"lines": [BOTS | {"item": "Growth", "unit": "thousand fake likes"}]}, "line", "grey"),
        ({"works": [SPAM]}, "work", "black"),
        ({"placements": [PLACEMENT | {"where": "stolen communities"}]}, "placement", "black"),
    ],
)
def test_an_entry_that_names_no_method_is_blocked_by_its_words(judged, places, kind, colour):
    found = judged(**places)
    assert [(each.act.kind, each.verdict.finding) for each in found.reasons] == [(kind, "told, unnamed")]
    assert found.reasons[0].colour == colour


@pytest.mark.parametrize(
    "places",
    [
        {"lines": [BOTS | {"method": "talking_with_users"}]},
        {"works": [SPAM | {"method": "talking_with_users"}]},
        {"placements": [PLACEMENT | {"where": "spam", "method": "blogger_posts"}]},
        {"communication": {"attractions": [{"way": "hashtags", "state": "used", "why": "As good as spam."}]}},
    ],
)
def test_one_that_names_a_white_method_is_for_a_person(judged, places):
    found = judged(**places)
    assert ("REVIEW", "told beside a method") in of(found) and not found.blocked


def test_a_text_may_write_of_what_it_does_not_do(judged):
    found = judged(topics=[{"texts": ["We never send spam."]}])
    assert of(found) == [("REVIEW", "told in a text")] and not found.blocked


def test_words_of_the_method_that_is_named_say_nothing_new(judged):
    assert blocking(judged(lines=[GREY | {"item": "Mass following"}])) == ["grey, unsigned"]
    signed = judged(lines=[GREY | {"item": "Mass following, and spam"}], exceptions=[EXCEPTION])
    assert [finding for _, finding in of(signed)] == ["grey, excepted", "told beside a method"]


def test_entries_that_name_no_method_are_counted(judged):
    quiet = {"kind": "tools", "method": None, "item": "A tool"}
    assert judged(lines=[{}, quiet], topics=[{}], works=[{"item": "Posts"}]).unnamed == 3
    assert judged(lines=[{}]).unnamed == 0


@pytest.mark.parametrize(
    ("places", "kind"),
    [
        ({"topics": [{"method": "spam"}]}, "topic"),
        ({"communication": {"contests": [{"platform": "vk", "method": "spam"}]}}, "contest"),
        ({"lines": [{"method": "spam"}]}, "line"),
        ({"placements": [PLACEMENT | {"method": "spam"}]}, "placement"),
        ({"works": [{"item": "Letters", "method": "spam"}]}, "work"),
    ],
)
def test_black_is_found_wherever_it_stands(judged, places, kind):
    found = judged(**places)
    assert [(each.act.kind, each.verdict.finding) for each in found.reasons] == [(kind, "black")]
    assert found.reasons[0].act.by == "A. Orlova"


def test_a_way_to_attract_is_judged_unless_refused(judged):
    way = {"way": "contests", "state": "used"}
    assert of(judged(communication={"attractions": [way]})) == [("PASS", "all white")]
    refused = {"attractions": [way | {"state": "refused"}]}
    assert of(judged(communication=refused)) == [("NO DATA", "nothing planned")]


@pytest.mark.parametrize("line", [{}, {"method": None}, {"kind": "placements", "method": "community_ads"}])
def test_advertising_is_blocked_where_it_is_not_allowed(judged, line):
    line = line | {"channel": "instagram"}
    found = judged(lines=[line])
    assert blocking(found) == ["advertising forbidden"]
    assert found.reasons[0].colour == "black"
    assert blocking(judged(lines=[line], jurisdiction="DE")) == []
    assert blocking(judged(lines=[line], month="2025-07")) == []  # plans August 2025


def test_organic_posts_there_pass(judged):
    assert blocking(judged(topics=[{"channel": "instagram", "method": "talking_with_users"}])) == []
    paid = {"channel": "instagram", "paid": True, "disclosure": "Advertisement. Ours, erid: 2Vtzq"}
    assert blocking(judged(topics=[paid])) == ["advertising forbidden"]


def test_selling_posts_where_advertising_is_forbidden_are_for_a_lawyer(judged):
    topics = [{"channel": "instagram", "key": key} for key in ("a", "b")]
    found = judged(topics=[*topics, {}, {"channel": "instagram", "key": "c", "function": "teach"}])
    assert of(found) == [("REVIEW", "selling, no advertising")] and not found.blocked
    assert found.findings[0].act.platform == "instagram" and found.verdicts[0].value == 2
    elsewhere = judged(topics=topics, jurisdiction="DE")
    earlier = judged(topics=topics, month="2025-07")  # plans August 2025
    assert of(elsewhere) == of(earlier) == [("NO DATA", "nothing planned")]


def test_a_line_that_names_no_channel_is_asked_for_it_where_one_is_stricter(judged):
    found = judged(lines=[{"channel": None}])
    assert of(found) == [("REVIEW", "channel not stated")]
    assert found.findings[0].verdict.facts["platforms"] == ["instagram"]
    assert of(judged(lines=[{"channel": None}], jurisdiction="DE")) == [("PASS", "all white")]


def test_subscribe_and_repost_is_grey_where_the_platform_forbids_it(judged):
    contest = {"platform": "vk", "method": "subscribe_and_repost"}
    assert not judged(communication={"contests": [contest]}).blocked
    found = judged(communication={"contests": [contest | {"platform": "instagram"}]})
    assert blocking(found) == ["grey, unsigned"]


def test_a_grey_method_that_is_signed_priced_and_small_is_for_review(judged):
    found = judged(lines=[GREY], exceptions=[EXCEPTION])
    assert of(found) == [("REVIEW", "grey, excepted")] and not found.blocked
    (finding,) = found.findings
    assert (finding.risk.expected, finding.live.bound) == (90.0, pytest.approx(188.96, abs=0.01))


def without(*parts):
    return [{key: value for key, value in EXCEPTION.items() if key not in parts}]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"exceptions": []}, "grey, unsigned"),
        ({"exceptions": without("signed_by", "signed_on", "reason")}, "grey, unsigned"),
        ({"exceptions": [EXCEPTION | {"method": "offers"}]}, "grey, unsigned"),
        ({"exceptions": [EXCEPTION | {"platform": "vk"}]}, "grey, unsigned"),
        ({"exceptions": without("signed_by")}, "grey, half signed"),
        ({"exceptions": without("signed_on")}, "grey, half signed"),
        ({"exceptions": without("reason")}, "grey, half signed"),
        ({"counts": (COUNT | {"count": 212},)}, "grey, too many live"),  # up to 200.3 of them
        ({"counts": (COUNT | {"count": 201},), "audits": ()}, "grey, too many followers"),
        ({"counts": ()}, "grey, live unknown"),
        ({"exceptions": without("likelihood")}, "grey, unpriced"),
        ({"exceptions": without("loss")}, "grey, unpriced"),
    ],
)
def test_a_grey_method_is_blocked_when_one_thing_is_lacking(judged, changes, finding):
    found = judged(**{"lines": [GREY], "exceptions": [EXCEPTION]} | changes)
    assert blocking(found) == [finding] and of(found) == [("FAIL", finding)]
    assert found.reasons[0].colour == "grey"


@pytest.mark.parametrize(
    "changes",
    [
        {"exceptions": without("platform")},
        {"counts": (COUNT | {"count": 211},)},
        {"counts": (COUNT,), "audits": ()},
        {"audits": (AUDIT | {"alive": 100},)},  # Wilson's bound of a hundred in a hundred is all of them
    ],
)
def test_it_is_not_when_everything_is_there(judged, changes):
    assert blocking(judged(**{"lines": [GREY], "exceptions": [EXCEPTION]} | changes)) == []


def test_the_largest_account_counts_where_no_platform_is_named(judged):
    line = GREY | {"channel": None}
    exceptions = without("platform")
    other = COUNT | {"platform": "vk", "account": "ours_vk", "count": 900}
    assert blocking(judged(lines=[line], exceptions=exceptions, counts=(COUNT, other))) == [
        "grey, too many followers"
    ]
    assert blocking(judged(lines=[line], exceptions=exceptions)) == [
        "grey, live unknown"
    ]  # vk's nobody counted


def test_no_signature_allows_black(judged):
    signed = EXCEPTION | {"method": "spam"}
    assert blocking(judged(lines=[GREY | {"method": "spam"}], exceptions=[signed])) == ["black"]


def test_an_expected_loss_is_missing_without_a_price():
    exception = compliance.GreyException(method="offers", likelihood=0.1)
    assert math.isnan(compliance.expected_loss(exception))


def test_a_paid_mention_that_is_disclosed_passes(judged):
    assert of(judged(placements=[PLACEMENT])) == [("PASS", "all white"), ("PASS", "all disclosed")]


@pytest.mark.parametrize(
    ("place", "changes", "grade", "finding", "blocks"),
    [
        ("RU", {"disclosed": False}, "FAIL", "undisclosed", True),
        ("RU", {"mark": None}, "FAIL", "no mark", True),
        ("RU", {"mark": None, "disclosed": None}, "FAIL", "no mark", True),
        ("RU", {"token": None}, "FAIL", "no token", False),
        ("DE", {"disclosed": False, "mark": None}, "FAIL", "undisclosed", True),
        ("DE", {"disclosed": None, "mark": None}, "NO DATA", "disclosure unknown", False),
        (
            "DE",
            {"disclosed": False, "mark": None, "paid": False, "kind": "barter"},
            "REVIEW",
            "barter",
            False,
        ),
    ],
)
def test_one_that_is_not_does_not(judged, place, changes, grade, finding, blocks):
    found = judged(placements=[PLACEMENT | changes], jurisdiction=place)
    assert of(found)[0] == (grade, finding)
    assert found.blocked == blocks


@pytest.mark.parametrize("changes", [{"mark": None, "token": None}, {"token": None}, {"disclosed": None}])
def test_elsewhere_it_is_enough_that_it_is_disclosed(judged, changes):
    found = judged(placements=[PLACEMENT | changes], jurisdiction="DE")
    assert of(found) == [("PASS", "all white"), ("PASS", "all disclosed")]


def test_before_the_law_neither_mark_nor_token_was_asked_for(judged):
    placements = [PLACEMENT | {"mark": None, "token": None}]
    assert not judged(placements=placements, month="2022-07").blocked  # plans August 2022
    assert blocking(judged(placements=placements, month="2022-08")) == ["no mark"]


@pytest.mark.parametrize(
    ("topic", "finding"),
    [
        ({"disclosure": "Advertisement. Ours LLC, erid: 2Vtzq"}, None),
        ({"disclosure": "Advertisement. Ours LLC, erid 2Vtzq"}, None),
        ({"disclosure": "Advertisement. Ours LLC"}, "no token"),
        ({}, "undisclosed"),
    ],
)
def test_a_paid_post_of_our_own_is_judged_by_its_words(judged, topic, finding):
    found = judged(topics=[TOPIC | {"paid": True} | topic])
    odd = [each.verdict.finding for each in found.findings if each.verdict.grade != "PASS"]
    assert odd == ([finding] if finding else [])
    assert found.blocked == (finding == "undisclosed")


def test_hidden_promotion_is_coloured_by_disclosure(judged):
    mention = {"kind": "placements", "method": "blogger_posts"}
    assert blocking(judged(promotion="open", lines=[mention])) == []
    assert blocking(judged(promotion="hidden", lines=[mention])) == ["hidden"]
    shown = judged(promotion="hidden", lines=[mention], placements=[PLACEMENT])
    assert blocking(shown) == [] and ("REVIEW", "hidden, nothing undisclosed") in of(shown)
    kept = judged(promotion="hidden", placements=[PLACEMENT | {"disclosed": False}])
    assert blocking(kept) == ["undisclosed", "hidden"]


def test_a_request_that_was_refused_does_not_block(judged):
    refusal = {"method": "bought_followers", "platform": "instagram", "asked_by": "The owner"}
    found = judged(lines=[{}], refused=[refusal])
    assert ("PASS", "grey refused") in of(found) and not found.blocked
    many = judged(refused=[refusal], counts=(COUNT | {"count": 6000},), audits=())
    assert ("PASS", "grey refused, too many live") in of(many)
    assert ("PASS", "black refused") in of(judged(refused=[refusal | {"method": "spam"}]))
    assert ("REVIEW", "refused though white") in of(judged(refused=[refusal | {"method": "contest"}]))


def test_what_was_refused_and_is_planned_all_the_same_blocks(judged):
    refusal = {"method": "mass_following", "asked_by": "The owner"}
    assert blocking(judged(lines=[GREY], refused=[refusal])) == ["grey, unsigned"]


@pytest.mark.parametrize("changes", [{"paid": False}, {"platform": "instagram"}])
def test_money_for_placements_asks_for_the_placements(judged, changes):
    line = {"kind": "placements", "method": "blogger_posts"}
    asked = judged(lines=[line], placements=[PLACEMENT | changes], jurisdiction="DE")
    assert of(asked)[0] == ("NO DATA", "disclosure unknown") and not asked.blocked
    named = judged(lines=[line], placements=[PLACEMENT], jurisdiction="DE")
    assert of(named) == [("PASS", "all white"), ("PASS", "all disclosed")]
