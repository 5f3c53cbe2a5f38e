"""Every sentence of a report, as a template in English; ``voice.py`` says it in a client's language.

A template names its figures and how each is written: ``{expected:count}``, ``{rate:percent}``,
``{p:chance}``, ``{deadline:day}``, ``{parts:parts}``. A verdict's rule and finding pick its reason
and its remedy; an unknown pair is a fault of ours and a test finds it. ``_`` marks what goes into the
message catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping


def _(message: str) -> str:
    return message


NOTHING_TO_DO = _("Nothing to do.")

RULES: Mapping[str, str] = {
    "X1": _("the jurisdiction is stated"),
    "X9": _("the inputs are named and whole"),
    "K5": _("planned and published"),
    "R1.1": _("a plan before anything is launched"),
    "R1.2": _("the goal's type"),
    "R1.3": _("the goal is measurable"),
    "G1": _("whether the goal can be reached"),
    "G2": _("on the way to the goal"),
    "M1": _("indicators with their doubt"),
    "R2.1": _("the segments are defined"),
    "R2.2": _("a need and an offer"),
    "R2.3": _("subscribers against the target"),
    "A1": _("our subscribers are the target"),
    "A2": _("how many subscribers are alive"),
    "A3": _("which segment first"),
    "B1": _("the estimate and the money spent"),
    "R7.1": _("prices against reference bands"),
    "R7.2": _("every service of value"),
    "R3.1": _("enough possible buyers"),
    "R3.2": _("several channels, then by what people do"),
    "R3.3": _("the competitors are known"),
    "C1": _("the opportunity of a channel"),
    "C2": _("the kind of community"),
}
"""What each rule is about, beside its ID."""

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X1", "named"): (
        _("The brief names the jurisdiction {jurisdiction}, which decides what methods are allowed."),
        NOTHING_TO_DO,
    ),
    ("X1", "no jurisdiction"): (
        _("The brief names no jurisdiction, so no method of promotion can be judged."),
        _("Add jurisdiction: to client.yml, for example RU or DE."),
    ),
    ("X9", "complete"): (
        _("All {tables:count} kinds of data are there, from {files:count} files."),
        NOTHING_TO_DO,
    ),
    ("X9", "missing"): (
        _("{files:count} files were read, yet {missing:kinds} are missing for {month:month}."),
        _("Ask for them: the table of what is missing says who gives each and what it prevents."),
    ),
    ("K5", "published"): (
        _("All {planned:count} posts of the approved plan were published."),
        NOTHING_TO_DO,
    ),
    ("K5", "not published"): (
        _(
            "{lacking:count} of the {planned:count} posts of the approved plan cannot be found among those published."
        ),
        _(
            "Ask why each was left out, or whether it lost its plan ID; the table of planned posts lists them."
        ),
    ),
    ("R1.1", "no goal"): (
        _("No goal is decided for this month, and nothing should be launched before one is."),
        _("Write the goal and the way to it under decisions: goals in client.yml."),
    ),
    ("R1.1", "incomplete"): (
        _("The strategy record lacks: {parts:parts}."),
        _("Add what is missing to the goals decision in client.yml."),
    ),
    ("R1.1", "open"): (
        _("The strategy is on record since {since}: the goal, the way to it, and promotion in the open."),
        NOTHING_TO_DO,
    ),
    ("R1.1", "hidden"): (
        _(
            "The strategy on record since {since} promotes without saying so; found out, that turns against the brand."
        ),
        _("Have every paid mention disclosed, or promote in the open."),
    ),
    ("R1.2", "company"): (
        _("{goal}: promotes the company, so content shows its people, news and work."),
        NOTHING_TO_DO,
    ),
    ("R1.2", "brand"): (
        _(
            "{goal}: promotes the brand, so informal talk and trust count; its figures are proxies, for loyalty "
            "and image cannot be counted."
        ),
        NOTHING_TO_DO,
    ),
    ("R1.2", "website"): (
        _("{goal}: promotes the website, so content must be exclusive and link to its source."),
        NOTHING_TO_DO,
    ),
    ("R1.2", "personal brand"): (
        _(
            "{goal}: promotes a person, so the voice is theirs; its figures are proxies, for reputation cannot "
            "be counted."
        ),
        NOTHING_TO_DO,
    ),
    ("R1.2", "sales"): (
        _("{goal}: aims at sales, so it is judged by applications, orders and their cost."),
        NOTHING_TO_DO,
    ),
    ("R1.2", "no type"): (
        _("{goal}: its type is not stated, so neither content nor indicators can follow from it."),
        _("Add type: company, brand, website, personal brand or sales."),
    ),
    ("R1.3", "measurable"): (
        _("{goal}: indicator, target, period, start, deadline and baseline are all stated."),
        NOTHING_TO_DO,
    ),
    ("R1.3", "not measurable"): (
        _("{goal}: not measurable, for it lacks {parts:parts}."),
        _("Agree the missing parts with the client and add them to the goal in client.yml."),
    ),
    ("G2", "on track"): (
        _(
            "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: on track "
            "(chance of so low a count when on target: {chance:chance})."
        ),
        NOTHING_TO_DO,
    ),
    ("G2", "ahead"): (
        _(
            "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: ahead "
            "(chance of so high a count when just on target: {chance:chance})."
        ),
        _("Find out what works, and consider a higher target."),
    ),
    ("G2", "behind"): (
        _(
            "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: behind "
            "(chance of so low a count when on target: {chance:chance})."
        ),
        _(
            "Find what fell (for applications, the funnel shows the step), mend that first, and agree the new path with the client."
        ),
    ),
    ("G2", "too early"): (
        _(
            "{goal}: {count:count} in {days:count} days where the target asks for {expected:count}: too early to judge."
        ),
        _("Wait until a week has passed and ten are expected."),
    ),
    ("G2", "not started"): (_("{goal}: starts on {start:day}, after this month."), NOTHING_TO_DO),
    ("G2", "over"): (
        _("{goal}: its deadline was {deadline:day}, before this month."),
        _("Close the goal with the client and decide the next one in client.yml."),
    ),
    ("G2", "no data"): (
        _("{goal}: no file counts {indicator}, so nobody can say whether it is on the way."),
        _("Ask for the export or sheet that counts them; the data request names it."),
    ),
    ("G1", "likely"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; as things are, the chance to reach them is {chance:chance}."
        ),
        NOTHING_TO_DO,
    ),
    ("G1", "uncertain"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; as things are, the chance to reach them is only {chance:chance}."
        ),
        _(
            "Plan for {needed:count} impressions a day, which give a chance of {level:chance}, or raise a rate."
        ),
    ),
    ("G1", "uncertain, step"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; as things are, the chance to reach them is only {chance:chance}."
        ),
        _(
            "Begin with the limiting step, {step:step}: at its reference the chance would be {better:chance}. Or plan for {needed:count} impressions a day ({level:chance})."
        ),
    ),
    ("G1", "unlikely"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; as things are, the chance to reach them is {chance:chance}."
        ),
        _(
            "Plan for {needed:count} impressions a day, which give a chance of {level:chance}, or agree another target."
        ),
    ),
    ("G1", "unlikely, step"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; as things are, the chance to reach them is {chance:chance}."
        ),
        _(
            "Mend the limiting step first, {step:step}: at its reference the chance would be {better:chance}. Else it takes {needed:count} impressions a day ({level:chance}), or another target."
        ),
    ),
    ("G1", "by benchmark"): (
        _(
            "{goal}: {target:count} are asked for in the {days:count} days to {last:day}; the chance to reach them is {chance:chance} if benchmarks hold for {steps:steps}, of which the client has too few clicks of its own."
        ),
        _("Take it as a plan, not a promise; reckon again as soon as the client's own clicks are counted."),
    ),
    ("G1", "no impressions"): (
        _(
            "{goal}: no impressions are counted or planned, so nobody can say whether it will be reached. If benchmarks hold for {steps:steps}, it takes {needed:count} impressions a day for a chance of {level:chance}."
        ),
        _(
            "Decide what the plan buys and earns (impressions_a_day under decisions: goals in client.yml), and count clicks and applications from the first day."
        ),
    ),
    ("G1", "no impressions, own rates"): (
        _(
            "{goal}: no impressions are counted or planned, so nobody can say whether it will be reached. At the client's own rates it takes {needed:count} impressions a day for a chance of {level:chance}."
        ),
        _("Decide what the plan buys and earns: impressions_a_day under decisions: goals in client.yml."),
    ),
    ("G1", "no rates"): (
        _("{goal}: neither the client's own figures nor a benchmark say how many {steps:steps} there are."),
        _("Ask for link clicks of posts and ads, and for applications and orders with their source."),
    ),
    ("G1", "over"): (
        _("{goal}: its deadline is {last:day}, so no day is left to reach it in."),
        _("Close the goal with the client and decide the next one in client.yml."),
    ),
    ("G1", "not measurable"): (
        _("{goal}: not measurable, so nobody can say whether it can be reached."),
        _("Ask the client first: the table of questions says what."),
    ),
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
    ("B1", "no estimate"): (
        _("No estimate is decided, so nobody can say what the next month costs."),
        _("Write its lines under decisions: budget in client.yml."),
    ),
    ("B1", "no rate"): (
        _("Amounts in {currency} cannot be reckoned: the brief gives no rate, and none is assumed."),
        _("Add the rate with its date and source under fx: in client.yml."),
    ),
    ("B1", "within the cap"): (
        _(
            "The month planned costs {p50:amount}, nine times in ten at most {p90:amount}, within the cap of {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        NOTHING_TO_DO,
    ),
    ("B1", "near the cap"): (
        _(
            "The month planned costs {p50:amount}, nine times in ten at most {p90:amount}; the cap is {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        _("Fix the prices that drive the spread, or agree a reserve with the client."),
    ),
    ("B1", "over the cap"): (
        _(
            "The month planned costs {p50:amount}, above the cap of {cap:amount} (chance to exceed it: {together:chance} if all prices move together, {independent:chance} if each falls out by itself)."
        ),
        _("Take out the lines that serve the goal least, or agree another cap."),
    ),
    ("B1", "no spend"): (
        _("No file says what was spent in {month:month}."),
        _("Ask for the ad account's report by day."),
    ),
    ("B1", "no approved plan"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}; no approved plan says how much it should have been."
        ),
        _("Approve the next month's plan before it begins: smmtools approve."),
    ),
    ("B1", "spent as approved"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}, where the approved plan (version {version}) expected {approved:amount}."
        ),
        NOTHING_TO_DO,
    ),
    ("B1", "overspent"): (
        _(
            "{spent:amount} was spent on ads and placements in {month:month}, where the approved plan (version {version}) expected {approved:amount}."
        ),
        _("Find the campaign that ran over, and agree on it with the client before the next month."),
    ),
    ("R7.1", "fraud"): (
        _(
            "{item}: pays for what is not there. Bought followers, likes and views are a sign of fraud, never a service."
        ),
        _("Strike the line, and ask who proposed it."),
    ),
    ("R7.1", "outside the band"): (
        _(
            "{item}: {price:amount} a {unit}, where the reference is {low:amount} to {high:amount} ({source}, {date})."
        ),
        _("Ask what the difference pays for; the reference is old and a mark, not a limit."),
    ),
    ("R7.1", "prices fit"): (
        _("{lines:count} lines have a reference band, and their prices lie within it."),
        NOTHING_TO_DO,
    ),
    ("R7.1", "no bands"): (
        _("No reference band fits the lines' services and currency."),
        _("Set the prices against offers of at least two suppliers."),
    ),
    ("R7.2", "no value"): (
        _("{item}: serves no indicator, so nobody can say what the client gets for it."),
        _("Name the indicator that it serves, or strike the line."),
    ),
    ("R7.2", "ads without content"): (
        _("Ads are paid for, yet no line pays for content: clicks then lead to nothing worth following."),
        _("Add the content, or spend the ads' money on it."),
    ),
    ("R7.2", "all of value"): (
        _("Each of the {lines:count} lines names the indicator that it serves."),
        NOTHING_TO_DO,
    ),
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
    ("M1", "measured"): (_("{kpi}: measured with an interval for {channels:channels}."), NOTHING_TO_DO),
    ("M1", "no interval"): (
        _("{kpi}: too few rows for {channels:channels} (ten are needed), so the figure has no interval."),
        _("Do not decide by it alone; a longer period gives it an interval."),
    ),
    ("M1", "none counted"): (
        _("{kpi}: none was counted for {channels:channels}, so the figure has no interval."),
        _("Check that they are counted at all; if they are, a longer period gives an interval."),
    ),
    ("M1", "no data"): (_("{kpi}: not measured; it needs {needs}."), _("Ask for: {needs}.")),
}

DATA_REQUEST: Mapping[str, tuple[str, str, str]] = {
    "posts": (
        _("The platform's export of posts for the month."),
        _("Engagement rates, and which posts did best."),
        _("whoever manages the account"),
    ),
    "daily": (
        _("The platform's daily figures: reach, views, visits, follows."),
        _("The daily average of reach, and growth."),
        _("whoever manages the account"),
    ),
    "traffic": (
        _("Google Analytics 4, Traffic acquisition, one report a month, with Total users."),
        _("Conversion of the site."),
        _("whoever keeps the site"),
    ),
    "orders": (
        _("Applications and orders with date, value and UTM source, from the CRM or the order sheet."),
        _("Every goal that counts customers, conversion, revenue."),
        _("the client's sales manager"),
    ),
    "followers": (
        _("Follower counts by date, ours and the competitors'."),
        _("Engagement rate by followers, and the comparison with competitors."),
        _("the agency's analyst"),
    ),
    "ads": (
        _("The ad account's report by day, with spend, impressions and link clicks."),
        _("Click-through rate of ads, and every cost."),
        _("whoever runs the ads"),
    ),
    "comments": (
        _("Comments on our posts with the time of our replies."),
        _("How fast we answer."),
        _("whoever answers"),
    ),
    "competitors": (
        _("Competitors' posts with likes, comments and shares."),
        _("The comparison with competitors."),
        _("the agency's analyst"),
    ),
    "audience": (
        _("The audience by age and sex, and by place."),
        _("Whether subscribers are the target."),
        _("whoever manages the account"),
    ),
    "audits": (
        _("An audit of randomly drawn followers: how many are alive."),
        _("How many subscribers are alive, and whether a contract is fulfilled."),
        _("the agency's analyst"),
    ),
}
"""For each kind of data: what to ask for, what its lack prevents, who gives it."""

PLATFORMS: Mapping[str, str] = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "meta": "Meta",
    "ok": "OK",
    "pinterest": "Pinterest",
    "rutube": "RuTube",
    "telegram": "Telegram",
    "threads": "Threads",
    "tiktok": "TikTok",
    "vk": "VK",
    "x": "X",
    "youtube": "YouTube",
}
"""Platforms by the names they give themselves."""

KINDS: Mapping[str, str] = {
    "posts": _("posts"),
    "ads": _("ads"),
    "comments": _("comments"),
    "audience": _("audience"),
    "daily": _("daily figures"),
    "traffic": _("site traffic"),
    "orders": _("applications and orders"),
    "followers": _("follower counts"),
    "competitors": _("competitors' posts"),
    "audits": _("audits of followers"),
}
"""Kinds of data by their readers' names."""

