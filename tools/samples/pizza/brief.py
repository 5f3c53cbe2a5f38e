"""The restaurant's brief, as an analyst would write it."""

from __future__ import annotations

CLIENT = """\
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
"""
