"""The contract as a stage: X2 and X3 over a client, from either side, a PASS and, one input flipped, not."""

import datetime as dt
import itertools
import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from smmtools.errors import ExportError
from smmtools.inputs.client_month import open_client
from smmtools.inputs.prices import Prices, load_prices
from smmtools.inputs.workspace import Workspace
from smmtools.present import wording
from smmtools.strategy import acceptance, contract

ROOT = Path(__file__).parents[2]
PRICES = load_prices(ROOT / "data" / "reference")
SIGNED = {"since": "2026-08", "by": "A. Orlova", "why": "Agreed."}
ACCOUNTS = [
    {"platform": "vk", "account": "ours", "role": "own"},
    {"platform": "instagram", "account": "ours.too", "role": "own"},
]
STATE = {"platform": "vk", "account": "ours", "followers": 11_800, "engagements_a_month": 2_400,
         "visits_a_month": 5_200, "ad_spend_a_month": 0}  # fmt: skip
WHOLE = SIGNED | {
    "subject": "Promotion of the community on VK.",
    "state": [STATE],
    "works": [{"item": "Posts, two a day"}],
    "followers_to_gain": 1_500,
    "counts_as_follower": "A living person of the city.",
    "price_per_follower": 24.0,
    "obligations": [
        {"whose": "contractor", "what": "Agrees every post."},
        {"whose": "client", "what": "Answers within a day."},
    ],
    "refund_when_blocked": "The month's fee.",
    "penalty": {"a_day": 1_500.0, "cap": 20_000.0},
    "start": "2026-08-01",
    "deadline": "2026-10-20",
    "estimate": [{"item": "Posts", "amount": 36_000.0, "serves": "er_reach"}],
    "gained": 2_000,
    "delivered": "2026-10-19",
}
AUDIT = {
    "drawn_at": "2026-10-21",
    "platform": "vk",
    "account": "ours",
    "scope": "gained",
    "n": 100,
    "alive": 82,
}
COUNTS = (
    {"platform": "vk", "account": "ours", "date": "2026-08-01", "count": 11_850},
    {"platform": "vk", "account": "ours", "date": "2026-10-30", "count": 13_900},
)


@pytest.fixture
def judged(a_client, briefed):
    """Assess a client with this contract, changed; a key that is None is left out."""

    def judge(
        *, audits=(AUDIT,), we_are="contractor", audience="internal", month="2026-10", currency="RUB",
        fx=None, prices=PRICES, agreed=True, followers=COUNTS, goals=True, **changes,
    ):  # fmt: skip
        said = {key: value for key, value in (WHOLE | changes).items() if value is not None}
        goal = SIGNED | {"goals": [{"key": "a", "name": "Applications"}]}
        decisions = {"contract": [said] if agreed else [], "goals": [goal] if goals else []}
        brief = briefed(decisions=decisions, accounts=ACCOUNTS, we_are=we_are, currency=currency, fx=fx or {})
        case = a_client(month, brief=brief, followers=list(followers), audits=list(audits))
        return contract.assess(replace(case, prices=prices, audience=audience))

    return judge


def of(found, *findings, rule="X2"):
    """Grade and finding of the verdicts, or of those whose finding begins so."""
    return [
        (str(each.grade), each.finding)
        for each in found.verdicts
        if each.rule == rule and (not findings or each.finding.startswith(findings))
    ]


# acceptance


@pytest.mark.parametrize("side", ["contractor", "client"])
@pytest.mark.parametrize(
    ("audit", "grade", "outcome"),
    [((160, 149), "PASS", "accepted"), ((120, 31), "FAIL", "rejected"), ((100, 82), "REVIEW", "undecided")],
)
def test_the_audit_of_those_gained_decides(judged, side, audit, grade, outcome):
    found = judged(audits=[AUDIT | dict(zip(("n", "alive"), audit, strict=True))], we_are=side)
    assert of(found)[0] == (grade, f"{outcome}, {side}")


def test_82_of_100_leave_2_000_against_1_500_undecided_and_47_more_decide(judged):
    (verdict,) = [each for each in judged().verdicts if each.finding.startswith("undecided")]
    facts = {key: verdict.facts[key] for key in ("gained", "low", "high", "target", "more", "day")}
    assert facts == {
        **{"gained": 2_000, "low": 1_467, "high": 1_766, "target": 1_500, "more": 47},
        "day": dt.date(2026, 10, 21),
    }
    assert verdict.value == pytest.approx(1_466.65, abs=0.01) and verdict.threshold == 1_500


