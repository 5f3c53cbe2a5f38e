"""What is shown of payback and risks: the samples' stories, sentences, records without anything internal."""

import ast
import dataclasses
import datetime as dt
import json
import math
from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import charts, display, payback, risks, wording
from smmtools.present.recording import json_ready
from smmtools.present.voice import Voice, voice_of
from smmtools.strategy import cohorts, risk_losses
from smmtools.strategy.payback import GRADES, repaid_on
from smmtools.strategy.risks import KINDS

ROOT = Path(__file__).parents[2]
SAMPLES = ("pizza", "toys", "jewellery", "cars", "newcomer")


@pytest.fixture(scope="module")
def cases():
    return {slug: open_client(slug, "2026-10", Workspace(ROOT)) for slug in SAMPLES}


@pytest.fixture(scope="module")
def found(cases):
    return {slug: cohorts.assess_payback(case) for slug, case in cases.items()}


@pytest.fixture
def shown(monkeypatch):
    said = []
    monkeypatch.setattr(display, "display", lambda data, **_: said.append(data["text/plain"]))
    return said


def verdicts(result):
    return [(each.grade.value, each.finding) for each in result.verdicts]


def reasons(result):
    return [voice_of(result.client_month).verdict(each)[0].replace("\xa0", " ") for each in result.verdicts]


def test_cheap_jewellery_pays_in_nine_days(found):
    whole = found["jewellery"].parts[0]
    assert verdicts(found["jewellery"]) == [("PASS", "pays"), ("REVIEW", "may pay")]
    assert 8 < whole.month.days <= 9 and whole.month.known >= 0.8
    assert whole.month.low < whole.month.days < whole.month.high < math.inf
    assert (
        payback.headline(found["jewellery"]) == "What is spent on all social channels comes back in 9 days "
        "(ads, placements and content counted only)."
    )
    assert reasons(found["jewellery"])[0] == (
        "October 2026, all social channels: the MYR 7,950 spent (the agency's fee apart) are repaid "
        "in 9 days from the contact (6 days to 23 days with a chance of 90%)."
    )


def test_used_cars_are_not_judged_yet_and_it_is_said_from_when_on(found):
    whole = found["cars"].parts[0]
    assert verdicts(found["cars"]) == [("NO DATA", "not yet known")] * 2
    assert whole.judged_from == dt.date(2026, 12, 21)
    assert whole.found.finding == "pays"  # of August alone, which is not this month's money
    assert [each.finding for each in whole.found.cohorts] == ["pays", "not yet known", "not yet known"]
    assert "Dec 21, 2026" in payback.headline(found["cars"])


def test_pizzas_ads_pay_and_its_placements_never_do(found):
    assert [(part.key, part.finding) for part in found["pizza"].parts] == [
        ("all", "pays without the fee"), ("vk-ads", "pays"), ("vk-placements", "never pays"),
    ]  # fmt: skip
    assert [each.finding for each in found["pizza"].parts[2].found.cohorts] == ["never pays"] * 3
    assert payback.headline(found["pizza"]) == (
        "What is spent on all social channels comes back in 1 day "
        "(ads, placements and content counted only; the agency's fee apart). "
        "What is spent on VK placements never comes back."
    )


@pytest.mark.parametrize("slug", ["toys", "newcomer"])
def test_without_orders_there_is_no_payback(found, slug, shown):
    assert verdicts(found[slug]) == [("NO DATA", "no cohorts")]
    assert payback.headline(found[slug]) is None
    payback.show_paths(found[slug])
    assert shown == ["There is no payback to show."]


@pytest.mark.parametrize(
    "slug, says",
    [
        ("pizza", [("PASS", "priced")]),
        ("toys", [("REVIEW", "unpriced")]),
        ("jewellery", [("REVIEW", "unprevented")]),
        ("cars", [("REVIEW", "unnamed"), ("NO DATA", "no term")]),
        ("newcomer", [("NO DATA", "no risks")]),
    ],
)
def test_each_sample_tells_of_its_risks(cases, slug, says, shown):
    result = cohorts.assess_risks_of(cases[slug])
    assert verdicts(result) == says
    assert all(reasons(result))
    risks.show_loss(result)
    (sentence,) = shown
    assert ("reserve" in sentence) is (slug in ("pizza", "toys", "jewellery"))
    named = len(result.risks.priced)
    assert len(risks.table(result).rows) == (len(KINDS) if named else 0)


def test_what_is_shown_says_that_attributed_is_not_incremental(found, shown):
    payback.show_paths(found["pizza"])
    assert shown[0].startswith("By the calendar, what was spent since Aug 1, 2026 on all social channels is")
    assert "is not covered" in shown[2]
    assert shown[-1].startswith("Attributed is not incremental")


def test_what_is_not_known_is_left_out_of_the_picture_and_named(found, shown):
    payback.show_paths(found["cars"])
    assert "too little is known yet: October 2026." in shown[0]


