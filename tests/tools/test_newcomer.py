"""The new client: a brief and the sheets that ``smmtools new`` writes, nothing else."""

from sample_clients import CLIENTS, brief_of, exports_of

from smmtools.inputs.new_client import new_client
from smmtools.inputs.workspace import Workspace

ANSWERS = {
    "name": "Lumen Yoga",
    "jurisdiction": "PL",
    "timezone": "Europe/Warsaw",
    "currency": "PLN",
    "accounts": "instagram:lumen.yoga, facebook:Lumen Yoga",
}


def test_it_is_what_a_new_client_gets_but_for_its_first_goal(tmp_path):
    (tmp_path / "data" / "clients").mkdir(parents=True)
    made = new_client(Workspace(tmp_path), "newcomer", ANSWERS)
    names = [path.relative_to(tmp_path / "data" / "clients").as_posix() for path in made]
    kept = {name: (CLIENTS / name).read_bytes() for name in names}
    changed = [path.name for path, name in zip(made, names, strict=True) if path.read_bytes() != kept[name]]
    assert changed == ["client.yml"]
    head, _, _ = (tmp_path / "data/clients/newcomer/client.yml").read_text("utf-8").partition("# Decisions")
    assert kept["newcomer/client.yml"].decode().startswith(head)


def test_there_is_a_target_and_no_history():
    goal = brief_of("newcomer").decided("goals", "2026-10").goals[0]
    assert (goal.target, goal.per, goal.baseline) == (3, "day", 0)
    rows = [len(rows) for export in exports_of("newcomer").values() for rows in export.tables.values()]
    assert rows == [0, 0, 0, 0]


def test_nothing_is_planned_to_be_spent():
    assert brief_of("newcomer").decided("budget", "2026-10") is None
