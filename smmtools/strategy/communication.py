"""Stage 05: who is told what, when and by whom; how fast and how people are answered; how they are won.

Rules R5.1 and P1 (coverage.py, rows_carried.py), P2 (timetable.py), P3 and R5.2 (answers.py), R5.3
(attraction.py) and X7 (team.py). What the month's posts and comments say is shown without a decision, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.communication_decision import CommunicationDecision
from smmtools.inputs.content_decision import ContentDecision
from smmtools.strategy import answers, attraction, coverage, rows_carried, team, timetable
from smmtools.strategy.answers import Answers, Script
from smmtools.strategy.attraction import Attractions
from smmtools.strategy.content import calendar_of
from smmtools.strategy.coverage import Coverage
from smmtools.strategy.rows_carried import CarriedRow
from smmtools.strategy.team import Team
from smmtools.strategy.timetable import ChannelTimes
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "communication"
RULES = ("R5.1", "P1", "P2", "P3", "R5.2", "R5.3", "X7")
"""What this stage judges."""
DECIDED = ("R5.1", "P1", "R5.2", "R5.3", "X7")
"""What cannot be judged without a decision; P2 and P3 look at posts and comments."""
TONES = ("friendly", "business", "informal")
USUAL_TONE = "friendly"
"""Of the scripts, where neither the segment's rows nor the content decision names one (guide, line 82)."""


@dataclass(frozen=True)
class SegmentTone:
    """The tone in which one segment is answered."""

    segment: str
    """Its name."""
    tone: str


@dataclass(frozen=True)
class CommunicationAssessment:
    """Everything stage 05 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: CommunicationDecision | None
    coverage: Coverage | None
    """None without a decision, as attractions and team are."""
    carried: tuple[CarriedRow, ...]
    """The rows beside the calendar of the month planned; none without one."""
    times: tuple[ChannelTimes, ...]
    answers: Answers
    scripts: tuple[Script, ...]
    tones: tuple[SegmentTone, ...]
    attractions: Attractions | None
    team: Team | None
    verdicts: tuple[Verdict, ...]

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None

    @property
    def promise(self) -> float | None:
        """Hours within which comments are to be answered; None where nothing is promised."""
        return self.decision.promise_hours if self.decision else None


def assess(case: ClientMonth) -> CommunicationAssessment:
    """Everything stage 05 says of a client's communication in the month, and of the plan for the next."""
    decision = case.brief.decided("communication", str(case.month))
    content = case.brief.decided("content", str(case.month))
    promise = decision.promise_hours if decision else None
    times, answered = timetable.times_of(case), answers.answers_of(case, promise)
    seen = [*timetable.verdicts_of(times, content), *answers.reply_verdicts(answered, promise)]
    scripts = answers.scripts_of(decision)
    if decision is None:
        bare = [Verdict(rule, STAGE, Grade.NO_DATA, "communication undecided") for rule in DECIDED]
        return CommunicationAssessment(
            case, None, None, (), times, answered, scripts, (), None, None, _in_order([*bare, *seen]),
        )  # fmt: skip
    audience = case.brief.decided("audience", str(case.month))
    channels = case.brief.decided("channels", str(case.month))
    covered = coverage.coverage_of(decision, audience, channels, content)
    # the calendar is solved once more here, for stages know no other's result
    posts = calendar_of(case) if covered.rows else ()
    carried = rows_carried.carried_rows(covered, posts, _planned_platforms(covered, content))
    attractions, people = attraction.attractions_of(decision, case), team.team_of(decision)
    verdicts = _in_order(
        [
            *coverage.row_verdicts(covered),
            *coverage.plan_verdicts(covered, channels, content),
            *rows_carried.verdicts_of(carried, calendar=bool(posts)),
            *seen,
            *answers.way_verdicts(answered, decision),
            *attraction.verdicts_of(attractions),
            *team.verdicts_of(people),
        ]
    )
    return CommunicationAssessment(
        case, decision, covered, carried if posts else (), times, answered, scripts,
        _tones(covered, content.tone if content else None), attractions, people, verdicts,
    )  # fmt: skip


def _planned_platforms(covered: Coverage, content: ContentDecision | None) -> list[str]:
    """The channels that the calendar is made for; without a content decision, those that rows name."""
    return [each.platform for each in (content.channels if content else covered.caps)]


def _in_order(verdicts: list[Verdict]) -> tuple[Verdict, ...]:
    """Rule by rule as the notebook tells them."""
    return tuple(sorted(verdicts, key=lambda verdict: RULES.index(verdict.rule)))


def _tones(covered: Coverage, usual: str | None) -> tuple[SegmentTone, ...]:
    def tone_of(segment: str) -> Iterator[str]:
        yield from (row.tone for row in covered.of(segment) if row.tone)
        yield usual or USUAL_TONE

    return tuple(SegmentTone(segment.name, next(tone_of(segment.key))) for segment in covered.segments)
