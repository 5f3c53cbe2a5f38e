"""How stage 08 is shown: every finding has its sentences, the picture adds up, the record is JSON."""

import dataclasses
import datetime as dt
import json

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from smmtools.inputs.plans import ApprovedPlan
from smmtools.present import review as shown
from smmtools.present import review_pictures, wording
from smmtools.present.voice import Voice
from smmtools.strategy import review
from smmtools.strategy.earnings import ChannelChange, Counts, split_of
from smmtools.strategy.indicator_rows import Channel
from smmtools.strategy.plan_actual import GRADES, KINDS
from smmtools.strategy.season import Occasion
from smmtools.strategy.to_do import _DECISION_OF_FINDING, _DECISION_OF_RULE
from smmtools.strategy.verdicts import Grade, Verdict

ENGLISH = Voice("en")
BEFORE, NOW = Counts(100_000, 1_000, 50, 45_000.0), Counts(120_000, 1_440, 64, 61_560.0)
APART = ChannelChange("", "unknown", Counts(float("nan"), float("nan"), 2, 900.0),
                      Counts(float("nan"), float("nan"), 1, 400.0))  # fmt: skip
CHANGE = split_of([ChannelChange("vk", "ads", BEFORE, NOW), APART])

POSSIBLE = {
    "goal": ("met", "met, few alive", "ahead", "not met", "cannot be told", "no data", "too early", "over",
             "not started",
             "unreadable", "not planned"),
    "indicator": ("met", "met as counted", "met, few alive", "not met as counted",
                  "not met", "cannot be told", "no interval", "no target", "no data", "unreadable",
                  "not planned"),
    "posts": ("carried out", "lacking", "mostly lacking", "not planned"),
    "spend": ("carried out", "overspent", "underspent", "no data", "no rate", "not planned"),
    "channel spend": ("carried out", "overspent", "underspent", "no data"),
    "conversions": ("met", "within the promise", "below the promise", "below, less spent", "cannot be told",
                    "no data", "not named", "not planned"),
    "conversion cost": ("met", "within the promise", "dearer", "cannot be told"),
    "replies": ("met", "not met", "cannot be told", "no data", "not planned"),
}  # fmt: skip


def test_every_figure_of_a_plan_has_its_sentences_and_its_words():
    assert set(POSSIBLE) == set(KINDS) == set(wording.review.KINDS)
    assert {finding for findings in POSSIBLE.values() for finding in findings} == set(GRADES)
    assert set(GRADES) == set(wording.review.STATES)
    for kind, findings in POSSIBLE.items():
        for finding in findings:
            assert ("X6", f"{kind}, {finding}") in wording.VERDICTS


def test_every_decision_that_an_action_changes_has_its_name():
    named = set(wording.review.DECISIONS)
    assert {*_DECISION_OF_FINDING.values(), *_DECISION_OF_RULE.values()} <= named
    assert {"contract", *(stage for stage in review.EARLIER if stage != "start-here")} <= named


def test_the_waterfalls_bars_add_up_to_the_change():
    bars = review_pictures.steps_of(CHANGE)
    assert [name for name, _, _ in bars] == [
        "volume", "clicks", "conversion", "order value", "cannot be split", "change",
    ]  # fmt: skip
    assert sum(part for _, _, part in bars[:-1]) == pytest.approx(bars[-1][2])
    assert bars[-1][2] == 61_560 - 45_000 - 500
    whole = review_pictures.steps_of(split_of([ChannelChange("vk", "ads", BEFORE, NOW)]))
    assert "cannot be split" not in [name for name, _, _ in whole]


def test_the_waterfall_draws_each_bar_where_the_last_one_ended_within_the_frame():
    axes = review_pictures.plot_waterfall(CHANGE, plt.figure().add_subplot(), currency="RUB", voice=ENGLISH)
    ends = [(bar.get_y(), bar.get_y() + bar.get_height()) for bar in axes.patches]
    assert ends[1][0] == pytest.approx(ends[0][1])
    low, high = axes.get_ylim()
    assert (
        low < min(end for pair in ends for end in pair) and max(end for pair in ends for end in pair) < high
    )
    plt.close("all")


def orders(month, count):
    first = pd.Timestamp(f"{month}-01 09:00", tz="UTC")
    return [
        {
            "ordered_at": first + pd.Timedelta(days=nth), "order_id": f"{month}-{nth}", "kind": "order",
            "value": 100.0, "currency": "RUB", "source": "vk", "medium": "cpc",
        }
        for nth in range(count)
    ]  # fmt: skip


def ad(month, impressions, clicks):
    day = f"{month}-01"
    return {"platform": "vk", "start": day, "end": day, "currency": "RUB", "spend": 500.0,
            "impressions": impressions, "link_clicks": clicks}  # fmt: skip


@pytest.fixture
def reviewed(a_client):
    """A client whose revenue fell, with two versions of a plan for October."""
    case = a_client(
        orders=[*orders("2026-09", 12), *orders("2026-10", 6)],
        ads=[ad("2026-09", 10_000, 100), ad("2026-10", 10_000, 100)],
    )
    plans = tuple(
        ApprovedPlan("2026-10", nth, by, when, str(nth) * 64, {"budget": {"media": 500.0}})
        for nth, by, when in ((1, "Ann", "2026-09-28"), (2, "Bob", "2026-10-05"))
    )
    return review.assess(dataclasses.replace(case, plans=plans))


