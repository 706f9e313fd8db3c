"""Quoted words that are verse, song or a title: who is named there does nothing in the report."""

import re
from bisect import bisect_right

from reportedly.records import Annotated

_TITLED = re.compile(
    r"\b(?:poem|novel|film|movie|song|documentary|book|play|album|series|memoir|painting|show|"
    r"musical|opera|ballad|exhibition|cartoon|comic)(?:,? (?:called|titled|entitled|named))?,? "
    r"[“\"‘'«]$"
)
_VERSE = re.compile(
    r"\b(?:poems?|poets?|poetry|verses?|couplets?|stanzas?|lyrics|hymns?|ballads?|s[aiu]ng|"
    r"singing|sings)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|says|saying|told|tells|added|wrote on|tweeted|posted)\b")
_LONGEST_LEAD = 40  # characters


def written(annotated: Annotated) -> tuple[tuple[int, int], ...]:
    """Where a report quotes a work: the spans of its verses and titles."""
    text = annotated.report.text
    found = []
    for quotation in annotated.quotations:
        start, end = quotation.start, quotation.end
        titled = _TITLED.search(text, max(0, start - _LONGEST_LEAD), start)
        if titled or _is_verse(annotated, start):
            found.append((start, end))
    return tuple(found)


def _is_verse(annotated: Annotated, at: int) -> bool:
    """True where the sentence speaks of verse and nobody speaks in it."""
    text, sentences = annotated.report.text, annotated.sentences
    index = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return False
    words = text[sentences[index].start : sentences[index].end]
    return bool(_VERSE.search(words)) and not _SPOKEN.search(words)
