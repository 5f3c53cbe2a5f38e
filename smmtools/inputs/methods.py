"""The register of methods: what law and platforms say of each, where, since when, by which source (X1)."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ruamel.yaml import YAML

from smmtools.inputs import brief_words

METHODS = "methods.yml"
ADVERTISING = "advertising"
"""The method whose entries hold for every method that is advertising."""
HIDDEN = "hidden_promotion"
"""The method that an undisclosed paid mention is."""

Colour = Literal["white", "grey", "black"]
_GRAVEST = ("black", "grey", "white")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Characters that nobody sees; they would hide a word."""
_GAP = r"[\W_]{1,3}(?:(?:[\d.,]+k?|thousand|тыс)[\W_]{1,3}){0,3}"
"""Between two words of a phrase: a space, a hyphen, perhaps a number."""


@dataclass(frozen=True)
class Rule:
    """One entry. Without a platform, a jurisdiction or a first day it holds for all of them."""

    method: str
    law_ok: bool
    rules_ok: bool
    source: str
    date: str
    """The source's own, or that it has none."""
    platform: str | None = None
    jurisdiction: str | None = None
    valid_from: dt.date | None = None
    lines: tuple[int, ...] = ()
    """Of the guide, where that is the source; all of them where they contradict one another."""
    url: str | None = None
    disagreement: str | None = None
    """The word for how sources disagree; the strictest reading is the one that stands here."""

    @property
    def colour(self) -> Colour:
        """White: law and platform allow it; grey: the law only; black: not the law.

        >>> [Rule("m", law, rules, "guide", "undated").colour
        ...  for law, rules in ((True, True), (True, False), (False, True), (False, False))]
        ['white', 'grey', 'black', 'black']
        """
        if not self.law_ok:
            return "black"
        return "white" if self.rules_ok else "grey"


@dataclass(frozen=True)
class Mark:
    """What a paid mention must carry in a jurisdiction: a mark in words always, perhaps a token."""

    jurisdiction: str
    valid_from: dt.date
    token: bool
    source: str
    date: str
    url: str | None = None


@dataclass(frozen=True)
class Methods:
    """The register, with what is asked of paid mentions."""

    rules: tuple[Rule, ...] = ()
    marks: tuple[Mark, ...] = ()
    advertising: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    """The method that another name stands for."""
    words: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """What tells of a method in the words of an entry."""
    harmless: re.Pattern[str] | None = None
    """Phrases in which such words tell of nothing."""

    def named(self, written: str) -> str:
        """The register's name of a method that a brief calls otherwise; as it is written where none has it.

        >>> rules = (Rule("spam", False, False, "guide", "undated"),)
        >>> register = Methods(rules, aliases={"mass_mail": "spam"})
        >>> register.named("mass-mail"), register.named("spam"), register.named("e-mail")
        ('spam', 'spam', 'e-mail')
        """
        name = written.replace("-", "_")
        if self.knows(name):
            return name
        return self.aliases.get(name, written)

    def near(self, written: str) -> str | None:
        """The method that one which nobody knows was most likely meant to be, if any is near."""
        meant = brief_words.near(
            written.replace("-", "_"), {*(rule.method for rule in self.rules), *self.aliases}
        )
        return self.named(meant) if meant else None

    def told_by(self, texts: Iterable[str]) -> dict[str, str]:
        """The methods that words of these texts tell of, each with the first such words.

        >>> register = Methods(words={"bots": phrases(["bots"])}, harmless=phrases(["chat bots"]))
        >>> register.told_by(["1,000 BOTS in a week"]), register.told_by(["Chat-bots for orders", "Robots"])
        ({'bots': 'bots'}, {})
        """
        told: dict[str, str] = {}
        for text in map(_plain, texts):
            left = self.harmless.sub(" \N{PILCROW SIGN} ", text) if self.harmless else text
            found = ((method, pattern.search(left)) for method, pattern in self.words.items())
            told = {method: match[0] for method, match in found if match} | told
        return told

    def knows(self, method: str) -> bool:
        """Whether the register has the method at all."""
        return any(rule.method == method for rule in self.rules)

    def is_advertising(self, method: str) -> bool:
        """Whether what holds for advertising holds for the method."""
        return method in self.advertising

    def rules_for(
        self, method: str, platform: str | None, jurisdiction: str | None, day: dt.date, *, paid: bool = False
    ) -> tuple[Rule, ...]:
        """The entries that judge a method, the strictest first and of equals the most specific.

        Of the entries for one method, platform and jurisdiction only the latest valid by ``day`` counts.
        ``paid``: the use is advertising, whatever the method.
        """
        names = {method} | ({ADVERTISING} if paid or self.is_advertising(method) else set())
        places = {None, jurisdiction, *self._unions(jurisdiction)}
        fitting = [
            rule
            for rule in self.rules
            if rule.method in names
            and rule.platform in (None, platform)
            and rule.jurisdiction in places
            and (rule.valid_from is None or rule.valid_from <= day)
        ]
        return tuple(sorted(_latest(fitting), key=lambda rule: _strictest_first(rule, method, jurisdiction)))

    def mark_for(self, jurisdiction: str | None, day: dt.date) -> Mark | None:
        """What a paid mention must carry there and then; None where no more is asked than to disclose it."""
        places = {jurisdiction, *self._unions(jurisdiction)}
        held = [mark for mark in self.marks if mark.jurisdiction in places and mark.valid_from <= day]
        return max(held, key=lambda mark: mark.valid_from, default=None)

    def _unions(self, jurisdiction: str | None) -> Iterator[str]:
        return (union for union, members in self.members.items() if jurisdiction in members)


