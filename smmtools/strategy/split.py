"""Stage 07: how media money is to be divided among paid channels, and whom they reach (rules B2, B3).

What the rules say of the division that ``division`` finds best: why there is none, how well it is known,
where money stays unspent, and what is lost by what was settled on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from smmtools.inputs.budget_decision import BudgetDecision, Split
from smmtools.inputs.client_month import ClientMonth
from smmtools.strategy.conversion_worth import worth_of
from smmtools.strategy.division import Divided, Paid, bounds, curve_of, divide
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "budget"

_MARGINS = {
    "margin fits": Grade.PASS, "margin above": Grade.REVIEW, "margin below": Grade.REVIEW,
    "margin too few": Grade.NO_DATA,
}  # fmt: skip


@dataclass(frozen=True)
class SplitAssessment:
    """What stage 07 found of the split; ``found`` is None where there is none, for a verdict's reason."""

    client_month: ClientMonth
    plan: Split | None
    found: Divided | None
    verdicts: tuple[Verdict, ...]


def assess_split(case: ClientMonth, decision: BudgetDecision | None) -> SplitAssessment:
    """Everything stage 07 says of the split for the month planned. Rules B2 and B3."""
    plan = decision.split if decision else None
    if plan is None:
        return SplitAssessment(case, None, None, tuple(undecided(case)))
    refused = tuple(impossible(case, plan))
    if refused:
        return SplitAssessment(case, plan, None, refused)
    found = divide(case, plan, worth_of(case, plan, decision.payback if decision else None))
    return SplitAssessment(case, plan, found, tuple(judged(case, found)))


def undecided(case: ClientMonth) -> Iterator[Verdict]:
    """Nothing is decided: whether it could be, or no export counts what a split would be made for."""
    finding = "no split" if len(case.tables["orders"]) or not len(case.tables["ads"]) else "nothing counted"
    yield Verdict("B2", STAGE, Grade.NO_DATA, finding)
    yield Verdict("B3", STAGE, Grade.NO_DATA, "no split")


def impossible(case: ClientMonth, plan: Split) -> Iterator[Verdict]:
    """Why no split keeps what is decided; nothing when one does."""
    currency = case.brief.currency
    for channel in plan.channels:
        if curve_of(channel) is None:
            facts = {"channel": channel.key, "spend": (channel.spend, currency)}
            yield Verdict("B2", STAGE, Grade.FAIL, "no curve", channel.spend, facts=facts)
    lower, upper = bounds(plan)
    least = sum(channel.least for channel in plan.channels)
    if least > plan.total:
        facts = {"least": (least, currency), "total": (plan.total, currency)}
        yield Verdict("B2", STAGE, Grade.FAIL, "minimums above the total", least, plan.total, facts)
    elif (lower > upper).any() or lower.sum() > plan.total:
        facts = {"unit": (plan.unit, currency)}
        yield Verdict("B2", STAGE, Grade.FAIL, "no whole split", plan.unit, facts=facts)


