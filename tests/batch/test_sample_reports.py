"""The sample clients' reports, made as a user makes them and looked at in a real browser. Slow."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MONTH = "2026-10"
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]
WIDTHS = {"desk": 1100, "tablet": 800, "telephone": 390}
CUT_OFF = """[...document.querySelectorAll(".shown, .wide")]
    .filter(part => part.scrollWidth > part.clientWidth + 1).map(part => part.innerText.slice(0, 40))"""

pytestmark = pytest.mark.slow


def smmtools(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does, in a workspace's folder."""
    settings = os.environ | {"SMMTOOLS_HOME": str(home)} | environment
    command = [sys.executable, "-m", "smmtools", *words]
    return subprocess.run(command, cwd=home, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    """The month's folder with every sample client's report."""
    out = tmp_path_factory.mktemp("samples")
    done = smmtools("run", "--month", MONTH, "--out", str(out), home=ROOT)
    assert done.returncode == 0, done.stderr
    return out / MONTH


def clients(reports: Path) -> list[str]:
    return [
        entry["client"] for entry in json.loads((reports / "manifest.json").read_text("utf-8"))["clients"]
    ]


def test_every_sample_has_its_report_and_they_are_proven(reports):
    assert clients(reports) == ["cars", "jewellery", "newcomer", "pizza", "toys"]
    proven = smmtools("verify", str(reports), home=ROOT)
    assert proven.returncode == 0, proven.stdout
    assert proven.stdout.startswith("Proven: 5 reports")


def test_the_new_client_is_told_what_is_missing(reports):
    plan = json.loads((reports / "newcomer" / "plan.json").read_text(encoding="utf-8"))
    found = {verdict["rule"]: verdict["verdict"] for verdict in plan["verdicts"]}
    assert {rule: found[rule] for rule in ("X9", "G2", "G1", "M1", "B1")} == dict.fromkeys(
        ("X9", "G2", "G1", "M1", "B1"), "NO DATA"
    )


def test_another_folder_zone_and_hash_seed_give_the_same_bytes(reports, tmp_path):
    home = tmp_path / "elsewhere"
    for part in ("data", "notebooks"):
        shutil.copytree(ROOT / part, home / part)
    settings = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77"}
    assert smmtools("run", "pizza", "--month", MONTH, home=home, **settings).returncode == 0
    again = home / "reports" / MONTH / "pizza"
    for name in ("plan.json", *(path.name for path in (reports / "pizza").glob("*.ipynb"))):
        assert (again / name).read_bytes() == (reports / "pizza" / name).read_bytes(), name


def test_no_clients_file_names_another_client(reports):
    names = {slug: brief_name(slug) for slug in clients(reports)}
    for slug in names:
        files = [path for path in (reports / slug).rglob("*") if path.is_file()]  # the workbook is not packed
        text = "".join(path.read_bytes().decode(errors="replace") for path in files)
        others = {name for other, name in names.items() if other != slug}
        assert not {name for name in others if name in text}, slug


def brief_name(slug: str) -> str:
    from smmtools.inputs.client import load_brief

    return load_brief(ROOT / "data" / "clients" / slug / "client.yml").name


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium of the system's."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=list(WIDTHS))
def test_pages_ask_the_network_for_nothing_and_nothing_is_cut_off(reports, browser, width):
    for page_file in (reports / "index.html", *sorted(reports.glob("*/report.html"))):
        asked, complaints = [], []
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, complaints=complaints: complaints.append(message.text))
        page.goto(page_file.as_uri())
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert complaints == []
        assert page.locator("h1").count() == 1
        assert page.locator("img:not([alt]), img[alt='']").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page_file
        if (
            width == WIDTHS["desk"]
        ):  # narrower, a wide table may be moved sideways; on a desk and on paper not
            assert page.evaluate(CUT_OFF) == [], page_file
        page.close()


def test_a_report_prints_as_several_pages_of_paper(reports, browser, tmp_path):
    page = browser.new_page()
    page.goto((reports / "pizza" / "report.html").as_uri())
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    content = (tmp_path / "report.pdf").read_bytes()
    assert (
        content.startswith(b"%PDF") and content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") > 3
    )
