"""The indicators decision of a brief: what it may hold, and how its faults are told."""

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
  indicators:
    - since: 2026-08
      by: A. Orlova
      why: Orders count.
      watched:
        - {indicator: ctr, baseline: 0.01, target: 0.012}
        - {indicator: ctr, channel: vk}
      codes: {OVEN10: vk}
"""


def loaded(tmp_path: Path, old: str = "", new: str = "") -> Brief:
    path = tmp_path / "client.yml"
    path.write_text(BRIEF.replace(old, new) if old else BRIEF, encoding="utf-8")
    return load_brief(path)


def test_what_is_not_said_can_be_read_and_one_indicator_stands_for_two_channels(tmp_path):
    decision = loaded(tmp_path).decided("indicators", "2026-10")
    assert [each.channel for each in decision.watched] == [None, "vk"]
    assert (decision.watched[1].baseline, decision.codes) == (None, {"OVEN10": "vk"})


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "{indicator: ctr, channel: vk}",
            "{indicator: ctr}",
            "this indicator is decided for the same goal and channel already",
        ),
        ("{OVEN10: vk}", "{OVEN10: vk, oven10: instagram}", "has another meaning in other capitals, 'vk'"),
        ("baseline: 0.01", "baseline: .nan", "baseline"),
        ("channel: vk", "channel: myspace", "myspace"),
        ("channel: vk", "chanel: vk", "chanel"),
    ],
)
def test_faults_are_told(tmp_path, old, new, says):
    with pytest.raises(BriefError, match=says):
        loaded(tmp_path, old, new)
