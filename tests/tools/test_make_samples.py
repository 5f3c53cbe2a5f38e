"""The sample clients as a whole: the same bytes each time, complete, small."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_clients import CLIENTS, brief_of, exports_of

SLUGS = ["cars", "jewellery", "newcomer", "pizza", "toys"]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """All samples made by another process in another place, zone and hash seed."""
    folder = tmp_path_factory.mktemp("made")
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/New_York"}
    program = CLIENTS.parents[1] / "tools" / "make_samples.py"
    command = [sys.executable, str(program), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True, env=elsewhere, cwd=folder)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Everything but the plans, which are approved and not made."""
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith("plans/")}


def test_these_clients_are_made(made):
    assert sorted(folder.name for folder in made.iterdir()) == sorted(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_made_again_elsewhere_the_files_are_the_same_bytes(made, slug):
    again, kept = files_of(made / slug), files_of(CLIENTS / slug)
    assert sorted(again) == sorted(kept)
    assert [name for name in sorted(kept) if again[name] != kept[name]] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_files_are_small(slug):
    assert sum(map(len, files_of(CLIENTS / slug).values())) < 1_500_000


@pytest.mark.parametrize("slug", SLUGS)
def test_every_account_in_the_exports_stands_in_the_brief(slug):
    known = {(account.platform, account.account) for account in brief_of(slug).accounts}
    for export in exports_of(slug).values():
        for rows in export.tables.values():
            named = rows.dropna(subset=["platform", "account"]) if "account" in rows else rows[:0]
            assert set(zip(named.get("platform", ()), named.get("account", ()), strict=True)) <= known
