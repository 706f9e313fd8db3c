"""Learns how far accounts of the trained reader are to be believed, from reports coded by hand.

An account is right if the scorer lets it match an incident of the coding: a compatible type and
overlapping dates or the same place, one account an incident.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.quality import coded, invented
from bench.quality.judge import news_scorer
from bench.quality.judge import rows as rows_of
from reportedly import contract
from reportedly.annotate import annotate
from reportedly.codebook import default
from reportedly.extract.trained.belief import signs
from reportedly.extract.trained.reader import TrainedExtractor
from reportedly.gazetteer import open_names
from reportedly.records import receive
from reportedly.resolve import resolve

Json = dict[str, Any]
Row = tuple[dict[str, float], bool, float]  # signs, right, share
_HERE = Path(__file__).parent
_CORPUS = _HERE.parents[1] / "train" / "corpus"
_OUT = _HERE.parents[1] / "src/reportedly/extract/trained/belief.toml"
_INVENTED = 0.4  # what an invented report counts; the network has seen most of them
_PENALTY = 10.0  # on the squares of the weights, the signs put to one scale


def learn(data: Path) -> int:
    """Read every report that may be learnt from, fit the weights, write them as TOML."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = [
            row
            for gold, share, ids in _sets(data, Path(scratch))
            for row in _judged(data, gold, share, ids)
        ]
    weights = fit(rows)
    lines = [f'"{name}" = {value:.2f}' for name, value in weights.items()]
    _OUT.write_text("[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} accounts, {sum(right for _, right, _ in rows)} right")
    return 0


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Logistic regression by Newton's method; "" is the constant, which is not penalised."""
    names = list(rows[0][0])
    table = np.array([[found[name] for name in names] for found, _, _ in rows])
    right = np.array([float(true) for _, true, _ in rows])
    shares = np.array([share for *_, share in rows])
    scale = table.std(0) + 1e-6
    z = np.hstack([table / scale, np.ones((len(rows), 1))])
    penalty = np.diag([_PENALTY] * len(names) + [0.0])
    weights: NDArray[np.float64] = np.zeros(len(names) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (shares * (p - right)) + penalty @ weights
        weights -= np.linalg.solve((z * (shares * p * (1 - p))[:, None]).T @ z + penalty, slope)
    return {
        **dict(zip(names, (weights[:-1] / scale).tolist(), strict=True)),
        "": float(weights[-1]),
    }


def _sets(data: Path, scratch: Path) -> Iterator[tuple[Path, float, set[str] | None]]:
    """Folders of reports with their coding, what each counts, and which of them."""
    news = data / "data" / "attacks" / "news"
    yield news, 1.0, set((news / "work.txt").read_text(encoding="utf-8").split())
    yield coded.convert(_HERE / "coded" / "read.jsonl", data, scratch / "read"), 1.0, None
    yield invented.convert(_HERE / "unseen" / "u1.yml", scratch / "u1"), 1.0, None
    yield invented.convert(_CORPUS, scratch / "corpus"), _INVENTED, None


def _judged(data: Path, folder: Path, share: float, ids: set[str] | None) -> Iterator[Row]:
    scorer = news_scorer(data)
    names, extractor = open_names(), TrainedExtractor()
    gold = {row["doc"]: row for row in rows_of(folder / "gold.jsonl")}
    for row in rows_of(folder / "docs.jsonl"):
        if ids is not None and row["id"] not in ids:
            continue
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        report = receive(
            row["text"].encode(), "text/plain", name=row["id"], text=row["text"],
            title=row.get("title"), published=published, language="en",
        ).report  # fmt: skip
        found, events = extractor.unweighed(resolve(annotate(report, names), names))
        told = [account for account in found.accounts if account.role != "aggregate"]
        reading = contract.reading(found, with_text=False, codebook=default())
        matched = _matched(scorer, reading, gold[row["id"]])
        for number, account in enumerate(told):
            yield signs(account, events), number in matched, share


def _matched(scorer: Any, reading: contract.ReadingJson, gold: Json) -> set[int]:
    """Which accounts of a reading, sums left out, the scorer matches with the coding."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "read.jsonl"
        path.write_text(json.dumps(reading, default=str), encoding="utf-8")
        told = scorer.from_read(path)["docs"][0]["incidents"]
    coding = gold["incidents"] + gold["background_incidents"]
    if not told or not coding:
        return set()
    worth = [
        [scorer.affinity(a, b) if scorer.eligible(a, b, False) else None for b in told]
        for a in coding
    ]
    return {number for _, number in scorer.assign(worth)}
