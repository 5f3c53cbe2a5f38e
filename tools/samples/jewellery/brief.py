"""The jewellery shop's brief, as an analyst would write it."""

from __future__ import annotations

from samples.jewellery.communication import COMMUNICATION
from samples.jewellery.compliance import COMPLIANCE
from samples.jewellery.content import CONTENT
from samples.jewellery.contract import CONTRACT
from samples.jewellery.indicators import INDICATORS

ANSWERS = {
    "name": "Intan Laut",
    "jurisdiction": "MY",
    "timezone": "Asia/Kuala_Lumpur",
    "currency": "MYR",
    "vat": "none",
    "accounts": "instagram:intanlaut.my, tiktok:intanlaut",
}

BEFORE = """\
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
fx:                             # the advertising account counts in US dollars; bots are priced in roubles
  USD: {rate: 4.21, date: 2026-10-30, source: the shop's bank}
  RUB: {rate: 0.052, date: 2026-10-30, source: the shop's bank}

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

    - since: 2026-10
      by: N. Rahman
      why: Orders run ahead; the target stays until the workshop has its third bench.
      promotion: open
      way: As before, with more of the ads in the weeks before the year's end.
      impressions_a_day: {low: 12500, mode: 13500, high: 15000}    # from November, ads and posts together
      recommended: Keep the target, and plan for some 12,500 impressions a day.
      followed: true
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

  # Which channels there could be, who could be met there, and how active others are. Unknown stays unknown.
  channels:
    - since: 2026-08
      by: N. Rahman
      why: Rings are bought by the eye, so pictures and short videos; Facebook is full of jewellers.
      recommended: [tiktok, instagram]
      chosen: [instagram, tiktok]
      uncertainty: 0.5
      team_hours_a_week: 16
      specialist: N. Rahman
      gate:
        reach_share: 0.1
        ctr: 0.05
        application_rate: 0.04
        source: the shop's own figures, first half of 2026
      candidates:
        - platform: instagram
          audience: 1100000
          source: "Meta ads, women aged 20 to 45 in the Klang Valley, 2026-07-22"
          rivals:
            - {account: permata.kl, posts_a_day: 1.8, er_followers: 0.006}
            - {account: emasku, posts_a_day: 2.4, er_followers: 0.004}
          benchmark: {er_followers: 0.006, source: the agency's seven shops, date: 2026-06-30}
          hours_a_week: 9
        - platform: tiktok
          audience: 950000
          source: "TikTok Ads Manager, women aged 20 to 45 in the Klang Valley, 2026-07-22"
          rivals:
            - {account: permata.kl, posts_a_day: 0.5, er_followers: 0.03}
          benchmark: {er_followers: 0.025, source: the agency's seven shops, date: 2026-06-30}
          hours_a_week: 6
        - platform: facebook
          audience: 620000
          source: "Meta ads, women aged 20 to 45 in the Klang Valley, 2026-07-22"
          rivals:
            - {account: Kedai Emas Jaya, posts_a_day: 4, er_followers: 0.003}
          benchmark: {er_followers: 0.0015, source: the agency's seven shops, date: 2026-06-30}
          hours_a_week: 8
      communities:
        - {platform: instagram, purpose: the shop window, needs: [call_to_action], kind: account}
        - {platform: tiktok, purpose: the making of a ring, needs: [discussion]}

  # Whom the communities are for. A size, a rate or an amount is low, most likely and high, within a month;
  # target shares stand in the cells that the platform itself counts.
  audience:
    - since: 2026-08
      by: N. Rahman
      why: Gifts before the festivals are what the workshop lives by.
      recommended: [gifts, brides, everyday]
      order: [gifts, brides, everyday]
      contests: []              # the giveaway of Deepavali comes in November
      targets:                  # Instagram's audience page has not been exported yet
        - platform: instagram
          breakdown: age_sex
          shares: {F 18-24: 0.20, F 25-34: 0.40, F 35-44: 0.25, M 25-34: 0.10, M 35-44: 0.05}
        - platform: instagram
          breakdown: city
          shares: {"Kuala Lumpur, Malaysia": 0.5, "Petaling Jaya, Malaysia": 0.2, elsewhere: 0.3}
      segments:
        - key: gifts
          name: Givers before the festivals
          geography: [Klang Valley]
          age: "22-45"
          sex: any
          interests: [festivals, family, fashion]
          need: A gift that looks dear and arrives in time.
          offer: A set in a box, sent within two days.
          size: {low: 180000, mode: 240000, high: 320000}
          hours: "20:00-23:00"
          met: accounts on festivals and fashion
          channel: instagram
          reach_share: {low: 0.04, mode: 0.06, high: 0.08}
          ctr: {low: 0.02, mode: 0.03, high: 0.04}
          conversion: {low: 0.015, mode: 0.02, high: 0.03}
          order: {low: 110, mode: 140, high: 180}
          margin: {low: 0.5, mode: 0.55, high: 0.6}
        - key: brides
          name: Brides and bridesmaids
          geography: [Klang Valley]
          age: "22-34"
          sex: women
          interests: [weddings, make-up, dresses]
          need: Matching pieces for a whole party.
          offer: Six sets for the price of five, fitted at home.
          size: {low: 14000, mode: 20000, high: 28000}
          hours: "12:00-14:00, 21:00-23:00"
          met: accounts of wedding planners
          channel: instagram
          reach_share: {low: 0.08, mode: 0.12, high: 0.16}
          ctr: {low: 0.03, mode: 0.04, high: 0.06}
          conversion: {low: 0.01, mode: 0.015, high: 0.02}
          order: {low: 380, mode: 480, high: 650}
          margin: {low: 0.45, mode: 0.5, high: 0.55}
        - key: everyday
          name: Earrings for every day
          geography: [Malaysia]
          age: "18-30"
          sex: women
          interests: [fashion, short videos]
          need: Something new that costs little.
          offer: A pair a week at a fixed price.
          size: {low: 90000, mode: 130000, high: 180000}
          hours: "19:00-24:00"
          met: short videos on fashion
          channel: tiktok
          reach_share: {low: 0.05, mode: 0.08, high: 0.12}
          ctr: {low: 0.01, mode: 0.02, high: 0.03}
          conversion: {low: 0.005, mode: 0.01, high: 0.015}
          order: {low: 35, mode: 45, high: 60}
          margin: {low: 0.4, mode: 0.45, high: 0.5}

"""
AFTER = """\
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
CLIENT = BEFORE + CONTENT + COMMUNICATION + INDICATORS + AFTER + COMPLIANCE + CONTRACT
"""The whole of client.yml."""
