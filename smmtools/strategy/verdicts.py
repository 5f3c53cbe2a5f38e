"""Verdicts: a rule's ID, what was seen, and the threshold; the sentences live in present/wording/.

The thresholds that decide something live here, in one place, and are shown where they decide.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Grade(StrEnum):
    """What a rule says of what it saw. NO DATA is never a pass: it names what to ask for."""

    PASS = "PASS"
    REVIEW = "REVIEW"
    FAIL = "FAIL"
    NO_DATA = "NO DATA"


@dataclass(frozen=True)
class Verdict:
    """One rule applied once: its finding (a word that picks the sentence) and the numbers in it."""

    rule: str
    stage: str
    grade: Grade
    finding: str
    value: float | None = None
    threshold: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the sentence mentions: names, counts, dates, lists of words."""


@dataclass(frozen=True)
class Thresholds:
    """Every number that decides a verdict of the stages built so far."""

    tail: float = 0.05
    """G2: on track while neither tail of the count's distribution is below this."""
    fewest_days: int = 7
    """G2: under this many days it is too early to judge."""
    fewest_expected: float = 10.0
    """G2: under this many expected events it is too early to judge."""
    dispersion_weeks: int = 8
    """G2: the dispersion comes from this many weeks before the month."""
    fewest_weeks: int = 4
    """G2: with fewer earlier weeks than this the assumed dispersion is used, and said."""
    assumed_dispersion: float = 2.0
    """G2: variance over mean of a daily count when the client's own is unknown."""
    forecast_level: float = 0.9
    """G2: probability that the forecast interval should hold."""
    reach_pass: float = 0.80
    """G1: a goal can be reached from this probability on."""
    reach_review: float = 0.50
    """G1: below this probability it cannot as things are; between the two a person decides."""
    log_spread: float = 0.15
    """G1: how far times may change what a count will be, on the logarithm, where last year is not known."""
    most_prior_clicks: float = 200.0
    """G1: a benchmark is worth at most this many clicks, and a client's own clicks take their place."""
    fewest_rate_days: int = 10
    """G1: with fewer days than this the spread of a daily rate is assumed."""
    least_gain: float = 0.01
    """G1: a step that would add less than this to the probability limits nothing (simulation's own error)."""
    maturity_days: int = 7
    """A post younger than this at the export's date is shown, but no base for rates."""
    level: float = 0.95
    """Confidence level of every interval of an indicator."""
    over_cap_pass: float = 0.10
    """B1: within the cap while the chance to exceed it is at most this, however prices hang together."""
    over_cap_fail: float = 0.50
    """B1: over the cap when the chance to exceed it is at least this, however prices hang together."""
    overspend: float = 0.05
    """B1: spending up to this share more than the approved plan expected is within chance."""
    known_shown: float = 0.3
    """M3: a cohort's sales are corrected for those still to come from this known share on."""
    known_judged: float = 0.8
    """M3: a cohort's payback is judged from this known share on."""
    order_spread: float = 0.5
    """M3: standard deviation of an order's value over its mean, for the doubt in a cohort's sales."""
    none_sold: float = 3.0
    """M3: having sold nothing proves nothing while fewer orders than this would have repaid by now (95 %)."""
    near_bots: float = 2.0
    """X2: a follower for at most this many times the dearest price of a bot is near the price of bots."""
    curve_spread: float = 0.5
    """B2: how far a planned curve may be off, on the logarithm of the most there can be and of its spend."""
    low_share: float = 0.05
    """B2: the poor case of a split is the total response with this chance of less."""
    fewest_effective: float = 400.0
    """B2: history counts while its draws are worth at least this many independent ones."""
    prior_dominated: float = 0.8
    """B2: a curve rests on planning when history leaves more than this share of the marginal's spread."""
    match_pass: float = 0.85
    """A1: subscribers are the target from this match on."""
    match_review: float = 0.70
    """A1: below this match they are not; between the two a person decides."""
    alive_pass: float = 0.70
    """A2: enough subscribers are alive when the interval of their share lies at or above this."""
    alive_fail: float = 0.50
    """A2: most are dead when the interval lies below this."""
    fewest_jump: int = 10
    """A2: fewer followers than this gained in a day are no jump, however quiet the other days."""
    spend_explains: float = 2.0
    """A2: a day's ad spend explains a jump in growth from this many times the median day's on."""
    sure_first: float = 0.80
    """A3: a segment is surely first from this probability of rank 1 on."""
    clear_leader: float = 0.8
    """C1: one channel clearly leads when it ranks first with at least this probability."""
    same_texts: float = 0.2
    """R3.2: a network has content of its own while at most this share of texts stands on another, too."""
    half_drawn: float = 10.0
    """K5: with this many posts a format's factor is drawn half way to 1."""
    brand_run: int = 4
    """R4.4: the brand alternates while at most this many posts running are about it."""
    met_online: float = 0.5
    """R4.3: a segment is met while at least this share of its posts goes out when it is online."""
    sure_best: float = 0.8
    """K2: one post is surely the best from this probability on."""
    answers_pass: float = 0.80
    """P3, R5.2: answered within the promise, or ending with a question or a call, from this share on."""
    answers_fail: float = 0.50
    """P3, R5.2: surely fewer than this share; between the two a person decides."""
    most_posts_a_day: int = 3
    """P1, R4.2: no channel carries more posts a day than this, whatever its calendar says."""
    row_carried: float = 0.50
    """P1: a row of the plan is carried from this share of its posts in the calendar on."""
    fewest_live: int = 200
    """R5.3: a contest waits until the lower bound of the live followers is this."""
    skill_needed: int = 2
    """X7: somebody of the team should have each skill at this level, of 0 to 3."""
    grey_live: float = 200.0
    """X1: an exception for a grey method holds while at most so many followers may be alive."""
    fewest_accounts: int = 3
    """M2: with fewer accounts than this, ours among them, a place among them says little."""
    standing_pass: float = 0.5
    """M2: at or above the middle of the accounts from this percentile on."""
    attributed_pass: float = 0.8
    """M5: orders can be traced while at least this share names a post, a channel or what the buyer said."""
    days_to_mend: int = 7
    """What fails, and what is missing, is acted on within this many days after the month."""
    days_to_review: int = 14
    """What is to be reviewed is acted on within this many days after the month."""
    underspend: float = 0.20
    """X6: spending less than the approved plan by more than this share is told."""
    split_loss: float = 0.02
    """B2: what was settled on may bring this share less than the best split of the same money."""
    sure_target: float = 0.80
    """B2: a target is paid for when the split reaches it with at least this probability."""
    reach_overlap: float = 0.20
    """B3: channels hardly meet the same people while at most this share of the sum of reach is repeated."""
    lag_doubted: float = 0.05
    """M3: orders contradict the stated lag where so many late ones, or so few, are less likely than this."""
    fewest_months: int = 2
    """M4: with fewer months on record than this, nothing is said of a target beyond any of them."""
    stretch: float = 0.25
    """M4: a best month without an interval is surpassed by a target better by more than this share."""


