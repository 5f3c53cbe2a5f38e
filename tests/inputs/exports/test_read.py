"""What holds for every format: encodings, quoting, lines, and files that are no export."""

import zipfile

import pytest

from smmtools.errors import ExportError
from smmtools.inputs.exports import read

VK = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n'
DAY = '"15.03.2020","views","","",22\n'


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.csv", b"", "the file is empty"),
        ("blank.csv", b"\xef\xbb\xbf \r\n\r\n", "the file is empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0", "this is a PNG picture"),
        ("report.csv", b"%PDF-1.7\n", "this is a PDF document"),
        ("._posts.csv", b"\0\5\x16\7\0", "this is a macOS companion file, not the export itself"),
        ("archive.csv", b"PK\3\4 and so on", "this is neither a text file nor a workbook that can be opened"),
        (
            "old.xls",
            b"\xd0\xcf\x11\xe0" * 99,
            "this is neither a text file nor a workbook that can be opened",
        ),
        ("page.csv", b"\n<!DOCTYPE html><p>Hi", "this is a web page, perhaps one that asks to sign in"),
        ("binary.csv", bytes(range(256)), "this is binary data, not an export"),
    ],
)
def test_what_is_no_export_is_named(name, content, what, write, faults):
    assert faults(write(name, content)) == [(what, name)]


def test_nul_bytes_are_refused_with_their_line(write, faults):
    found = faults(write("vk.csv", (VK + DAY + "\0\n").encode()))
    assert found == [("the file holds NUL bytes: it is no text", "vk.csv, line 3")]


def test_half_a_character_at_the_end_of_utf16_is_damage(write, faults):
    content = ("\ufeff" + VK).encode("utf-16-le") + b"x"
    assert faults(write("vk.csv", content))[0][0].startswith("the file is damaged: no UTF-16-LE from byte")


def test_a_file_that_is_not_there(tmp_path, faults):
    found = faults(tmp_path / "gone.csv")
    assert found == [("the file cannot be read: No such file or directory", "gone.csv")]


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(tmp_path, faults, monkeypatch):
    monkeypatch.setattr("smmtools.inputs.exports.workbook_pages.LARGEST", 10)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w") as archive:
        archive.writestr("sheet.xml", "0" * 11)
    assert faults(tmp_path / "bomb.xlsx") == [("the workbook unpacks to 11 bytes, more than 10", "bomb.xlsx")]


def test_an_unknown_header_is_listed_and_a_map_asked_for(write):
    with pytest.raises(ExportError) as caught:
        read(write("crm.csv", "Deal;Client name;Sum\n1;2;3\n"))
    assert str(caught.value) == (
        "ExportError: no platform's export known here has this header: Deal, Client name, Sum\n"
        "  crm.csv\n"
        "  Mend: write a column map for it into the client's folder maps/."
    )


@pytest.mark.parametrize(
    "content",
    [
        (VK + DAY).encode(),
        (VK + DAY).encode("utf-8-sig"),
        (VK + DAY).encode("utf-16"),
        (VK + DAY).encode("utf-16-le"),
        ("\ufeffsep=;\n" + (VK + DAY).replace(",", ";")).encode("utf-16-be"),
        ("sep=\t\n" + (VK + DAY).replace(",", "\t")).encode(),
        (VK + DAY).replace(",", ";").encode(),
        (VK + DAY).replace("\n", "\r\n").encode(),
        (VK + DAY).replace("\n", "\r").encode(),
        ("\n\n" + VK + "\n" + DAY + "\n,,,,\n").encode(),
    ],
)
def test_one_table_in_many_wrappings(content, write):
    export = read(write("vk.csv", content))
    assert export.format == "vk-statistics"
    assert export.tables["daily"]["value"].tolist() == [22]
    assert export.warnings == []


def test_a_spreadsheets_own_code_page_is_read_with_a_warning(write):
    row = DAY.replace("views", "cities").replace('""', '"Екатеринбург"', 1)
    export = read(write("vk.csv", VK + row, "cp1251"))
    assert export.tables["audience"]["cell"].tolist() == ["Екатеринбург"]
    assert export.warnings == [
        "vk.csv: not UTF-8; read as Windows Cyrillic (cp1251). Check a name with special letters."
    ]


def test_an_open_quotation_mark_is_found(write, faults):
    found = faults(write("vk.csv", VK + DAY + '"14.03.2020","views","","","7\n'))
    assert found == [("a quotation mark is never closed: the file is cut off or damaged", "vk.csv, line 3")]


@pytest.mark.parametrize("before", ["", DAY])
@pytest.mark.parametrize("extra", [",1", ",1,1", ",1,1,1"])
def test_a_record_longer_than_the_header_is_found(before, extra, write, faults):
    found = faults(write("vk.csv", VK + before + DAY.replace("22", f"22{extra}") + DAY))
    line = 3 if before else 2
    assert found == [("this record has more cells than the header has columns", f"vk.csv, line {line}")]


