"""What the jewellery shop's goals are watched by, as its analyst decided."""

from __future__ import annotations

INDICATORS = """\
  # By which figures each goal is watched, and what each promo code means. A target is for the month planned:
  # a rate as a fraction, money in ringgit, what a goal counts as an average a day.
  indicators:
    - since: 2026-08
      by: N. Rahman
      why: Orders are what the workshop lives by, and codes say where they come from when no link can.
      watched:
        - {indicator: conversion_site, baseline: 0.055, target: 0.075, owner: N. Rahman}
        - {indicator: ctr, channel: instagram, baseline: 0.011, target: 0.0125, owner: S. Lim}
        - {indicator: application_rate, baseline: 0.066, target: 0.085, owner: N. Rahman}
        - {indicator: aov, baseline: 180, target: 195, owner: N. Rahman}
        - indicator: roas                 # revenue of the ads, the dollars converted
          role: guard
          channel: instagram
          baseline: 4
          target: 3                       # not below
          owner: S. Lim
        - {goal: followers, indicator: er_reach, channel: instagram, baseline: 0.045, target: 0.09,
           owner: S. Lim}
        - {goal: followers, indicator: er_day, channel: tiktok, baseline: 0.03, target: 0.06, owner: S. Lim}
        - {goal: followers, indicator: sessions, baseline: 90, target: 115}    # nobody sees to the visits yet
        - {goal: followers, indicator: audience_growth, baseline: 0.02, target: 0.02, owner: S. Lim}
      codes:                              # in whatever capitals the buyer types them
        KILAU10: instagram
        TIKTOK8: tiktok

"""
