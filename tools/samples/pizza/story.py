"""The pizza restaurant's story in numbers: every figure that its files are drawn from.

The story (August to October 2026): 20 applications a day from social networks are wanted. They come until
the site gets a new form on 2026-09-14; from then on about 15 come, though as many people see the posts and
click. Evening posts do 1.6 times as well as morning ones, 40 % of the visitors live outside the delivery
city, comments wait at weekends, placements in other communities never pay.
"""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

SEED = 20261071
ZONE = ZoneInfo("Asia/Yekaterinburg")
FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)
EXPORTED = date(2026, 11, 2)
DAYS = [FIRST + timedelta(days=i) for i in range((LAST - FIRST).days + 1)]
WEEKEND = (5, 6)

# Sales: applications per link click, before and after the site's new form
NEW_FORM = date(2026, 9, 14)
RATE_BEFORE, RATE_AFTER = 0.052, 0.039
RATE_OF = {"post": 1.0, "cpc": 1.0, "placement": 0.5, "instagram": 1.0}  # relative, per kind of click
APPLICATIONS_RHYTHM = (0.80, 0.80, 0.85, 0.95, 1.25, 1.30, 1.10)  # Monday to Sunday
APPLICATIONS_DISPERSION = 1.6  # variance of a day over its mean
UNATTRIBUTED_PER_DAY, REFERRAL_PER_DAY = 7.0, 1.0  # telephone, walk-ins to the site, the city guide
ORDER_SHARE = 0.60
ORDER_DELAY_DAYS = (0.72, 0.19, 0.09)  # the same day, a day later, two days later
ORDER_VALUE, ORDER_SPREAD = 1_150.0, 0.38  # roubles
BUYER_RETURNS = 0.18

# VK posts
POSTS_A_DAY = {0: 0.02, 1: 0.12, 2: 0.82, 3: 0.04}
POST_IMPRESSIONS, IMPRESSIONS_SPREAD = 6_450.0, 0.28
REACH_OF_IMPRESSIONS = 0.80
ER_MORNING, EVENING_TIMES, ER_SPREAD = 0.0155, 1.6, 0.5  # engagements per account reached
ENGAGEMENT_PARTS = (0.82, 0.035, 0.145)  # likes, comments, reposts
POST_CTR, POST_CTR_SPREAD = 0.0108, 0.25
BOOSTED_POSTS, BOOST_TIMES, BOOST_ER_TIMES = 12, 2.1, 0.55
VIEWS_OF_IMPRESSIONS = 0.34  # videos started per time shown
LIFE = (0.70, 0.20, 0.10)  # of a post's response: first day, second, third
IMMATURE_DAYS = 3  # posts this young at the export have not yet all their response

# VK ads: campaign -> (times shown a day, link clicks per time shown, roubles per thousand, ad's name)
CAMPAIGNS = {
    "delivery-zone": (13_600, 0.0103, 112.0, "Горячая за 40 минут"),
    "family-evening": (7_800, 0.0098, 118.0, "Две большие на вечер"),
    "come-back": (3_400, 0.0108, 131.0, "Вернитесь за добавкой"),
}
AD_SPREAD, AD_CTR_SPREAD = 0.10, 0.08
ALL_CLICKS_TIMES = 1.35  # all clicks (likes, unfolding, the community's name) per link click
PLACEMENTS_A_WEEK = 3
PLACEMENT_PRICE = (100, 500)  # roubles
PLACEMENT_IMPRESSIONS, PLACEMENT_CTR = 850.0, 0.0055
BOOST_PRICE = (300, 900)  # roubles

# VK community
VISITORS_A_DAY, VIEWS_A_VISITOR = 540.0, 2.3
VISITORS_RHYTHM = (0.93, 0.92, 0.95, 1.00, 1.10, 1.08, 1.02)
HOME_CITY, HOME_SHARE = "Екатеринбург", 0.60
FOLLOWERS_START, FOLLOWERS_GAINED_A_DAY, FOLLOWERS_LOST_A_DAY = 23_420, 22.0, 6.5

# Instagram, organic only
INSTAGRAM_POST_SHARE = 0.97  # of days that have a post
INSTAGRAM_REACH, INSTAGRAM_ER = 930.0, 0.042
INSTAGRAM_CLICKS_A_DAY, INSTAGRAM_FOLLOWS_A_DAY = 7.0, 3.0
INSTAGRAM_FOLLOWERS_START = 5_180

# The site: sessions per link click, users per session (GA4)
SESSIONS_OF_CLICKS, USERS_OF_SESSIONS = 0.85, 0.75

# Comments: median minutes to a reply and share never answered, on working days and at weekends
REPLY_MINUTES = {False: 38.0, True: 560.0}
REPLY_SPREAD = 0.9
UNANSWERED = {False: 0.10, True: 0.27}

# Audits of followers on 2026-10-20: scope -> (accounts drawn, alive)
AUDIT_DAY = date(2026, 10, 20)
AUDITS = {"gained": (160, 149), "all": (200, 172)}

# Accounts
VK_ACCOUNT, VK_GROUP_ID = "pechka_pizza", 900_200_300
INSTAGRAM_ACCOUNT, INSTAGRAM_NAME, INSTAGRAM_ID = "pechka.pizza", "Печка Пицца", "17841499002003001"
GUEST_ACCOUNT, GUEST_NAME, GUEST_ID = "ural.vkusno", "Урал, вкусно!", "17841499002003777"
# competitor -> (posts a day, followers, gained a week, engagements per follower and post)
COMPETITORS = {
    "korochka_ekb": (1.6, 31_200, 45, 0.0016),
    "testo_i_ogon": (0.9, 12_640, 31, 0.0031),
    "syrny_krug": (0.5, 8_150, -4, 0.0022),
}
SITE = "pechka.example"