def judged(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    """How well the curves are known, the stop rule, what was settled on, whom the channels reach."""
    yield from _curves(found)
    yield from _margin(case, found)
    yield from _stop(case, found)
    yield from _scenarios(case, found)
    yield from _target(case, found)
    yield from _settled(case, found)
    yield _reach(found)


def _curves(found: Divided) -> Iterator[Verdict]:
    """B2: one verdict a kind of trouble, naming the channels; PASS when every curve rests on its weeks."""
    refused = [paid for paid in found.channels if paid.learnt.refused]
    bare = [paid for paid in found.channels if not paid.learnt.weeks]
    ruled = [paid for paid in found.channels if paid.basis == "history" and paid.learnt.prior_dominated]
    for paid in refused:
        facts = {**_named([paid]), "effective": paid.learnt.effective, "weeks": paid.learnt.weeks}
        limit = THRESHOLDS.fewest_effective
        yield Verdict("B2", STAGE, Grade.REVIEW, "history refused", paid.learnt.effective, limit, facts)
    if bare:
        yield Verdict("B2", STAGE, Grade.NO_DATA, "no weeks", facts=_named(bare))
    for paid in ruled:
        left = paid.learnt.spread / paid.learnt.prior_spread
        facts = {**_named([paid]), "weeks": paid.learnt.weeks, "left": left}
        limit = THRESHOLDS.prior_dominated
        yield Verdict("B2", STAGE, Grade.REVIEW, "prior-dominated", left, limit, facts)
    if not refused and not bare and not ruled:
        fewest = min(paid.learnt.weeks for paid in found.channels)
        facts = {"weeks": fewest, "conversions": found.weeks.counted, "counts": found.plan.counts}
        yield Verdict("B2", STAGE, Grade.PASS, "learnt", fewest, facts=facts)


def _named(channels: list[Paid]) -> dict[str, Any]:
    return {"channels": [paid.channel.key for paid in channels]}


def _margin(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    """B2: what a conversion is said to leave against what orders tell; the lower one stops the spend."""
    stated, worth, currency = found.plan.margin, found.worth, case.brief.currency
    if stated is None and found.margin is None:
        return
    facts: dict[str, Any] = {"counts": found.plan.counts} | ({"stated": (stated, currency)} if stated else {})
    if worth is None:
        yield Verdict("B2", STAGE, Grade.NO_DATA, "margin unchecked", stated, facts=facts)
        return
    facts |= {name: (getattr(worth, name), currency) for name in ("value", "low", "high")}
    facts |= {"number": worth.conversions, "first": worth.first, "last": worth.last}
    if stated is None:
        yield Verdict("B2", STAGE, Grade.REVIEW, "margin reckoned", worth.value, facts=facts)
        return
    finding = f"margin {worth.agrees(stated)}"
    yield Verdict("B2", STAGE, _MARGINS[finding], finding, stated, worth.value, facts)


def _stop(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    """B2's stop rule: money had better stay unspent, all of it pays, or nothing says where to stop."""
    currency, plan = case.brief.currency, found.plan
    facts: dict[str, Any] = {
        "spent": (found.response.total, currency),
        "total": (plan.total, currency),
        "unspent": (found.unspent, currency),
    }
    full = not found.stopped and found.unspent >= plan.unit
    if full:
        yield Verdict("B2", STAGE, Grade.REVIEW, "no room", found.response.total, plan.total, facts)
    if found.margin is None:
        yield Verdict("B2", STAGE, Grade.NO_DATA, "no margin", facts=facts)
        return
    facts |= {"margin": (found.margin, currency), "chance": found.last_pays}
    if found.stopped:
        yield Verdict("B2", STAGE, Grade.REVIEW, "money stays", found.response.total, plan.total, facts)
    else:
        yield Verdict("B2", STAGE, Grade.PASS, "all pays", found.response.total, plan.total, facts)


def _scenarios(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    for tried in found.scenarios:
        if tried.response is None:
            facts = {"name": tried.name, "total": (tried.total, case.brief.currency)}
            yield Verdict("B2", STAGE, Grade.FAIL, "scenario impossible", tried.total, facts=facts)


def _target(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    """B2: whether the split brings the target, with what comes besides, and what the cheapest way costs."""
    target, total, currency = found.target, found.plan.total, case.brief.currency
    if target is None:
        return
    facts: dict[str, Any] = {
        **{"target": target.wanted, "counts": found.plan.counts, "chance": target.chance},
        **{"mean": found.response.mean, "rest": target.rest, "besides": target.wanted - target.rest},
        **{"needed": (target.needed, currency), "total": (total, currency), "last": (target.last, currency)},
    }
    if target.spend is None:
        yield Verdict("B2", STAGE, Grade.FAIL, "target out of reach", found.response.mean, target.rest, facts)
    elif target.needed > total:
        yield Verdict("B2", STAGE, Grade.REVIEW, "target costs more", target.needed, total, facts)
    elif target.chance < THRESHOLDS.sure_target:
        limit = THRESHOLDS.sure_target
        yield Verdict("B2", STAGE, Grade.REVIEW, "target unsure", target.chance, limit, facts)
    else:
        limit = THRESHOLDS.sure_target
        yield Verdict("B2", STAGE, Grade.PASS, "target paid for", target.chance, limit, facts)


def _settled(case: ClientMonth, found: Divided) -> Iterator[Verdict]:
    """B2: what was settled on against the best split of the same money, and against the stop rule."""
    decided, currency = found.decided, case.brief.currency
    if decided is None:
        yield Verdict("B2", STAGE, Grade.NO_DATA, "not settled")
        return
    share = decided.loss / decided.best.mean if decided.best.mean else 0.0
    facts = {
        "decided": (decided.response.total, currency),
        "spent": (found.response.total, currency),
        "loss": decided.loss,
        "share": share,
        "counts": found.plan.counts,
    }
    if share > THRESHOLDS.split_loss:
        yield Verdict("B2", STAGE, Grade.REVIEW, "settled worse", share, THRESHOLDS.split_loss, facts)
    elif decided.response.total > found.response.total + found.plan.unit:
        over, stop = decided.response.total, found.response.total
        yield Verdict("B2", STAGE, Grade.REVIEW, "settled on more", over, stop, facts)
    else:
        yield Verdict("B2", STAGE, Grade.PASS, "settled well", share, THRESHOLDS.split_loss, facts)


def _reach(found: Divided) -> Verdict:
    """B3: how much of the added-up reach is people who were counted already, if channels are independent."""
    overlap = 1 - found.reach.independent / found.added_up if found.added_up else 0.0
    facts: dict[str, Any] = {
        "audience": found.audience,
        "least": found.reach.least * found.audience,
        "independent": found.reach.independent * found.audience,
        "most": found.reach.most * found.audience,
        "added": found.added_up * found.audience,
        "overlap": overlap,
    }
    limit = THRESHOLDS.reach_overlap
    if not found.added_up:
        return Verdict("B3", STAGE, Grade.NO_DATA, "nobody reached", facts=facts)
    reaching = [paid.channel.key for paid in found.channels if paid.reached > 0]
    if len(reaching) == 1:
        facts["channel"] = reaching[0]
        return Verdict("B3", STAGE, Grade.PASS, "one channel", overlap, limit, facts)
    if overlap <= limit:
        return Verdict("B3", STAGE, Grade.PASS, "little overlap", overlap, limit, facts)
    return Verdict("B3", STAGE, Grade.REVIEW, "much overlap", overlap, limit, facts)
