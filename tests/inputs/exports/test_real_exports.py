"""Facts of real exports, known from elsewhere. They are not part of the project: skipped without them."""

import pandas as pd
import pytest

from smmtools.inputs.exports import read

ZA, BG = "meta_business_suite/page_and_profile_za", "meta_business_suite/restaurant_bg"


def measure(export, name):
    daily = export.tables["daily"]
    return daily.loc[daily["measure"] == name, "value"].sum()


def sums(export, table, *columns):
    return export.tables[table][list(columns)].sum().tolist()


@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        (f"{ZA}/Jan-14*.csv", "meta-facebook-posts"),
        (f"{ZA}/Mar-18*_553302954456165.csv", "meta-facebook-posts"),
        (f"{ZA}/Mar-18*_1019826952924933.csv", "meta-instagram-posts"),
        (f"{ZA}/Mar-18*_578982927868853.csv", "meta-instagram-posts"),
        (f"{ZA}/[FIRV]*.csv", "meta-series"),
        (f"{BG}/*[A-Z]_*.csv", "meta-series"),
        (f"{BG}/IG VIEWS.csv", "meta-series"),
        (f"{BG}/[FLV]*.csv", "meta-series"),
        (f"{BG}/Interactions.csv", "meta-series"),
        ("meta_business_suite/*/Audience.csv", "meta-audience"),
        (f"{BG}/INSTAGRAM_RAW.csv", "meta-instagram-posts"),
        (f"{BG}/Oct-31*.csv", "meta-facebook-videos"),
        ("tiktok/TIKTOK_VIDEO_RAW.csv", "tiktok-videos"),
        ("tiktok/TIKTOK_RAW.csv", "tiktok-overview"),
        ("tiktok/TIKTOK_AUDIENCE_RAW.csv", "tiktok-audience"),
        ("x/tweet_*.csv", "x-posts"),
        ("x/daily_*.csv", "x-daily"),
        ("youtube/*Table_data.csv", "youtube-table"),
        ("youtube/DangerTV*.csv", "youtube-table"),
        ("youtube/*Chart_data.csv", "youtube-chart"),
        ("youtube/*Totals.csv", "youtube-totals"),
        ("linkedin/*.xlsx", "linkedin-personal"),
        ("linkedin/*.csv", "linkedin-page"),
        ("ga4/*.csv", "ga4-report"),
        ("google_ads/*.csv", "google-ads"),
        ("vk/vkontakte_group_01*.csv", "vk-statistics"),
    ],
)
def test_every_format_is_named(pattern, form, every_real):
    files = [path for path in every_real(pattern) if not path.name.startswith("INSTAGRAM") or "posts" in form]
    assert files
    assert {path.name: read(path).format for path in files} == {path.name: form for path in files}


def test_facebook_posts(real):
    export = read(real(f"{ZA}/Jan-14*.csv"))
    assert len(export.tables["posts"]) == 261  # five records leave out their four last cells
    assert sums(export, "posts", "views", "reach", "clicks") == [15_982, 8_395, 162]
    assert sums(export, "posts", "likes", "comments", "shares") == [87, 20, 20]


@pytest.mark.parametrize("number", ["1019826952924933", "578982927868853"])
def test_instagram_posts(number, real):
    export = read(real(f"{ZA}/*_{number}.csv"))
    assert len(export.tables["posts"]) == 78
    assert sums(export, "posts", "views", "reach", "likes") == [10_931, 7_783, 274]


def test_instagram_posts_packed_into_cells(real):
    assert len(read(real(f"{BG}/INSTAGRAM_RAW.csv")).tables["posts"]) == 57


@pytest.mark.parametrize(
    ("file", "platform", "name", "days", "total"),
    [
        ("IG VIEWS.csv", "instagram", "views", 62, 496_243),
        ("IG_LINK_CLICKS.csv", "instagram", "link_clicks", 62, 49),
        ("Link clicks.csv", "facebook", "link_clicks", 62, 980),
        ("Visits.csv", "facebook", "visits", 62, 12_871),
    ],
)
def test_series(file, platform, name, days, total, real):
    daily = read(real(f"{BG}/{file}")).tables["daily"]
    assert set(daily["platform"]) == {platform} and set(daily["measure"]) == {name}
    assert len(daily) == days and daily["value"].sum() == total


def test_follows_omit_some_days(real):
    assert len(read(real(f"{BG}/IG_FOLLOWS.csv")).tables["daily"]) == 40


