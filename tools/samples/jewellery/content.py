"""What the jewellery shop decides of content: a post and a story a day, promo codes, Deepavali."""

from __future__ import annotations

from samples.jewellery.words import PIECES
from samples.topics import texts, topic

HEAD = """\
  # How the communities look and what they post. The calendar of the coming month is made from this: every
  # topic's texts in turn, each once. A topic with a day of its own goes out on that day only.
  content:
    - since: 2026-10
      by: N. Rahman
      why: A post and a story a day show what the workshop can do; the festivals get days of their own.
      tone: friendly
      pictures: natural
      profiles:
        - platform: instagram
          name: Intan Laut | jewellery Klang Valley
          description: Gold tone jewellery made in Petaling Jaya, sent within two days. Gifts from RM 60.
          address: intanlaut.my
          key_words: [jewellery, gifts]
          link: https://intanlaut.example
          logo: wave, lower left
          style: white stone, morning light, a hand
          comments: open
        - platform: tiktok
          name: Intan Laut jewellery
          description: How jewellery is made in a very small workshop.
          address: intanlaut
          key_words: [jewellery]
          link: https://intanlaut.example
          logo: wave, lower left
          comments: open
      channels:
        - platform: instagram
          posts: 2
          times: {morning: "08:30", evening: "20:30"}
          trace: bio                      # the only link that works there is the profile's
          landing: https://intanlaut.example/new
        - platform: tiktok
          posts: 3
          per: week
          reason: Few make two videos a day; the goldsmith has three free hours a week.
          approved_by: Puan Salmah
          times: {morning: "10:00", evening: "21:00"}
          trace: asked                    # at the order: how did you hear of us?
      mix:                                # shares of each channel's posts
        functions:
          sell: {low: 0.2, high: 0.35}
          inform: {high: 0.25}
          teach: {low: 0.15, high: 0.35}
          entertain: {low: 0.2, high: 0.4}
        formats:
          story: {high: 0.5}
        brand: {low: 0.3, high: 0.6}
      fixed:
        - {date: 2026-10-26, topic: deepavali_soon, part: evening}
        - {date: 2026-11-02, topic: deepavali_box, part: evening}
        - {date: 2026-11-04, topic: deepavali_last_day, part: evening}
        - {date: 2026-11-11, topic: eleven, part: evening}
        - {date: 2026-11-18, topic: diary, part: evening}
      holidays: {country: MY, subdivision: "14", greeting: greeting}      # 14: Kuala Lumpur
      viral: {posts: 1, creativity: true, brevity: true, response: true, quality: true, brand_at_end: true}
      posts_hours: 0.7                    # of work for one post; internal
      topics:
"""
MADE = (*PIECES, "the tide necklace", "the knot earrings", "the lantern pendant")
TAGS = ["intanlaut", "jewellerymalaysia", "giftideas"]
EVERYONE = ("gifts", "brides", "everyday")
MOMENTS = (
    "monday in the LRT", "a wedding in Klang", "the beach at Port Dickson", "teh tarik after work",
    "a rainy lunch break", "the night market", "a video call with grandmother",
)  # fmt: skip


def topics() -> str:
    """All topics of both channels."""
    return "".join(_instagram() + _tiktok() + _days())


def _instagram() -> list[str]:
    return [
        topic(
            "restock",
            "instagram photo sell brand",
            ["everyday"],
            texts(["You asked, we restocked: {} 🌊", "Under RM 100 and made to last: {}"], MADE, 7),
            call_to_action="Order through the link in our bio.",
            hashtags=TAGS,
            code="KILAU10",
            benefit="Followers only: 10 % off with the code.",
        ),
        topic(
            "gift_set",
            "instagram carousel sell brand",
            ["gifts"],
            texts(
                ["A box, a ribbon, {}. Sent within two days", "For the one who has everything: {}"],
                MADE,
                7,
                3,
            ),
            call_to_action="Order through the link in our bio.",
            hashtags=TAGS,
            code="KILAU10",
            benefit="Followers only: the card is written by hand.",
        ),
        topic(
            "bride",
            "instagram reel sell brand",
            ["brides"],
            texts(
                ["{} for the akad, and a second for the sister", "A fitting in the workshop: {} and a veil"],
                MADE,
                7,
                5,
            ),
            call_to_action="Send us a message for a fitting.",
            hashtags=TAGS,
            code="PENGANTIN",
            benefit="Followers only: the fitting is free.",
        ),
        topic(
            "how_to_wear",
            "instagram carousel teach subject",
            ["everyday", "brides"],
            texts(["How to wear {} with a baju kurung 🤍", "{}: office, dinner, wedding"], MADE, 7, 1),
            call_to_action="Save it for the morning.",
            hashtags=TAGS,
        ),
        topic(
            "care",
            "instagram reel teach subject",
            ["everyday", "gifts"],
            texts(
                ["Clean {} with rice water? We tried it 🫧", "How {} keeps its colour by the sea"], MADE, 7, 4
            ),
            call_to_action="Which piece shall we clean next?",
            hashtags=TAGS,
        ),
        topic(
            "bench",
            "instagram story inform brand",
            ["everyday"],
            texts(["Today on the bench: {}", "Third try, {} is nearly there"], MADE, 8, 2),
            call_to_action="Yes or no?",
            hashtags=TAGS[:1],
        ),
        topic(
            "moment",
            "instagram story entertain general",
            ["everyday"],
            texts(["Mood: {} ✨", "{}, and everything shines"], MOMENTS, 7),
            call_to_action="Tap if it is you.",
            hashtags=TAGS[:1],
            tone="informal",
        ),
        topic(
            "guess",
            "instagram story entertain subject",
            ["gifts", "brides"],
            texts(["RM 89 or RM 189? Guess {}", "Silver or gold tone for {}?"], MADE, 7, 6),
            call_to_action="Guess in the box.",
            hashtags=TAGS[:1],
        ),
        topic(
            "customer",
            "instagram photo entertain general",
            ["gifts"],
            texts(["Worn at {} 🤍", "Sent in by a customer: {}"], MOMENTS, 7, 3),
            call_to_action="Tag us in yours.",
            hashtags=TAGS,
        ),
    ]


