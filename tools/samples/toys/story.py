"""The toy brand's story in numbers: every figure that its files are drawn from.

The story (August to October 2026): the brand wants to be known before December, when toys are bought. It
gains 2,000 followers in three months, of whom 82 of 100 audited are alive. It makes no difference at what
hour it posts. One post of October seems a hit; money was behind it. Its five videos on YouTube are too few
to say anything of, and their total is not their sum, for a sixth was deleted.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from samples.profiles import Profile, days_between

SEED = 20261072
ZONE = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)
DAYS = days_between(FIRST, LAST)
SUMMER_TIME_ENDS = date(2026, 10, 25)

# Followers gained in all, month by month; Facebook's part of them
GAINED = {8: 590, 9: 610, 10: 800}
FACEBOOK_PART = 0.58
FOLLOWERS_START = {"facebook": 14_820, "instagram": 9_310}
STAY = 0.9  # of those gained

# Facebook
PAGE, PAGE_ID = "Brumm & Klotz", "100071204500360"
FACEBOOK_POSTS_A_DAY = {0: 0.08, 1: 0.5, 2: 0.42}
FACEBOOK_REACH, FACEBOOK_ER, FACEBOOK_ER_SPREAD = 1_350.0, 0.031, 0.45
HOURS = (7, 9, 12, 16, 19, 20)
BOOSTED = date(2026, 10, 6)  # the post that seems a hit
HIT_ORGANIC, HIT_BOOSTED = 2_140, 48_600  # people reached
HIT_ER = 0.043
VISITS_A_DAY = 84.0  # to the page

# Instagram
INSTAGRAM = Profile(
    account_id="17841498112007002",
    username="brumm.klotz",
    name="Brumm & Klotz",
    zone=ZONE,
    hours=HOURS,
    reach=880.0,
    engagement=0.047,
)
INSTAGRAM_POST_SHARE, INSTAGRAM_CLICKS_A_DAY = 0.75, 5.0  # of days with a post

# Advertising in euros: ad -> (euros a month, euros per thousand shown, link clicks per time shown)
ADS = {
    ("Known before December", "Parents 25-44", "Wooden train, 15 s"): (210.0, 6.2, 0.0071),
    ("Known before December", "Parents 25-44", "Marble run, slow"): (160.0, 5.9, 0.0083),
    ("Known before December", "Grandparents 55+", "The bear that lasts"): (95.0, 5.1, 0.0064),
}
HIT_SPEND = 390.0  # euros behind the boosted post, in October
OVERLAP = 0.71  # people reached by all ads, of the sum over ads

# The site: channel group -> sessions a month
SITE = "brummundklotz.example"
SESSIONS = {"Organic Search": 2150, "Direct": 1320, "Referral": 260, "Organic Social": 640, "Unassigned": 24}
PAID_SESSIONS_OF_CLICKS = 0.8

# YouTube: what the Total row says, and the five videos that are left
YOUTUBE_TOTAL = {"views": 8_412, "hours": 212.9034, "subscribers": 61, "impressions": 70_915, "rate": 4.62}
YOUTUBE = (  # day, seconds, views, share watched, subscribers, impressions, click rate
    (date(2026, 8, 13), 184, 2310, 0.48, 19, 20_140, 4.9),
    (date(2026, 9, 3), 92, 1485, 0.61, 9, 11_890, 5.2),
    (date(2026, 9, 24), 241, 1902, 0.39, 14, 16_320, 4.4),
    (date(2026, 10, 8), 61, 1270, 0.72, 6, 9_870, 5.6),
    (date(2026, 10, 22), 318, 604, 0.33, 5, 6_905, 3.7),
)

# Competitors on Facebook: page -> (followers on 1 August, gained a week)
COMPETITORS = {"Holzwurm Kids": (22_410, 31), "Klickeria": (41_900, 12)}

AUDIT_DAY = date(2026, 10, 21)
AUDITS = {"gained": (100, 82), "all": (150, 131)}  # scope -> (accounts drawn, alive)
