"""The sentences of stage 07 about payback (M3) and the contract's risks (X4)."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.inputs.contract_decision import RiskKind
from smmtools.present.wording.common import NOTHING_TO_DO, _

_TERMS = _(
    "Write it under budget: payback in client.yml (margin, lag_median, lag_p90), with where it comes from."
)

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("M3", "pays"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) are repaid in {days:in_days} from the contact ({low:in_days} to {high:in_days} with a chance of {level:percent})."
        ),
        NOTHING_TO_DO,
    ),
    ("M3", "pays without the fee"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) are repaid in {days:in_days} from the contact ({low:in_days} to {high:in_days} with a chance of {level:percent}). With the fee it is not sure that the month is repaid."
        ),
        _("Take the fee into account before more is spent: the sales have to repay it, too."),
    ),
    ("M3", "pays if the lag holds"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) are repaid in {days:in_days} from the contact ({low:in_days} to {high:in_days} with a chance of {level:percent}). But the orders contradict the lag with which sales still to come are reckoned."
        ),
        _("Take the lag from the orders first; until then count on no more than has come."),
    ),
    ("M3", "lag contradicted"): (
        _(
            "The orders contradict the stated lag ({median:in_days} for half the buyers, {p90:in_days} for nine in ten): of {number:count} orders whose buyer applied in an earlier month, {late:count} came after that month's end, where the lag expects {expected:count}."
        ),
        _(
            "Take lag_median and lag_p90 from the orders, and correct them under budget: payback in client.yml."
        ),
    ),
    ("M3", "may pay"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) may be repaid or not. Their sales should leave {margin:amount} of margin in all; the chance that it covers the cost is {chance:chance}."
        ),
        _("Spend no more on it than now, and look again when the next month's sales are known."),
    ),
    ("M3", "never pays"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) are never repaid. Their orders so far ({orders:count}) and those still to come should leave {margin:amount} of margin in all."
        ),
        _("Stop it, or change the offer, the audience or the price before another month is paid for."),
    ),
    ("M3", "too few to tell"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) have sold nothing, yet {needed:count} orders would repay them, and so few may be missing by chance."
        ),
        _("Judge several months of it together before it is stopped or paid for again."),
    ),
    ("M3", "no order value"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) have sold nothing, and no order on record has a value, so nobody can say how many would repay them."
        ),
        _("Enter what each order is worth in the sheet of orders, then judge it."),
    ),
    ("M3", "not yet known"): (
        _(
            "{month:month}, {part:channel}: whether the {cost:amount} spent ({fee:fee_part}) are repaid is not known yet. By {on:day} only {known:percent} of the purchases should have come, and a verdict takes {judged:percent}."
        ),
        _("Wait with the verdict: it can be given from {from:day} on."),
    ),
    ("M3", "no sales yet"): (
        _(
            "{month:month}, {part:channel}: the {cost:amount} spent ({fee:fee_part}) have sold nothing yet. By {on:day} only {known:percent} of the purchases should have come, and a verdict takes {judged:percent}."
        ),
        _("Wait with the verdict: it can be given from {from:day} on."),
    ),
    ("M3", "nothing spent"): (
        _("{month:month}, {part:channel}: nothing was spent, so there is nothing to repay."),
        _("Nothing to judge until money is spent."),
    ),
    ("M3", "no cohorts"): (
        _("No month has both its cost and its orders on record, so nobody can say when it is repaid."),
        _(
            "Ask for the sheet of orders with where each came from, and for what was spent by day. A goal of image alone has no sales to wait for."
        ),
    ),
    ("M3", "no rate"): (
        _("Payback cannot be reckoned: the brief gives no rate of {currency}, and none is assumed."),
        _("Add the rate with its date and source under fx: in client.yml."),
    ),
    ("M3", "no margin"): (
        _("Nobody has said what share of sales stays, and without it no sale repays."),
        _TERMS,
    ),
    ("M3", "margin not positive"): (
        _("The stated margin is not above 0: then every sale costs money, and none repays any."),
        _("Correct the margin under budget: payback in client.yml, or stop advertising at a loss."),
    ),
    ("M3", "no lag"): (
        _("Nobody has said how long people take from contact to purchase, so a young month can't be judged."),
        _TERMS,
    ),
    ("M3", "no median"): (
        _(
            "Of how long people take from contact to purchase the median is missing, so a young month can't be judged."
        ),
        _("Write within how many days half of them buy under budget: payback: lag_median in client.yml."),
    ),
    ("M3", "no p90"): (
        _(
            "Of how long people take from contact to purchase the 90th percentile is missing, so a young month can't be judged."
        ),
        _("Write within how many days nine in ten buy under budget: payback: lag_p90 in client.yml."),
    ),
    ("M3", "lag does not rise"): (
        _(
            "The stated lag cannot be: of nine buyers in ten it has to be longer than of half, and both above 0."
        ),
        _("Correct lag_median and lag_p90 under budget: payback in client.yml."),
    ),
    ("X4", "no risks"): (
        _("No contract says what may go wrong in the networks, so no loss is reckoned into the budget."),
        _("Write the risks under contract: risks in client.yml; the guide names six (lines 162-165)."),
    ),
    ("X4", "unnamed"): (
        _("Nobody has thought of {risks:risk_kinds}, of which the guide warns (lines 162-165)."),
        _("Add each under contract: risks, if only to say how little likely it is."),
    ),
    ("X4", "unpriced"): (
        _("Without likelihood or impact, and so missing from the expected loss: {risks:risk_kinds}."),
        _("Estimate both, as a range where they are in doubt."),
    ),
    ("X4", "unprevented"): (
        _("Nobody prevents {risks:risk_kinds}: a mitigation or its owner is missing."),
        _("Say what is done against each, and who sees to it."),
    ),
    ("X4", "no term"): (
        _(
            "The {number:count} risks are expected to cost {loss:amount} over the contract's term, but its start or deadline is missing, so no month's part enters the budget."
        ),
        _("Add start and deadline under contract: in client.yml."),
    ),
    ("X4", "within the cap"): (
        _(
            "With a month of the risks' expected loss, {monthly:amount}, the estimate comes to {total:amount} on average and keeps to the cap of {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        NOTHING_TO_DO,
    ),
    ("X4", "no reserve"): (
        _(
            "With a month of the risks' expected loss, {monthly:amount}, the estimate comes to {total:amount} on average, and the cap of {cap:amount} may not hold (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        _("Agree on a reserve for the risks, prevent the dearest of them, or take out lines."),
    ),
    ("X4", "priced"): (
        _(
            "All six kinds of risk are named, priced and prevented: {loss:amount} are expected over the contract's term, {monthly:amount} a month."
        ),
        NOTHING_TO_DO,
    ),
}

HEADLINES: Mapping[str, str] = {
    "payback, pays": _("What is spent on {part:channel} comes back in {days:in_days} ({counted})."),
    "payback, pays without the fee": _(
        "What is spent on {part:channel} comes back in {days:in_days} ({counted}; the agency's fee apart)."
    ),
    "payback, pays if the lag holds": _(
        "Whether what is spent on {part:channel} comes back is in doubt: the orders contradict the stated lag."
    ),
    "payback, no order value": _(
        "Whether what is spent on {part:channel} comes back nobody can say: no order has a value."
    ),
    "payback, may pay": _("What is spent on {part:channel} may come back or not."),
    "payback, never pays": _("What is spent on {part:channel} never comes back."),
    "payback, too few to tell": _("What is spent on {part:channel} has sold nothing yet."),
    "payback, not yet known": _(
        "Whether what is spent on {part:channel} comes back can be judged from {from:day} on."
    ),
    "payback, no sales yet": _(
        "Whether what is spent on {part:channel} comes back can be judged from {from:day} on."
    ),
}

FINDINGS: Mapping[str, str] = {
    "payback attributed": _(
        "Attributed is not incremental: some of these buyers would have bought anyway, so that the true payback is later as a rule."
    ),
    "payback terms": _(
        "Of sales {margin:percent} stay; half the buyers take {median:in_days} from contact to purchase, nine in ten {p90:in_days} ({source})."
    ),
    "payback cost": _(
        "All social channels together carry what was spent on ads and placements and what the estimate expects for content; a paid part carries its own spend, for content is made whether ads run or not. Contests, tools and people are left out, and so is the agency's fee."
    ),
    "payback cost inside": _(
        "For the agency only: here the cost holds our fee. All social channels together carry it whole beside ads, placements and content; a paid part carries it where it is a share of spend. The client's report reckons without it, so that its payback comes sooner."
    ),
    "payback and romi": _(
        "ROMI counts all lines of the estimate in its cost, contests, tools and people as well; here only ads, placements and content are to be repaid. So payback may come while ROMI is negative."
    ),
    "payback lag seen": _(
        "For comparison: of the {number:count} orders by way of {part:channel} whose buyer had applied before, half bought {median}, nine in ten {p90}. The contact lies before the application, and of young ones only the quick orders are there."
    ),
    "payback for the client": _("The client's report, without our fee, says: {says}"),
    "payback contacts": _(
        "Of the orders by way of {part:channel} {by_application:count} belong to the month in which their buyer applied, {by_lag:count} are shared among the months by the lag, and {earlier:count} came of earlier contacts."
    ),
    "payback path repaid": _(
        "By the calendar, what was spent since {first:day} on {part:channel} is first covered on {repaid:day}; {cost:amount} are spent until {on:day}, and {margin:amount} of margin have come or are expected by {until:day}."
    ),
    "payback path open": _(
        "By the calendar, what was spent since {first:day} on {part:channel} is not covered: {cost:amount} are spent until {on:day}, and {margin:amount} of margin have come or are expected by {until:day}."
    ),
    "payback path left out": _("Not in the picture, for too little is known yet: {months:months}."),
    "payback no path": _("Too little is known of {part:channel} yet for a picture."),
    "payback none": _("There is no payback to show."),
    "payback title": _("Cost and margin of {part:channel} since {first:day}"),
    "risk loss": _(
        "The risks are expected to cost {loss:amount} over the contract's term ({start:day} to {deadline:day}), {monthly:amount} a month."
    ),
    "risk loss with estimate": _(
        "With the {estimate:amount} that {month:month} is expected to cost, fee apart, that makes {total:amount}. The loss is no bill, but what should be kept in reserve."
    ),
    "risk loss term over": _(
        "That term ends before {month:month}, which is reckoned as one more month like it."
    ),
    "risk loss unpriced": _("Not in it: {risks:risk_kinds}."),
    "risk loss no term": _(
        "The risks are expected to cost {loss:amount} over the contract's term; without its start and deadline no month's part can be told."
    ),
    "risk loss unknown": _(
        "No risk has both a likelihood and an impact: no loss is known, which is not none."
    ),
    "risk loss none": _("No risks are written down: no loss is known, which is not none."),
}

RISKS: Mapping[RiskKind, str] = {
    "blocking": _("blocking"),
    "hacking": _("hacking"),
    "deletion": _("deletion"),
    "limited_features": _("limited features"),
    "competition": _("competition"),
    "confidentiality": _("loss of confidentiality"),
}
"""What may go wrong in social networks (X4)."""

STATES: Mapping[str, str] = {
    "pays": _("pays"),
    "pays without the fee": _("pays, the fee apart"),
    "pays if the lag holds": _("pays, if the lag holds"),
    "no order value": _("no order value known"),
    "may pay": _("may pay"),
    "never pays": _("never pays"),
    "too few to tell": _("too few to tell"),
    "not yet known": _("not yet known"),
    "no sales yet": _("no sales yet"),
    "nothing spent": _("nothing spent"),
}

FEES: Mapping[str, str] = {
    "apart": _("the agency's fee apart"),
    "in": _("our fee included"),
    "none": _("no fee falls on it"),
}
"""How the agency's fee stands to a cost; only internal reports know of the last two."""

COUNTED_ALL, COUNTED_PART = _("ads, placements and content counted only"), _("its own spend counted only")
NEVER = _("never")
CONTACTS_OF = _("{month:month}, {part:channel}")
SAME_DAY, WITHIN = _("on the day of the application"), _("within {days:in_days}")
COST, MARGIN, REPAID = _("cost"), _("margin"), _("first covered {day:day}")
KNOWN_UNTIL = _("expected after {day:day}")
