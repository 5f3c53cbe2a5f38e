import re
from collections.abc import Callable, Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmtools.errors import BriefError, SaveError
from smmtools.inputs.brief_file import BriefFile
from smmtools.inputs.client import Account, load_brief

TARGET = ("decisions", "goals", 0, "goals", 0, "target")

PLAIN = """\
name: Pechka Pizza
language: en
timezone: Asia/Yekaterinburg   # must exist
currency: RUB
vat: included
we_are: contractor
fx: {}                      # none yet
accounts:
  - {platform: vk, account: pechka_pizza, role: own}    # ours
# what was decided
decisions:
  goals:
    - since: 2026-08
      by: A. Orlova
      why: A second kitchen.
      promotion: open        # open | hidden
      way: Morning and evening.
      goals:
        - key: applications
          name: Applications
          type: sales
          target: 20   # a day
          per: day
# the end
"""

ODD = """\
# odd, but valid
"name" : 'Pechka''s Pizza'   # quoted
language:  en
timezone: "UTC"
currency:
    EUR
vat: none
we_are: client

site:
fx:
accounts: [ {platform: vk,   account: a, role: own }, # one
   {platform: x, account: "b", role: competitor} # two
   , ]   # end of accounts

decisions :
        goals:
        -   since: 2026-08   # since
            by: >-   # folded
              A long
              name

            # about why
            why: |+
               kept

               as it is

            promotion: "hidden"
            way: plain text over
              two lines   # way
            goals:
                -
                  key: one   # first
                  name: 'One'

                  type: brand
                  target: 5
                -   key: two
                    name: Two
                    type: sales
                    target: 7
        # behind the goals
"""

FLOW = (
    "{name: A, language: en, timezone: UTC, currency: EUR, vat: none, we_are: client, accounts: [],\n"
    " decisions: {goals:\n  [{since: 2026-08, by: B, why: C, promotion: open, way: D,\n"
    "    goals: [{key: k, name: K, type: sales, target: 1}]}]}}"
)

LAYOUTS = {
    "plain": PLAIN.encode(),
    "odd": ODD.encode(),
    "flow": FLOW.encode(),
    "flush": PLAIN.replace("\n  - {", "\n- {").encode(),
    "windows": PLAIN.replace("\n", "\r\n").encode(),
    "mac": PLAIN.replace("\n", "\r").encode(),
    "mark": b"\xef\xbb\xbf" + ODD.replace("\n", "\r\n").encode(),
    "no final newline": PLAIN.removesuffix("# the end\n").rstrip("\n").encode(),
}
layouts = pytest.mark.parametrize("content", LAYOUTS.values(), ids=LAYOUTS.keys())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    def written(content: bytes) -> Path:
        path = tmp_path / "data" / "clients" / "pizza" / "client.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return written


def places(data: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield loc, data
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from places(value, (*loc, key))


def changed_lines(before: bytes, after: bytes) -> list[tuple[list[str], list[str]]]:
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for kind, a, b, c, d in steps if kind != "equal"]


def saved(path: Path, change: Callable[[BriefFile], None]) -> list[tuple[list[str], list[str]]]:
    before = path.read_bytes()
    file = BriefFile.open(path)
    change(file)
    file.save()
    return changed_lines(before, path.read_bytes())


def refused(path: Path, act: Callable[[], object]) -> str:
    """Return the error's text; the file and its folder must be as they were."""
    before = path.read_bytes()
    with pytest.raises(SaveError) as caught:
        act()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return str(caught.value)


@layouts
def test_saving_without_a_change_leaves_every_byte(write: Callable[[bytes], Path], content: bytes) -> None:
    path = write(content)
    stamp = path.stat().st_mtime_ns
    BriefFile.open(path).save()
    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == stamp


@layouts
def test_setting_every_value_to_itself_leaves_every_byte(
    write: Callable[[bytes], Path], content: bytes
) -> None:
    path = write(content)
    file = BriefFile.open(path)
    for loc, value in places(file.data):
        file.set(loc, value)
    file.save()
    assert path.read_bytes() == content


@layouts
def test_a_number_changes_its_line_only_and_back_again(
    write: Callable[[bytes], Path], content: bytes
) -> None:
    path = write(content)
    old = BriefFile.open(path).data["decisions"]["goals"][0]["goals"][0]["target"]
    [(before, after)] = saved(path, lambda file: file.set(TARGET, 25.0))
    assert len(before) == len(after) == 1
    assert after[0] == re.sub(rf"target: {old}", "target: 25", before[0])
    goals = load_brief(path).decisions.goals
    assert goals[0].goals[0].target == 25
    saved(path, lambda file: file.set(TARGET, old))
    assert path.read_bytes() == content


