"""What speaks for or against two accounts telling of one incident: one comparison a function.

A function's docstring is shown to reviewers. It returns what it adds (log2 of a likelihood ratio)
and words for this pair, or None where there is nothing to compare.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from reportedly.link import weights as w
from reportedly.link.profile import Profile, place_key
from reportedly.records import Actor, Place, When
from reportedly.records.nearness import (
    contains,
    distance_km,
    is_point,
    other_country,
    same_place,
)

Added = tuple[float, str]
Feature = Callable[[Profile, Profile, Mapping[str, str]], Added | None]


def dates(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether the days on which it happened agree, and how narrow they are."""
    return _closest(_days(a, b) for a, b in product(left.dates, right.dates))


def _days(left: When, right: When) -> Added:
    if left.overlaps(right):
        wider = max((when.latest - when.earliest).days + 1 for when in (left, right))
        weight = max(0.0, w.SAME_DAY - w.OVERLAP_PER_DOUBLING * math.log2(wider))
        return weight, "the same day" if wider == 1 else f"dates that overlap within {wider} days"
    first, second = sorted((left, right), key=lambda when: when.earliest)
    gap = (second.earliest - first.latest).days
    single = first.earliest == first.latest and second.earliest == second.latest
    if single and gap == 7:
        return w.WEEK_APART, "the same weekday, a week apart"
    if gap == 1:
        return w.DAY_APART, "a day apart"
    weight = next((weight for most, weight in w.DAYS_APART if gap <= most), w.DATES_APART)
    return weight, f"{gap} days apart"


