"""The pizza restaurant: the story holds in the tidy tables."""

import pandas as pd
import pytest
from sample_clients import Exports, brief_of, day_of, exports_of, month_of, table

NEW_FORM = pd.Timestamp("2026-09-14")


@pytest.fixture(scope="module")
def exports() -> Exports:
    return exports_of("pizza")


def own_vk_posts(exports: Exports) -> pd.DataFrame:
    posts = table(exports, "posts")
    return posts[(posts["platform"] == "vk") & (posts["role"] == "own")]


def social_applications(exports: Exports) -> pd.DataFrame:
    orders = table(exports, "orders")
    return orders[(orders["kind"] == "application") & orders["source"].isin(["vk", "instagram"])]


def social_clicks(exports: Exports) -> pd.DataFrame:
    """Link clicks with their day: of posts, ads and the profile's link."""
    posts, ads, daily = own_vk_posts(exports), table(exports, "ads"), table(exports, "daily")
    bio = daily[(daily["platform"] == "instagram") & (daily["measure"] == "link_clicks")]
    parts = [
        pd.DataFrame({"day": day_of(posts["published"]), "clicks": posts["link_clicks"]}),
        pd.DataFrame({"day": ads["start"], "clicks": ads["link_clicks"]}),
        pd.DataFrame({"day": bio["date"], "clicks": bio["value"]}),
    ]
    return pd.concat(parts, ignore_index=True)


def test_the_brief_holds_the_goal_and_a_later_decision():
    brief = brief_of("pizza")
    august, october = brief.decided("goals", "2026-08"), brief.decided("goals", "2026-10")
    assert [(goal.key, goal.target) for goal in august.goals] == [("applications", 20), ("followers", 900)]
    assert [(goal.key, goal.target) for goal in october.goals] == [("applications", 20), ("followers", 1000)]


def test_every_file_is_recognised(exports):
    formats = pd.Series({name: export.format for name, export in exports.items()}).value_counts()
    assert formats.to_dict() == {
        "column-map": 7,
        "ga4-report": 3,
        "meta-instagram-posts": 1,
        "meta-series": 1,
        "vk-statistics": 1,
    }


def test_the_story_applications_fall_short_of_twenty_a_day(exports):
    by_month = month_of(social_applications(exports)["ordered_at"]).value_counts()
    assert by_month["2026-08"] / 31 == pytest.approx(20, abs=0.5)
    assert 440 <= by_month["2026-10"] <= 490


def test_the_story_the_new_form_lowers_applications_per_click(exports):
    clicks, applications = social_clicks(exports), day_of(social_applications(exports)["ordered_at"])
    before = (applications < NEW_FORM).sum() / clicks.loc[clicks["day"] < NEW_FORM, "clicks"].sum()
    after = (applications >= NEW_FORM).sum() / clicks.loc[clicks["day"] >= NEW_FORM, "clicks"].sum()
    assert before == pytest.approx(0.052, abs=0.0015)
    assert after == pytest.approx(0.039, abs=0.0015)


def test_the_story_impressions_and_click_rate_stay_level(exports):
    posts, ads = own_vk_posts(exports), table(exports, "ads")
    columns = ["impressions", "link_clicks"]
    months = posts.groupby(month_of(posts["published"]))[columns].sum()
    months += ads.groupby(ads["start"].dt.strftime("%Y-%m"))[columns].sum()
    for month, days in (("2026-08", 31), ("2026-09", 30), ("2026-10", 31)):
        impressions, clicks = months.loc[month]
        assert impressions / days == pytest.approx(38_000, rel=0.03)
        assert clicks / impressions == pytest.approx(0.01, rel=0.03)


def test_the_story_evenings_engage_more(exports):
    posts = own_vk_posts(exports)
    organic = posts[~posts["paid"]]
    rate = (organic["likes"] + organic["comments"] + organic["shares"]) / organic["reach"]
    evening = organic["published"].dt.hour >= 18
    assert rate[evening].mean() / rate[~evening].mean() == pytest.approx(1.6, abs=0.1)


def test_the_story_six_of_ten_applications_become_orders(exports):
    kinds = table(exports, "orders")["kind"].value_counts()
    assert kinds["order"] / kinds["application"] == pytest.approx(0.6, abs=0.03)
    assert table(exports, "orders")["value"].mean() == pytest.approx(1150, rel=0.05)


def test_the_story_placements_never_pay(exports):
    ads, orders = table(exports, "ads"), table(exports, "orders")
    spent = ads[ads["campaign"].str.startswith("placement")].groupby("campaign")["spend"].sum()
    earned = orders.groupby("campaign")["value"].sum().reindex(spent.index, fill_value=0)
    assert len(spent) == 5
    assert (earned < spent).all()


def test_the_story_four_of_ten_visitors_live_elsewhere(exports):
    cities = table(exports, "audience").query("breakdown == 'city'")
    home = cities.loc[cities["cell"] == "Екатеринбург", "count"].sum() / cities["count"].sum()
    assert home == pytest.approx(0.6, abs=0.01)


def test_the_story_weekend_comments_wait(exports):
    comments = table(exports, "comments").query("not by_us")
    hours = (comments["replied_at"] - comments["created"]).dt.total_seconds() / 3600
    weekend = comments["created"].dt.day_of_week >= 5
    assert hours[~weekend].median() < 1
    assert hours[weekend].median() > 5
    assert hours[weekend].isna().mean() > hours[~weekend].isna().mean()


def test_the_site_sees_the_clicks(exports):
    traffic, clicks = table(exports, "traffic"), social_clicks(exports)
    social = traffic[traffic["channel_group"].isin(["Organic Social", "Paid Social"])]
    assert social["sessions"].sum() / clicks["clicks"].sum() == pytest.approx(0.85, abs=0.01)
    assert social["users"].sum() / social["sessions"].sum() == pytest.approx(0.75, abs=0.01)


def test_the_estimate_has_lines_for_placements_and_one_price_above_what_the_guide_names():
    lines = [
        line for line in brief_of("pizza").decided("budget", "2026-10").lines if line.kind == "placements"
    ]
    assert [(line.quantity, line.price.mode) for line in lines] == [(12, 280), (2, 900)]
    targeted = [line for line in brief_of("pizza").decided("budget", "2026-10").lines if line.kind == "ads"]
    assert all(5_000 <= line.price.mode <= 10_000 for line in targeted)
