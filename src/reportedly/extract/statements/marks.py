"""Mends quotations whose closing mark was lost, so that the attribution after them is seen."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.records import Quotation, Sentence

OPENING = frozenset("“\"„«‘'")
ATTRIBUTION = re.compile(
    r",\s+(?=(?:[A-Z][\w.’'-]*\s+){0,4}?(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w.’'-]*|(?:the\s+)?[a-z]+)\s+"
    r"(?:said|says|told|added|wrote|noted|warned|explained)\b)"
)


def readable(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[Quotation, ...]:
    """An unclosed quotation ends before its attribution, unless the next paragraph goes on."""
    starts: dict[int, int] = {}
    for sentence in sentences:
        starts.setdefault(sentence.paragraph, sentence.start)
    paragraphs = sorted(starts.values())
    mended = []
    for quotation in quotations:
        if not quotation.closed and quotation.depth == 0:
            following = next((p for p in paragraphs if p >= quotation.end), None)
            goes_on = following is not None and text[following] in OPENING
            found = ATTRIBUTION.search(text, quotation.start, quotation.end)
            if found and not goes_on:
                quotation = replace(quotation, end=found.start())
        mended.append(quotation)
    return tuple(q for q in mended if q.start < q.end)
