"""The sentences of what law and platforms allow (X1), and of site and social (X5)."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

_STRIKE = _("Strike it. No signature allows it; {act:who} decides what takes its place.")
_DISCLOSE = _("Have it marked as advertising where everybody sees it, or strike it; {act:who} decides.")

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X1", "all white"): (
        _("Entries of the plan whose method both the law and the platforms allow: {number:count}."),
        NOTHING_TO_DO,
    ),
    ("X1", "all disclosed"): (
        _("Paid or bartered mentions that are disclosed as the place asks for: {number:count}."),
        NOTHING_TO_DO,
    ),
    ("X1", "white"): (_("{act:act} is white ({method:method})."), NOTHING_TO_DO),
    ("X1", "disclosed"): (_("{act:act} is disclosed."), NOTHING_TO_DO),
    ("X1", "nothing planned"): (
        _("Nothing that is decided names a method or pays for a mention, so there is nothing to judge."),
        _("Decide content, communication and budget, each entry with its method."),
    ),
    ("X1", "black"): (
        _("{act:act} is black ({method:method}): the law forbids it ({rule:source})."),
        _STRIKE,
    ),
    ("X1", "advertising forbidden"): (
        _("{act:act} is advertising on {platform:platform}, which the law forbids there ({rule:source})."),
        _("Move it to a channel on which advertising is allowed, or strike it; {act:who} decides."),
    ),
    ("X1", "grey, unsigned"): (
        _(
            "{act:act} is grey ({method:method}): the platform's rules forbid it ({rule:source}), and nobody has signed for it."
        ),
        _("Strike it: white methods only is the advice. {act:who} decides."),
    ),
    ("X1", "grey, half signed"): (
        _("{act:act} is grey ({method:method}), and its exception lacks {lacking:signature}."),
        _("Strike it, or have the exception signed in full: by whom, when and why. {act:who} decides."),
    ),
    ("X1", "grey, live unknown"): (
        _(
            "{act:act} is grey ({method:method}), signed for by {by}, but how many followers are alive is not known."
        ),
        _("Strike it, or count the followers and draw an audit of them first; {act:who} decides."),
    ),
    ("X1", "grey, too many live"): (
        _(
            "{act:act} is grey ({method:method}), signed for by {by}, but up to {live:count} followers of {account} are alive, and an exception ends at {most:count}: too many to lose."
        ),
        _("Strike it; {act:who} decides what takes its place."),
    ),
    ("X1", "grey, too many followers"): (
        _(
            "{act:act} is grey ({method:method}), signed for by {by}, but {account} has {live:count} followers, no audit says how many are alive, and an exception ends at {most:count}."
        ),
        _("Strike it, or draw an audit of the followers first; {act:who} decides."),
    ),
    ("X1", "grey, unpriced"): (
        _(
            "{act:act} is grey ({method:method}), signed for by {by} on {day:day}, and at most {live:count} followers of {account} are alive, but its risk is not priced."
        ),
        _(
            "Strike it, or state likelihood and loss with the exception, so that what is signed for is known; {act:who} decides."
        ),
    ),
    ("X1", "grey, excepted"): (
        _(
            "{act:act} is grey ({method:method}), signed for by {by} on {day:day} ({why}); at most {live:count} followers of {account} are alive, and the expected loss is {loss:amount}."
        ),
        _(
            "Look again each month whether it is worth the account; the exception ends above {most:count} followers alive."
        ),
    ),
    ("X1", "not in the register"): (
        _("{act:act} is not judged: the register has no method {method:method}."),
        _("Have it judged, and add it to data/reference/methods.yml with source and date."),
    ),
    ("X1", "not in the register, near"): (
        _("{act:act} is not judged: the register has no method {method:method}."),
        _(
            "Did you mean {meant:method}? Name it so, or have the method judged and add it to data/reference/methods.yml with source and date."
        ),
    ),
    ("X1", "selling, no advertising"): (
        _(
            "{act:act}: the law forbids advertising there ({rule:source}), and posts that sell may count as such (topics: {number:count})."
        ),
        _(
            "Have a lawyer decide whether they may be published; until then move them to another channel, or let them inform. {act:who} decides."
        ),
    ),
    ("X1", "told, unnamed"): (
        _(
            "{act:act} names no method that could be judged, and its words “{words}” tell of {told:method}, which is not allowed ({rule:source})."
        ),
        _(
            "Strike it, or name the method of this entry, so that it is judged by that and not by its words; {act:who} decides."
        ),
    ),
    ("X1", "told beside a method"): (
        _("{act:act} goes by {method:method}, but its words “{words}” tell of {told:method}."),
        _("Look at what is really done; strike it if it is what the words say. {act:who} decides."),
    ),
    ("X1", "told in a text"): (
        _("{act:act} has texts whose words “{words}” tell of {told:method}."),
        _("Read the texts: to write of it is no offence, to offer it or to ask for it is."),
    ),
    ("X1", "channel not stated"): (
        _("{act:act} names no channel, and {method:method} would not be allowed on {platforms:platforms}."),
        _("Name the channel of the entry."),
    ),
    ("X1", "undisclosed"): (
        _(
            "{act:act} is paid for and not disclosed: hidden promotion, which the law forbids ({rule:source})."
        ),
        _DISCLOSE,
    ),
    ("X1", "no mark"): (
        _(
            "{act:act} is paid for and carries no words that mark it as advertising, so it is not disclosed ({source})."
        ),
        _("Write the mark with the advertiser's name, or strike it; {act:who} decides."),
    ),
    ("X1", "no token"): (
        _("{act:act} is paid for and marked, but carries no token ({source})."),
        _("Get the token from an operator of advertising data before it is published."),
    ),
    ("X1", "disclosure unknown"): (
        _("{act:act} is paid for, and nothing says whether it is disclosed."),
        _(
            "Ask where it appears, and name it under placements in the compliance decision, with paid, disclosed and mark."
        ),
    ),
    ("X1", "barter"): (
        _(
            "{act:act} is bartered, and nothing says that it is disclosed; what is given in return often counts as pay."
        ),
        _("Have it marked, or let a lawyer say that it need not be."),
    ),
    ("X1", "hidden"): (
        _(
            "Promotion is decided to be hidden, and nothing tells readers that these are paid for: {names:words} ({rule:source})."
        ),
        _("Decide for open promotion and disclose every paid mention; {act:who} decides."),
    ),
    ("X1", "hidden, nothing undisclosed"): (
        _("Promotion is decided to be hidden, though no mention is paid for without being disclosed."),
        _("Decide for open promotion; who speaks for the client says so."),
    ),
    ("X1", "grey refused, too many live"): (
        _(
            "{who} asked for {method:method}: refused, rightly. It is grey, up to {live:count} followers are alive, and grey is for at most {most:count}."
        ),
        NOTHING_TO_DO,
    ),
    ("X1", "grey refused"): (
        _("{who} asked for {method:method}: refused, rightly, for it is grey."),
        NOTHING_TO_DO,
    ),
    ("X1", "black refused"): (
        _("{who} asked for {method:method}: refused, rightly, for it is black."),
        NOTHING_TO_DO,
    ),
    ("X1", "refused though white"): (
        _("{who} asked for {method:method}: refused, though the register holds nothing against it."),
        _("Ask whether it was refused for another reason, and write that down."),
    ),
    ("X5", "met"): (
        _("{met:count} of {asked:count} are met: {principles:principles}."),
        NOTHING_TO_DO,
    ),
    ("X5", "missed"): (
        _("Missing: {principle:principle} (guide, line {line})."),
        _("Mend it with whoever keeps the site and the community."),
    ),
    ("X5", "unknown"): (
        _("Nobody has looked for {principles:principles}."),
        _(
            "Look at the site and the community, and state true or false under site in the compliance decision."
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "compliance, blocked": _("Blocked, {number:count} reasons: {methods:methods}."),
    "compliance, one reason": _("Blocked, one reason: {methods:methods}."),
    "compliance, to mend": _("Nothing is blocked; {number:count} entries are to be mended or looked at."),
    "compliance, one to mend": _("Nothing is blocked; one entry is to be mended or looked at."),
    "compliance": _(
        "All that is planned is allowed (entries that name a method or pay for a mention: {number:count})."
    ),
    "compliance, in part": _(
        "All that names a method or pays for a mention is allowed (entries: {number:count})."
    ),
    "compliance, unnamed": _("{number:count} entries name no method and were read by their words only."),
    "compliance, one unnamed": _("One entry names no method and was read by its words only."),
    "compliance, refused": _("Asked for and refused: {methods:methods}."),
    "compliance, nothing": _("Nothing is planned that could be judged yet."),
}

FINDINGS: Mapping[str, str] = {
    "judged by": _(
        "Judged by the law of {jurisdiction:country} and the platforms' rules, as the register has them for {month:month}."
    ),
    "judged nowhere": _(
        "The brief names no jurisdiction, so only what holds everywhere was judged, for {month:month}."
    ),
    "disclosure": _("whether it is disclosed who pays"),
    "blocked": _("This plan is blocked. Nothing of it may be published until the entries below are mended."),
    "no disagreement": _("Where the methods planned are judged, the sources agree."),
}

NO_ADVICE = _("This is no legal advice: a lawyer confirms what holds.")

TITLE = _("Methods within the rules")
"""Of the record in a report's first screen, and of the section in the notebook."""

