"""The contract as it is shown: its tables, its sections, its picture, its record.

Penalties, and the amounts of the estimate, stand in internal reports only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.contract_decision import ContractDecision
from smmtools.present import charts, wording
from smmtools.present.acceptance import acceptance as acceptance
from smmtools.present.acceptance import plot_acceptance as plot_acceptance
from smmtools.present.display import Table, show, show_sentence, show_table
from smmtools.present.recording import record_of
from smmtools.present.specification_page import page_lines
from smmtools.present.tables import SYMBOLS
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import contract
from smmtools.strategy.contract import Acceptance, Clause, ContractAssessment, clause_grade
from smmtools.strategy.verdicts import Grade

_INTERNAL = ("penalty", "price_per_follower", "estimate")
"""Clauses of which the client's record says only whether they are there."""


def show_terms(found: ContractAssessment) -> None:
    """What was agreed and by whom, the communities then and now, and what the audit says of those gained."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None:
        show_sentence(voice.finding("no terms"))
        return
    show_sentence(" ".join(_terms(voice, found, decision)))
    if found.states:
        show_table(states(found))
    if found.acceptance is not None and found.acceptance.n:
        accepted = found.acceptance
        title = voice.finding("acceptance title")
        figure = charts.figure_of(partial(plot_acceptance, accepted, voice=voice), title, height=1.9)
        show(figure, voice.finding("acceptance picture", **_whole(accepted)))


def states(found: ContractAssessment) -> Table:
    """Each community of the contract: followers at signing, and at the latest count."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{each.account} ({voice.platform(each.platform)})",
            voice.exact(each.then),
            voice.exact(each.now),
            voice.day(each.counted),
            _signed(voice, each.change),
        ]
        for each in found.states
    ]
    titles = (_("community"), _("followers at signing"), _("followers counted"), _("on"), _("change"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("The communities then and now")), columns, rows, frozenset({1, 2, 4}))


def clauses(found: ContractAssessment) -> Table:
    """The clauses that a contract should have: whom each protects, whether it is there, and what to write."""
    voice = voice_of(found.client_month)
    rows = []
    for clause in found.clauses:
        missing = clause in found.missing
        grade = clause_grade(clause, found.side) if missing else Grade.PASS
        _reason, write = wording.VERDICTS["X2", _finding_of(clause)]
        rows.append(
            [
                voice.text(wording.contract.CLAUSES[clause.key]),
                _source(voice, clause),
                voice.text(wording.contract.PROTECTS[clause.protects]),
                f"{SYMBOLS[grade]}\N{NO-BREAK SPACE}{voice.text(_('missing') if missing else _('there'))}",
                voice.text(write) if missing else "",
            ]
        )
    titles = (_("clause"), _("by"), _("protects"), _("state"), _("what to write"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("The contract's clauses")), columns, rows, whole=frozenset({1, 3}))


def show_penalty(found: ContractAssessment) -> None:
    """What delay costs, and what the estimate comes to; a client's report shows nothing here."""
    decision = found.decision
    if not found.inside or decision is None:
        return
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    show_sentence(_penalty(voice, found, decision))
    if decision.estimate:
        total = math.fsum(item.amount for item in decision.estimate)
        kind = "estimate, no price" if math.isnan(found.price.follower) else "contract estimate"
        show_sentence(voice.finding(kind, total=(total, currency), price=(found.price.follower, currency)))


def specification(found: ContractAssessment) -> Table:
    """The technical specification's lines: what is filled in, and what is asked for."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.text(wording.specification.PARTS[line.part]),
            line.name,
            voice.text(_("blank") if line.asked else _("filled in")),
            " — ".join(part for part in ("; ".join(line.said), line.asked, line.where) if part),
        ]
        for line in page_lines(_specification(found), voice)
    ]
    titles = (_("part"), _("line"), _("state"), _("what is said, or asked"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text(_("The technical specification")), columns, rows, whole=frozenset({2}))


def contract_record(found: ContractAssessment) -> dict[str, Any]:
    """The record of the contract: in stage 08's notebook, a part by itself in plan.json."""
    decision, price = found.decision, found.price
    said = ("since", "by", "why", "signed", "subject", "works", "followers_to_gain", "counts_as_follower",
            "start", "deadline", "obligations", "refund_when_blocked")  # fmt: skip
    content: dict[str, Any] = {
        "decision": decision.model_dump(mode="json", include=set(said)) if decision else None,
        "we_are": found.side,
        "gained": found.gained,
        "delivered": found.delivered,
        "acceptance": found.acceptance,
        "audits": found.audits,
        "states": [{**vars(each), "change": each.change} for each in found.states],
        "clauses": [_clause(found, clause) for clause in found.clauses],
        "price": price if price.stated else None,
        "unserved": [item.item for item in found.unserved],
        "days_late": found.late,
        "specification": _specification(found),
    }
    if found.inside and decision is not None:
        terms = decision.model_dump(mode="json", include=set(_INTERNAL))
        content["internal"] = {**terms, "penalty_due": found.penalty, "price": price}
    return record_of(contract.STAGE, found, headline(found), content)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record, computed without the notebook."""
    return contract_record(contract.assess(case))


def headline(found: ContractAssessment) -> str:
    """Whether it is to be accepted, what the contract lacks, and whether it is late."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None:
        return voice.headline("contract, none")
    said = [_accepted(voice, found, decision)]
    if found.late:
        said.append(voice.headline("contract, overdue", days=found.late))
    if found.price.near and (found.price.stated or found.inside):
        said.append(voice.headline("contract, near bots"))
    if found.missing:
        said.append(voice.headline("contract, missing", clauses=[clause.key for clause in found.missing]))
    return " ".join(said)


