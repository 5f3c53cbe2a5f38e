"""A client whose plan may not be carried out: a page of reasons, and nothing of the plan."""

import datetime as dt
import shutil
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from small_workspace import MONTH, copied, make_workspace, manifest_of, run

from smmtools.batch.approve import approve
from smmtools.batch.check import check_clients
from smmtools.batch.plan import compute_plan
from smmtools.batch.runner import faults_of
from smmtools.batch.survey import survey
from smmtools.batch.verify import verify_reports
from smmtools.cli import main
from smmtools.errors import BlockedError

CASES = Path(__file__).parents[1] / "cases"
BUDGET = """\
decisions:
  budget:
    - since: 2026-10
      by: T. Ester
      why: What the owner asked for.
      cap: 900
      lines:
        - item: A list of <strangers> to write to
          kind: ads
          channel: instagram
          method: {method}
          quantity: 1
          unit: mailing
          price: {{low: 100, mode: 200, high: 300}}
          serves: applications
"""
WHY = (
    "The line “A list of <strangers> to write to” of the estimate is black (spam): the law forbids it "
    "(EU, Directive 2002/58/EC, art. 13, 2002-07-12; since Oct 31, 2003)."
)


def decide(workspace, slug="cafe", method="spam"):
    """Write the decision into a client's brief, in place of an earlier one."""
    path = workspace.clients / slug / "client.yml"
    brief = path.read_text("utf-8").partition("decisions:")[0]
    path.write_text(brief + BUDGET.format(method=method), "utf-8")


def files_of(workspace, slug="cafe", folder=None):
    """Names of the files of one client's report."""
    return sorted(path.name for path in ((folder or workspace.reports) / MONTH / slug).iterdir())


def flaws_of(workspace):
    """What verify finds, as it is printed, and its line."""
    found = verify_reports(workspace, workspace.reports, watch=lambda done: None)
    return [str(flaw) for flaw in found.flaws], found.summary


@pytest.fixture(scope="module")
def executed_blocked(executed, tmp_path_factory):
    """The workspace with reports, run once more after one client was blocked."""
    workspace = copied(executed, tmp_path_factory.mktemp("blocked") / "work")
    decide(workspace)
    runs, told = run(workspace, "cafe")
    return workspace, runs, told


@pytest.fixture
def blocked(executed_blocked, tmp_path):
    """A copy of it, to be spoiled."""
    return copied(executed_blocked[0], tmp_path / "blocked")


def test_its_page_takes_the_place_of_the_earlier_report(executed_blocked):
    workspace, runs, told = executed_blocked
    assert [(run.client, run.status) for run in runs] == [("cafe", "blocked")]
    assert files_of(workspace) == ["report.html"]
    assert [(done.stage, done.status) for done in told] == [(None, "blocked")]  # no notebook was run
    assert faults_of(runs[0]) == [WHY]


def test_the_others_are_left_as_they_were(executed_blocked, executed):
    workspace, _, _ = executed_blocked
    assert files_of(workspace, "salon") == files_of(executed, "salon")
    entries = {entry["client"]: entry["status"] for entry in manifest_of(workspace)["clients"]}
    assert entries == {"cafe": "blocked", "salon": "review"}


