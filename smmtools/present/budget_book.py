"""The budget of a month as a workbook for a spreadsheet: estimate, split, scenarios and payback.

It is made from the plan's ``budget`` alone, and of that only what a client may see. Sums, shares and
expected costs are formulas with the values that the plan holds, so that a changed price shows at once.
Every text is written as text. The same plan gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from smmtools.measures.kpis import REGISTRY
from smmtools.present import wording
from smmtools.present.calendar_book import sheet_names, without_compression, write_text
from smmtools.present.voice import Voice

Budget = Mapping[str, Any]

_OPTIONS = {
    **{"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    **{"strings_to_numbers": False, "nan_inf_to_errors": False},
}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_GREY = {"bg_color": "#eef1f4"}
_NUMBERS = {
    "amount": "#,##0.00",
    "count": "#,##0.0",
    "rate": "0.0000",
    "share": "0.0%",
    "quantity": "General",
}
_HEAD = 2  # the row of a sheet's titles; its rows begin below


def budget_xlsx(budget: Budget, voice: Voice, title: str, made: dt.date) -> bytes:
    """The workbook of a budget; ``made`` is the day it says it was made on."""
    into = io.BytesIO()
    book = Workbook(into, _OPTIONS)
    book.set_properties({"title": title, "created": dt.datetime.combine(made, dt.time())})
    book.set_calc_mode("auto")
    formats = _formats(book)
    writers = {"estimate": _write_estimate}
    if budget.get("split"):
        writers |= {"split": _write_split, "scenarios": _write_scenarios}
    if (budget.get("payback") or {}).get("parts"):
        writers |= {"payback": _write_payback}
    names = sheet_names(voice.text(wording.budget.SHEETS[key]) for key in writers)
    for name, write in zip(names, writers.values(), strict=True):
        page = _Page(book.add_worksheet(name), formats, voice)
        page.text(0, 0, title, "title")
        page.text(1, 0, voice.say(wording.budget.BOOK_NOTE, currency=budget["currency"]), "note")
        write(page, budget)
    book.close()
    return without_compression(into)


@dataclass(frozen=True)
class _Page:
    """One sheet, with the styles and the voice that its cells are written in."""

    sheet: Worksheet
    formats: Mapping[str, Format]
    voice: Voice

    def text(self, row: int, column: int, text: str, style: str = "text") -> None:
        """Text, never a formula."""
        write_text(self.sheet, row, column, text, self.formats[style])

    def said(self, row: int, column: int, key: str, style: str = "bold") -> None:
        """One of the workbook's own words."""
        self.text(row, column, self.voice.text(wording.budget.BOOK[key]), style)

    def number(self, row: int, column: int, value: float | None, style: str = "amount") -> None:
        """A figure that may be changed; an empty cell where there is none."""
        if value is None:
            self.sheet.write_blank(row, column, None, self.formats[style])
        else:
            self.sheet.write_number(row, column, value, self.formats[style])

    def formula(self, row: int, column: int, formula: str, value: float, style: str = "amount") -> None:
        """A formula of ours with its value, as the plan has it."""
        self.sheet.write_formula(row, column, formula, self.formats[f"{style} sum"], value)

    def titles(self, titles: Sequence[str], widths: Mapping[int, float]) -> None:
        """The titles of the columns, which stay in sight."""
        for column, title in enumerate(titles):
            self.sheet.set_column(column, column, widths.get(column, 13))
            self.text(_HEAD, column, self.voice.text(title), "header")
        self.sheet.set_row(_HEAD, 32)
        self.sheet.freeze_panes(_HEAD + 1, 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(_HEAD)


def _formats(book: Workbook) -> dict[str, Format]:
    header = {
        "bold": True,
        "bg_color": "#0b6e99",
        "font_color": "white",
        "text_wrap": True,
        "valign": "vcenter",
    }
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "note": book.add_format({"italic": True}),
        "header": book.add_format(header),
        "text": book.add_format(_WRAPPED | {"quote_prefix": True}),
        "bold": book.add_format({"bold": True, "valign": "top"}),
    }
    for name, pattern in _NUMBERS.items():
        formats[name] = book.add_format({"valign": "top", "num_format": pattern})
        formats[f"{name} sum"] = book.add_format({"valign": "top", "num_format": pattern} | _GREY)
    return formats