@pytest.mark.parametrize(
    ("changes", "grade", "finding"),
    [
        ({"agreed": False}, "NO DATA", "no contract"),
        ({"audits": ()}, "NO DATA", "not audited, contractor"),
        ({"gained": None}, "NO DATA", "nothing gained"),
        ({"delivered": "2026-11-02"}, "NO DATA", "nothing gained"),  # after the month's end
        ({"followers_to_gain": None}, "NO DATA", "no target"),
        ({"gained": 90}, "FAIL", "more audited than gained"),
        ({"gained": 1_400, "audits": ()}, "FAIL", "too few gained, contractor"),
        ({"audits": (AUDIT, AUDIT | {"platform": "instagram", "account": "ours.too"}), "state": None},
         "NO DATA", "several audits"),
    ],
)  # fmt: skip
def test_what_is_missing_is_asked_for(judged, changes, grade, finding):
    assert of(judged(**changes))[0] == (grade, finding)


@pytest.mark.parametrize(
    "other",
    [
        {"scope": "all"},
        {"drawn_at": "2026-07-15"},  # before the contract's start
        {"drawn_at": "2026-10-20", "n": 200, "alive": 200},  # the latest counts
        {"platform": "instagram", "account": "ours.too", "drawn_at": "2026-10-25"},  # not of the contract
        {"account": "theirs", "drawn_at": "2026-10-25"},
    ],
)
def test_only_the_latest_audit_of_those_gained_under_the_contract_counts(judged, other):
    found = judged(audits=[AUDIT | other, AUDIT])
    assert of(found, "undecided") and (found.acceptance.n, found.acceptance.alive) == (100, 82)
    alone = judged(audits=[AUDIT | other])
    assert of(alone, "not audited") or other.get("n")


def test_without_a_state_the_audit_is_of_any_account_of_ours(judged):
    found = judged(audits=[AUDIT | {"platform": "instagram", "account": "ours.too"}], state=None)
    assert of(found, "undecided")


def test_an_audit_that_says_it_was_not_drawn_at_random_decides_nothing(judged):
    chosen = judged(audits=[AUDIT | {"alive": 99, "method": "the latest hundred"}])
    assert of(chosen)[0] == ("NO DATA", "not drawn at random") and chosen.acceptance is None
    for said in (
        "not drawn at random",
        "Non-random: the latest hundred",
        "picked, with nothing random in it",
    ):
        assert judged(audits=[AUDIT | {"alive": 99, "method": said}]).acceptance is None
    at_random = judged(audits=[AUDIT | {"alive": 99, "method": "Random sample"}])
    assert of(at_random)[0] == ("PASS", "accepted, contractor")


def test_more_gained_than_the_communities_grew_by_is_asked_about(judged):
    assert of(judged(), "gained above") == []  # 2,000 of 2,100
    assert of(judged(gained=2_101), "gained above") == [("REVIEW", "gained above growth")]
    before_delivery = ({**COUNTS[1], "date": "2026-10-18"},)
    assert of(judged(gained=2_101, followers=before_delivery), "gained above") == []
    assert of(judged(gained=2_101, state=[STATE | {"followers": "unknown"}]), "gained above") == []


def test_an_audit_file_in_which_more_are_alive_than_were_looked_at_is_refused(tmp_path):
    shutil.copytree(ROOT / "data" / "clients" / "jewellery", tmp_path / "data" / "clients" / "jewellery")
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "data" / "reference")
    audits = tmp_path / "data" / "clients" / "jewellery" / "exports" / "audits.csv"
    audits.write_text(audits.read_text("utf-8").replace("120,31", "120,131"), "utf-8")
    with pytest.raises(ExportError, match="a row of audits: alive is greater than n"):
        open_client("jewellery", "2026-10", Workspace(tmp_path))


# clauses


def test_a_whole_contract_passes_and_each_clause_that_is_missing_is_a_verdict(judged):
    found = judged()
    assert of(found, "all clauses", "no ") == [("PASS", "all clauses"), ("PASS", "no penalty")]
    assert len(found.clauses) == 11
    for side, grade in (("client", "FAIL"), ("contractor", "REVIEW")):
        lacking = judged(refund_when_blocked=None, we_are=side)
        assert of(lacking, "all clauses", "no refund") == [(grade, "no refund when blocked")]


