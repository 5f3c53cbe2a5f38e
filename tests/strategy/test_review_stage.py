"""Stage 08: X6 and R8.1 with PASS and, one input flipped, otherwise; parts, season, prior, actions."""

import dataclasses
import datetime as dt
import math

import pandas as pd
import pytest

from smmtools.inputs.benchmarks import RateBenchmark
from smmtools.inputs.plans import ApprovedPlan
from smmtools.measures.kpis import REGISTRY
from smmtools.present import wording
from smmtools.strategy import (
    answers,
    earnings,
    looks,
    plan_actual,
    post_results,
    prior,
    review,
    season,
    to_do,
    watch_values,
)
from smmtools.strategy.earnings import ChannelChange, Counts
from smmtools.strategy.published import carried_out, planned_and_published
from smmtools.strategy.verdicts import Grade, Verdict

UTC = "UTC"
DAYS = pd.date_range("2026-10-01", "2026-10-31", freq="D")


def approved(case, plan, *, when="2026-09-30", version=1, earlier=()):
    """The case with a plan approved for October."""
    made = ApprovedPlan("2026-10", version, "Ann", when, f"{version}" * 64, plan)
    return dataclasses.replace(case, plans=(*earlier, made))


def verdict(found, start):
    """Grade and finding of the one X6 verdict whose finding begins so."""
    hits = [(each.grade.value, each.finding) for each in found if each.finding.startswith(start)]
    assert len(hits) == 1, hits
    return hits[0]


def compared(case, plan, **changes):
    return plan_actual.compare(approved(case, plan, **changes), (), None).verdicts


def orders(month, count, value=100.0, kind="order", source="vk", medium="cpc", **more):
    """So many orders spread over the days of a month."""
    days = pd.period_range(month, month, freq="M")[0]
    start = days.start_time.tz_localize(UTC)
    return [
        {
            "ordered_at": start + pd.Timedelta(days=nth % days.days_in_month, hours=9),
            "order_id": f"{month}-{kind}-{source}-{nth}",
            "kind": kind,
            "value": value,
            "currency": "RUB",
            "source": source,
            "medium": medium,
        }
        | more
        for nth in range(count)
    ]


def ad(month, impressions, clicks, spend=1_000.0, **more):
    day = f"{month}-01"
    return {
        "platform": "vk", "start": day, "end": day, "currency": "RUB", "spend": spend,
        "impressions": impressions, "link_clicks": clicks,
    } | more  # fmt: skip


# --- the approved plan


def test_without_an_approved_plan_there_is_no_data(a_client):
    found = plan_actual.compare(a_client(orders=orders("2026-10", 3)), (), None)
    assert (found.plan, found.compared) == (None, ())
    assert verdict(found.verdicts, "no approved") == ("NO DATA", "no approved plan")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-09-30", ("PASS", "approved")),
        ("2026-10-09", ("REVIEW", "begun without")),
        ("2026-11-02", ("REVIEW", "approved afterwards")),
    ],
)
def test_when_the_plan_was_approved(a_client, when, expected):
    assert compared(a_client(orders=orders("2026-10", 3)), {}, when=when)[0].finding == expected[1]
    assert compared(a_client(orders=orders("2026-10", 3)), {}, when=when)[0].grade.value == expected[0]


def test_the_newest_version_counts_and_all_are_shown(a_client):
    first = ApprovedPlan("2026-10", 1, "Ann", "2026-09-30", "1" * 64, {"budget": {"media": 1.0}})
    case = approved(
        a_client(ads=[ad("2026-10", 10, 1)]), {"budget": {"media": 1_000.0}}, when="2026-10-12", version=2,
        earlier=(first,),
    )  # fmt: skip
    found = plan_actual.compare(case, (), None)
    assert found.plan.version == 2
    assert [each.version for each in found.versions] == [1, 2]
    assert verdict(found.verdicts, "approved") == ("PASS", "approved")
    assert verdict(found.verdicts, "spend") == ("PASS", "spend, carried out")


def test_a_plan_without_a_part_is_not_judged_by_it(a_client):
    found = compared(a_client(ads=[ad("2026-10", 10, 1)]), {"goals": None, "content": {"posts": None}})[1:]
    assert {each.grade for each in found} == {Grade.NO_DATA}
    assert [each.finding for each in found] == [
        "goal, not planned", "indicator, not planned", "posts, not planned", "spend, not planned",
        "conversions, not planned", "replies, not planned",
    ]  # fmt: skip


