import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmtools.errors import CallError
from smmtools.inputs.reference import TrafficSources
from smmtools.measures.utm import Remark, build, channel_group, is_personal, lint, parse, spelt_apart

GOOGLES_LIST = Path(__file__).parents[3] / "shared" / "realdata" / "rules" / "ga4_source_categories.csv"


def test_a_link_keeps_its_parameters_and_its_anchor_and_loses_old_tags():
    link = build("https://a.example/p?id=7&utm_source=old&utm_term=x#top", "vk", "social", "menu", "post-1")
    assert link == (
        "https://a.example/p?id=7&utm_source=vk&utm_medium=social&utm_campaign=menu&utm_content=post-1#top"
    )


def test_tags_are_lower_case_without_spaces():
    assert parse(build("https://a.example", "VK", "Paid Social", " Быстрый  обед ")) == {
        "source": "vk",
        "medium": "paid-social",
        "campaign": "быстрый-обед",
    }


def test_a_platforms_own_placeholder_survives():
    assert build("https://a.example/", "vk", "cpc", "menu", "{ad_id}").endswith("utm_content={ad_id}")


words = st.from_regex(r"[a-z0-9äж_.-]{1,12}", fullmatch=True)


@given(words, words, words, words | st.none(), words | st.none())
def test_what_is_built_is_parsed_back(source, medium, campaign, content, term):
    link = build("https://a.example/?page=2", source, medium, campaign, content, term)
    given_tags = zip(
        ("source", "medium", "campaign", "content", "term"),
        (source, medium, campaign, content, term),
        strict=True,
    )
    assert parse(link) == {part: value for part, value in given_tags if value}
    assert build(link, **parse(link)) == link
    troubles = {remark.trouble for remark in lint(link)}
    assert not troubles & {"missing", "twice", "capitals", "space", "personal data"}


def test_every_fault_of_a_link_is_told_at_once():
    with pytest.raises(CallError) as error:
        build("https://a.example/?mail=anna@mail.example", "vk", " ", "menu", "+7 912 345-67-89")
    assert str(error.value) == (
        "CallError: a tagged link needs a medium\n"
        "  https://a.example/?mail=anna@mail.example\n"
        "  Mend: name the medium.\n"
        "CallError: content holds personal data: +7 912 345-67-89\n"
        "  https://a.example/?mail=anna@mail.example\n"
        "  Mend: write a name that is nobody's, such as a post's ID.\n"
        "CallError: mail holds personal data: anna@mail.example\n"
        "  https://a.example/?mail=anna@mail.example\n"
        "  Mend: write a name that is nobody's, such as a post's ID."
    )


@pytest.mark.parametrize("address", ["", "a.example/p", "javascript:alert(1)", "https://", "https://[1"])
def test_what_is_no_address_of_a_page_is_refused(address):
    with pytest.raises(CallError, match=r"is not the address of a page"):
        build(address, "vk", "social", "menu")


def test_numbers_of_ads_and_posts_are_not_telephones():
    assert not is_personal("18071026438191835")
    assert not is_personal("2026-10-05-vk-m")


def test_a_clean_link_has_no_remarks():
    assert lint(build("https://a.example", "vk", "social", "menu", "2026-10-05-vk-m")) == ()


def test_every_trouble_has_its_remark():
    link = "https://a.example/?utm_source=FB&utm_medium=posts&utm_campaign=a%20b&utm_campaign=c&phone=%2B79123456789"
    assert lint(link) == (
        Remark("twice", "campaign"),
        Remark("capitals", "source", "FB", "fb"),
        Remark("space", "campaign", "a b", "a-b"),
        Remark("spelling", "source", "FB", "facebook"),
        Remark("personal data", "phone"),
    )
    assert lint("https://a.example/?utm_source=blog&utm_medium=post&utm_campaign=x") == (
        Remark("unassigned", "medium", "blog / post"),
    )
    assert [each.part for each in lint("https://a.example/")] == ["source", "medium", "campaign"]


def test_one_source_spelt_two_ways_is_found():
    assert spelt_apart(["vk", "vk", "m.vk.com", "Anna's blog", "annas-blog", "google"]) == {
        "anna's blog": ("Anna's blog", "annas-blog"),
        "vk": ("m.vk.com", "vk"),
    }


@pytest.mark.parametrize(
    ("source", "medium", "campaign", "group"),
    [
        ("(direct)", "(none)", None, "Direct"),
        ("(direct)", "(not set)", None, "Direct"),
        ("google", "cpc", "cross-network", "Cross-network"),
        ("amazon", "cpc", None, "Paid Shopping"),
        ("facebook", "paid", "eshop-sale", "Paid Shopping"),
        ("yandex", "cpc", None, "Paid Search"),
        ("vk.com", "cpm", None, "Paid Social"),
        ("VK", "Retargeting", None, "Paid Social"),
        ("instagram", "paid_social", None, "Paid Social"),
        ("youtube.com", "ads", None, "Organic Video"),
        ("youtube.com", "cpv-cpc", None, "Paid Video"),
        ("news.example", "cpm", None, "Display"),
        ("news.example", "banner", None, "Display"),
        ("news.example", "cpc", None, "Paid Other"),
        ("ebay", "referral", None, "Organic Shopping"),
        ("facebook", "social", "workshop", "Organic Social"),
        ("telegram", "referral", None, "Organic Social"),
        ("news.example", "social-media", None, "Organic Social"),
        ("rutube", "referral", None, "Organic Video"),
        ("news.example", "shortvideo", None, "Organic Video"),
        ("bing", "referral", None, "Organic Search"),
        ("news.example", "organic", None, "Organic Search"),
        ("news.example", "referral", None, "Referral"),
        ("letter", "e-mail", None, "Email"),
        ("partner", "affiliate", None, "Affiliates"),
        ("podcast", "audio", None, "Audio"),
        ("sms", "text", None, "SMS"),
        ("firebase", "x", None, "Mobile Push Notifications"),
        ("app", "web-push", None, "Mobile Push Notifications"),
        ("news.example", "post", None, "Unassigned"),
        (None, None, None, "Unassigned"),
        (float("nan"), pd.NA, None, "Unassigned"),
    ],
)
def test_groups_by_googles_rules(source, medium, campaign, group):
    assert channel_group(source, medium, campaign) == group


def test_the_list_of_sites_may_be_given():
    sources = TrafficSources({"blog": frozenset({"blog"})}, {}, {}, {})
    assert channel_group("blog", "cpc", sources=sources) == "Paid Social"
    assert channel_group("vk", "cpc", sources=sources) == "Paid Other"


def test_our_list_calls_nothing_otherwise_than_google_does():
    if not GOOGLES_LIST.is_file():
        pytest.skip("Google's list of sources is not at hand")
    from smmtools.inputs.reference import known_sources

    with GOOGLES_LIST.open(encoding="utf-8") as file:
        googles = {
            row["source"].lower(): row["source_category"].removeprefix("SOURCE_CATEGORY_").lower()
            for row in csv.DictReader(file)
        }
    ours = known_sources()
    for sites in (ours.social, ours.video, ours.search, ours.shopping):
        for name in (name for names in sites.values() for name in names):
            assert ours.kind_of(name) == googles.get(name, ours.kind_of(name)), name
