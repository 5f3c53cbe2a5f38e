"""The house stands on floors: a module imports only from below its own floor and from beside it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "smmtools"
FLOORS = ("errors", "inputs", "measures", "strategy", "present", "training", "batch", "cli", "__main__")
SILENT = ("measures", "strategy")
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE
)


def imported(path: Path) -> list[str]:
    """Every module that a file imports, wherever in the file the import stands."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def floor_of(module: str) -> int:
    """Height of a smmtools module; the package itself (its version) lies at the bottom."""
    room = module.split(".")[1] if "." in module else "errors"
    return FLOORS.index(room) if room in FLOORS else 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_come_from_below_or_beside(path):
    own = floor_of("smmtools." + path.relative_to(PACKAGE).with_suffix("").parts[0])
    above = [name for name in imported(path) if name.startswith("smmtools") and floor_of(name) > own]
    assert not above, f"{path.relative_to(PACKAGE)} imports from above: {above}"


@pytest.mark.parametrize("path", [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in SILENT])
def test_measures_and_strategy_neither_print_nor_read_files_nor_draw(path):
    names = {name.split(".")[0] for name in imported(path)}
    assert not names & {"matplotlib", "IPython", "pathlib", "ipywidgets", "rich"}
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert not {func.id for func in calls if isinstance(func, ast.Name)} & {"print", "open"}
