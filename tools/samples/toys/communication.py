"""What the toy brand's analyst decided of communication."""

from __future__ import annotations

COMMUNICATION = """\
  # Who is told what and how fast people are answered. Hours and skills stay out of the client's report.
  communication:
    - since: 2026-08
      by: J. Brandt
      why: Parents ask before they buy, and grandparents want to be thanked.
      promise_hours: 6          # comments have not been exported yet, so nobody can say whether it is kept
      feedback: [comments, messages to the page, the secret group]
      off_topic: welcome
      contacts:
        - segment: parents
          channel: facebook
          message: A toy that the next child will play with, too.
          format: photo
          tone: friendly
          slot: evening
          call_to_action: Tell us what your child builds.
          owner: L. Weber
          indicator: follows
          posts_a_week: 3
          hours_a_week: 5
        - segment: parents
          channel: instagram
          message: A toy out of its box, in five pictures.
          format: carousel
          tone: friendly
          slot: evening
          call_to_action: Save it for a rainy day.
          owner: L. Weber
          indicator: follows
          posts_a_week: 1
          hours_a_week: 5
        - segment: parents
          channel: youtube
          message: Ten minutes in the workshop.
          format: video
          tone: friendly
          slot: evening
          call_to_action: Ask the carver what you would like to see.
          owner: T. Maurer
          indicator: vtr
          posts_a_week: 0.5
          hours_a_week: 5
        - segment: grandparents
          channel: facebook
          message: A present with a name on it is not forgotten in a week.
          format: photo
          tone: business        # they are addressed formally
          slot: morning
          call_to_action: Write us the name by the first of December.
          owner: L. Weber
          indicator: follows
          posts_a_week: 3
          hours_a_week: 3
        - segment: collectors
          channel: facebook
          message: Twelve figures, and each has its number.
          format: photo
          tone: friendly
          slot: evening
          call_to_action: Ask for a place in the circle.
          owner: J. Brandt
          indicator: er_followers
          posts_a_week: 2
          hours_a_week: 2
      attractions:              # of hashtags nothing has been said yet
        - {way: targeted_ads, state: used, why: They find parents whom the page does not know.}
        - {way: community_ads, state: refused, why: Groups of parents do not want advertising.}
        - {way: widgets, state: used, why: The shop links to both pages.}
        - {way: contests, state: planned, why: In Advent one figure is drawn among those who guess its wood.}
        - {way: discounts, state: refused, why: The workshop sells what it can make in any case.}
      contests:
        - {platform: facebook, date: 2026-12-06, draw: random}
      firm: small
      team:
        - name: J. Brandt
          roles: [strategy, analysis]
          hours_a_week: 10
          skills: {online_promotion: 2, marketing: 3, public: 2, literacy: 3, humour: 1, networks: 2}
        - name: L. Weber
          roles: [content]
          hours_a_week: 14
          skills: {online_promotion: 1, marketing: 1, public: 2, literacy: 3, humour: 1, networks: 2}
        - name: T. Maurer
          roles: [video]
          hours_a_week: 6
          skills: {public: 1, literacy: 1, humour: 1, networks: 1}
      duties:
        - {duty: strategy, who: J. Brandt, hours_a_week: 2}
        - {duty: audience, who: J. Brandt, hours_a_week: 1}
        - {duty: targeted_ads, who: J. Brandt, hours_a_week: 2}
        - {duty: activity, who: L. Weber, hours_a_week: 5}
        - {duty: design, who: T. Maurer, hours_a_week: 1}
        - {duty: content, who: L. Weber, hours_a_week: 8}
        - {duty: video, who: T. Maurer, hours_a_week: 5}
        - {duty: analysis, who: J. Brandt, hours_a_week: 3}

"""
