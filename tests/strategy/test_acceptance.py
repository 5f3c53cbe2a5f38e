"""X2: whether the followers agreed were delivered, what delay costs, and what the contract leaves unsaid."""

import datetime as dt
import math
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smmtools.inputs.contract_decision import ContractDecision
from smmtools.measures.stats import wilson_interval
from smmtools.strategy.acceptance import (
    CLAUSES,
    GRADES,
    ClauseKey,
    Outcome,
    accept,
    audit_limits,
    clause_grade,
    days_late,
    missing_clauses,
    near_bots,
    penalty,
    price_per_follower,
)
from smmtools.strategy.verdicts import Grade

WHOLE = {
    "since": "2026-08",
    "by": "A. Orlova",
    "why": "Agreed in July.",
    "subject": "Promotion of the community on VK.",
    "state": [
        {"platform": "vk", "account": "pechka_pizza", "followers": 11_800, "engagements_a_month": 2_400,
         "visits_a_month": 5_200, "ad_spend_a_month": 0}
    ],
    "works": [{"item": "Posts, two a day"}],
    "followers_to_gain": 1_500,
    "counts_as_follower": "A living person of the city.",
    "obligations": [
        {"whose": "contractor", "what": "Agrees every post."},
        {"whose": "client", "what": "Answers within a day."},
    ],
    "refund_when_blocked": "The month's fee.",
    "penalty": {"a_day": 1_500, "cap": 20_000},
    "start": "2026-08-01",
    "deadline": "2026-10-31",
    "estimate": [{"item": "Posts", "amount": 36_000}],
}  # fmt: skip


def contract(**changes):
    said = {key: value for key, value in (WHOLE | changes).items() if value is not None}
    return ContractDecision.model_validate(said)


def missing(we_are="client", **changes):
    return [clause.key for clause in missing_clauses(contract(**changes), we_are)]


# the audit


def test_82_of_100_alive_leave_2_000_gained_against_1_500_undecided():
    found = accept(2_000, 1_500, 100, 82)
    assert (found.outcome, round(found.low), round(found.high)) == ("undecided", 1_467, 1_766)


def lower_bound(share, n, z=1.959964):
    """Wilson's formula, for a share that no whole number of accounts has."""
    middle = share + z * z / (2 * n)
    return (middle - z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)


def test_how_many_more_to_audit_decides_and_one_fewer_does_not():
    assert accept(2_000, 1_500, 100, 82).more == 47
    assert lower_bound(0.82, 146) < 0.75 <= lower_bound(0.82, 147)
    assert accept(2_000, 1_500, 150, 123).outcome == "accepted"


@pytest.mark.parametrize(
    ("n", "alive", "outcome"),
    [(200, 170, "accepted"), (200, 120, "rejected"), (200, 150, "undecided"), (0, 0, "not audited")],
)
def test_the_bounds_decide(n, alive, outcome):
    assert accept(2_000, 1_500, n, alive).outcome == outcome


def test_the_lower_bound_itself_accepts_and_the_upper_itself_does_not_reject():
    low, high = wilson_interval(80, 100)
    assert accept(100_000, math.floor(low * 100_000), 100, 80).outcome == "accepted"
    assert accept(100_000, math.floor(low * 100_000) + 1, 100, 80).outcome == "undecided"
    assert accept(100_000, math.floor(high * 100_000), 100, 80).outcome == "undecided"
    assert accept(100_000, math.floor(high * 100_000) + 1, 100, 80).outcome == "rejected"


def test_who_looked_at_all_knows():
    full = accept(2_000, 1_500, 2_000, 1_500)
    assert (full.outcome, full.low, full.high, full.more) == ("accepted", 1_500, 1_500, None)
    assert accept(2_000, 1_500, 2_000, 1_499).outcome == "rejected"


def test_a_share_right_at_the_target_takes_a_full_audit():
    assert accept(2_000, 1_500, 100, 75).more == 1_900


def test_never_more_than_all_are_audited():
    assert accept(100, 80, 50, 41).more == 50  # of a large number it would take 1,487 more


def test_fewer_gained_than_agreed_are_rejected_without_an_audit():
    assert accept(1_400, 1_500, 0, 0).outcome == "rejected"
    assert accept(0, 1_500, 0, 0).outcome == "rejected"
    assert accept(1_400, 1_500, 50, 50).outcome == "rejected"
    assert accept(1_500, 1_500, 0, 0).outcome == "not audited"  # they may all be alive


