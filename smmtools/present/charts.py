"""The pictures of the stages: each draws on given axes, and ``figure_of`` frames it.

A picture's spoken twin is a sentence of present/wording/; colour never carries meaning alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from smmtools.present import wording
from smmtools.present.voice import Voice
from smmtools.strategy.budget import Estimate
from smmtools.strategy.indicators import Indicator

INK, ACCENT, MUTED = "#1f2933", "#0b6e99", "#8a97a5"
_WIDTH = 8.0


def figure_of(plot: Callable[[Axes], Axes], title: str, height: float = 3.2) -> Figure:
    """A picture of the house's size and look, drawn by ``plot`` on its axes, under its title."""
    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        axes.spines[side].set_color(MUTED)
    axes.tick_params(colors=INK, labelsize=9)
    axes.set_title(title, loc="left", fontsize=10.5, fontweight="bold", color=INK, pad=10)
    plot(axes)
    return figure


def plot_path(daily: pd.DataFrame, axes: Axes, *, what: str, voice: Voice) -> Axes:
    """Count so far (solid) against the target's path (dashed), by day.

    ``daily`` has one row a day with the columns actual and expected.
    """
    running = daily.cumsum()
    weekly = pd.DatetimeIndex(running.index)[::7]
    axes.plot(running.index, running["expected"], color=MUTED, linestyle="--", linewidth=1.6)
    axes.plot(running.index, running["actual"], color=ACCENT, linewidth=2.4)
    ends = running.iloc[-1]
    apart = 0.06 * float(ends.max())  # two labels nearer than this would cover each other
    lift = {"expected": 0.0, "actual": 0.0}
    if abs(ends["expected"] - ends["actual"]) < apart:
        lift[str(ends.idxmax())], lift[str(ends.idxmin())] = apart / 2, -apart / 2
    for column, label in (("expected", voice.text("target's path")), ("actual", voice.text("counted"))):
        place = (running.index[-1], ends[column] + lift[column])
        axes.annotate(f" {label} {voice.number(ends[column])}", place, color=INK, fontsize=9, va="center")
    axes.margins(x=0.02)
    axes.set_xlim(running.index[0], running.index[-1] + (running.index[-1] - running.index[0]) * 0.24)
    axes.set_ylim(bottom=0)
    axes.set_xticks(weekly, [voice.short_day(stamp) for stamp in weekly])
    axes.set_ylabel(voice.say(wording.goals.RUNNING_TOTAL, what=what), fontsize=9, color=INK)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.number(value)))
    return axes


def plot_funnel(steps: pd.Series[float], axes: Axes, *, voice: Voice) -> Axes:
    """What a day's impressions lead to, step by step, on a logarithmic scale, each bar with its figure."""
    positions = np.arange(len(steps))[::-1]
    axes.barh(positions, steps.to_numpy(), color=[MUTED, ACCENT, INK][: len(steps)], height=0.62)
    axes.set_xscale("log")
    axes.set_xlim(left=0.5, right=float(steps.max()) * 4)
    axes.set_yticks(positions, [voice.text(str(name).replace("_", " ")) for name in steps.index])
    for position, value in zip(positions, steps, strict=True):
        says = voice.say(wording.goals.PER["day"], value=value)
        axes.annotate(f" {says}", (value, position), va="center", fontsize=9, color=INK)
    axes.set_xlabel(voice.text("a day, logarithmic scale"), fontsize=9, color=INK)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.number(value)))
    return axes


def plot_intervals(indicators: Sequence[Indicator], axes: Axes, *, voice: Voice) -> Axes:
    """A dot with its interval a channel: ours filled, competitors' hollow, last month's value a tick."""
    positions = np.arange(len(indicators))[::-1]
    for position, indicator in zip(positions, indicators, strict=True):
        value = indicator.value
        if not np.isnan(value.low):
            axes.plot([value.low, value.high], [position, position], color=INK, linewidth=1.4)
        face = ACCENT if indicator.channel.role == "own" else "white"
        axes.plot(value.value, position, "o", markersize=8, markerfacecolor=face, markeredgecolor=INK)
        axes.plot(indicator.before.value, position, "|", markersize=14, color=MUTED)
        axes.annotate(
            voice.percent(value.value),
            (value.value, position),
            (0, 9),
            textcoords="offset points",
            fontsize=9,
            ha="center",
        )
    axes.set_yticks(positions, [voice.channel(indicator.channel) for indicator in indicators])
    axes.set_ylim(-0.6, len(indicators) - 0.3)
    axes.set_xlim(left=0)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    axes.set_xlabel(voice.text(wording.indicators.INTERVALS_LEGEND), fontsize=9, color=INK)
    return axes


def plot_estimate(estimate: Estimate, axes: Axes, *, currency: str, voice: Voice) -> Axes:
    """From one in ten below to nine in ten below, the middle a dot, for both cases; the cap a dashed line."""
    for position, total in zip((1, 0), (estimate.independent, estimate.together), strict=True):
        axes.plot(
            [total.p10, total.p90], [position, position], color=ACCENT, linewidth=6, solid_capstyle="butt"
        )
        axes.plot(total.p50, position, "o", markersize=9, markerfacecolor="white", markeredgecolor=INK)
        label = voice.money(total.p50, currency)
        axes.annotate(
            label, (total.p50, position), (0, 9), textcoords="offset points", fontsize=9, ha="center"
        )
    axes.axvline(estimate.cap, color=INK, linestyle="--", linewidth=1.4)
    cap = voice.say(wording.budget.CAP, cap=(estimate.cap, currency))
    axes.annotate(f" {cap}", (estimate.cap, 1.45), fontsize=9, color=INK, va="center")
    axes.set_yticks([1, 0], [voice.text(name) for name in wording.budget.BOTH_CASES])
    axes.set_ylim(-0.5, 1.7)
    axes.margins(x=0.15)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.money(value, currency)))
    return axes
