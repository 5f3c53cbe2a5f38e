"""Every format against what happens to files: split, saved with other columns first, and damaged.

After damage to the structure (cut off, separators and line ends lost or added) the rows that survive are
those of the whole file, with a warning, or there is our error. After damage to a value bounds and types hold.
"""

import csv
import io
import random

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmtools.errors import ExportError
from smmtools.inputs.exports import read
from smmtools.inputs.schemas import TABLES, validate

DAYS = range(1, 9)


def lines(header, row, quoted=False):
    """A header and a row a day, as CSV."""
    mark = '"' if quoted else ""
    rows = [header.split("|"), *(row(day).split("|") for day in DAYS)]
    return "".join(",".join(f"{mark}{cell}{mark}" for cell in cells) + "\n" for cells in rows)


FACEBOOK = lines(
    '"Post ID"|"Page name"|Title|"Publish time"|"Post type"|Views|Reach|Reactions|Comments|Shares',
    lambda day: (
        f'93900{day}|Pechka|"Hot, crisp and number {day}\n\nOrder now"|10/{day:02}/2026 1{day}:05|Photos|'
        f"{day * 137}|{day * 91}|{day}|{day % 3}|{day % 2}"
    ),
)
INSTAGRAM = lines(
    '"Post ID"|"Account username"|Description|"Publish time"|"Post type"|Views|Reach|Likes|Shares|Saves',
    lambda day: (
        f'18060{day}|pechka|"Dough {day}, slowly"|10/{day:02}/2026 1{day}:30|"IG reel"|{day * 211}|'
        f"{day * 97}|{day * 9}|{day}|{day + 3}"
    ),
)
SERIES = 'sep=,\n"Instagram reach"\n' + lines(
    "Date|Primary", lambda day: f"2026-10-{day:02}T00:00:00|{day * 61}", quoted=True
)
ADS = lines(
    "Reporting starts|Reporting ends|Campaign name|Ad name|Reach|Impressions|Amount spent (EUR)|Link clicks",
    lambda day: f"2026-10-01|2026-10-31|Autumn|Oven {day}|{day * 90}|{day * 1000}|{day * 2.75}|{day * 5}",
).replace("\n", "\n2026-10-01,2026-10-31,,,990,36000,99,180\n", 1)
YOUTUBE = lines(
    "Content|Video title|Video publish time|Duration|Likes|Views|Impressions",
    lambda day: f'vid{day}|"Dough {day}"|"Oct {day}, 2026"|0:0{day}:31|{day}|{day * 100}|{day * 200}',
).replace("\n", "\nTotal,,,,36,3600,7200\n", 1)
TIKTOK = lines(
    "Video title|Video link|Post time|Video views|Likes|Comments|Shares|Add to Favorites",
    lambda day: (
        f"Ring {day}|https://www.tiktok.com/@perak/video/7567{day}|2026/10/0{day} 18:1{day}:10|"
        f"{day * 301}|{day * 12}|{day}|{day + 2}|{day + 4}"
    ),
)
X = lines(
    "Tweet id|Tweet permalink|Tweet text|time|impressions|retweets|replies|likes|promoted impressions",
    lambda day: (
        f"81236{day}|https://twitter.com/pechka/status/81236{day}|Hot, and\ncrisp {day}|"
        f"2026-10-0{day} 18:5{day} +0000|{day * 190}.0|{day}.0|0.0|{day * 4}.0|-"
    ),
    quoted=True,
)
LINKEDIN = lines(
    "Date|Impressions (organic)|Impressions (total)|Clicks (organic)|Clicks (total)|Reactions (total)",
    lambda day: f"2026-10-0{day}|{day * 120}|{day * 121}|{day * 5}|{day * 6}|{day}",
)
GA4 = "# ----\n# Traffic acquisition\n# Start date: 20261001\n# End date: 20261031\n" + lines(
    "Session primary channel group (Default Channel Group)|Sessions|Key events|Total revenue",
    lambda day: f"Channel {day}|{day * 50}|{day}|{day * 990.5}",
)
GOOGLE = 'Campaign report\n"October 1, 2026 - October 31, 2026"\n' + lines(
    "Campaign status|Campaign|Impr.|Currency code|Cost|Clicks|Conversions",
    lambda day: f'Enabled|Pizza {day}|"{day},881"|EUR|{day * 1.5}|{day * 17}|{day}.00',
)
VK = lines(
    "Дата|Критерий|Парам. №1|Парам. №2|Значение",
    lambda day: f"{day:02}.10.2026|cities|Пермь||{day * 3}",
    quoted=True,
)

