"""The sentences of stage 02, audience."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R2.1", "defined"): (
        _("{segment}: who they are, where, when online and how many is all stated."),
        NOTHING_TO_DO,
    ),
    ("R2.1", "incomplete"): (
        _("{segment}: the definition lacks {parts:parts}."),
        _("Ask those who meet these customers, and add it to the segment in client.yml."),
    ),
    ("R2.1", "no size"): (
        _("{segment}: nobody has estimated how many they are, so what they are worth is not known."),
        _(
            "Ask for the audience estimate of the ad account or for the census, and add size: low, likely and high."
        ),
    ),
    ("R2.1", "no segments"): (
        _("No segment is defined, so nobody can say whom the communities are for."),
        _("Ask the client who buys, and write the segments under decisions: audience in client.yml."),
    ),
    ("R2.1", "ads without segments"): (
        _(
            "Ads were paid for this month, yet no segment is defined: the customer is profiled before anything is targeted."
        ),
        _("Ask the client who buys, and write the segments under decisions: audience in client.yml."),
    ),
    ("R2.2", "need and offer"): (
        _("{segment}: need and offer are both stated. Need: {need} Offer: {offer}"),
        NOTHING_TO_DO,
    ),
    ("R2.2", "no offer"): (
        _("{segment}: lacks {parts:parts}; people are met where a need is felt, by what answers it."),
        _("Find out what these people need and what the client has for it, and add both to the segment."),
    ),
    ("R2.3", "compared"): (
        _("Subscribers are compared with the target by age and sex, and by place."),
        NOTHING_TO_DO,
    ),
    ("R2.3", "not compared"): (
        _("Subscribers are not compared with the target by {parts:parts}."),
        _("State the target shares in client.yml, and ask for the platform's audience export."),
    ),
    ("A1", "no target"): (
        _("No target shares are stated, so nobody can say whether the subscribers are those wanted."),
        _("Write them under decisions: audience, targets in client.yml, in the platform's own cells."),
    ),
    ("A1", "no breakdown"): (
        _("{platform:platform}: no file of this month breaks the audience down by {breakdown:term}."),
        _("Ask whoever manages the account for the audience export."),
    ),
    ("A1", "other cells"): (
        _(
            "{account} ({platform:platform}): the target's {cells:words} are no cells that the platform counts by {breakdown:term}, so the two cannot be compared."
        ),
        _("Write the target in the platform's own age bands, and places as it spells them."),
    ),
    ("A1", "on target"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}. Farthest off: {worst:cells}."
        ),
        NOTHING_TO_DO,
    ),
    ("A1", "partly on target"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}. Farthest off: {worst:cells}."
        ),
        _("Aim content and ads at the cells that are short, and look again next month."),
    ),
    ("A1", "off target"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}. Farthest off: {worst:cells}."
        ),
        _("Ask whom content and ads really draw, change both or the target, and agree it with the client."),
    ),
    ("A1", "on target by place"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}; {outside:percent} of them are outside the places wanted. Farthest off: {worst:cells}."
        ),
        NOTHING_TO_DO,
    ),
    ("A1", "partly on target by place"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}; {outside:percent} of them are outside the places wanted. Farthest off: {worst:cells}."
        ),
        _("Keep ads to the places that can be served, and look again next month."),
    ),
    ("A1", "off target by place"): (
        _(
            "{account} ({platform:platform}): {population:term} by {breakdown:term} match the target to {match:percent}; {outside:percent} of them are outside the places wanted. Farthest off: {worst:cells}."
        ),
        _(
            "Restrict targeting and placements to the places that can be served; who lives elsewhere cannot buy."
        ),
    ),
    ("A2", "alive"): (
        _(
            "{account} ({platform:platform}): {value:count} of {followers:count} followers are alive ({low:count} to {high:count}), by a random audit of {day:day}."
        ),
        NOTHING_TO_DO,
    ),
    ("A2", "partly alive"): (
        _(
            "{account} ({platform:platform}): {value:count} of {followers:count} followers are alive ({low:count} to {high:count}), by random audits."
        ),
        _("Judge posts by the followers alive, and find out where the others came from."),
    ),
    ("A2", "dead"): (
        _(
            "{account} ({platform:platform}): only {value:count} of {followers:count} followers are alive ({low:count} to {high:count}), by random audits."
        ),
        _("Ask who gained them and how, and count only those alive in every figure."),
    ),
    ("A2", "old audit"): (
        _(
            "{account} ({platform:platform}): {value:count} of {followers:count} followers were alive ({low:count} to {high:count}) by the last audit, but on {jumped:day}, after it, followers jumped."
        ),
        _("Audit again: a random draw from all followers, and one from those gained since."),
    ),
    ("A2", "gained alive"): (
        _(
            "{account} ({platform:platform}): of {n:count} followers drawn from those gained, {alive:count} were alive on {day:day}: {share:percent} ({low:percent} to {high:percent})."
        ),
        NOTHING_TO_DO,
    ),
    ("A2", "gained partly alive"): (
        _(
            "{account} ({platform:platform}): of {n:count} followers drawn from those gained, {alive:count} were alive on {day:day}: {share:percent} ({low:percent} to {high:percent})."
        ),
        _("Ask how they were gained, and pay for those alive only."),
    ),
    ("A2", "gained dead"): (
        _(
            "{account} ({platform:platform}): of {n:count} followers drawn from those gained, only {alive:count} were alive on {day:day}: {share:percent} ({low:percent} to {high:percent})."
        ),
        _("Ask who gained them and how, accept none of them, and count only those alive in every figure."),
    ),
    ("A2", "no audit"): (
        _("{account} ({platform:platform}): no audit says how many of its followers are alive."),
        _("Draw accounts at random from all followers, look at each, and fill in the audits sheet."),
    ),
    ("A2", "no count"): (
        _("{account} ({platform:platform}): followers were audited, but nobody says how many there are."),
        _("Ask for follower counts by date."),
    ),
    ("A2", "jump"): (
        _(
            "{account} ({platform:platform}): {gained:count} followers came on {days:count} days from {first:day} on, as on no other day, and neither ad spend nor a contest explains it: the sign of bought followers."
        ),
        _("Ask who did that and how, and audit those gained."),
    ),
    ("A2", "jump and few likes"): (
        _(
            "{account} ({platform:platform}): {gained:count} followers came on {days:count} days from {first:day} on, explained neither by ad spend nor by a contest, and of {followers:count} followers a post gets {likes:count} likes: two signs of bought followers."
        ),
        _("Ask who did that and how, and audit those gained."),
    ),
    ("A2", "few likes"): (
        _(
            "{account} ({platform:platform}): {followers:count} followers, yet a post gets {likes:count} likes at the median: so many living people would like more."
        ),
        _("Audit the followers before anything is decided by their number."),
    ),
    ("A2", "no sign"): (
        _("{account} ({platform:platform}): neither its growth nor its likes hint at dead followers."),
        NOTHING_TO_DO,
    ),
    ("A2", "no growth"): (
        _("{account} ({platform:platform}): nobody counted its growth by day, so jumps would not be seen."),
        _("Ask for the platform's daily follows, or count followers every day."),
    ),
    ("A3", "first"): (
        _(
            "{segment} comes first, as decided: it is worth most with a chance of {chance:chance}, ranges considered."
        ),
        NOTHING_TO_DO,
    ),
    ("A3", "unsure"): (
        _(
            "{segment} comes first, as decided, but it is worth most with a chance of {chance:chance} only: the ranges overlap."
        ),
        _("Test two segments with a small sum each, and put what was learned into their ranges."),
    ),
    ("A3", "another first"): (
        _(
            "{decided} comes first by the decision of {by}, while by its figures {segment} is worth most, with a chance of {chance:chance}. The reason on record: {why}"
        ),
        _("Confirm the decision or change it: the figures stand beside it."),
    ),
    ("A3", "only one"): (
        _("{segment}: the only segment whose worth can be reckoned, so there is nothing to rank."),
        _("Define a second segment, or complete the others' figures."),
    ),
    ("A3", "not ranked"): (
        _("{segment}: cannot be ranked, for it lacks {parts:parts}."),
        _("Estimate what is missing, low, likely and high, and add it to the segment in client.yml."),
    ),
}

HEADLINES: Mapping[str, str] = {
    "audience, no data": _("Neither target nor audit nor ranges: nothing can be said of the audience yet."),
}

FINDINGS: Mapping[str, str] = {
    "match": _(
        "{account} ({platform:platform}), {population:term} by {breakdown:term} until {until:day}: a match of {match:percent} with the target, {on_target:percent} in the cells wanted. Farthest off: {worst:cells}."
    ),
    "no match": _("There is no audience to set beside a target."),
    "visitors": _(
        "VK counts the visitors of each day, not the followers, and in age bands of its own: its figures are not to be set beside Meta's."
    ),
    "chi-square": _(
        "Chi-square of {breakdown:term} is {square:count}, p {p:chance}. Descriptive only: followers are a census, so p measures how many they are as much as how far off."
    ),
    "order followed": _(
        "Decided since {since} by {by}: {order:words}, as the workbook recommended then. {why}"
    ),
    "order overridden": _(
        "Decided since {since} by {by}: {order:words}; the workbook had recommended {recommended:words}. {why}"
    ),
    "order": _(
        "Decided since {since} by {by}: {order:words}; what the workbook recommended then is not on record. {why}"
    ),
    "order now": _("By this month's figures the workbook recommends: {order:words}."),
    "no order now": _("This month's figures are not enough to recommend an order."),
    "segments undecided": _("No order of segments is decided."),
    "no jumps": _("No day stands out in the growth that was counted by day."),
    "no daily growth": _("Nobody counted growth by day, so a jump would not be seen."),
    "jump explained": _(
        "{account} ({platform:platform}), {day:day}: {gained:count} followers gained, explained by ad spend or a contest."
    ),
    "jump unexplained": _(
        "{account} ({platform:platform}), {day:day}: {gained:count} followers gained, explained by nothing on record."
    ),
    "ranking chance": _(
        "Chances come from {draws:count} simulated outcomes and are off by at most {error:chance}."
    ),
}

CELL = _("{cell} ({share:percent} instead of {target:percent})")

MATCH_LEGEND = _("bar: ours; hollow mark: the target")

MATCH_TITLE = _("{account} ({platform:platform}): {population:term} by {breakdown:term}")

ACCOUNT = _("{account} ({platform:platform})")

ELSEWHERE = _("elsewhere")

AUDIT = _("{alive:count} of {n:count} ({day:day})")