# --- goals


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (620, ("PASS", "goal, met")),
        (700, ("PASS", "goal, ahead")),
        (610, ("REVIEW", "goal, cannot be told")),
        (478, ("FAIL", "goal, not met")),
    ],
)
def test_a_goal_is_held_against_the_plans_target_with_its_doubt(a_client, a_goal, count, expected):
    case = a_client(orders=orders("2026-10", count, kind="application", medium="social"))
    assert verdict(compared(case, {"goals": {"goals": [a_goal()]}}), "goal") == expected


def test_the_goal_of_the_plan_counts_not_the_briefs(a_client, a_goal, briefed):
    case = a_client(
        orders=orders("2026-10", 478, kind="application", medium="social"), brief=briefed([a_goal()])
    )
    plan = {"goals": {"goals": [a_goal(target=15.0)]}}
    assert verdict(compared(case, plan), "goal") == ("PASS", "goal, met")


def test_a_goal_that_cannot_be_read_is_said(a_client):
    plan = {"goals": {"goals": [{"name": "Fame", "target": -3}]}}
    assert verdict(compared(a_client(orders=orders("2026-10", 3)), plan), "goal") == (
        "NO DATA",
        "goal, unreadable",
    )


# --- watched indicators


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (0.005, ("PASS", "indicator, met")),
        (0.010, ("REVIEW", "indicator, cannot be told")),
        (0.020, ("FAIL", "indicator, not met")),
        (None, ("NO DATA", "indicator, no target")),
    ],
)
def test_a_watched_indicator_is_held_against_its_target(a_client, target, expected):
    rows = [
        ad("2026-10", 1_000, 9 + nth % 3, start=f"2026-10-{nth:02d}", end=f"2026-10-{nth:02d}")
        for nth in range(1, 21)
    ]
    plan = {"indicators": {"watched": [{"key": "ctr", "channel": "vk", "target": target}]}}
    assert verdict(compared(a_client(ads=rows), plan), "indicator") == expected


def test_an_indicator_of_too_few_rows_cannot_be_told_and_none_has_no_data(a_client):
    plan = {"indicators": {"watched": [{"key": "ctr", "channel": "vk", "target": 0.01}]}}
    few = compared(a_client(ads=[ad("2026-10", 1_000, 12)]), plan)
    assert verdict(few, "indicator") == ("REVIEW", "indicator, no interval")
    none = compared(a_client(orders=orders("2026-10", 3)), plan)
    assert verdict(none, "indicator") == ("NO DATA", "indicator, no data")
    unknown = {"indicators": {"watched": [{"key": "fame", "target": 1}]}}
    assert verdict(compared(a_client(ads=[ad("2026-10", 1_000, 12)]), unknown), "indicator") == (
        "NO DATA",
        "indicator, unreadable",
    )


def test_a_census_has_no_doubt(a_client):
    rows = [
        {"platform": "vk", "account": "ours", "role": "own", "date": day, "count": count}
        for day, count in (("2026-09-30", 1_000), ("2026-10-31", 1_020))
    ]
    for target, expected in ((0.02, ("PASS", "met as counted")), (0.03, ("FAIL", "not met as counted"))):
        plan = {"indicators": {"watched": [{"key": "audience_growth", "channel": "vk", "target": target}]}}
        grade, finding = verdict(compared(a_client(followers=rows), plan), "indicator")
        assert (grade, finding) == (expected[0], f"indicator, {expected[1]}")


def test_lower_is_better_where_the_registry_says_so():
    cost = (100.0, 80.0, 120.0)
    assert [plan_actual.against_target(cost, target, "lower") for target in (130, 100, 70)] == [
        "met", "cannot be told", "not met",
    ]  # fmt: skip


# --- posts, money, replies


