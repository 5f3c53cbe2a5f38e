"""What went wrong, where, and how to mend it.

Every error that a user can cause is a ``WorkbookError``. It carries one or more faults, so that
a faulty brief is reported whole instead of one line at a time. Text and exit code follow from the
class: a ``CallError`` means that the call itself is wrong and nothing ran (exit 2); a
``ClientError`` belongs to one client, and the others go on (exit 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: what, where (file, line, key, column), and the mend.

    >>> print(Fault("channel shares add up to 1.10, not 1.00", "client.yml, line 12", "lower a share."))
    channel shares add up to 1.10, not 1.00
      client.yml, line 12
      Mend: lower a share.
    """

    what: str
    where: str
    mend: str

    def __str__(self) -> str:
        where = f"\n  {self.where}" if self.where else ""
        return f"{self.what}{where}\n  Mend: {self.mend}"


class WorkbookError(Exception):
    """A fault that a person can mend, or several of the same kind found at once.

    >>> print(WorkbookError.of("no such month", "--month 2026-13", "write it as 2026-10."))
    WorkbookError: no such month
      --month 2026-13
      Mend: write it as 2026-10.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)  # keeps the error picklable across processes

    @classmethod
    def of(cls, what: str, where: str, mend: str) -> Self:
        """Make the error of a single fault."""
        return cls([Fault(what, where, mend)])

    def __str__(self) -> str:
        return "\n".join(f"{type(self).__name__}: {fault}" for fault in self.faults)


class CallError(WorkbookError):
    """The call itself is wrong (unknown client, malformed month, unwritable folder): nothing ran."""


class ClientError(WorkbookError):
    """One client's brief or data is at fault: the others go on."""


class BriefError(ClientError):
    """``client.yml`` cannot be used as it stands."""


class ExportError(ClientError):
    """A file among a client's exports cannot be read."""


class DataError(ClientError):
    """The files are readable, but what is asked of them is not there."""


class BlockedError(ClientError):
    """What the client's decisions ask for may not be done, so nothing of its plan may be published."""


class SaveError(ClientError):
    """A decision could not be saved; the file is as it was."""
