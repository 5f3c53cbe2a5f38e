"""The commands as they are typed: exit codes, what is printed, and that --help answers at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from smmtools.cli import main

BRIEF = """\
name: Café Anna
language: en
timezone: Europe/Berlin
currency: EUR
vat: included
we_are: contractor
"""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one client and one stage notebook, and the current folder in it."""
    client = tmp_path / "data" / "clients" / "cafe"
    client.mkdir(parents=True)
    (client / "client.yml").write_text(BRIEF, encoding="utf-8")
    parameters = 'client: str = "cafe"\nmonth: str = "2026-10"\naudience: str = "client"\npanel: bool = True'
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {"tags": ["parameters"]},
        "source": parameters,
        "outputs": [],
        "execution_count": None,
    }
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "00-start-here.ipynb").write_text(json.dumps(notebook))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMMTOOLS_HOME", raising=False)
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Type a command and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["smmtools", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "kafe", "--month", "2026-10"], "CallError: there is no client 'kafe'"),
        (["run", "../x", "--month", "2026-10"], "CallError: '../x' is not a client's name"),
        (["run", "--month", "2026-13"], "CallError: '2026-13' is not a month"),
        (["run", "--month", "2026-10", "--stage", "gaols"], "CallError: there is no stage 'gaols'"),
        (["run", "--month", "2026-10", "--jobs", "0"], "CallError: 0 jobs cannot run anything"),
        (
            ["run", "--month", "2026-10", "--out", "notebooks/00-start-here.ipynb/x"],
            "CallError: reports",
        ),
        (["run", "--month", "2026-10", "--audience", "owner"], "CallError: there is no audience 'owner'"),
        (["plan", "cafe", "--month", "2026-10", "--audience", ""], "CallError: there is no audience ''"),
        (["approve", "kafe", "2026-11"], "CallError: there is no client 'kafe'"),
        (["approve", "cafe", "2026-11-01"], "CallError: '2026-11-01' is not a month\n  MONTH"),
        (["approve", "cafe", "2026-11", "--by", " "], "CallError: nobody approves this\n  --by"),
        (["check", "kafe"], "CallError: there is no client 'kafe'"),
        (["check", "--month", "10"], "CallError: '10' is not a month"),
        (["new", "Café"], "CallError: 'Café' cannot be a client's name"),
        (["new", "bar", "--name", "Bar"], "CallError: jurisdiction is missing\n  --jurisdiction"),
        (["verify", "data/clients"], "CallError: there are no reports to verify"),
        (["verify", "nowhere"], "CallError: there are no reports to verify"),
        (["plan", "kafe", "--month", "2026-10"], "CallError: there is no client 'kafe'"),
        (["plan", "cafe", "--month", "soon"], "CallError: 'soon' is not a month"),
    ],
)
def test_a_wrong_call_ends_with_2_and_runs_nothing(workspace, monkeypatch, capsys, words, said):
    assert typed(monkeypatch, *words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert "  Mend: " in err
    assert not (workspace / "reports").exists()


def test_a_call_outside_a_workspace_ends_with_2(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMMTOOLS_HOME", raising=False)
    assert typed(monkeypatch, "run", "--month", "2026-10") == 2
    assert capsys.readouterr().err.startswith("CallError: this is no workspace")


def test_a_client_at_fault_ends_with_1_and_is_told_whole(workspace, monkeypatch, capsys):
    assert typed(monkeypatch, "run", "--month", "2026-10") == 1
    out, err = capsys.readouterr()
    assert "DataError: client 'cafe' has no exports\n  data/clients/cafe/exports\n  Mend: " in err
    assert out == (
        "reports/2026-10/cafe/report.html  failed\n"
        "0 of 1 reports made. All at a glance: reports/2026-10/index.html\n"
    )


def test_the_plan_of_a_client_at_fault_ends_with_1(workspace, monkeypatch, capsys):
    (workspace / "data" / "clients" / "cafe" / "client.yml").write_text("name: [")
    assert typed(monkeypatch, "plan", "cafe", "--month", "2026-10") == 1
    assert capsys.readouterr().err.startswith("BriefError: ")


def test_a_client_is_made_from_flags_checked_and_its_faults_are_told_at_once(workspace, monkeypatch, capsys):
    flags = ("--name", "Bar", "--jurisdiction", "DE", "--timezone", "Europe/Berlin", "--currency", "EUR")
    assert typed(monkeypatch, "new", "bar", *flags, "--account", "vk:bar", "--account", "x:bar") == 0
    assert "data/clients/bar/client.yml\n" in capsys.readouterr().out
    assert typed(monkeypatch, "check", "bar") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "bar: nothing to mend, 4 exports read"
    assert said[0] == "bar: audits.csv: it gives no rows."
    brief = workspace / "data" / "clients" / "bar" / "client.yml"
    brief.write_text(brief.read_text().replace("EUR", "EURO"))
    (workspace / "data" / "clients" / "bar" / "exports" / "orders.csv").write_text("")
    assert typed(monkeypatch, "check", "bar") == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "bar: faults to mend: 2"
    assert "BriefError: 'EURO' is not a currency" in err
    assert "ExportError: " in err


def test_what_no_flag_says_is_asked_on_a_terminal(workspace, monkeypatch, capsys):
    answers = iter(("Bar", "DE", "", "Europe/Berlin", "EUR", "", "", "vk:bar"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("typer.prompt", lambda text, default: asked.append(text) or next(answers) or default)
    assert typed(monkeypatch, "new", "bar") == 0
    assert len(asked) == 8
    assert "currency: EUR" in (workspace / "data" / "clients" / "bar" / "client.yml").read_text()


def test_help_imports_nothing_heavy():
    code = (
        "import sys\n"
        "from smmtools.cli import app\n"
        "try: app(['run', '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'papermill', 'nbconvert', 'scipy', 'pytest'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--month" in done.stdout


def test_python_m_smmtools_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "smmtools", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("run", "verify", "plan", "approve", "check", "new"):
        assert command in done.stdout
