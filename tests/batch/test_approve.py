"""Plans approved: frozen, counted by versions, never written over, and recognised when edited."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from small_workspace import MONTH

from smmtools.batch.approve import approve, login_name
from smmtools.batch.plan import compute_plan
from smmtools.errors import CallError, DataError
from smmtools.inputs.plans import approved_plans, plan_sha256
from smmtools.present.records import plan_text

DAY = dt.date(2026, 11, 3)


def approved(workspace, month="2026-11", by="Anna"):
    """Approve the café's plan for a month."""
    return approve(workspace, "cafe", month, by, DAY)


def plans_of(workspace):
    """Names of the café's plan files."""
    return sorted(path.name for path in (workspace.clients / "cafe" / "plans").iterdir())


def change_brief(workspace):
    """Let the café have another name from now on, and with it another plan."""
    orders = workspace.clients / "cafe" / "exports" / "orders.csv"
    orders.write_text(orders.read_text() + "2026-10-31 13:00,32,application,instagram\n")


def test_the_plan_of_the_report_on_the_month_before_is_frozen(workspace):
    done = approved(workspace, by=" Anna ")
    assert (done.version, done.new, done.path.name) == (1, True, "2026-11.v1.json")
    said = json.loads(done.path.read_text(encoding="utf-8"))
    text = compute_plan(workspace, "cafe", MONTH)
    assert said["plan"] == json.loads(text)
    assert said["approved"] == {"by": "Anna", "when": "2026-11-03", "sha256": plan_sha256(said["plan"])}
    (plan,) = approved_plans(done.path.parent, "plans")
    assert (plan.month, plan.version, plan.by, plan.file) == ("2026-11", 1, "Anna", done.path.name)


def test_the_hash_is_that_of_plan_json(workspace):
    import hashlib

    text = compute_plan(workspace, "cafe", MONTH)
    assert plan_text(json.loads(text)) == text
    assert plan_sha256(json.loads(text)) == hashlib.sha256(text.encode()).hexdigest()


def test_the_same_plan_again_writes_nothing_and_another_is_a_new_version(workspace):
    first = approved(workspace)
    before = first.path.read_bytes()
    again = approved(workspace, by="Bert")
    assert (again.version, again.new) == (1, False)
    change_brief(workspace)
    second = approved(workspace)
    assert (second.version, second.new) == (2, True)
    assert first.path.read_bytes() == before
    assert plans_of(workspace) == ["2026-11.v1.json", "2026-11.v2.json"]


def test_a_plan_edited_after_its_approval_is_refused(workspace):
    path = approved(workspace).path
    path.write_text(path.read_text(encoding="utf-8").replace('"FAIL"', '"PASS"'), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        approved(workspace)
    assert str(caught.value) == (
        "DataError: this plan was changed after it was approved\n"
        "  data/clients/cafe/plans/2026-11.v1.json\n"
        "  Mend: restore it from version control; what is to be changed is approved as a new version."
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"approved": {}, "plan": {}}', '{"plan": NaN}'])
def test_what_is_no_plan_is_named(workspace, text):
    path = approved(workspace).path
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        approved(workspace)
    assert str(caught.value).startswith("DataError: this is not an approved plan\n  data/clients/cafe/plans/")


def test_a_plan_that_cannot_be_written_leaves_nothing(workspace):
    (workspace.clients / "cafe" / "plans").write_text("in the way")
    with pytest.raises(CallError) as caught:
        approved(workspace)
    assert str(caught.value) == (
        "CallError: the plan cannot be written: File exists\n"
        "  data/clients/cafe/plans/2026-11.v1.json\n"
        "  Mend: make the client's folder plans one that you may write to."
    )


def test_a_version_that_came_meanwhile_is_not_written_over(workspace, monkeypatch):
    taken = approved(workspace).path
    before = taken.read_bytes()
    change_brief(workspace)
    monkeypatch.setattr("smmtools.batch.approve.approved_plans", lambda folder, shown: ())
    with pytest.raises(CallError, match="another version was approved at the same time"):
        approved(workspace)
    assert taken.read_bytes() == before
    assert plans_of(workspace) == ["2026-11.v1.json"]


def test_a_wrong_call_and_a_client_at_fault(workspace):
    for month, by, what in (("2026-13", "A", "is not a month"), ("2026-11", " ", "nobody approves this")):
        with pytest.raises(CallError, match=what):
            approved(workspace, month, by)
    with pytest.raises(DataError, match="there is no data for 2026-07"):
        approved(workspace, "2026-08")
    assert not (workspace.clients / "cafe" / "plans").exists()


def test_who_is_nobody_must_say_who_approves():
    def nobody() -> str:
        raise KeyError("uid")

    assert login_name(lambda: "anna") == "anna"
    with pytest.raises(CallError, match="nobody's name is known here"):
        login_name(nobody)
