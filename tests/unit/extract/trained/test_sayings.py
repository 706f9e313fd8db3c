"""From the probabilities around a cue to who said what."""

import numpy as np

from reportedly.extract.trained.heads import REACH, Heads, Sheet
from reportedly.extract.trained.labels import CLASSES, ROLES_OF_CUE, TAGS
from reportedly.extract.trained.sayings import sayings
from reportedly.extract.trained.windows import tokenise
from reportedly.extract.trained.wordpiece import WordPiece

TEXT = "the mayor said the bridge is open again"
TOKENS = tokenise(TEXT, WordPiece(["[PAD]", "[UNK]", *sorted(set(TEXT.split()))]))
CUE = TEXT.split().index("said")


class Told(Heads):
    """Heads that see the source and the content at these tokens."""

    def __init__(self, source: list[int], content: list[int]) -> None:
        super().__init__({})
        self._parts = source, content

    def spans(self, sheet: object, first: object, last: object, tags: object) -> np.ndarray:
        return np.zeros((1, 4), np.float32)

    def classes(self, name: str, vectors: object) -> np.ndarray:
        row = np.zeros((1, len(CLASSES[name])), np.float32)
        row[0, CLASSES[name].index("confirm")] = 0.8
        return row

    def cues(self, sheet: object, first: object, last: object) -> np.ndarray:
        around = np.zeros((1, 2 * REACH + 1, len(ROLES_OF_CUE), 3), np.float32)
        around[..., 0] = 1
        for role, tokens in enumerate(self._parts):
            for n, token in enumerate(tokens):
                around[0, token - CUE + REACH, role] = (0.1, 0.9, 0) if n == 0 else (0.1, 0, 0.9)
        return around


def sheet(cue: float) -> Sheet:
    tags = np.zeros((len(TOKENS), len(TAGS), 3), np.float32)
    tags[:, :, 0] = 1
    tags[CUE, TAGS.index("cue")] = (1 - cue, cue, 0)
    return Sheet(TOKENS, np.zeros((len(TOKENS), 4), np.float32), tags)


def test_a_cue_has_its_source_its_content_and_its_act() -> None:
    (one,) = sayings(sheet(0.9), Told([0, 1], [3, 4, 5, 6, 7]), TEXT)
    quoted = [TEXT[start:end] for start, end in (one.cue, *one.source, *one.content)]
    assert quoted == ["said", "the mayor", "the bridge is open again"]
    assert one.act == "confirm"
    assert abs(one.score - 0.9) < 1e-3


def test_a_cue_without_content_says_nothing() -> None:
    assert sayings(sheet(0.9), Told([0, 1], []), TEXT) == []


def test_an_unlikely_cue_is_none() -> None:
    assert sayings(sheet(0.3), Told([0, 1], [3, 4]), TEXT) == []
