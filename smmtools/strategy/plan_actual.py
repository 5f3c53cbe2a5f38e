"""Plan against actual (X6): what was approved for the month beside what came of it.

The plan is the newest version approved for the month. What it does not hold is not judged: plans of earlier
versions of the workbook lack some parts, and a missing part is told, never taken for nought.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from smmtools.inputs.client import Goal
from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.plans import ApprovedPlan
from smmtools.measures import periods
from smmtools.measures.kpis import REGISTRY
from smmtools.strategy import plan_money, watch_values
from smmtools.strategy.alive import accounts_of
from smmtools.strategy.answers import Answers
from smmtools.strategy.compared import GRADES as GRADES
from smmtools.strategy.compared import KINDS as KINDS
from smmtools.strategy.compared import STAGE, Compared, part_of
from smmtools.strategy.goals import assess_goal
from smmtools.strategy.indicator_rows import rows_in
from smmtools.strategy.published import Carried
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

_FIGURES = ("planned", "actual", "low", "high", "least")
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "posts": ("er_reach", "er_followers", "er_views", "er_day", "vtr"),
    "clicks": ("ctr", "ctr_all", "link_clicks"),
    "page": ("application_rate", "conversion_site", "conversion_community", "applications", "orders"),
    "visits": ("sessions", "visits"),
    "cost": ("cpm", "cpc", "cpl", "cpa"),
    "return": ("roas", "romi"),
    "order": ("aov",),
    "growth": ("audience_growth", "follows"),
    "voice": ("share_of_voice",),
}
"""Which indicators are mended in the same way when they miss their targets."""
FEW_ALIVE = "met, few alive"
GROWTH = FAMILIES["growth"]
_PACE = {"on track": "met", "ahead": "ahead", "behind": "not met"}


@dataclass(frozen=True)
class PlanAgainstActual:
    """The month's approved plan, every version of it, and each of its figures beside the actual one."""

    plan: ApprovedPlan | None
    """In force: the newest version."""
    versions: tuple[ApprovedPlan, ...]
    compared: tuple[Compared, ...]
    verdicts: tuple[Verdict, ...]


def compare(case: ClientMonth, carried: Sequence[Carried], answers: Answers | None) -> PlanAgainstActual:
    """Everything the month's approved plan says beside what came of it. Rule X6.

    ``answers`` are the month's comments judged by the plan's own promise (``promise_of``).
    """
    month = str(case.month)
    plan = case.approved_plan(month)
    versions = tuple(each for each in case.plans if each.month == month)
    if plan is None:
        facts = {"month": case.month.end_time.date()}
        return PlanAgainstActual(
            None, (), (), (Verdict("X6", STAGE, Grade.NO_DATA, "no approved plan", facts=facts),)
        )
    compared = (
        *_goals(case, plan.plan),
        *_watched(case, plan.plan),
        *_posts(plan.plan, carried),
        *plan_money.spending(case, plan.plan),
        *plan_money.conversions(case, plan.plan),
        *_replies(plan.plan, answers),
    )
    verdicts = (_approved(case, plan, versions), *(_verdict(case, each) for each in compared))
    return PlanAgainstActual(plan, versions, compared, verdicts)


def promise_of(plan: ApprovedPlan | None) -> float | None:
    """The hours that the approved plan promises an answer within; None where it promises nothing."""
    said = part_of(plan.plan if plan else {}, "communication", "decision")
    promised = said.get("promise_hours")
    return float(promised) if promised is not None else None


def against_target(value: tuple[float, float, float], target: float, better: str) -> str:
    """Whether a figure with its interval meets its target, does not, or whether it cannot be told.

    >>> [against_target((0.02, 0.015, 0.025), target, "higher") for target in (0.014, 0.02, 0.03)]
    ['met', 'cannot be told', 'not met']
    """
    middle, low, high = value if better == "higher" else (-value[0], -value[2], -value[1])
    goal = target if better == "higher" else -target
    if math.isnan(middle):
        return "no data"
    if math.isnan(low) or math.isnan(high):
        return "no interval"
    return "met" if low >= goal else "not met" if high < goal else "cannot be told"


