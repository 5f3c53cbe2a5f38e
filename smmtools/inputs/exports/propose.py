"""A column map proposed for a file that nothing here knows, from its header and its values.

Names are compared with the words that tools use for them, in English and in Russian; a column is taken only
where its values fit. What can't be told is left as a comment, for the analyst to fill in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from smmtools.inputs.exports import values
from smmtools.inputs.exports.pages import Page, Table
from smmtools.inputs.schemas import AMOUNT, COUNT, DAY, FLAG, REQUIRED, TABLES, TEXT, WORDS, is_time

HINTS: dict[str, dict[str, str]] = {
    "posts": {
        "post_id": r"(post|status|tweet|media|video|publication)? ?(id|number)|id поста|номер",
        "published": r".*(publish|posted|post date|post time).*|date|(date)?time|created( at)?|.*дата.*",
        "account": r"(page|account|profile|community|group)( name)?|сообщество|страница|группа",
        "format": r"(post|status|media|content)? ?(type|format)|media 1|тип.*|формат.*|вид",
        "text": r"(status |post )?(text|message|caption|content|description)|.*текст.*",
        "url": r"(post |status )?(url|link|permalink)|ссылка.*",
        "duration": r"duration.*|length|длительность.*",
        "paid": r"paid|boosted|promoted|реклама",
        "reach": r"(lifetime post )?(total )?reach|охват.*",
        "impressions": r"(lifetime post )?(total )?impressions|показы",
        "views": r".*\bviews|.*просмотр\w*",
        "likes": r"(num |total )?(likes?|reactions?)( count)?|.*(лайк|нравится).*",
        "comments": r"(num |total )?comments?( count)?|.*комментари\w*",
        "shares": r"(num |total )?(shares?|reposts?|retweets?)( count)?|.*(репост|подел).*",
        "saves": r"saves?|saved|bookmarks?|сохранени\w*",
        "link_clicks": r"(link|url) clicks?|переход\w*( по ссылке)?",
        "follows": r"(new )?follow(s|ers)|подписк\w*",
        "labels": r"(hash)?tags?|labels?|хештеги",
    },
    "ads": {
        "campaign": r"(xyz )?campaign( (id|name))?|кампания|название кампании",
        "ad_set": r"(fb campaign id|ad ?(set|group)( (id|name))?)|группа объявлений",
        "ad": r"(ad|creative)( (id|name))?|(id|название) объявления|объявление",
        "start": r"(start|from|day|date|reporting starts)( date)?|начало|дата",
        "end": r"(end|to|until|reporting ends)( date)?|конец",
        "spend": r"(amount )?(spent|spend|cost)( total)?|потрачено.*|расход.*",
        "impressions": r"impr(essions)?|показы",
        "reach": r"reach|охват",
        "clicks": r"(total )?clicks|клики",
        "link_clicks": r"link clicks|переходы",
        "results": r"results?|(approved )?conversions?|результат\w*",
        "currency": r"currency( code)?|валюта",
    },
    "orders": {
        "ordered_at": r"(order(ed)?|deal|created)( at| date| time)?|date|дата.*",
        "order_id": r"(order|deal|lead)? ?(id|number|no)|номер.*",
        "kind": r"kind|type|stage|статус|тип",
        "buyer": r"(buyer|client|customer)( id| name)?|клиент|покупатель",
        "value": r"(order )?(value|sum|total|amount|revenue)|сумма",
        "currency": r"currency( code)?|валюта",
        "source": r"(utm )?source|источник",
        "medium": r"(utm )?medium|канал",
        "campaign": r"(utm )?campaign|кампания",
        "content": r"(utm )?content",
    },
    "followers": {
        "date": r"date|day|дата|день",
        "count": r"(total )?(followers|subscribers|members|count)|подписчик\w*|участник\w*",
        "account": r"(page|account|profile|community|group)( name)?|сообщество|группа",
        "platform": r"platform|network|сеть",
    },
    "traffic": {
        "start": r"(start|from|day|date)( date)?|дата",
        "end": r"(end|to|until)( date)?",
        "source": r"(utm )?source|источник",
        "medium": r"(utm )?medium|канал",
        "campaign": r"(utm )?campaign|кампания",
        "sessions": r"sessions|visits|визиты|сеансы",
        "users": r"(total |active )?users|visitors|посетители",
        "revenue": r"(total )?revenue|доход",
    },
}
"""Table -> tidy column -> pattern of the names that tools give it."""
DATES = (
    *("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S %z"),
    *(
        "%d.%m.%Y %H:%M:%S",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y",
        "%Y/%m/%d %H:%M:%S",
        "%Y/%m/%d",
        "%d-%m-%Y",
        "%Y%m%d",
    ),
    *("%m/%d/%Y %H:%M", "%m/%d/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%b %d, %Y", "%d %b %Y"),
)
SWAPPED = {"%m/%d": "%d/%m", "%d/%m": "%m/%d", "%d.%m": "%m.%d", "%d-%m": "%m-%d"}
SIGNS = ((".", ""), (".", ","), (".", " "), (",", ""), (",", " "), (",", "."))
OUR_WORDS = {
    **{
        word: word
        for word in ("text", "photo", "carousel", "video", "reel", "story", "link", "quote", "meme")
    },
    **{"image": "photo", "picture": "photo", "album": "carousel", "status": "text", "reels": "reel"},
    **{"фото": "photo", "видео": "video", "ссылка": "link", "текст": "text"},
    **{"order": "order", "lead": "application"},
}
PLATFORMS = {
    **{name: name for name in ("facebook", "instagram", "vk", "tiktok", "youtube", "linkedin", "telegram")},
    **{"twitter": "x", "fb": "facebook", "vkontakte": "vk"},
}
"""Words of a file's name, header or first records -> the platform that they give away."""


