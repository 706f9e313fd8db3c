"""What speaks for or against two accounts telling of one incident: one comparison a function.

A function's docstring is shown to reviewers. It finds one of the comparison's levels in the model
and words for this pair, or None where there is nothing to compare. Of several values on a side, the
pair of values that speaks most for one incident counts.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import product
from math import prod, sqrt
from typing import TypeVar

from reportedly.link.levels import REMEMBERED, Feature, Found, closest, most, step
from reportedly.link.profile import UNIT, Profile
from reportedly.link.rarity import rarity
from reportedly.link.where import places
from reportedly.records import Actor, Place, When

K = TypeVar("K", bound=Hashable)

COMMON_TYPES = frozenset({"armed_assault"})  # most of what is reported, and what is read for it
FEW_DAYS, WEEK, TWO_WEEKS, MONTH = 3, 7, 14, 31
LARGE, HUGE = 20, 100  # numbers of people that are seldom the same by chance, or hardly ever
FAR_RATIO, FAR_GAP = 3, 10  # three times as many and ten more
LIKENESS = ((0.6, "alike_60"), (0.4, "alike_40"), (0.25, "alike_25"), (0.15, "alike_15"),
            (0.1, "alike_10"), (0.06, "alike_06"), (0.03, "alike_03"), (0.0, "unlike"))  # fmt: skip
UNLIKE = 0.06  # below it, an account told in few words is "brief": it shares few with any other
BRIEF = 60  # different words
NAMES = ((24.0, "many"), (15.0, "several"), (8.0, "some"), (4.0, "one"), (0.1, "slight"))  # bits
COMMON_NAME = 5.0  # bits of a name that says nothing: only those beyond it are added up
MOST_NAMES = 5
RARE_THING, UNCOMMON_THING = 7.0, 5.0  # bits


def dates(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the days on which it happened agree, and how narrow they are."""
    return closest("dates", _days, left.dates, right.dates)


@lru_cache(maxsize=REMEMBERED)
def _days(left: When, right: When) -> Found:
    if left.overlaps(right):
        wider = max((when.latest - when.earliest).days + 1 for when in (left, right))
        if wider == 1:
            return "same_day", "the same day"
        steps = ((FEW_DAYS, "few_days"), (WEEK, "one_week"), (TWO_WEEKS, "two_weeks"),
                 (MONTH, "one_month"))  # fmt: skip
        return step(wider, steps, "long_time"), f"dates that overlap within {wider} days"
    first, second = sorted((left, right), key=lambda when: when.earliest)
    gap = (second.earliest - first.latest).days
    single = first.earliest == first.latest and second.earliest == second.latest
    if single and gap == WEEK:
        return "same_weekday", "the same weekday, a week apart"
    if gap == 1:
        return "day_apart", "a day apart"
    return step(gap, ((WEEK - 1, "week_of_it"), (MONTH, "month_of_it")), "apart"), (
        f"{gap} days apart"
    )


