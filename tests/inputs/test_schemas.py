import pandas as pd
import pytest

from smmtools.errors import ExportError
from smmtools.inputs.schemas import REQUIRED, TABLES, WORDS, conform, empty, validate


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_its_columns_in_order_and_of_their_kinds(table):
    frame = empty(table)
    assert len(frame) == 0
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == TABLES[table]
    validate(table, frame, "nothing.csv")


def test_required_columns_and_words_belong_to_columns_that_exist():
    assert REQUIRED.keys() == TABLES.keys()
    for table, named in [*REQUIRED.items(), *WORDS.items()]:
        assert set(named) <= set(TABLES[table])


def test_what_the_frame_lacks_is_missing_and_what_the_table_does_not_know_is_dropped():
    frame = conform("followers", pd.DataFrame({"count": [120], "mood": ["good"]}))
    assert list(frame.columns) == list(TABLES["followers"])
    assert frame["count"].tolist() == [120]
    assert frame.drop(columns="count").isna().all(axis=None)


def test_times_keep_their_zone_and_bare_ones_get_the_zone_given():
    aware = pd.Series(pd.to_datetime(["2026-10-01 12:00"])).dt.tz_localize("Asia/Yekaterinburg")
    frame = conform("comments", pd.DataFrame({"created": aware}), zone="Asia/Yekaterinburg")
    assert (
        str(frame["created"].dtype) == str(frame["replied_at"].dtype) == "datetime64[us, Asia/Yekaterinburg]"
    )


def test_the_frame_given_stays_as_it_was():
    given = pd.DataFrame({"count": [120]})
    conform("followers", given)
    assert list(given.columns) == ["count"]


def test_every_fault_is_told_at_once():
    frame = conform(
        "posts",
        pd.DataFrame(
            {
                "post_id": ["1", None, None],
                "published": pd.to_datetime(["2026-10-01"] * 3),
                "likes": [-1, 2, -3],
                "role": ["own", "rival", "own"],
            }
        ),
    )
    with pytest.raises(ExportError) as caught:
        validate("posts", frame, "posts.csv")
    assert sorted(fault.what for fault in caught.value.faults) == [
        "posts.likes: -1 is negative (and in 1 more rows)",
        "posts.post_id is missing (and in 1 more rows)",
        "posts.role: rival is not one of own, competitor, collaborator",
    ]
    assert {fault.where for fault in caught.value.faults} == {"posts.csv"}


def test_a_period_ends_after_it_starts_and_no_more_are_alive_than_were_looked_at():
    days = {"start": pd.to_datetime(["2026-10-31"]), "end": pd.to_datetime(["2026-10-01"])}
    with pytest.raises(ExportError, match="a row of traffic: start is greater than end"):
        validate("traffic", conform("traffic", pd.DataFrame(days)), "ga4.csv")
    audit = {"drawn_at": pd.to_datetime(["2026-10-31"]), "n": [100], "alive": [101]}
    with pytest.raises(ExportError, match="a row of audits: alive is greater than n"):
        validate("audits", conform("audits", pd.DataFrame(audit)), "audit.csv")


def test_a_refund_may_be_negative_and_a_share_is_at_most_the_whole():
    order = {
        "ordered_at": pd.to_datetime(["2026-10-31"]),
        "order_id": ["N1"],
        "kind": ["order"],
        "value": [-5.0],
    }
    validate("orders", conform("orders", pd.DataFrame(order)), "crm.csv")
    cell = conform("audience", pd.DataFrame({"breakdown": ["city"], "cell": ["Sofia"], "share": [36.0]}))
    with pytest.raises(ExportError, match=r"audience.share: 36.0 is more than 1 \(the whole\)"):
        validate("audience", cell, "audience.csv")
