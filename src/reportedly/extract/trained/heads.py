"""The heads of the reader, in numpy: from the encoder's states to what they say of spans and cues.

The same sums as in training (``train/model.py``); a test compares the two. No input or output here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.extract.trained.labels import CLASSES, PAIRS, ROLES_OF_CUE, TAGS
from reportedly.extract.trained.windows import Tokens

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
REACH = 112  # tokens on each side of a cue where its source and content are looked for
DISTANCES = 24  # buckets of how far two tokens are apart
_PAIRS_AT_ONCE = 4_096  # a long text has millions, and a thousand cues: memory is bounded
_CUES_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the encoder made of one text.

    ``states`` (tokens, width); ``tags`` (tokens, TAGS, 3): probabilities of outside, begin, inside.
    """

    tokens: Tokens
    states: Floats
    tags: Floats

    def likely(self, tag: str, start: int, end: int) -> float:
        """The highest probability of a tag among the tokens of a stretch of text."""
        inside = self.tokens.within(start, end)
        if inside is None:
            return 0.0
        return float(1 - self.tags[inside[0] : inside[1] + 1, tag_number(tag), 0].min())


class Heads:
    """``weights``: name → array, as exported by the training."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights

    def spans(
        self, sheet: Sheet, first: Sequence[int], last: Sequence[int], tags: Sequence[int]
    ) -> Floats:
        """One vector a span, (spans, 256). ``first`` and ``last`` are tokens, both inside."""
        a, b = np.asarray(first, dtype=np.int64), np.asarray(last, dtype=np.int64)
        sums = np.vstack([np.zeros((1, sheet.states.shape[1]), np.float32), sheet.states.cumsum(0)])
        mean = (sums[b + 1] - sums[a]) / (b - a + 1)[:, None]
        joined = np.hstack([sheet.states[a], sheet.states[b], mean])
        tagged = self._weights["span_tag.weight"][np.asarray(tags, dtype=np.int64)]
        return _relu(self._linear("span_mid", _relu(self._linear("span_in", joined) + tagged)))

    def classes(self, name: str, vectors: Floats) -> Floats:
        """Probabilities, (spans, codes of that class)."""
        assert name in CLASSES
        return _softmax(self._linear(f"classes.{name}_", vectors))

    def types(self, vectors: Floats) -> Floats:
        """Probability of each MUC type, (spans, types)."""
        return _sigmoid(self._linear("types", vectors))

    def pairs(self, vectors: Floats, earlier: Ints, later: Ints, apart: Ints) -> Floats:
        """Probability that two spans share an incident, that they name one entity: (pairs, 2).

        ``earlier`` and ``later`` are rows of ``vectors``, ``apart`` the tokens between the two.
        """
        own = self._weights["pair_in.weight"].T.reshape(3, -1, vectors.shape[1])
        one, other = vectors @ own[0], vectors @ own[1]  # once a span, not once a pair
        far = self._weights["pair_far.weight"] + self._weights["pair_in.bias"]
        found = [np.zeros((0, len(PAIRS)), np.float32)]
        for begin in range(0, len(earlier), _PAIRS_AT_ONCE):
            a, b, between = (x[begin : begin + _PAIRS_AT_ONCE] for x in (earlier, later, apart))
            hidden = (vectors[a] * vectors[b]) @ own[2]
            hidden += one[a] + other[b] + far[_distance(between)]
            found.append(_sigmoid(self._linear("pair_out", _relu(hidden))))
        return np.vstack(found)

    def cues(self, sheet: Sheet, first: Sequence[int], last: Sequence[int]) -> Floats:
        """For each cue, (cues, 2·REACH+1, ROLES_OF_CUE, 3) of the tokens around it."""
        token = self._linear("cue_token", sheet.states)
        found = [np.zeros((0, 2 * REACH + 1, len(ROLES_OF_CUE), 3), np.float32)]
        for begin in range(0, len(first), _CUES_AT_ONCE):
            some = slice(begin, begin + _CUES_AT_ONCE)
            found.append(self._some_cues(sheet, token, np.array(first[some]), np.array(last[some])))
        return np.vstack(found)

    def _some_cues(self, sheet: Sheet, token: Floats, first: Ints, last: Ints) -> Floats:
        a, b = first[:, None], last[:, None]
        at = a + np.arange(-REACH, REACH + 1)[None]
        inside = ((at >= 0) & (at < len(token)))[..., None].astype(np.float32)
        at = at.clip(0, len(token) - 1)
        apart = np.where(at < a, at - a, (at - b).clip(min=0))
        signed = DISTANCES + np.sign(apart) * _distance(np.abs(apart))
        signed = np.where((at >= a) & (at <= b), DISTANCES, signed)
        own = (sheet.states[first] + sheet.states[last]) * np.float32(0.5)
        query = self._linear("cue_self", own)[:, None]
        x = _relu(token[at] + query + self._weights["cue_far.weight"][signed]) * inside
        for layer in range(2):
            x = (x + _relu(self._five(f"cue_near.{layer}", x))) * inside
        return _softmax(self._linear("cue_out", x).reshape(*x.shape[:2], len(ROLES_OF_CUE), 3))

    def whole(self, sheet: Sheet) -> Floats:
        """Probability of each of WHOLE_TEXT."""
        weight = _softmax(self._linear("pool", sheet.states)[:, 0])
        return _sigmoid(self._linear("whole", weight @ sheet.states))

    def _five(self, name: str, x: Floats) -> Floats:
        """A linear map of each token and its two neighbours on either side: slice by slice, since
        joining the five first would copy more than it reckons, and over all cues in a row, since
        many small products keep threads waiting for each other.
        """
        cues, length, wide = x.shape
        row = np.pad(x, ((0, 0), (2, 2), (0, 0))).reshape(-1, wide)
        weight = self._weights[f"{name}.weight"].T
        out = np.zeros_like(row)
        for i in range(5):
            out[: len(row) - 4] += row[i : i + len(row) - 4] @ weight[i * wide : (i + 1) * wide]
        five: Floats = out.reshape(cues, length + 4, wide)[:, :length]
        return five + self._weights[f"{name}.bias"]

    def _linear(self, name: str, x: Floats) -> Floats:
        out: Floats = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return out


def tag_number(tag: str) -> int:
    """The place of a tag among TAGS."""
    return TAGS.index(tag)


def probabilities(logits: Floats) -> Floats:
    """Logits → probabilities along the last axis."""
    return _softmax(logits)


def _distance(apart: Ints) -> Ints:
    far = 8 + (np.log2(apart.clip(min=8) / 8) * 2).astype(np.int64)
    return np.where(apart < 8, apart, far.clip(max=DISTANCES - 1))


def _relu(x: Floats) -> Floats:
    out: Floats = np.maximum(x, 0)
    return out


def _sigmoid(x: Floats) -> Floats:
    out: Floats = 1 / (1 + np.exp(-x.clip(-30, 30)))
    return out


def _softmax(x: Floats) -> Floats:
    raised = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out