def _tiktok() -> list[str]:
    return [
        topic(
            "tt_packing",
            "tiktok video entertain brand",
            ["gifts", "everyday"],
            texts(["Packing your order: {} #smallbusiness", "POV: {} survives the beach 🌊"], MADE, 5),
            call_to_action="Which one next?",
            hashtags=["fyp", *TAGS[:2]],
            tone="informal",
        ),
        topic(
            "tt_making",
            "tiktok video teach subject",
            ["brides"],
            texts(["From wire to {} in thirty seconds", "Mistakes we made with {}"], MADE, 5, 3),
            call_to_action="Ask the goldsmith.",
            hashtags=["fyp", *TAGS[:2]],
        ),
        topic(
            "tt_styling",
            "tiktok carousel teach subject",
            ["everyday"],
            texts(["Three ways to wear {} #stylingtips"], MADE, 5, 1),
            call_to_action="Save it.",
            hashtags=["fyp", *TAGS[:2]],
        ),
        topic(
            "tt_code",
            "tiktok carousel sell brand",
            ["gifts"],
            texts(["Until Sunday: {}, and a code in the caption"], MADE, 5, 6),
            call_to_action="Use the code TIKTOK8.",
            hashtags=["promo", *TAGS[:2]],
            code="TIKTOK8",
            benefit="Only here: 8 % off with the code.",
        ),
    ]


def _days() -> list[str]:
    """Topics that have a day of their own."""
    return [
        topic(
            "deepavali_soon",
            "instagram reel inform brand",
            ["gifts"],
            ["Deepavali is on 8 November 🪔 What will you wear?"],
            call_to_action="Tell us below.",
            hashtags=[*TAGS, "deepavali2026"],
        ),
        topic(
            "deepavali_box",
            "instagram carousel sell brand",
            ["gifts"],
            ["A Deepavali box for your sister: the lantern pendant and a card ✨"],
            call_to_action="Order by the 4th.",
            hashtags=[*TAGS, "deepavali2026"],
            code="CAHAYA12",
            benefit="Followers only: 12 % off the box with the code.",
        ),
        topic(
            "deepavali_last_day",
            "instagram story sell brand",
            ["gifts"],
            ["Until midnight: what is ordered today arrives before Deepavali 🪔"],
            call_to_action="Order through the link in our bio.",
            hashtags=["deepavali2026"],
            code="CAHAYA12",
            benefit="Followers only: 12 % off the box with the code.",
        ),
        topic(
            "eleven",
            "instagram photo sell brand",
            ["everyday", "gifts"],
            ["11.11: eleven pieces, eleven ringgit off each, until midnight"],
            call_to_action="Order through the link in our bio.",
            hashtags=[*TAGS, "1111"],
            code="SEBELAS11",
            benefit="Followers only: an hour earlier than everyone.",
        ),
        topic(
            "diary",
            "instagram reel entertain brand",
            ["brides"],
            ["Aina of Batik Diary tries on eight pieces in eight minutes."],
            call_to_action="Which one should she keep?",
            hashtags=TAGS,
            paid=True,
            disclosure="Paid partnership with Batik Diary.",
            code="AINA10",
        ),
        topic(
            "greeting",
            "instagram photo entertain general",
            list(EVERYONE),
            ["Selamat menyambut! May your day be bright, from all three of us at the bench."],
            call_to_action="Whom are you visiting?",
            hashtags=TAGS,
        ),
    ]


CONTENT = HEAD + topics() + "\n"
"""The block of the brief."""
