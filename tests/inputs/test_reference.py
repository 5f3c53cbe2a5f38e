from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from smmtools.errors import CallError
from smmtools.inputs.reference import known_sources, social_sources, traffic_sources

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def test_the_list_says_its_source_and_date():
    text = (REFERENCE / "traffic_sources.yml").read_text(encoding="utf-8")
    document = YAML(typ="safe", pure=True).load(text)
    assert document["source"]
    assert isinstance(document["date"], date)


def test_no_name_means_two_sites():
    found = traffic_sources(REFERENCE)
    sites = [*found.social.values(), *found.video.values(), *found.search.values(), *found.shopping.values()]
    names = Counter(name for site in sites for name in site)
    assert [name for name, times in names.items() if times > 1 or name != name.lower()] == []


def test_a_site_is_a_spelling_of_itself():
    found = traffic_sources(REFERENCE)
    for sites in (found.social, found.video, found.search, found.shopping):
        assert all(site in names for site, names in sites.items())


@pytest.mark.parametrize("name", ["vk", "ok.ru", "telegram", "x.com", "threads"])
def test_social_sites_that_googles_list_lacks_are_known(name):
    assert traffic_sources(REFERENCE).kind_of(name) == "social"


def test_a_video_site_is_no_social_site():
    assert traffic_sources(REFERENCE).kind_of("rutube.ru") == "video"
    assert "youtube" not in social_sources(REFERENCE)
    assert "m.vk.com" in social_sources(REFERENCE)["vk"]


def test_an_unlisted_site_is_of_no_kind():
    assert traffic_sources(REFERENCE).kind_of("blog.example") is None


def test_a_folder_without_the_list_is_told_what_is_missing(tmp_path):
    with pytest.raises(CallError) as error:
        traffic_sources(tmp_path)
    assert str(error.value) == (
        "CallError: the workspace's reference data lacks traffic_sources.yml\n"
        "  data/reference/traffic_sources.yml\n"
        "  Mend: copy it from the workbook's own data/reference."
    )


def test_outside_any_workspace_the_workbooks_own_list_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMMTOOLS_HOME", raising=False)
    known_sources.cache_clear()
    assert known_sources() == traffic_sources(REFERENCE)
    known_sources.cache_clear()