def test_faults_of_all_columns_are_told_at_once_with_their_lines(write, faults):
    rows = '"31.02.2020","views","","",2x\n\n"14.03.2020","views","","",-5\n"13.03.2020","reach","","",2.5\n'
    assert faults(write("vk.csv", VK + rows)) == [
        ("'31.02.2020' is not a date", 'vk.csv, line 2, column "Дата"'),
        ("'2x' is not a number", 'vk.csv, line 2, column "Значение"'),
        ("'2.5' is not a whole number", 'vk.csv, line 5, column "Значение"'),
        ("'-5' is negative, and this is a count", 'vk.csv, line 4, column "Значение"'),
    ]


def test_many_faults_of_one_column_are_one(write, faults):
    rows = "".join(f'"{day:02}.03.2020","views","","",n/a\n' for day in range(1, 11))
    found = faults(write("vk.csv", VK + rows))
    assert found == [
        ("'n/a' is not a number (and 9 more in this column)", 'vk.csv, line 2, column "Значение"')
    ]


def test_a_file_without_its_last_line_end_may_be_cut_off(write):
    export = read(write("vk.csv", (VK + DAY).rstrip("\n")))
    assert export.tables["daily"]["value"].tolist() == [22]
    assert export.warnings == [
        "vk.csv: it does not end with a line end: if it was cut off, its last record is not whole."
    ]


def test_a_record_cut_short_is_left_out(write):
    export = read(write("vk.csv", VK + DAY + '"14.03.2020","views"'))
    assert export.tables["daily"]["value"].tolist() == [22]
    assert export.warnings[0] == (
        "vk.csv, line 3: this record is not whole and was left out: the file may be cut off."
    )


WIDE = VK.replace("\n", ',"Прочее","Прочее 2"\n')


def day(number, more=""):
    return DAY.replace("15.", f"{number}.").replace("\n", f"{more}\n")


def test_records_of_which_several_leave_out_blank_cells_at_the_end_are_whole(write):
    export = read(write("vk.csv", WIDE + day(15, ",,") + day(14) + day(13)))
    assert len(export.tables["daily"]) == 3 and export.warnings == []


def test_a_header_wider_than_every_record_is_a_fault(write, faults):
    found = faults(write("vk.csv", WIDE + day(15) + day(14)))
    assert found == [("no record has as many cells as the header has columns", "vk.csv, line 1")]


def test_a_record_broken_in_two_is_left_out_whole(write):
    export = read(write("vk.csv", VK + day(15) + '"14.03.2020","views",""\n,"",7\n' + day(13)))
    assert export.tables["daily"]["value"].tolist() == [22, 22]
    assert [warning[:14] for warning in export.warnings] == ["vk.csv, line 3", "vk.csv, line 4"]


def test_of_a_broken_off_cell_either_neighbour_may_be_the_rest(write):
    export = read(write("vk.csv", VK + day(15) + day(14) + "8\n" + day(13) + day(12)))
    assert export.tables["daily"]["date"].dt.day.tolist() == [12, 15]
    assert [warning[:14] for warning in export.warnings] == [f"vk.csv, line {line}" for line in (3, 4, 5)]


def test_a_quotation_mark_within_the_header_is_found(write, faults):
    found = faults(write("t.csv", 'Date,Video views,Profile views,""Likes"\n2026/10/01,1,2,3\n'))
    assert found == [("a quotation mark stands within a quoted text: the file is damaged", "t.csv, line 1")]


def test_a_lost_quotation_mark_does_not_join_two_records(write, faults):
    lost = DAY.replace("15.", "14.").replace('"views",""', '"cities","Sofia')
    assert faults(write("vk.csv", VK + DAY + lost + DAY.replace("15.", "13."))) == [
        ("a quotation mark stands within a quoted text: the file is damaged", "vk.csv, line 3")
    ]


def test_a_quotation_mark_within_a_bare_text_is_a_letter(write):
    rows = DAY.replace('"views","",""', 'cities,24" pizza,') + DAY
    export = read(write("vk.csv", VK + rows))
    assert export.tables["audience"]["cell"].tolist() == ['24" pizza'] and len(export.tables["daily"]) == 1
    assert export.warnings == [
        "vk.csv: quotation marks stand within texts that have none around them; check it."
    ]


def test_a_header_without_records_is_an_empty_table(write):
    export = read(write("vk.csv", VK))
    assert export.warnings == ["vk.csv: it gives no rows."]
    assert {name: len(table) for name, table in export.tables.items()} == {"daily": 0, "audience": 0}


@pytest.mark.parametrize("named", ["sep=\u0445\n", 'sep="\n', "sep=a\n"])
def test_a_separator_that_is_none_is_not_believed(named, write):
    assert read(write("vk.csv", named + VK + DAY)).tables["daily"]["value"].tolist() == [22]
