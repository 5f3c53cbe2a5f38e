"""Stage 06 as it is shown: its sentences, the samples' stories, and what the review reads."""

import datetime as dt
import json
from pathlib import Path

import pytest

from smmtools.inputs.client_month import open_client
from smmtools.inputs.workspace import Workspace
from smmtools.present import indicators as shown
from smmtools.present import revenue, watched, wording
from smmtools.present.kpi_figures import kpi_figure
from smmtools.present.voice import Voice
from smmtools.strategy import indicators
from smmtools.strategy.indicators import Channel
from smmtools.strategy.verdicts import Grade, Verdict

ROOT = Path(__file__).parents[2]
ENGLISH = Voice("en")
CLIENTS = ("pizza", "toys", "jewellery", "cars", "newcomer")
FACTS = {
    **{
        "goal": "Orders",
        "kpi": "Click-through rate",
        "kpis": ["Click-through rate"],
        "channel": Channel("vk"),
    },
    **{"parts": ("baseline", "source", "owner"), "roles": ("primary", "supporting", "guard"), "needed": 900},
    **{
        "there": 100.0,
        "per": "impressions",
        "platform": "vk",
        "value": 0.02,
        "low": 0.01,
        "high": 0.03,
        "percentile": 0.75,
        "n": 4,
    },
    **{
        "with": 0.02,
        "without": 0.03,
        "years": ["2026"],
        "orders": 40,
        "share": 0.9,
        "unvalued": 2,
        "links": 3,
    },
    **{"tags": 5, "personal": 1, "remarks": 2, "spellings": ["VK / vk"], "kept": ["vk"], "currency": "USD"},
    **{"target": (3, "count", "EUR"), "pays": (3.33, "count", "EUR"), "margin": 0.3},
    **{"best": (0.05, "rate", "EUR"), "month": dt.date(2026, 9, 30), "months": 3},
    **{"needs": "clicks", "channels": [Channel("vk")]},
}


@pytest.fixture(scope="module")
def stories():
    """What stage 06 finds of the sample clients in October."""
    return {slug: indicators.assess(open_client(slug, "2026-10", Workspace(ROOT))) for slug in CLIENTS}


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """The sentences and tables shown, as plain text."""
    texts: list[str] = []
    for module in (shown, watched, revenue):
        monkeypatch.setattr(module, "show_sentence", texts.append)
        for name, reads in (("show", lambda _figure, says: texts.append(says)),
                            ("show_table", lambda table: texts.append(table.text()))):  # fmt: skip
            if hasattr(module, name):
                monkeypatch.setattr(module, name, reads)
    return texts


def everything(found) -> None:
    """Call all that the notebook calls."""
    watched.show_choice(found)
    watched.show_watched(found)
    watched.show_sources(found)
    watched.show_samples(found)
    watched.show_criteria(found)
    shown.show_definitions(found)
    shown.show_left_out(found)
    shown.show_values(found)
    for key in ("er_reach", "ctr"):
        shown.show_comparison(found, key)
    watched.show_two_rates(found)
    shown.show_standings(found)
    shown.show_competitors(found)
    shown.show_comparison(found, "er_followers")
    shown.show_references(found)
    revenue.show_levels(found)
    revenue.show_channels(found)
    revenue.show_divided(found)
    revenue.show_posts(found)
    revenue.show_tags(found)


def verdicts(found, rule):
    return [each.finding for each in found.verdicts if each.rule == rule]


@pytest.mark.parametrize(("rule", "finding"), list(wording.indicators.VERDICTS))
def test_every_finding_has_its_sentences(rule, finding):
    reason, remedy = ENGLISH.verdict(Verdict(rule, "indicators", Grade.REVIEW, finding, facts=FACTS))
    assert reason and remedy and "{" not in reason + remedy


