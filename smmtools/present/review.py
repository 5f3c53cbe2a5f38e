"""Stage 08 as it is shown: its tables and sections, and its record."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.present import charts, wording
from smmtools.present import review_pictures as pictures
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.review_record import content_of
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import review
from smmtools.strategy.compared import Compared
from smmtools.strategy.earnings import ChannelChange, Conversion, Counts, RevenueChange
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.prior import RatePrior
from smmtools.strategy.revenue_parts import FACTORS
from smmtools.strategy.review import ReviewAssessment
from smmtools.strategy.season import Occasion
from smmtools.strategy.verdicts import Grade

UNSURE = ("cannot be told", "no interval")
"""Findings that say neither met nor missed."""
TEXT_SHOWN = 60
"""Characters of a post's text that are shown."""
HASH_SHOWN = 12
DOUBTED = ("not met", "ahead", "cannot be told")
"""Findings on a goal that are told with the chance of such a count."""


def show_plan(found: ReviewAssessment) -> None:
    """Which version of the plan the month is held against."""
    voice, plan, month = voice_of(found.client_month), found.plan.plan, _month_end(found)
    if plan is None:
        show_sentence(voice.finding("no plan in force", month=month))
        return
    count = len(found.plan.versions)
    kind = "plan in force" if count > 1 else "one plan in force"
    said = {"version": plan.version, "by": plan.by, "day": pictures.day_of(plan.when), "versions": count}
    show_sentence(voice.finding(kind, month=month, **said))


def versions(found: ReviewAssessment) -> Table:
    """Every approved version of the month's plan: by whom, when, and its hash."""
    voice = voice_of(found.client_month)
    rows = [
        [str(each.version), each.by, voice.day(pictures.day_of(each.when)), each.sha256[:HASH_SHOWN]]
        for each in found.plan.versions
    ]
    columns = _titles(voice, _("version"), _("approved by"), _("on"), _("hash begins"))
    return Table(voice.text(_("The approved plan's versions")), columns, rows, frozenset({0}), frozenset({3}))


def compared(found: ReviewAssessment) -> Table:
    """Plan against actual, figure by figure."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = [_compared_row(voice, each, currency) for each in found.plan.compared]
    columns = _titles(voice, _("what"), _("planned"), _("actual"), _("doubt"), _("what came of it"))
    return Table(voice.text(_("Plan against actual")), columns, rows, frozenset({1, 2, 3}))


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
        *_titles(voice, _("channel"), _("month before"), _("this month")), *names,
        *_titles(voice, wording.review.REST, wording.review.CHANGE),
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
        voice.text(_("What revenue is made of")), _titles(voice, *titles), rows, frozenset(range(2, 8))
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
    return Table(voice.text(_("Orders per click")), _titles(voice, *titles), rows, frozenset(range(1, 6)))


def trends(found: ReviewAssessment) -> Table:
    """Reach and new followers a day, against the month before."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            voice.text(_("accounts reached a day") if each.measure == "reach" else _("new followers a day")),
            voice.number(each.before[0]),
            voice.number(each.now[0]),
            voice.number(each.change[0]),
            interval(voice, each.change[1], each.change[2], voice.number),
            voice.text(each.finding),
        ]
        for each in found.looks.trends
    ]
    titles = (
        _("channel"), _("what"), _("month before"), _("this month"), _("times"), _("interval"), _("trend"),
    )  # fmt: skip
    return Table(voice.text(_("Reach and followers")), _titles(voice, *titles), rows, frozenset(range(2, 6)))


def top_posts(found: ReviewAssessment) -> Table:
    """The month's posts that engaged most, account by account."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{each.account} ({voice.platform(each.platform)})",
            voice.day(each.published.date()),
            voice.text(each.format) if each.format else MISSING,
            _short(each.text),
            voice.percent(each.rate[0]),
            interval(voice, each.rate[1], each.rate[2], voice.percent),
        ]
        for each in found.looks.top
    ]
    titles = (_("account"), _("day"), _("format"), _("text"), _("engagement rate"), _("interval"))
    return Table(voice.text(_("Posts that engaged most")), _titles(voice, *titles), rows, frozenset({4, 5}))


def show_better(found: ReviewAssessment) -> None:
    """Which kinds of posts did better than their account, for the next month's mix."""
    voice = voice_of(found.client_month)
    if not found.looks.top:
        show_sentence(voice.finding("no posts to compare"))
    elif not found.looks.better:
        show_sentence(voice.finding("no kind better"))
    by_account: dict[tuple[str, str], list[str]] = {}
    for result, group in found.looks.better:
        by_account.setdefault((result.platform, result.account), []).append(group.kind)
    for (platform, account), kinds in by_account.items():
        show_sentence(voice.finding("kinds better", account=account, platform=platform, kinds=kinds))


