"""Many clients in one run: a fault stays with its client, and so does every word of a client's data."""

from __future__ import annotations

import sys

import pytest
from small_workspace import MONTH, copied, make_workspace, manifest_of, run, write_client, write_notebook

from smmtools.batch.verify import verify_reports
from smmtools.cli import main

CANARY = "Kanarienvogel"
POSTS_MAP = """\
table: posts
constants: {platform: instagram, account: cafe, role: own}
columns: {post_id: Post, published: Day, text: Words, reach: Reached}
dates: "%Y-%m-%d"
zone: Europe/Berlin
"""
SHOWN = 'print(*case.tables["orders"]["order_id"], *case.tables["posts"]["text"])'


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """A workspace run whole by the command: two clients in order, three each with a fault of its own."""
    workspace = make_workspace(tmp_path_factory.mktemp("isolation") / "work")
    spread_canary(workspace.clients / "cafe")
    for slug in ("bar", "kiosk", "pub"):
        write_client(workspace, slug, slug.title())
    (workspace.clients / "bar" / "client.yml").write_text("name: [")
    (workspace.clients / "kiosk" / "exports" / "orders.csv").write_bytes(b"\x00\x01")
    write_notebook(workspace, "01", "goals", SHOWN, '1 / (client != "pub")')
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as code:
        patch.setenv("SMMTOOLS_HOME", str(workspace.root))
        patch.setattr(sys, "argv", ["smmtools", "run", "--month", MONTH])
        main()
    return workspace, code.value.code


def spread_canary(folder):
    """Put the canary into the brief's name, a post's text and an order's id."""
    brief = folder / "client.yml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("Café <Anna>", CANARY), encoding="utf-8")
    (folder / "maps" / "posts.yml").write_text(POSTS_MAP, encoding="utf-8")
    posts = f"Post,Day,Words,Reached\np1,2026-10-05,{CANARY} sings,12\n"
    (folder / "exports" / "posts.csv").write_text(posts, encoding="utf-8")
    orders = folder / "exports" / "orders.csv"
    orders.write_text(orders.read_text(encoding="utf-8").replace(",7,", f",{CANARY}-7,"), encoding="utf-8")


def files_of(workspace, slug):
    """Names of the files of one client's report."""
    return sorted(path.name for path in (workspace.reports / MONTH / slug).iterdir())


def test_faults_leave_the_others_complete_and_the_code_is_1(ended):
    workspace, code = ended
    assert code == 1
    assert {entry["client"]: entry["status"] for entry in manifest_of(workspace)["clients"]} == {
        "bar": "failed",
        "cafe": "review",
        "kiosk": "failed",
        "pub": "failed",
        "salon": "review",
    }
    whole = ["00-start-here.ipynb", "01-goals.ipynb", "plan.json", "report.html"]
    assert files_of(workspace, "cafe") == files_of(workspace, "salon") == whole
    for slug in ("bar", "kiosk", "pub"):
        assert files_of(workspace, slug) == ["report.html"]


def test_each_client_that_failed_is_told_what_to_mend(ended):
    workspace, _ = ended
    said = {
        slug: (workspace.reports / MONTH / slug / "report.html").read_text(encoding="utf-8")
        for slug in ("bar", "kiosk", "pub")
    }
    assert "data/clients/bar/client.yml, line 1" in said["bar"]
    assert "data/clients/kiosk/exports/orders.csv" in said["kiosk"]
    assert "cell [5], ZeroDivisionError: division by zero" in said["pub"]
    assert "<h1>Pub</h1>" in said["pub"]


def test_a_client_s_words_are_in_no_other_s_files_nor_rows(ended):
    workspace, _ = ended
    month = workspace.reports / MONTH
    holding = {
        path.relative_to(month).as_posix()
        for path in month.rglob("*")
        if path.is_file() and CANARY in path.read_text("utf-8")
    }
    assert {name for name in holding if "/" in name} == {"cafe/01-goals.ipynb", "cafe/report.html"}
    rows = (month / "index.html").read_text(encoding="utf-8").split('<div class="row"')[1:]
    assert [CANARY in row for row in rows].count(True) == 1
    others = [entry for entry in manifest_of(workspace)["clients"] if entry["client"] != "cafe"]
    assert CANARY not in str(others)


@pytest.mark.slow
def test_what_was_made_is_proven_and_what_failed_is_named(ended):
    workspace, _ = ended
    found = verify_reports(workspace, workspace.reports, watch=lambda done: None)
    assert found.flaws == []
    failed = ", ".join(f"{MONTH}/{slug}" for slug in ("bar", "kiosk", "pub"))
    assert found.summary.startswith("Proven: 2 reports, 4 notebooks")
    assert found.summary.endswith(f" No report, for the run failed: {failed}.")


@pytest.mark.slow
def test_partial_runs_merge_whatever_becomes_of_them(ended, tmp_path):
    workspace = copied(ended[0], tmp_path / "work")
    write_notebook(workspace, "01", "goals", SHOWN, '1 / (client != "salon")')
    runs, _ = run(workspace, "pub", "salon", stages=["goals"])
    assert [(one.client, one.status) for one in runs] == [("pub", "review"), ("salon", "failed")]
    entries = {entry["client"]: entry for entry in manifest_of(workspace)["clients"]}
    assert [entries[slug]["status"] for slug in ("bar", "cafe", "kiosk")] == ["failed", "review", "failed"]
    assert files_of(workspace, "pub") == ["01-goals.ipynb", "plan.json", "report.html"]
    assert files_of(workspace, "salon") == files_of(ended[0], "salon")
    assert entries["salon"]["made"] == next(
        entry["made"] for entry in manifest_of(ended[0])["clients"] if entry["client"] == "salon"
    )
    (workspace.clients / "bar" / "client.yml").write_text("name: ]")
    run(workspace, "bar")
    assert files_of(workspace, "bar") == ["report.html"]
    index = (workspace.reports / MONTH / "index.html").read_text(encoding="utf-8")
    assert index.count('<div class="row"') == 5
    assert index.count("those of an earlier run") == 1


@pytest.mark.slow
def test_a_report_that_stays_keeps_the_hashes_that_it_was_made_with(ended, tmp_path):
    workspace = copied(ended[0], tmp_path / "work")
    page = workspace.reports / MONTH / "cafe" / "report.html"
    page.write_text(page.read_text(encoding="utf-8").replace(CANARY, "Spatz"), encoding="utf-8")
    (workspace.clients / "cafe" / "client.yml").write_text("name: [")
    run(workspace, "cafe")
    flaws = [
        str(flaw) for flaw in verify_reports(workspace, workspace.reports, watch=lambda done: None).flaws
    ]
    assert f"{MONTH}/cafe/report.html: the file was changed after the report was made" in flaws
