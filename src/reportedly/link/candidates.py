"""Which pairs of accounts are worth comparing: those that share a day, a place or rare words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from reportedly.link.profile import Profile, place_key
from reportedly.records.nearness import is_point

MAX_BLOCK = 300  # accounts that share one key; beyond this the key says too little
MAX_DAYS = 31  # of a date interval that is spread over its days
NEWS_DAYS = 3  # before publication, for an account that gives no day
RARE_WORDS = 12  # of each account
SHARED_WORDS = 2  # of these, for words alone to make a pair worth comparing


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs in stored order; never two accounts of one report. Near-linear in practice."""
    blocks: dict[str, list[int]] = {}
    for n, profile in enumerate(profiles):
        for key in {*_facts(profile), *_words(profile)}:
            blocks.setdefault(key, []).append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for key, members in blocks.items():
        if len(members) <= MAX_BLOCK:
            weight = 1 if key.startswith("word ") else SHARED_WORDS
            for pair in combinations(members, 2):
                if not key.startswith("day ") or any(profiles[n].dates for n in pair):
                    shared[pair] += weight
    for (left, right), times in sorted(shared.items()):
        if times >= SHARED_WORDS and profiles[left].report != profiles[right].report:
            yield profiles[left], profiles[right]


def _facts(profile: Profile) -> Iterator[str]:
    for when in profile.dates:
        days = (when.latest - when.earliest).days
        if days <= MAX_DAYS:
            for n in range(-1, days + 1):
                yield f"day {when.earliest + timedelta(days=n)}"
    if not profile.dates and profile.role == "main" and profile.published:
        for n in range(NEWS_DAYS + 1):  # told as news: of one of the days before
            yield f"day {profile.published - timedelta(days=n)}"
    for place in profile.places:
        if is_point(place) or place.precision == "name":
            yield f"place {place_key(place)}"
            yield f"name {place.name.casefold()}"
    month = min((when.earliest for when in profile.dates), default=profile.published)
    for actor in profile.actors:
        if month is not None:
            yield f"actor {actor.ref or actor.name.casefold()} {month:%Y-%m}"


def _words(profile: Profile) -> Iterator[str]:
    rarest = sorted(profile.words, key=lambda word: (-profile.words[word], word))
    for word in rarest[:RARE_WORDS]:
        yield f"word {word}"
