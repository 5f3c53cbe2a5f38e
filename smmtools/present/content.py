"""Stage 04 as it is shown: profiles, what posts did, the odds of a hit, the calendar, and its record."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.inputs.client_month import ClientMonth
from smmtools.measures.kpis import REGISTRY
from smmtools.present import charts, month_grid, wording
from smmtools.present.display import Table, show, show_sentence
from smmtools.present.formats import MISSING
from smmtools.present.recording import json_ready, record_of
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy import content
from smmtools.strategy.content import ContentAssessment
from smmtools.strategy.content_calendar import PlannedPost
from smmtools.strategy.content_rules import shares
from smmtools.strategy.post_results import Group, Results, at_least_one

_SHOWN = 90
"""Characters of a text that a table shows; the calendar's own files hold it whole."""


def profiles(found: ContentAssessment) -> Table:
    """How each community presents itself, part by part, and what is missing."""
    voice = voice_of(found.client_month)
    rows = []
    for case in found.profiles:
        said = case.profile
        cells = [voice.platform(case.platform)]
        for part in ("name", "description", "address", "logo", "style"):
            cells.append((getattr(said, part) if said else None) or MISSING)
        cells.append(voice.words(said.key_words) if said and said.key_words else MISSING)
        cells.append(voice.text(said.comments) if said and said.comments else MISSING)
        rows.append(cells)
    titles = (
        _("channel"), _("name"), _("description"), _("address"), _("logo"), _("style"), _("key words"),
        _("comments"),
    )  # fmt: skip
    return Table(voice.text("How the communities present themselves"), _titles(voice, titles), rows)


def cadence(found: ContentAssessment) -> Table:
    """How often and when each channel is posted to, why, and how its effect is traced."""
    voice = voice_of(found.client_month)
    rows = []
    for plan in found.decision.channels if found.decision else ():
        signed = f"{plan.reason} ({plan.approved_by})" if plan.reason and plan.approved_by else plan.reason
        rows.append(
            [
                voice.platform(plan.platform),
                voice.say(wording.content.PER[plan.per], posts=plan.posts),
                voice.words(f"{voice.text(str(part))} {clock}" for part, clock in plan.times.items()),
                signed or MISSING,
                voice.text(wording.content.TRACES[plan.trace]),
                voice.text(wording.content.LEVELS[plan.trace]),
            ]
        )
    titles = (_("channel"), _("posts"), _("times"), _("reason to differ"), _("traced by"), _("told apart"))
    return Table(voice.text("How often, when, and how we will know"), _titles(voice, titles), rows)


def groups(found: ContentAssessment) -> Table:
    """Every kind of post beside the account's mean."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            voice.text(wording.content.BY[group.by]),
            _kind(voice, group),
            voice.number(group.posts),
            voice.percent(group.value),
            _interval(voice, group.low, group.high),
            voice.text(group.finding),
        ]
        for each in found.results
        for group in each.groups
    ]
    titles = (
        _("channel"), _("by"), _("kind"), _("posts"), _("rate"), _("95% interval"),
        _("against the account's mean"),
    )  # fmt: skip
    return Table(voice.text("Which posts did better"), _titles(voice, titles), rows, frozenset({3, 4, 5}))


def top(found: ContentAssessment) -> Table:
    """Each account's best organic posts, with the range of their rank."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            voice.whole_day(best.published.date()),
            voice.text(best.format) if best.format else MISSING,
            voice.percent(best.raw),
            _with_interval(voice, best.shrunk, best.low, best.high),
            _range(voice, best.rank_low, best.rank_high),
            voice.chance(best.best),
            _short(best.text),
        ]
        for each in found.results
        for best in each.top
    ]
    titles = (
        _("channel"), _("day"), _("format"), _("rate"), _("drawn to the mean, 95% interval"),
        _("rank lies in"), _("truly the best"), _("text"),
    )  # fmt: skip
    return Table(voice.text("The best organic posts"), _titles(voice, titles), rows, frozenset({3, 5}))


