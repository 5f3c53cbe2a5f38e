"""Meta Ads Manager: one row an ad (ad set, campaign), with a first row of totals that has no name.

The currency stands in the header (``Amount spent (EUR)``). A breakdown by day or month adds its column,
which then is the row's period; one by platform says the row's platform, which otherwise is "meta", for
Facebook and Instagram are not told apart. Reach does not add up over ads: see ``Export.totals``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from smmtools.inputs.exports.pages import Page, Table
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply
from smmtools.inputs.exports.totals import Totals

NAMES = {"campaign": "Campaign name", "ad_set": "Ad set name", "ad": "Ad name"}
STYLE = Style(dates=("%Y-%m-%d",), thousands=",")

ADS = Recipe(
    table="ads",
    constants={"platform": "meta"},
    columns={
        **NAMES,
        "start": "Reporting starts",
        "end": "Reporting ends",
        "impressions": "Impressions",
        "reach": "Reach",
        "clicks": "Clicks (all)",
        "link_clicks": "Link clicks",
        "results": "Results",
        "result_kind": ("Result indicator", "Result type"),
    },
    values={},
    style=STYLE,
    totals=Totals(tuple(NAMES.values())),
)
PLATFORMS = {
    "Facebook": "facebook",
    "Instagram": "instagram",
    "Messenger": "messenger",
    "Audience Network": "audience network",
    "Threads": "threads",
}


def _ads(page: Page, header: int, reading: Reading) -> Tables:
    table = page.table(header)
    if table.has("Month"):  # 2026-10-01 - 2026-10-31
        ends = table.column("Month").astype("str").str.extract(r"^(\S+) - (\S+)$").fillna("")
        table = table.adding("Month starts", ends[0]).adding("Month ends", ends[1])
    return {"ads": apply(_with_breakdowns(_with_money(ADS, table.header), table), table, reading)}


def _with_money(recipe: Recipe, header: Iterable[str]) -> Recipe:
    """The recipe with the spend's column and the currency that its name says."""
    spent = [found for name in header if (found := re.match(r"\s*amount spent \((\w{3})\)", name, re.I))]
    if not spent:
        return recipe
    constants = {**recipe.constants, "currency": spent[0][1].upper()}
    return replace(recipe, columns={**recipe.columns, "spend": spent[0].string}, constants=constants)


def _with_breakdowns(recipe: Recipe, table: Table) -> Recipe:
    columns, constants, values = dict(recipe.columns), dict(recipe.constants), dict(recipe.values)
    if table.has("Day"):
        columns |= {"start": "Day", "end": "Day"}
    elif table.has("Month"):
        columns |= {"start": "Month starts", "end": "Month ends"}
    if table.has("Platform"):
        del constants["platform"]
        columns["platform"], values["platform"] = "Platform", PLATFORMS
    return replace(recipe, columns=columns, constants=constants, values=values)


FORMATS = (
    Format(
        "meta-ads",
        tuple(("Reporting starts", "Reporting ends", name, "Impressions") for name in NAMES.values()),
        _ads,
    ),
)
