"""Nothing that is the agency's own reaches a client's file; internal reports lie apart and are proven too."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from small_workspace import MONTH, REPO, make_workspace, run

from smmtools.batch.verify import month_folders, verify_reports
from smmtools.errors import CallError
from smmtools.inputs.client_month import open_client
from smmtools.present import formats
from smmtools.strategy import budget

BUDGET = """\
decisions:
  budget:
    - since: 2026-08
      by: Anna
      why: Agreed.
      cap: 20000
      fee: {kind: retainer, amount: 7177}
      lines:
        - item: Posts
          kind: content
          quantity: 13
          unit: post
          price: {low: 300, mode: 400, high: 500}
          serves: er_reach
          our_cost: 287.57
          hours: 67.3
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """One client's stage 07 as it really is, run for the client and for the agency."""
    workspace = make_workspace(tmp_path_factory.mktemp("audience") / "work")
    shutil.copy(REPO / "notebooks" / "07-budget.ipynb", workspace.notebooks)
    brief = workspace.clients / "cafe" / "client.yml"
    brief.write_text(brief.read_text(encoding="utf-8") + BUDGET, encoding="utf-8")
    for audience in ("client", "internal"):
        runs, _ = run(workspace, "cafe", stages=["budget"], audience=audience)
        assert "failed" not in [one.status for one in runs]
    return workspace


def inside_figures(workspace) -> set[str]:
    """The agency's own figures, as a program writes them and as people read them."""
    inside = budget.assess(open_client("cafe", MONTH, workspace, "internal")).inside
    figures = (inside.fee, inside.our_cost, inside.margin, inside.hours, 287.57)
    return {
        form
        for figure in figures
        for form in (f"{figure:.6g}", formats.number(figure), formats.money(figure, "EUR").strip("€"))
    }


def texts(folder: Path) -> dict[str, str]:
    """Every file below a folder, by name; a spreadsheet is stored unpacked, so that its words show."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in files}


def without_pictures(text: str) -> str:
    """The text without its long base64 words and its hashes, in which any figure may stand by chance."""
    words = " ".join(word for word in text.split() if len(word) < 5_000)
    return re.sub(r"\b[0-9a-f]{12,64}\b", "", words)


def test_nothing_internal_reaches_a_file_of_the_client(both):
    secret = inside_figures(both)
    assert {"7177", "7,180", "67.3", "287.57", "288"} <= secret
    files = texts(both.reports / MONTH)
    assert {
        "manifest.json",
        "index.html",
        "cafe/07-budget.ipynb",
        "cafe/plan.json",
        "cafe/budget/budget.xlsx",
        "cafe/report.html",
    } <= set(files)
    for name, text in files.items():
        found = {figure for figure in secret if figure in without_pictures(text)}
        assert not found, name
        assert '"our_cost"' not in text and '"hours"' not in text and '"internal":' not in text, name


def test_the_agency_s_own_report_holds_it_and_says_whose_it_is(both):
    files = texts(both.reports / "internal" / MONTH)
    for name in ("cafe/07-budget.ipynb", "cafe/report.html"):
        assert "7,180" in files[name] and "67.3" in files[name], name
    assert json.loads(files["cafe/plan.json"])["budget"]["internal"]["fee"] == 7177.0
    assert json.loads(files["manifest.json"])["audience"] == "internal"
    for name in ("cafe/report.html", "index.html"):
        assert "Internal: for the agency, not for the client" in files[name]


def test_both_are_proven_each_for_its_audience(both):
    assert [folder.parent.name for folder in month_folders(both.reports)] == ["reports", "internal"]
    found = verify_reports(both, both.reports, watch=lambda done: None)
    assert found.flaws == []
    assert found.reports == 2


def test_internal_reports_are_never_written_beside_the_client_s(both):
    with pytest.raises(CallError) as caught:
        run(both, "cafe", out=both.reports / "internal")
    assert str(caught.value) == (
        "CallError: this folder holds reports for the audience 'internal'\n"
        "  internal/2026-10/manifest.json\n"
        "  Mend: choose another --out, so that the client's reports and internal ones stay apart."
    )


def test_a_report_passed_off_as_the_client_s_is_named(both, tmp_path):
    passed_off = tmp_path / MONTH
    shutil.copytree(both.reports / "internal" / MONTH, passed_off)
    manifest = json.loads((passed_off / "manifest.json").read_text(encoding="utf-8"))
    (passed_off / "manifest.json").write_text(json.dumps(manifest | {"audience": "client"}), encoding="utf-8")
    flaws = [str(flaw) for flaw in verify_reports(both, passed_off, watch=lambda done: None).flaws]
    assert (
        f"{MONTH}/cafe/07-budget.ipynb: not exactly one cell that sets client 'cafe', month '2026-10' "
        "and audience 'client' to literals" in flaws
    )
    assert f"{MONTH}/cafe/plan.json: budget.internal is not computed" in flaws
