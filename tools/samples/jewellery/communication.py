"""What the jewellery shop's analyst decided of communication."""

from __future__ import annotations

COMMUNICATION = """\
  # Who is told what and how fast people are answered. Hours and skills stay out of the client's report.
  communication:
    - since: 2026-08
      by: N. Rahman
      why: A gift is bought where the question about its size is answered first.
      promise_hours: 1
      feedback: [comments, direct messages, WhatsApp]
      off_topic: welcome
      contacts:
        - segment: gifts
          channel: instagram
          message: A set in its box, with you within two days.
          format: carousel
          tone: friendly
          slot: evening
          call_to_action: Send us the date and we shall be in time.
          owner: S. Lim
          indicator: orders
          posts_a_week: 1
          hours_a_week: 4
        - segment: brides
          channel: instagram
          message: Six sets for the price of five, fitted at home.
          format: reel
          tone: business
          slot: evening
          call_to_action: Book a fitting.
          owner: S. Lim
          indicator: orders
          posts_a_week: 1.5
          hours_a_week: 2
        - segment: everyday
          channel: tiktok
          message: This week's pair, and how it was made.
          format: video
          tone: informal
          slot: evening
          call_to_action: Guess the price of the next one.
          owner: N. Rahman
          indicator: er_views
          posts_a_week: 1
          hours_a_week: 5
      attractions:
        - {way: targeted_ads, state: used, why: They pay within nine days.}
        - {way: community_ads, state: used, why: "Two bloggers a month, each marked as advertising."}
        - {way: widgets, state: used, why: The shop's page shows the latest posts.}
        - {way: contests, state: planned, why: The giveaway of Deepavali.}
        - {way: discounts, state: used, why: "Promo codes show which post sold, and please the members."}
        - {way: hashtags, state: used, why: Brides look for pieces by hashtag.}
      contests:
        - {platform: instagram, date: 2026-11-08, draw: random}
      scripts:
        praise: Thank you, it suits you! Which piece should we make next?
      firm: small
      team:
        - name: N. Rahman
          roles: [strategy, video]
          hours_a_week: 9
          skills: {online_promotion: 3, marketing: 2, public: 2, literacy: 2, humour: 3, networks: 3}
        - name: S. Lim
          roles: [content, photography]
          hours_a_week: 7
          skills: {online_promotion: 1, marketing: 1, public: 2, literacy: 2, humour: 1, networks: 2}
      duties:
        - {duty: strategy, who: N. Rahman, hours_a_week: 1}
        - {duty: audience, who: N. Rahman, hours_a_week: 0.5}
        - {duty: targeted_ads, who: N. Rahman, hours_a_week: 2}
        - {duty: activity, who: S. Lim, hours_a_week: 2}
        - {duty: design, who: S. Lim, hours_a_week: 1}
        - {duty: content, who: S. Lim, hours_a_week: 4}
        - {duty: video, who: N. Rahman, hours_a_week: 4}
        - {duty: analysis, who: N. Rahman, hours_a_week: 1}

"""
