"""The approved plan's money beside what was spent, and its promised conversions beside those that came (X6).

Where the plan holds a split, money is held against it: as settled, else as recommended. Without one it is
held against the estimate's lines of ads and placements. A platform's ads and its placements stand apart, as
the campaigns' names tell them; where a row names no campaign, the platform is one. What no file can show is
"no data", and leaves the whole with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from smmtools.inputs.budget_decision import PaidChannel
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy import money
from smmtools.strategy.compared import Compared, part_of
from smmtools.strategy.earnings import META
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.money import MEDIA, Part, added
from smmtools.strategy.paid_sales import kind_of
from smmtools.strategy.paid_weeks import paid_month
from smmtools.strategy.verdicts import THRESHOLDS


@dataclass(frozen=True)
class Planned:
    """The approved plan's money for ads and placements, in its own currency."""

    against: str
    """split or estimate."""
    whole: float
    parts: Mapping[Part, float]
    """What of the whole belongs to a platform."""


def spending(case: ClientMonth, plan: Mapping[str, Any]) -> Iterator[Compared]:
    """Media money against the plan, as a whole and part by part.

    The parts of a split are all told; of an estimate those alone that no file can show, for a month's split
    is what divides its money.
    """
    budget = part_of(plan, "budget")
    planned, currency = planned_money(budget), budget.get("currency")
    rate, foreign = money.rate_of(case, currency), _without_rate(case)
    if planned is None:
        yield Compared("spend", "not planned", unit="money")
        return
    if rate is None or foreign:
        yield Compared("spend", "no rate", foreign or str(currency), unit="money")
        return
    spent = spent_by_part(case)
    shares = {part: share * rate for part, share in _as_seen(planned.parts, spent).items()}
    hidden = {part for part, share in shares.items() if share and not _shown(case, part, spent)}
    against = planned.against
    if spent:
        whole = planned.whole * rate - math.fsum(shares[part] for part in hidden)
        against = f"{against}, shown" if hidden else against
        yield _of_money("spend", ("", ""), whole, math.fsum(spent.values()), case.brief.currency, against)
    else:
        yield Compared("spend", "no data", planned=planned.whole * rate, unit="money")
    for part in dict.fromkeys([*shares, *spent] if planned.against == "split" else sorted(hidden)):
        share, actual = shares.get(part, 0.0), None if part in hidden else spent.get(part, 0.0)
        if share or actual:
            yield _of_money("channel spend", part, share, actual, case.brief.currency, planned.against)


def planned_money(budget: Mapping[str, Any]) -> Planned | None:
    """The plan's split where it has one, as settled, else as recommended; else the estimate's media money."""
    split = part_of(budget, "split")
    settled = part_of(split, "decided", "split")
    parts = added(
        (
            (str(each.get("platform") or ""), str(each.get("kind") or "ads")),
            float((settled.get(each.get("key")) if settled else each.get("spend")) or 0.0),
        )
        for each in split.get("channels") or []
    )
    if parts:
        return Planned("split", math.fsum(parts.values()), parts)
    if budget.get("media") is None:
        return None
    lines = (line for line in budget.get("lines") or [] if line.get("kind") in MEDIA and line.get("channel"))
    parts = added(
        ((str(line["channel"]), str(line["kind"])), float(line.get("expected") or 0.0)) for line in lines
    )
    return Planned("estimate", float(budget["media"]), parts)


def conversions(case: ClientMonth, plan: Mapping[str, Any]) -> Iterator[Compared]:
    """The conversions that the approved split promised against those that its channels brought.

    What was promised, and of which channels, the approved plan says. How a channel's campaigns are known in
    the exports is said by the brief alone: by its decision in force in the month, the one that was approved.
    Channels that it has besides claim what is theirs, and count for nothing here: the plan promised nothing
    of them. A channel of the plan that the brief no longer knows leaves the promise unjudged.

    A promise is kept down to the plan's own poor month, which one month in twenty falls short of; where that
    is nought, no count can break it.
    """
    split = part_of(plan, "budget", "split")
    said = split if part_of(split, "decided").get("mean") is None else part_of(split, "decided")
    keys = {str(each.get("key")): each for each in split.get("channels") or []}
    if not keys or said.get("mean") is None:
        yield Compared("conversions", "not planned")
        return
    counts = str(split.get("counts"))
    mean, least = float(said["mean"]), float(said.get("low") or 0.0)
    facts: dict[str, Any] = {"counts": counts, "keys": sorted(keys)}
    channels = _channels(case)
    if lost := sorted(set(keys) - {each.key for each in channels}):
        yield Compared("conversions", "not named", planned=mean, least=least, facts=facts | {"keys": lost})
        return
    month = paid_month(case, channels, counts)
    own = [nth for nth, each in enumerate(channels) if each.key in keys]
    came, spent = float(month.conversions[own].sum()), float(month.spend[own].sum())
    planned = planned_money(part_of(plan, "budget"))
    rate = money.rate_of(case, part_of(plan, "budget").get("currency"))
    meant = planned.whole * rate if planned and rate is not None else math.nan
    facts |= {"spent": (spent, case.brief.currency), "meant": (meant, case.brief.currency)}
    finding = _kept(came, mean, least, fewer=spent < meant * (1 - THRESHOLDS.underspend))
    yield Compared("conversions", finding, planned=mean, actual=came, least=least, facts=facts)
    if came > 0 and spent > 0 and mean > 0 and meant > 0:
        yield _of_cost(spent / came, meant / mean, meant / least if least else math.inf, facts)