def show_season(found: ReviewAssessment) -> None:
    """The month beside the same month last year, or why there is nothing to set it beside."""
    voice, season = voice_of(found.client_month), found.season
    months = [
        voice.say(wording.review.MONTHS_COUNT, month=voice.month_word(month), count=count)
        for month, count in season.totals.items()
    ]
    parts = [voice.finding("season, months", goal=season.goal, months=months)] if months else []
    parts.append(_season_says(voice, found))
    if not math.isnan(season.index):
        parts.append(voice.finding("season, index", index=season.index))
    if not season.holidays_known:
        parts.append(voice.finding("holidays unknown"))
    show_sentence(" ".join(parts))


def occasions(found: ReviewAssessment) -> Table:
    """Holidays and fixed dates of the month and the two ahead."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.day(each.day),
            each.name if each.holiday else _topic(voice, each),
            voice.text(_("public holiday") if each.holiday else _("fixed date of the content plan")),
        ]
        for each in found.season.occasions
    ]
    return Table(
        voice.text(_("Days that matter, this month and ahead")),
        _titles(voice, _("day"), _("what"), _("kind")),
        rows,
    )


def show_prior(found: ReviewAssessment) -> None:
    """What next month starts from, and why."""
    voice = voice_of(found.client_month)
    if not found.priors:
        show_sentence(voice.finding("no priors"))
        return
    months = max(len(each.after.months) for each in found.priors)
    parts = [voice.finding("priors", months=months) if months else voice.finding("priors, none counted")]
    bare = [each.worth(each.after.counts) for each in found.priors if not each.after.months]
    parts += [voice.finding("prior benchmark", clicks=max(bare))] if bare else []
    show_sentence(" ".join(parts))


def priors(found: ReviewAssessment) -> Table:
    """Each rate: what this month started from, what it counted, what next month starts from."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.text(wording.review.RATES[each.name]),
            *_rate_cells(voice, each, each.before.counts),
            *_rate_cells(voice, each, each.own),
            *_rate_cells(voice, each, each.after.counts),
            voice.words(voice.month_word(month) for month in each.after.months) or MISSING,
        ]
        for each in found.priors
    ]
    titles = (
        _("rate"), _("this month started from"), _("worth"), _("counted this month"), _("worth"),
        _("next month starts from"), _("worth"), _("months counted"),
    )  # fmt: skip
    return Table(
        voice.text(_("What next month starts from")), _titles(voice, *titles), rows, frozenset(range(1, 7))
    )


def actions(found: ReviewAssessment) -> Table:
    """What to do next month: why, what, which decision it changes, who, by when."""
    voice = voice_of(found.client_month)
    rows = []
    for each in found.to_do.actions:
        reason, remedy = voice.verdict(each.verdict)
        if each.same > 1:
            reason = voice.say(wording.review.AND_MORE, reason=reason, more=each.same - 1)
        owner = each.owner or voice.text(wording.common.ANALYST)
        decision = voice.text(wording.review.DECISIONS[each.decision])
        rows.append([each.verdict.rule, reason, remedy, decision, owner, voice.day(each.due)])
    titles = (_("rule"), _("what was found"), _("what to do"), _("decision to change"), _("who"), _("by"))
    return Table(voice.text(_("What to change next month")), _titles(voice, *titles), rows)


def show_more(found: ReviewAssessment) -> None:
    """How many more findings ask for something."""
    voice = voice_of(found.client_month)
    if not found.to_do.actions:
        show_sentence(voice.finding("nothing to do"))
    elif found.to_do.more:
        show_sentence(voice.finding("more to do", more=found.to_do.more))
    else:
        show_sentence(voice.finding("nothing more"))


