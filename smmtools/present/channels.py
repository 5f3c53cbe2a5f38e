"""Stage 03 as it is shown: its tables, its sections, its picture, and its record."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.inputs.client_month import ClientMonth
from smmtools.present import charts, wording
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import record_of
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import channels
from smmtools.strategy.channels import ChannelCase, ChannelsAssessment
from smmtools.strategy.communities import Advice

_GATE_SAYS = {True: _("enough"), False: _("refused"), None: _("unknown")}


def candidates(found: ChannelsAssessment) -> Table:
    """Every candidate: audience, gate, competitors' activity, opportunity, rank; the hours are internal."""
    voice = voice_of(found.client_month)
    inside = found.client_month.audience == "internal"
    rows = [_candidate_row(voice, case, inside) for case in _by_rank(found)]
    titles = [
        _("channel"), _("potential customers"), _("for the goal"), _("rivals' activity"),
        _("opportunity"), _("rank"), _("source"),
    ]  # fmt: skip
    titles += [_("hours a week")] if inside else []
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("The candidates"), columns, rows, frozenset({1, 3, 4, 5, 7}))


def choice(found: ChannelsAssessment) -> Table:
    """What was recommended and what was chosen, channel by channel, and why."""
    voice = voice_of(found.client_month)
    yes, no = voice.text(_("yes")), voice.text(_("no"))
    then = found.decision.recommended if found.decision else None
    rows = [
        [
            voice.platform(case.platform),
            MISSING if then is None else yes if case.platform in then else no,
            yes if case.recommended else no,
            yes if case.chosen else no,
            case.override or "",
        ]
        for case in _by_rank(found)
    ]
    titles = (_("channel"), _("recommended then"), _("recommended now"), _("chosen"), _("reason to differ"))
    return Table(voice.text("Recommended and chosen"), [voice.text(title) for title in titles], rows)


def rivals(found: ChannelsAssessment) -> Table:
    """The competitors that were reckoned with, by the brief or by the month's posts."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(case.platform),
            rival.account,
            voice.number(rival.posts_a_day),
            voice.percent(rival.er_followers),
            _usual(voice, case),
            voice.number(rival.activity),
            voice.text(_("the month's posts")) if rival.measured else voice.text(_("the brief")),
        ]
        for case in found.cases
        for rival in case.rivals
    ]
    titles = (
        _("channel"), _("competitor"), _("posts a day"), _("engagement by followers"), _("usual there"),
        _("its activity"), _("by"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("Competitors' activity"), columns, rows, frozenset({2, 3, 5}))


def rival_posts(found: ChannelsAssessment) -> Table:
    """What competitors posted this month: how much, in which format, when, how long."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{row['account']} ({voice.platform(str(row['platform']))})",
            voice.number(float(row["posts"])),
            voice.number(float(row["posts_a_day"])),
            voice.text(row["format"]) if isinstance(row["format"], str) else MISSING,
            voice.text(str(row["slot"])),
            voice.number(float(row["text_length"])),
            voice.number(float(row["engagements"])),
        ]
        for row in found.rivals.table.to_dict("records")
    ]
    titles = (
        _("competitor"), _("posts"), _("a day"), _("most often"), _("most often at"),
        _("characters, middle post"), _("reactions, middle post"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("What competitors post"), columns, rows, frozenset({1, 2, 5, 6}))


def rival_formats(found: ChannelsAssessment) -> Table:
    """How each competitor's posts divide by format."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{row['account']} ({voice.platform(str(row['platform']))})",
            voice.text(str(row["format"])),
            voice.number(float(row["posts"])),
            voice.percent(float(row["share"])),
            voice.number(float(row["engagements"])),
        ]
        for row in found.rivals.formats.to_dict("records")
    ]
    titles = (_("competitor"), _("format"), _("posts"), _("share"), _("reactions, middle post"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("Competitors' formats"), columns, rows, frozenset({2, 3, 4}))


def rival_top(found: ChannelsAssessment) -> Table:
    """Competitors' posts with the most reactions."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{row['account']} ({voice.platform(str(row['platform']))})",
            voice.day(row["published"].date()),
            voice.text(row["format"]) if isinstance(row["format"], str) else MISSING,
            voice.number(float(row["engagements"])),
            row["text"] if isinstance(row["text"], str) else MISSING,
        ]
        for row in found.rivals.top.to_dict("records")
    ]
    titles = (_("competitor"), _("day"), _("format"), _("reactions"), _("text"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("Competitors' best posts"), columns, rows, frozenset({3}))


def rival_answers(found: ChannelsAssessment) -> Table:
    """How competitors answer the comments that were read."""
    voice = voice_of(found.client_month)
    rows = [
        [
            f"{row['account']} ({voice.platform(str(row['platform']))})",
            voice.number(float(row["comments"])),
            voice.percent(float(row["answered"])),
            voice.number(float(row["hours"])),
        ]
        for row in found.rivals.answers.to_dict("records")
    ]
    titles = (_("competitor"), _("comments"), _("answered"), _("hours to the answer, middle one"))
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("How competitors answer"), columns, rows, frozenset({1, 2, 3}))


