"""The sentences of stage 06, indicators."""

from __future__ import annotations

from collections.abc import Mapping

from smmtools.present.wording.common import NOTHING_TO_DO, _

VERDICTS: Mapping[tuple[str, str], tuple[str, str]] = {
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
    "no indicator": _("{kpi} could not be measured this month."),
}

INDICATORS_OF = _("Indicators of {month:month}")

INTERVALS_LEGEND = _("filled: ours; hollow: competitors; line: 95% interval; tick: the month before")

COUNTED: Mapping[str, str] = {"post": _("posts"), "ad": _("ads"), "day": _("days"), "person": _("people")}
"""What the rows of an indicator's level are called."""
