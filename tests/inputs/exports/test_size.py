"""Files far larger than an export: one error that says what to do, within bounded memory."""

import tracemalloc
import zipfile

import pytest
import xlsxwriter

from smmtools.errors import ExportError
from smmtools.inputs.exports import read
from smmtools.inputs.exports.text import LONGEST_LINE

SIZE = 100_000_000
VK = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"'.encode()


@pytest.fixture
def huge(tmp_path):
    """The path of a file that does not outlive its test."""
    yield tmp_path / "huge.csv"
    (tmp_path / "huge.csv").unlink()


@pytest.fixture
def refusal():
    """What a person is told of a file that is refused, and the most memory that this took (bytes)."""

    def refusal_of(path):
        tracemalloc.start()
        try:
            with pytest.raises(ExportError) as caught:
                read(path)
            return str(caught.value), tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    return refusal_of


@pytest.mark.parametrize(
    ("start", "piece", "line"),
    [
        (b"", b"x", 1),
        (b"", b"x,", 1),
        (VK, b",7", 1),
        (VK + b"\n", b"7,", 2),
        (VK + b"\n15.03.2020,", b"views ", 2),
        (b'"', b"x", 1),
        (b"", b'""', 1),
        (b'"Post ID', b',""Views""', 1),
        (b"", b"x\0", 1),
    ],
    ids=["letters", "cells", "header", "record", "cell", "open", "quotes", "packed", "utf16"],
)
def test_a_hundred_megabytes_in_one_line(start, piece, line, huge, refusal):
    huge.write_bytes(start + piece * (SIZE // len(piece)))
    told, memory = refusal(huge)
    assert told == (
        "ExportError: this line is longer than 1,000,000 bytes: it is no record of a table\n"
        f"  huge.csv, line {line}\n"
        "  Mend: export the file again, one record a line; remove it from the exports if it is none."
    )
    assert memory < 2.5 * SIZE


def test_the_longest_line_may_stand_anywhere(write):
    row = b'15.03.2020,cities,"%s",,7\n'
    longest = row % (b"x" * (LONGEST_LINE - len(row) + 3))
    content = VK + b"\n" + longest + row % b"Perm"
    assert len(longest) == LONGEST_LINE + 1  # with its end
    assert len(read(write("vk.csv", content)).tables["audience"]) == 2
    with pytest.raises(ExportError, match=r"vk\.csv, line 2"):
        read(write("vk.csv", content.replace(b"xx", b"xxx", 1)))


SHEET = "xl/worksheets/sheet1.xml"
UNPACKED = 2_000_000_000


@pytest.fixture(scope="module")
def bomb(tmp_path_factory):
    """A workbook of a few megabytes whose one sheet unpacks to gigabytes of blanks."""
    folder = tmp_path_factory.mktemp("bomb")
    with xlsxwriter.Workbook(folder / "small.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["Date", "Views"])
    with (
        zipfile.ZipFile(folder / "small.xlsx") as small,
        zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for part in small.infolist():
            if part.filename != SHEET:
                archive.writestr(part.filename, small.read(part))
        head, cells, tail = small.read(SHEET).partition(b"<sheetData>")
        with archive.open(SHEET, "w") as sheet:
            sheet.write(head)
            for _ in range(UNPACKED // 1_000_000):
                sheet.write(b" " * 1_000_000)
            sheet.write(cells + tail)
        sizes = {part.filename: part.file_size for part in archive.infolist()}
    return (folder / "bomb.xlsx").read_bytes(), sizes


def test_a_workbook_that_unpacks_to_gigabytes(bomb, write, refusal):
    content, sizes = bomb
    told, memory = refusal(write("bomb.xlsx", content))
    assert told == (
        f"ExportError: the workbook unpacks to {sum(sizes.values()):,} bytes, more than 300,000,000\n"
        "  bomb.xlsx\n"
        "  Mend: save the sheet that is needed as CSV."
    )
    assert memory < 5 * len(content)


def test_a_workbook_that_states_too_small_a_size(bomb, write, refusal):
    content, sizes = bomb
    lying = content.replace(sizes[SHEET].to_bytes(4, "little"), (600).to_bytes(4, "little"))
    assert lying != content
    told, memory = refusal(write("bomb.xlsx", lying))
    assert told == (
        "ExportError: this is neither a text file nor a workbook that can be opened\n"
        "  bomb.xlsx\n"
        "  Mend: unpack an archive; save a protected workbook without its password."
    )
    assert memory < 5 * len(content)


def test_two_entries_at_the_ends_of_a_sheet_are_no_table(tmp_path, write, refusal):
    with xlsxwriter.Workbook(tmp_path / "wide.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Date")
        sheet.write(1_048_575, 16_383, "stray")
    told, _ = refusal(write("wide.xlsx", (tmp_path / "wide.xlsx").read_bytes()))
    assert told == (
        "ExportError: a sheet of the workbook reaches over 17,179,869,184 cells, more than 20,000,000\n"
        "  wide.xlsx\n"
        "  Mend: look for a stray entry far below or to the right of the table and delete it, "
        "or save the sheet that is needed as CSV."
    )


def test_blank_cells_with_a_format_reach_nowhere(tmp_path, write):
    with xlsxwriter.Workbook(tmp_path / "blank.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Date", "Views"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert read(write("blank.xlsx", (tmp_path / "blank.xlsx").read_bytes())).warnings
