"""Rule M5: what is wrong with the links of planned and published posts, and with tags in the exports.

Statistics count VK and vk apart, and two spellings of one source; a tag with somebody's address or
telephone number is personal data, and is never repeated here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import pandas as pd

from smmtools.errors import CallError
from smmtools.inputs.client_month import ClientMonth
from smmtools.measures import periods, utm
from smmtools.measures.attribution import ASKED, TAGS
from smmtools.measures.channel_groups import UNASSIGNED, channel_group
from smmtools.measures.utm import Remark
from smmtools.strategy.content_calendar import bio_links, campaign_of
from smmtools.strategy.revenue import codes_of
from smmtools.strategy.verdicts import Grade, Verdict

STAGE, RULE = "indicators", "M5"
Where = Literal["agreed", "planned", "published", "orders", "traffic"]
_LINK = re.compile(r"https?://[^\s<>«»\"')\]]+")


@dataclass(frozen=True)
class TagRemark:
    """One thing that is wrong: where it stands, in which post, and what."""

    where: Where
    post: str
    """Plan ID or ID of the post; empty for a tag of an export."""
    remark: Remark


@dataclass(frozen=True)
class TagCheck:
    """What was looked at, and what is wrong with it."""

    links: int
    tags: int
    """Different tags in the exports of orders and traffic."""
    remarks: tuple[TagRemark, ...]
    spellings: Mapping[str, tuple[str, ...]]
    """Sources that stand in several spellings, by the one that counts."""

    @property
    def personal(self) -> int:
        """How many links or tags hold personal data."""
        return sum(each.remark.trouble == "personal data" for each in self.remarks)


def check(case: ClientMonth) -> TagCheck:
    """Every link of planned and published posts, and every tag of the month's orders and traffic."""
    links = list(_links(case))
    rows = {name: _of_month(case, name) for name in ("orders", "traffic")}
    tags = [each for name, table in rows.items() for each in _tags(name, table)]
    sources = {value for _, part, value in tags if part == "source"}
    sources |= {str(tag) for _, _, link in links if (tag := _tags_of(link).get("source"))}
    codes = {code.lower() for code in codes_of(case)}
    remarks = [
        *(TagRemark(where, post, remark) for where, post, link in links for remark in _lint(case, link)),
        *(
            TagRemark(where, "", remark)
            for where, part, value in tags
            for remark in _wrong(part, value, codes)
        ),
        *(each for name, table in rows.items() for each in _unassigned(case, name, table)),
    ]
    once = tuple(dict.fromkeys(remarks))
    return TagCheck(len(links), len(tags), once, utm.spelt_apart(sorted(sources), case.sites))


def _links(case: ClientMonth) -> Iterator[tuple[Where, str, str]]:
    """Where each link stands, the post's ID, and the link: agreed for the month, planned, published."""
    agreed = case.approved_plan(str(case.month))
    for post in ((agreed.plan.get("content") or {}).get("posts") or []) if agreed else []:
        if post.get("link"):
            yield "agreed", str(post.get("plan_id")), str(post["link"])
    yield from _planned(case)
    posts = periods.own(_of_month(case, "posts"))
    for post_id, text in posts[["post_id", "text"]].dropna().itertuples(index=False):
        yield from (("published", post_id, link) for link in _own_links(case, text))


def _planned(case: ClientMonth) -> Iterator[tuple[Where, str, str]]:
    """A link of each channel in the month planned; those of its posts differ by their plan ID alone."""
    content = case.brief.decided("content", str(case.month))
    if content is None:
        return
    month = case.month + 1
    for plan in content.channels:
        landing = plan.landing or case.brief.site
        if plan.trace == "link" and landing is not None:
            name = f"{month.strftime('%y%m')}-{plan.platform}"
            yield "planned", name, utm.build(landing, plan.platform, "social", campaign_of(case, month), name)
    for platform, link in bio_links(case, content, month).items():
        yield "planned", f"{platform} bio", link


