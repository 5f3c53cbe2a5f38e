"""What the restaurant's analyst decided across the stages: placements, the site."""

from __future__ import annotations

COMPLIANCE = """\

  # What the rules of law and platforms are run over, beside the stages' own decisions. A lawyer confirms.
  compliance:
    - since: 2026-10
      by: A. Orlova
      why: Every paid mention is marked, and nothing is advertised where that is not allowed.
      placements:
        - where: vkusny_ural      # a blogger who tastes what is new in the city
          platform: vk
          kind: open
          method: blogger_posts
          date: 2026-11-12
          paid: true
          disclosed: true
          mark: Advertisement. Pechka Pizza LLC
          token: 2VtzqvPizza7Nk
      site:                       # true, false, or null where nobody has looked
        interesting: true
        community_of_interest: true
        general_posts: true
        comment_form: false       # comments go to the community
        name_key_words: true
        description_key_words: true
        address_key_words: true
"""
