"""What the restaurant's payback is reckoned with: the kitchen sells within days."""

from __future__ import annotations

PAYBACK = """\
      payback:                  # of what is left when food, packing and the ride are paid, ads are repaid
        margin: 0.5
        lag_median: 0.2         # days from contact to purchase
        lag_p90: 1
        source: the kitchen's books of spring 2026
"""
