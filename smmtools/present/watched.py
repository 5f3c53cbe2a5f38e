"""What a goal is watched by (M4) as it is shown: its indicators, the image's four criteria, two rates."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from smmtools.measures.kpis import REGISTRY, KpiValue
from smmtools.present import wording
from smmtools.present.display import Table, show_sentence, show_table
from smmtools.present.formats import MISSING
from smmtools.present.kpi_figures import kpi_figure, kpi_interval, kpi_name, kpi_writer, with_interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.indicator_rows import PAID
from smmtools.strategy.indicators import NEEDS, NEEDS_BESIDE, Channel, Indicator, IndicatorsAssessment
from smmtools.strategy.two_rates import TwoRates
from smmtools.strategy.watch_values import COUNTS
from smmtools.strategy.watch_worth import OF_MONEY
from smmtools.strategy.watched import GoalWatch, Watch

CRITERIA = ((251, "audience_growth"), (252, "er_reach"), (253, "sessions"), (254, "er_day"))
"""The guide's four criteria of an image, by line, with the indicator that stands for each."""


def show_choice(found: IndicatorsAssessment) -> None:
    """Who decided what the goals are watched by, or that nobody did and what the workbook would take."""
    voice, decision = voice_of(found.client_month), found.decision
    if not found.goals:
        show_sentence(voice.finding("watched, no goal"))
        return
    if decision is None:
        show_sentence(voice.finding("watched undecided", month=found.client_month.month.end_time.date()))
    else:
        said = {name: getattr(decision, name) for name in ("since", "by", "why")}
        show_sentence(voice.finding("watched decided", **said))


def show_watched(found: IndicatorsAssessment) -> None:
    """Each goal's indicators, and whose target nobody can say of whether it pays.

    Where nothing is decided, what they would be and what each is measured from; no goal, nothing.
    """
    voice = voice_of(found.client_month)
    if not _decided(found):
        if found.goals:
            show_table(chosen(found))
        return
    show_table(watched(found))
    untold = [each for _goal, each in _all(found)
              if each.key in OF_MONEY and each.target is not None and each.pays is None]  # fmt: skip
    if untold:
        names = list(dict.fromkeys(kpi_name(voice, each.key) for each in untold))
        show_sentence(voice.finding("pays unknown", kpis=names))


def _decided(found: IndicatorsAssessment) -> bool:
    return any(goal.decided for goal in found.goals)


def chosen(found: IndicatorsAssessment) -> Table:
    """What the workbook would watch each goal by, and what must be exported for it."""
    voice = voice_of(found.client_month)
    rows = [
        [
            goal.goal.name,
            voice.text(wording.indicators.ROLES[each.role]),
            _name(voice, each),
            voice.text(needed_for(each.key)),
        ]
        for goal, each in _all(found)
    ]
    titles = (_("goal"), _("role"), _("indicator"), _("what to export for it"))
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("What each goal would be watched by")), columns, _named_once(rows))


def needed_for(key: str) -> str:
    """What an indicator is measured from; a dash for one that is none."""
    needs = {**NEEDS, **NEEDS_BESIDE}.get(key)
    if needs is None and key in COUNTS:
        needs = wording.indicators.NEEDS_OF_COUNTS[key]
    return needs or MISSING


