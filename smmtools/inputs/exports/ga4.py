"""GA4: reports with a preamble of ``#`` lines (one block or several), and explorations.

A report's blocks each say their dates and have a header. Taken are traffic by channel group and by landing
page, and users by the group that first brought them (whose key events stand in the traffic report
already); other blocks are left out by name, for they count the same sessions again. An exploration has a
row "Grand total", with one field more than its header. Capitals vary (``Default channel group``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from smmtools.errors import Fault
from smmtools.inputs.exports import values
from smmtools.inputs.exports.pages import Names, Page, Table, folded, too_long
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply
from smmtools.inputs.exports.totals import Totals
from smmtools.inputs.schemas import empty

SESSION_GROUP = "Session primary channel group (Default Channel Group)"
FIRST_USER_GROUP = "First user primary channel group (Default Channel Group)"
USERS = ("Total users", "Users", "Active users")
FIGURES: dict[str, Names] = {
    "sessions": "Sessions",
    "engaged_sessions": "Engaged sessions",
    "users": USERS,
    "key_events": ("Key events", "Conversions"),
    "revenue": ("Total revenue", "Purchase revenue"),
}
GRAND_TOTAL = "Grand total"

TRAFFIC = Recipe("traffic", {"channel_group": SESSION_GROUP, **FIGURES})
LANDING_PAGES = Recipe("traffic", {"landing_page": "Landing page", **FIGURES})
FIRST_USERS = Recipe("traffic", {"channel_group": FIRST_USER_GROUP, "users": USERS})
EXPLORATION = Recipe(
    "traffic",
    {
        "channel_group": (SESSION_GROUP, "Session default channel group", "Session primary channel group"),
        "source": "Session source",
        "medium": "Session medium",
        "campaign": "Session campaign",
        "content": "Session manual ad content",
        "landing_page": ("Landing page", "Landing page + query string"),
        **FIGURES,
    },
    style=Style(dates=("%Y%m%d",)),
    totals=Totals(("Row",), GRAND_TOTAL),
)
NAMES = Totals(
    (
        "Session source / medium",
        "Session source",
        "Session campaign",
        "Session default channel group",
        "Session primary channel group",
        SESSION_GROUP,
    )
)
"""What GA4 never leaves blank: it writes (not set)."""
BY_HEADER: tuple[tuple[tuple[str, ...], Recipe], ...] = (
    ((SESSION_GROUP, "Sessions"), TRAFFIC),
    (("Landing page", "Sessions"), LANDING_PAGES),
    *(((FIRST_USER_GROUP, users), FIRST_USERS) for users in USERS),
)
"""The columns that tell a block -> how it is read."""


@dataclass
class Block:
    """A header of a report, and what the ``#`` lines before it say."""

    header: int
    names: tuple[str, ...]
    said: list[str] = field(default_factory=list)

    def has(self, *names: str) -> bool:
        """Whether the header holds these columns."""
        return {folded(name) for name in self.names}.issuperset(map(folded, names))


def _blocks(page: Page) -> Iterator[Block]:
    """Every first record that follows ``#`` lines; a block without its own dates has those before it."""
    said: list[str] = []
    waiting = True
    for number, record in enumerate(page.records()):
        line = ",".join(record).strip()
        if line.startswith("#"):
            said.append(line)
            waiting = True
        elif line.strip(",;") and waiting:
            yield Block(number, tuple(record), list(said))
            waiting = False


def _report(page: Page, header: int, reading: Reading) -> Tables:
    parts = [empty("traffic", zone=reading.zone)]
    for block in _blocks(page):
        recipe = next((recipe for names, recipe in BY_HEADER if block.has(*names)), None)
        if recipe is None:
            reading.warn(f'the table "{", ".join(block.names[:3])}" is not used.')
            continue
        period = {name: _preamble_date(page, block, name, reading) for name in ("start", "end")}
        table = page.table(block.header, until_blank=True)
        parts.append(apply(replace(recipe, constants=period), table, reading))
    return {"traffic": pd.concat(parts, ignore_index=True)}


