"""Stage 07 as it is shown: the estimate, its prices and spread, what was spent, and the stage's record."""

from __future__ import annotations

from functools import partial
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.prices import Band
from smmtools.measures.kpis import REGISTRY
from smmtools.present import charts, payback, risks, split, wording
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import json_ready, record_of
from smmtools.present.voice import Voice, planned_month, voice_of
from smmtools.present.wording import _
from smmtools.strategy import budget
from smmtools.strategy.budget import BudgetAssessment, Line

MOST_DRIVERS = 3
"""So many lines are named as driving the spread of an estimate."""


def lines(found: BudgetAssessment) -> Table:
    """The lines of the estimate: what, how much of it, at which price, and which indicator it serves."""
    voice, case = voice_of(found.client_month), found.client_month
    titles = (
        _("item"), _("kind"), _("channel"), _("quantity"), _("a unit: low – likely – high"), _("expected"),
        _("serves"),
    )  # fmt: skip
    rows = [_line_row(voice, line, case.brief.currency) for line in _lines(found)]
    caption = voice.say(wording.budget.ESTIMATE_OF, month=planned_month(case))
    return Table(caption, [voice.text(title) for title in titles], rows, frozenset({3, 5}))


def bands(found: BudgetAssessment) -> Table:
    """The reference prices with source and date, and the lines that each is set beside."""
    voice, case = voice_of(found.client_month), found.client_month
    titles = (_("service"), _("reference"), _("source"), _("date"), _("set beside"))
    rows = [_band_row(voice, found, band) for band in case.prices.bands]
    caption = voice.text("Reference prices")
    return Table(caption, [voice.text(title) for title in titles], rows)