def _at(row: int, column: int) -> str:
    """A cell as a formula names it: its row and column held."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _here(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))


def _column(first: int, last: int, column: int) -> str:
    return f"{_here(first, column)}:{_here(last, column)}"


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _write_estimate(page: _Page, budget: Budget) -> None:
    """The lines; expected = quantity × rate × (low + 4 × most likely + high) / 6 (PERT)."""
    voice, lines, cap = page.voice, budget["lines"], float(budget["cap"])
    page.titles(wording.budget.ESTIMATE_COLUMNS, {0: 46, 4: 14, 5: 9, 6: 8, 13: 26})
    first, last = _HEAD + 1, _HEAD + len(lines)
    total, at_cap = last + 1, last + 2
    whole = sum(float(line["expected"]) for line in lines)
    for row, line in enumerate(lines, first):
        _write_line(page, row, line, budget["currency"])
        expected, here = float(line["expected"]), _here(row, 10)
        page.formula(
            row, 11, f"=IF({_at(total, 10)}=0,0,{here}/{_at(total, 10)})", _share(expected, whole), "share"
        )
        page.formula(row, 12, f"={here}/{_at(at_cap, 10)}", _share(expected, cap), "share")
        page.text(row, 13, _served(voice, line["serves"]))
    page.said(total, 0, "total")
    page.formula(total, 10, f"=SUM({_column(first, last, 10)})", whole)
    page.formula(total, 12, f"={_at(total, 10)}/{_at(at_cap, 10)}", _share(whole, cap), "share")
    page.said(at_cap, 0, "cap")
    page.number(at_cap, 10, cap)
    page.said(at_cap + 1, 0, "left")
    page.formula(at_cap + 1, 10, f"={_at(at_cap, 10)}-{_at(total, 10)}", cap - whole)
    below = at_cap + 1 + _write_risks(page, at_cap, budget, cap - whole)
    for row, case in enumerate(("independent", "together"), below + 3):
        page.said(row, 0, case)
        for column, part in enumerate(("p10", "p50", "p90"), 8):
            page.said(below + 2, column, part)
            page.number(row, column, (budget.get(case) or {}).get(part))


def _write_risks(page: _Page, at_cap: int, budget: Budget, left: float) -> int:
    """A month of the risks' expected loss, and what is left below the cap with it (X4): how many rows."""
    loss = (budget.get("risks") or {}).get("monthly_loss")
    if loss is None:
        return 0
    page.said(at_cap + 2, 0, "risks")
    page.number(at_cap + 2, 10, loss)
    page.said(at_cap + 3, 0, "left with risks")
    page.formula(at_cap + 3, 10, f"={_here(at_cap + 1, 10)}-{_here(at_cap + 2, 10)}", left - float(loss))
    return 2


def _write_line(page: _Page, row: int, line: Mapping[str, Any], currency: str) -> None:
    voice, price = page.voice, line["price"]
    page.text(row, 0, str(line["item"]))
    page.text(row, 1, voice.text(str(line["kind"])))
    page.text(row, 2, voice.platform(str(line["channel"])) if line["channel"] else "")
    page.number(row, 3, line["quantity"], "quantity")
    page.text(row, 4, str(line["unit"]))
    page.text(row, 5, str(line["currency"] or currency))
    page.number(row, 6, line["rate"], "rate")
    for column, part in enumerate(("low", "mode", "high"), 7):
        page.number(row, column, price[part])
    quantity, rate, low, mode, high = (_here(row, column) for column in (3, 6, 7, 8, 9))
    page.formula(row, 10, f"={quantity}*{rate}*({low}+4*{mode}+{high})/6", float(line["expected"]))


def _served(voice: Voice, key: str | None) -> str:
    if key is None:
        return ""
    return voice.text(REGISTRY[key].name if key in REGISTRY else key.replace("_", " "))


def _write_split(page: _Page, budget: Budget) -> None:
    """Each channel's money and what it brings; what is left of the total, and of the margin."""
    split, voice = budget["split"], page.voice
    channels, spent = split["channels"], sum(float(each["spend"]) for each in split["channels"])
    page.titles(wording.budget.SPLIT_COLUMNS, {0: 26})
    first, last = _HEAD + 1, _HEAD + len(channels)
    total = last + 1
    for row, each in enumerate(channels, first):
        page.text(row, 0, str(each["key"]))
        page.text(row, 1, voice.platform(str(each["platform"])))
        page.text(row, 2, voice.text(str(each["kind"])))
        for column, part in enumerate(("least", "most", "last", "spend"), 3):
            page.number(row, column, each[part])
        share = f"=IF({_at(total, 6)}=0,0,{_here(row, 6)}/{_at(total, 6)})"
        page.formula(row, 7, share, _share(float(each["spend"]), spent), "share")
        for column, part in enumerate(("expected", "low", "high"), 8):
            page.number(row, column, each[part], "count")
        _cost(page, row, (6, 8, 11), (float(each["spend"]), float(each["expected"])))
        page.number(row, 12, 1 / each["marginal"] if each["marginal"] else None)
    page.said(total, 0, "total")
    page.formula(total, 6, f"=SUM({_column(first, last, 6)})", spent)
    page.formula(
        total, 8, f"=SUM({_column(first, last, 8)})", sum(float(e["expected"]) for e in channels), "count"
    )
    _cost(page, total, (6, 8, 11), (spent, float(split["mean"])))
    page.said(total + 1, 0, "to divide")
    page.number(total + 1, 6, split["total"])
    page.said(total + 2, 0, "unspent")
    page.formula(total + 2, 6, f"={_here(total + 1, 6)}-{_here(total, 6)}", float(split["total"]) - spent)
    if split["margin"] is not None:
        page.said(total + 3, 0, "margin")
        page.number(total + 3, 6, split["margin"])
        page.said(total + 4, 0, "left over")
        over = f"={_here(total, 8)}*{_here(total + 3, 6)}-{_here(total, 6)}"
        page.formula(total + 4, 6, over, float(split["mean"]) * float(split["margin"]) - spent)


