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
    "G1": _("what the goal would take"),
    "G2": _("on the way to the goal"),
    "M1": _("indicators with their doubt"),
    "B1": _("the estimate and the money spent"),
    "R7.1": _("prices against reference bands"),
    "R7.2": _("every service of value"),
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
    ("G1", "enough"): (
        _(
            "{have:count} impressions a day, and at this month's rates {target:count} applications a day need "
            "{needed:count} ({low:count} to {high:count}): there are enough."
        ),
        NOTHING_TO_DO,
    ),
    ("G1", "too few"): (
        _(
            "{have:count} impressions a day, but at this month's rates {target:count} applications a day need "
            "{needed:count} ({low:count} to {high:count})."
        ),
        _(
            "Earn or buy more impressions, or raise the rates: compare them with the client's own best weeks before "
            "spending."
        ),
    ),
    ("G1", "uncertain"): (
        _(
            "{have:count} impressions a day, and at this month's rates {target:count} applications a day need "
            "{needed:count} ({low:count} to {high:count}): the data cannot tell whether that is enough."
        ),
        _("Watch another month, or plan for the upper figure."),
    ),
    ("G1", "no interval"): (
        _(
            "{have:count} impressions a day; {target:count} applications a day would need about {needed:count}, from too "
            "few days for an interval."
        ),
        _("Treat the figure as a guess until ten days are counted."),
    ),
    ("G1", "no rates"): (
        _("Nothing says how impressions lead to applications: clicks, applications or both are missing."),
        _("Ask for link clicks of posts and ads, and for applications with their source."),
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

TERMS = (
    *(_("content"), _("ads"), _("placements"), _("contests"), _("tools"), _("people")),
    *(_("behind"), _("on track"), _("ahead"), _("too early"), _("not started"), _("over"), _("no data")),
    *(_("higher"), _("lower"), _("no clear change"), _("unknown")),
    *(_("company"), _("brand"), _("website"), _("personal brand"), _("sales")),
    *(_("applications"), _("orders"), _("follows"), _("link clicks"), _("visits"), _("sessions")),
    *(_("impressions"), _("PASS"), _("REVIEW"), _("FAIL"), _("NO DATA")),
)
"""Words of findings, goal types and indicators that the code knows by themselves."""

COUNTED: Mapping[str, str] = {"post": _("posts"), "ad": _("ads"), "day": _("days"), "person": _("people")}
"""What the rows of an indicator's level are called."""

PARTS: Mapping[str, str] = {
    "indicator": _("an indicator"),
    "target": _("a target"),
    "per": _("the target's period"),
    "start": _("a start"),
    "deadline": _("a deadline"),
    "baseline": _("a baseline"),
    "way": _("the way to the goal"),
    "promotion": _("whether promotion is open or hidden"),
}
"""What a goal or its strategy may lack, as it stands in a sentence."""

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
    "budget": _("{month:month} is planned at {p50:amount} ({p10:amount} to {p90:amount}), cap {cap:amount}."),
    "budget, no estimate": _("No estimate is decided for {month:month}."),
    "budget, no rate": _("{month:month} cannot be estimated: the rate of {currency} is missing."),
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
    "funnel title": _("A day's impressions, clicks and applications"),
    "no funnel": _(
        "The steps from impression to application cannot be shown: a part of them is not counted."
    ),
    "left out": _(
        "{platform:platform}: {counted:count} posts count for the rates; left out are {boosted:count} boosted and "
        "{immature:count} younger than seven days when exported."
    ),
    "no posts": _("No post was published in {month:month}."),
    "comparison": _("{kpi}: {values:words}."),
    "no indicator": _("{kpi} could not be measured this month."),
}
