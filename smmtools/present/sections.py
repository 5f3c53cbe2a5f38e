"""The sections of the stage notebooks: one call each, a picture or sentences with what it says."""

from __future__ import annotations

from functools import partial

from smmtools.measures.kpis import REGISTRY
from smmtools.measures.periods import STEPS
from smmtools.present import charts
from smmtools.present.display import show, show_sentence
from smmtools.present.voice import voice_of
from smmtools.strategy.goals import GoalsAssessment
from smmtools.strategy.pacing import Pace


def show_goal_paths(found: GoalsAssessment) -> None:
    """Each goal's running count against its target's path."""
    voice = voice_of(found.client_month)
    for case in found.cases:
        if case.daily.empty:
            continue
        says = voice.finding(
            "goal path",
            goal=case.goal.name,
            count=case.pace.count,
            expected=case.pace.expected,
            days=case.pace.days,
        )
        what = voice.text(str(case.goal.indicator).replace("_", " "))
        plot = partial(charts.plot_path, case.daily, what=what, voice=voice)
        show(charts.figure_of(plot, case.goal.name), says)


def show_forecasts(found: GoalsAssessment) -> None:
    """Where each goal will stand at its deadline if the month's rate holds, and how sure the count is."""
    voice = voice_of(found.client_month)
    month = found.client_month.month.end_time.date()
    for case in found.cases:
        ahead = case.forecast
        if ahead is None:
            show_sentence(f"{case.goal.name}. {voice.finding('no forecast')}")
            continue
        figures = {
            name: getattr(ahead, name) for name in ("value", "low", "high", "until", "needed", "days_left")
        }
        spread = voice.finding(_spread_kind(case.pace), dispersion=case.pace.dispersion)
        show_sentence(f"{case.goal.name}. {voice.finding('forecast', month=month, **figures)} {spread}")


def _spread_kind(pace: Pace) -> str:
    if not pace.dispersion_known:
        return "dispersion assumed"
    return "dispersion own" if pace.dispersion > 1 else "dispersion none"


def show_funnel(found: GoalsAssessment) -> None:
    """What a day's impressions lead to."""
    voice = voice_of(found.client_month)
    steps = found.funnel[list(STEPS)].mean()
    if not (steps > 0).all():
        show_sentence(voice.finding("no funnel"))
        return
    says = voice.finding(
        "funnel",
        month=found.client_month.month.end_time.date(),
        impressions=steps["impressions"],
        link_clicks=steps["link_clicks"],
        applications=steps["applications"],
        ctr=steps["link_clicks"] / steps["impressions"],
        application_rate=steps["applications"] / steps["link_clicks"],
    )
    plot = partial(charts.plot_funnel, steps, voice=voice)
    show(charts.figure_of(plot, voice.finding("funnel title"), height=2.8), says)


def show_steps(found: GoalsAssessment) -> None:
    """Each step of the funnel beside the client's own best four weeks."""
    voice = voice_of(found.client_month)
    if not found.steps:
        show_sentence(voice.finding("no steps"))
    for step in found.steps:
        says = voice.finding(
            f"step {step.finding}",
            step=voice.text(REGISTRY[step.name].name),
            now=step.now[0],
            best=step.best[0],
            best_from=step.best_from,
            best_to=step.best_to,
            low=step.change[1],
            high=step.change[2],
        )
        show_sentence(says)
