"""A sentence as a row of items: words, punctuation, and each quotation as one opaque item.

What stands inside quotation marks belongs to the speaker, so the search for reporting words must
not look into it; what stands in brackets interrupts the sentence, so it is left out of the row
(its characters stay inside any span that runs across it).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.statements.grammar import is_capitalised, is_finite
from reportedly.records import ActorMark, Quotation, Sentence

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\b[A-Z]\.(?=\s+[A-Z])"
    r"|\b[A-Z][b-df-hj-np-tv-xz]{1,4}\.(?=\s)"
    r"|\b(?:Prof|Gen|Col|Maj|Capt|Brig|Adm|Rev|Sen|Rep|Gov|Insp|Supt|Det|Hon)\."
    r"|\d+(?:[,.]\d+)+|[\w\u00ad]+(?:[’'.\-‑][\w\u00ad]+)*(?:(?<=[sS])[’'](?=\s|$))?|[^\w\s]"
)
BRACKETED = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
DATELINE = re.compile(
    r"(?=[^a-z]{0,50}[A-Z]{2})[A-ZÀ-Ý][\w.,’' /]{1,50}?\s{0,3}(?:\([^)]{1,40}\))?\s{0,3}"
    r"(?:[-–—]{1,2}|:)\s+(?=\W?[A-Z])"
)
QUOTE_MARKS = frozenset("“”„‟\"«»`‘’'")
# Wire copies drop the dash: "BAGHDAD Three bombs ...". Short capitals may be a group's name.
BARE_DATELINE = re.compile(r"[A-Z]{5,}(?:/[A-Z]{4,})?(?:, [A-Z][a-z]+)?\s+(?=[A-Z][a-z]|An?\s)")
LONGEST = 400  # items; a longer sentence is a table or a list, and is not searched


@dataclass(frozen=True, slots=True)
class Item:
    start: int
    end: int
    text: str  # as written; a quotation's is empty
    low: str  # in small letters
    quote: Quotation | None = None
    of_actor: bool = False  # inside the name of a group or force that the annotation knows

    @property
    def is_word(self) -> bool:
        return self.quote is None and (self.low[:1].isalnum() or self.low[:1] == "_")

    @property
    def is_verb(self) -> bool:
        """True for a finite verb. Colonel Ahmed and Colonel Said are none."""
        named = is_capitalised(self.text) and not self.text.isupper()
        return is_finite(self.low) and not named


@dataclass(frozen=True, slots=True)
class Line:
    sentence: Sentence
    items: tuple[Item, ...]

    def __len__(self) -> int:
        return len(self.items)

    def low(self, index: int) -> str:
        """The word or sign at that place; empty beyond the ends and for a quotation."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def quote(self, index: int) -> Quotation | None:
        return self.items[index].quote if 0 <= index < len(self.items) else None

    def lows(self, start: int, end: int) -> list[str]:
        return [item.low for item in self.items[max(start, 0) : end]]

    def is_verb(self, index: int) -> bool:
        """True for a finite verb; the first word has a capital without being a name."""
        inside = 0 < index < len(self.items)
        return self.items[index].is_verb if inside else is_finite(self.low(index))

    def has_verb(self, start: int, end: int) -> bool:
        return any(self.is_verb(index) for index in range(max(start, 0), min(end, len(self.items))))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points from the first to the last of these items."""
        return self.items[start].start, self.items[end - 1].end


def lines(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    actors: Sequence[ActorMark] = (),
) -> Iterator[Line]:
    """One line a sentence, in order."""
    of_actors = {at for m in named_bodies(actors) for at in range(m.start, m.end)}
    outer = [q for q in quotations if q.depth == 0]
    starts, ends = [q.start for q in outer], [q.end for q in outer]
    for sentence in sentences:
        inside = outer[bisect_right(ends, sentence.start) : bisect_left(starts, sentence.end)]
        items = _items(text, sentence, inside)
        yield Line(
            sentence, tuple(replace(i, of_actor=True) if i.start in of_actors else i for i in items)
        )


def named_bodies(actors: Sequence[ActorMark]) -> list[ActorMark]:
    """Those that have a name, as no "gunmen" and no "soldiers" have."""
    return [m for m in actors if m.actor.kind not in ("unnamed", "state_force")]


def quoted_line(text: str, quotation: Quotation, sentence: Sentence) -> Line:
    """The words of a quotation as a line of their own, up to the end of the sentence."""
    end = min(quotation.end, sentence.end)
    span = Sentence(quotation.start, end, sentence.paragraph)
    return Line(span, tuple(_words(text, span.start, span.end)))


def _items(text: str, sentence: Sentence, inside: Sequence[Quotation]) -> Iterator[Item]:
    position = sentence.start
    dateline = DATELINE.match(text, position, sentence.end)
    if dateline is None and sentence.paragraph == 0:
        dateline = BARE_DATELINE.match(text, position, sentence.end)
    if dateline:
        position = dateline.end()
    for quotation in inside:
        if quotation.start >= position:
            yield from _words(text, position, quotation.start - 1)
        start, end = max(quotation.start, position), min(quotation.end, sentence.end)
        if start < end:
            yield Item(start, end, "", "", quotation)
        position = max(position, end + (quotation.closed and quotation.end <= sentence.end))
    yield from _words(text, position, sentence.end)


def _words(text: str, start: int, end: int) -> Iterator[Item]:
    position = start
    for bracketed in BRACKETED.finditer(text, start, end):
        yield from _plain(text, position, bracketed.start())
        position = bracketed.end()
    yield from _plain(text, position, end)


def _plain(text: str, start: int, end: int) -> Iterator[Item]:
    for match in WORD.finditer(text, start, end):
        word = match.group()
        if word not in QUOTE_MARKS:
            low = word.lower().replace("\u00ad", "").replace("’", "'")
            low = low.rstrip(".") or low
            yield Item(match.start(), match.end(), word, low)
