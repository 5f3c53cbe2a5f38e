"""The used-car dealer's story in numbers: every figure that its files are drawn from.

The story (August to October 2026): three people a week ask for a car by way of social networks. Fewer of
them buy, but what they buy is dearer, so that revenue grows while conversion falls. From asking to buying it
takes 35 days in the median and 90 for the slowest tenth, so three months say little of what the advertising
earned. Hardly anyone sees the community on VK. Nobody has looked at the competitors.
"""

from __future__ import annotations

import math
from datetime import date
from zoneinfo import ZoneInfo

from samples.profiles import days_between

SEED = 20261074
ZONE = ZoneInfo("Europe/Bratislava")
FIRST, LAST = date(2026, 8, 1), date(2026, 10, 31)
DAYS = days_between(FIRST, LAST)
SUMMER_TIME_ENDS = date(2026, 10, 25)

# Applications from social networks: the dealer's sheet goes back to May
SHEET_FROM = date(2026, 5, 4)  # a Monday
A_WEEK = (3, 2, 4, 3)  # week after week, again and again
SOURCES = {  # source, medium, campaign, content -> weight
    ("facebook", "cpc", "cars-under-12000", "estate-cars"): 0.34,
    ("facebook", "cpc", "cars-under-12000", "first-car"): 0.24,
    ("facebook", "social", "posts", ""): 0.38,
    ("vk", "social", "posts", ""): 0.04,
}
BY_TELEPHONE_A_WEEK = 1  # without tags

# Orders: month -> what each car was sold for, in euros
SOLD = {
    (2026, 6): (8_200, 7_450),
    (2026, 7): (6_900, 9_150, 8_400, 7_800),
    (2026, 8): (7_900, 8_450, 6_990, 9_600, 8_900),
    (2026, 9): (10_900, 11_450, 9_990, 12_300),
    (2026, 10): (15_400, 18_250, 15_990),
}
LAG_MEDIAN, LAG_P90 = 35.0, 90.0  # days from asking to buying
LAG_SPREAD = math.log(LAG_P90 / LAG_MEDIAN) / 1.2815515655446004  # log-normal

# Facebook
PAGE, PAGE_ID = "Auto Lipa", "100088120500740"
POST_SHARE, POST_HOURS = 0.5, (8, 12, 17, 19)  # of days with a post
REACH, ER, CTR = 640.0, 0.019, 0.011  # of the people reached, 1.1 % click
VISITS_A_DAY, FOLLOWS_A_DAY = 21.0, 1.3
FOLLOWERS_START = {"facebook": 4_120, "vk": 186}

# Advertising in euros: ad -> (euros a day, euros per thousand shown, link clicks per time shown)
ADS = {
    ("Cars under 12,000", "Bratislava and Trnava", "Estate cars"): (8.6, 4.9, 0.0121),
    ("Cars under 12,000", "Bratislava and Trnava", "First car"): (5.8, 5.4, 0.0109),
}
OVERLAP = 0.14  # people reached in three months, of the sum over ads and days

# VK: visitors a day, and where they are from
VK_ACCOUNT = "autolipa_ba"
VISITORS_A_DAY, VIEWS_A_VISITOR, VK_FOLLOWS_A_DAY = 6.5, 1.7, 0.08
CITIES = {"Братислава": 0.5, "Вена": 0.2, "Ужгород": 0.18, "Прага": 0.12}
COUNTRIES = {"Братислава": "Словакия", "Вена": "Австрия", "Ужгород": "Украина", "Прага": "Чехия"}
AGES = {"24-27": 0.1, "27-30": 0.2, "30-35": 0.3, "35-45": 0.3, "45+": 0.1}