def test_a_cap_protects_the_contractor(judged):
    penalty = {"a_day": 1_500.0}
    assert of(judged(penalty=penalty), "no penalty cap") == [("FAIL", "no penalty cap")]
    assert of(judged(penalty=penalty, we_are="client"), "no penalty cap") == [("REVIEW", "no penalty cap")]


# the price


@pytest.mark.parametrize(
    ("changes", "grade", "finding"),
    [
        ({}, "PASS", "dearer than bots"),
        ({"price_per_follower": 2.0}, "REVIEW", "near bots"),
        ({"price_per_follower": None}, "PASS", "dearer than bots"),  # 36,000 / 1,500
        ({"price_per_follower": None, "estimate": None}, "NO DATA", "no price"),
        ({"currency": "EUR"}, "NO DATA", "bots in no such currency"),
        ({"prices": Prices()}, "NO DATA", "bots in no such currency"),
    ],
)
def test_a_follower_is_set_beside_the_dearest_bot(judged, changes, grade, finding):
    assert of(judged(**changes), "dearer", "near", "no price", "bots") == [(grade, finding)]


def test_the_bots_price_is_of_one_bot_and_converted_by_the_briefs_rate(judged):
    fx = {"RUB": {"rate": 0.052, "date": "2026-10-30", "source": "a bank"}}
    assert judged().price.bot == 1.0
    near = judged(currency="MYR", fx=fx, price_per_follower=0.08)
    assert near.price.bot == pytest.approx(0.052) and of(near, "near bots")
    assert of(judged(currency="MYR", fx=fx, price_per_follower=0.11), "dearer than bots")


def test_items_of_the_estimate_that_serve_nothing_are_of_no_value(judged):
    assert of(judged(), "every item") == [("PASS", "every item serves")]
    items = [*WHOLE["estimate"], {"item": "A banner", "amount": 70.0}]
    found = judged(estimate=items)
    assert of(found, "every item", "item") == [("REVIEW", "item of no value")]
    assert [item.item for item in found.unserved] == ["A banner"]


# the term and what delay costs


@pytest.mark.parametrize(
    ("changes", "grade", "finding", "days", "due"),
    [
        ({}, "PASS", "in time, if accepted", 0, 0),  # 82 of 100: undecided
        ({"audits": [AUDIT | {"n": 160, "alive": 149}]}, "PASS", "in time", 0, 0),
        ({"delivered": "2026-10-22"}, "FAIL", "late, contractor", 2, 3_000),
        ({"delivered": None}, "FAIL", "late, contractor", 1, 1_500),  # the audit's day
        ({"gained": None, "delivered": None}, "FAIL", "overdue, contractor", 11, 16_500),
        (
            {"gained": None, "delivered": None, "deadline": "2026-10-01"},
            "FAIL",
            "overdue, contractor",
            30,
            20_000,
        ),
        ({"gained": None, "delivered": None, "deadline": "2026-12-31"}, "PASS", "running", 0, 0),
        ({"audits": [AUDIT | {"alive": 31}]}, "FAIL", "rejected and overdue, contractor", 11, 16_500),
    ],
)
def test_delay_runs_to_the_delivery_that_passes_and_costs_up_to_the_cap(
    judged, changes, grade, finding, days, due
):
    found = judged(**changes)
    assert of(found, "in time", "late", "overdue", "running", "rejected and") == [(grade, finding)]
    assert (found.late, found.penalty) == (days, due)


@pytest.mark.parametrize(
    ("side", "grade", "finding"),
    [("contractor", "FAIL", "penalty, contractor"), ("client", "REVIEW", "penalty, client")],
)
def test_we_owe_a_penalty_or_are_owed_it(judged, side, grade, finding):
    late = {"delivered": "2026-10-22", "we_are": side}
    assert of(judged(**late), "penalty") == [(grade, finding)]
    capped = judged(**late | {"penalty": {"a_day": 1_500.0, "cap": 2_000.0}})
    assert of(capped, "penalty") == [(grade, f"penalty, capped, {side}")] and capped.penalty == 2_000
    assert of(judged(we_are=side), "no penalty") == [("PASS", "no penalty")]


