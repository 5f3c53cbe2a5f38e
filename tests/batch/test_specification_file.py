"""The technical specification in a report: written from the plan, listed on its page, held by the proofs."""

import sys
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from smmtools.batch.canonical import STAGE_RECORD
from smmtools.batch.fingerprint import Fingerprint
from smmtools.batch.plan_files import plan_files
from smmtools.batch.proofs import page_flaws
from smmtools.batch.report import build_report, plan_of, read_notebooks
from smmtools.batch.survey import Facts
from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import contract

ROOT = Path(__file__).parents[2]
FACTS = Facts("pizza", "2026-10", "Pechka Pizza", "en", "client", Fingerprint({}, {}, {}))
PAGE = "specification.html"


def write_report(folder, shown):
    """Write an executed notebook that shows records, the first its own stage's."""
    outputs = [new_output("display_data", {STAGE_RECORD: record, "text/plain": "."}) for record in shown]
    cells = [new_markdown_cell("# Review"), *(new_code_cell("show()", outputs=[each]) for each in outputs)]
    nbformat.write(new_notebook(cells=cells), folder / "08-review.ipynb")


@pytest.fixture(scope="module")
def agreed():
    return contract.record(open_client("pizza", "2026-10", Workspace(ROOT)))


@pytest.fixture
def folder(tmp_path, agreed):
    """The folder of a report whose review ends with the contract."""
    review = agreed | {
        "stage": "review",
        "headline": "Reviewed.",
        "content": {},
        "verdicts": [],
        "actions": [],
    }
    write_report(tmp_path, [review, agreed])
    return tmp_path


def flaws(folder, made):
    return [str(flaw) for flaw in page_flaws("2026-10/pizza", folder, made, FACTS)]


def test_the_page_is_written_listed_and_proven(folder):
    made = build_report(folder, FACTS)
    assert (folder / PAGE).is_file() and flaws(folder, made) == []
    report = BeautifulSoup((folder / "report.html").read_text(encoding="utf-8"), "html.parser")
    section = report.find(id="files").parent
    assert [link["href"] for link in section.find_all("a")] == [PAGE]
    assert "The task on one page, to send" in section.get_text()
    assert made["headlines"]["contract"].startswith("Accepted: of 1,200 followers gained")


def test_a_page_that_was_changed_or_went_is_named(folder):
    made = build_report(folder, FACTS)
    page = folder / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("1,000", "1,500"), encoding="utf-8")
    assert flaws(folder, made) == [f"2026-10/pizza/{PAGE}: not the file that the plan beside it gives"]
    page.unlink()
    assert flaws(folder, made) == [
        f"2026-10/pizza/{PAGE}: the plan beside it gives this file, and it is not there"
    ]


def test_without_the_contracts_record_there_is_no_page(folder, agreed):
    write_report(folder, [agreed | {"stage": "review", "content": {}}])
    assert PAGE not in plan_files(plan_of(read_notebooks(folder)), FACTS)
