"""A stage's HTML made fit for a page: headings under the page's own, safe links, nothing that runs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Comment

_HEADINGS = re.compile(r"h[1-6]")
_REMOVED = (
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "link",
    "meta",
    "base",
    "template",
    "noscript",
    "video",
    "audio",
)
_VERDICT = re.compile(r"(\S )?(PASS|REVIEW|FAIL|NO DATA)")
_LINK = re.compile(r"(https?://|#)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """A heading below a stage's title, for the table of contents."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Section:
    """One stage's part of the page."""

    stage: str
    title: str
    subtitle: str
    html: str
    headings: tuple[Heading, ...]


def section(html: str, stage: str) -> Section:
    """Return a stage's part of the page: its title apart, its headings one level down and with anchors."""
    soup = BeautifulSoup(html, "html.parser")
    _make_safe(soup)
    title, _, subtitle = (_take_title(soup) or stage.replace("-", " ").capitalize()).partition(": ")
    taken: Counter[str] = Counter()
    headings = tuple(_lower(heading, stage, taken) for heading in soup.find_all(_HEADINGS))
    contents = tuple(Heading(*entry[1:]) for entry in headings if entry[0] == "h3")
    for table in soup.find_all("table"):
        _calm(table)
        _let_scroll(soup, table)
    return Section(stage, title, subtitle[:1].upper() + subtitle[1:], str(soup), contents)


def _take_title(soup: BeautifulSoup) -> str | None:
    """Remove the notebook's first-level heading, and return its words without the stage's number."""
    heading = soup.find("h1")
    if heading is None:
        return None
    text = heading.get_text(" ", strip=True)
    heading.decompose()
    return re.sub(r"^\d+\s*[·:.–—-]\s*", "", text)


def _lower(heading: Any, stage: str, taken: Counter[str]) -> tuple[str, str, str]:
    level = int(heading.name[1])
    heading.name = f"h{min(level + 1, 6)}"
    text = heading.get_text(" ", strip=True)
    words = re.sub(r"\W+", "-", text.casefold()).strip("-")
    taken[words] += 1
    heading["id"] = f"{stage}-{words}" + (f"-{taken[words]}" if taken[words] > 1 else "")
    return heading.name, heading["id"], text


def _make_safe(soup: BeautifulSoup) -> None:
    """Take out what could run, load or lead elsewhere than the web; the page's policy forbids it too."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for element in soup.find_all(_REMOVED):
        element.decompose()
    for element in soup.find_all(True):
        for name, value in list(element.attrs.items()):
            if name.startswith("on") or (name in _ALLOWED and not _ALLOWED[name].match(str(value).strip())):
                del element[name]


_ALLOWED = {
    "href": _LINK,
    "xlink:href": _LINK,
    "src": _PICTURE,
    "action": re.compile("(?!)"),
    "srcset": re.compile("(?!)"),
}
"""Attributes that lead somewhere, and where to."""


def _calm(table: Any) -> None:
    """Mark what need not be seen twice or must not be broken: a caption like its heading, a verdict."""
    caption, heading = table.find("caption"), table.find_previous(_HEADINGS)
    if caption and heading and caption.get_text(strip=True) == heading.get_text(strip=True):
        caption["class"] = "quiet"
    for cell in table.find_all("td"):
        if _VERDICT.fullmatch(cell.get_text(strip=True)):
            cell["class"] = [*cell.get("class", []), "verdict"]


def _let_scroll(soup: BeautifulSoup, table: Any) -> None:
    """Give a wide table its own scroll bar on a small screen; it can be reached by keyboard."""
    if table.find_parent("table") is None:
        caption = table.find("caption")
        label = caption.get_text(" ", strip=True) if caption else "Table"
        table.wrap(
            soup.new_tag(
                "div", attrs={"class": "wide", "tabindex": "0", "role": "region", "aria-label": label}
            )
        )
