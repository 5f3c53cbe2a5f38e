"""The register of methods: what is in it, and which entry counts where and when."""

import datetime as dt
from pathlib import Path

import pytest

from smmtools.inputs.methods import HIDDEN, Mark, Methods, Rule, load_methods

DAY = dt.date(2026, 11, 30)
GREY = (
    *("bought_followers", "bought_views", "bought_likes", "bought_reposts", "bots", "offers"),
    *("mass_following", "mass_friend_requests"),
)
WHITE = (
    *("targeted_ads", "community_ads", "contest", "search_optimisation", "talking_with_users", "barter"),
    *("blogger_posts", "giveaways", "discounts", "widgets", "hashtags", "subscribe_and_repost"),
)
BLACK = ("hacking", "stolen_communities", "spam", HIDDEN)


@pytest.fixture(scope="module")
def methods():
    return load_methods(Path(__file__).parents[2] / "data" / "reference")


def colour(methods, method, platform=None, place=None, day=DAY, **more):
    return methods.rules_for(method, platform, place, day, **more)[0].colour


@pytest.mark.parametrize(
    ("named", "said"), [(WHITE, "white"), (GREY, "grey"), (BLACK, "black")], ids=["white", "grey", "black"]
)
def test_the_guides_methods_have_the_guides_colours(methods, named, said):
    assert {name: colour(methods, name) for name in named} == dict.fromkeys(named, said)


def test_there_is_no_other_method(methods):
    assert {rule.method for rule in methods.rules} == {*WHITE, *GREY, *BLACK, "advertising"}


def test_another_name_stands_for_a_method_of_the_register_and_is_none_itself(methods):
    assert all(methods.knows(method) for method in methods.aliases.values())
    assert not any(methods.knows(alias) or "-" in alias for alias in methods.aliases)
    assert methods.named("gekaufte-follower") == "bought_followers"
    assert (methods.named("astrology"), methods.near("astrology")) == ("astrology", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1,000 bots, delivered in a week", {"bots"}),
        ("Buy 5,000 followers", {"bought_followers"}),
        ("Followers, delivered within a week", {"bought_followers"}),
        ("Buy 10k followers; buy 5 thousand likes", {"bought_followers", "bought_likes"}),
        ("Контент без ботов, no bots", set()),
        ("Fake-Likes", {"bought_likes"}),
        ("SPAM in comments of rivals", {"spam"}),
        ("Взлом страницы конкурента", {"hacking"}),
        ("Накрутка подписчиков и боты", {"bought_followers", "bots"}),
        ("Массфолловинг, спам", {"mass_following", "spam"}),
        ("Pengikut palsu", {"bought_followers"}),
        ("Gekaufte Follower", {"bought_followers"}),
        ("Schleichwerbung", {"hidden_promotion"}),
        ("s\u200bpam", {"spam"}),
        ("Robots, ботинки, Hackfleisch, kitchen hacks", set()),
        ("Chat-bots for orders; removal of spam; growth hacking", set()),
        ("Чат-боты, защита от взлома, удаление спама", set()),
        ("Removal of spam, and 1,000 bots", {"bots"}),
        ("Followers only: the card is written by hand", set()),
        ("We buy flour, followers bake", set()),
    ],
)
def test_words_tell_of_a_method(methods, text, told):
    assert set(methods.told_by([text])) == told


def test_words_are_kept_of_every_grey_and_black_method_and_of_no_white_one(methods):
    assert set(methods.words) == {*GREY, *BLACK}


def test_every_entry_names_its_source_and_date(methods):
    for rule in (*methods.rules, *methods.marks):
        assert rule.source and rule.date
    assert all(rule.lines for rule in methods.rules if rule.source == "guide")
    assert all(rule.date != "undated" for rule in methods.rules if rule.source != "guide")


def test_no_two_entries_say_the_same_of_the_same_day(methods):
    scopes = [(rule.method, rule.platform, rule.jurisdiction, rule.valid_from) for rule in methods.rules]
    assert len(scopes) == len(set(scopes))


@pytest.mark.parametrize("platform", ["instagram", "facebook"])
@pytest.mark.parametrize("method", ["targeted_ads", "community_ads", "blogger_posts", "advertising"])
def test_russia_forbids_advertising_on_metas_networks_since_september_2025(methods, method, platform):
    assert colour(methods, method, platform, "RU") == "black"
    assert colour(methods, method, platform, "RU", dt.date(2025, 8, 31)) == "white"
    assert colour(methods, method, platform, "DE") == "white"
    assert colour(methods, method, "vk", "RU") == "white"


def test_what_is_no_advertising_is_allowed_there_unless_somebody_pays(methods):
    assert colour(methods, "talking_with_users", "instagram", "RU") == "white"
    assert colour(methods, "talking_with_users", "instagram", "RU", paid=True) == "black"


@pytest.mark.parametrize(("platform", "said"), [("facebook", "grey"), ("instagram", "grey"), ("vk", "white")])
def test_subscribe_and_repost_is_grey_on_metas_networks(methods, platform, said):
    assert colour(methods, "subscribe_and_repost", platform, "MY") == said


def test_the_law_of_a_union_holds_for_its_members(methods):
    assert methods.rules_for("spam", None, "SK", DAY)[0].jurisdiction == "EU"
    assert methods.rules_for("spam", None, "EU", DAY)[0].jurisdiction == "EU"
    assert methods.rules_for("spam", None, "MY", DAY)[0].jurisdiction is None
    assert methods.rules_for(HIDDEN, None, "DE", DAY)[0].jurisdiction == "DE"


def test_russia_asks_for_mark_and_token_since_september_2022(methods):
    assert methods.mark_for("RU", DAY).token
    assert methods.mark_for("RU", dt.date(2022, 8, 31)) is None
    assert methods.mark_for("DE", DAY) is None


def test_the_strictest_entry_wins_and_the_latest_of_the_same_place():
    def rule(law_ok=True, rules_ok=True, **where):
        return Rule("m", law_ok, rules_ok, "s", "d", **where)

    old = rule(False, False, platform="x", valid_from=dt.date(2020, 1, 1))
    new = rule(platform="x", valid_from=dt.date(2026, 1, 1))
    grey = rule(rules_ok=False, jurisdiction="DE")
    register = Methods((old, new, grey, rule()))
    assert colour(register, "m", "x", "FR") == "white"
    assert colour(register, "m", "x", "FR", dt.date(2025, 12, 31)) == "black"
    assert colour(register, "m", "x", "DE") == "grey"
    assert register.rules_for("other", "x", "DE", DAY) == ()


def test_a_mark_comes_into_force_on_its_day():
    marks = (
        Mark("RU", dt.date(2022, 9, 1), True, "s", "d"),
        Mark("RU", dt.date(2027, 1, 1), False, "s", "d"),
    )
    assert Methods(marks=marks).mark_for("RU", DAY).token
    assert not Methods(marks=marks).mark_for("RU", dt.date(2027, 1, 1)).token


def test_a_workspace_without_a_register_has_an_empty_one(tmp_path):
    assert load_methods(tmp_path) == Methods()
