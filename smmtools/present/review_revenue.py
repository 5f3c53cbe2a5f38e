"""Stage 08 as it is shown: why revenue changed."""

from __future__ import annotations

from functools import partial

from smmtools.present import charts, wording
from smmtools.present import review_pictures as pictures
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.review_plan import titles as column_titles
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.earnings import ChannelChange, Conversion, Counts, RevenueChange
from smmtools.strategy.revenue_parts import FACTORS
from smmtools.strategy.review import ReviewAssessment


def show_revenue(found: ReviewAssessment) -> None:
    """The change of revenue, part by part, as a picture; what it rests on, in words."""
    voice, change, currency = voice_of(found.client_month), found.revenue, found.client_month.brief.currency
    if change is None:
        show_sentence(voice.finding("no waterfall"))
        return
    if not change.split:
        show_sentence(voice.finding("not split", change=(change.change, currency)))
        return
    plot = partial(pictures.plot_waterfall, change, currency=currency, voice=voice)
    figure = charts.figure_of(plot, voice.finding("waterfall title"), height=3.6)
    show(figure, _waterfall_says(voice, change, currency))
    show_sentence(" ".join(_doubts(voice, change)))


def channels(found: ReviewAssessment) -> Table:
    """Each channel's revenue in both months, and its parts; those that cannot be split, too."""
    voice, change, currency = voice_of(found.client_month), found.revenue, found.client_month.brief.currency
    rows = [_channel_row(voice, each, currency) for each in (change.channels if change else ())]
    if change and rows:
        parts = [voice.signed(change.parts[factor], currency) for factor in FACTORS]
        whole = [voice.money(change.before, currency), voice.money(change.now, currency)]
        rest, total = voice.signed(change.rest, currency), voice.signed(change.change, currency)
        rows.append([voice.text(_("together")), *whole, *parts, rest, total])
    names = [voice.text(wording.review.FACTORS[factor]) for factor in FACTORS]
    columns = [
        *column_titles(voice, _("channel"), _("month before"), _("this month")), *names,
        *column_titles(voice, wording.review.REST, wording.review.CHANGE),
    ]  # fmt: skip
    return Table(voice.text(_("Revenue by channel")), columns, rows, frozenset(range(1, 9)))


def factors(found: ReviewAssessment) -> Table:
    """What each channel's revenue is the product of, the month before and this month."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = [
        [place(voice, each), voice.text(when), *_factor_cells(voice, counts, currency)]
        for each in (found.revenue.split if found.revenue else ())
        for when, counts in ((_("month before"), each.before), (_("this month"), each.now))
    ]
    titles = (
        _("channel"), _("when"), _("impressions"), _("link clicks"), _("clicks per impression"), _("orders"),
        _("orders per click"), _("average order"),
    )  # fmt: skip
    return Table(
        voice.text(_("What revenue is made of")), column_titles(voice, *titles), rows, frozenset(range(2, 8))
    )


def conversions(found: ReviewAssessment) -> Table:
    """Which share of each channel's clicks became orders, in both months, and whether chance may be why."""
    voice = voice_of(found.client_month)
    rows = [
        [
            place(voice, each),
            voice.percent(said.before),
            voice.percent(said.now),
            voice.percent(said.difference),
            interval(voice, said.low, said.high, voice.percent),
            interval(voice, said.due_low, said.due_high, voice.percent),
            voice.text(_what_it_is(said)),
        ]
        for each in (found.revenue.split if found.revenue else ())
        if (said := each.conversion)
    ]
    titles = (
        _("channel"), _("month before"), _("this month"), _("difference"), _("interval"),
        _("interval, by the orders due"), _("what it is"),
    )  # fmt: skip
    return Table(
        voice.text(_("Orders per click")), column_titles(voice, *titles), rows, frozenset(range(1, 6))
    )


def place(voice: Voice, each: ChannelChange) -> str:
    """A channel of earnings by its reader's name."""
    return voice.say(wording.review.PLACES[each.part], platform=voice.platform(each.platform))


def revenue_headline(found: ReviewAssessment) -> str:
    """What revenue did, as the headline ends."""
    voice = voice_of(found.client_month)
    of_revenue = next(each for each in found.verdicts if each.finding.startswith("revenue"))
    kinds = {
        "revenue, up": "review, revenue up",
        "revenue, up while conversion falls": "review, conversion falls",
        "revenue, up while conversion may fall": "review, conversion may fall",
        "revenue, up while conversion waits": "review, conversion waits",
        "revenue, down waiting": "review, revenue down waiting",
        "revenue, down": "review, revenue down",
        "revenue, down maybe": "review, revenue down maybe",
        "revenue, down unsplit": "review, revenue down unsplit",
    }
    kind = kinds.get(of_revenue.finding)
    return voice.headline(kind, **of_revenue.facts) if kind else voice.headline("review, no revenue")


def _channel_row(voice: Voice, each: ChannelChange, currency: str) -> list[str]:
    money = [voice.money(each.before.revenue, currency), voice.money(each.now.revenue, currency)]
    change = voice.signed(each.change, currency)
    if each.parts is None:
        return [place(voice, each), *money, *[MISSING] * len(FACTORS), change, change]
    parts = [voice.signed(each.parts[factor], currency) for factor in FACTORS]
    return [place(voice, each), *money, *parts, MISSING, change]


def _factor_cells(voice: Voice, counts: Counts, currency: str) -> list[str]:
    said = counts.factors
    return [
        voice.number(counts.impressions), voice.number(counts.clicks), voice.percent(said["ctr"]),
        voice.number(counts.orders), voice.percent(said["conversion_rate"]),
        voice.money(said["aov"], currency),
    ]  # fmt: skip


def _waterfall_says(voice: Voice, change: RevenueChange, currency: str) -> str:
    parts = {factor: (part, currency) for factor, part in change.parts.items()}
    whole = {name: (getattr(change, name), currency) for name in ("before", "now", "change", "rest")}
    return voice.finding("waterfall" if change.apart else "waterfall, whole", **parts, **whole)


def _doubts(voice: Voice, change: RevenueChange) -> list[str]:
    """What the picture rests on: no interval, few orders, what was left apart, whether conversion changed."""
    said = [voice.finding("parts exact")]
    before, now = change.orders
    if change.few:
        said.append(voice.finding("few orders", before=before, now=now))
    if change.apart:
        said.append(voice.finding("apart", places=[place(voice, each) for each in change.apart]))
    if by_views := [place(voice, each) for each in change.split if each.views]:
        said.append(voice.finding("by views", places=by_views))
    clear = [place(voice, each) for each in change.split if each.conversion and each.conversion.clear]
    said.append(
        voice.finding("conversion clear", places=clear) if clear else voice.finding("conversion unclear")
    )
    if change.to_come:
        late = [place(voice, each) for each in change.to_come]
        due = min(each.own_due for each in change.to_come)
        said.append(voice.finding("conversion to come", places=late, due=due))
    return said


def _what_it_is(said: Conversion) -> str:
    """What a difference in conversion may be put down to."""
    if said.to_come:
        return _("orders still to come may be why")
    return _("beyond chance") if said.clear else _("chance may be why")
