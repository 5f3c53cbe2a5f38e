"""Site and social (X5): the principles of social media optimisation, and what a search finds a community by.

The guide numbers its principles 1, 3, 4 and 6; the second and the fifth are missing from it (lines 406–414)
and nothing is put in their place. The elements that a search reads are in its line 582. Where the content
decision holds a profile with key words they are looked up in it, as R4.5 does, and what the brief states of
them does not count: the two would contradict each other else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from smmtools.strategy.community_profiles import SEARCHED, ProfileCase
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "compliance"


@dataclass(frozen=True)
class Principle:
    """One thing that is so or not, and the line of the guide that asks for it."""

    key: str
    line: int
    number: int | None = None
    """Of the guide's own counting; None for an element of search."""


PRINCIPLES = (
    Principle("interesting", 408, 1),
    Principle("community_of_interest", 410, 3),
    Principle("general_posts", 412, 4),
    Principle("comment_form", 414, 6),
    Principle("name_key_words", 582),
    Principle("description_key_words", 582),
    Principle("address_key_words", 582),
)


@dataclass(frozen=True)
class SiteCase:
    """A principle with what is known: met, missed, or None where nobody looked."""

    principle: Principle
    met: bool | None


def assess_site(said: Mapping[str, bool | None]) -> tuple[SiteCase, ...]:
    """Every principle against the facts in the brief.

    >>> [case.met for case in assess_site({"interesting": True, "comment_form": False})][:4]
    [True, None, None, False]
    """
    return tuple(SiteCase(principle, said.get(principle.key)) for principle in PRINCIPLES)


def seen_in(profiles: Iterable[ProfileCase]) -> dict[str, bool]:
    """What the profiles with key words tell: an element is met where none that fills it lacks one."""
    told = [each for each in profiles if each.profile and each.profile.key_words]
    return {
        f"{part}_key_words": not any(part in each.without for each in told)
        for part in SEARCHED
        if any(getattr(each.profile, part) for each in told)
    }


def site_verdicts(cases: tuple[SiteCase, ...]) -> Iterator[Verdict]:
    """X5: one verdict for what is met, one for each that is missed, one for what nobody looked at."""
    met = [case.principle.key for case in cases if case.met]
    unknown = [case.principle.key for case in cases if case.met is None]
    if met:
        yield Verdict(
            "X5",
            STAGE,
            Grade.PASS,
            "met",
            len(met),
            len(cases),
            {"principles": met, "met": len(met), "asked": len(cases)},
        )
    for case in cases:
        if case.met is False:
            facts = {"principle": case.principle.key, "line": case.principle.line}
            yield Verdict("X5", STAGE, Grade.FAIL, "missed", 0, 1, facts)
    if unknown:
        yield Verdict("X5", STAGE, Grade.NO_DATA, "unknown", len(met), len(cases), {"principles": unknown})
