"""Rule G1 as it is shown: the chance of each goal, what it would take, what limits it, what to ask."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.present import wording
from smmtools.present.charts import ACCENT, INK, MUTED, figure_of
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.funnel import Reach
from smmtools.strategy.goals import GoalsAssessment, main_case, open_questions
from smmtools.strategy.odds import DRAWS, Odds, Rate
from smmtools.strategy.reach import Gain, Prediction

_POINTS = 121  # of the drawn curve


def decision(found: GoalsAssessment) -> Table:
    """Who decided the goals, since when and why, and what the workbook recommended then."""
    voice, taken = voice_of(found.client_month), found.decision
    rows: list[list[str]] = []
    if taken:
        rows = [
            [voice.text(_("since")), taken.since],
            [voice.text(_("decided by")), taken.by],
            [voice.text(_("why")), taken.why],
            [voice.text(_("the way to the goal")), taken.way or MISSING],
            [voice.text(_("promotion")), voice.text(taken.promotion) if taken.promotion else MISSING],
            [voice.text(_("recommended then")), taken.recommended or MISSING],
            [voice.text(_("followed")), voice.text(wording.goals.FOLLOWED[taken.followed])],
        ]
    columns = [voice.text(_("what")), voice.text(_("as decided"))]
    return Table(voice.text(_("The decision on record")), columns, rows)


def questions(found: GoalsAssessment) -> Table:
    """What to ask the client, for each part that a goal or the strategy lacks."""
    voice = voice_of(found.client_month)
    rows = [
        [goal or voice.text(_("the strategy")), voice.text(wording.common.PARTS[part]), voice.text(question)]
        for goal, part in open_questions(found)
        for question in [wording.goals.QUESTIONS[part]]
    ]
    columns = [voice.text(title) for title in (_("of"), _("lacks"), _("what to ask the client"))]
    return Table(voice.text(_("To ask the client")), columns, rows)


def needed(found: GoalsAssessment) -> Table:
    """What each goal asks for, what impressions lead to, how many it needs, and its chance."""
    voice, main = voice_of(found.client_month), main_case(found.cases)
    rows = []
    for each in found.predictions:
        reach = found.reach if main and each.goal == main.goal else None
        rows += [[each.goal.name, *row] for row in _needed_rows(voice, each, reach)]
    columns = [voice.text(title) for title in (_("goal"), _("step"), _("figure"), _("rests on"))]
    return Table(voice.text(_("Impressions needed")), columns, rows, frozenset({2}))


def limits(found: GoalsAssessment) -> Table:
    """What each step at its reference would do to the chance, the one that would add most first."""
    voice = voice_of(found.client_month)
    rows = [_limit_row(voice, each, gain) for each in found.predictions for gain in each.gains]
    titles = (_("goal"), _("step"), _("now"), _("reference"), _("from"), _("chance then"), _("added"))
    return Table(
        voice.text(_("Which step limits")),
        [voice.text(title) for title in titles],
        rows,
        frozenset({2, 3, 5, 6}),
    )


def show_chances(found: GoalsAssessment) -> None:
    """The chance of each goal against impressions a day, with its simulation's error and what is borrowed."""
    voice = voice_of(found.client_month)
    drawn = [each for each in found.predictions if each.odds]
    if not drawn:
        show_sentence(voice.finding("no chance"))
    for each in drawn:
        plot = partial(plot_chance, each, voice=voice)
        show(figure_of(plot, voice.finding("chance title", goal=each.goal.name)), chance_says(voice, each))
        if each.state == "known":
            show_sentence(voice.finding("simulation", draws=DRAWS, error=each.error))
        for rate in each.benchmarks:
            show_sentence(benchmark_says(voice, rate))


def show_limits(found: GoalsAssessment) -> None:
    """The limiting step of each goal with a chance, or that none is identified."""
    voice = voice_of(found.client_month)
    for each in found.predictions:
        if each.state in ("known", "no impressions"):
            show_sentence(limit_says(voice, each))


def chance_says(voice: Voice, each: Prediction) -> str:
    """What the picture of the chance shows."""
    kind = "chance" if each.state == "known" else "chance unknown"
    if kind == "chance" and each.planned:
        kind = "chance, planned"
    marks = [
        voice.say(wording.goals.NEEDED_FOR, chance=level, impressions=impressions)
        for level, impressions in each.needed
    ]
    return voice.finding(
        kind,
        goal=each.goal.name,
        target=each.target,
        days=each.days,
        last=each.last,
        impressions=each.impressions,
        chance=each.chance,
        marks=marks,
    )


def limit_says(voice: Voice, each: Prediction) -> str:
    """Which step limits the goal most, and what it would change."""
    gain = each.limiting
    if gain is None:
        return voice.finding("limits none", goal=each.goal.name)
    return voice.finding(
        "limits",
        goal=each.goal.name,
        step=gain.step,
        now=_figure(voice, gain.step, gain.now),
        reference=_figure(voice, gain.step, gain.reference),
        source=_source(voice, gain),
        better=gain.chance,
        chance=each.chance,
    )


def benchmark_says(voice: Voice, rate: Rate) -> str:
    """That a rate rests on a benchmark: whose, of when, and for how much it counts."""
    benchmark = rate.benchmark
    assert benchmark is not None
    return voice.finding(
        "benchmark, too" if rate.own else "benchmark",
        step=rate.name,
        value=benchmark.value,
        clicks=rate.weight,
        source=benchmark.source,
        date=benchmark.date,
    )


