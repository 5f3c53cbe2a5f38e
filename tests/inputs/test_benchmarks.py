"""Benchmarks to reckon with (G1) stand apart from those to look at (M2)."""

from pathlib import Path

from smmtools.inputs.benchmarks import load_benchmarks, load_references

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def test_every_reference_has_a_source_and_the_year_of_its_data():
    found = load_references(REFERENCE)
    assert {each.platform for each in found} == {"facebook", "instagram", "tiktok"}
    assert all(each.source and each.date and 0 < each.value < 1 for each in found)


def test_a_reference_is_no_prior():
    assert set(load_benchmarks(REFERENCE)) == {"ctr", "application_rate"}


def test_without_the_file_there_is_neither(tmp_path):
    assert load_references(tmp_path) == () and load_benchmarks(tmp_path) == {}
