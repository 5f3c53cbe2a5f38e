"""Which post, channel or campaign orders and visits came from (M5), and what each of them earned.

Attributed is not caused: who would have bought anyway is among the buyers. What matches no post
stays in every table, with the level of what is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from typing import Literal

import pandas as pd

from smmtools.errors import DataError
from smmtools.inputs.reference import TrafficSources
from smmtools.measures.channel_groups import UNASSIGNED, channel_group
from smmtools.measures.kpis import compute

LEVELS = ("post", "channel", "asked", "unknown")
"""How near a figure's origin is known: which post, which channel, what the buyer answered, or nothing."""
ASKED = frozenset({"asked", "survey"})
"""Mediums of an order whose buyer was asked "how did you hear of us"."""

TAGS = ("source", "medium", "campaign", "content")

By = Literal["post", "channel", "group", "campaign"]
_KEYS: dict[By, list[str]] = {
    "post": ["level", "platform", "post_id", "channel_group", "campaign", "content"],
    "channel": ["channel_group", "platform", "part"],
    "group": ["channel_group"],
    "campaign": ["campaign"],
}

_NAME: dict[By, str] = {
    "post": "post_id",
    "channel": "platform",
    "group": "channel_group",
    "campaign": "campaign",
}
"""The key without which a row is of nothing in particular."""


