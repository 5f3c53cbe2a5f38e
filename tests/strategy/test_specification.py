"""X3: the technical specification says what the brief holds, and asks for the rest."""

from pathlib import Path

import pytest

from smmtools.inputs.client import load_brief
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.strategy.specification import specification

CLIENTS = Path(__file__).parents[2] / "data" / "clients"
BRIEF = """\
name: Pechka Pizza
language: en
timezone: UTC
currency: RUB
vat: included
we_are: contractor
accounts:
  - {platform: vk, account: pechka_pizza, role: own}
decisions:
  goals:
    - since: 2026-08
      by: A. Orlova
      why: Busy.
      goals:
        - {key: likes, name: Likes}
        - {key: sales, name: Sales, main: true, target: 20}
  audience:
    - since: 2026-08
      by: A. Orlova
      why: They buy.
      segments:
        - {key: families, name: Families, need: Supper., geography: [Jena, Gera]}
        - {key: students, name: Students}
  content:
    - since: 2026-10
      by: A. Orlova
      why: Twice a day.
      channels: [{platform: vk, posts: 2}]
"""


def page(tmp_path, month="2026-10", contract=None):
    path = tmp_path / "client.yml"
    path.write_text(BRIEF, encoding="utf-8")
    return {line.key: line for line in specification(load_brief(path), month, contract).lines}


def test_what_the_brief_says_is_filled(tmp_path):
    lines = page(tmp_path)
    assert lines["accounts_own"].value == (("vk", "pechka_pizza"),)
    likes, sales = lines["goals"].value
    assert (sales["name"], sales["target"], sales["main"]) == ("Sales", 20, True)
    assert (likes["name"], likes["target"], likes["main"]) == ("Likes", None, False)
    assert lines["posts"].value == (("vk", 2, "day"),)
    assert lines["name"].filled and lines["posts"].filled


def test_what_it_leaves_out_is_asked_for(tmp_path):
    lines = page(tmp_path)
    for key in (
        "jurisdiction",
        "site",
        "accounts_competitor",
        "watched",
        "chosen",
        "tone",
        "cap",
        "works",
    ):
        assert not lines[key].filled and lines[key].value is None, key


def test_what_is_said_of_some_segments_names_the_others(tmp_path):
    need = page(tmp_path)["need"]
    assert (need.value, need.lacking, need.filled) == ((("families", "Supper."),), ("students",), False)


def test_every_line_is_filled_or_missing_once(tmp_path):
    path = tmp_path / "client.yml"
    path.write_text(BRIEF, encoding="utf-8")
    found = specification(load_brief(path), "2026-10")
    assert sorted([*found.filled, *found.missing], key=found.lines.index) == list(found.lines)
    assert len({(line.part, line.key) for line in found.lines}) == len(found.lines)


def test_a_month_is_told_by_the_decisions_in_force_then(tmp_path):
    assert page(tmp_path, "2026-09")["posts"].value is None
    assert page(tmp_path, "2026-07")["goals"].value is None


def test_the_contract_adds_its_own_lines(tmp_path):
    said = {"since": "2026-08", "by": "A. Orlova", "why": "Agreed.", "works": [{"item": "Posts"}]}
    lines = page(tmp_path, contract=ContractDecision.model_validate(said | {"followers_to_gain": 1_500}))
    assert lines["works"].value == (("Posts", None, None),)
    assert lines["followers_to_gain"].value == 1_500
    assert not lines["counts_as_follower"].filled


@pytest.mark.parametrize("slug", ["pizza", "newcomer"])
def test_the_sample_clients_have_a_page(slug):
    found = specification(load_brief(CLIENTS / slug / "client.yml"), "2026-10")
    filled = {line.key for line in found.filled}
    assert {"name", "language", "currency"} <= filled
    assert ("cap" in filled) == (slug == "pizza")


def test_nothing_internal_is_on_the_page():
    brief = load_brief(CLIENTS / "pizza" / "client.yml")
    values = {str(line.value) for line in specification(brief, "2026-10").lines}
    fee = brief.decided("budget", "2026-10").fee
    assert fee is not None and str(fee.amount) not in values
