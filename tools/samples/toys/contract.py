"""The toy brand's contract: delivered in October, and the audit does not decide it yet."""

from __future__ import annotations

from samples.agreements import in_force
from samples.toys.risks import RISKS

_TERMS = """\
      signed: 2026-04-24
      subject: Promotion of the page on Facebook to parents and grandparents.
      state:                      # of the page on the day of signing
        - platform: facebook
          account: Brumm & Klotz
          followers: 13760
          engagements_a_month: 1800
          visits_a_month: 2300
          ad_spend_a_month: 450
      works:                      # each with its method
        - {item: "Ads to parents and grandparents", method: targeted_ads, platform: facebook}
        - {item: Talk with those who comment, method: talking_with_users}
      followers_to_gain: 1500
      counts_as_follower: A living grown-up in Germany, Austria or Switzerland with a post within half a year.
      price_per_follower: 1.6
      obligations:
        - {whose: contractor, what: Shows every advertisement to the brand before it runs.}
        - {whose: client, what: Checks within two working days what is said of safety.}
      penalty: {a_day: 40, cap: 600}      # for each day late; internal
      start: 2026-05-01
      deadline: 2026-10-31
      estimate:                   # of the whole term; the amounts are internal
        - {item: "Ads to parents and grandparents", amount: 2400, serves: follows}
        - {item: Talk with those who comment, amount: 1300, serves: er_reach}
"""
_DELIVERED = """\
      gained: 2000                # by the day of delivery; a hundred of them were looked at the day after
      delivered: 2026-10-20
"""
CONTRACT = in_force(
    ("2026-08", "J. Brandt", "A page for parents is worth nothing with followers who are none.", _TERMS),
    (
        "2026-10",
        "J. Brandt",
        "Delivered; the audit decides, and it is not large enough yet.",
        _TERMS + _DELIVERED,
    ),
    risks=RISKS,
)
