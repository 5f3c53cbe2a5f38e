"""The invented toy brand: all files of its folder."""

from __future__ import annotations

from samples import own_sheets
from samples.toys import brief, facebook, others, story
from samples.writers import meta_series

PERIOD = "Aug-01-2026_Oct-31-2026"


def files() -> dict[str, bytes]:
    """Every file of ``data/clients/toys``: path within the folder -> bytes."""
    gained = others.follows()
    rows = {"followers": others.followers_rows(gained), "audits": others.audits_rows()}
    sheets = own_sheets.filled("toys", brief.ANSWERS, rows)
    exports = {f"exports/{name}": content for name, content in platform_files(gained).items()}
    return {"client.yml": brief.CLIENT.encode()} | own_sheets.maps("toys", brief.ANSWERS) | sheets | exports


def platform_files(gained: others.Follows) -> dict[str, bytes]:
    """The platforms' exports: name -> bytes, one story behind all of them."""
    page, shots = facebook.posts(), others.instagram_posts()
    of_page = facebook.posts_file(page)
    series = facebook.series(page, gained["facebook"]) | others.instagram_series(shots, gained)
    return {
        f"{PERIOD}_1790236604411802.csv": of_page,
        f"{PERIOD}_1790236604411802 (1).csv": of_page,  # saved twice
        f"{PERIOD}_2004417790518833.csv": others.instagram_file(shots),
        "insights-2026-10-31.csv": meta_series(series.items(), story.SUMMER_TIME_ENDS),
        "facebook-audience-2026-10-31.csv": facebook.audience_file(),
        "youtube-table-data-2026-11-02.csv": others.youtube_file(),
        **others.ads_files(),
        **others.ga4_files(),
    }
