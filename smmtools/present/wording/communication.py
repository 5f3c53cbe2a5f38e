"""The sentences of stage 05, communication; and what is said to people on an occasion."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

_MORE_COMMENTS = _("Ask for the sheet of comments with the times of the answers, for every channel.")
_ANSWER = _("End each answer with a question or a call to action; the scripts show how.")
_ROW_MENDS = _(
    "Bring the two together: the row to what the calendar has, or the content decision to what the row "
    "promises (notebook 04)."
)
_PROMISE_MENDS = _("See who answers and when; give the hours, or promise what can be kept.")

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R5.1", "no segments"): (
        _("No segments are decided, so nobody can say for whom the plan lacks a row."),
        _("Decide the audience first (notebook 02)."),
    ),
    ("R5.1", "no rows"): (
        _("The plan has no row: nobody is told anything."),
        _("Write a row for each segment under contacts in the communication decision."),
    ),
    ("R5.1", "complete"): (_("{segment}: a complete row."), NOTHING_TO_DO),
    ("R5.1", "incomplete"): (
        _("{segment}: no row is complete; the best of {rows:count} lacks {parts:parts}."),
        _("Fill it in under contacts in the communication decision."),
    ),
    ("P1", "strange segment"): (
        _("Rows are written for {segments:words}, which the audience decision does not have."),
        _("Use the keys of the segments, or decide the segment in the audience decision."),
    ),
    ("P1", "no segments"): (
        _("No segments are decided, so nobody can say whether everyone is served."),
        _("Decide the audience first (notebook 02)."),
    ),
    ("P1", "unserved"): (
        _(
            "{segments:words}: not served, for no row names their channel, message, format, part of the day and owner."
        ),
        _("Add or complete a row for each of them, or leave the segment out of the audience decision."),
    ),
    ("P1", "everyone served"): (
        _("All {count:count} segments have a row with channel, message, format, part of the day and owner."),
        NOTHING_TO_DO,
    ),
    ("P1", "no calendar"): (
        _("There is no calendar of the month planned to hold {rows:count} rows to."),
        _("Decide content so that there is one (notebook 04)."),
    ),
    ("P1", "rows carried"): (
        _(
            "The calendar of the month planned carries all {rows:count} rows: posts for the segment, in the row's format and "
            "part of the day, at least half as many as it promises."
        ),
        NOTHING_TO_DO,
    ),
    ("P1", "not carried, channel"): (
        _(
            "{segment}: the row on {platform:platform} ({format:term}, {slot:term}) is not in the calendar, which has no post "
            "for them there."
        ),
        _ROW_MENDS,
    ),
    ("P1", "not carried, format"): (
        _(
            "{segment}: the row on {platform:platform} ({format:term}, {slot:term}) is not in the calendar, which has posts "
            "for them there in other formats only."
        ),
        _ROW_MENDS,
    ),
    ("P1", "not carried, part"): (
        _(
            "{segment}: the row on {platform:platform} ({format:term}, {slot:term}) is not in the calendar, which has posts "
            "of that format for them there in other parts of the day only."
        ),
        _ROW_MENDS,
    ),
    ("P1", "not carried, posts"): (
        _(
            "{segment}: the row on {platform:platform} ({format:term}, {slot:term}) promises {asked:count} posts a week, and "
            "the calendar has such posts for them in the whole month: {posts:count}."
        ),
        _ROW_MENDS,
    ),
    ("P1", "channel not chosen"): (
        _("{platform:platform}: rows are planned for it, and the channels decision does not choose it."),
        _("Move the rows to a chosen channel, or choose it (notebook 03)."),
    ),
    ("P1", "channel not posted to"): (
        _("{platform:platform}: rows are planned for it, and the content decision does not post to it."),
        _("Move the rows, or plan posts for the channel (notebook 04)."),
    ),
    ("P1", "over the calendar"): (
        _("{platform:platform}: the rows ask for {posts:count} posts a week, the calendar has {cap:count}."),
        _("Let rows share posts, or plan more of them within the rule (notebook 04)."),
    ),
    ("P1", "over the rule"): (
        _(
            "{platform:platform}: the rows ask for {posts:count} posts a week, more than {cap:count} burden the subscribers."
        ),
        _("Let rows share posts, or move some to another channel."),
    ),
    ("P1", "posts unsaid"): (
        _("{platform:platform}: some rows do not say how many posts a week they take."),
        _("Write posts_a_week in every row under contacts."),
    ),
    ("P1", "within the cap"): (
        _("{platform:platform}: posts a week {posts:count}, at most {cap:count}."),
        NOTHING_TO_DO,
    ),
    ("P1", "hours unsaid"): (
        _("Whether the team has the time for the plan is not known: hours are missing."),
        _("Write hours_a_week in every row, and the team with its hours."),
    ),
    ("P1", "hours suffice"): (
        _(
            "The team has the time that the rows of the plan take. That is the rows alone, the whole team together; all "
            "duties, person by person, are judged under X7."
        ),
        NOTHING_TO_DO,
    ),
    ("P1", "hours short"): (
        _("The rows of the plan alone take more time than the whole team has, before any other duty (X7)."),
        _("Give up the row that brings least, or find the time."),
    ),
    ("P1", "off their hours"): (
        _("{segment}: a row is planned for the {slot:term}, when they are not online ({hours})."),
        _("Move it to a part of the day within their hours."),
    ),
    ("P1", "their hours unsaid"): (
        _("{segments:words}: when they are online is not known."),
        _("Write it in the audience decision, such as 18:00-22:00."),
    ),
    ("P1", "in their hours"): (_("{rows:count} rows lie within their segments' hours."), NOTHING_TO_DO),
    ("P2", "no posts"): (
        _("{platform:platform}: no post is old enough to say when to post; until then, morning and evening."),
        _("Post in both parts of the day, and add the export of posts."),
    ),
    ("P2", "no reach"): (
        _(
            "{platform:platform}: none of {seen:count} posts tells how many people it reached, so no part of the day can "
            "be compared; until then, morning and evening."
        ),
        _("Ask for an export of posts with their reach."),
    ),
    ("P2", "one hour"): (
        _(
            "{platform:platform}: all {posts:count} posts went out in the same hour, so there is nothing to compare it with."
        ),
        _("Post in the morning and in the evening for two months, then look again."),
    ),
    ("P2", "one part"): (
        _(
            "{platform:platform}: all {posts:count} posts went out in the same part of the day ({part:term}), so there is "
            "nothing to compare it with."
        ),
        _("Post in the morning and in the evening for two months, then look again."),
    ),
    ("P2", "thin"): (
        _("{platform:platform}: {posts:count} posts are too few to say; until then, morning and evening."),
        _("Keep posting in both; from sixty posts on they may tell."),
    ),
    ("P2", "none"): (
        _(
            "{platform:platform}: {posts:count} posts show no difference between the parts of the day and week beyond "
            "chance, so morning and evening."
        ),
        NOTHING_TO_DO,
    ),
    ("P2", "only worse"): (
        _(
            "{platform:platform}: no part of the week does better, but {slot:term} does worse ({factor:count} times the rest)."
        ),
        _("Move what is posted then to the other parts."),
    ),
    ("P2", "better part"): (
        _(
            "{platform:platform}: posts of {slots:terms} do better than the rest beyond chance; {slot:term} {factor:count} "
            "times ({low:count} to {high:count})."
        ),
        NOTHING_TO_DO,
    ),
    ("P2", "better part, few posts"): (
        _(
            "{platform:platform}: posts of {slots:terms} do better than the rest beyond chance; {slot:term} {factor:count} "
            "times, from {in_part:count} posts, too few for an interval."
        ),
        NOTHING_TO_DO,
    ),
    ("P2", "better part unused"): (
        _(
            "{platform:platform}: posts of {slots:terms} do better than the rest beyond chance ({factor:count} times), and the "
            "content decision has no time in the {unused:terms}."
        ),
        _("Add a time in that part of the day to the channel (notebook 04)."),
    ),
    ("P3", "no comments"): (
        _("{platforms:platforms}: no comment of the month is known, so nobody can say how fast we answer."),
        _MORE_COMMENTS,
    ),
    ("P3", "no promise"): (
        _(
            "{platform:platform}: half of {comments:count} comments had their answer within {median:wait}; no time is promised "
            "to hold that to."
        ),
        _("Decide within how many hours comments are answered: promise_hours."),
    ),
    ("P3", "no median, no promise"): (
        _(
            "{platform:platform}: fewer than half of {comments:count} comments got an answer, so there is no middle wait; "
            "nor is a time promised."
        ),
        _("Decide within how many hours comments are answered: promise_hours."),
    ),
    ("P3", "no median"): (
        _(
            "{platform:platform}: only {answered:count} of {comments:count} comments got an answer while they were watched, "
            "fewer than half, so there is no middle wait."
        ),
        _PROMISE_MENDS,
    ),
    ("P3", "fast"): (
        _(
            "{platform:platform}: half of {comments:count} comments had their answer within {median:wait}; promised are {promise:wait}."
        ),
        NOTHING_TO_DO,
    ),
    ("P3", "slow"): (
        _(
            "{platform:platform}: half of {comments:count} comments had their answer within {median:wait} only; promised are {promise:wait}."
        ),
        _PROMISE_MENDS,
    ),
    ("P3", "too young"): (
        _(
            "{platform:platform}: all {comments:count} comments are younger than the {promise:wait} promised; none can be judged yet."
        ),
        _("Look again when the export is a day older."),
    ),
    **{
        ("P3", f"{finding}{tail}"): (reason, remedy)
        for tail, reason in (
            (
                "",
                _(
                    "{platform:platform}: {k:count} of {n:count} comments were answered within the {promise:wait} promised: "
                    "{share:percent} ({low:percent} to {high:percent})."
                ),
            ),
            (
                ", some too young",
                _(
                    "{platform:platform}: {k:count} of {n:count} comments were answered within the {promise:wait} promised: "
                    "{share:percent} ({low:percent} to {high:percent}); too young to judge: {young:count}."
                ),
            ),
        )
        for finding, remedy in (
            ("kept", NOTHING_TO_DO),
            ("partly kept", _PROMISE_MENDS),
            ("broken", _PROMISE_MENDS),
        )
    },
    ("P3", "weekends unseen"): (
        _(
            "{platform:platform}: comments of weekdays and of weekends cannot be compared, for one of them has none to judge."
        ),
        _("Look again next month."),
    ),
    ("P3", "weekends alike"): (
        _(
            "{platform:platform}: weekends are not slower beyond chance ({weekend:percent} within the promise, {weekday:percent} on weekdays)."
        ),
        NOTHING_TO_DO,
    ),
    ("P3", "slow weekends"): (
        _(
            "{platform:platform}: at weekends {weekend:percent} of comments are answered within the promise, on weekdays "
            "{weekday:percent}; half had their answer within {weekend_median:wait} at weekends, within {weekday_median:wait} on weekdays."
        ),
        _("Give somebody hours at weekends, or say on the page when answers come."),
    ),
    ("P3", "slow weekends, no median"): (
        _(
            "{platform:platform}: at weekends {weekend:percent} of comments are answered within the promise, on weekdays "
            "{weekday:percent}; at weekends fewer than half got an answer at all."
        ),
        _("Give somebody hours at weekends, or say on the page when answers come."),
    ),
    ("R5.2", "answers unseen"): (
        _("{platform:platform}: how the answers end is not known."),
        _("Have the kind of each answer noted: question, call to action, or plain."),
    ),
    ("R5.2", "answers ask"): (
        _(
            "{platform:platform}: {share:percent} of {n:count} answers end with a question or a call to action ({low:percent} to {high:percent})."
        ),
        NOTHING_TO_DO,
    ),
    ("R5.2", "some answers ask"): (
        _(
            "{platform:platform}: {share:percent} of {n:count} answers end with a question or a call to action ({low:percent} "
            "to {high:percent}); the rest end the talk."
        ),
        _ANSWER,
    ),
    ("R5.2", "answers end flat"): (
        _(
            "{platform:platform}: only {share:percent} of {n:count} answers end with a question or a call to action "
            "({low:percent} to {high:percent})."
        ),
        _ANSWER,
    ),
    ("R5.2", "flat scripts"): (
        _(
            "The client's text for {occasions:terms} ends neither with a question nor with a call to action of the plan."
        ),
        _("Let it end with one, and the talk goes on."),
    ),
    ("R5.2", "scripts"): (
        _(
            "There are texts for praise, question, complaint and attack ({own:count} of the client's own, {ours:count} of "
            "the workbook's); each ends with a question or a call to action."
        ),
        NOTHING_TO_DO,
    ),
    ("R5.2", "feedback"): (_("People can answer: {ways:words}."), NOTHING_TO_DO),
    ("R5.2", "no feedback"): (
        _("Nothing says how people can give feedback."),
        _("Name the ways under feedback: comments, messages, polls."),
    ),
    ("R5.2", "off topic unsaid"): (
        _("Nothing says what becomes of talk that is not about the brand."),
        _("Decide off_topic; beside talk about the brand it helps people to become a community."),
    ),
    ("R5.2", "off topic welcome"): (
        _("Talk about other things is welcome beside talk about the brand."),
        NOTHING_TO_DO,
    ),
    ("R5.2", "off topic removed"): (
        _("Talk about other things is removed, though it helps people to become a community."),
        _("Leave it beside talk about the brand; remove what offends."),
    ),
    ("R5.3", "no ways"): (
        _("Nothing is decided of the six ways to attract people."),
        _("Say of each under attractions whether it is used, planned or refused, and why."),
    ),
    ("R5.3", "ways unsaid"): (
        _("Nothing is decided of {ways:ways}."),
        _("Say under attractions whether each is used, planned or refused, and why."),
    ),
    ("R5.3", "ways decided"): (
        _("Each of the six ways is decided: taken are {used:ways}, refused {refused:ways}."),
        NOTHING_TO_DO,
    ),
    ("R5.3", "all ways taken"): (_("All six ways to attract people are used or planned."), NOTHING_TO_DO),
    ("R5.3", "no way taken"): (
        _("All six ways to attract people are refused: a page that nobody is led to stays empty."),
        _("Take at least one of them."),
    ),
    ("R5.3", "ways without reason"): (
        _("No reason is on record for {ways:ways}."),
        _("Write it under why, so that it can be looked at again."),
    ),
    ("R5.3", "contest though refused"): (
        _("Contests are refused, yet {count:count} are planned."),
        _("Strike them, or take the way."),
    ),
    ("R5.3", "contest unnamed"): (
        _("Contests are used or planned, and none is named."),
        _("Name channel, day and draw under contests."),
    ),
    ("R5.3", "live unknown"): (
        _(
            "{platform:platform}: how many followers are alive is not known; a contest waits until surely {least:count} are."
        ),
        _("Look at a hundred followers drawn at random, and write the audit down (notebook 02)."),
    ),
    ("R5.3", "enough alive"): (
        _(
            "{platform:platform}: at least {low:count} followers are alive; a contest has its public from {least:count} on."
        ),
        NOTHING_TO_DO,
    ),
    ("R5.3", "too few alive"): (
        _(
            "{platform:platform}: only {low:count} followers are surely alive; a contest waits until {least:count} are."
        ),
        _("Put the contest off."),
    ),
    ("R5.3", "drawn at random"): (
        _("{platform:platform}: the winner of the contest is drawn at random."),
        NOTHING_TO_DO,
    ),
    ("R5.3", "drawn by jury"): (
        _("{platform:platform}: a jury finds the winner of the contest, which the losers will doubt."),
        _("Draw the winner at random, in public."),
    ),
    ("R5.3", "draw unsaid"): (
        _("{platform:platform}: nothing says how the winner of the contest is found."),
        _("Write it under draw; at random is the rule."),
    ),
    ("X7", "no team"): (
        _("The team is not named, so nobody can say whether its time suffices or what it has to learn."),
        _("Name the people with roles, hours and skills under team in the communication decision."),
    ),
    ("X7", "no duties"): (
        _("Nothing says who has which of the {count:count} duties."),
        _("Write them under duties in the communication decision."),
    ),
    ("X7", "duties without owner"): (
        _("Nobody has {duties:duties}."),
        _("Name who does it under duties, or say that it is not done."),
    ),
    ("X7", "every duty owned"): (_("Every duty has somebody who does it."), NOTHING_TO_DO),
    ("X7", "not of the team"): (
        _(
            "{names:words}: named for a duty or a row of the plan, but neither a person nor a role of the team."
        ),
        _("Add them to the team with their hours, or correct the name."),
    ),
    ("X7", "overloaded"): (
        _("{names:words}: their duties take more time than they have."),
        _("Move a duty to somebody who has the time, or find more."),
    ),
    ("X7", "hours of duties unsaid"): (
        _("Nobody is surely overloaded, but the time of some duties is not stated."),
        _("Write hours_a_week for every duty."),
    ),
    ("X7", "hours of people suffice"): (_("Nobody's duties take more time than they have."), NOTHING_TO_DO),
    ("X7", "firm unsaid"): (
        _("Whether the firm is large or small, or who has which duty, is not stated."),
        _("Write firm: a large one delegates, a small one combines duties."),
    ),
    ("X7", "small, combines"): (
        _("A small firm combines duties: {name} has {count:count}."),
        NOTHING_TO_DO,
    ),
    ("X7", "large, delegates"): (
        _("A large firm delegates: {people:count} people share the duties."),
        NOTHING_TO_DO,
    ),
    ("X7", "large, not delegated"): (
        _("The firm is large, yet {name} does it all."),
        _("Delegate: content, design, texts and pictures to specialists."),
    ),
    ("X7", "skills unsaid"): (
        _("What the team can do is not stated."),
        _("Give each person a level of 0 to 3 in each skill."),
    ),
    ("X7", "skills lacking"): (
        _("Nobody on the team is yet good enough at {skills:skills}."),
        _("Train somebody, or work with a specialist."),
    ),
    ("X7", "skills there"): (_("Somebody on the team is good enough at each skill."), NOTHING_TO_DO),
    **dict.fromkeys(
        [(rule, "communication undecided") for rule in ("R5.1", "P1", "R5.2", "R5.3", "X7")],
        (
            _("Nothing is decided of communication for this month, so there is nothing to judge."),
            _("Write promise, rows, ways, team and duties under decisions: communication in client.yml."),
        ),
    ),
}

HEADLINES: Mapping[str, str] = {
    "communication": _("{served:count} of {segments:count} segments served. {says}"),
    "communication, not carried": _(
        "{served:count} of {segments:count} segments served; the calendar carries {carried:count} of {rows:count} rows. {says}"
    ),
    "communication, no segments": _("The segments are not decided yet. {says}"),
    "communication, undecided": _("Nothing is decided of communication for {month:month}. {says}"),
    "communication, evenings": _(
        "{says} {platform:platform}: evening posts do {times:count} times the morning's."
    ),
    "communication, mornings": _(
        "{says} {platform:platform}: morning posts do {times:count} times the evening's."
    ),
    "communication, no comments": _("How fast comments are answered is not known."),
    "communication, replies": _(
        "Half of {comments:count} comments had their answer within {median:wait}, at weekends only within {weekend:wait}."
    ),
    "communication, slow": _("Fewer than half of {comments:count} comments got an answer."),
    "communication, no weekends": _(
        "Half of {comments:count} comments had their answer within {median:wait}."
    ),
}

FINDINGS: Mapping[str, str] = {
    "communication decided": _("Decided by {by}, in force since {since:month_word}: {why}"),
    "communication promise": _("Comments are promised an answer within {promise:wait}."),
    "communication no promise": _("No time is promised for an answer."),
    "communication undecided": _("Nothing is decided of communication for {month:month}."),
    "hours of the plan": _("The rows take {needed:count} hours a week of the team's {there:count}."),
    "hours of the plan undecided": _("No row is decided, so no time is needed yet."),
    "hours of the plan inside": _("Hours stand in the agency's own report only."),
    "post at": _("{platform:platform}: on weekdays {weekday:terms}, at weekends {weekend:terms}. {why}"),
    "parts that do better": _(
        "Better than other posts of the same month and format: {slots:terms}; put there what matters most. Else it is the usual morning and evening."
    ),
    "parts alike": _("No part of the week is better beyond chance, so it is the usual morning and evening."),
    "parts thin": _("{posts:count} posts with a reach are too few to tell, so it is the usual morning and evening."),
    "parts one": _("All posts went out in the {part:term}, so nothing can be compared: the usual morning and evening."),
    "parts unseen": _("No post with a reach is known, so it is the usual morning and evening."),
    "daypart title": _("{platform:platform}: when posts do better"),
    "daypart picture": _(
        "{platform:platform}, rate of engagement against other posts of the same month and format: {cells:words}."
    ),
    "daypart cell": _("{slot:term} {factor:count} times ({low:count} to {high:count}; posts: {posts:count})"),
    "daypart bare cell": _("{slot:term} {factor:count} times (posts: {posts:count}; no interval)"),
    "daypart few": _("A part with fewer than ten posts has no interval."),
    "evenings": _("Evening posts do {times:count} times the morning's ({low:count} to {high:count}; {posts:count} posts, all days)."),
    "mornings": _("Morning posts do {times:count} times the evening's ({low:count} to {high:count}; {posts:count} posts, all days)."),
    "reply title": _("{platform:platform}: how long comments wait for an answer"),
    "reply picture": _("{platform:platform}: {parts:words}.{promise}"),
    "reply part": _("of {comments:count} comments {when:term} half had their answer within {median:wait}"),
    "reply part, no median": _("of {comments:count} comments {when:term} fewer than half got an answer"),
    "reply promise": _(" Within the {promise:wait} promised: {share:percent} ({low:percent} to {high:percent})."),
    "replies known until": _("What is known of the answers ends on {day:day}; who has none by then may still get one."),
    "replies impossible": _(
        "{count:count} comments are left out, for their answer is dated before them."
    ),
    "no replies": _("No comment of the month is known."),
    "ways to talk": _("People can answer by {ways:words}."),
    "contest method": _("Whether a platform allows what a contest asks of people is graded with the methods (X1)."),
    "skills inside": _("The skills of the team stand in the agency's own report only."),
    "skills none": _("Nothing is said of the team's skills."),
}  # fmt: skip

SCRIPTS: Mapping[tuple[str, str], str] = {
    ("praise", "friendly"): _("Thank you, that makes our day! What did you like best?"),
    ("praise", "business"): _(
        "Thank you for your kind words; we have passed them on. What may we do even better next time?"
    ),
    ("praise", "informal"): _("You made us blush! Show us a picture, will you?"),
    ("question", "friendly"): _(
        "Good that you ask! [The answer.] Is there anything else we can tell you?"
    ),
    ("question", "business"): _(
        "Thank you for your question. [The answer.] Does it cover what you need to know?"
    ),
    ("question", "informal"): _("Great question! [The answer.] Got another one?"),
    ("complaint", "friendly"): _(
        "We are sorry, and thank you for telling us. We want to put it right: would you send us the "
        "details in a message?"
    ),
    ("complaint", "business"): _(
        "We apologise for the inconvenience and shall look into it today. Would you please send us the details?"
    ),
    ("complaint", "informal"): _("Oh no, sorry, that should not have happened! Drop us a message, will you, so that we can fix it?"),
    ("attack", "friendly"): _(
        "We hear that you are angry, and we would like to understand why. What happened, and what may we do for you?"
    ),
    ("attack", "business"): _(
        "We take your remark seriously and would like to learn the facts. Would you tell us in a message what happened?"
    ),
    ("attack", "informal"): _("Ouch! Somebody had a bad day, and we would like to make it better. What went wrong?"),
}  # fmt: skip
"""What is said on an occasion, by tone (in brackets what is to be filled in); kind also to an attack (guide, line 84), and each ends with a question."""

DUTIES: Mapping[str, str] = {
    "strategy": _("the strategy"),
    "audience": _("the audience and its needs"),
    "targeted_ads": _("targeted ads"),
    "activity": _("users' activity and answers"),
    "design": _("the design of communities"),
    "content": _("content of quality"),
    "analysis": _("the analysis of statistics"),
}
"""The duties of the guide; another duty of a brief goes by its key."""

SKILLS: Mapping[str, str] = {
    "online_promotion": _("promotion online"),
    "marketing": _("marketing communication"),
    "public": _("talk with the public online"),
    "literacy": _("spelling and a large vocabulary"),
    "humour": _("a sense of humour"),
    "networks": _("knowledge of the social networks"),
}
"""The skills of the guide; another skill of a brief goes by its key."""

WAYS: Mapping[str, str] = {
    "targeted_ads": _("targeted ads"),
    "community_ads": _("ads in other communities"),
    "widgets": _("widgets and links on the site"),
    "contests": _("promotions and contests"),
    "discounts": _("discounts"),
    "hashtags": _("hashtags"),
}
"""The six ways to attract people."""

STATES: Mapping[str, str] = {"used": _("used"), "planned": _("planned"), "refused": _("refused")}

UNKNOWN_WAY = _("nothing decided")

TERMS = (
    *(_("night"), _("morning"), _("midday"), _("afternoon"), _("evening")),
    *(_("in all"), _("weekday"), _("weekend"), _("on weekdays"), _("at weekends")),
    *(_("friendly"), _("business"), _("informal")),
    *(_("praise"), _("question"), _("complaint"), _("attack")),
    *(_("random"), _("jury"), _("quote"), _("anecdote")),
)
"""Words of findings that the code knows by themselves."""
