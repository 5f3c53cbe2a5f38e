"""The toy brand's brief, as an analyst would write it."""

from __future__ import annotations

ANSWERS = {
    "name": "Brumm & Klotz",
    "jurisdiction": "DE",
    "timezone": "Europe/Berlin",
    "currency": "EUR",
    "accounts": "facebook:Brumm & Klotz, instagram:brumm.klotz, youtube:Brumm & Klotz",
}

CLIENT = """\
# The brief of an invented client. Everything here is what people decided or told us; whatever the
# platforms measured lies in exports/. After a change, check it with: smmtools check toys

name: Brumm & Klotz
jurisdiction: DE
language: en
timezone: Europe/Berlin
currency: EUR
vat: excluded
we_are: contractor
site: https://brummundklotz.example

accounts:
  - {platform: facebook, account: Brumm & Klotz, role: own}
  - {platform: instagram, account: brumm.klotz, role: own, name: Brumm & Klotz}
  - {platform: youtube, account: Brumm & Klotz, role: own}
  - {platform: facebook, account: Holzwurm Kids, role: competitor}
  - {platform: facebook, account: Klickeria, role: competitor}

decisions:
  goals:
    - since: 2026-08
      by: J. Brandt
      why: Half of the year's toys are bought in December; by then parents should know the name.
      promotion: open
      way: Workshop stories and informal talk, no selling posts before the middle of November.
      goals:
        - key: followers        # an image goal: what can be counted only stands for being known
          name: New followers on Facebook and Instagram
          main: true
          type: brand
          indicator: follows
          target: 800
          per: month
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 380         # a month, in the spring of 2026
          path: ramp            # December matters most
        - key: visits
          name: Visits to the Facebook page
          type: brand
          indicator: visits
          target: 90
          per: day
          start: 2026-08-01
          deadline: 2026-12-31
          baseline: 70
          path: flat

  # What a month of work is estimated to cost. The fee, our_cost (of one unit) and hours (of the whole
  # line) are the agency's own and stay out of the client's report.
  budget:
    - since: 2026-08
      by: J. Brandt
      why: Known before December, with what the autumn fair left over.
      cap: 6200                 # euros a month, the agency's fee apart
      fee: {kind: share of spend, amount: 0.15}
      lines:
        - item: Posts from the workshop, written and photographed
          kind: content
          quantity: 60
          unit: post
          price: {low: 28, mode: 38, high: 55}
          serves: er_reach
          our_cost: 29
          hours: 52
        - item: Videos for YouTube
          kind: content
          channel: youtube
          quantity: 2
          unit: video
          price: {low: 420, mode: 560, high: 900}
          serves: vtr
          our_cost: 440
          hours: 18
        - item: Ads to parents and grandparents
          kind: ads
          channel: facebook
          method: targeted_ads
          quantity: 1
          unit: month
          price: {low: 430, mode: 480, high: 560}
          serves: follows
          our_cost: 480
          hours: 5
        - item: Boosted posts
          kind: ads
          channel: facebook
          method: targeted_ads
          quantity: 2
          unit: post
          price: {low: 120, mode: 200, high: 390}
          serves: follows
          our_cost: 195
          hours: 2
        - item: Talk with those who comment
          kind: people
          method: talking_with_users
          quantity: 22
          unit: day
          price: {low: 28, mode: 32, high: 40}
          serves: er_followers
          our_cost: 25
          hours: 22
        - item: A printed yearbook of the page's best posts    # nice to have; for which indicator?
          kind: tools
          quantity: 1
          unit: print run
          price: {low: 350, mode: 420, high: 600}
          our_cost: 380
          hours: 9
"""
