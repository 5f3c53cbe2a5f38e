"""The brief as a file: read, decoded, and replaced in one step."""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from smmtools.errors import BriefError, SaveError
from smmtools.inputs.workspace import shown

_SAVE_AS = "save it as UTF-8 in your editor."


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the brief at ``path``.  BriefError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BriefError.of("there is no brief", shown(path), "write the client's brief there.") from None
    except OSError as error:
        raise BriefError.of(
            f"the brief cannot be read ({error.strerror})", shown(path), "make it a file that you may read."
        ) from None


def decoded(content: bytes, path: Path) -> str:
    """Return the text of ``content`` without the mark that some editors put at its beginning.

    BriefError when it is saved in another encoding than UTF-8, or no text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BriefError.of("the brief is saved as UTF-16", shown(path), _SAVE_AS)
    if b"\0" in content:
        where = where_in(path, _line(content, content.index(b"\0")))
        mend = "restore the brief from a copy: it is damaged, or no text file."
        raise BriefError.of("the brief holds a NUL character", where, mend)
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        where = where_in(path, _line(content, error.start))
        raise BriefError.of("the brief is not saved as UTF-8", where, _SAVE_AS) from None


def encoded(text: str, like: bytes) -> bytes:
    """Return ``text`` as the bytes of a file, with a byte order mark where ``like`` has one."""
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def write_bytes(path: Path, content: bytes, opened: bytes) -> None:
    """Replace the file's content in one step; its mode is kept.

    SaveError, and nothing written, when the file is no longer what was ``opened``, or read-only.
    """
    target = path.resolve()  # a link stays a link
    try:
        _refuse_read_only(target)
        if target.read_bytes() != opened:
            mend = "open it again and repeat the change."
            raise SaveError.of("the brief was changed by someone else meanwhile", shown(path), mend)
        _replace(target, content)
    except OSError as error:
        mend = "see that its folder is there, may be written and has room."
        raise SaveError.of(f"the brief cannot be written ({error.strerror})", shown(path), mend) from None


def _refuse_read_only(path: Path) -> None:
    """Refuse a file marked read-only: the mark is asked for itself, as it does not stop an administrator."""
    if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise SaveError.of("the brief is read-only", shown(path), "allow writing to it, then save again.")


def _replace(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path`` and put it in its place once it is complete."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def where_in(path: Path, line: int, loc: Sequence[str | int] = ()) -> str:
    """Return file, line (from 1) and dotted key as messages show them.

    >>> where_in(Path("data/clients/pizza/client.yml"), 9, ("fx", "USD"))
    'data/clients/pizza/client.yml, line 9, fx.USD'
    """
    dotted = ".".join(str(key) for key in loc)
    return f"{shown(path)}, line {line}" + (f", {dotted}" if dotted else "")


def _line(content: bytes, at: int) -> int:
    return content[:at].count(b"\n") + 1
