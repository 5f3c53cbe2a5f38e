"""What the restaurant's analyst decided of communication."""

from __future__ import annotations

COMMUNICATION = """\
  # Who is told what and how fast people are answered. Hours and skills are the agency's own and stay out
  # of the client's report; duties and ways that nobody named are named by notebook 05.
  communication:
    - since: 2026-08
      by: A. Orlova
      why: Whoever asks at supper time orders elsewhere unless he is answered at once.
      promise_hours: 2          # to the first answer to a comment
      feedback: [comments, messages to the community, "the poll on the last Friday of a month"]
      off_topic: welcome        # talk about football is fine beside talk about pizza
      contacts:
        - segment: families
          channel: vk
          message: Supper is on the table in forty minutes, and nobody has cooked.
          format: reel
          tone: friendly
          slot: evening
          call_to_action: Order the family box by eight.
          owner: D. Sokolov
          indicator: applications
          posts_a_week: 1.5
          hours_a_week: 5
        - segment: families
          channel: instagram
          message: The family box, for those who do not cook today.
          format: carousel
          tone: friendly
          slot: evening
          call_to_action: Order through the link in our profile.
          owner: K. Belova
          indicator: er_reach
          posts_a_week: 1
          hours_a_week: 3
        - segment: students       # the calendar has hardly a meme for the evening, and nobody has noticed
          channel: vk
          message: Two pizzas for the price of one, so bring a friend.
          format: meme
          tone: informal
          slot: evening
          call_to_action: Tag whoever pays today.
          owner: D. Sokolov
          indicator: applications
          posts_a_week: 3
          hours_a_week: 2
        - segment: offices
          channel: vk
          message: Lunch for six within the break, if you order by eleven.
          format: photo
          tone: business
          slot: morning
          call_to_action: Order the set by eleven.
          owner: D. Sokolov
          indicator: applications
          posts_a_week: 2
          hours_a_week: 3
      attractions:
        - {way: targeted_ads, state: used, why: They bring most applications from the delivery zone.}
        - {way: community_ads, state: used, why: "On trial until the new year; so far they have not repaid."}
        - {way: widgets, state: planned, why: The site gets a button to the community with its new form.}
        - {way: contests, state: used, why: A contest for the best topping each month brings new followers.}
        - {way: discounts, state: used, why: Members have a second pizza at half the price on Tuesdays.}
        - {way: hashtags, state: used, why: People look for pizza by the city's name.}
      contests:
        - {platform: vk, date: 2026-11-15, draw: random}
      scripts:                  # without a text of its own an occasion gets the workbook's
        complaint: >-
          We are sorry, that is not the pizza we want you to have. Which order was it? We shall make it good
          today: shall we bake a new one or return the money?
      firm: small
      team:
        - name: A. Orlova
          roles: [strategy, analysis]
          hours_a_week: 12
          skills: {online_promotion: 3, marketing: 3, public: 2, literacy: 2, humour: 1, networks: 2}
        - name: D. Sokolov      # answers on weekdays; at weekends nobody has the hours
          roles: [copywriter]
          hours_a_week: 14
          skills: {online_promotion: 1, marketing: 1, public: 3, literacy: 3, humour: 3, networks: 2}
        - name: K. Belova
          roles: [designer, photographer]
          hours_a_week: 6
          skills: {online_promotion: 1, public: 1, literacy: 1, humour: 2, networks: 2}
      duties:
        - {duty: strategy, who: A. Orlova, hours_a_week: 2}
        - {duty: audience, who: A. Orlova, hours_a_week: 1}
        - {duty: targeted_ads, who: A. Orlova, hours_a_week: 4}
        - {duty: activity, who: D. Sokolov, hours_a_week: 8}
        - {duty: design, who: designer, hours_a_week: 3}
        - {duty: content, who: D. Sokolov, hours_a_week: 9}
        - {duty: analysis, who: A. Orlova, hours_a_week: 3}

"""
