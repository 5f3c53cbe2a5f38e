"""What the toy brand's analyst decided across the stages: placements, the site."""

from __future__ import annotations

COMPLIANCE = """\

  # What the rules of law and platforms are run over, beside the stages' own decisions. A lawyer confirms.
  compliance:
    - since: 2026-10
      by: J. Brandt
      why: A brand for children shows at once what is advertising.
      placements:
        - where: Kinderzimmer.Blog    # tries the new figures and keeps them
          platform: instagram
          kind: barter
          method: barter
          date: 2026-11-20
          paid: false
          disclosed: true
          mark: Werbung
      site:                       # true, false, or null where nobody has looked
        interesting: true
        community_of_interest: true
        general_posts: true
        comment_form: null
        name_key_words: true
        description_key_words: true
        address_key_words: true
"""
