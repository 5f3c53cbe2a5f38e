"""From the bytes of a file to its text: encodings, byte order marks, and files that are no export.

Platforms write UTF-8 (with and without a byte order mark) and UTF-16; spreadsheets re-save an export in
the system's own code page, or pack every record into one quoted cell. Line ends become ``\\n``.
"""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import dataclass
from pathlib import Path

from smmtools.errors import ExportError

NOT_EXPORTS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a gzip archive",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x00\x05\x16\x07": "a macOS companion file, not the export itself",
    b"\x00\x05\x16\x00": "a macOS companion file, not the export itself",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
LONGEST_LINE = 1_000_000
"""Bytes; the longest text that a platform lets one write takes a quarter of it."""
_PIECE = 1 << 16
"""Bytes looked at in one go: few enough that what they become stays in the processor's cache."""
_FIRST_LINE = 1 << 20
_NO_BLANK = re.compile(rb"[^ \t\r\n\0\xef\xbb\xbf\xff\xfe]")
_EXPORT_AGAIN = "export the file again from the platform, and leave it as it comes."


@dataclass(frozen=True)
class Text:
    """A file's text as UTF-8 with plain line ends, and what had to be guessed to read it."""

    body: bytes
    warnings: tuple[str, ...] = ()


def load_bytes(path: Path) -> bytes:
    """The file's bytes. Raises ExportError where it can't be read, is empty, or is no export at all."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ExportError.of(
            f"the file cannot be read: {error.strerror}", path.name, "check the file's name and rights."
        ) from None
    kind = next((name for magic, name in NOT_EXPORTS.items() if content.startswith(magic)), None)
    if content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        kind = "a web page, perhaps one that asks to sign in"
    if path.name.startswith("._"):
        kind = "a macOS companion file, not the export itself"
    if kind:
        raise ExportError.of(f"this is {kind}", path.name, "remove it from the exports.")
    if not _NO_BLANK.search(content):
        raise ExportError.of("the file is empty", path.name, _EXPORT_AGAIN)
    return content


def decode(content: bytes, file: str) -> Text:
    """The text of an export. Raises ExportError where the bytes are no text.

    >>> decode(b"\\xef\\xbb\\xbfDate,Views\\r\\n", "views.csv").body
    b'Date,Views\\n'
    """
    bom = next((mark for mark in _BOMS if content.startswith(mark)), b"")
    encoding = _BOMS.get(bom) or _utf16_without_mark(content) or "utf-8"
    body, warnings = content[len(bom) :], tuple[str, ...]()
    if encoding != "utf-8":
        body = _from_utf16(body, encoding, file)
    elif not _is_utf8(body):
        body, warnings = _in_code_page(content, file)
    if (at := body.find(b"\0")) >= 0:
        line = body.count(b"\n", 0, at) + 1
        raise ExportError.of("the file holds NUL bytes: it is no text", f"{file}, line {line}", _EXPORT_AGAIN)
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    _refuse_endless_line(body, file)
    return Text(_unpacked(body), warnings)


def _is_utf8(body: bytes) -> bool:
    """Checked piece by piece, for as one string a text with emoji takes four bytes a letter."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _PIECE):
            decoder.decode(body[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _from_utf16(body: bytes, encoding: str, file: str) -> bytes:
    try:
        return body.decode(encoding).encode()
    except UnicodeDecodeError as error:
        what = f"the file is damaged: no {encoding.upper()} from byte {error.start + 1} on"
        raise ExportError.of(what, file, _EXPORT_AGAIN) from None


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 as its quotation marks and separators show it: every other byte of theirs is 0."""
    even, odd = (content[start:400:2].count(0) for start in (0, 1))
    if bool(even) == bool(odd) or max(even, odd) * 20 < len(content[:400]):
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _in_code_page(content: bytes, file: str) -> tuple[bytes, tuple[str, ...]]:
    """A spreadsheet's own encoding: Cyrillic where most letters stand in runs, else Western."""
    start = content[:4096]
    if content.count(0) or sum(byte < 9 for byte in start) > len(start) / 20:
        raise ExportError.of("this is binary data, not an export", file, "remove it from the exports.")
    high = sum(byte >= 0x80 for byte in content)
    in_runs = sum(len(run) for run in re.findall(rb"[\xa8\xb8\xc0-\xff]{3,}", content))
    page, name = ("cp1251", "Cyrillic") if in_runs > high / 2 else ("cp1252", "Western European")
    warning = f"{file}: not UTF-8; read as Windows {name} ({page}). Check a name with special letters."
    return content.decode(page, errors="replace").encode(), (warning,)


def _refuse_endless_line(body: bytes, file: str) -> None:
    """Looked for by leaps: each goes from a line end to the last one that is near enough."""
    at = -1
    while len(body) - at - 1 > LONGEST_LINE:
        near = body.rfind(b"\n", at + 1, at + 2 + LONGEST_LINE)
        if near < 0:
            line = body.count(b"\n", 0, at + 1) + 1
            raise ExportError.of(
                f"this line is longer than {LONGEST_LINE:,} bytes: it is no record of a table",
                f"{file}, line {line}",
                "export the file again, one record a line; remove it from the exports if it is none.",
            )
        at = near


def _unpacked(body: bytes) -> bytes:
    """Undo a spreadsheet's packing of each line into one quoted cell with the inner quotes doubled.

    >>> print(_unpacked(b'"Post ID,""Page name"",Views"\\n"1,""A"",5"').decode())
    Post ID,"Page name",Views
    1,"A",5
    """
    first = body[:_FIRST_LINE].partition(b"\n")[0].decode(errors="replace")
    if '""' not in first or len(first) > csv.field_size_limit():
        return body
    cells = next(csv.reader([first]), [])
    if len(cells) != 1 or "," not in cells[0]:
        return body
    return re.sub(rb'(?m)^"(.*)"$', lambda line: line[1].replace(b'""', b'"'), body)
