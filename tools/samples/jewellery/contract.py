"""The jewellery shop's contract: six thousand followers came in two days, and few of them are alive."""

from __future__ import annotations

from samples.agreements import in_force
from samples.jewellery.risks import RISKS

_TERMS = """\
      signed: 2026-08-28
      subject: Followers for the shop's account on Instagram before Deepavali.
      state:                      # of the account on the day of signing
        - platform: instagram
          account: intanlaut.my
          followers: 8694
          engagements_a_month: 5100
          visits_a_month: 3900
          ad_spend_a_month: 4200
      works:                      # each with its method
        - {item: Ads in the Klang Valley, method: targeted_ads, platform: instagram}
        - {item: A Deepavali giveaway, method: contest, platform: instagram}
      followers_to_gain: 5000
      price_per_follower: 0.08    # that no bots count is not written anywhere
      obligations:
        - {whose: contractor, what: Agrees every advertisement with the shop.}
        - {whose: client, what: Sends photographs of every new piece.}
      refund_when_blocked: Half of what was paid, within a month.
      penalty: {a_day: 20}        # for each day late, and no end to it; internal
      start: 2026-09-01
      deadline: 2026-09-30
      estimate:                   # of the whole term; the amounts are internal
        - {item: Ads in the Klang Valley, amount: 4200, serves: orders}
        - {item: Five thousand followers, amount: 400, serves: follows}
        - {item: A badge of the year's shop, amount: 150}    # for which indicator?
"""
_DELIVERED = """\
      gained: 6180                # in two days of September
      delivered: 2026-09-17
"""
CONTRACT = in_force(
    ("2026-08", "N. Rahman", "The owner wants the account to look large before Deepavali.", _TERMS),
    (
        "2026-09",
        "N. Rahman",
        "Audited before anybody signs, for the jump was too quick to be people.",
        _TERMS + _DELIVERED,
    ),
    risks=RISKS,
)