METHODS: Mapping[str, str] = {
    "advertising": _("advertising"),
    "targeted_ads": _("targeted ads"),
    "community_ads": _("ads in communities"),
    "barter": _("barter"),
    "contest": _("a contest"),
    "giveaways": _("giveaways"),
    "discounts": _("discounts"),
    "widgets": _("widgets and links on the site"),
    "hashtags": _("hashtags"),
    "search_optimisation": _("search optimisation"),
    "talking_with_users": _("talking with users"),
    "blogger_posts": _("posts of bloggers"),
    "subscribe_and_repost": _("a prize for subscribing and reposting"),
    "bought_followers": _("bought followers"),
    "bought_views": _("bought views"),
    "bought_likes": _("bought likes"),
    "bought_reposts": _("bought reposts"),
    "bots": _("bots"),
    "offers": _("bought offers"),
    "mass_following": _("mass following"),
    "mass_friend_requests": _("mass friend requests"),
    "hacking": _("hacking"),
    "stolen_communities": _("a stolen community"),
    "spam": _("spam"),
    "hidden_promotion": _("hidden promotion"),
}
"""The register's methods as a client reads them; another one is named as the brief does."""

DISAGREEMENTS: Mapping[str, str] = {
    "spam": _(
        "Spam: the guide counts it as black, forbidden all over the world (line 196) and by Russian law (line 593), "
        "yet also as grey and useful (line 590). The strictest counts: black."
    ),
    "grey": _(
        "Grey: the guide says that the platforms' rules forbid such methods (lines 174 and 585), yet also that they "
        "do not go against the rules (line 362). The strictest counts: the rules forbid them."
    ),
    "subscribe_and_repost": _(
        "Subscribing and reposting for a prize: the guide counts it as white (lines 183 and 581); the rules of "
        "Facebook and Instagram forbid it today. The strictest counts: grey there."
    ),
    "hidden": _(
        "Hidden promotion: the guide finds it no worse than open promotion (line 117) and fit for its purpose (line "
        "382); here its colour goes by disclosure, and a paid mention that is not disclosed is black."
    ),
}
"""How the sources of an entry disagree, and what counts."""

