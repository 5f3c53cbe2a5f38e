import pandas as pd

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
