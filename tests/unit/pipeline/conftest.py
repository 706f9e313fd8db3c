"""A pipeline without annotation: an invented extractor that reads lines such as ``killed 7``."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.invented import account, claim, exactly, on, town

from reportedly import annotate, resolve
from reportedly.codebook import default
from reportedly.pipeline import Tools
from reportedly.plugins import Background
from reportedly.records import Account, Actor, Annotated, Claim, Code, Place, Reading, Report
from reportedly.store import open_store
from reportedly.store.store import Store


class NoNames:
    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        return ()

    def demonyms(self, word: str) -> Sequence[Place]:
        return ()

    def actors(self, name: str) -> Sequence[Actor]:
        return ()

    def background(self, ref: str) -> Background:
        return Background()

    def branches(self, ref: str) -> Sequence[Actor]:
        return ()

    def backed(self, code: str) -> Sequence[Actor]:
        return ()


class LineExtractor:
    """``INCIDENT <day> <town>`` opens an account; ``killed <n> <voice>`` is a claim of it."""

    name = "lines"

    def __init__(self, version: str = "1") -> None:
        self.version = version

    def extract(self, annotated: Annotated) -> Reading:
        source = annotated.report
        if "BREAK" in source.text:
            raise RuntimeError("the extractor broke")
        found: list[Account] = []
        for block in source.text.split("INCIDENT ")[1:]:
            head, *lines = block.strip().splitlines()
            day, place = head.split()
            claims = [
                self._claim(source, "date", on(day), head),
                self._claim(source, "place", town(place, lat=float(len(place))), head),
                self._claim(source, "type", Code("bombing"), head),
                *(self._count(source, line) for line in lines if line.startswith("killed")),
            ]
            found.append(account(source, *claims, index=len(found)))
        return Reading(report=source, extractor="", accounts=tuple(found))

    def _count(self, source: Report, line: str) -> Claim:
        _, number, *voice = line.split()
        return self._claim(
            source, "killed", exactly(int(number)), line, voice=" ".join(voice) or None
        )

    def _claim(self, source: Report, field: str, value: Any, words: str, **more: Any) -> Claim:
        id = f"claim-{source.name}-{field}-{words}-{self.version}"
        return claim(source, field, value, words=words, id=id, **more)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'reports.db'}") as opened:
        yield opened


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Tools]:
    """Tools around the invented extractor of a version; annotation and resolution do nothing."""
    monkeypatch.setattr(
        annotate, "annotate", lambda report, names: Annotated(report=report), raising=False
    )
    monkeypatch.setattr(resolve, "resolve", lambda annotated, names: annotated, raising=False)

    def made(version: str = "1") -> Tools:
        return Tools(NoNames(), LineExtractor(version), default())

    return made
