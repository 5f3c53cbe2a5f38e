"""The sentences of stage 06, indicators."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("M1", "measured"): (_("{kpi}: measured with an interval for {channels:channels}."), NOTHING_TO_DO),
    ("M1", "all counted"): (
        _(
            "{kpi}: all are counted for {channels:channels}, so there is nothing to be unsure of but the count."
        ),
        NOTHING_TO_DO,
    ),
    ("M1", "no interval"): (
        _(
            "{kpi}: too few posts or ads, or days on which anything came of them, for {channels:channels} (ten are needed), "
            "so the figure has no interval."
        ),
        _("Do not decide by it alone; a longer period gives it an interval."),
    ),
    ("M1", "none counted"): (
        _("{kpi}: none was counted for {channels:channels}, so the figure has no interval."),
        _("Check that they are counted at all; if they are, a longer period gives an interval."),
    ),
    ("M1", "leaves more than it costs"): (
        _(
            "Return on marketing investment {value:percent} ({low:percent} to {high:percent}): sales leave more than all of it costs. Cost is what the ad accounts spent and every other line of the estimate, the agency's fee apart; sales are those on record, with nothing added for those still to come. Payback in stage 07 counts ads, placements and content only."
        ),
        NOTHING_TO_DO,
    ),
    ("M1", "may cost more than it leaves"): (
        _(
            "Return on marketing investment {value:percent} ({low:percent} to {high:percent}): whether sales leave more than all of it costs is not sure. Cost is what the ad accounts spent and every other line of the estimate, the agency's fee apart; sales are those on record, with nothing added for those still to come. Payback in stage 07 counts ads, placements and content only."
        ),
        _("Look at the lines of the estimate that serve least before more is spent."),
    ),
    ("M1", "costs more than it leaves"): (
        _(
            "Return on marketing investment {value:percent} ({low:percent} to {high:percent}): all of it costs more than sales leave. Cost is what the ad accounts spent and every other line of the estimate, the agency's fee apart; sales are those on record, with nothing added for those still to come. Payback in stage 07 counts ads, placements and content only."
        ),
        _("Cut the lines of the estimate that serve least, or raise margin or prices."),
    ),
    ("M1", "return without interval"): (
        _(
            "Return on marketing investment {value:percent}, without an interval: too few days with sales to say how sure it is. Cost is what the ad accounts spent and every other line of the estimate, the agency's fee apart; sales are those on record, with nothing added for those still to come. Payback in stage 07 counts ads, placements and content only."
        ),
        _("Do not decide by it alone; a longer period gives it an interval."),
    ),
    ("M1", "no data"): (_("{kpi}: not measured; it needs {needs}."), _("Ask for: {needs}.")),
    ("M1", "no rate"): (
        _(
            "Spend or orders are in {currency}, and the brief gives no rate for it: no figure of money is told."
        ),
        _("Give what one {currency} is worth in client.yml, fx, with its date and source."),
    ),
    ("M2", "at or above the middle"): (
        _(
            "{platform:platform}: {value:percent} engagement by followers; {percentile:percent} of the {n:count} accounts "
            "({years:words}) stand below us, half of the equal ones counted. Average {with:percent} with us, "
            "{without:percent} without."
        ),
        NOTHING_TO_DO,
    ),
    ("M2", "below the middle"): (
        _(
            "{platform:platform}: {value:percent} engagement by followers; only {percentile:percent} of the {n:count} "
            "accounts ({years:words}) stand below us, half of the equal ones counted. Average {with:percent} with us, "
            "{without:percent} without."
        ),
        _("Look at what the better ones post (stage 03), and whether our followers are alive (stage 02)."),
    ),
    ("M2", "too few"): (
        _(
            "{platform:platform}: {value:percent} engagement by followers, but only {n:count} accounts are known, ours among "
            "them: a place among so few says little."
        ),
        _("Collect the posts and follower counts of more competitors."),
    ),
    ("M2", "nobody to compare with"): (
        _(
            "{platform:platform}: {value:percent} engagement by followers, and no competitor's figure is known."
        ),
        _("Ask for: competitors' posts with likes, comments and shares, and their follower counts."),
    ),
    ("M2", "ours unknown"): (
        _(
            "{platform:platform}: our own engagement by followers is not known, so there is nothing to compare."
        ),
        _("Ask for: our posts with likes, comments and shares, and follower counts."),
    ),
    ("M2", "no account"): (
        _("The brief names no account of the client's own."),
        _("Name it in client.yml, accounts."),
    ),
    ("M4", "watched"): (
        _(
            "{goal}: watched by {kpis:words}; each has a baseline, a target that can be seen, a source and an owner."
        ),
        NOTHING_TO_DO,
    ),
    ("M4", "set"): (
        _("{goal}: the set is not whole; what is wrong: {roles:roles}."),
        _("Choose one primary indicator, two to four that support it, and a guard."),
    ),
    ("M4", "undecided"): (
        _("{goal}: nobody has decided what it is watched by. By its type it would be {kpis:words}."),
        _(
            "Decide on them with baseline, target, source, cadence and owner (client.yml, decisions, indicators)."
        ),
    ),
    ("M4", "no type"): (
        _("{goal}: it has no type, so nothing speaks for one indicator or another."),
        _("State the goal's type (stage 01), or decide on its indicators."),
    ),
    ("M4", "no goal"): (_("There is no goal to choose indicators for."), _("Decide on a goal (stage 01).")),
    ("M4", "no such goal"): (
        _("{kpi} is decided for the goal {goal}, which is none of those in force."),
        _("Correct the goal's key, or add a decision with the goals as they are now."),
    ),
    ("M4", "lacks parts"): (
        _("{goal}, {kpi}: it lacks {parts:parts}."),
        _("Ask who is responsible for: {parts:parts}."),
    ),
    ("M4", "not measured"): (
        _("{goal}, {kpi} of {channel:channel}: the month gives no figure of it."),
        _("See to the data that it needs, or choose an indicator that is measured."),
    ),
    ("M4", "unknown indicator"): (
        _("{goal}: {kpi} is no indicator of the registry, and nothing that a goal counts."),
        _("Write the key of one that is."),
    ),
    ("M4", "cannot be"): (
        _(
            "{goal}, {kpi}: its baseline or target cannot be; a rate is a fraction between 0 and 1, a count above 0."
        ),
        _("Correct it: 2.5 of 100 is 0.025."),
    ),
    ("M4", "wrong way"): (
        _("{goal}, {kpi}: the target is worse than the baseline."),
        _("Correct one of the two, or make the indicator the guard."),
    ),
    ("M4", "spread unknown"): (
        _(
            "{goal}, {kpi} of {channel:channel}: with fewer than ten posts, ads or days nobody can say how much of a change "
            "chance makes; it takes at least {needed:count} {per:per}."
        ),
        _("Take a longer period, or an indicator of which there is more."),
    ),
    ("M4", "total only"): (
        _(
            "{goal}, {kpi} a day of {channel:channel}: only a month's total, no interval. How far one day differs from "
            "another is not known, so whether a change is more than chance cannot be told."
        ),
        _("Export it day by day (in GA4 an exploration with Date), so that days can be compared."),
    ),
    ("M4", "cannot be seen, trials"): (
        _(
            "{goal}, {kpi} of {channel:channel}: seeing the target reached takes {needed:count} {per:per} before and as many "
            "after; the month has {there:count}."
        ),
        _("Judge it over more months, aim at a larger change, or watch what is counted more often."),
    ),
    ("M4", "cannot be seen, days"): (
        _(
            "{goal}, {kpi} of {channel:channel}: seeing the target reached takes {needed:count} days before and as many "
            "after; the month has {there:count}."
        ),
        _("Judge it over more months, aim at a larger change, or watch what is counted more often."),
    ),
    ("M4", "target loses money, roas"): (
        _(
            "{goal}, {kpi} of {channel:channel}: the target of {target:figure} loses money even when it is met. Of sales "
            "{margin:percent} stay with the client, so ads are repaid from {pays:figure} on, and content and people come on "
            "top."
        ),
        _(
            "Set a target of {pays:figure} or more, or correct the margin (client.yml, decisions, budget, payback)."
        ),
    ),
    ("M4", "target loses money, romi"): (
        _("{goal}, {kpi}: the target of {target:figure} loses money even when it is met."),
        _("Set a target above {pays:figure}, or say in the decision's why for how long a loss is meant."),
    ),
    ("M4", "target loses money, cpl"): (
        _(
            "{goal}, {kpi} of {channel:channel}: the target of {target:figure} loses money even when it is met. One "
            "application leaves {pays:figure}, so ads are repaid up to that cost only, and content and people come on top."
        ),
        _(
            "Set a target of {pays:figure} or less, or correct what one leaves (client.yml, decisions, budget, split, margin)."
        ),
    ),
    ("M4", "target loses money, cpa"): (
        _(
            "{goal}, {kpi} of {channel:channel}: the target of {target:figure} loses money even when it is met. One order "
            "leaves {pays:figure}, so ads are repaid by a buyer's first order up to that cost only, and content and people "
            "come on top."
        ),
        _(
            "Set a target of {pays:figure} or less, or correct what one leaves (client.yml, decisions, budget, split, margin)."
        ),
    ),
    ("M4", "target beyond any month"): (
        _(
            "{goal}, {kpi} of {channel:channel}: the target of {target:figure} lies beyond any of the {months:count} months on "
            "record, chance allowed for; the best was {month:month} with {best:figure}."
        ),
        _("Say what will be done otherwise to get there, or set a target that a good month has come near."),
    ),
    ("M5", "traced"): (
        _("Of {orders:count} orders {share:percent} name a post, a channel or what the buyer answered."),
        NOTHING_TO_DO,
    ),
    ("M5", "untraced"): (
        _(
            "Of {orders:count} orders only {share:percent} name a post, a channel or what the buyer answered; of the others "
            "nothing is known."
        ),
        _("Tag every link, give each channel without links a code, and ask buyers how they heard of us."),
    ),
    ("M5", "no orders"): (
        _("No order of the month is known, so no revenue can be told of any post, channel or campaign."),
        _("Ask for: orders with date, value, source, medium, campaign and content."),
    ),
    ("M5", "no value"): (
        _("{unvalued:count} of {orders:count} orders have no value: revenue is more than is told here."),
        _("Note the value of every order."),
    ),
    ("M5", "no rate"): (
        _("Orders are in {currency}, and the brief gives no rate for it: revenue is not added up."),
        _("Give what one {currency} is worth in client.yml, fx, with its date and source."),
    ),
    ("M5", "clean"): (
        _("{links:count} links and {tags:count} tags of orders and visits were looked at: nothing is wrong."),
        NOTHING_TO_DO,
    ),
    ("M5", "tags"): (
        _(
            "{remarks:count} faults in {links:count} links and {tags:count} tags: statistics count what they name apart."
        ),
        _(
            "Write tags in lower case, without spaces, whole, with mediums that statistics know (see the table)."
        ),
    ),
    ("M5", "spelt apart"): (
        _("One source is spelt in several ways: {spellings:words}."),
        _("Write {kept:words} everywhere."),
    ),
    ("M5", "personal data"): (
        _("{personal:count} links or tags hold an e-mail address or a telephone number."),
        _("Take them out at once, and ask the statistics' provider to delete them."),
    ),
    ("M5", "no tags"): (
        _("There is no tagged link and no tag in any export, so nothing tells where orders come from."),
        _("Give every planned post a link or a code, and ask for orders with their tags."),
    ),
}

HEADLINES: Mapping[str, str] = {
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
    "indicators, no data": _("No indicator could be measured in {month:month}."),
}

FINDINGS: Mapping[str, str] = {
    "left out": _(
        "{platform:platform}: {counted:count} posts count for the rates; left out are {boosted:count} boosted and "
        "{immature:count} younger than seven days when exported."
    ),
    "no posts": _("No post was published in {month:month}."),
    "comparison": _("{kpi}: {values:words}."),
    "nothing measured": _(
        "Nothing was measured in {month:month}: there is no export yet that an indicator could be computed from. Ask for "
        "{needs:terms}. Until then figures, comparisons and changes are left out here."
    ),
    "no indicator": _("{kpi} could not be measured this month."),
    "standing": _(
        "{platform:platform}: ours is {value:percent}; {percentile:percent} of {n:count} accounts stand below us, half of the "
        "equal ones counted (figures of {years:words}). The average is {with:percent} with us and {without:percent} without."
    ),
    "standings unknown": _(
        "Our own engagement by followers is not known on {platforms:platforms}, so there is nothing to compare. Ask for our "
        "posts with likes, comments and shares, and follower counts; and for the competitors'."
    ),
    "standing, nobody": _("{platform:platform}: ours is {value:percent}; no competitor's figure is known."),
    "standing, ours unknown": _("{platform:platform}: our own engagement by followers is not known."),
    "watched decided": _("Decided by {by} in {since:month_word}: {why}"),
    "watched undecided": _(
        "By {month:month} nobody had decided what the goals are watched by. Shown is what the workbook would take for goals "
        "of this type; a baseline, a target and an owner are for the client and the agency to decide."
    ),
    "pays unknown": _(
        "Whether the targets of {kpis:words} pay for themselves cannot be told: the brief does not say what stays of sales, "
        "or of an application or order (client.yml, decisions, budget: payback and split, margin)."
    ),
    "watched, no goal": _("There is no goal yet, so there is nothing to watch it by."),
    "no image goal": _("No goal is one of image, so its four criteria are not asked for."),
    "image proxies": _(
        "An image cannot be counted. For {goals:words} these figures stand in its place: they are proxies, each of them may "
        "rise while the image does not."
    ),
    "no two rates": _(
        "No rate of people counted once is known for both months; rates over posts, ads and days have their intervals above."
    ),
    "two rates, higher": _(
        "{kpi}: {now:percent} against {before:percent} in the month before, {difference} apart ({low} to {high}): higher than "
        "chance would have it (pooled z {z:count}; chance of so large a difference if nothing changed: {p:chance}). Who came "
        "in both months stands in both."
    ),
    "two rates, lower": _(
        "{kpi}: {now:percent} against {before:percent} in the month before, {difference} apart ({low} to {high}): lower than "
        "chance would have it (pooled z {z:count}; chance of so large a difference if nothing changed: {p:chance}). Who came "
        "in both months stands in both."
    ),
    "two rates, no clear change": _(
        "{kpi}: {now:percent} against {before:percent} in the month before, {difference} apart ({low} to {high}): no clear "
        "change (pooled z {z:count}; chance of so large a difference if nothing changed: {p:chance}). Who came in both months "
        "stands in both."
    ),
    "revenue": _("In {month:month} {orders:count} orders brought {amount:amount}."),
    "revenue converted": _("Orders in {currencies:words} are converted by the brief's rates."),
    "revenue, no orders": _(
        "No order or application of {month:month} is known, so nothing can be said of what sold. Ask for the orders with "
        "date, value, source, medium, campaign and content, from the shop, the CRM or a spreadsheet."
    ),
    "revenue, no rate": _(
        "Orders are in {currencies:words}, and the brief gives no rate: nothing is added up."
    ),
    "revenue title": _("Revenue of {month:month} by channel"),
    "revenue picture": _("Revenue by channel: {values:words}."),
    "posts left out": _("{count:count} further rows brought less, or visits alone, and are left out here."),
    "tags checked": _(
        "{links:count} links and {tags:count} different tags of orders and visits were looked at."
    ),
    "tags clean": _(
        "{links:count} links and {tags:count} different tags of orders and visits were looked at: nothing is wrong."
    ),
    "tags, none": _(
        "There is no tagged link in the plan and no tag in any export, so there is nothing to look at. Give every planned "
        "post a link or a code, and ask for orders with their tags."
    ),
}

INDICATORS_OF = _("Indicators of {month:month}")

INTERVALS_LEGEND = _("filled: ours; hollow: competitors; line: 95% interval; tick: the month before")

COUNTED: Mapping[str, str] = {
    "post": _("posts"), "ad": _("ads"), "day": _("days"), "person": _("people"), "order": _("orders"),
    "account": _("accounts"),
}  # fmt: skip
"""What the rows of an indicator's level are called."""
ONE_ACCOUNT = _("account")

