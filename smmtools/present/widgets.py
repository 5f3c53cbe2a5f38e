"""Panels: what a person may try in a notebook. A parameter switches them, never the environment.

With ``panel=False``, as the batch runs, a panel shows nothing that changes between runs. A panel
redraws into the value of an ``HTML`` widget, so that an old answer never stays beside a new one.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets
from IPython.display import display

from smmtools.errors import WorkbookError
from smmtools.inputs.client_month import ClientMonth, open_client
from smmtools.inputs.workspace import find_workspace
from smmtools.present.display import show_sentence
from smmtools.present.voice import voice_of
from smmtools.strategy import goals, start_here
from smmtools.strategy.reach import chance_of_target


def client_panel(case: ClientMonth, panel: bool) -> None:
    """Choose a client and see what is missing in the month; the batch's report names only its own client."""
    if not panel:
        show_sentence(voice_of(case).finding("panel off", client=case.brief.name))
        return
    choice = ipywidgets.Dropdown(options=find_workspace().slugs(), value=case.slug, description="Client")
    answer = ipywidgets.HTML()

    def redraw(_: Any = None) -> None:
        answer.value = _paragraph(_missing_in(choice.value, str(case.month)))

    choice.observe(redraw, names="value")
    redraw()
    display(ipywidgets.VBox([choice, answer]))


def target_panel(found: goals.GoalsAssessment, panel: bool) -> None:
    """Try another daily target: its chance over the days that are left. Changes nothing in the brief."""
    known = [each for each in found.predictions if each.state == "known"]
    if not panel or not known:
        return
    first = known[0]
    target = ipywidgets.BoundedFloatText(
        value=round(first.target / first.days, 2),
        min=0.1,
        max=100_000,
        step=1,
        description="Target a day",
        style={"description_width": "initial"},
    )
    answer = ipywidgets.HTML()
    voice = voice_of(found.client_month)

    def redraw(_: Any = None) -> None:
        chance = chance_of_target(first, target.value)
        answer.value = _paragraph(voice.finding("chance tried", target=target.value, chance=chance))

    target.observe(redraw, names="value")
    redraw()
    display(ipywidgets.VBox([target, answer]))


def _missing_in(slug: str, month: str) -> str:
    """What a client lacks in a month, or what is wrong with its files, in words."""
    try:
        found = start_here.assess(open_client(slug, month))
    except WorkbookError as error:
        return str(error)
    return " ".join(voice_of(found.client_month).verdict(verdict)[0] for verdict in found.verdicts)


def _paragraph(says: str) -> str:
    return f'<p style="white-space: pre-wrap">{escape(says)}</p>'
