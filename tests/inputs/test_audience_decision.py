"""The audience decision of a brief: what it may hold, and how its faults are told."""

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
  audience:
    - since: 2026-08
      by: A. Orlova
      why: Families order most.
      order: [families, students]
      targets:
        - {platform: vk, breakdown: city, shares: {Jena: 0.7, elsewhere: 0.3}}
      segments:
        - key: families
          name: Families
          size: {low: 900, mode: 1200, high: 1600}
          ctr: {low: 0.01, mode: 0.02, high: 0.03}
        - {key: students, name: Students}
"""


def loaded(tmp_path: Path, old: str = "", new: str = "") -> Brief:
    path = tmp_path / "client.yml"
    path.write_text(BRIEF.replace(old, new) if old else BRIEF, encoding="utf-8")
    return load_brief(path)


def test_segments_with_parts_missing_can_be_read(tmp_path):
    decision = loaded(tmp_path).decided("audience", "2026-10")
    assert [segment.key for segment in decision.segments] == ["families", "students"]
    assert decision.segments[0].size.mode == 1200
    assert decision.segments[1].size is None


def test_a_decision_of_a_later_month_does_not_hold_yet(tmp_path):
    assert loaded(tmp_path).decided("audience", "2026-07") is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("elsewhere: 0.3", "elsewhere: 0.5", "the shares add up to 1.20, not 1.00"),
        ("elsewhere: 0.3", "elsewhere: 1.3", "is 1.3, not at most 1"),
        ("[families, students]", "[families, student]", "did you mean students?"),
        ("[families, students]", "[families, families]", "'families' stands in the order twice"),
        ("key: students", "key: families", "entry 1 has the key 'families' too"),
        ("mode: 1200", "mode: 2000", "the range goes from 900 over 2000 to 1600"),
        ("mode: 0.02", "mode: 2", "is 2, not at most 1"),
    ],
)
def test_contradictions_are_faults_of_the_brief(tmp_path, old, new, says):
    with pytest.raises(BriefError, match=says):
        loaded(tmp_path, old, new)


def test_a_rounded_sum_is_no_contradiction(tmp_path):
    assert loaded(tmp_path, "elsewhere: 0.3", "elsewhere: 0.295")
