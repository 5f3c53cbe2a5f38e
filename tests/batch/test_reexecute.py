"""nbval's part of the proof, notebook by notebook."""

import nbval.kernel
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output, writes

from smmtools.batch.reexecute import reexecute

START = nbval.kernel.start_new_kernel
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


def notebook(shown: str) -> str:
    """A notebook of two cells that says that 1 + 1 is ``shown``."""
    result = new_output("execute_result", {"text/plain": shown}, execution_count=2)
    cells = [
        new_code_cell("a = 1", execution_count=1),
        new_code_cell("a + 1", execution_count=2, outputs=[result]),
    ]
    return writes(new_notebook(cells=cells, metadata=KERNEL))


@pytest.fixture(autouse=True)
def failures(monkeypatch):
    """How many starts of a kernel will fail; else pytest within pytest is as in a worker process."""
    left = [0]

    def start(*args, stderr, **options):
        with stderr:  # nbval leaves it open
            if left[0]:
                left[0] -= 1
                raise RuntimeError("Kernel didn't respond in 60 seconds")
            return START(*args, stderr=stderr, **options)

    monkeypatch.setattr("nbval.kernel.start_new_kernel", start)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    return left


def test_equal_notebooks_have_no_flaw_and_others_are_named_by_cell():
    found = reexecute({"a.ipynb": notebook("2"), "b.ipynb": notebook("3")})
    assert [str(flaw) for flaw in found.flaws] == [
        "b.ipynb, cell [2]: run again, it shows something else: output[0].text/plain is 3, computed 2"
    ]
    assert found.cells == 4


def test_a_kernel_that_did_not_start_is_started_once_more(failures):
    failures[0] = 1
    found = reexecute({"a.ipynb": notebook("2")})
    assert (found.flaws, found.cells) == ((), 2)


def test_a_kernel_that_does_not_start_at_all_is_said_once_a_notebook(failures):
    failures[0] = 99
    found = reexecute({"a.ipynb": notebook("2")})
    assert [str(flaw) for flaw in found.flaws] == [
        "a.ipynb: its kernel did not start: Kernel didn't respond in 60 seconds"
    ]
    assert found.cells == 0
