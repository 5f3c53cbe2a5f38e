"""Stage 00: what is known of the client, what is missing, and what its lack prevents.

Rules X9 (a report names its inputs), X1 (a jurisdiction is stated), and the data request.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from smmtools.inputs.client_month import DATED, ClientMonth
from smmtools.measures import periods
from smmtools.strategy.published import planned_and_published
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "start-here"

EVERY_CLIENT_NEEDS = (
    "traffic",
    "orders",
    "followers",
    "ads",
    "comments",
    "competitors",
    "audience",
    "audits",
)
"""Kinds of data asked of every client; posts and daily series are asked for each platform."""


@dataclass(frozen=True)
class Known:
    """One kind of data, perhaps of one platform: how many rows, from which day to which."""

    kind: str
    platform: str
    """Empty for data that belong to no platform."""
    rows: int
    this_month: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None


@dataclass(frozen=True)
class StartAssessment:
    """Everything stage 00 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    known: tuple[Known, ...]
    planned: pd.DataFrame
    """Posts of the month's approved plan, each with the published one (measures.planned); perhaps none."""
    verdicts: tuple[Verdict, ...]
    owner: str | None = None
    """Who acts on this stage's verdicts; None is the analyst."""

    @property
    def missing(self) -> tuple[Known, ...]:
        """Kinds of data without a row in the month; audits and audience count whenever taken."""
        return tuple(known for known in self.known if not known.this_month)

    @property
    def last_day(self) -> pd.Timestamp | None:
        """The last day that any data reach to; None when there are none."""
        return max((known.last for known in self.known if known.last is not None), default=None)

    @property
    def files(self) -> int:
        """How many exports gave a row."""
        return sum(1 for file in self.client_month.inputs if file.rows)


def assess(case: ClientMonth) -> StartAssessment:
    """Everything stage 00 says of a client in the month."""
    draft = StartAssessment(case, tuple(_known(case)), planned_and_published(case), ())
    verdicts = (_jurisdiction(case), _inputs(draft), *_published(draft))
    return replace(draft, verdicts=verdicts)


def _published(draft: StartAssessment) -> Iterator[Verdict]:
    """K5: what was planned was published; nothing to say without an approved content plan."""
    planned = draft.planned
    if planned.empty:
        return
    lacking = int(planned["post_id"].isna().sum())
    facts = {"planned": len(planned), "lacking": lacking}
    grade, finding = (Grade.REVIEW, "not published") if lacking else (Grade.PASS, "published")
    yield Verdict("K5", STAGE, grade, finding, lacking, 0, facts)


def _known(case: ClientMonth) -> Iterator[Known]:
    platforms = sorted({account.platform for account in case.brief.accounts if account.role == "own"})
    for kind in ("posts", "daily"):
        table = periods.own(case.tables[kind]) if kind == "posts" else case.tables[kind]
        for platform in platforms:
            yield _count(case, kind, platform, kind, table[table["platform"] == platform])
    posts = case.tables["posts"]
    for kind in EVERY_CLIENT_NEEDS:
        competitors = kind == "competitors"
        rows = posts[posts["role"] == "competitor"] if competitors else case.tables[kind]
        yield _count(case, kind, "", "posts" if competitors else kind, rows)


def _count(case: ClientMonth, kind: str, platform: str, table: str, rows: pd.DataFrame) -> Known:
    days = rows[DATED[table]].dropna()
    days = days.dt.tz_localize(None) if days.dt.tz is not None else days
    this_month = len(rows) if kind in ("audits", "audience") else int((days >= case.month.start_time).sum())
    begun = rows["start"].dropna() if "start" in rows else days
    first, last = (begun.min().normalize(), days.max().normalize()) if len(days) else (None, None)
    return Known(kind, platform, len(rows), this_month, first, last)


def _jurisdiction(case: ClientMonth) -> Verdict:
    """X1: which law and which platform rules hold depends on the place; without it nothing can be judged."""
    if not case.brief.jurisdiction:
        return Verdict("X1", STAGE, Grade.FAIL, "no jurisdiction")
    return Verdict("X1", STAGE, Grade.PASS, "named", facts={"jurisdiction": case.brief.jurisdiction})


def _inputs(draft: StartAssessment) -> Verdict:
    """X9: every kind of data is there for the month, or is asked for."""
    facts = {
        "files": draft.files,
        "tables": len(draft.known),
        "missing": draft.missing,
        "month": draft.client_month.month.end_time.date(),
    }
    grade, finding = (Grade.NO_DATA, "missing") if draft.missing else (Grade.PASS, "complete")
    return Verdict(
        "X9", STAGE, grade, finding, len(draft.known) - len(draft.missing), len(draft.known), facts
    )
