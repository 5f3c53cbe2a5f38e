import csv
import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pandas as pd
import pytest
import vobject

sys.path.insert(0, str(Path(__file__).parent))  # test folders are no packages

from planned_posts import HOSTILE, ZONE, around_the_clock_change, hostile, post

from smmtools.present import wording
from smmtools.present.calendar_book import calendar_xlsx, sheet_names
from smmtools.present.calendar_entries import calendar_ics
from smmtools.present.calendar_files import calendar_csv, full_text, harmless, scheduler_csv
from smmtools.present.voice import Voice

ENGLISH = Voice("en")
MADE = dt.date(2026, 9, 30)


def as_csv(posts, voice=ENGLISH):
    return calendar_csv(posts, ZONE, voice)


def as_xlsx(posts, voice=ENGLISH, title="Pechka, October 2026"):
    return calendar_xlsx(posts, ZONE, voice, title, MADE)


def as_ics(posts, zone=ZONE):
    return calendar_ics(posts, zone, ENGLISH, "Pechka, October 2026", "pizza", MADE)


def rows_of(table, encoding="utf-8-sig"):
    """The rows as Python's csv reads them, by their header."""
    return list(csv.DictReader(io.StringIO(table.decode(encoding), newline="")))


def opened(book):
    return openpyxl.load_workbook(io.BytesIO(book))


def column(sheet, header):
    """A sheet's cells under a header."""
    place = [cell.value for cell in sheet[1]].index(header) + 1
    return [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]


# What goes out


def test_what_goes_out_stands_line_by_line():
    assert full_text(post(code="OVEN10")) == (
        "What is in the oven right now?\nTell us your topping.\n"
        "For members: the second pizza at half the price.\n"
        "https://pechka.example/menu?utm_source=vk&utm_content=2610-vk-01\nOVEN10\n#pizza #oven"
    )


def test_a_paid_post_begins_with_its_disclosure_and_another_ends_with_it():
    said = {"disclosure": "Advertisement. erid: 2V", "link": None}
    assert full_text(post(paid=True, **said)).splitlines()[0] == "Advertisement. erid: 2V"
    assert full_text(post(paid=False, **said)).splitlines()[-1] == "Advertisement. erid: 2V"


def test_a_link_stands_only_where_links_work_and_nothing_is_said_twice():
    bare = {"call_to_action": None, "benefit": None, "hashtags": []}
    assert full_text(post(trace="bio", **bare)) == "What is in the oven right now?"
    assert full_text(post(text="Say OVEN10 #oven", code="OVEN10", trace="code", **bare)) == "Say OVEN10 #oven"


# calendar.csv


def test_the_table_has_every_column_of_a_post_in_order_of_time():
    rows = rows_of(as_csv(around_the_clock_change()))
    assert [row["Plan ID"] for row in rows] == [
        *("2610-vk-01", "2610-instagram-01", "2610-vk-02", "2610-instagram-02")
    ]
    said = {"platform": "Channel", "at": "Time", "hashtags": "Hashtags"}
    headers = {name: header for name, (header, _) in wording.calendar.COLUMNS.items()} | said
    assert {headers[key] for key in post()} <= set(rows[0])
    assert rows[0] == {
        **{"Plan ID": "2610-vk-01", "Status": "planned", "Channel": "VK", "Account": "pechka_pizza"},
        **{"Date": "2026-10-24", "Time": "09:00", "Time zone": "Europe/Berlin (UTC+02:00)"},
        **{"Part of the day": "morning", "Topic": "oven", "Format": "photo", "Function": "entertain"},
        **{"About": "brand", "Segments": "families, students", "Tone": "friendly"},
        **{"Text": post()["text"], "Call to action": "Tell us your topping."},
        **{"Members' benefit": post()["benefit"], "Link": post()["link"], "Code": "", "Trace": "link"},
        **{"Hashtags": "#pizza #oven", "Paid": "no", "Disclosure": "", "Expected engagements": "41.2"},
        **{"Fixed date": "no", "Occasion": "", "As it goes out": full_text(post())},
    }
    assert rows[1]["Time zone"] == "Europe/Berlin (UTC+01:00)"


def test_a_spreadsheet_sees_utf_8_and_pandas_reads_the_same():
    table = as_csv(hostile())
    assert table.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(table), keep_default_na=False)
    assert frame["Text"].tolist() == [harmless(text) for text in HOSTILE]
    assert frame["Date"].tolist() == ["2026-10-24"] * len(HOSTILE)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_begins_like_a_formula_whatever_separates_cells(separator):
    text = as_csv(hostile()).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]
    assert len(cells) > len(HOSTILE)
    assert [cell for cell in cells if re.match(r"\s*[=@+-]|\t", cell)] == []