def load_methods(folder: Path) -> Methods:
    """Read ``methods.yml`` in the folder of reference data; an empty register where there is no such file."""
    path = folder / METHODS
    if not path.is_file():
        return Methods()
    said = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return Methods(
        tuple(Rule(**_entry(entry)) for entry in said["methods"]),
        tuple(Mark(**_entry(entry)) for entry in said["marks"]),
        frozenset(said["advertising"]),
        {union: frozenset(members) for union, members in said["members"].items()},
        {alias: method for method, aliases in said["aliases"].items() for alias in aliases},
        {method: phrases(itertools.chain(*rows)) for method, rows in said["words"].items()},
        phrases(itertools.chain(*said["harmless"])),
    )


def phrases(written: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these phrases as whole words; ``*`` stands for any ending.

    >>> found = phrases(["buy followers", "взлом*"])
    >>> [bool(found.search(text)) for text in ("buy 1,000 followers", "взломать", "buy our followers a pie")]
    [True, True, False]
    """
    each = (
        _GAP.join(re.escape(word).replace(r"\*", r"\w*") for word in _plain(phrase).split())
        for phrase in written
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])")


def _plain(text: str) -> str:
    """A text in small letters, one way to write each, without what nobody sees."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("ё", "е")


def _entry(said: Mapping[str, Any]) -> dict[str, Any]:
    lines = {"lines": tuple(said["lines"])} if "lines" in said else {}
    return {**said, "date": str(said["date"]), **lines}


def _latest(rules: Iterable[Rule]) -> Iterable[Rule]:
    """Of the entries for the same method, platform and jurisdiction the one that came last."""
    kept: dict[tuple[str | None, ...], Rule] = {}
    for rule in sorted(rules, key=lambda rule: rule.valid_from or dt.date.min):
        kept[rule.method, rule.platform, rule.jurisdiction] = rule
    return kept.values()


def _strictest_first(rule: Rule, method: str, jurisdiction: str | None) -> tuple[int | bool, ...]:
    """Black, grey, white; of equals the method's own entry, the very country's, a union's, a platform's."""
    return (
        _GRAVEST.index(rule.colour),
        rule.method != method,
        rule.jurisdiction != jurisdiction or jurisdiction is None,
        rule.jurisdiction is None,
        rule.platform is None,
    )
