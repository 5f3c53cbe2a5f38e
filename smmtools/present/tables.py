"""The tables of the stages, as rows of text ready to read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import pandas as pd

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.workspace import Workspace
from smmtools.measures.kpis import REGISTRY
from smmtools.present import formats, wording
from smmtools.present.display import Table
from smmtools.strategy.goals import GoalsAssessment
from smmtools.strategy.indicators import Indicator, IndicatorsAssessment
from smmtools.strategy.start_here import StartAssessment
from smmtools.strategy.verdicts import Grade, Verdict

SYMBOLS = {Grade.PASS: "✓", Grade.REVIEW: "◇", Grade.FAIL: "✗", Grade.NO_DATA: "○"}
"""A sign for each grade, so that colour is never needed."""


def clients(workspace: Workspace) -> Table:
    """Which clients there are, and how many exports each has."""
    rows = [[slug, str(_exports_in(workspace, slug))] for slug in workspace.slugs()]
    return Table("Clients in this workspace", ["client", "files among the exports"], rows, frozenset({1}))


def brief(case: ClientMonth) -> Table:
    """What the brief says of the client."""
    said = case.brief
    accounts = [
        f"{account.account} ({wording.PLATFORMS.get(account.platform, account.platform)})"
        for account in said.accounts
        if account.role == "own"
    ]
    rows = [
        ["name", said.name],
        ["jurisdiction", said.jurisdiction or "not stated"],
        ["zone of all times", said.timezone],
        ["currency", f"{said.currency}, VAT {said.vat}"],
        ["site", said.site or "none"],
        ["accounts", formats.words(accounts) if accounts else "none"],
    ]
    return Table("The brief", ["what", "as the client says"], rows)


def known(found: StartAssessment) -> Table:
    """What the exports hold, kind by kind."""
    rows = [
        [
            wording.kind_name(known),
            formats.number(known.this_month),
            formats.number(known.rows),
            _span(known.first, known.last),
        ]
        for known in found.known
        if known.rows
    ]
    title = f"Known at the end of {_month(found.client_month)}"
    return Table(
        title, ["kind of data", "rows this month", "rows in all", "from – to"], rows, frozenset({1, 2})
    )


def data_request(found: StartAssessment) -> Table:
    """What is missing, what its lack prevents, and who can give it."""
    rows = [[wording.kind_name(known), *wording.DATA_REQUEST[known.kind]] for known in found.missing]
    return Table(
        "What is missing", ["missing", "what to ask for", "what its lack prevents", "who gives it"], rows
    )


def warnings(case: ClientMonth) -> Table:
    """What the readers of the files want a person to know."""
    return Table("What the files gave reason to say", ["warning"], [[text] for text in case.warnings])


def goals(found: GoalsAssessment) -> Table:
    """The goals as decided, with what each lacks."""
    rows = []
    for case in found.cases:
        goal = case.goal
        target = (
            f"{formats.number(goal.target)} a {goal.per}" if goal.target and goal.per else formats.MISSING
        )
        baseline = (
            formats.MISSING if goal.baseline is None else f"{formats.number(goal.baseline)} a {goal.per}"
        )
        period = f"{formats.day(goal.start)} – {formats.day(goal.deadline)}"
        lacks = formats.words([wording.PARTS[part] for part in case.missing]) if case.missing else "nothing"
        name = f"{goal.name} (main)" if goal.main else goal.name
        rows.append([name, str(goal.type or formats.MISSING), baseline, target, period, lacks])
    columns = ["goal", "type", "baseline", "target", "from – to", "lacks"]
    return Table("Goals as decided", columns, rows, frozenset({2, 3}))


def pace(found: GoalsAssessment) -> Table:
    """Each goal's count against its path, with the chance behind the finding."""
    rows = [
        [
            case.goal.name,
            formats.number(case.pace.days),
            formats.number(case.pace.expected),
            formats.number(case.pace.count),
            formats.chance(case.pace.chance),
            case.pace.finding,
        ]
        for case in found.cases
    ]
    columns = ["goal", "days", "asked for", "counted", "chance of this if on target", "finding"]
    return Table("On the way?", columns, rows, frozenset({1, 2, 3, 4}))


def impressions(found: GoalsAssessment) -> Table:
    """What the main goal needs, step by step."""
    reach = found.reach
    if reach is None:
        return Table("Impressions needed", ["step", "figure"], [])
    rows = [
        ["target, applications a day", formats.number(reach.target)],
        ["link clicks per impression", formats.percent(reach.ctr)],
        ["applications per link click", formats.percent(reach.application_rate)],
        ["impressions a day needed", f"{formats.number(reach.needed)} ({_interval(reach.low, reach.high)})"],
        ["impressions a day there are", formats.number(reach.impressions)],
    ]
    return Table("Impressions needed", ["step", "figure"], rows, frozenset({1}))


def indicators(found: IndicatorsAssessment) -> Table:
    """Every indicator of the client's own channels, with its interval and the month before."""
    rows = [_indicator_row(each) for each in found.indicators if each.channel.role == "own"]
    columns = ["indicator", "channel", "value", "95% interval", "from", "month before", "change"]
    return Table(f"Indicators of {_month(found.client_month)}", columns, rows, frozenset({2, 3, 4, 5}))


def definitions(found: IndicatorsAssessment) -> Table:
    """The definition of every indicator that the table of values shows."""
    keys = dict.fromkeys(indicator.key for indicator in found.indicators)
    rows = [
        [kpi.name, kpi.formula, kpi.unit, kpi.note, kpi.source] for kpi in (REGISTRY[key] for key in keys)
    ]
    return Table("How each is defined", ["indicator", "formula", "unit", "to be read with", "source"], rows)


def verdicts(found: Iterable[Verdict]) -> Table:
    """Verdicts with reason and remedy."""
    rows = []
    for verdict in found:
        reason, remedy = wording.verdict_sentences(verdict)
        rows.append(
            [
                f"{verdict.rule}: {wording.RULES[verdict.rule]}",
                f"{SYMBOLS[verdict.grade]}\N{NO-BREAK SPACE}{verdict.grade.value}",
                reason,
                remedy,
            ]
        )
    return Table("What the rules say", ["rule", "verdict", "reason", "what to do"], rows)


def _indicator_row(indicator: Indicator) -> list[str]:
    kpi, value = REGISTRY[indicator.key], indicator.value
    counted = indicator.channel.part or wording.COUNTED[kpi.level]
    return [
        kpi.name,
        wording.channel_name(indicator.channel),
        formats.percent(value.value),
        _interval(value.low, value.high, formats.percent),
        f"{formats.number(value.n)} {counted}",
        formats.percent(indicator.before.value),
        indicator.trend,
    ]


def _interval(low: float, high: float, written: Callable[[float], str] = formats.number) -> str:
    """Both bounds, or that there is none."""
    if math.isnan(low) or math.isnan(high):
        return "no interval"
    return f"{written(low)} – {written(high)}"


def _month(case: ClientMonth) -> str:
    return formats.month(case.month.end_time.date())


def _span(first: pd.Timestamp | None, last: pd.Timestamp | None) -> str:
    if first is None or last is None:
        return formats.MISSING
    return f"{formats.day(first.date())} – {formats.day(last.date())}"


def _exports_in(workspace: Workspace, slug: str) -> int:
    return sum(1 for path in (workspace.client_dir(slug) / "exports").glob("[!.~]*") if path.is_file())