def observed(found: ChannelsAssessment) -> Table:
    """What people did on each of our channels this month."""
    voice = voice_of(found.client_month)
    counts = ("posts", "likes", "comments", "shares", "follows", "acts")
    rows = [
        [voice.platform(each.platform), *(voice.number(float(getattr(each, name))) for name in counts)]
        for each in found.observed
    ]
    titles = (
        _("channel"), _("posts"), _("likes"), _("comments"), _("shares"), _("new subscribers"), _("together"),
    )  # fmt: skip
    columns = [voice.text(title) for title in titles]
    return Table(voice.text("What people did on our channels"), columns, rows, frozenset(range(1, 7)))


def communities(found: ChannelsAssessment) -> Table:
    """Each community: what it needs, what is advised, what was decided, and the facts that say so."""
    voice = voice_of(found.client_month)
    rows = [_community_row(voice, advice) for advice in found.advice]
    titles = (_("channel"), _("purpose"), _("needs"), _("advised"), _("decided"), _("reasons"))
    return Table(voice.text("Which kind of community"), [voice.text(title) for title in titles], rows)


def show_decision(found: ChannelsAssessment) -> None:
    """What was decided, what was recommended then and now, and why the two differ."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None:
        month = found.client_month.month.end_time.date()
        show_sentence(voice.headline("channels, undecided", month=month))
        return
    said = {name: getattr(decision, name) for name in ("since", "by", "chosen", "why")}
    parts = [voice.finding("decided", **said)]
    if decision.recommended is not None:
        parts.append(voice.finding("recommended then", recommended=decision.recommended))
    now = found.recommended
    parts.append(
        voice.finding("recommended now", recommended=now) if now else voice.finding("recommended nothing")
    )
    parts += [voice.finding("override", platform=each.platform, why=each.why) for each in decision.overrides]
    show_sentence(" ".join(parts))


def show_gate(found: ChannelsAssessment) -> None:
    """How many potential customers a channel needs for the main goal."""
    voice, gate = voice_of(found.client_month), found.gate
    if gate is None or found.decision is None or math.isnan(gate.needed):
        show_sentence(voice.finding("no gate"))
        return
    figures = {name: getattr(gate, name) for name in ("target", "reach_share", "ctr", "application_rate")}
    parts = [voice.finding("gate", needed=gate.needed, source=found.decision.gate.source, **figures)]
    if gate.measured:
        rates = [voice.text(wording.channels.RATES[name]) for name in gate.measured]
        parts.append(voice.finding("gate measured", rates=rates))
    show_sentence(" ".join(parts))


def show_odds(found: ChannelsAssessment) -> None:
    """How sure the order of the channels is."""
    voice = voice_of(found.client_month)
    drawn = [case for case in _by_rank(found) if case.odds]
    if not drawn:
        show_sentence(voice.finding("no channel odds"))
        return
    decision = found.decision
    if decision is not None:
        weights = {"audience": decision.weights.audience, "activity": decision.weights.activity}
        choices = {"typical": decision.typical_activity, "factor": 1 + decision.uncertainty}
        show_sentence(voice.finding("channel choices", **weights, **choices))
    values = [_odds_sentence(voice, case) for case in drawn]
    plot = partial(plot_odds, drawn, voice=voice)
    figure = charts.figure_of(plot, voice.finding("channel odds title"), height=1.7 + 0.6 * len(drawn))
    show(figure, voice.finding("channel odds", values=values, error=found.monte_carlo_error))


def show_swap(found: ChannelsAssessment) -> None:
    """The weight at which the two leading channels would change places."""
    voice, swap = voice_of(found.client_month), found.swap
    if swap is None:
        show_sentence(voice.finding("no order of channels"))
        return
    kind = "no swap" if math.isnan(swap.weight) else "swap" if swap.now >= swap.weight else "swap below"
    figures = {name: getattr(swap, name) for name in ("first", "second", "weight", "now")}
    show_sentence(voice.finding(kind, **figures))


def show_gaps(found: ChannelsAssessment) -> None:
    """What no competitor does, platform by platform."""
    voice = voice_of(found.client_month)
    if not found.rivals.gaps:
        show_sentence(voice.finding("no rivals"))
    for platform, gaps in found.rivals.gaps.items():
        kinds = [voice.text(kind) for what in ("format", "slot") for kind in gaps[what]]
        kind = "nobody does" if kinds else "everything done"
        show_sentence(voice.finding(kind, platform=platform, kinds=kinds))


def show_limits(found: ChannelsAssessment) -> None:
    """What holds for every community of the platforms in question, by which line of the guide."""
    voice = voice_of(found.client_month)
    limits = {limit.platform: advice.limits for advice in found.advice for limit in advice.limits}
    for platform, each in limits.items():
        said = [
            voice.say(
                wording.channels.BY_LINE,
                fact=voice.say(
                    wording.channels.PLATFORM_LIMITS[f"{platform} {limit.name}"], value=limit.value
                ),
                line=limit.line,
            )
            for limit in each
        ]
        show_sentence(voice.finding("channel limits", platform=platform, limits=f"{voice.words(said)}."))


def plot_odds(cases: Sequence[ChannelCase], axes: Axes, *, voice: Voice) -> Axes:
    """A filled dot for the probability of rank 1, a hollow square for that of being among those served."""
    positions = np.arange(len(cases))[::-1]
    for position, case in zip(positions, cases, strict=True):
        if case.odds is None:
            continue
        axes.plot([0, 1], [position, position], color=charts.MUTED, linewidth=0.6, zorder=0)
        axes.plot(
            case.odds.served,
            position,
            "s",
            markersize=11,
            markerfacecolor="white",
            markeredgecolor=charts.INK,
        )
        axes.plot(case.odds.first, position, "o", markersize=7, color=charts.ACCENT)
        share = case.odds.first
        side = "left" if share < 0.2 else "right" if share > 0.8 else "center"
        axes.annotate(
            voice.chance(share), (share, position), (0, 10), textcoords="offset points", fontsize=9, ha=side,
            color=charts.INK,
        )  # fmt: skip
    axes.set_yticks(positions, [voice.platform(case.platform) for case in cases])
    axes.set_ylim(-0.6, len(cases) - 0.3)
    axes.set_xlim(-0.06, 1.06)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    legend = voice.text(_("dot: ranks first; square: is among those that the team's time serves"))
    axes.set_xlabel(legend, fontsize=9, color=charts.INK)
    return axes


def channels_record(found: ChannelsAssessment) -> dict[str, Any]:
    """The record of stage 03. Hours stand in it only for the agency's own eyes."""
    decision, inside = found.decision, found.client_month.audience == "internal"
    said: dict[str, Any] | None = None
    if decision is not None:
        hidden = {"candidates", "communities", "team_hours_a_week"}
        said = decision.model_dump(mode="json", exclude=hidden)
    made: dict[str, Any] = {
        "decision": said,
        "recommended": found.recommended,
        "gate": found.gate,
        "candidates": [_candidate(case) for case in _by_rank(found)],
        "swap": found.swap,
        "served": found.served,
        "monte_carlo_error": found.monte_carlo_error,
        "observed": found.observed,
        "same_texts": found.same_texts,
        "competitors": _records(found.rivals.table),
        "nobody_does": found.rivals.gaps,
        "communities": [_community(advice) for advice in found.advice],
    }
    if inside and decision is not None:
        hours = {each.platform: each.hours_a_week for each in decision.candidates}
        made["internal"] = {"hours_a_week": hours, "team_hours_a_week": decision.team_hours_a_week}
    return record_of(channels.STAGE, found, headline(found), made)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 03, computed without the notebook."""
    return channels_record(channels.assess(case))


def headline(found: ChannelsAssessment) -> str:
    """The chosen channels, and which has the best opportunity."""
    voice, decision = voice_of(found.client_month), found.decision
    if decision is None:
        month = found.client_month.month.end_time.date()
        return voice.headline("channels, undecided", month=month)
    leader = next((case for case in found.cases if case.rank == 1), None)
    if leader is None or leader.odds is None or len([case for case in found.cases if case.rank]) < 2:
        return voice.headline("channels, no order", chosen=decision.chosen)
    figures = {"leader": leader.platform, "chance": leader.odds.first}
    return voice.headline("channels", chosen=decision.chosen, **figures)


def _by_rank(found: ChannelsAssessment) -> list[ChannelCase]:
    """Ranked channels first, best first; the others as in the brief."""
    return sorted(found.cases, key=lambda case: case.rank or math.inf)


def _candidate_row(voice: Voice, case: ChannelCase, inside: bool) -> list[str]:
    row = [
        voice.platform(case.platform),
        voice.number(case.audience),
        voice.text(_GATE_SAYS[case.passes]),
        voice.number(case.activity),
        voice.number(case.score if math.isfinite(case.score) else None),
        voice.number(case.rank),
        case.candidate.source or MISSING,
    ]
    return [*row, voice.number(case.candidate.hours_a_week)] if inside else row


def _usual(voice: Voice, case: ChannelCase) -> str:
    """The platform's usual rate with its source and day."""
    usual = case.candidate.benchmark
    if usual is None:
        return MISSING
    return f"{voice.percent(usual.er_followers)} ({usual.source}, {voice.day(usual.date)})"


