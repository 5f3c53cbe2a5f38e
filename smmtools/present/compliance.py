"""Compliance as it is shown: its tables, its sections, its record, and why a client is blocked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.methods import Rule
from smmtools.present import wording
from smmtools.present.display import Table, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.tables import SYMBOLS
from smmtools.present.voice import Voice, planned_month, voice_of
from smmtools.present.wording import _
from smmtools.strategy import compliance
from smmtools.strategy.compliance import ComplianceAssessment, Finding, Live, Refused
from smmtools.strategy.verdicts import Grade, Verdict

_MET = {True: _("met"), False: _("not met"), None: _("not looked at")}


def methods(found: ComplianceAssessment) -> Table:
    """Every entry that names a method or pays for a mention: its colour, by which source, and the verdict."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.act(finding.act),
            _judged(voice, finding),
            voice.platform(finding.act.platform) if finding.act.platform else MISSING,
            voice.text(finding.colour) if finding.colour else MISSING,
            voice.source(finding.rule),
            _grade(voice, finding.verdict),
        ]
        for finding in found.findings
    ]
    titles = (_("entry"), _("judged"), _("channel"), _("colour"), _("by"), _("verdict"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("What is planned, and its colour")), columns, rows)


def exceptions(found: ComplianceAssessment) -> Table:
    """Grey methods that somebody signed for: followers alive, likelihood, loss, and the expected loss."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = []
    for finding in found.findings:
        risk = finding.risk
        if risk is None or risk.exception.loss is None:
            continue
        said, loss = risk.exception, risk.exception.loss
        amounts = " – ".join(voice.money(amount, currency) for amount in (loss.low, loss.mode, loss.high))
        rows.append(
            [
                voice.act(finding.act),
                said.signed_by or MISSING,
                voice.day(said.signed_on),
                said.reason or MISSING,
                voice.number(finding.live.bound) if finding.live else MISSING,
                voice.percent(said.likelihood),
                amounts,
                voice.money(risk.expected, currency),
            ]
        )
    titles = (
        _("entry"), _("signed by"), _("on"), _("reason"), _("alive at most"), _("likelihood"),
        _("loss: low – likely – high"), _("expected loss"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("Signed exceptions")), columns, rows, frozenset({4, 5, 7}))


def refused(found: ComplianceAssessment) -> Table:
    """Methods that were asked for and refused."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.method(each.refusal.method),
            voice.platform(each.refusal.platform) if each.refusal.platform else MISSING,
            each.refusal.asked_by,
            voice.day(each.refusal.asked_on),
            voice.text(each.rule.colour) if each.rule else MISSING,
            voice.number(each.live.bound) if each.live else MISSING,
            each.refusal.why or MISSING,
            _grade(voice, each.verdict),
        ]
        for each in found.refused
    ]
    titles = (
        _("method"), _("channel"), _("asked for by"), _("on"), _("colour"), _("alive at most"),
        _("why refused"), _("verdict"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("Asked for and refused")), columns, rows, frozenset({5}))


def site(found: ComplianceAssessment) -> Table:
    """The principles of social media optimisation that the guide holds, and what a search goes by (X5)."""
    voice = voice_of(found.client_month)
    rows = [
        [
            _capital(voice.text(wording.compliance.PRINCIPLES[case.principle.key])),
            voice.say(wording.compliance.BY_GUIDE, lines=(case.principle.line,)),
            voice.text(_MET[case.met]),
        ]
        for case in found.site
    ]
    columns = [voice.text(title) for title in (_("principle"), _("by"), _("state"))]
    return Table(voice.text(_("Site and social media")), columns, rows)


def show_law(found: ComplianceAssessment) -> None:
    """By which law it is judged, and whether the plan is blocked."""
    voice, case = voice_of(found.client_month), found.client_month
    place = case.brief.jurisdiction
    kind = "judged by" if place else "judged nowhere"
    said = voice.finding(kind, jurisdiction=place, month=planned_month(case))
    show_sentence(f"{voice.finding('blocked')} {said}" if found.blocked else said)


def show_disagreements(found: ComplianceAssessment) -> None:
    """Where the sources of what is planned, or was refused, contradict themselves, and what counts then."""
    voice = voice_of(found.client_month)
    rules = [*(each.rule for each in found.findings), *(each.rule for each in found.refused)]
    words = dict.fromkeys(rule.disagreement for rule in rules if rule and rule.disagreement)
    for word in words:
        show_sentence(voice.text(wording.compliance.DISAGREEMENTS[word]))
    if not words:
        show_sentence(voice.finding("no disagreement"))