def outlying(found: ContentAssessment) -> Table:
    """The posts that stand out, by three published rules side by side."""
    voice = voice_of(found.client_month)
    flags = {True: voice.text("yes"), False: voice.text("no"), None: MISSING}
    rows = [
        [
            voice.platform(each.platform),
            voice.whole_day(post.published.date()),
            voice.number(post.engagements),
            flags[post.by_deviation],
            flags[post.by_percentile],
            voice.number(post.score),
            _short(post.text),
        ]
        for each in found.results
        for post in each.outlying
    ]
    titles = (
        _("channel"), _("day"), _("engagements"), _("beyond 5 deviations"),
        _("beyond twice the 90th percentile"), _("times the expected"), _("text"),
    )  # fmt: skip
    return Table(voice.text("Posts that stand out"), _titles(voice, titles), rows, frozenset({2, 5}))


def topics(found: ContentAssessment) -> Table:
    """Every topic with what its posts lack."""
    voice = voice_of(found.client_month)
    remarks = {each.topic: each for each in found.remarks}
    rows = []
    for topic in found.decision.topics if found.decision else ():
        remark = remarks[topic.key]
        lacking = voice.words(voice.text(wording.content.PARTS[part]) for part in remark.lacking)
        rows.append(
            [
                voice.platform(topic.channel),
                voice.named({}, topic.key),
                voice.text(topic.format),
                voice.text(topic.function),
                voice.text(topic.about),
                voice.words(topic.segments) if topic.segments else MISSING,
                voice.number(len(topic.texts)),
                voice.number(remark.posts),
                lacking or voice.text("nothing"),
            ]
        )
    titles = (
        _("channel"), _("topic"), _("format"), _("function"), _("about"), _("for"), _("texts"),
        _("posts planned"), _("lacks"),
    )  # fmt: skip
    return Table(voice.text("The topics"), _titles(voice, titles), rows, frozenset({6, 7}))


def mix(found: ContentAssessment) -> Table:
    """How each channel's posts divide by function, format and subject, beside what was decided."""
    voice, decision = voice_of(found.client_month), found.decision
    rows = []
    for plan in decision.channels if decision else ():
        here = [post for post in found.posts if post.platform == plan.platform]
        for what in ("function", "format", "about"):
            for kind, share in shares(here, what).items():
                rows.append(
                    [
                        voice.platform(plan.platform),
                        voice.text(what),
                        voice.text(kind),
                        voice.number(sum(getattr(post, what) == kind for post in here)),
                        voice.percent(share),
                        _band(voice, found, what, kind),
                    ]
                )
    titles = (_("channel"), _("by"), _("kind"), _("posts"), _("share"), _("decided, to a whole post"))
    return Table(voice.text("The mix"), _titles(voice, titles), rows, frozenset({3, 4, 5}))


def posts(found: ContentAssessment) -> Table:
    """The calendar: every post with its time, topic and text."""
    voice = voice_of(found.client_month)
    rows = [
        [
            post.plan_id,
            f"{voice.short_day(post.at.date())}, {post.at:%H:%M}",
            voice.platform(post.platform),
            voice.text(post.format),
            voice.text(post.function),
            voice.words(post.segments) if post.segments else MISSING,
            _short(post.text),
            voice.number(post.expected),
        ]
        for post in found.posts
    ]
    titles = (
        _("plan ID"), _("goes out"), _("channel"), _("format"), _("function"), _("for"), _("text"),
        _("engagements expected"),
    )  # fmt: skip
    return Table(voice.text("The calendar"), _titles(voice, titles), rows, frozenset({7}), frozenset({0, 1}))


def carried(found: ContentAssessment) -> Table:
    """The plan agreed on for the month, channel by channel, against what was published."""
    voice = voice_of(found.client_month)
    rows = [
        [
            voice.platform(each.platform),
            *(
                voice.number(number)
                for number in (each.planned, each.by_id, each.by_text, each.lacking, each.besides)
            ),
        ]
        for each in found.carried
    ]
    titles = (
        _("channel"), _("planned"), _("published, by plan ID"), _("published, by time and text"),
        _("planned, not published"), _("published besides"),
    )  # fmt: skip
    return Table(
        voice.text("Planned and published"), _titles(voice, titles), rows, frozenset({1, 2, 3, 4, 5})
    )