VIDEOS = lines(
    '"Video asset ID"|"Page name"|Title|"Publish time"|Reach|"3-second video views"|Reactions|Shares',
    lambda day: (
        f'55100{day}|Pechka|"Oven {day}, slowly"|10/{day:02}/2026 1{day}:45|{day * 83}|{day * 41}|'
        f"{day * 7}|{day % 2}"
    ),
)
TIKTOK_OVERVIEW = lines(
    "Date|Video views|Reached audience|Profile views|Likes|Shares|Comments|Phone number clicks ",
    lambda day: f"2026/10/0{day}|{day * 320}|{day * 210}|{day * 9}|{day * 14}|{day}|{day + 2}|NAN",
)
TIKTOK_AUDIENCE = lines(
    "Date|New followers|Total followers|Reached audience|Engaged audience",
    lambda day: f"2026/10/0{day}|{day * 2}|{1_000 + day * 2}|{day * 210}|{day * 17}",
)
X_DAILY = lines(
    "Date|Tweets published|impressions|engagements|retweets|replies|likes",
    lambda day: f"2026-10-0{day}|{day % 3}|{day * 410}|{day * 12}|{day}|{day % 2}|{day * 4}",
    quoted=True,
)
YOUTUBE_TOTALS = lines("Date|Views", lambda day: f"{day:02}-10-2026|{day * 71}")
ORDERS = lines(
    "Number|When|Kind|Remark|Paid|Source",
    lambda day: (
        f'P-{day:03}|2026-10-0{day}|{("order", "application")[day % 2]}|"Hot, number {day}"|{day * 990.5}|vk'
    ),
)
ORDERS_MAP = """
table: orders
columns: {ordered_at: When, order_id: Number, kind: Kind, value: Paid, source: Source}
dates: "%Y-%m-%d"
"""
YOUTUBE_CHART = lines(
    "Date|Content|Video title|Video publish time|Duration|Views",
    lambda day: f'2026-10-0{day}|vid{day % 3}|"Dough {day % 3}"|"Oct {1 + day % 3}, 2026"|151|{day * 23}',
)
EXPLORATION = "# -----\n# Free form 1\n# 20261001-20261031\n# -----\n\n" + lines(
    "Session source / medium|Sessions|Total users|Key events",
    lambda day: f"site{day}.example / referral|{day * 40}|{day * 30}|{day}",
).replace("\n", "\n,1440,1080,36,Grand total\n", 1)

SAMPLES = {
    "meta-facebook-posts": FACEBOOK,
    "meta-instagram-posts": INSTAGRAM,
    "meta-series": SERIES,
    "meta-ads": ADS,
    "youtube-table": YOUTUBE,
    "tiktok-videos": TIKTOK,
    "x-posts": X,
    "linkedin-page": LINKEDIN,
    "ga4-report": GA4,
    "google-ads": GOOGLE,
    "vk-statistics": VK,
    "meta-facebook-videos": VIDEOS,
    "tiktok-overview": TIKTOK_OVERVIEW,
    "tiktok-audience": TIKTOK_AUDIENCE,
    "x-daily": X_DAILY,
    "youtube-totals": YOUTUBE_TOTALS,
    "youtube-chart": YOUTUBE_CHART,
    "ga4-exploration": EXPLORATION,
    "column-map": ORDERS,
}
"""Format -> an export of eight rows, named so that it holds its date."""
AUDIENCE = (
    'sep=,\n"Age & gender"\n"","Women","Men"\n"18-24","10.6","6.5"\n"25-34","26.2","19.1"\n'
    '"35-44","19.9","17.7"\n\n"Top cities"\n"Perm, Russia","Kungur, Russia","Ufa, Russia"\n'
    '"61.5","20.1","3.4"\n'
)
DAMAGED = SAMPLES | {"meta-audience": AUDIENCE}
"""With one more whose blocks are no table, so that its columns have no order and its rows no halves."""