def _odds_sentence(voice: Voice, case: ChannelCase) -> str:
    odds = case.odds
    return voice.say(
        wording.channels.ODDS_OF_CHANNEL,
        platform=case.platform,
        first=odds.first if odds else None,
        served=odds.served if odds else None,
    )


def _community_row(voice: Voice, advice: Advice) -> list[str]:
    said, best = advice.community, advice.best
    decided = voice.text(wording.channels.COMMUNITY_KINDS[said.kind]) if said.kind else MISSING
    if said.kind and said.setting:
        setting = voice.text(wording.channels.COMMUNITY_SETTINGS[said.setting])
        decided = voice.say(wording.channels.KIND_OF_COMMUNITY, kind=decided, setting=setting)
    return [
        voice.platform(said.platform),
        said.purpose,
        voice.words(voice.text(wording.channels.NEEDS[need]) for need in said.needs),
        voice.kind_of_community(best) if best else MISSING,
        decided,
        voice.kind_reasons(best) if best else MISSING,
    ]


def _candidate(case: ChannelCase) -> dict[str, Any]:
    said = case.candidate.model_dump(mode="json", exclude={"hours_a_week", "rivals"})
    return {
        **said,
        "rivals": None if case.candidate.rivals is None else case.rivals,
        "activity": case.activity,
        "score": case.score,
        "rank": case.rank,
        "odds": case.odds,
        "passes": case.passes,
        "chosen": case.chosen,
        "recommended": case.recommended,
        "override": case.override,
    }


def _community(advice: Advice) -> dict[str, Any]:
    return {
        **advice.community.model_dump(mode="json"),
        "advised": advice.best,
        "limits": advice.limits,
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]
