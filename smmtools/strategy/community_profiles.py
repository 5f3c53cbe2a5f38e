"""How each own community presents itself (R4.1, R4.5): what is filled, what is missing, its key words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.content_decision import ContentDecision, Profile
from smmtools.strategy.verdicts import Grade, Verdict

STAGE = "content"
FILLED = ("name", "description", "address", "link", "key_words")
"""What a profile says of itself (R4.5)."""
BRANDED = ("logo", "style")
"""What its pictures and videos are recognised by (R4.1)."""
SEARCHED = ("name", "description", "address")
"""Where people's searches look for key words."""


@dataclass(frozen=True)
class ProfileCase:
    """One own community, with what its profile lacks."""

    platform: str
    account: str
    profile: Profile | None
    missing: tuple[str, ...]
    """Of ``FILLED`` and ``BRANDED``."""
    without: tuple[str, ...]
    """Those of ``SEARCHED`` that are filled and carry no key word."""
    nowhere: tuple[str, ...]
    """Key words that occur in none of them."""


def profiles_of(case: ClientMonth, decision: ContentDecision | None) -> tuple[ProfileCase, ...]:
    """Every own community, whether or not the decision says anything of it."""
    said = {each.platform: each for each in decision.profiles} if decision else {}
    own = [each for each in case.brief.accounts if each.role == "own"]
    return tuple(_profile(each.platform, each.account, said.get(each.platform)) for each in own)


def _profile(platform: str, account: str, profile: Profile | None) -> ProfileCase:
    if profile is None:
        return ProfileCase(platform, account, None, (*FILLED, *BRANDED), (), ())
    missing = tuple(part for part in (*FILLED, *BRANDED) if not getattr(profile, part))
    filled = {part: getattr(profile, part) for part in SEARCHED if getattr(profile, part)}
    words = profile.key_words
    carried = {part: [word for word in words if _occurs(word, text, part)] for part, text in filled.items()}
    without = tuple(part for part, found in carried.items() if words and not found)
    nowhere = tuple(word for word in words if not any(word in found for found in carried.values()))
    return ProfileCase(platform, account, profile, missing, without, nowhere)


def _occurs(word: str, text: str, part: str) -> bool:
    """Whether a text has a word that begins so; an address has no gaps between words.

    >>> _occurs("pizza", "Pizzas at noon", "name"), _occurs("art", "a fresh start", "name")
    (True, False)
    >>> _occurs("family box", "@FamilyBox_ekb", "address")
    True
    """
    if part == "address":
        return _joined(word) in _joined(text)
    return bool(re.search(rf"(?<!\w){re.escape(word.casefold())}", text.casefold()))


def _joined(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def verdicts(cases: tuple[ProfileCase, ...]) -> Iterator[Verdict]:
    """R4.1 and R4.5 for each community."""
    for case in cases:
        facts: dict[str, object] = {"platform": case.platform, "account": case.account}
        if case.profile is None:
            yield Verdict("R4.1", STAGE, Grade.NO_DATA, "profile unseen", facts=facts)
            yield Verdict("R4.5", STAGE, Grade.NO_DATA, "profile unseen", facts=facts)
            continue
        yield _branded(case, facts)
        yield _filled(case, facts)
        yield _key_words(case, facts)
        yield _comments(case, facts)


def _branded(case: ProfileCase, facts: dict[str, object]) -> Verdict:
    lacking = [part for part in case.missing if part in BRANDED]
    facts = facts | {"lacking": lacking}
    grade, finding = (Grade.REVIEW, "not branded") if lacking else (Grade.PASS, "branded")
    return Verdict("R4.1", STAGE, grade, finding, len(BRANDED) - len(lacking), len(BRANDED), facts)


def _filled(case: ProfileCase, facts: dict[str, object]) -> Verdict:
    lacking = [part for part in case.missing if part in FILLED]
    facts = facts | {"lacking": lacking}
    grade, finding = (Grade.REVIEW, "profile incomplete") if lacking else (Grade.PASS, "profile complete")
    return Verdict("R4.5", STAGE, grade, finding, len(FILLED) - len(lacking), len(FILLED), facts)


def _key_words(case: ProfileCase, facts: dict[str, object]) -> Verdict:
    words = case.profile.key_words if case.profile else ()
    facts = facts | {"words": list(words), "without": list(case.without), "nowhere": list(case.nowhere)}
    if not words:
        return Verdict("R4.5", STAGE, Grade.NO_DATA, "no key words", facts=facts)
    found = len(words) - len(case.nowhere)
    finding = "key words nowhere" if case.nowhere else "key words missing" if case.without else "key words"
    grade = Grade.PASS if finding == "key words" else Grade.REVIEW
    return Verdict("R4.5", STAGE, grade, finding, found, len(words), facts)


def _comments(case: ProfileCase, facts: dict[str, object]) -> Verdict:
    said = case.profile.comments if case.profile else None
    if said is None:
        return Verdict("R4.5", STAGE, Grade.NO_DATA, "comments unknown", facts=facts)
    grade = Grade.PASS if said == "open" else Grade.REVIEW
    return Verdict("R4.5", STAGE, grade, f"comments {said}", facts=facts)
