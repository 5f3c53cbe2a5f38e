import os
import signal
import subprocess
import sys
import time

import pytest
from filelock import FileLock
from small_workspace import MONTH, PICTURE, manifest_of, run, write_notebook

from smmtools.batch import execute
from smmtools.batch.runner import describe, faults_of
from smmtools.errors import CallError


def files_of(workspace):
    """Every file of the month's folder with its bytes, the manifest left out (it holds seconds)."""
    folder = workspace.reports / MONTH
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def statuses(run):
    """How each stage of a client went."""
    return {stage.stage: stage.status for stage in run.stages}


def test_reports_are_complete_and_the_manifest_names_every_file(executed):
    assert list(files_of(executed)) == [
        "cafe/00-start-here.ipynb",
        "cafe/01-goals.ipynb",
        "cafe/plan.json",
        "cafe/report.html",
        "index.html",
        "salon/00-start-here.ipynb",
        "salon/01-goals.ipynb",
        "salon/plan.json",
        "salon/report.html",
    ]
    manifest = manifest_of(executed)
    assert list(manifest["files"]) == list(files_of(executed))
    assert [(client["client"], client["status"]) for client in manifest["clients"]] == [
        ("cafe", "review"),
        ("salon", "review"),
    ]
    assert [stage["status"] for stage in manifest["clients"][0]["stages"]] == ["ok", "ok"]


def test_a_second_run_elsewhere_gives_the_same_bytes(executed, reported, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("PYTHONHASHSEED", "4711")
    monkeypatch.setenv("MPLBACKEND", "agg")
    run(reported, "cafe")
    assert files_of(reported) == files_of(executed)


def test_a_stage_alone_is_run_again_and_the_others_are_kept(executed, reported):
    write_notebook(reported, "01", "goals", PICTURE, "print('more')")
    runs, told = run(reported, "cafe", stages=["goals"])
    assert [(done.client, done.stage) for done in told] == [("cafe", "goals"), ("cafe", None)]
    assert statuses(runs[0]) == {"start-here": "kept", "goals": "ok"}
    before, after = files_of(executed), files_of(reported)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["cafe/01-goals.ipynb", "cafe/report.html"]


@pytest.mark.slow
def test_a_stage_made_from_other_inputs_is_not_kept(reported):
    exports = reported.clients / "cafe" / "exports" / "orders.csv"
    exports.write_text(exports.read_text() + "2026-10-31 13:00,32,application,instagram\n")
    runs, _ = run(reported, "cafe", stages=["goals"])
    assert statuses(runs[0]) == {"start-here": "ok", "goals": "ok"}


def test_faults_are_their_clients_own_and_leave_nothing(workspace):
    (workspace.clients / "cafe" / "client.yml").write_text("name: [")
    write_notebook(workspace, "01", "goals", "import warnings\nwarnings.warn('odd' if client else '')")
    runs, _ = run(workspace)
    assert [run.status for run in runs] == ["failed", "failed"]
    assert "BriefError" in faults_of(runs[0])[0]
    (fault,) = faults_of(runs[1])
    assert fault.startswith("stage goals, cell [4], Warning: ")
    assert "UserWarning: odd" in fault
    assert list(files_of(workspace)) == ["cafe/report.html", "index.html", "salon/report.html"]
    assert manifest_of(workspace)["clients"][1]["stages"][1]["error"]["cell"] == 4


def test_a_month_without_data_fails_its_client_only(executed, reported):
    (reported.clients / "salon" / "exports" / "orders.csv").write_text(
        "When,Number,Kind,Source\n2026-09-01 10:00,1,order,vk\n"
    )
    runs, _ = run(reported, "salon")
    assert runs[0].status == "failed"
    assert "there is no data for 2026-10" in str(runs[0].error)
    assert {name: text for name, text in files_of(reported).items() if name != "index.html"} == {
        name: text for name, text in files_of(executed).items() if name != "index.html"
    }
    assert "The figures and the linked report are those of an earlier run." in (
        reported.reports / MONTH / "index.html"
    ).read_text(encoding="utf-8")


def test_errors_and_dead_kernels_name_their_cell(workspace):
    write_notebook(workspace, "00", "start-here", "{}['reach']")
    write_notebook(workspace, "01", "goals", "import os", "os._exit(1)")
    runs, _ = run(workspace, "cafe")
    errors = {stage.stage: describe(stage.error) for stage in runs[0].stages}
    assert errors == {
        "start-here": "cell [4], KeyError: 'reach'",
        "goals": "cell [5], KernelDiedError: the kernel died",
    }
    assert [name for name in files_of(workspace) if name.startswith("cafe/")] == ["cafe/report.html"]


def test_a_worker_that_is_killed_fails_its_own_notebook_only(workspace):
    write_notebook(workspace, "01", "goals", "import os, signal", "os.kill(os.getppid(), signal.SIGKILL)")
    runs, _ = run(workspace, "cafe")
    assert statuses(runs[0]) == {"start-here": "ok", "goals": "failed"}
    assert faults_of(runs[0]) == [
        "stage goals, WorkerDied: the process that ran it was ended from outside, or ran out of memory"
    ]


def test_a_notebook_without_a_stage_record_fails(workspace):
    path = workspace.notebooks / "01-goals.ipynb"
    path.write_text(path.read_text().replace("show_record(", "print(").replace("print, ", "show_record, "))
    runs, _ = run(workspace, "cafe", stages=["goals"])
    assert faults_of(runs[0]) == ["stage goals, StageRecord: the notebook shows 0 stage records, not one"]


def test_two_runs_of_one_month_do_not_meet(workspace):
    workspace.reports.mkdir()
    with FileLock(workspace.reports / f".{MONTH}.lock"), pytest.raises(CallError) as caught:
        run(workspace, "cafe")
    assert str(caught.value) == (
        "CallError: another run of 2026-10 is under way\n  --month 2026-10\n  Mend: wait until it has ended."
    )


def test_what_a_killed_run_left_is_cleared_away(workspace):
    (workspace.reports / MONTH / ".run-left").mkdir(parents=True)
    (workspace.clients / "cafe" / "client.yml").write_text("name: [")
    run(workspace, "cafe")
    left = sorted(path.name for path in (workspace.reports / MONTH).iterdir())
    assert left == ["cafe", "index.html", "manifest.json"]


def test_ctrl_c_leaves_nothing_half_written(workspace):
    write_notebook(workspace, "01", "goals", "from pathlib import Path", f"""\
import os, time
Path({str(workspace.root / "started")!r}).write_text(str(os.getpid()))
time.sleep(60)""")  # fmt: skip
    command = [sys.executable, "-m", "smmtools", "run", "cafe", "--month", MONTH]
    process = subprocess.Popen(command, cwd=workspace.root, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not (workspace.root / "started").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.endswith("Stopped. Finished reports are in place; nothing half-written was left.\n")
    assert "Traceback" not in said
    assert list((workspace.reports / MONTH).iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int((workspace.root / "started").read_text()), 0)


def test_a_kernel_that_did_not_start_is_started_once_more(workspace, monkeypatch):
    tried = []

    def papermill(job):
        tried.append(job.stage)
        if len(tried) == 1:
            raise RuntimeError("Kernel died before replying to kernel_info")
        raise ValueError("the second time it ran")

    monkeypatch.setattr(execute, "_papermill", papermill)
    job = execute.Job(
        "cafe", "2026-10", "goals", workspace.notebooks / "01-goals.ipynb", workspace.root / "x.ipynb"
    )
    assert execute.execute(job).error.message == "the second time it ran"
    assert tried == ["goals", "goals"]