ACTS: Mapping[str, str] = {
    "topic": _("The topic “{name}” of the content plan"),
    "placement": _("The placement at {name}"),
    "line": _("The line “{name}” of the estimate"),
    "attraction": _("{name:method} as a way to attract people"),
    "contest": _("The contest of {name}"),
    "work": _("The work “{name}” of the contract"),
    "promotion": _("The decision on promotion"),
    "selling": _("Selling posts on {name:platform}"),
}
"""Where an entry stands, as the subject of a sentence."""

CONTEST = _("The contest")
"""One without a day."""

BY_GUIDE, BY_LINES = _("guide, line {lines:words}"), _("guide, lines {lines:words}")
BY_SOURCE = _("{source}, {date}")
SINCE = _("{source}; since {day:day}")

SIGNATURE: Mapping[str, str] = {
    "signed_by": _("who signs"),
    "signed_on": _("when it was signed"),
    "reason": _("the reason"),
}

PRINCIPLES: Mapping[str, str] = {
    "interesting": _("content on the site for visitors from social networks"),
    "community_of_interest": _("community of people with the same interests"),
    "general_posts": _("general posts in the community beside those from the site"),
    "comment_form": _("comments on the site by a social network's account"),
    "name_key_words": _("key word in the community's name"),
    "description_key_words": _("key word in the community's description"),
    "address_key_words": _("key word in the community's address"),
}
"""X5: what should be there, as part of a sentence."""

STATES = (_("white"), _("grey"), _("black"), _("met"), _("not met"), _("not looked at"))
"""Words that the tables know by themselves."""
