import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

from smmtools.batch.canonical import STAGE_RECORD, canonical, stage_records


def executed(cell_id: str, time: str) -> nbformat.NotebookNode:
    """A notebook as papermill leaves it: a random id, paths, times."""
    injected = new_code_cell("client = 'a'", id=cell_id, execution_count=1)
    injected.metadata = {"tags": ["injected-parameters"], "papermill": {"start_time": time}}
    record = new_output("display_data", {STAGE_RECORD: {"stage": "goals"}, "text/plain": "goals"})
    shown = new_code_cell("show()", id="show", execution_count=2, outputs=[record])
    shown.metadata = {"tags": [], "papermill": {"duration": time}, "execution": {"iopub.status.busy": time}}
    about = {
        "papermill": {"output_path": f"/home/{time}"},
        "widgets": {"state": time},
        "language_info": {"name": "python", "version": time},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
    }
    return new_notebook(cells=[injected, shown], metadata=about)


def test_what_papermill_adds_does_not_show():
    assert canonical(executed("c0ffee", "10:00")) == canonical(executed("deadbeef", "11:30"))


def test_tags_and_counts_stay_and_the_file_ends_with_a_newline():
    text = canonical(executed("c0ffee", "10:00"))
    cells = nbformat.reads(text, as_version=4).cells
    assert [cell.id for cell in cells] == ["injected-parameters", "show"]
    assert [cell.execution_count for cell in cells] == [1, 2]
    assert [dict(cell.metadata) for cell in cells] == [{"tags": ["injected-parameters"]}, {}]
    assert text.endswith("}\n")


def test_the_notebook_given_is_left_as_it_was():
    notebook = executed("c0ffee", "10:00")
    canonical(notebook)
    assert notebook == executed("c0ffee", "10:00")


def test_stage_records_are_found_among_outputs():
    assert stage_records(executed("c0ffee", "10:00")) == [{"stage": "goals"}]
