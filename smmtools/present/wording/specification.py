"""The words of the technical specification (X3): its parts, its lines, and what is asked where one is blank."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X3", "whole"): (
        _("Every line of the technical specification is filled in: {number:count}."),
        _("Nothing to do but to send it."),
    ),
    ("X3", "blanks"): (
        _(
            "Lines of the technical specification that are filled in: {filled:count} of {number:count}; the others are to be agreed, wholly or in part."
        ),
        _(
            "Send the page specification.html, have what is open filled in and signed, and enter the answers in the brief."
        ),
    ),
    ("X3", "no task"): (
        _(
            "No goal is decided, so the technical specification has no task: {filled:count} of {number:count} lines are filled in."
        ),
        _("Send the page specification.html to be filled in, and decide the goals first."),
    ),
}

TITLE = _("Technical specification")
FILE = "specification.html"
"""Its place in a report's folder."""
WHAT_FOR = _("The task on one page, to send: what is decided, and blanks to fill in.")

INTRO: Mapping[str, str] = {
    "contractor": _(
        "This is how we understand the task. Please check it, fill in what is to be agreed, and send the page back signed."
    ),
    "client": _(
        "This is what is to be done. Please check it, fill in what is to be agreed, and send the page back signed."
    ),
}
"""From the contractor to the client, and the other way round."""

BLANKS = _("Lines still to be agreed: {missing:count} of {number:count}.")
NO_BLANKS = _("Every line is filled in.")
STILL_FOR = _("To be agreed for {names:words}: {asked}")
TO_BE_AGREED = _("To be agreed: {asked}")
OPEN = _("to be agreed")
"""In a cell of which nothing is said."""
WHERE = _("in the brief: {where}")
AS_OF = _("As decided by {day:day}.")
AGREED = _("Agreed by both sides")
SIGNING = (_("For the client"), _("For the contractor"))
SIGNED = (_("Name"), _("Date"), _("Signature"))

PARTS: Mapping[str, str] = {
    "company": _("The company"),
    "task": _("The task"),
    "watched": _("What it is watched by"),
    "audience": _("Whom it is for"),
    "channels": _("Where"),
    "content": _("What is posted"),
    "communication": _("How people are answered"),
    "budget": _("Money"),
    "duties": _("Who gives what"),
    "methods": _("What is not done"),
    "contract": _("Term and acceptance"),
}

LINES: Mapping[str, tuple[str, str]] = {
    "name": (_("Name"), _("What is the company called?")),
    "jurisdiction": (_("Advertising law of"), _("The law of which country applies to the advertising?")),
    "language": (_("Language of reports"), _("In which language are the reports?")),
    "site": (_("Site"), _("What is the address of the site, if there is one?")),
    "currency": (_("Currency"), _("In which currency are all amounts?")),
    "vat": (_("Value added tax"), _("Do the amounts include value added tax?")),
    "accounts_own": (_("Own communities"), _("Which communities, on which networks, are the company's own?")),
    "accounts_competitor": (_("Competitors"), _("Which communities of competitors are to be watched?")),
    "promotion": (_("Promotion"), _("Is promotion open, every paid mention marked?")),
    "way": (_("Way to the goal"), _("By which way is the goal to be reached?")),
    "goals": (
        _("Goals"),
        _(
            "What is to be reached, what is counted, how much of it each day, week or month, from when, by when, and how much was it before?"
        ),
    ),
    "watched": (
        _("Indicators"),
        _("By which indicators is each goal watched, from which value to which, how often, and who looks?"),
    ),
    "segments": (_("Groups"), _("Which groups of people may buy?")),
    "geography": (_("Where they live"), _("Where do they live?")),
    "age": (_("Age"), _("How old are they?")),
    "need": (_("What they need"), _("What do they need?")),
    "offer": (_("What they are offered"), _("What are they offered for that need?")),
    "hours": (_("When they are online"), _("At which hours are they online?")),
    "chosen": (_("Networks"), _("On which networks?")),
    "communities": (_("What each is for"), _("What is each community for?")),
    "tone": (_("Tone"), _("Is the tone friendly, business or informal?")),
    "pictures": (_("Pictures"), _("Are pictures natural or edited?")),
    "style": (_("Style"), _("Which style do pictures have, and where stands the logo?")),
    "posts": (_("Posts"), _("How many posts a day or week, on each network?")),
    "topics": (_("Topics"), _("What are the posts about?")),
    "promise_hours": (_("First answer within"), _("Within how many hours is a comment answered?")),
    "feedback": (_("Ways to give feedback"), _("How can people give feedback?")),
    "scripts": (_("Texts that are agreed"), _("What is said to praise, a question, a complaint, an attack?")),
    "cap": (_("At most a month"), _("How much may be spent a month at most, the fee apart?")),
    "works": (_("Works"), _("Which works are done, each by which method and on which network?")),
    "duties_contractor": (
        _("The contractor"),
        _("What does the contractor give or agree with the client, and by when?"),
    ),
    "duties_client": (
        _("The client"),
        _("What does the client give (answers, access, photographs, texts), and by when?"),
    ),
    "excluded": (
        _("Methods that are excluded"),
        _("Which methods are excluded? First of all: the law of which country applies?"),
    ),
    "mentions": (
        _("Paid mentions"),
        _("How is a paid mention marked? First of all: the law of which country applies?"),
    ),
    "start": (_("Start"), _("From which day does the contract hold?")),
    "deadline": (_("Deadline"), _("By which day is it to be fulfilled?")),
    "followers_to_gain": (_("Followers to gain"), _("How many followers are to be gained?")),
    "counts_as_follower": (
        _("Who counts as a follower"),
        _("Who counts as a follower, and how is it audited?"),
    ),
    "acceptance": (
        _("When it is accepted"),
        _("What is delivered, and by which count is it accepted or refused?"),
    ),
    "refund_when_blocked": (
        _("Refund when blocked"),
        _("What is paid back when the account is blocked, by whom, and within how many days?"),
    ),
    "delay": (_("When it is late"), _("What follows when the deadline is missed?")),
}
"""Each line's name, and what is asked where it is blank."""

