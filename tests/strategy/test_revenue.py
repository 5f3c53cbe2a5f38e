"""M5: orders and revenue by post, channel and campaign; money of two currencies; codes; the month's end."""

import math

import pandas as pd
import pytest
from indicator_cases import decided, of_rule, orders, posts, visits

from smmtools.strategy import indicators, revenue

USD = {"USD": {"rate": 90, "date": "2026-10-30", "source": "a bank"}}


@pytest.fixture
def assessed(a_client, briefed):
    def assess(rows, codes=None, fx=None, **more):
        brief = briefed()
        said = brief.model_dump(mode="json") | {"fx": fx or {}}
        if codes:
            said["decisions"] = {"indicators": decided({"indicator": "aov"}, codes=codes)}
        given = {"posts": posts(), "traffic": visits()} | more
        return indicators.assess(a_client(brief=type(brief).model_validate(said), orders=rows, **given))

    return assess


def money(found):
    return [verdict for verdict in of_rule(found, "M5") if verdict[1] not in ("clean", "tags", "no tags")]


def test_orders_belong_to_their_post_and_the_rest_is_shown(assessed):
    nameless = {"source": None, "medium": None, "campaign": None, "content": None}
    rows = [*orders(4), *orders(2, content=None, buyer=None), *orders(2, **nameless)]
    for number, row in enumerate(rows):
        row["order_id"] = str(number)
    earned = assessed(rows).revenue
    by_post = earned.tables["post"]
    assert by_post.set_index("post_id").loc["ours1", "revenue"] == 3_600
    assert by_post["revenue"].sum() == earned.total == 8 * 900
    assert {each.level: each.orders for each in earned.levels} == {
        "post": 4, "channel": 2, "asked": 0, "unknown": 2,
    }  # fmt: skip
    assert money(assessed(rows)) == [("REVIEW", "untraced")]


def test_most_orders_traced_pass_and_what_was_asked_counts(assessed):
    assert money(assessed(orders(10))) == [("PASS", "traced")]
    asked = orders(10, source="a friend", medium="asked", campaign=None, content=None)
    assert money(assessed(asked)) == [("PASS", "traced")]
    assert assessed(asked).revenue.levels[2].orders == 10


def test_a_foreign_currency_is_converted_by_the_briefs_rate(assessed):
    found = assessed([*orders(2), *orders(1, value=10.0, currency="USD", order_id="usd")], fx=USD)
    assert found.revenue.total == 2 * 900 + 10 * 90
    assert found.revenue.foreign == ("USD",)


def test_without_a_rate_nothing_is_added_up_and_it_fails(assessed):
    found = assessed([*orders(2), *orders(1, value=10.0, currency="USD", order_id="usd")])
    assert money(found) == [("FAIL", "no rate")]
    assert found.revenue.tables == {} and found.revenue.levels == ()
    assert ("FAIL", "no rate") in of_rule(found, "M1")
    assert not [each for each in found.of("roas") if not math.isnan(each.value.value)]


def test_an_unused_foreign_currency_needs_no_rate(assessed):
    rows = [*orders(2), *orders(1, "application", currency="USD", order_id="a")]
    assert money(assessed(rows)) == [("PASS", "traced")]


def test_promo_codes_trace_a_channel_or_a_post_in_any_capitals(assessed):
    rows = [
        *orders(2, source=None, medium=None, campaign=None, content="oven10"),
        *orders(2, source=None, medium=None, campaign="P5CODE", content=None),
    ]
    for number, row in enumerate(rows):
        row["order_id"] = str(number)
    earned = assessed(rows, codes={"OVEN10": "vk", "p5code": "p5"}).revenue
    assert {each.level: each.orders for each in earned.levels if each.orders} == {"post": 2, "channel": 2}
    assert "ours5" in set(earned.tables["post"]["post_id"].dropna())
    assert money(assessed(rows)) == [("REVIEW", "untraced")]


def test_a_topics_code_tells_of_its_channel(a_client, briefed):
    topic = {"key": "sale", "channel": "vk", "format": "photo", "function": "sell", "about": "brand",
             "texts": ["x"], "code": "TEN"}  # fmt: skip
    content = {"since": "2026-09", "by": "A", "why": "B", "channels": [{"platform": "vk", "posts": 2}],
               "topics": [topic]}  # fmt: skip
    brief = briefed()
    said = brief.model_dump(mode="json") | {"decisions": {"content": [content]}}
    case = a_client(brief=type(brief).model_validate(said))
    assert revenue.codes_of(case) == {"TEN": "vk"}


def test_orders_after_the_months_end_are_left_out(assessed):
    late = orders(3, ordered_at=pd.Timestamp("2026-11-01", tz="UTC"), order_id="late")
    assert assessed([*orders(4), *late]).revenue.orders == 4


def test_orders_without_a_value_count_and_are_told(assessed):
    found = assessed([*orders(9), *orders(1, value=None, order_id="free")])
    assert found.revenue.total == 9 * 900
    assert money(found) == [("PASS", "traced"), ("REVIEW", "no value")]


def test_no_orders_are_no_data(assessed):
    assert money(assessed([])) == [("NO DATA", "no orders")]
    assert money(assessed(orders(3, "application"))) == [("NO DATA", "no orders")]


def test_a_refund_takes_off_and_no_users_give_no_conversion(assessed):
    found = assessed([*orders(2), *orders(1, value=-900.0, order_id="back")], traffic=[]).revenue
    assert found.total == 900
    assert found.tables["group"]["conversion"].isna().all()


def test_placements_are_a_channel_of_their_own_as_in_the_budget(assessed):
    """By the budget's rule: what a campaign's name begins with; an unpaid medium is neither."""
    placed = orders(3, medium="cpc", campaign="placement-mums", content=None)
    unlabelled = orders(1, medium="social", campaign="placement-mums", content=None)
    bought = orders(2, medium="cpc", content=None)
    rows = [
        row | {"order_id": str(number)}
        for number, row in enumerate([*placed, *unlabelled, *bought, *orders(4)])
    ]
    table = assessed(rows).revenue.tables["channel"]
    assert table.groupby(table["part"].fillna("neither"))["orders"].sum().to_dict() == {
        "placements": 4,
        "ads": 2,
        "neither": 4,
    }
    assert table["revenue"].sum() == 10 * 900
