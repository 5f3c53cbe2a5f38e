"""The sentences of stage 07 about dividing media money (B2) and whom the channels reach together (B3)."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("B2", "no split"): (
        _("Nobody decided how media money is to be divided, so nothing is reckoned of it."),
        _("Write the paid channels with their planning figures under budget: split in client.yml."),
    ),
    ("B2", "nothing counted"): (
        _(
            "Media money is not divided by what it brings: no export tells of orders or applications, and reach or followers are not worth the same in every channel."
        ),
        _("Ask for an export of orders or applications with their source and medium, then decide a split."),
    ),
    ("B2", "no curve"): (
        _(
            "{channel}: the planning spend of {spend:amount} would buy more clicks than there are people to click, so no curve fits its figures."
        ),
        _("Plan a smaller spend, or correct the cost per click, the audience or its rates."),
    ),
    ("B2", "minimums above the total"): (
        _(
            "The channels' minimums add up to {least:exact_amount}, more than the {total:exact_amount} there is."
        ),
        _("Lower a minimum, or raise the total."),
    ),
    ("B2", "no whole split"): (
        _("No split in whole steps of {unit:exact_amount} keeps every minimum and maximum."),
        _("Make the minimums and maximums multiples of the unit, or the unit smaller."),
    ),
    ("B2", "history refused"): (
        _(
            "{channels:words}: the {weeks:count} weeks past contradict the planning figures (draws worth {effective:count} fit them), so the plan stands as it was and its weeks play no part."
        ),
        _("Correct the planning figures by what the weeks show: cost per click, conversion, audience."),
    ),
    ("B2", "no weeks"): (
        _(
            "{channels:words}: no week on record has both spend and conversions, so the curve is planning alone."
        ),
        _(
            "Begin with a small sum for four weeks, tagged with source, medium and campaign, then divide again."
        ),
    ),
    ("B2", "prior-dominated"): (
        _(
            "{channels:words}: after {weeks:count} weeks {left:percent} of the doubt about another unit's return is left; the curve still rests on planning."
        ),
        _("Take the split as a plan, not as a finding; vary the spend from week to week to learn more."),
    ),
    ("B2", "learnt"): (
        _(
            "Every channel's curve rests on at least {weeks:count} weeks of spend, and on {conversions:count} {counts:term} in all."
        ),
        NOTHING_TO_DO,
    ),
    ("B2", "no margin"): (
        _(
            "No stop rule: nobody said what one conversion leaves, so nothing says whether the last part pays."
        ),
        _("State margin under budget: split: what one conversion leaves in money before its ads are paid."),
    ),
    ("B2", "money stays"): (
        _(
            "{unspent:exact_amount} of {total:exact_amount} had better stay unspent: beyond {spent:exact_amount} another unit of money brings back less than it costs on average, at {margin:amount} a conversion."
        ),
        _(
            "Spend {spent:exact_amount}, and use the rest where it earns more: the site, the offer, the answers."
        ),
    ),
    ("B2", "no room"): (
        _("{unspent:exact_amount} of {total:exact_amount} finds no place: every channel is at its maximum."),
        _("Raise a maximum, add a channel, or lower the total."),
    ),
    ("B2", "all pays"): (
        _(
            "All of the {spent:exact_amount} pays on average: at {margin:amount} a conversion the last unit of money still brings back more than it costs (chance that it does: {chance:chance})."
        ),
        NOTHING_TO_DO,
    ),
    ("B2", "scenario impossible"): (
        _("The scenario “{name}” cannot be: the minimums leave no room in {total:exact_amount}."),
        _("Give the scenario more money, or strike it."),
    ),
    ("B2", "margin fits"): (
        _(
            "Each of the {counts:term} is said to leave {stated:amount}, which agrees with the orders: {number:count} on record left {value:amount} each ({low:amount} to {high:amount})."
        ),
        NOTHING_TO_DO,
    ),
    ("B2", "margin above"): (
        _(
            "Each of the {counts:term} is said to leave {stated:amount}, yet the {number:count} on record from {first:day} to {last:day} left {value:amount} each ({low:amount} to {high:amount}); the split reckons with the {value:amount}."
        ),
        _("Correct margin under budget: split, or say what the orders on record leave out."),
    ),
    ("B2", "margin below"): (
        _(
            "Each of the {counts:term} is said to leave {stated:amount}, yet the {number:count} on record from {first:day} to {last:day} left {value:amount} each ({low:amount} to {high:amount}); the split keeps to the {stated:amount}, the careful one."
        ),
        _("Correct margin under budget: split if the orders on record are all there is."),
    ),
    ("B2", "margin too few"): (
        _(
            "Whether each of the {counts:term} leaves {stated:amount} cannot be checked yet: {number:count} on record are too few, or none of them has left anything."
        ),
        _("Look again when ten are on record with their orders."),
    ),
    ("B2", "margin unchecked"): (
        _(
            "Whether each of the {counts:term} leaves {stated:amount} cannot be checked: no order can be followed from it, or the payback's margin and lag are not stated."
        ),
        _(
            "Ask for orders with the same buyer's number as the applications, and state budget: payback with margin and lag."
        ),
    ),
    ("B2", "margin reckoned"): (
        _(
            "Nobody said what each of the {counts:term} leaves; the split reckons with the {value:amount} ({low:amount} to {high:amount}) that the {number:count} on record left, from {first:day} to {last:day}."
        ),
        _("Confirm it with the client, and state margin under budget: split."),
    ),
    ("B2", "target out of reach"): (
        _(
            "No spend within the bounds brings the {rest:count} {counts:term} a month that paid channels would have to bring of {target:count} ({besides:count} come besides); the split is expected to bring {mean:count}."
        ),
        _("Lower the target, add a channel, or mend the step of the funnel that limits it."),
    ),
    ("B2", "target costs more"): (
        _(
            "Of {target:count} {counts:term} a month {besides:count} come without paid channels, as last month; the other {rest:count} would cost {needed:amount} at least, the last of them {last:amount}. Of {total:exact_amount} the split is expected to bring {mean:count} (chance to reach the target: {chance:chance})."
        ),
        _("Agree on another target or total, or mend the step of the funnel that limits it."),
    ),
    ("B2", "target unsure"): (
        _(
            "Of {target:count} {counts:term} a month {besides:count} come without paid channels, as last month; the other {rest:count} cost {needed:amount} if the curves are as expected, within the {total:exact_amount} there is. The chance to reach the target is {chance:chance}."
        ),
        _("Do not promise the target; look again when a month of the split is on record."),
    ),
    ("B2", "target paid for"): (
        _(
            "Of {target:count} {counts:term} a month {besides:count} come without paid channels, as last month; the other {rest:count} cost {needed:amount} at least, within the {total:exact_amount} there is (chance to reach the target: {chance:chance})."
        ),
        NOTHING_TO_DO,
    ),
    ("B2", "not settled"): (
        _("Nobody has settled on a split yet."),
        _("Write under budget: split, decided, what was agreed for each channel."),
    ),
    ("B2", "settled worse"): (
        _(
            "What was settled on brings {loss:count} {counts:term} a month less than the best split of the same {decided:exact_amount} ({share:percent})."
        ),
        _("Move the money as the split says, or say in the decision why not."),
    ),
    ("B2", "settled on more"): (
        _("{decided:exact_amount} was settled on, more than the {spent:exact_amount} that the split spends."),
        _("Leave the rest unspent, or say in the decision why not."),
    ),
    ("B2", "settled well"): (
        _(
            "What was settled on brings as much as the best split of the same {decided:exact_amount}, to {share:percent}."
        ),
        NOTHING_TO_DO,
    ),
    ("B3", "no split"): (
        _("Whom the paid channels reach together is not known: no split says what each is given."),
        _("Decide a split; reach follows from its planning figures."),
    ),
    ("B3", "nobody reached"): (
        _("The split gives no channel anything, so it reaches nobody."),
        _("See what the stop rule says, and whether the margin is right."),
    ),
    ("B3", "one channel"): (
        _(
            "Only {channel} reaches anybody: {least:count} of {audience:count} people, none of them counted twice."
        ),
        NOTHING_TO_DO,
    ),
    ("B3", "little overlap"): (
        _(
            "Together the channels reach {least:count} to {most:count} of {audience:count} people, {independent:count} if each reaches whom it reaches by chance: {overlap:percent} of their sum is people counted twice."
        ),
        NOTHING_TO_DO,
    ),
    ("B3", "much overlap"): (
        _(
            "The channels' reach adds up to {added:count}, yet of {audience:count} people they reach {least:count} to {most:count}, {independent:count} by chance: {overlap:percent} of the sum is people counted twice."
        ),
        _(
            "Never add reach up; keep audiences apart by excluding them in the ad accounts, or drop a channel."
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "budget, split all": _("{total:exact_amount} for media is best divided so: {parts:words}."),
    "budget, split": _(
        "Of {total:exact_amount} for media {spent:exact_amount} is best spent: {parts:words}."
    ),
}

FINDINGS: Mapping[str, str] = {
    "split none": _("There is no split to show; the verdicts below say why."),
    "split curves": _(
        "{parts:words}. In all {mean:count} {counts:term} a month are expected, {low:count} in a poor month (one month in twenty is worse)."
    ),
    "split curves title": _("What each channel brings at a spend, and the split"),
    "split left out": _(
        "{channel} gets nothing: its first unit of money would bring less than the last one elsewhere, or less than it costs."
    ),
    "split at least": _("{channel} gets the least that was asked for, {spend:exact_amount}, and no more."),
    "split gain equal": _(
        "The same money in equal parts would bring {value:count} {counts:term} less ({low:count} to {high:count} of the average month, eight times in ten), {share:percent} of what equal parts bring."
    ),
    "split gain last": _(
        "Divided as in {month:month}, it would bring {value:count} {counts:term} less ({low:count} to {high:count} of the average month)."
    ),
    "split no gain": _(
        "Equal parts would bring as much, to what can be told: {low:count} to {high:count} {counts:term}."
    ),
    "split no gain last": _(
        "Divided as in {month:month}, it would bring as much, to what can be told: {low:count} to {high:count} {counts:term}."
    ),
    "split no last": _(
        "No file says what these channels cost in {month:month}, so nothing is set against it."
    ),
    "split target": _(
        "{target:count} {counts:term} a month: {besides:count} come without paid channels if it goes on as last month; the cheapest way to the other {rest:count} costs {needed:amount} ({parts:words}), and the last of them costs {last:amount}."
    ),
    "split target, never": _(
        "{target:count} {counts:term} a month: {besides:count} come without paid channels if it goes on as last month; no spend within the bounds brings the other {rest:count}."
    ),
    "split decided": _(
        "Settled on: {parts:words}. That is expected to bring {mean:count} {counts:term}, {loss:count} less than the best split of the same money."
    ),
    "split reach one": _("Of {audience:count} people {least:count} are reached, all by one channel."),
    "split reach": _(
        "Of {audience:count} people the channels reach at least {least:count} (all by the largest one), {independent:count} if each reaches whom it reaches by chance, at most {most:count} (nobody twice)."
    ),
    "split marked": _(
        "What comes is attributed to the channels; who would have bought anyway is among it. Expected values are averages over {draws:count} draws of the curves. What a channel brings is counted in whole months, which clump (variance twice the mean, as assumed), and its range holds eight months in ten; the bands of the picture, gains and the cost of one more are of the average month."
    ),
}

GIVEN = _("{channel} {spend:exact_amount}")
BRINGS = _("{channel} at {spend:exact_amount} brings {brings:count} ({low:count} to {high:count})")

NO_SPLIT = _("How media money is divided")
SPLIT_OF = _("How {total:exact_amount} is best divided")
COLUMNS = (
    _("channel"), _("spend"), _("last month"), _("brings (eight times in ten)"), _("each costs"),
    _("one more costs (eight times in ten)"), _("its curve rests on"),
)  # fmt: skip
SCENARIOS = _("Side by side")
SCENARIO_COLUMNS = (
    _("scenario"), _("total"), _("caution"), _("split"), _("brings"), _("poor case"), _("one costs"),
)  # fmt: skip
THE_SPLIT = _("the split")
SETTLED = _("settled on")
IMPOSSIBLE = _("not possible")

BASES: Mapping[str, str] = {
    "planning": _("planning alone"),
    "history": _("planning and {weeks:count} weeks"),
    "prior-dominated": _("planning, hardly on its {weeks:count} weeks"),
    "refused": _("planning; its {weeks:count} weeks contradict it"),
}
"""What a curve rests on."""

GIVEN_ABOUT = _("{channel} {spend:amount}")
AXES = (_("spend a month"), _("{counts} a month"))
"""What the axes of the curves' picture show."""
