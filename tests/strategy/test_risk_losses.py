"""X4 on a client's contract: what is missing is named, and a month's loss stands beside the estimate."""

import math

import pytest

from smmtools.strategy import risk_losses
from smmtools.strategy.risks import KINDS

BUDGET = {
    "since": "2026-08", "by": "A", "why": "B", "cap": 9, "fee": {"kind": "retainer", "amount": 77},
    "lines": [{"item": "Posts", "kind": "content", "quantity": 10, "unit": "post",
               "price": {"low": 10, "mode": 20, "high": 60}}],
}  # fmt: skip
TERM = {"start": "2026-08-01", "deadline": "2026-10-31"}


def risk(kind, likelihood=0.1, **more):
    impact = {"low": 100, "mode": 100, "high": 100}
    kept = {"kind": kind, "likelihood": likelihood, "impact": impact, "mitigation": "M", "owner": "O"} | more
    return {name: value for name, value in kept.items() if value is not None}


@pytest.fixture
def found(a_client, briefed):
    def make(*risks, term=TERM, budget=(BUDGET,), **contract):
        decision = {"since": "2026-08", "by": "C", "why": "D", "risks": list(risks), **term, **contract}
        brief = briefed(decisions={"contract": [decision], "budget": list(budget)})
        return risk_losses.assess_risks_of(a_client(brief=brief))

    return make


def says(result):
    return [(each.grade.value, each.finding) for each in result.verdicts]


def test_all_six_named_priced_and_prevented_pass(found):
    result = found(*map(risk, KINDS))
    assert says(result) == [("PASS", "priced")]
    assert result.risks.loss == pytest.approx(60)
    assert result.months == pytest.approx(92 / 30.4375)
    assert result.monthly_loss == pytest.approx(60 / 92 * 30.4375)
    # the posts cost 10 × (10 + 4 × 20 + 60) / 6; the agency's fee stands apart
    assert result.estimate == pytest.approx(250) and result.total == pytest.approx(250 + result.monthly_loss)
    assert result.owner == "C"


@pytest.mark.parametrize(
    "changed, finding",
    [
        ({"likelihood": None}, ("REVIEW", "unpriced")),
        ({"impact": None}, ("REVIEW", "unpriced")),
        ({"mitigation": None}, ("REVIEW", "unprevented")),
        ({"owner": None}, ("REVIEW", "unprevented")),
    ],
)
def test_what_a_risk_lacks_is_named(found, changed, finding):
    result = found(*map(risk, KINDS[1:]), risk(KINDS[0], **changed))
    assert says(result) == [finding]
    assert result.verdicts[0].facts["risks"] == (KINDS[0],)


def test_a_kind_that_nobody_thought_of_is_named(found):
    result = found(*map(risk, KINDS[1:]))
    assert says(result) == [("REVIEW", "unnamed")]
    assert result.verdicts[0].facts["risks"] == (KINDS[0],)


def test_without_a_deadline_no_month_is_priced(found):
    result = found(*map(risk, KINDS), term={"start": "2026-08-01"})
    assert says(result) == [("NO DATA", "no term")]
    assert math.isnan(result.monthly_loss) and math.isnan(result.total)


def test_without_risks_there_is_no_loss_and_it_is_not_nought(found):
    result = found()
    assert says(result) == [("NO DATA", "no risks")]
    assert math.isnan(result.monthly_loss)


def test_no_price_at_all_gives_no_loss(found):
    result = found(*(risk(kind, likelihood=None) for kind in KINDS))
    assert says(result) == [("REVIEW", "unpriced")]
    assert math.isnan(result.risks.loss)


def test_a_line_in_a_currency_without_a_rate_leaves_the_total_open(found):
    foreign = BUDGET | {"lines": [BUDGET["lines"][0] | {"currency": "USD"}]}
    result = found(*map(risk, KINDS), budget=(foreign,))
    assert math.isnan(result.estimate) and not math.isnan(result.monthly_loss)
