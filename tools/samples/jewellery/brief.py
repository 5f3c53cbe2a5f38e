"""The jewellery shop's brief, as an analyst would write it."""

from __future__ import annotations

ANSWERS = {
    "name": "Intan Laut",
    "jurisdiction": "MY",
    "timezone": "Asia/Kuala_Lumpur",
    "currency": "MYR",
    "vat": "none",
    "accounts": "instagram:intanlaut.my, tiktok:intanlaut",
}

CLIENT = """\
# The brief of an invented client. Everything here is what people decided or told us; whatever the
# platforms measured lies in exports/. After a change, check it with: smmtools check jewellery

name: Intan Laut
jurisdiction: MY
language: en
timezone: Asia/Kuala_Lumpur
currency: MYR
vat: none                       # too small a shop to be registered for sales tax
we_are: contractor
site: https://intanlaut.example
fx:                             # the advertising account counts in US dollars
  USD: {rate: 4.21, date: 2026-10-30, source: the shop's bank}

accounts:
  - {platform: instagram, account: intanlaut.my, role: own, name: Intan Laut}
  - {platform: tiktok, account: intanlaut, role: own, name: Intan Laut}

decisions:
  goals:
    - since: 2026-08
      by: N. Rahman
      why: The workshop can make six pieces a day; today it makes three.
      promotion: open
      way: A post and a story a day, ads in the Klang Valley, promo codes where no link can stand.
      goals:
        - key: orders
          name: Orders from social networks
          main: true
          type: sales
          indicator: orders
          target: 4.5
          per: day
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 2.5
          path: flat
        - key: followers
          name: New followers
          type: brand
          indicator: follows
          target: 450
          per: month
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 380
          path: flat

  # What a month of work is estimated to cost. The fee, our_cost (of one unit) and hours (of the whole
  # line) are the agency's own and stay out of the client's report.
  budget:
    - since: 2026-08
      by: N. Rahman
      why: What the owner can spare until Deepavali.
      cap: 8800                 # ringgit a month, the agency's fee apart
      fee: {kind: retainer, amount: 2200}
      lines:
        - item: Posts, photographed in the workshop
          kind: content
          channel: instagram
          quantity: 50
          unit: post
          price: {low: 35, mode: 45, high: 70}
          serves: er_reach
          our_cost: 36
          hours: 40
        - item: Short videos
          kind: content
          channel: tiktok
          quantity: 12
          unit: video
          price: {low: 110, mode: 150, high: 240}
          serves: er_views
          our_cost: 120
          hours: 18
        - item: Ads in the Klang Valley and for Deepavali
          kind: ads
          channel: instagram
          method: targeted_ads
          quantity: 1
          unit: month
          price: {low: 620, mode: 700, high: 850}
          currency: USD         # the account is billed in dollars
          serves: orders
          our_cost: 700
          hours: 8
        - item: Posts of bloggers, marked as advertising
          kind: placements
          channel: instagram
          method: blogger_posts
          quantity: 2
          unit: placement
          price: {low: 350, mode: 500, high: 800}
          serves: orders
          our_cost: 470
          hours: 4
        - item: A Deepavali giveaway, the winner drawn at random
          kind: contests
          channel: instagram
          method: contest
          quantity: 1
          unit: contest
          price: {low: 200, mode: 300, high: 500}
          serves: follows
          our_cost: 280
          hours: 3
        - item: Answers to messages until ten at night
          kind: people
          method: talking_with_users
          quantity: 31
          unit: day
          price: {low: 25, mode: 30, high: 38}
          serves: application_rate
          our_cost: 22
          hours: 46
"""
