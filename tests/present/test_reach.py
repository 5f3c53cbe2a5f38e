from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import reach
from smmtools.present.charts import figure_of
from smmtools.present.voice import Voice
from smmtools.strategy import goals

ENGLISH = Voice("en")


@pytest.fixture(scope="module", params=["pizza", "newcomer"])
def found(request):
    return goals.assess(open_client(request.param, "2026-10", Workspace(Path(__file__).parents[2])))


def test_the_chance_is_drawn_with_its_three_marks_and_todays_impressions(found):
    (each,) = found.predictions
    axes = figure_of(lambda axes: reach.plot_chance(each, axes, voice=ENGLISH), "Title").axes[0]
    dots = [(line.get_xdata()[0], line.get_ydata()[0]) for line in axes.lines if line.get_marker() == "o"]
    assert dots == [(impressions, level) for level, impressions in each.needed]
    assert len([line for line in axes.lines if line.get_linestyle() == "--"]) == (each.state == "known")
    labels = [text.get_text().strip() for text in axes.texts]
    assert labels[0].startswith("50%: ") and labels[2].startswith("95%: ")


def test_the_sentence_says_what_the_picture_shows(found):
    (each,) = found.predictions
    says = reach.chance_says(ENGLISH, each)
    assert all(ENGLISH.number(impressions) in says for _, impressions in each.needed)
    assert ("neither counted nor planned" in says) == (each.state == "no impressions")


def test_borrowed_rates_are_marked(found):
    (each,) = found.predictions
    marked = [reach.benchmark_says(ENGLISH, rate) for rate in each.benchmarks]
    assert all("planning figure of the workbook" in says and "2026" in says for says in marked)
    assert len(marked) == (2 if found.client_month.slug == "newcomer" else 0)


def test_the_table_holds_the_probability_and_the_impressions(found):
    rows = {row[1]: row[2] for row in reach.needed(found).rows}
    assert "impressions a day needed for a chance of 80 in 100" in rows
    assert ("chance as things are" in rows) == (found.client_month.slug == "pizza")


def test_a_goal_that_lacks_a_part_has_its_question(a_client, a_goal, briefed):
    table = reach.questions(goals.assess(a_client(brief=briefed([a_goal(baseline=None)]))))
    assert table.rows == [
        ["Applications", "a baseline", "How many are there today, without us, and where can we see it?"]
    ]
