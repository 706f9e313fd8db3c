"""What linking is measured against: documents grouped by the likeness of words and by their days.

TF-IDF over the collection itself, average linkage, and no two documents of a pair published further
apart than a window. Window and threshold are chosen on other documents by whoever calls.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from math import log

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

Setting = tuple[int, float]  # days between publications, distance below which documents join
WINDOWS = (3, 7, 14, 30, 90, 9999)
DISTANCES = tuple(round(0.7 + 0.02 * n, 2) for n in range(13))
_WORD = re.compile(r"[a-z0-9]{2,}")


def clusterings(
    texts: Mapping[str, str], days: Mapping[str, date | None]
) -> Iterator[tuple[Setting, dict[str, str]]]:
    """For every setting document -> name of its cluster."""
    ids = list(texts)
    apart = 1 - _likeness([Counter(_WORD.findall(texts[id].lower())) for id in ids])
    known = np.array([day.toordinal() if (day := days[id]) else 0 for id in ids])
    gap = np.abs(known[:, None] - known[None, :])
    for window in WINDOWS:
        distance = np.clip(np.where(gap <= window, apart, 1.0), 0, 1)
        np.fill_diagonal(distance, 0)
        tree = linkage(squareform(distance, checks=False), "average")
        for most in DISTANCES:
            found = fcluster(tree, most, "distance")
            yield (window, most), {id: str(n) for id, n in zip(ids, found, strict=True)}


def _likeness(bags: list[Counter[str]]) -> np.ndarray:
    """Cosine of the log-TF-IDF vectors of every two documents."""
    held = Counter(word for bag in bags for word in bag)
    columns = {word: n for n, word in enumerate(held)}
    cells = [
        ((1 + log(times)) * log((1 + len(bags)) / (1 + held[word])), row, columns[word])
        for row, bag in enumerate(bags)
        for word, times in bag.items()
    ]
    weights, rows, places = (np.array(part) for part in zip(*cells, strict=True))
    table = csr_matrix((weights, (rows, places)), shape=(len(bags), len(columns)))
    lengths = np.sqrt(table.multiply(table).sum(1))
    unit = csr_matrix(table.multiply(1 / np.maximum(lengths, 1e-9)))
    return np.asarray((unit @ unit.T).todense())
