"""What a contract is judged by: audits of the accounts gained, a follower's price, the followers counted."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.strategy.acceptance import near_bots, price_per_follower

BOTS, BOTS_UNIT, BOTS_IN_A_UNIT = "bots", "1,000 accounts", 1_000
"""How the reference prices name what a thousand bots cost (guide, line 589)."""

_DENIED = re.compile(r"\b(?:no|non|not|never|without|nothing)\b[^.;]*random")
"""A way of drawing that names chance only to say that it played no part."""


@dataclass(frozen=True)
class GainedAudit:
    """An audit of accounts gained: drawn at random, each looked at."""

    platform: str
    account: str
    drawn_at: dt.date
    n: int
    alive: int
    method: str | None = None
    """How they were drawn; at random where it is not said."""
    file: str = "audits"
    """The export that it stands in."""

    @property
    def at_random(self) -> bool:
        """Whether it speaks for those not looked at."""
        if self.method is None:
            return True
        said = self.method.casefold()
        return "random" in said and not _DENIED.search(said)


@dataclass(frozen=True)
class State:
    """One community of the contract: its followers at signing, and at the latest count."""

    platform: str
    account: str
    then: float | None
    now: float | None
    counted: dt.date | None
    """Day of the latest count, by the month's end."""

    @property
    def change(self) -> float | None:
        """Followers more, or fewer, than at signing."""
        return None if self.then is None or self.now is None else self.now - self.then


@dataclass(frozen=True)
class Price:
    """What a follower costs, and what the dearest bot costs, in the client's currency; missing is NaN."""

    follower: float
    stated: bool
    """By the contract; else it is reckoned from the whole estimate, and internal."""
    bot: float
    near: bool | None
    source: str | None = None
    """Where the bot's price comes from, and of which date."""


def audits_of(case: ClientMonth, decision: ContractDecision) -> tuple[GainedAudit, ...]:
    """The latest audit of accounts gained of each community of the contract, since its start."""
    named = {(each.platform, each.account) for each in decision.state}
    own = named or {(each.platform, each.account) for each in case.brief.accounts if each.role == "own"}
    table = case.tables["audits"]
    drawn = table[(table["scope"] == "gained") & (table["n"] > 0)].sort_values("drawn_at", kind="stable")
    if decision.start is not None:
        drawn = drawn[drawn["drawn_at"] >= pd.Timestamp(decision.start)]
    latest = drawn.drop_duplicates(["platform", "account"], keep="last")
    return tuple(
        GainedAudit(
            row["platform"],
            row["account"],
            row["drawn_at"].date(),
            int(row["n"]),
            int(row["alive"]),
            _text(row.get("method")),
            _text(row.get("source_file")) or "audits",
        )
        for row in latest.sort_values(["platform", "account"]).to_dict("records")
        if (row["platform"], row["account"]) in own
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def price_of(case: ClientMonth, decision: ContractDecision | None) -> Price:
    """A follower's price and a bot's, in the client's currency."""
    follower = price_per_follower(decision) if decision else math.nan
    bot, source = _dearest_bot(case)
    stated = decision is not None and decision.price_per_follower is not None
    return Price(follower, stated, bot, near_bots(follower, bot), source)


def _dearest_bot(case: ClientMonth) -> tuple[float, str | None]:
    """What one bot costs at most, in the client's currency, and by which source; NaN without a rate."""
    dearest = []
    for band in case.prices.bands:
        if (band.kind, band.unit) == (BOTS, BOTS_UNIT):
            stated = case.brief.fx.get(band.currency)
            own = 1.0 if band.currency == case.brief.currency else None
            rate = own or (stated.rate if stated else math.nan)
            dearest.append((band.high / BOTS_IN_A_UNIT * rate, f"{band.source}, {band.date}"))
    return max(
        (each for each in dearest if not math.isnan(each[0])),
        key=lambda each: each[0],
        default=(math.nan, None),
    )


def states_of(case: ClientMonth, decision: ContractDecision) -> tuple[State, ...]:
    """The communities of the contract, each with its followers at signing and at the latest count."""
    counts = case.tables["followers"].dropna(subset=["count"]).sort_values("date", kind="stable")
    found = []
    for each in decision.state:
        own = counts[(counts["platform"] == each.platform) & (counts["account"] == each.account)]
        now = (float(own["count"].iloc[-1]), own["date"].iloc[-1].date()) if len(own) else (None, None)
        found.append(State(each.platform, each.account, each.followers, *now))
    return tuple(found)


def grown_by(states: tuple[State, ...], delivered: dt.date | None) -> float | None:
    """Followers more than at signing, over all communities; None where one has no count since the delivery.

    Those who left meanwhile are taken off: more may have been gained, and somebody is to say how many.

    >>> grown_by((State("vk", "ours", 800, 1_000, dt.date(2026, 10, 31)),), dt.date(2026, 10, 20))
    200
    """
    if not states or delivered is None:
        return None
    changes = [each.change for each in states if each.counted is not None and each.counted >= delivered]
    known = [change for change in changes if change is not None]
    return sum(known) if len(known) == len(states) else None
