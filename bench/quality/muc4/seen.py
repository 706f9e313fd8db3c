"""What the network makes of one page: its spans, and what it says of each and of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reportedly.extract.trained.heads import Floats, Heads, Sheet
from reportedly.extract.trained.labels import CLASSES, MUC_TYPES, WHOLE_TEXT
from reportedly.extract.trained.proposals import Proposals

_CLASSES = tuple(name for name in CLASSES if name.startswith("muc_"))


@dataclass(frozen=True, slots=True)
class Seen:
    """``types`` (spans, MUC_TYPES) and ``classes[name]`` (spans, codes): probabilities.

    ``whole``: the probability of each of WHOLE_TEXT.
    """

    proposals: Proposals
    types: Floats
    classes: Mapping[str, Floats]
    whole: Mapping[str, float]


def seen(sheet: Sheet, heads: Heads, proposals: Proposals) -> Seen:
    """The answers of all the heads that MUC-4 needs."""
    whole = heads.whole(sheet) if len(sheet.tokens) else np.zeros(len(WHOLE_TEXT), np.float32)
    vectors = proposals.vectors
    some = len(proposals.spans) > 0
    return Seen(
        proposals,
        heads.types(vectors) if some else np.zeros((0, len(MUC_TYPES)), np.float32),
        {name: heads.classes(name, vectors) for name in _CLASSES} if some else {},
        dict(zip(WHOLE_TEXT, map(float, whole), strict=True)),
    )