@dataclass
class Proposal:
    """A column map as far as it can be told, and what an analyst must add."""

    table: str
    columns: dict[str, str] = field(default_factory=dict)
    dates: str = ""
    signs: tuple[str, str] = (".", "")
    words: dict[str, dict[str, str | None]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    @property
    def score(self) -> int:
        """How well it fits: each column found counts, and a required one three times."""
        return len(self.columns) + 2 * sum(name in self.columns for name in REQUIRED[self.table])


def propose(pages: Sequence[Page], file: str) -> str | None:
    """The YAML of a column map for a file, at the least its frame; None where the file holds no table."""
    fits = [fit for page in pages for fit in _fits(page)]
    found, table = max(fits, key=lambda fit: fit[0].score, default=(None, None))
    if found is None or table is None:
        return None
    if len(found.columns) < 2:
        return _skeleton(table)
    _tell_the_rest(found, table, file)
    return _yaml(found)


def _skeleton(table: Table) -> str:
    """What a map needs to say, for a file in which nothing was recognised."""
    return (
        f"# to fill in: which table is it? one of: {', '.join(TABLES)}\n"
        f"# its columns: {', '.join(_quoted(name) for name in table.header[:60] if name.strip())}\n"
        "table:\ncolumns:\n"
    )


def _fits(page: Page) -> Iterator[tuple[Proposal, Table]]:
    """How well each table fits; the header is taken to be the first of the page's widest records."""
    filled = [sum(bool(cell.strip()) for cell in record) for record in page.head()]
    if filled and max(filled) >= 2:
        table = page.table(filled.index(max(filled)))
        yield from ((_fit(name, table), table) for name in HINTS)


def _fit(name: str, table: Table) -> Proposal:
    found = Proposal(name, signs=_signs(table))
    theirs = {" ".join(re.split(r"[\W_]+", column.casefold())).strip(): column for column in table.header}
    for column, pattern in HINTS[name].items():
        taken = set(found.columns.values())
        fitting = [
            name for words, name in theirs.items() if re.fullmatch(pattern, words) and name not in taken
        ]
        if one := next((one for one in fitting if _holds(name, column, table, one, found)), None):
            found.columns[column] = one
    return found


def _signs(table: Table) -> tuple[str, str]:
    """Decimal and thousands sign, those with which most cells are numbers; of several the plainest."""
    cells = pd.Series(table.cells.head(200).astype("str").to_numpy().ravel(), dtype="str")
    digits = values.present(cells[cells.str.contains(r"\d", regex=True)])
    return max(SIGNS, key=lambda signs: int(values.numbers(digits, *signs).notna().sum()))


def _holds(name: str, column: str, table: Table, theirs: str, found: Proposal) -> bool:
    """Whether a column's values can be what its name says; dates settle their format, words their list."""
    cells = values.present(table.column(theirs)).dropna()
    kind = TABLES[name][column]
    if kind in (COUNT, AMOUNT):
        return _numeric(cells, found) and column not in WORDS.get(name, {})
    if is_time(kind) or kind == DAY:
        forms = [form for form in DATES if values.moments(cells, [form]).notna().all()]
        found.dates = found.dates or next(iter(forms), "")
        return not len(cells) or found.dates in forms
    if kind == FLAG:
        return bool(values.flags(cells).notna().all())
    if column in WORDS.get(name, {}):
        words = sorted(set(cells.astype("str")))
        found.words[column] = {word: OUR_WORDS.get(word.casefold()) for word in words[:20]}
        return len(words) <= 20
    return kind == TEXT


def _numeric(cells: pd.Series[Any], found: Proposal) -> bool:
    return bool(values.numbers(cells, *found.signs).notna().all())


def _tell_the_rest(found: Proposal, table: Table, file: str) -> None:
    """Constants that can be told, and what is open."""
    columns = TABLES[found.table]
    near = " ".join([file, *table.header, *table.cells.head(3).astype("str").to_numpy().ravel()]).casefold()
    if "platform" in columns and "platform" not in found.columns:
        words = set(re.split(r"[\W_]+", near))
        if platform := next((ours for word, ours in PLATFORMS.items() if word in words), None):
            found.constants["platform"] = platform
        else:
            found.open.append("to fill in: constants.platform: which platform is it?")
    if "role" in columns:
        found.constants["role"] = "own"
    for name in REQUIRED[found.table]:
        if name == "end" and "start" in found.columns and name not in found.columns:
            found.columns["end"] = found.columns["start"]  # a day's row
        elif name not in found.columns and name.endswith("_id"):
            found.open.append(f"to fill in: {name}: which column holds it? without one: `numbered: {name}`")
        elif name not in found.columns:
            found.open.append(f"to fill in: {name}: which column holds it? or give it under constants")
    used = set(found.columns.values())
    if unused := [_quoted(name) for name in table.header if name.strip() and name not in used]:
        found.open.append(f"not used: {', '.join(unused[:60])}")
    if any(_swapped_fits(form, table, found) for form in SWAPPED.items()):
        found.open.append("to check: day and month could be the other way round")


def _swapped_fits(forms: tuple[str, str], table: Table, found: Proposal) -> bool:
    """Whether the dates would also read with day and month exchanged."""
    this, other = forms
    if this not in found.dates:
        return False
    names = [name for column, name in found.columns.items() if TABLES[found.table][column] in (DAY, _TIME)]
    cells = [values.present(table.column(name)).dropna() for name in names]
    return all(values.moments(one, [found.dates.replace(this, other)]).notna().all() for one in cells)


_TIME = TABLES["posts"]["published"]


def _yaml(found: Proposal) -> str:
    """The map's text; what is open stands in comments at its top."""
    lines = [f"# {text}" for text in found.open]
    lines.append(f"table: {found.table}")
    if found.constants:
        lines.append(
            "constants: {" + ", ".join(f"{name}: {text}" for name, text in found.constants.items()) + "}"
        )
    lines.append("columns:")
    lines += [f"  {name}: {_quoted(theirs)}" for name, theirs in found.columns.items()]
    if found.dates:
        lines += [f"dates: {_quoted(found.dates)}"]
    if "%H" in found.dates:
        lines.append("zone: UTC    # the zone of the file's clock: check it with a post whose hour you know")
    lines += [
        f"{key}: {json.dumps(sign)}"
        for key, sign, usual in (("decimal", found.signs[0], "."), ("thousands", found.signs[1], ""))
        if sign != usual
    ]
    if words := {name: words for name, words in found.words.items() if name in found.columns and words}:
        lines += ["values:", *_word_lines(words)]
    return "\n".join(lines) + "\n"


def _word_lines(words: Mapping[str, Mapping[str, str | None]]) -> Iterator[str]:
    for column, ours in words.items():
        yield f"  {column}:" + ("" if any(ours.values()) else " {}")
        for word, meaning in ours.items():
            choice = f"# {_quoted(word)}: which of {', '.join(_choices(column))}?"
            yield f"    {_quoted(word)}: {meaning}" if meaning else f"    {choice}"


def _choices(column: str) -> tuple[str, ...]:
    return next(words[column] for words in WORDS.values() if column in words)


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
