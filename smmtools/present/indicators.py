"""Stage 06 as it is shown: the indicators with their doubt (M1), us among the others (M2), and the record.

What a goal is watched by (M4) is shown by present/watched.py, orders and revenue (M5) by present/revenue.py.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.present import charts, wording
from smmtools.present.display import Table, show, show_sentence, show_table
from smmtools.present.formats import MISSING
from smmtools.present.kpi_figures import kpi_interval, kpi_name, kpi_writer
from smmtools.present.recording import record_of
from smmtools.present.revenue import links_record, revenue_record
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.watched import criteria_record, needed_for, two_rates_record, watched_record
from smmtools.present.wording import _
from smmtools.strategy import indicators
from smmtools.strategy.indicators import Indicator, IndicatorsAssessment
from smmtools.strategy.standings import Account, PlatformStanding

HEADLINE_KPIS = ("application_rate", "conversion_site", "er_reach", "ctr")
"""Which indicator speaks for the stage: the first of these that was measured."""

_BY_PART = ("ctr", "ctr_all")
"""Indicators whose rows are posts, ads or days, as their channel's part says."""


BEGIN_WITH = ("er_reach", "ctr", "application_rate", "audience_growth")
"""Of a client without any data, what is asked for first: what these are measured from."""


def show_definitions(found: IndicatorsAssessment) -> None:
    """How what was measured is defined; where nothing was, why, and what to export: once for all below."""
    voice, month = voice_of(found.client_month), found.client_month.month.end_time.date()
    if found.indicators:
        show_table(definitions(found))
    else:
        needs = [needed_for(key) for key in BEGIN_WITH]
        show_sentence(voice.finding("nothing measured", month=month, needs=needs))


def show_values(found: IndicatorsAssessment) -> None:
    """The indicators of the month; nothing where nothing was measured."""
    if found.indicators:
        show_table(values(found))


def values(found: IndicatorsAssessment) -> Table:
    """Every indicator of the client's own channels, with its interval and the month before."""
    voice, case = voice_of(found.client_month), found.client_month
    rows = [_row(voice, each, case.brief.currency) for each in found.indicators if each.channel.role == "own"]
    titles = (
        _("indicator"), _("channel"), _("value"), _("95% interval"), _("from"), _("month before"),
        _("change"),
    )  # fmt: skip
    title = voice.say(wording.indicators.INDICATORS_OF, month=case.month.end_time)
    return Table(title, [voice.text(each) for each in titles], rows, frozenset({2, 3, 4, 5}))


def _row(voice: Voice, indicator: Indicator, currency: str) -> list[str]:
    kpi, value = REGISTRY[indicator.key], indicator.value
    written = kpi_writer(voice, indicator.key, currency)
    placed = indicator.channel.part == "placements" and kpi.level == "ad"
    by_part = indicator.channel.part if placed or indicator.key in _BY_PART else ""
    counted = voice.text(by_part or wording.indicators.COUNTED[kpi.level])
    if kpi.level == "account" and value.n == 1:
        counted = voice.text(wording.indicators.ONE_ACCOUNT)
    return [
        voice.text(kpi.name),
        voice.channel(indicator.channel),
        written(value.value),
        kpi_interval(voice, value, currency),
        f"{voice.number(value.n)} {counted}",
        written(indicator.before.value),
        voice.text(indicator.trend),
    ]


def definitions(found: IndicatorsAssessment) -> Table:
    """The definition of every indicator that the table of values shows."""
    voice = voice_of(found.client_month)
    keys = dict.fromkeys(indicator.key for indicator in found.indicators)
    rows = [
        [voice.text(part) for part in (kpi.name, kpi.formula, kpi.unit, kpi.note, kpi.source)]
        for kpi in (REGISTRY[key] for key in keys)
    ]
    titles = (_("indicator"), _("formula"), _("unit"), _("to be read with"), _("source"))
    return Table(voice.text(_("How each is defined")), [voice.text(each) for each in titles], rows)


def show_left_out(found: IndicatorsAssessment) -> None:
    """Which posts of the month are no base for rates."""
    voice = voice_of(found.client_month)
    if not found.indicators:
        return
    if not found.left_out:
        show_sentence(voice.finding("no posts", month=found.client_month.month.end_time.date()))
    for counts in found.left_out:
        figures = {name: getattr(counts, name) for name in ("platform", "counted", "boosted", "immature")}
        show_sentence(voice.finding("left out", **figures))


def show_comparison(found: IndicatorsAssessment, key: str) -> None:
    """One rate, channel by channel, ours and the competitors', with intervals."""
    if not found.indicators:
        return
    voice = voice_of(found.client_month)
    name = voice.text(REGISTRY[key].name)
    drawn = [each for each in found.of(key) if not math.isnan(each.value.value)]
    if not drawn:
        show_sentence(voice.finding("no indicator", kpi=name))
        return
    said = [f"{voice.channel(each.channel)} {voice.percent(each.value.value)}" for each in drawn]
    plot = partial(charts.plot_intervals, drawn, voice=voice)
    figure = charts.figure_of(plot, name, height=1.5 + 0.55 * len(drawn))
    show(figure, voice.finding("comparison", kpi=name, values=said))


