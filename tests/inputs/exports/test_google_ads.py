import pandas as pd
import pytest

from smmtools.inputs.exports import read

REPORT = (
    "Campaign report\n"
    '"September 27, 2026 - October 23, 2026"\n'
    "Campaign status,Campaign,Budget,Status reasons,Impr.,CTR,Currency code,Cost,Clicks,Conversions\n"
    'Enabled,Pizza,0.66, --,"25,881",2.00%,EUR,"1,120.50",517,3.00\n'
    "Paused,Pechka,0.65, --,119, --,EUR,0.00,0,1.00\n"
    'Total: Campaigns, --, --, --,"26,000",1.99%,EUR,"1,120.50",517,4.00\n'
    'Total: Account,,,,"99,000",1.99%,EUR,"9,120.50",900,4.00\n'
)


def test_a_report_without_its_totals(write):
    export = read(write("report.csv", REPORT))
    assert export.format == "google-ads" and export.warnings == []
    columns = [
        "platform",
        "campaign",
        "start",
        "end",
        "currency",
        "spend",
        "impressions",
        "clicks",
        "results",
    ]
    start, end = pd.Timestamp("2026-09-27"), pd.Timestamp("2026-10-23")
    assert export.tables["ads"][columns].values.tolist() == [
        ["google", "Pizza", start, end, "EUR", 1120.5, 25881, 517, 3],
        ["google", "Pechka", start, end, "EUR", 0.0, 119, 0, 1],
    ]
    assert export.totals["ads"] == {"spend": 1120.5, "impressions": 26000, "clicks": 517, "results": 4}


def test_shared_out_conversions_are_rounded_and_an_odd_total_is_told(write):
    export = read(write("report.csv", REPORT.replace(",3.00", ",2.50").replace(",517,4.00", ",520,4.00")))
    assert export.tables["ads"]["results"].tolist() == [2, 1]
    assert export.warnings == [
        'report.csv: "Conversions" has fractions in 1 rows; they are rounded.',
        "report.csv: its total of clicks is 520, the sum of its rows 517.",
        "report.csv: its total of results is 4, the sum of its rows 3.",
    ]


def test_a_report_without_its_period_is_a_fault(write, faults):
    period = '"September 27, 2026 - October 23, 2026"\n'
    for other in ("", period.replace("23, 2026", "23, 20")):
        found = faults(write("report.csv", REPORT.replace(period, other)))
        assert found == [("the report does not say its period", f"report.csv, line {2 if other else 1}")]


def test_an_ad_without_a_name_goes_by_its_headline(write):
    content = (
        'Ad report\n"Sep 27, 2026 - Oct 23, 2026"\nAd status,Headline 1,Ad name,Campaign,Ad group,Impr.,'
        "Currency code,Cost\nEnabled,Hot and crisp, --,Pizza,Near,14,USD,11.91\n"
    )
    ads = read(write("report.csv", content)).tables["ads"]
    assert ads[["campaign", "ad_set", "ad", "spend"]].values.tolist() == [
        ["Pizza", "Near", "Hot and crisp", 11.91]
    ]


CARD = 'Date,Clicks,Impressions,Avg. CPC,Cost\n"Thu, 5 Feb 2026",26,75,US$1.92,"US$1,050.00"\n'


@pytest.mark.parametrize(("sign", "currency"), [("US$", "USD"), ("€", "EUR"), ("RM", "MYR")])
def test_the_card_of_days(sign, currency, write):
    export = read(write("Time_series.csv", CARD.replace("US$", sign)))
    assert export.format == "google-ads" and export.warnings == []
    day = pd.Timestamp("2026-02-05")
    columns = ["start", "end", "currency", "spend", "impressions", "clicks"]
    assert export.tables["ads"][columns].values.tolist() == [[day, day, currency, 1050.0, 75, 26]]


def test_a_sign_of_several_currencies_names_none(write):
    export = read(write("Time_series.csv", CARD.replace("US$", "$")))
    assert export.tables["ads"]["currency"].isna().all()
    assert export.warnings == [
        "Time_series.csv: its amounts do not say one currency that is known: the currency is missing."
    ]


KEYWORDS = (
    "Search Keyword,Match type,Criterion Status,Cost,Clicks,CTR\n"
    "pizza near me,Exact match,Enabled,US$34.15,17,21.79%\n"
)


def test_the_card_of_keywords_gets_its_period_from_its_name(write):
    export = read(write("keywords-2026-10-01-2026-10-31.csv", KEYWORDS))
    assert export.tables["ads"][["ad", "start", "end", "spend", "clicks"]].values.tolist() == [
        ["pizza near me", pd.Timestamp("2026-10-01"), pd.Timestamp("2026-10-31"), 34.15, 17]
    ]


def test_without_a_period_keywords_are_left_out_with_a_remedy(write):
    export = read(write("keywords.csv", KEYWORDS))
    assert export.format == "google-ads" and export.tables["ads"].empty
    assert export.warnings[0] == (
        "keywords.csv: it says no dates, and its name holds none: 1 rows were left out. "
        "Mend: name the file with its first and last day, as keywords-2026-10-01-2026-10-31.csv."
    )
