"""Compliance: every planned method against law and platforms' rules (X1), and site and social (X5).

A black method anywhere blocks the client's report, whoever signs for it, and so does a paid mention that is
not disclosed. A grey one blocks it unless an exception is signed (who, when, why), at most 200 followers are
alive, and its risk is priced; then a person is to look at it again. The colour follows from the register in
``inputs/methods.py`` as it stands in the month planned. This is no legal advice: a lawyer confirms.

Words tell of a method, too: an entry that names none and is called "1,000 bots" is blocked until it names one
that is judged itself. Where it names a white one, or where the words stand in a post's text, a person looks.

Whether unpaid posts that sell are advertising is not the workbook's to say: where that is forbidden they are
for a lawyer.

What the source leaves open was decided so: followers alive are the upper bound of the audit, and all
followers where none was made, of the largest account concerned. Barter that is not disclosed is for a person
to judge. A paid mention of which nothing says whether it is disclosed is NO DATA (so is money for placements
in the estimate while no placement on that channel is on record as paid), except where the law asks
for a mark in words: there it is undisclosed without one, and without its token it fails.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.compliance_decision import ComplianceDecision, GreyException, Refusal
from smmtools.inputs.methods import ADVERTISING, HIDDEN, Colour, Rule
from smmtools.strategy import risks
from smmtools.strategy.alive import Account, accounts_of
from smmtools.strategy.community_profiles import profiles_of
from smmtools.strategy.planned_acts import Act, Mention, acts_of, mentions_of, unnamed_placements
from smmtools.strategy.site import SiteCase, assess_site, seen_in, site_verdicts
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "compliance"
_SIGNATURE = ("signed_by", "signed_on", "reason")
_COLOURS = ("white", "grey", "black")


@dataclass(frozen=True)
class Live:
    """How many followers may be alive at most, and of which account."""

    account: str
    platform: str
    bound: float
    """The audit's upper bound, all followers where none was made; missing (NaN) without a count."""
    audited: bool


@dataclass(frozen=True)
class Risk:
    """What a signed grey method may cost, in the client's currency."""

    exception: GreyException
    expected: float
    """Likelihood × mean loss (PERT); missing (NaN) where either is not stated."""


@dataclass(frozen=True)
class Finding:
    """One entry of a decision under one rule: what it is, by which source, and what follows."""

    act: Act
    verdict: Verdict
    colour: Colour | None = None
    rule: Rule | None = None
    asks: Literal["method", "disclosure"] = "method"
    """Whether the method is judged, or what readers are told of who paid."""
    blocks: bool = False
    live: Live | None = None
    risk: Risk | None = None


@dataclass(frozen=True)
class Refused:
    """A method that was asked for and not given, with its colour and what would have been at stake."""

    refusal: Refusal
    verdict: Verdict
    rule: Rule | None
    live: Live | None


@dataclass(frozen=True)
class ComplianceAssessment:
    """Everything that was found; the notebook, the record and a blocked client's page show this only."""

    client_month: ClientMonth
    decision: ComplianceDecision | None
    findings: tuple[Finding, ...]
    refused: tuple[Refused, ...]
    site: tuple[SiteCase, ...]
    verdicts: tuple[Verdict, ...]
    unnamed: int = 0
    """Entries that name no method, so that only their words could be read."""

    @property
    def owner(self) -> str | None:
        """Who acts on these verdicts: who took the decision."""
        return self.decision.by if self.decision else None

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """What blocks the client, in the order of the decisions."""
        return tuple(finding for finding in self.findings if finding.blocks)

    @property
    def blocked(self) -> bool:
        """Whether nothing of the plan may be published."""
        return bool(self.reasons)


def assess(case: ClientMonth) -> ComplianceAssessment:
    """Everything X1 and X5 say of what is decided by the month's end, in the month planned."""
    judge = _Judge(case)
    decision = case.brief.decided("compliance", str(case.month))
    findings = (*judge.methods(), *judge.selling(), *judge.mentions(), *judge.promotion())
    refused = tuple(judge.refused(each) for each in decision.refused) if decision else ()
    said = {str(key): met for key, met in decision.site.items()} if decision else {}
    site = assess_site(said | seen_in(profiles_of(case, case.brief.decided("content", str(case.month)))))
    verdicts = (
        *judge.jurisdiction(),
        *_summed(findings),
        *(each.verdict for each in refused),
        *site_verdicts(site),
    )
    unnamed = sum(act.method is None for act in judge.acts)
    return ComplianceAssessment(case, decision, findings, refused, site, verdicts, unnamed)