def show_competitors(found: IndicatorsAssessment) -> None:
    """Every account whose engagement by followers is known; nothing where none is."""
    if any(each.accounts for each in found.standings):
        show_table(competitors(found))


def show_references(found: IndicatorsAssessment) -> None:
    """Dated benchmarks, where the brief or the reference data have any."""
    if any(each.references for each in found.standings):
        show_table(references(found))


def competitors(found: IndicatorsAssessment) -> Table:
    """Engagement by followers of every account, ours among them, best first."""
    voice = voice_of(found.client_month)
    rows = [_account(voice, each, account) for each in found.standings for account in each.accounts]
    titles = (
        _("channel"), _("account"), _("whose"), _("engagement by followers"), _("95% interval"), _("posts"),
        _("from"),
    )  # fmt: skip
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("Us and the competitors")), columns, rows, frozenset({3, 4, 5}))


def _account(voice: Voice, each: PlatformStanding, account: Account) -> list[str]:
    ours = account.role == "own"
    basis = _("the month's posts") if account.measured or ours else _("the brief's decision on channels")
    return [
        voice.platform(each.platform),
        account.account,
        voice.text(_("ours") if ours else _("competitor")),
        voice.percent(account.value),
        interval(voice, account.low, account.high, voice.percent),
        voice.number(account.posts) if account.measured else MISSING,
        voice.text(basis),
    ]


def show_standings(found: IndicatorsAssessment) -> None:
    """Our place on each platform: percentile, both averages, how many accounts, of which years."""
    voice = voice_of(found.client_month)
    if found.standings and all(math.isnan(each.standing.value) for each in found.standings):
        platforms = [each.platform for each in found.standings]
        show_sentence(voice.finding("standings unknown", platforms=platforms))
        return
    for each in found.standings:
        place = each.standing
        if math.isnan(place.value):
            show_sentence(voice.finding("standing, ours unknown", platform=each.platform))
        elif place.n < 2:
            show_sentence(voice.finding("standing, nobody", platform=each.platform, value=place.value))
        else:
            show_sentence(
                voice.finding(
                    "standing",
                    **{"platform": each.platform, "value": place.value, "percentile": place.percentile},
                    **{"with": place.average_with, "without": place.average_without, "n": place.n},
                    years=[str(year) for year in place.years],
                )
            )


def references(found: IndicatorsAssessment) -> Table:
    """Dated benchmarks beside our own figure: a reference, never a pass mark."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            kpi_name(voice, said.rate),
            voice.percent(said.value),
            voice.percent(each.standing.value),
            said.source,
            said.date,
        ]
        for each in found.standings
        for said in each.references
    ]
    titles = (_("channel"), _("indicator"), _("theirs"), _("ours"), _("source"), _("data of"))
    columns = [voice.text(each) for each in titles]
    caption = voice.text(_("Benchmarks, as a reference only"))
    return Table(caption, columns, rows, frozenset({2, 3}))


def indicators_record(found: IndicatorsAssessment) -> dict[str, Any]:
    """The record of stage 06: every indicator with its interval, and what M2, M4 and M5 found."""
    decision = found.decision
    content = {
        "kpis": [_kpi(indicator) for indicator in found.indicators],
        "posts": found.left_out,
        "decision": decision.model_dump(mode="json", exclude={"watched"}) if decision else None,
        "watched": watched_record(found),
        "criteria": criteria_record(found),
        "two_rates": two_rates_record(found),
        "competitors": [_standing(each) for each in found.standings],
        "revenue": revenue_record(found),
        "links": links_record(found),
    }
    return record_of(indicators.STAGE, found, headline(found), content)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 06, computed without the notebook."""
    return indicators_record(indicators.assess(case))


def _kpi(indicator: Indicator) -> dict[str, Any]:
    value = indicator.value
    return {
        "key": indicator.key,
        "channel": indicator.channel,
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "n": value.n,
        "unit": REGISTRY[indicator.key].unit,
        "before": indicator.before.value,
        "change": dict(zip(("ratio", "low", "high"), indicator.change, strict=True)),
        "trend": indicator.trend,
    }


def _standing(each: PlatformStanding) -> dict[str, Any]:
    place = each.standing
    return {
        "platform": each.platform,
        "key": "er_followers",
        "value": place.value,
        "percentile": place.percentile,
        "average_with": place.average_with,
        "average_without": place.average_without,
        "n": place.n,
        "years": place.years,
        "accounts": each.accounts,
        "references": each.references,
    }


def headline(found: IndicatorsAssessment) -> str:
    """The indicator that speaks for the stage, against the month before."""
    voice, case = voice_of(found.client_month), found.client_month
    measured = [each for key in HEADLINE_KPIS for each in found.of(key) if not math.isnan(each.value.value)]
    if not measured:
        return voice.headline("indicators, no data", month=case.month.end_time.date())
    first = measured[0]
    kind = "indicators" if first.trend in ("higher", "lower") else f"indicators, {first.trend}"
    return voice.headline(
        "indicators, no interval" if math.isnan(first.value.low) else kind,
        kpi=voice.text(REGISTRY[first.key].name),
        channel=first.channel,
        value=first.value.value,
        low=first.value.low,
        high=first.value.high,
        trend=first.trend,
    )