NAME = "export-2026-11-02.csv"

BARE_ENDS = ("tiktok-videos", "tiktok-overview", "tiktok-audience", "ga4-report")
"""Formats whose files end without a line end: a value cut off at the very end looks whole there."""

every_format = pytest.mark.parametrize("name", SAMPLES)
every_damaged = pytest.mark.parametrize("name", DAMAGED)
few = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def column_map(tmp_path):
    """A column map beside every export; it fits the client's own sheet only."""
    (tmp_path / "orders.yml").write_text(ORDERS_MAP, encoding="utf-8")


@pytest.fixture
def tables(tmp_path):
    """The tables of an export with this content, and its warnings."""

    def read_content(content):
        path = tmp_path / NAME
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        export = read(path)
        return export.tables, export.warnings

    return read_content


def rows(found):
    """All rows of all tables, in an order of their own, so that two readings can be compared."""
    kept = {
        name: table.map(str).sort_values(list(table.columns)) for name, table in found.items() if len(table)
    }
    return {name: table.to_numpy().tolist() for name, table in kept.items()}


def added(these, others):
    return [row for name, kept in these.items() for row in kept if row not in others.get(name, [])]


def recorded(text):
    """The records up to the header, and those below it (of which a grand total may be one cell longer)."""
    records = list(csv.reader(io.StringIO(text)))
    tables = [
        record
        for record in records
        if record and not record[0].startswith("sep=") and "Grand total" not in record
    ]
    header = records.index(max(tables, key=len))
    return records[: header + 1], records[header + 1 :]


def written(records):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(records)
    return out.getvalue()


@every_format
def test_a_format_is_known_and_read_twice_the_same(name, tmp_path):
    (tmp_path / NAME).write_text(SAMPLES[name], encoding="utf-8")
    once, twice = read(tmp_path / NAME), read(tmp_path / NAME)
    assert once.format == name
    for table, frame in once.tables.items():
        pd.testing.assert_frame_equal(frame, twice.tables[table])


@every_format
@few
@given(st.data())
def test_a_file_split_in_two_gives_the_same_rows(name, tables, data):
    head, body = recorded(SAMPLES[name])
    cut = data.draw(st.integers(1, len(body) - 1))
    parts = [rows(tables(written(head + part))[0]) for part in (body[:cut], body[cut:])]
    joined = {
        table: sorted(row for part in parts for row in part.get(table, []))
        for table in {**parts[0], **parts[1]}
    }
    whole = rows(tables(SAMPLES[name])[0])
    assert joined == {table: sorted(kept) for table, kept in whole.items()}


@every_format
@few
@given(st.data())
def test_the_order_of_columns_never_matters(name, tables, data):
    head, body = recorded(SAMPLES[name])
    order = data.draw(st.permutations(range(len(head[-1]))))
    table = [head[-1], *body]
    mixed = head[:-1] + [[record[at] for at in order] + record[len(order) :] for record in table]
    assert rows(tables(written(mixed))[0]) == rows(tables(SAMPLES[name])[0])


def outside_quotes(text):
    """Positions below the header that stand in no quoted text."""
    above = text.splitlines(keepends=True)[: len(recorded(text)[0])]
    first = len("".join(above))
    return [at for at in range(len(text)) if at >= first and text.count('"', 0, at) % 2 == 0]


