from small_workspace import write_notebook

from smmtools.batch.jobs import literals, notebook_faults, stage_notebooks


def test_notebooks_are_the_numbered_ones_in_order(workspace):
    (workspace.notebooks / "scratch.ipynb").write_text("{}")
    assert [notebook.stage for notebook in stage_notebooks(workspace)] == ["start-here", "goals"]


def test_literals_of_a_parameters_cell():
    assert literals("# Parameters\nclient = 'a'\npanel: bool = False\n") == {"client": "a", "panel": False}


def test_anything_but_one_name_and_one_literal_is_no_parameter():
    for source in ("a = b = 1", "a = f()", "import os", "a.b = 1", "!ls", "a = (1, 2)", "a += 1"):
        assert literals(source) is None


def test_a_notebook_without_a_parameter_is_named(workspace):
    path = workspace.notebooks / "01-goals.ipynb"
    path.write_text(path.read_text().replace("panel: bool", "other: bool"))
    (fault,) = notebook_faults(workspace, stage_notebooks(workspace)[1])
    assert str(fault) == (
        "there is no parameter 'panel'\n  notebooks/01-goals.ipynb\n  Mend: add panel to its parameters."
    )


def test_a_file_that_is_no_notebook_is_named(workspace):
    write_notebook(workspace, "02", "audience").write_text("{}")
    (fault,) = notebook_faults(workspace, stage_notebooks(workspace)[2])
    assert fault.what == "this is not a notebook"
    assert fault.where == "notebooks/02-audience.ipynb"
