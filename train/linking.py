"""Pairs of reports whose incident is known → the weights of ``src/reportedly/link/model.toml``.

A logistic regression on the levels that the comparisons find: few parameters, a comparison's
levels kept in order, and every weight drawn towards the one set by hand (``linking.toml``), so
that what shootings teach does not undo what holds in any news. How many other incidents look alike
is a matter of the collection, so each has a prior of its own; the one shipped is set by hand,
between that of dense collections and that of sparse ones. Needs numpy and scipy.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

import numpy as np
from bench.quality.linking import with_an_account
from bench.quality.reading import read, tools
from scipy.optimize import minimize

from reportedly.link import FEATURES, Profile, profiles
from reportedly.link.weights import Model, parse
from reportedly.link.whole import compared

SHARES = {"t5_trial": 1.0, "gvc": 1.0, "gva_extra": 0.1}  # of a pair of the collection
PULL = 30.0  # pairs' worth, towards the weights that are there
# Their brief documents are short reports, not mentions in passing: they teach nothing about these.
# Days far apart are mostly a day misread: all tell of shootings. A village is attacked again.
HELD = {("words", "brief"), ("dates", "apart")}
Array = np.ndarray  # of float64


@dataclass(frozen=True)
class Pairs:
    """One collection, and its pairs of accounts that are worth comparing."""

    told: Mapping[str, list[Profile]]  # document -> its accounts
    incident: Mapping[str, str]  # account -> incident of its document
    compared: list[tuple[Profile, Profile]]
    found: Array  # a row for each pair: for each level of each comparison whether it was found
    same: Array  # 1.0 where both documents report one incident


def train(data: Path, shipped: Path, version: str) -> None:
    """Fit to every collection and write the model that is shipped."""
    by_hand = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    model = parse(by_hand)
    read_in = {name: pairs(data / "linking" / name, model) for name in SHARES}
    made = replace(fitted(model, read_in), version=version)
    shipped.write_text(written(made, shipped.read_text(encoding="utf-8")), encoding="utf-8")


def pairs(folder: Path, model: Model) -> Pairs:
    """Every document read, every pair worth comparing compared. Takes minutes."""
    incidents = {id: r["id"] for r in _rows(folder / "incidents.jsonl") for id in r["docs"]}
    known, families = tools("rules"), tools("rules").families()
    told: dict[str, list[Profile]] = {}
    for row in _rows(folder / "documents.jsonl"):
        day = date.fromisoformat(row["date"][:10]) if row["date"] else None
        reading = with_an_account(read(known, row["id"], row["text"], day, row["title"]))
        told[row["id"]] = profiles(reading)
    incident = {one.account: incidents[id] for id, mine in told.items() for one in mine}
    chosen = list(compared(one for mine in told.values() for one in mine))
    columns = {name: n for n, name in enumerate(_columns(model))}
    table = np.zeros((len(chosen), len(columns)))
    for row_number, (left, right) in enumerate(chosen):
        for feature in FEATURES:
            level = feature(left, right, families)
            if level is not None:
                table[row_number, columns[feature.__name__, level[0]]] = 1.0
    same = np.array([float(incident[a.account] == incident[b.account]) for a, b in chosen])
    return Pairs(told, incident, chosen, table, same)


def fitted(model: Model, collections: Mapping[str, Pairs]) -> Model:
    """The model with the weights that explain best which pairs are the same, near its own.

    The prior stays. Each collection has one of its own, which is thrown away.
    """
    before = np.array([*weights(model), *(model.prior for _ in collections)])
    starts = np.cumsum([0, *(len(levels) for levels in model.weights.values())])
    spans = list(pairwise(starts))
    found, same, shares, home = together(collections)
    table = np.hstack([found, home])

    held = [100 * PULL if column in HELD else PULL for column in _columns(model)]
    pull = np.array([*held, *(0.0 for _ in collections)])  # their priors are free

    def drops(given: Array) -> Array:
        """A comparison's first weight, and by how much each of the others is lower."""
        made = given.copy()
        for start, end in spans:
            made[start + 1 : end] = given[start : end - 1] - given[start + 1 : end]
        return made

    def levels(dropped: Array) -> Array:
        made = dropped.copy()
        for start, end in spans:
            made[start + 1 : end] = dropped[start] - np.cumsum(dropped[start + 1 : end])
        return made

    def cost(dropped: Array) -> tuple[float, Array]:
        now = levels(dropped)
        likely = 1 / (1 + np.exp(-log(2) * (table @ now)))
        right = np.where(same > 0, likely, 1 - likely)
        slope = log(2) * (table.T @ (shares * (likely - same))) + 2 * pull * (now - before)
        back = slope.copy()
        for start, end in spans:
            below = np.cumsum(slope[start:end][::-1])[::-1]
            back[start], back[start + 1 : end] = below[0], -below[1:]
        error = -(shares * np.log(np.maximum(right, 1e-12))).sum()
        return error + (pull * (now - before) ** 2).sum(), back

    free = {start for start, _ in spans} | {*range(starts[-1], len(before))}
    bounds = [(None if n in free else 0.0, None) for n in range(len(before))]
    best = minimize(cost, drops(before), jac=True, bounds=bounds, method="L-BFGS-B")
    values = [round(float(value), 2) for value in levels(best.x)]
    names = _columns(model)
    made: dict[str, dict[str, float]] = {name: {} for name in model.weights}
    for (name, level), value in zip(names, values, strict=False):
        made[name][level] = value
    return replace(model, weights=made)


def subset(read_in: Pairs, kept: Array) -> Pairs:
    """The same collection with some of its pairs only."""
    chosen = [pair for pair, stays in zip(read_in.compared, kept, strict=True) if stays]
    return replace(read_in, compared=chosen, found=read_in.found[kept], same=read_in.same[kept])


def weights(model: Model) -> Array:
    """Every weight in order, without the prior."""
    return np.array([model.weights[name][level] for name, level in _columns(model)])


def written(model: Model, text: str) -> str:
    """The text of ``model.toml`` with other weights; its comments and its order stay."""
    lines, name = [], ""
    for line in text.splitlines():
        key, equals, _ = line.partition(" = ")
        if line.startswith("["):
            name = line.strip("[]")
        elif key == "version":
            line = f'version = "{model.version}"'
        elif key == "prior":
            line = f"prior = {model.prior}"
        elif equals and name and not line.startswith("#"):
            line = f"{key} = {model.weights[name][key]}"
        lines.append(line)
    made = "\n".join(lines) + "\n"
    tomllib.loads(made)
    return made


def together(collections: Mapping[str, Pairs]) -> tuple[Array, Array, Array, Array]:
    """Rows, answers and shares of all collections, and for each row its collection."""
    sizes = [len(made.same) for made in collections.values()]
    return (
        np.vstack([made.found for made in collections.values()]),
        np.concatenate([made.same for made in collections.values()]),
        np.repeat([SHARES[name] for name in collections], sizes),
        np.repeat(np.eye(len(sizes)), sizes, axis=0),
    )


def _columns(model: Model) -> list[tuple[str, str]]:
    return [(name, level) for name, levels in model.weights.items() for level in levels]


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
