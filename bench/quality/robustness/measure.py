"""Reads each report and its changed copies, and keeps what differs."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.quality.reading import read
from bench.quality.robustness.changes import CHANGES, Both
from bench.quality.robustness.compare import Json, Output, compared
from bench.quality.robustness.reports import Source
from reportedly.contract.read import reading
from reportedly.pipeline import Tools


@dataclass(frozen=True, slots=True)
class Measured:
    """One report under one change."""

    source: Source
    change: str
    made: Both
    outputs: tuple[Output, ...]

    @property
    def changed(self) -> list[Output]:
        return [output for output in self.outputs if not output.same]


def measured(sources: Sequence[Source], names: Sequence[str], tools: Tools) -> Iterator[Measured]:
    """Every report under every change that changes it."""
    for source in sources:
        original = _read(source, source.text, source.title, tools)
        copies = [(name, draw) for name in names for draw in range(CHANGES[name].draws)]
        for name, draw in copies:
            chance = random.Random(f"{name} {source.id} {draw}")
            made = CHANGES[name].make(source.text, source.title, chance, _countries(original))
            text, title = made
            if (text.text, title.text) != (source.text, source.title):
                copy = _read(source, text.text, title.text, tools)
                yield Measured(source, name, made, tuple(compared(original, copy, text, title)))


def _read(source: Source, text: str, title: str, tools: Tools) -> Json:
    return dict(reading(read(tools, source.id, text, source.published, title or None)))


def _countries(read: Json) -> frozenset[str]:
    """Where the incidents happened: names of these countries tell places, too."""
    places = (one["place"] for one in read["incidents"])
    return frozenset(p["country_code"] for p in places if p and p["country_code"])