def test_only_what_could_run_gets_an_apostrophe():
    told = dict(zip(HOSTILE, map(harmless, HOSTILE), strict=True))
    assert told["+1 of us\n=2+2"] == "'+1 of us\n'=2+2"
    assert told["a;=cmd|' /C calc'!A0"] == "a;'=cmd|' /C calc'!A0"
    for text in HOSTILE[5:9]:
        assert told[text] == text


# scheduler.csv


def test_the_scheduler_s_columns_stay_and_its_texts_are_verbatim():
    rows = rows_of(scheduler_csv(hostile(), ZONE), "utf-8")
    assert list(rows[0]) == list(wording.calendar.SCHEDULER)
    assert [row["text"] for row in rows] == [full_text(each) for each in hostile()]
    assert rows[0] | {"text": ""} == {
        **{"date": "2026-10-24", "time": "09:00", "timezone": ZONE, "channel": "vk"},
        **{"account": "pechka_pizza", "text": "", "link": post()["link"], "label": "2610-vk-01"},
    }


# calendar.xlsx


def test_the_workbook_has_a_sheet_a_channel_with_real_dates_and_times():
    book = opened(as_xlsx(around_the_clock_change()))
    assert book.sheetnames == ["Columns", "Instagram", "VK", "Lists"]
    sheet = book["VK"]
    assert [cell.value for cell in column(sheet, "Plan ID")] == ["2610-vk-01", "2610-vk-02"]
    assert [cell.value for cell in column(sheet, "Date")] == [
        dt.datetime(2026, 10, 24),
        dt.datetime(2026, 10, 26),
    ]
    assert [cell.value for cell in column(sheet, "Time")] == [dt.time(9), dt.time(19)]
    assert [cell.value for cell in column(sheet, "Expected engagements")] == [41.2, 41.2]
    assert column(book["Instagram"], "Expected engagements")[0].value is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AA3")
    assert column(sheet, "Text")[0].alignment.wrap_text


def test_the_first_sheet_explains_every_column():
    sheet = opened(as_xlsx([post()]))["Columns"]
    assert sheet["A1"].value == "Pechka, October 2026"
    assert "Times are those of Europe/Berlin." in sheet["B2"].value
    explained = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=4)]
    assert explained == list(wording.calendar.COLUMNS.values())


def test_cells_offer_the_words_that_may_stand_there():
    book = opened(as_xlsx([post()]))
    sheet = book["VK"]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        (place,) = rule.sqref.ranges
        name, cells = rule.formula1.split("!")
        offered[sheet.cell(1, place.min_col).value] = [
            cell.value for (cell,) in book[name.strip("'")][cells.replace("$", "")]
        ]
        assert place.max_row > 100
    assert offered["Status"] == ["planned", "published", "dropped"]
    assert offered["Function"] == ["sell", "inform", "teach", "entertain"]
    assert {"Format", "Tone", "Paid"} < set(offered)
    row = {header.value: cell.value for header, cell in zip(sheet[1], sheet[2], strict=True)}
    assert all(row[header] in words for header, words in offered.items())


def test_every_text_is_a_text_and_nothing_runs_or_links():
    book = opened(as_xlsx(hostile()))
    cells = column(book["VK"], "Text")
    assert [cell.value for cell in cells] == list(HOSTILE)
    for sheet in book:
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet for cell in row)
    assert all(cell.quotePrefix for cell in cells)


def test_the_title_is_a_text_too_and_a_text_that_no_cell_holds_is_cut():
    book = opened(as_xlsx([post(text="x" * 40_000)], title="=1+1"))
    assert (book["Columns"]["A1"].value, book["Columns"]["A1"].data_type) == ("=1+1", "s")
    assert column(book["VK"], "Text")[0].value == "x" * 32_766 + "…"


def test_sheets_have_names_that_a_spreadsheet_takes():
    names = sheet_names(["a" * 40, "a" * 40, "A" * 31, "'[x]:*?/\\'", ""])
    assert names == ["a" * 31, "a" * 27 + " (2)", "A" * 27 + " (3)", "x", "Sheet"]


def test_the_same_posts_give_the_same_bytes_whatever_the_clock_says():
    code = (
        "import sys; sys.path[:0] = [sys.argv[1]]; import test_calendar_files as t, hashlib;"
        "posts = t.around_the_clock_change();"
        "print([hashlib.sha256(made(posts)).hexdigest() for made in (t.as_csv, t.as_xlsx, t.as_ics)])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    ]
    assert runs[0] == runs[1]
    with zipfile.ZipFile(io.BytesIO(as_xlsx([post()]))) as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-09-30T00:00:00Z" in book.read("docProps/core.xml")


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_opens_workbook_and_table(tmp_path):
    for name, made in (("a.xlsx", as_xlsx(hostile())), ("b.csv", as_csv(hostile()))):
        (tmp_path / name).write_bytes(made)
        command = ["soffice", "--headless", "--convert-to", "html", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / name)], check=True, capture_output=True, timeout=120)
        assert "Пицца из печи" in (tmp_path / name).with_suffix(".html").read_text(encoding="utf-8")


