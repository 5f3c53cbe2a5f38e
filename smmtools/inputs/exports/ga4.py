"""GA4 reports: a preamble of ``#`` lines with the dates, then one row a channel group.

Capitals vary (``Default channel group``). A user acquisition report counts people by the group that
first brought them: only its users are taken, for its key events stand in the traffic report already.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from smmtools.errors import Fault
from smmtools.inputs.exports import values
from smmtools.inputs.exports.pages import Page
from smmtools.inputs.exports.reading import Reading, Style
from smmtools.inputs.exports.recipes import Format, Recipe, Tables, apply

SESSION_GROUP = "Session primary channel group (Default Channel Group)"
FIRST_USER_GROUP = "First user primary channel group (Default Channel Group)"
USERS = ("Total users", "Users", "Active users")

TRAFFIC = Recipe(
    table="traffic",
    columns={
        "channel_group": SESSION_GROUP,
        "sessions": "Sessions",
        "engaged_sessions": "Engaged sessions",
        "users": USERS,
        "key_events": "Key events",
        "revenue": "Total revenue",
    },
    style=Style(),
)
FIRST_USERS = Recipe(table="traffic", columns={"channel_group": FIRST_USER_GROUP, "users": USERS})


def _report(recipe: Recipe, page: Page, header: int, reading: Reading) -> Tables:
    period = {name: _preamble_date(page, header, name, reading) for name in ("start", "end")}
    table = page.table(header, until_blank=True)
    return {"traffic": apply(replace(recipe, constants=period), table, reading)}


def _preamble_date(page: Page, header: int, name: str, reading: Reading) -> pd.Timestamp | None:
    """The report's start or end, from the nearest line above its header (``# Start date: 20250101``)."""
    lines = [",".join(record) for record in page.head()[:header]]
    pattern = re.compile(rf"#\s*{name} date:\s*(\d{{8}})\b", re.IGNORECASE)
    stated = [found[1] for line in lines if (found := pattern.match(line))]
    day = values.moments(pd.Series(stated[-1:], dtype="str"), ["%Y%m%d"]).dropna()
    if len(day):
        return pd.Timestamp(day.iloc[0])
    mend = "export it again from GA4, and leave the lines that begin with # in it."
    reading.faults.append(Fault(f"the report does not say its {name} date", page.place(0), mend))
    return None


def _traffic(page: Page, header: int, reading: Reading) -> Tables:
    return _report(TRAFFIC, page, header, reading)


def _first_users(page: Page, header: int, reading: Reading) -> Tables:
    return _report(FIRST_USERS, page, header, reading)


FORMATS = (
    Format("ga4-report", ((SESSION_GROUP, "Sessions"),), _traffic),
    Format("ga4-report", tuple((FIRST_USER_GROUP, users) for users in USERS), _first_users),
)