@layouts
def test_an_account_is_added_behind_the_last(write: Callable[[bytes], Path], content: bytes) -> None:
    path = write(content)
    changes = saved(
        path, lambda file: file.append(("accounts",), {"platform": "ok", "account": "123", "role": "own"})
    )
    assert len(changes) == 1
    assert load_brief(path).accounts[-1] == Account(platform="ok", account="123", role="own")


@layouts
def test_a_decision_is_added_and_every_comment_stays(write: Callable[[bytes], Path], content: bytes) -> None:
    path = write(content)
    decision = {
        "since": "2026-11",
        "by": "B",
        "why": "Too: few # of them",
        "promotion": "open",
        "way": "Evenings.",
    }
    goal = {"key": "k", "name": "K", "type": "personal brand", "start": date(2026, 11, 1), "main": True}
    saved(path, lambda file: file.append(("decisions", "goals"), {**decision, "goals": [goal]}))
    new = load_brief(path).decisions.goals
    assert [decision.since for decision in new] == ["2026-08", "2026-11"]
    assert (new[1].why, new[1].goals[0].start) == ("Too: few # of them", date(2026, 11, 1))
    comments = re.compile(rb"# [^\r\n]*")
    assert set(comments.findall(content)) <= set(comments.findall(path.read_bytes()))
    newline = {b"\r\n", b"\n", b"\r"} & set(re.findall(rb"\r\n|\n|\r", content))
    assert set(re.findall(rb"\r\n|\n|\r", path.read_bytes())) == newline
    assert path.read_bytes().endswith(b"\n") == content.endswith(b"\n")


def test_the_lines_of_a_new_account_and_decision_follow_the_file(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())

    def change(file: BriefFile) -> None:
        file.append(
            ("accounts",), Account(platform="vk", account="other", role="competitor", name="Other: one")
        )
        file.append(("decisions", "goals", 0, "goals"), {"key": "k", "name": "K", "type": "brand"})

    assert saved(path, change) == [
        ([], ["  - {platform: vk, account: other, role: competitor, name: 'Other: one'}\n"]),
        ([], ["        - key: k\n", "          name: K\n", "          type: brand\n"]),
    ]


def test_wide_hyphens_are_followed(write: Callable[[bytes], Path]) -> None:
    goal = {"key": "k", "name": "K", "type": "brand"}
    assert saved(write(ODD.encode()), lambda file: file.append(("decisions", "goals", 0, "goals"), goal)) == [
        (
            [],
            [
                "                -   key: k\n",
                "                    name: K\n",
                "                    type: brand\n",
            ],
        )
    ]


@pytest.mark.parametrize(
    ("loc", "value", "before", "after"),
    [
        (("name",), "Pechka: the pizza", ["name: Pechka Pizza\n"], ["name: 'Pechka: the pizza'\n"]),
        (("name",), "2026", ["name: Pechka Pizza\n"], ["name: '2026'\n"]),
        (("name",), "two\nlines", ["name: Pechka Pizza\n"], ['name: "two\\nlines"\n']),
        (
            ("timezone",),
            "UTC",
            ["timezone: Asia/Yekaterinburg   # must exist\n"],
            ["timezone: UTC   # must exist\n"],
        ),
        (("site",), "https://a.example", [], ["site: https://a.example\n"]),
        (
            ("fx", "USD"),
            {"rate": 92.5, "date": date(2026, 10, 1), "source": "Bank of Russia"},
            ["fx: {}                      # none yet\n"],
            [
                "fx:                      # none yet\n",
                "  USD:\n",
                "    rate: 92.5\n",
                "    date: 2026-10-01\n",
                "    source: Bank of Russia\n",
            ],
        ),
        (
            ("accounts", 0, "name"),
            "Pechka, pizza",
            ["  - {platform: vk, account: pechka_pizza, role: own}    # ours\n"],
            ["  - {platform: vk, account: pechka_pizza, role: own, name: 'Pechka, pizza'}    # ours\n"],
        ),
        (
            ("decisions", "goals", 0, "goals", 0, "deadline"),
            date(2026, 12, 31),
            [],
            ["          deadline: 2026-12-31\n"],
        ),
        (
            ("accounts",),
            [],
            ["accounts:\n", "  - {platform: vk, account: pechka_pizza, role: own}    # ours\n"],
            ["accounts: []\n"],
        ),
    ],
)
def test_what_a_change_does_to_the_lines(
    write: Callable[[bytes], Path],
    loc: tuple[str | int, ...],
    value: Any,
    before: list[str],
    after: list[str],
) -> None:
    assert saved(write(PLAIN.encode()), lambda file: file.set(loc, value)) == [(before, after)]