def _own_links(case: ClientMonth, text: str) -> Iterator[str]:
    """The links of a text that lead to the client's own site, or carry tags."""
    site = (urlsplit(case.brief.site).hostname or "").removeprefix("www.") if case.brief.site else ""
    for found in _LINK.findall(text):
        link = found.rstrip(".,;:!?")
        try:
            host = (urlsplit(link).hostname or "").removeprefix("www.")
        except ValueError:  # brackets that do not match
            continue
        if "utm_" in link or (site and (host == site or host.endswith(f".{site}"))):
            yield link


def _lint(case: ClientMonth, link: str) -> tuple[Remark, ...]:
    try:
        return utm.lint(link, case.sites)
    except CallError:  # no address at all
        return (Remark("missing", "address", link),)


def _tags_of(link: str) -> Mapping[str, str]:
    try:
        return utm.parse(link)
    except CallError:
        return {}


def _of_month(case: ClientMonth, name: str) -> pd.DataFrame:
    days = periods.days_of(case.month)
    table = case.tables[name]
    if name == "traffic":
        return table[(table["start"] >= days[0]) & (table["end"] <= days[-1])]
    return periods.between(table, name, days)


def _tags(name: str, rows: pd.DataFrame) -> Iterator[tuple[Where, str, str]]:
    """Each different tag of an export once; what a report puts in brackets, (not set), is none."""
    where: Where = "orders" if name == "orders" else "traffic"
    for part in TAGS:
        values = {str(value) for value in rows[part].dropna() if str(value).strip()}
        yield from ((where, part, value) for value in sorted(values) if not value.startswith("("))


def _wrong(part: str, value: str, codes: Iterable[str]) -> Iterator[Remark]:
    """Capitals, spaces and personal data in one tag; a promo code is written as it is."""
    if utm.is_personal(value):
        yield Remark("personal data", part)
        return
    if value.lower() in codes:
        return
    if value != value.lower():
        yield Remark("capitals", part, value, value.lower())
    if re.search(r"\s", value.strip()):
        yield Remark("space", part, value, re.sub(r"\s+", "-", value.strip().lower()))


def _unassigned(case: ClientMonth, name: str, rows: pd.DataFrame) -> Iterator[TagRemark]:
    """Pairs of source and medium that belong to no channel group; who was asked needs none."""
    where: Where = "orders" if name == "orders" else "traffic"
    pairs = rows[["source", "medium", "campaign"]].dropna(subset=["source", "medium"]).astype("str")
    for source, medium, campaign in sorted(set(pairs.fillna("").itertuples(index=False, name=None))):
        if medium.lower() in ASKED or source.startswith("(") or utm.is_personal(source + " " + medium):
            continue
        if channel_group(source, medium, campaign or None, case.sites) == UNASSIGNED:
            yield TagRemark(where, "", Remark("unassigned", "medium", f"{source} / {medium}"))


def verdicts_of(found: TagCheck) -> Iterator[Verdict]:
    """M5: personal data in tags fails; other faults are reviewed; nothing tagged is no data."""
    faults = len(found.remarks) - found.personal
    facts = {
        "links": found.links,
        "tags": found.tags,
        "personal": found.personal,
        "remarks": faults,
        "spellings": [" / ".join(each) for each in found.spellings.values()],
        "kept": list(found.spellings),
    }
    looked = found.links + found.tags
    if not looked:
        yield Verdict(RULE, STAGE, Grade.NO_DATA, "no tags", facts=facts)
    if found.personal:
        yield Verdict(RULE, STAGE, Grade.FAIL, "personal data", found.personal, 0, facts)
    if faults:
        yield Verdict(RULE, STAGE, Grade.REVIEW, "tags", faults, 0, facts)
    if found.spellings:
        yield Verdict(RULE, STAGE, Grade.REVIEW, "spelt apart", len(found.spellings), 0, facts)
    if looked and not found.remarks and not found.spellings:
        yield Verdict(RULE, STAGE, Grade.PASS, "clean", looked, facts=facts)
