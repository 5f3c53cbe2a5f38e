"""What may go wrong for the jewellery shop: nobody prevents the dearest."""

from __future__ import annotations

RISKS = """\
      risks:                      # likelihood within the contract's term; impact in ringgit
        - kind: blocking            # whoever gained those followers may be found out
          likelihood: 0.12
          impact: {low: 2000, mode: 6000, high: 18000}
        - kind: hacking
          likelihood: 0.05
          impact: {low: 500, mode: 2000, high: 8000}
          mitigation: A second factor for everyone who posts.
          owner: N. Rahman
        - kind: deletion
          likelihood: 0.02
          impact: {low: 5000, mode: 12000, high: 30000}
          mitigation: Every post and every message is kept elsewhere, too.
          owner: N. Rahman
        - kind: limited_features
          likelihood: 0.2
          impact: {low: 300, mode: 900, high: 2500}
          mitigation: Promo codes work where links do not.
          owner: N. Rahman
        - kind: competition
          likelihood: 0.5
          impact: {low: 500, mode: 1500, high: 4000}
          mitigation: New pieces are shown before the feast.
          owner: the owner of the shop
        - kind: confidentiality
          likelihood: 0.03
          impact: {low: 300, mode: 1500, high: 6000}
          mitigation: Exports name buyers by pseudonyms.
          owner: N. Rahman
"""
