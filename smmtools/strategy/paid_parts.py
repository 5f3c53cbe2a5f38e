"""Ads apart from placements in orders, visits and ad accounts' rows: the rule of stage 07, for stage 06.

Which campaign is a placement says ``paid_sales.kind_of``. An order is of a paid part of its platform when
its medium is a paid one; one whose campaign is a placement's always is.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.channel_groups import is_paid
from smmtools.strategy.paid_sales import Kind, kind_of


def kinds_of(case: ClientMonth, platforms: pd.Series, campaigns: pd.Series) -> list[Kind]:
    """Whether each row is of ads or of placements, whoever paid."""
    decision = case.brief.decided("budget", str(case.month))
    channels = decision.split.channels if decision and decision.split else ()
    return [kind_of(site, campaign, channels) for site, campaign in zip(platforms, campaigns, strict=True)]


def with_part(case: ClientMonth, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows that ``attribution.attribute`` made, with their paid part: ads, placements, or missing.

    A row of which only GA4's channel group is known is of no part: its campaign is not.
    """
    kinds = kinds_of(case, rows["platform"], rows["campaign"])
    paid = [is_paid(medium if isinstance(medium, str) else None) for medium in rows["medium"]]
    known = rows["platform"].notna()
    parts = [
        kind if here and (bought or kind == "placements") else None
        for kind, bought, here in zip(kinds, paid, known, strict=True)
    ]
    return rows.assign(part=pd.Series(parts, index=rows.index, dtype="str"))


def by_paid_part(case: ClientMonth, ads: pd.DataFrame) -> Iterator[tuple[str, Kind, pd.DataFrame]]:
    """The rows of each platform's ads and of its placements; rows without a platform are left out."""
    named = ads[ads["platform"].notna()]
    kinds = pd.Series(kinds_of(case, named["platform"], named["campaign"]), index=named.index, dtype="str")
    for (platform, kind), rows in named.groupby([named["platform"], kinds]):
        yield str(platform), "placements" if kind == "placements" else "ads", rows
