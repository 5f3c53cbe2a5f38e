"""What the jewellery shop's payback is reckoned with: cheap jewellery is bought soon."""

from __future__ import annotations

PAYBACK = """\
      payback:                  # of what is left when silver, setting and postage are paid, ads are repaid
        margin: 0.357
        lag_median: 3           # days from contact to purchase
        lag_p90: 14
        source: the shop's orders of spring 2026
"""
