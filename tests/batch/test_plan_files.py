"""A report's files that its plan gives: written from it, listed on its page, held to it by the proofs."""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).parents[1] / "present"))  # test folders are no packages

from planned_posts import ZONE, hostile, post
from small_workspace import MONTH, copied, make_workspace, manifest_of, run, write_notebook

from smmtools.batch.canonical import STAGE_RECORD
from smmtools.batch.examine import examine
from smmtools.batch.fingerprint import Fingerprint
from smmtools.batch.manifest import report_files
from smmtools.batch.plan_files import listed, plan_files
from smmtools.batch.proofs import file_flaws, page_flaws
from smmtools.batch.report import build_report, plan_of, read_notebooks
from smmtools.batch.survey import Facts
from smmtools.batch.verify import Verification, open_month

FACTS = Facts("cafe", "2026-09", "Café <Anna>", "en", "client", Fingerprint({}, {}, {}))
FILES = ["calendar.csv", "calendar.ics", "calendar.xlsx", "scheduler.csv"]
CHANGED = "not the file that the plan beside it gives"


def write_stage(folder, number, stage, **content):
    """Write an executed notebook that shows a stage's record."""
    record = {
        **{"stage": stage, "client": "cafe", "month": "2026-09", "headline": f"About {stage}."},
        **{"verdicts": [], "actions": [], "counts": {}, "content": content},
    }
    output = new_output("display_data", {STAGE_RECORD: record, "text/plain": stage})
    cells = [new_markdown_cell(f"# {stage.capitalize()}"), new_code_cell("show()", outputs=[output])]
    nbformat.write(new_notebook(cells=cells), folder / f"{number}-{stage}.ipynb")


@pytest.fixture
def folder(tmp_path):
    """The folder of a report whose content stage planned some posts."""
    folder = tmp_path / "2026-09" / "cafe"
    folder.mkdir(parents=True)
    write_stage(folder, "01", "goals", goals=[])
    write_stage(folder, "04", "content", posts=[*hostile(), post(1, "instagram")], zone=ZONE, month="2026-10")
    return folder


@pytest.fixture
def made(folder):
    return build_report(folder, FACTS)


def stored(folder):
    return sorted(path.name for path in (folder / "calendar").glob("*")) if folder.exists() else []


def flaws(folder, made):
    return [str(flaw) for flaw in page_flaws("2026-09/cafe", folder, made, FACTS)]


def test_a_plan_with_posts_gives_the_files_and_the_manifest_holds_their_hashes(folder, made):
    assert stored(folder) == FILES
    names = {f"cafe/calendar/{name}" for name in FILES}
    hashes = report_files(folder.parent, "cafe")
    assert names < set(hashes)
    assert list(file_flaws(folder.parent, hashes)) == []
    assert flaws(folder, made) == []


def test_the_page_lists_every_file_and_what_it_is_for(folder, made):
    page = BeautifulSoup((folder / "report.html").read_text(encoding="utf-8"), "html.parser")
    section = page.find(id="files").parent
    links = [link["href"] for link in section.find_all("a")]
    assert sorted(links) == [f"calendar/{name}" for name in FILES]
    assert all((folder / link).is_file() for link in links)
    assert "Texts stand there exactly as they go out" in section.get_text()
    assert [code.get_text() for code in section.find_all("code")][:3] == ["date", "time", "timezone"]
    assert "#files" in [link["href"] for link in page.select("nav a")]


@pytest.mark.parametrize("name", FILES)
def test_a_forged_file_is_named_even_if_the_manifest_is_forged_too(folder, made, name):
    path = folder / "calendar" / name
    honest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes().replace(b"pechka.example", b"forged.example"))
    assert report_files(folder.parent, "cafe")[f"cafe/calendar/{name}"] != honest
    assert list(file_flaws(folder.parent, report_files(folder.parent, "cafe"))) == []
    assert flaws(folder, made) == [f"2026-09/cafe/calendar/{name}: {CHANGED}"]


def test_a_file_that_went_or_came_is_named_even_if_the_manifest_is_forged_too(folder, made):
    (folder / "calendar" / "calendar.ics").unlink()
    (folder / "calendar" / "more.csv").write_text("=1+1")
    (folder / "budget.xlsx").write_bytes(b"PK")
    (folder / "budget").mkdir()
    (folder / "budget" / "fees.ipynb").write_text("{}")
    assert flaws(folder, made) == [
        "2026-09/cafe/budget.xlsx: the plan beside it gives no such file",
        "2026-09/cafe/budget/fees.ipynb: the plan beside it gives no such file",
        "2026-09/cafe/calendar/calendar.ics: the plan beside it gives this file, and it is not there",
        "2026-09/cafe/calendar/more.csv: the plan beside it gives no such file",
    ]


ESTIMATED = {
    **{"item": "=1+1", "kind": "content", "channel": None, "quantity": 2.0, "unit": "post", "currency": None},
    **{"serves": None, "rate": 1.0, "expected": 200.0, "price": {"low": 100.0, "mode": 100.0, "high": 100.0}},
}


