"""Google Ads: reports (campaigns, ads, keywords) with two lines before the header, and the overview's cards.

Rows that begin with ``Total:`` end a report, the first of them being that of the rows above. Conversions
may have fractions, being shared out among clicks: they are rounded, with a warning. Cards write the
currency before the amount; the keywords' card has no dates, which its file's name must give.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from smmtools.errors import Fault
from smmtools.inputs.exports import values
from smmtools.inputs.exports.pages import Page, Table
from smmtools.inputs.exports.posts import named_days
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply
from smmtools.inputs.exports.totals import Totals

STATUSES = ("Campaign status", "Ad status", "Ad group status", "Keyword status", "Search keyword status")
CURRENCIES = {
    "US$": "USD",
    "A$": "AUD",
    "CA$": "CAD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "RM": "MYR",
    "₹": "INR",
}
"""Signs that mean one currency; a bare $ means several."""

REPORT = Recipe(
    table="ads",
    constants={"platform": "google"},
    columns={
        "campaign": "Campaign",
        "ad_set": "Ad group",
        "ad": ("Ad name", "Keyword", "Search keyword"),
        "currency": "Currency code",
        "spend": "Cost",
        "impressions": ("Impr.", "Impressions"),
        "clicks": "Clicks",
        "results": "Conversions",
    },
    fills={"ad": "Headline 1"},
    style=Style(dates=("%Y-%m-%d", "%a, %d %b %Y", "%a, %b %d, %Y"), thousands=",", missing=("--",)),
    rounded=frozenset({"results"}),
    totals=Totals(STATUSES, "Total:"),
)
CARD = replace(
    REPORT,
    columns={
        "ad": "Search Keyword",
        "start": "Date",
        "end": "Date",
        "spend": "Cost",
        "impressions": "Impressions",
        "clicks": "Clicks",
    },
)
PERIOD = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d")


def _report(page: Page, header: int, reading: Reading) -> Tables:
    """A report's period stands in the line above the header, else in the file's name."""
    above = [" ".join(cell.strip() for cell in record if cell.strip()) for record in page.head()[:header]]
    parts = pd.Series(above[-1].replace("–", "-").split(" - ") if above else [], dtype="str")
    days = values.moments(parts.str.strip(), PERIOD).dropna()
    if days.empty or len(days) < len(parts):
        mend = "leave the report's second line in it, the one that says its dates."
        reading.faults.append(Fault("the report does not say its period", page.place(header - 1), mend))
        days = pd.Series([pd.NaT])
    period = {"start": days.iloc[0], "end": days.iloc[-1]}
    recipe = replace(REPORT, constants={**REPORT.constants, **period})
    return {"ads": apply(recipe, page.table(header), reading)}


def _card(page: Page, header: int, reading: Reading) -> Tables:
    table = page.table(header)
    money = table.column("Cost").str.strip().str.extract(r"^(?P<sign>[^\d\s.,+-]*)\s*(?P<amount>.*)$")
    recipe = _with_currency(money["sign"], reading)
    if not table.has("Date"):
        days = named_days(reading.file)
        if not days:
            reading.warn(
                f"it says no dates, and its name holds none: {len(table.cells)} rows were left out. "
                "Mend: name the file with its first and last day, as keywords-2026-10-01-2026-10-31.csv."
            )
            table = replace(table, cells=table.cells[:0])
        period = {"start": days[0], "end": days[-1]} if days else {"start": pd.NaT, "end": pd.NaT}
        recipe = replace(recipe, constants={**recipe.constants, **period})
    return {"ads": apply(recipe, _with_amounts(table, money), reading)}


def _with_amounts(table: Table, money: pd.DataFrame) -> Table:
    """The table with plain amounts in place of those that carry a currency."""
    position = [name.strip() for name in table.header].index("Cost")
    cells = table.cells.assign()
    cells[position] = money["amount"].reindex(cells.index)
    return replace(table, cells=cells)


def _with_currency(signs: pd.Series[Any], reading: Reading) -> Recipe:
    found = set(signs[signs != ""])
    currency = CURRENCIES.get(found.pop()) if len(found) == 1 else None
    if currency is None:
        reading.warn("its amounts do not say one currency that is known: the currency is missing.")
    return replace(CARD, constants={**CARD.constants, "currency": currency})


FORMATS = (
    Format("google-ads", tuple((status, "Cost", "Currency code") for status in STATUSES), _report),
    Format(
        "google-ads",
        (
            ("Search Keyword", "Match type", "Cost", "Clicks"),
            ("Date", "Clicks", "Impressions", "Avg. CPC", "Cost"),
        ),
        _card,
    ),
)
