"""What the restaurant decides of content: profiles, two posts a day, the mix, topics and their texts."""

from __future__ import annotations

from samples.pizza.words import DISHES, POSTS
from samples.topics import texts, topic

HEAD = """\
  # How the communities look and what they post. The calendar of the coming month is made from this: every
  # topic's texts in turn, each once. A topic with a day of its own goes out on that day only.
  content:
    - since: 2026-08
      by: A. Orlova
      why: Two posts a day keep the community alive; Instagram gets the best picture of the day.
      tone: friendly
      pictures: natural
      profiles:
        - platform: vk
          name: "Печка Пицца: доставка пиццы, Екатеринбург"
          description: "Пицца из печи и её доставка за 40 минут по Екатеринбургу. Заказ на сайте."
          address: pechka_pizza
          key_words: [пицца, доставка, pizza]
          link: https://pechka.example
          logo: lower right corner of every picture
          style: wood and flour, warm light
          comments: open
        - platform: instagram             # nobody has decided its style yet
          name: "Печка Пицца"
          description: "Пицца из печи, Екатеринбург. Заказ по ссылке."
          address: pechka.pizza
          key_words: [пицца, доставка]
          link: https://pechka.example
          logo: lower right corner of every picture
          comments: open
      channels:
        - platform: vk
          posts: 2
          times: {morning: "09:00", evening: "19:00"}
          trace: link
          landing: https://pechka.example/menu
        - platform: instagram
          posts: 1
          reason: One good picture a day; the photographer comes twice a week.
          approved_by: the owner
          times: {morning: "10:00", evening: "19:30"}
          trace: bio                      # the only link that works there is the profile's
          landing: https://pechka.example/menu
      mix:                                # shares of each channel's posts
        functions:
          sell: {low: 0.2, high: 0.3}
          inform: {low: 0.1, high: 0.25}
          teach: {low: 0.2, high: 0.35}
          entertain: {low: 0.2, high: 0.35}
        formats:
          text: {high: 0.15}
          meme: {high: 0.15}
        brand: {low: 0.3, high: 0.5}
      fixed:
        - {date: 2026-09-01, topic: school, part: morning}
        - {date: 2026-10-20, topic: chefs_day, part: evening}
        - {date: 2026-11-27, topic: black_friday, part: evening}
        - {date: 2026-12-31, topic: new_year, part: morning}
      holidays: {country: RU, greeting: greeting}     # the kitchen works on holidays
      viral: {posts: 10, creativity: true, brevity: true, response: true, quality: true, brand_at_end: false}
      posts_hours: 0.6                    # of work for one post; internal
      topics:
"""
TAGS = ["печкапицца", "пиццаекб", "екатеринбург"]
ALL = ("families", "students", "offices")
EVENINGS = (
    "пятничный вечер", "семейный вечер", "дождливый вечер", "вечер с футболом", "вечер без готовки",
    "вечер настольных игр", "вечер кино",
)  # fmt: skip
TOPPINGS = ("грибы", "ветчину", "ананас", "лук", "оливки", "рукколу", "грушу")


def topics() -> list[str]:
    """All topics of both channels."""
    return _vk() + _instagram() + _days()