KIND_OF_PLATFORM = _("{kind} of {platform}")
ALL_CHANNELS = _("all social channels")
CHANNEL_PARTS: Mapping[str, str] = {
    "posts": _("posts"),
    "ads": _("ads"),
    "posts and ads": _("posts and ads"),
}

CHANCE_BELOW, CHANCE, CHANCE_ABOVE = _("less than 1 in {0}"), _("{0} in 100"), _("more than 999 in {0}")
"""A probability as a client reads it."""

VAT: Mapping[str, str] = {
    "included": _("{currency}, VAT included"),
    "excluded": _("{currency}, VAT excluded"),
    "none": _("{currency}, no VAT"),
}
KNOWN_AT = _("Known at the end of {month:month}")
INDICATORS_OF = _("Indicators of {month:month}")
MAIN_GOAL = _("{goal} (main)")
PER: Mapping[str, str] = {
    "day": _("{value:count} a day"),
    "week": _("{value:count} a week"),
    "month": _("{value:count} a month"),
}
RUNNING_TOTAL = _("{what}, running total")
INTERVALS_LEGEND = _("filled: ours; hollow: competitors; line: 95% interval; tick: the month before")

ANALYST = _("the analyst")
ESTIMATE_OF = _("Estimate of {month:month}")
SHARE_OF_SPREAD = _("{item} ({share:percent} of it)")
BOTH_CASES = (_("each price by itself"), _("all prices together"))
CAP = _("cap {cap:amount}")

