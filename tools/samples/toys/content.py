"""What the toy brand decides of content: stories of the workshop, and nothing sold before mid-November."""

from __future__ import annotations

from samples.topics import texts, topic
from samples.toys.words import TOYS as BUILT

HEAD = """\
  # How the communities look and what they post. The calendar of the coming month is made from this: every
  # topic's texts in turn, each once. A topic with a day of its own goes out on that day only.
  content:
    - since: 2026-10
      by: J. Brandt
      why: Parents should know the workshop by December; until the middle of November nobody is asked to buy.
      tone: informal
      pictures: natural
      profiles:
        - platform: facebook
          name: "Brumm & Klotz: wooden toys"
          description: Wooden toys from our workshop in the Harz, made of beech. Watch them being made.
          address: brummundklotz.woodentoys
          key_words: [wooden toys, beech]
          link: https://brummundklotz.example
          logo: bear's head, upper left
          style: daylight in the workshop, no props
          comments: open
        - platform: instagram
          name: "Brumm & Klotz | wooden toys"
          description: Wooden toys made of beech. The workshop in pictures.
          address: brumm.klotz
          key_words: [wooden toys, beech]
          link: https://brummundklotz.example
          logo: bear's head, upper left
          style: daylight in the workshop, no props
          comments: open
        - platform: youtube               # set up by the shop; nobody has looked at it since
          name: "Brumm & Klotz"
      channels:
        - platform: facebook
          posts: 2
          times: {morning: "09:30", evening: "20:00"}
          trace: link
          landing: https://brummundklotz.example/workshop
        - platform: instagram
          posts: 1
          reason: The pictures come from one afternoon a week in the workshop; they last for one a day.
          approved_by: K. Brumm
          times: {morning: "08:00", evening: "20:30"}
          trace: bio
          landing: https://brummundklotz.example/workshop
        - platform: youtube
          posts: 1
          per: week
          reason: Few make two videos a day; a film takes the workshop two days.
          approved_by: K. Brumm
          times: {evening: "18:30"}
          trace: link
          landing: https://brummundklotz.example/films
      mix:                                # shares of each channel's posts
        functions:
          sell: {high: 0.1}
          inform: {low: 0.1, high: 0.3}
          teach: {low: 0.2, high: 0.45}
          entertain: {low: 0.3, high: 0.5}
        brand: {low: 0.2, high: 0.5}
      weekdays_off: [sunday]
      fixed:
        - {date: 2026-09-20, topic: childrens_day, part: morning}
        - {date: 2026-11-11, topic: lanterns, part: evening}
        - {date: 2026-11-16, topic: advent_orders, part: evening}
        - {date: 2026-11-23, topic: advent_parcels, part: evening}
        - {date: 2026-11-29, topic: first_advent, part: evening}    # a Sunday, and an occasion
        - {date: 2026-12-05, topic: nicholas, part: evening}
      holidays: {country: DE, days_off: true, greeting: greeting}
      viral: {posts: 12, creativity: true, brevity: true, quality: true, brand_at_end: true}
      posts_hours: 1.1                    # of work for one post; internal
      topics:
"""
TOYS = (*BUILT, "the rocking sheep", "the tower of rings", "the wooden till")
TAGS = ["woodentoys", "madeofbeech", "brummundklotz"]
EVERYONE = ("parents", "grandparents", "collectors")
ROOMS = (
    "the living room floor", "the kitchen table", "grandmother's stairs", "the garden", "a train to Vienna",
    "the waiting room", "a blanket in the hall",
)  # fmt: skip
WOODS = ("beech", "maple", "ash", "lime", "cherry", "pear", "oak")


def topics() -> str:
    """All topics of the three channels."""
    return "".join(_facebook() + _instagram() + _youtube() + _days())


def _facebook() -> list[str]:
    return [
        topic(
            "workshop",
            "facebook video teach brand",
            ["parents", "collectors"],
            texts(
                [
                    "Glue, sand, oil, wait. Then sand again: {} step by step.",
                    "Today {} gets its wheels. Watch the hands, not the clock.",
                ],
                TOYS,
                7,
            ),
            call_to_action="Which step should we show next?",
            hashtags=TAGS,
        ),
        topic(
            "play_day",
            "facebook photo entertain subject",
            ["parents"],
            texts(
                ["{} takes over the whole room. Who tidies up?", "Found under the sofa this morning: {}."],
                TOYS,
                7,
                2,
            ),
            call_to_action="Show us yours.",
            hashtags=TAGS,
        ),
        topic(
            "reader",
            "facebook photo entertain general",
            ["grandparents"],
            texts(
                [
                    "A reader writes that {} survived three children and one dog.",
                    "Three generations, one toy: {}.",
                ],
                TOYS,
                7,
                4,
            ),
            call_to_action="Tell us your story in the comments.",
            hashtags=TAGS,
        ),
        topic(
            "colours",
            "facebook carousel entertain brand",
            ["collectors"],
            texts(
                [
                    "Which colour next for {}: moss green or brick red?",
                    "Four samples of oil on {}. One of them wins.",
                ],
                TOYS,
                7,
                1,
            ),
            call_to_action="Vote with a heart or a bear.",
            hashtags=TAGS,
        ),
        topic(
            "games",
            "facebook carousel teach subject",
            ["parents", "grandparents"],
            texts(
                [
                    "Five games with {} that need no batteries.",
                    "A rainy hour with {}: three rules, no screen.",
                ],
                TOYS,
                7,
                3,
            ),
            call_to_action="Save this for the next rainy day.",
            hashtags=TAGS,
        ),
        topic(
            "attic",
            "facebook link inform subject",
            ["collectors", "grandparents"],
            texts(
                [
                    "Found in an attic: {}, built in 1987 and still rolling. The whole story.",
                    "What {} looked like thirty years ago.",
                ],
                TOYS,
                7,
                5,
            ),
            call_to_action="What is in your attic?",
            hashtags=TAGS,
        ),
        topic(
            "wood",
            "facebook reel teach subject",
            ["parents"],
            texts(
                ["How {} smells, sounds and splits.", "Is {} safe for small mouths? The carpenter answers."],
                WOODS,
                7,
            ),
            call_to_action="Ask the carpenter.",
            hashtags=TAGS,
        ),
        topic(
            "bench_news",
            "facebook photo inform brand",
            list(EVERYONE),
            texts(["News from the bench: {} has a new axle.", "Back on the shelf: {}."], TOYS, 7, 6),
            call_to_action="Follow the workshop.",
            hashtags=TAGS,
        ),
        topic(
            "anywhere",
            "facebook reel entertain general",
            ["parents"],
            texts(
                ["Children build anywhere. Today: {}.", "Thirty seconds of {}, seen from below."], ROOMS, 7
            ),
            call_to_action="Tag the person who never puts the tracks back.",
            hashtags=TAGS,
        ),
    ]


