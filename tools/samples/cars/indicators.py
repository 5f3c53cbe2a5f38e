"""What the car dealer's goal is watched by, as its analyst decided."""

from __future__ import annotations

INDICATORS = """\
  # By which figures the goal is watched. The site's visitors are not counted, so there is no conversion.
  indicators:
    - since: 2026-08
      by: M. Kovac
      why: A car is sold by telephone, so an application is all that the ads can be held to.
      watched:
        - indicator: application_rate
          role: primary
          baseline: 0.013
          target: 0.016                   # too few ask for a car in a month to see it
          owner: M. Kovac
        - {indicator: ctr, channel: facebook, baseline: 0.011, target: 0.0125, owner: M. Kovac}
        - {indicator: cpl, channel: facebook, role: guard, baseline: 50, target: 65, owner: M. Kovac}

"""
