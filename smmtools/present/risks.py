"""Rule X4 as stage 07 shows it: the contract's risks, what they are expected to cost, and who prevents them.

They are the client's risks, so that both readers see them; what delay costs the contractor is the contract's.
"""

from __future__ import annotations

import math
from typing import Any

from smmtools.present import wording
from smmtools.present.display import Table, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, planned_month, voice_of
from smmtools.present.wording import _
from smmtools.strategy.risk_losses import RisksAssessment
from smmtools.strategy.risks import LINES, PricedRisk


def table(found: RisksAssessment) -> Table:
    """The risks, the dearest first: likelihood, impact, expected loss, who prevents it."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = [_row(voice, each, currency) for each in found.risks.priced]
    rows += [
        [voice.text(wording.payback.RISKS[kind]), *[MISSING] * 5, str(LINES[kind])]
        for kind in _unnamed(found)
    ]
    titles = (
        _("risk"), _("likelihood"), _("impact: low – likely – high"), _("expected loss"),
        _("mitigation"), _("owner"), _("guide, line"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("What may go wrong")), columns, rows, frozenset({1, 3, 6}))


def show_loss(found: RisksAssessment) -> None:
    """The expected loss over the term and in a month, and beside the estimate of the month planned."""
    voice, risks, case = voice_of(found.client_month), found.risks, found.client_month
    if not risks.priced or math.isnan(risks.loss):
        show_sentence(voice.finding("risk loss unknown" if risks.priced else "risk loss none"))
        return
    currency = case.brief.currency
    term = (found.decision.start, found.decision.deadline) if found.decision else (None, None)
    loss: dict[str, Any] = {"loss": (risks.loss, currency), "monthly": (found.monthly_loss, currency)}
    loss |= {"start": term[0], "deadline": term[1]}
    parts = [voice.finding("risk loss no term" if math.isnan(found.months) else "risk loss", **loss)]
    if not math.isnan(found.total):
        figures = {"estimate": (found.estimate, currency), "total": (found.total, currency)}
        parts.append(voice.finding("risk loss with estimate", month=planned_month(case), **figures))
        if term[1] and term[1] < (case.month + 1).start_time.date():
            parts.append(voice.finding("risk loss term over", month=planned_month(case)))
    if risks.unpriced:
        parts.append(voice.finding("risk loss unpriced", risks=dict.fromkeys(risks.unpriced)))
    show_sentence(" ".join(parts))


def risks_record(found: RisksAssessment) -> dict[str, Any]:
    """What of X4 stands in the record of stage 07."""
    return {
        "risks": [{**each.risk.model_dump(mode="json"), "loss": each.loss} for each in found.risks.priced],
        "unnamed": found.risks.unnamed,
        "unpriced": found.risks.unpriced,
        "unprevented": found.risks.unprevented,
        "loss": found.risks.loss,
        "months": found.months,
        "monthly_loss": found.monthly_loss,
        "estimate": found.estimate,
        "total": found.total,
    }


def _unnamed(found: RisksAssessment) -> tuple[Any, ...]:
    return found.risks.unnamed if found.risks.priced else ()


def _row(voice: Voice, each: PricedRisk, currency: str) -> list[str]:
    risk = each.risk
    bounds = (risk.impact.low, risk.impact.mode, risk.impact.high) if risk.impact else ()
    return [
        voice.text(wording.payback.RISKS[risk.kind]),
        voice.percent(risk.likelihood),
        " – ".join(voice.money(bound, currency) for bound in bounds) or MISSING,
        voice.money(each.loss, currency),
        risk.mitigation or MISSING,
        risk.owner or MISSING,
        str(LINES[risk.kind]),
    ]