@pytest.mark.parametrize(
    ("loc", "value", "before", "after"),
    [
        (
            ("name",),
            "It's new",
            ["\"name\" : 'Pechka''s Pizza'   # quoted\n"],
            ["\"name\" : 'It''s new'   # quoted\n"],
        ),
        (("timezone",), "Asia/Tokyo", ['timezone: "UTC"\n'], ['timezone: "Asia/Tokyo"\n']),
        (("currency",), "USD", ["    EUR\n"], ["    USD\n"]),
        (("site",), "https://a.example", ["site:\n"], ["site: https://a.example\n"]),
        (
            ("decisions", "goals", 0, "by"),
            "B",
            ["            by: >-   # folded\n", "              A long\n", "              name\n"],
            ["            by: B   # folded\n"],
        ),
        (
            ("decisions", "goals", 0, "why"),
            "B",
            ["            why: |+\n", "               kept\n", "\n", "               as it is\n"],
            ["            why: B\n"],
        ),
        (
            ("decisions", "goals", 0, "way"),
            "B",
            ["            way: plain text over\n", "              two lines   # way\n"],
            ["            way: B   # way\n"],
        ),
    ],
)
def test_what_a_change_does_to_odd_lines(
    write: Callable[[bytes], Path],
    loc: tuple[str | int, ...],
    value: Any,
    before: list[str],
    after: list[str],
) -> None:
    assert saved(write(ODD.encode()), lambda file: file.set(loc, value)) == [(before, after)]


def test_lists_that_are_missing_or_empty_are_made(write: Callable[[bytes], Path]) -> None:
    path = write(
        b"name: A\nlanguage: en\ntimezone: UTC\ncurrency: EUR\nvat: none\nwe_are: client\naccounts:   # ask"
    )
    decision = {"since": "2026-11", "by": "B", "why": "C", "promotion": "open", "way": "D"}

    def change(file: BriefFile) -> None:
        file.append(("accounts",), {"platform": "vk", "account": "a", "role": "own"})
        file.append(
            ("decisions", "goals"), {**decision, "goals": [{"key": "k", "name": "K", "type": "sales"}]}
        )

    saved(path, change)
    assert path.read_text().split("accounts:")[1] == (
        "   # ask\n  - platform: vk\n    account: a\n    role: own\n"
        "decisions:\n  goals:\n    - since: 2026-11\n      by: B\n      why: C\n      promotion: open\n"
        "      way: D\n      goals:\n        - key: k\n          name: K\n          type: sales"
    )


@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1), layout=st.sampled_from(sorted(LAYOUTS)))
def test_any_text_is_read_back_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, layout: str
) -> None:
    path = tmp_path_factory.mktemp("brief") / "client.yml"
    path.write_bytes(LAYOUTS[layout])
    file = BriefFile.open(path)
    try:
        file.set(("name",), text)
    except SaveError as error:
        assert "cannot be written" in str(error)  # a lone surrogate
        return
    file.save()
    assert load_brief(path).name == text


def test_behind_a_text_that_keeps_its_blank_lines(write: Callable[[bytes], Path]) -> None:
    path = write(FLOW.split("decisions")[0].rstrip(" ,\n").removeprefix("{").replace(", ", "\n").encode())
    path.write_bytes(path.read_bytes() + b"\nsite: |+\n  a\n\n\n")
    file = BriefFile.open(path)
    file.set(("jurisdiction",), "RU")
    assert file.data["site"] == "a\n\n\n"
    assert file.data["jurisdiction"] == "RU"


def test_true_is_not_one(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.replace("type: sales", "type: sales\n          main: true").encode())
    file = BriefFile.open(path)
    file.set(("decisions", "goals", 0, "goals", 0, "main"), 1)
    assert refused(path, file.save) == (
        "SaveError: 'main' is 1, not true or false\n"
        "  data/clients/pizza/client.yml, line 22, decisions.goals.0.goals.0.main\n"
        "  Mend: write true or false, without quotes."
    )


