"""Many pairs at once have the probabilities that one pair has by itself."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.link import score
from reportedly.link.layout import laid_out
from reportedly.link.many import likely
from reportedly.link.profile import Profile
from reportedly.records import Actor, Place, When

FAMILIES = {"bombing": "explosions", "shelling": "explosions", "armed_assault": "battles"}
DAY = date(2031, 3, 14)
WORDS = ["Dulmeck", "ferry", "granary", "police", "wounded", "Zanterro", "convoy", "market"]


def sets(of: list[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(of), max_size=4)


def tuples(of: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(of), max_size=2, unique=True).map(tuple)


words = st.sampled_from([word.casefold() for word in WORDS])
days = [DAY + timedelta(days=n) for n in (0, 1, 2, 9, 40)]
places = [
    Place("Dulmeck", "city", country_code="ZZ", lat=10.0, lon=10.0),
    Place("Zanterro", "city", country_code="ZZ", lat=10.1, lon=10.0),
    Place("Farland", "country", country_code="YY"),
    Place("the granary", "name"),
]
profiles = st.lists(
    st.builds(
        Profile,
        account=st.just("a"),
        report=st.just("r"),
        index=st.just(0),
        role=st.sampled_from(["main", "background"]),
        published=st.sampled_from([None, *days]),
        dates=tuples([When(a, b, "day") for a in days for b in days if a <= b]),
        places=tuples(places),
        types=sets(["bombing", "shelling", "armed_assault", "other"]),
        actors=tuples([Actor("the Brenk Front"), Actor("Lurm Guard", ref="x"), Actor("LG", "x")]),
        counts=st.dictionaries(st.sampled_from(["killed", "injured"]), sets([0, 3, 4, 12, 120])),
        things=sets(WORDS),
        words=st.dictionaries(words, st.integers(1, 900), max_size=6),
        names=st.frozensets(words, max_size=8),
        own=st.frozensets(words, max_size=3),
        ages=sets([7, 19, 44]),
        numbers=sets([4711, 823]),
        said=st.integers(0, 120),
    ),
    min_size=2,
    max_size=7,
)


@settings(max_examples=60)
@given(profiles, st.sampled_from([0.001, 0.1, 0.9]), st.booleans())
def test_the_same_probability_to_the_last_digit(
    known: list[Profile], least: float, reverse: bool
) -> None:
    pairs = list(combinations(range(len(known)), 2))[:: -1 if reverse else 1]
    left, right = np.array(pairs).T
    each = {(one, other): score(known[one], known[other], FAMILIES).score for one, other in pairs}
    found = likely([*map(laid_out, known)], left, right, FAMILIES, least)
    assert {(one, other): it for one, other, it in found} == {
        pair: it for pair, it in each.items() if it >= least
    }


def test_no_pairs() -> None:
    nothing = np.array([], dtype=np.int64)
    assert likely([], nothing, nothing, FAMILIES, 0.1) == []
