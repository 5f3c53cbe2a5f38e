"""The template for translators is what the code says today."""

import sys
from pathlib import Path

from babel.messages.pofile import read_po

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import extract_messages


def test_the_template_holds_every_message():
    with extract_messages.TEMPLATE.open("rb") as file:
        held = {str(message.id) for message in read_po(file) if message.id}
    assert held == {str(message.id) for message in extract_messages.template() if message.id}, (
        "run: make messages"
    )
