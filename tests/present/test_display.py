import base64
import struct

import pytest

from smmtools.present import charts, display
from smmtools.present.display import RECORD, Table

NASTY = '<script>alert("x")</script> =HYPERLINK("http://x") 🍕'


@pytest.fixture
def shown(monkeypatch):
    """What a cell would show: (data, metadata), newest last."""
    seen = []
    monkeypatch.setattr(
        display, "display", lambda data, metadata=None, raw=False: seen.append((data, metadata))
    )
    return seen


def test_a_table_shows_text_as_text(shown):
    display.show_table(Table("Posts", ["text"], [[NASTY]]))
    ((data, _),) = shown
    assert "<script>" not in data["text/html"]
    assert "&lt;script&gt;" in data["text/html"]
    assert NASTY in data["text/plain"]


def test_an_empty_table_says_so(shown):
    display.show_table(Table("What is missing", ["what"], []))
    assert shown[0][0]["text/plain"] == "What is missing: none."


def test_figures_stand_to_the_right(shown):
    display.show_table(Table("Goals", ["goal", "target"], [["orders", "20"]], frozenset({1})))
    assert '<td class="figure">20</td>' in shown[0][0]["text/html"]
    assert 'style="text-align: left">orders</td>' in shown[0][0]["text/html"]  # as Jupyter would not


def test_a_picture_carries_its_sentence_twice_and_is_drawn_alike_each_time(shown):
    for _ in range(2):
        display.show(charts.figure_of(lambda axes: axes, "Title"), "It shows nothing.")
    (first, metadata), (second, _) = shown
    assert first["text/plain"] == metadata["image/png"]["alt"] == "It shows nothing."
    assert first["image/png"] == second["image/png"]
    width, height = struct.unpack(">II", base64.b64decode(first["image/png"])[16:24])
    assert (width, height) == (8 * display.DOTS_PER_INCH, int(3.2 * display.DOTS_PER_INCH))


def test_a_record_shows_one_line(shown):
    display.show_record({"stage": "goals", "counts": {"FAIL": 1, "PASS": 2}})
    data, _ = shown[0]
    assert data["text/plain"] == "goals: 1 FAIL, 2 PASS"
    assert data[RECORD]["stage"] == "goals"
