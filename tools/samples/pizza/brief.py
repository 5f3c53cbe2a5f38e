"""The restaurant's brief, as an analyst would write it."""

from __future__ import annotations

from samples.pizza.communication import COMMUNICATION
from samples.pizza.compliance import COMPLIANCE
from samples.pizza.content import CONTENT
from samples.pizza.contract import CONTRACT
from samples.pizza.indicators import INDICATORS

BEFORE = """\
# The brief of an invented client. Everything here is what people decided or told us; whatever the
# platforms measured lies in exports/. After a change, check it with: smmtools check pizza

name: Pechka Pizza
jurisdiction: RU                # whose advertising law applies; a lawyer confirms
language: en                    # of the reports
timezone: Asia/Yekaterinburg    # every time of day in the reports
currency: RUB
vat: included                   # all amounts with value added tax
we_are: contractor              # the agency; "client" when the restaurant does it itself
site: https://pechka.example
fx: {}                          # nothing is paid in another currency

# role: own, competitor, or collaborator (a blogger whose joint posts appear in our exports)
accounts:
  - {platform: vk, account: pechka_pizza, role: own, name: Pechka Pizza}
  - {platform: instagram, account: pechka.pizza, role: own, name: Pechka Pizza}    # organic only
  - {platform: instagram, account: ural.vkusno, role: collaborator, name: "Ural, vkusno!"}
  - {platform: vk, account: korochka_ekb, role: competitor, name: Korochka}
  - {platform: vk, account: testo_i_ogon, role: competitor, name: Testo i Ogon}
  - {platform: vk, account: syrny_krug, role: competitor, name: Syrny Krug}

# Decisions are dated. A month uses the latest one whose "since" is not after it, so never rewrite an
# old decision: add a new one below, and the old months can be run again and give what they gave.
decisions:
  goals:
    - since: 2026-08
      by: A. Orlova
      why: The owner wants the second kitchen busy by the new year.
      promotion: open           # every paid mention is marked as advertising
      way: Posts in different formats in the morning and the evening, targeted ads in the delivery zone.
      goals:
        - key: applications
          name: Applications from social networks
          main: true
          type: sales
          indicator: applications
          target: 20
          per: day
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 12          # a day, in the spring of 2026
          path: flat
        - key: followers
          name: New followers
          type: brand
          indicator: follows
          target: 900
          per: month
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 550         # a month, before the campaign
          path: ramp            # grows evenly from the baseline to the target

    - since: 2026-10
      by: A. Orlova
      why: New followers come faster than planned, applications have fallen since the middle of September.
      promotion: open
      way: The same posts and ads, more of them in the evening; the site's order form is looked into.
      recommended: Mend the order form, where applications fell, before more impressions are bought.
      followed: true            # what the workbook's figures spoke for in September
      goals:
        - key: applications     # unchanged: the owner keeps to 20 a day
          name: Applications from social networks
          main: true
          type: sales
          indicator: applications
          target: 20
          per: day
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 12
          path: flat
        - key: followers
          name: New followers
          type: brand
          indicator: follows
          target: 1000          # was 900
          per: month
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 550
          path: ramp

  # Which channels there could be, who could be met there, and how active others are. Unknown stays unknown.
  channels:
    - since: 2026-08
      by: A. Orlova
      why: Nearly everyone in the delivery city is on VK, and what works there is pictured for Instagram, too.
      recommended: [vk, instagram]
      chosen: [vk, instagram]           # Instagram without ads: they are not allowed in Russia
      uncertainty: 0.4                  # audience and activity: nine times in ten within a factor of 1.4
      team_hours_a_week: 32
      specialist: A. Orlova
      gate:
        reach_share: 0.4
        ctr: 0.15                       # of those reached in a month, who click at least once
        source: the agency's restaurants, spring 2026; applications per click by the month's own figures
      candidates:
        - platform: vk
          audience: 640000
          source: "VK ads, people aged 18 to 45 in the delivery city, 2026-07-28"
          rivals:
            - {account: korochka_ekb, posts_a_day: 1.6, er_followers: 0.0015}
            - {account: testo_i_ogon, posts_a_day: 1.2, er_followers: 0.0031}
            - {account: syrny_krug, posts_a_day: unknown, er_followers: unknown}    # see its posts
          benchmark: {er_followers: 0.003, source: the agency's forty VK communities, date: 2026-06-30}
          hours_a_week: 20
        - platform: instagram
          audience: 340000
          source: "Brand Analytics, authors in the region, 2026-06"
          rivals:
            - {account: korochka.pizza, posts_a_day: 0.9, er_followers: 0.012}
            - {account: testo.i.ogon, posts_a_day: 0.6, er_followers: 0.02}
          benchmark: {er_followers: 0.008, source: the agency's twelve Instagram accounts, date: 2026-06-30}
          hours_a_week: 9
        - platform: telegram            # news of the city; too few would order there
          audience: 70000
          source: "TGStat, channels of the city, 2026-07-20"
          rivals: []
          benchmark: {er_followers: 0.004, source: the agency's six channels, date: 2026-06-30}
          hours_a_week: 8
      communities:
        - platform: vk
          purpose: "the restaurant's news, offers and evenings"
          needs: [news, events]
          kind: page
        - {platform: instagram, purpose: what comes out of the oven, needs: [call_to_action], kind: account}

  # Whom the communities are for. A size, a rate or an amount is low, most likely and high, within a month;
  # target shares stand in the cells that the platform itself counts.
  audience:
    - since: 2026-08
      by: A. Orlova
      why: Families order most evenings and stay; students come for the prices.
      recommended: [families, students, offices]
      order: [families, students, offices]
      targets:
        - platform: vk
          breakdown: age_sex
          shares:
            {F 18-21: 0.06, F 21-24: 0.09, F 24-27: 0.10, F 27-30: 0.10, F 30-35: 0.11, F 35-45: 0.10,
             F 45+: 0.04, M 18-21: 0.05, M 21-24: 0.06, M 24-27: 0.07, M 27-30: 0.07, M 30-35: 0.07,
             M 35-45: 0.06, M 45+: 0.02}
        - platform: vk
          breakdown: city
          shares: {Екатеринбург: 1.0}     # the delivery zone ends with the city
      segments:
        - key: families
          name: Families in the delivery zone
          geography: [Ekaterinburg]
          age: "27-45"
          sex: any
          interests: [family evenings, children, football]
          need: Supper on the table without cooking after work.
          offer: A family box within 40 minutes.
          size: {low: 60000, mode: 80000, high: 100000}
          hours: "18:00-22:00"
          met: communities of the city's districts, parents' groups
          channel: vk
          reach_share: {low: 0.2, mode: 0.3, high: 0.4}
          ctr: {low: 0.05, mode: 0.08, high: 0.12}
          conversion: {low: 0.02, mode: 0.03, high: 0.04}
          order: {low: 1100, mode: 1300, high: 1500}
          margin: {low: 0.25, mode: 0.3, high: 0.35}
        - key: students
          name: Students
          geography: [Ekaterinburg]
          age: "18-24"
          sex: any
          interests: [university life, games, parties]
          need: A cheap evening with friends.
          offer: Two pizzas at the price of one on weekdays.
          size: {low: 30000, mode: 38000, high: 50000}
          hours: "20:00-24:00"
          met: communities of the universities
          channel: vk
          reach_share: {low: 0.25, mode: 0.35, high: 0.45}
          ctr: {low: 0.06, mode: 0.1, high: 0.15}
          conversion: {low: 0.015, mode: 0.025, high: 0.035}
          order: {low: 700, mode: 850, high: 1000}
          margin: {low: 0.15, mode: 0.2, high: 0.25}
        - key: offices
          name: Offices at lunch
          geography: [Ekaterinburg]
          age: "25-45"
          sex: any
          interests: [work, the news of the city]
          need: Lunch for a team within the break.
          offer: A set for six, ordered by eleven.
          size: {low: 15000, mode: 22000, high: 30000}
          hours: "10:00-13:00"
          met: communities of business centres
          channel: vk
          reach_share: {low: 0.1, mode: 0.15, high: 0.2}
          ctr: {low: 0.04, mode: 0.06, high: 0.09}
          conversion: {low: 0.02, mode: 0.03, high: 0.04}
          order: {low: 2200, mode: 2600, high: 3200}
          margin: {low: 0.25, mode: 0.28, high: 0.32}

"""
AFTER = """\
  # What a month of work is estimated to cost. A price is low, most likely and high; the fee, our_cost
  # (of one unit) and hours (of the whole line) are the agency's own and stay out of the client's report.
  budget:
    - since: 2026-08
      by: A. Orlova
      why: Agreed with the owner for the time until the new year, whatever does not pay is to be dropped.
      cap: 180000               # roubles a month, the agency's fee apart
      fee: {kind: retainer, amount: 45000}
      lines:
        - item: Posts, written and photographed
          kind: content
          channel: vk
          quantity: 60
          unit: post
          price: {low: 400, mode: 600, high: 1100}
          serves: er_reach
          our_cost: 450
          hours: 30
        - item: Targeted ads in the five districts of the delivery zone
          kind: ads
          channel: vk
          method: targeted_ads
          quantity: 5           # one district for a month each
          unit: month
          price: {low: 8000, mode: 9200, high: 10000}
          serves: applications
          our_cost: 8300
          hours: 6
        - item: Targeted ads to four audiences of families in the evening
          kind: ads
          channel: vk
          method: targeted_ads
          quantity: 4
          unit: month
          price: {low: 6500, mode: 7200, high: 8000}
          serves: applications
          our_cost: 6600
          hours: 4
        - item: Targeted ads to two audiences of earlier buyers
          kind: ads
          channel: vk
          method: targeted_ads
          quantity: 2
          unit: month
          price: {low: 6000, mode: 7000, high: 8000}
          serves: applications
          our_cost: 6300
          hours: 2
        - item: Placements in communities of the city's districts
          kind: placements
          channel: vk
          method: community_ads
          quantity: 12
          unit: placement
          price: {low: 120, mode: 280, high: 480}
          serves: applications
          our_cost: 230
          hours: 5
        - item: Placements in the city's largest community
          kind: placements
          channel: vk
          method: community_ads
          quantity: 2
          unit: placement
          price: {low: 900, mode: 900, high: 900}   # a fixed price, above what placements cost elsewhere
          serves: applications
          our_cost: 800
          hours: 1
        - item: A contest for the best topping, with pizzas as prizes
          kind: contests
          channel: vk
          method: contest
          quantity: 1
          unit: contest
          price: {low: 2000, mode: 3000, high: 5000}
          serves: follows
          our_cost: 2500
          hours: 4
        - item: Answers to comments at weekends
          kind: people
          channel: vk
          method: talking_with_users
          quantity: 9
          unit: day
          price: {low: 1200, mode: 1500, high: 1900}
          serves: conversion_community
          our_cost: 1100
          hours: 27
        - item: The statistics tool
          kind: tools
          quantity: 1
          unit: month
          price: {low: 2490, mode: 2490, high: 2490}
          serves: er_followers
          our_cost: 1490
"""
CLIENT = BEFORE + CONTENT + COMMUNICATION + INDICATORS + AFTER + COMPLIANCE + CONTRACT
"""The whole of client.yml."""
