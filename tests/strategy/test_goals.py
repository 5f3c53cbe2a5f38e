import pandas as pd
import pytest

from smmtools.strategy import goals


def applications(per_day: int, first: str = "2026-08-01", last: str = "2026-10-31") -> list[dict]:
    """So many applications from VK on every day."""
    days = pd.date_range(first, last, freq="D", tz="UTC")
    return [
        {
            "ordered_at": day,
            "order_id": f"{day:%m%d}-{n}",
            "kind": "application",
            "source": "vk",
            "medium": "cpc",
        }
        for day in days
        for n in range(per_day)
    ]


def verdict_of(found: goals.GoalsAssessment, rule: str):
    return next(verdict for verdict in found.verdicts if verdict.rule == rule)


def test_without_a_goal_nothing_should_be_launched(a_client):
    verdict = verdict_of(goals.assess(a_client()), "R1.1")
    assert (verdict.grade.value, verdict.finding) == ("FAIL", "no goal")


def test_a_strategy_in_the_open_passes_and_a_hidden_one_is_reviewed(a_client, a_goal, briefed):
    brief = briefed([a_goal()])
    assert verdict_of(goals.assess(a_client(brief=brief)), "R1.1").grade.value == "PASS"
    decision = brief.decisions.goals[0].model_copy(update={"promotion": "hidden"})
    hidden = brief.model_copy(update={"decisions": brief.decisions.model_copy(update={"goals": (decision,)})})
    assert verdict_of(goals.assess(a_client(brief=hidden)), "R1.1").grade.value == "REVIEW"


@pytest.mark.parametrize("part", goals.MEASURABLE_PARTS)
def test_a_goal_that_lacks_a_part_fails_and_names_it(a_client, a_goal, briefed, part):
    found = goals.assess(a_client(brief=briefed([a_goal(**{part: None})])))
    verdict = verdict_of(found, "R1.3")
    assert (verdict.grade.value, verdict.facts["parts"]) == ("FAIL", (part,))


def test_a_goal_without_a_type_fails(a_client, a_goal, briefed):
    found = goals.assess(a_client(brief=briefed([a_goal(type=None)])))
    assert verdict_of(found, "R1.2").finding == "no type"


@pytest.mark.parametrize(("per_day", "finding"), [(15, "behind"), (20, "on track"), (25, "ahead")])
def test_the_count_decides_the_pace(a_client, a_goal, briefed, per_day, finding):
    found = goals.assess(a_client(orders=applications(per_day), brief=briefed([a_goal()])))
    pace = found.cases[0].pace
    assert (pace.count, pace.expected, pace.days) == (31 * per_day, 620, 31)
    assert pace.finding == finding


def test_applications_from_elsewhere_do_not_count(a_client, a_goal, briefed):
    rows = [row | {"source": "google", "medium": "organic"} for row in applications(20)]
    found = goals.assess(a_client(orders=rows, brief=briefed([a_goal()])))
    assert found.cases[0].pace.count == 0


def test_without_orders_there_is_no_data(a_client, a_goal, briefed):
    found = goals.assess(a_client(brief=briefed([a_goal()])))
    assert (verdict_of(found, "G2").grade.value, verdict_of(found, "G2").finding) == ("NO DATA", "no data")
    assert verdict_of(found, "G1").grade.value == "NO DATA"


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"start": "2026-11-01"}, "not started"),
        ({"deadline": "2026-09-30"}, "over"),
    ],
)
def test_a_goal_outside_the_month_is_not_judged(a_client, a_goal, briefed, changes, finding):
    found = goals.assess(a_client(orders=applications(20), brief=briefed([a_goal(**changes)])))
    assert verdict_of(found, "G2").finding == finding


def test_a_goal_counts_from_its_own_start(a_client, a_goal, briefed):
    found = goals.assess(a_client(orders=applications(20), brief=briefed([a_goal(start="2026-10-11")])))
    assert found.cases[0].pace.days == 21


def test_days_that_no_file_covers_are_not_counted_as_empty(a_client, a_goal, briefed):
    rows = applications(20, last="2026-10-20")
    found = goals.assess(a_client(orders=rows, brief=briefed([a_goal()])))
    assert (found.cases[0].pace.days, found.cases[0].pace.finding) == (20, "on track")


def test_the_spread_is_the_clients_own_when_there_are_weeks_before(a_client, a_goal, briefed):
    brief = briefed([a_goal()])
    known = goals.assess(a_client(orders=applications(20), brief=brief)).cases[0].pace
    young = goals.assess(a_client(orders=applications(20, first="2026-09-20"), brief=brief)).cases[0].pace
    assert (known.dispersion_known, young.dispersion_known, young.dispersion) == (True, False, 2.0)
    assert known.dispersion == 1.0


def test_a_part_that_is_missing_is_asked_of_the_client(a_client, a_goal, briefed):
    found = goals.assess(a_client(brief=briefed([a_goal(type=None, baseline=None)])))
    assert goals.open_questions(found) == (("Applications", "type"), ("Applications", "baseline"))


def test_a_whole_goal_leaves_nothing_to_ask_and_none_at_all_leaves_everything(a_client, a_goal, briefed):
    assert goals.open_questions(goals.assess(a_client(brief=briefed([a_goal()])))) == ()
    asked = goals.open_questions(goals.assess(a_client()))
    assert [part for _, part in asked] == ["type", *goals.MEASURABLE_PARTS, "way", "promotion"]
