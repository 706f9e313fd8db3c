"""Two readings of one report, original and changed copy: which outputs differ.

Incidents and statements of the two are paired by where the reports speak of them, the copy's
offsets taken back through its edits. An output is a value that at least one of the two states;
what both leave open is no output. One whose sentences the change does not touch counts only if it
changed all the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.quality.robustness.edits import Changed

Json = Mapping[str, Any]
Stretch = tuple[str, int, int]  # part, start, end: in the original
Found = tuple[str, Any, Any, bool]  # kind, before, after, the same

KINDS = (
    "incidents", "type", "killed", "injured", "date", "country", "attribution", "who",
    "statements", "act",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Output:
    """One value of the original and of its copy; ``where`` begins the words that it is about."""

    kind: str
    before: Any
    after: Any
    same: bool
    where: Stretch
    touched: bool  # the change lies in those words


@dataclass(frozen=True, slots=True)
class _Copy:
    """The copy's evidence, in the original."""

    text: Changed
    title: Changed

    def back(self, evidence: Json) -> Stretch:
        part = str(evidence["in"])
        return part, *self._of(part).origin(evidence["start"], evidence["end"])

    def touches(self, stretches: Sequence[Stretch]) -> bool:
        return any(self._of(part).touches(start, end) for part, start, end in stretches)

    def _of(self, part: str) -> Changed:
        return self.title if part == "title" else self.text


def compared(original: Json, copy: Json, text: Changed, title: Changed) -> Iterator[Output]:
    """Every output of two readings in the shape of ``read --json``."""
    made = _Copy(text, title)
    for one, other, words in _paired(original["incidents"], copy["incidents"], _mentions, made):
        for kind, before, after, same in _of_incidents(one, other, made):
            yield Output(kind, before, after, same, words[0], made.touches(words))
    for one, other, words in _paired(original["statements"], copy["statements"], _content, made):
        for kind, before, after, same in _of_statements(one, other):
            yield Output(kind, before, after, same, words[0], made.touches(words))


def _of_incidents(one: Json | None, other: Json | None, made: _Copy) -> Iterator[Found]:
    yield "incidents", _told(one, "type"), _told(other, "type"), bool(one and other)
    if one and other:
        for kind, value in _VALUES.items():
            before, after = value(one), value(other)
            if before is not None or after is not None:
                yield kind, before, after, before == after
        yield from _who(one, other, made)


def _of_statements(one: Json | None, other: Json | None) -> Iterator[Found]:
    yield "statements", _told(one, "act"), _told(other, "act"), bool(one and other)
    if one and other:
        yield "act", one["act"], other["act"], one["act"] == other["act"]


def _paired(
    left: Sequence[Json], right: Sequence[Json],
    evidence: Callable[[Json], Sequence[Json]], made: _Copy,
) -> Iterator[tuple[Json | None, Json | None, list[Stretch]]]:  # fmt: skip
    """What the readings have in common or alone, with the words of the original it is about."""
    here = [[_here(e) for e in evidence(one)] for one in left]
    there = [[made.back(e) for e in evidence(one)] for one in right]
    for i, j in pairs(here, there):
        words = [*(here[i] if i is not None else []), *(there[j] if j is not None else [])]
        yield (
            left[i] if i is not None else None,
            right[j] if j is not None else None,
            words,
        )


def pairs(
    left: Sequence[Sequence[Stretch]], right: Sequence[Sequence[Stretch]]
) -> list[tuple[int | None, int | None]]:
    """Which of the left is which of the right: most words in common first, then the same order."""
    shares = sorted(
        (-shared, abs(i - j), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (shared := _shared(one, other)) > 0
    )
    taken: dict[int, int] = {}
    for _, _, i, j in shares:
        if i not in taken and j not in taken.values():
            taken[i] = j
    both: list[tuple[int | None, int | None]] = [(i, taken.get(i)) for i in range(len(left))]
    return both + [(None, j) for j in range(len(right)) if j not in taken.values()]


def tally(outputs: Sequence[Output]) -> dict[str, tuple[int, int]]:
    """For each kind how many outputs changed, of how many that could."""
    every = Counter(output.kind for output in outputs if output.touched or not output.same)
    changed = Counter(output.kind for output in outputs if not output.same)
    return {kind: (changed[kind], every[kind]) for kind in KINDS}


def _shared(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """The share of the two's characters that both cover."""
    left, right = _covered(one), _covered(other)
    return len(left & right) / max(1, len(left | right))


def _covered(stretches: Sequence[Stretch]) -> set[tuple[str, int]]:
    return {(part, at) for part, start, end in stretches for at in range(start, end)}


def _who(one: Json, other: Json, made: _Copy) -> Iterator[Found]:
    """Who did it is the same where the same place of the text tells it, whatever name is there."""
    before = [[_here(e) for e in actor["evidence"]] for actor in one["perpetrators"]]
    after = [[made.back(e) for e in actor["evidence"]] for actor in other["perpetrators"]]
    if before or after:
        names = [[actor["name"] for actor in side["perpetrators"]] for side in (one, other)]
        same = all(left is not None and right is not None for left, right in pairs(before, after))
        yield "who", names[0], names[1], same


def _here(evidence: Json) -> Stretch:
    return str(evidence["in"]), evidence["start"], evidence["end"]


def _mentions(incident: Json) -> Sequence[Json]:
    return list(incident["mentions"])


def _content(statement: Json) -> Sequence[Json]:
    return [statement["content"]]


def _told(one: Json | None, field: str) -> str | None:
    return None if one is None else str(one[field])


def _figure(field: str) -> Callable[[Json], Any]:
    def value(one: Json) -> Any:
        count = one[field]
        return count and (count["low"], count["best"], count["high"], count["bound"])

    return value


_VALUES: Mapping[str, Callable[[Json], Any]] = {
    "type": lambda one: one["type"],
    "killed": _figure("killed"),
    "injured": _figure("injured"),
    "date": lambda one: one["date"] and (one["date"]["earliest"], one["date"]["latest"]),
    "country": lambda one: one["place"] and one["place"]["country_code"],
    "attribution": lambda one: (
        None if one["attribution"]["status"] == "unknown" else one["attribution"]["status"]
    ),
}
