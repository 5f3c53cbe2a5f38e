"""What the dealer thinks may go wrong: two kinds of six, and a contract without an end."""

from __future__ import annotations

RISKS = """\
      risks:                      # likelihood within the contract's term; impact in euros
        - kind: blocking
          likelihood: 0.03
          impact: {low: 200, mode: 900, high: 3000}
          mitigation: White methods only.
          owner: M. Kovac
        - kind: competition
          likelihood: 0.4
          impact: {low: 500, mode: 1500, high: 4000}
          mitigation: Every car is shown the day it comes in.
          owner: the dealer
"""