@settings(max_examples=300, deadline=None)
@given(st.integers(10, 5_000), st.floats(0.1, 1), st.integers(4, 60), st.floats(0, 1))
def test_the_number_to_audit_is_the_smallest_that_decides_at_the_present_share(gained, asked, n, share):
    alive, target = round(share * n), max(1, round(asked * gained))
    assume(n <= gained)
    found = accept(gained, target, n, alive)
    if found.outcome != "undecided":
        assert found.more is None
        return
    assert 1 <= found.more <= gained - n
    for times in range(2, min(gained // n, 60) + 1):  # sizes at which the share can be exactly the same
        size = n * times
        if size < gained:
            decided = accept(gained, target, size, alive * times).outcome in ("accepted", "rejected")
            assert decided == (size >= n + found.more)


@pytest.mark.parametrize("numbers", [(2_000, 1_500, 100, 101), (50, 40, 51, 40), (9, 0, 5, 5), (9, 3, 5, -1)])
def test_an_audit_that_cannot_be_is_refused(numbers):
    gained, target, n, alive = numbers
    says = f"got {alive} alive of {n} audited of {gained} gained, target {target}: correct the audit"
    with pytest.raises(ValueError, match=says):
        accept(*numbers)


def test_every_outcome_has_a_grade():
    assert set(GRADES) == set(get_args(Outcome))
    assert [outcome for outcome, grade in GRADES.items() if grade == Grade.PASS] == ["accepted"]


# delay


def test_delay_costs_its_days_up_to_the_cap():
    assert [penalty(days, 1_500, 20_000) for days in (-2, 0, 1, 13, 14)] == [0, 0, 1_500, 19_500, 20_000]
    assert penalty(1_000, 1_500) == 1_500_000
    assert penalty(5, 1_500, 0) == 0


@pytest.mark.parametrize("terms", [(1, -5, None), (1, 5, -1)])
def test_a_penalty_is_not_negative(terms):
    with pytest.raises(ValueError, match="a penalty and its cap are 0 or more"):
        penalty(*terms)


def test_days_late_run_to_the_delivery_or_to_today():
    deadline, today = dt.date(2026, 10, 20), dt.date(2026, 10, 31)
    assert days_late(deadline, dt.date(2026, 10, 22), today) == 2
    assert days_late(deadline, None, today) == 11
    assert days_late(deadline, dt.date(2026, 10, 19), today) == 0
    assert days_late(deadline, dt.date(2026, 11, 5), today) == 11
    assert days_late(None, None, today) is None


# the price


def test_a_follower_for_the_price_of_a_bot_is_a_warning():
    assert [near_bots(price, 1.0) for price in (0.1, 2.0, 2.01)] == [True, True, False]
    assert near_bots(math.nan, 1.0) is None and near_bots(1.0, math.nan) is None
    with pytest.raises(ValueError, match="prices are 0 or more, got -1 and 1"):
        near_bots(-1, 1)


def test_a_followers_price_is_as_stated_else_at_most_the_whole_estimate():
    assert price_per_follower(contract()) == 24
    assert price_per_follower(contract(price_per_follower=3)) == 3
    assert math.isnan(price_per_follower(contract(estimate=None)))
    assert math.isnan(price_per_follower(contract(followers_to_gain=None)))


# the clauses


def test_a_whole_contract_lacks_nothing():
    assert missing() == missing("contractor") == []


LACKING = {
    "subject": {"subject": None},
    "state_at_signing": {"state": None},
    "works": {"works": None},
    "followers": {"followers_to_gain": None},
    "counts_as_follower": {"counts_as_follower": None},
    "duties": {"obligations": None},
    "refund_when_blocked": {"refund_when_blocked": None},
    "penalties": {"penalty": None},
    "penalty_cap": {"penalty": {"a_day": 1_500}},
    "term": {"deadline": None},
    "estimate": {"estimate": None},
}


@pytest.mark.parametrize("key", get_args(ClauseKey))
def test_each_clause_is_missed_by_itself(key):
    assert missing(**LACKING[key]) == [key]


def test_the_state_is_every_figure_of_every_community_and_0_is_a_figure():
    state = WHOLE["state"][0]
    assert missing(state=[state, state | {"visits_a_month": "unknown"}]) == ["state_at_signing"]
    assert missing(state=[state | {"followers": 0}]) == []


def test_duties_are_those_of_both_sides():
    assert missing(obligations=WHOLE["obligations"][:1]) == ["duties"]


def test_what_protects_us_comes_first_and_is_graver():
    lacking = {"refund_when_blocked": None, "penalty": {"a_day": 1_500}, "estimate": None}
    assert missing("client", **lacking) == ["refund_when_blocked", "estimate", "penalty_cap"]
    assert missing("contractor", **lacking) == ["penalty_cap", "estimate", "refund_when_blocked"]
    by_key = {clause.key: clause for clause in CLAUSES}
    assert clause_grade(by_key["refund_when_blocked"], "client") == Grade.FAIL
    assert clause_grade(by_key["refund_when_blocked"], "contractor") == Grade.REVIEW
    assert clause_grade(by_key["estimate"], "contractor") == Grade.FAIL


def test_without_a_contract_every_clause_is_missing():
    keys = {clause.key for clause in missing_clauses(None, "client")}
    assert keys == set(get_args(ClauseKey)) - {"penalty_cap"}  # no penalty, no cap


def test_the_guides_clauses_are_all_there():
    assert {clause.line for clause in CLAUSES if clause.line} == set(range(225, 231))
    assert {clause.key for clause in CLAUSES} == set(get_args(ClauseKey))


@pytest.mark.parametrize(("gained", "target", "n"), [(2_000, 1_500, 100), (1_200, 1_000, 160), (40, 30, 40)])
def test_the_limits_of_an_audit_are_where_its_outcome_changes(gained, target, n):
    least, most = audit_limits(gained, target, n)
    outcomes = [accept(gained, target, n, alive).outcome for alive in range(n + 1)]
    assert outcomes.index("accepted") == least
    assert max(alive for alive, outcome in enumerate(outcomes) if outcome == "rejected") == most


def test_a_sample_that_cannot_decide_has_no_limit_on_that_side():
    assert audit_limits(1_000, 1_000, 100)[0] is None
    assert audit_limits(10_000, 1, 5)[1] is None
    with pytest.raises(ValueError, match="0 < audited <= gained"):
        audit_limits(90, 80, 100)
