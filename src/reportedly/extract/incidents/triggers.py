"""The words that tell of a violent incident, their codebook type, and whether it happened."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.incidents.outcomes import LATER, Toll
from reportedly.extract.incidents.phrases import lowered, lowered_phrase, names, phrase
from reportedly.extract.incidents.reality import Reality, reality

_VAGUE_TYPE = "armed_assault"  # what only a generic word names has no type of its own


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that tells of an incident; offsets into the report's text."""

    start: int
    end: int
    type: str | None  # codebook type; None where the word names no type ("attack")
    rank: int  # precedence among types, 0 first
    reality: Reality
    plural: bool  # "bombings": more than one, or in general

    @property
    def real(self) -> bool:
        return self.reality == "happened"


def triggers(text: str, start: int, end: int) -> list[Trigger]:
    """The triggers of a stretch of text, in text order, none inside another."""
    sentence = lowered(text[start:end])
    taken = [match.span() for match in phrase("triggers.not_violent").finditer(sentence)]
    found: list[Trigger] = []
    for rank, name in enumerate(names("triggers.types")):
        code = name.rpartition(".")[2]
        for match in lowered_phrase(name).finditer(sentence):
            first, last = match.span()
            if _overlaps(taken, first, last):
                continue
            insort(taken, (first, last))
            word = match.group()
            vague = code == _VAGUE_TYPE and lowered_phrase("triggers.generic").fullmatch(word)
            found.append(
                Trigger(
                    start=start + first,
                    end=start + last,
                    type=None if vague else code,
                    rank=rank,
                    reality=reality(sentence, first, last),
                    plural=bool(phrase("triggers.plural").search(word)),
                )
            )
    return sorted(found, key=lambda trigger: trigger.start)


def killings(tolls: Sequence[Toll]) -> list[Trigger]:
    """What was done to people where the verb has somebody as its subject: "killed four men"."""
    done = (toll for toll in tolls if toll.outcome not in LATER and toll.start < toll.mark.start)
    return [Trigger(t.start, t.mark.start, None, 0, "happened", plural=False) for t in done]


def _overlaps(taken: list[tuple[int, int]], first: int, last: int) -> bool:
    """True if a span shares a character with one of ``taken``: sorted spans that are apart."""
    at = bisect_left(taken, (first, first))
    return (at < len(taken) and taken[at][0] < last) or (at > 0 and taken[at - 1][1] > first)
