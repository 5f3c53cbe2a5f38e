"""What the car dealer decides of content: one car ready a day, Sundays closed, VK written by the owner."""

from __future__ import annotations

from samples.cars.words import CARS
from samples.topics import texts, topic

HEAD = """\
  # How the communities look and what they post. The calendar of the coming month is made from this: every
  # topic's texts in turn, each once. A topic with a day of its own goes out on that day only.
  content:
    - since: 2026-10
      by: M. Kovac
      why: Buyers look for months and come when the right car stands there; between cars they learn to trust.
      tone: business
      pictures: natural
      profiles:
        - platform: facebook
          name: "Auto Lipa: used cars Bratislava"
          description: Forty checked used cars near Bratislava, with the mechanic's report.
          address: autolipa.usedcars
          key_words: [used cars, bratislava]
          link: https://autolipa.example
          style: the yard as it is, the whole car, no filters
          comments: open
        - {platform: vk, name: Auto Lipa, comments: closed}      # the owner's, and nobody else answers
      channels:
        - platform: facebook
          posts: 1
          reason: One car a day gets ready; a second post would be about nothing.
          approved_by: the owner
          times: {morning: "08:00", evening: "19:00"}
          trace: link
          landing: https://autolipa.example/cars
        - platform: vk
          posts: 2
          per: week
          reason: The owner writes them himself, in the evenings.
          approved_by: the owner
          times: {evening: "20:00"}
          trace: asked                    # at the yard: how did you hear of us?
      mix:                                # shares of each channel's posts
        functions:
          sell: {low: 0.3, high: 0.5}
          inform: {low: 0.1, high: 0.3}
          teach: {low: 0.2, high: 0.4}
          entertain: {high: 0.2}
        brand: {low: 0.4, high: 0.7}
      fixed:
        - {date: 2026-10-15, topic: winter_tyres, part: evening}
        - {date: 2026-11-15, topic: winter_law, part: evening}      # a Sunday; the law begins
        - {date: 2026-11-27, topic: black_friday, part: morning}
      weekdays_off: [sunday]
      holidays: {country: SK, days_off: true, greeting: roads}
      topics:
"""
READY = (*CARS, "a 2016 coupé", "a 2014 estate with a tow bar", "a 2021 hybrid")
TAGS = ["usedcars", "bratislava", "autolipa"]
BOTH = ("families", "first-cars")
PARTS = ("brakes", "the timing belt", "tyres", "the clutch", "rust", "the battery", "the service book")
ROADS = (
    "the road to Trnava",
    "the Little Carpathians",
    "a Monday on the D1",
    "the bridge at dawn",
    "fog by the Danube",
)


def topics() -> str:
    """All topics of both channels."""
    return "".join(_facebook() + _vk() + _days())


def _facebook() -> list[str]:
    return [
        topic(
            "in_the_yard",
            "facebook photo sell brand",
            ["families"],
            texts(["New in the yard: {}. One owner, full service book.", "Ready today: {}."], READY, 7),
            call_to_action="Write to us, we call back the same day.",
            hashtags=TAGS,
            benefit="For those who follow us: a day to see it before it goes online.",
        ),
        topic(  # no benefit has been agreed yet
            "first_car",
            "facebook carousel sell brand",
            ["first-cars"],
            texts(
                ["A first car with instalments: {}.", "What {} costs a month, insurance included."],
                READY,
                7,
                3,
            ),
            call_to_action="Ask for the instalments.",
            hashtags=TAGS,
        ),
        topic(
            "mechanic",
            "facebook video teach subject",
            list(BOTH),
            texts(
                [
                    "Our mechanic looks at {}: what to see, what to hear.",
                    "Three questions about {} before you buy.",
                ],
                PARTS,
                7,
            ),
            call_to_action="Ask the mechanic.",
            hashtags=TAGS,
        ),
        topic(
            "sums",
            "facebook link teach subject",
            ["first-cars"],
            texts(["What does {} cost a year? We did the sums."], READY, 6, 1),
            call_to_action="Which car shall we reckon next?",
            hashtags=TAGS,
        ),
        topic(
            "sold",
            "facebook photo inform brand",
            ["families"],
            texts(["Sold last week: {}. Have a safe journey, and write to us."], READY, 6, 4),
            call_to_action="What are you looking for?",
            hashtags=TAGS,
        ),
        topic(
            "road",
            "facebook video entertain general",
            list(BOTH),
            texts(["One minute on {}."], ROADS, 5),
            call_to_action="Where do you drive today?",
            hashtags=TAGS,
            tone="informal",
        ),
    ]


def _vk() -> list[str]:
    return [
        topic(
            "vk_yard",
            "vk photo sell brand",
            ["families"],
            [
                "Универсал 2017 года, один хозяин. Посмотреть можно в субботу.",
                "Минивэн на семь мест, отчёт механика приложу.",
                "Дизель, 140 тысяч, ремень менян в марте.",
                "Седан 2020 года из лизинга, полная история.",
                "Универсал с фаркопом, прошёл техосмотр.",
            ],
            call_to_action="Пишите, перезвоню в тот же день.",
            hashtags=["авто", "братислава"],
            benefit="Подписчикам: зимние шины в подарок.",
        ),
        topic(
            "vk_tip",
            "vk text teach subject",
            ["first-cars"],
            [
                "Как читать сервисную книжку: три строки, на которые я смотрю.",
                "Первая машина: почему не надо брать самую большую.",
                "Что спросить у продавца по телефону, пока не поехали.",
                "Страховка в Словакии для молодых водителей: сколько и почему.",
            ],
            call_to_action="Спрашивайте в сообщениях.",
            hashtags=["авто", "братислава"],
        ),
        topic(
            "vk_news",
            "vk photo inform brand",
            list(BOTH),
            [
                "На площадке четыре новые машины, показываю.",
                "Суббота: открыто до пяти, механик на месте.",
                "Оформляем переход права за один день.",
                "Принимаем машины в зачёт.",
            ],
            call_to_action="Что ищете?",
            hashtags=["авто", "братислава"],
        ),
    ]


def _days() -> list[str]:
    """Topics that have a day of their own."""
    return [
        topic(
            "winter_tyres",
            "facebook photo inform brand",
            list(BOTH),
            ["Winter tyres are included with every car until the end of the month."],
            call_to_action="Come and choose.",
            hashtags=TAGS,
        ),
        topic(
            "winter_law",
            "facebook link inform subject",
            list(BOTH),
            ["From today: snow on the road means winter tyres, by law. What the police look at."],
            call_to_action="Are yours on?",
            hashtags=TAGS,
        ),
        topic(
            "black_friday",
            "facebook photo sell brand",
            list(BOTH),
            ["No black Friday: our prices are the same as yesterday. The transfer of title is on us today."],
            call_to_action="Come for a test drive.",
            hashtags=TAGS,
            benefit="For those who follow us: the transfer of title free of charge.",
        ),
        topic(
            "roads",
            "facebook photo inform general",
            list(BOTH),
            ["A holiday: full roads in the evening. Leave early, keep your distance, arrive."],
            call_to_action="Where do you drive to?",
            hashtags=TAGS,
        ),
    ]


CONTENT = HEAD + topics() + "\n"
"""The block of the brief."""
