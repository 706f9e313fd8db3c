"""What speaks for or against two accounts telling of one incident: one comparison a function.

A function's docstring is shown to reviewers. It finds one of the comparison's levels in the model
and words for this pair, or None where there is nothing to compare. Of several values on a side, the
pair of values that speaks most for one incident counts.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from math import sqrt

from reportedly.link.profile import UNIT, Profile
from reportedly.link.rarity import rarity
from reportedly.link.weights import model
from reportedly.link.words import tokens
from reportedly.records import Actor, Place, When
from reportedly.records.nearness import (
    contains,
    distance_km,
    is_point,
    other_country,
    same_place,
)

Found = tuple[str, str]  # level, words
Feature = Callable[[Profile, Profile, Mapping[str, str]], Found | None]

FEW_DAYS, WEEK, TWO_WEEKS, MONTH = 3, 7, 14, 31
NEAR_KM, SUBURB_KM = 10.0, 30.0
RARE_PLACE, COMMON_PLACE = 9.0, 7.0  # bits of the rarest word of its name
LARGE = 20  # a number of people that is seldom the same by chance
FAR_RATIO, FAR_GAP = 3, 10  # three times as many and ten more
LIKENESS = ((0.6, "alike_60"), (0.4, "alike_40"), (0.25, "alike_25"), (0.15, "alike_15"),
            (0.1, "alike_10"), (0.06, "alike_06"), (0.03, "alike_03"), (0.0, "unlike"))  # fmt: skip
UNLIKE = 0.06  # below it, an account told in few words is "brief": it shares few with any other
BRIEF = 60  # different words
NAMES = ((24.0, "many"), (15.0, "several"), (8.0, "some"), (0.1, "one"))  # bits, beyond the common
COMMON_NAME = 5.0  # bits of a name that says nothing
MOST_NAMES = 5


def dates(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the days on which it happened agree, and how narrow they are."""
    return _closest("dates", (_days(a, b) for a, b in product(left.dates, right.dates)))


