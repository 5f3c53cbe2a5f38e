"""Segments: what defines them, what they are worth, and who comes first (R2.1, R2.2, A3)."""

import math

import pytest

from smmtools.inputs.client import AudienceDecision, Segment
from smmtools.strategy.segments import (
    DEFINED_BY,
    MONTE_CARLO_ERROR,
    WORTH_FROM,
    decided_order,
    followed,
    rank_segments,
    ranking_verdicts,
    segment_verdicts,
)


def known(value: float) -> dict[str, float]:
    """A range without doubt."""
    return {"low": value, "mode": value, "high": value}


def about(value: float) -> dict[str, float]:
    """A range from half to one and a half of the value, its mean the value."""
    return {"low": value / 2, "mode": value, "high": value * 1.5}


def a_segment(key: str = "families", **changes) -> Segment:
    said = {
        "key": key,
        "name": key.capitalize(),
        "geography": ["Jena"],
        "age": "25-45",
        "sex": "any",
        "interests": ["supper"],
        "need": "Supper.",
        "offer": "A box.",
        "hours": "18:00-22:00",
        "met": "groups",
        "size": known(10_000),
        "reach_share": known(0.2),
        "ctr": known(0.05),
        "conversion": known(0.1),
        "order": known(20),
        "margin": known(0.5),
    }
    return Segment.model_validate(
        {part: value for part, value in (said | changes).items() if value is not None}
    )


def decided(*segments: Segment, **changes) -> AudienceDecision:
    said = {"since": "2026-08", "by": "A", "why": "B.", "segments": segments}
    return AudienceDecision.model_validate(said | changes)


def graded(verdicts, rule: str) -> list[tuple[str, str]]:
    return [(verdict.grade.value, verdict.finding) for verdict in verdicts if verdict.rule == rule]


def test_orders_and_value_are_products():
    """0.2 × 0.05 × 0.1 × 10,000 = 10 orders; × 20 × 0.5 = 100."""
    (ranked,) = rank_segments([a_segment()])
    assert ranked.orders == pytest.approx((10, 10, 10))
    assert ranked.value == pytest.approx((100, 100, 100))


def test_the_segment_worth_most_comes_first_with_certainty_when_nothing_is_in_doubt():
    ranked = rank_segments([a_segment("small", size=known(5_000)), a_segment("large")])
    assert [(each.segment.key, each.rank, each.first) for each in ranked] == [
        ("large", 1, 1),
        ("small", 2, 0),
    ]


def test_equal_segments_share_the_first_place():
    assert [each.first for each in rank_segments([a_segment("a"), a_segment("b")])] == [0.5, 0.5]


def test_doubt_that_is_the_same_on_both_sides_makes_the_first_place_a_toss_up():
    """The chance of two alike is one half; the simulation is off by less than .01."""
    assert MONTE_CARLO_ERROR < 0.01
    pair = rank_segments([a_segment("a", size=about(10_000)), a_segment("b", size=about(10_000))])
    assert pair[0].first == pytest.approx(0.5, abs=0.01)
    assert sum(each.first for each in pair) == pytest.approx(1)


def test_a_range_widens_the_worth_and_keeps_its_mean():
    (ranked,) = rank_segments([a_segment(size=about(10_000))])
    expected, low, high = ranked.value
    assert expected == pytest.approx(100)
    assert 50 < low < 80 and 120 < high < 150


def test_ranks_hold_when_every_size_is_multiplied_and_a_hopeless_segment_is_added():
    sizes = {"a": 10_000, "b": 12_000, "c": 4_000}
    few = rank_segments([a_segment(key, size=about(size)) for key, size in sizes.items()])
    many = rank_segments(
        [a_segment(key, size=about(7 * size)) for key, size in sizes.items()]
        + [a_segment("hopeless", size=about(1))]
    )
    assert [each.segment.key for each in many[:3]] == [each.segment.key for each in few] == ["b", "a", "c"]
    assert [each.first for each in many[:3]] == pytest.approx([each.first for each in few], abs=1e-12)


def test_the_same_segments_give_the_same_figures_in_whatever_order():
    one, two = a_segment("a", size=about(10_000)), a_segment("b", ctr=about(0.05))
    chances = [
        {each.segment.key: each.first for each in rank_segments(pair)} for pair in ([one, two], [two, one])
    ]
    assert chances[0] == chances[1]


@pytest.mark.parametrize("part", WORTH_FROM)
def test_a_segment_that_lacks_a_part_of_its_worth_is_not_ranked_and_says_which(part):
    decision = decided(a_segment(), a_segment("students", **{part: None}), a_segment("offices"))
    ranked = rank_segments(decision.segments)
    verdicts = list(ranking_verdicts(decision, ranked))
    assert [each.segment.key for each in ranked] == ["families", "offices"]
    assert (verdicts[-1].grade.value, verdicts[-1].facts["parts"]) == ("NO DATA", (part,))


@pytest.mark.parametrize("part", DEFINED_BY)
def test_a_definition_that_lacks_a_part_is_to_be_reviewed(part):
    assert graded(segment_verdicts(decided(a_segment()), True), "R2.1") == [("PASS", "defined")]
    lacking = segment_verdicts(decided(a_segment(**{part: None})), True)
    assert graded(lacking, "R2.1") == [("REVIEW", "incomplete")]


def test_a_segment_without_size_is_no_data():
    verdicts = segment_verdicts(decided(a_segment(size=None)), True)
    assert graded(verdicts, "R2.1") == [("NO DATA", "no size")]


@pytest.mark.parametrize("part", ["need", "offer"])
def test_a_segment_without_need_or_offer_is_to_be_reviewed(part):
    assert graded(segment_verdicts(decided(a_segment()), True), "R2.2") == [("PASS", "need and offer")]
    verdicts = segment_verdicts(decided(a_segment(**{part: None})), True)
    assert graded(verdicts, "R2.2") == [("REVIEW", "no offer")]


def test_without_segments_there_is_no_data_and_ads_fail():
    assert graded(segment_verdicts(None, False), "R2.1") == [("NO DATA", "no segments")]
    assert graded(segment_verdicts(None, True), "R2.1") == [("FAIL", "ads without segments")]


@pytest.mark.parametrize(
    ("order", "size", "says"),
    [
        (["large", "small"], known(5_000), ("PASS", "first")),
        (["small", "large"], known(5_000), ("REVIEW", "another first")),
        (["large", "small"], about(9_900), ("REVIEW", "unsure")),
    ],
)
def test_the_order_decided_is_held_against_the_figures(order, size, says):
    decision = decided(a_segment("large"), a_segment("small", size=size), order=order)
    verdicts = list(ranking_verdicts(decision, rank_segments(decision.segments)))
    assert graded(verdicts, "A3") == [says]
    assert not math.isnan(verdicts[0].value)


def test_one_segment_is_nothing_to_rank():
    decision = decided(a_segment())
    verdicts = ranking_verdicts(decision, rank_segments(decision.segments))
    assert graded(verdicts, "A3") == [("NO DATA", "only one")]


def test_segments_that_the_order_does_not_name_follow_as_listed():
    decision = decided(a_segment("a"), a_segment("b"), a_segment("c"), order=["c"])
    assert [segment.key for segment in decided_order(decision)] == ["c", "a", "b"]


def test_a_decision_followed_or_overrode_what_was_recommended():
    assert followed(["a", "b"], ["a", "b"]) is True
    assert followed(["b", "a"], ["a", "b"]) is False
    assert followed([], ["a"]) is None
