"""How likely many pairs are at once: what ``score`` gives, to the last digit, without its reasons.

What two accounts share of words, names and numbers is counted for all partners of an account in
one sum. Other facts are compared once for each pair of values that occurs, and only for those
pairs of accounts that may be likely still.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from math import log2

import numpy as np
from numpy.typing import NDArray

from reportedly.link import features, where
from reportedly.link.every import Places
from reportedly.link.features import FEATURES
from reportedly.link.layout import Laid, Sets, Texts
from reportedly.link.levels import Feature, Found
from reportedly.link.profile import Profile
from reportedly.link.score import probability
from reportedly.link.weights import model

Weights = NDArray[np.float64]
Steps = Iterable[tuple[float, str]]

_SLACK = 1e-6  # bits: sums in another order differ by less
_NAMES: Steps = (*features.NAMES, (-1.0, "none"))
_SHARED: Steps = ((2, "several"), (1, "one"), (0, "none"))
_THINGS: Steps = (
    (features.RARE_THING, "shared_rare"), (features.UNCOMMON_THING, "shared_uncommon"),
    (0, "shared"),
)  # fmt: skip

# What a comparison looks at of a profile: where two pairs agree in it, so does the comparison.
_LOOKS_AT: Mapping[Feature, Callable[[Profile], Hashable]] = {
    features.publication: lambda p: p.published if p.role == "main" else None,
    features.kinds: lambda p: p.types,
    features.dates: lambda p: p.dates,
    where.places: lambda p: p.places,
    features.counts: lambda p: tuple(sorted(p.counts.items())),
    features.actors: lambda p: p.actors,
    features.news: lambda p: p.dates or (p.published if p.role == "main" else None),
}
_ORDERED = {features.counts}  # these look at which of the two was published first, too


def likely(
    accounts: Sequence[Laid],
    left: Places,
    right: Places,
    families: Mapping[str, str],
    least: float,
) -> list[tuple[int, int, float]]:
    """The pairs that reach a probability, with theirs, by their places in ``accounts``."""
    if not len(left):
        return []
    prior, needed = model().prior, log2(least / (1 - least))
    found = _by_sets(accounts, left, right)
    profiles = [account.facts for account in accounts]
    bits = prior + np.sum(list(found.values()), axis=0)
    to_gain = sum(_most(feature) for feature in _LOOKS_AT)
    alive = np.flatnonzero(bits + to_gain >= needed - _SLACK)
    published = np.array(
        [p.published.toordinal() if p.published else 0 for p in profiles], dtype=np.int64
    )
    for feature, looks_at in _LOOKS_AT.items():
        one, other = left[alive], right[alive]
        kinds = _numbered(map(looks_at, profiles))
        kind = kinds[one] * len(profiles) + kinds[other]
        if feature in _ORDERED:
            first, second = published[one], published[other]
            kind = kind * 3 + np.where((first > 0) & (second > 0), np.sign(second - first), 0)
        _, at, which = np.unique(kind, return_index=True, return_inverse=True)
        found[feature] = np.zeros(len(left))
        found[feature][alive] = np.array(
            [
                _weight(feature(profiles[a], profiles[b], families), feature)
                for a, b in zip(one[at].tolist(), other[at].tolist(), strict=True)
            ],
            dtype=float,
        )[which]
        bits += found[feature]
        to_gain -= _most(feature)
        alive = alive[bits[alive] + to_gain >= needed - _SLACK]
    # Added up in the order of ``score``, for the same last digit.
    exact = sum((found[feature][alive] for feature in FEATURES), np.full(len(alive), prior))
    return [
        (one, other, probability(total))
        for one, other, total in zip(
            left[alive].tolist(), right[alive].tolist(), exact.tolist(), strict=True
        )
        if total >= needed
    ]


def _by_sets(accounts: Sequence[Laid], left: Places, right: Places) -> dict[Feature, Weights]:
    """The comparisons by what two sets share."""
    texts, things = Texts(accounts), Sets([one.things for one in accounts])
    ages, numbers = Sets([one.ages for one in accounts]), Sets([one.numbers for one in accounts])
    likeness, named, thing, aged, numbered = np.zeros((5, len(left)))
    for hub, others, at in _hubs(left, right):
        likeness[at], named[at] = texts.shared(hub, others)
        thing[at] = things.shared(hub, others).max(axis=1)
        aged[at] = ages.shared(hub, others).sum(axis=1)
        numbered[at] = numbers.shared(hub, others).sum(axis=1)

    def both(has: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.asarray(has[left] & has[right])

    said = np.array([one.facts.said for one in accounts], dtype=np.int64)
    brief = (likeness < features.UNLIKE) & (np.minimum(said[left], said[right]) < features.BRIEF)
    words = np.where(
        brief, model().weights["words"]["brief"], _stepped("words", likeness, features.LIKENESS)
    )
    return {
        features.words: words * both(texts.words.has),
        features.names: _stepped("names", named, _NAMES) * both(texts.names.has),
        features.things: _stepped("things", thing, _THINGS) * (thing > 0),
        features.ages: _stepped("ages", aged, _SHARED) * both(ages.has),
        features.numbers: _stepped("numbers", numbered, _SHARED) * both(numbers.has),
    }


def _hubs(left: Places, right: Places) -> Iterator[tuple[int, Places, Places]]:
    """The pairs by the one of the two that has more of them: that one, its partners, and where
    their pairs stand.
    """
    often = np.bincount(np.concatenate([left, right]))
    turned = often[left] > often[right]
    hub, partner = np.where(turned, left, right), np.where(turned, right, left)
    order = np.argsort(hub, kind="stable")
    for at in np.split(order, np.flatnonzero(np.diff(hub[order])) + 1):
        if len(at):
            yield int(hub[at[0]]), partner[at], at


def _stepped(comparison: str, values: Weights, steps: Steps) -> Weights:
    """The weight of the first level, of steps from high to low, that each value reaches."""
    least, levels = zip(*reversed(list(steps)), strict=True)
    weights = np.array([model().weights[comparison][level] for level in levels])
    return weights[np.searchsorted(least, values, side="right") - 1]


def _weight(found: Found | None, feature: Feature) -> float:
    return model().weights[feature.__name__][found[0]] if found else 0.0


def _most(feature: Feature) -> float:
    return max(0.0, *model().weights[feature.__name__].values())


def _numbered(values: Iterable[Hashable]) -> Places:
    """Equal values by equal numbers, from 0 on."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)