def compliance_record(found: ComplianceAssessment) -> dict[str, Any]:
    """The record of what law and platforms allow: in stage 05's notebook, a part by itself in plan.json."""
    voice, case, decision = voice_of(found.client_month), found.client_month, found.decision
    said = decision.model_dump(mode="json", include={"since", "by", "why"}) if decision else None
    content = {
        "decision": said,
        "month": str(case.month + 1),
        "jurisdiction": case.brief.jurisdiction,
        "note": voice.text(wording.compliance.NO_ADVICE),
        "blocked": found.blocked,
        "reasons": reasons(found),
        "entries": [_entry(finding) for finding in found.findings],
        "unnamed": found.unnamed,
        "refused": [_refusal(each) for each in found.refused],
        "site": {each.principle.key: each.met for each in found.site},
    }
    return record_of(compliance.STAGE, found, headline(found), content)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record, computed without the notebook."""
    return compliance_record(compliance.assess(case))


def blocked(case: ClientMonth) -> list[dict[str, str]]:
    """Why nothing of a client's plan may be published; empty where nothing forbids it."""
    return reasons(compliance.assess(case))


def reasons(found: ComplianceAssessment) -> list[dict[str, str]]:
    """Why the client is blocked: what and why, by which source, how to mend it, and who decides."""
    voice, said = voice_of(found.client_month), []
    for finding in found.reasons:
        why, mend = voice.verdict(finding.verdict)
        source = voice.source(finding.rule)
        said.append({"why": why, "source": source, "mend": mend, "who": finding.act.by})
    return said


def headline(found: ComplianceAssessment) -> str:
    """Whether it is blocked, else how much is to be mended; what is unnamed, and what was refused."""
    voice = voice_of(found.client_month)
    names = list(dict.fromkeys(each.refusal.method for each in found.refused))
    said = [_headline(voice, found)]
    if found.unnamed and not found.blocked:
        kind = "compliance, one unnamed" if found.unnamed == 1 else "compliance, unnamed"
        said.append(voice.headline(kind, number=found.unnamed))
    if names:
        said.append(voice.headline("compliance, refused", methods=names))
    return " ".join(said)


def _headline(voice: Voice, found: ComplianceAssessment) -> str:
    if found.blocked:
        names = list(dict.fromkeys(_named(finding) for finding in found.reasons))
        kind = "compliance, one reason" if len(found.reasons) == 1 else "compliance, blocked"
        return voice.headline(kind, number=len(found.reasons), methods=names)
    if not found.findings:
        return voice.headline("compliance, nothing")
    odd = [finding for finding in found.findings if finding.verdict.grade != Grade.PASS]
    if odd:
        kind = "compliance, one to mend" if len(odd) == 1 else "compliance, to mend"
        return voice.headline(kind, number=len(odd))
    kind = "compliance, in part" if found.unnamed else "compliance"
    return voice.headline(kind, number=len({finding.act for finding in found.findings}))


def _judged(voice: Voice, finding: Finding) -> str:
    """The method, or that it is disclosed who paid."""
    if finding.asks == "disclosure":
        return voice.finding("disclosure")
    return voice.method(finding.act.method) if finding.act.method else MISSING


def _named(finding: Finding) -> str:
    """The method that blocks: of a mention that is not disclosed, hidden promotion."""
    return finding.rule.method if finding.rule else finding.act.method or ""


def _entry(finding: Finding) -> dict[str, Any]:
    act, risk = finding.act, finding.risk
    return {
        "kind": act.kind,
        "name": act.name,
        "by": act.by,
        "method": act.method,
        "platform": act.platform,
        "judged": finding.asks,
        "colour": finding.colour,
        "rule": _rule(finding.rule),
        "verdict": finding.verdict.grade.value,
        "finding": finding.verdict.finding,
        "blocks": finding.blocks,
        "live": _live(finding.live),
        "exception": {**risk.exception.model_dump(mode="json"), "expected_loss": risk.expected}
        if risk
        else None,
    }


def _refusal(each: Refused) -> dict[str, Any]:
    return {
        **each.refusal.model_dump(mode="json"),
        "rule": _rule(each.rule),
        "live": _live(each.live),
        "verdict": each.verdict.grade.value,
    }


def _rule(rule: Rule | None) -> Mapping[str, Any] | None:
    if rule is None:
        return None
    said = (
        "method",
        "platform",
        "jurisdiction",
        "valid_from",
        "law_ok",
        "rules_ok",
        "source",
        "date",
        "lines",
    )
    return {name: getattr(rule, name) for name in said} | {"colour": rule.colour, "url": rule.url}


def _live(live: Live | None) -> dict[str, Any] | None:
    if live is None:
        return None
    bound = None if math.isnan(live.bound) else live.bound
    return {"platform": live.platform, "account": live.account, "bound": bound, "audited": live.audited}


def _grade(voice: Voice, verdict: Verdict) -> str:
    return f"{SYMBOLS[verdict.grade]}\N{NO-BREAK SPACE}{voice.text(verdict.grade.value)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
