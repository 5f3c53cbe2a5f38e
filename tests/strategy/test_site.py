"""X5: what the guide holds of site and social media, and nothing that it does not."""

from dataclasses import replace

import pytest

from smmtools.inputs.compliance_decision import SiteFact
from smmtools.inputs.content_decision import Profile
from smmtools.strategy.community_profiles import ProfileCase
from smmtools.strategy.site import PRINCIPLES, assess_site, seen_in, site_verdicts

ALL = {principle.key: True for principle in PRINCIPLES}


def verdicts(said):
    return [(str(each.grade), each.finding) for each in site_verdicts(assess_site(said))]


def test_the_two_missing_principles_are_not_made_up():
    numbered = [(each.number, each.line) for each in PRINCIPLES if each.number]
    assert numbered == [(1, 408), (3, 410), (4, 412), (6, 414)]
    assert {each.line for each in PRINCIPLES if not each.number} == {582}


def test_the_brief_knows_the_same_facts():
    assert {each.key for each in PRINCIPLES} == set(SiteFact.__args__)


def test_all_met_passes():
    assert verdicts(ALL) == [("PASS", "met")]


@pytest.mark.parametrize("key", ALL)
def test_one_missed_fails_with_its_line(key):
    assert verdicts(ALL | {key: False}) == [("PASS", "met"), ("FAIL", "missed")]
    (missed,) = [each for each in site_verdicts(assess_site(ALL | {key: False})) if each.finding == "missed"]
    line = next(each.line for each in PRINCIPLES if each.key == key)
    assert dict(missed.facts) == {"principle": key, "line": line}


@pytest.mark.parametrize("key", ALL)
def test_one_unknown_is_no_data_and_never_a_pass(key):
    assert verdicts(ALL | {key: None}) == [("PASS", "met"), ("NO DATA", "unknown")]


def test_nothing_known_is_no_data():
    assert verdicts({}) == [("NO DATA", "unknown")]


def test_key_words_are_looked_up_in_the_profiles_of_the_content_decision():
    profile = Profile(
        platform="vk", name="Toys of wood", address="woodentoys", key_words=("toys",), comments="open"
    )
    found = ProfileCase("vk", "woodentoys", profile, (), (), ())
    assert seen_in([found]) == {"name_key_words": True, "address_key_words": True}
    assert seen_in([replace(found, without=("address",))])["address_key_words"] is False
    assert seen_in([replace(found, profile=None)]) == {}
