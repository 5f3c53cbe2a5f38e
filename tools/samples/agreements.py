"""The contract in a sample brief: agreed first, and decided again once it is delivered."""

from __future__ import annotations

HEAD = """\

  # What was agreed, what was delivered, and what may go wrong. Penalties and the estimate's amounts are
  # internal. What is not written here is not in the contract either.
  contract:
"""


def in_force(*decisions: tuple[str, str, str, str], risks: str = "") -> str:
    """The decisions as the brief holds them: since when, by whom, why, the clauses; with its risks each.

    >>> print(in_force(("2026-08", "A. Orlova", "Agreed.", "      followers_to_gain: 9\\n")).split(":", 1)[1])
    <BLANKLINE>
        - since: 2026-08
          by: A. Orlova
          why: Agreed.
          followers_to_gain: 9
    <BLANKLINE>
    """
    entries = (
        f"    - since: {since}\n      by: {by}\n      why: {why}\n{terms}{risks}"
        for since, by, why, terms in decisions
    )
    return HEAD + "".join(entries)