def _kept(came: float, mean: float, least: float, *, fewer: bool) -> str:
    """Whether so many conversions keep the promise; ``fewer``: on far less money than it was made for."""
    if math.isnan(came):
        return "no data"
    if came >= round(mean):
        return "met"
    if not least:
        return "cannot be told"
    if came >= least:
        return "within the promise"
    return "below, less spent" if fewer else "below the promise"


def _of_cost(cost: float, planned: float, most: float, facts: Mapping[str, Any]) -> Compared:
    """Money a conversion against the plan's: dearer where it costs more than in the plan's poor month."""
    finding = "met" if cost <= planned else "within the promise" if cost <= most else "dearer"
    finding = "cannot be told" if finding == "within the promise" and math.isinf(most) else finding
    least = math.nan if math.isinf(most) else most
    return Compared(
        "conversion cost", finding, planned=planned, actual=cost, least=least, unit="money", facts=facts
    )


def spent_by_part(case: ClientMonth) -> dict[Part, float]:
    """What the month's rows say was spent, part by part, in the client's currency; empty without any."""
    paid, channels = _paid(case), _channels(case)
    worth = paid["spend"].astype(float) * money.rates(case, paid["currency"])
    bare = set(paid.loc[paid["campaign"].isna(), "platform"].astype(str))
    rows = zip(paid["platform"].astype(str), paid["campaign"], worth, strict=True)
    return added(
        ((platform, "" if platform in bare else str(kind_of(platform, campaign, channels))), float(amount))
        for platform, campaign, amount in rows
    )


def _as_seen(parts: Mapping[Part, float], spent: Mapping[Part, float]) -> dict[Part, float]:
    """The plan's parts as the files tell them: Meta's as one where its account is, kinds where unnamed."""
    platforms, bare = {platform for platform, _ in spent}, {platform for platform, kind in spent if not kind}

    def seen(platform: str, kind: str) -> Part:
        together = platform in META and "meta" in platforms and platform not in platforms
        name = "meta" if together else platform
        return name, "" if name in bare else kind

    return added((seen(*part), share) for part, share in parts.items())


def _shown(case: ClientMonth, part: Part, spent: Mapping[Part, float]) -> bool:
    """Whether the files can show what was spent on a part: nought is then nought.

    The month has rows of its platform, and some month has rows of its kind there. Bloggers who are paid by
    hand are in no ad account: their part of the plan is not seen, however many ads are.
    """
    platform, kind = part
    if part in spent or platform not in {name for name, _ in spent}:
        return part in spent
    ads = case.tables["ads"]
    campaigns = ads.loc[ads["platform"] == platform, "campaign"]
    return any(kind_of(platform, each, _channels(case)) == kind for each in campaigns)


def _channels(case: ClientMonth) -> tuple[PaidChannel, ...]:
    """The paid channels of the brief's split in force in the month."""
    decision = case.brief.decided("budget", str(case.month))
    return decision.split.channels if decision and decision.split else ()


def _paid(case: ClientMonth) -> pd.DataFrame:
    ads = periods.between(case.tables["ads"], "ads", periods.days_of(case.month))
    return ads[ads["spend"].notna()]


def _without_rate(case: ClientMonth) -> str:
    """A currency of the month's ads that the brief gives no rate for; empty where there is none."""
    codes = sorted(_paid(case)["currency"].dropna().astype(str).unique())
    return next((code for code in codes if money.rate_of(case, code) is None), "")


def _of_money(
    kind: str, part: Part, planned: float, spent: float | None, currency: str, against: str
) -> Compared:
    """One amount against the plan's; ``against`` says what of the plan it is held against."""
    platform, name = part
    facts: dict[str, Any] = {"place": Channel(platform, part=name), "against": against}
    if spent is None:
        return Compared(kind, "no data", name, platform, planned, unit="money", facts=facts)
    finding = "carried out"
    if spent > planned * (1 + THRESHOLDS.overspend):
        finding = "overspent"
    elif spent < planned * (1 - THRESHOLDS.underspend):
        finding = "underspent"
    facts |= {
        "by": (abs(spent - planned), currency),
        "share": abs(spent - planned) / planned if planned else math.nan,
    }
    return Compared(kind, finding, name, platform, planned, spent, unit="money", facts=facts)