def attribute(
    rows: pd.DataFrame,
    posts: pd.DataFrame,
    sources: TrafficSources,
    codes: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Orders or visits with where they came from: columns platform, post_id, level and channel_group added.

    A row belongs to a post when its ``content`` is the post's plan ID, ID or label, on the platform
    that its source names (any, where the source names none); a key that fits two posts fits none.
    ``codes`` are promo codes, in any capitals, each with the key of a post or the name of a platform;
    a code may stand in content or campaign. Without source and medium the channel group is the one
    that a report gives, else missing: not to know is not GA4's "Unassigned".

    ========  ==============================================================================
    level     when
    ========  ==============================================================================
    post      it belongs to a post
    channel   its source is a known site, or its channel group is known
    asked     the buyer was asked: the medium is one of ``ASKED``
    unknown   none of these
    ========  ==============================================================================
    """
    keys, platforms = _post_keys(posts), _platforms(posts, sources)
    by_code = {code.strip().lower(): meaning.strip().lower() for code, meaning in (codes or {}).items()}
    group = cache(partial(channel_group, sources=sources))
    given = rows["channel_group"] if "channel_group" in rows else pd.Series(pd.NA, index=rows.index)
    origins = []
    for source, medium, campaign, content, reported in zip(
        *(_lower(rows[part]) for part in TAGS), given, strict=True
    ):
        site = sources.site_of(source)
        meaning = by_code.get(content) or by_code.get(campaign) or content
        if meaning in platforms:  # a code of a whole channel
            site, meaning = meaning, ""
        platform, post = keys.get((site, meaning)) or (site, None)
        kind = group(source, medium, campaign) if source or medium else reported
        origins.append((platform, post, _level(post, medium, platform, kind), kind))
    found = pd.DataFrame(origins, columns=["platform", "post_id", "level", "channel_group"], index=rows.index)
    return rows.assign(**{str(name): found[name].astype("str") for name in found})


def performance(orders: pd.DataFrame, visits: pd.DataFrame, by: By = "channel") -> pd.DataFrame:
    """What each post, channel, channel group or campaign brought, from rows that ``attribute`` made.

    ============================  =================================================================
    applications, orders, buyers  applications; orders; different buyers, who has no pseudonym counting
                                  as one of their own
    revenue, aov                  value of the orders; per order, missing without orders
    users                         users of the site; who came in two periods or two ways counts twice
    conversion, low, high         buyers / users with Wilson's interval
    ============================  =================================================================

    Conversion is missing where the users are unknown, where the key itself is missing (orders without
    an origin and visits without one are not the same people), and for a channel or group that no order
    names: that may be a matter of tags, not of buyers.

    A channel is divided by the column ``part`` as well where the rows have one, such as ads and placements;
    what is of a part needs no channel group.

    Rows without a post, channel or campaign are there under missing keys, so that each column adds up
    to the same total whatever it is divided by (buyers apart: one may buy through two posts).
    DataError when the orders are in more than one currency: convert them first.
    """
    _refuse_mixed_money(orders)
    keys = _KEYS[by]
    sales, traffic = _keyed(orders, by), _keyed(visits, by)
    sales = sales.assign(applied=(sales["kind"] == "application").astype(int))
    paid = sales[sales["kind"] == "order"]
    paid = paid.assign(buyer=paid["buyer"].fillna(paid["order_id"]))
    orders_of, everything = paid.groupby(keys, dropna=False), sales.groupby(keys, dropna=False)
    table = pd.DataFrame(
        {
            "applications": everything["applied"].sum(),
            "orders": orders_of.size(),
            "buyers": orders_of["buyer"].nunique(),
            "revenue": orders_of["value"].sum().astype(float),
            "users": traffic.groupby(keys, dropna=False)["users"].sum(min_count=1).astype(float),
        }
    )
    counts = ["applications", "orders", "buyers"]
    table[counts] = table[counts].fillna(0).astype(int)
    table["revenue"] = table["revenue"].fillna(0.0)
    table["aov"] = (table["revenue"] / table["orders"]).where(table["orders"] > 0)
    table = table.reset_index()
    named = table[_NAME[by]].notna()
    if by in ("channel", "group"):
        named &= table["orders"] + table["applications"] > 0
    comparable = table.assign(users=table["users"].where(named))
    rates = [compute("conversion_site", comparable.iloc[[i]]) for i in range(len(table))]
    table["conversion"] = [rate.value for rate in rates]
    table["low"], table["high"] = [rate.low for rate in rates], [rate.high for rate in rates]
    return table.sort_values(["revenue", "orders", *keys], ascending=False, ignore_index=True)


def _keyed(rows: pd.DataFrame, by: By) -> pd.DataFrame:
    """Rows with the keys they are divided by; what belongs to a post or part needs no other key."""
    if by == "channel":
        part = rows["part"] if "part" in rows else pd.Series(pd.NA, index=rows.index, dtype="str")
        return rows.assign(part=part, channel_group=rows["channel_group"].mask(part.notna()))
    if by != "post":
        return rows
    matched = rows["level"] == "post"
    others = {name: rows[name].mask(matched) for name in ("channel_group", "campaign", "content")}
    return rows.assign(**others)


def _refuse_mixed_money(orders: pd.DataFrame) -> None:
    currencies = sorted(orders.loc[orders["value"].notna(), "currency"].dropna().unique())
    if len(currencies) > 1:
        raise DataError.of(
            f"the orders are in more than one currency: {', '.join(currencies)}",
            "orders.currency",
            "give the rate of each other currency in client.yml, fx, with its date and source.",
        )


def _post_keys(posts: pd.DataFrame) -> dict[tuple[str | None, str], tuple[str, str]]:
    """(platform, key) and, under no platform, key alone: platform and ID of the one post that it fits."""
    fits: dict[tuple[str | None, str], set[tuple[str, str]]] = {}
    for platform, post, plan, labels in zip(
        *(posts[name] for name in ("platform", "post_id", "plan_id", "labels")), strict=True
    ):
        texts = [post, plan, *(re.split("[,;]", labels) if isinstance(labels, str) else ())]
        for key in {text.strip().lower() for text in texts if isinstance(text, str)} - {""}:
            for where in (platform, None):
                fits.setdefault((where, key), set()).add((platform, post))
    return {key: next(iter(found)) for key, found in fits.items() if len(found) == 1}


def _platforms(posts: pd.DataFrame, sources: TrafficSources) -> set[str]:
    return {*posts["platform"].dropna(), *sources.social, *sources.video}


def _level(post: str | None, medium: str, platform: str | None, group: object) -> str:
    if post:
        return "post"
    if medium in ASKED:
        return "asked"
    known = platform or (isinstance(group, str) and group != UNASSIGNED)
    return "channel" if known else "unknown"


def _lower(texts: pd.Series[str]) -> list[str]:
    return texts.fillna("").str.strip().str.lower().tolist()
