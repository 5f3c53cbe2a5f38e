"""The used-car dealer's contract: half a page, with most of the clauses missing."""

from __future__ import annotations

from samples.agreements import in_force
from samples.cars.risks import RISKS

_TERMS = """\
      signed: 2026-07-20
      subject: Applications for cars from Facebook and VK.
      state:                      # nobody counted anything but followers
        - {platform: facebook, account: Auto Lipa, followers: 4117, engagements_a_month: unknown}
        - {platform: vk, account: autolipa_ba, followers: 186, engagements_a_month: unknown}
      works:                      # each with its method
        - {item: Ads on Facebook, method: targeted_ads, platform: facebook}
        - {item: Ads on VK, method: targeted_ads, platform: vk}
        - {item: Someone who calls back, method: talking_with_users}
      obligations:
        - {whose: contractor, what: Answers the phone until seven.}
      start: 2026-08-01
      estimate:                   # a month; the amounts are internal
        - {item: Ads on Facebook and VK, amount: 900, serves: applications}
        - {item: Someone who calls back, amount: 260, serves: applications}
        - {item: A banner in the yard, amount: 70}    # for which indicator?
"""
CONTRACT = in_force(("2026-08", "M. Kovac", "A handshake, and half a page.", _TERMS), risks=RISKS)
