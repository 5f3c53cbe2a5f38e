"""What the jewellery shop's analyst decided across the stages: placements, the site."""

from __future__ import annotations

COMPLIANCE = """\

  # What the rules of law and platforms are run over, beside the stages' own decisions. A lawyer confirms.
  compliance:
    - since: 2026-10
      by: N. Rahman
      why: The account is worth more than a number of followers.
      placements:
        - where: cik.permata
          platform: instagram
          kind: native
          method: blogger_posts
          date: 2026-11-03
          paid: true
          disclosed: true
          mark: Paid partnership with Intan Laut
        - where: hari.cantik
          platform: instagram
          kind: open
          method: blogger_posts
          date: 2026-11-06
          paid: true
          disclosed: true
          mark: Paid partnership with Intan Laut
      refused:                    # asked for and not given
        - method: mass_following
          platform: instagram
          asked_by: The owner
          asked_on: 2026-10-06
          why: Thousands of followers could be lost with the account.
      site:                       # true, false, or null where nobody has looked
        interesting: true
        community_of_interest: true
        general_posts: false      # every post is a piece for sale
        comment_form: null
        name_key_words: true
        description_key_words: true
        address_key_words: true
"""
