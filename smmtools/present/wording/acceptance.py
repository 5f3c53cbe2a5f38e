"""The sentences of acceptance (X2): what an audit says of the followers gained, and what to mend in it."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X2", "accepted, contractor"): (
        _(
            "Of {gained:exact} followers gained at least {low:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed: accepted."
        ),
        _(
            "Nothing to do but to have the acceptance signed, with the audit attached; whoever audited confirms that those alive are what the contract counts as followers."
        ),
    ),
    ("X2", "accepted, client"): (
        _(
            "Of {gained:exact} followers gained at least {low:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed: accepted."
        ),
        _(
            "Nothing to do but to sign the acceptance, with the audit attached, once whoever audited confirms that those alive are what the contract counts as followers."
        ),
    ),
    ("X2", "rejected, contractor"): (
        _(
            "Of {gained:exact} followers gained at most {high:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed: not delivered."
        ),
        _(
            "Do not ask for the acceptance: gain the living followers that are lacking, find where the others came from, or agree on another number."
        ),
    ),
    ("X2", "rejected, client"): (
        _(
            "Of {gained:exact} followers gained at most {high:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed: not delivered."
        ),
        _(
            "Refuse the acceptance with the audit attached, and ask for what the contract grants where less is delivered; a lawyer confirms."
        ),
    ),
    ("X2", "undecided, contractor"): (
        _(
            "Of {gained:exact} followers gained {low:exact} to {high:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed, which lies between: undecided."
        ),
        _(
            "Accounts still to audit, drawn at random from those gained: {more:exact}, all of them before it is judged again. At the share found so far that decides it."
        ),
    ),
    ("X2", "undecided, client"): (
        _(
            "Of {gained:exact} followers gained {low:exact} to {high:exact} are alive (95%; audit of {day:day}: {alive:exact} of {n:exact}); {target:exact} were agreed, which lies between: undecided."
        ),
        _(
            "Sign nothing yet. Accounts still to have audited, drawn at random from those gained: {more:exact}, all of them before it is judged again. At the share found so far that decides it."
        ),
    ),
    ("X2", "not audited, contractor"): (
        _(
            "{gained:exact} followers are said to be gained and {target:exact} were agreed, but no audit says how many are alive."
        ),
        _(
            "Draw accounts at random from those gained, look at each, and add the audit to the exports (scope: gained)."
        ),
    ),
    ("X2", "not audited, client"): (
        _(
            "{gained:exact} followers are said to be gained and {target:exact} were agreed, but no audit says how many are alive."
        ),
        _(
            "Sign nothing before accounts drawn at random from those gained are looked at; add the audit to the exports (scope: gained)."
        ),
    ),
    ("X2", "too few gained, contractor"): (
        _(
            "{gained:exact} followers were gained where {target:exact} were agreed: even if all are alive, too few."
        ),
        _("Gain the followers that are lacking, or agree on another number."),
    ),
    ("X2", "too few gained, client"): (
        _(
            "{gained:exact} followers were gained where {target:exact} were agreed: even if all are alive, too few."
        ),
        _(
            "Refuse the acceptance, and ask for what the contract grants where less is delivered; a lawyer confirms."
        ),
    ),
    ("X2", "no target"): (
        _("The contract names no number of followers, so an audit has nothing to be held against."),
        _("Agree on the number of followers to gain, or on what else is to be accepted, and enter it."),
    ),
    ("X2", "nothing gained"): (
        _("{target:exact} followers are to be gained; how many were by the month's end is not in the brief."),
        _(
            "Enter the number gained once it is delivered, and have accounts drawn at random from those gained audited."
        ),
    ),
    ("X2", "several audits"): (
        _(
            "Accounts gained were audited on {platforms:platforms} apart, and the contract names one number for all."
        ),
        _("Draw one sample from all accounts gained, or agree on a number for each community."),
    ),
    ("X2", "gained above growth"): (
        _(
            "{gained:exact} followers are said to be gained, yet by {counted:day} there are only {grown:exact} more than at signing, those who left taken off."
        ),
        _("Ask how the gained were counted and how many left again, before the number is accepted."),
    ),
    ("X2", "not drawn at random"): (
        _(
            "The audit of {audit.account} on {audit.drawn_at:day} was drawn otherwise than at random ({audit.method}), so it says nothing of the accounts that were not looked at."
        ),
        _(
            "Draw accounts at random from those gained, look at each, and add the audit to the exports ({file})."
        ),
    ),
    ("X2", "more audited than gained"): (
        _(
            "The audit of {audit.account} on {audit.drawn_at:day} looked at {n:exact} accounts gained, yet only {gained:exact} are said to be gained: one of the two is wrong."
        ),
        _(
            "Correct “gained” in the brief (decisions, contract, since {since:month_word}), or the row of that day in the exports ({file})."
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "contract, accepted": _(
        "Accepted: of {gained:exact} followers gained at least {low:exact} are alive, {target:exact} were agreed."
    ),
    "contract, rejected": _(
        "Not to be accepted: of {gained:exact} followers gained at most {high:exact} are alive, {target:exact} were agreed."
    ),
    "contract, undecided": _(
        "Undecided: of {gained:exact} followers gained {low:exact} to {high:exact} are alive, {target:exact} were agreed; audit {more:exact} more."
    ),
    "contract, not audited": _(
        "{gained:exact} followers gained, {target:exact} agreed, and no audit says how many are alive."
    ),
    "contract, no target": _("The contract names no number of followers, so there is none to accept."),
    "contract, nothing gained": _("{target:exact} followers agreed; none are delivered yet."),
    "contract, no audit that fits": _("No one audit speaks for the followers gained."),
}

OUTCOMES: Mapping[str, str] = {
    "accepted": _("accept"),
    "rejected": _("reject"),
    "undecided": _("undecided"),
    "not audited": _("not audited"),
}
NO_OUTCOME: Mapping[str, str] = {
    "more audited than gained": _("cannot be"),
    "not drawn at random": _("not at random"),
    "several audits": _("no one sample"),
    "nothing gained": _("nothing delivered yet"),
    "no target": _("nothing to hold it against"),
}
"""Where an audit gives no answer."""
MEND: Mapping[str, str] = {
    "more audited than gained": _(
        "In the brief, decisions, contract (since {since:month_word}): gained {gained:exact}. In the exports, {file}: {n:exact} looked at. Correct whichever is wrong."
    ),
    "not drawn at random": _(
        "In the exports, {file}: drawn otherwise than at random ({method}). Draw the accounts at random from those gained."
    ),
    "several audits": _(
        "In the exports, {file}: an audit a community. Draw one sample from all accounts gained, or agree on a number for each community."
    ),
    "nothing gained": _(
        "In the brief, decisions, contract (since {since:month_word}): enter gained and delivered once they are there."
    ),
    "no target": _(
        "In the brief, decisions, contract (since {since:month_word}): enter followers_to_gain once it is agreed."
    ),
}
"""What was given, where, and how to mend it."""
