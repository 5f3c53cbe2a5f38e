"""Stage 03: where there are enough buyers and few rivals, which channels to work, and in what form.

Rules R3.1 (never where buyers are few), R3.2 (open several, then go by what people do), R3.3 (know the
competitors), C1 (the opportunity of a channel) and C2 (the kind of community). The arithmetic of C1 is
in opportunity.py, what is seen of people and competitors in channels_seen.py, C2 in communities.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from smmtools.inputs.client import Candidate, ChannelsDecision, Goal
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods
from smmtools.strategy import channels_seen, communities
from smmtools.strategy.channels_seen import Observed, Rival, Rivals
from smmtools.strategy.communities import Advice
from smmtools.strategy.opportunity import (
    MONTE_CARLO_ERROR,
    Odds,
    audience_needed,
    odds,
    opportunity,
    ranks,
    serve,
    swap_weight,
)
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

__all__ = ["ChannelCase", "ChannelsAssessment", "Gate", "Swap", "assess", "opportunity"]

STAGE = "channels"
RULES = ("R3.1", "R3.2", "R3.3", "C1", "C2")
"""What this stage judges; without a decision none of them can be."""
_DAYS = {"day": 1.0, "week": 7.0}


@dataclass(frozen=True)
class Gate:
    """How many potential customers a channel must have for the main goal's month to be reachable."""

    target: float
    """What the goal asks for in the month; missing when there is no measurable goal."""
    reach_share: float
    ctr: float
    application_rate: float
    needed: float
    """A_min; missing when a part is."""
    measured: tuple[str, ...]
    """The rates that come from the month's own figures."""


@dataclass(frozen=True)
class ChannelCase:
    """One candidate channel with everything that is known of it."""

    candidate: Candidate
    rivals: tuple[Rival, ...]
    audience: float
    activity: float
    """K; missing when anything of it is unknown."""
    score: float
    """ln S; missing when A or K is."""
    rank: int | None
    """Among the channels that the gate lets pass and that have a score."""
    odds: Odds | None
    """None for a channel without a score."""
    passes: bool | None
    """The gate; None when it cannot be judged."""
    chosen: bool
    recommended: bool
    override: str | None

    @property
    def platform(self) -> str:
        """Where it is."""
        return self.candidate.platform


@dataclass(frozen=True)
class Swap:
    """The weight of the audience at which the two leading channels are equal."""

    first: str
    second: str
    weight: float
    """Missing when the leader leads at every weight."""
    now: float


@dataclass(frozen=True)
class ChannelsAssessment:
    """Everything stage 03 found; the notebook and the stage record show this and nothing else."""

    client_month: ClientMonth
    decision: ChannelsDecision | None
    gate: Gate | None
    cases: tuple[ChannelCase, ...]
    swap: Swap | None
    served: int
    """How many of the chosen channels the team's hours serve; 0 without a decision."""
    observed: tuple[Observed, ...]
    same_texts: float
    """Share of the month's texts that stand on more than one network; missing where that cannot be seen."""
    rivals: Rivals
    advice: tuple[Advice, ...]
    verdicts: tuple[Verdict, ...]
    monte_carlo_error: float = MONTE_CARLO_ERROR

    @property
    def owner(self) -> str | None:
        """Who acts on this stage's verdicts: who took its decision."""
        return self.decision.by if self.decision else None

    @property
    def recommended(self) -> tuple[str, ...]:
        """What the workbook recommends now, best first."""
        ordered = sorted(self.cases, key=lambda case: case.rank or math.inf)
        return tuple(case.platform for case in ordered if case.recommended)


def assess(case: ClientMonth) -> ChannelsAssessment:
    """Everything stage 03 says of a client's channels in the month."""
    decision = case.brief.decided("channels", str(case.month))
    rivals = channels_seen.rivals_of(case)
    observed, same = channels_seen.observed(case), channels_seen.same_texts(case)
    if decision is None:
        verdicts = tuple(Verdict(rule, STAGE, Grade.NO_DATA, "channels undecided") for rule in RULES)
        return ChannelsAssessment(case, None, None, (), None, 0, observed, same, rivals, (), verdicts)
    gate = _gate(case, decision)
    cases = _recommend(_ranked(_cases(case, decision, gate), decision, gate), decision)
    advice = tuple(communities.advise(each, case.platforms) for each in decision.communities)
    draft = ChannelsAssessment(
        case, decision, gate, cases, _swap(cases, decision), _served(cases, decision),
        observed, same, rivals, advice, (),
    )  # fmt: skip
    return replace(draft, verdicts=tuple(_verdicts(draft, decision, gate)))


