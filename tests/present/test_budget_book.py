"""The budget's spreadsheet: formulas that agree with the plan, texts that stay texts, nothing internal."""

import datetime as dt
import io
import json
import re

import openpyxl
import pytest

from smmtools.present import budget as shown
from smmtools.present.budget_book import budget_xlsx
from smmtools.present.voice import Voice
from smmtools.strategy import budget

ENGLISH = Voice("en")
HOSTILE = ['=HYPERLINK("http://evil.example")', "+1+1", "@SUM(A1)", "{=1+1}"]
CHANNEL = {"platform": "vk", "audience": 1e5, "reach_share": 0.5, "ctr": 0.02, "conversion": 0.1}
CHANNEL |= {"cost_per_click": 40, "spend": 20_000}
SPLIT = {
    **{"counts": "orders", "total": 30_000, "unit": 100, "margin": 900, "decided": {"a": 9_000, "b": 21_000}},
    "channels": [CHANNEL | {"key": "a"}, CHANNEL | {"key": "b", "campaigns": ["x"], "audience": 60_000}],
    "scenarios": [{"name": HOSTILE[0], "total": 10_000}],
}


def line(item, **changes):
    price = {"low": 80, "mode": 100, "high": 160}
    return {"item": item, "kind": "content", "quantity": 10, "unit": HOSTILE[1], "price": price, **changes}


@pytest.fixture
def record(a_client, briefed):
    """The content of the stage's record, as plan.json holds it."""
    lines = [*map(line, HOSTILE), line("Ads", currency="USD", our_cost=98_765, hours=43_210)]
    decision = {"since": "2026-10", "by": "A", "why": "B", "cap": 60_000, "lines": lines, "split": SPLIT}
    decision["fee"] = {"kind": "retainer", "amount": 76_543}
    rate = {"USD": {"rate": 2.5, "date": "2026-10-31", "source": "bank"}}
    case = a_client(brief=briefed(decisions={"budget": [decision]}, fx=rate))
    return json.loads(json.dumps(shown.budget_record(budget.assess(case))["content"]))


def made(record):
    return budget_xlsx(record, ENGLISH, "Café, November 2026", dt.date(2026, 10, 31))


def sheets(content, *, values):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def reckoned(sheet, formula):
    """The value of one of our formulas: sums, differences, products, quotients, IF(…=0,0,…)."""
    text = formula.removeprefix("=").replace("$", "")

    def value(name):
        held = sheet[name].value
        return reckoned(sheet, held) if isinstance(held, str) and held.startswith("=") else held or 0

    def total(match):
        cells = [cell.coordinate for row in sheet[match[1]] for cell in row]
        return repr(float(sum(value(name) for name in cells)))

    text = re.sub(r"SUM\(([A-Z]+\d+:[A-Z]+\d+)\)", total, text)
    text = re.sub(r"[A-Z]+\d+", lambda match: repr(float(value(match[0]))), text)
    if match := re.fullmatch(r"IF\((.+)=0,0,(.+)\)", text):
        text = "0" if float(match[1]) == 0 else match[2]
    assert re.fullmatch(r"[-0-9.e+*/()]+", text), text
    return eval(text)  # nothing but figures and signs


def test_every_formula_gives_the_value_beside_it(record):
    content, count = made(record), 0
    live, values = sheets(content, values=False), sheets(content, values=True)
    for sheet in live:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    count += 1
                    stored = values[sheet.title][cell.coordinate].value
                    assert reckoned(sheet, cell.value) == pytest.approx(stored, rel=1e-9, abs=1e-6), cell
    assert count == 39


def test_the_values_are_the_plans(record):
    book = sheets(made(record), values=True)
    estimate, split = book["Estimate"], book["Split"]
    rows = list(estimate.iter_rows(min_row=4, max_row=8, values_only=True))
    assert [row[10] for row in rows] == pytest.approx([each["expected"] for each in record["lines"]])
    assert rows[4][10] == pytest.approx(2.5 * 10 * (80 + 400 + 160) / 6)
    total = sum(each["expected"] for each in record["lines"])
    assert (estimate["K9"].value, estimate["K10"].value) == pytest.approx((total, 60_000))
    assert estimate["M9"].value == pytest.approx(total / 60_000)
    assert (estimate["I14"].value, estimate["K15"].value) == (
        record["independent"]["p10"],
        record["together"]["p90"],
    )
    spends = [each["spend"] for each in record["split"]["channels"]]
    assert [split["G4"].value, split["G5"].value, split["G6"].value] == pytest.approx([*spends, sum(spends)])
    assert split["I6"].value == pytest.approx(record["split"]["mean"])
    assert split["G8"].value == pytest.approx(record["split"]["unspent"])
    settled = [row for row in book["Scenarios"].iter_rows(values_only=True) if row[0] == "settled on"]
    assert settled[0][3:6] == (9_000, 21_000, 30_000)


def test_a_changed_price_changes_the_total(record):
    book = sheets(made(record), values=False)["Estimate"]
    before = reckoned(book, book["K9"].value)
    book["I4"] = 200  # most likely price of the first of ten
    assert reckoned(book, book["K9"].value) - before == pytest.approx(10 * 4 * (200 - 100) / 6)


def test_a_clients_texts_are_no_formulas(record):
    book = sheets(made(record), values=False)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    hostile = [cell for cell in cells if cell.value in HOSTILE]
    assert len(hostile) == 4 + 5 + 1
    assert {cell.data_type for cell in hostile} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_nothing_of_the_agencys_own_is_in_it(record):
    content = made(record)
    for figure in (b"98765", b"43210", b"76543"):
        assert figure not in content
    inside = record | {"internal": {"fee": 76_543.0, "our_cost": 98_765.0, "hours": 43_210.0, "margin": 1.0}}
    assert made(inside) == content


def test_a_month_of_the_risks_loss_stands_below_the_cap(record):
    book = sheets(made(record | {"risks": {"monthly_loss": 1_000.0}}), values=True)["Estimate"]
    assert (book["A12"].value, book["K12"].value) == ("Expected loss of a month's risks", 1_000)
    assert book["K13"].value == pytest.approx(book["K11"].value - 1_000)
    assert book["A16"].value == "each price by itself"


def test_the_same_plan_gives_the_same_bytes(record):
    assert made(record) == made(json.loads(json.dumps(record)))


def test_without_a_split_there_is_no_sheet_for_it(record):
    assert sheets(made(record), values=True).sheetnames == ["Estimate", "Split", "Scenarios"]
    assert sheets(made(record | {"split": None}), values=True).sheetnames == ["Estimate"]


def test_months_of_payback_stand_there_without_the_fee(record):
    cohort = {"start": "2026-10-01", "end": "2026-10-31", "spend": 100.0, "content": 20.0, "orders": 3.0}
    cohort |= {"sales": 500.0, "known": 0.9, "margin": 250.0, "days": 9.0}
    part = {"platform": "vk", "kind": "ads", "cohorts": [cohort]}
    sheet = sheets(made(record | {"payback": {"parts": [part]}}), values=True)["Payback"]
    assert [cell.value for cell in sheet[4]][3:] == [100, 20, 3, 500, 0.9, 250, 130, 9]
    with_fee = {"parts": [part | {"cohorts": [cohort | {"fees": 76_543.0}]}]}
    content = made(record | {"payback": with_fee})
    assert b"76543" not in content and sheets(content, values=True)["Payback"]["K4"].value is None
