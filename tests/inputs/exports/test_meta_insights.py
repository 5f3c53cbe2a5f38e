"""Meta's audience; the series are tested beside the posts."""

import pandas as pd
import pytest

from smmtools.inputs.exports import read

AUDIENCE = """sep=,
"Age & gender"
"","Women","Men"
"18-24","10.6","6.5"
"65+","3","2"

"Top cities"
"Sofia, Bulgaria","Pleven"
"13.7","5.7"

"Top countries"
"Bulgaria"
"98.4"
"""
NAME = "instagram-audience-2026-11-02.csv"


def cells(export):
    rows = export.tables["audience"]
    return {
        (breakdown, cell): share if pd.isna(share) else round(share, 4)
        for breakdown, cell, share in zip(rows["breakdown"], rows["cell"], rows["share"], strict=True)
    }


EXPECTED = {
    ("age_sex", "F 18-24"): 0.106,
    ("age_sex", "F 65+"): 0.03,
    ("age_sex", "M 18-24"): 0.065,
    ("age_sex", "M 65+"): 0.02,
    ("city", "Sofia, Bulgaria"): 0.137,
    ("city", "Pleven"): 0.057,
    ("country", "Bulgaria"): 0.984,
}


def test_shares_are_fractions_of_followers_on_the_day_of_the_files_name(write):
    export = read(write(NAME, "\ufeff" + AUDIENCE, "utf-16-le"))
    assert export.format == "meta-audience"
    assert cells(export) == EXPECTED
    rows = export.tables["audience"]
    assert set(rows["population"]) == {"followers"} and set(rows["platform"]) == {"instagram"}
    assert set(rows["date"]) == {pd.Timestamp("2026-11-02")}
    assert export.warnings == []


def test_the_sexes_stand_in_either_order_and_older_files_have_a_percent_sign(write):
    table = AUDIENCE.replace('"Women","Men"', '"Men","Women"').replace("10.6", "6.5%", 1)
    table = table.replace('%","6.5', '%","10.6%').replace('"3","2"', '"2%","3%"')
    assert cells(read(write(NAME, table))) == EXPECTED


def test_saved_again_by_a_spreadsheet(write):
    table = AUDIENCE.replace("sep=,\n", "").replace(", ", "§").replace(",", ";").replace("§", ", ")
    wide = "\n".join(line + ";" * (2 - line.count(";")) for line in table.splitlines())
    assert cells(read(write(NAME, wide.replace('"', "")))) == EXPECTED


def test_a_share_that_a_spreadsheet_took_for_a_date_is_missing(write):
    export = read(write(NAME, AUDIENCE.replace('"10.6"', '"10.юни"')))
    assert pd.isna(cells(export)[("age_sex", "F 18-24")])
    assert export.warnings == [
        f'{NAME}: "Age & gender", "Women": shares that a spreadsheet took for dates, now missing: 1.'
    ]


def test_other_blocks_series_and_totals_in_the_same_file(write):
    more = '\n"Follows"\n"Date","Primary"\n"2026-10-31T00:00:00","4"\n\n"Instagram followers"\n"1,204"\n'
    more += '\n"Top Pages"\n"A","B"\n"1","2"\n'
    export = read(write(NAME, AUDIENCE + more))
    assert export.format == "meta-audience"
    assert export.tables["daily"][["measure", "value"]].values.tolist() == [["follows", 4]]
    assert export.tables["followers"][["platform", "role", "count"]].values.tolist() == [
        ["instagram", "own", 1204]
    ]
    assert export.warnings == [f'{NAME}: the block "Top Pages" is not known here and was left out.']


def test_a_share_that_is_no_number_is_a_fault(write, faults):
    assert faults(write(NAME, AUDIENCE.replace('"13.7"', '"13.7x"'))) == [
        ("'13.7x' is not a number", f'{NAME}, line 9, column "Sofia, Bulgaria"')
    ]


@pytest.mark.parametrize("title", ["Age & gender", "Top cities", "Top countries"])
def test_one_block_alone_is_an_audience(title, write):
    blocks = AUDIENCE.removeprefix("sep=,\n").split("\n\n")
    block = next(block for block in blocks if title in block)
    assert read(write(NAME, block)).format == "meta-audience"
