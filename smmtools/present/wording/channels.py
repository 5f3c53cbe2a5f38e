"""The sentences of stage 03, channels."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R3.1", "enough buyers"): (
        _(
            "{platform:platform}: {audience:count} potential customers, where the main goal needs {needed:count}: enough."
        ),
        NOTHING_TO_DO,
    ),
    ("R3.1", "left out"): (
        _(
            "{platform:platform}: {audience:count} potential customers, where the main goal needs {needed:count}: "
            "refused, and not chosen."
        ),
        NOTHING_TO_DO,
    ),
    ("R3.1", "refused"): (
        _(
            "{platform:platform}: {audience:count} potential customers, where the main goal needs {needed:count}: "
            "refused, yet it is chosen without a reason on record."
        ),
        _("Strike the channel, or write the reason under overrides in the channels decision."),
    ),
    ("R3.1", "below, overridden"): (
        _(
            "{platform:platform}: {audience:count} potential customers, where the main goal needs {needed:count}: "
            "refused by the rule, chosen all the same. The analyst's reason: {why}"
        ),
        _(
            "Expect nothing for the main goal from it, and ask again each quarter whether it is worth its time."
        ),
    ),
    ("R3.1", "audience unknown"): (
        _(
            "{platform:platform}: nobody knows how many potential customers are there, so it cannot be judged."
        ),
        _("Take the estimate of the platform's advertising tool, with its date, into the channels decision."),
    ),
    ("R3.1", "gate unknown"): (
        _(
            "{platform:platform}: {audience:count} potential customers; how many the main goal needs cannot be "
            "reckoned, for its target or one of the rates is missing."
        ),
        _("State reach_share, ctr and application_rate under gate, or add the exports that hold them."),
    ),
    ("R3.2", "several"): (
        _("{count:count} channels are chosen, and {specialist} sees to content made for each of them."),
        NOTHING_TO_DO,
    ),
    ("R3.2", "no specialist"): (
        _(
            "{count:count} channels are chosen, and no specialist is named; each network needs content of its own."
        ),
        _("Name who makes the content under specialist, or begin with one channel."),
    ),
    ("R3.2", "only one"): (
        _("Only {platform:platform} is chosen, so there is nothing to compare what people do with."),
        _("Open a second channel for a quarter, as a trial."),
    ),
    ("R3.2", "people agree"): (
        _(
            "People did most on {busiest:platform} ({acts:count} likes, comments, shares and subscriptions), which also "
            "has the best opportunity."
        ),
        NOTHING_TO_DO,
    ),
    ("R3.2", "people elsewhere"): (
        _(
            "People did most on {busiest:platform} ({acts:count} likes, comments, shares and subscriptions), while "
            "the best opportunity is seen on {leader:platform}."
        ),
        _("Go by what people do: look at the audience and the rivals of both channels again."),
    ),
    ("R3.2", "people unseen"): (
        _(
            "What people do cannot be compared: fewer than two channels have posts with counts this month, or none is ranked."
        ),
        _("Ask for the export of posts of every channel."),
    ),
    ("R3.2", "own content"): (
        _(
            "{share:percent} of the month's texts stand on more than one network: each has content of its own."
        ),
        NOTHING_TO_DO,
    ),
    ("R3.2", "same content"): (
        _("{share:percent} of the month's texts stand on more than one network."),
        _("Write for each network by itself; its people and its formats are others."),
    ),
    ("R3.2", "texts unseen"): (
        _("Whether each network has content of its own cannot be seen: fewer than two give the texts."),
        _("Ask for the export of posts of every channel."),
    ),
    ("R3.3", "rivals known"): (
        _("{platform:platform}: {posts:count} posts of {accounts:count} competitors were read this month."),
        NOTHING_TO_DO,
    ),
    ("R3.3", "rivals unseen"): (
        _(
            "{platform:platform}: no competitor's post is known, so nobody can say what they do, or what none of them does."
        ),
        _("Name the competitors in the brief, and add the sheet of their posts."),
    ),
    ("C1", "nobody looked"): (
        _("{platform:platform}: nobody has looked for competitors, so it has no place in the order."),
        _("Look for the channel's competitors and count their posts and reactions for two weeks."),
    ),
    ("C1", "activity unknown"): (
        _(
            "{platform:platform}: how active {rivals:words} are is unknown, or the platform's usual rate is; unknown is not none, so it has no place in the order."
        ),
        _("Count their posts, reactions and followers, and state the platform's benchmark with its source."),
    ),
    ("C1", "clear leader"): (
        _(
            "{leader:platform} has the best opportunity, before {second:platform}; it ranks first with a probability "
            "of {chance:chance}."
        ),
        NOTHING_TO_DO,
    ),
    ("C1", "close"): (
        _(
            "{leader:platform} has the best opportunity, but {second:platform} is close: it ranks first with a "
            "probability of {chance:chance} only."
        ),
        _("Do not drop the second for the first's sake; narrow down the audience and the rivals' activity."),
    ),
    ("C1", "one candidate"): (
        _("Only {platform:platform} was looked at, so nothing can be said of its rank."),
        _("Add at least one more candidate to the channels decision."),
    ),
    ("C1", "not ranked"): (
        _(
            "Fewer than two channels pass the gate with a known audience and known competitors: there is no order."
        ),
        _("Find out what is missing; the table of candidates shows it."),
    ),
    ("C1", "followed"): (
        _("{chosen:platforms}: chosen as recommended."),
        NOTHING_TO_DO,
    ),
    ("C1", "overridden"): (
        _(
            "{chosen:platforms} are chosen, where the recommendation was {recommended:platforms}. The analyst's reason: {why:words}"
        ),
        _("Look in three months whether the reason has held."),
    ),
    ("C1", "departed"): (
        _(
            "{chosen:platforms} are chosen, where the recommendation was {recommended:platforms}; no reason is on record "
            "for {unexplained:platforms}."
        ),
        _("Write the reason under overrides in the channels decision, or follow the recommendation."),
    ),
    ("C1", "nothing recommended"): (
        _("Too little is known to recommend a channel; {chosen:platforms} is chosen."),
        _("Find out the audience and the competitors of the candidates first."),
    ),
    ("C1", "hours suffice"): (
        _("The team's time serves all {chosen:count} channels chosen."),
        NOTHING_TO_DO,
    ),
    ("C1", "too many channels"): (
        _("The team's time serves {served:count} of the {chosen:count} channels chosen."),
        _("Give up the channel with the least opportunity, or find the time."),
    ),
    ("C2", "no communities"): (
        _("Nothing says what the client needs of its communities."),
        _(
            "List them under communities in the channels decision: purpose, needs, and the kind that was decided."
        ),
    ),
    ("C2", "no facts"): (
        _(
            "{platform:platform}, {purpose}: the reference data hold no kinds of communities of this platform."
        ),
        _("Add them to data/reference/platforms.yml with source and date."),
    ),
    ("C2", "kind fits"): (
        _(
            "{platform:platform}, {purpose}: {kind:kind_as_decided} meets {met:count} of {asked:count} needs. {kind:kind_reasons}"
        ),
        NOTHING_TO_DO,
    ),
    ("C2", "kind undecided"): (
        _(
            "{platform:platform}, {purpose}: no kind is decided; advised is {advised:kind_as_decided}. {advised:kind_reasons}"
        ),
        _("Decide it and write it under communities."),
    ),
    ("C2", "either kind"): (
        _(
            "{platform:platform}, {purpose}: no kind is decided, and by the facts on record either serves as well. {advised:kind_reasons}"
        ),
        _("Say what else is needed, then decide it and write it under communities."),
    ),
    ("C2", "no such kind"): (
        _(
            "{platform:platform}, {purpose}: there is no {decided:term} on this platform; advised is {advised:kind_as_decided}. {advised:kind_reasons}"
        ),
        _("Correct the kind under communities."),
    ),
    ("C2", "another kind"): (
        _(
            "{platform:platform}, {purpose}: {kind:kind_as_decided} is decided, advised is {advised:kind_as_decided}. {advised:kind_reasons}"
        ),
        _("Look at the needs again; change the kind, or say why not under why."),
    ),
    ("C2", "another setting"): (
        _(
            "{platform:platform}, {purpose}: the setting decided is {setting:term}, advised is {kind:kind_as_decided}. {kind:kind_reasons}"
        ),
        _("Change who can see the community, or strike the need that asks for it."),
    ),
    ("C2", "needs unmet"): (
        _(
            "{platform:platform}, {purpose}: no kind meets every need; {kind:kind_as_decided} meets {met:count} of {asked:count}. {kind:kind_reasons}"
        ),
        _("Meet the other needs elsewhere, or do without them."),
    ),
    **dict.fromkeys(
        [
            ("R3.1", "channels undecided"),
            ("R3.2", "channels undecided"),
            ("R3.3", "channels undecided"),
            ("C1", "channels undecided"),
            ("C2", "channels undecided"),
        ],
        (
            _("No channels are decided for this month, so there is nothing to judge."),
            _(
                "Write candidates, their audience and competitors, and the choice under decisions: channels in client.yml."
            ),
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "channels": _(
        "{chosen:platforms} chosen; the best opportunity is seen on {leader:platform} (first with {chance:chance})."
    ),
    "channels, no order": _("{chosen:platforms} chosen; too little is known for an order of channels."),
    "channels, undecided": _("No channels are decided for {month:month}."),
}

FINDINGS: Mapping[str, str] = {
    "channel odds": _("{values:words}. Each probability is known to within {error:percent}."),
    "channel choices": _(
        "Chosen, not measured: the audience weighs {audience:count} and the competitors {activity:count}; an activity of "
        "{typical:count} halves a channel; audience and activity lie nine times in ten within a factor of {factor:count} "
        "of what is stated, and the weights are uncertain, too."
    ),
    "channel odds title": _("How sure is the order of channels?"),
    "no channel odds": _("No channel has a known audience and known competitors: there is no order to show."),
    "gate": _(
        "The main goal asks for {target:count} a month. If {reach_share:percent} of the potential customers are reached, "
        "{ctr:percent} of these click and {application_rate:percent} of those do what the goal counts, a channel needs "
        "{needed:count} potential customers. Rates by: {source}."
    ),
    "gate measured": _("From the month's own figures: {rates:words}."),
    "no gate": _(
        "How many potential customers a channel needs cannot be reckoned: the goal's target or a rate is missing."
    ),
    "swap": _(
        "{first:platform} leads {second:platform} while the audience weighs more than {weight:count} (it weighs {now:count})."
    ),
    "swap below": _(
        "{first:platform} leads {second:platform} while the audience weighs less than {weight:count} (it weighs {now:count})."
    ),
    "no swap": _("{first:platform} leads {second:platform} whatever the weights."),
    "no order of channels": _("Fewer than two channels are ranked, so no weight can change their order."),
    "decided": _("Decided since {since} by {by}: {chosen:platforms}. {why}"),
    "recommended then": _("The workbook recommended then: {recommended:platforms}."),
    "recommended now": _("By the month's figures it recommends: {recommended:platforms}."),
    "recommended nothing": _("By the month's figures it can recommend nothing yet."),
    "override": _("Decided otherwise for {platform:platform}: {why}"),
    "nobody does": _("{platform:platform}: what no competitor there does: {kinds:words}."),
    "everything done": _("{platform:platform}: competitors use every format and every part of the day."),
    "no rivals": _("No competitor's post is known this month."),
    "channel limits": _("{platform:platform}: {limits}"),
}

NEEDS: Mapping[str, str] = {
    "news": _("news"),
    "discussion": _("discussion"),
    "documents": _("documents"),
    "events": _("events"),
    "privacy": _("privacy"),
    "inner_circle": _("an inner circle"),
    "call_to_action": _("a call to action"),
    "ads": _("ads"),
    "chat": _("chat"),
    "selling": _("selling"),
    "statistics": _("statistics"),
    "users_posts": _("users' posts"),
}
"""What a client may need of a community."""

KIND_OF_COMMUNITY = _("{kind} ({setting})")

COMMUNITY_KINDS: Mapping[str, str] = {"page": _("page"), "group": _("group"), "account": _("account")}

COMMUNITY_SETTINGS: Mapping[str, str] = {
    "open": _("open"),
    "public": _("public"),
    "closed": _("closed"),
    "private": _("private"),
    "secret": _("secret"),
}

ODDS_OF_CHANNEL = _(
    "{platform:platform} ranks first with a probability of {first:chance} and is served with {served:chance}"
)

BY_LINE = _("{fact} (guide, line {line})")

IT_OFFERS, IT_LACKS = _("For it: {facts:words}."), _("Against it: {facts:words}.")

NOT_ON_RECORD = _("Nothing is on record of: {needs:words}.")

RATES: Mapping[str, str] = {"ctr": _("clicks"), "application_rate": _("applications per click")}

PLATFORM_FACTS: Mapping[str, str] = {
    "vk page news": _("a page is for telling news"),
    "vk page suggested posts": _("only the page posts, users may suggest"),
    "vk page always open": _("a page is open to everyone"),
    "vk page events": _("events are held in the page's name"),
    "vk page wiki pages": _("it has wiki pages"),
    "vk page interesting pages": _("it is shown among its subscribers' interesting pages"),
    "vk group discussion": _("a group is for talk and exchange among members"),
    "vk group members post": _("members may post"),
    "vk group three settings": _("a group is open, closed or private"),
    "vk group by invitation": _("into a private group people come by invitation only"),
    "vk group no events": _("no event can be held in a group's name"),
    "vk group documents": _("it keeps documents"),
    "vk group invitations": _("members may invite friends, at most {limit:count} a day"),
    "facebook page button": _("it has a button that calls to action"),
    "facebook page ads": _("the page and its posts can be advertised"),
    "facebook page apps": _("apps let people order and ask for prices"),
    "facebook page comments as the page": _("it likes and comments in its own name"),
    "facebook page statistics": _("it has statistics"),
    "facebook group three settings": _("a group is public, private or secret"),
    "facebook group secret circle": _("a secret group suits VIP customers and beta testers"),
    "facebook group talk among customers": _("customers can talk among themselves"),
    "facebook group documents": _("members may share documents and make polls"),
    "facebook group buying and selling": _("members may buy and sell"),
    "facebook group chat": _("it has a chat"),
    "facebook group statistics": _("it has statistics"),
    "instagram account one link": _("the bio holds one link that works, and nothing else does"),
    "instagram account bio": _("the bio holds place, activity and topic"),
}
"""The facts of data/reference/platforms.yml, by platform, kind and name."""

PLATFORM_LIMITS: Mapping[str, str] = {
    "vk conversion": _("a page can be made a group, or a group a page, at most once in {value:count} days"),
    "facebook open is visible": _("outsiders see posts and comments of an open group"),
    "instagram a photo is required": _("nothing can be posted without a picture"),
}
"""What holds for every community of a platform."""
