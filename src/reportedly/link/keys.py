"""What an account must share with another to be worth comparing with it.

Each key weighs what sharing it says, 1 or 2; a pair is a candidate from ``NEEDED`` on. Keys
combine two facts wherever one alone would hold half of a war: a day with a place, a place with a
figure, a rare word with a month. Time is evidence, not a gate: a rare name with a place, or two
rare words, need no day.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from typing import TypeAlias

from reportedly.link.profile import Profile, place_key
from reportedly.link.rarity import rarity
from reportedly.link.where import RARE_PLACE
from reportedly.link.words import tokens
from reportedly.records import Place
from reportedly.records.nearness import is_point

Key = tuple[str, int]  # what is shared, and what that weighs
Keys: TypeAlias = "array[int]"  # hashed, of 64 bits: the odd ones weigh 2, the even ones 1

NEEDED = 2
MAX_DAYS = 7  # of a date interval that is spread over its days
NEWS_DAYS = 3  # before publication, for an account that gives no day
DAY_WORDS, RARE_WORDS, RARE_NAMES = 4, 14, 10  # of each account, heaviest or rarest first
RARE = 5.0  # bits of a word that is a key without a day


def keys(profile: Profile) -> set[Key]:
    """What an account may share with others."""
    return set(_keys(profile))


def hashed(keys: Iterable[Key]) -> Keys:
    """Keys as numbers of 64 bits, in order."""
    numbers = [
        int.from_bytes(blake2b(says.encode(), digest_size=8).digest(), signed=True) & ~1
        | weight - 1
        for says, weight in keys
    ]
    return array("q", sorted(numbers))


def _keys(profile: Profile) -> Iterator[Key]:
    places = [p for p in profile.places if is_point(p) or p.precision == "name"]
    sites = {site for place in places for site in _sites(place)}
    wide = {p.admin1 or p.country_code or p.name.casefold() for p in profile.places}
    actors = {a.ref or a.name.casefold() for a in profile.actors}
    telling = profile.words.keys() - profile.own
    heaviest = sorted(telling, key=lambda word: (-profile.words[word], word))
    figures = {f"{n} {field}" for field, ns in profile.counts.items() for n in ns if n > 2}
    for day in sorted(_days(profile)):
        yield from ((f"{day}|{site}", 2) for site in sites)
        yield from ((f"{day}|{actor}", 2) for actor in actors)
        yield from ((f"{day}|{word}", 2) for word in heaviest[:DAY_WORDS])
        yield from ((f"{day}|{region}", 1) for region in wide)
        yield from ((f"{day}|{figure}", 1) for figure in figures)
    for month in sorted(_months(profile)):
        yield from ((f"{month}|{site}", 1) for site in sites)
        yield from ((f"{month}|{actor}", 1) for actor in actors)
        yield from ((f"{month}|{word}", 1) for word in heaviest[:DAY_WORDS])
    yield from ((f"{site}|{figure}", 1) for site in sites for figure in figures)
    yield from ((site, 2) for place in places if _is_rare(place) for site in _sites(place))
    names = sorted(profile.names - profile.own, key=lambda name: (-rarity(name), name))[:RARE_NAMES]
    rare = [word for word in heaviest if rarity(word) >= RARE][:RARE_WORDS]
    yield from ((word, 1) for word in {*rare, *names})
    yield from ((f"{site}|{word}", 2) for site in sites for word in rare[:4])


def _sites(place: Place) -> set[str]:
    return {place_key(place), place.name.casefold()}


def _is_rare(place: Place) -> bool:
    """A village, say: so few accounts are of it that all of them are worth comparing."""
    return max(map(rarity, tokens(place.name)), default=0.0) >= RARE_PLACE


def _days(profile: Profile) -> set[date]:
    """The days it may have happened on, and for each the next: accounts a day apart share one."""
    found: set[date] = set()
    for when in profile.dates:
        length = (when.latest - when.earliest).days
        if length <= MAX_DAYS:
            found |= {when.earliest + timedelta(days=n) for n in range(length + 2)}
    if not profile.dates and profile.role == "main" and profile.published:
        found |= {profile.published - timedelta(days=n) for n in range(NEWS_DAYS + 1)}
    return found


def _months(profile: Profile) -> set[str]:
    """Of the first and last days that it may have happened on, and of publication as news."""
    ends = [day for when in profile.dates for day in (when.earliest, when.latest)]
    told = [profile.published] if profile.published and profile.role == "main" else []
    return {f"{day:%Y-%m}" for day in (*ends, *told)}
