"""``python -m bench.quality linking-folds``: linking with weights that never saw the incidents.

Incidents are dealt into five folds by a checksum of their ids. A pair of documents is scored with
weights fitted (``train.linking``) without the incidents of both their folds, in any collection, and
with a table of rarities made without the two collections measured; then a whole collection is
grouped at once. Beside it TF-IDF with days, its settings chosen for each fold on the others. Takes
minutes: it reads 3,900 documents.
"""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from itertools import combinations_with_replacement
from pathlib import Path
from statistics import mean, stdev
from typing import Any
from unittest.mock import patch

import numpy as np
from train.linking import SHARES, Pairs, fitted, pairs, subset, weights

from bench.quality.linking import clusters
from bench.quality.tfidf import clusterings
from reportedly.link import rarity
from reportedly.link.score import probability
from reportedly.link.weights import Model, parse
from reportedly.records import Link, Reason
from train import rarities

MEASURED = ("t5_trial", "gvc")
FOLDS = 5
T_OF_FIVE = 2.776  # 95 per cent of Student's t with four degrees of freedom
WORST = 10
_TRAIN = Path(rarities.__file__).parent
Named = Mapping[str, str]  # document -> incident, or cluster
Score = Callable[[Named, Named], Any]


def run(data: Path) -> int:
    """Print figures over all documents and by fold, the largest cluster, the worst mistakes."""
    score = _scorer(data / "scorers" / "linking.py")
    folder = data / "data" / "linking"
    with _rarities_without(MEASURED, data / "data"):
        model = parse((_TRAIN / "linking.toml").read_text(encoding="utf-8"))
        read = {name: pairs(folder / name, model) for name in SHARES}
        bits = _scored(model, read)
        for name in MEASURED:
            gold = _incidents(folder / name)
            links = list(_links(read[name], bits[name]))
            found = clusters(read[name].told, {}, links)
            _print(name, gold, dict.fromkeys(range(FOLDS), found), found, score)
            _tfidf(name, folder / name, gold, score)
            _mistakes(read[name], links)
    return 0


def _scored(model: Model, read: Mapping[str, Pairs]) -> dict[str, np.ndarray]:
    """For each pair of the collections measured: bits for one incident."""
    folds = {name: _folds(one) for name, one in read.items()}
    bits = {name: np.zeros(len(read[name].same)) for name in MEASURED}
    for two in combinations_with_replacement(range(FOLDS), 2):
        kept = {n: subset(one, _without(two, folds[n])) for n, one in read.items()}
        made = weights(fitted(model, kept))
        for name in MEASURED:
            here = (np.sort(folds[name], axis=1) == two).all(axis=1)
            bits[name][here] = read[name].found[here] @ made + model.prior
    return bits


def _without(two: tuple[int, int], folds: np.ndarray) -> np.ndarray:
    """Which pairs have no incident in either fold."""
    return np.array([not {*two} & {*mine} for mine in folds.tolist()])


def _folds(read: Pairs) -> np.ndarray:
    """The folds of both incidents of each pair."""
    return np.array([[fold(read.incident[one.account]) for one in two] for two in read.compared])


def fold(incident: str) -> int:
    return int(sha256(incident.encode()).hexdigest(), 16) % FOLDS


def _links(read: Pairs, bits: np.ndarray) -> Iterator[Link]:
    for (left, right), sum_ in zip(read.compared, bits, strict=True):
        reasons = (Reason("all", float(sum_), "every comparison together"),)
        yield Link(left.account, right.account, probability(float(sum_)), reasons, "folds")


def _print(
    name: str, gold: Named, by_fold: Mapping[int, Named], whole: Named, score: Score
) -> None:
    every, largest = score(gold, whole), max(Counter(whole.values()).values())
    both = " ".join(f"{part.upper()} {every['pairwise'][part]:.1f}" for part in "prf")
    print(f"{name}: CoNLL {every['conll']:.1f}, pairs {both}, largest cluster {largest}")
    figures: list[tuple[float, float]] = []
    for n, found in by_fold.items():
        mine = {id: incident for id, incident in gold.items() if fold(incident) == n}
        one = score(mine, {id: found[id] for id in mine})
        figures.append((one["conll"], one["pairwise"]["f"]))
    for what, values in zip(("CoNLL", "pairs F1"), zip(*figures, strict=True), strict=True):
        spread = T_OF_FIVE * stdev(values) / FOLDS**0.5
        print(f"  by fold, {what}: {mean(values):.1f} ± {spread:.1f}")


def _tfidf(name: str, folder: Path, gold: Named, score: Score) -> None:
    rows = list(_rows(folder / "documents.jsonl"))
    texts = {row["id"]: f"{row['title'] or ''} {row['text']}" for row in rows}
    days = {r["id"]: date.fromisoformat(r["date"][:10]) if r["date"] else None for r in rows}
    tried = dict(clusterings(texts, days))
    chosen = {}
    for n in range(FOLDS):
        others = {id: incident for id, incident in gold.items() if fold(incident) != n}
        made = {s: score(others, {id: one[id] for id in others}) for s, one in tried.items()}
        chosen[n] = max(made, key=lambda setting: made[setting]["conll"])
    most = Counter(chosen.values()).most_common(1)[0][0]
    _print(f"{name}, TF-IDF and days {most}", gold, {n: tried[s] for n, s in chosen.items()},
           tried[most], score)  # fmt: skip


def _mistakes(read: Pairs, links: Iterable[Link]) -> None:
    """The surest links of two incidents, and the most doubted of one, by documents' ids."""
    document = {one.account: id for id, mine in read.told.items() for one in mine}
    graded = [
        (link.reasons[0].weight * (-1 if same else 1), bool(same), link)
        for link, same in zip(links, read.same, strict=True)
    ]
    for wanted, heading in ((False, "wrongly linked"), (True, "wrongly kept apart")):
        print(f"  {heading}:")
        worst: dict[str, float] = {}
        for error, _, link in sorted((g for g in graded if g[1] is wanted), key=lambda g: -g[0]):
            worst.setdefault(f"{document[link.left]} {document[link.right]}", error)
        for both, error in list(worst.items())[: WORST // 2]:
            print(f"    {error:.1f} bits: {both}")


@contextmanager
def _rarities_without(names: Iterable[str], data: Path) -> Iterator[None]:
    """Profiles are made with a table that has nothing of these collections."""
    left_out = {one for name in names for one in _incidents(data / "linking" / name).values()}
    table = rarities.build(data, _TRAIN / "corpus", ("gva_extra",), left_out)
    with patch.object(rarity, "_lines", lambda: rarity.parse(table)):
        _forget()
        yield
    _forget()


def _forget() -> None:
    rarity._table.cache_clear()
    rarity._names.cache_clear()


def _incidents(folder: Path) -> dict[str, str]:
    return {id: row["id"] for row in _rows(folder / "incidents.jsonl") for id in row["docs"]}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _scorer(path: Path) -> Score:
    spec = importlib.util.spec_from_file_location("linking_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score_clusters
    return score