WHERE_IN_BRIEF: Mapping[str, str] = {
    **{key: key for key in ("name", "jurisdiction", "language", "site", "currency", "vat")},
    **dict.fromkeys(("accounts_own", "accounts_competitor"), "accounts"),
    **{key: f"decisions, goals, {key}" for key in ("promotion", "way", "goals")},
    "watched": "decisions, indicators, watched",
    "segments": "decisions, audience, segments",
    **{
        key: f"decisions, audience, segments, {key}" for key in ("geography", "age", "need", "offer", "hours")
    },
    **{key: f"decisions, channels, {key}" for key in ("chosen", "communities")},
    **{key: f"decisions, content, {key}" for key in ("tone", "pictures", "topics")},
    "style": "decisions, content, profiles",
    "posts": "decisions, content, channels",
    **{key: f"decisions, communication, {key}" for key in ("promise_hours", "feedback", "scripts")},
    "cap": "decisions, budget, cap",
    "works": "decisions, contract, works",
    **dict.fromkeys(("duties_contractor", "duties_client"), "decisions, contract, obligations"),
    **dict.fromkeys(("excluded", "mentions"), "jurisdiction"),
    **{
        key: f"decisions, contract, {key}"
        for key in ("start", "deadline", "followers_to_gain", "counts_as_follower", "refund_when_blocked")
    },
    "acceptance": "decisions, contract, followers_to_gain",
    "delay": "decisions, contract",
}
"""Where the answer to a line's question is entered: the brief's own words, from the outside in."""
WHERE_AUDIT = "exports, audits (scope: gained)"
ASKED_AUDIT = _(
    "How many accounts are drawn at random from those gained, by whom, and by when? The limits of acceptance follow from that number."
)

GOAL_COLUMNS = (_("goal"), _("counted"), _("target"), _("from"), _("by"), _("before"))
WATCHED_COLUMNS = (_("goal"), _("indicator"), _("from"), _("target"), _("looked at"), _("who looks"))
MAIN_GOAL = _("{name} (the main goal)")
RISING = _("{target}, rising evenly to it")
NO_LESS, NO_MORE = _("at least {target}"), _("at most {target}")
TOPICS = _("{channel:platform}, to {function:term}: {topics:words}")
TOPIC = _("{name} ({kind:term})")
WORK: Mapping[tuple[bool, bool], str] = {
    (True, True): _("{item} ({method:method}, {channel:platform})"),
    (True, False): _("{item} ({method:method})"),
    (False, True): _("{item} ({channel:platform})"),
    (False, False): "{item}",
}
"""A work, by whether its method and its network are said."""
BY_THE_DEADLINE = _("To be fulfilled by {day:day}.")

BLACK = _("The law forbids: {methods:words}.")
GREY = _("The networks' rules forbid: {methods:words}.")
ON = _("{method} on {platforms:platforms}")
BY_LAW = _("Laws that say so: {sources}.")
EXCEPTED = _(
    "Signed for all the same: {method:method} ({by}, {day:day}), only as long as the exception holds."
)
NO_ADVICE = _(
    "They stay excluded whoever asks. By the register of methods as it holds on {day:day}; this is no legal advice, a lawyer confirms."
)
DISCLOSED = _("A mention that is paid for says so where everybody sees it, or it is not published.")
MARKED = _("{country:country}: each carries a mark in words. The law: {source}.")
MARKED_TOKEN = _(
    "{country:country}: each carries a mark in words and the token of its registration. The law: {source}."
)

RULE = (
    _(
        "Accounts are drawn at random from those gained, and each is looked at; alive is only who counts as a follower (above). The 95% interval (Wilson) of the share alive is multiplied by the number gained."
    ),
    _(
        "Accepted when its lower bound reaches {target:exact}; refused when its upper bound stays below {target:exact}; else it is undecided, and more accounts are drawn."
    ),
)
LIMITS = _("Drawn: {n:exact} of {gained:exact} gained.")
LIMIT_ACCEPT = _("Accepted from {accept:exact} alive of {n:exact}.")
LIMIT_REFUSE = _("Refused up to {refuse:exact} alive of {n:exact}.")
NO_LIMIT_ACCEPT = _("So small a sample of so few gained can accept nothing, whatever it finds.")
NO_LIMIT_REFUSE = _("So small a sample can refuse nothing, whatever it finds.")
SETTLED = _("Settled in the contract; its terms are not repeated here.")

PER: Mapping[str, str] = {
    "day": _("{target} a day"),
    "week": _("{target} a week"),
    "month": _("{target} a month"),
}
POSTS: Mapping[str, str] = {
    "day": _("{channel:platform}: {posts:exact} a day"),
    "week": _("{channel:platform}: {posts:exact} a week"),
}
OF_EACH = _("{name}: {value}")
VAT: Mapping[str, str] = {"included": _("included"), "excluded": _("not included"), "none": _("none")}
WORDS = (_("friendly"), _("business"), _("informal"), _("natural"), _("edited"), _("filled in"), _("blank"))
"""Words that the lines know by themselves."""
