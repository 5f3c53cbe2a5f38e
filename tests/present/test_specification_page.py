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
    assert said["Advertising law of"] == ("Russia",) and said["Language of reports"] == ("English",)
    assert said["Own communities"] == ("VK: pechka_pizza", "Instagram: pechka.pizza")
    assert said["At most a month"] == ("RUB\N{NO-BREAK SPACE}180,000",)
    assert said["Posts"] == ("VK: 2 a day", "Instagram: 1 a day")
    assert said["Age"][0] == "Families in the delivery zone: 27-45"
    assert said["First answer within"] == ("2 hours",)
    assert len(said["Works"]) == 5
    assert said["Works"][0] == "Targeted ads in the delivery zone (targeted ads, VK)"
    assert said["Works"][-1] == "To be fulfilled by Oct 31, 2026."
    assert said["Topics"][-3] == "VK, to inform: news (text) and menu (carousel)"


def test_what_is_missing_is_a_blank_with_its_question(stored):
    lines = lines_of(stored["newcomer"])
    assert (lines["Networks"].said, lines["Networks"].asked) == ((), "To be agreed: On which networks?")
    assert lines["Networks"].where == "in the brief: decisions, channels, chosen"
    assert lines["Where they live"].said == ("Beginners after work: Warsaw",)
    assert lines["Where they live"].asked == "To be agreed for Expecting mothers: Where do they live?"
    page = page_of(stored["newcomer"])
    blanks = len(stored["newcomer"]["specification"]["lines"]) - sum(
        line["filled"] for line in stored["newcomer"]["specification"]["lines"]
    )
    assert len(page.select("dl .blank")) == len(page.select("dl .asked")) == blanks > 15
    assert f"Lines still to be agreed: {blanks} of 41." in page.get_text()


def test_every_goal_stands_with_its_target_and_every_indicator_with_who_looks_and_how_often(stored):
    lines = lines_of(stored["pizza"])
    assert lines["Goals"].columns == ("goal", "counted", "target", "from", "by", "before")
    first, second = ([cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in lines["Goals"].rows)
    assert first[0] == "Applications from social networks (the main goal)"
    assert first[1:] == ["applications", "20 a day", "Aug 1, 2026", "Dec 31, 2026", "12 a day"]
    assert second[:3] == ["New followers", "follows", "1,000 a month, rising evenly to it"]
    rows = [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in lines["Indicators"].rows]
    assert rows[4] == [
        "",
        "Cost per application, guard",
        "RUB 250",
        "at most RUB 300",
        "every week",
        "K. Belova",
    ]
    assert len(rows) == 9 and len(page_of(stored["pizza"]).select("table tbody tr")) == 11
    nobody = lines_of(stored["jewellery"])["Indicators"]
    assert nobody.asked.startswith("To be agreed for Sessions:") and nobody.rows[-2][-1].endswith("agreed")


def test_either_side_has_its_duties_and_what_the_brief_lacks_is_to_be_agreed(stored):
    lines = lines_of(stored["cars"])
    assert lines["The contractor"].said == ("Answers the phone until seven.",)
    assert lines["The client"].said == () and lines["The client"].asked.startswith("To be agreed: What does")
    assert lines["The client"].where == "in the brief: decisions, contract, obligations"
    assert lines["When it is accepted"].asked.startswith("To be agreed: What is delivered")
    assert lines_of(stored["pizza"])["Refund when blocked"].said == ("The month's fee, within ten days.",)
    assert lines["Refund when blocked"].asked.startswith("To be agreed: What is paid back")


def test_what_law_and_networks_forbid_is_excluded_where_it_holds(stored):
    law, rules, by, whoever = lines_of(stored["pizza"])["Methods that are excluded"].said
    assert law.startswith("The law forbids: hacking, a stolen community, spam")
    assert "advertising on Instagram" in law and "72-FZ" in by
    assert rules.startswith("The networks' rules forbid: bought followers") and "Nov 30, 2026" in whoever
    assert "advertising" not in lines_of(stored["jewellery"])["Methods that are excluded"].said[0]
    assert "token" in lines_of(stored["pizza"])["Paid mentions"].said[1]


def test_the_acceptance_says_sample_and_limits_or_asks_for_the_sample(stored):
    line = lines_of(stored["toys"])["When it is accepted"]
    assert "Accepted when its lower bound reaches 1,500" in line.said[1]
    assert line.said[2] == (
        "Drawn: 100 of 2,000 gained. Accepted from 84 alive of 100. Refused up to 66 alive of 100."
    )
    content = json.loads(json.dumps(stored["toys"]))
    (kept,) = [each for each in content["specification"]["lines"] if each["key"] == "acceptance"]
    kept |= {"value": [{"target": 1_500}], "lacking": ["audit"], "filled": False}
    unaudited = lines_of(content)["When it is accepted"]
    assert len(unaudited.said) == 2
    assert unaudited.asked.startswith("To be agreed: How many accounts are drawn at random")
    assert unaudited.where == "in the brief: exports, audits (scope: gained)"


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
        line["value"] = evil if line["key"] in ("name", "way", "counts_as_follower") else line["value"]
        line["lacking"] = [evil] if line["key"] == "style" else line["lacking"]
        if line["key"] == "goals":
            line["value"] = [goal | {"name": evil} for goal in line["value"]]
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
