"""Learns how far an account is to be believed: from what the reader finds in marked texts.

An account is right if it has most of the words for one incident of the text; of two accounts of the
same incident the one with fewer is wrong. The network has seen most of these texts in training, so
its own signs are surer here than on new ones.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from train.documents import Document

from reportedly.annotate import annotate
from reportedly.codebook import default
from reportedly.extract.trained.belief import signs
from reportedly.extract.trained.reader import TrainedExtractor
from reportedly.gazetteer import open_names
from reportedly.plugins import Names
from reportedly.records import Account, Report
from reportedly.resolve import resolve

_SHARE = {"invented": 0.4, "marked": 1.0}  # real news counts for more
_PENALTY = 3.0  # on the squares of the weights, the signs put to one scale


def learn(documents: Iterable[Document], out: Path) -> None:
    """Read every document, fit the weights, write them as TOML."""
    names, extractor = open_names(), TrainedExtractor(default())
    rows: list[dict[str, float]] = []
    right: list[float] = []
    shares: list[float] = []
    for document in documents:
        for found, true in _judged(document, names, extractor):
            rows.append(found)
            right.append(float(true))
            shares.append(_SHARE[document.origin])
    weights = fit(rows, np.asarray(right), np.asarray(shares))
    lines = [f'"{name}" = {value:.3f}' for name, value in weights.items()]
    out.write_text("[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} accounts, {sum(right):.0f} right")


def fit(
    rows: Sequence[dict[str, float]], right: np.ndarray, shares: np.ndarray
) -> dict[str, float]:
    """Logistic regression by Newton's method; "" is the constant, which is not penalised."""
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    scale = table.std(0) + 1e-6
    z = np.hstack([table / scale, np.ones((len(rows), 1))])
    penalty = np.diag([_PENALTY] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (shares * (p - right)) + penalty @ weights
        weights -= np.linalg.solve((z * (shares * p * (1 - p))[:, None]).T @ z + penalty, slope)
    return {**dict(zip(names, weights[:-1] / scale, strict=True)), "": float(weights[-1])}


def _judged(
    document: Document, names: Names, extractor: TrainedExtractor
) -> Iterator[tuple[dict[str, float], bool]]:
    """The signs of every account of a text, and whether it is right."""
    day = date.fromisoformat(document.published) if document.published else None
    report = Report(document.id, document.id, document.text, published=day)
    found, events = extractor.unweighed(resolve(annotate(report, names), names))
    told = [account for account in found.accounts if account.role != "aggregate"]
    shared = [(_shared(document, account), n) for n, account in enumerate(told)]
    taken: set[int] = set()
    right: set[int] = set()
    for count, incident, n in sorted(
        ((count, incident, n) for counts, n in shared for incident, count in counts.items()),
        reverse=True,
    ):
        if count and incident not in taken and n not in right:
            taken.add(incident)
            right.add(n)
    for n, account in enumerate(told):
        yield signs(account, events), n in right


def _shared(document: Document, account: Account) -> Counter[int]:
    """How many of the words for each single incident stand in an account's mentions."""
    words = [s for s in document.spans if s.tag == "event" and s.classes.get("role") != "aggregate"]
    return Counter(
        incident
        for span in words
        if any(m.start <= span.start and span.end <= m.end for m in account.mentions)
        for incident in span.incidents
    )
