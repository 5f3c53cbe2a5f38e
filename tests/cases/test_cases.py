"""Clients that must be blocked or refused: each is a valid brief that asks for what may not be done."""

import re
import shutil
from pathlib import Path

import pytest

from smmtools.inputs.client_month import ClientMonth, open_client
from smmtools.inputs.workspace import Workspace
from smmtools.strategy import budget

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


@pytest.fixture
def opened(tmp_path):
    """Open a case as a client of a workspace of its own, in October 2026."""

    def open_case(slug: str) -> ClientMonth:
        shutil.copytree(HERE / slug, tmp_path / "data" / "clients" / slug)
        shutil.copytree(REFERENCE, tmp_path / "data" / "reference")
        return open_client(slug, "2026-10", Workspace(tmp_path))

    return open_case


def test_all_cases_are_here():
    assert set(CASES) == {*METHODS, "infeasible-calendar"}


@pytest.mark.parametrize("slug", CASES)
def test_a_case_is_a_valid_client_and_says_which_rule_catches_it(opened, slug):
    assert len(opened(slug).tables["followers"]) == 2
    rule = "K5" if slug == "infeasible-calendar" else "R7.1" if slug == "bots" else "X1"
    text = (HERE / slug / "README.md").read_text("utf-8")
    assert re.match(rf"{rule}: .*\b[Ff]rom stages? 0", text), text


@pytest.mark.parametrize("slug", METHODS)
def test_the_method_stands_in_the_estimate(opened, slug):
    lines = opened(slug).brief.decided("budget", "2026-10").lines
    assert METHODS[slug] in {line.method for line in lines}


def test_bots_are_found_today(opened):
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
