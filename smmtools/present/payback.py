"""Rule M3 as stage 07 shows it: the cohorts, when each repays its cost, and the picture by the calendar.

The agency's fee is part of the cost in internal reports only; a client's cost, days and picture are reckoned
without it, so that it cannot be worked out from them.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.present import charts, wording
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.cohorts import PartPayback, PaybackAssessment, assess_payback, whole_days
from smmtools.strategy.payback import Repayment, repaid_on

_PLAIN = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
DAYS_AHEAD = 31
"""How far beyond the month's end the picture reaches, for margin that is expected by then."""


def table(found: PaybackAssessment) -> Table:
    """Every cohort of every part: what it cost, what it sold, how much of that is known, and when it pays."""
    voice = voice_of(found.client_month)
    rows = [_row(voice, found, part, each) for part in found.parts for each in range(len(part.found.cohorts))]
    titles = [_("contacts"), _("media"), _("content")]
    titles += [_("our fee")] if found.with_fee else []
    titles += [_("orders"), _("sales"), _("known"), _("margin in all"), _("repaid")]
    numeric = frozenset(range(1, len(titles) - 1))
    return Table(
        voice.text(_("When the months repay")), [voice.text(title) for title in titles], rows, numeric
    )


def show_paths(found: PaybackAssessment) -> None:
    """Cost and margin of each part by the calendar, with the day on which what was spent is first covered."""
    voice = voice_of(found.client_month)
    if not found.parts:
        show_sentence(voice.finding("payback none"))
        return
    for part in found.parts:
        _show_path(voice, found, part)
    show_sentence(" ".join([_terms(voice, found), *_lag_seen(voice, found.parts[0])]))
    if found.with_fee:
        says = headline(assess_payback(replace(found.client_month, audience="client")))
        parts = [voice.finding("payback cost inside")]
        parts += [voice.finding("payback for the client", says=says)] if says else []
        show_sentence(" ".join(parts))
    else:
        show_sentence(voice.finding("payback cost"))
    show_sentence(voice.finding("payback and romi"))
    show_sentence(" ".join(_contacts(voice, part) for part in found.parts))
    show_sentence(voice.finding("payback attributed"))


def headline(found: PaybackAssessment) -> str | None:
    """Of all social channels together, else of the dearest part, and of parts that never pay; or None."""
    spent = [each for each in found.parts if each.finding != "nothing spent"]
    told = [*spent[:1], *(each for each in spent[1:] if each.finding == "never pays")]
    return " ".join(_headline(found, each) for each in told) or None


def _headline(found: PaybackAssessment, part: PartPayback) -> str:
    voice = voice_of(found.client_month)
    counted = wording.payback.COUNTED_PART if part.part else wording.payback.COUNTED_ALL
    figures = {"part": part.channel, "days": whole_days(part.month.days), "from": part.judged_from}
    return voice.headline(f"payback, {part.finding}", counted=voice.text(counted), **figures)


def payback_record(found: PaybackAssessment) -> dict[str, Any]:
    """What of M3 stands in the record of stage 07; the fee only for the agency's own eyes."""
    terms = found.terms
    return {
        "terms": terms.model_dump(mode="json") if terms else None,
        "attributed": True,
        "with_fee": found.with_fee,
        "parts": [_part_record(found, part) for part in found.parts],
    }


def _part_record(found: PaybackAssessment, part: PartPayback) -> dict[str, Any]:
    repaid = repaid_on(part.path(_last_day(part)))
    return {
        "key": part.key,
        "platform": part.part.platform if part.part else None,
        "kind": part.part.kind if part.part else None,
        "finding": part.finding,
        "judged_from": part.judged_from,
        "repaid_on": repaid,
        "orders": {name: getattr(part.sold, name) for name in ("by_application", "by_lag", "earlier")},
        "cohorts": [_cohort_record(found, each) for each in part.found.cohorts],
    }


def _cohort_record(found: PaybackAssessment, each: Repayment) -> dict[str, Any]:
    cohort = each.cohorts[0]
    said: dict[str, Any] = {
        **{name: getattr(cohort, name) for name in ("start", "end", "spend", "content", "orders", "sales")},
        "cost": each.cost,
        "known": each.known,
        "expected_sales": each.sales,
        **{name: getattr(each, name) for name in ("finding", "margin", "days", "low", "high", "chance")},
        "never": math.isinf(each.days),
    }
    return said | ({"fees": cohort.fees} if found.with_fee else {})


def _row(voice: Voice, found: PaybackAssessment, part: PartPayback, place: int) -> list[str]:
    each = part.found.cohorts[place]
    cohort, currency = each.cohorts[0], found.client_month.brief.currency
    fee = [voice.money(cohort.fees, currency)] if found.with_fee else []
    return [
        voice.say(wording.payback.CONTACTS_OF, part=part.channel, month=cohort.end),
        voice.money(cohort.spend, currency),
        MISSING if part.part else voice.money(cohort.content, currency),
        *fee,
        voice.number(cohort.orders),
        voice.money(cohort.sales, currency),
        voice.percent(each.known),
        voice.money(each.margin, currency),
        _repaid(voice, part, place),
    ]


def _repaid(voice: Voice, part: PartPayback, place: int) -> str:
    """What there is to say, with the days and their interval where they are known: pays: 9 days (6 – 21)."""
    each = part.found.cohorts[place]
    finding = part.finding if each is part.month else part.state(place)
    state = voice.text(wording.payback.STATES[finding])
    if finding not in ("pays", "pays without the fee", "pays if the lag holds", "may pay"):
        return state
    low, high = (whole_days(bound) for bound in (each.low, each.high))
    most = voice.in_days(high) if math.isinf(high) else voice.number(high)
    return f"{state}: {voice.in_days(whole_days(each.days))} ({voice.number(low)} – {most})"