def _vk() -> list[str]:
    sell, inform, teach = "vk reel sell brand", "vk carousel inform brand", "vk video teach subject"
    return [
        topic(
            "supper",
            sell,
            ["families"],
            texts(POSTS["продажа"][2:3] + POSTS["продажа"][4:], DISHES, 7),
            call_to_action="Закажите до восьми, привезём горячей.",
            hashtags=TAGS,
            benefit="Подписчикам: морс в подарок по слову «я из ВК».",
        ),
        topic(
            "two_pizzas",
            "vk carousel sell brand",
            ["students"],
            texts(
                [
                    "Две пиццы по цене одной до конца дня, одна из них {}.",
                    "Стипендия позже, {} сегодня: вторая в подарок.",
                ],
                DISHES,
                7,
                3,
            ),
            call_to_action="Скажите код при заказе.",
            hashtags=TAGS,
            code="PECHKA2",
            benefit="Подписчикам: вторая пицца бесплатно по будням.",
        ),
        topic(
            "lunch",
            "vk photo sell brand",
            ["offices"],
            texts(
                [
                    "Обед на шестерых к двенадцати: {} и ещё две на выбор.",
                    "Совещание короче, если ждёт {}. Набор на шестерых.",
                ],
                DISHES,
                6,
                5,
            ),
            call_to_action="Напишите до одиннадцати, сколько вас.",
            hashtags=TAGS,
            benefit="Подписчикам: десерт к набору на шестерых.",
        ),
        topic(
            "news",
            "vk text inform brand",
            ["families", "offices"],
            texts(
                [
                    "Новости кухни: {} теперь на тонком тесте тоже.",
                    "Возим дальше: {} доедет и до Академического.",
                    "На этой неделе печём по-новому: {} с двойным сыром.",
                ],
                DISHES,
                6,
                1,
            ),
            call_to_action="Что попробуете первым?",
            hashtags=TAGS,
        ),
        topic(
            "menu",
            inform,
            ["families", "students"],
            texts(
                ["В меню вернулась {}. Листайте, что в ней.", "Состав без секретов: {} по слоям."],
                DISHES,
                7,
                2,
            ),
            call_to_action="Расскажите, чего не хватает.",
            hashtags=TAGS,
        ),
        topic(
            "dough",
            teach,
            ["families"],
            texts(
                [
                    "Тесто отдыхает 24 часа, и выходит {}. По шагам.",
                    "Учим детей раскатывать тесто: сегодня {}.",
                ],
                DISHES,
                7,
                4,
            ),
            call_to_action="Какой шаг показать подробнее?",
            hashtags=TAGS,
        ),
        topic(
            "tricks",
            "vk reel teach subject",
            ["students", "offices"],
            texts(
                [
                    "{} назавтра: сковорода, капля воды, крышка, три минуты.",
                    "{} не мокнет в коробке: три хитрости шефа.",
                ],
                DISHES,
                7,
                6,
            ),
            call_to_action="Сохраните на потом.",
            hashtags=TAGS,
        ),
        topic(
            "toppings",
            "vk photo teach subject",
            ["families", "offices"],
            texts(
                [
                    "Когда класть {}: до печи или после? Отвечает шеф.",
                    "Сколько нужно сыра под {}, чтобы не поплыло.",
                ],
                TOPPINGS,
                6,
            ),
            call_to_action="Спорьте в комментариях.",
            hashtags=TAGS,
        ),
        topic(
            "meme",
            "vk meme entertain general",
            ["students"],
            texts(
                ["Когда сказал «я только кусочек», а впереди {}.", "Ожидание: диета. Реальность: {}."],
                EVENINGS,
                7,
            ),
            call_to_action="Отметьте того, кто так же.",
            hashtags=["юмор", *TAGS[:1]],
            tone="informal",
        ),
        topic(
            "cat",
            "vk photo entertain general",
            ["families", "students"],
            texts(["Кот готов: {} уже начался.", "{}: кто у вас сторожит коробку?"], EVENINGS, 7, 2),
            call_to_action="Покажите своего кота.",
            hashtags=TAGS,
            tone="informal",
        ),
        topic(
            "poll",
            "vk text entertain subject",
            ["offices", "students"],
            texts(
                ["Опрос дня: кладём {}, да или нет?", "Можно убрать {} навсегда. Уберёте?"], TOPPINGS, 6, 3
            ),
            call_to_action="Голосуйте в комментариях.",
            hashtags=TAGS,
        ),
        topic(
            "evening",
            "vk video entertain general",
            ["families"],
            texts(
                ["{}: 15 секунд тишины и тянущегося сыра.", "Как выглядит {} из нашей печи."], EVENINGS, 6, 4
            ),
            call_to_action="Перешлите тем, с кем ужинаете.",
            hashtags=TAGS,
        ),
    ]