def month_target(goal: Goal | None, month: pd.Period) -> float:
    """What a goal asks for in a whole month; missing without a measurable goal.

    A ramp counts with its target, which the channels are chosen to reach.
    """
    if goal is None or goal.target is None or goal.per is None:
        return math.nan
    days = _DAYS.get(goal.per)
    return goal.target if days is None else goal.target * month.days_in_month / days


def _gate(case: ClientMonth, decision: ChannelsDecision) -> Gate:
    """The gate by stated rates, else by the month's own; CTR then is by impressions, which asks for more."""
    goals = case.brief.decided("goals", str(case.month))
    main = next((goal for goal in goals.goals if goal.main), goals.goals[0]) if goals else None
    target = month_target(main, case.month)
    said = decision.gate
    funnel = periods.daily_funnel(case.tables, periods.days_of(case.month), case.social_sources)
    seen = funnel.dropna().sum()
    counts_applications = main is not None and str(main.indicator) == "applications"
    own = {
        "ctr": _ratio(seen["link_clicks"], seen["impressions"]),
        "application_rate": _ratio(seen["applications"], seen["link_clicks"] * counts_applications),
    }
    stated = {"ctr": said.ctr, "application_rate": said.application_rate}
    rates = {name: own[name] if rate is None else rate for name, rate in stated.items()}
    reach = math.nan if said.reach_share is None else said.reach_share
    measured = tuple(name for name, rate in stated.items() if rate is None and not math.isnan(own[name]))
    needed = audience_needed(target, reach, rates["ctr"], rates["application_rate"])
    return Gate(target, reach, rates["ctr"], rates["application_rate"], needed, measured)


def _ratio(top: float, bottom: float) -> float:
    return float(top / bottom) if bottom > 0 else math.nan


def _cases(case: ClientMonth, decision: ChannelsDecision, gate: Gate) -> tuple[ChannelCase, ...]:
    """The candidates with gate and score; ranks and recommendation come later."""
    overrides = {each.platform: each.why for each in decision.overrides}
    made = []
    for candidate in decision.candidates:
        rivals = channels_seen.known_rivals(case, candidate)
        audience = math.nan if candidate.audience is None else candidate.audience
        activity = channels_seen.activity(candidate, rivals)
        weights = decision.weights
        score = opportunity(audience, activity, weights.audience, weights.activity, decision.typical_activity)
        judged = not (math.isnan(audience) or math.isnan(gate.needed))
        made.append(
            ChannelCase(
                candidate, rivals, audience, activity, float(score), None, None,
                audience >= gate.needed if judged else None,
                candidate.platform in decision.chosen, False, overrides.get(candidate.platform),
            )
        )  # fmt: skip
    return tuple(made)


def _ranked(cases: Sequence[ChannelCase], decision: ChannelsDecision, gate: Gate) -> tuple[ChannelCase, ...]:
    """Ranks among the channels that pass, and how sure they are."""
    placed = ranks([case.score if case.passes is not False else math.nan for case in cases])
    scored = [case for case in cases if not math.isnan(case.score)]
    chances = odds(
        [case.platform for case in scored],
        [case.audience for case in scored],
        [case.activity for case in scored],
        [case.candidate.hours_a_week for case in scored],
        team_hours=decision.team_hours_a_week,
        uncertainty=decision.uncertainty,
        w_audience=decision.weights.audience,
        typical_activity=decision.typical_activity,
        needed=0.0 if math.isnan(gate.needed) else gate.needed,
    ) if scored else []  # fmt: skip
    by_platform = dict(zip((case.platform for case in scored), chances, strict=True))
    return tuple(
        replace(case, rank=rank, odds=by_platform.get(case.platform))
        for case, rank in zip(cases, placed, strict=True)
    )


