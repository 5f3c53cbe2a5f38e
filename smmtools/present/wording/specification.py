"""The words of the technical specification (X3): its parts, its lines, and what is asked where one is blank."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import _

TITLE = _("Technical specification")
FILE = "specification.html"
"""Its place in a report's folder."""
WHAT_FOR = _("The task on one page, to send: what is decided, and blanks to fill in.")

INTRO: Mapping[str, str] = {
    "contractor": _(
        "This is how we understand the task. Please check it, fill in what is blank, and send the page back."
    ),
    "client": _("This is what is to be done. Please check it, and send the page back with your questions."),
}
"""From the contractor to the client, and the other way round."""

BLANKS = _("Lines still to be filled in: {missing:count} of {number:count}.")
NO_BLANKS = _("Every line is filled in.")
STILL_FOR = _("Still to be said of {names:words}: {asked}")
AS_OF = _("As decided by {day:day}.")
SIGNED = (_("Name"), _("Date"), _("Signature"))

PARTS: Mapping[str, str] = {
    "company": _("The company"),
    "task": _("The task"),
    "audience": _("Whom it is for"),
    "channels": _("Where"),
    "content": _("What is posted"),
    "communication": _("How people are answered"),
    "budget": _("Money"),
    "contract": _("The contract"),
}

LINES: Mapping[str, tuple[str, str]] = {
    "name": (_("Name"), _("What is the company called?")),
    "jurisdiction": (_("Law of"), _("The law of which country applies to the advertising?")),
    "language": (_("Language of reports"), _("In which language are the reports?")),
    "site": (_("Site"), _("What is the address of the site, if there is one?")),
    "currency": (_("Currency"), _("In which currency are all amounts?")),
    "vat": (_("Value added tax"), _("Do the amounts include value added tax?")),
    "accounts_own": (_("Own communities"), _("Which communities, on which networks, are the company's own?")),
    "accounts_competitor": (_("Competitors"), _("Which communities of competitors are to be watched?")),
    "promotion": (_("Promotion"), _("Is promotion open, every paid mention marked?")),
    "way": (_("Way to the goal"), _("By which way is the goal to be reached?")),
    "goal_name": (_("Goal"), _("What is to be reached?")),
    "goal_type": (_("Kind of goal"), _("Is it the company, the brand, the site, a person or sales?")),
    "goal_indicator": (_("Counted in"), _("What is counted: applications, orders, follows, clicks, visits?")),
    "goal_target": (_("Target"), _("How many of them?")),
    "goal_per": (_("Each"), _("Each day, week or month?")),
    "goal_start": (_("From"), _("From which day?")),
    "goal_deadline": (_("Until"), _("By which day?")),
    "goal_baseline": (_("Before"), _("How many were there before?")),
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
    "works": (_("Works"), _("Which works are agreed?")),
    "followers_to_gain": (_("Followers to gain"), _("How many followers are to be gained?")),
    "counts_as_follower": (
        _("Who counts as a follower"),
        _("Who counts as a follower, and how is it audited?"),
    ),
    "start": (_("Start"), _("From which day does the contract hold?")),
    "deadline": (_("Deadline"), _("By which day is it to be fulfilled?")),
}
"""Each line's name, and what is asked where it is blank."""

PER: Mapping[str, str] = {"day": _("day"), "week": _("week"), "month": _("month")}
POSTS: Mapping[str, str] = {
    "day": _("{channel:platform}: {posts:exact} a day"),
    "week": _("{channel:platform}: {posts:exact} a week"),
}
OF_EACH = _("{name}: {value}")
VAT: Mapping[str, str] = {"included": _("included"), "excluded": _("not included"), "none": _("none")}
WORDS = (_("friendly"), _("business"), _("informal"), _("natural"), _("edited"), _("filled in"), _("blank"))
"""Words that the lines know by themselves."""
