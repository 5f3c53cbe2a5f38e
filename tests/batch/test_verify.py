import hashlib
import json

import pytest
from small_workspace import MONTH, run

from smmtools.batch.examine import examine
from smmtools.batch.report import read_notebooks
from smmtools.batch.verify import Verification, open_month, verify_reports
from smmtools.errors import CallError

CAFE = f"{MONTH}/cafe"


def verified(workspace, folder=None, **options):
    """Verify the workspace's reports and return the flaws as they are printed."""
    found = verify_reports(workspace, folder or workspace.reports, watch=lambda done: None, **options)
    return [str(flaw) for flaw in found.flaws], found


def examined(workspace):
    """Return the flaws that are found without executing anything."""
    found = Verification()
    flaws = [
        flaw
        for report in open_month(workspace.reports / MONTH, False, found)
        for flaw in examine(workspace.root, report).flaws
    ]
    return [str(flaw) for flaw in (*found.flaws, *flaws)]


def change_text(workspace, file, before, after):
    """Replace a text in a report's file, which must hold it."""
    path = workspace.reports / CAFE / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def change_cell(workspace, file, number, **changes):
    """Change the code cell with this number in its brackets."""
    path = workspace.reports / CAFE / file
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][number - 1]
    cell.update(changes)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def forge_manifest(workspace):
    """Write the manifest anew, so that no file differs from its hash there."""
    folder = workspace.reports / MONTH
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"] = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in manifest["files"]
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.slow
def test_reports_are_proven_after_they_were_moved(reported):
    flaws, found = verified(reported, reported.reports / MONTH)
    assert flaws == []
    assert found.summary == "Proven: 2 reports, 4 notebooks and 18 cells run again; nothing differs."


def test_a_changed_figure_and_forged_code_are_named_and_only_ours_is_executed(reported, tmp_path):
    change_text(reported, "01-goals.ipynb", "31 orders & applications", "41 orders & applications")
    salon = reported.reports / MONTH / "salon" / "01-goals.ipynb"
    forged = salon.read_text().replace("import Figure", f"import Figure; open('{tmp_path}/forged', 'w')")
    salon.write_text(forged, encoding="utf-8")
    flaws, found = verified(reported)
    changed = "the file was changed after the report was made"
    assert flaws == [
        f"{CAFE}/01-goals.ipynb: {changed}",
        f"{CAFE}/01-goals.ipynb, cell [4]: run again, it shows something else: "
        "output[0].text/plain is 41 orders & applications., computed 31 orders & applications.",
        f"{MONTH}/salon: not executed, for its notebooks are not this version's "
        "(--trust executes them all the same)",
        f"{MONTH}/salon/01-goals.ipynb: {changed}",
        f"{MONTH}/salon/01-goals.ipynb, cell [3]: the code is not that of this version's stage notebook",
    ]
    assert not (tmp_path / "forged").exists()
    assert found.summary == "NOT proven: 5 flaws (2 reports, 2 notebooks and 9 cells run again)."


def test_a_blanked_cell_is_named(reported):
    change_cell(reported, "01-goals.ipynb", 4, execution_count=None, outputs=[])
    forge_manifest(reported)
    flaws = examined(reported)
    assert f"{CAFE}/01-goals.ipynb, cell [4]: blanked: its execution count is None, not 4" in flaws


def test_a_tag_that_switches_nbval_off_is_named(reported):
    change_cell(reported, "01-goals.ipynb", 4, metadata={"tags": ["nbval-ignore-output"]})
    forge_manifest(reported)
    flaws = examined(reported)
    assert f"{CAFE}/01-goals.ipynb, cell [4]: the code is not that of this version's stage notebook" in flaws


def test_an_edited_page_is_named_even_if_the_manifest_is_forged_too(reported):
    change_text(reported, "report.html", "Café", "Cafe")
    assert examined(reported) == [f"{CAFE}/report.html: the file was changed after the report was made"]
    forge_manifest(reported)
    assert examined(reported) == [
        f"{CAFE}/report.html: not the page that the notebooks beside it give",
    ]