@pytest.mark.parametrize(
    ("posted", "expected"),
    [
        (4, ("PASS", "posts, carried out")),
        (3, ("REVIEW", "posts, lacking")),
        (1, ("FAIL", "posts, mostly lacking")),
    ],
)
def test_planned_posts_are_looked_for(a_client, posted, expected):
    at = [f"2026-10-0{nth}T10:00:00+00:00" for nth in range(1, 5)]
    planned = [
        {"plan_id": f"plan{nth}", "platform": "vk", "at": when, "text": "One two three"}
        for nth, when in enumerate(at)
    ]
    posts = [
        {
            "platform": "vk", "account": "ours", "role": "own", "post_id": str(nth),
            "published": pd.Timestamp(when), "plan_id": f"plan{nth}", "text": "One two three",
        }
        for nth, when in enumerate(at[:posted])
    ]  # fmt: skip
    case = approved(a_client(posts=posts), {"content": {"posts": planned}})
    carried = carried_out(case, planned_and_published(case))
    assert verdict(plan_actual.compare(case, carried, None).verdicts, "posts") == expected


@pytest.mark.parametrize(
    ("spend", "expected"),
    [(1_049, ("PASS", "spend, carried out")), (1_051, ("REVIEW", "spend, overspent")),
     (801, ("PASS", "spend, carried out")), (799, ("REVIEW", "spend, underspent"))],
)  # fmt: skip
def test_money_is_held_against_the_approved_sum(a_client, spend, expected):
    case = a_client(ads=[ad("2026-10", 10, 1, spend)])
    assert verdict(compared(case, {"budget": {"media": 1_000.0}}), "spend") == expected


def test_a_plan_in_another_currency_needs_its_rate(a_client, briefed):
    plan = {"budget": {"media": 10.0, "currency": "USD"}}
    case = a_client(ads=[ad("2026-10", 10, 1, 1_000)])
    assert verdict(compared(case, plan), "spend") == ("FAIL", "spend, no rate")
    fx = {"USD": {"rate": 100.0, "date": "2026-10-31", "source": "bank"}}
    rated = a_client(ads=[ad("2026-10", 10, 1, 1_000)], brief=briefed(fx=fx))
    assert verdict(compared(rated, plan), "spend") == ("PASS", "spend, carried out")


def test_ads_in_a_currency_without_a_rate_are_not_dropped_silently(a_client):
    case = a_client(ads=[ad("2026-10", 10, 1, 1_000), ad("2026-10", 10, 1, 5, currency="USD")])
    assert verdict(compared(case, {"budget": {"media": 1_000.0}}), "spend") == ("FAIL", "spend, no rate")


def test_no_spend_on_file_is_no_data(a_client):
    case = a_client(orders=orders("2026-10", 3))
    assert verdict(compared(case, {"budget": {"media": 1_000.0}}), "spend") == ("NO DATA", "spend, no data")


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (0, ("PASS", "replies, met")),
        (8, ("REVIEW", "replies, cannot be told")),
        (25, ("FAIL", "replies, not met")),
    ],
)
def test_the_promise_of_the_plan_is_held_against_the_answers(a_client, late, expected):
    asked = pd.Timestamp("2026-10-05 10:00", tz=UTC)
    rows = [
        {
            "platform": "vk", "account": "ours", "comment_id": str(nth), "created": asked, "by_us": False,
            "replied_at": asked + pd.Timedelta(hours=9 if nth < late else 1),
        }
        for nth in range(40)
    ]  # fmt: skip
    rows.append(
        rows[0] | {"comment_id": "ours", "by_us": True, "created": pd.Timestamp("2026-10-31", tz=UTC)}
    )
    case = approved(a_client(comments=rows), {"communication": {"decision": {"promise_hours": 2.0}}})
    answered = answers.answers_of(case, plan_actual.promise_of(case.plans[0]))
    assert verdict(plan_actual.compare(case, (), answered).verdicts, "replies") == expected


# --- revenue


def sold(a_client, before, now, **more):
    rows = [*orders("2026-09", before[0], before[1]), *orders("2026-10", now[0], now[1])]
    ads = [ad("2026-09", 10_000, 100), ad("2026-10", 12_000, 120)]
    return a_client(orders=[*rows, *more.pop("others", [])], ads=ads, **more)


def test_parts_and_rest_are_the_whole_change(a_client):
    others = [
        *orders("2026-09", 2, 50.0, source="friend", medium="asked"),
        *orders("2026-10", 5, 70.0, source=None, medium=None),
        *orders("2026-10", 1, 90.0, medium="social"),
    ]
    found = earnings.change_of(sold(a_client, (10, 100.0), (15, 110.0), others=others))
    assert (found.before, found.now) == (1_100.0, 2_090.0)
    assert [(each.platform, each.part) for each in found.split] == [("vk", "ads")]
    assert {(each.platform, each.part) for each in found.apart} == {
        ("vk", "posts"), ("", "elsewhere"), ("", "unknown"),
    }  # fmt: skip
    assert math.fsum([*found.parts.values(), found.rest]) == pytest.approx(found.change, rel=1e-12)