def _recommend(cases: Sequence[ChannelCase], decision: ChannelsDecision) -> tuple[ChannelCase, ...]:
    """Best first as far as the hours go; a channel that alone passes the gate needs no rank."""
    admitted = [case for case in cases if case.passes is not False]
    lone = len(admitted) == 1 and admitted[0].passes
    scores = [
        (0.0 if lone else -math.inf) if math.isnan(case.score) else case.score
        for case in cases
    ]  # fmt: skip
    scores = [
        score if case.passes is not False else -math.inf for case, score in zip(cases, scores, strict=True)
    ]
    hours = [case.candidate.hours_a_week for case in cases]
    served = serve(np.array([scores]), hours, decision.team_hours_a_week)[0]
    return tuple(replace(case, recommended=bool(fits)) for case, fits in zip(cases, served, strict=True))


def _served(cases: Sequence[ChannelCase], decision: ChannelsDecision) -> int:
    """How many of the chosen channels the hours serve, the least demanding first."""
    used, served = 0.0, 0
    for hours in sorted(case.candidate.hours_a_week for case in cases if case.chosen):
        used += hours
        served += used <= decision.team_hours_a_week + 1e-9
    return served


def _swap(cases: Sequence[ChannelCase], decision: ChannelsDecision) -> Swap | None:
    """The two best-ranked channels; None when fewer than two are ranked."""
    leaders = sorted((case for case in cases if case.rank), key=lambda case: case.rank or 0)[:2]
    if len(leaders) < 2:
        return None
    one, two = leaders
    audiences, activities = [one.audience, two.audience], [one.activity, two.activity]
    weight = swap_weight(audiences, activities, decision.typical_activity)
    return Swap(one.platform, two.platform, weight, decision.weights.audience)


def _verdicts(draft: ChannelsAssessment, decision: ChannelsDecision, gate: Gate) -> Iterator[Verdict]:
    for case in draft.cases:
        yield _of_gate(case, gate)
    yield from _of_several(draft, decision)
    for case in draft.cases:
        if case.chosen:
            yield _of_rivals(draft, case)
    yield from _of_activity(draft.cases)
    yield _of_ranking(draft)
    yield _of_decision(draft, decision)
    yield _of_hours(draft)
    yield from (communities.verdict_of(advice, STAGE) for advice in draft.advice)
    if not draft.advice:
        yield Verdict("C2", STAGE, Grade.NO_DATA, "no communities")


def _of_gate(case: ChannelCase, gate: Gate) -> Verdict:
    """R3.1: a channel with too few potential customers is refused; an override is shown, never silent."""
    facts = {
        "platform": case.platform,
        "audience": case.audience,
        "needed": gate.needed,
        "why": case.override,
    }
    if case.passes is None:
        finding = "audience unknown" if math.isnan(case.audience) else "gate unknown"
        return Verdict("R3.1", STAGE, Grade.NO_DATA, finding, facts=facts)
    grade, finding = Grade.PASS, "enough buyers"
    if not case.passes:
        grade, finding = _below(case)
    return Verdict("R3.1", STAGE, grade, finding, case.audience, gate.needed, facts)


def _below(case: ChannelCase) -> tuple[Grade, str]:
    """What is said of a channel below the gate: left alone it is no fault."""
    if not case.chosen:
        return Grade.PASS, "left out"
    return (Grade.REVIEW, "below, overridden") if case.override else (Grade.FAIL, "refused")


def _of_several(draft: ChannelsAssessment, decision: ChannelsDecision) -> Iterator[Verdict]:
    """R3.2: several at first, then by what people do; content of its own for each, and a specialist."""
    count = len(decision.chosen)
    several = {"count": count, "specialist": decision.specialist, "platform": decision.chosen[0]}
    if count == 1:
        yield Verdict("R3.2", STAGE, Grade.REVIEW, "only one", 1, 2, several)
    elif not decision.specialist:
        yield Verdict("R3.2", STAGE, Grade.REVIEW, "no specialist", count, facts=several)
    else:
        yield Verdict("R3.2", STAGE, Grade.PASS, "several", count, 2, several)
    yield _of_people(draft)
    if math.isnan(draft.same_texts):
        yield Verdict("R3.2", STAGE, Grade.NO_DATA, "texts unseen")
        return
    facts = {"share": draft.same_texts}
    fine = draft.same_texts <= THRESHOLDS.same_texts
    grade, finding = (Grade.PASS, "own content") if fine else (Grade.REVIEW, "same content")
    yield Verdict("R3.2", STAGE, grade, finding, draft.same_texts, THRESHOLDS.same_texts, facts)


