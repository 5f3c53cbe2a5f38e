"""The workspace: the folder that holds ``data/clients``, and the places in it."""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from smmtools.errors import CallError

CLIENTS = Path("data", "clients")
BRIEF = "client.yml"
_SLUG = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Workspace:
    """One folder with everything that belongs to the agency's clients."""

    root: Path

    @property
    def clients(self) -> Path:
        """The folder with one folder a client."""
        return self.root / CLIENTS

    @property
    def reference(self) -> Path:
        """The folder of the rules kept as data."""
        return self.root / "data" / "reference"

    @property
    def notebooks(self) -> Path:
        """The folder of the stage notebooks."""
        return self.root / "notebooks"

    @property
    def reports(self) -> Path:
        """The folder that reports are written to unless another is named."""
        return self.root / "reports"

    def slugs(self) -> list[str]:
        """Names of the clients, sorted: the folders of ``data/clients`` that hold a brief."""
        return sorted(
            folder.name
            for folder in self.clients.iterdir()
            if _SLUG.fullmatch(folder.name) and (folder / BRIEF).is_file()
        )

    def client_dir(self, slug: str) -> Path:
        """Return the folder of one client.

        CallError when ``slug`` cannot be a client's name (it is never a path), or when no client
        has this name; then the near names are given.
        """
        if not _SLUG.fullmatch(slug):
            raise CallError.of(
                f"{slug!r} is not a client's name",
                "SLUG",
                "use the name of a folder in data/clients: small letters, digits and hyphens.",
            )
        if slug not in self.slugs():
            raise CallError.of(f"there is no client {slug!r}", CLIENTS.as_posix(), self._which(slug))
        return self.clients / slug

    def shown(self, path: Path) -> str:
        """Return ``path`` as messages show it: from the workspace's root, with forward slashes.

        Of a file outside the workspace only the name is shown.
        """
        absolute = _absolute(path)
        root = _absolute(self.root)
        return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.name

    def _which(self, slug: str) -> str:
        known = self.slugs()
        if near := difflib.get_close_matches(slug, known, n=3):
            return f"did you mean {' or '.join(near)}?"
        if known:
            return f"use one of: {', '.join(known)}."
        return f"make the folder data/clients/{slug} with the brief, {BRIEF}, in it."


def find_workspace(start: Path | None = None) -> Workspace:
    """Find the workspace: ``SMMTOOLS_HOME`` if set, else upward from ``start`` (the current folder).

    CallError when no folder there holds ``data/clients``.
    """
    if home := os.environ.get("SMMTOOLS_HOME"):
        return _workspace_at(Path(home))
    here = _absolute(start or Path.cwd())
    for folder in (here, *here.parents):
        if (folder / CLIENTS).is_dir():
            return Workspace(folder)
    raise CallError.of(
        "this is no workspace: neither this folder nor one above it holds data/clients",
        "the current folder",
        "change to the workbook's folder, or set SMMTOOLS_HOME to it.",
    )


def shown(path: Path) -> str:
    """Return ``path`` as messages show it when no workspace is at hand.

    It begins at the folder that holds ``data/clients``; of a file elsewhere only the name is shown.

    >>> shown(Path("/home/anna/work/data/clients/pizza/client.yml"))
    'data/clients/pizza/client.yml'
    >>> shown(Path("/home/anna/client.yml"))
    'client.yml'
    """
    for folder in path.parents:
        if folder.parts[-2:] == CLIENTS.parts:
            return (CLIENTS / path.relative_to(folder)).as_posix()
    return path.name


def _workspace_at(home: Path) -> Workspace:
    """Return the workspace that SMMTOOLS_HOME names."""
    if not (home / CLIENTS).is_dir():
        raise CallError.of(
            "SMMTOOLS_HOME names a folder that holds no data/clients",
            "SMMTOOLS_HOME",
            "set it to the workbook's folder, or unset it and start in that folder.",
        )
    return Workspace(_absolute(home))


def _absolute(path: Path) -> Path:
    """Return ``path`` without ``..`` and relative parts; symbolic links stay as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100  (Path.resolve would follow links)
