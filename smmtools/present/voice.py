"""Says what was found in a client's language: sentences by the message catalogue, figures by locale."""

from __future__ import annotations

import datetime as dt
import math
import string
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.pofile import read_po

from smmtools.inputs.client_month import ClientMonth
from smmtools.inputs.methods import Rule
from smmtools.inputs.platforms import Fact
from smmtools.measures.audience import ELSEWHERE
from smmtools.measures.kpis import REGISTRY
from smmtools.present import formats, wording
from smmtools.strategy.calendar_problem import FIXED, Demand
from smmtools.strategy.communities import Kind
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.planned_acts import Act
from smmtools.strategy.start_here import Known
from smmtools.strategy.verdicts import Verdict

CATALOGUES = Path(__file__).parent / "catalogues"
"""One file of messages a language, ``ru.po``; English is the language that the sentences are written in."""

ENGLISH = "en"


def languages(folder: Path = CATALOGUES) -> frozenset[str]:
    """The languages that reports can be written in."""
    return frozenset({ENGLISH, *(path.stem for path in folder.glob("*.po"))})


class Voice:
    """A language with its way to write figures.

    A language without a catalogue is spoken in English, figures included, rather than half and half.

    >>> voice = Voice("en")
    >>> voice.say("{seen:count} of {part:percent}", seen=38_123, part=0.0423)
    '38,100 of 4.23%'
    >>> voice.channel(Channel("vk", part="ads")), voice.channel(Channel())
    ('VK ads', 'all social channels')
    """

    def __init__(self, language: str, folder: Path = CATALOGUES) -> None:
        locale = Locale.parse(language.replace("-", "_"))
        spoken = locale.language in languages(folder)
        self.locale = str(locale) if spoken else ENGLISH
        self._messages = _catalogue(folder / f"{locale.language}.po") if spoken else {}
        self._writers: Mapping[str, Callable[[Any], str]] = {
            "count": self.number,
            "exact": self.exact,
            "percent": self.percent,
            "chance": self.chance,
            "day": self.day,
            "month": self.month,
            "month_word": self.month_word,
            "country": self.country,
            "words": self.words,
            "term": self.text,
            "amount": lambda amount: self.money(*amount),
            "signed": lambda amount: self.signed(*amount),
            "factor": lambda factor: self.text(wording.review.FACTORS[factor]),
            "against": lambda key: self.text(wording.review.AGAINST[key]),
            "mend": lambda family: self.text(wording.review.MEND[family]),
            "figure": lambda figure: self.figure(*figure),
            "watched": lambda where: self.watched(*where),
            "exact_amount": lambda amount: self.exact_money(*amount),
            "parts": lambda parts: self.words(self.text(wording.common.PARTS[part]) for part in parts),
            "step": lambda step: self.text(wording.goals.FUNNEL_STEPS[step]),
            "steps": lambda steps: self.words(self.text(wording.goals.FUNNEL_STEPS[step]) for step in steps),
            "channel": self.channel,
            "apart": lambda parts: self.words(
                self.say(wording.budget.APART, where=where, estimated=estimated, divided=divided)
                for where, estimated, divided in parts
            ),
            "channels": lambda channels: self.words(self.channel(each) for each in channels),
            "kinds": lambda kinds: self.words(self.kind(each) for each in kinds),
            "cells": lambda cells: self.words(self.cell(*each) for each in cells),
            "platform": self.platform,
            "terms": lambda terms: self.words(self.text(term) for term in terms),
            "days": lambda days: self.words(self.day(each) for each in days),
            "content_parts": lambda names: self.words(
                self.text(wording.content.PARTS[name]) for name in names
            ),
            "mix": lambda shares: self.words(
                self.say(wording.content.MIX_PART, kind=kind, share=share) for kind, share in shares.items()
            ),
            "demands": lambda demands: self.words(self.demand(each) for each in demands),
            "platforms": lambda names: self.words(self.platform(name) for name in names),
            "kind_as_decided": self.kind_of_community,
            "kind_reasons": self.kind_reasons,
            "wait": self.wait,
            "per": lambda unit: self.named(wording.indicators.PER, unit),
            "roles": lambda roles: self.words(
                self.text(wording.indicators.WRONG_ROLES[role]) for role in roles
            ),
            "in_days": self.in_days,
            "fee_part": lambda key: self.text(wording.payback.FEES[key]),
            "months": lambda each: self.words(self.month(day) for day in each),
            "risk_kinds": lambda kinds: self.words(self.text(wording.payback.RISKS[kind]) for kind in kinds),
            "duties": lambda keys: self.words(self.named(wording.communication.DUTIES, key) for key in keys),
            "skills": lambda keys: self.words(self.named(wording.communication.SKILLS, key) for key in keys),
            "ways": lambda keys: self.words(self.named(wording.communication.WAYS, key) for key in keys),
            "act": self.act,
            "who": lambda act: act.by,
            "method": self.method,
            "methods": lambda names: self.words(self.method(name) for name in names),
            "source": self.source,
            "signature": lambda parts: self.words(
                self.text(wording.compliance.SIGNATURE[part]) for part in parts
            ),
            "clauses": lambda keys: self.words(self.text(wording.contract.CLAUSES[key]) for key in keys),
            "principle": lambda key: self.text(wording.compliance.PRINCIPLES[key]),
            "principles": lambda keys: self.words(
                self.text(wording.compliance.PRINCIPLES[key]) for key in keys
            ),
        }

    def text(self, message: str) -> str:
        """A message in this language; as it is written when the catalogue lacks it."""
        return self._messages.get(message) or message

    def say(self, template: str, **figures: Any) -> str:
        """A template in this language, each figure written as its word asks."""
        return _Filler(self._writers).format(self.text(template), **figures)

    def verdict(self, verdict: Verdict) -> tuple[str, str]:
        """Reason and remedy of a verdict."""
        reason, remedy = wording.VERDICTS[verdict.rule, verdict.finding]
        return self.say(reason, **verdict.facts), self.say(remedy, **verdict.facts)

    def headline(self, kind: str, **figures: Any) -> str:
        """The one sentence of a stage that stands on a report's first screen."""
        return self.say(wording.HEADLINES[kind], **figures)

    def finding(self, kind: str, **figures: Any) -> str:
        """A sentence between the figures of a stage."""
        return self.say(wording.FINDINGS[kind], **figures)

    def number(self, value: float | None) -> str:
        """A count or an average."""
        return formats.number(value, self.locale)

    def exact(self, value: float | None) -> str:
        """A count that people sign, whole."""
        return formats.exact(value, self.locale)

    def exact_money(self, value: float | None, currency: str) -> str:
        """An amount that people sign, whole."""
        return formats.exact_money(value, currency, self.locale)

    def percent(self, value: float | None) -> str:
        """A fraction as a percentage."""
        return formats.percent(value, self.locale)

    def money(self, value: float | None, currency: str) -> str:
        """An average or estimate in a currency."""
        return formats.money(value, currency, self.locale)

    def signed(self, value: float, currency: str) -> str:
        """A change in a currency, with its sign."""
        return f"+{self.money(value, currency)}" if value > 0 else self.money(value, currency)

    def figure(self, value: float, unit: str, currency: str) -> str:
        """A figure in its unit: a count, a rate, or money."""
        if unit == "money":
            return self.money(value, currency)
        return self.percent(value) if unit == "rate" else self.number(value)

    def watched(self, key: str, platform: str, goal: str = "") -> str:
        """An indicator by its name, with its channel, and with its goal where that tells two apart."""
        counted = self.text(key.replace("_", " "))
        name = (
            self.text(REGISTRY[key].name)
            if key in REGISTRY
            else self.say(wording.indicators.A_DAY, kpi=counted[:1].upper() + counted[1:])
        )
        beside = ", ".join(filter(None, (self.platform(platform) if platform else "", goal)))
        return f"{name} ({beside})" if beside else name

    def chance(self, probability: float | None) -> str:
        """A probability as a client reads it."""
        few, many = self.text(wording.common.CHANCE_BELOW), self.text(wording.common.CHANCE_ABOVE)
        return formats.chance(probability, self.locale, (few, self.text(wording.common.CHANCE), many))

    def wait(self, hours: float | None) -> str:
        """A time to wait, in the unit that suits it."""
        return formats.wait(hours, self.locale)

    def in_days(self, days: float | None) -> str:
        """A number of days with its word; infinite: never."""
        if days is not None and math.isinf(days):
            return self.text(wording.payback.NEVER)
        return formats.in_days(days, self.locale)

    def named(self, names: Mapping[str, str], key: str) -> str:
        """What a key is called; a key of the brief's own by itself."""
        return self.text(names[key]) if key in names else key.replace("_", " ")

    def day(self, value: dt.date | None) -> str:
        """A date."""
        return formats.day(value, self.locale)

    def whole_day(self, value: dt.date | None) -> str:
        """A date that a narrow column does not break."""
        return formats.whole_day(value, self.locale)

    def short_day(self, value: dt.date) -> str:
        """A day and its month, for an axis."""
        return formats.short_day(value, self.locale)

    def month(self, value: dt.date) -> str:
        """A month by name."""
        return formats.month(value, self.locale)

    def month_word(self, value: str) -> str:
        """A month as the brief writes it, 2026-10, by name."""
        return self.month(dt.date.fromisoformat(f"{value}-01"))

    def country(self, code: str) -> str:
        """A country by name; a code that nobody knows by itself."""
        return str(Locale.parse(self.locale).territories.get(code, code))

    def words(self, items: Iterable[str]) -> str:
        """Several words as a list in a sentence."""
        return formats.words(list(items), self.locale)

    def platform(self, name: str) -> str:
        """A platform by the name it gives itself."""
        return wording.common.PLATFORMS.get(name, name)

    def cell(self, cell: str, share: float, target: float) -> str:
        """A cell of an audience: how much of it there is, and how much there should be."""
        named = self.text(wording.audience.ELSEWHERE) if cell == ELSEWHERE else cell
        return self.say(wording.audience.CELL, cell=named, share=share, target=target)

    def kind_of_community(self, kind: Kind) -> str:
        """A kind of community with who can see it."""
        name = self.text(wording.channels.COMMUNITY_KINDS[kind.name])
        setting = self.text(wording.channels.COMMUNITY_SETTINGS[kind.setting])
        return self.say(wording.channels.KIND_OF_COMMUNITY, kind=name, setting=setting)

    def kind_reasons(self, kind: Kind) -> str:
        """What speaks for a kind of community and against it, each with its line, and what is unknown."""
        parts = []
        if kind.offers:
            parts.append(self.say(wording.channels.IT_OFFERS, facts=map(self.fact, kind.offers)))
        if kind.lacks:
            parts.append(self.say(wording.channels.IT_LACKS, facts=map(self.fact, kind.lacks)))
        if kind.unknown:
            needs = [self.text(wording.channels.NEEDS[need]) for need in kind.unknown]
            parts.append(self.say(wording.channels.NOT_ON_RECORD, needs=needs))
        return " ".join(parts)

    def fact(self, fact: Fact) -> str:
        """One fact about a platform with the line that it was taken from."""
        template = wording.channels.PLATFORM_FACTS[f"{fact.platform} {fact.kind} {fact.name}"]
        return self.say(wording.channels.BY_LINE, fact=self.say(template, limit=fact.limit), line=fact.line)

    def demand(self, demand: Demand) -> str:
        """One demand on a calendar."""
        what, *named = demand
        if what == FIXED:
            figures: dict[str, Any] = {"day": dt.date.fromisoformat(named[0]), "kind": named[1]}
        else:
            figures = {"channel": named[0], "kind": named[-1]}
        return self.say(wording.content.DEMANDS[what], **figures)

    def act(self, act: Act) -> str:
        """An entry of a decision, as the subject of a sentence."""
        if act.kind == "contest" and not act.name:
            return self.text(wording.compliance.CONTEST)
        name = self.day(dt.date.fromisoformat(act.name)) if act.kind == "contest" else act.name
        said = self.say(wording.compliance.ACTS[act.kind], name=name)
        return said[:1].upper() + said[1:]

    def method(self, name: str) -> str:
        """A method by its reader's name; one that the register lacks as it is written."""
        return self.text(wording.compliance.METHODS.get(name, name.replace("_", " ")))

    def source(self, rule: Rule | None) -> str:
        """Where an entry of the register comes from: the guide's lines, or a law or page with its date."""
        if rule is None:
            return formats.MISSING
        if rule.lines:
            template = wording.compliance.BY_GUIDE if len(rule.lines) == 1 else wording.compliance.BY_LINES
            return self.say(template, lines=rule.lines)
        source = self.say(wording.compliance.BY_SOURCE, source=rule.source, date=rule.date)
        if rule.valid_from is None:
            return source
        return self.say(wording.compliance.SINCE, source=source, day=rule.valid_from)

    def kind(self, known: Known) -> str:
        """A kind of data: posts of VK, competitors' posts."""
        kind = self.text(wording.common.KINDS[known.kind])
        if not known.platform:
            return kind
        return self.say(wording.common.KIND_OF_PLATFORM, kind=kind, platform=self.platform(known.platform))

    def channel(self, channel: Channel) -> str:
        """A channel; a competitor by its account."""
        if not channel.platform:
            paid = channel.part == "ads"
            return self.text(wording.common.PAID_CHANNELS if paid else wording.common.ALL_CHANNELS)
        platform = self.platform(channel.platform)
        if channel.role == "competitor":
            return f"{channel.account} ({platform})"
        return (
            f"{platform} {self.text(wording.common.CHANNEL_PARTS[channel.part])}"
            if channel.part
            else platform
        )


@cache
def _voice(language: str) -> Voice:
    return Voice(language)


def voice_of(case: ClientMonth) -> Voice:
    """The voice of a client's reports: the brief's language."""
    return _voice(case.brief.language)


def planned_month(case: ClientMonth) -> dt.date:
    """The last day of the month after the report's, which stage 07 plans."""
    return (case.month + 1).end_time.date()


class _Filler(string.Formatter):
    """Formats ``{name:word}`` by the writer of that word."""

    def __init__(self, writers: Mapping[str, Callable[[Any], str]]) -> None:
        self._writers = writers

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._writers[format_spec](value) if format_spec else str(value)


@cache
def _catalogue(path: Path) -> dict[str, str]:
    """The messages of one language; English has no file, for the messages are English."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {
            str(message.id): str(message.string) for message in read_po(file) if message.id and message.string
        }
