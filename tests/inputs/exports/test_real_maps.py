"""Real data sets that are no platform's export, read through column maps; skipped without them."""

import shutil

import pytest

from smmtools.inputs.exports import read

KAG = """
table: ads
constants: {platform: facebook, start: 2017-08-17, end: 2017-08-30}
columns:
  campaign: xyz_campaign_id
  ad_set: fb_campaign_id
  ad: ad_id
  impressions: Impressions
  clicks: Clicks
  spend: Spent
  results: Approved_Conversion
"""
FACEBOOK_METRICS = """
table: posts
numbered: post_id
constants: {platform: facebook, role: own, published: 2014-12-31}
columns:
  format: Type
  paid: Paid
  reach: Total Reach
  impressions: Total Impressions
  likes: like
  comments: comment
  shares: share
values: {format: {Photo: photo, Status: text, Link: link, Video: video}}
"""
PAGES = """
table: posts
constants: {platform: facebook, role: competitor}
columns:
  post_id: status_id
  published: status_published
  format: status_type
  text: status_message
  url: status_link
  likes: num_reactions
  comments: num_comments
  shares: num_shares
dates: "%Y-%m-%d %H:%M:%S"
zone: America/New_York
values: {format: {photo: photo, video: video, link: link, status: text, event: link}}
"""
FACT_CHECK = """
table: posts
constants: {platform: facebook, role: competitor}
columns:
  account: Page
  post_id: post_id
  published: Date Published
  format: Post Type
  url: Post URL
  likes: reaction_count
  comments: comment_count
  shares: share_count
values: {format: {photo: photo, video: video, link: link, text: text}}
"""
LIKES_ONLY = """
table: posts
constants: {platform: vk, role: own}
columns: {post_id: "Дата поста (UTC)", published: "Дата поста (UTC)", likes: "Количество лайков"}
dates: "%Y-%m-%d %H:%M:%S"
"""
COMMUNITY = """
table: posts
numbered: post_id
constants: {platform: vk, role: own}
columns:
  published: date
  text: text
  format: media 1
  views: views
  likes: likes
  comments: comments
  shares: reposts
dates: "%Y-%m-%d %H:%M:%S"
zone: Europe/Moscow
values:
  format: {image: photo, video: video, link: link, doc: link, poll: text, album: carousel, audio: link}
"""
INSTAGRAM = """
table: posts
numbered: post_id
constants: {platform: instagram, role: own, published: 2022-01-01}
columns:
  text: Caption
  labels: Hashtags
  impressions: Impressions
  likes: Likes
  comments: Comments
  shares: Shares
  saves: Saves
  follows: Follows
"""


@pytest.fixture
def mapped(real, tmp_path):
    """Read a real file through a column map."""

    def read_with(name, column_map):
        path = tmp_path / "exports" / real(name).name
        path.parent.mkdir(exist_ok=True)
        shutil.copy(real(name), path)
        (tmp_path / "maps").mkdir(exist_ok=True)
        (tmp_path / "maps" / "map.yml").write_text(column_map, encoding="utf-8")
        export = read(path)
        assert export.format == "column-map"
        return export

    return read_with


def test_ads_with_line_ends_of_an_old_mac(mapped):
    ads = mapped("datasets/KAG_conversion_data.csv", KAG).tables["ads"]
    assert len(ads) == 1_143 and round(ads["spend"].sum(), 2) == 58_705.23
    assert ads[["clicks", "impressions", "results"]].sum().tolist() == [38_165, 213_434_828, 1_079]


def test_facebook_metrics(mapped):
    export = mapped("datasets/dataset_Facebook_semicolon_crlf.csv", FACEBOOK_METRICS)
    posts = export.tables["posts"]
    assert len(posts) == 500
    assert posts[["likes", "comments", "shares", "reach"]].sum().tolist() == [
        88_795,
        3_741,
        13_524,
        6_951_680,
    ]
    assert posts[["likes", "shares", "paid"]].isna().sum().tolist() == [1, 4, 1]
    name = "dataset_Facebook_semicolon_crlf.csv"
    assert f"{name}: rows of posts with more reach than impressions: 4; check them." in export.warnings


@pytest.mark.parametrize(
    ("brand", "rows"),
    [
        ("porsche", 112),
        ("nikebasketball", 62),
        ("redbull", 40),
        ("starbucks", 5),
        ("monsterenergy", 56),
        ("oreo", 0),
    ],
)
def test_brand_pages(brand, rows, mapped):
    export = mapped(f"datasets/fbpage_{brand}.csv", PAGES)
    assert len(export.tables["posts"]) == rows
    assert (f"fbpage_{brand}.csv: it gives no rows." in export.warnings) == (rows == 0)


def test_posts_of_nine_pages(mapped):
    posts = mapped("datasets/buzzfeed_facebook_fact_check.csv", FACT_CHECK).tables["posts"]
    assert len(posts) == 2_282 and posts["account"].nunique() == 9


def test_posts_of_communities(mapped):
    likes = mapped("vk/iamsveta_vk_posts.csv", LIKES_ONLY).tables["posts"]
    assert len(likes) == 2_337 and likes["likes"].sum() == 26_330
    posts = mapped("vk/nadezhda_posts.xlsx", COMMUNITY).tables["posts"]
    assert len(posts) == 245 and posts["published"].max().isoformat() == "2022-09-01T10:03:31+00:00"


def test_posts_in_a_code_page(mapped):
    export = mapped("datasets/instagram_data_2_amankharwal.csv", INSTAGRAM)
    posts = export.tables["posts"]
    assert len(posts) == 119 and posts[["impressions", "follows"]].sum().tolist() == [678_775, 2_470]
    assert export.warnings[0].startswith("instagram_data_2_amankharwal.csv: not UTF-8;")
