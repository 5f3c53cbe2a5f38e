"""Rules B2 and B3 as stage 07 shows them: the curves with the split marked, its tables, whom it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.present import charts, wording
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, voice_of
from smmtools.strategy.division import Decided, Divided, Gain, Paid, Response, Tried
from smmtools.strategy.split import SplitAssessment

_LINES = ("-", "--", "-.", ":")
_COLOURS = (charts.ACCENT, charts.INK, "#a6511a", "#5b3c88")
_POINTS = 121  # of a curve in the picture
_HIGH = 0.08  # of the picture's height: labels nearer than this would cover each other


def show_curves(found: SplitAssessment) -> None:
    """What each channel brings at a spend, with the split marked."""
    voice, divided, currency = voice_of(found.client_month), found.found, found.client_month.brief.currency
    if divided is None:
        show_sentence(voice.finding("split none"))
        return
    parts = [
        voice.say(
            wording.split.BRINGS,
            channel=paid.channel.key,
            spend=(paid.spend, currency),
            **_figures("brings", paid.brings),
        )
        for paid in divided.channels
    ]
    response, counts = divided.response, divided.plan.counts
    says = voice.finding("split curves", parts=parts, counts=counts, mean=response.mean, low=response.low)
    plot = partial(plot_curves, divided, currency=currency, voice=voice)
    show(charts.figure_of(plot, voice.finding("split curves title"), height=4.2), says)


def table(found: SplitAssessment) -> Table:
    """Each channel's spend, what it brings, and what one more conversion would cost there."""
    voice, divided, currency = voice_of(found.client_month), found.found, found.client_month.brief.currency
    columns = [voice.text(title) for title in wording.split.COLUMNS]
    if divided is None:
        return Table(voice.text(wording.split.NO_SPLIT), columns, [])
    rows = [_row(voice, paid, currency) for paid in divided.channels]
    caption = voice.say(wording.split.SPLIT_OF, total=(divided.plan.total, currency))
    return Table(caption, columns, rows, frozenset(range(1, 6)))


def show_findings(found: SplitAssessment) -> None:
    """What the split gains, what a target would cost, and what was settled on."""
    voice, divided = voice_of(found.client_month), found.found
    if divided is None:
        return
    currency, counts = found.client_month.brief.currency, divided.plan.counts
    for paid in divided.channels:
        kind = "split left out" if paid.spend == 0 else "split at least"
        if paid.spend <= max(0.0, paid.channel.least):
            show_sentence(voice.finding(kind, channel=paid.channel.key, spend=(paid.spend, currency)))
    month = found.client_month.month.end_time.date()
    show_sentence(_gain(voice, "gain", divided.gain_equal, counts=counts))
    if divided.gain_last is None:
        show_sentence(voice.finding("split no last", month=month))
    else:
        show_sentence(_gain(voice, "gain last", divided.gain_last, counts=counts, month=month))
    _show_target(voice, divided, currency)
    if divided.decided is not None:
        _show_settled(voice, divided, divided.decided, currency)
    show_sentence(voice.finding("split marked", draws=len(divided.draws)))


def scenarios(found: SplitAssessment) -> Table:
    """The split beside other totals and cautions, and beside what was settled on."""
    voice, divided, currency = voice_of(found.client_month), found.found, found.client_month.brief.currency
    columns = [voice.text(title) for title in wording.split.SCENARIO_COLUMNS]
    caption = voice.text(wording.split.SCENARIOS)
    if divided is None:
        return Table(caption, columns, [])
    plan = divided.plan
    tries = [Tried(voice.text(wording.split.THE_SPLIT), plan.total, plan.caution, divided.response)]
    rows = [_tried_row(voice, divided, tried, currency) for tried in (*tries, *divided.scenarios)]
    if divided.decided is not None:
        response = divided.decided.response
        settled = Tried(voice.text(wording.split.SETTLED), response.total, float("nan"), response)
        rows.append(_tried_row(voice, divided, settled, currency))
    return Table(caption, columns, rows, frozenset({1, 2, 4, 5, 6}))


def show_reach(found: SplitAssessment) -> None:
    """How many people the channels reach together at the split, nobody counted twice."""
    voice, divided = voice_of(found.client_month), found.found
    if divided is None:
        show_sentence(voice.finding("split none"))
        return
    reach = {
        name: getattr(divided.reach, name) * divided.audience for name in ("least", "independent", "most")
    }
    kind = "split reach one" if divided.reach.least == divided.reach.most else "split reach"
    show_sentence(voice.finding(kind, audience=divided.audience, **reach))


def headline(found: SplitAssessment) -> str | None:
    """How media money is best divided, in one sentence; None without a split."""
    voice, divided, currency = voice_of(found.client_month), found.found, found.client_month.brief.currency
    if divided is None:
        return None
    all_spent = divided.unspent < divided.plan.unit
    return voice.headline(
        "budget, split all" if all_spent else "budget, split",
        total=(divided.plan.total, currency),
        spent=(divided.response.total, currency),
        parts=_given(voice, divided, divided.response.spend, currency),
    )


