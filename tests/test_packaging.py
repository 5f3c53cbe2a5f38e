"""pyproject.toml, requirements.lock and environment.yml ask for the same packages."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
CONDA_NAMES = {"python-tzdata": "tzdata"}


@pytest.fixture(scope="module")
def conda() -> dict[str, Requirement]:
    lines = YAML(typ="safe", pure=True).load((ROOT / "environment.yml").read_text(encoding="utf-8"))[
        "dependencies"
    ]
    asked = [Requirement(line) for line in lines if isinstance(line, str)]
    return {CONDA_NAMES.get(each.name, each.name): each for each in asked}


def test_the_lock_holds_names_and_versions_only():
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in LOCK)


@pytest.mark.parametrize("needed", NEEDED + DEVELOPMENT, ids=lambda needed: needed.name)
def test_the_lock_satisfies_every_dependency(needed):
    locked = {canonicalize_name(name): version for name, version in (line.split("==") for line in LOCK)}
    assert needed.specifier.contains(locked[canonicalize_name(needed.name)])


def test_conda_asks_for_the_same_as_pip(conda):
    conda_only = {"python", "pip"}
    assert {name: each.specifier for name, each in conda.items() if name not in conda_only} == {
        needed.name: needed.specifier for needed in NEEDED
    }


def test_both_ask_for_the_same_python(conda):
    assert str(conda["python"].specifier) == PROJECT["requires-python"]


def test_what_is_prescribed_is_there():
    names = {needed.name for needed in NEEDED}
    assert {"jupyterlab", "pandas", "matplotlib", "ipywidgets", "papermill", "nbval"} <= names
