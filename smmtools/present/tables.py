"""The tables of the stages, as rows of text ready to read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.present import wording
from smmtools.present.display import Table
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, planned_month, voice_of
from smmtools.present.wording import _
from smmtools.strategy.budget import BudgetAssessment, Line
from smmtools.strategy.goals import GoalCase, GoalsAssessment
from smmtools.strategy.start_here import StartAssessment
from smmtools.strategy.verdicts import Grade, Verdict, due_date

SYMBOLS = {Grade.PASS: "✓", Grade.REVIEW: "!", Grade.FAIL: "✗", Grade.NO_DATA: "–"}
"""A sign for each grade, so that colour is never needed."""


class Assessment(Protocol):
    """What every stage's assessment holds."""

    @property
    def client_month(self) -> ClientMonth:
        """Whose month was assessed."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the rules say of it."""

    @property
    def owner(self) -> str | None:
        """Who acts on them; None is the analyst."""


def brief(case: ClientMonth) -> Table:
    """What the brief says of the client."""
    voice, said = voice_of(case), case.brief
    own = [account for account in said.accounts if account.role == "own"]
    accounts = voice.words(f"{account.account} ({voice.platform(account.platform)})" for account in own)
    rows = [
        [voice.text("name"), said.name],
        [
            voice.text("jurisdiction"),
            voice.country(said.jurisdiction) if said.jurisdiction else voice.text("not stated"),
        ],
        [voice.text("zone of all times"), said.timezone],
        [voice.text("currency"), voice.say(wording.start_here.VAT[said.vat], currency=said.currency)],
        [voice.text("site"), said.site or voice.text("none")],
        [voice.text("accounts"), accounts or voice.text("none")],
    ]
    return Table(voice.text("The brief"), _titles(voice, _("what"), _("as the client says")), rows)


def known(found: StartAssessment) -> Table:
    """What the exports hold, kind by kind."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.kind(known),
            voice.number(known.this_month),
            voice.number(known.rows),
            _span(voice, known.first, known.last),
        ]
        for known in found.known
        if known.rows
    ]
    title = voice.say(wording.start_here.KNOWN_AT, month=_month(found.client_month))
    columns = _titles(voice, _("kind of data"), _("rows this month"), _("rows in all"), _("from – to"))
    return Table(title, columns, rows, frozenset({1, 2}))


def data_request(found: StartAssessment) -> Table:
    """What is missing, what its lack prevents, and who can give it."""
    voice = voice_of(found.client_month)
    rows = [
        [voice.kind(known), *(voice.text(part) for part in wording.start_here.DATA_REQUEST[known.kind])]
        for known in found.missing
    ]
    columns = _titles(
        voice, _("missing"), _("what to ask for"), _("what its lack prevents"), _("who gives it")
    )
    return Table(voice.text("What is missing"), columns, rows)


def unpublished(found: StartAssessment) -> Table:
    """What the approved plan holds and no platform shows."""
    voice = voice_of(found.client_month)
    lacking = found.planned[found.planned["post_id"].isna()]
    rows = [
        [post["plan_id"], voice.platform(post["platform"]), voice.day(post["at"].date()), post["text"]]
        for post in lacking.to_dict("records")
    ]
    columns = _titles(voice, _("plan ID"), _("channel"), _("planned for"), _("text"))
    return Table(voice.text("Planned, not published"), columns, rows)


def warnings(case: ClientMonth) -> Table:
    """What the readers of the files want a person to know."""
    voice = voice_of(case)
    rows = [[text] for text in case.warnings]
    return Table(voice.text("What the files gave reason to say"), _titles(voice, _("warning")), rows)


def goals(found: GoalsAssessment) -> Table:
    """The goals as decided, with what each lacks."""
    voice = voice_of(found.client_month)
    columns = _titles(voice, _("goal"), _("type"), _("baseline"), _("target"), _("from – to"), _("lacks"))
    rows = [_goal_row(voice, case) for case in found.cases]
    return Table(voice.text("Goals as decided"), columns, rows, frozenset({2, 3}))


def pace(found: GoalsAssessment) -> Table:
    """Each goal's count against its path, with the chance behind the finding."""
    voice = voice_of(found.client_month)
    rows = [
        [
            case.goal.name,
            voice.number(case.pace.days),
            voice.number(case.pace.expected),
            voice.number(case.pace.count),
            voice.chance(case.pace.chance),
            voice.text(case.pace.finding),
        ]
        for case in found.cases
    ]
    columns = _titles(
        voice,
        _("goal"),
        _("days"),
        _("asked for"),
        _("counted"),
        _("chance of this if on target"),
        _("finding"),
    )
    return Table(voice.text("On the way?"), columns, rows, frozenset({1, 2, 3, 4}))


