"""Stage 02 as it is shown: cards of the segments, ours against the target, who is alive, who comes first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.inputs.brief_types import Range
from smmtools.inputs.client import Segment
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.audience import ELSEWHERE
from smmtools.present import wording
from smmtools.present.charts import ACCENT, INK, figure_of
from smmtools.present.display import Table, show, show_sentence, show_table
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import audience
from smmtools.strategy.alive import Account, Audit
from smmtools.strategy.audience import AudienceAssessment, Compared
from smmtools.strategy.segments import DRAWS, MONTE_CARLO_ERROR, Ranked, decided_order, followed
from smmtools.strategy.verdicts import Grade

Parts = tuple[float, float, float]


def show_cards(found: AudienceAssessment) -> None:
    """One table a segment, in the order decided."""
    cards = list(segment_cards(found))
    for card in cards:
        show_table(card)
    if not cards:
        show_sentence(voice_of(found.client_month).verdict(found.verdicts[0])[0])


def segment_cards(found: AudienceAssessment) -> Iterator[Table]:
    """The card of each segment: who they are, what they need, how many, and what they may be worth."""
    voice = voice_of(found.client_month)
    currency = found.client_month.brief.currency
    for segment in decided_order(found.decision) if found.decision else ():
        columns = [voice.text(_("what")), voice.text(_("as decided"))]
        yield Table(segment.name, columns, _card(voice, segment, currency))


def show_order(found: AudienceAssessment) -> None:
    """The order decided beside the one recommended then, and what is recommended now."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None or not decision.order:
        show_sentence(voice.finding("segments undecided"))
    else:
        names = {segment.key: segment.name for segment in decision.segments}
        kind = {True: "order followed", False: "order overridden", None: "order"}
        says = voice.finding(
            kind[followed(decision.order, decision.recommended)],
            since=decision.since,
            by=decision.by,
            order=[names[key] for key in decision.order],
            recommended=[names.get(key, key) for key in decision.recommended],
            why=decision.why,
        )
        show_sentence(says)
    if len(found.ranking) > 1:
        show_sentence(voice.finding("order now", order=[each.segment.name for each in found.ranking]))
    else:
        show_sentence(voice.finding("no order now"))


def show_ranking(found: AudienceAssessment) -> None:
    """What each segment may be worth, and how sure the first place is."""
    show_table(ranking(found))
    if len(found.ranking) > 1:
        voice = voice_of(found.client_month)
        show_sentence(voice.finding("ranking chance", draws=DRAWS, error=MONTE_CARLO_ERROR))


def ranking(found: AudienceAssessment) -> Table:
    """The segments by worth, with ranges and the chance to be worth most."""
    voice, currency = voice_of(found.client_month), found.client_month.brief.currency
    rows = [
        [
            voice.number(each.rank),
            each.segment.name,
            voice.number(each.orders[0]),
            voice.money(each.value[0], currency),
            interval(voice, each.value[1], each.value[2], lambda value: voice.money(value, currency)),
            voice.chance(each.first),
        ]
        for each in found.ranking
    ]
    titles = (
        *(_("rank"), _("segment"), _("orders expected"), _("worth, as margin"), _("nine times in ten")),
        _("chance to be worth most"),
    )
    caption = voice.text(_("Which segment first"))
    return Table(caption, [voice.text(title) for title in titles], rows, frozenset({0, 2, 3, 4, 5}))


def show_matches(found: AudienceAssessment) -> None:
    """Every breakdown beside its target, a picture each; whom the platform counts is said."""
    voice = voice_of(found.client_month)
    drawn = [each for each in found.matches if each.match is not None]
    for each in drawn:
        figures = _named(each)
        height = 1.4 + 0.3 * len(each.match.cells) if each.match else 0.0
        plot = partial(plot_match, each.match.cells if each.match else pd.DataFrame(), voice=voice)
        title = voice.say(wording.audience.MATCH_TITLE, **figures)
        show(figure_of(plot, title, height=height), voice.finding("match", **figures))
        if each.chi_square:
            square, p = each.chi_square
            show_sentence(voice.finding("chi-square", breakdown=figures["breakdown"], square=square, p=p))
    if not drawn:
        show_sentence(voice.finding("no match"))
    if any(each.platform == "vk" and each.population == "visitors" for each in drawn):
        show_sentence(voice.finding("visitors"))


