"""M2: percentile, both averages, n and years; the brief's figures where posts are not known; benchmarks."""

import math

import pytest
from indicator_cases import followers, of_rule, posts

from smmtools.inputs.benchmarks import Reference
from smmtools.strategy import indicators

CHANNELS = {
    "since": "2026-08",
    "by": "A",
    "why": "B",
    "chosen": ["vk"],
    "uncertainty": 0.5,
    "team_hours_a_week": 10,
    "gate": {"source": "x"},
}


def candidate(**more):
    return {"platform": "vk", "hours_a_week": 5, **more}


@pytest.fixture
def assessed(a_client, briefed):
    def assess(rows, counts, **more):
        brief = briefed()
        said = brief.model_dump(mode="json")
        said["decisions"] = {"channels": [CHANNELS | {"candidates": [candidate(**more)]}]}
        return indicators.assess(
            a_client(brief=type(brief).model_validate(said), posts=rows, followers=counts)
        )

    return assess


OURS, BETTER, WORSE = posts(), posts(account="a", role="competitor", likes=9), posts(
    account="b", role="competitor", likes=1
)  # fmt: skip


def test_ours_is_compared_with_and_without_itself(assessed):
    found = assessed([*OURS, *BETTER, *WORSE], followers("ours", "a", "b"))
    (here,) = found.standings
    place = here.standing
    assert (place.n, place.years, place.percentile) == (3, (2026,), 0.5)
    assert place.value == pytest.approx(0.0055, rel=0.02)
    assert place.average_without == pytest.approx((0.0105 + 0.0025) / 2, rel=0.02)
    assert place.average_with == pytest.approx((0.0105 + 0.0055 + 0.0025) / 3, rel=0.02)
    assert of_rule(found, "M2") == [("PASS", "at or above the middle")]


def test_one_input_flipped_is_told(assessed):
    third = posts(account="c", role="competitor", likes=9)
    below = assessed([*OURS, *BETTER, *third], followers("ours", "a", "c"))
    assert of_rule(below, "M2") == [("REVIEW", "below the middle")]
    few = assessed([*OURS, *WORSE], followers("ours", "b"))
    assert of_rule(few, "M2") == [("REVIEW", "too few")]
    assert of_rule(assessed(OURS, followers("ours")), "M2") == [("NO DATA", "nobody to compare with")]
    assert of_rule(assessed(OURS, []), "M2") == [("NO DATA", "ours unknown")]


def test_an_account_without_followers_has_no_rate_and_takes_no_part(assessed):
    found = assessed([*OURS, *WORSE], followers("ours") + followers("b", counts=(0, 0)))
    assert found.standings[0].standing.n == 1
    assert of_rule(found, "M2") == [("NO DATA", "nobody to compare with")]


def test_the_briefs_figure_stands_in_for_posts_that_nobody_collected(assessed):
    rivals = [{"account": "a", "er_followers": 0.02}, {"account": "b", "er_followers": 0.001},
              {"account": "c", "er_followers": "unknown"}]  # fmt: skip
    (here,) = assessed([*OURS, *WORSE], followers("ours", "b"), rivals=rivals).standings
    assert {each.account: each.measured for each in here.accounts} == {"a": False, "ours": True, "b": True}
    assert here.standing.n == 3


def test_benchmarks_are_shown_with_their_date_and_pass_nobody(assessed, a_client):
    said = {"er_followers": 0.5, "source": "a report", "date": "2026-01-31"}
    found = assessed([*OURS, *BETTER, *WORSE], followers("ours", "a", "b"), benchmark=said)
    assert found.standings[0].references == (Reference("er_followers", "vk", 0.5, "a report", "2026-01-31"),)
    assert of_rule(found, "M2") == [("PASS", "at or above the middle")]


def test_a_client_without_accounts_is_no_data(a_client, briefed):
    assert of_rule(indicators.assess(a_client(brief=briefed(accounts=[]))), "M2") == [
        ("NO DATA", "no account")
    ]
    assert math.isnan(indicators.assess(a_client()).standings[0].standing.value)
