"""Who is alive: audits, followers that came later, and the warning signs (A2)."""

import datetime as dt
import math

import pandas as pd
import pytest

from smmtools.strategy.alive import Audit, account_verdicts, accounts_of, live_of, paid_days

OURS = {"platform": "vk", "account": "ours"}


def counted(*pairs: tuple[str, int]) -> list[dict]:
    return [OURS | {"role": "own", "date": pd.Timestamp(day), "count": count} for day, count in pairs]


def audited(n: int, alive: int, day: str = "2026-10-20", scope: str = "all") -> dict:
    return OURS | {"scope": scope, "drawn_at": pd.Timestamp(day), "n": n, "alive": alive}


def followed_daily(usual: int = 10, **odd: int) -> list[dict]:
    """Follows a day in October, every other day one more; ``odd`` days by name, d15=900."""
    days = pd.date_range("2026-10-01", "2026-10-31")
    return [
        OURS | {"date": day, "measure": "follows", "value": odd.get(f"d{day.day}", usual + day.day % 3)}
        for day in days
    ]


def liked(likes: int, n: int = 12) -> list[dict]:
    return [
        OURS
        | {"role": "own", "post_id": str(i), "published": pd.Timestamp(f"2026-10-{i + 1:02} 12:00", tz="UTC")}
        | {"likes": likes, "comments": 1, "shares": 1, "exported_on": pd.Timestamp("2026-11-02")}
        for i in range(n)
    ]


def found(case) -> list[tuple[str, str]]:
    verdicts = account_verdicts(accounts_of(case))
    return [(verdict.grade.value, verdict.finding) for verdict in verdicts]


def test_live_followers_are_wilsons_interval_times_the_followers(a_client):
    """82 of 100 alive of 2,000 followers: 1,640, between 1,467 and 1,766."""
    case = a_client(followers=counted(("2026-10-31", 2_000)), audits=[audited(100, 82)])
    (account,) = accounts_of(case)
    assert [round(part) for part in account.live] == [1640, 1467, 1766]
    assert account.live_share[0] == pytest.approx(0.82)


def test_followers_gained_since_are_judged_by_their_own_audit():
    """1,000 at 80 of 100, and 600 more at 20 of 100: 800 + 120 alive; the errors add in quadrature."""
    share = (0.0, 0.0, 0.0)
    audits = [
        Audit("all", dt.date(2026, 8, 22), 100, 80, share),
        Audit("gained", dt.date(2026, 9, 28), 100, 20, share),
    ]
    counts = pd.Series([1_000.0, 1_600.0], index=pd.to_datetime(["2026-08-22", "2026-10-31"]))
    value, low, high = live_of(audits, counts)
    assert value == pytest.approx(920)
    assert (low, high) == pytest.approx((920 - math.hypot(88.8, 40.0), 920 + math.hypot(66.7, 53.3)), abs=1)


def test_an_audit_of_those_gained_before_changes_nothing():
    share = (0.0, 0.0, 0.0)
    audits = [
        Audit("all", dt.date(2026, 9, 28), 100, 80, share),
        Audit("gained", dt.date(2026, 9, 28), 100, 20, share),
    ]
    counts = pd.Series([1_000.0], index=pd.to_datetime(["2026-10-31"]))
    assert live_of(audits, counts)[0] == pytest.approx(800)


@pytest.mark.parametrize(
    ("alive", "says"),
    [(90, ("PASS", "alive")), (65, ("REVIEW", "partly alive")), (30, ("FAIL", "dead"))],
)
def test_the_audit_decides(a_client, alive, says):
    case = a_client(
        followers=counted(("2026-10-31", 2_000)), audits=[audited(100, alive)], daily=followed_daily()
    )
    assert found(case) == [says, ("PASS", "no sign")]


def test_of_those_gained_31_of_120_alive_is_a_fail(a_client):
    case = a_client(
        followers=counted(("2026-10-31", 2_000)),
        audits=[audited(120, 31, scope="gained")],
        daily=followed_daily(),
    )
    assert found(case) == [("NO DATA", "no audit"), ("FAIL", "gained dead"), ("PASS", "no sign")]


def test_without_audit_count_or_growth_there_is_no_data(a_client):
    assert found(a_client()) == [("NO DATA", "no audit"), ("NO DATA", "no growth")]
    assert found(a_client(audits=[audited(100, 90)]))[0] == ("NO DATA", "no count")


