"""Orders and revenue by post, channel and campaign, and what is wrong with tags (M5), as they are shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from smmtools.measures.attribution import By
from smmtools.measures.utm import Remark
from smmtools.present import charts, wording
from smmtools.present.display import Table, show, show_sentence, show_table
from smmtools.present.formats import MISSING
from smmtools.present.tables import interval
from smmtools.present.voice import Voice, voice_of
from smmtools.present.wording import _
from smmtools.strategy.indicators import Channel, IndicatorsAssessment
from smmtools.strategy.revenue import DIVISIONS

MOST_POSTS = 15
"""So many rows of posts are shown, by revenue; the record holds all."""
_TEXT = 60  # characters of a post's text that stand in a row

_Row = Mapping[str, Any]


def show_levels(found: IndicatorsAssessment) -> None:
    """How much of the month's orders is known to come from where, or why nothing can be said."""
    voice, earned = voice_of(found.client_month), found.revenue
    month = found.client_month.month.end_time.date()
    if earned.without_rate:
        show_sentence(voice.finding("revenue, no rate", currencies=earned.without_rate))
    elif _nothing(found):
        show_sentence(voice.finding("revenue, no orders", month=month))
    else:
        amount = (earned.total, earned.currency)
        parts = [voice.finding("revenue", month=month, orders=earned.orders, amount=amount)]
        if earned.foreign:
            parts.append(voice.finding("revenue converted", currencies=earned.foreign))
        show_sentence(" ".join(parts))
        show_table(levels(found))


def _nothing(found: IndicatorsAssessment) -> bool:
    """Whether nothing is known of what sold, so that one sentence says it all."""
    earned = found.revenue
    return bool(earned.without_rate) or not (earned.orders or earned.applications)


def show_divided(found: IndicatorsAssessment) -> None:
    """What each channel group and each campaign brought; nothing where nothing is known."""
    if not _nothing(found):
        show_table(by_group(found))
        show_table(by_campaign(found))


def levels(found: IndicatorsAssessment) -> Table:
    """Applications, orders and revenue by how near their origin is known."""
    voice, earned = voice_of(found.client_month), found.revenue
    rows = [
        [
            voice.text(wording.indicators.LEVELS[each.level]),
            voice.number(each.applications),
            voice.number(each.orders),
            voice.percent(each.share),
            voice.money(each.revenue, earned.currency),
        ]
        for each in earned.levels
    ]
    titles = (_("known by"), _("applications"), _("orders"), _("of the orders"), _("revenue"))
    columns = [voice.text(each) for each in titles]
    return Table(voice.text(_("How near the origin is known")), columns, rows, frozenset({1, 2, 3, 4}))


def by_channel(found: IndicatorsAssessment) -> Table:
    """Orders and revenue of each channel, and of what names none; visits alone stand in the groups' table."""
    voice = voice_of(found.client_month)
    rows = [row for row in _rows(found, "channel") if row["orders"] or row["applications"]]
    named = [(_channel(voice, row),) for row in rows]
    return _division(found, "channel", (_("channel"),), named, _("What each channel brought"), rows)


def by_group(found: IndicatorsAssessment) -> Table:
    """Orders, users and conversion of each of GA4's channel groups, which reports of traffic name."""
    voice = voice_of(found.client_month)
    named = [(_or(row["channel_group"], voice.text(_("no channel named"))),) for row in _rows(found, "group")]
    return _division(found, "group", (_("channel group"),), named, _("What each channel group brought"))


def by_campaign(found: IndicatorsAssessment) -> Table:
    """Orders and revenue of each campaign; what names none has a row of its own."""
    voice = voice_of(found.client_month)
    named = [(_or(row["campaign"], voice.text(_("no campaign named"))),) for row in _rows(found, "campaign")]
    return _division(found, "campaign", (_("campaign"),), named, _("What each campaign brought"))


def by_post(found: IndicatorsAssessment) -> Table:
    """Orders and revenue of the posts that sold most, and of what matches no post."""
    voice = voice_of(found.client_month)
    named = [_post(voice, found, row) for row in _shown(found)]
    titles = (_("known by"), _("post or origin"))
    return _division(found, "post", titles, named, _("What each post brought"), _shown(found))


