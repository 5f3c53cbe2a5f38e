"""How the jewellery shop's media money is to be divided: more is planned than comes back."""

from __future__ import annotations

SPLIT = """\
      split:                    # of media money, in ringgit though the account counts in dollars
        counts: applications
        total: 4600
        unit: 50
        caution: 0.2
        margin: 32              # what one application leaves, whether it ends in an order or not
        channels:
          - key: instagram-everyday
            platform: instagram
            campaigns: [Everyday]
            audience: 200000
            reach_share: 0.6
            ctr: 0.12
            conversion: 0.044
            cost_per_click: 1.1
            spend: 2700
            source: "the ad account, spring 2026"
          - key: instagram-festival
            platform: instagram
            campaigns: [Deepavali]
            audience: 90000
            reach_share: 0.5
            ctr: 0.1
            conversion: 0.032
            cost_per_click: 1.05
            spend: 900
            source: "Deepavali 2025"
          - key: tiktok-ads
            platform: tiktok
            audience: 60000
            reach_share: 0.4
            ctr: 0.06
            conversion: 0.02
            cost_per_click: 0.8
            spend: 400
            most: 500
            source: "an offer, not tried yet"
        scenarios:
          - {name: As last month, total: 3700}
          - {name: Poor cases alone, caution: 1}
"""
