"""Clients that must be blocked or refused: each is a valid brief that asks for what may not be done."""

import re
import shutil
from pathlib import Path

import pytest

from smmtools.inputs.client_month import ClientMonth, open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import compliance as shown
from smmtools.strategy import budget, compliance, content

HERE = Path(__file__).parent
REFERENCE = HERE.parents[1] / "data" / "reference"
CASES = sorted(folder.name for folder in HERE.iterdir() if (folder / "client.yml").is_file())
METHODS = {
    "black-hacking": "hacking",
    "black-spam": "spam",
    "bots": "bought_followers",
    "grey-signed-180-live": "mass_following",
    "grey-unsigned": "mass_following",
    "undisclosed-blogger": "blogger_posts",
}
REASONS = {
    "black-hacking": [("line", "black")],
    "black-spam": [("line", "black")],
    "bots": [("line", "grey, unsigned")],
    "grey-signed-180-live": [("line", "grey, unpriced")],
    "grey-unsigned": [("line", "grey, unsigned")],
    "infeasible-calendar": [],
    "undisclosed-blogger": [("placement", "undisclosed"), ("promotion", "hidden")],
}
"""Which entries of a case block its report, and why."""
PRICE = "          likelihood: 0.2\n          loss: {low: 200, mode: 400, high: 900}\n"
SIGNATURE = """\
  compliance:
    - since: 2026-10
      by: T. Ester
      why: The owner insists.
      exceptions:
        - {{method: {method}, signed_by: The owner, signed_on: 2026-10-01, reason: Growth.,
           likelihood: 0.2, loss: {{low: 100, mode: 200, high: 300}}}}
"""
MENDED = {
    "black-hacking": [("hacking", "community_ads")],
    "black-spam": [("spam", "targeted_ads")],
    "bots": [("bought_followers", "targeted_ads")],
    "grey-signed-180-live": [("little to lose.\n", "little to lose.\n" + PRICE)],
    "grey-unsigned": [("mass_following", "talking_with_users")],
    "undisclosed-blogger": [("disclosed: false", "disclosed: true"), ("hidden", "open")],
}
"""The least that each has to change."""


@pytest.fixture
def opened(tmp_path):
    """Open a case as a client of a workspace of its own, in October 2026, perhaps with its brief changed."""

    def open_case(slug: str, *changes: tuple[str, str], more: str = "") -> ClientMonth:
        folder = tmp_path / "data" / "clients" / slug
        shutil.copytree(HERE / slug, folder)
        shutil.copytree(REFERENCE, tmp_path / "data" / "reference")
        brief = (folder / "client.yml").read_text("utf-8")
        for before, after in changes:
            assert before in brief
            brief = brief.replace(before, after)
        (folder / "client.yml").write_text(brief + more, "utf-8")
        return open_client(slug, "2026-10", Workspace(tmp_path))

    return open_case


def blocking(found):
    """Where and why it is blocked."""
    return [(each.act.kind, each.verdict.finding) for each in found.reasons]


def test_all_cases_are_here():
    assert set(CASES) == {*METHODS, "infeasible-calendar"} == set(REASONS)


@pytest.mark.parametrize("slug", CASES)
def test_a_case_is_a_valid_client_and_says_which_rule_catches_it(opened, slug):
    assert len(opened(slug).tables["followers"]) == 2
    rule = "K5" if slug == "infeasible-calendar" else "X1"
    text = (HERE / slug / "README.md").read_text("utf-8")
    assert re.match(rf"{rule}: .*\bFrom stages? 0", text), text


@pytest.mark.parametrize("slug", CASES)
def test_a_case_is_blocked_for_the_right_reason(opened, slug):
    found = compliance.assess(opened(slug))
    assert blocking(found) == REASONS[slug]
    assert found.blocked == bool(REASONS[slug])


@pytest.mark.parametrize("slug", CASES)
def test_each_reason_says_what_by_which_source_how_to_mend_it_and_who_decides(opened, slug):
    for reason in shown.reasons(compliance.assess(opened(slug))):
        assert "line" in reason["source"] or "section" in reason["source"] or "art." in reason["source"]
        assert reason["mend"].endswith(("T. Ester decides.", "T. Ester decides what takes its place."))
        assert reason["who"] == "T. Ester"


@pytest.mark.parametrize("slug", MENDED)
def test_a_case_that_changes_one_thing_is_blocked_no_more(opened, slug):
    assert blocking(compliance.assess(opened(slug, *MENDED[slug]))) == []


@pytest.mark.parametrize(("slug", "method"), [("black-hacking", "hacking"), ("black-spam", "spam")])
def test_no_signature_allows_what_is_black(opened, slug, method):
    found = compliance.assess(opened(slug, more=SIGNATURE.format(method=method)))
    assert blocking(found) == [("line", "black")]


def test_the_signed_and_priced_grey_method_is_for_a_person_to_review(opened):
    found = compliance.assess(opened("grey-signed-180-live", *MENDED["grey-signed-180-live"]))
    (finding,) = [each for each in found.findings if each.act.method == "mass_following"]
    assert (finding.verdict.finding, str(finding.verdict.grade)) == ("grey, excepted", "REVIEW")
    assert finding.live.bound == pytest.approx(188.96, abs=0.01)  # Wilson's upper bound of 90 in 100, of 200
    assert finding.risk.expected == pytest.approx(0.2 * (200 + 4 * 400 + 900) / 6)


@pytest.mark.parametrize("slug", METHODS)
def test_the_method_stands_in_the_estimate(opened, slug):
    lines = opened(slug).brief.decided("budget", "2026-10").lines
    assert METHODS[slug] in {line.method for line in lines}


def test_the_calendar_that_cannot_be_filled_names_the_demands_that_clash(opened):
    found = content.assess(opened("infeasible-calendar"))
    (clash,) = [verdict for verdict in found.verdicts if verdict.rule == "K5"]
    assert (str(clash.grade), clash.finding) == ("FAIL", "clash")
    assert ("no format twice running", "instagram") in clash.facts["demands"]


def test_with_photos_between_the_videos_the_calendar_is_filled(opened):
    photos = [("format: video\n          function: inform", "format: photo\n          function: inform")]
    found = content.assess(
        opened("infeasible-calendar", ("low: 1.0, high: 1.0", "low: 0.4, high: 0.6"), *photos)
    )
    grades = {verdict.finding: str(verdict.grade) for verdict in found.verdicts if verdict.rule == "K5"}
    assert "clash" not in grades, grades
    assert "FAIL" not in grades.values(), grades


def test_bots_are_a_fraud_in_the_estimate_too(opened):
    found = budget.assess(opened("bots")).verdicts
    frauds = [verdict for verdict in found if verdict.finding == "fraud"]
    assert [(verdict.rule, str(verdict.grade), verdict.facts["item"]) for verdict in frauds] == [
        ("R7.1", "FAIL", "Followers, delivered within a week")
    ]


def test_hidden_promotion_stands_with_the_goals(opened):
    assert opened("undisclosed-blogger").brief.decided("goals", "2026-10").promotion == "hidden"


def test_the_signed_case_has_180_live_followers(opened):
    tables = opened("grey-signed-180-live").tables
    audit, count = tables["audits"].iloc[0], tables["followers"]["count"].iloc[-1]
    assert count * audit["alive"] / audit["n"] == 180