ROLES: Mapping[str, str] = {
    "primary": _("primary"),
    "supporting": _("supporting"),
    "guard": _("guard"),
}
"""What an indicator is to its goal."""
NEEDS_OF_COUNTS: Mapping[str, str] = {
    "applications": _("applications with date and source"),
    "orders": _("orders with date and source"),
    "follows": _("follows and unfollows of each day"),
    "link_clicks": _("link clicks of posts or ads"),
    "visits": _("visits to the page or community of each day"),
    "sessions": _("the site's sessions by channel group, day by day"),
}
"""What a goal's own counts are measured from."""
WRONG_ROLES: Mapping[str, str] = {
    "primary": _("not exactly one primary"),
    "supporting": _("not two to four that support it"),
    "guard": _("no guard"),
}
CADENCES: Mapping[str, str] = {"day": _("every day"), "week": _("every week"), "month": _("every month")}
PAYS: Mapping[str, str] = {
    "higher": _("{target}; pays from {pays} on"),
    "lower": _("{target}; pays up to {pays}"),
}
"""A target of money beside the value at which it begins to pay, or ceases to."""
PROXY = _("{kpi} (a proxy)")
A_DAY = _("{kpi} a day")
AT_LEAST = _("at least {needed}")
AS_ASSUMED = _("{needed}, if days vary as assumed")
TOTAL_ONLY = _("only a month's total, no interval")
THE_TOTAL = _("a month's total, not its days")
POINTS = _("{points:count} points")
NO_SAMPLE: Mapping[str, str] = {
    "counted": _("all are counted"),
    "money": _("no number: look at the interval"),
    "trials": _("no change to see"),
    "days": _("no change to see"),
    "none": _("not known"),
}
"""Why there is no sample to name."""
PER: Mapping[str, str] = {
    "reach": _("people reached"),
    "impressions": _("impressions"),
    "users": _("users of the site"),
    "visitors": _("visitors"),
    "link_clicks": _("link clicks"),
    "followers": _("followers, counted anew for each post or day"),
    "views": _("views"),
    "days": _("days"),
}
"""What samples are counted in, by the denominator."""
CRITERIA: Mapping[int, str] = {
    251: _("growth of the audience"),
    252: _("activity of the audience"),
    253: _("visits to the site"),
    254: _("involvement in the community's life"),
}
"""The guide's criteria of an image, by line."""

LEVELS: Mapping[str, str] = {
    "post": _("a post"),
    "channel": _("a channel"),
    "asked": _("what the buyer answered"),
    "unknown": _("nothing"),
}
"""What an order's origin is known by."""
WHERE: Mapping[str, str] = {
    "agreed": _("the approved plan"),
    "planned": _("the month planned"),
    "published": _("published posts"),
    "orders": _("orders"),
    "traffic": _("site traffic"),
}
TROUBLES: Mapping[str, str] = {
    "missing": _("a tag is missing"),
    "twice": _("given twice"),
    "capitals": _("capitals"),
    "space": _("a space"),
    "spelling": _("not the source's own name"),
    "personal data": _("personal data"),
    "unassigned": _("no channel group of GA4"),
}
SPELT_APART = _("one source in several spellings")
