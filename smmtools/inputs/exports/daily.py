"""Tables of days with one column a measure, turned into rows of day, measure and value."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from smmtools.inputs.exports.pages import Table
from smmtools.inputs.exports.reading import Cells, Reading, Style


def measures_by_day(
    table: Table, platform: str, date: str, measures: Mapping[str, str], style: Style, reading: Reading
) -> pd.DataFrame:
    """The daily table of one platform: ``measures`` says which of the file's columns is which measure.

    A figure that is missing has no row; of a day that stands twice the last counts, with a warning.
    """
    cells = Cells(table, style, reading)
    columns = {ours: cells.counts(name) for name, ours in measures.items() if table.has(name)}
    days = pd.DataFrame({"date": cells.days(date), **columns}, index=table.cells.index)
    days = reading.latest(days, ["date"], "days")
    rows = days.melt(id_vars="date", var_name="measure", value_name="value").dropna(subset=["value"])
    return rows.assign(platform=platform, source_file=reading.file)
