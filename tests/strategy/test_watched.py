"""M4 on a client's data: a set is whole, its targets can be seen; each input flipped says otherwise."""

import math
from dataclasses import replace

import pandas as pd
import pytest
from indicator_cases import ads, decided, followers, of_rule, orders, posts, visits, watched

from smmtools.measures.kpis import KpiValue
from smmtools.strategy import indicators
from smmtools.strategy.watch_history import Past, beyond_any

LINE = {"item": "Ads", "kind": "ads", "quantity": 1, "unit": "month",
        "price": {"low": 900, "mode": 900, "high": 900}}  # fmt: skip
SALES = (
    watched("conversion_site", 0.02, 0.06),
    watched("ctr", 0.008, 0.011),
    watched("aov", 850, 950),
    watched("cpl", 60, 80, role="guard"),
)


@pytest.fixture
def assessed(a_client, briefed, a_goal):
    """Stage 06 of a client with one sales goal and these indicators."""

    def assess(*entries, goal=None, rows=None, budget=None, **more):
        brief = briefed([goal or a_goal()])
        decisions = brief.decisions.model_dump(mode="json")
        decisions = {name: taken for name, taken in decisions.items() if taken}
        if entries:
            decisions["indicators"] = decided(*entries, **more)
        if budget:
            decisions["budget"] = [
                {"since": "2026-09", "by": "A", "why": "B", "cap": 9_000, "lines": [LINE], **budget}
            ]
        said = brief.model_dump(mode="json") | {"decisions": decisions}
        kinds = [*orders(40), *orders(60, "application", medium="cpc")]
        given = {"orders": kinds, "ads": ads(), "traffic": visits(), "posts": posts(),
                 "followers": followers("ours")} | (rows or {})  # fmt: skip
        return indicators.assess(a_client(brief=type(brief).model_validate(said), **given))

    return assess


def only(found):
    return {each.key: each for each in found.goals[0].watched}


def test_a_whole_set_whose_targets_can_be_seen_passes(assessed):
    found = assessed(*SALES)
    assert of_rule(found, "M4") == [("PASS", "watched")]
    assert [each.role for each in found.goals[0].watched] == ["primary", "supporting", "supporting", "guard"]


@pytest.mark.parametrize(
    ("entry", "verdict"),
    [
        (watched("conversion_site", 0.02, 0.021), ("REVIEW", "cannot be seen, trials")),
        (watched("conversion_site", 0.02, None), ("NO DATA", "lacks parts")),
        (watched("conversion_site", 0.02, 0.06, owner=None), ("NO DATA", "lacks parts")),
        (watched("conversion_site", 0.06, 0.02), ("REVIEW", "wrong way")),
        (watched("conversion_site", 2, 6), ("FAIL", "cannot be")),
        (watched("conversion_site", 0, 0.06), ("FAIL", "cannot be")),
        (watched("fame", 1, 2, role="primary", source="x"), ("FAIL", "unknown indicator")),
        (watched("vtr", 0.1, 0.2, role="primary", source="x"), ("NO DATA", "not measured")),
    ],
)
def test_one_input_flipped_is_told(assessed, entry, verdict):
    assert of_rule(assessed(entry, *SALES[1:]), "M4") == [verdict]


def test_what_is_lacking_is_named(assessed):
    found = assessed({"indicator": "aov"}, *SALES)
    lacking = next(each for each in found.verdicts if each.finding == "lacks parts")
    assert lacking.facts["parts"] == ("baseline", "target", "owner")


@pytest.mark.parametrize(
    ("entries", "roles"),
    [
        (SALES[1:], ("primary",)),
        (SALES[:3], ("guard",)),
        ((SALES[0], SALES[1], SALES[3]), ("supporting",)),
    ],
)
def test_a_set_that_is_not_whole_names_the_role(assessed, entries, roles):
    found = assessed(*entries)
    assert of_rule(found, "M4") == [("REVIEW", "set")]
    assert next(each for each in found.verdicts if each.finding == "set").facts["roles"] == roles


def test_without_a_decision_the_choice_for_the_type_is_shown_and_asked_for(assessed):
    found = assessed()
    assert of_rule(found, "M4") == [("NO DATA", "undecided")]
    assert found.goals[0].watched[0].key == "conversion_site" and found.goals[0].watched[-1].key == "romi"
    assert found.owner is None


def test_a_goal_without_a_type_and_an_entry_of_no_goal_are_told(assessed, a_goal):
    assert of_rule(assessed(goal=a_goal(type=None)), "M4") == [("NO DATA", "no type")]
    stray = watched("ctr", 0.01, 0.02, goal="other")
    assert ("REVIEW", "no such goal") in of_rule(assessed(*SALES, stray), "M4")


