"""The sentences of stage 08, review."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording import review_plan
from smmtools.present.wording.common import NOTHING_TO_DO, _
from smmtools.present.wording.review_plan import AGAINST as AGAINST
from smmtools.present.wording.review_plan import CHANCE as CHANCE
from smmtools.present.wording.review_plan import KINDS as KINDS
from smmtools.present.wording.review_plan import MEND as MEND
from smmtools.present.wording.review_plan import POOR_MONTH as POOR_MONTH
from smmtools.present.wording.review_plan import STATES as STATES

_MONEY: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X6", "revenue, up"): (
        _("Revenue rose by {change:amount}, from {before:amount} to {now:amount}, and conversion did not pull it down."),
        NOTHING_TO_DO,
    ),
    ("X6", "revenue, up while conversion falls"): (
        _("Revenue rose by {change:amount}, from {before:amount} to {now:amount}, though conversion took {part:amount} off it."),
        _("Do not read the rise as success: see which channel's clicks buy less, and why, before more is spent."),
    ),
    ("X6", "revenue, up while conversion may fall"): (
        _("Revenue rose by {change:amount}, from {before:amount} to {now:amount}, though conversion took {part:amount} off it, which may be chance: on no channel did it fall beyond that."),
        _("Watch conversion next month before the rise is read as success, or the fall as a fault."),
    ),
    ("X6", "revenue, up while conversion waits"): (
        _("Revenue rose by {change:amount}, from {before:amount} to {now:amount}, though conversion took {part:amount} off it. Orders still to come may make up for that: of {places:channels} {due:percent} of the orders that the month's clicks lead to were due by its end."),
        _("Name no cause yet: look at the month again when its orders are in."),
    ),
    ("X6", "revenue, down waiting"): (
        _("Revenue fell by {change:amount}, from {before:amount} to {now:amount}; conversion took the most off it, {part:amount}. Orders still to come may make up for that: of {places:channels} {due:percent} of the orders that the month's clicks lead to were due by its end."),
        _("Name no cause yet: look at the month again when its orders are in."),
    ),
    ("X6", "revenue, down maybe"): (
        _("Revenue fell by {change:amount}, from {before:amount} to {now:amount}; conversion took the most off it, {part:amount}, which may be chance: on no channel did it fall beyond that."),
        _("Watch it next month before anything is changed for it."),
    ),
    ("X6", "revenue, down unsplit"): (
        _("Revenue fell by {change:amount}, from {before:amount} to {now:amount}. The largest part, {rest:amount}, lies where the change cannot be split; of the others {factor:factor} took off {part:amount}."),
        _("Trace more orders to a channel (tagged links, codes, asking the buyer), so that the next change can be explained."),
    ),
    ("X6", "revenue, down"): (
        _("Revenue fell by {change:amount}, from {before:amount} to {now:amount}; {factor:factor} took the most off it, {part:amount}."),
        _("Mend that first; the table shows in which channel."),
    ),
    ("X6", "revenue, not split"): (
        _("Revenue went from {before:amount} to {now:amount}, and no channel's impressions and clicks are known in both months: the change cannot be split."),
        _("Ask for the impressions and link clicks of the channels that sell."),
    ),
    ("X6", "revenue, no orders"): (
        _("No file holds the orders of both {month:month} and the month before, so there is no change of revenue to explain."),
        _("Ask for the orders with their values and sources; a brand without a shop of its own has none."),
    ),
    ("X6", "revenue, no rate"): (
        _("Orders in {currency} cannot be added up: the brief gives no rate, and none is assumed."),
        _("Add the rate with its date and source under fx: in client.yml."),
    ),
}  # fmt: skip

_LOOKS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R8.1", "subscribers on target"): (
        _("The people counted are the target: a match of {match:percent} where they are farthest from it ({platform:platform}, {population:term} by {breakdown:term})."),
        NOTHING_TO_DO,
    ),
    ("R8.1", "subscribers off target"): (
        _("The people counted are not the target everywhere: a match of {match:percent} on {platform:platform}, {population:term} by {breakdown:term}, where they are farthest from it."),
        _("Aim ads and posts at the cells that lack people (notebook 02 names them)."),
    ),
    ("R8.1", "subscribers unknown"): (
        _("Whether the subscribers are the target cannot be told: target shares or the platform's own are missing."),
        _("Give target shares under decisions: audience, and export the audience's age, sex and places."),
    ),
    ("R8.1", "reach growing"): (
        _("{platform:platform}: a reach of {now:count} a day after {before:count} the month before: growing ({low:count} to {high:count} times)."),
        NOTHING_TO_DO,
    ),
    ("R8.1", "reach steady"): (
        _("{platform:platform}: a reach of {now:count} a day after {before:count} the month before: no clear change ({low:count} to {high:count} times)."),
        NOTHING_TO_DO,
    ),
    ("R8.1", "reach falling"): (
        _("{platform:platform}: a reach of {now:count} a day after {before:count} the month before: falling ({low:count} to {high:count} times)."),
        _("See which posts reached fewest, and plan fewer like them."),
    ),
    ("R8.1", "reach unknown"): (
        _("{platform:platform}: a reach of {now:count} a day; against the month before nothing can be told."),
        _("Keep the exports of every month: the next review will have two."),
    ),
    ("R8.1", "no reach"): (
        _("{platform:platform}: no file gives the reach by day."),
        _("Export the platform's daily figures for the month."),
    ),
    ("R8.1", "engaged most"): (
        _("{account} ({platform:platform}): the post of {day:day} engaged most, {rate:percent} ({low:percent} to {high:percent}) where the account's mean is {mean:percent}."),
        NOTHING_TO_DO,
    ),
    ("R8.1", "kind better"): (
        _("{account} ({platform:platform}): {kind:term} posts did better, {rate:percent} ({low:percent} to {high:percent}, {posts:count} posts in three months) where the account's mean is {mean:percent}."),
        _("Give them more room in next month's mix, and look again."),
    ),
    ("R8.1", "too few posts"): (
        _("{account} ({platform:platform}): too few posts of the month are old enough to say which engaged most beyond chance."),
        _("Export the posts again a week later, or post more."),
    ),
    ("R8.1", "no posts"): (
        _("No file holds posts of the client's own, so none can be named."),
        _("Export the posts of every own account."),
    ),
}  # fmt: skip

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    **review_plan.VERDICTS,
    **_MONEY,
    **_LOOKS,
}

HEADLINES: Mapping[str, str] = {
    "review": _(
        "Of the plan's figures that could be judged {met:count} of {judged:count} met their mark. {says}"
    ),
    "review, some unsure": _(
        "Of the plan's figures that could be judged {met:count} of {judged:count} met their mark; of {unsure:count} more it cannot be told. {says}"
    ),
    "review, nothing judged": _("None of the plan's figures could be judged. {says}"),
    "review, no plan": _("No plan was approved for {month:month}. {says}"),
    "review, revenue up": _("Revenue rose by {change:amount}."),
    "review, conversion falls": _(
        "Revenue rose by {change:amount} while conversion took {part:amount} off it."
    ),
    "review, conversion may fall": _(
        "Revenue rose by {change:amount} while conversion took {part:amount} off it, which may be chance."
    ),
    "review, conversion waits": _(
        "Revenue rose by {change:amount} while conversion took {part:amount} off it, which orders still to come may make up for."
    ),
    "review, revenue down waiting": _(
        "Revenue fell by {change:amount}; conversion took the most off it, which orders still to come may make up for."
    ),
    "review, revenue down maybe": _(
        "Revenue fell by {change:amount}; conversion took the most off it, which may be chance."
    ),
    "review, revenue down unsplit": _(
        "Revenue fell by {change:amount}; the largest part lies where it cannot be split."
    ),
    "review, revenue down": _("Revenue fell by {change:amount}; {factor:factor} took the most off it."),
    "review, no revenue": _("There is no change of revenue to explain."),
}

FINDINGS: Mapping[str, str] = {
    "plan in force": _(
        "The review uses version {version} of the plan for {month:month}, approved by {by} on {day:day}; all {versions:count} versions are listed."
    ),
    "one plan in force": _(
        "The review uses the plan for {month:month} that {by} approved on {day:day}, its only version."
    ),
    "no plan in force": _(
        "No plan was approved for {month:month}. The review can say what happened, not whether it was agreed."
    ),
    "waterfall": _(
        "Revenue went from {before:amount} to {now:amount}, a change of {change:signed}: volume {impressions:signed}, clicks {ctr:signed}, conversion {conversion_rate:signed}, order value {aov:signed}, and {rest:signed} that the method cannot split."
    ),
    "waterfall, whole": _(
        "Revenue went from {before:amount} to {now:amount}, a change of {change:signed}: volume {impressions:signed}, clicks {ctr:signed}, conversion {conversion_rate:signed}, order value {aov:signed}."
    ),
    "waterfall title": _("Why revenue changed against the month before"),
    "no waterfall": _("There is no change of revenue to split: orders of both months, with their sources, are needed."),
    "not split": _("No channel's impressions and clicks are known in both months, so the change of {change:signed} cannot be split."),
    "conversion clear": _("The share of clicks that become orders changed beyond chance on {places:words}."),
    "conversion unclear": _("On no channel did the share of clicks that become orders change beyond chance."),
    "conversion to come": _(
        "On {places:words} it fell, which orders still to come may make up for: by the lag from contact to purchase {due:percent} of the orders that the month's clicks lead to were due by its end."
    ),
    "parts exact": _(
        "The parts are an account of what was counted, without an interval: they say what made the sum, not what will come again."
    ),
    "few orders": _(
        "They rest on {before:count} orders before and {now:count} now: with so few, one order more or less would turn the picture."
    ),
    "by views": _("Views stand in for impressions on {places:words}: the platform gives no others."),
    "apart": _("The method cannot split {places:words}: impressions or clicks are not known there in both months."),
    "season, year ago": _(
        "{goal}: {now:count} this month, {then:count} in the same month last year: {ratio:count} times ({low:count} to {high:count})."
    ),
    "season, year ago, bare": _(
        "{goal}: {now:count} this month, {then:count} in the same month last year; too few for a ratio."
    ),
    "season, index": _("Last year this month stood at {index:count} times the year's mean month."),
    "season, none": _(
        "There is no seasonal comparison: the exports hold no same month of last year. Forecasts therefore carry a log-spread of {spread:count} for how times may change (notebook 01)."
    ),
    "season, months": _("{goal}, month by month: {months:words}."),
    "season, no goal": _("There is no seasonal comparison: no goal says what to compare."),
    "holidays unknown": _("The public holidays of the client's country are not known to the workbook."),
    "priors": _(
        "Next month starts from eight tenths of what it was plus this month's own counts, each month once ({months:count} counted so far): old months fade, and no export that overlaps counts twice."
    ),
    "prior benchmark": _(
        "A rate without a month of its own starts from a benchmark, worth at most {clicks:count} clicks."
    ),
    "prior rises": _(
        "For {rate:term} that is {after:percent}, up from {before:percent}: the month's own {own:percent} lies above what it started from, and is {weight:percent} of what next month rests on."
    ),
    "prior falls": _(
        "For {rate:term} that is {after:percent}, down from {before:percent}: the month's own {own:percent} lies below what it started from, and is {weight:percent} of what next month rests on."
    ),
    "prior agrees": _(
        "For {rate:term} that is {after:percent}, as before: the month's own {own:percent} says the same, and is {weight:percent} of what next month rests on."
    ),
    "prior begins": _(
        "For {rate:term} that is {after:percent}: nothing was known before, and the month's own counts are {weight:percent} of what next month rests on."
    ),
    "prior stays": _("For {rate:term} that is {after:percent}, unmoved: the month counted nothing of it."),
    "priors, none counted": _("No month was counted yet: next month starts from what this one started from."),
    "no priors": _("Nothing was counted yet, and no benchmark is known: next month starts from nothing."),
    "more to do": _("{more:count} more findings ask for something; each stage's verdicts name them."),
    "nothing more": _("That is all that the stages ask for."),
    "nothing to do": _("No stage asks for anything."),
    "kinds better": _("{account} ({platform:platform}): posts that did better than the account's mean, beyond chance: {kinds:terms}."),
    "no posts to compare": _("There are no posts old enough to compare."),
    "no kind better": _("No kind of posts did better than its account's mean beyond chance: there is no reason to change the mix."),
}  # fmt: skip

FACTORS: Mapping[str, str] = {
    "impressions": _("volume"),
    "ctr": _("clicks"),
    "conversion_rate": _("conversion"),
    "aov": _("order value"),
}
"""What each factor's part is called."""
REST, CHANGE = _("cannot be split"), _("change")
CHANGE_OF_REVENUE = _("change of revenue, {currency}")

PLACES: Mapping[str, str] = {
    "elsewhere": _("orders from elsewhere"),
    "unknown": _("orders of unknown origin"),
    "ads": _("{platform} ads"),
    "posts": _("{platform} posts"),
}
"""Channels of earnings by their part."""


DECISIONS: Mapping[str, str] = {
    "goals": _("goals"),
    "audience": _("audience"),
    "channels": _("channels"),
    "content": _("content"),
    "communication": _("communication"),
    "indicators": _("indicators"),
    "budget": _("budget"),
    "compliance": _("compliance"),
    "contract": _("contract"),
    "exports": _("none: the exports"),
    "approval": _("none: the approval of the plan"),
    "jurisdiction": _("none: the brief's jurisdiction"),
}
"""The decision in client.yml that an action changes."""

TOPIC = _("{topic}: {text}")
MONTHS_COUNT = _("{month}: {count:count}")

AND_MORE = _("{reason} (And {more:count} more by this rule.)")

RATES: Mapping[str, str] = {
    "ctr": _("link clicks per impression"),
    "application_rate": _("applications per link click"),
    "sale_rate": _("orders per application"),
}
WORTH = _("{worth} clicks")
WORTH_OF_SALE = _("{worth} applications")
