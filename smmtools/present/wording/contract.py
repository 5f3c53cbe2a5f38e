"""The sentences of the contract (X2): clauses, price, term and penalty; with acceptance and specification."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording import acceptance, specification
from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X2", "no contract"): (
        _("No contract stands in the brief, so there is nothing to hold either side to."),
        _("Ask for the contract, and enter its clauses as a decision “contract” of the brief."),
    ),
    **acceptance.VERDICTS,
    ("X2", "all clauses"): (
        _("The contract has every clause that was looked for: {number:count}."),
        NOTHING_TO_DO,
    ),
    ("X2", "no subject"): (
        _("The contract does not say what it is about."),
        _("Write which communities are promoted, on which networks, and to what end."),
    ),
    ("X2", "no state at signing"): (
        _(
            "The contract does not give the communities' whole state at signing, so growth has no starting point."
        ),
        _(
            "Write of each community, as of the day of signing: followers, engagements, visits and ad spend a month."
        ),
    ),
    ("X2", "no works"): (
        _("The contract lists no works."),
        _("Write every work, each with its method, in the contract or in an annex."),
    ),
    ("X2", "no followers"): (
        _("The contract names no number of followers to gain."),
        _("Write the number; the contract is fulfilled when it is reached."),
    ),
    ("X2", "no counts as follower"): (
        _(
            "The contract does not say who counts as a follower, so nothing in it keeps bots from being counted."
        ),
        _("Write who counts: a living person, from where, seen when, and how that is audited."),
    ),
    ("X2", "no duties"): (
        _("The contract does not name the duties of both sides."),
        _(
            "Write who agrees on what with whom, and by when: the contractor every activity, the client its answers."
        ),
    ),
    ("X2", "no refund when blocked"): (
        _("The contract does not say what is paid back when the account is blocked."),
        _("Write how much is paid back, by whom, and within how many days."),
    ),
    ("X2", "no penalties"): (
        _("The contract names no penalty for delay."),
        _("Write what each day of delay costs the contractor, and the most that it may come to."),
    ),
    ("X2", "no penalty cap"): (
        _("The contract names a penalty for each day of delay, and no end to it."),
        _("Write the most that the penalty may come to."),
    ),
    ("X2", "no term"): (
        _("The contract lacks its start or its deadline, so nothing can be late."),
        _("Write from when to when it holds, and by when the followers are there."),
    ),
    ("X2", "no estimate"): (
        _("The contract has no estimate."),
        _("Write every service with its price and the indicator that it serves."),
    ),
    ("X2", "no price"): (
        _(
            "Neither a price per follower nor an estimate stands in the contract, so it cannot be set beside that of bots."
        ),
        _("Enter the price per follower, or the estimate."),
    ),
    ("X2", "near bots"): (
        _(
            "A follower costs {price:exact_amount}, at most {times:count} times what a bot costs ({bot:exact_amount} at most; {source}): a warning sign, no proof."
        ),
        _(
            "Find out where the followers come from, and let an audit of those gained come before any payment."
        ),
    ),
    ("X2", "dearer than bots"): (
        _(
            "A follower costs {price:exact_amount}, more than {times:count} times what a bot costs ({bot:exact_amount} at most; {source}): the price alone gives no warning."
        ),
        NOTHING_TO_DO,
    ),
    ("X2", "bots in no such currency"): (
        _(
            "A follower costs {price:exact_amount}; it cannot be set beside the price of bots, for none is known in {currency}."
        ),
        _("Enter the rate of the reference price's currency (RUB) under “fx” in the brief."),
    ),
    ("X2", "item of no value"): (
        _("The estimate's item “{item}” serves no indicator, so nobody can say what it is good for."),
        _("Name the indicator that it serves, or strike the item."),
    ),
    ("X2", "every item serves"): (
        _("Items of the contract's estimate that name the indicator they serve: all {number:count}."),
        NOTHING_TO_DO,
    ),
    ("X2", "in time"): (
        _("Delivered by {delivered:day}, agreed for {deadline:day}: in time."),
        NOTHING_TO_DO,
    ),
    ("X2", "in time, if accepted"): (
        _(
            "Delivered by {delivered:day}, agreed for {deadline:day}: in time, if what was delivered is accepted."
        ),
        NOTHING_TO_DO,
    ),
    ("X2", "running"): (
        _("Agreed for {deadline:day}, which has not passed: nothing is late."),
        NOTHING_TO_DO,
    ),
    ("X2", "late, contractor"): (
        _("Delivered by {delivered:day}, agreed for {deadline:day}: {days:in_days} late."),
        _("Agree in writing on what the delay means, before the acceptance is signed."),
    ),
    ("X2", "late, client"): (
        _("Delivered by {delivered:day}, agreed for {deadline:day}: {days:in_days} late."),
        _("Hold the delay against the contract before you sign the acceptance."),
    ),
    ("X2", "overdue, contractor"): (
        _("Agreed for {deadline:day}, and not delivered by the month's end: {days:in_days} late."),
        _("Tell the client when it will be delivered, and agree on a new day in writing."),
    ),
    ("X2", "overdue, client"): (
        _("Agreed for {deadline:day}, and not delivered by the month's end: {days:in_days} late."),
        _("Ask the contractor for a day in writing, and hold the delay against the contract."),
    ),
    ("X2", "rejected and overdue, contractor"): (
        _(
            "Agreed for {deadline:day}; what was delivered does not pass the audit: {days:in_days} late at the month's end."
        ),
        _("Tell the client when the living followers will be there, and agree on a new day in writing."),
    ),
    ("X2", "rejected and overdue, client"): (
        _(
            "Agreed for {deadline:day}; what was delivered does not pass the audit: {days:in_days} late at the month's end."
        ),
        _("Ask the contractor for a day in writing, and hold the delay against the contract."),
    ),
    ("X2", "no penalty"): (_("Nothing is late, so no penalty is due."), NOTHING_TO_DO),
    ("X2", "penalty, contractor"): (
        _("{days:in_days} of delay at {a_day:exact_amount} a day: we owe {penalty:exact_amount}."),
        _("Put it aside, and deliver before more is due."),
    ),
    ("X2", "penalty, client"): (
        _("{days:in_days} of delay at {a_day:exact_amount} a day: we are owed {penalty:exact_amount}."),
        _("Claim it in writing, or deduct it from the next payment if the contract allows that."),
    ),
    ("X2", "penalty, capped, contractor"): (
        _(
            "{days:in_days} of delay at {a_day:exact_amount} a day: we owe {penalty:exact_amount}, the most that was agreed."
        ),
        _("Put it aside; more will not be due."),
    ),
    ("X2", "penalty, capped, client"): (
        _(
            "{days:in_days} of delay at {a_day:exact_amount} a day: we are owed {penalty:exact_amount}, the most that was agreed."
        ),
        _("Claim it in writing; more will not be due, so decide whether the contract goes on."),
    ),
    **specification.VERDICTS,
}

HEADLINES: Mapping[str, str] = {
    "contract, none": _("No contract stands in the brief."),
    **acceptance.HEADLINES,
    "contract, missing": _("The contract lacks {clauses:clauses}."),
    "contract, overdue": _("It is {days:in_days} late."),
    "contract, near bots": _("A follower costs about what a bot costs."),
}

FINDINGS: Mapping[str, str] = {
    "no terms": _("No contract stands in the brief; ask for it."),
    "terms": _("{subject} Decided by {by}: {why}"),
    "terms, no subject": _("The contract does not say what it is about. Decided by {by}: {why}"),
    "side, contractor": _("We are the contractor."),
    "side, client": _("We are the client."),
    "signed": _("Signed on {day:day}."),
    "term": _("It runs from {start:day} to {deadline:day}."),
    "term, open": _("It runs from {start:day}, and no deadline is named."),
    "term, no start": _("It is to be done by {deadline:day}, and no start is named."),
    "to gain": _("{target:exact} followers are to be gained."),
    "counts": _("Who counts: {who}"),
    "works": _("Works: {items:words}."),
    "duties, contractor": _("The contractor owes: {what}"),
    "duties, client": _("The client owes: {what}"),
    "refund": _("Paid back when the account is blocked: {what}"),
    "acceptance title": _("Followers gained that are alive"),
    "acceptance picture": _(
        "Of {gained:exact} followers gained {low:exact} to {high:exact} are alive (95%), by an audit of {n:exact}; {target:exact} were agreed."
    ),
    "penalty, contractor": _(
        "The penalty is {a_day:exact_amount} for each day late, {cap:exact_amount} at most. Days late: {days:exact}; we owe {penalty:exact_amount}."
    ),
    "penalty, client": _(
        "The penalty is {a_day:exact_amount} for each day late, {cap:exact_amount} at most. Days late: {days:exact}; we are owed {penalty:exact_amount}."
    ),
    "penalty without a cap, contractor": _(
        "The penalty is {a_day:exact_amount} for each day late, without an end. Days late: {days:exact}; we owe {penalty:exact_amount}."
    ),
    "penalty without a cap, client": _(
        "The penalty is {a_day:exact_amount} for each day late, without an end. Days late: {days:exact}; we are owed {penalty:exact_amount}."
    ),
    "penalty, no deadline": _(
        "The penalty is {a_day:exact_amount} for each day late, but no deadline is named, so nothing is due."
    ),
    "penalty, none": _("The contract names no penalty for delay."),
    "contract estimate": _(
        "The contract's estimate comes to {total:exact_amount}; a follower costs at most {price:exact_amount}."
    ),
    "estimate, no price": _("The contract's estimate comes to {total:exact_amount}."),
}

TITLE = _("The contract")
"""Of the record in a report's first screen, and of the section in the notebook."""

CLAUSES: Mapping[str, str] = {
    "subject": _("subject"),
    "state_at_signing": _("state at signing"),
    "works": _("list of works"),
    "followers": _("number of followers"),
    "counts_as_follower": _("who counts as a follower"),
    "duties": _("duties of both sides"),
    "refund_when_blocked": _("refund when blocked"),
    "penalties": _("penalty for delay"),
    "penalty_cap": _("the most that a penalty may come to"),
    "term": _("term"),
    "estimate": _("estimate"),
}
"""A clause as part of a sentence."""

PROTECTS: Mapping[str, str] = {
    "both": _("both sides"),
    "client": _("the client"),
    "contractor": _("the contractor"),
}
OWN = _("the workbook")
"""Where a clause comes from that the guide does not name."""
