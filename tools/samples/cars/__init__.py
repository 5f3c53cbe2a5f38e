"""The invented used-car dealer: all files of its folder."""

from __future__ import annotations

from samples import own_sheets
from samples.cars import brief, channels, sales


def files() -> dict[str, bytes]:
    """Every file of ``data/clients/cars``: path within the folder -> bytes."""
    posts, gained = channels.posts(), channels.follows()
    rows = {"orders": sales.orders_rows(), "followers": channels.followers_rows(gained)}
    exports = {
        "Aug-01-2026_Oct-31-2026_1490027735518264.csv": channels.posts_file(posts),
        "facebook-insights-2026-10-31.csv": channels.series_file(posts, gained["facebook"]),
        "vk-statistics-2026-08-01-2026-10-31.csv": channels.vk_file(gained["vk"]),
        "auto-lipa-ads-2026-08-01-2026-10-31.xlsx": channels.ads_file(),
    }
    return (
        {"client.yml": brief.CLIENT.encode()}
        | own_sheets.maps("cars", brief.ANSWERS)
        | own_sheets.filled("cars", brief.ANSWERS, rows)
        | {f"exports/{name}": content for name, content in exports.items()}
    )
