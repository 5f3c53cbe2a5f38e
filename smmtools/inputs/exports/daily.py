"""Tables of days with one column a measure, turned into rows of day, measure and value."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from smmtools.inputs.exports.pages import Names, Table, as_names
from smmtools.inputs.exports.reading import Cells, Reading, Style


def measures_by_day(
    table: Table,
    platform: str,
    date: str,
    measures: Mapping[str, Names],
    style: Style,
    reading: Reading,
    *,
    signed: bool = False,
) -> pd.DataFrame:
    """The daily table of one platform: measure -> the file's column, or its names, the first present.

    Where a day's figure is what came less what was taken back it is ``signed``. A figure that is missing
    has no row; of a day that stands twice the last counts, with a warning.
    """
    cells = Cells(table, style, reading)
    columns = {
        measure: cells.counts(name, signed=signed)
        for measure, names in measures.items()
        if (name := next(filter(table.has, as_names(names)), None))
    }
    days = pd.DataFrame({"date": cells.days(date), **columns}, index=table.cells.index)
    days = reading.latest(days, ["date"], "days")
    rows = days.melt(id_vars="date", var_name="measure", value_name="value").dropna(subset=["value"])
    return rows.assign(platform=platform, source_file=reading.file)
