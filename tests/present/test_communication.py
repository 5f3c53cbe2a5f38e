"""Stage 05 as it is shown: sentences, tables, the two pictures, and what is the agency's own."""

import json
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.measures.replies import summary
from smmtools.present import communication as shown
from smmtools.present import communication_pictures as pictures
from smmtools.present.charts import figure_of
from smmtools.present.voice import Voice
from smmtools.strategy import communication

ROOT = Path(__file__).parents[2]
ENGLISH = Voice("en")


@pytest.fixture(scope="module")
def stories():
    """What stage 05 finds of the sample clients in October, for the client and for the agency."""
    place = Workspace(ROOT)
    cases = [(slug, "client") for slug in ("pizza", "toys", "newcomer")] + [("pizza", "internal")]
    return {
        (slug, audience): communication.assess(open_client(slug, "2026-10", place, audience=audience))
        for slug, audience in cases
    }


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """The sentences and tables shown, as plain text."""
    texts: list[str] = []
    monkeypatch.setattr(shown, "show_sentence", texts.append)
    monkeypatch.setattr(shown, "show", lambda _figure, says: texts.append(says))
    monkeypatch.setattr(shown, "show_table", lambda table: texts.append(table.text()))
    return texts


def everything(found) -> str:
    """All that the notebook shows of stage 05."""
    tables = (shown.plan, shown.caps, shown.hours, shown.replies, shown.scripts, shown.ways)
    made = [table(found).text() for table in (*tables, shown.duties, shown.people)]
    for section in (
        shown.show_decision, shown.show_hours, shown.show_times, shown.show_replies, shown.show_contests,
        shown.show_roles, shown.show_skills,
    ):  # fmt: skip
        section(found)
    return "\n".join(made)


def test_pizza_evenings_and_slow_weekends_in_words(stories, said):
    shown.show_times(stories["pizza", "client"])
    assert said[0] == (
        "VK: on weekdays evening, at weekends morning and evening. Better than other posts of the same month "
        "and format: weekday evening; put there what matters most. Else it is the usual morning and evening. "
        "Evening posts do 1.62 times the morning's (1.34 to 1.96; 153 posts, all days)."
    )
    assert "weekday evening 1.47 times (1.2 to 1.79; posts: 56)" in said[1]
    said.clear()
    shown.show_replies(stories["pizza", "client"])
    assert said[0] == (
        "VK: of 171 comments on weekdays half had their answer within 26 minutes and of 75 comments at "
        "weekends half had their answer within 12 hours. Within the 2 hours promised: 63.3% (57.1% to 69.1%)."
    )
    assert shown.headline(stories["pizza", "client"]) == (
        "3 of 3 segments served; the calendar carries 3 of 4 rows. Half of 246 comments had their answer "
        "within 44 minutes, at weekends only within 12 hours. VK: evening posts do 1.62 times the morning's."
    )


def test_toys_times_tell_nothing_in_words(stories, said):
    shown.show_times(stories["toys", "client"])
    assert (
        "Facebook: on weekdays morning and evening, at weekends morning and evening. No part of the week"
        in said[0]
    )
    assert any(text.startswith("YouTube") and "No post with a reach is known" in text for text in said)


def test_a_new_client_has_sentences_and_no_pictures(stories, said):
    text = everything(stories["newcomer", "client"])
    assert "Nothing is decided of communication for October 2026." in said
    assert "No comment of the month is known." in said
    assert "nan" not in text + "".join(said)


@pytest.mark.parametrize("slug", ["pizza", "toys"])
def test_hours_are_the_agencys_own(stories, said, slug):
    text = everything(stories[slug, "client"]) + "\n".join(said)
    assert "hours a week" not in text and "hours there" not in text and "Skills, 0 to 3" not in text
    assert "Hours stand in the agency's own report only." in said


