"""Rule G1: can the goal be reached in the days that are left, what would it take, and which step limits it?

Asked of goals that impressions lead to. The arithmetic of the probability is in odds.py.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.inputs.brief_types import Range
from smmtools.inputs.client import Goal
from smmtools.strategy.funnel import best_window
from smmtools.strategy.odds import Odds, Rate, draw_odds, rate_of
from smmtools.strategy.pacing import target_path
from smmtools.strategy.pert import pert
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Thresholds, Verdict

CHAINS: Mapping[str, tuple[str, ...]] = {
    "link_clicks": ("ctr",),
    "applications": ("ctr", "application_rate"),
    "orders": ("ctr", "application_rate", "sale_rate"),
}
"""The rates that lead from impressions to what a goal counts; other indicators have no funnel."""

STEPS: Mapping[str, tuple[str, str]] = {
    "ctr": ("link_clicks", "impressions"),
    "application_rate": ("applications", "link_clicks"),
    "sale_rate": ("orders", "applications"),
}
"""Each rate as columns of the daily funnel: what it leads to, out of what."""

LEVELS = (0.5, 0.8, 0.95)
"""The chances for which the impressions needed are told."""


@dataclass(frozen=True)
class Gain:
    """What one step at its reference would add to the chance, all others as they are."""

    step: str
    """impressions, or the name of a rate."""
    now: float
    reference: float
    chance: float
    gain: float
    best_from: dt.date | None = None
    """First day of the client's best four weeks, where they are the reference."""
    best_to: dt.date | None = None
    source: str = ""
    """The benchmark's, where it is the reference."""
    date: str = ""


@dataclass(frozen=True)
class Prediction:
    """One goal over the days that are left: its chance, the impressions it needs, and what limits it."""

    goal: Goal
    state: str
    """known, no impressions, no rates, over, or not measurable."""
    first: dt.date | None = None
    last: dt.date | None = None
    days: int = 0
    target: float = math.nan
    """Asked for over those days together."""
    rates: tuple[Rate, ...] = ()
    lacking: tuple[str, ...] = ()
    """Rates that neither history nor a benchmark gives."""
    impressions: float = math.nan
    """A day, as the plan says, else as in the month."""
    planned: bool = False
    odds: Odds | None = field(default=None, repr=False)
    chance: float = math.nan
    error: float = math.nan
    """Monte Carlo error of the chance."""
    needed: tuple[tuple[float, float], ...] = ()
    """Chance and impressions a day that give it."""
    gains: tuple[Gain, ...] = ()
    """Steps with a reference, the one that would add most first."""

    @property
    def benchmarks(self) -> tuple[Rate, ...]:
        """The rates that rest on a benchmark, wholly or in part."""
        return tuple(rate for rate in self.rates if rate.benchmark)

    @property
    def limiting(self) -> Gain | None:
        """The step that limits most; None where no step has a reference that would add to the chance."""
        return next((gain for gain in self.gains if gain.gain >= THRESHOLDS.least_gain), None)


@dataclass(frozen=True)
class History:
    """What a prediction rests on: daily funnels with orders, and what the plan and others say."""

    month: pd.DataFrame
    earlier: pd.DataFrame
    benchmarks: Mapping[str, RateBenchmark]
    planned: Range | None = None
    """Impressions a day."""


def predict(goal: Goal, missing: bool, history: History, month_end: dt.date, dispersion: float) -> Prediction:
    """P(count >= target x days) over the days from the month's end, or the goal's start, to its deadline.

    The goal must have a funnel (``CHAINS``). A goal that lacks a part, or has no day left, is told so;
    so is a goal with a rate that nothing is known of. Without impressions there is no chance to tell,
    yet there are the impressions that it needs. Rule G1.
    """
    if missing or goal.start is None or goal.deadline is None:
        return Prediction(goal, "not measurable")
    first = max(month_end + dt.timedelta(days=1), goal.start)
    coming = pd.date_range(first, goal.deadline, freq="D")
    if coming.empty:
        return Prediction(goal, "over", last=goal.deadline)
    target = float(target_path(goal, coming).sum())
    found = {name: _rate(name, history) for name in CHAINS[str(goal.indicator)]}
    rates = tuple(rate for rate in found.values() if rate)
    lacking = tuple(name for name, rate in found.items() if rate is None)
    impressions, doubt = _impressions(history)
    known: dict[str, Any] = {
        "first": first,
        "last": goal.deadline,
        "days": len(coming),
        "target": target,
        "rates": rates,
        "lacking": lacking,
        "impressions": impressions,
        "planned": history.planned is not None,
    }
    if lacking:
        return Prediction(goal, "no rates", **known)
    odds = draw_odds(target, len(coming), dispersion, rates, doubt)
    known |= {"odds": odds, "needed": tuple((level, odds.impressions_for(level)) for level in LEVELS)}
    if math.isnan(impressions):
        return Prediction(goal, "no impressions", **known)
    chance = odds.chance(impressions)
    gains = tuple(sorted(_gains(odds, rates, impressions, chance, history), key=lambda gain: -gain.gain))
    return Prediction(goal, "known", **known, chance=chance, error=odds.error(impressions), gains=gains)


