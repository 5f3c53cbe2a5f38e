"""What the used-car dealer's analyst decided across the stages: placements, the site."""

from __future__ import annotations

COMPLIANCE = """\

  # What the rules of law and platforms are run over, beside the stages' own decisions. A lawyer confirms.
  compliance:
    - since: 2026-10
      by: M. Kovac
      why: The dealer pays for ads only, so there is little to judge.
      site:                       # true, false, or null where nobody has looked
        interesting: true
        community_of_interest: null
        general_posts: false      # cars only
        comment_form: false
        name_key_words: true
        description_key_words: false
        address_key_words: true
"""
