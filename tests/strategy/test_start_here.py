import dataclasses

import pandas as pd

from smmtools.inputs.plans import ApprovedPlan
from smmtools.strategy import start_here


def test_nothing_known_is_all_asked_for(a_client):
    found = start_here.assess(
        a_client(daily=[{"platform": "vk", "date": "2026-10-01", "measure": "reach", "value": 1}])
    )
    assert [(known.kind, known.platform) for known in found.missing][:2] == [("posts", "vk"), ("traffic", "")]
    inputs = found.verdicts[1]
    assert (inputs.rule, inputs.grade.value, inputs.finding) == ("X9", "NO DATA", "missing")


def test_last_months_rows_do_not_count_for_this_month(a_client):
    found = start_here.assess(
        a_client(
            orders=[{"ordered_at": pd.Timestamp("2026-09-30", tz="UTC"), "order_id": "1", "kind": "order"}]
        )
    )
    orders = next(known for known in found.known if known.kind == "orders")
    assert (orders.rows, orders.this_month) == (1, 0)
    assert orders in found.missing


def test_a_brief_without_jurisdiction_fails(a_client, briefed):
    row = [{"platform": "vk", "date": "2026-10-01", "measure": "reach", "value": 1}]
    stated = start_here.assess(a_client(daily=row)).verdicts[0]
    silent = start_here.assess(a_client(daily=row, brief=briefed(jurisdiction=None))).verdicts[0]
    assert (stated.rule, stated.grade.value) == ("X1", "PASS")
    assert (silent.rule, silent.grade.value) == ("X1", "FAIL")


def test_planned_posts_that_no_platform_shows_are_reviewed(a_client):
    at = "2026-10-05T10:00:00+00:00"
    posts = [{"plan_id": name, "platform": "vk", "at": at, "text": name * 9} for name in ("one", "two")]
    plan = ApprovedPlan("2026-10", 1, "A", "2026-09-30", "", {"content": {"posts": posts}})
    shown = {"platform": "vk", "role": "own", "published": pd.Timestamp(at), "labels": "one", "text": "x"}
    case = a_client(posts=[{**shown, "post_id": "1"}])
    found = start_here.assess(dataclasses.replace(case, plans=(plan,)))
    assert found.planned["post_id"].isna().tolist() == [False, True]
    verdict = found.verdicts[-1]
    assert (verdict.rule, verdict.grade.value, verdict.facts) == (
        "K5",
        "REVIEW",
        {"planned": 2, "lacking": 1},
    )


def test_without_an_approved_plan_nothing_is_said_of_it(a_client):
    assert [verdict.rule for verdict in start_here.assess(a_client()).verdicts] == ["X1", "X9"]
