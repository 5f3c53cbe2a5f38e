"""Stage 08 as it is shown: its tables and sections, and its record."""

from __future__ import annotations

import math
from typing import Any

from smmtools.inputs.client_month import ClientMonth
from smmtools.present import wording
from smmtools.present.display import Table, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.review_plan import compared as compared
from smmtools.present.review_plan import month_end
from smmtools.present.review_plan import show_plan as show_plan
from smmtools.present.review_plan import titles as column_titles
from smmtools.present.review_plan import versions as versions
from smmtools.present.review_record import content_of
from smmtools.present.review_revenue import channels as channels
from smmtools.present.review_revenue import conversions as conversions
from smmtools.present.review_revenue import factors as factors
from smmtools.present.review_revenue import place as place
from smmtools.present.review_revenue import revenue_headline
from smmtools.present.review_revenue import show_revenue as show_revenue
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import review
from smmtools.strategy.prior import RatePrior
from smmtools.strategy.review import ReviewAssessment
from smmtools.strategy.season import Occasion
from smmtools.strategy.verdicts import Grade

UNSURE = ("cannot be told", "no interval")
"""Findings that say neither met nor missed."""
TEXT_SHOWN = 60
"""Characters of a post's text that are shown."""


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
    return Table(
        voice.text(_("Reach and followers")), column_titles(voice, *titles), rows, frozenset(range(2, 6))
    )


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
    return Table(
        voice.text(_("Posts that engaged most")), column_titles(voice, *titles), rows, frozenset({4, 5})
    )


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
        column_titles(voice, _("day"), _("what"), _("kind")),
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
    for each in found.priors:
        show_sentence(_moved(voice, each))


def _moved(voice: Voice, each: RatePrior) -> str:
    """Why a rate's prior moves for this client, or stays."""
    before, own, after = (each.mean(counts) for counts in (each.before.counts, each.own, each.after.counts))
    facts: dict[str, Any] = {"rate": wording.review.RATES[each.name], "before": before, "after": after}
    if math.isnan(each.weight) or math.isnan(own):
        return voice.finding("prior stays", **facts)
    facts |= {"own": own, "weight": each.weight}
    if math.isnan(before):
        return voice.finding("prior begins", **facts)
    said = {name: voice.percent(facts[name]) for name in ("before", "own")}
    if said["before"] == said["own"]:
        return voice.finding("prior agrees", **facts)
    return voice.finding("prior rises" if own > before else "prior falls", **facts)


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
        voice.text(_("What next month starts from")),
        column_titles(voice, *titles),
        rows,
        frozenset(range(1, 7)),
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
    return Table(voice.text(_("What to change next month")), column_titles(voice, *titles), rows)


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
    voice, says = voice_of(found.client_month), revenue_headline(found)
    if found.plan.plan is None:
        return voice.headline("review, no plan", month=month_end(found), says=says)
    known = [each for each in found.plan.compared if each.grade != Grade.NO_DATA]
    judged = [each for each in known if each.finding not in UNSURE]
    unsure = len(known) - len(judged)
    if not judged:
        return voice.headline("review, nothing judged", says=says)
    met = sum(each.grade == Grade.PASS for each in judged)
    kind = "review, some unsure" if unsure else "review"
    return voice.headline(kind, met=met, judged=len(judged), unsure=unsure, says=says)


def _rate_cells(voice: Voice, each: RatePrior, counts: Any) -> list[str]:
    mean, worth = each.mean(counts), each.worth(counts)
    if math.isnan(mean):
        return [MISSING, MISSING]
    template = wording.review.WORTH_OF_SALE if each.name == "sale_rate" else wording.review.WORTH
    return [voice.percent(mean), voice.say(template, worth=voice.number(worth))]


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
