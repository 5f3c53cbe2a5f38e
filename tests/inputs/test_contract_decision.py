"""The contract decision of a brief: what it may hold, and how its faults are told."""

from pathlib import Path

import pytest

from smmtools.errors import BriefError
from smmtools.inputs.brief_faults import brief_faults
from smmtools.inputs.client import load_brief
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.inputs.yaml_lines import read_yaml

CONTRACT = """\
since: 2026-08
by: A. Orlova
why: Agreed in July.
state:
  - {platform: vk, account: pechka_pizza, followers: 11800, visits_a_month: unknown}
followers_to_gain: 1500
obligations:
  - {whose: client, what: Answers within a day.}
penalty: {a_day: 1500, cap: 20000}
start: 2026-08-01
deadline: 2026-10-31
works:
risks:
  - {kind: blocking, likelihood: 0.05, impact: {low: 2, mode: 6, high: 9}}
"""


def read(tmp_path: Path, old: str = "", new: str = ""):
    assert old in CONTRACT
    path = tmp_path / "client.yml"
    path.write_text(CONTRACT.replace(old, new) if old else CONTRACT, encoding="utf-8")
    return brief_faults(ContractDecision, read_yaml(path))


def test_what_is_not_said_is_left_open_for_a_verdict(tmp_path):
    decision, faults = read(tmp_path)
    assert faults == []
    assert decision.state[0].visits_a_month is None and decision.state[0].engagements_a_month is None
    assert (decision.subject, decision.gained, decision.works, decision.estimate) == (None, None, (), ())
    assert decision.penalty.cap == 20_000
    assert decision.risks[0].mitigation is None


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        ("followers_to_gain", "folowers_to_gain", "there is no key 'folowers_to_gain' here",
         "did you mean 'followers_to_gain'?"),
        ("whose: client", "whose: bank", "'bank' is not a word for 'whose'", "write one of: contractor"),
        ("kind: blocking", "kind: fire", "'fire' is not a word for 'kind'", "write one of: blocking, "),
        ("2026-10-31", "2026-07-31", "the deadline 2026-07-31 is before the start 2026-08-01",
         "correct one of the two."),
        ("low: 2,", "low: 7,", "the range goes from 7 over 6 to 9", "write low, mode and high so that"),
    ],
)  # fmt: skip
def test_faults_are_told_with_their_mend(tmp_path, old, new, what, mend):
    decision, faults = read(tmp_path, old, new)
    assert decision is None
    assert [fault.what for fault in faults] == [what]
    assert faults[0].mend.startswith(mend)


@pytest.mark.parametrize(
    ("old", "new"),
    [("gain: 1500", "gain: 0"), ("gain: 1500", "gain: 1500.5"), ("a_day: 1500", "a_day: -1"),
     ("likelihood: 0.05", "likelihood: 5"), ("followers: 11800", "followers: -1")],
)  # fmt: skip
def test_numbers_lie_within_their_bounds(tmp_path, old, new):
    decision, faults = read(tmp_path, old, new)
    assert decision is None and len(faults) == 1


BRIEF = """\
name: Pechka Pizza
language: en
timezone: UTC
currency: RUB
vat: included
we_are: contractor
accounts:
  - {platform: vk, account: pechka_pizza, role: own}
  - {platform: vk, account: korochka, role: competitor}
decisions:
  contract:
    - since: 2026-08
      by: A. Orlova
      why: Agreed.
      state:
        - {platform: vk, account: pechka_pizza, followers: 11800}
      start: 2026-08-01
      delivered: 2026-10-20
"""


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        ("account: pechka_pizza, followers", "account: pechka, followers",
         "'pechka' is not among the client's own accounts", "list it under accounts, or correct the name."),
        ("account: pechka_pizza, followers", "account: korochka, followers",
         "'korochka' is not among the client's own accounts", "list it under accounts, or correct the name."),
        ("followers: 11800}", "followers: 11800}\n        - {platform: vk, account: pechka_pizza}",
         "this community is listed already", "remove it, or entry 1."),
        ("2026-10-20", "2026-07-20", "the delivery 2026-07-20 is before the start 2026-08-01",
         "correct one of the two."),
    ],
)  # fmt: skip
def test_what_its_entries_contradict_is_told(tmp_path, old, new, what, mend):
    path = tmp_path / "client.yml"
    path.write_text(BRIEF, encoding="utf-8")
    assert load_brief(path).decided("contract", "2026-10").state[0].followers == 11_800
    path.write_text(BRIEF.replace(old, new), encoding="utf-8")
    with pytest.raises(BriefError) as refused:
        load_brief(path)
    assert [(fault.what, fault.mend) for fault in refused.value.faults] == [(what, mend)]
