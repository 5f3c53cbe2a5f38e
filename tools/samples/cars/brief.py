"""The used-car dealer's brief, as an analyst would write it."""

from __future__ import annotations

ANSWERS = {
    "name": "Auto Lipa",
    "jurisdiction": "SK",
    "timezone": "Europe/Bratislava",
    "currency": "EUR",
    "accounts": "facebook:Auto Lipa, vk:autolipa_ba",
}

CLIENT = """\
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
