"""The compliance decision of a brief: what it may hold, and how its faults are told."""

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
  compliance:
    - since: 2026-10
      by: A. Orlova
      why: Everything is marked.
      placements:
        - {where: a blog, platform: vk, kind: open, paid: true}
      exceptions:
        - {method: offers, platform: vk}
        - {method: offers, platform: instagram}
      refused:
        - {method: spam, asked_by: The owner}
      site: {interesting: true, comment_form: null}
"""


def loaded(tmp_path: Path, old: str = "", new: str = "") -> Brief:
    assert old in BRIEF
    path = tmp_path / "client.yml"
    path.write_text(BRIEF.replace(old, new) if old else BRIEF, encoding="utf-8")
    return load_brief(path)


def test_what_is_not_said_is_left_open_for_a_verdict(tmp_path):
    decision = loaded(tmp_path).decided("compliance", "2026-10")
    assert decision.placements[0].disclosed is None and decision.placements[0].method == "blogger_posts"
    assert decision.exceptions[0].signed_by is None
    assert decision.site == {"interesting": True, "comment_form": None}


@pytest.mark.parametrize(
    ("old", "new", "what", "mend"),
    [
        ("interesting:", "interestin:", "there is no key 'interestin' here", "did you mean 'interesting'?"),
        ("interesting:", "buttons:", "there is no key 'buttons' here", "write one of: interesting, "),
        ("null", "yes", "'comment_form' is 'yes', not true or false", "write true or false, without quotes."),
        (
            "platform: instagram",
            "platform: vk",
            "an exception for this method and platform stands here already",
            "remove it, or entry 1.",
        ),
        (
            "site: {",
            "works: []\n      site: {",
            "there is no key 'works' here",
            "remove it; the keys known here are ",
        ),
        ("paid: true", "free: true", "there is no key 'free' here", "remove it; the keys known here are "),
        ("kind: open", "kind: secret", "'secret' is not a word for 'kind'", "write one of: open, native, "),
    ],
)
def test_faults_are_told_with_their_mend(tmp_path, old, new, what, mend):
    with pytest.raises(BriefError) as refused:
        loaded(tmp_path, old, new)
    fault = next(fault for fault in refused.value.faults if fault.what == what)
    assert fault.mend.startswith(mend)
