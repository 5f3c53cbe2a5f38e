"""The contract as it is shown: its record for either reader, its headline, its tables, its picture."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.figure import Figure

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import contract as agreed
from smmtools.present import display, tables, wording
from smmtools.present.specification_page import specification_html
from smmtools.present.voice import Voice
from smmtools.strategy import contract
from smmtools.strategy.acceptance import accept

ROOT = Path(__file__).parents[2]
SAMPLES = ("pizza", "toys", "jewellery", "cars", "newcomer")


@pytest.fixture(scope="module")
def terms():
    """The samples' contracts in October 2026, for either reader."""
    cases = {slug: open_client(slug, "2026-10", Workspace(ROOT)) for slug in SAMPLES}
    return {
        (slug, audience): contract.assess(replace(case, audience=audience))
        for slug, case in cases.items()
        for audience in ("client", "internal")
    }


@pytest.fixture
def said(monkeypatch):
    """Whatever is shown, as text."""
    shown = []
    monkeypatch.setattr(agreed, "show_sentence", shown.append)
    monkeypatch.setattr(agreed, "show_table", lambda table: shown.append(table.text()))
    monkeypatch.setattr(agreed, "show", lambda figure, says: shown.append(says))
    return shown


def everything(found, said):
    """All that the section and the record say of a contract."""
    agreed.show_terms(found)
    agreed.show_penalty(found)
    shown = [agreed.acceptance, agreed.clauses, agreed.specification, tables.verdicts]
    record = agreed.contract_record(found)
    return "\n".join([*said, *(table(found).text() for table in shown), json.dumps(record)])


SECRET = {
    "pizza": ["1500", "1,500", "20000", "20,000", "108000", "265000", "397"],
    "toys": ["600", "2400", "1300", "3,700", "3700"],
    "jewellery": ["4200", "4,750", "4750", "620", "to no end"],
    "cars": ["900", "260", "1230"],
}
"""Penalties, their caps, the amounts of the estimate, and what is made of them; a refund is no secret."""


@pytest.mark.parametrize("slug", SECRET)
def test_the_client_sees_neither_penalties_nor_fees(terms, said, slug):
    text = everything(terms[slug, "client"], said)
    assert [secret for secret in SECRET[slug] if secret in text] == []
    assert "penalt" not in text.lower()


def from_side(terms, slug, side, audience):
    """A sample's contract as if our side of it were this one."""
    case = terms[slug, audience].client_month
    return contract.assess(replace(case, brief=case.brief.model_copy(update={"we_are": side})))


@pytest.mark.parametrize("slug", SAMPLES)
def test_the_client_as_our_side_reads_its_own_sentences_and_no_secret(terms, said, slug):
    found = from_side(terms, slug, "client", "client")
    text = everything(found, said)
    page = specification_html(agreed.contract_record(found)["content"], Voice("en"))
    assert [secret for secret in SECRET.get(slug, []) if secret in text] == []
    assert "penalt" not in (text + page).lower()
    assert "We are the contractor" not in text and "we owe" not in text and "Tell the client" not in text
    assert found.decision is None or "We are the client." in text
    assert "This is what is to be done." in page and "how we understand" not in page
    record = agreed.contract_record(found)["content"]
    assert record["we_are"] == record["specification"]["we_are"] == "client" and "internal" not in record


@pytest.mark.parametrize(
    ("side", "says", "never"),
    [
        (
            "client",
            ["Refuse the acceptance", "Ask the contractor", "we are owed"],
            ["we owe", "Tell the client"],
        ),
        ("contractor", ["Do not ask for the acceptance", "Tell the client", "we owe"], ["we are owed"]),
    ],
)
def test_a_refused_delivery_asks_of_each_side_what_is_its_own(terms, said, side, says, never):
    text = everything(from_side(terms, "jewellery", side, "internal"), said)
    assert [each for each in says if each not in text] == []
    assert [each for each in (*never, "None", "nan") if each in text.replace('"None"', "")] == []


def test_the_agency_sees_them(terms, said):
    text = everything(terms["jewellery", "internal"], said)
    assert "Days late: 31; we owe MYR\N{NO-BREAK SPACE}620." in text
    assert "The contract's estimate comes to MYR\N{NO-BREAK SPACE}4,750; a follower costs at most" in text
    record = agreed.contract_record(terms["jewellery", "internal"])["content"]["internal"]
    assert (record["penalty_due"], record["penalty"]) == (620, {"a_day": 20, "cap": None})
    assert record["price"]["near"] is True


def test_a_contract_without_penalty_estimate_or_deadline_says_so(terms, said):
    found = terms["cars", "internal"]
    agreed.show_penalty(found)
    assert said[0] == "The contract names no penalty for delay."
    penalty = contract.ContractDecision.model_validate(
        {"since": "2026-08", "by": "A", "why": "B", "penalty": {"a_day": 5.0}}
    )
    agreed.show_penalty(replace(found, decision=penalty))
    assert said[-1] == "The penalty is €5 for each day late, but no deadline is named, so nothing is due."


@pytest.mark.parametrize(
    ("slug", "begins"),
    [
        ("pizza", "Accepted: of 1,200 followers gained at least 1,057 are alive, 1,000 were agreed."),
        (
            "jewellery",
            "Not to be accepted: of 6,180 followers gained at most 2,122 are alive, 5,000 were agreed.",
        ),
        (
            "toys",
            "Undecided: of 2,000 followers gained 1,467 to 1,766 are alive, 1,500 were agreed; audit 47",
        ),
        ("cars", "The contract names no number of followers, so there is none to accept. The contract lacks"),
        ("newcomer", "No contract stands in the brief."),
    ],
)
def test_the_headline_says_whether_to_accept(terms, slug, begins):
    assert agreed.headline(terms[slug, "client"]).startswith(begins)