THRESHOLDS = Thresholds()


def due_date(grade: Grade, month_end: dt.date, thresholds: Thresholds = THRESHOLDS) -> dt.date | None:
    """The day by which a verdict of a month is to be acted on; None when there is nothing to do.

    >>> due_date(Grade.FAIL, dt.date(2026, 10, 31)).isoformat()
    '2026-11-07'
    """
    if grade == Grade.PASS:
        return None
    days = thresholds.days_to_review if grade == Grade.REVIEW else thresholds.days_to_mend
    return month_end + dt.timedelta(days=days)


_WORST_FIRST = (Grade.FAIL, Grade.REVIEW, Grade.NO_DATA, Grade.PASS)


def worst(grades: Iterable[Grade]) -> Grade:
    """The gravest of several grades; NO DATA when there are none.

    >>> worst([Grade.PASS, Grade.NO_DATA]).value
    'NO DATA'
    """
    seen = set(grades)
    return next((grade for grade in _WORST_FIRST if grade in seen), Grade.NO_DATA)


def count_grades(grades: Iterable[Grade]) -> dict[str, int]:
    """How many verdicts of each grade there are, gravest first, absent grades left out.

    >>> count_grades([Grade.PASS, Grade.FAIL, Grade.PASS])
    {'FAIL': 1, 'PASS': 2}
    """
    seen = list(grades)
    return {grade.value: seen.count(grade) for grade in _WORST_FIRST if grade in seen}
