"""The split in a brief's budget: what contradicts itself is told with its place and the mend."""

from pathlib import Path

import pytest

from smmtools.inputs.brief_compared import compared
from smmtools.inputs.yaml_lines import read_yaml

SPLIT = """\
decisions:
  budget:
    - since: 2026-10
      split:
        channels:
          - {key: vk-ads, platform: vk}
          - {key: placed, platform: vk, campaigns: [placement-]}
        decided: {vk-ads: 10, placed: 5}
"""


def told(tmp_path: Path, old: str = "", new: str = "") -> list[tuple[str, str, str]]:
    assert old in SPLIT
    path = tmp_path / "client.yml"
    path.write_text(SPLIT.replace(old, new), "utf-8")
    data = read_yaml(path)
    data = getattr(data, "data", data)
    return [(".".join(map(str, loc[3:])), what, mend) for loc, what, mend in compared(data)]


def test_a_split_without_contradictions_has_no_faults(tmp_path):
    assert told(tmp_path) == []
    assert told(tmp_path, "        decided: {vk-ads: 10, placed: 5}\n", "") == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "key: placed",
            "key: vk-ads",
            (
                "split.channels.1.key",
                "entry 1 has the key 'vk-ads' too",
                "give each channel a key of its own.",
            ),
        ),
        (
            ", campaigns: [placement-]",
            "",
            (
                "split.channels.1",
                "entry 1 takes every campaign of vk that no other names",
                "add campaigns: how the names of this channel's campaigns begin.",
            ),
        ),
        (
            "placed: 5",
            "posters: 5",
            ("split.decided.posters", "'posters' is the key of no channel", "correct the key."),
        ),
    ],
)
def test_what_contradicts_itself_is_told_with_its_mend(tmp_path, old, new, fault):
    assert fault in told(tmp_path, old, new)