def test_the_picture_draws_cost_and_margin_and_marks_the_day(found):
    part = found["jewellery"].parts[0]
    path = part.path(dt.date(2026, 12, 1))
    figure = charts.figure_of(
        lambda axes: payback.plot_path(path, axes, on=part.found.on, currency="MYR", voice=Voice("en")), "T"
    )
    (axes,) = figure.axes
    assert axes.lines[0].get_ydata()[-1] == pytest.approx(path.loc["2026-10-31", "cost"])
    assert axes.lines[2].get_ydata()[-1] == pytest.approx(path.loc["2026-10-31", "margin"])
    marked = repaid_on(path)
    assert axes.lines[-1].get_xdata()[0] == (marked - dt.date(1970, 1, 1)).days
    assert any(said.startswith("first covered") for said in (each.get_text() for each in axes.texts))


def internal(case):
    return cohorts.assess_payback(dataclasses.replace(case, audience="internal"))


@pytest.mark.parametrize("slug", ["pizza", "jewellery", "cars"])
def test_the_fee_stands_in_the_agencys_record_only_and_cannot_be_worked_out(cases, found, slug):
    ours, theirs = (
        json.loads(json.dumps(json_ready(payback.payback_record(each)), allow_nan=False))
        for each in (internal(cases[slug]), found[slug])
    )
    assert ours["with_fee"] and not theirs["with_fee"]
    for part in theirs["parts"]:
        for cohort in part["cohorts"]:
            assert "fees" not in cohort
            assert cohort["cost"] == pytest.approx(cohort["spend"] + cohort["content"])
    assert any(cohort["fees"] for part in ours["parts"] for cohort in part["cohorts"])
    without = payback.table(found[slug]).columns
    assert set(payback.table(internal(cases[slug])).columns) - set(without) == {"our fee"}


def test_the_agencys_report_says_what_the_clients_does(cases, shown):
    payback.show_paths(internal(cases["jewellery"]))
    assert any("says: What is spent on all social channels comes back in 9 days (" in each for each in shown)


def test_a_verdict_says_how_the_fee_stands_to_its_cost(cases, found):
    ours = [reason.split("(")[1].split(")")[0] for reason in reasons(internal(cases["pizza"]))]
    assert ours == ["our fee included", "no fee falls on it", "no fee falls on it"]
    theirs = {
        reason.split("(")[1].split(")")[0] for slug in ("pizza", "cars") for reason in reasons(found[slug])
    }
    assert theirs == {"the agency's fee apart"}


def test_a_record_holds_no_infinity_and_says_never(found):
    record = json_ready(payback.payback_record(found["pizza"]))
    placed = record["parts"][2]["cohorts"][-1]
    assert (placed["never"], placed["days"], placed["finding"]) == (True, None, "never pays")
    assert record["parts"][0]["key"] == "all" and record["terms"]["margin"] == 0.5
    risky = json_ready(risks.risks_record(cohorts.assess_risks_of(found["newcomer"].client_month)))
    assert (risky["loss"], risky["monthly_loss"], risky["total"], risky["risks"]) == (None, None, None, [])


def test_every_finding_has_its_sentences_and_every_headline_its_state():
    said = {finding for rule, finding in wording.VERDICTS if rule == "M3"}
    assert said == {*GRADES, "no rate", "too few to tell", "pays without the fee"} | {
        "no order value", "pays if the lag holds", "lag contradicted",
    }  # fmt: skip
    for module in (cohorts, risk_losses):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Verdict":
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                words = [word for word in words if isinstance(word, str)]
                if len(words) == 2:
                    assert tuple(words) in wording.VERDICTS
    judged = set(wording.payback.STATES)
    assert {f"payback, {state}" for state in judged - {"nothing spent"}} == set(wording.payback.HEADLINES)
    assert set(wording.payback.RISKS) == set(KINDS)


@pytest.mark.parametrize("finding", [finding for rule, finding in wording.VERDICTS if rule in ("M3", "X4")])
def test_every_sentence_finds_its_figures(finding):
    rule = "M3" if ("M3", finding) in wording.VERDICTS else "X4"
    money, day = (100.0, "EUR"), dt.date(2026, 10, 31)
    facts = {
        "part": cohorts.Channel("vk", part="ads"),
        "month": day,
        "on": day,
        "from": day,
        "currency": "USD",
    }
    facts |= dict.fromkeys(("cost", "margin", "loss", "monthly", "total", "cap"), money)
    facts |= dict.fromkeys(
        ("days", "low", "orders", "needed", "number", "median", "p90", "late", "expected"), 3.0
    ) | {"high": math.inf}
    facts |= dict.fromkeys(("known", "judged", "level", "chance", "independent", "together"), 0.5) | {
        "risks": KINDS,
        "fee": "apart",
    }
    said = Voice("en").verdict(cohorts.Verdict(rule, "budget", cohorts.Grade.PASS, finding, facts=facts))
    assert all(said) and not any("{" in each for each in said)
