"""The index in a real browser: sorted by keyboard alone, printed as sorted. Slow."""

from __future__ import annotations

import shutil

import pytest
from index_entries import entry, failed, manifest

from smmtools.batch.render_index import render_index

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
AHEAD, BEHIND = {"count": 700, "expected": 620.0}, {"count": 100, "expected": 620.0}

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")]


def goal(**counted):
    """A main goal with this count."""
    return {"goal": {"name": "Orders", "finding": "on track", **counted}}


@pytest.fixture
def page(tmp_path):
    """The index of four clients, open in a window of a desk's width."""
    from playwright.sync_api import sync_playwright

    clients = (
        entry("anna", "ok", figures=goal(**AHEAD)),
        entry("bella", figures={"goal": None}),
        failed("cora"),
        entry("dora", "ok", figures=goal(**BEHIND)),
    )
    file = tmp_path / "index.html"
    file.write_text(render_index(manifest(*clients)), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1100, "height": 900})
        opened.goto(file.as_uri())
        yield opened
        browser.close()


def shown(page):
    """Clients from top to bottom, as they are seen."""
    rows = page.locator(".row").all()
    places = {row.locator(".who").inner_text(): row.bounding_box()["y"] for row in rows}
    return sorted(places, key=places.__getitem__)


def test_the_arrow_keys_sort_the_rows_and_paper_keeps_the_order(page):
    assert shown(page) == ["Cora", "Bella", "Anna", "Dora"]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert shown(page) == ["Anna", "Bella", "Cora", "Dora"]
    page.keyboard.press("ArrowDown")
    by_goal = ["Dora", "Anna", "Bella", "Cora"]
    assert shown(page) == by_goal
    page.emulate_media(media="print")
    assert shown(page) == by_goal
    assert not page.locator(".sorts").is_visible()
    assert page.locator("details p").first.is_visible()


def test_headlines_open_by_keyboard_and_a_telephone_shows_every_figure(page):
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details p").first.is_visible()
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    label = page.locator(".row [data-label='NO DATA']").first
    assert label.evaluate("cell => getComputedStyle(cell, '::before').content") == '"NO DATA"'
