"""What the toy brand's goals are watched by, as its analyst decided."""

from __future__ import annotations

INDICATORS = """\
  # By which figures each goal is watched. An image cannot be counted, so all of them are proxies. A target
  # is for the month planned: a rate as a fraction, what a goal counts as an average a day.
  indicators:
    - since: 2026-08
      by: J. Brandt
      why: The brand wants to be known before December; nobody can count that, so its traces are watched.
      watched:
        - {indicator: audience_growth, role: primary, baseline: 0.015, target: 0.025, owner: J. Brandt}
        - {indicator: er_reach, channel: facebook, role: supporting, baseline: 0.024, target: 0.06,
           owner: L. Weber}
        - {indicator: follows, role: supporting, baseline: 13, target: 26, cadence: week, owner: L. Weber}
        - indicator: er_day               # the life of the page
          channel: facebook
          baseline: 0.0024
          target: 0.0026                  # too small a step to be told from chance
          owner: L. Weber
        - indicator: er_followers         # falls where followers are bought
          channel: facebook
          role: guard
          baseline: 0.0027
          target: 0.0027
          owner: J. Brandt
        - {goal: visits, indicator: sessions, role: primary, baseline: 37, target: 50, owner: J. Brandt}
        - {goal: visits, indicator: ctr, role: supporting, baseline: 0.0055, target: 0.0062, owner: L. Weber}
        - {goal: visits, indicator: er_reach, channel: instagram, role: supporting, baseline: 0.045,
           target: 0.09, owner: L. Weber}
        - {goal: visits, indicator: audience_growth, role: guard, baseline: 0.015, target: 0.015,
           owner: J. Brandt}

"""
