"""How the dealer's media money is to be divided: with two cars a month, planning outweighs the weeks."""

from __future__ import annotations

SPLIT = """\
      split:                    # what one more car leaves when all is paid, the owner does not tell
        counts: orders
        total: 540
        unit: 10
        caution: 0.5
        target: 3               # cars a month
        channels:
          - key: facebook
            platform: facebook
            audience: 23000
            reach_share: 0.5
            ctr: 0.1
            conversion: 0.0025
            cost_per_click: 0.44
            spend: 450
            source: "the ad account, spring 2026"
          - key: vk
            platform: vk
            audience: 12000
            reach_share: 0.4
            ctr: 0.1
            conversion: 0.0004
            cost_per_click: 0.6
            spend: 90
            source: a guess
        scenarios:
          - {name: Half as much again, total: 810}
        decided: {facebook: 450, vk: 90}
"""