def estimate_lines(found: BudgetAssessment) -> Table:
    """The lines of the estimate: what, how much of it, at which price, and which indicator it serves."""
    voice, case = voice_of(found.client_month), found.client_month
    rows = [_line_row(voice, line, case.brief.currency) for line in _lines(found)]
    columns = _titles(
        voice,
        _("item"),
        _("kind"),
        _("channel"),
        _("quantity"),
        _("a unit: low – likely – high"),
        _("expected"),
        _("serves"),
    )
    title = voice.say(wording.budget.ESTIMATE_OF, month=planned_month(case))
    return Table(title, columns, rows, frozenset({3, 5}))


def estimate_totals(found: BudgetAssessment) -> Table:
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
    columns = _titles(
        voice,
        _("if"),
        _("one in ten below"),
        _("middle"),
        _("nine in ten below"),
        _("chance to exceed the cap"),
    )
    return Table(voice.text("What it costs together"), columns, rows, frozenset({1, 2, 3, 4}))


def verdicts(found: Assessment) -> Table:
    """Verdicts with reason and remedy, and who sees to it by when."""
    voice = voice_of(found.client_month)
    columns = _titles(voice, _("rule"), _("verdict"), _("reason"), _("what to do"), _("who"), _("by"))
    rows = [_verdict_row(voice, found, verdict) for verdict in found.verdicts]
    return Table(voice.text("What the rules say"), columns, rows)


def interval(voice: Voice, low: float, high: float, written: Callable[[float], str]) -> str:
    """Both bounds, or that there is none."""
    if math.isnan(low) or math.isnan(high):
        return voice.text("no interval")
    return f"{written(low)} – {written(high)}"


def _titles(voice: Voice, *titles: str) -> Sequence[str]:
    return [voice.text(title) for title in titles]


def _goal_row(voice: Voice, case: GoalCase) -> list[str]:
    goal = case.goal
    lacks: Iterable[str] = (voice.text(wording.common.PARTS[part]) for part in case.missing)
    return [
        voice.say(wording.goals.MAIN_GOAL, goal=goal.name) if goal.main else goal.name,
        voice.text(goal.type) if goal.type else MISSING,
        _per(voice, goal.baseline, goal.per),
        _per(voice, goal.target, goal.per),
        f"{voice.day(goal.start)} – {voice.day(goal.deadline)}",
        voice.words(lacks) if case.missing else voice.text("nothing"),
    ]


def _per(voice: Voice, value: float | None, per: str | None) -> str:
    """A value a day, week or month."""
    if value is None or per is None:
        return voice.number(value)
    return voice.say(wording.goals.PER[per], value=value)


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


def _verdict_row(voice: Voice, found: Assessment, verdict: Verdict) -> list[str]:
    reason, remedy = voice.verdict(verdict)
    grade = f"{SYMBOLS[verdict.grade]}\N{NO-BREAK SPACE}{voice.text(verdict.grade.value)}"
    return [
        f"{verdict.rule}: {voice.text(wording.RULES[verdict.rule])}",
        grade,
        reason,
        remedy,
        *_who_and_when(voice, found, verdict),
    ]


def _served(voice: Voice, indicator: str | None) -> str:
    """What a line serves: an indicator by its name, or what a goal counts."""
    if indicator is None:
        return MISSING
    kpi = REGISTRY.get(indicator)
    return voice.text(kpi.name if kpi else indicator.replace("_", " "))


def _who_and_when(voice: Voice, found: Assessment, verdict: Verdict) -> list[str]:
    due = due_date(verdict.grade, found.client_month.month.end_time.date())
    return [found.owner or voice.text(wording.common.ANALYST), voice.whole_day(due)] if due else ["", ""]


def _month(case: ClientMonth) -> pd.Timestamp:
    return case.month.end_time


def _span(voice: Voice, first: pd.Timestamp | None, last: pd.Timestamp | None) -> str:
    if first is None or last is None:
        return MISSING
    return f"{voice.day(first.date())} – {voice.day(last.date())}"
