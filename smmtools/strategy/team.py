"""Rule X7: who does what, whether their hours suffice, and what the team has yet to learn.

Hours and levels of skill are the agency's own: no verdict holds them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from smmtools.inputs.communication_decision import CommunicationDecision, Duty, Member
from smmtools.strategy.verdicts import THRESHOLDS, Grade, Verdict

STAGE = "communication"
DUTIES: Mapping[str, int] = {
    "strategy": 148,
    "audience": 149,
    "targeted_ads": 150,
    "activity": 151,
    "design": 152,
    "content": 153,
    "analysis": 154,
}
"""The duties of social media marketing, each with its line of the guide; a brief may add others."""
SKILLS: Mapping[str, int] = {
    "online_promotion": 436,
    "marketing": 438,
    "public": 440,
    "literacy": 442,
    "humour": 444,
    "networks": 446,
}
"""The skills that the guide asks for, each with its line; a brief may add others."""


@dataclass(frozen=True)
class Load:
    """What one person, or one role, has to do."""

    name: str
    duties: tuple[str, ...]
    needed: float
    """Hours a week of its duties; missing where one does not say. Internal."""
    known: float
    """Hours of the duties that do say. Internal."""
    there: float
    """Hours a week that there are: the person's, or those of everybody with the role. Internal."""
    people: tuple[str, ...]
    """The person, or all who have the role."""

    @property
    def overloaded(self) -> bool:
        """Whether the duties surely take more than there is."""
        return self.known > self.there + 1e-9


@dataclass(frozen=True)
class Skill:
    """One skill over the team: levels 0 to 3 by person, missing where nothing is said. Internal."""

    key: str
    levels: Mapping[str, int | None]
    needed: int

    @property
    def gap(self) -> bool:
        """Whether nobody has the level needed."""
        return max((level for level in self.levels.values() if level is not None), default=-1) < self.needed


@dataclass(frozen=True)
class Team:
    """Who does what."""

    members: tuple[Member, ...]
    duties: tuple[Duty, ...]
    unowned: tuple[str, ...]
    """Duties of the guide that nobody has, and those named without anyone."""
    strangers: tuple[str, ...]
    """Who is named for a duty or a row of the plan, and is neither a person nor a role of the team."""
    people: tuple[Load, ...]
    roles: tuple[Load, ...]
    skills: tuple[Skill, ...]
    firm: str | None


def team_of(decision: CommunicationDecision) -> Team:
    """The team, its duties, loads and skills, as decided."""
    owned = {each.duty for each in decision.duties if each.who}
    named = dict.fromkeys([*DUTIES, *(each.duty for each in decision.duties)])
    return Team(
        decision.team,
        decision.duties,
        tuple(duty for duty in named if duty not in owned),
        _strangers(decision),
        tuple(_person(member, decision) for member in decision.team),
        tuple(_role(role, decision) for role in _roles(decision.team)),
        _skills(decision.team),
        decision.firm,
    )


def verdicts_of(team: Team) -> Iterator[Verdict]:
    """X7: every duty has its person, whose hours suffice; the size of the firm; what is to be learnt."""
    yield _of_duties(team)
    if team.strangers:
        facts = {"names": team.strangers}
        yield Verdict("X7", STAGE, Grade.REVIEW, "not of the team", len(team.strangers), 0, facts)
    if not team.members:
        yield Verdict("X7", STAGE, Grade.NO_DATA, "no team")
        return
    yield _of_load(team)
    yield _of_firm(team)
    yield _of_skills(team)


def share_of(duty: Duty, person: str, team: Sequence[Member]) -> float:
    """The part of a duty that falls to a person: all of one's own, an equal part of a role's.

    A name that is a person's counts as the person's, whatever roles are called.
    """
    if duty.who is None:
        return 0.0
    if any(member.name == duty.who for member in team):
        return float(duty.who == person)
    holders = [member.name for member in team if duty.who in member.roles]
    return 1 / len(holders) if person in holders else 0.0


def _person(member: Member, decision: CommunicationDecision) -> Load:
    shares = [(duty, share_of(duty, member.name, decision.team)) for duty in decision.duties]
    mine = [(duty, share) for duty, share in shares if share]
    return _load(member.name, mine, member.hours_a_week, (member.name,))