def expected_loss(exception: GreyException) -> float:
    """Likelihood × mean loss of a grey method; missing (NaN) where its risk is not priced.

    The mean of a loss given as low, most likely and high is (low + 4 × likely + high) / 6.

    >>> loss = {"low": 200, "mode": 400, "high": 900}
    >>> expected_loss(GreyException(method="mass_following", likelihood=0.2, loss=loss))
    90.0
    """
    return risks.expected_loss(exception.likelihood, exception.loss)


@dataclass(frozen=True)
class _Judge:
    """One client's plan under the rules of the month planned."""

    case: ClientMonth

    @cached_property
    def day(self) -> dt.date:
        return (self.case.month + 1).end_time.date()

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        return tuple(self._named(act) for act in acts_of(self.case.brief, str(self.case.month)))

    def _named(self, act: Act) -> Act:
        """The act by the register's name of its method."""
        return replace(act, method=self.case.methods.named(act.method)) if act.method else act

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        return accounts_of(self.case)

    @cached_property
    def exceptions(self) -> tuple[GreyException, ...]:
        decision = self.case.brief.decided("compliance", str(self.case.month))
        return decision.exceptions if decision else ()

    def jurisdiction(self) -> Iterator[Verdict]:
        if not self.case.brief.jurisdiction:
            yield Verdict("X1", STAGE, Grade.FAIL, "no jurisdiction")

    def methods(self) -> Iterator[Finding]:
        """X1: every entry by the method that it names, and by the words that tell of another one."""
        for act in self.acts:
            own, told = self._method(act) if act.method else None, self._told(act)
            if own and not (told and own.verdict.grade == Grade.PASS):
                yield own
            if told and not (own and own.blocks and not told.blocks):
                yield told

    def selling(self) -> Iterator[Finding]:
        """X1: the client's own posts that sell, unpaid, where the law forbids advertising; one a channel."""
        content = self.case.brief.decided("content", str(self.case.month))
        if content is None:
            return
        sells = Counter(
            topic.channel for topic in content.topics if topic.function == "sell" and not topic.paid
        )
        for platform, number in sells.items():
            rule = next(iter(self._rules(ADVERTISING, platform)), None)
            if rule and rule.colour == "black":
                act = Act("selling", platform, content.by, ADVERTISING, platform)
                facts = _facts(act) | {"number": number, "rule": rule}
                verdict = Verdict("X1", STAGE, Grade.REVIEW, "selling, no advertising", number, facts=facts)
                yield Finding(act, verdict, None, rule)

    def _told(self, act: Act) -> Finding | None:
        """The gravest method that the words of an entry tell of, where that is not what it names."""
        told = self.case.methods.told_by(act.said)
        rules = [
            rule
            for method in told
            if method != act.method
            for rule in self._rules(method, act.platform)[:1]
            if rule.colour != "white"
        ]
        rule = max(rules, key=lambda rule: _COLOURS.index(rule.colour), default=None)
        if rule is None:
            return None
        facts = _facts(act) | {"told": rule.method, "words": told[rule.method]}
        if act.kind == "topic":
            return Finding(act, Verdict("X1", STAGE, Grade.REVIEW, "told in a text", facts=facts), None, rule)
        if act.named and self.case.methods.knows(act.method or ""):
            verdict = Verdict("X1", STAGE, Grade.REVIEW, "told beside a method", facts=facts)
            return Finding(act, verdict, None, rule)
        return replace(_blocked(act, "told, unnamed", facts, rule), colour=rule.colour)

    def _method(self, act: Act) -> Finding:
        rules, facts = self._rules(act.method or "", act.platform, act.bought), _facts(act)
        if not rules or (rules[0].colour != "black" and not self.case.methods.knows(act.method or "")):
            return Finding(act, self._unknown(act, facts))
        rule = rules[0]
        if rule.colour == "black":
            finding = "advertising forbidden" if rule.method == ADVERTISING else "black"
            return _blocked(act, finding, facts, rule)
        if rule.colour == "grey":
            return self._grey(act, facts, rule)
        if stricter := self._stricter_elsewhere(act, rule):
            facts |= {"platforms": stricter}
            verdict = Verdict("X1", STAGE, Grade.REVIEW, "channel not stated", facts=facts)
            return Finding(act, verdict, rule.colour, rule)
        return Finding(act, Verdict("X1", STAGE, Grade.PASS, "white", facts=facts), rule.colour, rule)

    def _unknown(self, act: Act, facts: dict[str, Any]) -> Verdict:
        """A method that the register has by no name, with the one that was perhaps meant."""
        if meant := self.case.methods.near(act.method or ""):
            facts |= {"meant": meant}
            return Verdict("X1", STAGE, Grade.REVIEW, "not in the register, near", facts=facts)
        return Verdict("X1", STAGE, Grade.REVIEW, "not in the register", facts=facts)

    def _stricter_elsewhere(self, act: Act, rule: Rule) -> list[str]:
        """Own platforms on which an act that names none would be greyer; a way to attract names none ever."""
        if act.platform or act.kind == "attraction":
            return []
        own = {account.platform for account in self.case.brief.accounts if account.role == "own"}
        return [name for name in sorted(own) if self._colour(act, name) > _COLOURS.index(rule.colour)]

    def _colour(self, act: Act, platform: str) -> int:
        return _COLOURS.index(self._rules(act.method or "", platform, act.bought)[0].colour)

    def _grey(self, act: Act, facts: dict[str, Any], rule: Rule) -> Finding:
        """Blocked, unless everything that an exception asks for is there."""
        exception = self._exception(act)
        lacking = [part for part in _SIGNATURE if getattr(exception, part, None) is None]
        if exception is None or len(lacking) == len(_SIGNATURE):
            return _blocked(act, "grey, unsigned", facts, rule)
        facts |= {"by": exception.signed_by, "day": exception.signed_on, "why": exception.reason}
        if lacking:
            return _blocked(act, "grey, half signed", facts | {"lacking": lacking}, rule)
        live = self._live(act.platform)
        if live is None or math.isnan(live.bound):
            return _blocked(act, "grey, live unknown", facts, rule)
        facts |= {"live": live.bound, "account": live.account, "most": THRESHOLDS.grey_live}
        if live.bound > THRESHOLDS.grey_live:
            finding = "grey, too many live" if live.audited else "grey, too many followers"
            return replace(_blocked(act, finding, facts, rule, live.bound, THRESHOLDS.grey_live), live=live)
        risk = Risk(exception, expected_loss(exception))
        if math.isnan(risk.expected):
            return replace(_blocked(act, "grey, unpriced", facts, rule), live=live)
        facts |= {"loss": (risk.expected, self.case.brief.currency)}
        verdict = Verdict(
            "X1", STAGE, Grade.REVIEW, "grey, excepted", live.bound, THRESHOLDS.grey_live, facts
        )  # fmt: skip
        return Finding(act, verdict, rule.colour, rule, live=live, risk=risk)

    def _exception(self, act: Act) -> GreyException | None:
        """The exception for the act's method, the one for its platform first."""
        fitting = [
            each for each in self.exceptions
            if self.case.methods.named(each.method) == act.method and each.platform in (None, act.platform)
        ]  # fmt: skip
        return min(fitting, key=lambda each: each.platform is None, default=None)

    def _live(self, platform: str | None) -> Live | None:
        """The largest own account there, or anywhere; without a count no account counts as small."""
        known = [_live_of(each) for each in self.accounts if platform in (None, each.platform)]
        return max(known, key=lambda live: math.inf if math.isnan(live.bound) else live.bound, default=None)

    def mentions(self) -> Iterator[Finding]:
        """X1: what readers are told of every mention that is paid for."""
        for mention in mentions_of(self.case.brief, str(self.case.month)):
            named = replace(mention, act=self._named(mention.act))
            yield replace(self._mention(named), asks="disclosure")
        for line in unnamed_placements(self.case.brief, str(self.case.month)):
            act = self._named(line)
            verdict = Verdict("X1", STAGE, Grade.NO_DATA, "disclosure unknown", facts=_facts(act))
            yield Finding(act, verdict, asks="disclosure")

    def _mention(self, mention: Mention) -> Finding:
        act, facts = mention.act, _facts(mention.act)
        hidden = next(iter(self._rules(HIDDEN, act.platform)), None)
        mark = self.case.methods.mark_for(self.case.brief.jurisdiction, self.day)
        if not mention.paid:
            if mention.disclosed:
                return Finding(
                    act, Verdict("X1", STAGE, Grade.PASS, "disclosed", facts=facts), "white", hidden
                )
            return Finding(act, Verdict("X1", STAGE, Grade.REVIEW, "barter", facts=facts), None, hidden)
        if mention.disclosed is False:
            return _blocked(act, "undisclosed", facts, hidden)
        if mark and mention.mark is None:
            return _blocked(act, "no mark", facts | {"source": mark.source}, hidden)
        if mark and mark.token and not mention.token:
            facts |= {"source": mark.source}
            return Finding(act, Verdict("X1", STAGE, Grade.FAIL, "no token", facts=facts), None, hidden)
        if mention.disclosed is None:
            return Finding(act, Verdict("X1", STAGE, Grade.NO_DATA, "disclosure unknown", facts=facts))
        return Finding(act, Verdict("X1", STAGE, Grade.PASS, "disclosed", facts=facts), "white", hidden)

    def promotion(self) -> Iterator[Finding]:
        """X1: hidden promotion, coloured by whether what is paid for is disclosed."""
        goals = self.case.brief.decided("goals", str(self.case.month))
        if goals is None or goals.promotion != "hidden":
            return
        act = Act("promotion", "", goals.by, HIDDEN)
        said = [mention for mention in mentions_of(self.case.brief, str(self.case.month)) if mention.paid]
        bought = [line for line in self.acts if line.kind == "line" and line.bought]
        hidden = next(iter(self._rules(HIDDEN, None)), None)
        if any(not mention.disclosed for mention in said) or (bought and not said):
            names = [mention.act.name for mention in said if not mention.disclosed]
            facts = {"names": names or [line.name for line in bought]}
            yield _blocked(act, "hidden", facts, hidden)
        else:
            yield Finding(
                act, Verdict("X1", STAGE, Grade.REVIEW, "hidden, nothing undisclosed"), None, hidden
            )

    def refused(self, refusal: Refusal) -> Refused:
        """X1: a method that was asked for and refused, rightly unless it is white."""
        method = self.case.methods.named(refusal.method)
        rule = next(iter(self._rules(method, refusal.platform)), None)
        live = self._live(refusal.platform)
        facts = {
            "method": method, "platform": refusal.platform, "who": refusal.asked_by,
            "why": refusal.why, "live": live.bound if live else math.nan, "most": THRESHOLDS.grey_live,
        }  # fmt: skip
        bound = live.bound if live else None
        if rule is None or rule.colour == "white":
            verdict = Verdict("X1", STAGE, Grade.REVIEW, "refused though white", facts=facts)
        elif rule.colour == "black":
            verdict = Verdict("X1", STAGE, Grade.PASS, "black refused", facts=facts)
        elif bound is not None and bound > THRESHOLDS.grey_live:
            most = THRESHOLDS.grey_live
            verdict = Verdict("X1", STAGE, Grade.PASS, "grey refused, too many live", bound, most, facts)
        else:
            verdict = Verdict("X1", STAGE, Grade.PASS, "grey refused", facts=facts)
        return Refused(refusal, verdict, rule, live)

    def _rules(self, method: str, platform: str | None, bought: bool = False) -> tuple[Rule, ...]:
        place = self.case.brief.jurisdiction
        return self.case.methods.rules_for(method, platform, place, self.day, paid=bought)


