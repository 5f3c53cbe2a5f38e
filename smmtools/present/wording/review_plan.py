"""The sentences of stage 08 on the approved plan: each of its figures beside the actual one."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

_APPROVE = _("Approve the next month's plan before it begins: smmtools approve.")

_PLAN: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X6", "no approved plan"): (
        _("No plan was approved for {month:month}, so there is nothing to hold the month against."),
        _APPROVE,
    ),
    ("X6", "approved"): (
        _(
            "{month:month} is held against version {version} of its plan, approved by {by} on {day:day} ({hash})."
        ),
        NOTHING_TO_DO,
    ),
    ("X6", "approved afterwards"): (
        _(
            "Version {version} of the plan for {month:month} was approved by {by} on {day:day}, when the month was over ({hash})."
        ),
        _("Say what changed against the earlier version, and have the client agree to it in writing."),
    ),
    ("X6", "begun without"): (
        _(
            "{month:month} began without an approved plan; version {version} was approved by {by} on {day:day} ({hash})."
        ),
        _APPROVE,
    ),
    ("X6", "goal, met"): (
        _("{name}: {actual:count} in {month:month} where the plan asked for {planned:count}: met."),
        NOTHING_TO_DO,
    ),
    ("X6", "goal, met, few alive"): (
        _("{name}: {actual:count} in {month:month} where the plan asked for {planned:count}: met by count. Yet of {n:count} accounts drawn on {drawn:day} from those that {account} had gained only {alive_share:percent} ({alive_low:percent} to {alive_high:percent}) were alive, so that the count may say little."),
        _("Have accounts drawn at random from those gained since, and count the living."),
    ),
    ("X6", "goal, ahead"): (
        _(
            "{name}: {actual:count} in {month:month} where the plan asked for {planned:count}: more than chance would give."
        ),
        NOTHING_TO_DO,
    ),
    ("X6", "goal, not met"): (
        _(
            "{name}: {actual:count} in {month:month} where the plan asked for {planned:count}: not met (chance of so low a count when on target: {chance:chance})."
        ),
        _("Mend what fell before the target is kept, or agree another target with the client."),
    ),
    ("X6", "goal, cannot be told"): (
        _(
            "{name}: {actual:count} in {month:month} where the plan asked for {planned:count}: fewer, yet so few come by chance, too ({chance:chance} when on target)."
        ),
        _("Look again next month, before the plan is changed for what may be chance."),
    ),
    ("X6", "goal, no data"): (
        _("{name}: no file counts it by day in {month:month}, or the goal lacks a part."),
        _("Ask for the file that counts it, or complete the goal in client.yml."),
    ),
    ("X6", "goal, too early"): (
        _("{name}: {actual:count} in {month:month}: too few days, or too little expected, to judge."),
        _("Wait for more days."),
    ),
    ("X6", "goal, over"): (
        _("{name}: the plan's deadline was before {month:month}."),
        _("Agree a new goal with the client."),
    ),
    ("X6", "goal, not started"): (
        _("{name}: by the plan it starts after {month:month}."),
        NOTHING_TO_DO,
    ),
    ("X6", "goal, unreadable"): (
        _("{name}: the approved plan's goal cannot be read by this version of the workbook."),
        _("Approve the next plan anew; what was agreed stands in the plan's own file."),
    ),
    ("X6", "goal, not planned"): (_("The approved plan holds no goal."), _("Decide on goals in client.yml.")),
    ("X6", "indicator, not planned"): (
        _("The approved plan watches no indicator, so none has a target to hold {month:month} against."),
        _("Decide on the indicators to watch in client.yml (decisions: indicators)."),
    ),
    ("X6", "indicator, no target"): (
        _("{where:watched}: watched by the plan, without a target."),
        _("Give it a target under decisions: indicators in client.yml."),
    ),
    ("X6", "indicator, no data"): (
        _("{where:watched}: not measured in {month:month}."),
        _("Ask for the file that the plan names as its source."),
    ),
    ("X6", "indicator, unreadable"): (
        _("{name}: the workbook does not know this indicator of the plan."),
        _("Use a key of the registry (notebook 06 lists them)."),
    ),
}  # fmt: skip

_INDICATORS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X6", "indicator, met"): (
        _("{where:watched}: {actual:figure} ({low:figure} to {high:figure}) where the plan asked for {planned:figure}: met."),
        NOTHING_TO_DO,
    ),
    ("X6", "indicator, not met"): (
        _("{where:watched}: {actual:figure} ({low:figure} to {high:figure}) where the plan asked for {planned:figure}: not met."),
        _("{family:mend} Else agree another target with the client."),
    ),
    ("X6", "indicator, cannot be told"): (
        _("{where:watched}: {actual:figure} ({low:figure} to {high:figure}) where the plan asked for {planned:figure}: the target lies within the doubt, so it cannot be told whether it was met."),
        _("Look again when there are more counts; do not change the plan for this figure."),
    ),
    ("X6", "indicator, met as counted"): (
        _("{where:watched}: {actual:figure} where the plan asked for {planned:figure}: met (everybody was counted)."),
        NOTHING_TO_DO,
    ),
    ("X6", "indicator, met, few alive"): (
        _("{where:watched}: {actual:figure} where the plan asked for {planned:figure}: met by count. Yet of {n:count} accounts drawn on {drawn:day} from those that {account} had gained only {alive_share:percent} ({alive_low:percent} to {alive_high:percent}) were alive, so that the count may say little."),
        _("Have accounts drawn at random from those gained since, and count the living."),
    ),
    ("X6", "indicator, not met as counted"): (
        _("{where:watched}: {actual:figure} where the plan asked for {planned:figure}: not met (everybody was counted)."),
        _("{family:mend} Else agree another target with the client."),
    ),
    ("X6", "indicator, no interval"): (
        _("{where:watched}: {actual:figure} where the plan asked for {planned:figure}, without an interval: it cannot be told whether it was met."),
        _("Ask for it by post, ad or day, ten of them at least, before it is judged."),
    ),
}  # fmt: skip

_DONE: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X6", "posts, carried out"): (
        _("{platform:platform}: all {planned:count} planned posts were found among those published."),
        NOTHING_TO_DO,
    ),
    ("X6", "posts, lacking"): (
        _("{platform:platform}: {actual:count} of {planned:count} planned posts were found; posts that no plan asked for: {besides:count}."),
        _("Ask why each was left out, or whether it lost its plan ID (notebook 04 lists them)."),
    ),
    ("X6", "posts, mostly lacking"): (
        _("{platform:platform}: only {actual:count} of {planned:count} planned posts were found; posts that no plan asked for: {besides:count}."),
        _("Agree who publishes, and plan as many posts as there are hands for."),
    ),
    ("X6", "posts, not planned"): (
        _("The approved plan holds no posts for {month:month}, so none can be missed."),
        _("Approve the next plan with its calendar (notebook 04)."),
    ),
    ("X6", "spend, carried out"): (
        _("{actual:amount} was spent on ads and placements in {month:month}; {against:against} came to {planned:amount}."),
        NOTHING_TO_DO,
    ),
    ("X6", "spend, overspent"): (
        _("{actual:amount} was spent on ads and placements in {month:month}, {by:amount} more than the {planned:amount} of {against:against}."),
        _("Find the campaign that ran over, and agree on it with the client before the next month."),
    ),
    ("X6", "spend, underspent"): (
        _("{actual:amount} was spent on ads and placements in {month:month}, {by:amount} ({share:percent}) less than the {planned:amount} of {against:against}."),
        _("Say what did not run, and whether the next month needs the money at all."),
    ),
    ("X6", "spend, no data"): (
        _("No file says what was spent in {month:month}, where the plan gave {planned:amount}."),
        _("Ask for the ad account's report by day."),
    ),
    ("X6", "spend, no rate"): (
        _("Amounts in {name} cannot be held against the plan: the brief gives no rate, and none is assumed."),
        _("Add the rate with its date and source under fx: in client.yml."),
    ),
    ("X6", "spend, not planned"): (
        _("The approved plan holds no money for ads and placements."),
        _("Decide on an estimate under decisions: budget in client.yml."),
    ),
    ("X6", "channel spend, carried out"): (
        _("{place:channel}: {actual:amount} was spent, and {against:against} gave it {planned:amount}."),
        NOTHING_TO_DO,
    ),
    ("X6", "channel spend, overspent"): (
        _("{place:channel}: {actual:amount} was spent, {by:amount} more than the {planned:amount} of {against:against}."),
        _("Hold the channel to its part, or decide on another split."),
    ),
    ("X6", "channel spend, underspent"): (
        _("{place:channel}: {actual:amount} was spent, {by:amount} ({share:percent}) less than the {planned:amount} of {against:against}."),
        _("Find what did not run, or decide on another split."),
    ),
    ("X6", "channel spend, no data"): (
        _("{place:channel}: no file of {month:month} can show what was spent of the {planned:amount} of {against:against}; the whole is judged without it."),
        _("Ask for the ad account's report by day, or for what was paid by hand."),
    ),
    ("X6", "replies, met"): (
        _("{actual:percent} of {n:count} comments ({low:percent} to {high:percent}) were answered within the {promise:wait} that the plan promises, where {planned:percent} should be."),
        NOTHING_TO_DO,
    ),
    ("X6", "replies, not met"): (
        _("{actual:percent} of {n:count} comments ({low:percent} to {high:percent}) were answered within the {promise:wait} that the plan promises, where {planned:percent} should be."),
        _("Put somebody on the hours that wait longest, or promise what can be kept."),
    ),
    ("X6", "replies, cannot be told"): (
        _("{actual:percent} of {n:count} comments ({low:percent} to {high:percent}) were answered within the {promise:wait} that the plan promises: whether {planned:percent} is kept cannot be told yet."),
        _("Look again when there are more comments."),
    ),
    ("X6", "replies, no data"): (
        _("The plan promises answers within {promise:wait}, and no comment of {month:month} can be judged by it."),
        _("Ask for the comments with the times of their answers."),
    ),
    ("X6", "replies, not planned"): (
        _("The approved plan promises no time to answer in."),
        _("Decide on a promise under decisions: communication in client.yml."),
    ),
}  # fmt: skip

_PROMISE: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X6", "conversions, met"): (
        _("The paid channels of the plan's split brought {actual:count} {counts:term}, where it promised {planned:count} on average: met."),
        NOTHING_TO_DO,
    ),
    ("X6", "conversions, within the promise"): (
        _("The paid channels of the plan's split brought {actual:count} {counts:term}: fewer than the {planned:count} that it promised on average, yet no fewer than the {least:count} of its poor month, so that it may be chance."),
        NOTHING_TO_DO,
    ),
    ("X6", "conversions, below the promise"): (
        _("The paid channels of the plan's split brought {actual:count} {counts:term}, where it promised {planned:count} on average and {least:count} in a poor month, which one month in twenty falls short of."),
        _("Let the next split learn from the month (notebook 07), see which channel brought fewer, and tell the client what the money brings now."),
    ),
    ("X6", "conversions, below, less spent"): (
        _("The paid channels of the plan's split brought {actual:count} {counts:term}, fewer than the {least:count} of its poor month ({planned:count} on average); yet {spent:amount} was spent on them of the {meant:amount} that it was promised for."),
        _("Make the next split for the money that will run, and judge its promise then."),
    ),
    ("X6", "conversions, cannot be told"): (
        _("The paid channels of the plan's split brought {actual:count} {counts:term}, where it promised {planned:count} on average: so few that none at all would be within chance."),
        _("Judge several months together, or let the split count applications rather than orders."),
    ),
    ("X6", "conversions, no data"): (
        _("No file of orders covers {month:month} as a whole and names the medium of its {counts:term}, so the {planned:count} that the plan's split promised cannot be looked for."),
        _("Ask for the applications and orders of the whole month, with their source, medium and campaign."),
    ),
    ("X6", "conversions, not named"): (
        _("The plan's split promised {planned:count} {counts:term}, and the brief's split for {month:month} lacks {keys:words}: which campaigns are theirs is not known."),
        _("Leave an approved month's channels in client.yml as they were, and write another split as a decision with its own since."),
    ),
    ("X6", "conversions, not planned"): (
        _("The approved plan holds no split, so no conversions were promised for the money."),
        _("Decide on a split under decisions: budget in client.yml."),
    ),
    ("X6", "conversion cost, met"): (
        _("One of these {counts:term} cost {actual:amount}, where the plan's split meant {planned:amount}."),
        NOTHING_TO_DO,
    ),
    ("X6", "conversion cost, within the promise"): (
        _("One of these {counts:term} cost {actual:amount}: more than the {planned:amount} that the plan's split meant on average, yet no more than the {least:amount} of its poor month."),
        NOTHING_TO_DO,
    ),
    ("X6", "conversion cost, cannot be told"): (
        _("One of these {counts:term} cost {actual:amount}, where the plan's split meant {planned:amount}: with so few, what one costs says little."),
        _("Judge several months together."),
    ),
    ("X6", "conversion cost, dearer"): (
        _("One of these {counts:term} cost {actual:amount}, where the plan's split meant {planned:amount} on average and {least:amount} in a poor month: it lies outside what the curves promised."),
        _("Do not plan the next month by the old curves: give more weight to the latest weeks, and look at bids, audience and page where it costs most."),
    ),
}  # fmt: skip

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {**_PLAN, **_INDICATORS, **_DONE, **_PROMISE}

KINDS: Mapping[str, str] = {
    "goal": _("goal"),
    "indicator": _("watched indicator"),
    "posts": _("planned posts that were found"),
    "spend": _("money for ads and placements"),
    "channel spend": _("money by channel"),
    "conversions": _("conversions that the split promised"),
    "conversion cost": _("cost of a conversion"),
    "replies": _("comments answered in time"),
}
"""What of the plan is compared."""

STATES: Mapping[str, str] = {
    "met": _("met"),
    "ahead": _("met, ahead"),
    "not met": _("not met"),
    "met as counted": _("met"),
    "not met as counted": _("not met"),
    "cannot be told": _("cannot be told"),
    "no interval": _("cannot be told, no interval"),
    "no target": _("no target"),
    "no data": _("no data"),
    "too early": _("too early"),
    "over": _("over"),
    "not started": _("not started"),
    "unreadable": _("cannot be read"),
    "carried out": _("as planned"),
    "lacking": _("some are lacking"),
    "mostly lacking": _("most are lacking"),
    "overspent": _("overspent"),
    "underspent": _("underspent"),
    "no rate": _("no rate"),
    "not planned": _("not planned"),
    "within the promise": _("within the promised range"),
    "below the promise": _("below the promise"),
    "below, less spent": _("below the promise, with less money"),
    "not named": _("channels not in the brief"),
    "dearer": _("dearer than promised"),
    "met, few alive": _("met by count, few alive"),
}
"""What came of it."""

AGAINST: Mapping[str, str] = {
    "split": _("the plan's split"),
    "split, shown": _("those parts of the plan's split that the files show"),
    "estimate": _("the plan's estimate"),
    "estimate, shown": _("those parts of the plan's estimate that the files show"),
}
"""What of the plan money is held against."""

MEND: Mapping[str, str] = {
    "posts": _(
        "Change what the posts show and are about: see which topics, formats and hours did best (notebook 04), and give them the room of those that did worst."
    ),
    "clicks": _(
        "Change what is to be clicked: the picture, the first line and the offer, one at a time, and show them to people who feel the need."
    ),
    "page": _(
        "Go the way from the click to the order yourself: what the page offers, asks and costs in time, and whether it keeps what the post or ad promised."
    ),
    "visits": _(
        "Give people a reason and a way to come: a link or a code in every post that sells, and something there that the page itself does not have."
    ),
    "cost": _(
        "Look campaign by campaign at bids, audience and creatives: stop what costs most for what it brings, and renew what people have seen too often."
    ),
    "return": _(
        "Move money from the campaigns that return least to those that return most, and see whether cost, conversion or the order's value fell."
    ),
    "order": _(
        "See what is bought together, and offer it so: sets, a threshold for free delivery, the next size; look at what discounts take off."
    ),
    "growth": _(
        "See where those who came were won, and at what cost: from which posts, ads and contests, and how many of them are alive and stay."
    ),
    "voice": _(
        "See what the competitors posted and were answered (notebook 06), and what nobody there does."
    ),
}
"""What to do about an indicator that misses its target, by its family."""

POOR_MONTH = _("in a poor month: {least}")
"""Beside a promise: the conversions that one month in twenty falls short of, or what one then costs."""

CHANCE = _("chance when on target: {chance:chance}")
"""Of a count so low, or so high."""