def test_revenue_up_while_conversion_falls_is_reviewed(a_client):
    up = verdict(review.assess(sold(a_client, (10, 100.0), (14, 100.0))).verdicts, "revenue")
    assert up == ("PASS", "revenue, up")
    mixed = verdict(review.assess(sold(a_client, (60, 100.0), (20, 400.0))).verdicts, "revenue")
    assert mixed == ("REVIEW", "revenue, up while conversion falls")
    down = verdict(review.assess(sold(a_client, (60, 100.0), (20, 100.0))).verdicts, "revenue")
    assert down == ("REVIEW", "revenue, down")


def test_what_may_be_chance_or_cannot_be_split_is_not_named_the_cause(a_client):
    mixed = verdict(review.assess(sold(a_client, (10, 100.0), (9, 200.0))).verdicts, "revenue")
    assert mixed == ("REVIEW", "revenue, up while conversion may fall")
    down = verdict(review.assess(sold(a_client, (10, 100.0), (5, 100.0))).verdicts, "revenue")
    assert down == ("REVIEW", "revenue, down maybe")
    others = orders("2026-09", 9, 900.0, source=None, medium=None)
    unsplit = review.assess(sold(a_client, (10, 100.0), (9, 100.0), others=others))
    assert verdict(unsplit.verdicts, "revenue") == ("REVIEW", "revenue, down unsplit")


def test_a_shift_of_the_mix_is_no_change_of_conversion():
    def channel(platform, impressions, clicks, count):
        return Counts(impressions, clicks, count, count * 100.0), platform

    (dear, _), (cheap, _) = channel("a", 1_000, 100, 10), channel("b", 1_000, 100, 2)
    (dear_now, _), (cheap_now, _) = channel("a", 1_000, 100, 10), channel("b", 10_000, 1_000, 20)
    found = earnings.split_of(
        [ChannelChange("a", "ads", dear, dear_now), ChannelChange("b", "ads", cheap, cheap_now)]
    )
    assert found.parts["conversion_rate"] == pytest.approx(0.0, abs=1e-9)
    assert found.parts["impressions"] == pytest.approx(1_800.0)
    assert not any(each.conversion.clear for each in found.split)


def test_a_channel_that_sells_without_clicks_cannot_be_split():
    whole, bare = Counts(100, 10, 1, 50.0), Counts(100, 0, 1, 50.0)
    found = earnings.split_of([ChannelChange("vk", "ads", whole, bare)])
    assert (found.split, len(found.apart), found.rest) == ((), 1, 0.0)
    opened = earnings.split_of([ChannelChange("vk", "ads", Counts(), whole)])
    assert opened.parts["impressions"] == pytest.approx(50.0)


def test_without_orders_in_both_months_there_is_nothing_to_explain(a_client):
    for rows in ([], orders("2026-10", 5)):
        case = a_client(orders=rows, ads=[ad("2026-10", 100, 10)])
        assert verdict(review.assess(case).verdicts, "revenue") == ("NO DATA", "revenue, no orders")


def test_orders_in_a_currency_without_a_rate_fail(a_client):
    others = orders("2026-10", 1, currency="USD", source="instagram")
    case = sold(a_client, (10, 100.0), (9, 200.0), others=others)
    assert verdict(review.assess(case).verdicts, "revenue") == ("FAIL", "revenue, no rate")


def test_metas_one_account_takes_the_paid_orders_of_its_platforms(a_client):
    paid = orders("2026-10", 2, source="instagram")
    table = earnings.monthly(
        a_client(orders=paid, ads=[ad("2026-10", 100, 10, platform="meta")]), pd.Period("2026-10")
    )
    assert table.index.tolist() == [("meta", "ads")]
    assert table["revenue"].tolist() == [200.0]


# --- the three looks


def test_placements_are_a_channel_of_their_own_as_in_the_budget(a_client):
    bought = orders("2026-10", 2, campaign="placement-mums")
    case = a_client(
        ads=[ad("2026-10", 1_000, 40), ad("2026-10", 500, 9, campaign="placement-mums")],
        orders=[*orders("2026-10", 3, campaign="delivery"), *bought],
    )
    table = earnings.monthly(case, pd.Period("2026-10", "M"))
    assert table.loc[("vk", "ads"), ["clicks", "orders"]].tolist() == [40, 3]
    assert table.loc[("vk", "placements"), ["clicks", "orders"]].tolist() == [9, 2]


