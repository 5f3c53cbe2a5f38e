"""A new client's folder: whole or not at all, and readable from the first day."""

import pytest

from smmtools.errors import CallError
from smmtools.inputs.client import load_brief
from smmtools.inputs.exports import read
from smmtools.inputs.new_client import new_client, questions
from smmtools.inputs.workspace import Workspace

ANSWERS = {
    "name": "Kopi: Corner #1",
    "jurisdiction": "NO",
    "timezone": "Europe/Oslo",
    "currency": "NOK",
    "accounts": "Instagram:@kopi.corner, tiktok: kopicorner",
}


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "data" / "clients").mkdir(parents=True)
    return Workspace(tmp_path)


def faults_of(workspace, slug, answers):
    with pytest.raises(CallError) as caught:
        new_client(workspace, slug, answers)
    assert sorted(path.name for path in workspace.clients.iterdir()) == []
    return [str(fault) for fault in caught.value.faults]


def test_the_folder_holds_brief_request_sheets_and_maps(workspace):
    made = new_client(workspace, "kopi", ANSWERS)
    folder = workspace.clients / "kopi"
    assert [path.relative_to(folder).as_posix() for path in made] == [
        "client.yml",
        "data-request.md",
        *(f"exports/{sheet}.csv" for sheet in ("audits", "comments", "followers", "orders")),
        *(f"maps/{sheet}.yml" for sheet in ("audits", "comments", "followers", "orders")),
    ]
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == made
    assert workspace.slugs() == ["kopi"]


def test_the_answers_stand_in_the_brief_as_they_were_given(workspace):
    new_client(workspace, "kopi", ANSWERS)
    brief = load_brief(workspace.clients / "kopi" / "client.yml")
    assert (brief.name, brief.jurisdiction, brief.timezone) == ("Kopi: Corner #1", "NO", "Europe/Oslo")
    assert (brief.language, brief.vat, brief.we_are) == ("en", "included", "contractor")
    assert [(account.platform, account.account, account.role) for account in brief.accounts] == [
        ("instagram", "kopi.corner", "own"),
        ("tiktok", "kopicorner", "own"),
    ]
    assert brief.decided("goals", "2026-10") is None


def test_the_examples_in_the_brief_are_valid_once_uncommented(workspace):
    new_client(workspace, "kopi", ANSWERS)
    path = workspace.clients / "kopi" / "client.yml"
    head, _, decisions = path.read_text("utf-8").partition("decisions:\n")
    path.write_text(head + "decisions:\n" + decisions.replace("\n#", "\n").removeprefix("#"), "utf-8")
    brief = load_brief(path)
    assert brief.decided("goals", "2026-10").goals[0].target == 20
    assert brief.decided("budget", "2026-10").cap == 3000


def test_the_data_request_names_the_platforms(workspace):
    new_client(workspace, "kopi", ANSWERS)
    request = (workspace.clients / "kopi" / "data-request.md").read_text("utf-8")
    assert request.startswith("# What we need from Kopi: Corner #1\n")
    assert "- instagram: Meta Business Suite" in request
    assert "- tiktok: TikTok business account" in request
    assert "youtube" not in request


@pytest.mark.parametrize("sheet", ["orders", "comments", "followers", "audits"])
def test_a_sheet_without_rows_is_an_empty_table(workspace, sheet):
    new_client(workspace, "kopi", ANSWERS)
    export = read(workspace.clients / "kopi" / "exports" / f"{sheet}.csv", zone="Europe/Oslo")
    assert export.format == "column-map"
    assert {name: len(rows) for name, rows in export.tables.items()} == {sheet: 0}


def test_a_filled_sheet_is_read_in_the_clients_zone(workspace):
    new_client(workspace, "kopi", ANSWERS)
    path = workspace.clients / "kopi" / "exports" / "orders.csv"
    with path.open("a", encoding="utf-8") as sheet:
        sheet.write("7,order,2026-10-31 18:05,K1,249.50,instagram,social,posts,2026-10-31-e\n")
    orders = read(path, zone="Europe/Oslo").tables["orders"]
    assert orders.loc[0, ["kind", "value", "currency"]].tolist() == ["order", 249.5, "NOK"]
    assert str(orders.loc[0, "ordered_at"]) == "2026-10-31 18:05:00+01:00"


def test_wrong_answers_are_told_together_by_their_flag(workspace):
    wrong = ANSWERS | {"timezone": "Europe/Olso", "currency": "euro", "accounts": "instagrm:kopi, tiktok:"}
    assert faults_of(workspace, "kopi", wrong) == [
        "'Europe/Olso' is not a time zone\n  --timezone 'Europe/Olso'\n  Mend: did you mean Europe/Oslo?",
        "'euro' is not a currency in use\n  --currency 'euro'\n  Mend: did you mean EUR?",
        "'instagrm' is not a word for 'platform'\n  --accounts 'instagrm:kopi, tiktok:'\n"
        "  Mend: did you mean 'instagram'?",
        "'account' is empty\n  --accounts 'instagrm:kopi, tiktok:'\n"
        "  Mend: write it, for instance `account: pechka_pizza`.",
    ]


def test_missing_and_unknown_answers_are_told_together(workspace):
    answers = {key: value for key, value in ANSWERS.items() if key != "timezone"} | {"time_zone": "UTC"}
    assert faults_of(workspace, "kopi", answers) == [
        "nothing is asked under 'time_zone'\n  Mend: did you mean 'timezone'?",
        "timezone is missing\n  --timezone\n  Mend: give it, such as Europe/Berlin.",
    ]


@pytest.mark.parametrize("slug", ["Kopi", "../kopi", "", "-kopi", "kopi corner", "кофе"])
def test_a_name_that_cannot_be_a_folder_is_refused(workspace, slug):
    assert faults_of(workspace, slug, ANSWERS) == [
        f"{slug!r} cannot be a client's name\n  SLUG\n"
        "  Mend: use small letters, digits and hyphens, such as pechka-pizza."
    ]


def test_an_existing_client_is_left_alone(workspace):
    new_client(workspace, "kopi", ANSWERS)
    brief = workspace.clients / "kopi" / "client.yml"
    brief.write_text("mine", encoding="utf-8")
    with pytest.raises(CallError, match="there is a client 'kopi' already"):
        new_client(workspace, "kopi", ANSWERS)
    assert brief.read_text("utf-8") == "mine"


def test_nothing_half_written_stays(workspace, monkeypatch):
    def no_space(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", no_space)
    assert faults_of(workspace, "kopi", ANSWERS) == [
        "the folder cannot be made: No space left on device\n  data/clients/kopi\n"
        "  Mend: make data/clients a folder that you may write to."
    ]


def test_every_question_has_an_example_that_is_a_valid_answer(workspace):
    new_client(workspace, "example", {question.key: question.example for question in questions()})
    assert load_brief(workspace.clients / "example" / "client.yml").we_are == "client"
