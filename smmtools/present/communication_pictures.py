"""The two pictures of stage 05: when posts do better, and how long comments wait."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from smmtools.measures.replies import HALF, Replies
from smmtools.measures.timing import CELLS
from smmtools.present import charts
from smmtools.present.voice import Voice
from smmtools.present.wording import _

WAITS = (1 / 60, 5 / 60, 0.25, 1.0, 4.0, 12.0, 48.0, 168.0, 720.0)
"""Hours that are named on the axis of waits, as far as it reaches."""
_FACTORS = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
_PLAIN = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
_STYLES = {"weekday": ("-", charts.ACCENT), "weekend": ("--", charts.INK)}
_WHEN = {"weekday": _("on weekdays"), "weekend": _("at weekends")}


def compared(cells: pd.DataFrame) -> pd.DataFrame:
    """The parts of the week that a factor is known of, weekdays first, from morning to night."""
    order = {cell: number for number, cell in enumerate(CELLS)}
    known = cells[np.isfinite(cells["factor"].astype(float))]
    place = [order[pair] for pair in zip(known["weekpart"], known["daypart"], strict=True)]
    return known.assign(place=place).sort_values("place").drop(columns="place")


def plot_dayparts(cells: pd.DataFrame, axes: Axes, *, voice: Voice) -> Axes:
    """A dot a part of the week with its interval: filled where it differs beyond chance, else hollow.

    ``cells`` are those of ``compared``. The scale is logarithmic: twice as good lies as far from one as
    half as good.
    """
    rows = cells.to_dict("records")
    positions = np.arange(len(rows))[::-1]
    axes.axvline(1, color=charts.MUTED, linestyle="--", linewidth=1.2, zorder=0)
    for position, row in zip(positions, rows, strict=True):
        low, high = float(row["low"]), float(row["high"])
        if math.isfinite(low) and math.isfinite(high):
            axes.plot([low, high], [position, position], color=charts.INK, linewidth=1.4, zorder=1)
        axes.plot(
            float(row["factor"]), position, "o", markersize=9, markeredgecolor=charts.INK,
            markerfacecolor=charts.ACCENT if row["ok"] else "white", zorder=2,
        )  # fmt: skip
        says = f"×{voice.number(float(row['factor']))}"
        says += " ✓" if row["ok"] else ""
        axes.annotate(says, (float(row["factor"]), position), (0, 8), textcoords="offset points",
                      fontsize=9, ha="center", color=charts.INK, bbox=_PLAIN)  # fmt: skip
    axes.set_xscale("log")
    _limit(axes, cells)
    names = [voice.text(f"{row['weekpart']} {row['daypart']}") for row in rows]
    labels = [f"{name} ({row['posts']})" for name, row in zip(names, rows, strict=True)]
    axes.set_yticks(positions, labels)
    axes.set_ylim(-0.6, len(rows) - 0.2)
    legend = voice.text(
        _("times the rate of other posts of its month and format; in brackets: posts; ✓: beyond chance")
    )  # fmt: skip
    axes.set_xlabel(legend, fontsize=9, color=charts.INK)
    return axes


def plot_waits(parts: Mapping[str, Replies], promise: float | None, axes: Axes, *, voice: Voice) -> Axes:
    """The share of comments still unanswered (Kaplan–Meier) by time waited, on weekdays and at weekends.

    The promise is a dotted upright, one half a thin line; the time is on a logarithmic scale.
    """
    drawn = {week: found for week, found in parts.items() if found.curve.hours}
    last = max([*(found.curve.hours[-1] for found in drawn.values()), 2 * (promise or 0), 1.0])
    first = WAITS[0]
    for week, found in drawn.items():
        hours = [first, *(max(when, first) for when in found.curve.hours)]
        style, colour = _STYLES[week]
        left = [1.0, *found.curve.unanswered]
        axes.step(hours, left, where="post", color=colour, linestyle=style, linewidth=2)
        says = f" {voice.text(_WHEN[week])} {voice.percent(left[-1])}"
        axes.annotate(says, (hours[-1], left[-1]), fontsize=9, color=colour, va="bottom")
    axes.axhline(HALF, color=charts.MUTED, linewidth=0.8, zorder=0)
    if promise is not None:
        axes.axvline(promise, color=charts.INK, linestyle=":", linewidth=1.6)
        says = f" {voice.text(_('promised'))}: {voice.wait(promise)}"
        axes.annotate(says, (promise, 1.02), fontsize=9, color=charts.INK, va="bottom")
    axes.set_xscale("log")
    axes.set_xlim(first, last * 3)
    ticks = [when for when in WAITS if when <= last * 1.5]
    axes.xaxis.set_major_locator(FixedLocator(ticks))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.wait(value)))
    axes.tick_params(axis="x", labelrotation=20)
    axes.set_ylim(0, 1.1)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    axes.set_ylabel(voice.text(_("still without an answer")), fontsize=9, color=charts.INK)
    return axes


def _limit(axes: Axes, cells: pd.DataFrame) -> None:
    """From the lowest bound to the highest, and one always in sight."""
    ends = cells[["factor", "low", "high"]].to_numpy(float)
    low, high = min(float(np.nanmin(ends)), 1.0) / 1.25, max(float(np.nanmax(ends)), 1.0) * 1.25
    axes.set_xlim(low, high)
    axes.xaxis.set_major_locator(FixedLocator([tick for tick in _FACTORS if low <= tick <= high]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
