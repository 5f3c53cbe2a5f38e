"""M5: links of posts and tags of exports: capitals, spellings, personal data; and what is clean."""

import pytest
from indicator_cases import decided, of_rule, orders, posts, visits

from smmtools.inputs.plans import ApprovedPlan
from smmtools.strategy import indicators

CLEAN = "https://pechka.example/?utm_source=vk&utm_medium=social&utm_campaign=menu&utm_content=p1"


@pytest.fixture
def assessed(a_client, briefed):
    def assess(codes=None, **rows):
        brief = briefed(site="https://pechka.example")
        said = brief.model_dump(mode="json")
        if codes:
            said["decisions"] = {"indicators": decided({"indicator": "aov"}, codes=codes)}
        return indicators.assess(a_client(brief=type(brief).model_validate(said), **rows))

    return assess


LINTED = ("clean", "tags", "no tags", "spelt apart", "personal data")


def tags(found):
    return [verdict for verdict in of_rule(found, "M5") if verdict[1] in LINTED]


def linked(link):
    rows = posts(1)
    rows[0]["text"] = f"See {link}."
    return rows


def test_clean_links_and_tags_pass(assessed):
    found = assessed(posts=linked(CLEAN), orders=orders(3))
    assert tags(found) == [("PASS", "clean")]
    assert (found.tags.links, found.tags.tags) == (1, 4)


@pytest.mark.parametrize(
    ("link", "trouble"),
    [
        (CLEAN.replace("=vk", "=VK"), "capitals"),
        (CLEAN.replace("=vk", "=vk.com"), "spelling"),
        (CLEAN.replace("&utm_campaign=menu", ""), "missing"),
        (CLEAN.replace("=vk&utm_medium=social", "=flyer&utm_medium=handbill"), "unassigned"),
        ("https://pechka.example/menu", "missing"),
    ],
)
def test_a_faulty_link_of_a_post_is_reviewed(assessed, link, trouble):
    found = assessed(posts=linked(link))
    assert tags(found) == [("REVIEW", "tags")]
    assert trouble in {each.remark.trouble for each in found.tags.remarks}


def test_personal_data_fail_and_are_never_repeated(assessed):
    found = assessed(
        posts=linked(CLEAN + "&utm_term=anna@mail.example"), orders=orders(1, content="a@b.example")
    )
    assert tags(found) == [("FAIL", "personal data")]
    assert "mail.example" not in repr(found.tags) and "b.example" not in repr(found.tags.remarks)


def test_two_spellings_of_one_source_are_told(assessed):
    rows = [*orders(2), *orders(1, source="vk.com", order_id="x")]
    found = assessed(orders=rows)
    assert found.tags.spellings == {"vk": ("vk", "vk.com")}
    assert tags(found) == [("REVIEW", "spelt apart")]


def test_capitals_of_a_tag_are_reviewed_and_those_of_a_promo_code_are_not(assessed):
    rows = orders(2, content="OVEN10")
    assert tags(assessed(orders=rows)) == [("REVIEW", "tags")]
    assert tags(assessed(codes={"oven10": "vk"}, orders=rows)) == [("PASS", "clean")]


def test_who_was_asked_and_what_is_not_set_are_no_faults(assessed):
    rows = orders(2, source="a-friend", medium="asked", campaign=None, content=None)
    assert tags(assessed(orders=rows, traffic=visits(source="(direct)", medium="(none)"))) == [
        ("PASS", "clean")
    ]


def test_nothing_tagged_is_no_data(assessed):
    assert tags(assessed()) == [("NO DATA", "no tags")]


def test_the_links_of_the_approved_plan_are_looked_at(a_client, briefed):
    case = a_client(brief=briefed())
    plan = {"content": {"posts": [{"plan_id": "p1", "platform": "vk", "at": "2026-10-01T09:00:00+00:00",
                                   "text": "x", "link": CLEAN.replace("=vk", "=VK")}]}}  # fmt: skip
    approved = ApprovedPlan("2026-10", 1, "A", "2026-09-30", "0" * 64, plan)
    found = indicators.assess(type(case)(**{**vars(case), "plans": (approved,)}))
    assert next((each.where, each.post) for each in found.tags.remarks) == ("agreed", "p1")
