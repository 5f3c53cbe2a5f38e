"""Stage 02 as a whole: subscribers against the target (R2.3, A1), and what an empty client gets."""

import json

import pandas as pd
import pytest

from smmtools.present.audience import audience_record
from smmtools.strategy import audience

COUNTS = {"18-24": 120, "25-34": 340, "35-44": 310, "45-54": 180, "55+": 50}
TARGET = {"18-24": 0.10, "25-34": 0.40, "35-44": 0.30, "45-54": 0.15, "55+": 0.05}


def wanted(*targets: dict) -> dict:
    """A decision with one segment that has a name only, and the target shares given."""
    segments = [{"key": "all", "name": "Everybody"}]
    return {"since": "2026-08", "by": "A", "why": "B.", "segments": segments, "targets": list(targets)}


def by_age(shares: dict = TARGET) -> dict:
    return {"platform": "vk", "breakdown": "age", "shares": shares}


def by_city(shares: dict) -> dict:
    return {"platform": "vk", "breakdown": "city", "shares": shares}


def cells(counts: dict, breakdown: str = "age", population: str = "followers", **more) -> list[dict]:
    row = {"platform": "vk", "account": "ours", "breakdown": breakdown, "population": population}
    row |= {"date": pd.Timestamp("2026-10-31")} | more
    return [row | {"cell": cell, "count": count} for cell, count in counts.items()]


@pytest.fixture
def assessed(a_client, briefed):
    def make(rows: list[dict], *targets: dict) -> audience.AudienceAssessment:
        brief = briefed(None, decisions={"audience": [wanted(*targets)]})
        return audience.assess(a_client(brief=brief, audience=rows))

    return make


def of(found, rule: str) -> list[tuple[str, str]]:
    return [(verdict.grade.value, verdict.finding) for verdict in found.verdicts if verdict.rule == rule]


def test_match_and_chi_square_of_true_counts_by_hand(assessed):
    found = assessed(cells(COUNTS), by_age())
    (compared,) = found.matches
    assert compared.match.match == pytest.approx(0.94)
    square, p = compared.chi_square
    assert (square, p) == (pytest.approx(19.3333, abs=5e-5), pytest.approx(0.000676, abs=5e-7))
    assert of(found, "A1") == [("PASS", "on target")]
    assert audience_record(found)["content"]["matches"][0]["chi_square"]["descriptive"] is True


@pytest.mark.parametrize(
    ("moved", "says"),
    [(0.1, ("PASS", "on target")), (0.25, ("REVIEW", "partly on target")), (0.4, ("FAIL", "off target"))],
)
def test_the_match_decides(assessed, moved, says):
    found = assessed(
        cells({"18-24": 100, "25-34": 100}), by_age({"18-24": 0.5 + moved, "25-34": 0.5 - moved})
    )
    assert found.matches[0].match.match == pytest.approx(1 - moved)
    assert of(found, "A1") == [says]


def test_the_population_is_named_and_visitors_get_no_chi_square(assessed):
    found = assessed(cells(COUNTS, population="visitors"), by_age())
    assert (found.matches[0].population, found.matches[0].chi_square) == ("visitors", None)
    assert (
        next(verdict for verdict in found.verdicts if verdict.rule == "A1").facts["population"] == "visitors"
    )


def test_visitors_of_earlier_months_do_not_count(assessed):
    before = cells({"18-24": 900}, population="visitors", date=pd.Timestamp("2026-09-30"))
    found = assessed(before + cells({"25-34": 100}, population="visitors"), by_age({"25-34": 1.0}))
    assert found.matches[0].match.match == 1


def test_followers_are_taken_as_of_their_latest_date(assessed):
    before = cells({"18-24": 900, "25-34": 1}, date=pd.Timestamp("2026-09-30"))
    found = assessed(before + cells({"18-24": 50, "25-34": 50}), by_age({"18-24": 0.5, "25-34": 0.5}))
    assert found.matches[0].match.match == 1


def test_four_of_ten_outside_the_delivery_city_fail(assessed):
    found = assessed(cells({"Jena": 60, "Gera": 40}, "city"), by_city({"Jena": 1.0}))
    (verdict,) = [verdict for verdict in found.verdicts if verdict.rule == "A1"]
    assert (verdict.grade.value, verdict.finding) == ("FAIL", "off target by place")
    assert verdict.facts["outside"] == pytest.approx(0.4)


def test_people_in_no_city_of_the_list_live_elsewhere(assessed):
    """30 people are 0.6 of the day's visitors, so there were 50, and 20 of them are in no city named."""
    found = assessed(cells({"Jena": 30}, "city", "visitors", share=0.6), by_city({"Jena": 1.0}))
    assert found.matches[0].match.on_target == pytest.approx(0.6)


def test_other_age_bands_cannot_be_compared(assessed):
    vk = {"M 18-21": 40, "M 21-24": 60}
    target = {"platform": "vk", "breakdown": "age_sex", "shares": {"M 18-24": 1.0}}
    found = assessed(cells(vk, "age_sex"), target)
    assert found.matches[0].misfits == ("M 18-24",)
    assert of(found, "A1") == [("NO DATA", "other cells")]
    target["shares"] = {"M 18-21": 0.4, "M 21-24": 0.6}
    assert of(assessed(cells(vk, "age_sex"), target), "A1") == [("PASS", "on target")]


def test_a_band_that_nobody_is_in_is_no_other_band(assessed):
    found = assessed(cells({"25-34": 100}), by_age({"18-24": 0.1, "25-34": 0.9}))
    assert found.matches[0].match.match == pytest.approx(0.9)


def test_places_spelled_otherwise_cannot_be_compared(assessed):
    found = assessed(cells({"Йена": 60}, "city"), by_city({"Jena": 0.9, "elsewhere": 0.1}))
    assert (found.matches[0].misfits, of(found, "A1")) == (("Jena",), [("NO DATA", "other cells")])


def test_both_people_and_places_are_to_be_compared(assessed):
    rows, targets = cells(COUNTS) + cells({"Jena": 9}, "city"), (by_age(), by_city({"Jena": 1.0}))
    assert of(assessed(rows, *targets), "R2.3") == [("PASS", "compared")]
    found = assessed(rows, targets[0])
    assert of(found, "R2.3") == [("NO DATA", "not compared")]
    assert next(v for v in found.verdicts if v.rule == "R2.3").facts["parts"] == ("place",)


def test_without_target_or_export_there_is_no_data(assessed):
    assert of(assessed(cells(COUNTS)), "A1") == [("NO DATA", "no target")]
    assert of(assessed([], by_age()), "A1") == [("NO DATA", "no breakdown")]


def test_nothing_known_gives_no_data_everywhere_and_no_nan(a_client):
    found = audience.assess(a_client())
    assert {verdict.grade.value for verdict in found.verdicts} == {"NO DATA"}
    assert "NaN" not in json.dumps(audience_record(found))
    assert found.owner is None


def test_ads_without_a_segment_fail(a_client):
    day = pd.Timestamp("2026-10-15")
    ads = [{"platform": "vk", "start": day, "end": day, "spend": 500.0, "currency": "RUB"}]
    assert of(audience.assess(a_client(ads=ads)), "R2.1") == [("FAIL", "ads without segments")]