def _instagram() -> list[str]:
    return [
        topic(
            "ig_oven",
            "instagram photo entertain subject",
            ["families"],
            texts(["🔥 {} прямо из печи", "Сыр тянется, вечер тоже: {} 🧀"], DISHES, 7),
            call_to_action="Какую вам?",
            hashtags=TAGS,
        ),
        topic(
            "ig_hands",
            "instagram reel teach subject",
            ["families", "students"],
            texts(["Руки пекаря: {} за тридцать секунд", "Край с пузырьками: {} по шагам"], DISHES, 7, 3),
            call_to_action="Сохраните и попробуйте дома.",
            hashtags=TAGS,
        ),
        topic(
            "ig_set",
            "instagram carousel sell brand",
            ["families", "offices"],
            texts(
                ["Семейная коробка: {} и лимонад 🍕", "Кто сегодня не готовит? Правильно, вы. {} ждёт"],
                DISHES,
                7,
                5,
            ),
            call_to_action="Ссылка в профиле.",
            hashtags=TAGS,
            benefit="Подписчикам: лимонад в подарок.",
        ),
        topic(
            "ig_lunch",
            "instagram photo sell brand",
            ["offices"],
            texts(
                ["Обед в офис: {} и две на выбор", "Без пятнадцати двенадцать. {} уже в пути"], DISHES, 6, 1
            ),
            call_to_action="Ссылка в профиле, закажите до одиннадцати.",
            hashtags=TAGS,
            benefit="Подписчикам: десерт к набору.",
        ),
        topic(
            "ig_news",
            "instagram carousel inform brand",
            ["students"],
            texts(["Вернулась {}. Листайте 👉", "Новое на этой неделе: {}"], DISHES, 6, 2),
            call_to_action="Пробовали?",
            hashtags=TAGS,
        ),
        topic(
            "ig_city",
            "instagram reel entertain general",
            ["students"],
            texts(["Екатеринбург, {} 🏙️", "{}: курьер едет через весь город 🚲"], EVENINGS, 7, 1),
            call_to_action="Узнали улицу?",
            hashtags=TAGS,
            tone="informal",
        ),
    ]


def _days() -> list[str]:
    """Topics that have a day of their own."""
    return [
        topic(
            "school",
            "vk photo sell brand",
            ["families"],
            ["С первым сентября! Первоклассникам пицца в форме буквы «А»."],
            call_to_action="Покажите букет и закажите.",
            hashtags=TAGS,
            benefit="Подписчикам: буква бесплатно.",
        ),
        topic(
            "chefs_day",
            "vk video inform brand",
            ["offices", "families"],
            ["Сегодня день повара. Знакомьтесь: Марат, который печёт нашу «Маргариту» девятый год."],
            call_to_action="Скажите Марату спасибо.",
            hashtags=TAGS,
        ),
        topic(
            "black_friday",
            "vk carousel sell brand",
            list(ALL),
            ["Чёрная пятница в белой муке: до полуночи вторая большая за полцены."],
            call_to_action="Закажите до полуночи.",
            hashtags=TAGS,
            code="MUKA50",
            benefit="Подписчикам: с шести вечера, остальным с девяти.",
        ),
        topic(
            "new_year",
            "vk photo entertain general",
            list(ALL),
            ["Печка гаснет в 22:00 и желает вам тёплого года. Увидимся второго января!"],
            call_to_action="Загадайте пиццу на новый год.",
            hashtags=TAGS,
        ),
        topic(
            "greeting",
            "vk photo entertain general",
            list(ALL),
            ["С праздником! Печём как обычно, а вы отдыхайте."],
            call_to_action="С кем празднуете?",
            hashtags=TAGS,
        ),
    ]


def _first() -> str:
    """What was decided in August: VK alone was planned; Instagram got a picture when there was one."""
    begin, end = HEAD.index("        - platform: instagram\n          posts"), HEAD.index("      mix:")
    head = HEAD[:begin] + HEAD[end:]
    head = head.replace("; Instagram gets the best picture of the day.", ".")
    later = ("2026-11", "2026-12")
    lines = [line for line in head.splitlines() if not any(f"date: {month}" in line for month in later)]
    vk = [each for each in (*_vk(), *_days()) if "channel: vk" in each]
    vk = [each for each in vk if not _is_one(each, "black_friday", "new_year")]
    return "\n".join(lines) + "\n" + "".join(vk)


def _is_one(said: str, *keys: str) -> bool:
    return any(f"key: {key}\n" in said for key in keys)


def _second() -> str:
    """What was decided in October: Instagram is planned, too."""
    head = HEAD.partition("  content:\n")[2].replace("since: 2026-08", "since: 2026-10")
    early = ("2026-09", "2026-10")
    lines = [line for line in head.splitlines() if not any(f"date: {month}" in line for month in early)]
    said = [each for each in topics() if not _is_one(each, "school", "chefs_day")]
    return "\n".join(lines) + "\n" + "".join(said)


CONTENT = _first() + "\n" + _second() + "\n"
"""The block of the brief: two decisions."""