def _last_day(part: PartPayback) -> dt.date:
    return part.found.on + dt.timedelta(days=DAYS_AHEAD)


def _show_path(voice: Voice, found: PaybackAssessment, part: PartPayback) -> None:
    path = part.path(_last_day(part))
    if path.empty:
        show_sentence(voice.finding("payback no path", part=part.channel))
        return
    currency, repaid = found.client_month.brief.currency, repaid_on(path)
    first, until = path.index[0].date(), path.index[-1].date()
    last = path.iloc[-1]
    says = voice.finding(
        "payback path repaid" if repaid else "payback path open",
        part=part.channel, first=first, until=until, repaid=repaid, on=part.found.on,
        cost=(float(last["cost"]), currency), margin=(float(last["margin"]), currency),
    )  # fmt: skip
    left_out = [each.cohorts[0].end for each in part.found.cohorts if math.isnan(each.sales)]
    if left_out:
        says = f"{says} {voice.finding('payback path left out', months=left_out)}"
    plot = partial(plot_path, path, on=part.found.on, currency=currency, voice=voice)
    title = voice.finding("payback title", part=part.channel, first=first)
    show(charts.figure_of(plot, title, height=3.4), says)


def _contacts(voice: Voice, part: PartPayback) -> str:
    counts = {name: getattr(part.sold, name) for name in ("by_application", "by_lag", "earlier")}
    return voice.finding("payback contacts", part=part.channel, **counts)


def _lag_seen(voice: Voice, part: PartPayback) -> list[str]:
    """The lag that the exports show, beside the one that was stated."""
    number, median, p90 = part.sold.lag_seen
    if not number:
        return []
    waits = {"median": _within(voice, median), "p90": _within(voice, p90)}
    return [voice.finding("payback lag seen", part=part.channel, number=number, **waits)]


def _within(voice: Voice, days: float) -> str:
    if days < 1:
        return voice.text(wording.payback.SAME_DAY)
    return voice.say(wording.payback.WITHIN, days=days)


def _terms(voice: Voice, found: PaybackAssessment) -> str:
    terms = found.terms
    source = terms.source if terms and terms.source else voice.text(_("source not stated"))
    part = found.parts[0]
    figures = {"margin": part.margin, "median": part.lag.median, "p90": part.lag.p90}
    return voice.finding("payback terms", source=source, **figures)


def plot_path(path: pd.DataFrame, axes: Axes, *, on: dt.date, currency: str, voice: Voice) -> Axes:
    """Cost (dashed) and margin (solid) added up by day; what is still to come thin, the payback day marked.

    ``path`` is ``payback.accumulate``'s: one row a day with the columns cost and margin.
    """
    known, ahead = path.loc[: str(on)], path.loc[str(on) :]
    for column, style, colour in (("cost", "--", charts.INK), ("margin", "-", charts.ACCENT)):
        axes.plot(known.index, known[column], color=colour, linestyle=style, linewidth=2.2)
        axes.plot(ahead.index, ahead[column], color=colour, linestyle=style, linewidth=1.0)
    ends = path.iloc[-1]
    apart, lift = 0.08 * float(ends.max()), {"cost": 0.0, "margin": 0.0}
    if abs(ends["cost"] - ends["margin"]) < apart:
        lift[str(ends.idxmax())], lift[str(ends.idxmin())] = apart / 2, -apart / 2
    for column, label in (("cost", wording.payback.COST), ("margin", wording.payback.MARGIN)):
        says = f" {voice.text(label)} {voice.money(float(ends[column]), currency)}"
        axes.annotate(
            says, (path.index[-1], ends[column] + lift[column]), fontsize=9, color=charts.INK, va="center"
        )
    axes.axvline(_place(on), color=charts.MUTED, linestyle=":", linewidth=1.2)
    _mark(path, axes, voice)
    span = path.index[-1] - path.index[0]
    axes.set_xlim(path.index[0], path.index[-1] + span * 0.28)
    axes.set_ylim(bottom=0)
    firsts = pd.DatetimeIndex([stamp for stamp in pd.DatetimeIndex(path.index) if stamp.day == 1])
    axes.set_xticks(firsts, [voice.short_day(stamp) for stamp in firsts])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.money(value, currency)))
    axes.set_xlabel(voice.say(wording.payback.KNOWN_UNTIL, day=on), fontsize=9, color=charts.INK)
    return axes


def _mark(path: pd.DataFrame, axes: Axes, voice: Voice) -> None:
    """A dot with its date on the day on which the margin first covers what was spent."""
    repaid = repaid_on(path)
    if repaid is None:
        return
    place = (_place(repaid), float(path["margin"].loc[str(repaid)]))
    axes.plot(
        place[0], place[1], "o", markersize=9, markerfacecolor="white", markeredgecolor=charts.INK, zorder=3
    )
    says = voice.say(wording.payback.REPAID, day=repaid)
    axes.annotate(says, place, (12, -3), textcoords="offset points", fontsize=9, va="center",
                  color=charts.INK, bbox=_PLAIN)  # fmt: skip


def _place(day: dt.date) -> float:
    """Where a day stands on an axis of dates: days since 1970, as matplotlib counts."""
    return float((day - dt.date(1970, 1, 1)).days)
