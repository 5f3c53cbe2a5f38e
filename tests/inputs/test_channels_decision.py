"""The channels decision in a brief: what is refused, and that unknown is not 0."""

import pytest
from pydantic import ValidationError

from smmtools.inputs.client import ChannelsDecision

CANDIDATE = {
    "platform": "vk",
    "audience": "unknown",
    "rivals": [{"account": "a", "posts_a_day": "unknown"}],
    "hours_a_week": 5,
}
SAID = {
    "since": "2026-10",
    "by": "A",
    "why": "B",
    "chosen": ["vk"],
    "candidates": [CANDIDATE],
    "uncertainty": 0.5,
    "team_hours_a_week": 10,
    "gate": {"reach_share": "unknown", "source": "none"},
}


def test_the_word_unknown_is_missing_and_defaults_are_the_methods():
    decision = ChannelsDecision.model_validate(SAID)
    (candidate,) = decision.candidates
    assert candidate.audience is None and candidate.rivals[0].posts_a_day is None
    assert (decision.weights.audience, decision.weights.activity, decision.typical_activity) == (0.5, 0.5, 3)


def test_nobody_looked_is_not_nobody_there():
    looked, unseen = CANDIDATE | {"rivals": []}, CANDIDATE | {"rivals": "unknown"}
    rivals = [ChannelsDecision.model_validate(SAID | {"candidates": [each]}) for each in (looked, unseen)]
    assert [each.candidates[0].rivals for each in rivals] == [(), None]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"weights": {"audience": 0.5, "activity": 0.6}}, "the weights 0.5 and 0.6 add up to 1.1, not 1"),
        ({"chosen": ["vk", "tiktok"]}, "tiktok is chosen, but is no candidate"),
        ({"candidates": [CANDIDATE, CANDIDATE]}, "vk is a candidate twice"),
    ],
)
def test_what_contradicts_is_refused(changes, says):
    with pytest.raises(ValidationError, match=says):
        ChannelsDecision.model_validate(SAID | changes)
