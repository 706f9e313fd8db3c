"""The frozen model of linking: ``model.toml``, fitted by ``python -m train linking``.

A comparison has named levels, from what speaks most for one incident to what speaks most against
it, and each level a weight: log2 of a likelihood ratio, so that +1 doubles the odds.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

THRESHOLD = 0.5  # probability from which two accounts are linked
MEAN_OF_GROUP = 0.35  # two groups join only if their pairs reach this probability on average


@dataclass(frozen=True, slots=True)
class Model:
    version: str
    prior: float  # log2 of the odds of a pair that is worth comparing
    weights: Mapping[str, Mapping[str, float]]  # comparison -> level -> weight, levels in order
    ranks: Mapping[str, Mapping[str, int]]  # 0 for the level that speaks most for one incident


@cache
def model() -> Model:
    return parse(files(__package__).joinpath("model.toml").read_text(encoding="utf-8"))


def parse(text: str) -> Model:
    data = tomllib.loads(text)
    version, prior = data.pop("version"), data.pop("prior")
    ranks = {name: {level: n for n, level in enumerate(levels)} for name, levels in data.items()}
    return Model(str(version), float(prior), data, ranks)
