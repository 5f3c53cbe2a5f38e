import pandas as pd

from smmtools.measures import periods

OCTOBER = periods.days_of(pd.Period("2026-10", "M"))
SOCIAL = frozenset({"vk"})


def test_a_day_is_the_clients_day():
    orders = pd.DataFrame(
        {"ordered_at": pd.to_datetime(["2026-09-30T20:30:00Z"]).tz_convert("Asia/Yekaterinburg")}
    )
    assert periods.day(orders, "orders").tolist() == [pd.Timestamp("2026-10-01")]


def test_a_day_without_rows_counts_as_zero():
    daily = pd.DataFrame({"date": pd.to_datetime(["2026-10-02"]), "value": [7]})
    assert periods.per_day(daily, "daily", OCTOBER[:3], "value").tolist() == [0, 7, 0]


def test_social_is_known_by_source_or_by_medium():
    orders = pd.DataFrame(
        {"source": ["VK", "blog", "google", None], "medium": ["cpc", "social", "organic", None]}
    )
    assert periods.from_social(orders, SOCIAL).tolist() == [True, True, False, False]


def test_funnel_counts_a_boosted_post_once(a_client):
    post = {"platform": "vk", "role": "own", "published": pd.Timestamp("2026-10-01", tz="UTC")}
    case = a_client(
        posts=[
            {**post, "post_id": "1", "impressions": 100, "link_clicks": 2, "paid": False},
            {**post, "post_id": "2", "impressions": 900, "link_clicks": 9, "paid": True},
            {**post, "post_id": "3", "impressions": 50, "link_clicks": None, "paid": False},
        ],
        ads=[
            {"platform": "vk", "start": OCTOBER[0], "end": OCTOBER[0], "impressions": 1000, "link_clicks": 10}
        ],
    )
    funnel = periods.daily_funnel(case.tables, OCTOBER, SOCIAL)
    assert funnel.loc["2026-10-01", ["impressions", "link_clicks"]].tolist() == [1100, 12]


def test_funnel_takes_daily_series_where_posts_carry_no_clicks(a_client):
    series = {"platform": "instagram", "date": OCTOBER[0]}
    case = a_client(
        daily=[{**series, "measure": "views", "value": 70}, {**series, "measure": "link_clicks", "value": 3}]
    )
    funnel = periods.daily_funnel(case.tables, OCTOBER, SOCIAL)
    assert funnel.iloc[0].tolist()[:2] == [70, 3]


def test_days_that_nobody_looked_at_are_missing_and_quiet_days_are_zero(a_client):
    when = [pd.Timestamp("2026-10-02", tz="UTC"), pd.Timestamp("2026-10-04", tz="UTC")]
    order = {"kind": "application", "source": "vk"}
    case = a_client(orders=[{**order, "ordered_at": at, "order_id": str(at)} for at in when])
    applications = periods.daily_funnel(case.tables, OCTOBER, SOCIAL)["applications"]
    assert applications.iloc[1:4].tolist() == [1, 0, 1]
    assert applications.drop(OCTOBER[1:4]).isna().all()


def test_without_orders_there_are_no_applications_to_count(a_client):
    funnel = periods.daily_funnel(a_client().tables, OCTOBER, SOCIAL)
    assert funnel[list(periods.STEPS)].isna().all().all()
