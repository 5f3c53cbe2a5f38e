"""Write the template for translators: ``python tools/extract_messages.py``.

Every message of the reports, from the sentences, the tables' titles, the pages and the indicators'
definitions, into ``smmtools/present/catalogues/messages.pot``. A translation is a copy of it named by
its language, ``ru.po``, beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

import smmtools
from smmtools.measures.kpis import REGISTRY
from smmtools.present.voice import CATALOGUES

PACKAGE = Path(smmtools.__file__).parent
TEMPLATE = CATALOGUES / "messages.pot"
METHODS = [
    ("present/**.py", "python"),
    ("batch/templates/page/**.j2", "jinja2"),
    ("present/templates/**.j2", "jinja2"),
]
KEYWORDS = {"_": None, "text": None}


def messages() -> Iterator[tuple[str, str]]:
    """Every message with the file that it stands in."""
    for file, _, message, _, _ in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        yield str(message), f"smmtools/{file}"
    for kpi in REGISTRY.values():
        for message in (kpi.name, kpi.formula, kpi.unit, kpi.note, kpi.source):
            yield message, "smmtools/measures/kpis.py"


def template() -> Catalog:
    """The catalogue without translations, sorted, without a clock or line numbers."""
    catalogue = Catalog(project="SMM workbook", header_comment="# The messages of the reports.", fuzzy=False)
    for message, file in sorted(set(messages())):
        if message:
            catalogue.add(message, locations=[(file, 0)])
    return catalogue


def main() -> None:
    """Write the template."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, template(), sort_output=True, omit_header=True, include_lineno=False)
    print(f"{TEMPLATE.name}: {len(template())} messages")


if __name__ == "__main__":
    main()