def cut_off(text, dice):
    return text[: dice.randrange(1, len(text))]


def without_a_separator(text, dice):
    at = dice.choice([at for at in outside_quotes(text) if text[at] == ","])
    return text[:at] + text[at + 1 :]


def with_a_separator(text, dice):
    at = dice.choice(outside_quotes(text))
    return text[:at] + "," + text[at:]


def with_a_line_end(text, dice):
    at = dice.choice(outside_quotes(text))
    return text[:at] + "\n" + text[at:]


def without_a_line_end(text, dice):
    at = dice.choice([at for at in outside_quotes(text) if text[at] == "\n"][:-1])
    return text[:at] + text[at + 1 :]


STRUCTURE = (cut_off, without_a_separator, with_a_separator, with_a_line_end, without_a_line_end)


def survives(name, damaged, tables, original):
    """Whether reading a damaged copy was honest: beside the original's rows, and with a warning more."""
    whole, usual = rows(original[0]), original[1]
    try:
        found, warnings = tables(damaged)
    except ExportError:
        return True
    found, warnings = rows(found), set(warnings) - set(usual)
    if not added(found, whole):
        return bool(warnings) or not added(whole, found) or damaged.endswith("\n") or name in BARE_ENDS
    if any("quotation marks" in warning for warning in warnings):
        return True  # a separator lost before a quoted text, with another in it: told, and no figure is wrong
    last_alone = len(added(found, whole)) <= 3 and not damaged.endswith("\n")
    return last_alone and (bool(warnings) or name in BARE_ENDS)


@pytest.mark.slow
@every_damaged
def test_a_thousand_damaged_copies(name, tables):
    dice, whole = random.Random(4), tables(DAMAGED[name])
    for number in range(1_000):
        damage = STRUCTURE[number % len(STRUCTURE)]
        damaged = damage(DAMAGED[name], dice)
        assert survives(name, damaged, tables, whole), (damage.__name__, damaged)


@every_damaged
def test_some_damaged_copies(name, tables):
    dice, whole = random.Random(5), tables(DAMAGED[name])
    for damage in STRUCTURE * 2:
        damaged = damage(DAMAGED[name], dice)
        assert survives(name, damaged, tables, whole), (damage.__name__, damaged)


PERSON = {
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        *([f"10/{day}/2026", day * 130, day * 4] for day in DAYS),
    ],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        ["Post URL", "Post publish date", "Engagements", "", "Post URL", "Post publish date", "Impressions"],
        *(
            [
                *(f"https://l.example/urn:li:share:7{day}", f"10/{day}/2026", day * 4, ""),
                *(f"https://l.example/urn:li:share:7{9 - day}", f"10/{9 - day}/2026", 900 - day * 31),
            ]
            for day in DAYS
        ),
    ],
    "FOLLOWERS": [
        ["Total followers on 10/31/2026:", 782],
        [],
        ["Date", "New followers"],
        *([f"10/{day}/2026", day * 2] for day in DAYS),
    ],
    "DEMOGRAPHICS": [
        ["Top Demographics", "Value", "Percentage"],
        *(["Locations", f"Greater place {day}", day / 40] for day in DAYS),
    ],
}
"""The sheets of linkedin-personal; the last eight rows of each are its records."""


def as_workbook(sheets):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, grid in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(grid):
                sheet.write_row(number, 0, row)
    return content.getvalue()


def of_one_sheet(damage):
    """The damage done to the records of one sheet, drawn by lot."""

    def damaged(sheets, dice):
        name = dice.choice([*sheets])
        above, body = sheets[name][: -len(DAYS)], sheets[name][-len(DAYS) :]
        return {**sheets, name: above + damage(body, dice)}

    return damaged


def cut_off_in_a_row(body, dice):
    at = dice.randrange(len(body))
    return [*body[:at], body[at][: dice.randrange(1, len(body[at]))]]


