"""A month run again gives what it gave, whatever was decided, exported or approved since."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from small_workspace import run

from smmtools.batch.approve import approve
from smmtools.batch.plan import compute_plan
from smmtools.batch.survey import facts_of
from smmtools.batch.verify import verify_reports
from smmtools.inputs.client_month import open_client

AUGUST = "2026-08"
GOALS = """\
decisions:
  goals:
    - since: 2026-08
      by: Anna
      why: First.
      goals: [{key: orders, name: Orders, type: sales, indicator: applications, target: 2, per: day,
               start: 2026-08-01, deadline: 2026-12-31, baseline: 1}]
"""
LATER = """\
    - since: 2026-10
      by: Anna
      why: Second.
      goals: [{key: orders, name: Orders, type: sales, indicator: applications, target: 9, per: day,
               start: 2026-08-01, deadline: 2026-12-31, baseline: 1}]
"""


@pytest.fixture
def cafe(workspace):
    """The café with goals, and applications in August and September, a file a month."""
    folder = workspace.clients / "cafe"
    brief = folder / "client.yml"
    brief.write_text(brief.read_text(encoding="utf-8") + GOALS, encoding="utf-8")
    (folder / "exports" / "orders.csv").unlink()
    add_month(folder, "2026-08", 31)
    add_month(folder, "2026-09", 30)
    return folder


def add_month(folder, month, days):
    """Add the export of a month: one application a day."""
    rows = [f"{month}-{day:02d} 12:30,{month}{day},application,instagram" for day in range(1, days + 1)]
    text = "\n".join(["When,Number,Kind,Source", *rows, ""])
    (folder / "exports" / f"orders-{month}.csv").write_text(text, encoding="utf-8")


def decide_in_october(folder):
    """Decide another target since October."""
    brief = folder / "client.yml"
    brief.write_text(brief.read_text(encoding="utf-8") + LATER, encoding="utf-8")


def made_from(workspace, month):
    """The hashes that a report of the month would rest on."""
    return facts_of(open_client("cafe", month, workspace), workspace).fingerprint


@pytest.mark.slow
def test_august_comes_out_the_same_after_october_decided_otherwise(workspace, cafe):
    run(workspace, "cafe", month=AUGUST)
    report = workspace.reports / AUGUST / "cafe"
    before = {path.name: path.read_bytes() for path in report.iterdir()}
    add_month(cafe, "2026-10", 31)
    decide_in_october(cafe)
    approve(workspace, "cafe", "2026-09", "Anna", dt.date(2026, 9, 2))
    approve(workspace, "cafe", "2026-10", "Anna", dt.date(2026, 10, 2))
    assert verify_reports(workspace, workspace.reports, watch=lambda done: None).flaws == []
    run(workspace, "cafe", month=AUGUST)
    assert {path.name: path.read_bytes() for path in report.iterdir()} == before
    (goal,) = json.loads(before["plan.json"])["goals"]["goals"]
    assert goal["target"] == 2
    assert json.loads(compute_plan(workspace, "cafe", "2026-10"))["goals"]["goals"][0]["target"] == 9


def test_only_plans_of_the_month_and_before_are_inputs(workspace, cafe):
    august, september = made_from(workspace, AUGUST), made_from(workspace, "2026-09")
    plan = approve(workspace, "cafe", "2026-09", "Anna", dt.date(2026, 9, 2)).path
    assert made_from(workspace, AUGUST) == august
    changed = made_from(workspace, "2026-09")
    assert changed.files.keys() - september.files.keys() == {workspace.shown(plan)}
    assert changed.inputs_hash != september.inputs_hash
    (plan.parent / "notes.txt").write_text("not a plan")
    assert made_from(workspace, "2026-09") == changed


def test_who_approved_counts_too(workspace, cafe):
    plan = approve(workspace, "cafe", "2026-09", "Anna", dt.date(2026, 9, 2)).path
    before = made_from(workspace, "2026-09")
    plan.write_text(plan.read_text(encoding="utf-8").replace('"Anna"', '"Bert"', 1), encoding="utf-8")
    assert made_from(workspace, "2026-09").inputs_hash != before.inputs_hash


def test_a_later_month_s_export_is_no_input_of_an_earlier_report(workspace, cafe):
    before = made_from(workspace, AUGUST)
    add_month(cafe, "2026-10", 31)
    decide_in_october(cafe)
    assert made_from(workspace, AUGUST) == before