def show_posts(found: IndicatorsAssessment) -> None:
    """The table by post, and how many of its rows are left out; nothing where nothing is known."""
    if _nothing(found):
        return
    voice = voice_of(found.client_month)
    show_table(by_post(found))
    left = len(_rows(found, "post")) - len(_shown(found))
    if left > 0:
        show_sentence(voice.finding("posts left out", count=left))


def show_channels(found: IndicatorsAssessment) -> None:
    """Revenue by channel as a picture, and the table behind it; nothing where nothing is known."""
    if _nothing(found):
        return
    voice, earned = voice_of(found.client_month), found.revenue
    rows = [row for row in _rows(found, "channel") if row["orders"]]
    if rows:
        amounts = [(_channel(voice, row), float(row["revenue"])) for row in rows]
        said = [f"{name} {voice.money(amount, earned.currency)}" for name, amount in amounts]
        plot = partial(_plot_bars, amounts, voice=voice, currency=earned.currency)
        title = voice.finding("revenue title", month=found.client_month.month.end_time.date())
        figure = charts.figure_of(plot, title, height=1.5 + 0.42 * len(amounts))
        show(figure, voice.finding("revenue picture", values=said))
    show_table(by_channel(found))


def _plot_bars(amounts: list[tuple[str, float]], axes: Axes, *, voice: Voice, currency: str) -> Axes:
    """A bar a channel, most revenue first, each with its amount."""
    positions = list(range(len(amounts)))[::-1]
    values = [amount for _, amount in amounts]
    axes.barh(positions, values, color=charts.ACCENT, height=0.6)
    axes.set_yticks(positions, [name for name, _ in amounts])
    for tick in axes.get_yticklabels():
        tick.set_parse_math(False)  # a name from a file is no formula
    for position, value in zip(positions, values, strict=True):
        label = f" {voice.money(value, currency)}"
        axes.annotate(label, (max(value, 0), position), va="center", fontsize=9, color=charts.INK)
    axes.set_xlim(min(0, *values), max(*values, 1) * 1.18)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: voice.number(value)))
    axes.set_xlabel(currency, fontsize=9, color=charts.INK)
    return axes


def show_tags(found: IndicatorsAssessment) -> None:
    """How many links and tags were looked at, and what is wrong with them."""
    voice, tags = voice_of(found.client_month), found.tags
    if not (tags.links or tags.tags):
        show_sentence(voice.finding("tags, none"))
        return
    wrong = bool(tags.remarks or tags.spellings)
    show_sentence(voice.finding("tags checked" if wrong else "tags clean", links=tags.links, tags=tags.tags))
    if wrong:
        show_table(_wrong_tags(found))


def _wrong_tags(found: IndicatorsAssessment) -> Table:
    voice, tags = voice_of(found.client_month), found.tags
    rows = [
        [
            voice.text(wording.indicators.WHERE[each.where]),
            each.post or MISSING,
            voice.text(wording.indicators.TROUBLES[each.remark.trouble]),
            each.remark.part,
            each.remark.value or MISSING,
            each.remark.better or MISSING,
        ]
        for each in tags.remarks
    ]
    several = voice.text(wording.indicators.SPELT_APART)
    rows += [
        [MISSING, MISSING, several, "source", " / ".join(each), kept] for kept, each in tags.spellings.items()
    ]
    titles = (_("where"), _("post"), _("what is wrong"), _("part"), _("as it is written"), _("better"))
    return Table(voice.text(_("Links and tags")), [voice.text(each) for each in titles], rows)


def _division(
    found: IndicatorsAssessment,
    by: By,
    named_by: tuple[str, ...],
    names: Sequence[tuple[str, ...]],
    caption: str,
    rows: list[_Row] | None = None,
) -> Table:
    """One table of what something brought: its names, then the figures; no users where none are known."""
    voice, currency = voice_of(found.client_month), found.revenue.currency
    records = _rows(found, by) if rows is None else rows
    visited = any(not math.isnan(row["users"]) for row in records)
    kept = 6 if visited else 4  # without any users known there is no conversion either
    figures = [_figures(voice, row, currency)[:kept] for row in records]
    titles = (
        _("applications"), _("orders"), _("revenue"), _("average order"), _("users"),
        _("conversion and its interval"),
    )  # fmt: skip
    first = len(named_by)
    lines = [[*name, *figure] for name, figure in zip(names, figures, strict=True)]
    columns = [voice.text(each) for each in (*named_by, *titles[:kept])]
    return Table(voice.text(caption), columns, lines, frozenset(range(first, first + kept)))


