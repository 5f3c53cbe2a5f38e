"""The used-car dealer's brief, as an analyst would write it."""

from __future__ import annotations

from samples.cars.communication import COMMUNICATION
from samples.cars.compliance import COMPLIANCE
from samples.cars.content import CONTENT
from samples.cars.contract import CONTRACT
from samples.cars.indicators import INDICATORS

ANSWERS = {
    "name": "Auto Lipa",
    "jurisdiction": "SK",
    "timezone": "Europe/Bratislava",
    "currency": "EUR",
    "accounts": "facebook:Auto Lipa, vk:autolipa_ba",
}

BEFORE = """\
# The brief of an invented client. Everything here is what people decided or told us; whatever the
# platforms measured lies in exports/. After a change, check it with: smmtools check cars

name: Auto Lipa
jurisdiction: SK
language: en
timezone: Europe/Bratislava
currency: EUR
vat: included
we_are: contractor
site: https://autolipa.example

# No competitor is named: nobody has looked at them so far.
accounts:
  - {platform: facebook, account: Auto Lipa, role: own}
  - {platform: vk, account: autolipa_ba, role: own, name: Auto Lipa}

decisions:
  goals:
    - since: 2026-08
      by: M. Kovac
      why: The yard has room for forty cars and sells four a month.
      promotion: open
      way: Cars as they come in, what the mechanic checks, ads for estate cars and first cars.
      goals:
        - key: applications
          name: Applications from social networks
          main: true
          type: sales
          indicator: applications
          target: 4
          per: week             # so few that a single week says nothing
          start: 2026-08-01
          deadline: 2027-01-31
          baseline: 2
          path: flat

  # Which channels there could be and who could be met there. Nobody has looked at competitors so far.
  channels:
    - since: 2026-08
      by: M. Kovac
      why: Buyers near Bratislava are on Facebook.
      recommended: [facebook]
      chosen: [facebook, vk]
      overrides:
        - {platform: vk, why: The owner's countrymen ask for him there; he writes the posts himself.}
      uncertainty: 0.5
      team_hours_a_week: 12
      specialist: M. Kovac
      gate:
        reach_share: 0.3
        ctr: 0.1                        # of those reached in a month, who click at least once
        application_rate: 0.0125
        source: the dealer's own figures, first half of 2026
      candidates:
        - platform: facebook
          audience: 90000
          source: "Meta ads, people within 60 km who look for cars, 2026-07-27"
          rivals: unknown
          hours_a_week: 8
        - platform: vk
          audience: 2600
          source: "VK ads, people within 60 km, 2026-07-27"
          rivals: unknown
          hours_a_week: 2
      communities:
        - platform: facebook
          purpose: cars as they come in
          needs: [call_to_action, ads, statistics]
          kind: page
        - {platform: vk, purpose: news for the owner's countrymen, needs: [news], kind: page}

  # Whom the communities are for. A size, a rate or an amount is low, most likely and high, within a month;
  # target shares stand in the cells that the platform itself counts.
  audience:
    - since: 2026-08
      by: M. Kovac
      why: The yard is full of small cars, and they are to go first.
      recommended: [families, first-cars]
      order: [first-cars, families]
      targets:
        - platform: vk
          breakdown: age_sex
          shares:
            {M 27-30: 0.12, M 30-35: 0.26, M 35-45: 0.30, M 45+: 0.12, F 30-35: 0.08, F 35-45: 0.08,
             F 45+: 0.04}
        - platform: vk
          breakdown: city
          shares: {Братислава: 0.9, elsewhere: 0.1}
      segments:
        - key: families
          name: Families who need an estate car
          geography: [Bratislava and an hour around]
          age: "30-45"
          sex: any
          interests: [children, trips, building a house]
          need: Room and a car that does not break down.
          offer: Estate cars with the mechanic's report and a year's guarantee.
          size: {low: 8000, mode: 12000, high: 17000}
          hours: "19:00-22:00"
          met: groups of their villages, pages on family trips
          channel: facebook
          reach_share: {low: 0.1, mode: 0.15, high: 0.2}
          ctr: {low: 0.03, mode: 0.05, high: 0.07}
          conversion: {low: 0.002, mode: 0.004, high: 0.006}
          order: {low: 7500, mode: 9200, high: 12000}
          margin: {low: 0.07, mode: 0.09, high: 0.11}
        - key: first-cars
          name: Buyers of a first car
          geography: [Bratislava and an hour around]
          age: "19-26"
          sex: any
          interests: [driving school, cars, music]
          need: A car that insurance and wages allow.
          offer: Small cars under 6,000 with instalments.
          size: {low: 5000, mode: 7500, high: 11000}
          hours: "17:00-23:00"
          met: groups of driving schools and students
          channel: facebook
          reach_share: {low: 0.12, mode: 0.18, high: 0.25}
          ctr: {low: 0.03, mode: 0.05, high: 0.08}
          conversion: {low: 0.001, mode: 0.002, high: 0.004}
          order: {low: 3800, mode: 4800, high: 5900}
          margin: {low: 0.06, mode: 0.08, high: 0.1}

"""
AFTER = """\
  # What a month of work is estimated to cost. The fee, our_cost (of one unit) and hours (of the whole
  # line) are the agency's own and stay out of the client's report.
  budget:
    - since: 2026-08
      by: M. Kovac
      why: The owner pays for ads only, and keeps VK though few buyers are seen there.
      cap: 1400                 # euros a month, the agency's fee apart
      fee: {kind: share of spend, amount: 0.18}
      lines:                    # no line pays for content
        - item: Ads for estate cars and first cars
          kind: ads
          channel: facebook
          method: targeted_ads
          quantity: 1
          unit: month
          price: {low: 400, mode: 450, high: 560}
          serves: applications
          our_cost: 450
          hours: 6
        - item: Ads on VK
          kind: ads
          channel: vk
          method: targeted_ads
          quantity: 1
          unit: month
          price: {low: 60, mode: 90, high: 150}
          serves: applications
          our_cost: 90
          hours: 2
        - item: Someone who calls back the same day
          kind: people
          method: talking_with_users
          quantity: 24
          unit: day
          price: {low: 14, mode: 18, high: 24}
          serves: application_rate
          our_cost: 13
          hours: 24
        - item: The sheet of applications, kept up to date
          kind: tools
          quantity: 1
          unit: month
          price: {low: 58, mode: 58, high: 58}
          serves: applications
          our_cost: 40
          hours: 2
"""
CLIENT = BEFORE + CONTENT + COMMUNICATION + INDICATORS + AFTER + COMPLIANCE + CONTRACT
"""The whole of client.yml."""
