"""X4: likelihood × impact, what is not priced, not prevented and not named."""

import math

import pytest

from smmtools.inputs.brief_types import Range
from smmtools.inputs.contract_decision import Risk
from smmtools.strategy.risks import KINDS, LINES, assess_risks, expected_loss


def risk(kind="blocking", likelihood=0.1, impact=600, **more):
    flat = impact and {"low": impact, "mode": impact, "high": impact}
    return Risk.model_validate({"kind": kind, "likelihood": likelihood, "impact": flat} | more)


def test_a_loss_is_its_likelihood_times_its_mean_impact():
    # 0.05 × (20,000 + 4 × 60,000 + 150,000) / 6
    impact = Range(low=20_000, mode=60_000, high=150_000)
    assert expected_loss(0.05, impact) == pytest.approx(3_416.667, abs=1e-3)
    assert expected_loss(0, impact) == 0


def test_what_is_not_stated_is_missing_and_not_0():
    assert math.isnan(expected_loss(None, Range(low=1, mode=1, high=1)))
    assert math.isnan(expected_loss(0.1, None))
    assert math.isnan(assess_risks([]).loss)
    assert math.isnan(assess_risks([risk(likelihood=None)]).loss)


def test_the_dearest_comes_first_and_what_has_no_price_last():
    found = assess_risks([risk("hacking", None), risk("deletion", 0.01), risk("blocking", 0.1)])
    assert [each.risk.kind for each in found.priced] == ["blocking", "deletion", "hacking"]
    assert found.loss == pytest.approx(66)
    assert found.unpriced == ("hacking",)


def test_kinds_that_nobody_thought_of_are_named():
    assert assess_risks([risk("blocking"), risk("competition")]).unnamed == (
        "hacking", "deletion", "limited_features", "confidentiality",
    )  # fmt: skip
    assert assess_risks([risk(kind) for kind in KINDS]).unnamed == ()


def test_prevention_is_a_mitigation_with_an_owner():
    found = assess_risks([
        risk("blocking", mitigation="White methods only.", owner="A. Orlova"),
        risk("hacking", mitigation="Two factors."),
        risk("deletion", owner="A. Orlova"),
    ])  # fmt: skip
    assert found.unprevented == ("hacking", "deletion")


def test_every_kind_stands_in_the_guide():
    assert set(LINES) == set(KINDS)
    assert set(LINES.values()) == {162, 163, 164, 165}
