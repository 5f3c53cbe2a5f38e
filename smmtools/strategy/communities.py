"""Rule C2: which kind of community serves what a client needs, with the facts that say so.

What nothing is said of in the reference data is unknown: it counts neither for a kind nor against it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from smmtools.inputs.client import Community
from smmtools.inputs.platforms import Fact, Limit, Platforms, Setting
from smmtools.strategy.verdicts import Grade, Verdict


@dataclass(frozen=True)
class Kind:
    """One kind of community against a list of needs."""

    name: str
    setting: str
    """Who can see it: the setting that fits the needs."""
    offers: tuple[Fact, ...]
    lacks: tuple[Fact, ...]
    unknown: tuple[str, ...]
    """Needs that no fact speaks of."""

    @property
    def score(self) -> int:
        """Needs that are met less needs that are known not to be."""
        return len(_needs(self.offers)) - len(_needs(self.lacks))


@dataclass(frozen=True)
class Advice:
    """What is advised for one community, and how its decision compares."""

    community: Community
    kinds: tuple[Kind, ...]
    """Best first; empty where the reference data hold nothing of the platform."""
    limits: tuple[Limit, ...]

    @property
    def best(self) -> Kind | None:
        """The kind advised."""
        return self.kinds[0] if self.kinds else None

    @property
    def equal(self) -> bool:
        """Whether another kind meets the needs just as well."""
        return len(self.kinds) > 1 and self.kinds[0].score == self.kinds[1].score

    @property
    def decided(self) -> Kind | None:
        """The kind decided; None when none is, or when the platform does not have it."""
        return next((kind for kind in self.kinds if kind.name == self.community.kind), None)


def advise(community: Community, platforms: Platforms) -> Advice:
    """The kinds of community that a platform has, by how well they serve the needs; ties as in the source."""
    platform = platforms.by_name.get(community.platform)
    if platform is None:
        return Advice(community, (), ())
    kinds = [
        _against(name, facts, _setting(platform.settings[name], community.needs), community.needs)
        for name, facts in platform.facts.items()
    ]
    return Advice(community, tuple(sorted(kinds, key=lambda kind: -kind.score)), platform.limits)


def verdict_of(advice: Advice, stage: str) -> Verdict:
    """C2: the decided kind is the advised one, with its setting; or another; or nothing is on record."""
    said, best = advice.community, advice.best
    if best is None:
        return Verdict("C2", stage, Grade.NO_DATA, "no facts", facts=_named(advice))
    shown = advice.decided or best
    facts = {
        **_named(advice),
        "kind": shown,
        "advised": best,
        "decided": said.kind,
        "setting": said.setting or shown.setting,
        "met": len(_needs(shown.offers)),
        "asked": len(said.needs),
    }
    grade, finding = _judged(advice, best)
    return Verdict("C2", stage, grade, finding, len(_needs(shown.offers)), len(said.needs), facts)


def _judged(advice: Advice, best: Kind) -> tuple[Grade, str]:
    said, decided = advice.community, advice.decided
    if said.kind is None:
        return Grade.REVIEW, "either kind" if advice.equal else "kind undecided"
    if decided is None:
        return Grade.FAIL, "no such kind"
    if decided.score < best.score:
        return Grade.REVIEW, "another kind"
    if said.setting and said.setting != decided.setting:
        return Grade.REVIEW, "another setting"
    if decided.lacks or not decided.offers:
        return Grade.REVIEW, "needs unmet"
    return Grade.PASS, "kind fits"


def _named(advice: Advice) -> dict[str, object]:
    said = advice.community
    return {"platform": said.platform, "purpose": said.purpose, "needs": said.needs}


def _against(name: str, facts: Collection[Fact], setting: str, needs: Collection[str]) -> Kind:
    asked = [fact for fact in facts if fact.need in needs]
    spoken = {fact.need for fact in asked}
    return Kind(
        name,
        setting,
        tuple(fact for fact in asked if fact.offers),
        tuple(fact for fact in asked if not fact.offers),
        tuple(need for need in needs if need not in spoken),
    )


def _setting(settings: Collection[Setting], needs: Collection[str]) -> str:
    """The strictest setting whose need is stated; the first, which is open, when none is."""
    fitting = [setting for setting in settings if setting.need is None or setting.need in needs]
    return fitting[-1].name


def _needs(facts: Collection[Fact]) -> set[str]:
    return {fact.need for fact in facts}
