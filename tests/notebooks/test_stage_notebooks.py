"""Stage notebooks read aloud: parameters that papermill can inject, one call a cell, no output in git."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

from smmtools.present.records import SHOWN_WITH, STAGES, shown_in

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("[0-9][0-9]-*.ipynb"))
OPENING = ("**Question.**", "**Inputs.**", "**Decision.**", "**Time.**")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook) -> list:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_stage_has_its_notebook_and_the_other_way_round():
    own = [stage for stage in STAGES if stage not in SHOWN_WITH]
    assert [path.stem.split("-", 1)[1] for path in NOTEBOOKS] == own


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_the_record_of_its_stage_and_of_those_without_a_notebook(path):
    sources = [cell.source for cell in code(nbformat.read(path, as_version=4))]
    shown = [source for source in sources if "display.show_record(" in source]
    assert len(shown) == len(shown_in(path.stem.split("-", 1)[1]))


def test_opens_with_title_question_inputs_decision_and_minutes(notebook):
    first = notebook.cells[0]
    assert first.cell_type == "markdown" and first.source.startswith("# ")
    assert all(word in first.source for word in OPENING)


def test_parameters_are_annotated_literals(notebook):
    (parameters,) = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    lines = ast.parse(parameters.source).body
    assert all(isinstance(line, ast.AnnAssign) and isinstance(line.value, ast.Constant) for line in lines)
    assert [line.target.id for line in lines] == ["client", "month", "audience", "panel"]


def test_holds_no_definition_loop_or_file_path(notebook):
    for cell in code(notebook):
        tree = ast.parse(cell.source)
        loops = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda, ast.ListComp, ast.DictComp)
        assert not [node for node in ast.walk(tree) if isinstance(node, loops)], cell.source
        assert not re.search(r"[\"'][^\"']*[/\\][^\"']*[\"']", cell.source), cell.source
        assert len(cell.source.splitlines()) <= 4


def test_keeps_no_output_and_ends_with_the_stages_record(notebook):
    assert not [cell for cell in code(notebook) if cell.outputs or cell.execution_count]
    assert notebook.cells[-1].source.startswith("display.show_record(")


def test_prose_holds_no_clients_number(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"\d+(\.\d+)?\s?%", cell.source)
