"""Links that say where a visit comes from (M5): build, parse and lint them, and name their channel group.

The channel groups are Google Analytics 4's published rules, with its names and capitals. Which names
mean a social, search, shopping or video site is reference data (``smmtools.inputs.reference``): a
stage passes its workspace's list, a call without one takes that of the current folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

from smmtools.errors import CallError, Fault
from smmtools.inputs.reference import TrafficSources, known_sources
from smmtools.measures.channel_groups import UNASSIGNED, channel_group

__all__ = [
    *("UNASSIGNED", "Remark", "build", "channel_group", "is_personal", "lint", "own_name", "parse"),
    "spelt_apart",
]

PARTS = ("source", "medium", "campaign", "content", "term")
"""The parts of a tagged link, without their prefix ``utm_``."""
NEEDED = ("source", "medium", "campaign")

_NOBODYS = "write a name that is nobody's, such as a post's ID."
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"[+ ]\d[\d\s()-]{8,}")  # with its plus: bare digits are the number of an ad or a post

Trouble = Literal["missing", "twice", "capitals", "space", "spelling", "personal data", "unassigned"]


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong with a tagged link."""

    trouble: Trouble
    part: str
    """Which part it is about; of an address outside the tags, the name of the parameter."""
    value: str = ""
    """What is written there; never repeated where it is personal."""
    better: str = ""
    """What to write instead, where that is known."""


def build(
    url: str, source: str, medium: str, campaign: str, content: str | None = None, term: str | None = None
) -> str:
    """The address with its tags: lower case, hyphens for spaces; other parameters and the anchor stay.

    Tags that the address carries already are replaced. CallError, with every fault, for an address
    that is not http(s), an empty source, medium or campaign, and personal data in a tag or parameter.

    >>> build("https://pechka.example/menu?size=30#top", "VK", "social", "October Menu")
    'https://pechka.example/menu?size=30&utm_source=vk&utm_medium=social&utm_campaign=october-menu#top'
    """
    given = dict(zip(PARTS, (source, medium, campaign, content, term), strict=True))
    tags = {part: _tidy(value) for part, value in given.items() if value and value.strip()}
    scheme, host, path, query, anchor = _split(url)
    others = [(name, value) for name, value in _pairs(query) if not _is_tag(name)]
    missing = [part for part in NEEDED if part not in tags]
    faults = [Fault(f"a tagged link needs a {part}", url, f"name the {part}.") for part in missing]
    faults += [
        Fault(f"{name} holds personal data: {value}", url, _NOBODYS)
        for name, value in [*given.items(), *others]
        if value and is_personal(value)
    ]
    if faults:
        raise CallError(faults)
    tagged = others + [(f"utm_{part}", value) for part, value in tags.items()]
    return urlunsplit((scheme, host, path, urlencode(tagged, quote_via=quote, safe="{}"), anchor))


def parse(url: str) -> dict[str, str]:
    """The tags of a link, without their prefix, as they are written; of a tag given twice, the first.

    CallError for an address that is not http(s). A link without tags gives an empty dict.

    >>> parse("https://pechka.example/?utm_source=vk&utm_medium=social&utm_campaign=menu")
    {'source': 'vk', 'medium': 'social', 'campaign': 'menu'}
    """
    found: dict[str, str] = {}
    for name, value in _pairs(_split(url).query):
        if _is_tag(name):
            found.setdefault(name.lower().removeprefix("utm_"), value)
    return {part: found[part] for part in PARTS if found.get(part)}


def lint(url: str, sources: TrafficSources | None = None) -> tuple[Remark, ...]:
    """What is wrong with a tagged link; nothing when it is as ``build`` makes it.

    missing: no source, medium or campaign · twice: one tag given twice · capitals, space: statistics
    count them apart · spelling: another name of a site than its own · personal data: an address or a
    telephone number · unassigned: source and medium belong to no channel group of GA4.
    CallError for an address that is not http(s).

    >>> remarks = lint("https://pechka.example/?utm_source=VK.com&utm_medium=social")
    >>> [(each.trouble, each.part, each.better) for each in remarks]
    [('missing', 'campaign', ''), ('capitals', 'source', 'vk.com'), ('spelling', 'source', 'vk')]
    """
    tags, pairs = parse(url), _pairs(_split(url).query)
    names = [name.lower().removeprefix("utm_") for name, _ in pairs if _is_tag(name)]
    remarks = [Remark("missing", part) for part in NEEDED if part not in tags]
    remarks += [Remark("twice", part) for part in PARTS if names.count(part) > 1]
    for part, value in tags.items():
        if value != value.lower():
            remarks.append(Remark("capitals", part, value, value.lower()))
        if re.search(r"\s", value):
            remarks.append(Remark("space", part, value, _tidy(value)))
    own = own_name(tags.get("source", ""), sources)
    if own != tags.get("source", "").strip().lower():
        remarks.append(Remark("spelling", "source", tags["source"], own))
    remarks += [Remark("personal data", _part(name)) for name, value in pairs if is_personal(value)]
    source, medium = tags.get("source", ""), tags.get("medium", "")
    if source and medium and channel_group(source, medium, tags.get("campaign"), sources) == UNASSIGNED:
        remarks.append(Remark("unassigned", "medium", f"{source} / {medium}"))
    return tuple(remarks)


def own_name(source: str, sources: TrafficSources | None = None) -> str:
    """The one spelling of a source: its site's own name, else the source in lower case.

    >>> own_name("m.vk.com"), own_name("Blog of Anna")
    ('vk', 'blog of anna')
    """
    known = sources or known_sources()
    return known.site_of(source) or source.strip().lower()


def spelt_apart(names: Iterable[str], sources: TrafficSources | None = None) -> Mapping[str, tuple[str, ...]]:
    """Sources that are spelt in more than one way, under the spelling to keep.

    Unlisted names are the same when they differ only by capitals, spaces and punctuation.

    >>> spelt_apart(["vk", "VK.com", "anna-blog", "anna_blog", "google"])
    {'anna-blog': ('anna-blog', 'anna_blog'), 'vk': ('VK.com', 'vk')}
    """
    known, found = sources or known_sources(), dict[str, set[str]]()
    for name in names:
        same = known.site_of(name) or re.sub(r"[\W_]+", "", name.lower())
        found.setdefault(same, set()).add(name)
    apart = {same: tuple(sorted(spellings)) for same, spellings in found.items() if len(spellings) > 1}
    kept = {own_name(spellings[0], known): spellings for spellings in apart.values()}
    return dict(sorted(kept.items()))


def is_personal(text: str) -> bool:
    """Whether a text holds an e-mail address or a telephone number with its plus.

    >>> is_personal("anna@mail.example"), is_personal("+7 912 345-67-89"), is_personal("120330000345")
    (True, True, False)
    """
    return bool(_EMAIL.search(text) or _PHONE.match(text))


def _tidy(value: str) -> str:
    return re.sub(r"\s+", "-", value.strip().lower())


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # brackets that do not match
        whole = False
    if not whole:
        raise CallError.of(
            f"{url!r} is not the address of a page", "", "write it whole: https://shop.example/page."
        )
    return parts


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _is_tag(name: str) -> bool:
    return name.lower() in {f"utm_{part}" for part in PARTS}


def _part(name: str) -> str:
    return name.lower().removeprefix("utm_") if _is_tag(name) else name