def plot_match(cells: pd.DataFrame, axes: Axes, *, voice: Voice) -> Axes:
    """A bar a cell for our share, a hollow mark for the target's, in the cells' own order.

    ``cells`` has one row a cell with the columns cell, share and target.
    """
    ordered = cells.sort_values("cell")
    positions = np.arange(len(ordered))[::-1]
    axes.barh(positions, ordered["share"], color=ACCENT, height=0.6)
    hollow: dict[str, Any] = {
        "markerfacecolor": "white",
        "markeredgecolor": INK,
        "markersize": 7,
        "clip_on": False,
    }
    axes.plot(ordered["target"], positions, "D", **hollow)
    labels = [
        voice.text(wording.audience.ELSEWHERE) if cell == ELSEWHERE else cell for cell in ordered["cell"]
    ]
    axes.set_yticks(positions, labels)
    axes.set_xlim(left=0)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    axes.set_xlabel(voice.text(wording.audience.MATCH_LEGEND), fontsize=9, color=INK)
    return axes


def alive(found: AudienceAssessment) -> Table:
    """Every own account: followers, audits, how many are alive, and engagement per follower alive."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.say(wording.audience.ACCOUNT, account=each.account, platform=each.platform),
            voice.number(each.followers),
            _audited(voice, each.audit("all")),
            _audited(voice, each.audit("gained")),
            _alive(voice, each),
            voice.number(each.median_likes),
            voice.percent(each.er_followers[0]),
            voice.percent(each.er_live[0]),
        ]
        for each in found.accounts
    ]
    titles = (
        *(_("account"), _("followers"), _("alive of all drawn"), _("alive of those gained")),
        *(_("followers alive"), _("likes a post"), _("ER by followers"), _("ER by those alive")),
    )
    caption = voice.text(_("Who is alive"))
    return Table(caption, [voice.text(title) for title in titles], rows, frozenset({1, 5, 6, 7}))


def show_jumps(found: AudienceAssessment) -> None:
    """Each day on which an account grew as it never does, and whether anything on record explains it."""
    voice = voice_of(found.client_month)
    jumps = [(each, jump) for each in found.accounts for jump in each.jumps or ()]
    for each, jump in jumps:
        kind = "jump explained" if jump.explained else "jump unexplained"
        who = {"account": each.account, "platform": each.platform}
        show_sentence(voice.finding(kind, day=jump.date, gained=jump.gained, **who))
    if not jumps:
        counted = any(each.jumps is not None for each in found.accounts)
        show_sentence(voice.finding("no jumps" if counted else "no daily growth"))


def audience_record(found: AudienceAssessment) -> dict[str, Any]:
    """The record of stage 02: decision, segments, match with the target, who is alive, the ranking."""
    decision = found.decision
    order, then = (decision.order, decision.recommended) if decision else ((), ())
    content = {
        "decision": {"since": decision.since, "by": decision.by, "why": decision.why} if decision else None,
        "order": {
            "decided": order,
            "recommended_then": then,
            "followed": followed(order, then),
            "recommended_now": [each.segment.key for each in found.ranking],
        },
        "segments": decision.segments if decision else (),
        "targets": decision.targets if decision else (),
        "matches": [_match(each) for each in found.matches],
        "accounts": [_account(each) for each in found.accounts],
        "ranking": [_ranked(each) for each in found.ranking],
        "chance_error": MONTE_CARLO_ERROR if len(found.ranking) > 1 else None,
    }
    return record_of(audience.STAGE, found, headline(found), content)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 02, computed without its notebook."""
    return audience_record(audience.assess(case))


def headline(found: AudienceAssessment) -> str:
    """The gravest that is known of subscribers (A1, A2), else of the segments' order (A3)."""
    voice = voice_of(found.client_month)
    for grade in (Grade.FAIL, Grade.REVIEW, Grade.PASS):
        for rule in ("A1", "A2", "A3"):
            for verdict in found.verdicts:
                if (verdict.rule, verdict.grade) == (rule, grade) and verdict.finding != "no sign":
                    return voice.verdict(verdict)[0]
    return voice.headline("audience, no data")