CELL = _("{cell} ({share:percent} instead of {target:percent})")
MATCH_LEGEND = _("bar: ours; hollow mark: the target")
MATCH_TITLE = _("{account} ({platform:platform}): {population:term} by {breakdown:term}")
ACCOUNT = _("{account} ({platform:platform})")
ELSEWHERE = _("elsewhere")
AUDIT = _("{alive:count} of {n:count} ({day:day})")

TERMS = (
    *(_("content"), _("ads"), _("placements"), _("contests"), _("tools"), _("people")),
    *(_("behind"), _("on track"), _("ahead"), _("too early"), _("not started"), _("over"), _("no data")),
    *(_("higher"), _("lower"), _("no clear change"), _("unknown")),
    *(_("company"), _("brand"), _("website"), _("personal brand"), _("sales")),
    *(_("applications"), _("orders"), _("follows"), _("link clicks"), _("visits"), _("sessions")),
    *(_("age and sex"), _("age"), _("city"), _("country"), _("audience")),
    *(_("followers"), _("visitors"), _("viewers"), _("any"), _("women"), _("men")),
    *(_("photo"), _("video"), _("carousel"), _("link"), _("text"), _("reel"), _("story"), _("meme")),
    *(_("weekday morning"), _("weekday midday"), _("weekday afternoon"), _("weekday evening")),
    *(_("weekend morning"), _("weekend midday"), _("weekend afternoon"), _("weekend evening")),
    *(_("weekday night"), _("weekend night")),
    *(_("open"), _("hidden")),
    *(_("impressions"), _("PASS"), _("REVIEW"), _("FAIL"), _("NO DATA")),
)
"""Words of findings, goal types and indicators that the code knows by themselves."""