def test_saved_twice_with_the_same_open_file(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    file.set(TARGET, 21)
    file.save()
    file.set(TARGET, 22)
    assert file.save().decisions.goals[0].goals[0].target == 22
    assert load_brief(path).decisions.goals[0].goals[0].target == 22


def test_the_mode_and_a_link_stay(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    path.chmod(0o640)
    link = path.with_name("link.yml")
    link.symlink_to(path)
    saved(link, lambda file: file.set(TARGET, 21))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert b"target: 21" in path.read_bytes()


def test_a_file_changed_meanwhile_is_left_alone(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    file.set(TARGET, 25)
    path.write_bytes(PLAIN.replace("Pechka Pizza", "Pechka").encode())
    assert refused(path, file.save) == (
        "SaveError: the brief was changed by someone else meanwhile\n"
        "  data/clients/pizza/client.yml\n"
        "  Mend: open it again and repeat the change."
    )


def test_a_read_only_file_is_left_alone(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    file.set(TARGET, 25)
    path.chmod(0o444)
    assert refused(path, file.save) == (
        "SaveError: the brief is read-only\n"
        "  data/clients/pizza/client.yml\n"
        "  Mend: allow writing to it, then save again."
    )


def test_a_file_that_vanished_is_not_made_anew(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    file.set(TARGET, 25)
    path.unlink()
    with pytest.raises(SaveError) as caught:
        file.save()
    assert str(caught.value) == (
        "SaveError: the brief cannot be written (No such file or directory)\n"
        "  data/clients/pizza/client.yml\n"
        "  Mend: see that its folder is there, may be written and has room."
    )
    assert not path.exists()


def test_an_invalid_result_is_not_written_and_every_fault_told(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    file.set(TARGET, -1)
    file.set(("vat",), "some")
    assert refused(path, file.save) == (
        "SaveError: 'some' is not a word for 'vat'\n"
        "  data/clients/pizza/client.yml, line 5, vat\n"
        "  Mend: write one of: included, excluded, none.\n"
        "SaveError: 'target' is -1, not more than 0\n"
        "  data/clients/pizza/client.yml, line 22, decisions.goals.0.goals.0.target\n"
        "  Mend: write a number that is more than 0."
    )


def test_a_place_that_there_is_not(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    file = BriefFile.open(path)
    for loc in [("accounts", 1, "name"), ("accounts", -1), ("name", "first"), ("decisions", "goals", "0")]:
        text = refused(path, lambda loc=loc: file.set(loc, "x"))
        what = "SaveError: there is no such place in the brief\n"
        assert text.startswith(what + "  data/clients/pizza/client.yml, line ")
        assert text.endswith(f", {'.'.join(map(str, loc))}\n  Mend: name keys and entries that it has.")


def test_only_a_list_takes_entries(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.encode())
    assert refused(path, lambda: BriefFile.open(path).append(("name",), "x")) == (
        "SaveError: an entry can be added to a list only\n"
        "  data/clients/pizza/client.yml, line 1, name\n"
        "  Mend: name a list."
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object, {1, 2}, 2j])
def test_values_that_a_brief_cannot_hold(write: Callable[[bytes], Path], value: object) -> None:
    path = write(PLAIN.encode())
    assert refused(path, lambda: BriefFile.open(path).set(TARGET, value)) == (
        f"SaveError: a brief cannot hold the value {value!r}\n"
        "  data/clients/pizza/client.yml, line 22, decisions.goals.0.goals.0.target\n"
        "  Mend: give text, a number, a date, true or false, or a list of such."
    )


def test_what_cannot_be_done_as_an_edit_is_refused(write: Callable[[bytes], Path]) -> None:
    path = write(LAYOUTS["flush"])
    file = BriefFile.open(path)
    assert refused(path, lambda: file.set(("accounts",), {"a": "b"})) == (
        "SaveError: this cannot be changed without rewriting the brief\n"
        "  data/clients/pizza/client.yml, line 8, accounts\n"
        "  Mend: make the change in the file by hand."
    )
    assert file.data["accounts"] == [{"platform": "vk", "account": "pechka_pizza", "role": "own"}]


def test_a_key_given_twice_cannot_be_edited(write: Callable[[bytes], Path]) -> None:
    path = write(PLAIN.replace("vat: included", "vat: included\nvat: none").encode())
    with pytest.raises(BriefError, match="'vat' is given twice"):
        BriefFile.open(path)