def lacking(found: ContentAssessment) -> Table:
    """What was planned and not published."""
    voice = voice_of(found.client_month)
    missing = found.planned[found.planned["post_id"].isna()]
    rows = [
        [
            post["plan_id"],
            voice.platform(post["platform"]),
            voice.day(post["at"].date()),
            _short(post["text"]),
        ]
        for post in missing.to_dict("records")
    ]
    titles = (_("plan ID"), _("channel"), _("planned for"), _("text"))
    whole = frozenset({0, 2})
    return Table(voice.text("Planned, not published"), _titles(voice, titles), rows, whole=whole)


def show_decision(found: ContentAssessment) -> None:
    """What was decided of content, by whom and why, the month planned, and the profiles' links."""
    voice, decision, setting = voice_of(found.client_month), found.decision, found.setting
    month = (found.client_month.month + 1).end_time.date()
    if decision is None or setting is None:
        show_sentence(voice.headline("content, undecided", month=found.client_month.month.end_time.date()))
        return
    said = voice.finding("content decided", by=decision.by, since=decision.since, why=decision.why)
    off = len(setting.days_off)
    days = month.day - off
    parts = [said, voice.finding("content plan", month=month, days=days, off=off)]
    if setting.occasions:
        names = [f"{each.name} ({voice.day(each.day)})" for each in setting.occasions]
        parts.append(voice.finding("holidays", names=names))
    show_sentence(" ".join(parts))
    for platform, link in found.bio.items():
        show_sentence(voice.finding("profile link", platform=platform, month=month, link=link))


def show_base(found: ContentAssessment) -> None:
    """Which posts the figures rest on, account by account."""
    voice = voice_of(found.client_month)
    if not found.results:
        show_sentence(voice.finding("no own posts"))
    for each in found.results:
        kind = "posts base"
        if not each.posts:
            kind = "posts base, none"
        elif math.isnan(each.low):
            kind = "posts base, no interval"
        figures = {
            name: getattr(each, name) for name in ("account", "platform", "posts", "value", "low", "high")
        }
        what = REGISTRY[each.key].name.lower()
        show_sentence(voice.finding(kind, **figures, what=what, boosted=each.boosted, immature=each.immature))


def show_groups(found: ContentAssessment) -> None:
    """For each account a picture of its kinds of posts with intervals, and what differs beyond chance."""
    voice = voice_of(found.client_month)
    for each in found.results:
        drawn = [group for group in each.groups if not math.isnan(group.low)]
        if not drawn:
            if each.groups:
                show_sentence(voice.finding("groups few", platform=each.platform))
            continue
        plot = partial(plot_groups, each, voice=voice)
        title = voice.finding("groups title", platform=each.platform)
        figure = charts.figure_of(plot, title, height=1.5 + 0.32 * len(drawn))
        says = voice.finding("groups shown", platform=each.platform, mean=each.value, kinds=len(drawn))
        show(figure, " ".join([says, *_differences(voice, each, drawn)]))
    if any(each.groups for each in found.results):
        show_sentence(voice.finding("groups caution"))


def show_odds(found: ContentAssessment) -> None:
    """How likely a hit is, by how many posts are tried."""
    voice, odds = voice_of(found.client_month), found.odds
    says = voice.finding(
        "hit odds", posts=odds.posts, chance=odds.chance, rate=odds.rate, low=odds.low, high=odds.high,
        hits=odds.hits, judged=odds.hits + odds.misses,
    )  # fmt: skip
    plot = partial(plot_odds, found, voice=voice)
    show(charts.figure_of(plot, voice.finding("hit odds title"), height=2.8), says)


