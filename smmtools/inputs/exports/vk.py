"""VK community statistics: one long table of day, criterion, two parameters and a value.

Seen in real files: ``"Дата","Критерий","Парам. №1","Парам. №2","Значение"``, newest first, dates as
``15.03.2020``. Age and sex, cities and countries are those of each day's visitors, not of members.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.reading import Cells, Reading, Style
from smmtools.inputs.exports.recipes import Format, Tables

DAILY = {
    ("views", ""): "views",
    ("visitors", ""): "visitors",
    ("reach", ""): "reach",
    ("reach_subscribers", ""): "subscribers_reached",
    ("members", "Новые участники"): "follows",
    ("members", "Вышедшие участники"): "unfollows",
    ("feedback", "Нравится"): "likes",
    ("feedback", "Рассказали друзьям"): "shares",
    ("feedback", "Комментарии"): "comments",
}
BREAKDOWNS = {
    "gender_age": "age_sex",
    "cities": "city",
    "city": "city",
    "countries": "country",
    "country": "country",
}
NOT_USED = {"gender", "age", "sections", "activity", "reach_viral"}
SEX = {"Ж": "F", "М": "M"}


def _read(page: Page, header: int, reading: Reading) -> Tables:
    cells = Cells(page.table(header), Style(dates=("%d.%m.%Y",)), reading)
    rows = pd.DataFrame(
        {
            "date": cells.days("Дата"),
            "criterion": cells.text("Критерий"),
            "first": cells.text("Парам. №1").fillna(""),
            "second": cells.text("Парам. №2").fillna(""),
            "value": cells.counts("Значение"),
        }
    )
    nameless = rows["criterion"].isin(BREAKDOWNS) & (rows["first"] == "")  # places that VK can't name
    named = reading.latest(rows[~nameless], ["date", "criterion", "first", "second"], "figures")
    rows = pd.concat([named, rows[nameless].assign(first="unknown")])
    rows = rows.assign(platform="vk", source_file=reading.file)
    _warn_of_unknown(rows, reading)
    return {"daily": _daily(rows), "audience": _audience(rows)}


def _measures(rows: pd.DataFrame) -> pd.Series[Any]:
    keys = pd.MultiIndex.from_frame(rows[["criterion", "first"]])
    return pd.Series(keys.map(DAILY), index=rows.index, dtype="str")


def _daily(rows: pd.DataFrame) -> pd.DataFrame:
    """The daily measures; ``feedback`` is the day's sum of likes, shares and comments."""
    daily: pd.DataFrame = rows.assign(measure=_measures(rows)).dropna(subset=["measure"])
    reactions = daily[daily["criterion"] == "feedback"]
    sums = reactions.groupby(["date", "platform", "source_file"], as_index=False)[["value"]].sum(min_count=1)
    sums["measure"] = "feedback"
    return pd.concat([daily, sums]).sort_values(["date", "measure"])


def _audience(rows: pd.DataFrame) -> pd.DataFrame:
    """Each day's visitors by cell (``F 18-21``), as counts and as shares of that day's sum."""
    cells = rows.assign(breakdown=rows["criterion"].map(BREAKDOWNS)).dropna(subset=["breakdown"])
    age_sex = cells["first"].replace(SEX) + " " + cells["second"]
    cell = cells["first"].mask(cells["breakdown"] == "age_sex", age_sex)
    cells = cells.assign(cell=cell, population="visitors")
    key = ["platform", "date", "breakdown", "cell", "population", "source_file"]
    counted = (
        cells.groupby(key, as_index=False)[["value"]].sum(min_count=1).rename(columns={"value": "count"})
    )
    total = counted.groupby(["date", "breakdown"])["count"].transform("sum")
    counted["share"] = counted["count"] / total.where(total > 0)
    return counted


def _warn_of_unknown(rows: pd.DataFrame, reading: Reading) -> None:
    known = _measures(rows).notna() | rows["criterion"].isin({*BREAKDOWNS, *NOT_USED})
    unknown = rows[~known]
    if len(unknown):
        names = sorted(set((unknown["criterion"].fillna("(blank)") + " " + unknown["first"]).str.strip()))
        reading.warn(f"figures not known here were left out: {', '.join(names)}.")


FORMATS = (Format("vk-statistics", (("Дата", "Критерий", "Парам. №1", "Парам. №2", "Значение"),), _read),)