def news(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Where only one gives a day: whether the other was published as news of those days."""
    dated, other = (left, right) if left.dates else (right, left)
    if not dated.dates or other.dates or other.role != "main" or not other.published:
        return None
    gap = min((other.published - when.latest).days for when in dated.dates)
    level = "told_soon" if 0 <= gap <= WEEK else "told_late" if gap > MONTH else "told_later"
    return level, f"told without a day, {gap} days after"


def kinds(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether it is the same type of incident, or of the same family of types."""
    one, other = left.types - {"other"}, right.types - {"other"}
    if not one or not other:
        return None
    if one & other:
        level = "same_type" if one & other - COMMON_TYPES else "same_common_type"
        return level, f"both {min(one & other - COMMON_TYPES or one & other)}"
    if {families.get(code) for code in one} & {families.get(code) for code in other}:
        return "same_family", f"{min(one)} and {min(other)}, of one family"
    return "other_type", f"{min(one)}, not {min(other)}"


def actors(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the same actor is said to have done it. Unnamed actors are not compared."""
    return closest("actors", _who, left.actors, right.actors)


def _who(left: Actor, right: Actor) -> Found:
    same_ref = left.ref is not None and left.ref == right.ref
    if same_ref or left.name.casefold() == right.name.casefold():
        return "same", f"both name {left.name}"
    related = {left.ref, left.parent} & {right.ref, right.parent} - {None}
    if related:
        return "related", f"{left.name} is related to {right.name}"
    return "other", f"{left.name}, not {right.name}"


def counts(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether figures of the dead, injured or abducted are the same or close. That a later report
    has more says nothing against: tolls rise.
    """
    gap = _days_later(left, right)
    old, new = (right, left) if gap and gap < 0 else (left, right)
    found = [
        _how_many(a, b, field, bool(gap))
        for field in ("killed", "abducted", "injured")
        if field in old.counts and field in new.counts
        for a, b in product(old.counts[field], new.counts[field])
    ]
    return most("counts", found) if found else None


@lru_cache(maxsize=REMEMBERED)
def _how_many(left: int, right: int, field: str, may_rise: bool) -> Found:
    if left == right:
        steps = ((2, "same_small"), (LARGE - 1, "same"), (HUGE - 1, "same_large"))
        level = step(left, steps, "same_huge")
        return level, f"both have {left} {field}"
    low, high = sorted((left, right))
    words = f"{low} and {high} {field}"
    if high * 3 <= low * 4:
        return "close", words
    far = high > low * FAR_RATIO and high - low > FAR_GAP
    rose = may_rise and left < right
    return ("far" if far and not rose else "other"), words


def things(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether target and weapon are described with the same words."""
    shared = sorted(left.things & right.things, key=lambda word: (-rarity(word), word))
    if not shared:
        return None
    steps = ((RARE_THING, "shared_rare"), (UNCOMMON_THING, "shared_uncommon"))
    level = next((level for least, level in steps if rarity(shared[0]) >= least), "shared")
    return level, f"both speak of {', '.join(shared[:3])}"


def words(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """How many rare words both reports use for it."""
    level = _likeness(left, right)
    if level is None:
        return None
    shared = (left.words.keys() & right.words.keys()) - (left.own & right.own)
    rarest = sorted(shared, key=lambda word: (-left.words[word] * right.words[word], word))[:4]
    return level, f"both use {', '.join(rarest)}" if rarest else "no rare word in common"


def _likeness(left: Profile, right: Profile) -> str | None:
    one, other = left.words, right.words
    if not one or not other:
        return None
    known = left.own & right.own  # compared as places and actors
    together = sum(one[word] * other[word] for word in one.keys() & other.keys() - known)
    square: float = UNIT**2
    if known:
        rests = (square - sum(side.get(word, 0) ** 2 for word in known) for side in (one, other))
        square = sqrt(prod(max(1, rest) for rest in rests))
    likeness = together / square
    if likeness < UNLIKE and min(left.said, right.said) < BRIEF:
        return "brief"
    return next(level for least, level in LIKENESS if likeness >= least)


def names(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether both reports name someone or something that few others do."""
    level = _named(left, right)
    if level is None:
        return None
    rarest = _rarest_names(left, right)
    return level, f"both name {', '.join(rarest)}" if rarest else "no rare name in common"


def _named(left: Profile, right: Profile) -> str | None:
    if not left.names or not right.names:
        return None
    bits = sum(rarity(word) - COMMON_NAME for word in _rarest_names(left, right))
    return next((level for least, level in NAMES if bits >= least), "none")


def _rarest_names(left: Profile, right: Profile) -> list[str]:
    shared = (left.names & right.names) - (left.own & right.own)
    return sorted(shared, key=lambda word: (-rarity(word), word))[:MOST_NAMES]


def ages(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether people of the same ages are spoken of."""
    return _shared(left.ages, right.ages, "people aged")


def numbers(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether both reports have the same long numbers: of houses, units, flights."""
    return _shared(left.numbers, right.numbers, "the number")


def _shared(left: frozenset[int], right: frozenset[int], what: str) -> Found | None:
    if not left or not right:
        return None
    shared = sorted(left & right, reverse=True)
    if not shared:
        return "none", f"{what}: none in common"
    level = "several" if len(shared) > 1 else "one"
    return level, f"both have {what} {', '.join(map(str, shared[:3]))}"


def publication(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """How many days lie between the two publications, where both report it as news."""
    days = _days_later(left, right)
    if days is None or {left.role, right.role} != {"main"}:
        return None
    gap = abs(days)
    if not gap:
        return "one_day", "published on one day"
    steps = ((1, "next_day"), (FEW_DAYS, "few_days"), (WEEK, "one_week"), (MONTH, "one_month"))
    return step(gap, steps, "apart"), f"published {gap} days apart"


def _days_later(left: Profile, right: Profile) -> int | None:
    """From the left one's publication to the right one's; None where either states no day."""
    if not left.published or not right.published:
        return None
    return (right.published - left.published).days


FEATURES: tuple[Feature, ...] = (
    dates, news, places, kinds, actors, counts, things, words, names, ages, numbers,
    publication,
)  # fmt: skip


def contradictions(profiles: Iterable[tuple[K, Profile]]) -> Callable[[K, K], bool]:
    """``contradict`` for many accounts by what they go by here: asked once for any two pairs of
    dates and places.
    """
    kinds: dict[tuple[tuple[When, ...], tuple[Place, ...]], int] = {}
    kind: dict[K, int] = {}
    first: list[Profile] = []  # of each kind
    for key, profile in profiles:
        kind[key] = kinds.setdefault((profile.dates, profile.places), len(kinds))
        if kind[key] == len(first):
            first.append(profile)

    @cache
    def apart(one: int, other: int) -> bool:
        return contradict(first[one], first[other])

    return lambda left, right: apart(kind[left], kind[right])


def contradict(left: Profile, right: Profile) -> bool:
    """True if neither the dates nor the places of two accounts can be the same."""
    day = dates(left, right, {})
    if day is None or day[0] not in ("month_of_it", "apart", "same_weekday"):
        return False
    place = places(left, right, {})
    return place is not None and place[0] in ("other_towns", "other_countries")
