"""Workspaces for the batch's tests: one not run, one run once for all tests, and copies to spoil."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from small_workspace import copied, make_workspace, run

from smmtools.inputs.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace in which nothing has been run."""
    return make_workspace(tmp_path / "work")


@pytest.fixture(scope="session")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the reports of both clients; not to be changed."""
    made = make_workspace(tmp_path_factory.mktemp("batch") / "work")
    run(made)
    return made


@pytest.fixture
def reported(executed: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workspace with reports, to be spoiled."""
    return copied(executed, tmp_path / "moved" / "work")