def test_an_estimate_gives_a_spreadsheet_that_is_listed_and_held_to_the_plan(folder):
    write_stage(folder, "07", "budget", lines=[ESTIMATED], month="2026-10", currency="EUR", cap=500.0)
    made = build_report(folder, FACTS)
    page = BeautifulSoup((folder / "report.html").read_text(encoding="utf-8"), "html.parser")
    links = [link["href"] for link in page.find(id="files").parent.find_all("a")]
    assert links[-1] == "budget/budget.xlsx" and flaws(folder, made) == []
    path = folder / "budget" / "budget.xlsx"
    path.write_bytes(path.read_bytes().replace(b"<v>200.0</v>", b"<v>300.0</v>"))
    assert flaws(folder, made) == [f"2026-09/cafe/budget/budget.xlsx: {CHANGED}"]
    path.unlink()
    assert flaws(folder, made) == [
        "2026-09/cafe/budget/budget.xlsx: the plan beside it gives this file, and it is not there"
    ]


@pytest.mark.parametrize("content", [None, {}, {"posts": [], "zone": ZONE, "month": "2026-10"}])
def test_without_posts_there_are_no_files_and_nothing_is_listed(tmp_path, content):
    write_stage(tmp_path, "01", "goals", goals=[])
    if content is not None:
        write_stage(tmp_path, "04", "content", **content)
    made = build_report(tmp_path, FACTS)
    assert not (tmp_path / "calendar").exists()
    assert 'id="files"' not in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert flaws(tmp_path, made) == []
    assert plan_files(plan_of(read_notebooks(tmp_path)), FACTS) == {}


def test_nothing_but_what_is_planned_stands_in_the_files(folder):
    write_stage(
        folder, "04", "content", posts=[post(hours=987654)], zone=ZONE, month="2026-10", fee="SECRET-FEE"
    )
    plan = plan_of(read_notebooks(folder)) | {"internal": "SECRET-FEE"}
    for name, content in plan_files(plan, FACTS).items():
        assert b"987654" not in content and b"SECRET-FEE" not in content, name


def test_every_file_has_words_that_say_what_it_is_for(folder):
    plan = plan_of(read_notebooks(folder))
    assert listed(plan).keys() == plan_files(plan, FACTS).keys()
    assert all(listed(plan).values())


def test_the_files_depend_on_the_plan_as_it_is_stored(folder, made):
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert plan_files(plan, FACTS) == {
        f"calendar/{name}": (folder / "calendar" / name).read_bytes() for name in FILES
    }


CONTENT = """\
decisions:
  content:
    - since: 2026-08
      by: Anna
      why: Two posts a day.
      channels:
        - {platform: instagram, posts: 2, trace: bio}
      topics:
        - key: coffee
          channel: instagram
          format: photo
          function: inform
          about: brand
          segments: []
          texts: ["=1+1 cups", "<b>Hot</b>"]
          times: 40
        - key: cake
          channel: instagram
          format: reel
          function: entertain
          about: subject
          segments: []
          texts: [Cake]
          times: 40
"""


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """A workspace whose café decided on its content, with its report of October made."""
    workspace = make_workspace(tmp_path_factory.mktemp("planned") / "work")
    shutil.rmtree(workspace.clients / "salon")
    brief = workspace.clients / "cafe" / "client.yml"
    brief.write_text(brief.read_text(encoding="utf-8") + CONTENT, encoding="utf-8")
    write_notebook(workspace, "04", "content")
    run(workspace, "cafe")
    return workspace


def proven(workspace):
    """The flaws that are found without executing anything."""
    found = Verification()
    reports = open_month(workspace.reports / MONTH, False, found)
    flaws = [flaw for report in reports for flaw in examine(workspace.root, report).flaws]
    return [str(flaw) for flaw in (*found.flaws, *flaws)]


def test_the_batch_writes_the_files_and_the_proofs_hold_them(planned, tmp_path):
    assert stored(planned.reports / MONTH / "cafe") == FILES
    manifest = manifest_of(planned)
    assert {f"cafe/calendar/{name}" for name in FILES} < set(manifest["files"])
    assert proven(planned) == []
    spoiled = copied(planned, tmp_path / "work")
    path = spoiled.reports / MONTH / "cafe" / "calendar" / "scheduler.csv"
    path.write_bytes(path.read_bytes().replace(b"Cake", b"Cave"))
    file = f"{MONTH}/cafe/calendar/scheduler.csv"
    assert proven(spoiled) == [f"{file}: the file was changed after the report was made"]
    manifest["files"]["cafe/calendar/scheduler.csv"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (spoiled.reports / MONTH / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert proven(spoiled) == [f"{file}: {CHANGED}"]


@pytest.mark.slow
def test_a_run_of_other_stages_keeps_the_calendar_and_one_without_content_has_none(planned, tmp_path):
    again = copied(planned, tmp_path / "work")
    run(again, "cafe", stages=["goals"])
    assert stored(again.reports / MONTH / "cafe") == FILES
    shutil.rmtree(again.reports)
    run(again, "cafe", stages=["goals"])
    assert (again.reports / MONTH / "cafe" / "report.html").is_file()
    assert stored(again.reports / MONTH / "cafe") == []
    assert proven(again) == []
