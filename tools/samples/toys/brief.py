"""The toy brand's brief, as an analyst would write it."""

from __future__ import annotations

from samples.toys.communication import COMMUNICATION
from samples.toys.compliance import COMPLIANCE
from samples.toys.content import CONTENT
from samples.toys.contract import CONTRACT
from samples.toys.indicators import INDICATORS

ANSWERS = {
    "name": "Brumm & Klotz",
    "jurisdiction": "DE",
    "timezone": "Europe/Berlin",
    "currency": "EUR",
    "accounts": "facebook:Brumm & Klotz, instagram:brumm.klotz, youtube:Brumm & Klotz",
}

BEFORE = """\
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

  # Which channels there could be, who could be met there, and how active others are. Unknown stays unknown.
  channels:
    - since: 2026-08
      by: J. Brandt
      why: Parents are on Facebook and Instagram; grandparents on Facebook only.
      recommended: [instagram, facebook]
      chosen: [facebook, instagram, youtube]
      overrides:
        - {platform: youtube, why: The workshop films its toys for the shop in any case.}
      uncertainty: 0.5
      team_hours_a_week: 30
      specialist: J. Brandt
      gate:                             # the goal counts new followers: of those who look at the page
        reach_share: 0.05
        ctr: 0.1
        application_rate: 0.3
        source: the page's own figures, first half of 2026
      candidates:
        - platform: facebook
          audience: 1400000
          source: "Meta ads, parents and grandparents in Germany, 2026-07-24"
          rivals:
            - {account: Holzwurm Kids, posts_a_day: 1.4, er_followers: 0.003}
            - {account: Klickeria, posts_a_day: 2.1, er_followers: 0.002}
          benchmark: {er_followers: 0.002, source: the agency's nine pages for families, date: 2026-06-30}
          hours_a_week: 14
        - platform: instagram
          audience: 1200000
          source: "Meta ads, parents in Germany, 2026-07-24"
          rivals:
            - {account: holzwurm.kids, posts_a_day: 0.8, er_followers: 0.006}
            - {account: klickeria, posts_a_day: 1.1, er_followers: 0.004}
          benchmark: {er_followers: 0.005, source: the agency's accounts for families, date: 2026-06-30}
          hours_a_week: 10
        - platform: youtube
          audience: 650000
          source: "Google Ads, parents in Germany, 2026-07-24"
          rivals: unknown               # nobody has looked
          hours_a_week: 5
      communities:
        - platform: facebook
          purpose: the brand's page
          needs: [call_to_action, ads, statistics]
          kind: page
        - platform: facebook
          purpose: a circle of VIP parents who try new toys
          needs: [inner_circle, privacy, chat]
          kind: group
          setting: secret
        - {platform: instagram, purpose: the workshop in pictures, needs: [call_to_action], kind: account}
        - {platform: youtube, purpose: films of the workshop, needs: [statistics]}

  # Whom the communities are for. A size, a rate or an amount is low, most likely and high, within a month;
  # target shares stand in the cells that the platform itself counts.
  audience:
    - since: 2026-08
      by: J. Brandt
      why: Parents follow all year, grandparents buy in December only.
      recommended: [parents, grandparents, collectors]
      order: [parents, grandparents, collectors]
      targets:
        - platform: facebook
          breakdown: age_sex
          shares:
            {F 25-34: 0.26, F 35-44: 0.30, F 45-54: 0.08, F 55-64: 0.07, F 65+: 0.04,
             M 25-34: 0.08, M 35-44: 0.10, M 45-54: 0.03, M 55-64: 0.02, M 65+: 0.02}
        - platform: facebook
          breakdown: country
          shares: {Germany: 0.80, Austria: 0.12, Switzerland: 0.08}    # where the shop sends parcels
      segments:
        - key: parents
          name: Parents of small children
          geography: [Germany, Austria, Switzerland]
          age: "25-44"
          sex: any
          interests: [wooden toys, play at home, crafts]
          need: Toys that last and are safe.
          offer: Toys from a workshop that can be watched at work.
          size: {low: 250000, mode: 400000, high: 600000}
          hours: "20:00-22:30"
          met: groups of parents, pages on crafts
          channel: facebook
          reach_share: {low: 0.02, mode: 0.04, high: 0.06}
          ctr: {low: 0.03, mode: 0.05, high: 0.08}
          conversion: {low: 0.01, mode: 0.015, high: 0.02}
          order: {low: 35, mode: 42, high: 55}
          margin: {low: 0.35, mode: 0.4, high: 0.45}
        - key: grandparents
          name: Grandparents
          geography: [Germany, Austria, Switzerland]
          age: "55-75"
          sex: any
          interests: [grandchildren, garden, tradition]
          need: A present that is not forgotten in a week.
          offer: A toy with the child's name, sent wrapped.
          size: {low: 150000, mode: 220000, high: 300000}
          hours: "09:00-11:00"
          met: pages of their region, groups on gardening
          channel: facebook
          reach_share: {low: 0.02, mode: 0.03, high: 0.05}
          ctr: {low: 0.03, mode: 0.045, high: 0.07}
          conversion: {low: 0.015, mode: 0.025, high: 0.035}
          order: {low: 48, mode: 62, high: 80}
          margin: {low: 0.35, mode: 0.4, high: 0.45}
        - key: collectors
          name: Collectors of wooden figures
          geography: [Germany]
          age: "35-65"
          sex: any
          interests: [wood carving, fairs]
          need: Pieces of which there are few.
          offer: Numbered figures, shown in a secret group first.
          size: {low: 4000, mode: 6000, high: 9000}
          hours: "19:00-23:00"
          met: groups of collectors
          channel: facebook
          reach_share: {low: 0.1, mode: 0.2, high: 0.3}
          ctr: {low: 0.05, mode: 0.08, high: 0.12}
          conversion: {low: 0.01, mode: 0.02, high: 0.04}
          order: {low: 70, mode: 95, high: 140}
          margin: {low: 0.4, mode: 0.45, high: 0.5}

"""
AFTER = """\
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
CLIENT = BEFORE + CONTENT + COMMUNICATION + INDICATORS + AFTER + COMPLIANCE + CONTRACT
"""The whole of client.yml."""
