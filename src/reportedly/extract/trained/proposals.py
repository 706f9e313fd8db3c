"""Every span the network proposes in one text, and which of them belong together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.extract.trained.heads import Floats, Heads, Sheet, tag_number
from reportedly.extract.trained.spans import Proposal, propose


@dataclass(frozen=True, slots=True)
class Proposals:
    """``together[i, j]``: probability that spans i and j play in one incident; ``same[i, j]``:
    that they name one entity. Both are symmetric, 1 on the diagonal.
    """

    spans: tuple[Proposal, ...]
    vectors: Floats
    together: Floats
    same: Floats

    def of(self, tag: str) -> list[int]:
        """The numbers of the spans of one tag, in text order."""
        return [n for n, span in enumerate(self.spans) if span.tag == tag]


def proposals(
    sheet: Sheet, heads: Heads, text: str, tags: Sequence[str], least: float = 0.5
) -> Proposals:
    """The spans of these tags, in text order, with their vectors and pairs."""
    return related((s for tag in tags for s in propose(sheet, text, tag, least)), sheet, heads)


def related(found: Iterable[Proposal], sheet: Sheet, heads: Heads) -> Proposals:
    """Spans put in text order, with their vectors and pairs."""
    spans = sorted(found, key=lambda span: (span.first, span.last, span.tag))
    count = len(spans)
    together, same = np.eye(count, dtype=np.float32), np.eye(count, dtype=np.float32)
    if not spans:
        return Proposals((), np.zeros((0, 1), np.float32), together, same)
    vectors = heads.spans(
        sheet, [s.first for s in spans], [s.last for s in spans], [tag_number(s.tag) for s in spans]
    )
    first, last = (np.array([getattr(span, end) for span in spans]) for end in ("first", "last"))
    earlier, later = np.triu_indices(count, 1)
    scores = heads.pairs(vectors, earlier, later, np.maximum(0, first[later] - last[earlier]))
    for matrix, column in ((together, 0), (same, 1)):
        matrix[earlier, later] = matrix[later, earlier] = scores[:, column]
    return Proposals(tuple(spans), vectors, together, same)


def clusters(members: Sequence[int], score: Floats, least: float) -> list[list[int]]:
    """Members joined, surest first, while two groups have a mean score of at least ``least``."""
    groups = [[m] for m in members]
    while len(groups) > 1:
        pairs = [
            (float(score[np.ix_(a, b)].mean()), i, j)
            for i, a in enumerate(groups)
            for j, b in enumerate(groups[:i])
        ]
        best, i, j = max(pairs)
        if best < least:
            break
        groups[j] += groups.pop(i)
    return [sorted(group) for group in groups]
