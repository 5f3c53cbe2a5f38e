"""The picture of stage 08: the change of revenue, part by part."""

from __future__ import annotations

import datetime as dt

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.present import wording
from smmtools.present.charts import ACCENT, INK, MUTED
from smmtools.present.voice import Voice
from smmtools.strategy.earnings import RevenueChange
from smmtools.strategy.revenue_parts import FACTORS


def day_of(when: str) -> dt.date:
    """The day that an approval names.

    >>> day_of("2026-09-30").isoformat()
    '2026-09-30'
    """
    return dt.date.fromisoformat(when[:10])


def steps_of(change: RevenueChange) -> list[tuple[str, float, float]]:
    """Each bar of the waterfall: its name, where it begins and what it adds; the whole change last."""
    parts = [(wording.review.FACTORS[factor], change.parts[factor]) for factor in FACTORS]
    if change.apart:
        parts.append((wording.review.REST, change.rest))
    bars, reached = [], 0.0
    for name, part in parts:
        bars.append((name, reached, part))
        reached += part
    return [*bars, (wording.review.CHANGE, 0.0, change.change)]


def plot_waterfall(change: RevenueChange, axes: Axes, *, currency: str, voice: Voice) -> Axes:
    """From no change to the whole change: what rose is filled, what fell is hatched, each with its amount."""
    bars = steps_of(change)
    for position, (_name, begin, part) in enumerate(bars):
        last = position == len(bars) - 1
        fill = INK if last else ACCENT if part >= 0 else "white"
        hatch = None if last or part >= 0 else "///"
        axes.bar(
            position, part, bottom=begin, color=fill, edgecolor=INK, hatch=hatch, width=0.62, linewidth=0.8
        )
        if not last:
            axes.plot([position + 0.31, position + 1 - 0.31], [begin + part] * 2, color=MUTED, linewidth=1)
        away = 4 if part >= 0 else -4  # beyond the bar's own end, where no other bar is
        axes.annotate(
            voice.signed(part, currency), (position, begin + part), (0, away),
            textcoords="offset points", ha="center", va="bottom" if part >= 0 else "top",
            fontsize=9, color=INK,
        )  # fmt: skip
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.set_xticks(range(len(bars)), [voice.text(name) for name, _, _ in bars])
    reached = [0.0, *(begin + part for _, begin, part in bars)]
    room = 0.12 * max(max(reached) - min(reached), 1.0)  # for the amounts beyond the bars' ends
    axes.set_ylim(min(reached) - room, max(reached) + room)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.money(value, currency)))
    axes.set_ylabel(voice.say(wording.review.CHANGE_OF_REVENUE, currency=currency), fontsize=9, color=INK)
    return axes