def _figures(voice: Voice, row: _Row, currency: str) -> list[str]:
    conversion = MISSING
    if not math.isnan(row["conversion"]):
        within = interval(voice, row["low"], row["high"], voice.percent)
        conversion = f"{voice.percent(row['conversion'])} ({within})"
    return [
        voice.number(row["applications"]),
        voice.number(row["orders"]),
        voice.money(row["revenue"], currency),
        voice.money(row["aov"], currency),
        voice.number(row["users"]),
        conversion,
    ]


def _rows(found: IndicatorsAssessment, by: By) -> list[_Row]:
    table = found.revenue.tables.get(by, pd.DataFrame())
    records: list[_Row] = [
        {str(name): value for name, value in row.items()} for row in table.to_dict("records")
    ]
    return records


def _shown(found: IndicatorsAssessment) -> list[_Row]:
    """The rows of posts that sold most, and everything else that brought orders or applications."""
    sold = [row for row in _rows(found, "post") if row["orders"] or row["applications"]]
    posts = [row for row in sold if row["level"] == "post"][:MOST_POSTS]
    others = [row for row in sold if row["level"] != "post"]
    return [*posts, *others[:MOST_POSTS]]


def _post(voice: Voice, found: IndicatorsAssessment, row: _Row) -> tuple[str, str]:
    level = voice.text(wording.indicators.LEVELS[row["level"]])
    if row["level"] == "post":
        text, published = found.revenue.posts[row["post_id"]]
        short = " ".join(text.split())
        short = short if len(short) <= _TEXT else f"{short[: _TEXT - 1]}…"
        day = voice.short_day(published.date())
        return level, f"{voice.platform(row['platform'])}, {day}: {short or row['post_id']}"
    parts = [
        voice.platform(row["platform"]) if isinstance(row["platform"], str) else None,
        *(row[name] for name in ("channel_group", "campaign", "content")),
    ]
    said = ", ".join(str(part) for part in parts if isinstance(part, str))
    return level, said or voice.text(_("nothing is known"))


def _channel(voice: Voice, row: _Row) -> str:
    platform, group = row["platform"], row["channel_group"]
    if not isinstance(platform, str):
        return _or(group, voice.text(_("no channel named")))
    if isinstance(row["part"], str):
        return voice.channel(Channel(platform, part=row["part"]))
    return f"{voice.platform(platform)}, {group}" if isinstance(group, str) else voice.platform(platform)


def _or(value: object, other: str) -> str:
    return value if isinstance(value, str) else other


def revenue_record(found: IndicatorsAssessment) -> dict[str, Any]:
    """Orders and revenue by post, channel and campaign, all rows, and by level."""
    earned = found.revenue
    return {
        "currency": earned.currency,
        "orders": earned.orders,
        "applications": earned.applications,
        "unvalued": earned.unvalued,
        "converted": earned.foreign,
        "without_rate": earned.without_rate,
        "total": earned.total if earned.levels else None,
        "by": {by: _rows(found, by) for by in DIVISIONS},
        "levels": {
            each.level: {
                "applications": each.applications,
                "orders": each.orders,
                "revenue": each.revenue,
                "share": each.share,
            }
            for each in earned.levels
        },
    }


def links_record(found: IndicatorsAssessment) -> dict[str, Any]:
    """What was looked at of links and tags, and what is wrong; personal data are never repeated."""
    tags = found.tags
    return {
        "links": tags.links,
        "tags": tags.tags,
        "remarks": [
            {"where": each.where, "post": each.post or None, **_remark(each.remark)} for each in tags.remarks
        ],
        "spellings": {kept: list(each) for kept, each in tags.spellings.items()},
    }


def _remark(remark: Remark) -> dict[str, str | None]:
    return {name: getattr(remark, name) or None for name in ("trouble", "part", "value", "better")}