def test_pandas_reads_the_workbook_with_another_parser():
    frame = pd.read_excel(io.BytesIO(as_xlsx(hostile())), sheet_name="VK", engine="calamine")
    assert frame["Text"].tolist() == list(HOSTILE)
    assert frame["Date"].tolist() == [pd.Timestamp(2026, 10, 24)] * len(HOSTILE)


# calendar.ics


def events(calendar):
    """The entries as vobject, another program's parser, reads them."""
    return {event.uid.value: event for event in vobject.readOne(calendar.decode()).vevent_list}


def test_another_parser_reads_the_entries_at_their_times_on_both_sides_of_the_clock_change():
    found = events(as_ics(around_the_clock_change()))
    assert {uid: event.dtstart.value.astimezone(dt.UTC).isoformat() for uid, event in found.items()} == {
        "2610-vk-01@pizza": "2026-10-24T07:00:00+00:00",
        "2610-instagram-01@pizza": "2026-10-25T08:00:00+00:00",
        "2610-vk-02@pizza": "2026-10-26T18:00:00+00:00",
        "2610-instagram-02@pizza": "2026-10-27T08:00:00+00:00",
    }
    first = found["2610-vk-01@pizza"]
    assert first.summary.value == "VK, photo: What is in the oven right now?"
    assert first.description.value == full_text(post())
    assert first.location.value == first.url.value == post()["link"]
    assert first.categories.value == ["VK", "photo", "entertain"]
    assert first.dtend.value - first.dtstart.value == dt.timedelta(minutes=15)
    assert first.dtstamp.value == dt.datetime(2026, 9, 30, tzinfo=dt.UTC)


def test_the_zone_is_in_the_file_with_its_change():
    text = as_ics(around_the_clock_change()).decode()
    assert "DTSTART;TZID=Europe/Berlin:20261024T090000" in text
    assert "DTSTART;TZID=Europe/Berlin:20261026T190000" in text
    zone = vobject.readOne(text).vtimezone
    assert zone.tzid.value == ZONE
    assert re.search(r"BEGIN:STANDARD.*?TZOFFSETFROM:\+0200.*?TZOFFSETTO:\+0100", text, re.DOTALL)


@pytest.mark.parametrize(
    "zone", ["Asia/Yekaterinburg", "America/New_York", "Asia/Kuala_Lumpur", "Asia/Kathmandu"]
)
def test_every_zone_gives_the_moment_that_the_plan_says(zone):
    at = dt.datetime(2026, 11, 1, 9, tzinfo=ZoneInfo(zone))
    (event,) = events(as_ics([post(at=at.isoformat())], zone)).values()
    assert event.dtstart.value == at
    assert event.dtstart.value.hour == 9


def test_texts_come_through_the_calendar_whole_and_in_short_lines():
    made = as_ics(hostile())
    found = events(made)
    for number, text in enumerate(HOSTILE, 1):
        event = found[f"2610-vk-{number:02d}@pizza"]
        assert event.description.value == full_text(post(number, text=text))
        assert " ".join(text.split())[:20] in event.summary.value
    assert max(map(len, made.split(b"\r\n"))) <= 75


def test_a_long_text_is_cut_in_the_title_and_control_characters_are_left_out():
    (event,) = events(as_ics([post(text="Wow\x07 " + "long " * 40, link=None)])).values()
    assert event.summary.value.endswith("long…") and len(event.summary.value) < 80
    assert "\x07" not in event.description.value
    assert not hasattr(event, "location")


# All of them


def test_headers_and_words_speak_the_client_s_language_and_the_scheduler_s_do_not(tmp_path):
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Format"\nmsgstr "Формат"\n\nmsgid "photo"\nmsgstr "фото"\n'
    )
    (tmp_path / "ru.po").write_text(catalogue, encoding="utf-8")
    russian = Voice("ru", tmp_path)
    assert rows_of(as_csv([post()], russian))[0]["Формат"] == "фото"
    book = opened(as_xlsx([post()], russian))
    assert column(book["VK"], "Формат")[0].value == "фото"
    assert "фото" in [cell.value for row in book["Lists"] for cell in row]
    assert "channel" in rows_of(scheduler_csv([post()], ZONE), "utf-8")[0]


def test_what_a_post_does_not_say_is_left_empty_and_what_is_unknown_stays_out():
    bare = {"plan_id": "2610-vk-01", "platform": "vk", "at": post()["at"], "format": "photo", "text": "Hi"}
    row = rows_of(as_csv([bare | {"hours": 7}]))[0]
    assert row["Segments"] == row["Hashtags"] == row["Expected engagements"] == ""
    assert row["As it goes out"] == "Hi"
    assert "7" not in row.values()
    assert opened(as_xlsx([bare])).sheetnames[1] == "VK"
    assert events(as_ics([bare]))
