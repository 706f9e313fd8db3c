"""Every constant of linking: what a comparison adds for or against, as log2 of a likelihood ratio.

+1 doubles the odds that two accounts tell of one incident, -1 halves them. Frozen numbers, set by
reasoning about the field and checked on development reports; the tests state their order.
"""

# Odds before anything is compared, among pairs that share a day, a place or rare words.
PRIOR = -5.0
THRESHOLD = 0.5  # probability from which two accounts are linked
MEAN_OF_GROUP = 0.4  # two groups join only if their pairs reach this probability on average

# Dates of the incident
SAME_DAY = 3.0  # both give the same single day
OVERLAP_PER_DOUBLING = 0.6  # less for each doubling of the wider interval
DAY_APART = -0.5  # midnight and time zones
DAYS_APART = -3.0  # two or three days: one of them erred
DATES_APART = -7.0  # more
WEEK_APART = -9.0  # the same weekday a week apart: "Friday" of two weeks

# One gives no day and tells it as news: days from the other's day to its publication
TOLD_SOON_DAYS, TOLD_SOON = 7, 1.2
TOLD_LATE_DAYS, TOLD_LATE = 31, -2.0

# Places of the incident
SAME_SITE = 3.0  # one entry or name, as fine as a town
NEAR_KM, NEAR_BY = 10.0, 2.0
SUBURB_KM, SUBURB = 30.0, 0.8
TOWNS_APART = -6.0  # different towns
SAME_REGION = 0.8
WITHIN_REGION = 0.7  # a town, and the region that it lies in
SAME_COUNTRY = 0.2
COUNTRIES_APART = -7.0
NAMES_APART = -1.0  # two names, not both located

# What it was
SAME_TYPE = 0.8
SAME_FAMILY = 0.5
OTHER_TYPE = -1.5

# Who did it
SAME_ACTOR = 1.5
RELATED_ACTOR = 0.8
OTHER_ACTOR = -0.8  # voices accuse different actors of one attack

# How many
SAME_COUNT_SMALL = 0.6  # one or two: common numbers
SAME_COUNT = 1.6
SAME_COUNT_LARGE = 2.6  # from 20
LARGE = 20
CLOSE_COUNT = 0.4  # within a third of each other: a toll that rose
FAR_COUNT = -1.5  # three times as many and ten more
FAR_RATIO, FAR_GAP = 3.0, 10

# Words
SHARED_THING = 0.8  # of target and weapon
# Cosine of TF-IDF weights: at least this, adds this. Rare words shared carry most of linkage.
LIKENESS = (
    (0.6, 6.0),
    (0.4, 4.5),
    (0.25, 3.0),
    (0.15, 1.5),
    (0.08, 0.5),
    (0.03, -0.5),
    (0.0, -2.0),
)

# Days between publications of two main accounts
PUBLISHED_TOGETHER_DAYS, PUBLISHED_TOGETHER = 3, 0.6
PUBLISHED_APART_DAYS, PUBLISHED_APART = 30, -1.0
