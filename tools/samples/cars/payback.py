"""What the dealer's payback is reckoned with: nobody buys a car in a hurry."""

from __future__ import annotations

PAYBACK = """\
      payback:
        margin: 0.08            # the margin is a tenth, less what the yard costs
        lag_median: 35          # days from contact to purchase
        lag_p90: 90
        source: the sheet of applications, 2024 and 2025
"""