def test_the_agency_sees_hours_loads_and_the_training_matrix(stories, said):
    text = everything(stories["pizza", "internal"]) + "\n".join(said)
    assert "D. Sokolov | copywriter | users' activity and answers and content of quality | 17 | 14" in text
    assert "The rows take 13 hours a week of the team's 32." in text
    assert "a sense of humour | 1 | 3 | 2 | 2 | " in text


def test_the_record_hides_what_is_internal_and_is_plain_json(stories):
    outside = shown.communication_record(stories["pizza", "client"])
    inside = shown.communication_record(stories["pizza", "internal"])
    assert "internal" not in outside["content"]
    assert inside["content"]["internal"]["hours_there"] == 32
    assert outside["verdicts"] == inside["verdicts"]
    assert "NaN" not in json.dumps(outside)
    assert "hours_a_week" not in json.dumps(outside)
    assert outside["content"]["times"][0]["post_at"] == {
        "weekday": ["evening"],
        "weekend": ["morning", "evening"],
    }


def test_scripts_stand_in_each_segments_tone_and_the_clients_own_text_wins(stories):
    rows = shown.scripts(stories["pizza", "client"]).rows
    assert [row[1] for row in rows[::4]] == ["friendly", "informal", "business"]
    complaints = {row[3] for row in rows if row[2] == "complaint"}
    assert len(complaints) == 1 and next(iter(complaints)).startswith("We are sorry, that is not the pizza")
    assert {row[4] for row in rows if row[2] == "complaint"} == {"the client"}


def test_the_daypart_chart_marks_what_is_beyond_chance():
    cells = pd.DataFrame(
        {
            "weekpart": ["weekend", "weekday", "weekday"],
            "daypart": ["evening", "evening", "night"],
            "posts": [9, 40, 2],
            "factor": [1.1, 1.5, float("nan")],
            "low": [0.8, 1.2, float("nan")],
            "high": [1.5, 1.9, float("nan")],
            "ok": [False, True, False],
        }
    )
    known = pictures.compared(cells)
    assert known["posts"].tolist() == [40, 9]
    axes = figure_of(partial(pictures.plot_dayparts, known, voice=ENGLISH), "x").axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "weekday evening (40)",
        "weekend evening (9)",
    ]
    assert [text.get_text() for text in axes.texts] == ["×1.5 ✓", "×1.1"]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() == "white" for line in dots] == [False, True]
    spans = [
        line.get_xdata() for line in axes.lines if line.get_marker() != "o" and len(line.get_xdata()) == 2
    ]
    assert [1.2, 1.9] in [list(span) for span in spans]


def test_the_reply_curve_falls_by_steps_and_marks_the_promise():
    waited = pd.DataFrame(
        {"hours": [1.0, 3.0, 9.0], "answered": [True, True, False], "watched": 9.0, "kind": None}
    )
    parts = {"weekday": summary(waited, 2), "weekend": summary(waited.iloc[:0], 2)}
    axes = figure_of(partial(pictures.plot_waits, parts, 2.0, voice=ENGLISH), "x").axes[0]
    curve = max(axes.lines, key=lambda line: len(line.get_xdata()))
    assert list(curve.get_ydata()) == pytest.approx([1, 2 / 3, 1 / 3, 1 / 3])
    assert list(curve.get_xdata())[1:] == [1, 3, 9]
    assert any(list(line.get_xdata()) == [2, 2] for line in axes.lines)
    assert {text.get_text().strip() for text in axes.texts} == {"on weekdays 33.3%", "promised: 2 hours"}


def test_html_in_a_brief_is_shown_as_text(a_client, briefed):
    row = {"segment": "x", "channel": "vk", "message": "<script>alert(1)</script> =1+1 🍕"}
    decided = {"communication": [{"since": "2026-09", "by": "A", "why": "B", "contacts": [row]}]}
    found = communication.assess(a_client(brief=briefed(decisions=decided)))
    assert shown.plan(found).rows[0][2] == row["message"]  # display escapes every cell