def _instagram() -> list[str]:
    return [
        topic(
            "ig_bench",
            "instagram photo inform brand",
            ["collectors"],
            texts(["On the bench today: {}.", "{}, before the last coat of oil."], TOYS, 7),
            call_to_action="Which one is yours?",
            hashtags=TAGS,
        ),
        topic(
            "ig_play",
            "instagram carousel entertain subject",
            ["parents"],
            texts(["Swipe: {} from box to chaos.", "Five minutes with {}, five pictures."], TOYS, 7, 2),
            call_to_action="Tag your play date.",
            hashtags=TAGS,
        ),
        topic(
            "ig_how",
            "instagram reel teach subject",
            ["parents"],
            texts(["{} in twenty seconds: how it is turned.", "What makes {} so smooth."], WOODS, 7, 3),
            call_to_action="Save it for a rainy day.",
            hashtags=TAGS,
        ),
        topic(
            "ig_detail",
            "instagram carousel teach brand",
            ["collectors", "grandparents"],
            texts(["Look closely: the joints of {}.", "Why {} has no screws."], TOYS, 7, 4),
            call_to_action="Ask us anything.",
            hashtags=TAGS,
        ),
        topic(
            "ig_smile",
            "instagram photo entertain general",
            ["grandparents"],
            texts(["A quiet afternoon, {}.", "Sunday begins on {}."], ROOMS, 7, 1),
            call_to_action="Who sits there with you?",
            hashtags=TAGS,
        ),
    ]


def _youtube() -> list[str]:
    return [
        topic(
            "film",
            "youtube video teach brand",
            ["parents", "collectors"],
            texts(["How {} is built, in one take"], TOYS, 4),
            call_to_action="Ask the carpenter below.",
            hashtags=TAGS,
        ),
        topic(
            "short",
            "youtube reel entertain subject",
            ["parents", "grandparents"],
            texts(["{}: sixty seconds without a cut"], TOYS, 4, 4),
            call_to_action="Send it to someone who needs quiet.",
            hashtags=TAGS,
        ),
    ]


def _days() -> list[str]:
    """Topics that have a day of their own."""
    return [
        topic(
            "childrens_day",
            "facebook photo entertain general",
            ["parents", "grandparents"],
            ["It is children's day. Put the telephone away and build something crooked."],
            call_to_action="What did you build?",
            hashtags=TAGS,
        ),
        topic(
            "lanterns",
            "facebook carousel teach general",
            ["parents", "grandparents"],
            ["A lantern from a jam jar and three strips of beech veneer, for tonight's walk."],
            call_to_action="Show us your lantern.",
            hashtags=TAGS,
        ),
        topic(
            "advent_orders",
            "facebook photo sell brand",
            list(EVERYONE),
            ["From today we take orders for Advent. What is ordered by the 30th lies under the tree."],
            call_to_action="Order in the shop.",
            hashtags=TAGS,
            benefit="For our followers: the name of the child burnt in, free of charge.",
        ),
        topic(
            "advent_parcels",
            "facebook video sell brand",
            list(EVERYONE),
            ["One parcel from the bench to the door, in ninety seconds."],
            call_to_action="Order by the 30th.",
            hashtags=TAGS,
            benefit="For our followers: the parcel is wrapped in our own paper.",
        ),
        topic(
            "first_advent",
            "facebook photo entertain general",
            list(EVERYONE),
            ["The first candle burns, and the workshop is quiet. A good Advent to you all."],
            call_to_action="What do you play by candlelight?",
            hashtags=TAGS,
        ),
        topic(
            "nicholas",
            "facebook reel teach general",
            ["parents"],
            ["Boots out tonight! Three small things that fit in."],
            call_to_action="What is in yours?",
            hashtags=TAGS,
        ),
        topic(
            "greeting",
            "facebook photo entertain general",
            list(EVERYONE),
            ["A holiday: the saw rests, the children build."],
            call_to_action="What are you playing today?",
            hashtags=TAGS,
        ),
    ]


CONTENT = HEAD + topics() + "\n"
"""The block of the brief."""
