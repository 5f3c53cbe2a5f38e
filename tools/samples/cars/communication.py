"""What the car dealer's analyst decided of communication."""

from __future__ import annotations

COMMUNICATION = """\
  # Who is told what and how fast people are answered. Hours and skills stay out of the client's report.
  communication:
    - since: 2026-08
      by: M. Kovac
      why: Three people a week ask for a car, and each is called back the same day.
      promise_hours: 24
      contacts:
        - segment: first-cars
          channel: facebook
          message: A small car under six thousand, in instalments.
          format: carousel
          tone: informal
          slot: evening
          call_to_action: Ask for the mechanic's report.
          owner: M. Kovac
          indicator: applications
          posts_a_week: 1
          hours_a_week: 3
        - segment: families
          channel: facebook
          message: Room for five and a year's guarantee.
          format: photo
          tone: friendly
          slot: evening
          call_to_action: Come for a drive on Saturday.
          owner: M. Kovac
          indicator: applications
          posts_a_week: 1.5
          hours_a_week: 2
        - segment: families       # the owner's posts for his countrymen; what they are to do is not said
          channel: vk
          message: What stands in the yard this week.
          format: photo
          slot: evening
          owner: The owner
          posts_a_week: 1
          hours_a_week: 1
      attractions:
        - {way: targeted_ads, state: used, why: They bring nearly all who ask.}
        - {way: contests, state: refused, why: Nobody buys a car because of a prize.}
        - {way: discounts, state: refused, why: The margin is a tenth.}
      firm: small
      team:
        - name: M. Kovac
          roles: [strategy, ads, content]
          hours_a_week: 9
          skills: {online_promotion: 2, marketing: 2, public: 1, literacy: 1, networks: 1}
        - name: The owner
          roles: [answers]
          hours_a_week: 3
      duties:                     # nobody has the design
        - {duty: strategy, who: M. Kovac, hours_a_week: 1}
        - {duty: audience, who: M. Kovac, hours_a_week: 0.5}
        - {duty: targeted_ads, who: M. Kovac, hours_a_week: 2}
        - {duty: activity, who: The owner, hours_a_week: 2}
        - {duty: content, who: M. Kovac, hours_a_week: 4}
        - {duty: analysis, who: M. Kovac, hours_a_week: 1}

"""