def _accepted(voice: Voice, found: ContractAssessment, decision: ContractDecision) -> str:
    if found.acceptance is not None:
        return voice.headline(f"contract, {found.acceptance.outcome}", **_whole(found.acceptance))
    if decision.followers_to_gain is None:
        return voice.headline("contract, no target")
    if found.gained is None:
        return voice.headline("contract, nothing gained", target=decision.followers_to_gain)
    return voice.headline("contract, no audit that fits")


def _whole(accepted: Acceptance) -> dict[str, Any]:
    """The figures of an acceptance in whole accounts."""
    return {**vars(accepted), "low": round(accepted.low), "high": round(accepted.high)}


def _terms(voice: Voice, found: ContractAssessment, decision: ContractDecision) -> Iterator[str]:
    kind = "terms" if decision.subject else "terms, no subject"
    yield voice.finding(kind, subject=decision.subject, by=decision.by, why=decision.why)
    yield voice.finding(f"side, {found.side}")
    if decision.signed:
        yield voice.finding("signed", day=decision.signed)
    if decision.start or decision.deadline:
        yield voice.finding(_term(decision), start=decision.start, deadline=decision.deadline)
    if decision.followers_to_gain:
        yield voice.finding("to gain", target=decision.followers_to_gain)
    if decision.counts_as_follower:
        yield voice.finding("counts", who=decision.counts_as_follower)
    if decision.works:
        yield voice.finding("works", items=[work.item for work in decision.works])
    for side in ("contractor", "client"):
        owed = [each.what for each in decision.obligations if each.whose == side]
        if owed:
            yield voice.finding(f"duties, {side}", what=" ".join(owed))
    if decision.refund_when_blocked:
        yield voice.finding("refund", what=decision.refund_when_blocked)


def _term(decision: ContractDecision) -> str:
    """Which of start and deadline there are; one of them at least."""
    if decision.start is None:
        return "term, no start"
    return "term" if decision.deadline else "term, open"


def _penalty(voice: Voice, found: ContractAssessment, decision: ContractDecision) -> str:
    agreed, currency = decision.penalty, found.client_month.brief.currency
    if agreed is None:
        return voice.finding("penalty, none")
    kind = "penalty" if agreed.cap is not None else "penalty without a cap"
    kind = f"{kind}, {found.side}" if found.penalty is not None else "penalty, no deadline"
    amounts = {"a_day": agreed.a_day, "cap": agreed.cap, "penalty": found.penalty}
    figures = {name: (amount, currency) for name, amount in amounts.items()}
    return voice.finding(kind, days=found.late, **figures)


def _specification(found: ContractAssessment) -> dict[str, Any]:
    """What the page is made of; nothing internal stands in it."""
    case, page = found.client_month, found.specification
    audience = case.brief.decided("audience", str(case.month))
    return {
        "client": case.brief.name,
        "month": str(case.month),
        "as_of": case.month.end_time.date().isoformat(),
        "currency": case.brief.currency,
        "we_are": found.side,
        "segments": {segment.key: segment.name for segment in audience.segments} if audience else {},
        "lines": [{**vars(line), "value": _plain(line.value), "filled": line.filled} for line in page.lines],
    }


def _plain(value: Any) -> Any:
    """A value in JSON's types: days as text, tuples as lists."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _clause(found: ContractAssessment, clause: Clause) -> dict[str, Any]:
    there = clause not in found.missing
    grade = Grade.PASS if there else clause_grade(clause, found.side)
    return {**vars(clause), "there": there, "verdict": grade.value}


def _finding_of(clause: Clause) -> str:
    return f"no {clause.key.replace('_', ' ')}"


def _source(voice: Voice, clause: Clause) -> str:
    if clause.line is None:
        return voice.text(wording.contract.OWN)
    return voice.say(wording.compliance.BY_GUIDE, lines=(clause.line,))


def _signed(voice: Voice, change: float | None) -> str:
    """A change with its sign."""
    written = voice.exact(change)
    return f"+{written}" if change is not None and change > 0 else written
