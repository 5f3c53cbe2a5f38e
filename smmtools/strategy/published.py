"""What was planned and what was published: the month's approved plan beside the client's own posts (K5)."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.planned import match_planned

COLUMNS = ["plan_id", "platform", "at", "text"]


@dataclass(frozen=True)
class Carried:
    """How much of the agreed plan one channel carried out."""

    platform: str
    planned: int
    by_id: int
    by_text: int
    lacking: int
    """Planned and not published."""
    besides: int
    """Posts of the month that no plan asked for."""


def planned_and_published(case: ClientMonth) -> pd.DataFrame:
    """The posts of the month's approved plan, each with the published one (measures.planned).

    Columns: plan_id, platform, at, text, post_id, how; empty without an approved content plan.
    """
    plan = case.approved_plan(str(case.month))
    posts = ((plan.plan.get("content") or {}).get("posts") or []) if plan else []
    planned = pd.DataFrame(posts, columns=COLUMNS)
    planned["at"] = pd.to_datetime(planned["at"], utc=True).dt.tz_convert(case.brief.timezone)
    return match_planned(planned, periods.own(case.tables["posts"]))


def carried_out(case: ClientMonth, planned: pd.DataFrame) -> tuple[Carried, ...]:
    """Channel by channel, what was planned and published, and what was published besides."""
    posts = periods.between(periods.own(case.tables["posts"]), "posts", periods.days_of(case.month))
    made = []
    for platform, rows in planned.groupby("platform"):
        here = posts[posts["platform"] == platform]
        matched = set(rows["post_id"].dropna())
        made.append(
            Carried(
                str(platform),
                len(rows),
                int((rows["how"] == "id").sum()),
                int((rows["how"] == "time and text").sum()),
                int(rows["post_id"].isna().sum()),
                int((~here["post_id"].isin(list(matched))).sum()),
            )
        )
    return tuple(made)
