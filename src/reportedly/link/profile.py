"""What linking looks at of an account, gathered from its report alone: values and telling words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.link.rarity import is_name, rarity
from reportedly.link.words import bag, capitalised, stretches, tokens, written
from reportedly.records import Account, Actor, Code, Count, Place, Reading, Report, Text, When
from reportedly.records.totals import live

WORDS = 60  # heaviest of an account's words that are kept
NAMES = 24  # rarest of its names
NUMBERS = 24  # of its numbers, longest first
LEAST_NAME = 5.0  # bits of rarity from which a name may tell incidents apart
UNIT = 1000  # a word's weight of 1: whole numbers take little room
_AGE = re.compile(
    r"(?<!\d)(\d{1,2})(?:[ -]+years?[ -]+olds?\b|(?=,[^\d\n]))|\b[Aa]ged? (\d{1,2})\b"
)
_NUMBER = re.compile(r"(?<![\d.,:$/-])\d{3,5}(?![\d/:%)]|[.,-]\d| \d{3}\b)")
_SAY_NOTHING = {*range(1900, 2100), 911}  # years, and the number that all of a country call


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One account as linking sees it: a pure function of its reading.

    ``words``: the heaviest, frequent here and rare elsewhere, with weights in thousandths of
    their common length. ``names``: the rarest words with a capital. ``own``: words of its places
    and actors; those that two accounts both have are compared as places and actors. ``ages`` are
    years of people's lives, ``numbers`` those of houses, units and the like. ``said``: how many
    different words it is told with.
    """

    account: str
    report: str
    index: int  # place among the report's accounts
    role: str
    published: date | None
    dates: tuple[When, ...]
    places: tuple[Place, ...]
    types: frozenset[str]
    actors: tuple[Actor, ...]  # unnamed ones left out
    counts: Mapping[str, frozenset[int]]  # field -> every figure stated, replaced ones too
    things: frozenset[str]  # words of target and weapon
    words: Mapping[str, int]
    names: frozenset[str]
    own: frozenset[str]
    ages: frozenset[int]
    numbers: frozenset[int]
    said: int


def profiles(reading: Reading) -> list[Profile]:
    """A profile for each account but aggregates, which tell of several incidents at once."""
    telling = [account for account in reading.accounts if account.role != "aggregate"]
    mains = sum(account.role == "main" for account in telling)
    return [_profile(a, reading.report, whole=a.role == "main" and mains == 1) for a in telling]


def _profile(account: Account, report: Report, *, whole: bool) -> Profile:
    named = [c.value for c in live(account.of("perpetrator"))]
    things = [
        c.value.text
        for f in ("target", "weapon")
        for c in account.of(f)
        if isinstance(c.value, Text)
    ]
    figures: dict[str, set[int]] = {}
    for claim in account.claims:
        if isinstance(claim.value, Count) and claim.part_of is None:
            figures.setdefault(claim.field, set()).add(claim.value.figure)
    places = tuple(c.value for c in live(account.of("place")) if isinstance(c.value, Place))
    actors = tuple(a for a in named if isinstance(a, Actor) and a.kind != "unnamed")
    own = {w for p in places for w in tokens(f"{p.name} {p.admin1 or ''} {p.country or ''}")}
    own |= {word for actor in actors for word in tokens(actor.name)}
    texts = stretches(account, report, whole=whole)
    used = bag(texts)
    return Profile(
        account=account.id,
        report=account.report,
        index=account.index,
        role=account.role,
        published=report.published,
        dates=tuple(c.value for c in live(account.of("date")) if isinstance(c.value, When)),
        places=places,
        types=frozenset(c.value.code for c in account.of("type") if isinstance(c.value, Code)),
        actors=actors,
        counts={field: frozenset(numbers) for field, numbers in figures.items()},
        things=frozenset(word for text in things for word in tokens(text)),
        words=_weights(used),
        names=_names(texts, used),
        own=frozenset(own),
        ages=_ages(texts),
        numbers=_numbers(texts),
        said=len(used),
    )


def place_key(place: Place) -> str:
    """What two mentions of one place have in common."""
    return place.ref or place.name.casefold()


def _weights(used: Counter[str]) -> dict[str, int]:
    raw = {word: (1 + math.log(count)) * rarity(word) for word, count in used.items()}
    heaviest = sorted(raw, key=lambda word: (-raw[word], word))[:WORDS]
    length = math.sqrt(sum(raw[word] ** 2 for word in heaviest))
    return {word: round(UNIT * raw[word] / length) for word in heaviest} if length else {}


def _names(texts: Iterable[str], used: Counter[str]) -> frozenset[str]:
    """Words with a capital wherever the report uses them, and elsewhere too if used elsewhere."""
    capital = capitalised(word for text in texts for word in written(text))
    found = [w for w in capital & used.keys() if is_name(w) is not False]
    rare = [word for word in found if rarity(word) >= LEAST_NAME]
    return frozenset(sorted(rare, key=lambda word: (-rarity(word), word))[:NAMES])


def _ages(texts: Iterable[str]) -> frozenset[int]:
    found = (old or aged for text in texts for old, aged in _AGE.findall(text))
    return frozenset(sorted({int(age) for age in found if int(age) > 0})[:NUMBERS])


def _numbers(texts: Iterable[str]) -> frozenset[int]:
    found = {int(n) for text in texts for n in _NUMBER.findall(text)} - _SAY_NOTHING
    return frozenset(sorted(found, reverse=True)[:NUMBERS])
