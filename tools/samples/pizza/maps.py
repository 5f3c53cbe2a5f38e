"""Column maps of the restaurant's files that come from no platform's own export."""

from __future__ import annotations

VK_POSTS = """\
# Which column of the agency's tool is what. Left: the workbook's word. Right: the file's header.
table: posts
about: Posts of our VK community, from the agency's statistics tool (all posts, figures since publication)
constants: {platform: vk, account: pechka_pizza, role: own}
columns:
  post_id: "ID"
  published: "Дата поста (UTC)"
  format: "Формат"
  labels: "Рубрика"
  plan_id: "Метки"              # the plan's ID was set as the post's label
  paid: "Продвижение"
  impressions: "Показы"         # of a boosted post: organic and paid together
  reach: "Охват"
  reach_organic: "Охват органический"
  reach_paid: "Охват рекламный"
  likes: "Лайки"
  comments: "Комментарии"
  shares: "Репосты"
  link_clicks: "Переходы по ссылке"
  views: "Просмотры видео"
  duration: "Длительность, с"
  url: "Ссылка"
  text: "Текст"
dates: "%Y-%m-%d %H:%M:%S"
zone: UTC
missing: ["-"]                  # no link in the post, or not a video: not the same as 0
values:
  format: {"фото": photo, "видео": video, "карусель": carousel, "клип": reel, "мем": meme, "текст": text}
  labels: {"продажа": sell, "новости": inform, "рецепт": teach, "юмор": entertain}
  paid: {"реклама": true, "органика": false}
"""

VK_ADS = """\
# Daily rows from the VK advertising account. Placements in communities and boosted posts were added
# by hand; the shows and clicks of a boosted post are counted with the post, so they are missing here.
table: ads
about: Advertising in VK by day - targeted campaigns, placements in communities, boosted posts
constants: {platform: vk, account: pechka_pizza, currency: RUB}
columns:
  start: "Дата"                 # one day a row: it starts and ends on the same date
  end: "Дата"
  campaign: "Кампания"
  ad: "Название объявления"
  impressions: "Показы"
  reach: "Охват"                # people; never adds up over days
  clicks: "Клики"               # all clicks
  link_clicks: "Переходы по ссылке"
  spend: "Потрачено всего, ₽"
dates: "%d.%m.%Y"
zone: Asia/Yekaterinburg
decimal: ","
missing: ["-"]
"""

CRM_ORDERS = """\
# Applications and orders from the restaurant's CRM. An order keeps the tags of its application.
table: orders
about: Applications and orders from the CRM, buyers under pseudonyms
constants: {currency: RUB}
columns:
  order_id: "Номер"
  kind: "Тип"
  ordered_at: "Дата и время"
  buyer: "Клиент"
  value: "Сумма, ₽"             # empty for an application
  source: "utm_source"          # empty: nobody knows where it came from
  medium: "utm_medium"
  campaign: "utm_campaign"
  content: "utm_content"        # the plan's ID of the post, or the ad's number
dates: "%d.%m.%Y %H:%M"
zone: Asia/Yekaterinburg
decimal: ","
thousands: " "
values:
  kind: {"Заявка": application, "Заказ": order}
"""

COMPETITORS = """\
# What anyone can see of the competitors' posts: their reach cannot be seen, so it is not here.
table: posts
about: Posts of three competitors on VK, collected by hand
constants: {platform: vk, role: competitor}
columns:
  post_id: "ID записи"
  published: "Опубликовано"
  account: "Сообщество"
  format: "Тип"
  likes: "Лайки"
  comments: "Комментарии"
  shares: "Репосты"
  text: "Текст записи"
dates: "%d.%m.%Y %H:%M"
zone: Asia/Yekaterinburg
values:
  format: {"фото": photo, "видео": video, "карусель": carousel, "мем": meme, "текст": text}
"""

FOLLOWERS = """\
# Followers noted every Saturday evening.
table: followers
about: Followers of our accounts and the competitors', counted weekly
columns:
  date: "Дата"
  platform: "Сеть"
  account: "Аккаунт"
  role: "Чей"
  count: "Подписчики"
dates: "%Y-%m-%d"
values:
  platform: {"ВКонтакте": vk, "Instagram": instagram}
  role: {"наш": own, "конкурент": competitor}
"""

COMMENTS = """\
# Comments under our VK posts and when we answered them.
table: comments
about: Comments on our VK posts, with our answers
constants: {platform: vk, account: pechka_pizza}
columns:
  comment_id: "ID комментария"
  post_id: "ID поста"
  created: "Дата"
  by_us: "От нас"
  text: "Текст"
  replied_at: "Ответ дан"       # empty: never answered
  reply_kind: "Вид ответа"
dates: "%d.%m.%Y %H:%M"
zone: Asia/Yekaterinburg
values:
  by_us: {"да": true, "нет": false}
  reply_kind: {"вопрос": question, "призыв": call to action, "обычный": plain}
"""

AUDIT = """\
# Audits of followers: accounts drawn at random, each looked at. Alive: a person who was online lately.
table: audits
about: Random audits of the VK community's followers
constants: {platform: vk}
columns:
  drawn_at: "Дата проверки"
  account: "Сообщество"
  scope: "Кого проверяли"
  method: "Способ"
  n: "Проверено"
  alive: "Живых"
dates: "%d.%m.%Y"
zone: Asia/Yekaterinburg
values:
  scope: {"пришедшие по договору": gained, "все подписчики": all}
  method: {"случайная выборка": random sample}
"""

MAPS = {
    "vk-posts": VK_POSTS,
    "vk-ads": VK_ADS,
    "crm-orders": CRM_ORDERS,
    "competitors-posts": COMPETITORS,
    "followers": FOLLOWERS,
    "comments": COMMENTS,
    "audit": AUDIT,
}


def files() -> dict[str, bytes]:
    """Path within the client's folder -> bytes."""
    return {f"maps/{name}.yml": text.encode() for name, text in MAPS.items()}
