import datetime as dt
import string

import pytest
from babel.messages.pofile import read_po

from smmtools.present import voice as voices
from smmtools.present.voice import Voice, languages

TEMPLATE = voices.CATALOGUES / "messages.pot"
GERMAN = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "{goal}: nothing to judge in {month:month}."
msgstr "{goal}: im {month:month} nichts zu beurteilen."

msgid "goal"
msgstr "Ziel"

msgid "less than 1 in {0}"
msgstr "weniger als 1 von {0}"
"""


@pytest.fixture
def german(tmp_path) -> Voice:
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    return Voice("de", tmp_path)


def test_sentences_follow_the_catalogue_and_figures_the_locale(german):
    said = german.headline("goals, no pace", goal="Ruhm", month=dt.date(2026, 10, 31))
    assert said == "Ruhm: im Oktober 2026 nichts zu beurteilen."
    assert german.number(1234.5) == "1.230"
    assert german.money(1234.5, "EUR") == "1.230\N{NO-BREAK SPACE}€"
    assert german.chance(0.00001) == "weniger als 1 von 1.000"


def test_a_message_that_the_catalogue_lacks_is_said_in_english(german):
    assert german.text("verdict") == "verdict"


def test_a_language_without_a_catalogue_is_english_in_figures_too():
    assert Voice("ru").number(1234.5) == Voice("en").number(1234.5) == "1,230"
    assert languages() >= {"en"}


def test_a_region_of_a_known_language_keeps_its_own_figures(tmp_path):
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    assert Voice("de-CH", tmp_path).number(1234.5) == "1’230"


def test_the_template_for_translators_can_be_read_and_is_filled():
    with TEMPLATE.open("rb") as file:
        held = {str(message.id) for message in read_po(file) if message.id}
    assert "Nothing to do." in held
    assert {"goal", "behind", "Engagement rate by reach"} <= held


def test_every_template_names_only_writers_that_there_are():
    with TEMPLATE.open("rb") as file:
        messages = [str(message.id) for message in read_po(file) if message.id]
    known = set(Voice("en")._writers)
    for message in messages:
        assert {spec for _, _, spec, _ in string.Formatter().parse(message) if spec} <= known, message
