"""Proof 4: nbval, unmodified, runs a report's notebooks again and compares what they show.

The notebooks are copied into a folder of their own first: a kernel imports from the folder that its
notebook lies in, and a report's folder may hold a stranger's modules.
"""

from __future__ import annotations

import base64
import contextlib
import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smmtools.batch.plan import first_difference, quoted
from smmtools.batch.proofs import Flaw

PICTURE = "image/png"
_SAME_SHADE = 0.25  # of full scale: how far a pixel may be off where fonts or processors round differently
_OPTIONS = ("--nbval", "--nbval-current-env", "--noconftest", "--color=no", "-q")
_PLUGINS = ("-p", "nbval.plugin", "-p", "no:cacheprovider")


@dataclass(frozen=True)
class Reexecution:
    """What nbval found in some notebooks, and how many cells it compared."""

    flaws: tuple[Flaw, ...]
    cells: int


def reexecute(notebooks: Mapping[str, str]) -> Reexecution:
    """Run notebooks, given as name → text, and compare: in a worker process, for pytest keeps much state.

    A kernel that did not start says nothing about its notebook: kernels that start at the same time
    may ask for the same port. It is started once more.
    """
    first = _run_nbval(notebooks)
    if not first.unstarted:
        return Reexecution(tuple(first.flaws), first.cells)
    again = _run_nbval({name: notebooks[name] for name in first.unstarted})
    unstarted = [Flaw(name, f"its kernel did not start: {why}") for name, why in again.unstarted.items()]
    return Reexecution((*first.flaws, *again.flaws, *unstarted), first.cells + again.cells)


def _run_nbval(notebooks: Mapping[str, str]) -> Collector:
    import pytest

    with tempfile.TemporaryDirectory(prefix="smmtools-verify-") as scratch:
        folder = Path(scratch)
        config = folder / "pytest.ini"
        config.write_text("[pytest]\n", encoding="utf-8")
        paths = {folder / str(place) / Path(name).name: name for place, name in enumerate(notebooks)}
        for path, name in paths.items():
            path.parent.mkdir()
            path.write_text(notebooks[name], encoding="utf-8")
        collector = Collector(paths)
        options = [*_OPTIONS, *_PLUGINS, f"-c{config}", f"--rootdir={folder}"]
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            code = pytest.main([*options, *map(str, paths)], plugins=[collector])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not collector.flaws:
            collector.flaws.append(
                Flaw(", ".join(notebooks), f"nbval could not run: {quoted(said.getvalue())}")
            )
    return collector


@dataclass
class Collector:
    """A pytest plugin that notes which cells failed, and looks at what nbval leaves out: the pictures."""

    paths: Mapping[Path, str]
    flaws: list[Flaw] = field(default_factory=list)
    cells: int = 0
    unstarted: dict[str, str] = field(default_factory=dict)
    """Notebooks whose kernel did not start, and why."""

    def pytest_runtest_makereport(self, item: Any, call: Any) -> None:
        """Note one cell's result; nbval numbers code cells from 0, a notebook from 1."""
        what = None
        if call.when == "setup" and isinstance(call.excinfo and call.excinfo.value, RuntimeError):
            self.unstarted[self.paths[Path(item.path)]] = quoted(str(call.excinfo.value))
            return
        self.cells += call.when == "call"
        if call.excinfo is not None:
            what = reason(item, call.excinfo.value)
        elif call.when == "call":
            what = changed_picture(item.cell.outputs, item.test_outputs or [])
        if what:
            self.flaws.append(Flaw(self.paths[Path(item.path)], what, item.cell_num + 1))

    def pytest_collectreport(self, report: Any) -> None:
        """Note a notebook that cannot even be read."""
        if report.failed:
            what = f"nbval cannot read it: {quoted(str(report.longrepr))}"
            self.flaws.append(Flaw(", ".join(self.paths.values()), what))


def reason(item: Any, error: BaseException) -> str | None:
    """Return why nbval failed a cell, in a line: where stored and computed first differ, or the error."""
    import pytest

    if isinstance(error, pytest.skip.Exception):
        return None
    computed = item.test_outputs or []
    for output in computed:
        if output.output_type == "error":
            return f"run again, it fails: {quoted(f'{output.ename}: {output.evalue}')}"
    difference = first_difference(_compared(item.cell.outputs), _compared(computed), "output")
    return f"run again, it shows something else: {difference}" if difference else quoted(str(error))


def changed_picture(stored: Sequence[Any], computed: Sequence[Any]) -> str | None:
    """Say whether a picture, or its alternative text, is not the one that is drawn now."""
    before, now = (
        [(output.data[PICTURE], output.metadata) for output in outputs if PICTURE in output.get("data", {})]
        for outputs in (stored, computed)
    )
    for (old, old_text), (new, new_text) in zip(before, now, strict=True):
        if dict(old_text) != dict(new_text):
            return "a picture's alternative text is not the one that is computed now"
        if not _look_the_same(old, new):
            return "a picture is not the one that is drawn now"
    return None


def _look_the_same(stored: str, drawn: str) -> bool:
    """Compare two pictures, both in base64: the same bytes, or no pixel visibly off."""
    if stored.split() == drawn.split():
        return True
    from matplotlib.image import imread

    try:
        old, new = (
            imread(io.BytesIO(base64.b64decode(picture)), format="png") for picture in (stored, drawn)
        )
    except (ValueError, OSError, SyntaxError):
        return False
    return old.shape == new.shape and bool((abs(old - new) <= _SAME_SHADE).all())


def _compared(outputs: Sequence[Any]) -> list[Any]:
    """Return of outputs what nbval compares."""
    kept = []
    for output in outputs:
        data = {
            kind: value for kind, value in output.get("data", {}).items() if not kind.startswith("image/")
        }
        kept.append(data or {"text": output.get("text", "")})
    return kept
