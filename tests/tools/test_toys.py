"""The toy brand: the story holds in the tidy tables."""

import numpy as np
import pytest
from sample_clients import CLIENTS, Exports, brief_of, exports_of, mean_cost, month_of, table

FACEBOOK = "Aug-01-2026_Oct-31-2026_1790236604411802.csv"
AGAIN = "Aug-01-2026_Oct-31-2026_1790236604411802 (1).csv"


@pytest.fixture(scope="module")
def exports() -> Exports:
    return exports_of("toys")


def page_posts(exports: Exports):
    return exports[FACEBOOK].tables["posts"]


def engagement(posts):
    return (posts["likes"] + posts["comments"] + posts["shares"]) / posts["reach"]


def test_every_file_is_recognised(exports):
    formats = [export.format for export in exports.values()]
    assert {name: formats.count(name) for name in sorted(set(formats))} == {
        "column-map": 4,
        "ga4-report": 3,
        "meta-ads": 3,
        "meta-audience": 1,
        "meta-facebook-posts": 2,
        "meta-instagram-posts": 1,
        "meta-series": 1,
        "youtube-table": 1,
    }


def test_the_goal_is_one_of_image():
    goals = brief_of("toys").decided("goals", "2026-10").goals
    assert [(goal.type, goal.indicator) for goal in goals] == [("brand", "follows"), ("brand", "visits")]


def test_two_thousand_followers_were_gained_and_82_of_100_are_alive(exports):
    daily = table(exports, "daily").query("measure == 'follows'")
    assert daily["value"].sum() == 2000
    assert month_of(daily["date"]).isin(["2026-08", "2026-09", "2026-10"]).all()
    audits = table(exports, "audits").set_index("scope")
    assert audits.loc["gained", ["n", "alive"]].tolist() == [100, 82]


def test_the_hour_makes_no_difference(exports):
    posts = page_posts(exports).query("not paid")
    rate, evening = engagement(posts), posts["published"].dt.hour >= 16
    spread = rate.std() / np.sqrt([evening.sum(), (~evening).sum()])
    assert abs(rate[evening].mean() - rate[~evening].mean()) < np.hypot(*spread)


def test_times_are_the_brands_own_hours(exports):
    assert set(page_posts(exports)["published"].dt.hour) == {7, 9, 12, 16, 19, 20}


def test_the_hit_was_boosted(exports):
    posts = page_posts(exports)
    hit = posts.loc[(posts["likes"] + posts["comments"] + posts["shares"]).idxmax()]
    assert (bool(hit["paid"]), month_of(posts["published"])[hit.name]) == (True, "2026-10")
    assert hit["reach_paid"] / hit["reach"] > 0.9
    assert posts["paid"].sum() == 1


def test_nobody_knows_the_posts_link_clicks(exports):
    assert page_posts(exports)["link_clicks"].isna().all()
    assert page_posts(exports)["clicks"].notna().all()


def test_the_pages_export_was_saved_twice():
    folder = CLIENTS / "toys" / "exports"
    assert (folder / FACEBOOK).read_bytes() == (folder / AGAIN).read_bytes()


def test_the_profiles_export_went_through_excel():
    text = (CLIENTS / "toys/exports/Aug-01-2026_Oct-31-2026_2004417790518833.csv").read_text("utf-8-sig")
    assert text.startswith('"Post ID,""Account ID""')


def test_the_total_of_youtube_is_not_the_sum(exports):
    export = exports["youtube-table-data-2026-11-02.csv"]
    assert len(export.tables["posts"]) == 5
    assert export.tables["posts"]["views"].sum() == 7571
    assert any("total of views is 8,412, the sum of its rows 7,571" in text for text in export.warnings)


def test_reach_of_the_ads_does_not_add_up(exports):
    august = exports["brumm-klotz-ads-2026-08-01-2026-08-31.xlsx"]
    assert set(august.tables["ads"]["currency"]) == {"EUR"}
    assert august.totals["ads"]["spend"] == pytest.approx(august.tables["ads"]["spend"].sum())
    assert august.totals["ads"]["reach"] < august.tables["ads"]["reach"].sum()


def test_one_line_of_the_estimate_serves_nothing():
    budget = brief_of("toys").decided("budget", "2026-10")
    assert [line.kind for line in budget.lines if line.serves is None] == ["tools"]
    assert mean_cost("toys") < budget.cap
