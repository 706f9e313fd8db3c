"""What linking looks at of an account, gathered once: values, and the rare words around it."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.link.stopwords import STOPWORDS
from reportedly.records import Account, Actor, Code, Count, Evidence, Place, Report, Text, When
from reportedly.records.totals import live

WINDOW = 250  # code points on both sides of a piece of evidence, about two sentences
MAX_TEXT = 20_000  # code points of one account's surroundings
SMALL_STORE = 50  # accounts; below this, being in few of them does not make a word rare
NAME = 0.8  # share of a word's uses with a capital, from which it counts as a name
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One account as linking sees it. ``words`` are TF-IDF weights of unit length, ``names`` those
    of them that are written with a capital, each with its rarity in bits; names of the account's
    places are not among them.
    """

    account: str
    report: str
    order: int  # place among the accounts, in stored order
    role: str
    published: date | None
    dates: tuple[When, ...]
    places: tuple[Place, ...]
    rare_places: Mapping[str, float]  # the same by place_key, each with its rarity in bits
    types: frozenset[str]
    actors: tuple[Actor, ...]  # unnamed ones left out
    counts: Mapping[str, frozenset[int]]  # field -> every figure stated, replaced ones too
    things: frozenset[str]  # words of target and weapon
    words: Mapping[str, float]
    names: Mapping[str, float]


def profiles(accounts: Sequence[Account], reports: Mapping[str, Report]) -> list[Profile]:
    """A profile for each account but aggregates, which tell of several incidents at once."""
    telling = [(n, a) for n, a in enumerate(accounts) if a.role != "aggregate"]
    alone = Counter(a.report for _, a in telling if a.role == "main")
    bags = [_bag(a, reports[a.report], whole=alone[a.report] == 1) for _, a in telling]
    rarity = _rarity(bags)
    places = _rarity([{place_key(place) for place in _places(a)} for _, a in telling])
    written = _names(reports[id] for id in sorted({a.report for _, a in telling}))
    names = {word: bits for word, bits in rarity.items() if word in written}
    return [
        _profile(account, reports[account.report], order, bag, rarity, names, places)
        for (order, account), bag in zip(telling, bags, strict=True)
    ]


def _profile(
    account: Account,
    report: Report,
    order: int,
    bag: Counter[str],
    rarity: Mapping[str, float],
    names: Mapping[str, float],
    rare_places: Mapping[str, float],
) -> Profile:
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
    places = _places(account)
    where = {w for p in places for w in tokens(f"{p.name} {p.admin1 or ''} {p.country or ''}")}
    return Profile(
        account=account.id,
        report=account.report,
        order=order,
        role=account.role,
        published=report.published,
        dates=tuple(c.value for c in live(account.of("date")) if isinstance(c.value, When)),
        places=places,
        rare_places={key: rare_places[key] for key in map(place_key, places)},
        types=frozenset(c.value.code for c in account.of("type") if isinstance(c.value, Code)),
        actors=tuple(a for a in named if isinstance(a, Actor) and a.kind != "unnamed"),
        counts={field: frozenset(numbers) for field, numbers in figures.items()},
        things=frozenset(word for text in things for word in tokens(text)),
        words=_weights(bag, rarity),
        names={word: names[word] for word in bag.keys() & names.keys() - where},
    )


def place_key(place: Place) -> str:
    """What two mentions of one place have in common."""
    return place.ref or place.name.casefold()


def _places(account: Account) -> tuple[Place, ...]:
    return tuple(c.value for c in live(account.of("place")) if isinstance(c.value, Place))


def tokens(text: str) -> list[str]:
    """Words that may tell one incident from another: folded, no numbers, no common words."""
    plain = (_folded(word) for word in _WORD.findall(text))
    return [word for word in plain if word not in STOPWORDS]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _bag(account: Account, report: Report, *, whole: bool) -> Counter[str]:
    """The words of the whole report where it tells of nothing else, else of the surroundings."""
    if whole and account.role == "main":
        return Counter(tokens(f"{report.title or ''}\n{report.text[:MAX_TEXT]}"))
    cited = [*account.mentions, *(e for claim in account.claims for e in claim.evidence)]
    return Counter(word for stretch in _surroundings(cited, report) for word in tokens(stretch))


def _surroundings(cited: Iterable[Evidence], report: Report) -> list[str]:
    """The stretches of text around pieces of evidence, overlapping ones joined."""
    spans = sorted((max(0, e.start - WINDOW), e.end + WINDOW) for e in cited if e.part == "text")
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    titles = [e.quote for e in cited if e.part == "title"]
    return [*titles, *(report.text[start:end] for start, end in joined)]


def _names(reports: Iterable[Report]) -> set[str]:
    """Words that the texts write with a capital almost wherever they stand."""
    uses: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for report in reports:
        for word in _WORD.findall(report.text[:MAX_TEXT]):
            folded = _folded(word)
            uses[folded] += 1
            capital[folded] += word[0].isupper()
    return {word for word, times in capital.items() if times >= NAME * uses[word]}


def _rarity(bags: Sequence[Collection[str]]) -> dict[str, float]:
    """In bits: one in how many accounts has it. Smoothed so that a small store does not call all
    that it has rare.
    """
    held = Counter(one for bag in bags for one in bag)
    size = max(len(bags), SMALL_STORE)
    return {one: math.log2((size + 1) / (count + 0.5)) for one, count in held.items()}


def _weights(bag: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    raw = {word: (1 + math.log(count)) * rarity[word] for word, count in bag.items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {word: weight / length for word, weight in raw.items()} if length else {}