COUNTED: Mapping[str, str] = {"post": _("posts"), "ad": _("ads"), "day": _("days"), "person": _("people")}
"""What the rows of an indicator's level are called."""

PARTS: Mapping[str, str] = {
    "type": _("a type"),
    "indicator": _("an indicator"),
    "target": _("a target"),
    "per": _("the target's period"),
    "start": _("a start"),
    "deadline": _("a deadline"),
    "baseline": _("a baseline"),
    "geography": _("a geography"),
    "age": _("an age band"),
    "sex": _("a sex"),
    "interests": _("interests"),
    "need": _("a need"),
    "offer": _("an offer"),
    "size": _("a size"),
    "hours": _("hours online"),
    "met": _("where they are met"),
    "reach_share": _("the share reached"),
    "ctr": _("the click rate"),
    "conversion": _("the conversion"),
    "order": _("the average order"),
    "margin": _("the margin"),
    "people": _("age and sex"),
    "place": _("place"),
    "way": _("the way to the goal"),
    "promotion": _("whether promotion is open or hidden"),
}
"""What a goal or its strategy may lack, as it stands in a sentence."""

QUESTIONS: Mapping[str, str] = {
    "type": _("What is it for: the company, the brand, the website, a person, or sales?"),
    "indicator": _("What exactly would we count to see that the goal is reached, and who counts it?"),
    "target": _("How many of them would make you content?"),
    "per": _("Is that so many a day, a week or a month?"),
    "start": _("From which day do we count?"),
    "deadline": _("By which day should it be reached, and what depends on that day?"),
    "baseline": _("How many are there today, without us, and where can we see it?"),
    "way": _("How should people be led there: which posts, which ads, which offer?"),
    "promotion": _("May everybody know that it is promotion, and will every paid mention say so?"),
}
"""What to ask the client for each part that a goal or its strategy lacks."""