def test_no_goal_at_all_is_no_data(a_client):
    assert of_rule(indicators.assess(a_client()), "M4") == [("NO DATA", "no goal")]


def test_few_ads_say_nothing_of_chance(assessed):
    found = assessed(*SALES, rows={"ads": ads(6), "orders": orders(40)})
    states = {key: each.state for key, each in only(found).items()}
    assert (states["ctr"], only(found)["ctr"].dispersion) == ("spread unknown", None)


def test_the_sample_counts_what_varies_together_for_less(assessed):
    """Ads whose clicks swing threefold need a larger sample than even ones."""
    even, uneven = (
        only(assessed(*SALES, rows={"ads": [row | {"link_clicks": clicks[i % 2]} for i, row in
                                            enumerate(ads())]}))["ctr"]
        for clicks in ((100, 100), (50, 150))
    )  # fmt: skip
    assert even.dispersion == 1.0 and uneven.dispersion == pytest.approx(26.5, abs=1)
    assert uneven.sample.number > 20 * even.sample.number


def test_a_count_is_an_average_a_day_and_its_sample_is_days(assessed):
    found = only(assessed(*SALES, watched("applications", 1, 3), watched("sessions", 25, 31)))
    assert found["applications"].value.value == pytest.approx(60 / 28)
    assert (found["applications"].sample.unit, found["applications"].state) == ("days", "whole")
    assert found["sessions"].value.value == 30 and math.isnan(found["sessions"].value.low)


def test_an_image_goals_indicators_are_proxies_and_a_sales_goals_are_none(assessed, a_goal):
    image = assessed(watched("audience_growth", 0.01, 0.02, role="primary"), goal=a_goal(type="brand"))
    assert only(image)["audience_growth"].proxy and image.goals[0].image
    assert ("PASS", "all counted") in of_rule(image, "M1")
    assert not any(each.proxy for each in assessed(*SALES).goals[0].watched)


def test_the_files_that_a_figure_comes_from_are_named_where_the_brief_names_none(assessed):
    found = only(assessed(*SALES, watched("sessions", 25, 31), watched("cpc", 1, 0.9, source="my sheet")))
    assert found["sessions"].source == ("ga4.csv",)
    assert found["cpc"].source == ("my sheet",)


def test_an_indicator_beside_the_usual_ones_is_asked_for_only_where_a_goal_is_watched_by_it(assessed):
    def asked(found):
        return {each.facts.get("kpi") for each in found.verdicts if each.rule == "M1"}

    beside = "Cost per link click"
    assert beside in asked(assessed(*SALES, watched("cpc", 1, 0.9)))
    assert beside not in asked(assessed(*SALES))


def test_value_of_gives_any_indicator_of_all_channels_or_of_one(assessed):
    case = assessed(*SALES).client_month
    assert indicators.value_of(case, "conversion_site").value == pytest.approx(40 / 800)
    assert indicators.value_of(case, "aov").value == 900
    assert indicators.value_of(case, "er_reach", "vk").n == 12
    assert math.isnan(indicators.value_of(case, "er_reach", "tiktok").value)
    assert math.isnan(indicators.value_of(case, "fame").value)
    assert indicators.value_of(case, "orders", "vk").value == pytest.approx(40 / 28)
    assert math.isnan(indicators.value_of(replace(case, tables={**case.tables, "orders": case.tables["orders"]
                                                               .iloc[:0]}), "orders").value)  # fmt: skip