def show_hours(found: ContentAssessment) -> None:
    """Whether the hour counts, channel by channel."""
    voice = voice_of(found.client_month)
    for each in found.results:
        if each.timing.signal != "ok":
            kind = "time thin" if each.timing.signal == "thin" else "time does not count"
            show_sentence(voice.finding(kind, platform=each.platform))
            continue
        cells = each.timing.cells[each.timing.cells["ok"]]
        named = [
            f"{voice.text(f'{week} {day}')} ×{voice.number(factor)}"
            for week, day, factor in zip(cells["weekpart"], cells["daypart"], cells["factor"], strict=True)
        ]
        show_sentence(voice.finding("time counts", platform=each.platform, cells=named))


def show_calendar(found: ContentAssessment) -> None:
    """What the calendar comes to, or which demands clash and what is enough to relax."""
    voice, calendar = voice_of(found.client_month), found.calendar
    if calendar is None or (calendar.clash is None and not found.posts):
        show_sentence(voice.finding("calendar none"))
    elif calendar.clash is not None:
        for clash in (calendar.clash, *calendar.clash.others):
            show_sentence(voice.finding("calendar clash", demands=clash.demands))
            if clash.relax:
                show_sentence(voice.finding("calendar relax", relax=clash.relax))
    elif not any(post.expected for post in found.posts):
        show_sentence(voice.finding("calendar, no worth", posts=len(found.posts)))
    else:
        value = sum(post.expected or 0.0 for post in found.posts)
        said = voice.finding("calendar", posts=len(found.posts), value=value, gap=found.gap_told)
        show_sentence(said)


def show_month(found: ContentAssessment) -> None:
    """The month as a grid one can look at."""
    voice, setting = voice_of(found.client_month), found.setting
    if setting is None or not found.posts:
        if found.calendar is not None:  # else it was said above
            show_sentence(voice.finding("calendar none"))
        return
    holidays = {each.day: each.name for each in setting.occasions or ()}
    plain = [post_record(post) for post in found.posts]
    month_grid.show_month(plain, setting.month, voice, days_off=setting.days_off, holidays=holidays)


def show_published(found: ContentAssessment) -> None:
    """How much of the agreed plan was carried out."""
    voice, month = voice_of(found.client_month), found.client_month.month.end_time.date()
    if found.planned.empty:
        show_sentence(voice.finding("no published plan", month=month))
        return
    done = int(found.planned["post_id"].notna().sum())
    show_sentence(voice.finding("published plan", planned=len(found.planned), done=done, month=month))


def plot_groups(each: Results, axes: Axes, *, voice: Voice) -> Axes:
    """One line a kind with its 95 % interval; the account's mean dashed; filled where it differs."""
    drawn = [group for group in each.groups if not math.isnan(group.low)]
    positions = np.arange(len(drawn))[::-1]
    for position, group in zip(positions, drawn, strict=True):
        differs = group.finding in ("better", "worse")
        colour = charts.ACCENT if differs else charts.INK
        axes.plot([group.low, group.high], [position, position], color=colour, linewidth=1.6)
        face = colour if differs else "white"
        axes.plot(group.value, position, "o", markersize=6, color=colour, markerfacecolor=face)
    axes.axvline(each.value, color=charts.MUTED, linestyle="--", linewidth=1.0, zorder=0)
    labels = [f"{_kind(voice, group)} ({voice.number(group.posts)})" for group in drawn]
    axes.set_yticks(positions, labels)
    axes.set_ylim(-0.7, len(drawn) - 0.3)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    axes.set_xlabel(
        voice.text(_("dashed: the account's mean; filled: differs beyond chance; in brackets: posts")),
        fontsize=9, color=charts.INK,
    )  # fmt: skip
    return axes


