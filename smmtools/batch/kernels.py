"""The processes that run notebooks: the same surroundings for every kernel, whoever starts it."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

_FOREIGN = (  # a user's own settings, which would show in a report's outputs
    "PYTHONSTARTUP",
    "PYTHONWARNINGS",
    "PYTEST_ADDOPTS",
    "PYTEST_PLUGINS",
    "JUPYTER_DEFAULT_PROVISIONER_NAME",
)
_KERNEL_CONFIG = """
c.HistoryManager.hist_file = ":memory:"  # kernels that start together share no file
c.IPKernelApp.log_level = 50  # a kernel's own log is not the run's; what cells write is recorded
"""


@contextmanager
def surroundings(home: Path) -> Iterator[dict[str, str]]:
    """Make the environment of kernels: the workspace is ``home``, everything of the user's is left out.

    Jupyter's and IPython's own files lie in a folder that goes when the work is done.
    """
    with tempfile.TemporaryDirectory(prefix="smmtools-", ignore_cleanup_errors=True) as scratch:
        profile = Path(scratch, "ipython", "profile_default")
        profile.mkdir(parents=True)
        (profile / "ipython_kernel_config.py").write_text(_KERNEL_CONFIG, encoding="utf-8")
        Path(scratch, "runtime").mkdir(mode=0o700)
        rc = Path(scratch, "matplotlibrc")
        rc.touch()  # empty: matplotlib's defaults, not the user's
        yield {
            "SMMTOOLS_HOME": str(home.absolute()),
            "JUPYTER_RUNTIME_DIR": str(Path(scratch, "runtime")),
            "JUPYTER_PREFER_ENV_PATH": "1",
            "IPYTHONDIR": str(Path(scratch, "ipython")),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "MATPLOTLIBRC": str(rc),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }


def enter(environment: dict[str, str]) -> None:
    """Set up a worker process; kernels that it starts inherit its environment.

    Ctrl-C is the starting process's to handle: it ends its workers, and each takes its kernel along.
    """
    for name in _FOREIGN:
        os.environ.pop(name, None)
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)


def _leave(*_: object) -> NoReturn:
    """End this process; that the kernel it takes along died under a running cell is no news to anybody."""
    logging.disable(logging.CRITICAL)
    sys.exit(1)