def totals(found: BudgetAssessment) -> Table:
    """What the lines cost together, in both extremes of how prices hang together."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    both = (found.estimate.independent, found.estimate.together) if found.estimate else ()
    rows = [
        [
            voice.text(name),
            voice.money(total.p10, currency),
            voice.money(total.p50, currency),
            voice.money(total.p90, currency),
            voice.chance(total.over_cap),
        ]
        for name, total in zip(wording.budget.BOTH_CASES, both, strict=bool(both))
    ]
    titles = (
        _("if"), _("one in ten below"), _("middle"), _("nine in ten below"), _("chance to exceed the cap"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("What it costs together"), columns, rows, frozenset({1, 2, 3, 4}))


def show_estimate(found: BudgetAssessment) -> None:
    """What the month planned may cost, against the cap."""
    voice, case, estimate = voice_of(found.client_month), found.client_month, found.estimate
    if estimate is None:
        show_sentence(voice.finding("no estimate"))
        return
    month, currency = planned_month(case), case.brief.currency
    says = voice.finding(
        "budget estimate",
        month=month,
        low=(estimate.independent.p10, currency),
        high=(estimate.independent.p90, currency),
        together_low=(estimate.together.p10, currency),
        together_high=(estimate.together.p90, currency),
        cap=(estimate.cap, currency),
    )
    plot = partial(charts.plot_estimate, estimate, currency=currency, voice=voice)
    show(charts.figure_of(plot, voice.finding("estimate title", month=month), height=2.6), says)


def show_drivers(found: BudgetAssessment) -> None:
    """Which lines make the estimate uncertain."""
    voice = voice_of(found.client_month)
    if found.estimate is None:
        return
    drivers = [
        voice.say(wording.budget.SHARE_OF_SPREAD, item=line.line.item, share=share)
        for line, share in found.estimate.drivers[:MOST_DRIVERS]
    ]
    show_sentence(voice.finding("drivers", lines=drivers) if drivers else voice.finding("no drivers"))


def show_inside(found: BudgetAssessment) -> None:
    """Fee, cost, margin and hours, for the agency's eyes; a client's report shows nothing here."""
    case, inside = found.client_month, found.inside
    if case.audience != "internal" or inside is None:
        return
    amounts = {
        name: (getattr(inside, name) or 0.0, case.brief.currency)
        for name in ("fee", "our_cost", "charged", "margin")
    }
    kind = "inside" if inside.fee is not None else "inside, no fee"
    show_sentence(voice_of(case).finding(kind, hours=inside.hours, **amounts))


def budget_record(found: BudgetAssessment) -> dict[str, Any]:
    """The record of stage 07. Fee, cost, margin and hours stand in it only for the agency's own eyes."""
    case, decision, estimate = found.client_month, found.decision, found.estimate
    content: dict[str, Any] = {
        "month": str(case.month + 1),
        "currency": case.brief.currency,
        "decision": {"since": decision.since, "by": decision.by, "why": decision.why} if decision else None,
        "cap": decision.cap if decision else None,
        "lines": [_line_record(line) for line in _lines(found)],
        "independent": estimate.independent if estimate else None,
        "together": estimate.together if estimate else None,
        "media": estimate.mean_of(budget.MEDIA) if estimate else None,
        "spent": found.spent,
        "split": split.split_record(found.split),
        "payback": payback.payback_record(found.payback),
        "risks": risks.risks_record(found.risks),
    }
    if case.audience == "internal":
        inside = found.inside
        content["internal"] = {**json_ready(inside), "margin": inside.margin} if inside else None
    return record_of(budget.STAGE, found, _headline(found), content)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record that the notebook shows, computed without it."""
    return budget_record(budget.assess(case))


def _lines(found: BudgetAssessment) -> tuple[Line, ...]:
    return found.estimate.lines if found.estimate else ()


def _line_row(voice: Voice, each: Line, currency: str) -> list[str]:
    line = each.line
    own = line.currency or currency
    prices = dict.fromkeys((line.price.low, line.price.mode, line.price.high))
    return [
        line.item,
        voice.text(line.kind),
        voice.platform(line.channel) if line.channel else MISSING,
        f"{voice.number(line.quantity)} × {line.unit}",
        " – ".join(voice.money(price, own) for price in prices),
        voice.money(each.mean, currency),
        _served(voice, line.serves),
    ]


def _band_row(voice: Voice, found: BudgetAssessment, band: Band) -> list[str]:
    case = found.client_month
    beside = [line.line.item for line in _lines(found) if budget.band_of(case, line.line) == band]
    unit = voice.say(wording.budget.A_UNIT, kind=band.kind, unit=band.unit)
    return [
        unit,
        f"{voice.money(band.low, band.currency)} – {voice.money(band.high, band.currency)}",
        band.source,
        voice.text(band.date),
        "; ".join(beside) or voice.text(wording.budget.BESIDE_NOTHING.get(band.kind, wording.budget.NO_LINE)),
    ]


def _served(voice: Voice, indicator: str | None) -> str:
    """What a line serves: an indicator by its name, or what a goal counts."""
    if indicator is None:
        return MISSING
    kpi = REGISTRY.get(indicator)
    return voice.text(kpi.name if kpi else indicator.replace("_", " "))


def _line_record(each: Line) -> dict[str, Any]:
    """A line as the client may see it."""
    said = each.line.model_dump(mode="json", exclude={"our_cost", "hours"})
    return {**said, "rate": each.rate, "expected": each.mean, "variance": each.variance}


def _headline(found: BudgetAssessment) -> str:
    """What the month may cost, how media money is best divided, and whether promotion repays its cost."""
    voice, month, estimate = voice_of(found.client_month), planned_month(found.client_month), found.estimate
    if estimate is None:
        missing = [verdict.facts["currency"] for verdict in found.verdicts if verdict.finding == "no rate"]
        if missing:
            return voice.headline("budget, no rate", month=month, currency=missing[0])
        return voice.headline("budget, no estimate", month=month)
    total, currency = estimate.together, found.client_month.brief.currency
    amounts = {name: (getattr(total, name), currency) for name in ("p10", "p50", "p90")}
    first = voice.headline("budget", month=month, cap=(estimate.cap, currency), **amounts)
    return " ".join(filter(None, [first, split.headline(found.split), payback.headline(found.payback)]))
