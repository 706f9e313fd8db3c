"""From probabilities to spans and groups."""

import numpy as np
import pytest

from reportedly.extract.trained import heads
from reportedly.extract.trained.heads import DISTANCES, Heads
from reportedly.extract.trained.proposals import clusters
from reportedly.extract.trained.spans import merge, runs, whole_words

OUT, BEGIN, IN = [0.9, 0.05, 0.05], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]


def test_a_run_ends_where_the_next_begins_or_all_is_outside() -> None:
    column = np.array([OUT, BEGIN, IN, BEGIN, OUT, IN], dtype=np.float32)
    assert [(first, last) for first, last, _ in runs(column, 0.5)] == [(1, 2), (3, 3), (5, 5)]


def test_a_run_has_the_mean_probability_of_its_tokens() -> None:
    column = np.array([BEGIN, [0.3, 0.1, 0.6]], dtype=np.float32)
    ((_, _, score),) = runs(column, 0.5)
    assert abs(score - 0.8) < 1e-6


def test_nothing_likely_gives_no_run() -> None:
    assert list(runs(np.array([OUT, OUT], dtype=np.float32), 0.5)) == []


def test_spans_grow_to_whole_words() -> None:
    assert whole_words("the gunmen fled", 6, 9) == (4, 10)
    assert whole_words("the gunmen fled", 4, 10) == (4, 10)


def test_pieces_with_only_space_between_are_one() -> None:
    assert merge([(4, 8), (0, 3), (10, 12)], "abc efgh, kl") == [(0, 8), (10, 12)]


def test_the_surest_are_joined_first_and_strangers_stay_apart() -> None:
    score = np.array(
        [[1.0, 0.9, 0.2, 0.1], [0.9, 1.0, 0.3, 0.1], [0.2, 0.3, 1.0, 0.6], [0.1, 0.1, 0.6, 1.0]],
        dtype=np.float32,
    )
    assert clusters([0, 1, 2, 3], score, 0.5) == [[0, 1], [2, 3]]
    assert clusters([0, 1, 2, 3], score, 0.95) == [[0], [1], [2], [3]]
    assert clusters([], score, 0.5) == []


def test_many_pairs_are_scored_as_few(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(1)
    shapes = {
        "pair_in.weight": (8, 24), "pair_in.bias": (8,), "pair_far.weight": (DISTANCES, 8),
        "pair_out.weight": (2, 8), "pair_out.bias": (2,),
    }  # fmt: skip
    weights = {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    reckoned = Heads(weights)
    vectors = chance.normal(size=(9, 8)).astype(np.float32)
    earlier, later = np.triu_indices(9, 1)
    whole = reckoned.pairs(vectors, earlier, later, later - earlier)
    monkeypatch.setattr(heads, "_PAIRS_AT_ONCE", 5)
    assert np.allclose(reckoned.pairs(vectors, earlier, later, later - earlier), whole, atol=1e-6)
    a, b = earlier[7], later[7]
    joined = np.concatenate([vectors[a], vectors[b], vectors[a] * vectors[b]])
    hidden = weights["pair_in.weight"] @ joined + weights["pair_in.bias"]
    hidden = np.maximum(hidden + weights["pair_far.weight"][b - a], 0)
    plain = weights["pair_out.weight"] @ hidden + weights["pair_out.bias"]
    assert np.allclose(whole[7], 1 / (1 + np.exp(-plain)), atol=1e-5)