SPLIT = {"counts": "applications", "total": 900, "unit": 10, "margin": 70, "channels": [
    {"key": "vk", "platform": "vk", "audience": 9_000, "reach_share": 0.5, "ctr": 0.1, "conversion": 0.05,
     "cost_per_click": 1, "spend": 100, "source": "a guess"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "margin", "finding"),
    [
        (watched("roas", 4, 3, role="guard"), 0.3, "target loses money, roas"),  # repaid from 3.33 on
        (watched("roas", 4, 3, role="guard"), 0.357, None),  # from 2.80 on
        (watched("roas", 4, 3, role="guard"), None, None),  # cannot be told
        (watched("cpl", 60, 80, role="guard"), None, "target loses money, cpl"),  # one leaves 70
        (watched("cpl", 60, 70, role="guard"), None, None),
        (watched("cpa", 60, 80, role="guard"), None, None),  # what an order leaves is not said
        (watched("romi", 0.1, -0.1, role="guard"), 0.5, "target loses money, romi"),
    ],
)
def test_a_target_that_loses_money_even_when_met_is_told(assessed, entry, margin, finding):
    budget = {"split": SPLIT} | ({"payback": {"margin": margin}} if margin else {})
    found = assessed(*SALES[:3], entry, budget=budget)
    told = [each for each in found.verdicts if each.rule == "M4" and "money" in each.finding]
    assert [(each.grade.value, each.finding) for each in told] == ([("REVIEW", finding)] if finding else [])
    assert not (finding and ("PASS", "watched") in of_rule(found, "M4"))


def test_the_least_return_that_pays_is_one_over_the_margin(assessed):
    found = assessed(*SALES[:3], watched("roas", 4, 3, role="guard"), budget={"payback": {"margin": 0.3}})
    (told,) = [each for each in found.verdicts if each.finding == "target loses money, roas"]
    assert (told.value, told.threshold) == (3, pytest.approx(1 / 0.3))
    assert told.facts["margin"] == pytest.approx(0.3)


def two_months():
    """A dozen posts in September at 3 likes or 4 and a comment of 100 reached, in October one more."""
    earlier = [
        row
        | {
            "post_id": f"s{row['post_id']}",
            "plan_id": None,
            "published": row["published"] - pd.Timedelta(days=30),
        }
        for row in posts(likes=3)
    ]
    return [*earlier, *posts()]


@pytest.mark.parametrize(("target", "beyond"), [(0.056, False), (0.09, True)])
def test_a_target_beyond_any_month_on_record_is_told_with_the_best_of_them(assessed, target, beyond):
    entry = watched("er_reach", 0.045, target)
    found = assessed(*SALES[:2], entry, SALES[3], rows={"posts": two_months()})
    assert [str(past.month) for past in only(found)["er_reach"].months] == ["2026-09", "2026-10"]
    told = [each for each in found.verdicts if each.finding == "target beyond any month"]
    assert bool(told) is beyond
    if beyond:
        assert (told[0].grade, told[0].threshold) == ("REVIEW", pytest.approx(0.055))
        assert told[0].facts["month"].isoformat() == "2026-10-31"
        values = [each["value"] for each in told[0].facts["baseline_months"]]
        assert values == pytest.approx([0.045, 0.055])


def test_one_month_on_record_says_nothing_of_what_is_beyond_any(assessed):
    found = assessed(*SALES[:2], watched("er_reach", 0.045, 0.09), SALES[3])
    assert only(found)["er_reach"].best is None
    assert "target beyond any month" not in [each.finding for each in found.verdicts]


def test_a_month_that_the_files_begin_in_the_middle_of_is_none_on_record(assessed):
    later = [row for row in two_months() if row["published"] >= pd.Timestamp("2026-09-09", tz="UTC")]
    found = assessed(*SALES[:2], watched("er_reach", 0.045, 0.09), SALES[3], rows={"posts": later})
    assert [str(past.month) for past in only(found)["er_reach"].months] == ["2026-10"]


def test_a_cost_is_beyond_any_month_when_it_is_lower_and_without_an_interval_by_a_quarter():
    best = Past(pd.Period("2026-09", "M"), KpiValue(40.0, math.nan, math.nan, 30, "cpl"))
    assert [beyond_any(best, "cpl", target) for target in (45, 31, 29)] == [False, False, True]


def test_of_visits_known_as_one_total_nobody_knows_how_days_vary(assessed):
    found = assessed(*SALES, watched("sessions", 25, 31))
    seen = only(found)["sessions"]
    assert (seen.value.n, seen.value.value, seen.total_only) == (1, 30, True)
    assert math.isnan(seen.there) and math.isnan(seen.value.low)
    assert of_rule(found, "M4") == [("REVIEW", "total only")]


def test_visits_of_each_day_have_an_interval_and_as_many_rows_as_days(assessed):
    """31 days of 20 and 40 visits in turn: the variance is some 3.4 times the mean."""
    daily = [
        visits(sessions=(20, 40)[day % 2], start=date, end=date)[0]
        for day, date in enumerate(pd.date_range("2026-10-01", "2026-10-31"))
    ]
    seen = only(assessed(*SALES, watched("sessions", 25, 35), rows={"traffic": daily}))["sessions"]
    assert (seen.value.n, seen.there, seen.total_only) == (31, 31, False)
    assert seen.value.low < seen.value.value < seen.value.high
    assert seen.dispersion == pytest.approx(3.4, abs=0.1)