def test_a_target_that_cannot_be_seen_says_how_much_it_takes():
    reason, _ = ENGLISH.verdict(
        Verdict("M4", "indicators", Grade.REVIEW, "cannot be seen, trials", facts=FACTS)
    )
    assert reason == (
        "Orders, Click-through rate of VK: seeing the target reached takes 900 impressions before and as "
        "many after; the month has 100."
    )


@pytest.mark.parametrize("slug", CLIENTS)
def test_every_verdict_of_the_samples_can_be_said_and_everything_shown(stories, said, slug):
    found = stories[slug]
    for verdict in found.verdicts:
        assert all(ENGLISH.verdict(verdict))
    everything(found)
    texts = list(said)
    assert not [text for text in texts if "nan" in text.split() or "{" in text or "<NA>" in text]


def test_the_pizza_restaurant_is_watched_and_cannot_trace_a_quarter_of_its_orders(stories):
    found = stories["pizza"]
    assert verdicts(found, "M4") == ["watched", "cannot be seen, trials", "total only"]
    assert verdicts(found, "M5") == ["untraced", "clean"]
    assert verdicts(found, "M2") == ["at or above the middle", "below the middle"]


def test_the_toy_brands_criteria_are_called_proxies(stories, said):
    watched.show_criteria(stories["toys"])
    assert said[0].startswith("An image cannot be counted. For New followers on Facebook and Instagram")
    assert "Four criteria of an image, as proxies" in said[1]
    assert all(line in said[1] for line in ("251", "252", "253", "254"))
    assert "no orders" in verdicts(stories["toys"], "M5")
    assert all(each.proxy for goal in stories["toys"].goals for each in goal.watched)


def test_the_jewellery_shops_codes_tell_of_channels_and_its_dollars_are_converted(stories):
    earned = stories["jewellery"].revenue
    tiktok = earned.tables["channel"].set_index("platform").loc["tiktok", "orders"]
    assert (tiktok, verdicts(stories["jewellery"], "M5")) == (12, ["traced", "clean"])
    (cpc,) = stories["jewellery"].of("cpc")
    assert cpc.value.value == pytest.approx((217.52 + 654.7) * 4.21 / (889 + 2582), rel=1e-6)


def test_users_and_conversion_are_left_out_where_no_users_are_known(stories):
    tables = [table(stories["jewellery"]) for table in (revenue.by_channel, revenue.by_group)]
    assert ["users" in table.columns for table in tables] == [False, True]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)


def test_a_goal_is_named_in_its_first_row_alone(stories):
    goals = [row[0] for row in watched.watched(stories["jewellery"]).rows]
    assert goals == ["Orders from social networks", *[""] * 4, "New followers", *[""] * 3]


def test_of_a_total_the_row_says_so_and_claims_no_days(stories):
    texts = [table(stories["pizza"]).text() for table in (watched.watched, watched.samples, watched.criteria)]
    lines = [line for text in texts for line in text.splitlines() if "Sessions a day" in line]
    assert "only a month's total, no interval" in lines[0] and "only a month's total, no interval" in lines[2]
    assert "if days vary as assumed" in lines[1] and "a month's total, not its days" in lines[1]
    assert "31 days" not in lines[1]


def test_the_pizza_restaurants_ads_and_placements_are_told_apart_as_in_the_budget(stories):
    text = revenue.by_channel(stories["pizza"]).text()
    assert "VK ads" in text and "VK placements" in text and "Paid Social" not in text
    places = {str(each.channel.part) for each in stories["pizza"].of("cpl")}
    assert places == {"ads", "placements"}


def test_where_a_target_of_money_begins_to_pay_stands_beside_it(stories, said):
    watched.show_watched(stories["jewellery"])
    watched.show_watched(stories["pizza"])
    watched.show_watched(stories["cars"])
    assert "3; pays from 2.8 on" in said[0] and "RUB\xa0300; pays up to RUB\xa0350" in said[1]
    assert said[3].startswith("Whether the targets of Cost per application pay for themselves cannot be told")