def split_record(found: SplitAssessment) -> dict[str, Any] | None:
    """What of B2 and B3 stands in the record of stage 07; None where there is no split."""
    divided = found.found
    if divided is None:
        return None
    plan = divided.plan
    return {
        **{"counts": plan.counts, "total": plan.total, "unit": plan.unit, "caution": plan.caution},
        **{"margin": divided.margin, "margin_stated": plan.margin, "worth": _worth_record(divided)},
        **{"target": plan.target, "audience": divided.audience},
        "channels": [_channel_record(divided, paid) for paid in divided.channels],
        **{"mean": divided.response.mean, "low": divided.response.low, "unspent": divided.unspent},
        "gain_equal": _gain_record(divided.gain_equal),
        "gain_last": _gain_record(divided.gain_last) if divided.gain_last else None,
        "stop": None if divided.margin is None else divided.stopped,
        "last_pays": divided.last_pays,
        **_target_record(divided),
        "reach": divided.reach,
        "scenarios": [_tried_record(divided, tried) for tried in divided.scenarios],
        "decided": _decided_record(divided, divided.decided) if divided.decided else None,
    }


def plot_curves(divided: Divided, axes: Axes, *, currency: str, voice: Voice) -> Axes:
    """A line a channel with the band that holds eight times in ten; the split is a filled dot on each."""
    curves = divided.draws.curves
    most = 1.25 * max(*(max(paid.spend, paid.last) for paid in divided.channels), divided.plan.unit)
    spend = np.linspace(0, most, _POINTS)
    ends = []
    for index, paid in enumerate(divided.channels):
        v, k, s = curves.v[:, index, None], curves.k[:, index, None], float(curves.s[index])
        with np.errstate(divide="ignore"):
            drawn = v / (1 + (k / spend) ** s)
        low, high = np.quantile(drawn, (0.1, 0.9), axis=0)
        middle = drawn.mean(axis=0)
        colour, line = _COLOURS[index % 4], _LINES[index % 4]
        axes.fill_between(spend, low, high, color=colour, alpha=0.13, linewidth=0)
        axes.plot(spend, middle, color=colour, linestyle=line, linewidth=2)
        axes.plot(
            paid.spend,
            paid.brings[0],
            "o",
            markersize=9,
            color=colour,
            markeredgecolor="white",
            zorder=3,
            clip_on=False,
        )
        ends.append((float(middle[-1]), paid, colour))
    _label(axes, ends, most, currency, voice)
    axes.set_xlim(-0.01 * most, 1.36 * most)
    axes.set_ylim(bottom=0)
    axes.set_xticks([tick for tick in axes.get_xticks() if 0 <= tick <= most])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.money(value, currency)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.number(value)))
    across, up = wording.split.AXES
    axes.set_xlabel(voice.text(across), fontsize=9, color=charts.INK)
    axes.set_ylabel(voice.say(up, counts=voice.text(divided.plan.counts)), fontsize=9, color=charts.INK)
    return axes


def _label(axes: Axes, ends: list[tuple[float, Paid, str]], most: float, currency: str, voice: Voice) -> None:
    """Each channel's name and spend at the end of its line, moved up where two would cover each other."""
    apart, place = _HIGH * axes.get_ylim()[1], -1e300
    for end, paid, colour in sorted(ends, key=lambda each: each[0]):
        place = max(end, place + apart)
        given = voice.say(wording.split.GIVEN, channel=paid.channel.key, spend=(paid.spend, currency))
        axes.annotate(
            f" {given}", (most, place), fontsize=9, va="center", color=colour, annotation_clip=False
        )


def _row(voice: Voice, paid: Paid, currency: str) -> list[str]:
    brings, (middle, low, high) = paid.brings, paid.marginal
    dearer = [_one_more(each) for each in (middle, high, low)]
    return [
        paid.channel.key,
        voice.exact_money(paid.spend, currency),
        voice.money(paid.last, currency),
        _within([voice.number(each) for each in brings]),
        voice.money(paid.cost, currency),
        _within([voice.money(each, currency) for each in dearer]),
        _basis(voice, paid),
    ]


def _within(written: list[str]) -> str:
    """A value with the ends of its range."""
    return "{} ({} – {})".format(*written)


def _one_more(marginal: float) -> float | None:
    """What one more conversion costs at a marginal return; None where no money brings one."""
    return 1 / marginal if marginal > 0 else None


def _basis(voice: Voice, paid: Paid) -> str:
    ruled = paid.basis == "history" and paid.learnt.prior_dominated
    return voice.say(wording.split.BASES["prior-dominated" if ruled else paid.basis], weeks=paid.learnt.weeks)