def plot_odds(found: ContentAssessment, axes: Axes, *, voice: Voice) -> Axes:
    """The chance of at least one hit against the number of posts, with the number that is planned."""
    odds = found.odds
    most = max(30, 2 * odds.posts)
    numbers = np.arange(1, most + 1)
    a, b = 0.5 + odds.hits, 19.5 + odds.misses
    chances = [at_least_one(a, b, int(number)) for number in numbers]
    axes.plot(numbers, chances, color=charts.INK, linewidth=1.8)
    axes.plot(odds.posts, odds.chance, "o", color=charts.ACCENT, markersize=7)
    axes.annotate(
        voice.chance(odds.chance), (odds.posts, odds.chance), (6, -12), textcoords="offset points",
        fontsize=9, color=charts.INK,
    )  # fmt: skip
    axes.set_xlim(0, most)
    axes.set_ylim(0, max(0.1, min(1.0, max(chances) * 1.25)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.percent(value)))
    axes.set_xlabel(voice.text(_("posts tried")), fontsize=9, color=charts.INK)
    return axes


def post_record(post: PlannedPost) -> dict[str, Any]:
    """One post as plan.json holds it."""
    return {
        "plan_id": post.plan_id,
        "platform": post.platform,
        "account": post.account,
        "at": post.at.isoformat(),
        "part": post.part,
        "topic": post.topic,
        "format": post.format,
        "function": post.function,
        "about": post.about,
        "segments": list(post.segments),
        "tone": post.tone,
        "text": post.text,
        "call_to_action": post.call_to_action,
        "hashtags": list(post.hashtags),
        "benefit": post.benefit,
        "link": post.link,
        "code": post.code,
        "trace": post.trace,
        "paid": post.paid,
        "disclosure": post.disclosure,
        "expected": post.expected,
        "fixed": post.fixed,
        "occasion": post.occasion,
    }


def content_record(found: ContentAssessment) -> dict[str, Any]:
    """The record of stage 04."""
    case, decision = found.client_month, found.decision
    said = decision.model_dump(mode="json", exclude={"posts_hours"}) if decision else None
    made: dict[str, Any] = {
        "decision": said,
        "month": str(case.month + 1),
        "zone": case.brief.timezone,
        "posts": [post_record(post) for post in found.posts],
        "calendar": _calendar(found),
        "clash": _clash(found),
        **_days(found),
        "bio_links": found.bio,
        "lint": [each for each in found.remarks if each.lacking],
        "profiles": [
            {
                "platform": each.platform, "account": each.account, "missing": each.missing,
                "without_key_words": each.without, "key_words_nowhere": each.nowhere,
            }
            for each in found.profiles
        ],
        "results": [_result(each) for each in found.results],
        "hit_odds": found.odds,
        "published": {
            "channels": found.carried,
            "lacking": found.planned[found.planned["post_id"].isna()]["plan_id"].tolist(),
        },
    }  # fmt: skip
    if case.audience == "internal" and decision is not None:
        made["internal"] = {"posts_hours": decision.posts_hours}
    return record_of(content.STAGE, found, headline(found), made)


def record(case: ClientMonth) -> dict[str, Any]:
    """The record of stage 04, computed without the notebook."""
    return content_record(content.assess(case))


def headline(found: ContentAssessment) -> str:
    """How many posts are planned where; that they clash; and a boosted post that looks like a hit."""
    voice, decision, calendar = voice_of(found.client_month), found.decision, found.calendar
    month = (found.client_month.month + 1).end_time.date()
    loud = next((each for each in found.results if each.loud), None)
    said = [voice.headline("content, boosted", platform=loud.platform)] if loud else []
    if decision is None or calendar is None:
        now = found.client_month.month.end_time.date()
        return " ".join([voice.headline("content, undecided", month=now), *said])
    if calendar.clash is not None:
        return " ".join([voice.headline("content, clash", month=month), *said])
    if not found.posts:
        kind = "content, nothing asked" if calendar.complete else "content, not found"
        return voice.headline(kind, month=month)
    channels = list(dict.fromkeys(post.platform for post in found.posts))
    planned = voice.headline("content", posts=len(found.posts), month=month, channels=sorted(channels))
    return " ".join([planned, *said])


def _titles(voice: Voice, titles: Iterable[str]) -> list[str]:
    return [voice.text(title) for title in titles]


