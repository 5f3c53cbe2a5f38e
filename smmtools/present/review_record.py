"""The content of stage 08's record, as it stands under ``review`` in plan.json."""

from __future__ import annotations

from typing import Any

from smmtools.inputs.plans import ApprovedPlan
from smmtools.present import wording
from smmtools.present.voice import Voice, voice_of
from smmtools.strategy.compared import Compared
from smmtools.strategy.earnings import ChannelChange, RevenueChange
from smmtools.strategy.looks import Looks
from smmtools.strategy.prior import RatePrior
from smmtools.strategy.review import ReviewAssessment
from smmtools.strategy.to_do import Action

PARTS = ("value", "low", "high")


def content_of(found: ReviewAssessment) -> dict[str, Any]:
    """Everything that the review keeps: the next one, and whoever rebuilds the prior, reads it."""
    voice, season = voice_of(found.client_month), found.season
    return {
        "plan": _version(found.plan.plan) if found.plan.plan else None,
        "versions": [_version(each) for each in found.plan.versions],
        "compared": [_compared(each) for each in found.plan.compared],
        "revenue": _revenue(found.revenue, found.client_month.brief.currency) if found.revenue else None,
        "season": {
            "indicator": season.indicator,
            "totals": season.totals,
            "last_year": season.last_year,
            "ratio": dict(zip(PARTS, season.ratio, strict=True)),
            "index": season.index,
            "log_spread": None if season.compared else season.spread,
            "occasions": season.occasions,
        },
        **_looks(found.looks),
        "priors": {each.name: _prior(each) for each in found.priors},
        "actions": [_action(voice, each) for each in found.to_do.actions],
        "more_actions": found.to_do.more,
    }  # fmt: skip


def _looks(looks: Looks) -> dict[str, Any]:
    """Reach and followers, the posts that engaged most, and the kinds that did better."""
    return {
        "trends": [
            {
                "platform": each.platform,
                "measure": each.measure,
                "now": dict(zip(PARTS, each.now, strict=True)),
                "before": dict(zip(PARTS, each.before, strict=True)),
                "change": dict(zip(PARTS, each.change, strict=True)),
                "trend": each.finding,
            }
            for each in looks.trends
        ],
        "top_posts": [
            {
                "platform": each.platform, "account": each.account, "day": each.published.date(),
                "format": each.format, "text": each.text, "key": each.key,
                **dict(zip(PARTS, each.rate, strict=True)),
            }
            for each in looks.top
        ],
        "better_kinds": [
            {"platform": result.platform, "account": result.account, "by": group.by, "kind": group.kind,
             "posts": group.posts, "value": group.value, "low": group.low, "high": group.high}
            for result, group in looks.better
        ],
    }  # fmt: skip


def _version(plan: ApprovedPlan) -> dict[str, Any]:
    return {"version": plan.version, "by": plan.by, "when": plan.when, "sha256": plan.sha256}


def _compared(each: Compared) -> dict[str, Any]:
    return {
        "kind": each.kind, "name": each.name, "platform": each.platform, "planned": each.planned,
        "actual": each.actual, "low": each.low, "high": each.high, "least": each.least, "unit": each.unit,
        "chance": each.chance,
        "finding": each.finding, "verdict": each.grade.value,
    }  # fmt: skip


def _revenue(found: RevenueChange, currency: str) -> dict[str, Any]:
    return {
        "currency": currency,
        "before": found.before,
        "now": found.now,
        "change": found.change,
        "parts": found.parts,
        "rest": found.rest,
        "channels": [_channel(each) for each in found.channels],
        "few_orders": found.few,
    }


def _channel(each: ChannelChange) -> dict[str, Any]:
    return {
        "platform": each.platform, "part": each.part, "before": each.before, "now": each.now,
        "views": each.views, "parts": each.parts, "change": each.change,
        "conversion": each.conversion,
    }  # fmt: skip


def _prior(each: RatePrior) -> dict[str, Any]:
    def told(counts: Any) -> dict[str, Any]:
        return {"counts": counts, "mean": each.mean(counts), "worth": each.worth(counts)}

    return {
        "before": {"month": each.before.month, "months": each.before.months, **told(each.before.counts)},
        "own": told(each.own),
        "after": {"month": each.after.month, "months": each.after.months, **told(each.after.counts)},
        "benchmark": each.benchmark.source if each.benchmark else None,
        "stored": each.stored,
    }


def _action(voice: Voice, each: Action) -> dict[str, Any]:
    reason, remedy = voice.verdict(each.verdict)
    return {
        "rule": each.verdict.rule, "stage": each.verdict.stage, "verdict": each.verdict.grade.value,
        "figure": each.verdict.value, "threshold": each.verdict.threshold, "reason": reason, "what": remedy,
        "decision": each.decision, "owner": each.owner or voice.text(wording.common.ANALYST), "due": each.due,
        "same": each.same,
    }  # fmt: skip
