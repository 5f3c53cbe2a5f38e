"""The split as it is shown: curves with the split marked, tables, sentences, what stands in the record."""

import pytest
from matplotlib.figure import Figure

from smmtools.present import budget as costs
from smmtools.present import split as shown
from smmtools.present.voice import Voice
from smmtools.strategy import budget

CHANNEL = {"platform": "vk", "audience": 1e5, "reach_share": 0.5, "ctr": 0.02, "conversion": 0.1}
CHANNEL |= {"cost_per_click": 40, "spend": 20_000}
SPLIT = {
    **{"counts": "orders", "total": 30_000, "unit": 100, "target": 20, "decided": {"a": 9_000, "b": 21_000}},
    "channels": [CHANNEL | {"key": "a"}, CHANNEL | {"key": "b", "campaigns": ["x"], "audience": 60_000}],
    "scenarios": [{"name": "Half", "total": 15_000}, {"name": "Careful", "caution": 1}],
}
LINE = {"item": "Ads", "kind": "placements", "quantity": 1, "unit": "placement", "serves": "ctr"}
LINE |= {"price": {"low": 200, "mode": 300, "high": 400}}


@pytest.fixture
def found(a_client, briefed):
    def make(**changes):
        decision = {"since": "2026-10", "by": "A", "why": "B", "cap": 1e5, "lines": [LINE]}
        decision["split"] = SPLIT | changes
        return budget.assess(a_client(brief=briefed(decisions={"budget": [decision]})))

    return make


def said(capsys):
    return capsys.readouterr().out


def test_the_picture_marks_the_split_on_every_curve(found):
    divided = found().split.found
    axes = shown.plot_curves(divided, Figure().add_subplot(), currency="RUB", voice=Voice("en"))
    curves, dots = axes.lines[0::2], axes.lines[1::2]
    for paid, curve, dot in zip(divided.channels, curves, dots, strict=True):
        assert dot.get_xydata().tolist() == [[paid.spend, paid.brings[0]]]
        assert curve.get_ydata()[0] == 0 and (curve.get_ydata()[1:] > 0).all()
    assert len({curve.get_linestyle() for curve in curves}) == 2  # colour alone says nothing
    assert [text.get_text().split()[0] for text in axes.texts] == ["b", "a"]


def test_the_table_writes_what_is_signed_whole(found):
    divided = found().split.found
    table = shown.table(found().split)
    spends = [float(row[1].replace("RUB", "").replace(",", "").strip("\xa0")) for row in table.rows]
    assert spends == [paid.spend for paid in divided.channels] and sum(spends) == 30_000
    assert table.rows[0][-1] == "planning alone"


def test_scenarios_stand_beside_the_split_and_what_was_settled_on(found):
    rows = shown.scenarios(found().split).rows
    assert [row[0] for row in rows] == ["the split", "Half", "Careful", "settled on"]
    assert rows[-1][2] == "—"


def test_without_a_split_nothing_is_drawn(a_client, capsys):
    nothing = budget.assess(a_client())
    assert shown.table(nothing.split).rows == shown.scenarios(nothing.split).rows == []
    assert shown.split_record(nothing.split) is None and shown.headline(nothing.split) is None


def test_the_record_holds_what_the_review_and_the_spreadsheet_read(found):
    record = costs.budget_record(found(margin=900))["content"]["split"]
    first = record["channels"][0]
    assert (first["key"], first["platform"], first["basis"]) == ("a", "vk", "planning")
    assert first["margin"] == pytest.approx(first["marginal"] * 900)
    assert first["low"] < first["expected"] < first["high"]
    assert record["unspent"] == 30_000 - sum(each["spend"] for each in record["channels"])
    assert record["reach"]["least"] < record["reach"]["independent"] < record["reach"]["most"]
    assert [each["name"] for each in record["scenarios"]] == ["Half", "Careful"]
    assert record["decided"]["split"] == {"a": 9_000, "b": 21_000} and record["decided"]["loss"] > 0
    assert (record["stop"], record["gain_last"]) == (False, None)
    assert sum(record["least_spend"].values()) < 30_000
    assert costs.budget_record(found())["content"]["split"]["stop"] is None
    assert costs.budget_record(found(target=1e6))["content"]["split"]["least_spend"] is None