def test_all_versions_stand_in_the_table_and_the_newest_is_in_force(reviewed, capsys):
    rows = shown.versions(reviewed).rows
    assert rows == [["1", "Ann", "Sep 28, 2026", "1" * 12], ["2", "Bob", "Oct 5, 2026", "2" * 12]]
    shown.show_plan(reviewed)
    assert "version 2 of the plan for October 2026, approved by Bob on Oct 5, 2026" in capsys.readouterr().out


def test_the_channels_table_ends_with_the_whole(reviewed):
    last = shown.channels(reviewed).rows[-1]
    assert last[0] == "together"
    assert last[1].replace("\xa0", " ") == "RUB 1,200" and last[-1].replace("\xa0", " ") == "-RUB 600"


def test_the_headline_says_how_much_was_met_and_what_revenue_did(reviewed):
    assert shown.headline(reviewed).replace("\xa0", " ") == (
        "Of the plan's figures that could be judged 1 of 1 met their mark. "
        "Revenue fell by RUB 600; conversion took the most off it, which may be chance."
    )


def test_the_record_is_json_and_holds_what_next_month_needs(reviewed):
    said = shown.review_record(reviewed)
    json.dumps(said, allow_nan=False)
    content = said["content"]
    assert content["plan"]["version"] == 2 and len(content["versions"]) == 2
    assert content["revenue"]["change"] == -600.0
    assert content["priors"]["ctr"]["after"]["months"] == ["2026-09", "2026-10"]
    assert len(content["actions"]) <= 7
    assert {"figure", "decision", "owner", "due", "reason", "what"} <= set(content["actions"][0])


@pytest.mark.parametrize(
    ("clicks", "said"),
    [
        (100, "is 1%, as before: the month's own 1% says the same, and is 55.6% of"),
        (190, "is 1.5%, up from 1%: the month's own 1.9% lies above what it started from"),
        (10, "is 0.5%, down from 1%: the month's own 0.1% lies below what it started from"),
    ],
)
def test_why_a_prior_moves_is_said_for_this_client(a_client, capsys, clicks, said):
    case = a_client(ads=[ad("2026-09", 10_000, 100), ad("2026-10", 10_000, clicks)])
    shown.show_prior(review.assess(case))
    assert f"For link clicks per impression that {said}" in capsys.readouterr().out


def test_a_client_with_nothing_is_told_so(a_client):
    found = review.assess(a_client())
    assert shown.headline(found) == (
        "No plan was approved for October 2026. There is no change of revenue to explain."
    )
    for table in (shown.versions, shown.compared, shown.channels, shown.factors, shown.top_posts):
        assert not table(found).rows
    assert {each.grade.value for each in found.verdicts} == {"NO DATA"}
    json.dumps(shown.review_record(found), allow_nan=False)


def test_a_day_is_read_from_a_moment_too():
    assert review_pictures.day_of("2026-09-30T10:00:00") == dt.date(2026, 9, 30)


def test_a_figure_is_written_in_its_unit():
    assert ENGLISH.figure(0.0123, "rate", "EUR") == "1.23%"
    assert ENGLISH.figure(12.5, "money", "EUR") == "€12.5"
    assert ENGLISH.figure(15.4, "count", "EUR") == "15.4"
    assert ENGLISH.watched("applications", "vk") == "Applications a day (VK)"
    assert ENGLISH.signed(3.0, "EUR") == "+€3"


def test_a_missed_indicator_is_mended_as_its_kind_is_and_named_by_its_goal():
    facts = {"where": ("er_reach", "vk", "Fame"), "family": "posts", "actual": (0.02, "rate", "EUR"),
             "planned": (0.06, "rate", "EUR"), "low": (0.01, "rate", "EUR"),
             "high": (0.03, "rate", "EUR")}  # fmt: skip
    reason, remedy = ENGLISH.verdict(Verdict("X6", "review", Grade.FAIL, "indicator, not met", facts=facts))
    assert reason.startswith("Engagement rate by reach (VK, Fame): 2%")
    assert remedy.startswith("Change what the posts show and are about") and "another target" in remedy


def test_a_topic_is_told_by_what_it_says():
    said = Occasion(dt.date(2026, 11, 2), "last_day", False, "The last day to order.")
    assert shown._topic(ENGLISH, said) == "Last day: The last day to order."


def test_money_says_by_how_much_and_what_it_is_held_against():
    facts = {"place": Channel("vk", part="ads"), "against": "split", "by": (300.0, "EUR"), "share": 0.3,
             "actual": (700.0, "EUR"), "planned": (1_000.0, "EUR")}  # fmt: skip
    found = Verdict("X6", "review", Grade.REVIEW, "channel spend, underspent", facts=facts)
    assert ENGLISH.verdict(found)[0] == (
        "VK ads: €700 was spent, €300 (30%) less than the €1,000 of the plan's split."
    )
