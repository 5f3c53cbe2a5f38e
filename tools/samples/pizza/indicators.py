"""What the restaurant's goals are watched by, as its analyst decided."""

from __future__ import annotations

INDICATORS = """\
  # By which figures each goal is watched. A target is for the month planned: a rate as a fraction, what a
  # goal counts as an average a day. Where no source is named, notebook 06 names the exports.
  indicators:
    - since: 2026-08
      by: A. Orlova
      why: Visitors come; whether they order is what the second kitchen lives by.
      watched:
        - indicator: conversion_site      # of people who come from social networks
          baseline: 0.034                 # in the spring of 2026
          target: 0.043
          owner: A. Orlova
        - {indicator: ctr, channel: vk, baseline: 0.0092, target: 0.0105, owner: K. Belova}
        - {indicator: application_rate, baseline: 0.041, target: 0.056, owner: A. Orlova}
        - {indicator: aov, baseline: 1100, target: 1200, owner: A. Orlova}
        - indicator: cpl                  # clicks can be bought; applications should not cost more for it
          role: guard
          baseline: 250
          target: 300                     # at most
          cadence: week
          owner: K. Belova
        - goal: followers
          indicator: er_reach
          channel: vk
          baseline: 0.019
          target: 0.021                   # too small a step to be told from chance
          owner: D. Sokolov
        - {goal: followers, indicator: sessions, baseline: 300, target: 340, owner: A. Orlova}
        - {goal: followers, indicator: share_of_voice, channel: vk, baseline: 0.55, target: 0.6,
           owner: D. Sokolov}
        - goal: followers
          indicator: audience_growth
          role: guard
          baseline: 0.012
          target: 0.012
          owner: D. Sokolov

"""
