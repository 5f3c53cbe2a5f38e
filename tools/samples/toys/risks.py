"""What may go wrong for the toy brand in social networks: one kind has no price."""

from __future__ import annotations

RISKS = """\
      risks:                      # likelihood within the contract's term; impact in euros
        - kind: blocking
          likelihood: 0.02
          impact: {low: 500, mode: 1500, high: 5000}
          mitigation: Every contest is held against the platforms' rules before it starts.
          owner: J. Brandt
        - kind: hacking
          likelihood: 0.03
          impact: {low: 400, mode: 1200, high: 4000}
          mitigation: A second factor for everyone who posts.
          owner: J. Brandt
        - kind: deletion
          likelihood: 0.005
          impact: {low: 3000, mode: 8000, high: 20000}
          mitigation: Photographs and texts are kept in the workshop, too.
          owner: J. Brandt
        - kind: limited_features
          likelihood: 0.2
          impact: {low: 100, mode: 300, high: 900}
          mitigation: No campaign rests on one feature alone.
          owner: J. Brandt
        - kind: competition
          likelihood: 0.6
          impact: {low: 300, mode: 800, high: 2000}
          mitigation: What others show before December is looked at each week.
          owner: J. Brandt
        - kind: confidentiality     # photographs of children; nobody has said what that would cost
          likelihood: 0.02
          mitigation: Children only with their parents' written consent.
          owner: J. Brandt
"""