def plot_chance(each: Prediction, axes: Axes, *, voice: Voice) -> Axes:
    """Chance against impressions a day: 50, 80 and 95 % marked with a dot, today's impressions dashed."""
    assert each.odds is not None
    marks = [(impressions, level) for level, impressions in each.needed if math.isfinite(impressions)]
    today = each.impressions if math.isfinite(each.impressions) else 0.0
    right = 1.15 * max([today, *(impressions for impressions, _level in marks)])
    places = np.linspace(right / _POINTS, right, _POINTS)
    axes.plot(places, _curve(each.odds, places), color=ACCENT, linewidth=2.4)
    for impressions, level in marks:
        axes.plot(impressions, level, "o", markersize=8, markerfacecolor="white", markeredgecolor=INK)
        label = f"{voice.percent(level)}: {voice.number(impressions)}"
        axes.annotate(
            label, (impressions, level), (-9, 4), textcoords="offset points", fontsize=9, ha="right"
        )
    if today:
        axes.axvline(today, color=INK, linestyle="--", linewidth=1.4)
        word = voice.text(_("planned") if each.planned else _("now"))
        label = f" {word} {voice.number(today)}: {voice.percent(each.chance)}"
        axes.annotate(label, (today, 0.03), fontsize=9, color=INK, va="bottom")
    axes.set_ylim(0, 1.05)
    axes.set_xlim(0, right)
    axes.set_xlabel(voice.text(_("impressions a day")), fontsize=9, color=INK)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: voice.percent(value)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: voice.number(value)))
    axes.grid(axis="y", color=MUTED, alpha=0.25)
    return axes


def prediction_record(each: Prediction) -> dict[str, Any]:
    """One goal's prediction as it stands in the stage record."""
    return {
        "goal": each.goal.key,
        "state": each.state,
        "from": each.first,
        "until": each.last,
        "days": each.days,
        "target": each.target,
        "impressions": each.impressions,
        "impressions_planned": each.planned,
        "rates": each.rates,
        "lacking": each.lacking,
        "chance": each.chance,
        "monte_carlo_error": each.error,
        "needed": [{"chance": level, "impressions": impressions} for level, impressions in each.needed],
        "steps": each.gains,
        "limiting": each.limiting.step if each.limiting else None,
    }


def questions_record(found: GoalsAssessment) -> list[dict[str, Any]]:
    """What to ask the client, as it stands in the stage record."""
    voice = voice_of(found.client_month)
    return [
        {"goal": goal, "part": part, "question": voice.text(wording.goals.QUESTIONS[part])}
        for goal, part in open_questions(found)
    ]


def _needed_rows(voice: Voice, each: Prediction, reach: Reach | None) -> Iterable[list[str]]:
    if not each.days:
        return
    yield [voice.text(_("asked for a day, on average")), voice.number(each.target / each.days), ""]
    for rate in each.rates:
        yield [
            voice.text(wording.goals.FUNNEL_STEPS[rate.name]),
            voice.percent(rate.value),
            _basis(voice, rate),
        ]
    there = voice.text(_("the plan") if each.planned else _("the month"))
    if not math.isnan(each.impressions):
        yield [voice.text(_("impressions a day there are")), voice.number(each.impressions), there]
    if reach is not None:
        yield [
            voice.text(_("impressions a day needed at the month's rates")),
            _with_bounds(voice, reach.needed, reach.low, reach.high),
            voice.text(_("the target divided by the rates")),
        ]
    by = voice.text(_("the prediction"))
    for level, impressions in each.needed:
        yield [voice.say(wording.goals.NEEDED_AT, chance=level), voice.number(impressions), by]
    if each.state == "known":
        yield [voice.text(_("chance as things are")), voice.chance(each.chance), by]


def _with_bounds(voice: Voice, value: float, low: float, high: float) -> str:
    if math.isnan(low) or math.isnan(high):
        return f"{voice.number(value)} ({voice.text('no interval')})"
    return f"{voice.number(value)} ({voice.number(low)} – {voice.number(high)})"


def _basis(voice: Voice, rate: Rate) -> str:
    if rate.benchmark is None:
        return voice.text(_("the client's own month"))
    template = wording.goals.BENCHMARK_TOO if rate.own else wording.goals.BENCHMARK
    return voice.say(template, source=rate.benchmark.source, date=rate.benchmark.date)


def _limit_row(voice: Voice, each: Prediction, gain: Gain) -> list[str]:
    return [
        each.goal.name,
        voice.text(wording.goals.FUNNEL_STEPS[gain.step]),
        _figure(voice, gain.step, gain.now),
        _figure(voice, gain.step, gain.reference),
        _source(voice, gain),
        voice.chance(gain.chance),
        voice.say(wording.goals.ADDED, points=f"{100 * gain.gain:+.0f}"),
    ]


def _figure(voice: Voice, step: str, value: float) -> str:
    return voice.number(value) if step == "impressions" else voice.percent(value)


def _source(voice: Voice, gain: Gain) -> str:
    if gain.best_from:
        return voice.say(wording.goals.BEST_WEEKS, first=gain.best_from, last=gain.best_to)
    return voice.say(wording.goals.BENCHMARK, source=gain.source, date=gain.date)


def _curve(odds: Odds, places: np.ndarray[Any, Any]) -> list[float]:
    return [odds.chance(float(place)) for place in places]
