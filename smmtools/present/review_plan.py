"""Stage 08 as it is shown: the approved plan, and each of its figures beside the actual one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from smmtools.present import review_pictures as pictures
from smmtools.present import wording
from smmtools.present.display import Table, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.compared import Compared
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.review import ReviewAssessment

HASH_SHOWN = 12
DOUBTED = ("not met", "ahead", "cannot be told")
"""Findings on a goal that are told with the chance of such a count."""


def show_plan(found: ReviewAssessment) -> None:
    """Which version of the plan the month is held against."""
    voice, plan, month = voice_of(found.client_month), found.plan.plan, month_end(found)
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
    columns = titles(voice, _("version"), _("approved by"), _("on"), _("hash begins"))
    return Table(voice.text(_("The approved plan's versions")), columns, rows, frozenset({0}), frozenset({3}))


def compared(found: ReviewAssessment) -> Table:
    """Plan against actual, figure by figure."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = [_compared_row(voice, each, currency) for each in found.plan.compared]
    columns = titles(voice, _("what"), _("planned"), _("actual"), _("doubt"), _("what came of it"))
    return Table(voice.text(_("Plan against actual")), columns, rows, frozenset({1, 2, 3}))


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


def titles(voice: Voice, *names: str) -> Sequence[str]:
    """The headings of a table's columns."""
    return [voice.text(name) for name in names]


def month_end(found: ReviewAssessment) -> dt.date:
    """The last day of the month reviewed."""
    day: dt.date = found.client_month.month.end_time.date()
    return day
