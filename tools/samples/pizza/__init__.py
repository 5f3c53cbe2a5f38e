"""The invented pizza restaurant: all files of its folder."""

from __future__ import annotations

from samples.pizza import ads, brief, community, instagram, maps, posts, sales


def files() -> dict[str, bytes]:
    """Every file of ``data/clients/pizza``: path within the folder -> bytes."""
    return (
        {"client.yml": brief.CLIENT.encode()}
        | maps.files()
        | {f"exports/{k}": v for k, v in exports().items()}
    )


def exports() -> dict[str, bytes]:
    """The exports: name -> bytes, one story behind all of them."""
    own = posts.vk_posts()
    bought = ads.vk_ads(own)
    shots = instagram.instagram_posts()
    profile = instagram.instagram_days(shots)
    members = community.members_by_day()
    clicks = sales.all_clicks(own, bought, profile)
    deals = sales.all_deals(clicks)
    return {
        "vk-statistics-2026-08-01-2026-10-31.csv": community.statistics_file(own, members),
        "vk-posts-2026-11-02.csv": posts.posts_file(own),
        "vk-ads-2026-11-02.csv": ads.ads_file(bought),
        "Aug-01-2026_Oct-31-2026_1284460219735508.csv": instagram.posts_file(shots),
        "instagram-insights-2026-10-31.csv": instagram.series_file(profile),
        "crm-orders-2026-11-02.csv": sales.crm_file(deals),
        "competitors-posts-2026-11-02.csv": community.competitors_file(),
        "followers-2026-11-02.csv": community.followers_file(profile, members),
        "comments-2026-11-02.csv": community.comments_file(own),
        "audit-2026-10-20.csv": community.audits_file(),
        **sales.ga4_files(clicks, deals),
    }
