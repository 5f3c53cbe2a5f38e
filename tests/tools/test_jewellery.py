"""The jewellery shop: the story holds in the tidy tables."""

import pandas as pd
import pytest
from sample_clients import Exports, brief_of, day_of, exports_of, mean_cost, table

JUMP = pd.to_datetime(["2026-09-15", "2026-09-16"])
DEEPAVALI_FROM = pd.Timestamp("2026-10-12")


@pytest.fixture(scope="module")
def exports() -> Exports:
    return exports_of("jewellery")


def of_instagram(exports: Exports, measure: str) -> pd.Series:
    daily = table(exports, "daily").query("platform == 'instagram'")
    return daily[daily["measure"] == measure].set_index("date")["value"]


def test_every_file_is_recognised(exports):
    formats = [export.format for export in exports.values()]
    assert {name: formats.count(name) for name in sorted(set(formats))} == {
        "column-map": 4,
        "ga4-report": 3,
        "meta-ads": 1,
        "meta-instagram-posts": 1,
        "meta-series": 1,
        "tiktok-overview": 1,
        "tiktok-videos": 1,
    }


def test_six_thousand_follow_in_two_days_without_spend(exports):
    follows = of_instagram(exports, "follows")
    assert follows[JUMP].sum() == pytest.approx(6000, abs=60)
    assert follows.drop(JUMP).max() < 30
    assert not table(exports, "ads")["start"].isin(JUMP).any()


def test_the_jump_stands_in_the_follower_counts(exports):
    counts = table(exports, "followers").query("platform == 'instagram'").set_index("date")["count"]
    assert counts["2026-09-16"] - counts["2026-09-14"] == pytest.approx(6000, abs=60)


def test_of_those_gained_31_of_120_are_alive(exports):
    audits = table(exports, "audits").set_index("scope")
    assert audits.loc["gained", ["n", "alive"]].tolist() == [120, 31]
    assert audits.loc["gained", "drawn_at"] > JUMP[-1] > audits.loc["all", "drawn_at"]


def test_the_ads_are_paid_in_dollars_and_the_brief_gives_the_rate(exports):
    ads = table(exports, "ads")
    assert (set(ads["currency"]), set(ads["platform"])) == ({"USD"}, {"instagram"})
    assert brief_of("jewellery").fx["USD"].rate == 4.21
    totals = exports["intan-laut-ads-2026-08-01-2026-10-31.xlsx"].totals["ads"]
    assert totals["spend"] == pytest.approx(ads["spend"].sum())
    assert totals["reach"] < ads["reach"].sum() / 5


def test_promo_codes_tell_where_buyers_come_from(exports):
    orders = table(exports, "orders")
    coded = orders[orders["campaign"] == "promo-code"]
    assert coded.groupby("content")["source"].unique().map(list).to_dict() == {
        "KILAU10": ["instagram"],
        "TIKTOK8": ["tiktok"],
    }
    assert len(coded) / orders["source"].notna().sum() > 0.25


def test_it_sells_within_days(exports):
    orders = table(exports, "orders").sort_values("ordered_at")
    asked = orders.query("kind == 'application'").drop_duplicates("buyer").set_index("buyer")["ordered_at"]
    bought = orders.query("kind == 'order'").drop_duplicates("buyer").set_index("buyer")["ordered_at"]
    lag = (bought - asked).dropna().dt.total_seconds() / 86400
    assert 2.5 < lag.median() < 3.5
    assert 9 < lag.quantile(0.9) < 16


def test_since_the_middle_of_october_it_is_about_deepavali(exports):
    posts = table(exports, "posts").query("platform == 'instagram'")
    festive = posts["text"].str.contains("Deepavali|festival of lights")
    late = day_of(posts["published"]) >= DEEPAVALI_FROM
    assert festive[late].mean() > 0.4
    assert not festive[~late].any()


def test_times_of_both_platforms_are_the_shops_own_hours(exports):
    hours = table(exports, "posts").groupby("platform")["published"].agg(lambda times: set(times.dt.hour))
    assert hours["instagram"] == {11, 13, 18, 20, 21}
    assert hours["tiktok"] == {12, 19, 21}


def test_tiktok_has_not_reckoned_the_first_days_reach(exports):
    reach = table(exports, "daily").query("platform == 'tiktok' and measure == 'reach'")
    assert reach.dropna(subset="value")["date"].min() == pd.Timestamp("2026-08-02")


def test_the_estimate_is_over_the_cap_by_its_line_in_dollars():
    budget = brief_of("jewellery").decided("budget", "2026-10")
    assert [line.kind for line in budget.lines if line.currency == "USD"] == ["ads"]
    assert mean_cost("jewellery") > budget.cap * 1.05