def _approved(case: ClientMonth, plan: ApprovedPlan, versions: Sequence[ApprovedPlan]) -> Verdict:
    """Who approved the plan in force, and when: before the month, within it, or when it was over."""
    first, last = case.month.start_time.date(), case.month.end_time.date()
    approved, begun = dt.date.fromisoformat(plan.when[:10]), dt.date.fromisoformat(versions[0].when[:10])
    facts = {
        "version": plan.version, "by": plan.by, "day": approved, "hash": plan.sha256[:12],
        "month": last, "versions": len(versions),
    }  # fmt: skip
    if approved > last:
        return Verdict("X6", STAGE, Grade.REVIEW, "approved afterwards", plan.version, facts=facts)
    if begun > first:
        return Verdict("X6", STAGE, Grade.REVIEW, "begun without", plan.version, facts=facts)
    return Verdict("X6", STAGE, Grade.PASS, "approved", plan.version, facts=facts)


def _goals(case: ClientMonth, plan: Mapping[str, Any]) -> Iterator[Compared]:
    """Each goal's count in the month against its path, with G2's doubt."""
    said = part_of(plan, "goals").get("goals") or []
    if not said:
        yield Compared("goal", "not planned")
    for each in said:
        known = {name: each[name] for name in Goal.model_fields if each.get(name) is not None}
        name = str(each.get("name") or each.get("key") or "")
        try:
            goal = Goal.model_validate(known)
        except ValidationError:
            yield Compared("goal", "unreadable", name)
            continue
        found = assess_goal(case, goal, periods.days_of(case.month)).pace
        finding = _PACE.get(found.finding, found.finding)
        if finding == "met" and found.count < found.expected:
            finding = "cannot be told"  # below the target, yet no more than chance
        facts: dict[str, Any] = {"days": found.days, "indicator": str(goal.indicator)}
        if grown := _few_alive(case, str(goal.indicator), "", finding):
            finding, facts = FEW_ALIVE, facts | grown
        yield Compared(
            "goal", finding, name, "", found.expected, found.count, chance=found.chance, facts=facts
        )


def _watched(case: ClientMonth, plan: Mapping[str, Any]) -> Iterator[Compared]:
    """Each watched indicator's target against its value with its interval."""
    said = part_of(plan, "indicators").get("watched") or []
    if not said:
        yield Compared("indicator", "not planned")
        return
    rows = dict(rows_in(case, case.month))
    goals = _names_of_goals(plan, said)
    for each in said:
        key, platform = str(each.get("key")), _platform(each)
        if key not in REGISTRY and key not in watch_values.COUNTS:
            yield Compared("indicator", "unreadable", key, platform)
            continue
        known = watch_values.measured(case, key, platform or None, rows)[0]
        value, target = (known.value, known.low, known.high), each.get("target")
        better = REGISTRY[key].better if key in REGISTRY else "higher"
        finding = "no target" if target is None else against_target(value, float(target), better)
        if finding == "no interval" and key in REGISTRY and REGISTRY[key].interval == "none":
            finding = "met" if (value[0] >= float(target)) == (better == "higher") else "not met"
            finding += " as counted"  # of a census: everybody was counted, nothing is in doubt
        planned = math.nan if target is None else float(target)
        facts: dict[str, Any] = {
            "family": _family(key),
            "goal": goals.get((key, platform, each.get("goal")), ""),
        }
        if grown := _few_alive(case, key, platform, finding):
            finding, facts = FEW_ALIVE, facts | grown
        yield Compared("indicator", finding, key, platform, planned, *value, unit=_unit(key), facts=facts)


def _names_of_goals(plan: Mapping[str, Any], said: Sequence[Mapping[str, Any]]) -> dict[tuple[Any, ...], str]:
    """Names of the goals of indicators that two goals are watched by: without them the rows are alike."""
    names = {
        each.get("key"): str(each.get("name") or "") for each in part_of(plan, "goals").get("goals") or []
    }
    places = [(str(each.get("key")), _platform(each)) for each in said]
    return {
        (*place, each.get("goal")): names.get(each.get("goal"), "")
        for place, each in zip(places, said, strict=True) if places.count(place) > 1
    }  # fmt: skip


