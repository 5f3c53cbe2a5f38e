"""The month's folder: one run at a time writes to it, and only what is complete."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from smmtools.batch.audience import shown_month
from smmtools.batch.call import Call
from smmtools.batch.fingerprint import sha256_of
from smmtools.batch.jobs import StageNotebook
from smmtools.batch.manifest import (
    INDEX,
    MANIFEST,
    REPORT,
    ClientRun,
    Manifest,
    entry_of,
    manifest_text,
    merged,
    new_manifest,
    read_manifest,
    write_text,
)
from smmtools.batch.survey import Facts
from smmtools.errors import CallError


@contextmanager
def month_lock(folder: Path) -> Iterator[None]:
    """Hold a month's folder for one run.  CallError when another run holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.parent / f".{folder.name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise CallError.of(
            f"another run of {shown_month(folder)} is under way",
            f"--month {folder.name}",
            "wait until it has ended.",
        ) from None
    try:
        for left in folder.glob(".run-*"):  # by a run that was killed
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()


class Publisher:
    """Swaps finished reports into the month's folder and keeps its manifest and index."""

    def __init__(self, call: Call, staging: Path) -> None:
        self._call = call
        self._folder = call.folder
        self._staging = staging
        self._manifest = _manifest_for(call)

    def copy_kept_stages(self, facts: Facts, folder: Path) -> tuple[str, ...]:
        """Copy the stages that were not asked for from the report as it is, and return their names.

        Only those that would come out the same: a notebook made from other inputs is run again.
        """
        made = self._made(facts.slug)
        now = facts.fingerprint.as_json()
        same = (
            bool(self._call.stages)
            and made.get("parts") == now["parts"]
            and made.get("inputs") == now["inputs"]
        )
        if not same:
            return ()
        kept = [notebook for notebook in self._call.notebooks if self._keeps(notebook, facts, made)]
        for notebook in kept:
            shutil.copyfile(self._folder / facts.slug / notebook.file, folder / notebook.file)
        return tuple(notebook.stage for notebook in kept)

    def due(self, facts: Facts, kept: tuple[str, ...]) -> tuple[StageNotebook, ...]:
        """Return the notebooks to run: those asked for, and those of the report that could not be kept."""
        stages = self._call.stages | set(self._made(facts.slug).get("stages", ()))
        wanted = (notebook for notebook in self._call.notebooks if notebook.stage not in kept)
        return tuple(book for book in wanted if not self._call.stages or book.stage in stages)

    def publish(self, run: ClientRun, folder: Path | None) -> None:
        """Put a finished report in the place of the former one, and tell manifest and index of it.

        Without one, in ``folder``, an earlier complete report stays; where there is none, a page says
        what to mend.
        """
        from smmtools.batch.render_index import render_index

        former = self._made(run.client) if (self._folder / run.client / REPORT).is_file() else {}
        entry = entry_of(run, former)
        new = folder or (None if former else self._stub(entry))
        with uninterrupted():
            if new is not None:
                _swap(new, self._folder / run.client)
            self._manifest = merged(self._manifest, entry, self._folder if new else None)
            write_text(self._folder / INDEX, render_index(self._manifest))
            self._manifest["files"][INDEX] = sha256_of(self._folder / INDEX)
            write_text(self._folder / MANIFEST, manifest_text(self._manifest))

    def _stub(self, entry: Manifest) -> Path:
        """Write the page of a client without a report to a folder of its own, and return that."""
        from smmtools.batch.render_index import render_stub

        folder = self._staging / f"{entry['client']}.stub"  # no client's name: it holds a dot
        folder.mkdir()
        (folder / REPORT).write_text(render_stub(self._manifest, entry), encoding="utf-8")
        return folder

    def _keeps(self, notebook: StageNotebook, facts: Facts, made: dict[str, Any]) -> bool:
        """Say whether the report's notebook is as the manifest says, and its stage as it is now."""
        name = f"{facts.slug}/{notebook.file}"
        stored = self._folder / name
        return (
            notebook.stage not in self._call.stages
            and made["notebooks"].get(notebook.stage) == facts.fingerprint.notebooks[notebook.stage]
            and stored.is_file()
            and self._manifest["files"].get(name) == sha256_of(stored)
        )

    def _made(self, slug: str) -> dict[str, Any]:
        entries = {entry["client"]: entry for entry in self._manifest["clients"]}
        return dict(entries.get(slug, {}).get("made") or {})


def _manifest_for(call: Call) -> Manifest:
    """Return the manifest of the folder that a run writes to.  CallError when it is for another audience."""
    if not (call.folder / MANIFEST).exists():
        return new_manifest(call.month, call.audience)
    manifest = read_manifest(call.folder)
    if manifest["audience"] != call.audience:
        raise CallError.of(
            f"this folder holds reports for the audience {manifest['audience']!r}",
            f"{shown_month(call.folder)}/{MANIFEST}",
            "choose another --out, so that the client's reports and internal ones stay apart.",
        )
    return manifest


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until a report has been swapped in and the manifest tells of it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def _swap(new: Path, place: Path) -> None:
    """Put ``new`` where ``place`` is; when that fails, ``place`` is as it was."""
    former = new.with_name(f".former-{new.name}")
    if place.exists():
        place.replace(former)
    try:
        new.replace(place)
    except OSError:
        if former.exists():
            former.replace(place)
        raise
    shutil.rmtree(former, ignore_errors=True)