def looked_at(case):
    return looks.looks_of(case, post_results.results_of(case), ())


def reached(month, value, count=28):
    return [
        {"platform": "vk", "account": "ours", "date": f"{month}-{nth:02d}", "measure": "reach",
         "value": value + nth % 3}
        for nth in range(1, count + 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "expected"),
    [(150, ("PASS", "reach growing")), (100, ("PASS", "reach steady")), (60, ("REVIEW", "reach falling"))],
)
def test_reach_grows_or_not(a_client, now, expected):
    case = a_client(daily=[*reached("2026-09", 100), *reached("2026-10", now)])
    assert verdict(looked_at(case).verdicts, "reach") == expected


def test_one_month_of_reach_has_no_trend_and_none_no_data(a_client):
    alone = looked_at(a_client(daily=reached("2026-10", 100)))
    assert verdict(alone.verdicts, "reach") == ("NO DATA", "reach unknown")
    none = looked_at(a_client(orders=orders("2026-10", 3)))
    assert verdict(none.verdicts, "no reach") == ("NO DATA", "no reach")
    assert verdict(none.verdicts, "no posts") == ("NO DATA", "no posts")


def test_a_month_that_one_day_made_has_no_interval(a_client):
    jump = [row | {"value": 3_000} if row["date"].endswith("14") else row for row in reached("2026-10", 5)]
    case = a_client(daily=[*reached("2026-09", 100), *jump])
    assert verdict(looked_at(case).verdicts, "reach") == ("NO DATA", "reach unknown")


def test_the_post_that_engaged_most_leads(a_client):
    rows = [
        {
            "platform": "vk", "account": "ours", "role": "own", "post_id": str(nth), "reach": 1_000,
            "published": pd.Timestamp(f"2026-10-{nth:02d} 10:00", tz=UTC),
            "likes": 200 if nth == 7 else 20 + nth % 5, "comments": 0, "shares": 0,
        }
        for nth in range(1, 16)
    ]  # fmt: skip
    found = looked_at(a_client(posts=rows))
    assert verdict(found.verdicts, "engaged most") == ("PASS", "engaged most")
    assert found.top[0].published.day == 7
    few = looked_at(a_client(posts=rows[:5]))
    assert verdict(few.verdicts, "too few") == ("NO DATA", "too few posts")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.9, (Grade.PASS, "subscribers on target")),
        (0.6, (Grade.FAIL, "subscribers off target")),
        (None, (Grade.NO_DATA, "subscribers unknown")),
    ],
)
def test_the_subscribers_are_the_target_or_not(value, expected):
    grade = {0.9: Grade.PASS, 0.6: Grade.FAIL, None: Grade.NO_DATA}[value]
    found = looks._of_subscribers([Verdict("A1", "audience", grade, "any", value, 0.85, {"platform": "vk"})])
    assert (found.grade, found.finding) == expected


# --- the season and the prior


def test_the_same_month_last_year_is_set_beside(a_client, a_goal, briefed):
    goal = briefed([a_goal()])
    rows = [
        row
        for month in pd.period_range("2025-10", "2026-10", freq="M")
        for row in orders(str(month), 62 if month.month == 10 else 31, kind="application", medium="social")
    ]
    known = season.season_of(a_client(orders=rows, brief=goal))
    assert known.compared
    assert known.ratio[0] == 1.0
    assert known.index == pytest.approx(62 / ((62 + 11 * 31) / 12))
    recent = season.season_of(a_client(orders=orders("2026-10", 62, kind="application"), brief=goal))
    assert not recent.compared
    assert recent.spread == 0.15


def test_holidays_of_the_country_and_fixed_dates_lie_ahead(a_client):
    found = season.season_of(a_client(orders=orders("2026-10", 3)))
    assert (dt.date(2026, 11, 4), "Unity Day") in [(each.day, each.name) for each in found.occasions]


def with_benchmark(case):
    return dataclasses.replace(case, benchmarks={"ctr": RateBenchmark("ctr", 0.01, 200, "a report", "2026")})


