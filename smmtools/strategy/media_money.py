"""Stage 07: media money seen from two sides, platform by platform, ads and placements apart (rule B1).

What the estimate expects for ads and placements against what the split gives them: both are of the month
planned, and a client who signs one must not find another sum in the other. What was spent in the month past
against what its approved plan expected, of those that the exports tell of; the others are named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.strategy import plan_money
from smmtools.strategy.division import Divided
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.money import Part, added
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "budget"


@dataclass(frozen=True)
class Spent:
    """What ads and placements cost in the month, and what its approved plan expected of them."""

    amount: float
    approved: float | None
    """Of the parts that the exports tell of; None without an approved plan."""
    version: int | None
    """Of the approved plan."""
    unseen: float
    """Approved for parts that no export tells of: whether it was spent is not known."""
    unseen_parts: tuple[Channel, ...]
    against: str
    """What of the plan it is held against, a split or an estimate (``plan_money``); empty without a plan."""


def spent_in(case: ClientMonth) -> Spent | None:
    """What was spent in the month, in the client's currency; None when no file gives any."""
    parts = plan_money.spent_by_part(case)
    if not parts:
        return None
    amount, plan = math.fsum(parts.values()), case.approved_plan(str(case.month))
    whole, *others = plan_money.spending(case, plan.plan) if plan else (None,)
    if plan is None or whole is None or math.isnan(whole.planned):
        return Spent(amount, None, None, 0.0, (), "")
    unseen = [each for each in others if each.finding == "no data"]
    places = tuple(each.facts["place"] for each in unseen)
    lacking = math.fsum(each.planned for each in unseen)
    return Spent(amount, whole.planned, plan.version, lacking, places, str(whole.facts["against"]))


def of_spent(case: ClientMonth, spent: Spent | None) -> Iterator[Verdict]:
    """B1: the month's spend against what its approved plan expected of the same parts."""
    currency, month = case.brief.currency, case.month.end_time.date()
    if spent is None:
        yield Verdict("B1", STAGE, Grade.NO_DATA, "no spend", facts={"month": month})
        return
    facts: dict[str, Any] = {"spent": (spent.amount, currency), "month": month}
    if spent.approved is None:
        yield Verdict("B1", STAGE, Grade.NO_DATA, "no approved plan", spent.amount, facts=facts)
        return
    facts |= {"approved": (spent.approved, currency), "version": spent.version, "against": spent.against}
    over = spent.amount > spent.approved * (1 + THRESHOLDS.overspend)
    grade, finding = (Grade.REVIEW, "overspent") if over else (Grade.PASS, "spent as approved")
    yield Verdict("B1", STAGE, grade, finding, spent.amount, spent.approved, facts)
    if spent.unseen:
        facts = {"unseen": (spent.unseen, currency), "parts": spent.unseen_parts, "month": month}
        yield Verdict("B1", STAGE, Grade.NO_DATA, "spend unseen", spent.unseen, facts=facts)


def beside_split(
    case: ClientMonth, estimated: Mapping[Part, float], found: Divided | None
) -> Iterator[Verdict]:
    """B1: whether the estimate's ads and placements and the split are of the same money, part by part.

    The split as settled, else as recommended. Where a line of the estimate names no platform, its kind is
    compared as a whole.
    """
    if found is None:
        return
    spend = (found.decided or found).response.spend
    divided = added(
        ((paid.channel.platform, paid.channel.kind), amount)
        for paid, amount in zip(found.channels, spend, strict=True)
    )
    nameless = {kind for platform, kind in estimated if not platform}
    ours, theirs = (_without_platforms(each, nameless) for each in (estimated, divided))
    whole, currency = math.fsum(ours.values()), case.brief.currency
    total, limit = math.fsum(theirs.values()), THRESHOLDS.overspend * whole
    both = [
        (part, ours.get(part, 0.0), theirs.get(part, 0.0))
        for part in sorted({*ours, *theirs})
        if ours.get(part) != theirs.get(part)
    ]
    far = [each for each in both if abs(each[1] - each[2]) > limit]
    if not far and abs(total - whole) > limit:
        far = both
    apart = tuple(
        (Channel(part[0], part=part[1]), (own, currency), (its, currency)) for part, own, its in far
    )
    facts: dict[str, Any] = {"estimated": (whole, currency), "divided": (total, currency)}
    facts |= {"apart": apart, "limit": THRESHOLDS.overspend}
    grade, finding = (
        (Grade.REVIEW, "split and estimate differ") if apart else (Grade.PASS, "split as estimated")
    )
    yield Verdict("B1", STAGE, grade, finding, total, whole, facts)


def _without_platforms(amounts: Mapping[Part, float], kinds: set[str]) -> dict[Part, float]:
    return added(
        (("" if kind in kinds else platform, kind), amount) for (platform, kind), amount in amounts.items()
    )