def _card(voice: Voice, segment: Segment, currency: str) -> list[list[str]]:
    def said(value: str | None) -> str:
        return value or MISSING

    def money(value: float) -> str:
        return voice.money(value, currency)

    lines = (
        (_("where"), _listed(voice, segment.geography)),
        (_("age"), said(segment.age)),
        (_("sex"), voice.text(segment.sex) if segment.sex else MISSING),
        (_("interests"), _listed(voice, segment.interests)),
        (_("need"), said(segment.need)),
        (_("offer"), said(segment.offer)),
        (_("how many"), _ranged(segment.size, voice.number)),
        (_("hours online"), said(segment.hours)),
        (_("where they are met"), said(segment.met)),
        (_("channel"), voice.platform(segment.channel) if segment.channel else MISSING),
        (_("share reached"), _ranged(segment.reach_share, voice.percent)),
        (_("click rate"), _ranged(segment.ctr, voice.percent)),
        (_("orders per click"), _ranged(segment.conversion, voice.percent)),
        (_("average order"), _ranged(segment.order, money)),
        (_("margin"), _ranged(segment.margin, voice.percent)),
    )
    return [[voice.text(title), value] for title, value in lines]


def _listed(voice: Voice, items: Iterable[str]) -> str:
    return voice.words(items) or MISSING


def _ranged(found: Range | None, written: Any) -> str:
    """Low, likely and high; one figure where it is known."""
    if found is None:
        return MISSING
    parts = dict.fromkeys(written(part) for part in (found.low, found.mode, found.high))
    return " – ".join(parts)


def _audited(voice: Voice, audit: Audit | None) -> str:
    if audit is None:
        return MISSING
    return voice.say(wording.audience.AUDIT, alive=audit.alive, n=audit.n, day=audit.drawn_at)


def _alive(voice: Voice, each: Account) -> str:
    """How many are alive, with the interval; a dash where nobody knows."""
    value, low, high = each.live
    if math.isnan(value):
        return MISSING
    return f"{voice.number(value)} ({interval(voice, low, high, voice.number)})"


def _named(each: Compared) -> dict[str, Any]:
    """What the sentences on a comparison mention."""
    match = each.match
    worst = match.cells.head(audience.WORST_CELLS).to_dict("records") if match else []
    return {
        "account": each.account,
        "platform": each.platform,
        "population": each.population or "audience",
        "breakdown": each.breakdown.replace("_", " and "),
        "until": each.until,
        "match": match.match if match else math.nan,
        "on_target": match.on_target if match else math.nan,
        "worst": [(row["cell"], row["share"], row["target"]) for row in worst],
    }


def _parts(values: Parts) -> dict[str, float]:
    return dict(zip(("value", "low", "high"), values, strict=True))


def _match(each: Compared) -> dict[str, Any]:
    match, tested = each.match, each.chi_square
    return {
        "platform": each.platform,
        "account": each.account,
        "breakdown": each.breakdown,
        "population": each.population,
        "until": each.until,
        "match": match.match if match else None,
        "on_target": match.on_target if match else None,
        "cells": match.cells.to_dict("records") if match else [],
        "chi_square": {"value": tested[0], "p": tested[1], "descriptive": True} if tested else None,
        "misfits": each.misfits,
    }


def _account(each: Account) -> dict[str, Any]:
    return {
        "platform": each.platform,
        "account": each.account,
        "followers": each.followers,
        "audits": [
            {"scope": audit.scope, "drawn_at": audit.drawn_at, "n": audit.n, "alive": audit.alive}
            | {"share": _parts(audit.share)}
            for audit in each.audits
        ],
        "live": _parts(each.live),
        "er_followers": _parts(each.er_followers),
        "er_live": _parts(each.er_live),
        "median_likes": each.median_likes,
        "few_likes": each.few_likes,
        "jumps": each.jumps,
    }


def _ranked(each: Ranked) -> dict[str, Any]:
    return {
        "segment": each.segment.key,
        "rank": each.rank,
        "orders": _parts(each.orders),
        "value": _parts(each.value),
        "first": each.first,
    }
