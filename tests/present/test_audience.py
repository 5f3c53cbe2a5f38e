"""Stage 02 as it is shown: sentences, cards, the picture, the record; and the sample clients' stories."""

import json
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import audience as shown
from smmtools.present import wording
from smmtools.present.charts import figure_of
from smmtools.present.voice import Voice
from smmtools.strategy import audience

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def stories():
    """What stage 02 finds of each sample client in October."""
    place = Workspace(ROOT)
    slugs = ("pizza", "toys", "jewellery", "cars", "newcomer")
    return {slug: audience.assess(open_client(slug, "2026-10", place)) for slug in slugs}


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """The sentences shown, as plain text."""
    sentences: list[str] = []
    monkeypatch.setattr(shown, "show_sentence", sentences.append)
    monkeypatch.setattr(shown, "show", lambda _figure, says: sentences.append(says))
    return sentences


def verdicts(found, rule: str) -> list[tuple[str, str]]:
    return [(verdict.grade.value, verdict.finding) for verdict in found.verdicts if verdict.rule == rule]


def test_pizza_four_of_ten_visitors_live_outside_the_delivery_city(stories):
    assert verdicts(stories["pizza"], "A1") == [("PASS", "on target"), ("FAIL", "off target by place")]
    assert shown.headline(stories["pizza"]) == (
        "pechka_pizza (VK): visitors by city match the target to 59.8%; 40.2% of them are outside the places "
        "wanted. Farthest off: Екатеринбург (59.8% instead of 100%), Челябинск (7.98% instead of 0%), and "
        "Нижний Тагил (6.54% instead of 0%)."
    )


def test_jewellery_six_thousand_followers_in_two_days_31_of_120_alive(stories):
    assert verdicts(stories["jewellery"], "A2")[:3] == [
        ("REVIEW", "partly alive"),
        ("FAIL", "gained dead"),
        ("REVIEW", "jump"),
    ]
    assert shown.headline(stories["jewellery"]) == (
        "intanlaut.my (Instagram): of 120 followers drawn from those gained, only 31 were alive on "
        "Sep 28, 2026: 25.8% (18.8% to 34.3%)."
    )


def test_toys_82_of_100_alive_and_the_first_place_unsure(stories):
    gained = stories["toys"].accounts[0].audit("gained")
    assert (gained.n, gained.alive) == (100, 82)
    assert verdicts(stories["toys"], "A3") == [("REVIEW", "unsure")]


def test_cars_the_analyst_overrode_what_was_recommended(stories):
    order = shown.audience_record(stories["cars"])["content"]["order"]
    assert order["decided"] == ["first-cars", "families"]
    assert order["recommended_then"] == order["recommended_now"] == ["families", "first-cars"]
    assert order["followed"] is False
    assert verdicts(stories["cars"], "A3") == [("REVIEW", "another first")]


def test_newcomer_segments_without_data_are_no_data(stories):
    found = stories["newcomer"]
    assert {grade for grade, _ in verdicts(found, "A3")} == {"NO DATA"}
    assert verdicts(found, "R2.1") == [("NO DATA", "no size")] * 2
    assert shown.headline(found) == wording.HEADLINES["audience, no data"]


def test_records_are_plain_json_without_nan(stories):
    for found in stories.values():
        record = shown.audience_record(found)
        assert json.loads(json.dumps(record, allow_nan=False)) == record
        assert record["stage"] == "audience"


def test_a_segment_has_a_card_in_the_order_decided(stories):
    cards = list(shown.segment_cards(stories["cars"]))
    assert [card.caption for card in cards] == ["Buyers of a first car", "Families who need an estate car"]
    rows = dict(cards[0].rows)
    assert rows["how many"] == "5,000 – 7,500 – 11,000"
    assert rows["average order"] == "€3,800 – €4,800 – €5,900"
    newcomer = dict(next(shown.segment_cards(stories["newcomer"])).rows)
    assert (newcomer["where"], newcomer["age"], newcomer["how many"]) == ("Warsaw", "—", "—")


def test_who_is_alive_stands_with_its_interval(stories):
    rows = shown.alive(stories["jewellery"]).rows
    assert [row[4] for row in rows] == ["9,140 (8,420 – 9,830)", "—"]
    assert rows[0][3] == "31 of 120 (Sep 28, 2026)"


def test_ours_and_the_targets_shares_are_drawn_and_colour_is_not_needed():
    cells = pd.DataFrame({"cell": ["b", "a"], "share": [0.25, 0.75], "target": [0.5, 0.5]})
    figure = figure_of(partial(shown.plot_match, cells, voice=Voice("en")), "Ours")
    (axes,) = figure.axes
    assert [bar.get_width() for bar in axes.patches] == [0.75, 0.25]
    assert axes.lines[0].get_xydata().tolist() == [[0.5, 1.0], [0.5, 0.0]]
    assert axes.lines[0].get_marker() == "D"
    assert [label.get_text() for label in axes.get_yticklabels()] == ["a", "b"]


def test_the_picture_and_the_population_are_said(stories, said):
    shown.show_matches(stories["pizza"])
    assert said[0].startswith(
        "pechka_pizza (VK), visitors by age and sex until Oct 31, 2026: a match of 91.4% with the target, "
    )
    assert said[-1] == wording.FINDINGS["visitors"]


def test_the_decision_stands_beside_the_recommendation(stories, said):
    shown.show_order(stories["cars"])
    assert said == [
        "Decided since 2026-08 by M. Kovac: Buyers of a first car and Families who need an estate car; the "
        "workbook had recommended Families who need an estate car and Buyers of a first car. The yard is "
        "full of small cars, and they are to go first.",
        "By this month's figures the workbook recommends: Families who need an estate car and Buyers of a "
        "first car.",
    ]


def test_jumps_are_told_day_by_day(stories, said):
    shown.show_jumps(stories["jewellery"])
    assert said[0] == (
        "intanlaut.my (Instagram), Sep 15, 2026: 3,150 followers gained, explained by nothing on record."
    )


def test_growth_that_nobody_counted_is_not_called_quiet(stories, said):
    shown.show_jumps(stories["newcomer"])
    shown.show_jumps(stories["pizza"])
    assert said == [wording.FINDINGS["no daily growth"], wording.FINDINGS["no jumps"]]