def test_the_headlines_of_what_is_not_known_yet(terms):
    found = terms["pizza", "client"]
    silent = replace(found, acceptance=None, missing=())
    assert agreed.headline(silent) == "No one audit speaks for the followers gained."
    assert agreed.headline(replace(silent, gained=None)) == "1,000 followers agreed; none are delivered yet."
    open_audit = replace(silent, acceptance=accept(1_200, 1_000, 0, 0))
    assert agreed.headline(open_audit) == (
        "1,200 followers gained, 1,000 agreed, and no audit says how many are alive."
    )


def test_the_terms_are_told_with_picture_and_state(terms, said):
    agreed.show_terms(terms["toys", "client"])
    first, states, picture = said
    assert first.startswith(
        "Promotion of the page on Facebook to parents and grandparents. Decided by J. Brandt"
    )
    assert "It runs from May 1, 2026 to Oct 31, 2026. 1,500 followers are to be gained." in first
    assert "The client owes: Checks within two working days what is said of safety." in first
    assert states.endswith("Brumm & Klotz (Facebook) | 13,760 | 15,864 | Oct 31, 2026 | +2,104")
    assert picture == (
        "Of 2,000 followers gained 1,467 to 1,766 are alive (95%), by an audit of 100; 1,500 were agreed."
    )


def test_without_a_contract_it_is_asked_for(terms, said):
    agreed.show_terms(terms["newcomer", "client"])
    assert said == ["No contract stands in the brief; ask for it."]
    assert agreed.acceptance(terms["newcomer", "client"]).rows == []


def test_an_audit_that_gives_no_answer_has_its_row_with_what_to_mend_and_where(terms):
    found = terms["toys", "client"]

    def told(**changes):
        decision = found.decision.model_copy(update=changes)
        decisions = found.client_month.brief.decisions.model_copy(update={"contract": (decision,)})
        brief = found.client_month.brief.model_copy(update={"decisions": decisions})
        return contract.assess(replace(found.client_month, brief=brief))

    for changes, outcome in (
        ({"gained": 90}, "cannot be"),
        ({"followers_to_gain": None}, "nothing to hold it against"),
        ({"gained": None}, "nothing delivered yet"),
    ):
        (row,) = agreed.acceptance(told(**changes)).rows
        assert row[0] == "Brumm & Klotz (Facebook)" and row[4] == "82 / 100" and row[-2] == outcome
        assert row[-1].startswith("In the brief, decisions, contract (since October 2026)")
    more = told(gained=90)
    assert agreed.acceptance(more).rows[0][-1] == (
        "In the brief, decisions, contract (since October 2026): gained 90. In the exports, audits.csv:"
        " 100 looked at. Correct whichever is wrong."
    )
    assert Voice("en").verdict(more.verdicts[0]) == (
        "The audit of Brumm & Klotz on Oct 21, 2026 looked at 100 accounts gained, yet only 90 are said to be"
        " gained: one of the two is wrong.",
        "Correct “gained” in the brief (decisions, contract, since October 2026), or the row of that day in"
        " the exports (audits.csv).",
    )


def test_the_clauses_say_what_to_write(terms):
    rows = {row[0]: row[1:] for row in agreed.clauses(terms["jewellery", "internal"]).rows}
    assert rows["subject"] == ["guide, line 225", "both sides", "✓\N{NO-BREAK SPACE}there", ""]
    by, protects, state, write = rows["the most that a penalty may come to"]
    assert (by, protects, state) == ("the workbook", "the contractor", "✗\N{NO-BREAK SPACE}missing")
    assert write == "Write the most that the penalty may come to."
    assert len(rows) == 11


@pytest.mark.parametrize(
    "numbers", [(2_000, 1_500, 100, 82), (1_200, 1_000, 1_200, 1_100), (900, 1_500, 50, 40)]
)
def test_the_picture_draws_the_interval_and_the_number_agreed(numbers):
    accepted = accept(*numbers)
    axes = agreed.plot_acceptance(accepted, Figure().add_subplot(), voice=Voice("en"))
    bar, _gained, target = axes.lines
    assert list(bar.get_xdata()) == [accepted.low, accepted.high]
    assert set(target.get_xdata()) == {accepted.target}
    words = {text.get_text().strip() for text in axes.texts}
    assert {f"agreed {accepted.target:,}", f"gained {accepted.gained:,}"} <= words
    assert axes.get_xlim()[1] > max(accepted.gained, accepted.target)


@pytest.mark.parametrize("slug", SAMPLES)
def test_the_record_is_json_and_the_same_without_the_notebook(terms, slug):
    record = agreed.contract_record(terms[slug, "client"])
    assert record == agreed.record(open_client(slug, "2026-10", Workspace(ROOT)))
    assert json.loads(json.dumps(record, allow_nan=False)) == record
    assert "internal" not in record["content"]


def test_every_line_of_the_specification_has_its_words(terms):
    lines = terms["newcomer", "client"].specification.lines
    assert {line.key for line in lines} == set(wording.specification.LINES)
    assert {line.part for line in lines} == set(wording.specification.PARTS)


def test_an_empty_table_is_said(terms, capsys):
    display.show_table(agreed.clauses(terms["newcomer", "client"]))
    assert "none" in capsys.readouterr().out