def review_record(found: ReviewAssessment) -> dict[str, Any]:
    """The record of stage 08: plan against actual, revenue's parts, the season, the priors, the actions."""
    return record_of(review.STAGE, found, headline(found), content_of(found))


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 08, computed without the notebook."""
    return review_record(review.assess(case))


def headline(found: ReviewAssessment) -> str:
    """How much of the plan was met, and what revenue did."""
    voice, says = voice_of(found.client_month), _revenue_headline(found)
    if found.plan.plan is None:
        return voice.headline("review, no plan", month=_month_end(found), says=says)
    known = [each for each in found.plan.compared if each.grade != Grade.NO_DATA]
    judged = [each for each in known if each.finding not in UNSURE]
    unsure = len(known) - len(judged)
    if not judged:
        return voice.headline("review, nothing judged", says=says)
    met = sum(each.grade == Grade.PASS for each in judged)
    kind = "review, some unsure" if unsure else "review"
    return voice.headline(kind, met=met, judged=len(judged), unsure=unsure, says=says)


def place(voice: Voice, each: ChannelChange) -> str:
    """A channel of earnings by its reader's name."""
    return voice.say(wording.review.PLACES[each.part], platform=voice.platform(each.platform))


def _revenue_headline(found: ReviewAssessment) -> str:
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


def _compared_row(voice: Voice, each: Compared, currency: str) -> list[str]:
    def written(value: float) -> str:
        return voice.figure(value, each.unit, currency)

    kind = voice.text(wording.review.KINDS[each.kind])
    detail = _compared_detail(voice, each)
    doubt = MISSING
    if not (math.isnan(each.low) or math.isnan(each.high)):
        doubt = interval(voice, each.low, each.high, written)
    elif each.finding in DOUBTED and not math.isnan(each.chance):
        doubt = voice.say(wording.review.CHANCE, chance=each.chance)
    elif not math.isnan(each.least):
        doubt = voice.say(wording.review.POOR_MONTH, least=written(each.least))
    state = voice.text(wording.review.STATES[each.finding])
    return [
        f"{kind}: {detail}" if detail else kind,
        written(each.planned),
        written(each.actual),
        doubt,
        state,
    ]


def _compared_detail(voice: Voice, each: Compared) -> str:
    """What of a kind is compared: a goal, an indicator, a channel; empty of what there is one of."""
    if each.kind == "goal":
        return each.name
    if each.kind == "indicator":
        return voice.watched(each.name, each.platform, each.facts.get("goal", "")) if each.name else ""
    return voice.channel(Channel(each.platform, part=each.name)) if each.platform else ""


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


def _rate_cells(voice: Voice, each: RatePrior, counts: Any) -> list[str]:
    mean, worth = each.mean(counts), each.worth(counts)
    if math.isnan(mean):
        return [MISSING, MISSING]
    template = wording.review.WORTH_OF_SALE if each.name == "sale_rate" else wording.review.WORTH
    return [voice.percent(mean), voice.say(template, worth=voice.number(worth))]


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


def _season_says(voice: Voice, found: ReviewAssessment) -> str:
    season = found.season
    if season.indicator is None:
        return voice.finding("season, no goal")
    if not season.compared:
        return voice.finding("season, none", spread=season.spread)
    ratio, low, high = season.ratio
    figures = {
        "goal": season.goal, "then": season.last_year,
        "now": season.totals.get(str(found.client_month.month), math.nan),
        "ratio": ratio, "low": low, "high": high,
    }  # fmt: skip
    return voice.finding("season, year ago, bare" if math.isnan(low) else "season, year ago", **figures)


def _topic(voice: Voice, each: Occasion) -> str:
    """A topic as its key reads, with the beginning of what it says."""
    named = each.name.replace("_", " ")
    named = named[:1].upper() + named[1:]
    return voice.say(wording.review.TOPIC, topic=named, text=_short(each.text)) if each.text else named


def _short(text: str | None) -> str:
    said = " ".join((text or MISSING).split())
    return said if len(said) <= TEXT_SHOWN else f"{said[:TEXT_SHOWN].rstrip()}…"


def _titles(voice: Voice, *titles: str) -> Sequence[str]:
    return [voice.text(title) for title in titles]


def _month_end(found: ReviewAssessment) -> Any:
    return found.client_month.month.end_time.date()
