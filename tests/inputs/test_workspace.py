from pathlib import Path

import pytest

from smmtools.errors import CallError
from smmtools.inputs.workspace import Workspace, find_workspace, shown


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.delenv("SMMTOOLS_HOME", raising=False)
    for slug in ("toys", "pizza", "no-brief", "Capitals"):
        (tmp_path / "data" / "clients" / slug).mkdir(parents=True)
        if slug != "no-brief":
            (tmp_path / "data" / "clients" / slug / "client.yml").write_text("name: x\n")
    return Workspace(tmp_path)


def test_found_upward_from_a_folder_within(workspace: Workspace) -> None:
    within = workspace.root / "notebooks" / "training"
    within.mkdir(parents=True)
    assert find_workspace(within) == workspace


def test_found_from_the_current_folder(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.clients)
    assert find_workspace() == workspace


def test_home_goes_before_the_folder(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMMTOOLS_HOME", str(workspace.root))
    assert find_workspace(tmp_path_factory.mktemp("elsewhere")) == workspace


def test_home_without_clients_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMMTOOLS_HOME", str(tmp_path))
    with pytest.raises(CallError) as caught:
        find_workspace()
    assert str(caught.value) == (
        "CallError: SMMTOOLS_HOME names a folder that holds no data/clients\n"
        "  SMMTOOLS_HOME\n"
        "  Mend: set it to the workbook's folder, or unset it and start in that folder."
    )


def test_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMMTOOLS_HOME", raising=False)
    with pytest.raises(CallError) as caught:
        find_workspace(tmp_path)
    assert str(caught.value) == (
        "CallError: this is no workspace: neither this folder nor one above it holds data/clients\n"
        "  the current folder\n"
        "  Mend: change to the workbook's folder, or set SMMTOOLS_HOME to it."
    )


def test_places(workspace: Workspace) -> None:
    root = workspace.root
    assert workspace.clients == root / "data" / "clients"
    assert workspace.reference == root / "data" / "reference"
    assert workspace.notebooks == root / "notebooks"
    assert workspace.reports == root / "reports"


def test_clients_are_the_folders_with_a_brief(workspace: Workspace) -> None:
    assert workspace.slugs() == ["pizza", "toys"]
    assert workspace.client_dir("pizza") == workspace.clients / "pizza"


@pytest.mark.parametrize(
    ("slug", "mend"),
    [
        ("piza", "did you mean pizza?"),
        ("bank", "use one of: pizza, toys."),
        ("no-brief", "use one of: pizza, toys."),
    ],
)
def test_unknown_client(workspace: Workspace, slug: str, mend: str) -> None:
    with pytest.raises(CallError) as caught:
        workspace.client_dir(slug)
    assert str(caught.value) == f"CallError: there is no client {slug!r}\n  data/clients\n  Mend: {mend}"


def test_unknown_client_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "data" / "clients").mkdir(parents=True)
    with pytest.raises(
        CallError, match=r"Mend: make the folder data/clients/pizza with the brief, client\.yml, in it\."
    ):
        Workspace(tmp_path).client_dir("pizza")


@pytest.mark.parametrize("slug", ["..", "../pizza", "pizza/..", "Pizza", "", "pizza\n", "/etc", "пицца"])
def test_a_slug_is_never_a_path(workspace: Workspace, slug: str) -> None:
    with pytest.raises(CallError) as caught:
        workspace.client_dir(slug)
    assert str(caught.value) == (
        f"CallError: {slug!r} is not a client's name\n"
        "  SLUG\n"
        "  Mend: use the name of a folder in data/clients: small letters, digits and hyphens."
    )


def test_paths_are_shown_without_the_machine(workspace: Workspace) -> None:
    brief = workspace.client_dir("pizza") / "client.yml"
    assert workspace.shown(brief) == "data/clients/pizza/client.yml"
    assert workspace.shown(workspace.root / "data" / ".." / "reports") == "reports"
    assert workspace.shown(workspace.root.parent / "else.csv") == "else.csv"
    assert shown(brief) == "data/clients/pizza/client.yml"