def watched(found: IndicatorsAssessment) -> Table:
    """Each goal's indicators: role, from where to where, and what the month says."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = _named_once([_watched(voice, goal, each, currency) for goal, each in _all(found)])
    titles = (
        _("goal"), _("role"), _("indicator"), _("channel"), _("baseline"), _("target"),
        _("this month (95% interval)"), _("best month on record"),
    )  # fmt: skip
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("What each goal is watched by")), columns, rows, frozenset({4}))


def _watched(voice: Voice, goal: GoalWatch, each: Watch, currency: str) -> list[str]:
    written = kpi_writer(voice, each.key, currency)
    paid = each.key in PAID and not each.channel
    best = each.best
    return [
        goal.goal.name,
        voice.text(wording.indicators.ROLES[each.role]),
        _name(voice, each),
        voice.channel(Channel(each.channel or "", part="ads" if paid else "")),
        kpi_figure(voice, each.key, each.baseline, currency),
        _target(voice, each, currency),
        with_interval(voice, each.value, currency),
        f"{written(best.value.value)}, {voice.month(best.month.end_time.date())}" if best else MISSING,
    ]


def _target(voice: Voice, each: Watch, currency: str) -> str:
    """The target, of money with the value at which it begins to pay, or ceases to."""
    target = kpi_figure(voice, each.key, each.target, currency)
    if each.target is None or each.pays is None:
        return target
    pays = kpi_figure(voice, each.key, each.pays, currency)
    return voice.say(wording.indicators.PAYS[REGISTRY[each.key].better], target=target, pays=pays)


def _name(voice: Voice, each: Watch) -> str:
    name = kpi_name(voice, each.key)
    if each.key in _PER_DAY:
        name = voice.say(wording.indicators.A_DAY, kpi=name)
    return voice.say(wording.indicators.PROXY, kpi=name) if each.proxy else name


_PER_DAY = ("applications", "orders", "follows", "link_clicks", "visits", "sessions")


def show_sources(found: IndicatorsAssessment) -> None:
    """Where figures come from, once anything is decided."""
    if _decided(found):
        show_table(sources(found))


def show_samples(found: IndicatorsAssessment) -> None:
    """How much it takes to see each target reached, once anything is decided."""
    if _decided(found):
        show_table(samples(found))


def sources(found: IndicatorsAssessment) -> Table:
    """Where each figure comes from, who looks, and how often."""
    voice = voice_of(found.client_month)
    rows = [
        [
            goal.goal.name,
            _name(voice, each),
            ", ".join(each.source) or MISSING,
            voice.text(wording.indicators.CADENCES[each.cadence]),
            each.owner or MISSING,
        ]
        for goal, each in _all(found)
    ]
    titles = (_("goal"), _("indicator"), _("source"), _("looked at"), _("owner"))
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("Where they come from, and who looks")), columns, _named_once(rows))


def samples(found: IndicatorsAssessment) -> Table:
    """How much it takes to see each target reached, and how much of that the month has."""
    voice = voice_of(found.client_month)
    rows = [[goal.goal.name, _name(voice, each), *_sample(voice, each)] for goal, each in _all(found)]
    titles = (_("goal"), _("indicator"), _("before and as much after"), _("the month has"))
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("How much it takes to see the change")), columns, _named_once(rows))


def _sample(voice: Voice, each: Watch) -> tuple[str, str]:
    """The sample needed and the one there is; in words where a number means nothing."""
    if each.sample is None or each.sample.number is None:
        unknown = each.sample is None or each.baseline is None or each.target is None
        kind = "none" if unknown or each.sample is None else each.sample.unit
        return voice.text(wording.indicators.NO_SAMPLE[kind]), MISSING
    per = "days" if each.sample.unit == "days" else REGISTRY[each.key].denominator
    unit = voice.named(wording.indicators.PER, per)
    needed = f"{voice.number(each.sample.number)} {unit}"
    if each.total_only:
        needed = voice.say(wording.indicators.AS_ASSUMED, needed=needed)
        return needed, voice.text(wording.indicators.THE_TOTAL)
    if each.dispersion is None:
        needed = voice.say(wording.indicators.AT_LEAST, needed=needed)
    return needed, f"{voice.number(each.there)} {unit}"


def _named_once(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with each goal's name in its first one only, as a reader groups them."""
    before = ["", *(row[0] for row in rows)]
    return [["" if row[0] == last else row[0], *row[1:]] for last, row in zip(before, rows, strict=False)]


def _all(found: IndicatorsAssessment) -> Iterator[tuple[GoalWatch, Watch]]:
    for goal in found.goals:
        for each in goal.watched:
            yield goal, each


def show_criteria(found: IndicatorsAssessment) -> None:
    """The guide's four criteria of an image, as proxies; a sentence where no goal is one of image."""
    voice = voice_of(found.client_month)
    goals = [each.goal.name for each in found.goals if each.image]
    if not goals:
        show_sentence(voice.finding("no image goal"))
        return
    show_sentence(voice.finding("image proxies", goals=goals))
    if found.indicators:
        show_table(criteria(found))


