"""Of the pairs of an incident the surest of each account."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.pipeline.fetched import Fetched
from reportedly.store.derived import Head, Pair

_NUMBERS = st.integers(1, 6)
_SCORED = st.dictionaries(
    st.tuples(_NUMBERS, _NUMBERS).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from((0.0, 0.5, 0.75)),  # few, so that many are equally sure
)


@given(_SCORED, st.sets(_NUMBERS, min_size=2))
def test_the_first_of_the_surest_pairs_of_each_account(
    scored: Mapping[tuple[int, int], float], mine: set[int]
) -> None:
    pairs = [Pair(*both, score) for both, score in scored.items()]
    fetched = Fetched(_store(pairs))
    fetched.ahead(map(str, range(1, 7)))
    within = sorted(pair for pair in pairs if {pair.one, pair.other} <= mine)
    of_each = {
        max((pair for pair in within if number in pair[:2]), key=lambda pair: pair.score)
        for number in {number for pair in within for number in pair[:2]}
    }
    found, many = fetched.surest(mine)
    assert len(found) == len(of_each)
    assert set(found) == of_each
    assert many == len(within)


def _store(pairs: list[Pair]) -> Any:
    """Account "3" has the number 3."""
    index = SimpleNamespace(heads_of=lambda ids: {id: Head(int(id), id, 0, "r", 0) for id in ids})
    return SimpleNamespace(index=index, derived=SimpleNamespace(pairs_from=lambda numbers: pairs))
