"""The content decision in a brief: what contradicts itself is told with the others, each with its mend."""

import datetime as dt

import pandas as pd
import pytest

from smmtools.errors import BriefError
from smmtools.inputs.client import load_brief
from smmtools.inputs.public_holidays import public_holidays

BRIEF = """\
name: Pechka
jurisdiction: RU
language: en
timezone: Asia/Yekaterinburg
currency: RUB
vat: included
we_are: contractor
decisions:
  content:
    - since: 2026-08
      by: A
      why: B
      channels:
        - {platform: vk, posts: 2}
      topics:
        - {key: oven, channel: vk, format: photo, function: sell, about: brand, texts: [One, Two]}
      fixed:
        - {date: 2026-11-27, topic: oven}
      holidays: {country: RU, greeting: oven}
"""


@pytest.fixture
def faults(tmp_path):
    """What is told of the brief with one text replaced by another."""

    def read(old: str, new: str) -> list[tuple[str, str]]:
        path = tmp_path / "client.yml"
        assert old in BRIEF
        path.write_text(BRIEF.replace(old, new), encoding="utf-8")
        with pytest.raises(BriefError) as told:
            load_brief(path)
        return [(fault.what, fault.mend) for fault in told.value.faults]

    return read


def test_the_decision_can_be_read(tmp_path):
    path = tmp_path / "client.yml"
    path.write_text(BRIEF, encoding="utf-8")
    (decision,) = load_brief(path).decisions.content
    assert decision.channels[0].times == {"morning": "09:00", "evening": "19:00"}


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        (
            "topic: oven}",
            "topic: owen}",
            "'owen' is the key of no topic",
            "write the topic, or correct the key.",
        ),
        (
            "greeting: oven",
            "greeting: hello",
            "'hello' is the key of no topic",
            "write the topic, or correct the key.",
        ),
        (
            "channel: vk",
            "channel: telegram",
            "no posts are planned for telegram",
            "add it to the channels of this decision.",
        ),
        (
            "        - {platform: vk, posts: 2}\n",
            "        - {platform: vk, posts: 2}\n        - {platform: vk, posts: 1}\n",
            "vk stands here already",
            "remove it, or entry 1.",
        ),
        (
            "        - {date: 2026-11-27, topic: oven}\n",
            "        - {date: 2026-11-27, topic: oven}\n"
            "        - {date: 2026-11-27, topic: oven, part: evening}\n",
            "entry 1 is on the same channel, day and part of the day",
            "move one of the two to another part or day.",
        ),
        (
            "posts: 2}",
            'posts: 2, times: {morning: "25:00"}}',
            "'25:00' is not a time of day",
            "write it as 09:00, hours to 23 and minutes to 59.",
        ),
    ],
)
def test_a_contradiction_is_told_with_its_mend(faults, old, new, what, mend):
    assert faults(old, new) == [(what, mend)]


def test_two_topics_of_one_key_are_refused(faults):
    again = (
        "texts: [One, Two]}\n        - {key: oven, channel: vk, format: text, function: sell, about: brand, "
        "texts: [Three]}"
    )
    assert faults("texts: [One, Two]}", again) == [
        ("entry 1 has the key 'oven' too", "give each topic a key of its own.")
    ]


def test_holidays_that_only_stand_in_are_told_apart():
    november = pd.Period("2026-11", "M")
    both = public_holidays("MY", "14", november)
    assert list(both) == [dt.date(2026, 11, 8), dt.date(2026, 11, 9)]
    assert list(public_holidays("MY", "14", november, observed=False)) == [dt.date(2026, 11, 8)]
    assert public_holidays("MY", "99", november) is None