def test_the_page_says_what_why_how_to_mend_it_and_who_decides(executed_blocked):
    text = (executed_blocked[0].reports / MONTH / "cafe" / "report.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    lines = [line.get_text() for line in page.select("div.fault p")]
    assert lines == [
        WHY,
        "How to mend it Strike it. No signature allows it; T. Ester decides what takes its place.",
        "Who decides T. Ester",
        "Source EU, Directive 2002/58/EC, art. 13, 2002-07-12; since Oct 31, 2003",
    ]
    assert "This is no legal advice: a lawyer confirms what holds." in page.get_text()
    assert page.h1.get_text() == "Café <Anna>"
    assert not page.find_all("script") and "default-src 'none'" in text


def test_the_page_holds_nothing_of_the_plan(executed_blocked):
    text = (executed_blocked[0].reports / MONTH / "cafe" / "report.html").read_text("utf-8")
    assert "€" not in text and "stage" not in BeautifulSoup(text, "html.parser").body.get_text()
    made = manifest_of(executed_blocked[0])["clients"][0]["made"]
    assert "figures" not in made and "verdicts" not in made


def test_the_index_shows_the_reason(executed_blocked):
    text = (executed_blocked[0].reports / MONTH / "index.html").read_text("utf-8")
    row = BeautifulSoup(text, "html.parser").select(".row")[0]
    assert row.select_one(".badge").get_text() == "✗ blocked"
    assert row.select_one(".fault").get_text() == WHY
    assert row.select_one(".more a")["href"] == "cafe/report.html"
    assert not row.select("details")


def test_a_stage_alone_is_not_run_either(blocked):
    decide(blocked, "salon", method="hacking")
    runs, _ = run(blocked, "salon", stages=["goals"])
    assert (runs[0].status, runs[0].stages) == ("blocked", ())
    assert files_of(blocked, "salon") == ["report.html"]


@pytest.mark.slow
def test_once_mended_the_report_is_made_again(blocked):
    decide(blocked, method="targeted_ads")
    runs, _ = run(blocked, "cafe")
    assert runs[0].status == "review"
    assert len(files_of(blocked)) == 4
    assert manifest_of(blocked)["clients"][0]["made"]["blocked"] == []


@pytest.mark.slow
def test_the_agency_gets_its_report_with_the_reason_in_it(blocked):
    runs, _ = run(blocked, "cafe", audience="internal")
    assert (runs[0].status, [stage.status for stage in runs[0].stages]) == ("blocked", ["ok", "ok"])
    folder = blocked.reports / "internal"
    assert len(files_of(blocked, folder=folder)) == 4
    page = BeautifulSoup((folder / MONTH / "cafe" / "report.html").read_text("utf-8"), "html.parser")
    assert page.select_one("div.fault").get_text(strip=True) == WHY
    index = BeautifulSoup((folder / MONTH / "index.html").read_text("utf-8"), "html.parser")
    assert index.select_one(".row .fault").get_text() == WHY
    assert flaws_of(blocked)[0] == []


def test_a_blocked_page_is_proven(executed_blocked):
    flaws, summary = flaws_of(executed_blocked[0])
    assert flaws == []
    assert summary == (
        f"Proven: 2 reports, 2 notebooks and 9 cells run again; nothing differs. Blocked: {MONTH}/cafe."
    )


@pytest.mark.slow
def test_a_forged_page_is_named(blocked):
    path = blocked.reports / MONTH / "cafe" / "report.html"
    path.write_text(path.read_text("utf-8").replace("black (spam)", "white (spam)"), "utf-8")
    assert flaws_of(blocked)[0] == [
        f"{MONTH}/cafe/report.html: the file was changed after the report was made",
        f"{MONTH}/cafe/report.html: not the page that the client's decisions give",
    ]


@pytest.mark.slow
def test_a_plan_beside_the_page_is_named(blocked, executed):
    shutil.copy(executed.reports / MONTH / "cafe" / "plan.json", blocked.reports / MONTH / "cafe")
    assert (
        f"{MONTH}/cafe/plan.json: nothing of a blocked client's plan may be published" in flaws_of(blocked)[0]
    )


@pytest.mark.slow
def test_a_page_whose_client_was_mended_is_stale(blocked):
    decide(blocked, method="targeted_ads")
    (flaw,) = flaws_of(blocked)[0]
    assert flaw.startswith("data/clients/cafe/client.yml: stale: ")


def test_the_command_ends_with_1_and_says_why(blocked, monkeypatch, capsys):
    monkeypatch.setenv("SMMTOOLS_HOME", str(blocked.root))
    monkeypatch.setattr(sys, "argv", ["smmtools", "run", "cafe", "--month", MONTH])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert f"cafe is blocked\n{WHY}\n" in said.err
    assert "cafe/report.html  blocked" in said.out and "0 of 1 reports made." in said.out


def test_approve_refuses_and_writes_nothing(blocked):
    with pytest.raises(BlockedError) as refused:
        approve(blocked, "cafe", "2026-11", "A. Orlova", dt.date(2026, 11, 1))
    assert str(refused.value) == (
        f"BlockedError: blocked: {WHY}\n  data/clients/cafe/client.yml, the plan for 2026-11\n"
        "  Mend: Strike it. No signature allows it; T. Ester decides what takes its place."
    )
    assert not (blocked.clients / "cafe" / "plans").exists()


@pytest.mark.parametrize("month", [MONTH, None])
def test_check_tells_it(blocked, month):
    cafe, salon = check_clients(blocked, [], month)
    assert [str(error).partition("\n")[0] for error in cafe.errors] == [f"BlockedError: blocked: {WHY}"]
    assert salon.errors == ()


def test_the_plan_can_still_be_printed(blocked):
    assert '"blocked": true' in compute_plan(blocked, "cafe", MONTH)


@pytest.mark.parametrize(
    ("slug", "says"), [("black-hacking", "is black (hacking)"), ("grey-unsigned", "nobody has signed for it")]
)
def test_the_cases_are_blocked_by_the_batch(tmp_path, slug, says):
    workspace = make_workspace(tmp_path / "work")
    shutil.copytree(CASES / slug, workspace.clients / slug)
    (client,), _ = run(workspace, slug)
    assert client.status == "blocked" and says in faults_of(client)[0]
    assert files_of(workspace, slug) == ["report.html"]
    assert flaws_of(workspace)[0] == []


def test_an_infeasible_calendar_does_not_block(tmp_path):
    workspace = make_workspace(tmp_path / "work")
    shutil.copytree(CASES / "infeasible-calendar", workspace.clients / "kiosk")
    assert not survey(workspace.root, "kiosk", MONTH).page_only