def without_a_cell(body, dice):
    at, lost = dice.randrange(len(body)), dice.randrange(len(body[0]))
    return [*body[:at], body[at][:lost] + body[at][lost + 1 :], *body[at + 1 :]]


def with_a_cell(body, dice):
    at, more = dice.randrange(len(body)), dice.randrange(len(body[0]) + 1)
    return [*body[:at], [*body[at][:more], "", *body[at][more:]], *body[at + 1 :]]


def with_a_row_broken_in_two(body, dice):
    at, end = dice.randrange(len(body)), dice.randrange(1, len(body[0]))
    return [*body[:at], body[at][:end], body[at][end:], *body[at + 1 :]]


def with_two_rows_in_one(body, dice):
    at = dice.randrange(len(body) - 1)
    return [*body[:at], body[at] + body[at + 1], *body[at + 2 :]]


ROWS = tuple(
    of_one_sheet(damage)
    for damage in (
        cut_off_in_a_row,
        without_a_cell,
        with_a_cell,
        with_a_row_broken_in_two,
        with_two_rows_in_one,
    )
)


def lacks_figures_only(row, originals):
    """Whether a row is one of the originals, but for cells that are missing now."""
    return any(
        all(now in (then, "<NA>", "nan") for now, then in zip(row, original, strict=True))
        for original in originals
        if len(row) == len(original)
    )


def workbook_survives(damaged, tables, original):
    """Whether reading a damaged workbook was honest; a row may lack a figure then, if it is told."""
    whole, usual = rows(original[0]), original[1]
    try:
        found, warnings = tables(damaged)
    except ExportError:
        return True
    found, warnings = rows(found), set(warnings) - set(usual)
    originals = [row for kept in whole.values() for row in kept]
    if not all(lacks_figures_only(row, originals) for row in added(found, whole)):
        return False
    return bool(warnings) or not added(whole, found)


@pytest.mark.slow
def test_a_thousand_damaged_workbooks(tables):
    dice, original = random.Random(7), tables(as_workbook(PERSON))
    for number in range(1_000):
        sheets = ROWS[number % len(ROWS)](PERSON, dice)
        assert workbook_survives(as_workbook(sheets), tables, original), sheets


def test_some_damaged_workbooks(tables):
    dice, original = random.Random(8), tables(as_workbook(PERSON))
    assert {name: len(table) for name, table in original[0].items()} == {
        "posts": 8,
        "daily": 24,
        "audience": 8,
        "followers": 1,
    }
    for damage in ROWS * 2:
        sheets = damage(PERSON, dice)
        assert workbook_survives(as_workbook(sheets), tables, original), sheets


def with_odd_bytes(content, dice):
    """Some bytes lost, and some others in their place."""
    at, lost = dice.randrange(len(content)), dice.randrange(0, 30)
    return content[:at] + dice.randbytes(dice.randrange(0, 4)) + content[at + lost :]


@pytest.mark.slow
@every_damaged
def test_values_keep_bounds_and_types_whatever_the_bytes(name, tables):
    dice, content = random.Random(6), DAMAGED[name].encode()
    for _ in range(1_000):
        try:
            found, _ = tables(with_odd_bytes(content, dice))
        except ExportError:
            continue
        for table, frame in found.items():
            assert list(frame.columns) == list(TABLES[table])
            assert {column: str(kind) for column, kind in frame.dtypes.items()} == TABLES[table]
            validate(table, frame, NAME)


@pytest.mark.slow
def test_a_workbook_of_damaged_bytes_is_read_whole_or_not_at_all(tables):
    dice, content = random.Random(9), as_workbook(PERSON)
    original = tables(content)
    for number in range(1_000):
        damaged = content[: dice.randrange(1, len(content))] if number % 5 == 0 else None
        damaged = damaged or with_odd_bytes(content, dice)
        assert workbook_survives(damaged, tables, original), number