def _preamble_date(page: Page, block: Block, name: str, reading: Reading) -> Any:
    """The report's start or end, from the nearest line above its header (``# Start date: 20250101``)."""
    pattern = re.compile(rf"#\s*{name} date:\s*(\d{{8}})\b", re.IGNORECASE)
    stated = [found[1] for line in block.said if (found := pattern.match(line))]
    day = values.moments(pd.Series(stated[-1:], dtype="str"), ["%Y%m%d"]).dropna()
    if len(day):
        return pd.Timestamp(day.iloc[0])
    mend = "export it again from GA4, and leave the lines that begin with # in it."
    reading.faults.append(Fault(f"the report does not say its {name} date", page.place(0), mend))
    return None


def _exploration(page: Page, header: int, reading: Reading) -> Tables:
    """The first table of an exploration; its period is each row's day, else the preamble's."""
    block = next(_blocks(page))
    table, recipe = _named_rows(_whole_rows(page.table(block.header, wider=1)), reading), EXPLORATION
    if table.has("Date"):
        recipe = replace(recipe, columns={**recipe.columns, "start": "Date", "end": "Date"})
    else:
        recipe = replace(recipe, constants=_stated_period(page, block, reading))
    if table.has("Session source / medium"):
        both = table.column("Session source / medium").str.extract(r"^(.*?) / (.*)$").fillna("")
        table = table.adding("Session source", both[0]).adding("Session medium", both[1])
    return {"traffic": apply(recipe, table, reading)}


def _whole_rows(table: Table) -> Table:
    """The table with the words "Grand total" in a column of their own, so that its figures stand in line.

    Raises ExportError where any other record has more cells than the header.
    """
    width, cells = len(table.header), table.cells
    marked = (cells == GRAND_TOTAL).any(axis=1)
    longer = cells.index[(cells.iloc[:, width:] != "").any(axis=1) & ~marked]
    if len(longer):
        raise too_long(table.page.place(int(longer[0])))
    for row in cells.index[marked]:
        kept = [cell for cell in cells.loc[row] if cell != GRAND_TOTAL]
        cells.loc[row] = [*kept[:width], *[""] * (cells.shape[1] - width)]
    narrow = replace(table, cells=cells.iloc[:, :width])
    return narrow.adding("Row", marked.map({True: GRAND_TOTAL, False: "row"}).astype("str"))


def _named_rows(table: Table, reading: Reading) -> Table:
    """The table without rows that name nothing, with a warning: a total that has lost its words."""
    nameless = NAMES.among(table) & (table.column("Row") != GRAND_TOTAL)
    if nameless.any():
        reading.warn(f"records that name no source, left out: {nameless.sum()}.")
    return replace(table, cells=table.cells[~nameless])


def _stated_period(page: Page, block: Block, reading: Reading) -> dict[str, Any]:
    """The period of a line such as ``# 20231001-20231031``."""
    stated = re.search(r"#\s*(\d{8})\s*-\s*(\d{8})\b", "\n".join(block.said))
    days = values.moments(pd.Series(stated.groups() if stated else [], dtype="str"), ["%Y%m%d"]).dropna()
    if len(days) == 2:
        return {"start": days.iloc[0], "end": days.iloc[1]}
    mend = "add the dimension Date to the exploration, or leave the lines that begin with # in it."
    reading.faults.append(Fault("the exploration does not say its dates", page.place(0), mend))
    return {"start": None, "end": None}


FORMATS = (
    Format("ga4-report", (*(names for names, _ in BY_HEADER), ("Nth day",)), _report, bare_end=True),
    Format(
        "ga4-exploration",
        (
            (GRAND_TOTAL,),
            ("Session source / medium", "Sessions"),
            ("Session source", "Sessions"),
            ("Session campaign", "Sessions"),
            ("Date", "Session default channel group", "Sessions"),
        ),
        _exploration,
        rank=1,
        bare_end=True,
    ),
)