def _live_of(account: Account) -> Live:
    upper = account.live[2]
    audited = not math.isnan(upper)
    followers = math.nan if account.followers is None else float(account.followers)
    return Live(account.account, account.platform, upper if audited else followers, audited)


def _facts(act: Act) -> dict[str, Any]:
    return {"act": act, "method": act.method, "platform": act.platform}


def _blocked(
    act: Act, finding: str, facts: dict[str, Any], rule: Rule | None,
    value: float | None = None, threshold: float | None = None,
) -> Finding:  # fmt: skip
    facts = {"act": act, "rule": rule, **facts}
    verdict = Verdict("X1", STAGE, Grade.FAIL, finding, value, threshold, facts)
    return Finding(act, verdict, "grey" if finding.startswith("grey") else "black", rule, blocks=True)


def _summed(findings: Iterable[Finding]) -> Iterator[Verdict]:
    """Every verdict that asks for something, and one each for all that is white and all that is disclosed."""
    every = [finding.verdict for finding in findings]
    yield from (verdict for verdict in every if verdict.grade != Grade.PASS)
    for name in ("white", "disclosed"):
        number = sum(verdict.finding == name for verdict in every)
        if number:
            yield Verdict("X1", STAGE, Grade.PASS, f"all {name}", number, facts={"number": number})
    if not every:
        yield Verdict("X1", STAGE, Grade.NO_DATA, "nothing planned")
