"""The sentences of stage 04, content."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

PARTS: Mapping[str, str] = {
    "name": _("the name"),
    "description": _("the description"),
    "address": _("the address"),
    "link": _("the link to the site"),
    "key_words": _("key words"),
    "logo": _("the logo's place"),
    "style": _("a visual style"),
    "comments": _("whether comments are open"),
    "tone": _("a tone"),
    "segments": _("the segment it is for"),
    "call_to_action": _("a call to action"),
    "hashtags": _("hashtags"),
    "trace": _("a link or a code"),
    "disclosure": _("the mark of advertising"),
    "creativity": _("creativity"),
    "brevity": _("brevity"),
    "response": _("the response of the audience"),
    "quality": _("quality"),
    "brand_at_end": _("the brand at the end only"),
}
"""What a profile, a post or a viral idea may lack, as it stands in a sentence."""

TERMS = (
    *(_("quote"), _("anecdote"), _("sell"), _("inform"), _("teach"), _("entertain")),
    *(_("friendly"), _("business"), _("informal"), _("subject"), _("general")),
    *(_("morning"), _("midday"), _("afternoon"), _("evening"), _("night")),
    *(_("better"), _("worse"), _("no clear difference"), _("too few")),
    *(_("day"), _("week"), _("yes"), _("no")),
)
"""Words of formats, functions, tones and parts of the day that the code knows by themselves."""

BY: Mapping[str, str] = {
    "format": _("format"),
    "function": _("function"),
    "daypart": _("part of the day"),
    "length": _("length of the text"),
}
"""What posts are told apart by."""

LENGTHS: Mapping[str, str] = {
    "shorter": _("up to {limit:count} characters"),
    "longer": _("more than {limit:count} characters"),
}

TRACES: Mapping[str, str] = {
    "link": _("a tagged link in each post"),
    "bio": _("one link in the profile for the month"),
    "code": _("a promo code"),
    "asked": _("asking: how did you hear of us?"),
    "none": _("nothing"),
}
"""How what a post sold is recognised."""

LEVELS: Mapping[str, str] = {
    "link": _("the post"),
    "bio": _("the channel"),
    "code": _("the post's topic"),
    "asked": _("by what people say"),
    "none": _("unknown"),
}
"""How finely each way tells: the post, the channel, what people say, or nothing."""

DEMANDS: Mapping[str, str] = {
    "cadence": _("the number of posts on {channel:platform}"),
    "morning and evening": _("morning and evening on {channel:platform}"),
    "function": _("the share of posts that {kind:term} on {channel:platform}"),
    "format": _("the share of the format {kind:term} on {channel:platform}"),
    "brand": _("the brand's share on {channel:platform}"),
    "no format twice running": _("no format twice running on {channel:platform}"),
    "segment": _("the segment {kind} every week"),
    "uses of topics": _("how often the topics of {channel:platform} may be used"),
    "fixed": _("the topic {kind} on {day:day}"),
}
"""What a calendar is asked for, as it stands in a sentence."""

PER: Mapping[str, str] = {"day": _("{posts:count} a day"), "week": _("{posts:count} a week")}

MIX_PART = _("{kind:term} {share:percent}")

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R4.1", "branded"): (
        _("{account} ({platform:platform}): the logo has its place and the pictures one style."),
        NOTHING_TO_DO,
    ),
    ("R4.1", "not branded"): (
        _(
            "{account} ({platform:platform}): nothing says {lacking:content_parts}, so its posts are not recognised in a feed."
        ),
        _(
            "Agree on it with whoever makes the pictures, and write it under profiles in the content decision."
        ),
    ),
    ("R4.1", "several formats"): (
        _("The month has {count:count} formats: {formats:terms}."),
        NOTHING_TO_DO,
    ),
    ("R4.1", "one format"): (
        _("Every post of the month has the same format: {formats:terms}."),
        _("Add topics in another format; a feed of one kind tires."),
    ),
    ("R4.1", "tone stated"): (_("The tone is agreed: {tones:terms}."), NOTHING_TO_DO),
    ("R4.1", "no tone"): (
        _("Nobody has said in which tone the posts speak."),
        _("Choose friendly, business or informal under tone, for all posts or topic by topic."),
    ),
    ("R4.1", "greeted"): (
        _("Every public holiday of the month has its greeting: {names:words}."),
        NOTHING_TO_DO,
    ),
    ("R4.1", "ungreeted"): (
        _("Holidays of the month without a greeting: {names:words}."),
        _(
            "Name a topic under holidays: greeting, or set a fixed post for the day; a day off is an occasion, too."
        ),
    ),
    ("R4.1", "no holidays"): (_("{country:country}: the month has no public holiday."), NOTHING_TO_DO),
    ("R4.1", "holidays unsaid"): (
        _("Nobody has said whose public holidays count, so none is greeted and none is a day off."),
        _("Name the country under holidays in the content decision."),
    ),
    ("R4.1", "holidays unknown"): (
        _(
            "{country:country}: its public holidays, or those of the part that is named, are not known to the workbook."
        ),
        _("Correct country and subdivision under holidays, or list the days under days_off and fixed."),
    ),
    ("R4.2", "two a day"): (
        _(
            "{platform:platform}: two posts on each of {days:count} working days, which all three rules of the guide agree on."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.2", "one a day"): (
        _(
            "{platform:platform}: one post on {one:count} of {days:count} working days. One to two are best by line 76 of the guide, at least two by line 605."
        ),
        _("Plan a second post, or write the reason and who approved it under channels."),
    ),
    ("R4.2", "three a day"): (
        _(
            "{platform:platform}: three posts on {three:count} of {days:count} working days. At most three are allowed by line 314 of the guide, one to two are best by line 76."
        ),
        _("Drop the weakest of the three."),
    ),
    ("R4.2", "none a day"): (
        _(
            "{platform:platform}: no post on {none:count} of {days:count} working days, and no reason with its approver is on record. At least two are asked for by line 605 of the guide."
        ),
        _(
            "Plan posts for those days, declare them days off, or have the client approve a cadence of its own with its reason."
        ),
    ),
    ("R4.2", "too many a day"): (
        _(
            "{platform:platform}: four posts or more on {many:count} of {days:count} working days; more than three annoy people (guide, line 314), whatever the reason."
        ),
        _("Cut to three a day at most, better to two."),
    ),
    ("R4.2", "own cadence"): (
        _(
            "{platform:platform} has a cadence of the client's own ({posts:count} a {per:term}), approved by {by}: {reason} The guide asks for two a day (lines 76, 314 and 605)."
        ),
        _("Ask again each quarter whether the reason still holds."),
    ),
    ("R4.2", "channel not planned"): (
        _("{platform:platform} is chosen as a channel, and no posts are planned for it."),
        _("Plan it under channels in the content decision, or give the channel up."),
    ),
    ("R4.2", "no calendar"): (
        _("{platform:platform}: two posts a day are asked for, yet there is no calendar to count them in."),
        _("Mend what keeps the calendar from being made (K5)."),
    ),
    ("R4.2", "no working day"): (
        _("{platform:platform}: the month has no working day, so no posts were asked for."),
        _("Look at days_off, weekdays_off and holidays: they leave nothing."),
    ),
    ("R4.3", "morning and evening"): (
        _("{platform:platform}: posts go out in the morning and in the evening, at {times:words}."),
        NOTHING_TO_DO,
    ),
    ("R4.3", "not both"): (
        _("{platform:platform}: posts go out at {times:words}; {missing:terms} has none."),
        _("Add the time under times, or keep it out of habit only where the segments' hours say so."),
    ),
    ("R4.3", "while online"): (
        _(
            "{segment}: {share:percent} of its {posts:count} posts go out while it is online ({hours}) or up to an hour before."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.3", "while away"): (
        _(
            "{segment}: only {share:percent} of its {posts:count} posts go out while it is online ({hours}) or up to an hour before."
        ),
        _("Move a time under channels towards its hours, or look again whether the hours are true."),
    ),
    ("R4.3", "hours unknown"): (
        _("{segment}: nobody has said when it is online, so whether the posts meet it cannot be judged."),
        _("Write its hours in the audience decision, such as 18:00-22:00."),
    ),
    ("R4.3", "no posts for it"): (
        _("{segment}: the calendar has no post for it, so there is no time to judge."),
        _("Add topics that are for it, and settle what the calendar asks."),
    ),
    ("R4.3", "no segments"): (
        _("No segments are decided, so nobody knows when the audience is there."),
        _("Decide the segments with their hours in the audience decision."),
    ),
    ("R4.4", "mix stated"): (
        _(
            "The mix is a decision, not a habit: of {posts:count} posts, {brand:percent} are about the brand; {functions:mix}."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.4", "mix silent"): (
        _(
            "Of {posts:count} posts, {brand:percent} are about the brand; {functions:mix}. Nobody decided that: functions or the brand's share are not stated."
        ),
        _("State both under mix in the content decision, so that the client agrees to them."),
    ),
    ("R4.4", "no calendar"): (
        _("Without a calendar there is no mix to show."),
        _("Settle what the calendar asks; K5 says what clashes."),
    ),
    ("R4.4", "brand alternates"): (
        _(
            "{platform:platform}: {brand:percent} of {posts:count} posts are about the brand, at most {run:count} running; the others are about its subject or what anybody passes on."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.4", "brand at length"): (
        _(
            "{platform:platform}: {run:count} posts running are about the brand itself ({brand:percent} of {posts:count})."
        ),
        _("Lower the brand's share under mix, or add topics on its subject."),
    ),
    ("R4.4", "brand alone"): (
        _("{platform:platform}: all {posts:count} posts are about the brand itself."),
        _("Add topics on its subject, and general ones that people pass on."),
    ),
    ("R4.4", "sells"): (
        _("Topics that sell, which is what the pages are for in the end: {topics:count}."),
        NOTHING_TO_DO,
    ),
    ("R4.4", "nothing sells"): (
        _("The main goal is sales, and no topic sells."),
        _("Add selling topics with a benefit for members, or say why not under why."),
    ),
    ("R4.4", "entertains"): (
        _(
            "No topic asks anybody to buy; with an image goal a page may entertain only (guide, lines 44 to 49)."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.4", "members' benefit"): (
        _("Every selling topic carries a benefit for members only ({selling:count} of {selling:count})."),
        NOTHING_TO_DO,
    ),
    ("R4.4", "no benefit"): (
        _(
            "Selling topics without a benefit for members only ({count:count} of {selling:count}): {topics:words}."
        ),
        _(
            "Agree on one with the client; the wish to buy grows when an offer is for members only (guide, line 322)."
        ),
    ),
    ("R4.4", "pictures natural"): (_("Pictures are shown as they are."), NOTHING_TO_DO),
    ("R4.4", "pictures edited"): (
        _("Pictures are edited; overdone, people take it for deceit (guide, line 325)."),
        _("Edit light and crop only, and show the thing as it is."),
    ),
    ("R4.4", "pictures edited, medical"): (
        _(
            "Pictures are edited, and the client is a medical or cosmetic one: there it counts as deceit (guide, line 325)."
        ),
        _("Show unedited pictures only."),
    ),
    ("R4.4", "pictures unknown"): (
        _("Nobody has said whether pictures are edited."),
        _("Write natural or edited under pictures."),
    ),
    ("R4.5", "profile complete"): (
        _("{account} ({platform:platform}): name, description, address, link and key words are filled in."),
        NOTHING_TO_DO,
    ),
    ("R4.5", "profile incomplete"): (
        _("{account} ({platform:platform}) lacks {lacking:content_parts}."),
        _("Fill it in on the platform, and note it under profiles."),
    ),
    ("R4.5", "key words"): (
        _(
            "{account} ({platform:platform}): name, description and address each carry a key word; all of {words:words} occur."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.5", "key words missing"): (
        _(
            "{account} ({platform:platform}): of its key words ({words:words}) none stands in {without:content_parts}."
        ),
        _("Put a key word there: people's searches look at name, description and address."),
    ),
    ("R4.5", "key words nowhere"): (
        _(
            "{account} ({platform:platform}): {nowhere:words} is a key word that occurs in neither name, description nor address."
        ),
        _("Write it into one of them as people would search for it, or strike it."),
    ),
    ("R4.5", "no key words"): (
        _("{account} ({platform:platform}): nobody has said by which key words it is to be found."),
        _("Choose them from the platform's search suggestions, and write them under profiles."),
    ),
    ("R4.5", "comments open"): (_("{account} ({platform:platform}): comments are open."), NOTHING_TO_DO),
    ("R4.5", "comments closed"): (
        _("{account} ({platform:platform}): comments are closed, so nobody can talk there."),
        _("Open them, and name who answers (stage 05)."),
    ),
    ("R4.5", "comments unknown"): (
        _("{account} ({platform:platform}): nobody has said whether comments are open."),
        _("Look, and write it under profiles."),
    ),
    ("R4.5", "to pass on"): (
        _(
            "{posts:count} of {of:count} posts entertain or are of general interest: what people put on their own page."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.5", "nothing to pass on"): (
        _("None of {of:count} posts entertains or is of general interest."),
        _("Add topics that people would put on their own page."),
    ),
    ("R4.5", "teaches"): (
        _("{posts:count} of {of:count} posts teach something, new uses of the product among them."),
        NOTHING_TO_DO,
    ),
    ("R4.5", "teaches nothing"): (
        _("None of {of:count} posts teaches anything."),
        _("Show another way to use the product."),
    ),
    **dict.fromkeys(
        [("R4.1", "profile unseen"), ("R4.5", "profile unseen")],
        (
            _("{account} ({platform:platform}): nothing is on record of how its profile looks."),
            _("Look at it and write what is there under profiles in the content decision."),
        ),
    ),
    ("R4.6", "principles met"): (
        _(
            "The viral idea meets the four principles and shows the brand at the end only. That promises nothing."
        ),
        NOTHING_TO_DO,
    ),
    ("R4.6", "principles unmet"): (
        _("The viral idea does not meet {unmet:content_parts}."),
        _("Mend it before money goes into it, or drop the idea."),
    ),
    ("R4.6", "principles unknown"): (
        _("Of the viral idea nobody has judged {unknown:content_parts}."),
        _("Show it to five people of the audience first, then fill in the checklist."),
    ),
    ("R4.6", "one is not enough"): (
        _("The viral idea is a single post; one is not enough (guide, line 245)."),
        _("Plan several, and stop when the money is better spent elsewhere."),
    ),
    ("K1", "whole"): (
        _(
            "All {topics:count} topics have format, function, tone, segment, call to action, hashtags and a trace, and the mark of advertising where they are paid."
        ),
        NOTHING_TO_DO,
    ),
    ("K1", "no topics"): (
        _("No topics are decided, so there is nothing to post."),
        _("Write topics with their texts under topics in the content decision."),
    ),
    ("K1", "without tone"): (
        _("Topics without a tone: {topics:words} (posts of theirs: {posts:count})."),
        _("State one for all posts, or for each of them."),
    ),
    ("K1", "without segments"): (
        _("Topics for no segment: {topics:words} (posts of theirs: {posts:count})."),
        _("Name the segments that each is for."),
    ),
    ("K1", "without call_to_action"): (
        _("Topics without a call to action: {topics:words} (posts of theirs: {posts:count})."),
        _("End each with a question or an invitation."),
    ),
    ("K1", "without hashtags"): (
        _("Topics without hashtags: {topics:words} (posts of theirs: {posts:count})."),
        _("Add two or three that people follow."),
    ),
    ("K1", "without trace"): (
        _("Topics that leave no trace of what they sell: {topics:words} (posts of theirs: {posts:count})."),
        _(
            "Say under trace how their effect is recognised: a link, the profile's link, a code, or asking; and where links lead."
        ),
    ),
    ("K1", "without disclosure"): (
        _(
            "Topics that are paid and carry no mark of advertising: {topics:words} (posts of theirs: {posts:count})."
        ),
        _("Write the mark that the law asks for under disclosure; without it they must not go out."),
    ),
    ("K1", "unknown segments"): (
        _("Topics are for segments that the audience decision does not define: {segments:words}."),
        _("Correct them; the segments are {known:words}."),
    ),
    ("K1", "unserved segments"): (
        _("No topic is for {segments:words}."),
        _("Add a topic for each, or strike the segment from the audience decision."),
    ),
    ("K1", "no account"): (
        _(
            "Posts are planned for {platform:platform}, and the brief names no account of the client's own there."
        ),
        _("Add the account to the brief, or drop the channel."),
    ),
    ("K2", "clear best"): (
        _(
            "{account} ({platform:platform}): of {posts:count} organic posts that of {day:day} did best, drawn to the mean as it should be, with a probability of {chance:chance}."
        ),
        NOTHING_TO_DO,
    ),
    ("K2", "best unsure"): (
        _(
            "{account} ({platform:platform}): of {posts:count} organic posts that of {day:day} leads, but it is truly the best with a probability of {chance:chance} only; its rank may be as low as {rank_high:count}."
        ),
        NOTHING_TO_DO,
    ),
    ("K2", "too few posts"): (
        _(
            "{account} ({platform:platform}): {posts:count} mature organic posts with their counts; fewer than ten cannot be ranked."
        ),
        _("Ask for the export of posts with reach or views, or wait until there are ten."),
    ),
    ("K2", "boosted looks best"): (
        _(
            "{account} ({platform:platform}): the post of {day:day} with {engagements:count} engagements looks like a hit, but it was boosted: its reach was bought, and it is left out. The best organic post has {organic:count}."
        ),
        _("Do not copy it as a hit, and do not take it as a base for what to expect."),
    ),
    **dict.fromkeys(
        [("K2", "no posts"), ("K3", "no posts")],
        (
            _("No export holds posts of the client's own, so nothing can be learned from them."),
            _("Ask for the export of posts of every channel; until then all posts are expected to do alike."),
        ),
    ),
    ("K3", "stand out"): (
        _(
            "{account} ({platform:platform}): {hits:count} of {judged:count} posts got more than twice what nine in ten got in the twelve weeks before."
        ),
        NOTHING_TO_DO,
    ),
    ("K3", "none stands out"): (
        _(
            "{account} ({platform:platform}): none of {judged:count} posts got more than twice what nine in ten got in the twelve weeks before."
        ),
        NOTHING_TO_DO,
    ),
    ("K3", "nothing to judge by"): (
        _("{account} ({platform:platform}): too few posts came before each to say which stands out."),
        _("Keep the exports of posts month by month."),
    ),
    ("K4", "own odds"): (
        _(
            "Hits (more than twice what nine in ten got before) among {judged:count} posts of the client's own: {hits:count}. Chance of at least one more: {chance:chance} (posts tried: {posts:count}). No checklist changes that."
        ),
        NOTHING_TO_DO,
    ),
    ("K4", "usual odds"): (
        _(
            "No post of the client's own says how often a hit comes; by what is usual the chance of at least one is {chance:chance} (posts tried: {posts:count})."
        ),
        _("Count on none; ask again when twelve weeks of posts are there."),
    ),
    ("K5", "not found"): (
        _("No calendar of {month:month} was found within the search's limit, nor shown to be impossible."),
        _("Ask for less: fewer topics or posts, wider limits of the mix; then run it again."),
    ),
    ("K5", "calendar"): (
        _(
            "The calendar of {month:month} has {posts:count} posts and meets every demand; what it is expected to bring is proven to be at most {gap:percent} short of the best that they allow."
        ),
        NOTHING_TO_DO,
    ),
    ("K5", "calendar, not proven"): (
        _(
            "The calendar of {month:month} has {posts:count} posts and meets every demand, but the search ended at its limit: a better one may bring up to {gap:percent} more."
        ),
        _("Use it, or state fewer demands so that the search ends."),
    ),
    ("K5", "clash"): (
        _(
            "There is no calendar of {month:month}: these demands cannot be met together: {demands:demands}. It is enough to give up one of these: {relax:demands}."
        ),
        _("Relax one of them in the content decision, or add topics and texts that fit."),
    ),
    ("K5", "clash, several"): (
        _(
            "There is no calendar of {month:month}: these demands cannot be met together: {demands:demands}. Others clash besides, so giving up one of them is not enough."
        ),
        _("Begin with these in the content decision, then run the month again."),
    ),
    ("K5", "nothing asked"): (
        _("The content decision asks for no post in {month:month}, so there is no calendar."),
        _("State how many posts each channel has, and on which days."),
    ),
    ("K5", "dates too early"): (
        _(
            "Fixed dates before the first month that this decision plans, which will never go out: {days:days}."
        ),
        _("Correct the dates, or strike them."),
    ),
    ("K5", "dates of other months"): (
        _("Fixed dates of other months than {month:month} wait for their own calendar: {days:days}."),
        NOTHING_TO_DO,
    ),
    ("K5", "texts again"): (
        _("{count:count} of {posts:count} posts repeat a text of the same month."),
        _("Write more texts for the topics that are used often."),
    ),
    **dict.fromkeys(
        [
            (rule, "content undecided")
            for rule in ("R4.1", "R4.2", "R4.3", "R4.4", "R4.5", "R4.6", "K1", "K5")
        ],
        (
            _("No content is decided for this month, so there is nothing to judge."),
            _("Write profiles, channels, mix and topics under decisions: content in client.yml."),
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "content": _("{posts:count} posts planned for {month:month} on {channels:platforms}."),
    "content, clash": _("No calendar for {month:month}: the demands on it clash."),
    "content, undecided": _("No content is decided for {month:month}."),
    "content, not found": _("No calendar of {month:month} was found within the search's limit."),
    "content, nothing asked": _("No posts are asked for in {month:month}."),
    "content, boosted": _(
        "The post of {platform:platform} that looks best was boosted: its reach was bought, so it is left out."
    ),
}

FINDINGS: Mapping[str, str] = {
    "content decided": _("Decided by {by}, in force since {since:month_word}: {why}"),
    "content plan": _("{month:month} is planned: {days:count} working days, {off:count} days off."),
    "posts base": _(
        "{account} ({platform:platform}): {posts:count} mature organic posts of three months, {value:percent} by "
        "{what:term} ({low:percent} to {high:percent}); {boosted:count} boosted and {immature:count} too young are left out."
    ),
    "posts base, no interval": _(
        "{account} ({platform:platform}): {posts:count} mature organic posts of three months, {value:percent} by "
        "{what:term}, too few for an interval; {boosted:count} boosted and {immature:count} too young are left out."
    ),
    "posts base, none": _(
        "{account} ({platform:platform}): no mature organic post with its counts; {boosted:count} boosted and "
        "{immature:count} too young are left out."
    ),
    "no own posts": _("No export holds posts of the client's own."),
    "groups better": _("Better beyond chance: {kinds:words}."),
    "groups worse": _("Worse beyond chance: {kinds:words}."),
    "groups no clear difference": _("No clear difference: {kinds:words}."),
    "groups none": _("None of them differs beyond chance."),
    "groups few": _("{platform:platform}: too few posts of each kind to compare them."),
    "groups caution": _(
        "Kinds were not drawn by lot: what goes with them (the day, the subject) may be what counts. One kind in "
        "twenty looks different by chance alone."
    ),
    "hit odds": _(
        "Posts tried: {posts:count}; chance of at least one hit: {chance:chance}. One post by itself is a hit with a chance of "
        "{rate:percent} ({low:percent} to {high:percent}). That rests on what is usual and on the client's own posts: "
        "{judged:count}, hits among them {hits:count}."
    ),
    "hit odds title": _("At least one hit among so many posts"),
    "groups title": _("What did better on {platform:platform}?"),
    "groups shown": _(
        "{platform:platform}: {kinds:count} kinds of posts with 95% intervals, beside the account's mean of {mean:percent}."
    ),
    "calendar": _(
        "{posts:count} posts, expected to bring {value:count} engagements: proven to be at most {gap:percent} short of the "
        "best that the same demands allow."
    ),
    "calendar, no worth": _(
        "{posts:count} posts. There are no posts of the client's own to expect anything from, so all are held to be alike."
    ),
    "calendar none": _("There is no calendar to show."),
    "calendar clash": _("These demands cannot be met together: {demands:demands}."),
    "calendar relax": _("Giving up one of these is enough: {relax:demands}."),
    "calendar title": _("{month:month}"),
    "time counts": _(
        "{platform:platform}: the hour counts ({cells:words}), so the posts expected to do best stand there."
    ),
    "time thin": _(
        "{platform:platform}: too few posts to say whether the hour matters; morning and evening it is."
    ),
    "time does not count": _(
        "{platform:platform}: nothing shows beyond chance that the hour matters; morning and evening it is."
    ),
    "profile link": _("{platform:platform}: the link to put into the profile in {month:month} is {link}"),
    "holidays": _("Public holidays: {names:words}."),
    "no published plan": _(
        "No content plan was approved for {month:month}, so nothing can be held against it."
    ),
    "published plan": _(
        "Of the {planned:count} posts agreed on for {month:month}, so many were published as planned: {done:count}."
    ),
}
