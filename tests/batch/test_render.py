import base64
import io
import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure
from small_workspace import MONTH

from smmtools.batch.fragments import Heading, Section
from smmtools.batch.render import TEMPLATES, headlines_of, month_in_words, page, spoken, tall
from smmtools.present.voice import Voice


@pytest.fixture(scope="module")
def report(executed):
    """The café's page, parsed."""
    text = (executed.reports / MONTH / "cafe" / "report.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def test_the_first_screen_holds_the_answer(report):
    assert report.html["lang"] == "en"
    assert report.h1.get_text() == "Café <Anna>"
    assert report.select_one(".month").get_text() == "October 2026"
    assert [term.get_text() for term in report.select(".headlines dt")] == ["Start-here", "Goals"]
    assert report.select_one(".headlines dd:last-child").get_text()
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in report.select(".verdicts tr")
    ]
    assert rows[0] == ["Rule", "Verdict", "Reason", "What to do"]
    assert [row[1] for row in rows[1:]] == ["✗ FAIL", "– NO DATA"]
    assert all(row[2] and row[3] for row in rows[1:])


def test_there_is_no_code_no_prompt_and_no_stage_record(report):
    text = report.get_text()
    for unwanted in ("open_client(", "show_record", "[1]:", "panel = False", "vnd.smmtools"):
        assert unwanted not in text


def test_nothing_runs_and_nothing_is_asked_of_the_network(report):
    policy = report.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert not report.find_all(["script", "link", "iframe", "object", "embed"])
    assert all(picture["src"].startswith("data:image/png;base64,") for picture in report.find_all("img"))
    assert "url(" not in report.style.string
    assert "@import" not in report.style.string


def test_every_picture_says_what_it_shows(report):
    assert [picture["alt"] for picture in report.find_all("img")] == ["31 orders & applications."]


def test_the_contents_lead_to_every_part(report):
    anchors = {element["id"] for element in report.find_all(id=True)}
    links = [link["href"] for link in report.select("nav a")]
    assert links == ["#stage-start-here", "#stage-goals", "#made-from"]
    assert {link.removeprefix("#") for link in links} <= anchors


def test_the_end_tells_files_and_versions(report):
    end = report.select_one(".made-from").get_text()
    assert "data/clients/cafe/exports/orders.csv" in end
    assert re.search(r"pandas\xa0\d", end)


def test_it_prints(report):
    assert "@media print" in report.style.string
    assert "break-inside: avoid" in report.style.string


def test_the_index_links_every_report(executed):
    text = (executed.reports / MONTH / "index.html").read_text(encoding="utf-8")
    index = BeautifulSoup(text, "html.parser")
    assert [link["href"] for link in index.select(".who a")] == ["cafe/report.html", "salon/report.html"]
    assert [link.get_text() for link in index.select(".who a")] == ["Café <Anna>", "Salon Bella"]
    assert index.select_one(".row .badge").get_text() == "! to review"
    assert not index.find_all("script")


def test_a_language_without_a_catalogue_is_spoken_in_english_months_included():
    assert month_in_words("2026-10", Voice("ru")) == "October 2026"


@pytest.mark.parametrize("template", ["report.html.j2", "blocked.html.j2"])
def test_every_word_of_the_template_goes_through_the_catalogue(template):
    text = (TEMPLATES / "page" / template).read_text(encoding="utf-8")
    bare = re.sub(r"{{.*?}}|{%.*?%}", "", text, flags=re.DOTALL)
    assert re.findall(r"(?:aria-label|data-label|title|alt)=\"[^\"]*\w", bare) == []
    assert set(re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>|&\w+;", "", bare))) <= {"SHA"}


def test_the_page_speaks_the_client_s_language(tmp_path):
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Contents"\nmsgstr "Inhalt <b>"\n\nmsgid "FAIL"\nmsgstr "NEIN"\n'
    )
    (tmp_path / "de.po").write_text(catalogue, encoding="utf-8")
    text = page(
        "report.html.j2",
        Voice("de", tmp_path),
        facts=SimpleNamespace(name="Café", audience="client"),
        month="Oktober 2026",
        headlines=[],
        blocked=(),
        counts={"FAIL": 1, "PASS": 1234},
        first=[],
        attention=[],
        rules={},
        sections=[],
        files={},
        inputs=[],
        versions={},
        inputs_hash="",
    )
    assert '<html lang="de">' in text
    assert "Inhalt &lt;b&gt;</h2>" in text
    assert "</span> NEIN</span>" in text


def an_action(rule: str) -> dict:
    said = {
        "rule": rule,
        "verdict": "FAIL",
        "reason": f"Why {rule}.",
        "what": "Mend it.",
        "owner": "A. Orlova",
    }
    return said | {"day": "Nov 7, 2026"}


def test_what_to_do_first_stands_before_everything_that_needs_attention():
    shown = {"facts": SimpleNamespace(name="Pechka", audience="client"), "month": "", "headlines": []}
    shown |= {
        "blocked": (),
        "counts": {"FAIL": 9, "PASS": 1},
        "rules": {},
        "sections": [],
        "files": {},
        "inputs": [],
    }
    shown |= {"versions": {}, "inputs_hash": "", "attention": [an_action(f"R{n}") for n in range(9)]}
    text = page("report.html.j2", Voice("en"), first=[an_action("R7")], **shown)
    assert (
        text.index("What to do first")
        < text.index("Why R7.")
        < text.index("<details")
        < text.index("Why R0.")
    )
    assert text.count("Everything that needs attention: 9") == 2  # to be opened, and above the table in print
    few = page("report.html.j2", Voice("en"), first=[], **shown)
    assert "<details" not in few[few.index("attention") : few.index("contents")] and "Why R0." in few


def test_a_picture_that_is_nearly_as_high_as_wide_gets_a_page_s_height_in_print():
    for (width, height), high in (((8, 3.2), False), ((8, 8), True)):
        drawn = io.BytesIO()
        Figure(figsize=(width, height)).savefig(drawn, format="png")
        picture = base64.b64encode(drawn.getvalue()).decode()
        assert tall({"data": {"image/png": picture}}) is high


def test_a_picture_without_words_of_its_own_says_its_sentence():
    assert spoken({"data": {"text/plain": "Reach fell."}}) == "Reach fell."


def test_a_stage_without_a_notebook_has_its_headline_and_leads_to_its_part():
    headings = (Heading("communication-methods-within-the-rules", "Methods within the rules"),)
    part = Section("communication", "Communication", "", "", headings)
    records = [
        {"stage": "communication", "headline": "All are served."},
        {"stage": "compliance", "headline": "Nothing is blocked."},
    ]
    assert headlines_of(part, records, Voice("en")) == [
        {"anchor": "stage-communication", "title": "Communication", "text": "All are served."},
        {
            "anchor": "communication-methods-within-the-rules",
            "title": "Methods within the rules",
            "text": "Nothing is blocked.",
        },
    ]
