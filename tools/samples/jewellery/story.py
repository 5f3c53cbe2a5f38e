"""The jewellery shop's story in numbers: every figure that its files are drawn from.

The story (August to October 2026): cheap jewellery sells within days. On 15 and 16 September 6,000 people
follow the Instagram profile while the advertising is paused; of 120 of them drawn at random 31 are alive.
The advertising account counts in US dollars, the shop in ringgit. Promo codes tell where buyers come from
where a link cannot. From the middle of October everything is about Deepavali, on 8 November.
"""

from __future__ import annotations

import math
from datetime import date
from zoneinfo import ZoneInfo

from samples.profiles import Profile, days_between

SEED = 20261073
ZONE = ZoneInfo("Asia/Kuala_Lumpur")
FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)
DAYS = days_between(FIRST, LAST)
NO_HOUR_FLIPS = date(2026, 12, 31)  # Malaysia has no summer time
DEEPAVALI_FROM = date(2026, 10, 12)

# Followers gained a day, and the two days that nobody paid for
FOLLOWS_A_DAY = 9.0
JUMP = {date(2026, 9, 15): 3_140, date(2026, 9, 16): 2_860}
FOLLOWERS_START = {"instagram": 8_420, "tiktok": 3_105}

INSTAGRAM = Profile(
    account_id="17841455360017003",
    username="intanlaut.my",
    name="Intan Laut",
    zone=ZONE,
    hours=(11, 13, 18, 20, 21),
    reach=1_240.0,
    engagement=0.041,
)
INSTAGRAM_POST_SHARE, INSTAGRAM_CLICKS_A_DAY = 0.85, 31.0
DEEPAVALI_SHARE = 0.6  # of the posts since the middle of October

# TikTok
TIKTOK = "intanlaut"
VIDEO_SHARE = 0.42  # of days with a video
VIDEO_VIEWS, VIEWS_SPREAD, VIDEO_ER = 2_900.0, 0.9, 0.052
VIDEO_PARTS = (0.8, 0.06, 0.07, 0.07)  # likes, comments, shares, favourites
DAY_VIEWS, PROFILE_VIEWS, TIKTOK_FOLLOWS, TIKTOK_LOST = 1_450.0, 0.021, 6.0, 1.5

# Advertising in US dollars: ad -> (dollars a day, dollars per thousand shown, link clicks per time shown)
ADS = {
    ("Everyday", "Women 22-40, Klang Valley", "Sea pearl studs"): (12.0, 2.9, 0.0118),
    ("Everyday", "Women 22-40, Klang Valley", "Three rings, one price"): (9.0, 3.1, 0.0104),
}
DEEPAVALI_AD = {("Deepavali 2026", "Women 25-50, Malaysia", "Light up your sari"): (11.0, 3.4, 0.0139)}
PAUSED = (date(2026, 9, 10), date(2026, 9, 21))
OVERLAP = 0.11  # people reached in three months, of the sum over ads and days

# Applications (messages that ask to buy): a day by where they come from, and their tags
APPLICATIONS = {
    "ads": 3.6,
    "bio": 1.9,
    "KILAU10": 1.7,
    "TIKTOK8": 1.0,
    "unknown": 1.2,
}
DEEPAVALI_TIMES = 1.35
ORDER_SHARE = 0.55
LAG_MEDIAN, LAG_P90 = 3.0, 14.0  # days from asking to buying; orders after the last day are not there yet
LAG_SPREAD = math.log(LAG_P90 / LAG_MEDIAN) / 1.2815515655446004  # log-normal
ORDER_VALUE, ORDER_SPREAD = 186.0, 0.42  # ringgit
BUYER_RETURNS = 0.12

# The site: sessions a month by channel group; social ones come from the clicks
SITE = "intanlaut.example"
SESSIONS = {"Organic Search": 780, "Direct": 640, "Referral": 95, "Unassigned": 12}
SESSIONS_OF_CLICKS, USERS_OF_SESSIONS = 0.82, 0.78

COMMENTS_A_POST, ANSWERED, REPLY_MINUTES = 2.6, 0.93, 24.0

AUDITS = {  # day -> (scope, accounts drawn, alive)
    date(2026, 8, 22): ("all", 150, 129),
    date(2026, 9, 28): ("gained", 120, 31),
}