def test_next_months_prior_is_eight_tenths_and_this_months_counts(a_client):
    rows = [ad("2026-09", 10_000, 100), ad("2026-10", 5_000, 100)]
    (found,) = prior.priors_of(a_client(ads=rows))
    assert found.before.counts == {"link_clicks": 100.0, "impressions": 10_000.0}
    assert found.after.counts == {"link_clicks": 180.0, "impressions": 13_000.0}
    assert found.after.months == ("2026-09", "2026-10")
    assert found.worth(found.after.counts) == 180.0


def test_the_first_prior_is_the_benchmarks_and_stays_while_nothing_is_counted(a_client):
    (found,) = prior.priors_of(with_benchmark(a_client()))
    assert found.after.counts == {"link_clicks": 200, "impressions": 20_000.0}
    assert found.after.months == ()
    (counted,) = prior.priors_of(with_benchmark(a_client(ads=[ad("2026-10", 5_000, 100)])))
    assert counted.after.counts == {"impressions": 21_000.0, "link_clicks": 260.0}


def test_months_that_the_exports_no_longer_hold_come_from_the_approved_plan(a_client):
    kept = {"month": "2026-08", "months": ["2026-07", "2026-08"],
            "counts": {"link_clicks": 1_000.0, "impressions": 100_000.0}}  # fmt: skip
    case = approved(
        a_client(ads=[ad("2026-10", 5_000, 100)]), {"review": {"priors": {"ctr": {"after": kept}}}}
    )
    (found,) = prior.priors_of(case)
    assert found.stored
    assert found.after.months == ("2026-07", "2026-08", "2026-10")
    assert found.after.counts["link_clicks"] == pytest.approx(1_000 * 0.8**2 + 100)
    overlap = approved(a_client(ads=[ad("2026-08", 10, 1), ad("2026-10", 5_000, 100)]), case.plans[0].plan)
    (own,) = prior.priors_of(overlap)
    assert (own.stored, own.after.months) == (False, ("2026-08", "2026-10"))


# --- the actions


@dataclasses.dataclass
class Found:
    verdicts: tuple
    owner: str | None = "Bob"


def says(stage, rule, grade, finding):
    return Verdict(rule, stage, grade, finding, 1.0)


def listed(stages, own=()):
    return to_do.to_do(stages, own, lambda stage: None, dt.date(2026, 10, 31))


def test_what_passed_asks_for_nothing():
    found = listed({"goals": Found((says("goals", "G2", Grade.PASS, "on track"),))})
    assert found == to_do.ToDo((), 0)


def test_money_that_ran_over_is_one_thing_to_do_not_one_a_channel():
    whole, part = (
        says("review", "X6", Grade.REVIEW, f"{what}, overspent") for what in ("spend", "channel spend")
    )
    assert [each.verdict.finding for each in listed({}, [part, whole]).actions] == ["spend, overspent"]
    assert [each.verdict.finding for each in listed({}, [part]).actions] == ["channel spend, overspent"]


def test_the_gravest_come_first_with_owner_and_date_and_decision():
    stages = {
        "goals": Found((says("goals", "R1.1", Grade.REVIEW, "hidden"),)),
        "content": Found((says("content", "K5", Grade.FAIL, "clash"),), None),
    }
    first, second = listed(stages, [says("review", "X6", Grade.NO_DATA, "no approved plan")]).actions[:2]
    assert (first.decision, first.owner, first.due) == ("content", None, dt.date(2026, 11, 7))
    assert (second.decision, second.owner, second.due) == ("goals", "Bob", dt.date(2026, 11, 14))


def test_of_one_grade_the_goal_and_what_is_lost_come_before_facts_of_the_site():
    stages = {
        "compliance": Found((says("compliance", "X5", Grade.FAIL, "missed"),)),
        "goals": Found((says("goals", "G1", Grade.FAIL, "unlikely"),)),
        "contract": Found((says("contract", "X2", Grade.FAIL, "rejected"),)),
        "communication": Found((says("communication", "X7", Grade.FAIL, "overloaded"),)),
    }
    own = [says("review", "R8.1", Grade.FAIL, "subscribers off target")]
    rules = [each.verdict.rule for each in listed(stages, own).actions]
    assert rules[0] == "G1" and {*rules[1:3]} == {"X2", "R8.1"} and rules[3:] == ["X7", "X5"]


