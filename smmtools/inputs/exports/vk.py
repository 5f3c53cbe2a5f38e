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
    rows = reading.latest(rows, ["date", "criterion", "first", "second"], "figures")
    rows = rows.assign(platform="vk", source_file=reading.file)
    _warn_of_unknown(rows, reading)
    return {"daily": _daily(rows), "audience": _audience(rows)}


def _measures(rows: pd.DataFrame) -> pd.Series[Any]:
    keys = pd.MultiIndex.from_frame(rows[["criterion", "first"]])
    return pd.Series(keys.map(DAILY), index=rows.index, dtype="str")


def _daily(rows: pd.DataFrame) -> pd.DataFrame:
    """The daily measures; ``feedback`` is the day's sum of likes, shares and comments."""
    daily = rows.assign(measure=_measures(rows)).dropna(subset=["measure"])
    reactions = daily[daily["criterion"] == "feedback"]
    sums = reactions.groupby(["date", "platform", "source_file"], as_index=False)["value"].sum(min_count=1)
    return pd.concat([daily, sums.assign(measure="feedback")]).sort_values(["date", "measure"])


def _audience(rows: pd.DataFrame) -> pd.DataFrame:
    """Each day's visitors by cell (``F 18-21``), as counts and as shares of that day's sum."""
    cells = rows.assign(breakdown=rows["criterion"].map(BREAKDOWNS)).dropna(subset=["breakdown"])
    by_sex = cells["breakdown"] == "age_sex"
    age_sex = cells["first"].replace(SEX) + " " + cells["second"]
    cells = cells.assign(
        cell=cells["first"].mask(by_sex, age_sex), count=cells["value"], population="visitors"
    )
    total = cells.groupby(["date", "breakdown"])["count"].transform("sum")
    return cells.assign(share=cells["count"] / total.where(total > 0)).sort_values(
        ["date", "breakdown", "cell"]
    )


def _warn_of_unknown(rows: pd.DataFrame, reading: Reading) -> None:
    known = _measures(rows).notna() | rows["criterion"].isin({*BREAKDOWNS, *NOT_USED})
    unknown = rows[~known]
    if len(unknown):
        names = sorted(set((unknown["criterion"].fillna("(blank)") + " " + unknown["first"]).str.strip()))
        reading.warn(f"figures not known here were left out: {', '.join(names)}.")


FORMATS = (Format("vk-statistics", (("Дата", "Критерий", "Парам. №1", "Парам. №2", "Значение"),), _read),)
