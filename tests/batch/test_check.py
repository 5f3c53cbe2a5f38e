"""check finds every fault of every client at once, and runs nothing."""

import pytest

from smmtools.batch.check import check_clients
from smmtools.errors import CallError


def told(checked):
    """What is wrong, by client."""
    return {one.client: [fault.what for error in one.errors for fault in error.faults] for one in checked}


def test_clients_without_a_fault(workspace):
    assert told(check_clients(workspace, [], "2026-10")) == {"cafe": [], "salon": []}
    assert [one.files for one in check_clients(workspace, ["salon"])] == [1]
    assert not workspace.reports.exists()


def test_brief_exports_and_plans_are_told_together(workspace):
    folder = workspace.clients / "cafe"
    brief = folder / "client.yml"
    brief.write_text(brief.read_text().replace("EUR", "EURO").replace("included", "some"))
    (folder / "exports" / "a.csv").write_text("")
    (folder / "exports" / "b.csv").write_text("What,Is,This\n1,2,3\n")
    (folder / "exports" / ".hidden.csv").write_text("")
    (folder / "plans").mkdir()
    (folder / "plans" / "2026-10.v1.json").write_text("{}")
    checked = check_clients(workspace, [])
    assert told(checked)["salon"] == []
    assert [type(error).__name__ for error in checked[0].errors] == ["BriefError", "ExportError", "DataError"]
    assert [fault.where.split(",")[0] for error in checked[0].errors for fault in error.faults] == [
        "data/clients/cafe/client.yml",
        "data/clients/cafe/client.yml",
        "data/clients/cafe/exports/a.csv",
        "data/clients/cafe/exports/b.csv",
        "data/clients/cafe/plans/2026-10.v1.json",
    ]


def test_a_client_without_exports_is_told_so(workspace):
    (workspace.clients / "cafe" / "exports" / "orders.csv").unlink()
    assert told(check_clients(workspace, ["cafe"])) == {"cafe": ["there are no exports"]}


def test_with_a_month_there_must_be_something_to_report_on(workspace):
    assert told(check_clients(workspace, ["cafe"])) == {"cafe": []}
    (what,) = told(check_clients(workspace, ["cafe"], "2026-09"))["cafe"]
    assert what.startswith("there is no data for 2026-09")


def test_a_wrong_call_is_told_whole(workspace):
    with pytest.raises(CallError) as caught:
        check_clients(workspace, ["caffe"], "soon")
    assert [fault.what for fault in caught.value.faults] == [
        "there is no client 'caffe'",
        "'soon' is not a month",
    ]
