"""What may go wrong for the restaurant in social networks: every kind has its price and its owner."""

from __future__ import annotations

RISKS = """\
      risks:                      # likelihood within the contract's term; impact in roubles
        - kind: blocking
          likelihood: 0.05
          impact: {low: 20000, mode: 60000, high: 150000}
          mitigation: White methods only, and a copy of every post.
          owner: A. Orlova
        - kind: hacking
          likelihood: 0.04
          impact: {low: 10000, mode: 40000, high: 120000}
          mitigation: A second factor for everyone who posts.
          owner: A. Orlova
        - kind: deletion
          likelihood: 0.01
          impact: {low: 100000, mode: 180000, high: 400000}
          mitigation: The restaurant itself holds the administrator's rights.
          owner: the owner of the restaurant
        - kind: limited_features
          likelihood: 0.15
          impact: {low: 5000, mode: 15000, high: 40000}
          mitigation: Orders are taken on the site and by telephone, too.
          owner: the site's developer
        - kind: competition
          likelihood: 0.5
          impact: {low: 10000, mode: 25000, high: 60000}
          mitigation: The competitors' posts are read every Monday.
          owner: A. Orlova
        - kind: confidentiality
          likelihood: 0.02
          impact: {low: 15000, mode: 50000, high: 200000}
          mitigation: Exports name buyers by pseudonyms.
          owner: the manager of the kitchen
"""
