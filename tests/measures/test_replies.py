"""Time to a reply (P3): the curve by hand, the promise, and what is left out."""

import math

import numpy as np
import pandas as pd
import pytest

from smmtools.measures import replies
from smmtools.measures.replies import Curve

FRIDAY = "2026-10-30 10:00"
END = pd.Timestamp("2026-10-31 20:00", tz="UTC")
KINDS = {"question": "question", "call": "call to action", "plain": "plain", None: None}


def comments(*rows, by_us=False):
    """Comments as (created, hours to the answer or None, kind of answer)."""
    made = []
    for created, hours, *kind in rows:
        when = pd.Timestamp(created, tz="UTC")
        replied = pd.NaT if hours is None else when + pd.Timedelta(hours=hours)
        made.append((when, replied, KINDS[kind[0] if kind else None]))
    table = pd.DataFrame(made, columns=["created", "replied_at", "reply_kind"])
    table["replied_at"] = pd.to_datetime(table["replied_at"], utc=True)
    return table.assign(platform="vk", by_us=pd.array([by_us] * len(table), dtype="boolean"))


def waited(answered, unanswered):
    """The table of ``waits`` for comments with so many hours each."""
    hours = [*answered, *unanswered]
    done = [True] * len(answered) + [False] * len(unanswered)
    columns = {"hours": hours, "answered": done, "watched": [99.0] * len(hours), "kind": None}
    return pd.DataFrame(columns)


def test_the_curve_by_hand():
    """Eight comments; answers after 1, 2, 3, 3 and 5 hours; three unanswered, watched for 2, 6 and 7.

    After 1 h: 7/8 are left. At 2 h seven are watched and one is answered: 7/8 × 6/7 = .75. The one
    watched for 2 h leaves; at 3 h five are watched and two answered: .75 × 3/5 = .45. At 5 h three are
    watched and one is answered: .45 × 2/3 = .30.
    """
    found = replies.summary(waited([1, 2, 3, 3, 5], [2, 6, 7]))
    assert found.curve.hours[:4] == (1, 2, 3, 5)
    assert found.curve.unanswered[:4] == pytest.approx((0.875, 0.75, 0.45, 0.30))
    assert found.median == 3
    assert (found.comments, found.answered) == (8, 5)


def test_leaving_the_unanswered_out_would_flatter():
    found = replies.summary(waited([1, 1, 10, 10], [20, 20]))
    assert found.median == 10  # of the answered alone it would be 5.5


def test_the_curve_may_never_fall_to_one_half():
    found = replies.summary(waited([1, 2], [9, 9, 9]))
    assert math.isnan(found.median)
    assert math.isnan(found.high)
    nobody = replies.summary(waited([], [5, 6]))
    assert nobody.curve == Curve((), ())
    assert math.isnan(nobody.median)


def test_all_answered_is_an_ordinary_median_with_an_interval():
    found = replies.summary(waited(range(1, 22), []))
    assert found.median == 11
    assert found.low < 11 < found.high


def test_a_median_at_exactly_one_half_is_the_first_moment():
    assert replies.summary(waited([1, 4], [9, 9])).median == 4


def test_no_comment_at_all():
    found = replies.summary(waited([], []), promise=2)
    assert (found.comments, found.answered, found.too_young, found.within.n) == (0, 0, 0, 0)
    assert math.isnan(found.median) and math.isnan(found.within.value)


def test_waits_leave_out_our_own_comments_and_answers_before_the_comment():
    table = pd.concat(
        [
            comments(
                ("2026-10-30 10:00", 1, "question"), ("2026-10-30 11:00", -2), ("2026-10-31 12:00", None)
            ),
            comments(("2026-10-30 12:00", None), by_us=True),
        ],
        ignore_index=True,
    )
    found = replies.waits(table, END)
    assert found["hours"].tolist() == [1, 8]
    assert found["answered"].tolist() == [True, False]
    assert found["weekpart"].tolist() == ["weekday", "weekend"]


def test_an_answer_after_the_end_is_not_known_yet():
    found = replies.waits(comments(("2026-10-31 18:00", 30, "question")), END)
    assert found["hours"].tolist() == [2]
    assert not found["answered"].any()
    assert found["kind"].isna().all()


def test_a_comment_after_the_end_is_not_there_yet():
    assert replies.waits(comments(("2026-11-01 10:00", None)), END).empty


def test_whose_comment_it_is_may_be_unknown_and_then_it_is_peoples():
    table = comments(("2026-10-30 10:00", 1)).assign(by_us=pd.array([None], dtype="boolean"))
    assert len(replies.waits(table, END)) == 1


def test_known_until_the_last_row_but_not_beyond_the_end():
    table = comments(("2026-10-05 10:00", 3), ("2026-10-05 11:00", None))
    assert replies.known_until(table, END) == pd.Timestamp("2026-10-05 13:00", tz="UTC")
    assert replies.known_until(comments(("2026-10-31 19:00", 50)), END) == END
    assert replies.known_until(table.iloc[:0], END) == END


def test_the_promise_judges_those_old_enough_answered_or_not():
    """Two kept, one late, one unanswered for long; two written in the last hour, one of them answered."""
    table = comments(
        (FRIDAY, 1), (FRIDAY, 2), (FRIDAY, 2.5), (FRIDAY, None),
        ("2026-10-31 19:00", 0.5), ("2026-10-31 19:30", None),
    )  # fmt: skip
    found = replies.summary(replies.waits(table, END), promise=2)
    assert (found.within.k, found.within.n, found.too_young) == (2, 4, 2)
    assert (found.within.low, found.within.high) == pytest.approx((0.15004, 0.84996), abs=1e-5)
    assert replies.summary(replies.waits(table, END)).within is None


def test_counting_the_young_ones_answers_would_flatter():
    """Half of the comments are answered at once, half never: the share stays near one half."""
    hours = pd.date_range("2026-10-31 00:00", "2026-10-31 19:59", freq="10min")
    rows = [(str(when), 0 if number % 2 else None) for number, when in enumerate(hours)]
    share = replies.summary(replies.waits(comments(*rows), END), promise=12).within
    assert share.value == pytest.approx(0.5, abs=0.02)


def test_answers_that_ask_are_counted_among_those_whose_kind_is_known():
    table = comments(
        (FRIDAY, 1, "question"), (FRIDAY, 1, "call"), (FRIDAY, 1, "plain"), (FRIDAY, 1, None), (FRIDAY, None),
    )  # fmt: skip
    asking = replies.summary(replies.waits(table, END)).asking
    assert (asking.k, asking.n) == (2, 3)


def test_the_curve_finds_the_true_median_under_censoring():
    """Waits of an exponential with median 3 hours, watched for 1 to 9 hours: unanswered ones are many."""
    rng = np.random.default_rng(7)
    wait, watch = rng.exponential(3 / math.log(2), 4_000), rng.uniform(1, 9, 4_000)
    done = wait <= watch
    table = waited(wait[done], watch[~done])
    assert replies.summary(table).median == pytest.approx(3, rel=0.06)
