"""The technical specification as a page to send: made of plan.json alone, with blanks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import contract as agreed
from smmtools.present.specification_page import page_lines, specification_html
from smmtools.present.voice import Voice
from smmtools.strategy import contract

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def stored():
    """The contract's part of each sample's plan.json."""
    return {
        slug: json.loads(json.dumps(agreed.record(open_client(slug, "2026-10", Workspace(ROOT)))["content"]))
        for slug in ("pizza", "toys", "jewellery", "cars", "newcomer")
    }


def page_of(content, language="en"):
    return BeautifulSoup(specification_html(content, Voice(language)), "html.parser")


def lines_of(content):
    return {line.name: line for line in page_lines(content["specification"], Voice("en"))}


def test_what_is_said_stands_in_words(stored):
    lines = lines_of(stored["pizza"])
    said = {name: line.said for name, line in lines.items()}
    assert said["Law of"] == ("Russia",) and said["Language of reports"] == ("English",)
    assert said["Own communities"] == ("VK: pechka_pizza", "Instagram: pechka.pizza")
    assert (said["Until"], said["At most a month"]) == (("Dec 31, 2026",), ("RUB\N{NO-BREAK SPACE}180,000",))
    assert said["Posts"] == ("VK: 2 a day", "Instagram: 1 a day")
    assert said["Age"][0] == "Families in the delivery zone: 27-45"
    assert said["First answer within"] == ("2 hours",)
    assert len(said["Works"]) == 4


def test_what_is_missing_is_a_blank_with_its_question(stored):
    lines = lines_of(stored["newcomer"])
    assert (lines["Networks"].said, lines["Networks"].asked) == ((), "On which networks?")
    assert lines["Where they live"].said == ("Beginners after work: Warsaw",)
    assert lines["Where they live"].asked == "Still to be said of Expecting mothers: Where do they live?"
    page = page_of(stored["newcomer"])
    blanks = len(stored["newcomer"]["specification"]["lines"]) - sum(
        line["filled"] for line in stored["newcomer"]["specification"]["lines"]
    )
    assert len(page.select("dl .blank")) == len(page.select("dl .asked")) == blanks > 15
    assert f"Lines still to be filled in: {blanks} of 40." in page.get_text()


def test_counts_that_people_sign_are_whole(stored):
    content = json.loads(json.dumps(stored["pizza"]))
    for line in content["specification"]["lines"]:
        if line["key"] == "followers_to_gain":
            line["value"] = 12_345
        if line["key"] == "cap":
            line["value"] = 123_456.5
    text = page_of(content).get_text()
    assert "12,345" in text and "123,456.50" in text


@pytest.mark.parametrize("side", ["contractor", "client"])
def test_it_is_sent_from_either_side(stored, side):
    content = stored["pizza"] | {"specification": stored["pizza"]["specification"] | {"we_are": side}}
    says = {"contractor": "This is how we understand the task.", "client": "This is what is to be done."}
    assert says[side] in page_of(content).get_text()


def test_a_page_without_blanks_says_so(stored):
    page = stored["pizza"]["specification"]
    whole = page | {"lines": [line for line in page["lines"] if line["filled"]]}
    assert "Every line is filled in." in page_of({"specification": whole}).get_text()


def test_the_page_loads_nothing_and_runs_nothing(stored):
    hostile = json.loads(json.dumps(stored["cars"]))
    evil = '<script>alert(1)</script><img src="https://evil.example/x.png">'
    hostile["specification"]["client"] = evil
    for line in hostile["specification"]["lines"]:
        line["value"] = (
            evil if line["key"] in ("name", "way", "goal_name", "counts_as_follower") else line["value"]
        )
        line["lacking"] = [evil] if line["key"] == "style" else line["lacking"]
    page = page_of(hostile)
    assert page.find_all(["script", "img", "link", "iframe", "a", "form"]) == []
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert page.h1.get_text() == evil


def test_it_has_the_same_policy_as_the_report(stored):
    base = ROOT / "smmtools" / "batch" / "templates" / "page" / "base.html.j2"
    policy = page_of(stored["pizza"]).find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert f'content="{policy}"' in base.read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["pizza", "toys", "jewellery", "cars"])
def test_nothing_internal_stands_on_it(stored, slug):
    case = open_client(slug, "2026-10", Workspace(ROOT))
    inside = agreed.contract_record(contract.assess(replace(case, audience="internal")))["content"]
    assert specification_html(inside, Voice("en")) == specification_html(stored[slug], Voice("en"))
    decision, budget = (case.brief.decided(stage, "2026-10") for stage in ("contract", "budget"))
    amounts = [item.amount for item in decision.estimate]
    amounts += [decision.penalty.a_day] if decision.penalty else []
    amounts += [budget.fee.amount] if budget.fee else []
    text = page_of(stored[slug]).main.get_text()
    assert [amount for amount in amounts if f" {amount:,.0f}\n" in text or f" {amount:,.0f} " in text] == []
    assert "penalt" not in text.lower()


def test_it_is_the_same_bytes_each_time_and_in_the_language_of_the_brief(stored):
    once = specification_html(stored["toys"], Voice("de"))
    assert once == specification_html(stored["toys"], Voice("de"))
    assert BeautifulSoup(once, "html.parser").html["lang"] == "en"  # no German catalogue yet