def test_without_a_deadline_nothing_is_late_and_the_term_is_missing(judged):
    found = judged(deadline=None)
    assert (found.late, found.penalty) == (None, None)
    assert of(found, "in time", "running", "late", "no term") == [("FAIL", "no term")]


# who reads it


def test_the_client_reads_nothing_of_penalties_and_of_what_follows_from_the_estimate(judged):
    late = {"delivered": "2026-10-22", "penalty": {"a_day": 1_500.0}, "price_per_follower": None}
    inside, outside = judged(**late), judged(audience="client", **late)
    gone = {each.finding for each in inside.verdicts} - {each.finding for each in outside.verdicts}
    assert gone == {"no penalty cap", "penalty, contractor", "dearer than bots"}
    assert "all clauses" in {each.finding for each in outside.verdicts}
    assert not {"penalties", "penalty_cap"} & {clause.key for clause in outside.clauses}
    assert of(judged(audience="client", penalty=None), "no penalties") == []


def test_a_price_that_the_contract_states_is_for_both(judged):
    assert of(judged(audience="client"), "dearer") == [("PASS", "dearer than bots")]


# the communities


def test_the_communities_are_shown_then_and_now(judged):
    (state,) = judged().states
    assert (state.then, state.now, state.change) == (11_800, 13_900, 2_100)
    assert state.counted == dt.date(2026, 10, 30)
    (unknown,) = judged(followers=()).states
    assert (unknown.now, unknown.counted, unknown.change) == (None, None, None)
    (silent,) = judged(state=[STATE | {"followers": "unknown"}]).states
    assert (silent.then, silent.change) == (None, None)


# X3


def test_the_page_is_whole_or_has_blanks_or_no_task(judged, monkeypatch):
    assert of(judged(), rule="X3") == [("REVIEW", "blanks")]
    assert of(judged(goals=False), rule="X3") == [("NO DATA", "no task")]
    page = contract.specification
    monkeypatch.setattr(
        contract,
        "specification",
        lambda *said: replace(
            page(*said), lines=tuple(replace(line, value="said", lacking=()) for line in page(*said).lines)
        ),
    )
    assert of(judged(), rule="X3") == [("PASS", "whole")]


# sentences


def test_every_finding_has_its_sentences():
    sides = ("contractor", "client")
    by_side = [*get_args(contract.Outcome), "too few gained", "late", "overdue", "rejected and overdue",
               "penalty", "penalty, capped"]  # fmt: skip
    needed = {f"{finding}, {side}" for finding, side in itertools.product(by_side, sides)}
    needed |= {f"no {clause.key.replace('_', ' ')}" for clause in contract.CLAUSES}
    assert needed <= {finding for rule, finding in wording.VERDICTS if rule == "X2"}
    assert set(wording.contract.CLAUSES) == set(get_args(contract.ClauseKey))


def test_the_arithmetic_is_importable_from_the_stage():
    for name in ("accept", "penalty", "days_late", "near_bots", "missing_clauses", "price_per_follower"):
        assert getattr(contract, name) is getattr(acceptance, name)


# the samples


@pytest.mark.parametrize(
    ("slug", "grade", "finding", "low", "high"),
    [
        ("pizza", "PASS", "accepted, contractor", 1_057, 1_153),
        ("jewellery", "FAIL", "rejected, contractor", 1_164, 2_122),
        ("toys", "REVIEW", "undecided, contractor", 1_467, 1_766),
        ("cars", "NO DATA", "no target", None, None),
        ("newcomer", "NO DATA", "no contract", None, None),
    ],
)
def test_the_samples_tell_their_stories(slug, grade, finding, low, high):
    found = contract.assess(open_client(slug, "2026-10"))
    assert of(found)[0] == (grade, finding)
    facts = found.verdicts[0].facts
    assert (facts.get("low"), facts.get("high")) == (low, high)


def test_before_the_delivery_nothing_is_gained_yet():
    assert of(contract.assess(open_client("pizza", "2026-09")))[0] == ("NO DATA", "nothing gained")
    assert of(contract.assess(open_client("jewellery", "2026-09")))[0] == ("FAIL", "rejected, contractor")


def test_the_jewellers_followers_cost_what_bots_cost_and_the_cars_contract_lacks_most():
    assert of(contract.assess(open_client("jewellery", "2026-10")), "near bots")
    lacking = contract.assess(open_client("cars", "2026-10")).missing
    assert len(lacking) == 6