def _days(left: When, right: When) -> Found:
    if left.overlaps(right):
        wider = max((when.latest - when.earliest).days + 1 for when in (left, right))
        if wider == 1:
            return "same_day", "the same day"
        steps = ((FEW_DAYS, "few_days"), (WEEK, "one_week"), (TWO_WEEKS, "two_weeks"),
                 (MONTH, "one_month"))  # fmt: skip
        return _step(wider, steps, "long_time"), f"dates that overlap within {wider} days"
    first, second = sorted((left, right), key=lambda when: when.earliest)
    gap = (second.earliest - first.latest).days
    single = first.earliest == first.latest and second.earliest == second.latest
    if single and gap == WEEK:
        return "same_weekday", "the same weekday, a week apart"
    if gap == 1:
        return "day_apart", "a day apart"
    return _step(gap, ((WEEK - 1, "week_of_it"), (MONTH, "month_of_it")), "apart"), (
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


def places(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the places agree: the same, near each other, one in the other, or different."""
    found = _closest("places", (_where(a, b) for a, b in product(left.places, right.places)))
    if found is None or found[0] not in ("same_rare", "same_site", "same_common"):
        return found
    spots = [sorted(p.name for p in side.places if _is_spot(p)) for side in (left, right)]
    shared = [(a, b) for a, b in product(*spots) if _same_name(a, b)]
    if shared:
        return "same_spot", f"both at {shared[0][0]}"
    if all(spots) and found[0] != "same_rare":  # a village is one spot under several names
        return "other_spot", f"{found[1]}, but at {spots[0][0]} and {spots[1][0]}"
    return found


def _is_spot(place: Place) -> bool:
    """Finer than a town: a square, a street, a building."""
    return place.precision in ("site", "name")


def _same_name(left: str, right: str) -> bool:
    """The same name, or two names of a spot that share a rare word."""
    shared = {*tokens(left)} & {*tokens(right)}
    return left.casefold() == right.casefold() or any(rarity(w) >= COMMON_PLACE for w in shared)


def _where(left: Place, right: Place) -> Found:
    if same_place(left, right):
        return _same_place(left), f"both in {left.name}"
    if other_country(left, right):
        return "other_countries", f"{left.country or left.name}, not {right.country or right.name}"
    apart = distance_km(left, right)
    if is_point(left) and is_point(right) and apart is not None:
        level = _step(apart, ((NEAR_KM, "near"), (SUBURB_KM, "suburb")), "other_towns")
        return level, f"{left.name} and {right.name}, {apart:.0f} km apart"
    for outer, inner in ((left, right), (right, left)):
        if contains(outer, inner):
            country = outer.precision == "country"
            return (
                "same_country" if country else "within_region"
            ), f"{inner.name} is in {outer.name}"
    wide = "area" in (left.precision, right.precision)  # and lies across borders
    return ("unclear" if wide else "other_names"), f"{left.name}, and {right.name}"


def _same_place(place: Place) -> str:
    if is_point(place) or place.precision == "name":
        rarest = max(map(rarity, tokens(place.name)), default=0.0)
        steps = ((RARE_PLACE, "same_rare"), (COMMON_PLACE, "same_site"))
        return next((level for least, level in steps if rarest >= least), "same_common")
    coarse = {"country": "same_country", "admin2": "same_county"}
    return coarse.get(place.precision, "same_region")


def kinds(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether it is the same type of incident, or of the same family of types."""
    one, other = left.types - {"other"}, right.types - {"other"}
    if not one or not other:
        return None
    if one & other:
        return "same_type", f"both {min(one & other)}"
    if {families.get(code) for code in one} & {families.get(code) for code in other}:
        return "same_family", f"{min(one)} and {min(other)}, of one family"
    return "other_type", f"{min(one)}, not {min(other)}"


def actors(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the same actor is said to have done it. Unnamed actors are not compared."""
    return _closest("actors", (_who(a, b) for a, b in product(left.actors, right.actors)))


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
    return _closest(
        "counts",
        (
            _how_many(a, b, field, may_rise=bool(gap))
            for field in ("killed", "abducted", "injured")
            for a, b in product(old.counts.get(field, ()), new.counts.get(field, ()))
        ),
    )


def _how_many(left: int, right: int, field: str, *, may_rise: bool) -> Found:
    if left == right:
        level = "same_large" if left >= LARGE else "same" if left > 2 else "same_small"
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
    shared = left.things & right.things
    return ("shared", f"both speak of {', '.join(sorted(shared)[:3])}") if shared else None


def words(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """How many rare words both reports use for it."""
    if not left.words or not right.words:
        return None
    known = left.own & right.own  # compared as places and actors
    shared = (left.words.keys() & right.words.keys()) - known
    together = {word: left.words[word] * right.words[word] for word in shared}
    squares = [
        max(1, UNIT**2 - sum(side.words.get(word, 0) ** 2 for word in known))
        for side in (left, right)
    ]
    likeness = sum(together.values()) / sqrt(squares[0] * squares[1])
    level = next(level for least, level in LIKENESS if likeness >= least)
    if likeness < UNLIKE and min(left.said, right.said) < BRIEF:
        level = "brief"
    rarest = sorted(together, key=lambda word: (-together[word], word))[:4]
    return level, f"both use {', '.join(rarest)}" if rarest else "no rare word in common"


def names(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether both reports name someone or something that few others do."""
    if not left.names or not right.names:
        return None
    shared = (left.names & right.names) - (left.own & right.own)
    rarest = sorted(shared, key=lambda word: (-rarity(word), word))[:MOST_NAMES]
    bits = sum(rarity(word) - COMMON_NAME for word in rarest)
    level = next((level for least, level in NAMES if bits >= least), "none")
    return level, f"both name {', '.join(rarest)}" if rarest else "no rare name in common"


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
    return _step(gap, steps, "apart"), f"published {gap} days apart"


def _days_later(left: Profile, right: Profile) -> int | None:
    """From the left one's publication to the right one's; None where either states no day."""
    if not left.published or not right.published:
        return None
    return (right.published - left.published).days


FEATURES: tuple[Feature, ...] = (
    dates, news, places, kinds, actors, counts, things, words, names, ages, numbers,
    publication,
)  # fmt: skip


def contradict(left: Profile, right: Profile) -> bool:
    """True if neither the dates nor the places of two accounts can be the same."""
    day, place = dates(left, right, {}), places(left, right, {})
    return bool(
        day
        and place
        and day[0] in ("month_of_it", "apart", "same_weekday")
        and place[0] in ("other_towns", "other_countries")
    )


def _closest(comparison: str, found: Iterable[Found]) -> Found | None:
    """Of several values each side gives, the pair that speaks most for one incident."""
    ranks = model().ranks[comparison]
    return min(found, key=lambda one: ranks[one[0]], default=None)


def _step(value: float, steps: Iterable[tuple[float, str]], beyond: str) -> str:
    return next((level for most, level in steps if value <= most), beyond)