def _role(role: str, decision: CommunicationDecision) -> Load:
    holders = [member for member in decision.team if role in member.roles]
    mine = [(duty, 1.0) for duty in decision.duties if role == _role_of(duty, decision.team)]
    there = sum(member.hours_a_week for member in holders)
    return _load(role, mine, there, tuple(member.name for member in holders))


def _load(name: str, duties: Sequence[tuple[Duty, float]], there: float, people: tuple[str, ...]) -> Load:
    hours = [math.nan if duty.hours_a_week is None else duty.hours_a_week * share for duty, share in duties]
    known = sum(each for each in hours if not math.isnan(each))
    return Load(name, tuple(duty.duty for duty, _ in duties), float(sum(hours)), float(known), there, people)


def _role_of(duty: Duty, team: Sequence[Member]) -> str | None:
    """The role a duty falls to: the one named, or of the person's roles the one like it, else the first."""
    person = next((member for member in team if member.name == duty.who), None)
    if person is None:
        return duty.who
    like = duty.duty.replace("_", " ").casefold()
    return next((role for role in person.roles if role.casefold() == like), person.roles[0])


def _roles(team: Sequence[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for member in team for role in member.roles))


def _strangers(decision: CommunicationDecision) -> tuple[str, ...]:
    if not decision.team:
        return ()
    known = {member.name for member in decision.team} | set(_roles(decision.team))
    named = [each.who for each in decision.duties] + [each.owner for each in decision.contacts]
    return tuple(dict.fromkeys(name for name in named if name and name not in known))


def _skills(team: Sequence[Member]) -> tuple[Skill, ...]:
    keys = dict.fromkeys([*SKILLS, *(key for member in team for key in member.skills)])
    return tuple(
        Skill(key, {member.name: member.skills.get(key) for member in team}, THRESHOLDS.skill_needed)
        for key in keys
    )


def _of_duties(team: Team) -> Verdict:
    facts = {"duties": team.unowned, "count": len(DUTIES)}
    if not team.duties:
        return Verdict("X7", STAGE, Grade.NO_DATA, "no duties", 0, len(DUTIES), facts)
    if team.unowned:
        return Verdict("X7", STAGE, Grade.FAIL, "duties without owner", len(team.unowned), 0, facts)
    return Verdict("X7", STAGE, Grade.PASS, "every duty owned", 0, 0, facts)


def _of_load(team: Team) -> Verdict:
    over = [load.name for load in team.people if load.overloaded]
    facts = {"names": over, "count": len(team.people)}
    if over:
        return Verdict("X7", STAGE, Grade.FAIL, "overloaded", len(over), 0, facts)
    silent = [duty.duty for duty in team.duties if duty.hours_a_week is None]
    if silent or not team.duties:
        unsaid = {"duties": list(dict.fromkeys(silent))}
        return Verdict("X7", STAGE, Grade.NO_DATA, "hours of duties unsaid", len(silent), 0, facts | unsaid)
    return Verdict("X7", STAGE, Grade.PASS, "hours of people suffice", 0, 0, facts)


def _of_firm(team: Team) -> Verdict:
    """A large firm delegates, in a small one a person combines duties (guide, line 420)."""
    busiest = max(team.people, key=lambda load: len(set(load.duties)))
    at_work = [load.name for load in team.people if load.duties]
    facts = {"name": busiest.name, "count": len(set(busiest.duties)), "people": len(at_work)}
    if team.firm is None or not team.duties:
        return Verdict("X7", STAGE, Grade.NO_DATA, "firm unsaid")
    if team.firm == "small":
        return Verdict("X7", STAGE, Grade.PASS, "small, combines", facts=facts)
    if len(at_work) < 2:
        return Verdict("X7", STAGE, Grade.REVIEW, "large, not delegated", len(at_work), 2, facts)
    return Verdict("X7", STAGE, Grade.PASS, "large, delegates", len(at_work), 2, facts)


def _of_skills(team: Team) -> Verdict:
    """What nobody can do well enough yet; a skill of which nothing is said is asked for first."""
    if not any(member.skills for member in team.members):
        return Verdict("X7", STAGE, Grade.NO_DATA, "skills unsaid")
    gaps = [skill.key for skill in team.skills if skill.gap]
    facts = {"skills": gaps, "count": len(team.skills)}
    if gaps:
        return Verdict("X7", STAGE, Grade.REVIEW, "skills lacking", len(gaps), 0, facts)
    return Verdict("X7", STAGE, Grade.PASS, "skills there", 0, 0, facts)
