"""The invented new client: what ``smmtools new`` writes, and a first goal. There is no history yet."""

from __future__ import annotations

from smmtools.inputs.new_client import client_files

SLUG = "newcomer"
ANSWERS = {
    "name": "Lumen Yoga",
    "jurisdiction": "PL",
    "timezone": "Europe/Warsaw",
    "currency": "PLN",
    "accounts": "instagram:lumen.yoga, facebook:Lumen Yoga",
}

DECISIONS = """\
decisions:
  goals:
    - since: 2026-10
      by: K. Nowak
      why: The studio opens a second room in January.
      promotion: open
      way: Classes shown from within, a trial lesson as the offer; the channels are still to be chosen.
      goals:
        - key: applications
          name: Trial lessons asked for
          main: true
          type: sales
          indicator: applications
          target: 3
          per: day
          start: 2026-10-15
          deadline: 2027-01-31
          baseline: 0                  # nobody has counted before
          path: ramp
  audience:                            # named by the owner; nobody has counted them yet
    - since: 2026-10
      by: K. Nowak
      why: The owner knows who comes to the first room.
      segments:
        - key: beginners
          name: Beginners after work
          geography: [Warsaw]
          need: A calm hour after a day at a desk.
          offer: A trial lesson in the evening.
        - key: expecting
          name: Expecting mothers
          sex: women
          need: Exercise that is safe.
"""


def files() -> dict[str, bytes]:
    """Every file of ``data/clients/newcomer``: the templates, the examples giving way to a first decision."""
    made = client_files(SLUG, ANSWERS)
    head, _, _ = made["client.yml"].decode().partition("decisions:\n")
    head = head.replace(
        "# Remove the # before a line to use it; what is written there is only an example.\n", ""
    )
    return made | {"client.yml": (head + DECISIONS).encode()}
