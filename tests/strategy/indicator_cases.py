"""Hand-sized clients for the rules of stage 06: orders, ads, visits, posts, and a decision on indicators."""

from __future__ import annotations

from typing import Any

import pandas as pd

MONTH = {"start": pd.Timestamp("2026-10-01"), "end": pd.Timestamp("2026-10-31")}


def orders(n: int = 40, kind: str = "order", **changes: Any) -> list[dict[str, Any]]:
    """So many orders of 900 roubles from tagged posts of VK, spread over October, each of another buyer."""
    return [
        {
            "order_id": f"{kind}{number}",
            "kind": kind,
            "buyer": f"B{number}",
            "ordered_at": pd.Timestamp(f"2026-10-{number % 28 + 1:02d}", tz="UTC"),
            "value": 900.0 if kind == "order" else None,
            "currency": "RUB",
            "source": "vk",
            "medium": "social",
            "campaign": "menu",
            "content": "p1",
            "source_file": "orders.csv",
            **changes,
        }
        for number in range(n)
    ]


def ads(days: int = 20, **changes: Any) -> list[dict[str, Any]]:
    """Ads of VK, a row a day: 100 roubles, 10,000 impressions, 100 link clicks."""
    return [
        {
            "platform": "vk",
            "account": "ours",
            "campaign": "delivery",
            "start": pd.Timestamp(f"2026-10-{day + 1:02d}"),
            "end": pd.Timestamp(f"2026-10-{day + 1:02d}"),
            "currency": "RUB",
            "spend": 100.0,
            "impressions": 10_000 + 10 * day,
            "clicks": 150,
            "link_clicks": 100 + day % 3,
            "source_file": "ads.csv",
            **changes,
        }
        for day in range(days)
    ]


def visits(users: int = 800, **changes: Any) -> list[dict[str, Any]]:
    """The month's users and sessions from social channels."""
    return [{**MONTH, "channel_group": "Organic Social", "users": users, "sessions": 930,
             "source_file": "ga4.csv", **changes}]  # fmt: skip


def posts(n: int = 12, account: str = "ours", role: str = "own", likes: int = 4) -> list[dict[str, Any]]:
    """Mature posts of VK in October."""
    return [
        {
            "platform": "vk",
            "account": account,
            "role": role,
            "post_id": f"{account}{number}",
            "plan_id": f"p{number}" if role == "own" else None,
            "published": pd.Timestamp(f"2026-10-{number + 1:02d} 09:00", tz="UTC"),
            "exported_on": pd.Timestamp("2026-11-02"),
            "reach": 100,
            "likes": likes + number % 2,
            "comments": 1,
            "shares": 0,
            "text": f"Post {number}",
        }
        for number in range(n)
    ]


def followers(*accounts: str, counts: tuple[int, int] = (1_000, 1_020)) -> list[dict[str, Any]]:
    """Follower counts of accounts on VK on the first and the last day of October."""
    return [
        {"platform": "vk", "account": account, "role": "own" if account == "ours" else "competitor",
         "date": pd.Timestamp(day), "count": count, "source_file": "followers.csv"}
        for account in accounts
        for day, count in zip(("2026-10-01", "2026-10-31"), counts, strict=True)
    ]  # fmt: skip


def decided(*watched: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """A decision on indicators as it stands in a brief."""
    return [{"since": "2026-09", "by": "A", "why": "B", "watched": list(watched), **more}]


def watched(indicator: str, baseline: float | None, target: float | None, **more: Any) -> dict[str, Any]:
    """One indicator that is whole but for what is None."""
    said = {"indicator": indicator, "baseline": baseline, "target": target, "owner": "Ann", **more}
    return {name: value for name, value in said.items() if value is not None}


def of_rule(found: Any, rule: str) -> list[tuple[str, str]]:
    """Grade and finding of each verdict of one rule."""
    return [(each.grade.value, each.finding) for each in found.verdicts if each.rule == rule]
