import pandas as pd
import pytest

from smmtools.measures.planned import match_planned

NOON = pd.Timestamp("2026-10-05 12:00", tz="UTC")
TEXT = "Our new pizza with four cheeses is here, come and try it tonight"


def planned(*ids: str, at: pd.Timestamp = NOON, text: str = TEXT) -> pd.DataFrame:
    return pd.DataFrame({"plan_id": list(ids), "platform": "vk", "at": at, "text": text})


def posts(**changes: object) -> pd.DataFrame:
    post = {
        "post_id": "9",
        "platform": "vk",
        "published": NOON,
        "text": TEXT,
        "plan_id": None,
        "labels": None,
    }
    return pd.DataFrame([post | changes])


def matched(plan: pd.DataFrame, published: pd.DataFrame) -> list:
    found = match_planned(plan, published)[["post_id", "how"]].astype(object)
    return found.where(found.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    "carries",
    [
        {"plan_id": "oct-05-a"},
        {"labels": "sell, oct-05-a"},
        {"text": "https://pechka.example/?utm_content=oct-05-a"},
    ],
)
def test_an_id_is_found_wherever_it_survives_even_days_later(carries):
    late = posts(published=NOON + pd.Timedelta(days=3), **carries)
    assert matched(planned("oct-05-a"), late) == [["9", "id"]]


def test_an_id_within_a_longer_one_is_not_it():
    other = posts(labels="oct-05-ab", published=NOON + pd.Timedelta(days=3))
    assert matched(planned("oct-05-a"), other) == [[None, None]]


@pytest.mark.parametrize(
    ("changes", "how"),
    [
        ({"published": NOON + pd.Timedelta(hours=2)}, "time and text"),
        ({"published": NOON + pd.Timedelta(hours=2, minutes=1)}, None),
        ({"text": TEXT.upper() + " 🍕"}, "time and text"),
        ({"text": "We are closed on Monday"}, None),
        ({"platform": "instagram"}, None),
    ],
)
def test_without_an_id_platform_time_and_text_decide(changes, how):
    assert matched(planned("a"), posts(**changes))[0][1] == how


def test_no_post_is_matched_twice_and_an_id_goes_first():
    assert matched(planned("a", "b"), posts(labels="b")) == [[None, None], ["9", "id"]]
    assert [how for _, how in matched(planned("a", "b"), posts())] == ["time and text", None]


def test_the_frames_are_left_as_they_were():
    plan, published = planned("a"), posts()
    match_planned(plan, published)
    assert list(plan.columns) == ["plan_id", "platform", "at", "text"]
    assert len(published) == 1
