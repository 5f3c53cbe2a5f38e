"""Rule M2: how the client stands among its competitors, platform by platform, by engagement per follower.

Accounts whose posts the exports hold are measured; of others the brief's figure is taken, and said. Figures
of third parties stand beside as a reference and pass nobody.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.benchmarks import Reference
from smmtools.inputs.client import ChannelsDecision
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.measures.competitors import OURS, Standing, compare_accounts, standing
from smmtools.measures.posts import mature
from smmtools.strategy.indicator_rows import with_followers
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE, RULE = "indicators", "M2"


@dataclass(frozen=True)
class Account:
    """One account among those compared."""

    account: str
    role: str
    value: float
    low: float
    high: float
    posts: int
    """Behind the value; 0 where it is the brief's."""
    year: int
    """Of the posts, or of the decision that states the value."""

    @property
    def measured(self) -> bool:
        """Whether the exports hold its posts."""
        return self.posts > 0


@dataclass(frozen=True)
class PlatformStanding:
    """Our place among the accounts of one platform."""

    platform: str
    standing: Standing
    accounts: tuple[Account, ...]
    """Best first; those without a value last."""
    references: tuple[Reference, ...]


def standings_of(case: ClientMonth) -> tuple[PlatformStanding, ...]:
    """Our place on each platform that we have an account on. Rule M2.

    All mature posts that anyone can see, boosted ones included: theirs cannot be told apart.
    """
    decision = case.brief.decided("channels", str(case.month))
    posts = mature(
        periods.between(case.tables["posts"], "posts", periods.days_of(case.month)), THRESHOLDS.maturity_days
    )
    dated = with_followers(posts, case.tables["followers"])
    own = dict.fromkeys(each.platform for each in case.brief.accounts if each.role == OURS)
    found = []
    for platform in own:
        measured = _measured(dated, platform, case.month.year)
        named = {each.account for each in measured if not math.isnan(each.value)}
        stated = [each for each in _stated(decision, platform) if each.account not in named]
        unmeasured = {each.account for each in stated}
        accounts = [*(each for each in measured if each.account not in unmeasured), *stated]
        accounts.sort(key=lambda each: (math.isnan(each.value), -each.value, each.account))
        ours = [each.account for each in accounts if each.role == OURS]
        values = {each.account: each.value for each in accounts}
        years = [each.year for each in accounts if not math.isnan(each.value)]
        place = standing(values, ours, years)
        found.append(
            PlatformStanding(platform, place, tuple(accounts), _references(case, decision, platform))
        )
    return tuple(found)


def _measured(dated: pd.DataFrame, platform: str, year: int) -> list[Account]:
    _, accounts = compare_accounts(dated, platform)
    return [
        Account(row["account"], row["role"], row["value"], row["low"], row["high"], int(row["posts"]), year)
        for row in accounts.to_dict("records")
    ]


def _stated(decision: ChannelsDecision | None, platform: str) -> list[Account]:
    """Competitors' engagement per follower and post as the brief states it."""
    candidates = [each for each in (decision.candidates if decision else ()) if each.platform == platform]
    rivals = [rival for each in candidates for rival in each.rivals or ()]
    year = int(decision.since[:4]) if decision else 0
    return [
        Account(each.account, "competitor", each.er_followers, math.nan, math.nan, 0, year)
        for each in rivals
        if each.er_followers is not None
    ]


def _references(case: ClientMonth, decision: ChannelsDecision | None, platform: str) -> tuple[Reference, ...]:
    """Dated benchmarks of the platform: reference data first, then the brief's own."""
    public = [each for each in case.references if (each.rate, each.platform) == ("er_followers", platform)]
    brief = [
        Reference("er_followers", platform, each.benchmark.er_followers, each.benchmark.source,
                  each.benchmark.date.isoformat())
        for each in (decision.candidates if decision else ())
        if each.platform == platform and each.benchmark
    ]  # fmt: skip
    return (*public, *brief)


def verdicts_of(found: tuple[PlatformStanding, ...]) -> Iterator[Verdict]:
    """M2: at or above the middle, below it, too few to say, or nobody to compare with; never a FAIL."""
    if not found:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "no account")
    for each in found:
        yield _verdict(each)


def _verdict(each: PlatformStanding) -> Verdict:
    place = each.standing
    facts = {
        "platform": each.platform,
        "percentile": place.percentile,
        "value": place.value,
        "with": place.average_with,
        "without": place.average_without,
        "n": place.n,
        "years": [str(year) for year in place.years],
    }
    if math.isnan(place.value):
        return Verdict(RULE, STAGE, Grade.NO_DATA, "ours unknown", facts=facts)
    if place.n < 2:
        return Verdict(RULE, STAGE, Grade.NO_DATA, "nobody to compare with", facts=facts)
    if place.n < THRESHOLDS.fewest_accounts:
        return Verdict(RULE, STAGE, Grade.REVIEW, "too few", place.n, THRESHOLDS.fewest_accounts, facts)
    if place.percentile >= THRESHOLDS.standing_pass:
        grade, finding = Grade.PASS, "at or above the middle"
    else:
        grade, finding = Grade.REVIEW, "below the middle"
    return Verdict(RULE, STAGE, grade, finding, place.percentile, THRESHOLDS.standing_pass, facts)