def news(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Where only one gives a day: whether the other was published as news of those days."""
    dated, other = (left, right) if left.dates else (right, left)
    if not dated.dates or other.dates or other.role != "main" or not other.published:
        return None
    gap = min((other.published - when.latest).days for when in dated.dates)
    words = f"told without a day, {gap} days after"
    if 0 <= gap <= w.TOLD_SOON_DAYS:
        return w.TOLD_SOON, words
    return (w.TOLD_LATE if gap > w.TOLD_LATE_DAYS else 0.0), words


def places(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether the places agree: the same, near each other, one in the other, or different."""
    rarity = left.rare_places
    return _closest(
        _where(a, b, rarity[place_key(a)]) for a, b in product(left.places, right.places)
    )


def _where(left: Place, right: Place, rarity: float) -> Added:
    fine = is_point(left) and is_point(right)
    if same_place(left, right):
        if is_point(left) or left.precision == "name":
            rare = max(0.0, w.SITE_PER_BIT * (rarity - w.COMMON_SITE))
            return w.SAME_SITE + min(w.RARE_SITE, rare), f"both in {left.name}"
        coarse = {"country": w.SAME_COUNTRY, "admin2": w.SAME_COUNTY}
        return coarse.get(left.precision, w.SAME_REGION), f"both in {left.name}"
    if other_country(left, right):
        return w.COUNTRIES_APART, f"{left.country or left.name}, not {right.country or right.name}"
    apart = distance_km(left, right)
    if fine and apart is not None:
        words = f"{left.name} and {right.name}, {apart:.0f} km apart"
        if apart <= w.NEAR_KM:
            return w.NEAR_BY, words
        return (w.SUBURB if apart <= w.SUBURB_KM else w.TOWNS_APART), words
    for outer, inner in ((left, right), (right, left)):
        if contains(outer, inner):
            country = outer.precision == "country"
            weight = w.SAME_COUNTRY if country else w.WITHIN_REGION
            return weight, f"{inner.name} is in {outer.name}"
    wide = "area" in (left.precision, right.precision)  # and lies across borders
    return (0.0 if wide else w.NAMES_APART), f"{left.name}, and {right.name}"


def kinds(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether it is the same type of incident, or of the same family of types."""
    one, other = left.types - {"other"}, right.types - {"other"}
    if not one or not other:
        return None
    if one & other:
        return w.SAME_TYPE, f"both {min(one & other)}"
    if {families.get(code) for code in one} & {families.get(code) for code in other}:
        return w.SAME_FAMILY, f"{min(one)} and {min(other)}, of one family"
    return w.OTHER_TYPE, f"{min(one)}, not {min(other)}"


def actors(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether the same actor is said to have done it. Unnamed actors are not compared."""
    return _closest(_who(a, b) for a, b in product(left.actors, right.actors))


def _who(left: Actor, right: Actor) -> Added:
    same_ref = left.ref is not None and left.ref == right.ref
    if same_ref or left.name.casefold() == right.name.casefold():
        return w.SAME_ACTOR, f"both name {left.name}"
    related = {left.ref, left.parent} & {right.ref, right.parent} - {None}
    if related:
        return w.RELATED_ACTOR, f"{left.name} is related to {right.name}"
    return w.OTHER_ACTOR, f"{left.name}, not {right.name}"


def counts(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether figures of the dead, or else of the injured or abducted, are the same or close. That
    a later report has more says nothing against: tolls rise.
    """
    gap = _days_later(left, right)
    old, new = (right, left) if gap and gap < 0 else (left, right)
    best: Added | None = None
    for field in ("killed", "abducted", "injured"):
        pairs = product(old.counts.get(field, ()), new.counts.get(field, ()))
        found = _closest(_how_many(a, b, field, may_rise=bool(gap)) for a, b in pairs)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _how_many(left: int, right: int, field: str, *, may_rise: bool) -> Added:
    if left == right:
        weight = w.SAME_COUNT_LARGE if left >= w.LARGE else w.SAME_COUNT
        return (weight if left > 2 else w.SAME_COUNT_SMALL), f"both have {left} {field}"
    low, high = sorted((left, right))
    words = f"{low} and {high} {field}"
    if high * 3 <= low * 4:
        return w.CLOSE_COUNT, words
    far = high > low * w.FAR_RATIO and high - low > w.FAR_GAP
    rose = may_rise and left < right
    return (w.FAR_COUNT if far and not rose else 0.0), words


def things(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether target and weapon are described with the same words."""
    shared = left.things & right.things
    return (w.SHARED_THING, f"both speak of {', '.join(sorted(shared)[:3])}") if shared else None


def words(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """How many rare words both reports use for it."""
    if not left.words or not right.words:
        return None
    shared = left.words.keys() & right.words.keys()
    together = {word: left.words[word] * right.words[word] for word in shared}
    likeness = sum(together.values())
    weight = next(weight for least, weight in w.LIKENESS if likeness >= least)
    if weight < 0 and min(len(left.words), len(right.words)) < w.FEW_WORDS:
        weight *= w.OF_FEW_WORDS
    rarest = sorted(together, key=lambda word: (-together[word], word))[:4]
    return weight, f"both use {', '.join(rarest)}" if rarest else "no rare word in common"


def names(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """Whether both reports name someone or something that few others do."""
    shared = {word: left.names[word] for word in left.names.keys() & right.names.keys()}
    rarest = sorted(shared, key=lambda word: (-shared[word], word))[: w.NAMES]
    weight = sum(
        min(w.NAME, max(0.0, w.NAME_PER_BIT * (shared[word] - w.COMMON_NAME))) for word in rarest
    )
    return (weight, f"both name {', '.join(rarest)}") if weight else None


def publication(left: Profile, right: Profile, families: Mapping[str, str]) -> Added | None:
    """How many days lie between the two publications, where both report it as news."""
    days = _days_later(left, right)
    if days is None or {left.role, right.role} != {"main"}:
        return None
    gap = abs(days)
    if gap <= w.PUBLISHED_TOGETHER_DAYS:
        return (
            w.PUBLISHED_TOGETHER,
            f"published {gap} days apart" if gap else "published on one day",
        )
    return (
        w.PUBLISHED_APART if gap > w.PUBLISHED_APART_DAYS else 0.0
    ), f"published {gap} days apart"


def _days_later(left: Profile, right: Profile) -> int | None:
    """From the left one's publication to the right one's; None where either states no day."""
    if not left.published or not right.published:
        return None
    return (right.published - left.published).days


FEATURES: tuple[Feature, ...] = (
    dates, news, places, kinds, actors, counts, things, words, names, publication,
)  # fmt: skip


def contradict(left: Profile, right: Profile) -> bool:
    """True if neither the dates nor the places of two accounts can be the same."""
    day, place = dates(left, right, {}), places(left, right, {})
    return bool(day and place and day[0] <= w.CONTRADICTED_DAY and place[0] <= w.TOWNS_APART)


def _closest(found: Iterable[Added]) -> Added | None:
    """Of several values each side gives, the pair that speaks most for one incident."""
    return max(found, key=lambda added: added[0], default=None)
