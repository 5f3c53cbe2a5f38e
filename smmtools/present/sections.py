"""The sections of the stage notebooks: one call each, a picture or sentences with what it says."""

from __future__ import annotations

from functools import partial

from smmtools.measures.kpis import REGISTRY
from smmtools.measures.periods import STEPS
from smmtools.present import charts, wording
from smmtools.present.display import show, show_sentence
from smmtools.present.voice import planned_month, voice_of
from smmtools.strategy.budget import BudgetAssessment
from smmtools.strategy.goals import GoalsAssessment
from smmtools.strategy.pacing import Pace

MOST_DRIVERS = 3
"""So many lines are named as driving the spread of an estimate."""


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


def show_estimate(found: BudgetAssessment) -> None:
    """What the month planned may cost, against the cap."""
    voice, case, estimate = voice_of(found.client_month), found.client_month, found.estimate
    if estimate is None:
        show_sentence(voice.finding("no estimate"))
        return
    month, currency = planned_month(case), case.brief.currency
    says = voice.finding(
        "estimate",
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
