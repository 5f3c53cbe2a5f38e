import json
from datetime import date
from pathlib import Path

import pytest

from smmtools.errors import BriefError
from smmtools.inputs.client import Brief, Indicator, load_brief

BRIEF = """\
name: Pechka Pizza
jurisdiction: RU
language: en
timezone: Asia/Yekaterinburg
currency: RUB
vat: included
we_are: contractor
site: https://pechka.example
fx: {}
accounts:
  - {platform: vk, account: pechka_pizza, role: own, name: Pechka Pizza}
decisions:
  goals:
    - since: 2026-08
      by: A. Orlova
      why: A second kitchen.
      promotion: open
      way: Morning and evening.
      goals:
        - key: applications
          name: Applications
          main: true
          type: sales
          indicator: applications
          target: 20
          per: day
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 12
    - since: 2026-10
      by: A. Orlova
      why: More is possible.
      promotion: open
      way: Evenings.
      goals:
        - {key: applications, name: Applications, type: sales, target: 25}
"""


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "data" / "clients" / "pizza" / "client.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def loaded(tmp_path: Path, text: str | bytes = BRIEF) -> Brief:
    return load_brief(written(tmp_path, text))


def faults(tmp_path: Path, text: str | bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(BriefError) as caught:
        loaded(tmp_path, text)
    shown = "data/clients/pizza/client.yml"
    assert all(fault.where.startswith(shown) for fault in caught.value.faults)
    return [
        (fault.what, fault.where.removeprefix(shown).removeprefix(", "), fault.mend)
        for fault in caught.value.faults
    ]


def changed(old: str, new: str) -> str:
    assert BRIEF.count(old) >= 1
    return BRIEF.replace(old, new, 1)


def test_a_brief_is_read(tmp_path: Path) -> None:
    brief = loaded(tmp_path)
    goal = brief.decisions.goals[0].goals[0]
    assert (brief.name, brief.jurisdiction, brief.vat) == ("Pechka Pizza", "RU", "included")
    assert brief.accounts[0].name == "Pechka Pizza"
    assert (goal.indicator, goal.target, goal.per, goal.path) == (Indicator.APPLICATIONS, 20, "day", "flat")
    assert (goal.start, goal.deadline, goal.baseline) == (date(2026, 8, 1), date(2026, 12, 31), 12)


def test_what_a_goal_lacks_is_left_to_its_verdict(tmp_path: Path) -> None:
    goal = loaded(tmp_path).decisions.goals[1].goals[0]
    assert (goal.indicator, goal.per, goal.start, goal.deadline, goal.baseline) == (None,) * 5
    assert goal.main is False


def test_a_new_client_has_little_to_say(tmp_path: Path) -> None:
    text = "name: N\nlanguage: ru\ntimezone: UTC\ncurrency: EUR\nvat: none\nwe_are: client\n"
    text += "fx:\naccounts:\ndecisions:\n"
    brief = loaded(tmp_path, text)
    assert (brief.jurisdiction, brief.site, brief.fx, brief.accounts) == (None, None, {}, ())
    assert brief.decided("goals", "2026-10") is None
    assert brief.as_of("2026-10")["decisions"] == {}


def test_a_rate_of_another_currency(tmp_path: Path) -> None:
    text = changed("fx: {}", "fx: {USD: {rate: 92.5, date: 2026-10-01, source: Bank of Russia}}")
    rate = loaded(tmp_path, text).fx["USD"]
    assert (rate.rate, rate.date, rate.source) == (92.5, date(2026, 10, 1), "Bank of Russia")


@pytest.mark.parametrize(
    ("month", "since"),
    [
        ("2026-07", None),
        ("2026-08", "2026-08"),
        ("2026-09", "2026-08"),
        ("2026-10", "2026-10"),
        ("2027-01", "2026-10"),
    ],
)
def test_the_latest_decision_that_holds_by_then(tmp_path: Path, month: str, since: str | None) -> None:
    decision = loaded(tmp_path).decided("goals", month)
    assert (decision.since if decision else None) == since


def test_as_of_a_month_is_ready_for_json_and_blind_to_later_decisions(tmp_path: Path) -> None:
    september = loaded(tmp_path).as_of("2026-09")
    assert json.loads(json.dumps(september)) == september
    assert september["decisions"]["goals"]["since"] == "2026-08"
    assert september["decisions"]["goals"]["goals"][0]["start"] == "2026-08-01"
    without_october = BRIEF[: BRIEF.index("    - since: 2026-10")]
    assert loaded(tmp_path, without_october).as_of("2026-09") == september


def test_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    assert loaded(tmp_path, b"\xef\xbb\xbf" + BRIEF.replace("\n", "\r\n").encode()) == loaded(tmp_path)


def test_every_fault_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = BRIEF.replace("language: en\n", "").replace("vat: included", "vat: includd")
    text = (
        text.replace("target: 20", "target: -1").replace("deadline:", "dealine:") + "    - since: 2026-10\n"
    )
    assert faults(tmp_path, text)[:4] == [
        ("'language' is missing", "line 1, language", "add it, for instance `language: en`."),
        ("'includd' is not a word for 'vat'", "line 5, vat", "did you mean 'included'?"),
        (
            "'target' is -1, not more than 0",
            "line 24, decisions.goals.0.goals.0.target",
            "write a number that is more than 0.",
        ),
        (
            "there is no key 'dealine' here",
            "line 27, decisions.goals.0.goals.0.dealine",
            "did you mean 'deadline'?",
        ),
    ]
    assert len(faults(tmp_path, text)) == 4 + 4


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "name: Pechka Pizza",
            "name: 5",
            ("'name' is 5, not text", "line 1, name", 'put it in quotes: "5".'),
        ),
        (
            "account: pechka_pizza",
            "account: 0123",
            ("'account' is 0123, not text", "line 11, accounts.0.account", 'put it in quotes: "0123".'),
        ),
        (
            "name: Pechka Pizza",
            "name: ''",
            ("'name' is empty", "line 1, name", "write it, for instance `name: Pechka Pizza`."),
        ),
        (
            "name: Pechka Pizza",
            "name:",
            ("'name' has no value", "line 1, name", "write it, for instance `name: Pechka Pizza`."),
        ),
        (
            "name: Pechka Pizza",
            "name: [a]",
            ("'name' is a list, not text", "line 1, name", "write it, for instance `name: Pechka Pizza`."),
        ),
        (
            "vat: included",
            "vat:",
            ("'vat' has no value", "line 6, vat", "write one of: included, excluded, none."),
        ),
        (
            "vat: included",
            "vat: maybe",
            ("'maybe' is not a word for 'vat'", "line 6, vat", "write one of: included, excluded, none."),
        ),
        (
            "vat: included",
            "vat: {a: b}",
            ("'vat' is to be one word", "line 6, vat", "write one of: included, excluded, none."),
        ),
        (
            "indicator: applications",
            "indicator: likes",
            (
                "'likes' is not a word for 'indicator'",
                "line 24, decisions.goals.0.goals.0.indicator",
                "write one of: applications, orders, follows, link_clicks, visits, sessions.",
            ),
        ),
        (
            "platform: vk",
            "platform: instagramm",
            (
                "'instagramm' is not a word for 'platform'",
                "line 11, accounts.0.platform",
                "did you mean 'instagram'?",
            ),
        ),
        (
            "jurisdiction: RU",
            "jurisdiction: Russia",
            ("'Russia' is not a country", "line 2, jurisdiction", "use its two letters, such as RU."),
        ),
        (
            "language: en",
            "language: English",
            ("'English' is not a language", "line 3, language", "use its code in small letters, such as en."),
        ),
        (
            "timezone: Asia/Yekaterinburg",
            "timezone: Yekaterinburg",
            ("'Yekaterinburg' is not a time zone", "line 4, timezone", "did you mean Asia/Yekaterinburg?"),
        ),
        (
            "timezone: Asia/Yekaterinburg",
            "timezone: ../../etc",
            (
                "'../../etc' is not a time zone",
                "line 4, timezone",
                "write it as region and city, such as Europe/Berlin.",
            ),
        ),
        (
            "currency: RUB",
            "currency: RUR",
            ("'RUR' is not a currency in use", "line 5, currency", "use its ISO 4217 code, such as EUR."),
        ),
        (
            "site: https://pechka.example",
            "site: javascript:alert(1)",
            (
                "'javascript:alert(1)' is not the address of a site",
                "line 8, site",
                "write it in full, such as https://pechka.example.",
            ),
        ),
        (
            "fx: {}",
            "fx: {RUB: {rate: 1, date: 2026-10-01, source: x}}",
            ("'RUB' is the client's own currency", "line 9, fx.RUB", "remove its rate."),
        ),
        (
            "fx: {}",
            "fx: {usd: {rate: 1, date: 2026-10-01, source: x}}",
            ("'usd' is not a currency in use", "line 9, fx.usd", "did you mean USD?"),
        ),
        (
            "fx: {}",
            "fx: 5",
            ("'fx' is 5, not keys and values", "line 9, fx", "write lines of key and value there."),
        ),
        (
            "  - {platform: vk, account: pechka_pizza, role: own, name: Pechka Pizza}",
            "  platform: vk",
            (
                "'accounts' is a group of keys, not a list",
                "line 10, accounts",
                "begin each entry with a hyphen, on lines of their own below the key.",
            ),
        ),
        (
            "  - {platform: vk, account: pechka_pizza, role: own, name: Pechka Pizza}",
            "  -",
            (
                "entry 1 of 'accounts' has no value",
                "line 11, accounts.0",
                "write lines of key and value there.",
            ),
        ),
        (
            "decisions:\n",
            "  - {platform: vk, account: pechka_pizza, role: competitor}\ndecisions:\n",
            ("this account is listed already", "line 12, accounts.1", "remove it, or entry 1."),
        ),
        (
            "since: 2026-08",
            "since: 2026-8",
            (
                "'2026-8' is not a month",
                "line 14, decisions.goals.0.since",
                "write it as 2026-10 (year, hyphen, two digits).",
            ),
        ),
        (
            "since: 2026-10",
            "since: 2026-08",
            (
                "entry 1 holds since 2026-08 too",
                "line 30, decisions.goals.1.since",
                "give one of the two another month, or remove it.",
            ),
        ),
        (
            "key: applications",
            "key: Applications a day",
            (
                "'Applications a day' cannot be a key",
                "line 20, decisions.goals.0.goals.0.key",
                "use small letters, digits, hyphens and underscores.",
            ),
        ),
        (
            "main: true",
            "main: yes",
            (
                "'main' is 'yes', not true or false",
                "line 22, decisions.goals.0.goals.0.main",
                "write true or false, without quotes.",
            ),
        ),
        (
            "target: 20",
            "target: '20'",
            (
                "'target' is '20', not a number",
                "line 25, decisions.goals.0.goals.0.target",
                "write digits, a point before decimals, no quotes: `target: 20`.",
            ),
        ),
        (
            "target: 20",
            "target: true",
            (
                "'target' is true, not a number",
                "line 25, decisions.goals.0.goals.0.target",
                "write digits, a point before decimals, no quotes: `target: 20`.",
            ),
        ),
        (
            "target: 20",
            "target: .nan",
            (
                "'target' is .nan, not a number",
                "line 25, decisions.goals.0.goals.0.target",
                "write digits, a point before decimals, no quotes: `target: 20`.",
            ),
        ),
        (
            "baseline: 12",
            "baseline: -0.5",
            (
                "'baseline' is -0.5, not at least 0",
                "line 29, decisions.goals.0.goals.0.baseline",
                "write a number that is at least 0.",
            ),
        ),
        (
            "start: 2026-08-01",
            "start: 01.08.2026",
            (
                "'01.08.2026' is not a date",
                "line 27, decisions.goals.0.goals.0.start",
                "write it as 2026-08-01 (year, month, day, with hyphens).",
            ),
        ),
        (
            "deadline: 2026-12-31",
            "deadline: 2026-02-30",
            (
                "'2026-02-30' is not a day of the calendar",
                "line 28, decisions.goals.0.goals.0.deadline",
                "correct the day or the month.",
            ),
        ),
        (
            "deadline: 2026-12-31",
            "deadline: 2026-07-31",
            (
                "the deadline 2026-07-31 is before the start 2026-08-01",
                "line 28, decisions.goals.0.goals.0.deadline",
                "correct one of the two.",
            ),
        ),
        (
            "        - {key: applications, name: Applications, type: sales, target: 25}",
            "        - {key: a, name: A, type: sales, main: true}\n        - {key: a, name: B, type: brand}",
            (
                "entry 1 has the key 'a' too",
                "line 37, decisions.goals.1.goals.1.key",
                "give each goal a key of its own.",
            ),
        ),
        (
            "        - {key: applications, name: Applications, type: sales, target: 25}",
            "        - {key: a, name: A, type: sales, main: true}\n"
            "        - {key: b, name: B, type: brand, main: true}",
            (
                "entry 1 is the main goal already",
                "line 37, decisions.goals.1.goals.1.main",
                "leave one `main: true`.",
            ),
        ),
        (
            "      goals:\n        - {key: applications, name: Applications, type: sales, target: 25}",
            "      goals: []",
            ("'goals' is empty", "line 35, decisions.goals.1.goals", "add at least one entry."),
        ),
        (
            "currency: RUB",
            "currency: RUB\ncurrency: EUR",
            ("'currency' is given twice", "line 6, currency", "keep one of the two: the first is in line 5."),
        ),
        (
            "we_are: contractor",
            "we_are: contractor\nzzz: 1",
            (
                "there is no key 'zzz' here",
                "line 8, zzz",
                "remove it; the keys known here are name, jurisdiction, language, timezone, currency, "
                "vat, we_are, site, fx, accounts, decisions.",
            ),
        ),
    ],
)
def test_a_fault_with_its_line_and_mend(
    tmp_path: Path, old: str, new: str, fault: tuple[str, str, str]
) -> None:
    assert faults(tmp_path, changed(old, new)) == [fault]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "fx: {}",
            "fx: {",
            (
                "a value is missing before this sign",
                "line 11",
                "write the value, remove the sign, or close the bracket that is open above.",
            ),
        ),
        (
            "vat: included",
            "\tvat: included",
            ("a tab stands where only spaces may", "line 6", "put spaces in its place."),
        ),
        (
            "name: Pechka Pizza",
            "name: Pechka: Pizza",
            (
                "this line holds a second colon, or is indented too far",
                "line 1",
                "put a text that holds a colon in quotes, or line the key up with the one above.",
            ),
        ),
        (
            "name: Pechka Pizza",
            "name: @pechka",
            (
                "a text begins with a sign that has a meaning of its own in YAML",
                "line 1",
                "put the text in quotes.",
            ),
        ),
        (
            "language: en",
            "language: 'en",
            ("a quote is opened here and never closed", "line 3", "close it where the text ends."),
        ),
        (
            "fx: {}",
            "fx: {USD: 1",
            ("a bracket is opened here and not closed", "line 9", "close it; put commas between entries."),
        ),
        (
            "site: https://pechka.example",
            "site https://pechka.example",
            ("this line has no colon", "line 9", "write key, colon, space, value."),
        ),
        (
            "vat: included",
            "- included",
            (
                "this line does not go with those above it",
                "line 6",
                "indent the line like the others that belong to the same part or list.",
            ),
        ),
        (
            "vat: included",
            "---\nvat: included",
            ("a second document begins here", "line 6", "remove the line that says ---."),
        ),
        (
            "name: Pechka Pizza",
            "name: &n Pechka Pizza",
            ("the anchor &n is used", "line 1", "remove it, and its &."),
        ),
        (
            "language: en",
            "language: *n",
            ("the alias *n is used", "line 3", "write the value itself there."),
        ),
        (
            "target: 20",
            "target: !!int 20",
            ("the tag tag:yaml.org,2002:int is used", "line 25", "remove it; put text in quotes."),
        ),
        (
            "fx: {}",
            "fx: " + "[" * 40,
            ("the brief is nested too deep", "line 9", "close the brackets that are open."),
        ),
        (
            "name: Pechka",
            "name: Pe\x07chka",
            ("a character stands here that no text has", "line 1", "delete it."),
        ),
        (
            "currency: RUB",
            "currency: R\0B",
            (
                "the brief holds a NUL character",
                "line 5",
                "restore the brief from a copy: it is damaged, or no text file.",
            ),
        ),
    ],
)
def test_what_is_not_yaml(tmp_path: Path, old: str, new: str, fault: tuple[str, str, str]) -> None:
    assert faults(tmp_path, changed(old, new)) == [fault]