def criteria(found: IndicatorsAssessment) -> Table:
    """Growth, activity, visits to the site and life of the community, channel by channel."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = []
    for line, key in CRITERIA:
        written = kpi_writer(voice, key, currency)
        name = voice.text(wording.indicators.CRITERIA[line])
        seen = _of_criterion(found, key)
        rows += [
            [
                name,
                _per(voice, key),
                voice.channel(each.channel),
                written(each.value.value),
                kpi_interval(voice, each.value, currency),
                written(each.before.value),
                str(line),
            ]
            for each in seen
        ]
        if not seen:
            rows.append([name, _per(voice, key), MISSING, MISSING, MISSING, MISSING, str(line)])
    titles = (
        _("criterion"), _("proxy"), _("channel"), _("this month"), _("95% interval"), _("month before"),
        _("guide, line"),
    )  # fmt: skip
    columns = [voice.text(each) for each in titles]
    caption = voice.text(_("Four criteria of an image, as proxies"))
    return Table(caption, columns, rows, frozenset({3, 4, 5, 6}))


def _per(voice: Voice, key: str) -> str:
    name = kpi_name(voice, key)
    return voice.say(wording.indicators.A_DAY, kpi=name) if key in _PER_DAY else name


def _of_criterion(found: IndicatorsAssessment, key: str) -> list[Indicator]:
    """One criterion's figures on our own channels; visits are those to the site from all of them."""
    if key == "sessions":
        measured = not math.isnan(found.sessions[0].value)
        return [Indicator(key, Channel(), *found.sessions, (math.nan,) * 3)] if measured else []
    return [each for each in found.of(key) if each.channel.role == "own" and each.channel.platform]


def show_two_rates(found: IndicatorsAssessment) -> None:
    """Rates of people counted once, against the month before."""
    voice = voice_of(found.client_month)
    if not found.indicators:
        return
    if not found.differences:
        show_sentence(voice.finding("no two rates"))
    for each in found.differences:
        show_sentence(_two_rates(voice, each))


def _two_rates(voice: Voice, each: TwoRates) -> str:
    figures = {
        "kpi": kpi_name(voice, each.key),
        "now": each.now[0] / each.now[1],
        "before": each.before[0] / each.before[1],
        "difference": voice.say(wording.indicators.POINTS, points=100 * each.difference),
        "low": voice.say(wording.indicators.POINTS, points=100 * each.low),
        "high": voice.say(wording.indicators.POINTS, points=100 * each.high),
        "z": each.z,
        "p": each.p,
    }
    return voice.finding(f"two rates, {each.finding}", **figures)


def watched_record(found: IndicatorsAssessment) -> list[dict[str, Any]]:
    """Each indicator of each goal, for the review of the month planned."""
    return [
        {
            "goal": each.goal,
            "role": each.role,
            "key": each.key,
            "channel": each.channel,
            "baseline": each.baseline,
            "target": each.target,
            "value": each.value.value,
            "low": each.value.low,
            "high": each.value.high,
            "n": each.value.n,
            "unit": each.unit,
            "source": each.source,
            "cadence": each.cadence,
            "owner": each.owner,
            "proxy": each.proxy,
            "decided": goal.decided,
            "state": each.state,
            "pays": each.pays,
            "against": each.against,
            "months": [{"month": str(past.month), **_figures(past.value)} for past in each.months],
            "sample": {
                "unit": each.sample.unit if each.sample else None,
                "number": each.sample.number if each.sample else None,
                "there": each.there,
            },
        }
        for goal, each in _all(found)
    ]


def _figures(value: KpiValue) -> dict[str, float | int]:
    return {"value": value.value, "low": value.low, "high": value.high, "n": value.n}


def criteria_record(found: IndicatorsAssessment) -> list[dict[str, Any]]:
    """The four criteria where a goal is one of image: by line, with the proxy's figures."""
    if not any(each.image for each in found.goals):
        return []
    return [
        {
            "line": line,
            "key": key,
            "proxy": True,
            "channel": each.channel,
            "value": each.value.value,
            "low": each.value.low,
            "high": each.value.high,
            "before": each.before.value,
        }
        for line, key in CRITERIA
        for each in _of_criterion(found, key)
    ]


def two_rates_record(found: IndicatorsAssessment) -> list[dict[str, Any]]:
    """Every comparison of two rates of people."""
    parts = ("key", "now", "before", "difference", "low", "high", "z", "p", "finding")
    return [{part: getattr(each, part) for part in parts} for each in found.differences]
