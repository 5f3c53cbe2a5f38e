"""The sentences of stage 00, start here."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("X1", "named"): (
        _("The brief names the jurisdiction {jurisdiction:country}, which decides what methods are allowed."),
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
}

HEADLINES: Mapping[str, str] = {
    "start-here": _("{files:count} files read; the data reach to {last:day}."),
    "start-here, missing": _(
        "{files:count} files read; the data reach to {last:day}, without {missing:kinds}."
    ),
    "start-here, nothing": _("Nothing is known yet but the brief. To ask for: {missing:kinds}."),
}

FINDINGS: Mapping[str, str] = {
    "panel off": _("This report holds the data of {client} and of no other client."),
    "no warnings": _("The files raised no warning."),
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

VAT: Mapping[str, str] = {
    "included": _("{currency}, VAT included"),
    "excluded": _("{currency}, VAT excluded"),
    "none": _("{currency}, no VAT"),
}

KNOWN_AT = _("Known at the end of {month:month}")
