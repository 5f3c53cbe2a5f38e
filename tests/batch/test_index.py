"""The index of a month, from a manifest alone."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from index_entries import GOAL, SPENT, VERDICTS, entry, failed, manifest

from smmtools.batch.figures import figures
from smmtools.batch.render_index import SORTS, render_index, render_stub

ERROR = {"cell": 4, "type": "KeyError", "message": "'reach' <b>"}


def rows(*entries):
    """The index's rows by slug, parsed."""
    index = BeautifulSoup(render_index(manifest(*entries)), "html.parser")
    return {row.select_one(".who").get_text().lower(): row for row in index.select(".row")}


def order(sort, *entries):
    """Slugs in the order that a radio button gives."""
    places = {
        slug: int(re.search(rf"--by-{sort}:(\d+)", row["style"])[1]) for slug, row in rows(*entries).items()
    }
    return sorted(places, key=places.__getitem__)


def told(row):
    """The words of each cell."""
    return [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("[role=cell]")]


def test_a_row_tells_what_a_head_of_agency_looks_at():
    assert told(rows(entry("cafe"))["cafe"]) == [
        "! to review",
        "478 of 620 behind: Orders",
        "€96,500 103% of €93,800 approved, v1",
        "€151,000 over €180,000: less than 1 in 1,000 to 2.5 in 100",
        "2",
        "1",
        "0",
        "18",
        "Headlines cafe is behind.",
    ]


def test_what_is_missing_is_a_dash_and_never_nought():
    nothing = {"goal": None, "spent": None, "estimate": None, "currency": None}
    assert told(rows(entry("cafe", figures=nothing))["cafe"])[1:4] == ["—", "—", "—"]
    unjudged = {"name": "Image", "finding": "not measurable", "count": None, "expected": None}
    unapproved = SPENT | {"approved": None, "version": None}
    row = rows(entry("cafe", figures={"goal": unjudged, "spent": unapproved}))["cafe"]
    assert told(row)[1:3] == ["— not measurable: Image", "€96,500 no approved plan"]
    assert not row.select(".bar")
    assert told(rows(failed("cafe"))["cafe"])[1:8] == ["—"] * 7


def test_the_bar_ends_at_one_and_a_half_times_what_was_expected():
    for count, width in ((310, "33.3%"), (620, "66.7%"), (9_999, "100.0%")):
        row = rows(entry("cafe", figures={"goal": GOAL | {"count": count}}))["cafe"]
        assert row.select_one(".bar span")["style"] == f"width:{width}"
        assert row.select_one(".bar i")["style"] == "left:66.7%"


def test_it_can_be_sorted_without_a_script():
    clients = (
        entry(
            "anna",
            "ok",
            figures={"goal": None, "spent": SPENT | {"amount": 1.0}},
            made={"verdicts": VERDICTS | {"FAIL": 0}},
        ),
        entry("bella", figures={"goal": GOAL | {"count": 700}, "spent": None}),
        failed("cora"),
        entry("dora", figures={"goal": GOAL | {"count": 100}}, made={"verdicts": VERDICTS | {"FAIL": 5}}),
    )
    assert order("status", *clients) == ["cora", "dora", "bella", "anna"]
    assert order("name", *clients) == ["anna", "bella", "cora", "dora"]
    assert order("goal", *clients) == ["dora", "bella", "anna", "cora"]
    assert order("spend", *clients) == ["dora", "anna", "bella", "cora"]
    assert order("fails", *clients) == ["dora", "bella", "anna", "cora"]
    assert list(rows(*clients)) == order("status", *clients)  # as a screen reader and old browsers have it


def test_every_order_has_its_button_and_its_rule():
    page = render_index(manifest(entry("cafe")))
    index = BeautifulSoup(page, "html.parser")
    assert [button["id"] for button in index.select("input[type=radio]")] == [
        f"sort-{sort}" for sort in SORTS
    ]
    assert [label["for"] for label in index.select("label")] == [f"sort-{sort}" for sort in SORTS]
    for sort in list(SORTS)[1:]:
        assert f":has(#sort-{sort}:checked) .row {{ order: var(--by-{sort}); }}" in page
    assert ".row { padding: .7rem 0; order: var(--by-status); }" in page


def test_a_client_that_failed_says_why_and_where_to_look():
    row = rows(failed("cafe"))["cafe"]
    assert told(row)[-1] == "no 'name' & more (client.yml, line 1) What to mend"
    assert row.select_one(".more a")["href"] == "cafe/report.html"
    kept = rows(entry("cafe", "failed", faults=failed("cafe")["faults"]))["cafe"]
    assert told(kept)[1] == "478 of 620 behind: Orders"
    assert "The figures and the linked report are those of an earlier run." in told(kept)[-1]


def test_internal_pages_say_so():
    assert "Internal: for the agency, not for the clients." in render_index(manifest(audience="internal"))
    assert "Internal" not in render_index(manifest())


def test_what_to_mend_names_file_line_and_remedy():
    client = failed("cafe")
    page = BeautifulSoup(render_stub(manifest(client), client), "html.parser")
    assert [line.get_text() for line in page.select("div.fault p")] == [
        "No 'name' & more",
        "client.yml, line 1",
        "Add it.",
    ]
    assert page.select("pre")[-1].get_text() == "smmtools run cafe --month 2026-10"


def test_what_to_mend_names_notebook_cell_and_error():
    stage = {
        "stage": "goals",
        "status": "failed",
        "seconds": 1.0,
        "error": ERROR,
        "notebook": "01-goals.ipynb",
    }
    client = failed("cafe", faults=[], stages=[stage])
    page = BeautifulSoup(render_stub(manifest(client, audience="internal"), client), "html.parser")
    assert page.select_one("div.fault code").get_text() == "01-goals.ipynb"
    assert page.select_one("div.fault pre").get_text() == "cell [4], KeyError: 'reach' <b>"
    assert page.select("pre")[-1].get_text().endswith("--audience internal")
    row = rows(client)["cafe"]
    assert told(row)[-1].startswith("01-goals.ipynb, cell [4], KeyError: 'reach' <b>")


@pytest.mark.parametrize("missing", [[], ["target"]])
def test_figures_come_from_the_main_goal_and_the_budget(missing):
    pace = {"finding": "behind", "count": 478, "expected": 620.0}
    goals = [
        {"name": "Followers", "main": False, "missing": [], "pace": pace},
        {"name": "Orders", "main": True, "missing": missing, "pace": pace},
    ]
    totals = {"together": {"p50": 1.0, "over_cap": 0.3}, "independent": {"p50": 2.0, "over_cap": 0.1}}
    budget = {"currency": "EUR", "cap": 9.0, "spent": SPENT, **totals}
    assert figures({"goals": {"goals": goals}, "budget": budget}) == {
        "goal": GOAL | {"finding": "not measurable" if missing else "behind"},
        "currency": "EUR",
        "spent": SPENT,
        "estimate": {"middle": 1.0, "cap": 9.0, "over_cap": [0.1, 0.3]},
    }


def test_a_plan_without_these_stages_has_no_figures():
    nothing = {"goal": None, "currency": None, "spent": None, "estimate": None}
    assert figures({"goals": None, "budget": None}) == nothing
    assert figures({"goals": {"goals": []}, "budget": {"cap": None, "together": None}}) == nothing
