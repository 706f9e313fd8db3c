"""``python -m bench.quality score actors``: which mentions the package reads right.

An answer is right if it is the labelled actor; an open mention, if both candidates are kept open.
Precision is over the mentions that the package gives an actor for, recall over those that have
one. A mention that names nobody must get no actor: each that does is listed as invented.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from train.sources import Sources

from bench.quality.reading import tools
from reportedly.annotate import annotate
from reportedly.plugins import Names
from reportedly.records import Actor, ActorMark, Annotated, receive
from reportedly.resolve import resolve

READ, UNREAD = (Path(__file__).with_name(f"{name}.jsonl") for name in ("read", "unread"))
_NOBODY = ("none", "unnamed")
_BODIES = ("government", "military", "police", "security-forces")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    row: Row
    given: str | None  # in the words of the gold; None: no actor

    @property
    def wanted(self) -> bool:
        """True if the mention has an actor that we are to name."""
        return self.row["answer"] not in _NOBODY and not self.row["answer"].startswith("unlisted")

    @property
    def right(self) -> bool:
        return self.given == self.row["answer"] if self.wanted else self.given is None


def score(data: Path, *, full: bool = False) -> int:
    """Print the figures; with ``full`` every mention of those to be read that went wrong."""
    for gold in (READ, UNREAD):
        verdicts = list(judged(data, gold))
        _print(gold.stem, verdicts)
        if full and gold is READ:
            for v in verdicts:
                if not v.right:
                    where = f"{v.row['collection']}/{v.row['id']} {v.row['start']}"
                    print(f"  {where} {v.row['surface']!r}: {v.given}, not {v.row['answer']}")
    return 0


def _print(name: str, verdicts: Sequence[Verdict]) -> None:
    named = [v for v in verdicts if v.wanted]
    right = sum(v.right for v in named)
    given = sum(v.given is not None for v in verdicts)
    precision, recall = right / given if given else 0.0, right / len(named)
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"actors, {name}: F1 {100 * both:.2f}  (P {100 * precision:.2f}, R {100 * recall:.2f})")
    for answer, count in _by_kind(verdicts).items():
        print(f"  {answer}: {count['right']} of {count['all']} right")
    invented = [v for v in verdicts if not v.wanted and v.given is not None]
    print(f"  actors invented where nobody is named: {len(invented)}")
    if twice := [v.row for v in verdicts if "second" in v.row]:
        agreed = sum(row["second"] == row["answer"] for row in twice)
        print(f"  a second reader agrees on {agreed} of {len(twice)}")


def judged(data: Path, gold: Path) -> Iterator[Verdict]:
    """The rows of a gold file, each with what the package makes of it."""
    sources, names = Sources(data / "data"), tools("rules").names
    read: dict[tuple[str, str], Annotated] = {}
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        key = row["collection"], row["id"]
        if key not in read:
            read[key] = _annotated(sources, names, *key)
        span = row["start"], row["end"]
        assert read[key].report.text[slice(*span)] == row["surface"]
        yield Verdict(row, _given(read[key].actors, span, row["answer"], names))


def _annotated(sources: Sources, names: Names, collection: str, id: str) -> Annotated:
    source = sources.get(collection, id)
    day = date.fromisoformat(source.published) if source.published else None
    report = receive(
        source.text.encode(), "text/plain", name=id, text=source.text, title=source.title,
        published=day, language="en",
    ).report  # fmt: skip
    return resolve(annotate(report, names), names)


def _given(
    marks: Sequence[ActorMark], span: tuple[int, int], wanted: str, names: Names
) -> str | None:
    """The answer for the mention: of the mark that shares most with it.

    A mark of which the mention is less than half ("Kolo" in "the Kolo police") speaks of the
    mention only if it says the same.
    """
    for share, mark in sorted(((_shared(span, m), m) for m in marks), key=lambda row: -row[0]):
        if not share:
            break
        answer = _answer(mark, wanted, names)
        if share >= 0.5 or answer == wanted:
            return answer
    return None


def _shared(span: tuple[int, int], mark: ActorMark) -> float:
    common = min(span[1], mark.end) - max(span[0], mark.start)
    whole = max(span[1], mark.end) - min(span[0], mark.start)
    return max(common, 0) / whole


def _answer(mark: ActorMark, wanted: str, names: Names) -> str | None:
    """The mark in the words of the gold, which may write a government either way."""
    if mark.actor.ref is None:
        refs = sorted({c.ref for c in mark.candidates if c.ref})
        return f"open:{'|'.join(refs)}" if len(refs) > 1 else None
    ref = mark.actor.ref
    return ref if ref == wanted else _body(mark.actor, names) or ref


def _body(actor: Actor, names: Names) -> str | None:
    """ "ML:military" for an actor that is that body of a state."""
    ref = actor.ref or ""
    countries = names.background(ref).countries
    if len(countries) != 1:
        return None
    body = next((b for b in _BODIES if ref.startswith(f"{b}-of-")), None)
    return f"{countries[0]}:{body}" if body else None


def _by_kind(verdicts: Sequence[Verdict]) -> dict[str, Counter[str]]:
    kinds: dict[str, Counter[str]] = {}
    for v in verdicts:
        answer = v.row["answer"]
        kind = answer.split(":")[0] if answer.startswith(("open", "unlisted")) else answer
        if kind not in _NOBODY and kind not in ("open", "unlisted"):
            kind = "state body" if ":" in answer else "registry"
        kinds.setdefault(kind, Counter()).update(all=1, right=v.right)
    return kinds