def test_the_car_dealer_has_nobody_to_compare_with_and_too_few_applications(stories):
    assert verdicts(stories["cars"], "M2") == ["nobody to compare with", "ours unknown"]
    assert "set" in verdicts(stories["cars"], "M4")


def test_of_a_new_client_everything_is_no_data(stories):
    assert {each.grade for each in stories["newcomer"].verdicts} == {Grade.NO_DATA}
    assert {"M1", "M2", "M4", "M5"} == {each.rule for each in stories["newcomer"].verdicts}


def test_of_a_new_client_each_empty_section_says_once_why_and_what_to_export(stories, said):
    everything(stories["newcomer"])
    assert len(said) == 8 and not [text for text in said if "none." in text or text.count("—") > 6]
    assert "What each goal would be watched by" in said[1] and "posts with likes" in said[3]
    assert (
        said[3].startswith("Nothing was measured in October 2026") and "Ask for posts with likes" in said[3]
    )
    assert (
        said[6].startswith("No order or application of October 2026 is known")
        and "Ask for the orders" in said[6]
    )


def test_without_orders_the_toy_brands_revenue_is_one_sentence(stories, said):
    found = stories["toys"]
    revenue.show_levels(found)
    revenue.show_channels(found)
    revenue.show_divided(found)
    revenue.show_posts(found)
    assert len(said) == 1


def test_every_rule_passes_for_some_sample(stories):
    passed = {each.rule for found in stories.values() for each in found.verdicts if each.grade == "PASS"}
    assert passed == {"M1", "M2", "M4", "M5"}


@pytest.mark.parametrize("slug", CLIENTS)
def test_the_record_is_plain_json_and_holds_what_the_review_reads(stories, slug):
    record = shown.indicators_record(stories[slug])
    assert json.loads(json.dumps(record, allow_nan=False)) == record
    content = record["content"]
    assert {"kpis", "posts", "decision", "watched", "competitors", "revenue"} <= set(content)
    assert {"post", "channel", "campaign"} <= set(content["revenue"]["by"])
    parts = {"goal", "role", "key", "channel", "baseline", "target", "value", "low", "high", "n", "unit",
             "source", "cadence", "owner", "proxy", "sample"}  # fmt: skip
    assert all(
        parts <= set(each) and {"unit", "number"} <= set(each["sample"]) for each in content["watched"]
    )


def test_revenue_adds_up_however_it_is_divided(stories):
    by = shown.indicators_record(stories["pizza"])["content"]["revenue"]
    totals = {name: sum(row["revenue"] for row in rows) for name, rows in by["by"].items()}
    assert set(totals) == {"post", "channel", "group", "campaign"}
    assert all(total == pytest.approx(by["total"]) for total in totals.values())
    assert sum(level["revenue"] for level in by["levels"].values()) == pytest.approx(by["total"])


def test_nothing_of_the_agencys_own_stands_in_the_record(stories):
    place = Workspace(ROOT)
    inside = shown.record(open_client("pizza", "2026-10", place, audience="internal"))
    assert inside["content"] == shown.indicators_record(stories["pizza"])["content"]
    assert not {"fee", "our_cost", "hours"} & set(json.dumps(inside).split('"'))


def test_no_buyers_pseudonym_stands_in_the_record(stories):
    buyers = stories["pizza"].client_month.tables["orders"]["buyer"].dropna().unique()
    text = json.dumps(shown.indicators_record(stories["pizza"]))
    assert not [buyer for buyer in buyers[:200] if f'"{buyer}"' in text]


def test_money_rates_and_counts_are_written_each_in_its_way():
    written = {key: kpi_figure(ENGLISH, key, 0.25, "EUR") for key in ("ctr", "aov", "roas", "visits")}
    assert written == {"ctr": "25%", "aov": "€0.25", "roas": "0.25", "visits": "0.25"}
    assert kpi_figure(ENGLISH, "ctr", None, "EUR") == kpi_figure(ENGLISH, "aov", float("nan"), "EUR")