def reach_verdict(found: Prediction, stage: str, thresholds: Thresholds = THRESHOLDS) -> Verdict:
    """G1 by the chance: PASS from ``reach_pass`` on, REVIEW from ``reach_review`` on, else FAIL.

    A chance that rests on benchmarks is never a PASS; without a chance there is NO DATA.
    """
    facts = {
        **{"goal": found.goal.name, "chance": found.chance, "target": found.target, "days": found.days},
        **{"first": found.first, "last": found.last, "impressions": found.impressions},
        **{"steps": found.lacking or [rate.name for rate in found.benchmarks]},
        "needed": dict(found.needed).get(LEVELS[1], math.nan),
        "level": LEVELS[1],
    }
    if found.state != "known":
        finding = found.state
        if finding == "no impressions" and not found.benchmarks:
            finding = "no impressions, own rates"
        return Verdict("G1", stage, Grade.NO_DATA, finding, facts=facts)
    grade, finding = _graded(found.chance, thresholds)
    if found.benchmarks:
        grade, finding = (Grade.REVIEW if grade == Grade.PASS else grade), "by benchmark"
    elif found.limiting and grade != Grade.PASS:
        finding += ", step"
        facts |= {"step": found.limiting.step, "better": found.limiting.chance}
    return Verdict("G1", stage, grade, finding, found.chance, thresholds.reach_pass, facts)


def chance_of_target(found: Prediction, a_day: float) -> float:
    """The chance of another target a day over the same days; NaN where there is none to tell."""
    if found.odds is None or math.isnan(found.impressions):
        return math.nan
    return found.odds.aimed_at(a_day * found.days).chance(found.impressions)


def _graded(chance: float, thresholds: Thresholds) -> tuple[Grade, str]:
    if chance >= thresholds.reach_pass:
        return Grade.PASS, "likely"
    return (Grade.REVIEW, "uncertain") if chance >= thresholds.reach_review else (Grade.FAIL, "unlikely")


def _rate(name: str, history: History) -> Rate | None:
    """What the month, and a benchmark beside few clicks of it, say of a rate."""
    counts = history.month[list(STEPS[name])]
    known = history.month["link_clicks"].where(counts.notna().all(axis=1))
    clicks = float(known.sum())
    return rate_of(name, counts, clicks, history.benchmarks.get(name))


def _impressions(history: History) -> tuple[float, float]:
    """Impressions a day and their log-spread: as planned, else the month's mean; NaN where unknown."""
    if history.planned:
        plan = pert(history.planned.low, history.planned.mode, history.planned.high)
        mean = float(plan.mean())
        return (mean, float(plan.std()) / mean) if mean > 0 else (math.nan, 0.0)
    daily = history.month["impressions"].dropna()
    if daily.sum() <= 0:
        return math.nan, 0.0
    mean = float(daily.mean())
    error = float(daily.std()) / math.sqrt(len(daily)) if len(daily) > 1 else mean
    return mean, error / mean


def _gains(
    odds: Odds, rates: tuple[Rate, ...], impressions: float, chance: float, history: History
) -> Iterator[Gain]:
    """Each step at its reference; none for a rate that rests on a benchmark itself."""
    steps = {"impressions": impressions} | {rate.name: rate.value for rate in rates}
    borrowed = [rate.name for rate in rates if rate.benchmark]
    for step, now in steps.items():
        if step in borrowed:
            continue
        reference, origin = _reference(step, history)
        if not math.isnan(reference):
            better = odds.chance(impressions, reference / now)
            yield Gain(step, now, reference, better, better - chance, **origin)


def _reference(step: str, history: History) -> tuple[float, dict[str, Any]]:
    """A step's reference, the client's best four weeks or else a benchmark, and its origin; NaN for none."""
    top, bottom = STEPS.get(step, ("impressions", None))
    window = best_window(history.earlier, top, bottom)
    if window is not None:
        below = float(window[bottom].sum()) if bottom else len(window)
        value = float(window[top].sum()) / below
        return value, {"best_from": window.index[0].date(), "best_to": window.index[-1].date()}
    benchmark = history.benchmarks.get(step)
    if benchmark is None:
        return math.nan, {}
    return benchmark.value, {"source": benchmark.source, "date": benchmark.date}