def _platform(watched: Mapping[str, Any]) -> str:
    """The platform that an indicator of the plan is watched on; empty of all."""
    channel = watched.get("channel") or ""
    return str(channel.get("platform") or "") if isinstance(channel, Mapping) else str(channel)


def _family(key: str) -> str:
    """How an indicator that misses its target is mended."""
    return next(family for family, keys in FAMILIES.items() if key in keys)


def _few_alive(case: ClientMonth, key: str, platform: str, finding: str) -> dict[str, Any]:
    """Growth that is met by count, where an audit found most of those gained dead: what the audit saw.

    Empty where it is not met, is no growth, or no audit of gained accounts says so. The latest audit speaks
    for those gained until its day; of those gained since nobody looked at any.
    """
    if key not in GROWTH or not finding.startswith(("met", "ahead")):
        return {}
    audits = [
        (account, audit)
        for account in accounts_of(case)
        if platform in ("", account.platform) and (audit := account.audit("gained"))
        and audit.share[2] < THRESHOLDS.alive_fail
    ]  # fmt: skip
    if not audits:
        return {}
    account, audit = min(audits, key=lambda each: each[1].share[0])
    return {
        "account": account.account, "drawn": audit.drawn_at, "n": audit.n, "alive": audit.alive,
        "alive_share": audit.share[0], "alive_low": audit.share[1], "alive_high": audit.share[2],
    }  # fmt: skip


def _unit(key: str) -> str:
    """Of a goal's own count, an average a day; of the registry's a rate, money, or times, as 06 has it."""
    if key not in REGISTRY or key == "roas":
        return "count"
    return "money" if REGISTRY[key].unit.startswith("money") else "rate"


def _posts(plan: Mapping[str, Any], carried: Sequence[Carried]) -> Iterator[Compared]:
    """Channel by channel, the planned posts that were found among those published."""
    if not (part_of(plan, "content").get("posts") or []):
        yield Compared("posts", "not planned")
    for each in carried:
        found = each.planned - each.lacking
        share = found / each.planned
        finding = "carried out" if not each.lacking else "lacking"
        finding = "mostly lacking" if share < THRESHOLDS.row_carried else finding
        facts = {
            "by_id": each.by_id,
            "by_text": each.by_text,
            "besides": each.besides,
            "lacking": each.lacking,
        }
        yield Compared("posts", finding, "", each.platform, each.planned, found, facts=facts)


def _replies(plan: Mapping[str, Any], answers: Answers | None) -> Iterator[Compared]:
    """The share of comments that were answered within the promise of the approved plan."""
    promised = part_of(plan, "communication", "decision").get("promise_hours")
    if promised is None:
        yield Compared("replies", "not planned", unit="rate")
        return
    share = answers.together.all.within if answers else None
    target, facts = THRESHOLDS.answers_pass, {"promise": float(promised)}
    if share is None or not share.n:
        yield Compared("replies", "no data", "", "", target, unit="rate", facts=facts)
        return
    value = (share.value, share.low, share.high)
    finding = against_target(value, target, "higher")
    yield Compared("replies", finding, "", "", target, *value, unit="rate", facts=facts | {"n": share.n})


def _verdict(case: ClientMonth, each: Compared) -> Verdict:
    facts = {
        "name": each.name, "platform": each.platform, "month": case.month.end_time.date(),
        "chance": each.chance, **each.facts,
        "where": (each.name, each.platform, each.facts.get("goal", "")),
        **{part: _told(case, each, getattr(each, part)) for part in _FIGURES},
    }  # fmt: skip
    actual, planned = (None if math.isnan(value) else value for value in (each.actual, each.planned))
    return Verdict("X6", STAGE, each.grade, f"{each.kind}, {each.finding}", actual, planned, facts)


def _told(case: ClientMonth, each: Compared, value: float) -> object:
    """A figure as its sentence writes it: with its unit of an indicator, with its currency of money."""
    if each.kind == "indicator":
        return value, each.unit, case.brief.currency
    return (value, case.brief.currency) if each.unit == "money" else value