FUNNEL_STEPS: Mapping[str, str] = {
    "impressions": _("impressions a day"),
    "ctr": _("link clicks per impression"),
    "application_rate": _("applications per link click"),
    "sale_rate": _("orders per application"),
}
"""The steps of the funnel as they stand in a sentence."""

FOLLOWED: Mapping[bool | None, str] = {True: _("yes"), False: _("no, overridden"), None: _("not stated")}
NEEDED_FOR = _("{impressions:count} for {chance:chance}")
NEEDED_AT = _("impressions a day needed for a chance of {chance:chance}")
ADDED = _("{points} in 100")
BEST_WEEKS = _("the client's best four weeks, {first:day} to {last:day}")
BENCHMARK = _("benchmark: {source}, {date}")
BENCHMARK_TOO = _("few clicks of the client's own, and a benchmark: {source}, {date}")

HEADLINES: Mapping[str, str] = {
    "start-here": _("{files:count} files read; the data reach to {last:day}."),
    "start-here, missing": _(
        "{files:count} files read; the data reach to {last:day}, without {missing:kinds}."
    ),
    "start-here, nothing": _("Nothing is known yet but the brief. To ask for: {missing:kinds}."),
    "goals, no goal": _("No goal is decided for {month:month}."),
    "goals, not measurable": _("{goal}: cannot be measured, for it lacks {parts:parts}."),
    "goals, no pace": _("{goal}: nothing to judge in {month:month}."),
    "goals, step": _(
        "Look at the {step} first: {now:percent}, against {best:percent} in its best four weeks."
    ),
    "goals": _(
        "{goal}: {finding:term}. {count:count} in {month:month}, where the target asks for {expected:count} "
        "({rate:count} a day of {target:count})."
    ),
    "indicators": _(
        "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}), {trend:term} than in the "
        "month before."
    ),
    "indicators, no interval": _(
        "{kpi} of {channel:channel}: {value:percent}, from too little for an interval."
    ),
    "indicators, no clear change": _(
        "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}), no clear "
        "change against the month before."
    ),
    "indicators, unknown": _(
        "{kpi} of {channel:channel}: {value:percent} ({low:percent} to {high:percent}); nothing to "
        "compare with."
    ),
    "channels": _(
        "{chosen:platforms} chosen; the best opportunity is seen on {leader:platform} (first with {chance:chance})."
    ),
    "channels, no order": _("{chosen:platforms} chosen; too little is known for an order of channels."),
    "channels, undecided": _("No channels are decided for {month:month}."),
    "budget": _("{month:month} is planned at {p50:amount} ({p10:amount} to {p90:amount}), cap {cap:amount}."),
    "budget, no estimate": _("No estimate is decided for {month:month}."),
    "budget, no rate": _("{month:month} cannot be estimated: the rate of {currency} is missing."),
    "audience, no data": _("Neither target nor audit nor ranges: nothing can be said of the audience yet."),
    "indicators, no data": _("No indicator could be measured in {month:month}."),
}