def test_an_edited_plan_is_named_by_its_key(reported):
    change_text(reported, "plan.json", '"client": "cafe"', '"client": "cave"')
    assert examined(reported) == [
        f"{CAFE}/plan.json: the file was changed after the report was made",
        f"{CAFE}/plan.json: client is cave, computed cafe",
    ]


def test_an_edited_export_makes_its_report_stale(reported):
    export = reported.clients / "cafe" / "exports" / "orders.csv"
    export.write_text(export.read_text().replace("instagram\n", "vk\n", 1))
    flaws, found = verified(reported)
    assert flaws == [
        "data/clients/cafe/exports/orders.csv: stale: this input was changed after the report was made; "
        "run the report again"
    ]
    assert found.notebooks == 2  # the other client's


@pytest.mark.slow
def test_a_changed_stage_notebook_makes_every_report_stale(reported):
    path = reported.notebooks / "01-goals.ipynb"
    path.write_text(path.read_text().replace("figsize=(3, 2)", "figsize=(4, 2)"))
    flaws, found = verified(reported)
    assert f"{CAFE}: stale: the stage notebook of goals was changed; run the report again" in flaws
    assert found.notebooks == 0


@pytest.mark.slow
def test_a_picture_that_nbval_leaves_out_is_looked_at(reported):
    folder = reported.reports / CAFE
    (picture,) = (
        output.data["image/png"]
        for cell in read_notebooks(folder)["01-goals.ipynb"].cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    )
    change_text(reported, "01-goals.ipynb", json.dumps(picture)[1:-1], TINY_PICTURE)
    flaws, _ = verified(reported)
    assert f"{CAFE}/01-goals.ipynb, cell [4]: a picture is not the one that is drawn now" in flaws


def test_files_that_came_or_went_are_named(reported):
    (reported.reports / CAFE / "pandas.py").write_text("raise SystemExit")
    (reported.reports / MONTH / "salon" / "plan.json").unlink()
    flaws = examined(reported)
    assert f"{CAFE}/pandas.py: the manifest does not name this file" in flaws
    assert f"{MONTH}/salon/plan.json: the file is gone" in flaws


@pytest.mark.slow
def test_trust_executes_but_still_names_the_code(reported):
    change_cell(reported, "00-start-here.ipynb", 4, source=["print('ours, too')"])
    flaws, found = verified(reported, trust=True)
    notebook = f"{CAFE}/00-start-here.ipynb, cell [4]"
    assert f"{notebook}: the code is not that of this version's stage notebook" in flaws
    assert any(flaw.startswith(f"{notebook}: run again, it shows something else") for flaw in flaws)
    assert found.notebooks == 4


def test_what_to_mend_is_no_report_but_its_page_is_held_to_the_manifest(workspace):
    (workspace.clients / "cafe" / "client.yml").write_text("name: [")
    run(workspace, "cafe")
    flaws, found = verified(workspace)
    assert flaws == [f"{workspace.reports.name}: there is no report to prove"]
    assert found.summary.endswith(f" No report, for the run failed: {CAFE}.")
    change_text(workspace, "report.html", "What to mend", "All is well")
    assert f"{CAFE}/report.html: the file was changed after the report was made" in verified(workspace)[0]
    forge_manifest(workspace)
    assert f"{CAFE}/report.html: not the page that the manifest gives" in verified(workspace)[0]


def test_a_folder_without_reports_is_a_wrong_call(workspace):
    with pytest.raises(CallError) as caught:
        verified(workspace)
    assert str(caught.value) == (
        "CallError: there are no reports to verify\n  DIR reports\n"
        "  Mend: name a month's folder, or the folder of months."
    )


def test_a_month_without_a_manifest_is_not_proven(workspace):
    (workspace.reports / MONTH).mkdir(parents=True)
    flaws, _ = verified(workspace)
    assert flaws[0].startswith(f"{MONTH}/manifest.json: the manifest cannot be read")


TINY_PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
