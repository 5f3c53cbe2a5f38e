"""The sentences of stage 01, goals."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
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
}

HEADLINES: Mapping[str, str] = {
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
}

FINDINGS: Mapping[str, str] = {
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
    "funnel title": _("A day's impressions, clicks and applications"),
    "no funnel": _(
        "The steps from impression to application cannot be shown: a part of them is not counted."
    ),
}

MAIN_GOAL = _("{goal} (main)")

PER: Mapping[str, str] = {
    "day": _("{value:count} a day"),
    "week": _("{value:count} a week"),
    "month": _("{value:count} a month"),
}

RUNNING_TOTAL = _("{what}, running total")

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