def test_a_finding_is_told_once_and_seven_at_most():
    own = [says("review", "X6", Grade.FAIL, "goal, not met")]
    stages = {"goals": Found((says("goals", "G2", Grade.FAIL, "behind"),))}
    assert [each.verdict.rule for each in listed(stages, own).actions] == ["X6"]
    assert [each.verdict.rule for each in listed(stages).actions] == ["G2"]
    same = [says("audience", "R2.1", Grade.FAIL, f"no {part}") for part in ("size", "need")]
    (grouped,) = listed({"audience": Found(tuple(same))}).actions
    assert grouped.same == 2
    many = Found(tuple(says("content", f"R4.{nth}", Grade.FAIL, "any") for nth in range(9)))
    found = listed({"content": many})
    assert (len(found.actions), found.more) == (7, 2)


# --- what is told of an indicator


def test_every_indicator_of_a_plan_has_its_remedy():
    known = {key for keys in plan_actual.FAMILIES.values() for key in keys}
    assert set(REGISTRY) | set(watch_values.COUNTS) == known
    assert set(plan_actual.FAMILIES) == set(wording.review.MEND)


def test_return_on_ad_spend_is_told_in_times_and_not_in_percent(a_client):
    spent = [ad("2026-10", 100, 10, 100.0)]
    plan = {"indicators": {"watched": [{"key": "roas", "channel": "vk", "target": 3.0}]}}
    found = plan_actual.compare(approved(a_client(ads=spent, orders=orders("2026-10", 3)), plan), (), None)
    assert [each.unit for each in found.compared if each.kind == "indicator"] == ["count"]


def grown(a_client, alive, keys=("audience_growth",)):
    """A client who gained 3 % in October, and an audit of those gained in September."""
    counts = [
        {"platform": "vk", "account": "ours", "role": "own", "date": day, "count": count}
        for day, count in (("2026-09-30", 1_000), ("2026-10-31", 1_030))
    ]
    audit = {"platform": "vk", "account": "ours", "drawn_at": "2026-09-28", "scope": "gained",
             "n": 100, "alive": alive}  # fmt: skip
    goals = [{"key": key, "name": key.title()} for key in ("first", "second")]
    watched = [
        {"key": "audience_growth", "channel": None, "target": 0.02, "goal": each["key"]} for each in goals
    ]
    case = a_client(followers=counts, audits=[audit])
    found = plan_actual.compare(
        approved(case, {"indicators": {"watched": watched}, "goals": {"goals": goals}}), (), None
    )
    return [each for each in found.compared if each.kind == "indicator"]


def test_growth_met_by_count_is_no_pass_where_most_of_those_gained_are_dead(a_client):
    assert [each.finding for each in grown(a_client, 82)] == ["met as counted"] * 2
    dead = grown(a_client, 26)
    assert [(each.finding, each.grade.value) for each in dead] == [("met, few alive", "REVIEW")] * 2
    assert dead[0].facts["alive_share"] == 0.26 and str(dead[0].facts["drawn"]) == "2026-09-28"


def test_an_indicator_that_two_goals_are_watched_by_names_its_goal(a_client):
    assert [each.facts["goal"] for each in grown(a_client, 82)] == ["First", "Second"]


def test_who_was_counted_is_told_with_the_match():
    a1 = Verdict("A1", "audience", Grade.FAIL, "off target", 0.6, 0.7,
                 {"platform": "vk", "population": "visitors", "breakdown": "sex and age"})  # fmt: skip
    found = looks._of_subscribers([a1])
    assert (found.facts["population"], found.facts["breakdown"]) == ("visitors", "sex and age")


def test_a_fixed_date_says_what_goes_out_on_it(a_client, briefed):
    topic = {"key": "last_day", "channel": "vk", "format": "photo", "function": "sell", "about": "brand",
             "texts": ["The last day to order."]}  # fmt: skip
    fixed = [{"date": dt.date(2026, 11, 2), "topic": "last_day"}]
    decision = {"since": "2026-10", "by": "A", "why": "B", "topics": [topic], "fixed": fixed,
                "channels": [{"platform": "vk", "posts": 2}]}  # fmt: skip
    brief = briefed(decisions={"content": [decision]})
    told = [each for each in season.season_of(a_client(brief=brief)).occasions if not each.holiday]
    assert [(each.name, each.text) for each in told] == [("last_day", "The last day to order.")]
