"""How the restaurant's media money is to be divided: placements are bought, though they bring little."""

from __future__ import annotations

SPLIT = """\
      split:                    # of media money; what it is planned with comes from the ad account's forecast
        counts: applications
        total: 90000
        unit: 100
        caution: 0.3
        margin: 350             # what one application leaves when food, packing and the ride are paid
        target: 620             # a month
        channels:
          - key: vk-ads
            platform: vk
            kind: ads
            audience: 600000
            reach_share: 0.7
            ctr: 0.1
            conversion: 0.045
            cost_per_click: 11.5
            spend: 90000
            source: "the ad account's forecast, 2026-07-28"
          - key: vk-placements
            platform: vk
            kind: placements
            campaigns: [placement-]
            audience: 60000
            reach_share: 0.5
            ctr: 0.06
            conversion: 0.045
            cost_per_click: 40
            spend: 3500
            source: what the communities told of their readers in July
        scenarios:
          - {name: Half the money, total: 45000}
          - {name: Twice the money, total: 180000}
          - {name: Poor cases alone, caution: 1}
        decided: {vk-ads: 86500, vk-placements: 3500}
"""
