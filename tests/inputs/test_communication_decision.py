"""The communication decision of a brief: what it may hold, and how its faults are told."""

from pathlib import Path

import pytest

from smmtools.errors import BriefError
from smmtools.inputs.client import Brief, load_brief

BRIEF = """\
name: Pechka Pizza
language: en
timezone: UTC
currency: RUB
vat: included
we_are: contractor
decisions:
  communication:
    - since: 2026-08
      by: A. Orlova
      why: Who asks wants an answer.
      promise_hours: 2
      contacts:
        - {segment: families, channel: vk, message: Supper.}
      attractions:
        - {way: contests, state: used}
        - {way: hashtags, state: planned}
      team:
        - {name: Ann, roles: [writer], hours_a_week: 20, skills: {humour: 3}}
        - {name: Bob, roles: [designer], hours_a_week: 6}
"""


def loaded(tmp_path: Path, old: str = "", new: str = "") -> Brief:
    path = tmp_path / "client.yml"
    path.write_text(BRIEF.replace(old, new) if old else BRIEF, encoding="utf-8")
    return load_brief(path)


def test_a_row_with_parts_missing_can_be_read(tmp_path):
    decision = loaded(tmp_path).decided("communication", "2026-10")
    assert decision.contacts[0].owner is None
    assert decision.team[0].skills == {"humour": 3}


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        ("name: Bob", "name: Ann", "this person is listed already", "remove it, or entry 1."),
        ("way: hashtags", "way: contests", "this way is decided already", "remove it, or entry 1."),
        ("humour: 3", "humour: 4", "", ""),
        ("promise_hours: 2", "promise_hours: 0", "", ""),
        ("way: hashtags", "way: hashtag", "", "did you mean 'hashtags'?"),
    ],
)
def test_faults_are_told_with_line_and_mend(tmp_path, old, new, what, mend):
    with pytest.raises(BriefError) as error:
        loaded(tmp_path, old, new)
    (fault,) = error.value.faults
    assert what in fault.what
    assert mend in fault.mend
    assert "client.yml, line " in fault.where