def _short(text: object) -> str:
    """A text in one line, cut where it is long."""
    if not isinstance(text, str):
        return MISSING
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"


def _kind(voice: Voice, group: Group) -> str:
    if group.by == "length":
        return voice.say(wording.content.LENGTHS[group.kind], limit=group.limit)
    return voice.text(group.kind)


def _interval(voice: Voice, low: float, high: float) -> str:
    if math.isnan(low) or math.isnan(high):
        return voice.text("no interval")
    return f"{voice.percent(low)} – {voice.percent(high)}"


def _range(voice: Voice, low: float, high: float) -> str:
    if math.isnan(low):
        return MISSING
    return voice.number(low) if low == high else f"{voice.number(low)} – {voice.number(high)}"


def _band(voice: Voice, found: ContentAssessment, what: str, kind: str) -> str:
    decision = found.decision
    if decision is None:
        return MISSING
    bands: dict[str, Any] = {
        "function": dict(decision.mix.functions),
        "format": dict(decision.mix.formats),
        "about": {"brand": decision.mix.brand},
    }
    band = bands[what].get(kind)
    return f"{voice.percent(band.low)} – {voice.percent(band.high)}" if band else MISSING


def _differences(voice: Voice, each: Results, drawn: Sequence[Group]) -> Iterator[str]:
    """What did better, what did worse, and what shows no clear difference."""
    named = {
        finding: [
            f"{_kind(voice, group)} {_with_interval(voice, group.value, group.low, group.high)}"
            if finding != "no clear difference"
            else _kind(voice, group)
            for group in drawn
            if group.finding == finding
        ]
        for finding in ("better", "worse", "no clear difference")
    }
    if not named["better"] and not named["worse"]:
        yield voice.finding("groups none", platform=each.platform)
        return
    for finding, kinds in named.items():
        if kinds:
            yield voice.finding(f"groups {finding}", kinds=kinds)


def _with_interval(voice: Voice, value: float, low: float, high: float) -> str:
    if math.isnan(low):
        return voice.percent(value)
    return f"{voice.percent(value)} ({_interval(voice, low, high)})"


def _days(found: ContentAssessment) -> dict[str, Any]:
    """Days off, holidays, and fixed dates that this calendar cannot hold."""
    setting = found.setting
    return {
        "days_off": setting.days_off if setting else (),
        "holidays": [{"day": each.day, "name": each.name} for each in (setting and setting.occasions) or ()],
        "dates_of_other_months": setting.elsewhere if setting else (),
        "dates_too_early": setting.too_early if setting else (),
    }


def _calendar(found: ContentAssessment) -> dict[str, Any] | None:
    calendar = found.calendar
    if calendar is None:
        return None
    return {
        "value": calendar.value,
        "bound": calendar.bound,
        "gap": calendar.gap,
        "nodes_exhausted": not calendar.complete,
    }


def _clash(found: ContentAssessment) -> list[Any]:
    """Each demand that clashes: which clash it is of, and whether giving it up is enough to end that."""
    first = found.calendar.clash if found.calendar else None
    return [
        {"clash": number, "demand": list(each), "relax": each in clash.relax}
        for number, clash in enumerate((first, *first.others) if first else (), 1)
        for each in clash.demands
    ]


def _result(each: Results) -> dict[str, Any]:
    """What one account's posts say, without their texts."""
    best = [{name: value for name, value in vars(post).items() if name != "text"} for post in each.top]
    loud = {name: value for name, value in vars(each.loud).items() if name != "text"} if each.loud else None
    return {
        "platform": each.platform,
        "account": each.account,
        "by": each.key,
        "posts": each.posts,
        "boosted": each.boosted,
        "immature": each.immature,
        "rate": {"value": each.value, "low": each.low, "high": each.high},
        "groups": json_ready(each.groups),
        "top": best,
        "boosted_looks_best": loud,
        "hits": each.hits,
        "judged": each.judged,
        "typical_engagements": each.typical,
        "format_factors": each.factors,
        "timing": each.timing.signal,
    }