def _tried_row(voice: Voice, divided: Divided, tried: Tried, currency: str) -> list[str]:
    response = tried.response
    said = [tried.name, voice.exact_money(tried.total, currency), voice.number(tried.caution)]
    if response is None:
        return [*said, voice.text(wording.split.IMPOSSIBLE), MISSING, MISSING, MISSING]
    cost = response.total / response.mean if response.mean else None
    given = voice.words(_given(voice, divided, response.spend, currency))
    return [
        *said,
        given,
        voice.number(response.mean),
        voice.number(response.low),
        voice.money(cost, currency),
    ]


def _given(voice: Voice, divided: Divided, spend: Iterable[float], currency: str) -> list[str]:
    """Each channel with its money."""
    return [
        voice.say(wording.split.GIVEN, channel=paid.channel.key, spend=(amount, currency))
        for paid, amount in zip(divided.channels, spend, strict=True)
    ]


def _gain(voice: Voice, kind: str, gain: Gain, **figures: Any) -> str:
    """What the split gains over another; nothing to tell where the interval holds none."""
    said = {"gain": "split gain equal", "gain last": "split gain last"}
    none = {"gain": "split no gain", "gain last": "split no gain last"}
    names = said if gain.brings[1] > 0 else none
    return voice.finding(names[kind], share=gain.share, **_figures("value", gain.brings), **figures)


def _show_target(voice: Voice, divided: Divided, currency: str) -> None:
    target, counts = divided.target, divided.plan.counts
    if target is None:
        return
    figures = {"target": target.wanted, "rest": target.rest, "besides": target.wanted - target.rest}
    if target.spend is None:
        show_sentence(voice.finding("split target, never", counts=counts, **figures))
        return
    parts = [
        voice.say(wording.split.GIVEN_ABOUT, channel=paid.channel.key, spend=(amount, currency))
        for paid, amount in zip(divided.channels, target.spend, strict=True)
    ]
    money = {"needed": (target.needed, currency), "last": (target.last, currency)}
    show_sentence(voice.finding("split target", counts=counts, parts=parts, **figures, **money))


def _show_settled(voice: Voice, divided: Divided, decided: Decided, currency: str) -> None:
    response = decided.response
    parts = _given(voice, divided, response.spend, currency)
    figures = {"mean": response.mean, "loss": decided.loss, "counts": divided.plan.counts}
    show_sentence(voice.finding("split decided", parts=parts, **figures))


def _figures(name: str, interval: tuple[float, float, float]) -> dict[str, float]:
    return dict(zip((name, "low", "high"), interval, strict=True))


def _channel_record(divided: Divided, paid: Paid) -> dict[str, Any]:
    channel, margin = paid.channel, divided.margin
    return {
        **{"key": channel.key, "platform": channel.platform, "kind": channel.kind, "spend": paid.spend},
        **_figures("expected", paid.brings),
        "marginal": paid.marginal[0],
        **{"marginal_low": paid.marginal[1], "marginal_high": paid.marginal[2]},
        "margin": None if margin is None else paid.marginal[0] * margin,
        **{"least": channel.least, "most": channel.most, "last": paid.last, "reached": paid.reached},
        **{"basis": paid.basis, "prior_dominated": paid.learnt.prior_dominated, "weeks": paid.learnt.weeks},
        **{"effective": paid.learnt.effective, "source": channel.source},
    }


def _worth_record(divided: Divided) -> dict[str, Any] | None:
    """What a conversion left, with its interval, and of how many it is known."""
    worth = divided.worth
    if worth is None:
        return None
    figures = {name: getattr(worth, name) for name in ("value", "low", "high", "conversions", "paid")}
    return {**figures, "first": worth.first, "last": worth.last}


def _target_record(divided: Divided) -> dict[str, Any]:
    """The cheapest way to the target and the chance of the split to bring it; empty keys without a target."""
    target = divided.target
    return {
        "least_spend": _spends(divided, target.spend) if target and target.spend else None,
        "target_chance": target.chance if target else None,
        "target_besides": target.besides if target else None,
        "target_last_costs": target.last if target else None,
    }


def _gain_record(gain: Gain) -> dict[str, Any]:
    return {**_figures("value", gain.brings), "share": gain.share}


def _spends(divided: Divided, spend: Iterable[float]) -> dict[str, float]:
    return {paid.channel.key: amount for paid, amount in zip(divided.channels, spend, strict=True)}


def _response_record(divided: Divided, response: Response) -> dict[str, Any]:
    return {"split": _spends(divided, response.spend), "mean": response.mean, "low": response.low}


def _tried_record(divided: Divided, tried: Tried) -> dict[str, Any]:
    said = {"name": tried.name, "total": tried.total, "caution": tried.caution}
    none = {"split": None, "mean": None, "low": None}
    return said | (_response_record(divided, tried.response) if tried.response else none)


def _decided_record(divided: Divided, decided: Decided) -> dict[str, Any]:
    return {**_response_record(divided, decided.response), "best": decided.best.mean, "loss": decided.loss}
