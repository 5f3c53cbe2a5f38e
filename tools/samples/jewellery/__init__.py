"""The invented jewellery shop: all files of its folder."""

from __future__ import annotations

from samples import own_sheets
from samples.jewellery import brief, profile, sales, story, tiktok
from samples.writers import meta_series


def files() -> dict[str, bytes]:
    """Every file of ``data/clients/jewellery``: path within the folder -> bytes."""
    posts, gained, found = profile.posts(), profile.follows(), sales.deals()
    videos = tiktok.videos()
    overview = tiktok.days(videos)
    series = profile.series(posts, gained)
    ads = sales.ad_days()
    rows = {
        "orders": sales.orders_rows(found),
        "comments": profile.comments_rows(posts),
        "followers": profile.followers_rows(gained, tiktok.net(overview)),
        "audits": profile.audits_rows(),
    }
    exports = {
        "Aug-01-2026_Oct-31-2026_1108842760397415.csv": profile.posts_file(posts),
        "instagram-insights-2026-10-31.csv": meta_series(series.items(), story.NO_HOUR_FLIPS),
        "tiktok-videos-2026-11-02.csv": tiktok.videos_file(videos),
        "tiktok-overview-2026-11-02.csv": tiktok.overview_file(overview),
        "intan-laut-ads-2026-08-01-2026-10-31.xlsx": sales.ads_file(ads),
        **sales.ga4_files(ads, series["Instagram link clicks"], found),
    }
    return (
        {"client.yml": brief.CLIENT.encode()}
        | own_sheets.maps("jewellery", brief.ANSWERS)
        | own_sheets.filled("jewellery", brief.ANSWERS, rows)
        | {f"exports/{name}": content for name, content in exports.items()}
    )
