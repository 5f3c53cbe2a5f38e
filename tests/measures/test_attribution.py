import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmtools.errors import DataError
from smmtools.inputs.reference import known_sources
from smmtools.inputs.schemas import conform
from smmtools.measures.attribution import LEVELS, attribute, performance

SOURCES = known_sources()
POSTS = conform(
    "posts",
    pd.DataFrame(
        {
            "platform": ["vk", "vk", "instagram", "facebook"],
            "post_id": ["41", "42", "900", "42"],
            "plan_id": ["2026-10-05-m", "2026-10-05-e", "2026-10-05-m", None],
            "labels": ["sell", "sell; autumn", None, None],
        }
    ),
)


def orders_from(*rows):
    """Orders of 900 each from rows of (source, medium, campaign, content)."""
    frame = pd.DataFrame(list(rows), columns=["source", "medium", "campaign", "content"])
    frame["order_id"] = [f"N{i}" for i in range(len(frame))]
    frame = frame.assign(kind="order", value=900.0, currency="RUB", buyer=None)
    frame["ordered_at"] = pd.Timestamp("2026-10-06", tz="UTC")
    return conform("orders", frame)


def visits_from(*rows):
    frame = pd.DataFrame(
        list(rows), columns=["source", "medium", "campaign", "content", "channel_group", "users"]
    )
    return conform("traffic", frame)


def origin(*tags, codes=None):
    row = attribute(orders_from(tags), POSTS, SOURCES, codes).iloc[0]
    return tuple(row[["level", "platform", "post_id", "channel_group"]].fillna(""))


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("vk", "social", "menu", "2026-10-05-M"), ("post", "vk", "41", "Organic Social")),
        (("ig", "social", "menu", "2026-10-05-m"), ("post", "instagram", "900", "Organic Social")),
        (("vk.com", "cpc", "menu", "42"), ("post", "vk", "42", "Paid Social")),
        (("vk", "social", "menu", "autumn"), ("post", "vk", "42", "Organic Social")),
        (("vk", "social", "menu", "sell"), ("channel", "vk", "", "Organic Social")),
        (("vk", "social", "menu", "900"), ("channel", "vk", "", "Organic Social")),
        ((None, None, None, "900"), ("post", "instagram", "900", "")),
        ((None, None, None, "42"), ("unknown", "", "", "")),
        (("vk", "asked", None, None), ("asked", "vk", "", "Organic Social")),
        (("friend", "asked", None, None), ("asked", "", "", "Unassigned")),
        (("google", "organic", None, None), ("channel", "google", "", "Organic Search")),
        ((None, None, None, None), ("unknown", "", "", "")),
    ],
)
def test_where_an_order_came_from(tags, found):
    assert origin(*tags) == found


def test_a_promo_code_names_its_post_or_its_channel():
    codes = {"AUTUMN10": "2026-10-05-e", "INSTA": "instagram"}
    assert origin(None, None, None, "autumn10", codes=codes) == ("post", "vk", "42", "")
    assert origin(None, None, "Insta", None, codes=codes)[:3] == ("channel", "instagram", "")


def test_a_channel_group_that_a_report_gives_is_kept():
    visits = visits_from((None, None, None, None, "Organic Social", 70))
    found = attribute(visits, POSTS, SOURCES).iloc[0]
    assert (found["channel_group"], found["level"]) == ("Organic Social", "channel")


def test_earnings_of_a_post_by_hand():
    orders = orders_from(*[("vk", "social", "menu", "42")] * 3, ("vk", "social", "menu", "41"))
    orders.loc[0, "buyer"] = orders.loc[1, "buyer"] = "K7"
    orders.loc[2, "kind"] = "application"
    visits = visits_from(("vk", "social", "menu", "42", None, 50))
    found = performance(attribute(orders, POSTS, SOURCES), attribute(visits, POSTS, SOURCES), "post")
    best = found.iloc[0]
    assert best[["platform", "post_id", "applications", "orders", "buyers"]].tolist() == ["vk", "42", 1, 2, 1]
    assert best[["revenue", "aov", "users", "conversion"]].tolist() == [1800, 900, 50, 0.02]
    assert 0 < best["low"] < 0.02 < best["high"] < 0.11
    assert found.iloc[1]["orders"] == 1
    assert math.isnan(found.iloc[1]["conversion"])


def test_what_matches_no_post_is_shown():
    orders = orders_from(("vk", "social", "menu", "42"), (None, None, None, None), ("vk", "cpc", "ads", "77"))
    none = attribute(visits_from(), POSTS, SOURCES)
    found = performance(attribute(orders, POSTS, SOURCES), none, "post").set_index("level")
    assert found["revenue"].to_dict() == {"post": 900, "channel": 900, "unknown": 900}
    assert found.loc["channel", "content"] == "77"


def test_orders_and_visits_without_an_origin_are_not_the_same_people():
    orders = attribute(orders_from((None, None, None, None), ("vk", "social", None, None)), POSTS, SOURCES)
    reported = [(None, None, None, None, group, 90) for group in ("Organic Social", "Organic Search", None)]
    visits = attribute(visits_from(*reported), POSTS, SOURCES)
    found = performance(orders, visits, "group").set_index("channel_group")["conversion"].dropna()
    assert found.to_dict() == {"Organic Social": 1 / 90}  # no order names a search: that may be the tags
    assert performance(orders, visits, "campaign")["conversion"].isna().all()


def test_a_post_whose_visitors_buy_nothing_converts_nobody():
    visits = attribute(visits_from(("vk", "social", "menu", "42", None, 50)), POSTS, SOURCES)
    found = performance(attribute(orders_from(), POSTS, SOURCES), visits, "post").iloc[0]
    assert (found["orders"], found["conversion"]) == (0, 0)


def test_two_currencies_are_never_added():
    orders = orders_from(*[("vk", "social", "menu", "42")] * 2)
    orders.loc[0, "currency"] = "USD"
    found = attribute(orders, POSTS, SOURCES)
    with pytest.raises(DataError) as error:
        performance(found, attribute(visits_from(), POSTS, SOURCES))
    assert str(error.value) == (
        "DataError: the orders are in more than one currency: RUB, USD\n"
        "  orders.currency\n"
        "  Mend: give the rate of each other currency in client.yml, fx, with its date and source."
    )


def test_no_orders_and_no_visits_give_no_rows():
    orders, visits = (attribute(rows, POSTS, SOURCES) for rows in (orders_from(), visits_from()))
    assert performance(orders, visits, "campaign").empty


tags = st.tuples(
    st.sampled_from(["vk", "instagram", "google", None]),
    st.sampled_from(["social", "cpc", "asked", None]),
    st.sampled_from(["menu", None]),
    st.sampled_from(["41", "42", "900", "sell", "x", None]),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(tags, min_size=1, max_size=12))
def test_however_divided_the_totals_are_the_same(rows):
    orders = attribute(orders_from(*rows), POSTS, SOURCES)
    visits = attribute(visits_from(*((*row, None, 10) for row in rows)), POSTS, SOURCES)
    assert set(orders["level"]) <= set(LEVELS)
    for by in ("post", "channel", "group", "campaign"):
        found = performance(orders, visits, by)
        assert found["orders"].sum() == len(rows)
        assert found["revenue"].sum() == 900 * len(rows)
        assert found["users"].sum() == 10 * len(rows)