def _cost(page: _Page, row: int, columns: tuple[int, int, int], figures: tuple[float, float]) -> None:
    """What one costs: money by what it brings, nothing where it brings none."""
    (money, brings), (spent, brought, into) = figures, columns
    formula = f"=IF({_here(row, brought)}=0,0,{_here(row, spent)}/{_here(row, brought)})"
    page.formula(row, into, formula, money / brings if brings else 0.0)


def _scenario_rows(page: _Page, split: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The split itself, the scenarios, and what was settled on; one that cannot be has no split."""
    spends = {each["key"]: each["spend"] for each in split["channels"]}
    words, own = wording.budget.BOOK, {name: split[name] for name in ("total", "caution", "mean", "low")}
    yield {"name": page.voice.text(words["split"]), "split": spends, **own}
    yield from split["scenarios"]
    if split["decided"]:
        total = sum(split["decided"]["split"].values())
        yield {"name": page.voice.text(words["settled"]), "total": total, "caution": None, **split["decided"]}


def _write_scenarios(page: _Page, budget: Budget) -> None:
    """Totals and cautions side by side: the money of each channel, its sum, and what it brings."""
    split = budget["split"]
    keys = [str(each["key"]) for each in split["channels"]]
    begin, ends = wording.budget.SCENARIO_COLUMNS, wording.budget.SCENARIO_ENDS
    page.titles((*begin, *keys, *ends), {0: 34})
    for column, key in enumerate(keys, len(begin)):
        page.text(_HEAD, column, key, "header")  # as the brief has it
    spent = len(begin) + len(keys)
    for row, each in enumerate(_scenario_rows(page, split), _HEAD + 1):
        page.text(row, 0, str(each["name"]))
        page.number(row, 1, each["total"])
        page.number(row, 2, each["caution"], "share")
        if each["split"] is None:
            continue
        amounts = [float(each["split"][key]) for key in keys]
        for column, amount in enumerate(amounts, len(begin)):
            page.number(row, column, amount)
        parts = f"{_here(row, len(begin))}:{_here(row, spent - 1)}"
        page.formula(row, spent, f"=SUM({parts})", sum(amounts))
        page.formula(
            row, spent + 1, f"={_here(row, 1)}-{_here(row, spent)}", float(each["total"]) - sum(amounts)
        )
        page.number(row, spent + 2, each["mean"], "count")
        page.number(row, spent + 3, each["low"], "count")
        _cost(page, row, (spent, spent + 2, spent + 4), (sum(amounts), float(each["mean"])))
        more = f"={_here(row, spent + 2)}-{_at(_HEAD + 1, spent + 2)}"
        page.formula(row, spent + 5, more, float(each["mean"]) - float(split["mean"]), "count")


def _write_payback(page: _Page, budget: Budget) -> None:
    """Each part's months: cost, sales, margin, and what is left over; fees are the agency's and not here."""
    voice = page.voice
    page.titles(wording.budget.PAYBACK_COLUMNS, {0: 28})
    row = _HEAD
    for part in budget["payback"]["parts"]:
        for cohort in part["cohorts"]:
            row += 1
            page.text(row, 0, _part_name(voice, part))
            page.text(row, 1, str(cohort["start"]))
            page.text(row, 2, str(cohort["end"]))
            for column, name in enumerate(("spend", "content"), 3):
                page.number(row, column, cohort[name])
            page.number(row, 5, cohort["orders"], "count")
            page.number(row, 6, cohort["sales"])
            page.number(row, 7, cohort["known"], "share")
            page.number(row, 8, cohort["margin"])
            if cohort["margin"] is not None:
                left = float(cohort["margin"]) - float(cohort["spend"] or 0) - float(cohort["content"] or 0)
                page.formula(row, 9, f"={_here(row, 8)}-{_here(row, 3)}-{_here(row, 4)}", left)
            page.number(row, 10, cohort["days"] if "fees" not in cohort else None, "count")


def _part_name(voice: Voice, part: Mapping[str, Any]) -> str:
    if not part["platform"]:
        return voice.text(wording.budget.BOOK["all"])
    return f"{voice.platform(str(part['platform']))} {voice.text(str(part['kind']))}"