def test_many_followers_and_few_likes_are_a_sign(a_client):
    rows = {"daily": followed_daily(), "followers": counted(("2026-10-31", 10_000))}
    assert found(a_client(posts=liked(10), **rows))[1] == ("REVIEW", "few likes")
    assert found(a_client(posts=liked(11), **rows))[1] == ("PASS", "no sign")
    rows["followers"] = counted(("2026-10-31", 9_999))
    assert found(a_client(posts=liked(10), **rows))[1] == ("PASS", "no sign")


def test_a_jump_is_a_sign_unless_spend_or_a_contest_explains_it(a_client):
    rows = {"daily": followed_daily(d15=900), "followers": counted(("2026-10-31", 9_000))}
    assert found(a_client(**rows))[1] == ("REVIEW", "jump")
    day = pd.Timestamp("2026-10-15")
    spent = {"platform": "vk", "start": day, "end": day, "spend": 500.0, "currency": "RUB"}
    assert found(a_client(ads=[spent], **rows))[1] == ("PASS", "no sign")
    assert found(a_client(ads=[spent | {"platform": "x"}], **rows))[1] == ("REVIEW", "jump")
    (account,) = accounts_of(a_client(**rows), contests=[day.date()])
    assert [(jump.date, jump.gained, jump.explained) for jump in account.jumps] == [(day.date(), 900, True)]


def test_both_signs_are_told_together(a_client):
    rows = {"daily": followed_daily(d15=900), "followers": counted(("2026-10-31", 12_000))}
    assert found(a_client(posts=liked(3), **rows))[1] == ("REVIEW", "jump and few likes")


def test_a_jump_after_the_last_audit_makes_it_old(a_client):
    rows = {"daily": followed_daily(d25=900), "followers": counted(("2026-10-31", 2_000))}
    assert found(a_client(audits=[audited(100, 90)], **rows))[0] == ("REVIEW", "old audit")
    assert found(a_client(audits=[audited(100, 90, "2026-10-26")], **rows))[0] == ("PASS", "alive")


def test_two_followers_on_a_quiet_day_are_no_jump(a_client):
    quiet = {f"d{day}": 0 for day in range(1, 31)}
    assert found(a_client(daily=followed_daily(0, **quiet, d31=2)))[1] == ("PASS", "no sign")


def test_weekly_counts_say_nothing_of_days(a_client):
    weekly = counted(("2026-10-03", 100), ("2026-10-10", 110), ("2026-10-17", 300), ("2026-10-24", 310))
    assert found(a_client(followers=weekly))[1] == ("NO DATA", "no growth")


def test_daily_counts_stand_in_for_follows(a_client):
    days = pd.date_range("2026-10-01", "2026-10-31")
    counts = [1_000 + 5 * i + i % 2 + (800 if day.day >= 20 else 0) for i, day in enumerate(days)]
    daily = counted(*[(f"{day:%Y-%m-%d}", count) for day, count in zip(days, counts, strict=True)])
    (account,) = accounts_of(a_client(followers=daily))
    assert [jump.date.day for jump in account.unexplained] == [20]


def test_only_a_day_dearer_than_usual_explains():
    days = pd.date_range("2026-10-01", "2026-10-10")
    ads = pd.DataFrame({"start": days, "end": days, "spend": [100.0] * 9 + [250.0]})
    assert paid_days(ads, days) == [days[-1]]
    assert paid_days(ads, days[:9]) == []
    assert paid_days(ads.iloc[:0], days) == []


def test_engagement_is_set_against_those_alive_too(a_client):
    """100 followers, half of them alive: the rate by followers alive is twice as high."""
    case = a_client(followers=counted(("2026-10-01", 100)), audits=[audited(100, 50)], posts=liked(2, 12))
    (account,) = accounts_of(case)
    assert account.er_followers[0] == pytest.approx(0.04)
    assert account.er_live[0] == pytest.approx(0.08)


def test_another_account_of_the_platform_is_not_counted(a_client):
    others = [row | {"account": "theirs", "role": "competitor"} for row in counted(("2026-10-31", 50_000))]
    (account,) = accounts_of(a_client(followers=others))
    assert account.followers is None
