"""X3: what is not done for a client, by the register of methods, its networks and its law."""

import datetime as dt
from pathlib import Path

from smmtools.inputs.methods import load_methods
from smmtools.strategy.excluded_methods import excluded_methods

METHODS = load_methods(Path(__file__).parents[2] / "data" / "reference")
DAY = dt.date(2026, 11, 30)
OWN = ({"platform": "vk", "account": "ours", "role": "own"},
       {"platform": "instagram", "account": "ours.too", "role": "own"})  # fmt: skip


def rows(briefed, accounts=OWN, day=DAY, **said):
    found = excluded_methods(briefed(accounts=list(accounts), **said), "2026-10", METHODS, day)
    return {row["method"]: row for row in found}


def test_black_and_grey_are_excluded_and_white_is_not(briefed):
    found = rows(briefed, jurisdiction="RU")
    assert {"hacking", "spam", "bought_followers", "mass_following"} <= set(found)
    assert not {"targeted_ads", "contest", "talking_with_users"} & set(found)
    assert [found[each]["colour"] for each in ("spam", "bots")] == ["black", "grey"]


def test_what_holds_on_some_networks_names_them(briefed):
    found = rows(briefed, jurisdiction="RU")
    assert found["advertising"]["platforms"] == ("instagram",) and found["spam"]["platforms"] == ()
    assert found["subscribe_and_repost"]["platforms"] == ("instagram",)
    assert "subscribe_and_repost" not in rows(briefed, accounts=OWN[:1], jurisdiction="RU")


def test_what_is_not_yet_law_or_law_elsewhere_is_not_said(briefed):
    assert "advertising" not in rows(briefed, jurisdiction="RU", day=dt.date(2025, 8, 31))
    assert "advertising" not in rows(briefed, jurisdiction="DE")


def test_a_signed_exception_is_named_beside_a_grey_method_and_never_beside_a_black_one(briefed):
    signed = {"signed_by": "The owner", "signed_on": "2026-10-01", "reason": "The first hundred."}
    decided = {"since": "2026-08", "by": "A", "why": "B"}
    exceptions = [{"method": "mass_following"} | signed, {"method": "spam"} | signed, {"method": "bots"}]
    decisions = {"compliance": [decided | {"exceptions": exceptions}]}
    found = rows(briefed, jurisdiction="RU", decisions=decisions)
    assert found["mass_following"]["excepted"] == (
        {"platform": None, "by": "The owner", "on": dt.date(2026, 10, 1)},
    )
    assert found["spam"]["excepted"] == found["bots"]["excepted"] == ()
