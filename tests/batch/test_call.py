import pytest

from smmtools.batch.call import check_call
from smmtools.errors import CallError


def test_no_client_named_means_all_and_no_stage_means_all(workspace):
    call = check_call(workspace, [], "2026-10")
    assert call.slugs == ("cafe", "salon")
    assert call.due_stages == ("start-here", "goals")
    assert call.folder == workspace.reports / "2026-10"


def test_a_client_named_twice_is_run_once(workspace):
    assert check_call(workspace, ["cafe", "cafe"], "2026-10").slugs == ("cafe",)


def test_every_fault_of_a_call_at_once(workspace, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CallError) as caught:
        check_call(workspace, ["caffe", "../x"], "2026-13", ["goal"], 0, tmp_path / "file" / "deeper")
    assert str(caught.value).splitlines() == [
        "CallError: there is no client 'caffe'",
        "  data/clients",
        "  Mend: did you mean cafe?",
        "CallError: '../x' is not a client's name",
        "  SLUG",
        "  Mend: use the name of a folder in data/clients: small letters, digits and hyphens.",
        "CallError: '2026-13' is not a month",
        "  --month",
        "  Mend: write it as 2026-10 (year, hyphen, two digits).",
        "CallError: there is no stage 'goal'",
        "  --stage",
        "  Mend: use one of: start-here, goals.",
        "CallError: 0 jobs cannot run anything",
        "  --jobs",
        "  Mend: give 1 or more, or leave it out.",
        "CallError: reports cannot be written to file: Not a directory",
        f"  --out {tmp_path}/file/deeper",
        "  Mend: choose a folder that you may write to.",
    ]


def test_checking_a_call_makes_no_folder(workspace):
    check_call(workspace, [], "2026-10")
    assert not workspace.reports.exists()


def test_without_clients_there_is_nothing_to_run(workspace):
    for slug in workspace.slugs():
        (workspace.clients / slug / "client.yml").unlink()
    with pytest.raises(CallError, match="there are no clients"):
        check_call(workspace, [], "2026-10")
