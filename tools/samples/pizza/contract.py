"""The restaurant's contract with the agency: agreed in July, delivered and audited in October."""

from __future__ import annotations

from samples.agreements import in_force
from samples.pizza.risks import RISKS

_TERMS = """\
      signed: 2026-07-28
      subject: Promotion of the community on VK to people in the delivery zone.
      state:                      # of the community on the day of signing
        - platform: vk
          account: pechka_pizza
          followers: 23412
          engagements_a_month: 2900
          visits_a_month: 5200
          ad_spend_a_month: 61000
      works:                      # each with its method
        - {item: Targeted ads in the delivery zone, method: targeted_ads, platform: vk}
        - {item: Placements in communities of the city, method: community_ads, platform: vk}
        - {item: One contest a month, method: contest, platform: vk}
        - {item: Answers to comments, method: talking_with_users}
      followers_to_gain: 1000
      counts_as_follower: A living person of the city who was online within the last thirty days.
      price_per_follower: 24
      obligations:
        - {whose: contractor, what: Agrees every post with the restaurant two days ahead.}
        - {whose: client, what: Answers within a day and sends photographs each week.}
      refund_when_blocked: The month's fee, within ten days.
      penalty: {a_day: 1500, cap: 20000}      # for each day late; internal
      start: 2026-08-01
      deadline: 2026-10-31
      estimate:                   # of the whole term; the amounts are internal
        - {item: "Posts, two a day", amount: 108000, serves: er_reach}
        - {item: Targeted ads in the delivery zone, amount: 265000, serves: applications}
        - {item: A thousand followers, amount: 24000, serves: follows}
"""
_DELIVERED = """\
      gained: 1200                # by the day of delivery; audited three days later
      delivered: 2026-10-17
"""
CONTRACT = in_force(
    ("2026-08", "A. Orlova", "The owner pays for people who can be served, so an audit decides.", _TERMS),
    ("2026-10", "A. Orlova", "Delivered before the term ended, and audited.", _TERMS + _DELIVERED),
    risks=RISKS,
)
