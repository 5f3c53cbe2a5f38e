"""What a notebook cell shows: a picture, a table, a sentence, a stage's record.

Each output carries a ``text/plain`` twin that says the same, so that nbval compares what the
reader sees, and nothing that changes between runs: no address, no clock, no random name.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from IPython.display import display
from jinja2 import Environment
from matplotlib.figure import Figure

RECORD = "application/vnd.smmtools.stage+json"
"""MIME type of a stage's record."""

DOTS_PER_INCH = 144

# Jupyter sets every cell of a table to the right, so text says of itself that it stands to the left.
_HTML = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
_TABLE = _HTML.from_string(
    """\
<table class="smm-table">
<caption>{{ table.caption }}</caption>
<thead><tr>{% for column in table.columns %}<th scope="col"\
{% if loop.index0 in table.numeric %} class="figure"\
{% else %} style="text-align: left"{% endif %}>{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in table.rows %}
<tr>{% for cell in row %}<td{% if loop.index0 in table.numeric %} class="figure"\
{% else %}{% if loop.index0 in table.whole %} class="whole"{% endif %} style="text-align: left"\
{% endif %}>{{ cell }}</td>\
{% endfor %}</tr>
{% endfor %}
</tbody>
</table>"""
)
_SENTENCE = _HTML.from_string('<p class="smm-finding">{{ says }}</p>')


@dataclass(frozen=True)
class Table:
    """A table as it is read: a caption, columns, and rows of text; ``numeric`` columns stand to the right.

    Cells of ``whole`` columns, such as IDs and times, do not break over lines.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numeric: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()

    def text(self) -> str:
        """The table as plain text, one row a line.

        >>> print(Table("Goals", ["goal", "target"], [["applications", "20"]]).text())
        Goals
        goal | target
        applications | 20
        """
        lines = [" | ".join(cells) for cells in (self.columns, *self.rows)]
        return "\n".join([self.caption, *lines])


def show(figure: Figure, says: str) -> None:
    """Show a picture, drawn once, with the sentence that says what it shows.

    The sentence is the picture's alternative text and its ``text/plain``, which nbval compares.
    """
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    picture = base64.b64encode(drawn.getvalue()).decode("ascii")
    display(
        {"image/png": picture, "text/plain": says},
        metadata={"image/png": {"alt": says}},
        raw=True,
    )


def show_table(table: Table) -> None:
    """Show a table; what stands in its cells is shown as text, whatever it contains."""
    if table.rows:
        display({"text/html": _TABLE.render(table=table), "text/plain": table.text()}, raw=True)
    else:
        show_sentence(f"{table.caption}: none.")


def show_sentence(says: str) -> None:
    """Show a sentence as text."""
    display({"text/html": _SENTENCE.render(says=says), "text/plain": says}, raw=True)


def show_record(record: dict[str, Any]) -> None:
    """Show a stage's record, for the batch to collect; a reader sees one line."""
    counts = ", ".join(f"{count} {grade}" for grade, count in record["counts"].items())
    display({RECORD: record, "text/plain": f"{record['stage']}: {counts or 'no verdicts'}"}, raw=True)
