"""The used-car dealer: the story holds in the tidy tables."""

import pandas as pd
import pytest
from sample_clients import CLIENTS, Exports, brief_of, exports_of, mean_cost, month_of, table

MONTHS = ["2026-08", "2026-09", "2026-10"]


@pytest.fixture(scope="module")
def exports() -> Exports:
    return exports_of("cars")


def sales_by_month(exports: Exports) -> pd.DataFrame:
    """Applications, orders, revenue, and what one car brings, of all sources."""
    orders = table(exports, "orders")
    of_month = orders.groupby([month_of(orders["ordered_at"]), "kind"])["order_id"].size().unstack()
    of_month["revenue"] = orders.groupby(month_of(orders["ordered_at"]))["value"].sum()
    return of_month.loc[MONTHS]


def test_every_file_is_recognised(exports):
    formats = [export.format for export in exports.values()]
    assert {name: formats.count(name) for name in sorted(set(formats))} == {
        "column-map": 4,
        "meta-ads": 1,
        "meta-facebook-posts": 1,
        "meta-series": 1,
        "vk-statistics": 1,
    }


def test_three_people_a_week_ask_by_way_of_social_networks(exports):
    orders = table(exports, "orders").query("kind == 'application'").dropna(subset="source")
    weeks = orders["ordered_at"].dt.tz_localize(None).dt.to_period("W").value_counts()
    assert set(weeks) == {2, 3, 4}
    assert weeks.mean() == pytest.approx(3, abs=0.1)
    goal = brief_of("cars").decided("goals", "2026-10").goals[0]
    assert (goal.indicator, goal.per) == ("applications", "week")


def test_revenue_grows_while_conversion_falls(exports):
    sales = sales_by_month(exports)
    conversion = sales["order"] / sales["application"]
    assert sales["revenue"].is_monotonic_increasing
    assert conversion.is_monotonic_decreasing
    assert conversion["2026-10"] / conversion["2026-08"] < 0.7
    assert (sales["revenue"] / sales["order"]).is_monotonic_increasing


def test_buying_takes_a_month_and_more(exports):
    orders = table(exports, "orders")
    when = {kind: rows.set_index("buyer")["ordered_at"] for kind, rows in orders.groupby("kind")}
    lag = (when["order"] - when["application"]).dropna().dt.days
    assert len(lag) == len(when["order"])
    assert 28 <= lag.median() <= 42
    assert lag.max() > 90


def test_hardly_anyone_visits_the_community_on_vk(exports):
    visitors = table(exports, "daily").query("platform == 'vk' and measure == 'visitors'")
    assert visitors["value"].mean() < 10
    counts = table(exports, "followers").query("platform == 'vk'")["count"]
    assert counts.max() < 200


def test_nothing_is_known_of_competitors(exports):
    assert {account.role for account in brief_of("cars").accounts} == {"own"}
    assert set(table(exports, "posts")["role"]) == set(table(exports, "followers")["role"]) == {"own"}


def test_the_pages_export_was_saved_again_with_semicolons(exports):
    name = "Aug-01-2026_Oct-31-2026_1490027735518264.csv"
    content = (CLIENTS / "cars" / "exports" / name).read_bytes()
    assert content.startswith(b"Post ID;Page ID;Page name;")
    posts = exports[name].tables["posts"]
    assert set(posts["published"].dt.hour) == {8, 12, 17, 19}
    assert posts["link_clicks"].notna().all()


def test_the_estimate_pays_for_ads_and_no_content():
    kinds = {line.kind for line in brief_of("cars").decided("budget", "2026-10").lines}
    assert "ads" in kinds and "content" not in kinds
    assert mean_cost("cars") < brief_of("cars").decided("budget", "2026-10").cap
