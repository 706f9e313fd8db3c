"""Every constant of linking: what a comparison adds for or against, as log2 of a likelihood ratio.

+1 doubles the odds that two accounts tell of one incident, -1 halves them. Frozen numbers: fitted
together on pairs of real reports whose incident is known, rounded, and drawn towards what holds in
any news (a wrong day is read more often than one thinks, a rare name is seldom shared by chance).
The tests state their order.
"""

# Odds before anything is compared: one in the accounts that an account could be compared with.
PRIOR = -3.0
CROWDING = 1.1  # for each doubling of their number, up to the crowded:
CROWDED = 7.0

THRESHOLD = 0.5  # probability from which two accounts are linked
MEAN_OF_GROUP = 0.4  # two groups join only if their pairs reach this probability on average

# Dates of the incident
SAME_DAY = 5.0  # both give the same single day
OVERLAP_PER_DOUBLING = 0.65  # less for each doubling of the wider interval
DAY_APART = 1.5  # midnight, time zones, and the day of the report
DAYS_APART = ((6, 0.0), (31, -3.0))  # up to so many days: one of them erred
DATES_APART = -3.5  # more
WEEK_APART = -7.0  # the same weekday a week apart: "Friday" of two weeks
CONTRADICTED_DAY = -3.0

# One gives no day and tells it as news: days from the other's day to its publication
TOLD_SOON_DAYS, TOLD_SOON = 7, 3.0
TOLD_LATE_DAYS, TOLD_LATE = 31, -1.0

# Places of the incident
SAME_SITE = 1.4  # one entry or name, as fine as a town; more where few accounts are
COMMON_SITE, SITE_PER_BIT, RARE_SITE = 3.0, 0.5, 3.0
NEAR_KM, NEAR_BY = 10.0, 1.0
SUBURB_KM, SUBURB = 30.0, -1.0
TOWNS_APART = -3.0  # different towns
SAME_COUNTY = 2.5
SAME_REGION = 1.5
WITHIN_REGION = 1.5  # a town, and the region that it lies in
SAME_COUNTRY = 0.0
COUNTRIES_APART = -4.0
NAMES_APART = -1.2  # two names, not both located

# What it was
SAME_TYPE = 0.2
SAME_FAMILY = -0.3
OTHER_TYPE = -1.0

# Who did it
SAME_ACTOR = 0.8
RELATED_ACTOR = 0.3
OTHER_ACTOR = -0.5  # voices accuse different actors of one attack

# How many
SAME_COUNT_SMALL = 0.5  # one or two: common numbers
SAME_COUNT = 1.8
SAME_COUNT_LARGE = 2.2  # from 20
LARGE = 20
CLOSE_COUNT = 1.2  # within a third of each other: a toll that rose
FAR_COUNT = -2.0  # three times as many and ten more
FAR_RATIO, FAR_GAP = 3.0, 10

# Words
SHARED_THING = 1.2  # of target and weapon
# Cosine of TF-IDF weights: at least this, adds this. Rare words shared carry most of linkage.
LIKENESS = (
    (0.6, 4.5),
    (0.4, 4.0),
    (0.25, 3.2),
    (0.15, 2.1),
    (0.1, 0.9),
    (0.06, -0.3),
    (0.03, -2.0),
    (0.0, -4.5),
)
FEW_WORDS, OF_FEW_WORDS = 80, 0.4  # a passing mention shares few words with any report
# Names that both have and few others: the two rarest, by bits of rarity from the common one on
NAMES, COMMON_NAME, NAME_PER_BIT, NAME = 2, 5.0, 0.6, 2.0

# Days between publications of two main accounts
PUBLISHED_TOGETHER_DAYS, PUBLISHED_TOGETHER = 3, 1.0
PUBLISHED_APART_DAYS, PUBLISHED_APART = 30, -0.8