def test_the_unfilled_brackets_of_a_form(tmp_path: Path) -> None:
    assert faults(tmp_path, changed("name: Pechka Pizza", "name: {{name}}")) == [
        ("brackets stand where a key is to be", "line 1", "put text that begins with a bracket in quotes.")
    ]


def test_a_decision_that_lacks_its_goals(tmp_path: Path) -> None:
    assert faults(tmp_path, BRIEF[: BRIEF.rindex("      goals:")]) == [
        (
            "'goals' is missing",
            "line 30, decisions.goals.1.goals",
            "add it, for instance `goals: [{key: sales, name: Sales, type: sales}]`.",
        )
    ]


def test_a_version_of_yaml_is_refused_as_it_changes_what_words_mean(tmp_path: Path) -> None:
    assert faults(tmp_path, "%YAML 1.1\n---\n" + BRIEF) == [
        ("a version of YAML is named", "line 1", "remove the line that begins with %.")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "\ufeff"])
def test_an_empty_brief(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == [
        ("the brief is empty", "", "write at least name, language, timezone, currency, vat and we_are.")
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "Pechka Pizza\n", "5"])
def test_no_keys_and_values(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == [
        (
            "the brief does not consist of keys and values",
            "line 1",
            "write lines of key and value, such as `name: Pechka Pizza`.",
        )
    ]


def test_another_encoding(tmp_path: Path) -> None:
    mend = "save it as UTF-8 in your editor."
    assert faults(tmp_path, BRIEF.encode("utf-16")) == [("the brief is saved as UTF-16", "", mend)]
    cyrillic = BRIEF.replace("A. Orlova", "А. Орлова").encode("cp1251")
    assert faults(tmp_path, cyrillic) == [("the brief is not saved as UTF-8", "line 15", mend)]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        load_brief(tmp_path / "data" / "clients" / "pizza" / "client.yml")
    assert str(caught.value) == (
        "BriefError: there is no brief\n  data/clients/pizza/client.yml\n"
        "  Mend: write the client's brief there."
    )


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(BriefError) as caught:
        load_brief(tmp_path)
    assert str(caught.value) == (
        f"BriefError: the brief cannot be read (Is a directory)\n  {tmp_path.name}\n"
        "  Mend: make it a file that you may read."
    )