def test_audience(real):
    rows = read(real(f"{ZA}/Audience.csv")).tables["audience"].set_index("cell")
    assert rows.loc["F 25-34", "share"] == pytest.approx(0.262)
    assert rows.loc["South Africa", "share"] == pytest.approx(0.751)
    assert rows["breakdown"].value_counts().to_dict() == {"age_sex": 12, "country": 10, "city": 10}


def test_an_audience_that_a_spreadsheet_damaged_keeps_what_is_left(real):
    export = read(real(f"{BG}/Audience.csv"))
    rows = export.tables["audience"].set_index("cell")
    assert rows.loc["Bulgaria", "share"] == pytest.approx(0.984) and rows["share"].isna().sum() == 12
    assert measure(export, "follows") == 401
    assert any("took for dates" in warning for warning in export.warnings)


def test_tiktok(real):
    videos = read(real("tiktok/TIKTOK_VIDEO_RAW.csv"))
    assert len(videos.tables["posts"]) == 51 and videos.tables["posts"]["views"].max() == 172_353
    assert sums(videos, "posts", "views") == [538_938]
    assert measure(read(real("tiktok/TIKTOK_RAW.csv")), "views") == 521_491  # the days differ from the videos


def test_cross_posts_have_a_twin_within_ten_minutes(real):
    """Only with Meta's times as US Pacific and TikTok's as UTC."""
    pictures = read(real(f"{BG}/INSTAGRAM_RAW.csv")).tables["posts"]["published"]
    videos = read(real("tiktok/TIKTOK_VIDEO_RAW.csv")).tables["posts"]["published"]
    twins = [(videos - moment).abs().dt.total_seconds().min() <= 600 for moment in pictures]
    assert sum(twins) >= 40


@pytest.mark.parametrize(
    ("file", "total", "told"),
    [
        ("areikher", 46_333, None),
        ("priyankapatel", 181_588, "181,588, the sum of its rows 153,235"),
        ("timaghost", 37_504, "37,504, the sum of its rows 36,978"),
        ("OisinQueva", 97_004, "97,004, the sum of its rows 97,001"),
    ],
)
def test_youtubes_total_is_not_always_the_sum(file, total, told, real):
    export = read(real(f"youtube/{file}_Table_data.csv"))
    assert export.totals["posts"]["views"] == total
    found = [warning for warning in export.warnings if "total of views" in warning]
    assert bool(found) == bool(told) and all(told in warning for warning in found)


def test_youtubes_days(real):
    assert measure(read(real("youtube/priyankapatel_Totals.csv")), "views") == 181_588


def test_x(real, every_real):
    for path in every_real("x/tweet_*.csv"):
        assert read(path).tables["posts"]["impressions"].gt(0).all()
    days = read(real("x/daily_*.csv"))
    assert measure(days, "impressions") == 1_639_423  # and 1,625,538 by its posts: the two need not agree


def test_linkedin_page(real):
    export = read(real("linkedin/women_in_ai_usa_clean.csv"))
    assert export.tables["daily"]["date"].nunique() == 365
    names = ("impressions", "clicks", "likes", "comments", "shares")
    assert [measure(export, name) for name in names] == [170_398, 11_284, 4_371, 393, 123]


def test_linkedin_person(real):
    export = read(real("linkedin/*.xlsx"))
    assert measure(export, "impressions") == 70_416
    assert export.tables["followers"]["count"].tolist() == [782]


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


@pytest.mark.parametrize("file", ["traffic_acquisition", "acquisition_overview"])
def test_an_overview_tells_what_the_report_tells(file, real):
    assert read(real(f"ga4/burnsedia_{file}.csv")).tables["traffic"]["sessions"].sum() == 242


def test_user_acquisition(real):
    traffic = read(real("ga4/h2oplumbers_user_acquisition.csv")).tables["traffic"]
    assert traffic["users"].tolist() == [2_650, 1_044, 629, 252, 15, 9]


def test_google_ads(real):
    ads = read(real("google_ads/intrago_Ad_report.csv"))
    assert sums(ads, "ads", "spend", "impressions") == [pytest.approx(117.06), 305]
    cards = read(real("google_ads/londonclean_Time_series.csv")).tables["ads"]
    assert set(cards["currency"]) == {"USD"} and cards["spend"].sum() == pytest.approx(139.67)


def test_x_gives_its_engagement_rate_as_engagements_per_impression(every_real):
    for path in every_real("x/tweet_activity_metrics_rOpenSci_*.csv"):
        raw = pd.read_csv(path, na_values="-")
        seen = raw[raw["impressions"] > 0]
        assert (seen["engagement rate"] - seen["engagements"] / seen["impressions"]).abs().max() < 1e-6