def _of_people(draft: ChannelsAssessment) -> Verdict:
    """R3.2: whether people do most where the workbook sees the best opportunity."""
    ranked = [case for case in draft.cases if case.rank == 1]
    seen = [each for each in draft.observed if not math.isnan(each.acts)]
    if len(seen) < 2 or not ranked:
        return Verdict("R3.2", STAGE, Grade.NO_DATA, "people unseen", len(seen), 2)
    busiest, leader = seen[0], ranked[0].platform
    facts: dict[str, object] = {"busiest": busiest.platform, "acts": busiest.acts, "leader": leader}
    same = busiest.platform == leader
    grade, finding = (Grade.PASS, "people agree") if same else (Grade.REVIEW, "people elsewhere")
    return Verdict("R3.2", STAGE, grade, finding, busiest.acts, facts=facts)


def _of_rivals(draft: ChannelsAssessment, case: ChannelCase) -> Verdict:
    """R3.3: competitors are known by what they post; not to have looked is no data."""
    posts = draft.rivals.table
    theirs = posts[posts["platform"] == case.platform]
    facts = {"platform": case.platform, "accounts": len(theirs), "posts": int(theirs["posts"].sum())}
    if theirs.empty:
        return Verdict("R3.3", STAGE, Grade.NO_DATA, "rivals unseen", facts=facts)
    return Verdict("R3.3", STAGE, Grade.PASS, "rivals known", len(theirs), facts=facts)


def _of_activity(cases: Sequence[ChannelCase]) -> Iterator[Verdict]:
    """C1: a channel whose competitors are unknown has no place in the order."""
    for case in cases:
        if not math.isnan(case.activity):
            continue
        unknown = [rival.account for rival in case.rivals if math.isnan(rival.activity)]
        facts = {"platform": case.platform, "rivals": unknown}
        finding = "nobody looked" if case.candidate.rivals is None else "activity unknown"
        yield Verdict("C1", STAGE, Grade.NO_DATA, finding, facts=facts)


def _of_ranking(draft: ChannelsAssessment) -> Verdict:
    """C1: whether one channel clearly leads."""
    ranked = sorted((case for case in draft.cases if case.rank), key=lambda case: case.rank or 0)
    if len(draft.cases) == 1:
        lone = {"platform": draft.cases[0].platform}
        return Verdict("C1", STAGE, Grade.REVIEW, "one candidate", 1, 2, lone)
    if len(ranked) < 2:
        return Verdict("C1", STAGE, Grade.NO_DATA, "not ranked", len(ranked), 2)
    leader, second = ranked[0], ranked[1]
    chance = leader.odds.first if leader.odds else math.nan
    facts = {"leader": leader.platform, "second": second.platform, "chance": chance}
    clear = chance >= THRESHOLDS.clear_leader
    grade, finding = (Grade.PASS, "clear leader") if clear else (Grade.REVIEW, "close")
    return Verdict("C1", STAGE, grade, finding, chance, THRESHOLDS.clear_leader, facts)


def _of_decision(draft: ChannelsAssessment, decision: ChannelsDecision) -> Verdict:
    """C1: what was chosen against what was recommended, then if that is on record, else now."""
    recommended = draft.recommended if decision.recommended is None else decision.recommended
    differing = set(recommended) ^ set(decision.chosen)
    reasons = {each.platform: each.why for each in decision.overrides}
    facts = {
        "chosen": decision.chosen,
        "recommended": recommended,
        "why": [reasons[name] for name in sorted(differing) if name in reasons],
        "unexplained": sorted(differing - reasons.keys()),
    }
    if not recommended:
        return Verdict("C1", STAGE, Grade.NO_DATA, "nothing recommended", facts=facts)
    if not differing:
        return Verdict("C1", STAGE, Grade.PASS, "followed", 0, 0, facts)
    if facts["unexplained"]:
        return Verdict("C1", STAGE, Grade.FAIL, "departed", len(differing), 0, facts)
    return Verdict("C1", STAGE, Grade.REVIEW, "overridden", len(differing), 0, facts)


def _of_hours(draft: ChannelsAssessment) -> Verdict:
    """C1: how many of the chosen channels the team's hours serve; the hours themselves are internal."""
    chosen = sum(case.chosen for case in draft.cases)
    facts = {"served": draft.served, "chosen": chosen}
    fits = draft.served >= chosen
    grade, finding = (Grade.PASS, "hours suffice") if fits else (Grade.FAIL, "too many channels")
    return Verdict("C1", STAGE, grade, finding, draft.served, chosen, facts)