FINDINGS: Mapping[str, str] = {
    "panel off": _("This report holds the data of {client} and of no other client."),
    "no warnings": _("The files raised no warning."),
    "goal path": _(
        "{goal}: {count:count} so far against {expected:count} on the target's path after {days:count} days."
    ),
    "forecast": _(
        "If {month:month}'s rate holds, {value:count} more will come by {until:day}; nine times in ten between "
        "{low:count} and {high:count}. The target asks for {needed:count} over those {days_left:count} days."
    ),
    "no forecast": _("There is nothing to forecast from."),
    "dispersion own": _(
        "Daily counts vary {dispersion:count} times as much as pure chance would make them, by the "
        "client's own weeks before."
    ),
    "dispersion none": _(
        "Daily counts vary no more than pure chance would make them, by the client's own weeks before."
    ),
    "dispersion assumed": _("How much daily counts vary is not known yet; twice pure chance is assumed."),
    "funnel": _(
        "A day in {month:month}: {impressions:count} impressions lead to {link_clicks:count} link clicks "
        "({ctr:percent}) and those to {applications:count} applications ({application_rate:percent})."
    ),
    "step below": _(
        "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): clearly below ({low:percent} to {high:percent} of it). Look here first."
    ),
    "step no clear change": _(
        "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): no clear change."
    ),
    "step unknown": _(
        "{step}: {now:percent} this month, {best:percent} in its best four weeks ({best_from:day} to {best_to:day}): too few days to compare."
    ),
    "no chance": _(
        "There is no chance to tell: nothing leads from impressions to a goal, or no day is left."
    ),
    "chance title": _("{goal}: chance by impressions a day"),
    "chance": _(
        "{goal}: at the month's {impressions:count} impressions a day the chance of {target:count} in the {days:count} days to {last:day} is {chance:chance}. Impressions a day needed: {marks:words}."
    ),
    "chance, planned": _(
        "{goal}: at the {impressions:count} impressions a day that are planned the chance of {target:count} in the {days:count} days to {last:day} is {chance:chance}. Impressions a day needed: {marks:words}."
    ),
    "chance unknown": _(
        "{goal}: {target:count} are asked for in the {days:count} days to {last:day}. Impressions are neither counted nor planned. Needed a day: {marks:words}."
    ),
    "chance tried": _(
        "{target:count} a day over the days that are left: the chance would be {chance:chance}."
    ),
    "simulation": _(
        "The chance is an average of {draws:count} draws; its Monte Carlo error is {error:percent}."
    ),
    "benchmark": _(
        "Marked as borrowed: {step:step} is a benchmark, {value:percent}, worth {clicks:count} clicks ({source}, {date}), not the client's own figure."
    ),
    "benchmark, too": _(
        "Marked as borrowed: {step:step} rests on few clicks of the client's own and on a benchmark, {value:percent}, worth {clicks:count} clicks ({source}, {date})."
    ),
    "limits": _(
        "{goal}: the limiting step is {step:step}, {now} against {reference} ({source}). At that reference, all else as it is, the chance would be {better:chance} instead of {chance:chance}."
    ),
    "limits none": _(
        "{goal}: the limiting step is not identified, for no step has a reference that would add to the chance."
    ),
    "no steps": _("There are no four weeks before this month to compare the steps with."),
    "estimate": _(
        "{month:month} costs {low:amount} to {high:amount} if each price falls out by itself, {together_low:amount} to {together_high:amount} if all move together; the cap is {cap:amount}."
    ),
    "estimate title": _("What {month:month} may cost"),
    "no estimate": _("There is no estimate to show."),
    "drivers": _("What drives the spread: {lines:words}."),
    "no drivers": _("All prices are fixed: there is no spread."),
    "inside": _(
        "For the agency only. The fee is {fee:amount}, the lines with a stated cost bring {charged:amount} and cost us {our_cost:amount}: a margin of {margin:amount}, fee included, for {hours:count} hours."
    ),
    "inside, no fee": _(
        "For the agency only. No fee is decided. The lines with a stated cost bring {charged:amount} and cost us {our_cost:amount}: a margin of {margin:amount} for {hours:count} hours."
    ),
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
    "funnel title": _("A day's impressions, clicks and applications"),
    "no funnel": _(
        "The steps from impression to application cannot be shown: a part of them is not counted."
    ),
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
    "left out": _(
        "{platform:platform}: {counted:count} posts count for the rates; left out are {boosted:count} boosted and "
        "{immature:count} younger than seven days when exported."
    ),
    "no posts": _("No post was published in {month:month}."),
    "comparison": _("{kpi}: {values:words}."),
    "no indicator": _("{kpi} could not be measured this month."),
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
