"""papermill's own engine, which also tells in which cell a kernel died."""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import DeadKernelError
from papermill.engines import NBClientEngine, papermill_engines

ENGINE = "smmtools"
_PENDING = "pending"


class KernelDiedError(Exception):
    """The kernel ended while it ran a cell; ``cell`` is the number in its brackets, ``[3]``."""

    def __init__(self, cell: int) -> None:
        self.cell = cell
        super().__init__(cell)

    def __str__(self) -> str:
        return "the kernel died"


class ReportEngine(NBClientEngine):  # type: ignore[misc]
    """papermill saves nothing when a kernel dies, and does not say where."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> Any:
        """Run the cells; KernelDiedError when the kernel does not live to the end."""
        try:
            return super().execute_managed_notebook(nb_man, kernel_name, **options)
        except DeadKernelError as death:
            raise KernelDiedError(_started_code_cells(nb_man.nb)) from death


def _started_code_cells(notebook: Any) -> int:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return sum(cell.metadata.papermill["status"] != _PENDING for cell in code)


papermill_engines.register(ENGINE, ReportEngine)
