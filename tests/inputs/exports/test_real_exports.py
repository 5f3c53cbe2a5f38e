"""Totals of real exports, known from elsewhere. They are not part of the project: skipped without them."""

import pytest

from smmtools.inputs.exports import read


@pytest.mark.parametrize("number", ["1019826952924933", "578982927868853"])
def test_instagram_posts(number, real):
    export = read(real(f"meta_business_suite/page_and_profile_za/*_{number}.csv"))
    posts = export.tables["posts"]
    assert export.format == "meta-instagram-posts" and len(posts) == 78
    assert posts[["views", "reach", "likes"]].sum().tolist() == [10_931, 7_783, 274]


def test_instagram_posts_packed_into_cells(real):
    posts = read(real("meta_business_suite/restaurant_bg/INSTAGRAM_RAW.csv")).tables["posts"]
    assert len(posts) == 57


@pytest.mark.parametrize(
    ("file", "platform", "measure", "days", "total"),
    [
        ("IG VIEWS.csv", "instagram", "views", 62, 496_243),
        ("IG_LINK_CLICKS.csv", "instagram", "link_clicks", 62, 49),
        ("Link clicks.csv", "facebook", "link_clicks", 62, 980),
        ("Visits.csv", "facebook", "visits", 62, 12_871),
    ],
)
def test_series(file, platform, measure, days, total, real):
    daily = read(real(f"meta_business_suite/restaurant_bg/{file}")).tables["daily"]
    assert set(daily["platform"]) == {platform} and set(daily["measure"]) == {measure}
    assert len(daily) == days and daily["value"].sum() == total


def test_community_statistics(real):
    export = read(real("vk/vkontakte_group_01_*.csv"))
    daily = export.tables["daily"].groupby("measure")["value"].sum()
    assert export.warnings == []
    assert daily["views"] == 27_331 and daily["visitors"] == 19_796
    assert daily["feedback"] == daily["likes"] + daily["shares"] + daily["comments"]
    shares = export.tables["audience"].groupby(["date", "breakdown"])["share"].sum()
    assert ((shares - 1).abs() < 1e-9).all()


def test_traffic_acquisition(real):
    traffic = read(real("ga4/h2oplumbers_traffic_acquisition.csv")).tables["traffic"]
    assert dict(zip(traffic["channel_group"], traffic["sessions"], strict=True)) == {
        "Paid Search": 4_395,
        "Direct": 1_679,
        "Referral": 671,
        "Organic Search": 463,
        "Unassigned": 23,
        "Cross-network": 16,
        "Organic Social": 15,
    }
    other = read(real("ga4/burnsedia_traffic_acquisition.csv")).tables["traffic"]
    assert other["sessions"].sum() == 242


def test_user_acquisition(real):
    traffic = read(real("ga4/h2oplumbers_user_acquisition.csv")).tables["traffic"]
    assert traffic["users"].tolist() == [2_650, 1_044, 629, 252, 15, 9]
